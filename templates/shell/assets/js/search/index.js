/**
 * The search engine: it reads the static index of a portal or of the hub that `generator/search` writes (docs/search-format.md).
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
 * @property {Likely[]} likely            What answers the question, when it was asked in everyday words; first hits only.
 * @property {string} said                How hits differ from what was asked, in Chinese; "" when they do not.
 * @property {string[]} terms             The terms to highlight: as typed, or what was found instead.
 * @property {number} bytes               Bytes loaded so far for this index.
 * @property {Promise<Hit[]>} snippets
 *   Settles (never rejects) when every hit's `snippet` has been filled in; the same objects as `hits`. Matches in the
 *   title, unit or summary are explained at once by the summary; text of bodies is fetched after the first answer.
 * @property {Promise<Facet[]>} allFacets
 *   All facets with counts (never rejects); differs from `facets` only when the request said `counts: "first"`.
 */

import { cleanChoices, facetsOf, narrowed, needsLaterFacets } from "./facets.js";
import { find } from "./finding.js";
import { hitOf } from "./hits.js";
import { likelyFor } from "./likely.js";
import { asProblem, calledOff, stopIfCalledOff } from "./problems.js";
import { parse } from "./query.js";
import { ORDERS } from "./ranking.js";
import { explain } from "./snippets.js";
import { Source } from "./source.js";

/** @import { Chosen, Facet } from "./facets.js" */
/** @import { Hit } from "./hits.js" */
/** @import { Likely } from "./likely.js" */
/** @import { Found } from "./finding.js" */

const TIMEOUT = 20000;
const LIMIT = 20;

/** @type {Map<string, Promise<Index>>} */
const opened = new Map();

/**
 * Open an index. The same index is opened once, whoever asks.
 * @param {string} manifestUrl
 * @param {{timeout?: number}} [options]  how long to wait for a file, in milliseconds
 * @returns {Promise<Index>} rejects only with a `Problem`; a failure is forgotten
 */
export function open(manifestUrl, { timeout = TIMEOUT } = {}) {
  const key = `${timeout} ${manifestUrl}`;
  const known = opened.get(key);
  if (known) return known;
  const opening = Source.open(new URL(manifestUrl, document.baseURI).href, timeout).then((source) => new Index(source));
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  return opening;
}

export class Index {
  /** @param {Source} source */
  constructor(source) {
    this.source = source;
  }

  /** The index as it is published, as far as is known. */
  async current() {
    if (this.source.isStale) this.source = await this.source.renewed();
    return this.source;
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
    const source = await this.current();
    const offset = wholeNumber(request.offset, 0);
    const [found, likely] = await Promise.all([
      find(source, query, { facets, sort, needsLater }),
      offset ? [] : likelyFor(source, query, facets),
    ]);
    stopIfCalledOff(signal);
    const shown = found.entries.slice(offset, offset + wholeNumber(request.limit, LIMIT));
    const { terms, said } = found;
    const hits = await Promise.all(shown.map((entry) => hitOf(source, entry, terms)));
    stopIfCalledOff(signal);
    const counted = request.counts === false ? [] : facetsOf(found.columns, found.counts, facets);
    const isFirst = request.counts === "first" && !needsLater;
    const explained = hits.map((hit, at) => explain(source, hit, shown[at].document, terms));
    return {
      total: found.entries.length,
      hits,
      facets: counted,
      likely,
      said,
      terms: said ? terms : query.must.map((term) => term.typed),
      bytes: source.bytes,
      snippets: Promise.all(explained).then(() => hits),
      allFacets: isFirst ? allFacets(source, found, facets, counted) : Promise.resolve(counted),
    };
  }
}

/**
 * The facets of an answer with those in files of their own; without them when they cannot be loaded.
 * @param {Source} source
 * @param {Found} found
 * @param {Chosen} chosen
 * @param {Facet[]} first
 */
async function allFacets(source, { documents, columns }, chosen, first) {
  try {
    const every = [...columns, ...(await source.later())];
    return facetsOf(every, narrowed(documents, every, chosen).counts, chosen);
  } catch {
    return first;
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
