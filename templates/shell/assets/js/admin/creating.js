/** New files: where they go, and what they begin with. */
import { make } from "../shared/elements.js";
import { data, startable, starter } from "./data.js";
import { Editing } from "./editing.js";
import { changed, contents } from "./text.js";

/** @import { Desk } from "./desk.js" */
/** @import { Kind } from "./data.js" */

const LABELS = new Map([
  ["branch", "分赛"],
  ["year", "年份"],
  ["NN", "序号（两位）"],
  ["date", "日期"],
  ["slug", "英文短名"],
]);
const RULES = new Map([
  ["branch", /^[a-z0-9]+(-[a-z0-9]+)*$/],
  ["year", /^\d{4}$/],
  ["NN", /^\d\d$/],
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["slug", /^[a-z0-9]+(-[a-z0-9]+)*$/],
]);

/**
 * @param {Desk} desk
 * @param {string[]} editions
 */
export function newFile(desk, editions) {
  const kinds = startable.flatMap((name) => data.kinds.filter((kind) => kind.name === name));
  const choose = make("select", { id: "new-kind" }, ...kinds.map(({ name, title }) => make("option", { value: name }, title)));
  const edition = make("input", { type: "text", id: "new-edition", list: "new-editions", autocomplete: "off", placeholder: "分赛/年份" });
  const known = make("datalist", { id: "new-editions" }, ...editions.map((each) => make("option", { value: each, label: data.editions[each]?.name ?? each })));
  if (editions.length === 1) edition.value = editions[0];
  const rest = make("div", { class: "admin-row" });
  const kind = () => /** @type {Kind} */ (kinds.find(({ name }) => name === choose.value));
  const draw = () => rest.replaceChildren(...own(kind()).map((name) => field(name)));
  choose.addEventListener("change", draw);
  draw();
  const form = make(
    "form",
    { class: "admin-new" },
    make("h3", {}, "新建"),
    make("div", { class: "admin-row" }, labelled("new-kind", "种类", choose), labelled("new-edition", "届次（分赛/年份）", edition), known),
    rest,
    make("button", { type: "submit", class: "button" }, "新建"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [branch = "", year = ""] = edition.value.trim().split("/");
    /** @type {Object<string, string>} */
    const values = { branch, year };
    rest.querySelectorAll("input").forEach((input) => (values[input.name] = input.value.trim()));
    begin(desk, kind(), values);
  });
  return form;
}

/**
 * @param {Desk} desk
 * @param {Kind} kind
 * @param {Object<string, string>} values
 */
function begin(desk, kind, values) {
  const wrong = Object.keys(values).find((name) => kind.pattern.includes(`<${name}>`) && !RULES.get(name)?.test(values[name]));
  if (wrong) return desk.say(`“${LABELS.get(wrong)}”的写法不对：${rule(wrong)}。`, true);
  const path = kind.pattern.replace(/<(\w+)>/g, (_, name) => values[name]);
  if (desk.paths.includes(path)) return desk.say(`${path} 已经有了，请在下面打开它。`, true);
  const text = begun(kind, path, values);
  desk.say("");
  if (desk.store) desk.edit(new Editing(desk, desk.store, { path, bytes: new TextEncoder().encode(text), version: "" }, true));
}

/**
 * The starter with what is known already.
 * @param {Kind} kind
 * @param {string} path
 * @param {Object<string, string>} values
 */
function begun(kind, path, values) {
  const edition = data.editions[`${values.branch}/${values.year}`];
  const tracks = edition?.tracks.map(({ value }) => value).join("、") || "赛道的短名";
  const text = starter(kind.name, { ...values, number: String(Number(values.NN)), tracks, awards: edition?.awards.join("、") || "奖项" });
  const { value, body } = contents(path, text);
  const sections = edition?.outline.map((heading) => `## ${heading}\n\n待补充\n`).join("\n");
  return changed(path, text, value, (kind.name === "case" && sections) || body) ?? text;
}

/** @param {Kind} kind */
function own(kind) {
  return [...kind.pattern.matchAll(/<(\w+)>/g)].map(([, name]) => name).filter((name) => name !== "branch" && name !== "year");
}

/** @param {string} name */
function field(name) {
  const input = make("input", { type: "text", id: `new-${name}`, name, autocomplete: "off", spellcheck: "false", required: "" });
  if (name === "date") input.value = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10); // in Beijing
  return labelled(input.id, LABELS.get(name) ?? name, input);
}

/** @param {string} name */
function rule(name) {
  return { year: "四位数字", NN: "两位数字，如 03", date: "如 2026-06-22" }[name] ?? "小写字母、数字和单个连字符，如 river-level";
}

/**
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement} input
 */
function labelled(id, label, input) {
  return make("div", { class: "admin-field" }, make("label", { for: id }, label), input);
}
