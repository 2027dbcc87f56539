/**
 * A file of lists by gram (`generator/search/shards.py`).
 *
 * @typedef {{documents: number[], symbols: number[]}} Matches
 *   Documents in ascending order with the symbol of the match in each (`generator/search/summaries.py`).
 */

import { boundsOf, decode, summed, valueOf } from "./numbers.js";
import { DAMAGED, problem } from "./problems.js";

/** @type {Matches} */
export const NOTHING = { documents: [], symbols: [] };

/**
 * Which file of a family holds a gram.
 * @param {string} gram
 * @param {number} shards
 * @param {Map<string, number>} frequent
 */
export function shardOf(gram, shards, frequent) {
  let mixed = codeOf(gram, frequent);
  for (let round = 0; round < 2; round += 1) mixed = Math.imul(mixed ^ (mixed >>> 16), 0x045d9f3b);
  mixed ^= mixed >>> 16;
  return Math.floor(((mixed >>> 0) * shards) / 2 ** 32);
}

/**
 * A gram as a number of 32 bits: one unit, two units, or the number of the frequent gram in it and the unit more.
 * @param {string} gram
 * @param {Map<string, number>} frequent
 */
function codeOf(gram, frequent) {
  const last = gram.length - 1;
  if (last < 2) return (last ? gram.charCodeAt(0) << 16 : 0) | gram.charCodeAt(last);
  const head = frequent.get(gram.slice(0, last));
  if (head !== undefined) return (head << 16) | gram.charCodeAt(last);
  return (1 << 31) | ((frequent.get(gram.slice(1)) || 0) << 16) | gram.charCodeAt(0);
}

/** Lists of places; in families of single and frequent grams, lists of documents with their symbols. */
export class Shard {
  /**
   * @param {any} data
   * @param {number} length  of its grams
   */
  constructor(data, length) {
    this.data = data;
    this.grams = gramsOf(data.k, length);
    this.bounds = boundsOf(data.n);
    this.symbolBounds = data.m === undefined ? null : boundsOf(data.m);
    const isWhole = this.bounds.length === this.grams.size + 1 && this.bounds[this.grams.size] === data.d.length;
    if (!isWhole) throw problem(DAMAGED);
  }

  /**
   * @param {string} gram
   * @returns {number[]}
   */
  places(gram) {
    const at = this.grams.get(gram);
    return at === undefined ? [] : summed(decode(this.data.d, this.bounds[at], this.bounds[at + 1]));
  }

  /**
   * @param {string} gram
   * @returns {Matches}
   */
  summary(gram) {
    const at = this.grams.get(gram);
    if (at === undefined || !this.symbolBounds) return NOTHING;
    const documents = this.places(gram);
    const from = this.symbolBounds[at];
    return { documents, symbols: documents.map((_, place) => valueOf(this.data.s.charCodeAt(from + place))) };
  }
}

/**
 * The number of each gram in its file.
 * @param {string} joined
 * @param {number} length
 */
function gramsOf(joined, length) {
  /** @type {Map<string, number>} */
  const grams = new Map();
  for (let at = 0; at * length < joined.length; at += 1) grams.set(joined.slice(at * length, (at + 1) * length), at);
  return grams;
}
