/** A form made from a schema: one control a value, problems beside it, lists that grow, shrink and change order. */
import { make } from "../shared/elements.js";
import { data } from "./data.js";
import { controlOf, problems, resolved, shown, typedValue } from "./schema.js";
import { isMapping } from "./yaml.js";

/** @import { Choice, Edition, Schema } from "./data.js" */
/** @import { Path, Problem } from "./schema.js" */

/**
 * @typedef {{
 *   edition: Edition | undefined,
 *   onChange: () => void,
 *   fileControl: (input: HTMLInputElement, isPicture: boolean) => Node,
 * }} Surroundings
 */

/** Keys whose texts are chosen from what the edition has. */
const CHOSEN = new Map(Object.entries({ track: "tracks", tracks: "tracks", by_track: "tracks", topic: "topics", award: "awards", awards: "awards", proposed: "awards", level: "awards", sectors: "sectors" }));

export class Form {
  /**
   * @param {HTMLElement} container
   * @param {Schema} schema
   * @param {any} value  the form changes it
   * @param {Surroundings} around
   */
  constructor(container, schema, value, around) {
    this.container = container;
    this.root = schema;
    this.value = value;
    this.around = around;
    /** @type {Problem[]} */
    this.found = [];
    /** @type {Set<string>} */
    this.touched = new Set();
    this.container.replaceChildren(...this.fields(schema, []));
    this.review();
  }

  /** @param {Path} path */
  get(path) {
    return path.reduce((value, key) => (value === undefined || value === null ? undefined : value[key]), this.value);
  }

  /**
   * @param {Path} path
   * @param {any} value  undefined takes it away, and mappings around it that are empty then
   */
  set(path, value) {
    const key = path[path.length - 1];
    const above = path.slice(0, -1);
    if (value === undefined) {
      const around = this.get(above);
      if (!isMapping(around)) return;
      delete around[key];
      if (above.length && !Object.keys(around).length && typeof above[above.length - 1] === "string") this.set(above, undefined);
    } else {
      if (above.length && !isMapping(this.get(above)) && !Array.isArray(this.get(above))) this.set(above, {});
      this.get(above)[key] = value;
    }
  }

  /**
   * @param {Path} path
   * @param {any} value
   */
  put(path, value) {
    this.set(path, value);
    this.touched.add(path.join("."));
    this.review();
    this.around.onChange();
  }

  /** Says beside each control what is wrong with its value, once somebody has been there. */
  review() {
    this.found = problems(this.root, this.value, this.root);
    const said = new Map(this.found.map(({ path, message }) => [path.join("."), message]));
    this.container.querySelectorAll("[data-problem]").forEach((place) => {
      const name = /** @type {HTMLElement} */ (place).dataset.problem ?? "";
      const message = this.touched.has(name) || this.touched.has("*") ? (said.get(name) ?? "") : "";
      if (place.textContent !== message) place.textContent = message;
      const control = document.getElementById(idOf(name.split(".")));
      if (message) control?.setAttribute("aria-invalid", "true");
      else control?.removeAttribute("aria-invalid");
    });
  }

  /** Shows all problems and gives them, each with what its control is called. */
  reviewAll() {
    this.touched.add("*");
    this.review();
    return this.found.map(({ path, message }) => ({ id: idOf(path), message: `“${this.titleOf(path)}”${message}` }));
  }

  /**
   * The titles on the way to a value.
   * @param {Path} path
   */
  titleOf(path) {
    let schema = resolved(this.root, this.root);
    const titles = path.map((key) => {
      if (typeof key === "number") {
        schema = resolved(schema.items ?? schema.prefixItems?.[key] ?? {}, this.root);
        return `第 ${key + 1} 项`;
      }
      schema = resolved(schema.properties?.[key] ?? schema.additionalProperties ?? {}, this.root);
      return schema.title ?? key;
    });
    return titles.join("，") || this.root.title;
  }

  /**
   * @param {Schema} schema
   * @param {Path} path
   * @returns {HTMLElement[]}
   */
  fields(schema, path) {
    const found = resolved(schema, this.root);
    const required = new Set(found.required ?? []);
    const keys = Object.keys(found.properties);
    const inOrder = [...keys.filter((key) => required.has(key)), ...keys.filter((key) => !required.has(key))];
    return inOrder.map((key) => this.field(found.properties[key], [...path, key], required.has(key)));
  }

  /**
   * @param {Schema} schema
   * @param {Path} path
   * @param {boolean} isRequired
   * @returns {HTMLElement}
   */
  field(schema, path, isRequired) {
    const found = resolved(schema, this.root);
    const control = controlOf(found, this.root);
    const value = this.get(path);
    const title = found.title ?? String(path[path.length - 1]);
    const choices = this.choices(path);
    const isNested = ["record", "list", "table"].includes(control);
    const hasOtherShape = value !== undefined && value !== null && ((control === "record" || control === "table") !== isMapping(value) || (["list", "texts", "choices", "numbers"].includes(control) !== Array.isArray(value)));
    if (hasOtherShape && !(typeof value === "string" && !isNested)) return this.unshown(title, path);
    if (control === "record") return this.group(title, path, isRequired, () => this.fields(found, path));
    if (control === "list") return this.group(title, path, isRequired, () => [this.list(found, path)]);
    if (control === "table") return this.group(title, path, isRequired, () => [this.lines(path, control, title, shownTable(value))]);
    if (control === "choices" || (control === "texts" && choices?.length)) return this.checks(found, path, title, isRequired, choices);
    if (control === "yes") return this.check(path, title, value);
    const input = control === "texts" || control === "numbers" ? this.texts(path, control, value) : this.single(found, path, control, choices);
    return this.labelled(title, path, isRequired, input, control);
  }

  /**
   * What the form cannot show, it leaves as it is.
   * @param {string} title
   * @param {Path} path
   */
  unshown(title, path) {
    return make("div", { class: "admin-field" }, make("p", { id: idOf(path), tabindex: "-1" }, `“${title}”的写法表单不认识，请在源文里改。`), this.problem(path));
  }

  /**
   * @param {string} title
   * @param {Path} path
   * @param {boolean} isRequired
   * @param {HTMLElement} input
   * @param {string} control
   */
  labelled(title, path, isRequired, input, control) {
    input.id = idOf(path);
    input.setAttribute("aria-describedby", `${input.id}-problem`);
    if (isRequired) input.setAttribute("aria-required", "true");
    const hint = control === "texts" ? "（一行一个）" : control === "numbers" ? "（用逗号隔开）" : "";
    const isPicture = path[path.length - 1] === "cover" || (path.length > 1 && path[path.length - 3] === "images");
    const isFile = isPicture || path[path.length - 3] === "attachments";
    const name = path[path.length - 1];
    const file = isFile && (name === "file" || name === "cover") ? this.around.fileControl(/** @type {HTMLInputElement} */ (input), isPicture) : null;
    return make("div", { class: "admin-field" }, make("label", { for: input.id }, title + hint, isRequired ? make("span", { class: "admin-must" }, "必填") : null), input, file, this.problem(path));
  }

  /** @param {Path} path */
  problem(path) {
    return make("p", { class: "admin-problem", id: `${idOf(path)}-problem`, "data-problem": path.join(".") });
  }

  /**
   * Parts that few fill in are closed until somebody opens them.
   * @param {string} title
   * @param {Path} path
   * @param {boolean} isRequired
   * @param {() => HTMLElement[]} parts
   */
  group(title, path, isRequired, parts) {
    const value = this.get(path);
    const isFilled = value !== undefined && value !== null && Object.keys(value).length > 0;
    const group = make("details", { class: "admin-group" }, make("summary", { id: idOf(path) }, title), this.problem(path));
    const fill = () => group.childElementCount === 2 && group.append(...parts());
    if (isFilled || isRequired) {
      group.open = true;
      fill();
    }
    group.addEventListener("toggle", fill);
    return group;
  }

  /**
   * @param {Path} path
   * @returns {Choice[] | undefined}
   */
  choices(path) {
    const name = CHOSEN.get(String(path[path.length - 1]));
    const edition = this.around.edition;
    if (!name || path.includes("finals") || (name === "sectors" ? path.length > 1 : !edition)) return undefined;
    if (name === "sectors") return data.sectors;
    if (name === "tracks") return edition?.tracks;
    const track = shown(this.get([...path.slice(0, -1), "track"]));
    const texts = name === "awards" ? edition?.awards : edition?.topics[track];
    return texts?.map((value) => ({ value, label: "" }));
  }

  /**
   * @param {Schema} schema
   * @param {Path} path
   * @param {string} control
   * @param {Choice[] | undefined} choices
   */
  single(schema, path, control, choices) {
    const value = shown(this.get(path));
    const input = this.control(schema, control, value);
    if (choices && input instanceof HTMLInputElement) {
      const list = make("datalist", { id: `${idOf(path)}-choices` });
      const fill = () => list.replaceChildren(...(this.choices(path) ?? []).map((each) => make("option", { value: each.value, label: each.label || each.value })));
      fill();
      input.setAttribute("list", list.id);
      input.addEventListener("focus", fill);
      this.container.append(list);
    }
    const isNull = schema.nullable && this.get(path) === null;
    input.addEventListener(input instanceof HTMLSelectElement ? "change" : "input", () => {
      const typed = typedValue(schema, control, input.value);
      this.put(path, typed === undefined && (isNull || this.mustStand(path, schema)) ? null : typed);
    });
    return input;
  }

  /**
   * Whether a key must stand in the file even without a value.
   * @param {Path} path
   * @param {Schema} schema
   */
  mustStand(path, schema) {
    if (!schema.nullable) return false;
    let around = resolved(this.root, this.root);
    path.slice(0, -1).forEach((key) => {
      around = resolved((typeof key === "number" ? around.items : around.properties?.[key]) ?? {}, this.root);
    });
    return around.required?.includes(path[path.length - 1]) ?? false;
  }

  /**
   * @param {Schema} schema
   * @param {string} control
   * @param {string} value
   * @returns {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement}
   */
  control(schema, control, value) {
    if (control === "choice" || control === "unknown") {
      /** @type {[string, string][]} */
      const words = control === "unknown" ? [["true", "是"], ["false", "否"]] : schema.enum.map((/** @type {any} */ each) => [String(each), data.words[each] ?? String(each)]);
      if (value && !words.some(([each]) => each === value)) words.push([value, `${value}（没有这个选项）`]);
      const options = [["", schema.default === undefined || schema.default === null ? "未说明" : `默认（${data.words[schema.default] ?? schema.default}）`], ...words];
      const select = make("select", {}, ...options.map(([each, word]) => make("option", { value: each }, word)));
      select.value = value;
      return select;
    }
    if (control === "text" && (value.includes("\n") || value.length > 36 || /^(?:text|note|summary|description|basis|objections|profile)$/.test(schema.key ?? ""))) return this.area(value);
    /** @type {Object<string, string>} */
    const kind = schema.pattern?.startsWith("^#") ? { placeholder: "#0b4f8a" } : control === "day" ? { placeholder: "2026-06-22" } : control === "number" ? { inputmode: "decimal" } : {};
    const input = make("input", { type: "text", autocomplete: "off", spellcheck: "false", ...kind });
    input.value = value;
    return input;
  }

  /** @param {string} value */
  area(value) {
    const area = make("textarea", { rows: String(Math.min(12, Math.max(2, Math.ceil(value.length / 36) + value.split("\n").length - 1))) });
    area.value = value;
    return area;
  }

  /**
   * Texts, one a line; texts that have lines of their own are left to the source.
   * @param {Path} path
   * @param {string} control
   * @param {any} value
   */
  texts(path, control, value) {
    if (control === "numbers") {
      const input = this.control({}, "text", Array.isArray(value) ? value.join(", ") : shown(value));
      input.addEventListener("input", () => {
        const parts = input.value.split(/[,，、\s]+/).filter(Boolean);
        this.put(path, parts.length ? parts.map((each) => (Number.isFinite(+each) ? +each : each)) : undefined);
      });
      return input;
    }
    return this.linesArea(path, Array.isArray(value) ? value.map(shown).join("\n") : shown(value), (lines) => lines);
  }

  /**
   * @param {Path} path
   * @param {string} text
   * @param {(lines: string[]) => any} read
   */
  linesArea(path, text, read) {
    const area = this.area(text);
    area.addEventListener("input", () => {
      const lines = area.value.split("\n").map((line) => line.trim()).filter(Boolean);
      const before = this.get(path);
      this.put(path, lines.length ? read(lines) : Array.isArray(before) ? [] : undefined);
    });
    return area;
  }

  /**
   * A table of names and numbers, a line each.
   * @param {Path} path
   * @param {string} control
   * @param {string} title
   * @param {string} text
   */
  lines(path, control, title, text) {
    const area = this.linesArea(path, text, (lines) =>
      Object.fromEntries(lines.map((line) => {
        const [, name, number] = /^(.*?)[\s:：,，]*(-?[\d.]*)$/.exec(line) ?? ["", line, ""];
        return [name.trim(), number === "" ? "" : +number];
      })),
    );
    return this.labelled(`${title}（一行一项：名称、空格、数字）`, [...path, "~"], false, area, control);
  }

  /**
   * @param {Path} path
   * @param {string} title
   * @param {any} value
   */
  check(path, title, value) {
    const input = make("input", { type: "checkbox", id: idOf(path), "aria-describedby": `${idOf(path)}-problem` });
    input.checked = value === true;
    const stood = value !== undefined;
    input.addEventListener("change", () => this.put(path, input.checked || (stood && path[path.length - 1] === "recommended") ? input.checked : undefined));
    return make("div", { class: "admin-field admin-field--check" }, input, make("label", { for: input.id }, title), this.problem(path));
  }

  /**
   * @param {Schema} schema
   * @param {Path} path
   * @param {string} title
   * @param {boolean} isRequired
   * @param {Choice[] | undefined} choices
   */
  checks(schema, path, title, isRequired, choices) {
    const value = /** @type {string[]} */ (this.get(path) ?? []);
    const items = resolved(schema.items, this.root);
    const known = choices ?? items.enum.map((/** @type {string} */ each) => ({ value: each, label: data.words[each] ?? each }));
    const names = known.map((/** @type {Choice} */ each) => each.value);
    const others = value.filter((each) => !names.includes(each)).map((each) => ({ value: each, label: `${each}（尚未发布）` }));
    const all = [...known, ...others];
    const boxes = all.map((/** @type {Choice} */ each, /** @type {number} */ index) => {
      const input = make("input", { type: "checkbox", id: `${idOf(path)}-${index}`, value: each.value });
      input.checked = value.includes(each.value);
      input.addEventListener("change", () => {
        const present = /** @type {string[]} */ (this.get(path) ?? []);
        const now = input.checked ? [...present, each.value] : present.filter((other) => other !== each.value);
        this.put(path, now.length || Array.isArray(this.get(path)) ? now : undefined);
      });
      return make("span", { class: "admin-check" }, input, make("label", { for: input.id }, each.label || each.value));
    });
    const legend = make("legend", {}, title, isRequired ? make("span", { class: "admin-must" }, "必填") : null);
    return make("fieldset", { class: "admin-checks", id: idOf(path), tabindex: "-1" }, legend, ...boxes, this.problem(path));
  }

  /**
   * @param {Schema} schema
   * @param {Path} path
   */
  list(schema, path) {
    const items = resolved(schema.items, this.root);
    const box = make("div", { class: "admin-list" });
    const draw = (/** @type {number} */ focus = -1) => {
      const values = /** @type {any[]} */ (this.get(path) ?? []);
      const parts = values.map((value, index) => this.item(items, [...path, index], value, values.length, change));
      const add = make("button", { type: "button", class: "button button--plain admin-add" }, `添加${schema.title}`);
      add.addEventListener("click", () => change((list) => list.push(isMappingSchema(items) ? {} : []), values.length));
      box.replaceChildren(...parts, add);
      if (focus >= 0) (parts[focus]?.querySelector("summary") ?? add).focus();
    };
    /**
     * @param {(list: any[]) => void} edit
     * @param {number} focus
     */
    const change = (edit, focus) => {
      const list = [...(this.get(path) ?? [])];
      edit(list);
      this.put(path, list);
      draw(focus);
      this.review();
    };
    draw();
    return box;
  }

  /**
   * @param {Schema} items
   * @param {Path} path
   * @param {any} value
   * @param {number} count
   * @param {(edit: (list: any[]) => void, focus: number) => void} change
   */
  item(items, path, value, count, change) {
    const index = /** @type {number} */ (path[path.length - 1]);
    const name = `第 ${index + 1} 项${summaryOf(value)}`;
    /** @type {[string, boolean, () => void][]} */
    const tools = [
      ["上移", index > 0, () => change((list) => list.splice(index - 1, 0, ...list.splice(index, 1)), index - 1)],
      ["下移", index < count - 1, () => change((list) => list.splice(index + 1, 0, ...list.splice(index, 1)), index + 1)],
      ["删除", true, () => change((list) => list.splice(index, 1), Math.min(index, count - 2))],
    ];
    const buttons = tools.map(([word, isThere, act]) => {
      const button = make("button", { type: "button", "aria-label": `${word}${name}` }, word);
      button.disabled = !isThere;
      button.addEventListener("click", act);
      return button;
    });
    const isNew = isMapping(value) && !Object.keys(value).length;
    const part = make("details", { class: "admin-item" }, make("summary", { id: idOf(path) }, name), make("div", { class: "admin-tools" }, ...buttons), this.problem(path));
    const fill = () => {
      if (part.childElementCount > 3) return;
      if (isMappingSchema(items)) part.append(...this.fields(items, path));
      else part.append(this.labelled("内容（一行一个）", path, false, this.texts(path, "texts", value), "texts"));
      this.review();
    };
    part.addEventListener("toggle", () => part.open && fill());
    if (isNew || count <= 3) {
      part.open = true;
      fill();
    }
    return part;
  }
}

/** @param {Schema} schema */
function isMappingSchema(schema) {
  return schema.type === "object";
}

/** @param {any} value */
function summaryOf(value) {
  const first = isMapping(value) ? Object.entries(value).find(([key, each]) => typeof each === "string" && each && !/^(?:id|kind|scope|about)$/.test(key)) : null;
  const text = first ? String(first[1]) : Array.isArray(value) ? value.join("、") : "";
  return text ? `：${text.length > 24 ? `${text.slice(0, 24)}……` : text}` : "";
}

/** @param {any} value */
function shownTable(value) {
  return Object.entries(value ?? {}).map(([name, number]) => `${name} ${number}`).join("\n");
}

/** @param {Path} path */
export function idOf(path) {
  return `field-${path.join("-")}`;
}
