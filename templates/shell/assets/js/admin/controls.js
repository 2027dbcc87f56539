/** The controls of single values, of lists of texts, and of choices. */
import { make } from "../shared/elements.js";
import { choicesFor } from "./choices.js";
import { data } from "./data.js";
import { idOf } from "./parts.js";
import { resolved, shown, typedValue } from "./schema.js";

/** @import { Choice, Schema } from "./data.js" */
/** @import { Control, Form } from "./form.js" */
/** @import { Path } from "./schema.js" */

/** Characters after which a text gets more than one line. */
const LONG = 36;

/** Texts that are paragraphs, even while they are empty. */
const PARAGRAPHS = new Set(["text", "note", "summary", "description", "basis", "objections", "profile", "alt"]);

/**
 * A text, number, day or choice.
 * @param {Form} form
 * @param {Schema} schema  resolved
 * @param {Path} path
 * @param {string} control
 */
export function single(form, schema, path, control) {
  const input = made(schema, path, control, shown(form.get(path)));
  input.id = idOf(path);
  const wasNull = form.get(path) === null;
  input.addEventListener(input instanceof HTMLSelectElement ? "change" : "input", () => {
    const value = typedValue(schema, control, input.value);
    const standsEmpty = schema.nullable && (wasNull || form.isRequired(path));
    form.put(path, value === undefined && standsEmpty ? null : value);
  });
  const more = input instanceof HTMLInputElement ? [...suggestions(form, path, input), fileChoice(form, path, input)] : [];
  return form.labelled(path, input, "", ...more);
}

/**
 * @param {Schema} schema
 * @param {Path} path
 * @param {string} control
 * @param {string} value
 * @returns {Control}
 */
function made(schema, path, control, value) {
  if (control === "choice" || control === "unknown") return select(schema, control, value);
  const isLong = value.includes("\n") || value.length > LONG || PARAGRAPHS.has(String(path[path.length - 1]));
  if (control === "text" && isLong) return area(value);
  const input = make("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  if (control === "number") input.inputMode = "decimal";
  if (control === "day") input.placeholder = "2026-06-22";
  if (schema.pattern?.startsWith("^#")) input.placeholder = "#0b4f8a";
  input.value = value;
  return input;
}

/**
 * @param {Schema} schema
 * @param {string} control
 * @param {string} value
 */
function select(schema, control, value) {
  /** @type {[string, string][]} */
  const words = control === "unknown" ? [["true", "是"], ["false", "否"]] : schema.enum.map((/** @type {any} */ each) => [String(each), data.words[each] ?? String(each)]);
  if (value && !words.some(([each]) => each === value)) words.push([value, value]);
  const usual = schema.default ?? null;
  const options = [["", usual === null ? "未说明" : `默认：${data.words[usual] ?? usual}`], ...words];
  const made = make("select", {}, ...options.map(([each, word]) => make("option", { value: each }, word)));
  made.value = value;
  return made;
}

/**
 * What the edition knows, offered while somebody types; what it does not know may be right all the same.
 * @param {Form} form
 * @param {Path} path
 * @param {HTMLInputElement} input
 */
function suggestions(form, path, input) {
  if (!choicesFor(form, path)) return [];
  const list = make("datalist", { id: `${idOf(path)}-choices` });
  const said = make("p", { class: "admin-hint" });
  const say = () => {
    const choices = choicesFor(form, path) ?? [];
    const found = choices.find(({ value }) => value === input.value);
    const isUnknown = input.value && choices.length && !found && !/^(?:待|topic-)/.test(input.value);
    said.textContent = isUnknown ? "已发布的内容里没有这一项，请确认。" : found && found.label !== found.value ? found.label : "";
    list.replaceChildren(...choices.map(({ value, label }) => make("option", { value, label })));
  };
  input.setAttribute("list", list.id);
  ["focus", "input"].forEach((event) => input.addEventListener(event, say));
  say();
  return [list, said];
}

/**
 * @param {Form} form
 * @param {Path} path
 * @param {HTMLInputElement} input
 */
function fileChoice(form, path, input) {
  const [list, , name] = path.slice(-3);
  const isPicture = path[path.length - 1] === "cover" || (/^(?:images|photos)$/.test(String(list)) && name === "file");
  return isPicture || (list === "attachments" && name === "file") ? form.around.fileControl(input, isPicture) : null;
}

/** @param {string} value */
function area(value) {
  const rows = value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LONG)), 0);
  const made = make("textarea", { rows: String(Math.min(12, Math.max(2, rows))) });
  made.value = value;
  return made;
}

/**
 * Texts, one a line.
 * @param {Form} form
 * @param {Path} path
 */
export function texts(form, path) {
  const input = lines(form, path, (form.get(path) ?? []).join("\n"), (all) => all);
  return form.labelled(path, input, "（一行一个）");
}

/**
 * Names with a number each, one a line.
 * @param {Form} form
 * @param {Path} path
 */
export function table(form, path) {
  const text = Object.entries(form.get(path) ?? {}).map(([name, number]) => `${name} ${number}`).join("\n");
  const input = lines(form, path, text, (all) => Object.fromEntries(all.map(named)));
  input.setAttribute("aria-label", `${form.schemaOf(path).titles.join("，")}：一行一项，名称、空格、数字`);
  return make("div", { class: "admin-field" }, make("p", { class: "admin-hint" }, "一行一项：名称、空格、数字"), input);
}

/**
 * @param {string} line
 * @returns {[string, any]}
 */
function named(line) {
  const [, name, number] = /^(.*?)[\s:：,，]+(\S+)$/.exec(line) ?? ["", line, ""];
  return [name.trim(), number !== "" && Number.isFinite(+number) ? +number : number];
}

/**
 * @param {Form} form
 * @param {Path} path
 * @param {string} text
 * @param {(lines: string[]) => any} read
 */
function lines(form, path, text, read) {
  const input = area(text);
  input.addEventListener("input", () => {
    const all = input.value.split("\n").map((line) => line.trim()).filter(Boolean);
    const standsEmpty = Array.isArray(form.get(path)) || form.isRequired(path);
    form.put(path, all.length || standsEmpty ? read(all) : undefined);
  });
  return input;
}

/**
 * Numbers in one field.
 * @param {Form} form
 * @param {Path} path
 */
export function numbers(form, path) {
  const input = make("input", { type: "text", autocomplete: "off" });
  input.value = (form.get(path) ?? []).map((/** @type {any} */ each) => each ?? "—").join(", ");
  input.addEventListener("input", () => {
    const parts = input.value.split(/[,，、\s]+/).filter(Boolean);
    form.put(path, parts.length ? parts.map((each) => (each === "—" ? null : Number.isFinite(+each) ? +each : each)) : undefined);
  });
  return form.labelled(path, input, "（用逗号隔开，不知道的写“—”）");
}

/**
 * @param {Form} form
 * @param {Path} path
 */
export function yes(form, path) {
  const input = make("input", { type: "checkbox", id: idOf(path), "aria-describedby": `${idOf(path)}-problem` });
  input.checked = form.get(path) === true;
  input.addEventListener("change", () => form.put(path, input.checked || form.isRequired(path) ? input.checked : undefined));
  return make("div", { class: "admin-field admin-field--check" }, input, make("label", { for: input.id }, form.schemaOf(path).titles.pop() ?? ""), form.problem(path));
}

/**
 * Several of some choices; what is there but not among them stays until somebody takes it away.
 * @param {Form} form
 * @param {Schema} schema  resolved
 * @param {Path} path
 * @param {Choice[] | undefined} choices
 */
export function checks(form, schema, path, choices) {
  /** @type {string[]} */
  const chosen = form.get(path) ?? [];
  /** @type {Choice[]} */
  const known = choices ?? resolved(schema.items, form.root).enum.map((/** @type {string} */ value) => ({ value, label: data.words[value] ?? value }));
  const others = chosen.filter((each) => !known.some(({ value }) => value === each)).map((value) => ({ value, label: `${value}（已发布的内容里没有）` }));
  const boxes = [...known, ...others].map(({ value, label }, index) => {
    const input = make("input", { type: "checkbox", id: `${idOf(path)}-${index}` });
    input.checked = chosen.includes(value);
    input.addEventListener("change", () => {
      /** @type {string[]} */
      const before = form.get(path) ?? [];
      const now = input.checked ? [...before, value] : before.filter((each) => each !== value);
      form.put(path, now.length || form.isRequired(path) ? now : undefined);
    });
    return make("span", { class: "admin-check" }, input, make("label", { for: input.id }, label));
  });
  const legend = make("legend", {}, form.schemaOf(path).titles.pop() ?? "", form.mark(path));
  return make("fieldset", { class: "admin-checks", id: idOf(path), tabindex: "-1" }, legend, ...boxes, form.problem(path));
}
