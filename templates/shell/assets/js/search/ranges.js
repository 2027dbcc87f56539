/**
 * Where terms stand in a text as displayed.
 *
 * @typedef {[number, number]} Range  Start and end, in UTF-16 units of the text as displayed.
 */

import { normalise } from "./normalise.js";

/** A letter with all that may be composed with it. */
const GROUP = /[^][\p{M}\u1160-\u11ff\u3099\u309a\uff9e\uff9f]*/gu;

/**
 * The text as it is compared, with where each unit begins and ends in the original.
 * @param {string} text
 * @returns {{normal: string, starts: number[], ends: number[]} | null} null when that cannot be told
 */
export function withOrigins(text) {
  const starts = [];
  const ends = [];
  let normal = "";
  let at = 0;
  for (const group of text.match(GROUP) || []) {
    const piece = normalise(group);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(at);
      ends.push(at + group.length);
    }
    normal += piece;
    at += group.length;
  }
  return normal === normalise(text) ? { normal, starts, ends } : null;
}

/**
 * Where any of the terms stands in a text.
 * @param {string} text
 * @param {string[]} terms  normalised
 * @returns {Range[]}
 */
export function rangesOf(text, terms) {
  const whole = normalise(text);
  const present = terms.filter((term) => whole.includes(term));
  const origins = present.length ? withOrigins(text) : null;
  if (!origins) return [];
  const found = placesOf(whole, present).map(([start, end]) => [origins.starts[start], origins.ends[end - 1]]);
  return merged(/** @type {Range[]} */ (found));
}

/**
 * Every place of every term, which may overlap.
 * @param {string} text
 * @param {string[]} terms
 * @returns {Range[]}
 */
export function placesOf(text, terms) {
  /** @type {Range[]} */
  const found = [];
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) found.push([at, at + term.length]);
  }
  return found;
}

/**
 * Ranges in order, those that overlap made one; those that touch, too, unless they are to stay `apart`.
 * @param {Range[]} ranges
 * @param {boolean} [apart]
 * @returns {Range[]}
 */
export function merged(ranges, apart = false) {
  /** @type {Range[]} */
  const result = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result[result.length - 1];
    if (last && start < last[1] + (apart ? 0 : 1)) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
