/** Lists of records, or of lists: items are added, taken away and moved, with the keyboard as well. */
import { make } from "../shared/elements.js";
import { data } from "./data.js";
import { idOf, whenOpened } from "./parts.js";
import { resolved, shown } from "./schema.js";
import { isMapping } from "./yaml.js";

/** @import { Schema } from "./data.js" */
/** @import { Form } from "./form.js" */
/** @import { Path } from "./schema.js" */

/** Items of a longer list are closed at first. */
const FEW = 3;

/** Characters of what is said of a closed item. */
const SAID = 28;

/**
 * @typedef {(edit: (list: any[]) => void, focus: number) => void} Change
 *
 * @param {Form} form
 * @param {Schema} schema  resolved
 * @param {Path} path
 */
export function list(form, schema, path) {
  const items = resolved(schema.items, form.root);
  const box = make("div", { class: "admin-list" });
  const add = make("button", { type: "button", class: "button button--plain admin-add" }, `添加${schema.title ?? ""}`);
  const draw = (/** @type {number} */ focus) => {
    const values = /** @type {any[]} */ (form.get(path) ?? []);
    const parts = values.map((value, index) => item(form, items, [...path, index], value, values.length <= FEW || index === focus, change));
    box.replaceChildren(...parts, add);
    if (focus >= 0) (parts[focus]?.querySelector("summary") ?? add).focus();
  };
  /** @type {Change} */
  const change = (edit, focus) => {
    const values = [...(form.get(path) ?? [])];
    edit(values);
    form.put(path, values);
    draw(focus);
    form.review();
  };
  add.addEventListener("click", () => change((values) => values.push(items.type === "object" ? {} : []), (form.get(path) ?? []).length));
  draw(-1);
  return box;
}

/**
 * @param {Form} form
 * @param {Schema} items  resolved
 * @param {Path} path
 * @param {any} value
 * @param {boolean} isOpen
 * @param {Change} change
 */
function item(form, items, path, value, isOpen, change) {
  const name = `第 ${Number(path[path.length - 1]) + 1} 项${said(value)}`;
  const part = make("details", { class: "admin-item" }, make("summary", { id: idOf(path) }, name), tools(form, path, name, change), form.problem(path));
  whenOpened(part, isOpen, () => {
    part.append(...(items.type === "object" && isMapping(value) ? form.fields(items, path) : [form.field(items, path)]));
    form.review();
  });
  return part;
}

/**
 * @param {Form} form
 * @param {Path} path
 * @param {string} name
 * @param {Change} change
 */
function tools(form, path, name, change) {
  const index = Number(path[path.length - 1]);
  const last = form.get(path.slice(0, -1)).length - 1;
  /** @type {[string, boolean, (list: any[]) => void, number][]} */
  const all = [
    ["上移", index > 0, (values) => values.splice(index - 1, 0, ...values.splice(index, 1)), index - 1],
    ["下移", index < last, (values) => values.splice(index + 1, 0, ...values.splice(index, 1)), index + 1],
    ["删除", true, (values) => values.splice(index, 1), Math.min(index, last - 1)],
  ];
  const buttons = all.map(([word, isThere, edit, focus]) => {
    const button = make("button", { type: "button", "aria-label": `${word}${name}` }, word);
    button.disabled = !isThere;
    button.addEventListener("click", () => change(edit, focus < 0 ? last : focus));
    return button;
  });
  return make("div", { class: "admin-tools" }, ...buttons);
}

/**
 * What an item is about, for those who do not open it.
 * @param {any} value
 */
function said(value) {
  const entries = isMapping(value) ? Object.entries(value) : Object.entries(Array.isArray(value) ? value : []);
  const words = entries.filter(([key, each]) => key !== "id" && each !== null && typeof each !== "object").map(([, each]) => data.words[each] ?? shown(each));
  const text = [...new Set(words)].join("，").replace(/\s+/g, " ");
  return text ? `：${text.length > SAID ? `${text.slice(0, SAID)}……` : text}` : "";
}
