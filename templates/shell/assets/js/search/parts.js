/**
 * One portal's part of an answer.
 *
 * @typedef {{facets: Chosen, sort: string, needsLater: boolean}} Wanted
 *   `needsLater` also reads the facets in files of their own.
 *
 * @typedef {Object} Part
 * @property {number[]} documents    what the query finds
 * @property {Entry[]} entries       those that the facets allow
 * @property {FacetColumn[]} columns
 * @property {number[][]} counts     of each value of each column
 */

import { narrowed } from "./facets.js";
import { matchesOf } from "./matching.js";
import { addScores } from "./ranking.js";

/** @import { FacetColumn } from "./columns.js" */
/** @import { Chosen } from "./facets.js" */
/** @import { Portal } from "./portal.js" */
/** @import { Query, Term } from "./query.js" */
/** @import { Entry } from "./ranking.js" */
/** @import { Matches } from "./shards.js" */

const ALONG = 12; // terms of one query that are looked up together

/**
 * @param {Portal} portal
 * @param {number} part  the portal's number in the search
 * @param {Query} query
 * @param {Wanted} wanted
 * @returns {Promise<Part>}
 */
export async function partOf(portal, part, query, wanted) {
  await portal.open();
  const [scores, columns, later, titles] = await Promise.all([
    scoresOf(portal, query),
    portal.columns(),
    wanted.needsLater ? portal.later() : [],
    wanted.sort === "title" ? portal.titles() : null,
  ]);
  const facets = [...columns.facets, ...later];
  const documents = Array.from(scores.keys());
  const { kept, counts } = narrowed(documents, facets, wanted.facets);
  const entries = kept.map((document) => ({
    portal,
    part,
    document,
    score: scores.get(document) || 0,
    rank: columns.rank[document],
    year: Number(columns.value("year", document)[0]),
    key: titles ? titles.key[document] : 0,
    place: titles ? titles.place[document] : 0,
  }));
  return { documents, entries, columns: facets, counts };
}

/**
 * The documents of a portal that a query finds, with their scores.
 * @param {Portal} portal
 * @param {Query} query
 * @returns {Promise<Map<number, number>>}
 */
async function scoresOf(portal, query) {
  /** @type {Map<number, number> | null} */
  let scores = null;
  for await (const matches of matchesOfAll(portal, query.must)) {
    scores = addScores(scores, matches);
    if (!scores.size) return scores;
  }
  const kept = scores || everything(portal);
  for await (const matches of matchesOfAll(portal, query.mustNot)) {
    matches.documents.forEach((document) => kept.delete(document));
  }
  return kept;
}

/**
 * @param {Portal} portal
 * @param {Term[]} terms
 * @returns {AsyncGenerator<Matches>}
 */
async function* matchesOfAll(portal, terms) {
  for (let at = 0; at < terms.length; at += ALONG) {
    yield* await Promise.all(terms.slice(at, at + ALONG).map((term) => matchesOf(portal, term.normal)));
  }
}

/** @param {Portal} portal */
function everything(portal) {
  return new Map(Array.from({ length: portal.manifest.documents }, (_, document) => [document, 0]));
}
