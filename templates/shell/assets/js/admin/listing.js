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
  const parts = data.kinds.flatMap((kind) => {
    const own = paths.filter((path) => kindOf(path) === kind);
    if (!own.length) return [];
    const links = own.map((path) => make("li", {}, make("a", { href: `#${encodeURIComponent(path)}` }, nameOf(path, kind.title))));
    return [make("h3", {}, kind.title), make("ul", { class: "admin-files" }, ...links)];
  });
  const title = edition ? (data.editions[edition]?.name ?? edition) : "整个赛事";
  const details = make("details", { class: "admin-group" }, make("summary", {}, `${title}（${paths.length} 个文件）`), ...parts);
  details.open = isOpen;
  return [details];
}

/**
 * @param {string} path
 * @param {string} title
 */
function nameOf(path, title) {
  const short = path.replace(/^content\/[^/]+\/\d{4}\//, "").replace(/\/index\.md$/, "");
  return data.titles[path] ? `${data.titles[path]}（${short.split("/").pop()}）` : short.includes("/") ? short : `${title}（${short}）`;
}
