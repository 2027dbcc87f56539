/** Which grams answer for a term: pairs, and longer grams where a pair is too frequent to have a list. */

/** @import { Range } from "./ranges.js" */

const LONGEST_GRAM = 6;

/**
 * The grams that have no list of places, each with its number among those of its length.
 * @param {Object<string, string>} frequent  joined, by length
 * @returns {Map<string, number>}
 */
export function frequentGrams(frequent) {
  /** @type {Map<string, number>} */
  const grams = new Map();
  for (const [key, joined] of Object.entries(frequent)) {
    const length = Number(key);
    for (let at = 0; at * length < joined.length; at += 1) grams.set(joined.slice(at * length, (at + 1) * length), at);
  }
  return grams;
}

/**
 * The fewest grams with lists of places that together cover a term of two characters or more.
 * @param {string} term
 * @param {Map<string, number>} frequent
 * @returns {Range[]}
 */
export function coverOf(term, frequent) {
  /** @type {{cost: number, last: Range, before: number}[]} the cheapest cover of what stands before each place */
  const best = Array.from({ length: term.length + 1 }, (_, end) => ({
    cost: end ? Infinity : 0,
    last: [0, 0],
    before: 0,
  }));
  for (let end = 2; end <= term.length; end += 1) {
    for (let start = end - 2; start >= Math.max(0, end - LONGEST_GRAM); start -= 1) {
      if (!hasPlaces(term, start, end, frequent)) continue;
      for (let before = start; before < end; before += 1) {
        const cost = best[before].cost + 1;
        if (cost < best[end].cost) best[end] = { cost, last: [start, end], before };
      }
    }
  }
  /** @type {Range[]} */
  const cover = [];
  for (let end = term.length; end > 0; end = best[end].before) cover.push(best[end].last);
  return cover.reverse();
}

/**
 * Whether a gram has a list of places.
 * @param {string} term
 * @param {number} start
 * @param {number} end
 * @param {Map<string, number>} frequent
 */
function hasPlaces(term, start, end, frequent) {
  if (frequent.has(term.slice(start, end))) return false;
  return end - start === 2 || frequent.has(term.slice(start, end - 1)) || frequent.has(term.slice(start + 1, end));
}
