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

/** @import { Source } from "./source.js" */
/** @import { Query } from "./query.js" */

const MOST_TERMS = 8;
const COMPARED = 12; // characters of a term that are compared with titles

/**
 * @param {Source} source
 * @param {Query} query
 * @param {Count} count
 * @returns {Promise<Suggestion[]>}
 */
export async function suggestionsFor(source, query, count) {
  if (query.must.length === 1) return nearTitles(source, query, count);
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
 * The piece of the term that the most similar title shares.
 * @param {Source} source
 * @param {Query} query
 * @param {Count} count
 */
async function nearTitles(source, { must, mustNot }, count) {
  const term = must[0].normal.slice(0, COMPARED);
  const title = await nearestTitle(source, term);
  const piece = longestCommon(term, normalise(title));
  if (piece.length < 2) return [];
  const near = { must: [{ typed: piece, normal: piece }], mustNot };
  const hits = await count(near);
  return hits ? [{ query: written(near), count: hits, reason: `标题相近：${title}` }] : [];
}

/**
 * The title that has most of a term's pairs; "" when none has any.
 * @param {Source} source
 * @param {string} term
 */
async function nearestTitle(source, term) {
  /** @type {Map<number, number>} */
  const shared = new Map();
  const pairs = new Set(Array.from({ length: Math.max(0, term.length - 1) }, (_, at) => term.slice(at, at + 2)));
  for (const pair of pairs) {
    const { documents, symbols } = await matchesOf(source, pair);
    documents.forEach((document, at) => {
      const isInTitle = symbols[at] < 16;
      if (isInTitle) shared.set(document, (shared.get(document) || 0) + 1);
    });
  }
  const [best] = Array.from(shared).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best ? (await source.card(best[0]))[1] : "";
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
