/**
 * What comes closest to a query that finds nothing: other ways of writing its terms, else parts of it.
 *
 * @typedef {Object} Part  What is searched for instead of a term, or of a piece of it.
 * @property {string} text       As it stands in what is found.
 * @property {string} called     As readers are told.
 * @property {number} weight     Characters of the query that it stands for.
 * @property {boolean} isWhole   Whether it stands for a whole term.
 * @property {Matches} matches
 *
 * @typedef {Object} Closest
 * @property {Map<number, number>} scores  of the documents
 * @property {string[]} terms    that the documents contain
 * @property {string} said       What readers are told.
 */

import { matchesOf } from "./matching.js";
import { addScores } from "./ranking.js";
import { boundary } from "./snippets.js";
import { spellings } from "./sounds.js";

/** @import { Query, Term } from "./query.js" */
/** @import { Matches } from "./shards.js" */
/** @import { Source } from "./source.js" */

const MOST_TERMS = 8;
const LONGEST = 12; // characters of a term that are taken apart
const SHOWN = 20; // characters of a term that readers are shown
const HAN = /\p{Script=Han}/u;
const LEAST_LATIN = 4; // letters of a piece without Chinese: fewer stand in any text
const FIRST = 1e7; // more than any sum of scores

/**
 * @param {Source} source
 * @param {Query} query
 * @returns {Promise<Closest>}
 */
export async function closestTo(source, { must, mustNot }) {
  const terms = must.slice(0, MOST_TERMS);
  const parts = await Promise.all(terms.map((term) => partsOf(source, term)));
  const all = parts.flat();
  const covered = coverage(all);
  for (const { normal } of mustNot) {
    (await matchesOf(source, normal)).documents.forEach((document) => covered.delete(document));
  }
  const most = Math.max(0, ...covered.values());
  const isOtherwise = parts.every(([part]) => part && part.isWhole) && most === sum(all);
  const kept = Array.from(covered).filter(([, weight]) => weight > (isOtherwise ? most - 1 : most / 2));
  const first = new Map(kept.map(([document, weight]) => [document, weight * FIRST]));
  const scores = all.reduce((scores, part) => added(scores, part.matches), first);
  const called = isOtherwise ? parts.map(([part]) => part && part.called) : [];
  return { scores, terms: all.map((part) => part.text).filter(Boolean), said: said(must, called, scores.size > 0) };
}

/**
 * How many characters of the query each document has.
 * @param {Part[]} parts
 */
function coverage(parts) {
  /** @type {Map<number, number>} */
  const covered = new Map();
  for (const { matches, weight } of parts) {
    matches.documents.forEach((document) => covered.set(document, (covered.get(document) || 0) + weight));
  }
  return covered;
}

/** @param {Part[]} parts */
function sum(parts) {
  return parts.reduce((total, part) => total + part.weight, 0);
}

/**
 * Scores of some documents with those of one more part, where they have it.
 * @param {Map<number, number>} scores
 * @param {Matches} matches
 */
function added(scores, matches) {
  return new Map([...scores, ...addScores(scores, matches)]);
}

/**
 * A term itself, or as it is written or spelt otherwise; else the longest pieces of it that are found.
 * @param {Source} source
 * @param {Term} term
 * @returns {Promise<Part[]>}
 */
async function partsOf(source, { normal }) {
  const weight = normal.length;
  const simple = await simplified(source, normal);
  for (const text of new Set([normal, simple])) {
    const matches = await matchesOf(source, text);
    if (matches.documents.length) return [{ text, called: `“${shortened(text)}”`, weight, isWhole: true, matches }];
  }
  for (const { spelt, sounds } of spellings(normal)) {
    const matches = await matchesOf(source, sounds);
    if (matches.documents.length) return [{ text: "", called: `名称读作“${spelt}”`, weight, isWhole: true, matches }];
  }
  return piecesOf(source, simple.slice(0, LONGEST));
}

/**
 * A text with simplified characters for traditional ones.
 * @param {Source} source
 * @param {string} text
 */
async function simplified(source, text) {
  if (!HAN.test(text)) return text;
  const variants = await source.variants();
  return Array.from(text, (letter) => variants.get(letter) || letter).join("");
}

/**
 * The longest pieces of a term that are found, none overlapping another.
 * @param {Source} source
 * @param {string} term
 * @returns {Promise<Part[]>}
 */
async function piecesOf(source, term) {
  const found = (/** @type {number} */ start, /** @type {number} */ end) => matchesOf(source, term.slice(start, end));
  await Promise.all(Array.from({ length: Math.max(0, term.length - 1) }, (_, at) => found(at, at + 2)));
  /** @type {{start: number, end: number, matches: Matches}[]} */
  const pieces = [];
  let end = 0;
  for (let start = 0; start < term.length - 1; start += 1) {
    let matches = null;
    for (end = Math.max(end, start + 1); end < term.length; end += 1) {
      const longer = await found(start, end + 1);
      if (!longer.documents.length) break;
      matches = longer;
    }
    if (matches) pieces.push({ start, end, matches });
  }
  pieces.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const apart = pieces.filter((piece, at) =>
    pieces.slice(0, at).every((longer) => piece.end <= longer.start || longer.end <= piece.start),
  );
  return apart
    .map(({ start, end, matches }) => ({ text: term.slice(start, end), weight: end - start, matches }))
    .filter(({ text, weight }) => HAN.test(text) || weight >= LEAST_LATIN)
    .map((piece) => ({ ...piece, called: "", isWhole: false }));
}

/**
 * @param {Term[]} must
 * @param {string[]} called  what was searched for instead; nothing when parts were
 * @param {boolean} isAny    whether any of that was found
 */
function said(must, called, isAny) {
  const typed = must.map((term) => `“${shortened(term.typed)}”`).join("");
  const none = `没有${must.length > 1 ? "同时" : ""}含${typed}的结果`;
  if (!isAny) return `${none}。`;
  return called.length ? `${none}，以下是${called.join("、")}的结果。` : `${none}，以下含其中一部分。`;
}

/** @param {string} text */
function shortened(text) {
  return text.length > SHOWN ? `${text.slice(0, boundary(text, SHOWN))}…` : text;
}
