/**
 * What else could be asked when nothing was found.
 *
 * @typedef {Object} Suggestion
 * @property {string} query
 * @property {number} count     Hits of that query under the same facets.
 * @property {string} reason    In Chinese.
 *
 * @typedef {(query: Query) => Promise<number>} Count  How many documents a query finds under the same facets.
 */

import { matchesOf } from "./matching.js";
import { normalise } from "./normalise.js";
import { written } from "./query.js";
import { boundary } from "./snippets.js";

/** @import { Portal } from "./portal.js" */
/** @import { Query } from "./query.js" */

const MOST_TERMS = 8;
const COMPARED = 12; // characters of a term that are compared with titles
const MOST_TITLES = 3;

/**
 * @param {Portal[]} portals
 * @param {Query} query
 * @param {Count} count
 * @returns {Promise<Suggestion[]>}
 */
export async function suggestionsFor(portals, query, count) {
  if (query.must.length === 1) return nearTitles(portals, query, count);
  return query.must.length <= MOST_TERMS ? withoutOne(query, count) : [];
}

/**
 * The query with one term less.
 * @param {Query} query
 * @param {Count} count
 */
async function withoutOne({ must, mustNot }, count) {
  /** @type {Suggestion[]} */
  const found = [];
  for (const dropped of must) {
    const fewer = { must: must.filter((term) => term !== dropped), mustNot };
    const hits = await count(fewer);
    if (hits) found.push({ query: written(fewer), count: hits, reason: `去掉“${shortened(dropped.typed)}”` });
  }
  return found.sort((a, b) => b.count - a.count);
}

/**
 * The piece of the term that the most similar title of each portal shares.
 * @param {Portal[]} portals
 * @param {Query} query
 * @param {Count} count
 */
async function nearTitles(portals, { must, mustNot }, count) {
  const term = must[0].normal.slice(0, COMPARED);
  const pieces = await sharedPieces(portals, term);
  const longest = Math.max(0, ...Array.from(pieces.keys(), (piece) => piece.length));
  /** @type {Suggestion[]} */
  const found = [];
  for (const [piece, title] of pieces) {
    if (piece.length * 3 < longest * 2) continue;
    const near = { must: [{ typed: piece, normal: piece }], mustNot };
    const hits = await count(near);
    if (hits) found.push({ query: written(near), count: hits, reason: `标题相近：${title}` });
  }
  return found.sort((a, b) => b.query.length - a.query.length || b.count - a.count).slice(0, MOST_TITLES);
}

/**
 * Pieces of a term, each with the title that has it.
 * @param {Portal[]} portals
 * @param {string} term
 */
async function sharedPieces(portals, term) {
  /** @type {Map<string, string>} */
  const pieces = new Map();
  for (const portal of portals) {
    const title = await nearestTitle(portal, term);
    const piece = longestCommon(term, normalise(title));
    if (piece.length > 1 && !pieces.has(piece)) pieces.set(piece, title);
  }
  return pieces;
}

/**
 * The title that has most of a term's pairs; "" when none has any.
 * @param {Portal} portal
 * @param {string} term
 */
async function nearestTitle(portal, term) {
  /** @type {Map<number, number>} */
  const shared = new Map();
  const pairs = new Set(Array.from({ length: Math.max(0, term.length - 1) }, (_, at) => term.slice(at, at + 2)));
  for (const pair of pairs) {
    const { documents, symbols } = await matchesOf(portal, pair);
    documents.forEach((document, at) => {
      const isInTitle = symbols[at] < 16;
      if (isInTitle) shared.set(document, (shared.get(document) || 0) + 1);
    });
  }
  const [best] = Array.from(shared).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best ? (await portal.card(best[0]))[1] : "";
}

/**
 * The longest piece that two texts share.
 * @param {string} a
 * @param {string} b
 */
function longestCommon(a, b) {
  let best = "";
  for (let start = 0; start < a.length; start += 1) {
    while (start + best.length < a.length && b.includes(a.slice(start, start + best.length + 1))) {
      best = a.slice(start, start + best.length + 1);
    }
  }
  return best;
}

/** @param {string} text */
function shortened(text) {
  return text.length > 20 ? `${text.slice(0, boundary(text, 20))}…` : text;
}
