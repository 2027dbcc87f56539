/**
 * What a query finds.
 *
 * @typedef {{facets: Chosen, sort: string, needsLater: boolean}} Wanted
 *   `needsLater` also reads the facets in files of their own.
 *
 * @typedef {Object} Found
 * @property {number[]} documents    what the query finds
 * @property {string[]} terms         normalised, as they stand in what was found
 * @property {string} said            "" for what the query asks; else how far that is from it
 * @property {Entry[]} entries       those that the facets allow, in the order that is wanted
 * @property {FacetColumn[]} columns
 * @property {number[][]} counts     of each value of each column
 */

import { closestTo } from "./closest.js";
import { narrowed } from "./facets.js";
import { matchesOf } from "./matching.js";
import { addScores, ORDERS } from "./ranking.js";

/** @import { FacetColumn } from "./columns.js" */
/** @import { Chosen } from "./facets.js" */
/** @import { Source } from "./source.js" */
/** @import { Query, Term } from "./query.js" */
/** @import { Entry } from "./ranking.js" */
/** @import { Matches } from "./shards.js" */

const ALONG = 12; // terms of one query that are looked up together

/**
 * @param {Source} source
 * @param {Query} query
 * @param {Wanted} wanted
 * @returns {Promise<Found>}
 */
export async function find(source, query, wanted) {
  const [exact, columns, later, places] = await Promise.all([
    scoresOf(source, query),
    source.columns(),
    wanted.needsLater ? source.later() : [],
    wanted.sort === "title" ? source.titles() : null,
  ]);
  const terms = query.must.map((term) => term.normal);
  const isExact = exact.size > 0 || !terms.length;
  const { scores, ...told } = isExact ? { scores: exact, terms, said: "" } : await closestTo(source, query);
  const facets = [...columns.facets, ...later];
  const documents = Array.from(scores.keys());
  const { kept, counts } = narrowed(documents, facets, wanted.facets);
  const entries = kept.map((document) => ({
    document,
    score: scores.get(document) || 0,
    rank: columns.rank[document],
    year: Number(columns.value("year", document)[0]),
    place: places ? places[document] : 0,
  }));
  return { documents, entries: entries.sort(ORDERS[wanted.sort]), columns: facets, counts, ...told };
}

/**
 * The documents that a query finds, with their scores.
 * @param {Source} source
 * @param {Query} query
 * @returns {Promise<Map<number, number>>}
 */
async function scoresOf(source, query) {
  /** @type {Map<number, number> | null} */
  let scores = null;
  for await (const matches of matchesOfAll(source, query.must)) {
    scores = addScores(scores, matches);
    if (!scores.size) return scores;
  }
  const kept = scores || everything(source);
  for await (const matches of matchesOfAll(source, query.mustNot)) {
    matches.documents.forEach((document) => kept.delete(document));
  }
  return kept;
}

/**
 * @param {Source} source
 * @param {Term[]} terms
 * @returns {AsyncGenerator<Matches>}
 */
async function* matchesOfAll(source, terms) {
  for (let at = 0; at < terms.length; at += ALONG) {
    yield* await Promise.all(terms.slice(at, at + ALONG).map((term) => matchesOf(source, term.normal)));
  }
}

/** @param {Source} source */
function everything(source) {
  return new Map(Array.from({ length: source.manifest.documents }, (_, document) => [document, 0]));
}
