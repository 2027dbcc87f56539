/**
 * The search engine of the portals: it reads the static index that `generator/search` writes (docs/search-format.md).
 *
 * Index files are scripts, loaded by script tags, so it works from any static host and from `file://`.
 * Nothing here touches the page's visible content; the gallery and the header search do that.
 *
 * @typedef {[number, number]} Range  A hit in a string: start and end, in UTF-16 units of the text as displayed.
 *
 * @typedef {Object} Request
 * @property {string} [query]                        Terms by blanks (all must occur); "引号" keeps blanks; -词 excludes.
 * @property {Object<string, string[]>} [facets]     Chosen values by facet name; any of a facet's values, all facets.
 * @property {"relevance"|"award"|"newest"|"title"} [sort]
 * @property {number} [offset]
 * @property {number} [limit]                        Default 20.
 *
 * @typedef {Object} Hit
 * @property {string} id        Unique within the site.
 * @property {"case"|"topic"|"track"|"notice"|"page"} kind
 * @property {string} title
 * @property {string} address   Relative to the site's root, such as `demo/2026/cases/x/index.html` (may end in #anchor).
 * @property {string} branch    The branch's id.
 * @property {number} year
 * @property {string} track     The track's name, "" when there is none.
 * @property {string} award     The award's name, "" when there is none.
 * @property {string} unit      The leading unit, "" when there is none.
 * @property {string} region
 * @property {string} summary
 * @property {string|null} cover    A picture's address relative to the site's root.
 * @property {boolean} demo         Fabricated sample data.
 * @property {Object<string, Range[]>} fields   Hits in `title`, `unit`, `summary`, `track`, `award`, `region`.
 * @property {{text: string, ranges: Range[]}|null} snippet
 *   Text around the hits. Null when nothing was searched, and while the text is still on its way: see `snippets`.
 *
 * @typedef {Object} Choice
 * @property {string} value     What `Request.facets` takes.
 * @property {string} label     What readers see.
 * @property {number} count     Hits with this value, when this facet's own choices are left out of account.
 * @property {boolean} selected
 *
 * @typedef {Object} Facet
 * @property {string} name      branch, year, track, sector, topic, award, region, sme, tags, kind.
 * @property {string} label
 * @property {Choice[]} choices Those with hits, and those selected.
 *
 * @typedef {Object} Suggestion
 * @property {string} query
 * @property {number} count     Hits of that query under the same facets.
 * @property {string} reason    In Chinese.
 *
 * @typedef {Object} Answer
 * @property {number} total
 * @property {Hit[]} hits
 * @property {Facet[]} facets
 * @property {Suggestion[]} suggestions   When nothing was found.
 * @property {string[]} terms             The terms to highlight, as typed.
 * @property {number} bytes               Bytes loaded so far for this index.
 * @property {Promise<Hit[]>} snippets
 *   Settles (never rejects) when every hit's `snippet` has been filled in; the same objects as `hits`. Hits in the
 *   title, unit or summary are explained at once by the summary; text of bodies is fetched after the first answer.
 *
 * Errors: `open` and `search` reject only with an Error whose `message` is a Chinese sentence for readers and whose
 * `retry` is true: calling again tries to load what was missing. When `signal` is aborted, `search` rejects with an
 * Error whose `name` is "AbortError" (also with `retry`), to be dropped silently.
 */
