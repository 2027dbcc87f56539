/**
 * How good a match is, and in which order hits come.
 *
 * @typedef {Object} Entry  A document that was found.
 * @property {number} document
 * @property {number} score
 * @property {number} rank      of the award; 0 without one
 * @property {number} year
 * @property {number} place     of the title among all titles
 */

/** @import { Matches } from "./shards.js" */
/** @import { Zone } from "./source.js" */

const EARLY = [8, 64, 512];
const OFTEN = [2, 3, 6];
const WEIGHTS = [16, 8, 4, 2, 1];
const NO_AWARD = 1e6;

/**
 * One number for the field, the lateness and the rarity of a match (docs/search-format.md).
 * @param {number} first  place of the first match within its document
 * @param {number} count
 * @param {Zone[]} zones
 */
export function symbolOf(first, count, zones) {
  let zone = zones.length - 1;
  while (zones[zone][1] > first) zone -= 1;
  const late = zones[zone][3] ? EARLY.filter((bound) => bound <= first - zones[zone][1]).length : 0;
  const rare = 3 - OFTEN.filter((bound) => bound <= count).length;
  return zones[zone][2] * 16 + late * 4 + rare;
}

/**
 * What a symbol adds to a document's score.
 * @param {number} symbol
 */
function scoreOf(symbol) {
  return WEIGHTS[symbol >> 4] * 4096 + 15 - (symbol & 15);
}

/**
 * The scores of the documents that have one more term; `null` before the first.
 * @param {Map<number, number> | null} scores
 * @param {Matches} matches
 * @returns {Map<number, number>}
 */
export function addScores(scores, matches) {
  /** @type {Map<number, number>} */
  const added = new Map();
  matches.documents.forEach((document, at) => {
    const before = scores === null ? 0 : scores.get(document);
    if (before !== undefined) added.set(document, before + scoreOf(matches.symbols[at]));
  });
  return added;
}

/** @type {Object<string, (a: Entry, b: Entry) => number>} */
export const ORDERS = {
  relevance: (a, b) => b.score - a.score || a.rank - b.rank || b.year - a.year || a.document - b.document,
  award: (a, b) => awardOf(a) - awardOf(b) || b.score - a.score || b.year - a.year || a.document - b.document,
  newest: (a, b) => b.year - a.year || b.score - a.score || a.rank - b.rank || a.document - b.document,
  title: (a, b) => a.place - b.place,
};

/** @param {Entry} entry */
function awardOf(entry) {
  return entry.rank || NO_AWARD;
}
