/** What the header's list offers: the first hits by kind, and the way to all of them. */

import { make, marked } from "../shared/elements.js";
import { editionOf, hitLink, KINDS, link, searchForm } from "../shared/site.js";

/** @import { Hit } from "../search/hits.js" */
/** @import { Answer } from "../search/index.js" */
/** @import { Likely } from "../search/likely.js" */

const DEMO = "示例"; // fabricated data, and the name of the branch that has them

/**
 * @param {Answer} answer
 * @param {string} query
 * @returns {HTMLElement[]} options, those of hits in groups
 */
export function optionsOf(answer, query) {
  const likely = answer.likely.length ? [group("likely", "您要找的可能是", answer.likely.map(likelyOption))] : [];
  if (!answer.total) return likely;
  const all = option("site-search__all", searchPage(query), `查看全部 ${answer.total} 条结果`);
  return [...likely, ...groupsOf(answer), all];
}


/**
 * Hits by kind, in the order in which each kind first appears.
 * @param {Answer} answer
 */
function groupsOf(answer) {
  const kinds = Array.from(new Set(answer.hits.map((hit) => hit.kind)));
  return kinds.map((kind) => {
    const hits = answer.hits.filter((hit) => hit.kind === kind).map((hit) => hitOption(hit, answer.terms));
    return group(kind, KINDS[kind] || "其他", hits);
  });
}

/**
 * @param {string} name
 * @param {string} label
 * @param {HTMLElement[]} options
 */
function group(name, label, options) {
  const id = `site-group-${name}`;
  const shown = make("span", { class: "site-search__group", id, role: "presentation" }, label);
  return make("div", { role: "group", "aria-labelledby": id }, shown, ...options);
}

/**
 * What answers the question: a page, or the way to all branches that have such a page.
 * @param {Likely} found
 */
function likelyOption({ title, places, summary }) {
  const meta = [...places.map(editionOf), summary].filter(Boolean).join(" · ");
  const href = places.length === 1 ? link(places[0].address) : searchPage(title);
  return option("", href, ...lines(title, meta));
}

/**
 * @param {string | Node} title
 * @param {string} meta
 */
function lines(title, meta) {
  return [
    make("span", { class: "site-search__title" }, title),
    make("span", { class: "site-search__meta" }, meta),
  ];
}

/**
 * @param {Hit} hit
 * @param {string[]} terms
 */
function hitOption(hit, terms) {
  const edition = editionOf(hit);
  const demo = hit.demo && !edition.startsWith(DEMO) ? DEMO : "";
  const known = [demo, edition, hit.award, hit.unit, hit.kind === "track" ? "" : hit.track];
  const title = marked(hit.title, hit.fields.title);
  return option("", hitLink(hit, terms), ...lines(title, known.filter(Boolean).join(" · ")));
}

/**
 * @param {string} className
 * @param {string} href
 * @param {...(string | Node)} children
 */
function option(className, href, ...children) {
  return make("a", { class: className, role: "option", "aria-selected": "false", tabindex: "-1", href }, ...children);
}

/** @param {string} query */
function searchPage(query) {
  return `${(searchForm && searchForm.getAttribute("action")) || ""}?${new URLSearchParams({ q: query })}`;
}
