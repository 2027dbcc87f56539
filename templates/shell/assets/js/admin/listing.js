/** The second screen: all files by edition and kind, and new ones. */
import { make } from "../shared/elements.js";
import { data, editionOf, kindOf } from "./data.js";
import { newFile } from "./creating.js";

/** @import { Desk } from "./desk.js" */

/**
 * @param {Desk} desk
 * @returns {HTMLElement[]}
 */
export function listing(desk) {
  const known = desk.paths.filter(kindOf);
  const editions = [...new Set(known.map(editionOf))].sort();
  const filter = make("input", { type: "search", id: "filter", autocomplete: "off" });
  const list = make("div", {});
  const draw = () => {
    const words = filter.value.trim().toLowerCase();
    const found = known.filter((path) => !words || `${path} ${data.titles[path] ?? ""}`.toLowerCase().includes(words));
    list.replaceChildren(
      ...editions.flatMap((edition) => group(edition, found.filter((path) => editionOf(path) === edition), words !== "" || editions.length < 3)),
      ...(found.length ? [] : [make("p", { class: "empty" }, "没有这样的文件。")]),
    );
  };
  filter.addEventListener("input", draw);
  draw();
  const field = make("div", { class: "admin-field" }, make("label", { for: "filter" }, "按标题或文件名查找"), filter);
  return [newFile(desk, editions.filter(Boolean)), field, list];
}

/**
 * @param {string} edition
 * @param {string[]} paths
 * @param {boolean} isOpen
 */
function group(edition, paths, isOpen) {
  if (!paths.length) return [];
  const titled = data.kinds.filter(({ pattern }) => pattern.includes("<slug>"));
  const isTitled = (/** @type {string} */ path) => titled.some((kind) => kind === kindOf(path));
  const parts = [
    ...links("设置", paths.filter((path) => !isTitled(path))),
    ...titled.flatMap((kind) => links(kind.title, paths.filter((path) => kindOf(path) === kind))),
  ];
  const title = edition ? (data.editions[edition]?.name ?? edition) : "整个赛事";
  const details = make("details", { class: "admin-group" }, make("summary", {}, `${title}（${paths.length} 个文件）`), ...parts);
  details.open = isOpen;
  return [details];
}

/**
 * @param {string} heading
 * @param {string[]} paths
 */
function links(heading, paths) {
  if (!paths.length) return [];
  const items = paths.map((path) => make("li", {}, make("a", { href: `#${encodeURIComponent(path)}` }, nameOf(path))));
  return [make("h3", {}, heading), make("ul", { class: "admin-files" }, ...items)];
}

/** @param {string} path */
function nameOf(path) {
  const title = kindOf(path)?.title ?? "";
  const short = path.replace(/^content\/[^/]+\/\d{4}\//, "").replace(/\/index\.md$/, "");
  return data.titles[path] ? `${data.titles[path]}（${short.split("/").pop()}）` : /^(?:tracks|notices|pages|cases)\//.test(short) ? short : `${title}（${short}）`;
}
