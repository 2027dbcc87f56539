/**
 * The state of a gallery, which stands in the page's address: it survives reloading, going back, and being sent on.
 *
 * @typedef {Object} State
 * @property {string} query
 * @property {Chosen} facets
 * @property {string} sort
 * @property {number} pages  of hits on show
 */

import { queryOf } from "../shared/typing.js";

/** @import { Chosen } from "../search/facets.js" */

const FACETS = ["kind", "branch", "year", "track", "sector", "topic", "award", "region", "sme", "tags"];
const SORTS = ["relevance", "award", "newest", "title"];
const MOST_PAGES = 100;

/**
 * What an address says; facets that it does not name are as the page presets them.
 * @param {Chosen} preset
 * @returns {State}
 */
export function readAddress(preset) {
  const { search, hash } = location;
  const params = new URLSearchParams(hash.startsWith("#?") ? hash.slice(1) : search);
  /** @type {Chosen} */
  const facets = {};
  FACETS.forEach((name) => {
    const values = params.has(name) ? params.getAll(name).filter(Boolean) : preset[name] || [];
    if (values.length) facets[name] = values;
  });
  const sort = SORTS.find((known) => known === params.get("sort")) || SORTS[0];
  const pages = Math.min(Math.max(parseInt(params.get("pages") || "", 10) || 1, 1), MOST_PAGES);
  return { query: queryOf(params.get("q") || ""), facets, sort, pages };
}

/**
 * @param {State} state
 * @param {Chosen} preset
 */
export function addressOf(state, preset) {
  const params = new URLSearchParams();
  if (state.query) params.set("q", state.query);
  FACETS.forEach((name) => {
    const values = state.facets[name] || [];
    if (isSame(values, preset[name])) return;
    if (values.length === 0) params.set(name, "");
    values.forEach((value) => params.append(name, value));
  });
  if (state.sort !== SORTS[0]) params.set("sort", state.sort);
  if (state.pages > 1) params.set("pages", String(state.pages));
  return params.toString();
}

/**
 * Whether a state asks for no more than what the page presets.
 * @param {State} state
 * @param {Chosen} preset
 */
export function isPreset({ query, facets, sort }, preset) {
  return !query && sort === SORTS[0] && FACETS.every((name) => isSame(facets[name], preset[name]));
}

/**
 * @param {string[]} [one]
 * @param {string[]} [other]
 */
function isSame(one = [], other = []) {
  return one.length === other.length && one.every((value) => other.includes(value));
}

/**
 * Put a state into the address: as a step of its own, or in place of the present one.
 * @param {string} address
 * @param {boolean} isStep
 */
export function writeAddress(address, isStep) {
  const url = `${location.pathname}${address && "?"}${address}`;
  try {
    if (isStep) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  } catch {
    // Some browsers let a page on disk change only what follows the #, and some count how often it is changed.
    if (isStep) location.hash = `?${address}`;
    else location.replace(`#?${address}`);
  }
}
