/**
 * Pages and questions that answer what readers ask in everyday words (`content/search.yml`, `faq.yml`).
 *
 * @typedef {[string[], string, [number, string][]]} Asked
 *   Phrases, each of parts by blanks; the title of what they lead to; the documents with their addresses.
 *
 * @typedef {Object} Likely
 * @property {string} title
 * @property {Place[]} places   Where it stands: one for each branch that has it.
 * @property {string} summary   What it says, where there is one place only.
 *
 * @typedef {{address: string, branchName: string, year: number}} Place
 */

import { narrowed } from "./facets.js";
import { normalise } from "./normalise.js";

/** @import { Columns } from "./columns.js" */
/** @import { Chosen } from "./facets.js" */
/** @import { Query } from "./query.js" */
/** @import { Source } from "./source.js" */

const MOST = 4;
const HALF = 0.5; // of what was asked must be more than this in the phrase: 客服 is not 智能客服
const ALIKE = 2 / 3; // of the pairs of what was asked must be, when the phrase has not all its parts in it
const SHORTEST = 3; // characters of what is compared by pairs

/**
 * @param {Source} source
 * @param {Query} query
 * @param {Chosen} facets
 * @returns {Promise<Likely[]>} the likeliest first
 */
export async function likelyFor(source, { must }, facets) {
  const typed = letters(must.map((term) => term.normal).join(""));
  if (!typed) return [];
  const [asked, columns] = await Promise.all([source.asked(), source.columns()]);
  const found = asked
    .map(([phrases, title, places]) => ({ title, ...answering(typed, phrases, places, columns, facets) }))
    .filter(({ share, places }) => share && places.length)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST);
  return Promise.all(
    found.map(async ({ title, places }) => ({
      title,
      places: places.map(([document, address]) => placeOf(columns, document, address)),
      summary: places.length === 1 ? (await source.card(places[0][0]))[3] : "",
    })),
  );
}

/**
 * How much of what was asked is in the best of some phrases, and the places where its answer stands: of a branch that
 * was named only that branch's.
 * @param {string} typed
 * @param {string[]} phrases
 * @param {[number, string][]} places
 * @param {Columns} columns
 * @param {Chosen} facets
 */
function answering(typed, phrases, places, columns, facets) {
  const branch = (/** @type {number} */ document) => normalise(columns.value("branch", document)[1]);
  const allowed = narrowed(
    places.map(([document]) => document),
    columns.facets,
    facets,
  ).kept;
  const open = places.filter(([document]) => allowed.includes(document));
  const named = open.filter(([document]) => typed.includes(branch(document)));
  const rest = named.length ? typed.replace(branch(named[0][0]), "") : typed;
  return { share: Math.max(...phrases.map((phrase) => shareOf(rest, phrase))), places: named.length ? named : open };
}

/**
 * The share of what was asked that a phrase accounts for; 0 when that is too little.
 * @param {string} typed
 * @param {string} phrase
 */
function shareOf(typed, phrase) {
  const parts = phrase.split(" ").map(letters);
  const covered = parts.every((part) => typed.includes(part)) ? parts.join("").length / typed.length : 0;
  if (covered > HALF) return covered;
  const whole = parts.join("");
  const pairs = Array.from({ length: typed.length - 1 }, (_, at) => typed.slice(at, at + 2));
  const alike = typed.length < SHORTEST ? 0 : pairs.filter((pair) => whole.includes(pair)).length / pairs.length;
  return alike >= ALIKE ? alike : 0;
}

/**
 * What is compared: letters and digits but for words that only make a question of what is asked.
 * @param {string} text
 */
function letters(text) {
  return text.replace(/请问|[吗呢吧啊呀的了]|[^\p{L}\p{N}]/gu, "");
}

/**
 * @param {Columns} columns
 * @param {number} document
 * @param {string} address
 * @returns {Place}
 */
function placeOf(columns, document, address) {
  const year = Number(columns.value("year", document)[0]);
  return { address, branchName: columns.value("branch", document)[1], year };
}
