/** The documents that contain a term, exactly. */

import { coverOf } from "./cover.js";
import { normalise } from "./normalise.js";
import { symbolOf } from "./ranking.js";
import { NOTHING } from "./shards.js";

/** @import { Source } from "./source.js" */
/** @import { Range } from "./ranges.js" */
/** @import { Matches } from "./shards.js" */

const ALONG = 12; // grams of one term that are fetched together
const FEW = 4; // documents whose texts may be fetched to check a very long term
const REMEMBERED = 200; // answered terms kept in memory

/**
 * The documents that contain a term.
 * @param {Source} source
 * @param {string} term  normalised
 * @returns {Promise<Matches>}
 */
export function matchesOf(source, term) {
  const { answers } = source;
  const known = answers.get(term);
  if (known) return known;
  const finding = find(source, term);
  if (answers.size >= REMEMBERED) answers.delete(answers.keys().next().value || "");
  answers.set(term, finding);
  finding.catch(() => answers.delete(term));
  return finding;
}

/**
 * @param {Source} source
 * @param {string} term
 * @returns {Promise<Matches>}
 */
async function find(source, term) {
  const { documents, width } = source.manifest;
  if (!documents || term.length > width) return NOTHING;
  if (term.length === 1 || source.frequent.has(term)) return (await source.shard("s", term)).summary(term);
  const cover = coverOf(term, source.frequent);
  /** @type {number[] | null} */
  let starts = null;
  for (let at = 0; at < cover.length; at += ALONG) {
    starts = await narrow(source, starts, term, cover.slice(at, at + ALONG));
    if (!starts.length) return NOTHING;
    const few = cover.length > at + ALONG && documentsOf(starts, width, FEW);
    if (few) return summarised(source, await checked(source, starts, term, few));
  }
  return summarised(source, starts || []);
}

/**
 * Starts of a term that some more of its grams allow; `null` before the first.
 * @param {Source} source
 * @param {number[] | null} starts
 * @param {string} term
 * @param {Range[]} grams
 * @returns {Promise<number[]>}
 */
async function narrow(source, starts, term, grams) {
  const lists = await Promise.all(grams.map(([from, to]) => placesOf(source, term.slice(from, to))));
  const shortestFirst = grams.map((_, at) => at).sort((a, b) => lists[a].length - lists[b].length);
  for (const at of shortestFirst) {
    const offset = grams[at][0];
    starts = starts === null ? lists[at].map((place) => place - offset) : common(starts, lists[at], offset);
    if (!starts.length) return starts;
  }
  return starts || [];
}

/**
 * @param {Source} source
 * @param {string} gram
 */
async function placesOf(source, gram) {
  return (await source.shard("p", gram)).places(gram);
}

/**
 * Starts whose term also has its gram at `offset`; both lists ascend.
 * @param {number[]} starts
 * @param {number[]} places
 * @param {number} offset
 */
function common(starts, places, offset) {
  const kept = [];
  let at = 0;
  for (const start of starts) {
    while (at < places.length && places[at] < start + offset) at += 1;
    if (places[at] === start + offset) kept.push(start);
  }
  return kept;
}

/**
 * The documents of some places, or null when they are more than `most`.
 * @param {number[]} places
 * @param {number} width
 * @param {number} most
 */
function documentsOf(places, width, most) {
  /** @type {Set<number>} */
  const documents = new Set();
  for (const place of places) {
    documents.add(Math.floor(place / width));
    if (documents.size > most) return null;
  }
  return Array.from(documents);
}

/**
 * The starts of a very long term in documents whose texts do contain it.
 * @param {Source} source
 * @param {number[]} starts
 * @param {string} term
 * @param {number[]} documents
 */
async function checked(source, starts, term, documents) {
  const contain = await Promise.all(documents.map((document) => contains(source, document, term)));
  const kept = new Set(documents.filter((_, at) => contain[at]));
  const { width } = source.manifest;
  return starts.filter((place) => kept.has(Math.floor(place / width)));
}

/**
 * @param {Source} source
 * @param {number} document
 * @param {string} term
 */
async function contains(source, document, term) {
  const [[, title, unit, summary], text] = await Promise.all([source.card(document), source.text(document)]);
  return [title, unit, summary, ...text.split("\n")].some((value) => normalise(value).includes(term));
}

/**
 * Documents and symbols from places.
 * @param {Source} source
 * @param {number[]} places
 * @returns {Matches}
 */
function summarised(source, places) {
  const { width, zones } = source.manifest;
  /** @type {Matches} */
  const matches = { documents: [], symbols: [] };
  for (let at = 0; at < places.length;) {
    const document = Math.floor(places[at] / width);
    const first = at;
    while (at < places.length && places[at] < (document + 1) * width) at += 1;
    matches.documents.push(document);
    matches.symbols.push(symbolOf(places[first] - document * width, at - first, zones));
  }
  return matches;
}
