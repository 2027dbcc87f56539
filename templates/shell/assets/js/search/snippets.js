/** Why a hit is a hit: the text around its matches. */

import { normalise } from "./normalise.js";
import { rangesOf } from "./ranges.js";

/** @import { Hit, Snippet } from "./hits.js" */
/** @import { Range } from "./ranges.js" */
/** @import { Source } from "./source.js" */

const LENGTH = 110;
const BEFORE = 24;
const TELLING = 24; // a shorter line, such as a tag, says little about the hit

/**
 * Fill in a hit's snippet: from the summary when title, unit and summary explain the hit, else from the text.
 * @param {Source} source
 * @param {Hit} hit
 * @param {number} document
 * @param {string[]} terms  normalised
 * @returns {Promise<void>} never rejects: without its text a hit is explained by its summary
 */
export async function explain(source, hit, document, terms) {
  if (!terms.length) return;
  const shown = [hit.title, hit.unit, hit.summary].map(normalise);
  const open = terms.filter((term) => !shown.some((text) => text.includes(term)));
  const summary = { text: hit.summary, ranges: hit.fields.summary };
  if (!open.length) {
    hit.snippet = hit.summary ? summary : null;
    return;
  }
  const text = await source.text(document).catch(() => "");
  hit.snippet = snippetOf(text, open, terms) || summary;
}

/**
 * Text around the matches, from the first telling line with most of the terms; null when no line has any.
 * @param {string} text
 * @param {string[]} open  terms that are not explained yet
 * @param {string[]} terms
 * @returns {Snippet | null}
 */
function snippetOf(text, open, terms) {
  let best = "";
  let most = 0;
  for (const line of text.split("\n")) {
    const normal = normalise(line);
    const count = open.filter((term) => normal.includes(term)).length;
    const isMoreTelling = count > 0 && count === most && best.length < Math.min(line.length, TELLING);
    if (count > most || isMoreTelling) [best, most] = [line, count];
  }
  return most ? clipped(best, rangesOf(best, terms)) : null;
}

/**
 * A line around its first match.
 * @param {string} line
 * @param {Range[]} ranges
 * @returns {Snippet}
 */
function clipped(line, ranges) {
  const first = ranges.length ? ranges[0][0] : 0;
  const from = line.length <= LENGTH || first <= BEFORE ? 0 : boundary(line, first - BEFORE);
  const to = line.length - from <= LENGTH ? line.length : boundary(line, from + LENGTH);
  const lead = from > 0 ? "…" : "";
  const shift = lead.length - from;
  const inside = ranges
    .filter(([start]) => start < to)
    .map(([start, end]) => [start + shift, Math.min(end, to) + shift]);
  return {
    text: lead + line.slice(from, to) + (to < line.length ? "…" : ""),
    ranges: /** @type {Range[]} */ (inside),
  };
}

/**
 * A place that does not part a pair of surrogates.
 * @param {string} line
 * @param {number} at
 */
export function boundary(line, at) {
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
}
