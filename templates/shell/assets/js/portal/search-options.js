/** What the header's list offers: the first hits by kind, and the way to all of them; or other things to ask. */

import { make, marked } from "../shared/elements.js";
import { editionOf, hitLink, KINDS, searchForm } from "../shared/site.js";

/** @import { Hit } from "../search/hits.js" */
/** @import { Answer } from "../search/index.js" */

const DEMO = "示例"; // fabricated data, and the name of the branch that has them

/**
 * @param {Answer} answer
 * @param {string} query
 * @returns {HTMLElement[]} options, those of hits in groups
 */
export function optionsOf(answer, query) {
  if (answer.total) {
    const all = option("site-search__all", searchPage(query), `查看全部 ${answer.total} 条结果`);
    return [...groupsOf(answer), all];
  }
  return answer.suggestions.map((found) => option("", searchPage(found.query), `${found.query}（${found.count} 条）`));
}

/**
 * Hits by kind, in the order in which each kind first appears.
 * @param {Answer} answer
 */
function groupsOf(answer) {
  const kinds = Array.from(new Set(answer.hits.map((hit) => hit.kind)));
  return kinds.map((kind, place) => {
    const id = `site-group-${place}`;
    const name = make("span", { class: "site-search__group", id, role: "presentation" }, KINDS[kind] || "其他");
    const hits = answer.hits.filter((hit) => hit.kind === kind).map((hit) => hitOption(hit, answer.terms));
    return make("div", { role: "group", "aria-labelledby": id }, name, ...hits);
  });
}

/**
 * @param {Hit} hit
 * @param {string[]} terms
 */
function hitOption(hit, terms) {
  const edition = editionOf(hit);
  const demo = hit.demo && !edition.startsWith(DEMO) ? DEMO : "";
  const known = [demo, edition, hit.award, hit.unit, hit.kind === "track" ? "" : hit.track];
  const title = make("span", { class: "site-search__title" }, marked(hit.title, hit.fields.title));
  const meta = make("span", { class: "site-search__meta" }, known.filter(Boolean).join(" · "));
  return option("", hitLink(hit, terms), title, meta);
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
