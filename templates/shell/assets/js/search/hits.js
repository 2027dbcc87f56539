/**
 * What is shown of a found document.
 *
 * @typedef {Object} Hit
 * @property {string} id        Unique within the site.
 * @property {"case"|"entry"|"topic"|"track"|"notice"|"page"|"question"} kind
 * @property {string} title
 * @property {string} address   Relative to the site's root, such as `demo/2026/cases/x/index.html` (may have #anchor).
 * @property {string} branch    The branch's id.
 * @property {string} branchName
 * @property {number} year
 * @property {string} track     The track's name, "" when there is none.
 * @property {string} award     The award's name, "" when there is none.
 * @property {string} unit      The leading unit, "" when there is none.
 * @property {string} region
 * @property {string} summary
 * @property {string | null} cover  A picture's address relative to the site's root.
 * @property {boolean} demo         Fabricated sample data.
 * @property {Object<string, Range[]>} fields  Matches in `title`, `unit`, `summary`, `track`, `award`, `region`.
 * @property {Snippet | null} snippet
 *   Text around the matches. Null when nothing was searched for, and while the text is still on its way.
 *
 * @typedef {{text: string, ranges: Range[]}} Snippet
 */

import { rangesOf } from "./ranges.js";

/** @import { Entry } from "./ranking.js" */
/** @import { Range } from "./ranges.js" */
/** @import { Source } from "./source.js" */

/**
 * @param {Source} source
 * @param {Entry} entry
 * @param {string[]} terms  normalised
 * @returns {Promise<Hit>} without its snippet
 */
export async function hitOf(source, entry, terms) {
  const { document } = entry;
  const [card, columns] = await Promise.all([source.card(document), source.columns()]);
  const [address, title, unit, summary, cover, demo] = card;
  /** @param {string} name */
  const label = (name) => columns.value(name, document)[1];
  const shown = { title, unit, summary, track: label("track"), award: label("award"), region: label("region") };
  const ranges = Object.entries(shown).map(([name, text]) => [name, rangesOf(text, terms)]);
  return {
    id: address.replace("/index.html", ""),
    kind: /** @type {Hit["kind"]} */ (columns.value("kind", document)[0]),
    address,
    branch: columns.value("branch", document)[0],
    branchName: label("branch"),
    year: entry.year,
    ...shown,
    cover,
    demo: Boolean(demo),
    fields: Object.fromEntries(ranges),
    snippet: null,
  };
}
