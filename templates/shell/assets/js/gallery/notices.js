/** What the gallery says beside its hits: chosen conditions, nothing found, failures. Text only, never markup. */

import { make } from "../shared/elements.js";
import { editionOf, link } from "../shared/site.js";

/** @import { Facet } from "../search/facets.js" */
/** @import { Likely } from "../search/likely.js" */

/**
 * The chosen conditions as buttons that take them away.
 * @param {Facet[]} facets
 * @param {(name: string, value: string) => void} remove
 * @param {() => void} clear
 * @returns {HTMLElement[]} list items
 */
export function chips(facets, remove, clear) {
  const items = facets.flatMap((facet) =>
    facet.choices
      .filter((choice) => choice.selected)
      .map((choice) => {
        const text = `${facet.label}：${choice.label}`;
        const attributes = { class: "chip", "aria-label": `去掉条件“${text}”` };
        return make(
          "li",
          {},
          button(text, attributes, () => remove(facet.name, choice.value)),
        );
      }),
  );
  if (items.length > 1) items.push(make("li", {}, button("全部清除", { class: "chip chip--clear" }, clear)));
  return items;
}

/**
 * What answers a question that was asked in everyday words.
 * @param {Likely[]} found
 */
export function likelies(found) {
  const heading = make("h2", { id: "likely" }, "您要找的可能是");
  return make("section", { class: "likely", "aria-labelledby": "likely" }, heading, make("ul", {}, ...found.map(likely)));
}

/** @param {Likely} found */
function likely({ title, places, summary }) {
  const [first] = places;
  if (places.length === 1) {
    const edition = make("small", {}, editionOf(first));
    const text = summary ? make("p", {}, summary) : null;
    return make("li", {}, make("a", { href: link(first.address) }, title), edition, text);
  }
  const links = places.map((place) => make("a", { href: link(place.address) }, editionOf(place)));
  return make("li", {}, make("strong", {}, title), ...links);
}

/**
 * Nothing found: why, and what else there is.
 * @param {number} wider  hits without the chosen facets
 * @param {() => void} widen
 */
export function nothing(wider, widen) {
  const heading = make("h2", {}, "没有找到符合条件的内容");
  const advice = wider
    ? [button("去掉全部筛选条件", { class: "suggestion" }, widen), make("small", {}, `${wider} 条`)]
    : ["请检查有没有错别字，或换一个更短的词。"];
  return make("div", { class: "nothing" }, heading, make("p", {}, ...advice));
}

/**
 * @param {string} message
 * @param {() => void} again
 */
export function failure(message, again) {
  const heading = make("h2", {}, "检索没有成功");
  const text = make("p", {}, `${message}下面的列表和链接仍可使用。`);
  const retry = button("重试", { class: "button button--plain" }, again);
  return make("div", { class: "failure", role: "alert" }, heading, text, retry);
}

/**
 * @param {string} text
 * @param {Object<string, string>} attributes
 * @param {() => void} pressed
 */
function button(text, attributes, pressed) {
  const made = make("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", pressed);
  return made;
}
