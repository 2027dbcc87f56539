/**
 * The search engine of the portals: it reads the static index that `generator/search` writes (docs/search-format.md).
 * Nothing here touches what a page shows; the gallery and the header's search do that.
 *
 * @typedef {Object} Request
 * @property {string} [query]       Terms by blanks (all must occur); "引号" keeps blanks; -词 excludes.
 * @property {Chosen} [facets]      Chosen values by facet.
 * @property {string} [sort]        relevance, award, newest or title.
 * @property {number} [offset]
 * @property {number} [limit]       Default 20.
 * @property {boolean | "first"} [counts]
 *   Default true. "first" answers before the large facets (tags) are counted, which then come in `Answer.allFacets`;
 *   false leaves `facets` empty. Both load less before the answer.
 *
 * @typedef {Object} Answer
 * @property {number} total
 * @property {Hit[]} hits
 * @property {Facet[]} facets
 * @property {Suggestion[]} suggestions   When nothing was found.
 * @property {string[]} terms             The terms to highlight, as typed.
 * @property {number} bytes               Bytes loaded so far for this index.
 * @property {Promise<Hit[]>} snippets
 *   Settles (never rejects) when every hit's `snippet` has been filled in; the same objects as `hits`. Matches in the
 *   title, unit or summary are explained at once by the summary; text of bodies is fetched after the first answer.
 * @property {Promise<Facet[]>} allFacets
 *   All facets with counts (never rejects); differs from `facets` only when the request said `counts: "first"`.
 */

import { cleanChoices, facetsOf, narrowed, needsLaterFacets } from "./facets.js";
import { hitOf } from "./hits.js";
import { partOf } from "./parts.js";
import { Portal } from "./portal.js";
import { asProblem, calledOff, stopIfCalledOff } from "./problems.js";
import { parse } from "./query.js";
import { ORDERS } from "./ranking.js";
import { explain } from "./snippets.js";
import { suggestionsFor } from "./suggestions.js";

/** @import { Chosen, Facet } from "./facets.js" */
/** @import { Hit } from "./hits.js" */
/** @import { Part, Wanted } from "./parts.js" */
/** @import { Query } from "./query.js" */
/** @import { Suggestion } from "./suggestions.js" */

const TIMEOUT = 20000;
const LIMIT = 20;

/** @type {Map<string, Promise<Index>>} */
const opened = new Map();

/**
 * Open the indexes of one portal, or of several as one. The same indexes are opened once, whoever asks.
 * @param {string[]} manifestUrls
 * @param {{timeout?: number}} [options]  how long to wait for a file, in milliseconds
 * @returns {Promise<Index>} rejects only with a `Problem`; a failure is forgotten
 */
export function open(manifestUrls, { timeout = TIMEOUT } = {}) {
  const key = [timeout, ...manifestUrls].join("\n");
  const known = opened.get(key);
  if (known) return known;
  const opening = openAll(manifestUrls, timeout);
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  return opening;
}

/**
 * @param {string[]} manifestUrls
 * @param {number} timeout
 */
async function openAll(manifestUrls, timeout) {
  const portals = manifestUrls.map((url) => new Portal(new URL(url, document.baseURI).href, timeout));
  await Promise.all(portals.map((portal) => portal.open()));
  return new Index(portals);
}

export class Index {
  /** @param {Portal[]} portals */
  constructor(portals) {
    this.portals = portals;
  }

  /**
   * @param {Request} request
   * @param {AbortSignal} [signal]  calls the question off; the answer then rejects with the name "AbortError"
   * @returns {Promise<Answer>} rejects only with a `Problem`: asking again tries to load what was missing
   */
  search(request, signal) {
    const answer = this.answer(request || {}, signal).catch((error) => {
      throw asProblem(error);
    });
    return signal ? Promise.race([answer, calledOff(signal)]) : answer;
  }

  /**
   * @param {Request} request
   * @param {AbortSignal} [signal]
   * @returns {Promise<Answer>}
   */
  async answer(request, signal) {
    const query = parse(request.query);
    const facets = cleanChoices(request.facets);
    const sort = Object.keys(ORDERS).find((order) => order === request.sort) || "relevance";
    const needsLater = needsLaterFacets(request.counts, facets);
    const parts = await this.parts(query, { facets, sort, needsLater });
    stopIfCalledOff(signal);
    const entries = parts.flatMap((part) => part.entries).sort(ORDERS[sort]);
    const offset = wholeNumber(request.offset, 0);
    const shown = entries.slice(offset, offset + wholeNumber(request.limit, LIMIT));
    const terms = query.must.map((term) => term.normal);
    const hits = await Promise.all(shown.map((entry) => hitOf(entry, terms)));
    stopIfCalledOff(signal);
    const suggestions = entries.length ? [] : await this.suggestions(query, facets);
    stopIfCalledOff(signal);
    const counted = request.counts === false ? [] : facetsOf(parts, facets);
    const isFirst = request.counts === "first" && !needsLater;
    return {
      total: entries.length,
      hits,
      facets: counted,
      suggestions,
      terms: query.must.map((term) => term.typed),
      bytes: this.portals.reduce((sum, portal) => sum + portal.bytes, 0),
      snippets: Promise.all(hits.map((hit, at) => explain(hit, shown[at], terms))).then(() => hits),
      allFacets: isFirst ? this.allFacets(parts, facets) : Promise.resolve(counted),
    };
  }

  /**
   * @param {Query} query
   * @param {Wanted} wanted
   */
  parts(query, wanted) {
    return Promise.all(this.portals.map((portal, part) => partOf(portal, part, query, wanted)));
  }

  /**
   * The facets of an answer with those in files of their own; without them when they cannot be loaded.
   * @param {Part[]} parts
   * @param {Chosen} chosen
   */
  async allFacets(parts, chosen) {
    try {
      const later = await Promise.all(this.portals.map((portal) => portal.later()));
      const all = parts.map(({ documents, columns }, part) => {
        const every = [...columns, ...later[part]];
        return { columns: every, counts: narrowed(documents, every, chosen).counts };
      });
      return facetsOf(all, chosen);
    } catch {
      return facetsOf(parts, chosen);
    }
  }

  /**
   * @param {Query} query
   * @param {Chosen} facets
   */
  suggestions(query, facets) {
    const wanted = { facets, sort: "relevance", needsLater: needsLaterFacets(false, facets) };
    return suggestionsFor(this.portals, query, async (other) => {
      const parts = await this.parts(other, wanted);
      return parts.reduce((sum, part) => sum + part.entries.length, 0);
    });
  }
}

/**
 * A number of a request as it may be used.
 * @param {unknown} value
 * @param {number} otherwise  when none is given
 */
function wholeNumber(value, otherwise) {
  return value === undefined ? otherwise : Math.max(0, Math.floor(Number(value)) || 0);
}
