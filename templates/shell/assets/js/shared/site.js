/** What a page knows of its site: it stands on the header's search form. */

/** @import { Hit } from "../search/hits.js" */

const found = document.querySelector("form[data-search]");

/** The header's search. */
export const searchForm = found instanceof HTMLFormElement ? found : null;

const { engine = "", root = "", manifest = "" } = searchForm ? searchForm.dataset : {};

/** Where the script of the search engine is. */
export const engineUrl = engine;

/** Where the index that this page searches begins. */
export const indexUrl = manifest;

/** @type {Object<string, string>} */
export const KINDS = { case: "案例", entry: "获奖项目", topic: "赛题", track: "赛道", notice: "通知公告", page: "页面", question: "常见问题" };

/**
 * A link from this page to another of the site.
 * @param {string} address  from the site's root
 */
export function link(address) {
  return root + address;
}

/**
 * The link to a hit's page, which will mark the terms there.
 * @param {Hit} hit
 * @param {string[]} terms
 */
export function hitLink(hit, terms) {
  const [path, fragment] = hit.address.split("#");
  const query = new URLSearchParams(terms.map((term) => ["hl", term])).toString();
  return link(path) + (query ? `?${query}` : "") + (fragment ? `#${fragment}` : "");
}

/**
 * The edition that a hit or a page belongs to, with its branch's name where a search covers several.
 * @param {{branchName: string, year: number}} hit
 */
export function editionOf(hit) {
  return `${searchForm && "branches" in searchForm.dataset ? hit.branchName : ""}${hit.year}年`;
}
