/**
 * What a reader typed, as terms: parted by blanks, "引号" keeps blanks, -词 excludes.
 *
 * @typedef {{typed: string, normal: string}} Term
 * @typedef {{must: Term[], mustNot: Term[]}} Query
 */

import { normalise } from "./normalise.js";

const BLANK = /[\s\u200b\ufeff]/;
/** @type {Object<string, string | undefined>} */
const CLOSING = { '"': '"', "“": "”", "”": "”", "＂": "＂" };

/**
 * @param {unknown} text
 * @returns {Query}
 */
export function parse(text) {
  const source = typeof text === "string" ? text : "";
  /** @type {Query} */
  const query = { must: [], mustNot: [] };
  let at = 0;
  while (at < source.length) {
    if (BLANK.test(source[at])) at += 1;
    else at = readTerm(source, at, query);
  }
  return query;
}

/**
 * Read the term that begins at a place; gives the place after it.
 * @param {string} source
 * @param {number} at
 * @param {Query} query
 */
function readTerm(source, at, query) {
  const excluded = isMinus(source[at]) && at + 1 < source.length && !BLANK.test(source[at + 1]);
  const start = excluded ? at + 1 : at;
  const quoted = closingQuote(source, start);
  const end = quoted === -1 ? wordEnd(source, start) : quoted;
  const typed = quoted === -1 ? source.slice(start, end) : source.slice(start + 1, end);
  addTerm(excluded ? query.mustNot : query.must, typed);
  return quoted === -1 ? end : end + 1;
}

/** @param {string} letter */
function isMinus(letter) {
  return letter === "-" || letter === "－";
}

/**
 * The place of the quote that closes the one at `start`, when both stand at the edges of a term; else -1.
 * @param {string} source
 * @param {number} start
 */
function closingQuote(source, start) {
  const closing = CLOSING[source[start]];
  const end = closing ? source.indexOf(closing, start + 1) : -1;
  const isEdge = end >= 0 && (end + 1 === source.length || BLANK.test(source[end + 1]));
  return isEdge ? end : -1;
}

/**
 * @param {string} source
 * @param {number} at
 */
function wordEnd(source, at) {
  while (at < source.length && !BLANK.test(source[at])) at += 1;
  return at;
}

/**
 * @param {Term[]} terms
 * @param {string} typed
 */
function addTerm(terms, typed) {
  const normal = normalise(typed);
  if (normal && !terms.some((term) => term.normal === normal)) terms.push({ typed: typed.trim(), normal });
}
