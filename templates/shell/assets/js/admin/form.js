/** A form made from a schema: one control a value, and beside it what is wrong with it. */
import { make } from "../shared/elements.js";
import { choicesFor } from "./choices.js";
import { checks, numbers, single, table, texts, yes } from "./controls.js";
import { list } from "./lists.js";
import { idOf, whenOpened } from "./parts.js";
import { controlOf, described, problems, resolved, told } from "./schema.js";
import { isMapping } from "./yaml.js";

/** @import { Edition, Schema } from "./data.js" */
/** @import { Path, Problem } from "./schema.js" */

/**
 * @typedef {{
 *   edition: Edition | undefined,
 *   onChange: () => void,
 *   fileControl: (input: HTMLInputElement, isPicture: boolean) => Node,
 * }} Surroundings
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

/** Keys about publication and exceptions, which come after what a text is about. */
const LATER = ["images", "attachments", "publish_at", "expire_at", "draft", "demo", "aliases", "allow_personal"];

const LISTS = new Set(["list", "texts", "choices", "numbers"]);
const MAPPINGS = new Set(["record", "table"]);

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
    const around = this.get(above);
    if (value !== undefined) {
      if (above.length && !isMapping(around) && !Array.isArray(around)) this.set(above, {});
      this.get(above)[key] = value;
    } else if (isMapping(around)) {
      delete around[key];
      const isEmpty = above.length > 0 && !Object.keys(around).length;
      if (isEmpty && typeof above[above.length - 1] === "string") this.set(above, undefined);
    }
  }

  /**
   * Somebody has given a value.
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
      document.getElementById(idOf(name.split(".")))?.setAttribute("aria-invalid", String(message !== ""));
    });
  }

  /** Shows all problems and gives them, each with the id of its control. */
  reviewAll() {
    this.touched.add("*");
    this.review();
    return this.found.map((problem) => ({ id: idOf(problem.path), message: told(this.root, problem) }));
  }

  /** @param {Path} path */
  schemaOf(path) {
    return described(this.root, path);
  }

  /**
   * Whether a key must stand in the file.
   * @param {Path} path
   */
  isRequired(path) {
    return this.schemaOf(path.slice(0, -1)).schema.required?.includes(path[path.length - 1]) ?? false;
  }

  /**
   * @param {Schema} schema
   * @param {Path} path
   * @returns {HTMLElement[]}
   */
  fields(schema, path) {
    const { properties, required = [] } = resolved(schema, this.root);
    const rank = (/** @type {string} */ key) => (required.includes(key) ? -1 : LATER.indexOf(key) + 1);
    const keys = Object.keys(properties).sort((one, other) => rank(one) - rank(other));
    return keys.map((key) => this.field(properties[key], [...path, key]));
  }

  /**
   * @param {Schema} schema
   * @param {Path} path
   * @returns {HTMLElement}
   */
  field(schema, path) {
    const found = resolved(schema, this.root);
    const control = controlOf(found, this.root);
    const choices = choicesFor(this, path);
    if (!this.canShow(control, this.get(path))) return this.unshown(path);
    if (control === "record") return this.group(path, () => this.fields(found, path));
    if (control === "list") return this.group(path, () => [list(this, found, path)]);
    if (control === "table") return this.group(path, () => [table(this, path)]);
    if (control === "choices" || (control === "texts" && choices?.length)) return checks(this, found, path, choices);
    if (control === "yes") return yes(this, path);
    if (control === "numbers") return numbers(this, path);
    return control === "texts" ? texts(this, path) : single(this, found, path, control);
  }

  /**
   * @param {string} control
   * @param {any} value
   */
  canShow(control, value) {
    if (value === undefined || value === null) return true;
    if (LISTS.has(control) !== Array.isArray(value) || MAPPINGS.has(control) !== isMapping(value)) return false;
    return control !== "texts" || value.every((/** @type {any} */ each) => typeof each === "string" && each === each.trim() && each && !each.includes("\n"));
  }

  /**
   * What the form cannot show, it leaves as it is.
   * @param {Path} path
   */
  unshown(path) {
    const text = `“${this.schemaOf(path).titles.pop()}”的写法表单放不下，请在源文里改。`;
    return make("div", { class: "admin-field" }, make("p", { id: idOf(path), tabindex: "-1" }, text), this.problem(path));
  }

  /**
   * A control with its label, and with the place for what is wrong.
   * @param {Path} path
   * @param {Control} input
   * @param {string} hint
   * @param {...(Node | null)} more
   */
  labelled(path, input, hint, ...more) {
    input.id = idOf(path);
    input.setAttribute("aria-describedby", `${input.id}-problem`);
    const label = make("label", { for: input.id }, this.schemaOf(path).titles.pop() + hint, this.mark(path));
    if (this.isRequired(path)) input.setAttribute("aria-required", "true");
    return make("div", { class: "admin-field" }, label, input, ...more, this.problem(path));
  }

  /** @param {Path} path */
  mark(path) {
    return this.isRequired(path) ? make("span", { class: "admin-must" }, "必填") : null;
  }

  /** @param {Path} path */
  problem(path) {
    return make("p", { class: "admin-problem", id: `${idOf(path)}-problem`, "data-problem": path.join(".") });
  }

  /**
   * Parts that few fill in are closed until somebody opens them.
   * @param {Path} path
   * @param {() => HTMLElement[]} parts
   */
  group(path, parts) {
    const value = this.get(path);
    const title = this.schemaOf(path).titles.pop() ?? "";
    const group = make("details", { class: "admin-group" }, make("summary", { id: idOf(path) }, title, this.mark(path)), this.problem(path));
    whenOpened(group, (value && Object.keys(value).length > 0) || this.isRequired(path), () => {
      group.append(...parts());
      this.review();
    });
    return group;
  }
}
