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
 * @property {boolean|"first"} [counts]              Default true. "first" answers before the large facets (tags) are
 *   counted, which then come in `Answer.allFacets`; false leaves `facets` empty. Both load less before the answer.
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
 * @property {Promise<Facet[]>} allFacets
 *   All facets with counts (never rejects); differs from `facets` only when the request said `counts: "first"`.
 *
 * Errors: `open` and `search` reject only with an Error whose `message` is a Chinese sentence for readers and whose
 * `retry` is true: calling again tries to load what was missing. When `signal` is aborted, `search` rejects with an
 * Error whose `name` is "AbortError" (also with `retry`), to be dropped silently.
 */

(() => {
  "use strict";

  const REGISTER = "PortalSearchData";
  const FORMAT = "search/1";
  const TIMEOUT = 20000;
  const ALONG = 12; // grams of one term, or terms of one query, that are fetched together
  const FEW = 4; // documents whose texts may be fetched to check a very long term
  const REMEMBERED = 200; // answered terms kept in memory
  const LONGEST_GRAM = 4;
  const WEIGHTS = [16, 8, 4, 2, 1];
  const EARLY = [8, 64, 512];
  const OFTEN = [2, 3, 6];
  const SNIPPET = 110;
  const BEFORE = 24;
  const LATER = ["tags"]; // facets in a file of their own

  // ---- Text as it is compared (generator/search/normalise.py; tests/search/normalise_cases.json holds both) ----

  const REMOVED =
    "\\x00-\\x20\\x7f-\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f" +
    "\\u2028-\\u202f\\u205f-\\u206f\\u3000\\u3164\\ud800-\\udfff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}";
  const INVISIBLE = new RegExp(`[${REMOVED}]+`, "gu");
  const PLAIN = /^[\x21-\x40\x5b-\x7e\u4e00-\u9fff\u3001\u3002\u300a\u300b\u201c\u201d]*$/;
  const FOLDED_OTHERWISE = /[ßς\u0345\u13f8-\u13fd\u1c80-\u1c88\uab70-\uabbf\u1f80-\u1ffc]/g;
  const CYRILLIC = "вдостт\u044a\u0463\ua64b";
  const GROUP = /[^][\p{M}\u1160-\u11ff\u3099\u309a\uff9e\uff9f]*/gu;

  /** @param {string} text @returns {string} */
  function normalise(text) {
    if (PLAIN.test(text)) return text;
    return fold(text).replace(INVISIBLE, "");
  }

  /** @param {string} text @returns {string} */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(FOLDED_OTHERWISE, foldedOtherwise).normalize("NFKC");
  }

  /** Where case folding is not the lower case. @param {string} letter @returns {string} */
  function foldedOtherwise(letter) {
    const code = letter.charCodeAt(0);
    if (letter === "ß") return "ss";
    if (letter === "ς") return "σ";
    if (code >= 0xab70) return String.fromCharCode(code - 0xab70 + 0x13a0);
    if (code >= 0x1f80) return letter.normalize("NFD").replace("\u0345", "ι");
    if (code >= 0x1c80) return CYRILLIC[code - 0x1c80];
    if (code >= 0x13f8) return String.fromCharCode(code - 8);
    return "ι";
  }

  /**
   * The text as it is compared, with where each unit begins and ends in the original.
   * @param {string} text @returns {{normal: string, starts: number[], ends: number[]} | null} null when unknown
   */
  function withOrigins(text) {
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

  /** Where any of the terms stands in a text. @param {string} text @param {string[]} terms @returns {Range[]} */
  function rangesOf(text, terms) {
    const whole = normalise(text);
    const present = terms.filter((term) => whole.includes(term));
    const origins = present.length ? withOrigins(text) : null;
    if (!origins) return [];
    /** @type {Range[]} */
    const found = [];
    for (const term of present) {
      for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + 1)) {
        found.push([origins.starts[at], origins.ends[at + term.length - 1]]);
      }
    }
    return merged(found);
  }

  /** @param {Range[]} ranges @returns {Range[]} */
  function merged(ranges) {
    ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    /** @type {Range[]} */
    const result = [];
    for (const [start, end] of ranges) {
      const last = result[result.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else result.push([start, end]);
    }
    return result;
  }

  // ---- Queries ----

  /** @typedef {{typed: string, normal: string}} Term */
  /** @typedef {{must: Term[], mustNot: Term[]}} Query */

  const BLANK = /[\s\u200b\ufeff]/;
  const QUOTES = { '"': '"', "“": "”", "”": "”", "＂": "＂" };

  /** @param {unknown} text @returns {Query} */
  function parse(text) {
    const source = typeof text === "string" ? text : "";
    /** @type {Query} */
    const query = { must: [], mustNot: [] };
    let at = 0;
    while (at < source.length) {
      if (BLANK.test(source[at])) at += 1;
      else at = readTerm(source, at, query);
    }
    return query;
  }

  /** Read the term that begins at a place; gives the place after it. @param {string} source @param {number} at @param {Query} query */
  function readTerm(source, at, query) {
    const excluded = isMinus(source[at]) && at + 1 < source.length && !BLANK.test(source[at + 1]);
    const start = excluded ? at + 1 : at;
    const quoted = closingQuote(source, start);
    const end = quoted === -1 ? wordEnd(source, start) : quoted;
    const typed = quoted === -1 ? source.slice(start, end) : source.slice(start + 1, end);
    addTerm(excluded ? query.mustNot : query.must, typed);
    return quoted === -1 ? end : end + 1;
  }

  /** @param {string} letter */
  function isMinus(letter) {
    return letter === "-" || letter === "－";
  }

  /** The place of the quote that closes the one at `start`, when both stand at the edges of a term; else -1. */
  function closingQuote(/** @type {string} */ source, /** @type {number} */ start) {
    const closing = /** @type {Object<string, string>} */ (QUOTES)[source[start]];
    const end = closing ? source.indexOf(closing, start + 1) : -1;
    const isEdge = end >= 0 && (end + 1 === source.length || BLANK.test(source[end + 1]));
    return isEdge ? end : -1;
  }

  /** @param {string} source @param {number} at */
  function wordEnd(source, at) {
    while (at < source.length && !BLANK.test(source[at])) at += 1;
    return at;
  }

  /** @param {Term[]} terms @param {string} typed */
  function addTerm(terms, typed) {
    const normal = normalise(typed);
    if (normal && !terms.some((term) => term.normal === normal)) terms.push({ typed: typed.trim(), normal });
  }

  // ---- Files ----

  /** An error that readers may see. @param {string} message @param {string} [name] */
  function problem(message, name = "SearchError") {
    return Object.assign(new Error(message), { name, retry: true });
  }

  const NOT_LOADED = "搜索数据没有加载成功，请检查网络后重试。";
  const DAMAGED = "搜索数据已损坏或正在更新，请稍后重试。";

  /** What the script that is running now should hand its data to. @type {WeakMap<object, (name: string, data: any) => void>} */
  const waiting = new WeakMap();

  /** @type {any} */ (window)[REGISTER] = (/** @type {string} */ name, /** @type {any} */ data) => {
    const receive = document.currentScript && waiting.get(document.currentScript);
    if (receive) receive(name, data);
  };

  /** Load a file of the index by a script tag. @param {string} url @param {string} name @param {number} timeout @returns {Promise<any>} */
  function loadScript(url, name, timeout) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      /** @type {any} */
      let received;
      const finish = (/** @type {Error | null} */ error) => {
        clearTimeout(timer);
        script.remove();
        if (error) reject(error);
        else resolve(received);
      };
      const timer = setTimeout(() => finish(problem(NOT_LOADED)), timeout);
      waiting.set(script, (given, data) => {
        if (given === name) received = data;
      });
      script.onload = () => finish(received === undefined ? problem(DAMAGED) : null);
      script.onerror = () => finish(problem(NOT_LOADED));
      script.async = true;
      script.src = url;
      document.head.append(script);
    });
  }

  /** A second attempt under another address, so that a damaged copy in a cache is passed by. */
  function loadTwice(/** @type {string} */ url, /** @type {string} */ name, /** @type {number} */ timeout) {
    return loadScript(url, name, timeout).catch(() => loadScript(`${url}?again=${Date.now()}`, name, timeout));
  }

  /** Bytes that a file took on its way, or its length where the browser does not say. @param {string} url @param {any} data */
  function bytesOf(url, data) {
    const entry = /** @type {any} */ (performance.getEntriesByName(url).pop());
    return (entry && entry.encodedBodySize) || JSON.stringify(data).length;
  }

  // ---- Numbers (generator/search/encode.py) ----

  const LAST = 61;

  /** The value of a character of the alphabet. @param {number} code */
  function valueOf(code) {
    return code - 32 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);
  }

  /** The numbers of a part of a string. @param {string} text @param {number} [from] @param {number} [to] @returns {number[]} */
  function decode(text, from = 0, to = text.length) {
    const numbers = [];
    let open = 0;
    for (let at = from; at < to; at += 1) {
      const value = valueOf(text.charCodeAt(at));
      if (value < LAST) {
        numbers.push(open * LAST + value);
        open = 0;
      } else open = open * 32 + value - LAST;
    }
    return numbers;
  }

  /** Gaps to numbers, in place. @param {number[]} gaps */
  function summed(gaps) {
    for (let at = 1; at < gaps.length; at += 1) gaps[at] += gaps[at - 1];
    return gaps;
  }

  /** Where each of some pieces begins and ends. @param {string} sizes */
  function boundsOf(sizes) {
    return summed([0, ...decode(sizes)]);
  }

  /** Which file of a family holds a gram (generator/search/shards.py). @param {string} gram @param {number} shards */
  function shardOf(gram, shards) {
    let hash = 0;
    for (let at = 0; at < gram.length; at += 1) {
      hash = Math.imul(hash ^ gram.charCodeAt(at), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0) % shards;
  }

  /** A file of lists by gram. @param {any} data @param {number} length @returns {Map<string, number>} place of each gram */
  function placesOf(data, length) {
    const places = new Map();
    for (let at = 0; at * length < data.k.length; at += 1) places.set(data.k.substr(at * length, length), at);
    return places;
  }

  // ---- One portal's index ----

  /**
   * Documents in ascending order with the symbol of the match in each (generator/search/summaries.py).
   * @typedef {{documents: number[], symbols: number[]}} Matches
   */

  /** @type {Matches} */
  const NOTHING = { documents: [], symbols: [] };

  class Portal {
    /** @param {string} url of the manifest @param {{timeout: number}} options */
    constructor(url, options) {
      this.url = url;
      this.timeout = options.timeout;
      this.bytes = 0;
      this.isStale = true;
      /** @type {any} */
      this.manifest = null;
      this.forget();
    }

    forget() {
      /** @type {Map<string, Promise<any>>} */
      this.files = new Map();
      /** @type {Map<string, Promise<Matches>>} */
      this.answers = new Map();
    }

    /** Load the manifest, again after a file was missing: the site may have been published anew. */
    async open() {
      if (!this.isStale) return;
      const again = this.manifest && /^http/.test(this.url) ? `?at=${Date.now()}` : "";
      const manifest = await loadTwice(this.url + again, "manifest", this.timeout);
      if (!manifest || manifest.format !== FORMAT) throw problem(DAMAGED);
      if (!this.manifest || manifest.version !== this.manifest.version) this.forget();
      this.bytes += bytesOf(this.url + again, manifest);
      this.manifest = manifest;
      this.common = commonGrams(manifest.frequent);
      this.isStale = false;
    }

    /**
     * The data of a file, as `read` makes it; kept in memory.
     * @template T @param {string} name @param {(data: any) => T} read @returns {Promise<T>}
     */
    file(name, read) {
      const known = this.files.get(name);
      if (known) return known;
      const loading = this.load(name, read);
      this.files.set(name, loading);
      loading.catch(() => {
        if (this.files.get(name) === loading) this.files.delete(name);
        this.isStale = true;
      });
      return loading;
    }

    /** @template T @param {string} name @param {(data: any) => T} read @returns {Promise<T>} */
    async load(name, read) {
      const url = new URL(`${this.manifest.version}/${name}.js`, this.url).href;
      const data = await loadTwice(url, name, this.timeout);
      this.bytes += bytesOf(url, data);
      try {
        return read(data);
      } catch (error) {
        throw problem(DAMAGED);
      }
    }

    /** Award ranks and the columns of facets. @returns {Promise<Columns>} */
    columns() {
      return this.file("columns", (data) => new Columns(data));
    }

    /** The columns in a file of their own. @returns {Promise<FacetColumn[]>} */
    later() {
      return this.file("later", (data) => data.facets.map(facetColumn));
    }

    /** Each document's place in the order of titles, with the key to merge by. @returns {Promise<{key: number[], place: number[]}>} */
    titles() {
      return this.file("titles", (data) => {
        const keys = summed(decode(data.keys));
        /** @type {{key: number[], place: number[]}} */
        const titles = { key: [], place: [] };
        decode(data.order).forEach((document, place) => {
          titles.key[document] = keys[place];
          titles.place[document] = place;
        });
        return titles;
      });
    }

    /** What is shown of a document. @param {number} document @returns {Promise<any[]>} */
    async card(document) {
      const size = this.manifest.cards;
      const block = await this.file(`card-${Math.floor(document / size)}`, (data) => data);
      return block[document % size];
    }

    /** The values of a document that are not on its card, in lines. @param {number} document @returns {Promise<string>} */
    async text(document) {
      const size = this.manifest.texts;
      const block = await this.file(`text-${Math.floor(document / size)}`, (data) => data);
      return block[document % size];
    }

    /** The documents that contain a term. @param {string} term normalised @returns {Promise<Matches>} */
    matches(term) {
      const known = this.answers.get(term);
      if (known) return known;
      const finding = this.find(term);
      if (this.answers.size >= REMEMBERED) this.answers.delete(this.answers.keys().next().value);
      this.answers.set(term, finding);
      finding.catch(() => this.answers.delete(term));
      return finding;
    }

    /** @param {string} term @returns {Promise<Matches>} */
    async find(term) {
      if (!this.manifest.documents || term.length > this.manifest.width) return NOTHING;
      if (term.length === 1 || this.common.has(term)) return this.summary(term);
      const cover = coverOf(term, this.common);
      let starts = null;
      for (let at = 0; at < cover.length; at += ALONG) {
        starts = await this.narrow(starts, term, cover.slice(at, at + ALONG));
        if (!starts.length) return NOTHING;
        const few = cover.length > at + ALONG && this.documentsOf(starts, FEW);
        if (few) return this.matchesOf(await this.checked(starts, term, few));
      }
      return this.matchesOf(starts || []);
    }

    /** The list of documents of a single gram. @param {string} gram @returns {Promise<Matches>} */
    async summary(gram) {
      const family = `s${gram.length}`;
      const name = `${family}-${shardOf(gram, this.manifest.families[family])}`;
      const shard = await this.file(name, (data) => new Shard(data, gram.length));
      return shard.summary(gram);
    }

    /** Starts of a term that some of its grams allow. @param {number[] | null} starts @param {string} term @param {Range[]} grams */
    async narrow(starts, term, grams) {
      const lists = await Promise.all(grams.map(([from, to]) => this.places(term.slice(from, to))));
      const order = grams.map((_, at) => at).sort((a, b) => lists[a].length - lists[b].length);
      for (const at of order) {
        const offset = grams[at][0];
        starts = starts === null ? lists[at].map((place) => place - offset) : common(starts, lists[at], offset);
        if (!starts.length) break;
      }
      return /** @type {number[]} */ (starts);
    }

    /** The places of a gram. @param {string} gram @returns {Promise<number[]>} */
    async places(gram) {
      const family = `p${gram.length}`;
      const name = `${family}-${shardOf(gram, this.manifest.families[family])}`;
      const shard = await this.file(name, (data) => new Shard(data, gram.length));
      return shard.places(gram);
    }

    /** The documents of some places, or null when they are more than `most`. @param {number[]} places @param {number} most */
    documentsOf(places, most) {
      const documents = new Set();
      for (const place of places) {
        documents.add(Math.floor(place / this.manifest.width));
        if (documents.size > most) return null;
      }
      return Array.from(documents);
    }

    /** The starts of a very long term in documents whose texts do contain it. @param {number[]} starts @param {string} term @param {number[]} documents */
    async checked(starts, term, documents) {
      const contain = await Promise.all(documents.map((document) => this.contains(document, term)));
      const kept = new Set(documents.filter((_, at) => contain[at]));
      return starts.filter((place) => kept.has(Math.floor(place / this.manifest.width)));
    }

    /** @param {number} document @param {string} term @returns {Promise<boolean>} */
    async contains(document, term) {
      const [card, text] = await Promise.all([this.card(document), this.text(document)]);
      return [...card.slice(1, 4), ...text.split("\n")].some((value) => normalise(value).includes(term));
    }

    /** Documents and symbols from places. @param {number[]} places @returns {Matches} */
    matchesOf(places) {
      /** @type {Matches} */
      const matches = { documents: [], symbols: [] };
      const { width, zones } = this.manifest;
      for (let at = 0; at < places.length; ) {
        const document = Math.floor(places[at] / width);
        const first = at;
        while (at < places.length && places[at] < (document + 1) * width) at += 1;
        matches.documents.push(document);
        matches.symbols.push(symbolOf(places[first] - document * width, at - first, zones));
      }
      return matches;
    }
  }

  /** The grams that have no list of places. @param {Object<string, string>} frequent @returns {Set<string>} */
  function commonGrams(frequent) {
    const grams = new Set();
    for (const [length, joined] of Object.entries(frequent)) {
      for (let at = 0; at < joined.length; at += Number(length)) grams.add(joined.substr(at, Number(length)));
    }
    return grams;
  }

  /** @param {number} first @param {number} count @param {[string, number, number][]} zones */
  function symbolOf(first, count, zones) {
    let zone = zones.length - 1;
    while (zones[zone][1] > first) zone -= 1;
    const early = EARLY.filter((bound) => bound <= first - zones[zone][1]).length;
    const seldom = 3 - OFTEN.filter((bound) => bound <= count).length;
    return zones[zone][2] * 16 + early * 4 + seldom;
  }

  /** What a symbol adds to a document's score. @param {number} symbol */
  function scoreOf(symbol) {
    return WEIGHTS[symbol >> 4] * 4096 + 15 - (symbol & 15);
  }

  /** Starts whose term also has its gram at `offset`; both lists ascend. @param {number[]} starts @param {number[]} places @param {number} offset */
  function common(starts, places, offset) {
    const kept = [];
    let at = 0;
    for (const start of starts) {
      while (at < places.length && places[at] < start + offset) at += 1;
      if (places[at] === start + offset) kept.push(start);
    }
    return kept;
  }

  /**
   * The fewest grams with lists of places that together cover a term of two characters or more.
   * @param {string} term @param {Set<string>} frequent @returns {Range[]}
   */
  function coverOf(term, frequent) {
    /** @type {{cost: number, last: Range | null, before: number}[]} */
    const best = [{ cost: 0, last: null, before: 0 }];
    for (let end = 1; end <= term.length; end += 1) best.push({ cost: Infinity, last: null, before: 0 });
    for (let end = 2; end <= term.length; end += 1) {
      for (let start = end - 2; start >= Math.max(0, end - LONGEST_GRAM); start -= 1) {
        if (!hasPlaces(term, start, end, frequent)) continue;
        for (let before = start; before < end; before += 1) {
          if (best[before].cost + 1 < best[end].cost) {
            best[end] = { cost: best[before].cost + 1, last: [start, end], before };
          }
        }
      }
    }
    /** @type {Range[]} */
    const cover = [];
    for (let end = term.length; end > 0; end = best[end].before) cover.push(/** @type {Range} */ (best[end].last));
    return cover.reverse();
  }

  /** Whether a gram has a list of places. @param {string} term @param {number} start @param {number} end @param {Set<string>} frequent */
  function hasPlaces(term, start, end, frequent) {
    if (frequent.has(term.slice(start, end))) return false;
    return end - start === 2 || frequent.has(term.slice(start, end - 1)) || frequent.has(term.slice(start + 1, end));
  }

  /** A file of lists. */
  class Shard {
    /** @param {any} data @param {number} length */
    constructor(data, length) {
      this.data = data;
      this.grams = placesOf(data, length);
      this.bounds = boundsOf(data.n);
      this.symbolBounds = data.m === undefined ? null : boundsOf(data.m);
      if (this.bounds.length !== this.grams.size + 1 || this.bounds[this.grams.size] !== data.d.length) throw problem(DAMAGED);
    }

    /** @param {string} gram @returns {number[]} */
    places(gram) {
      const at = this.grams.get(gram);
      return at === undefined ? [] : summed(decode(this.data.d, this.bounds[at], this.bounds[at + 1]));
    }

    /** @param {string} gram @returns {Matches} */
    summary(gram) {
      const at = this.grams.get(gram);
      if (at === undefined || !this.symbolBounds) return NOTHING;
      const documents = this.places(gram);
      const from = this.symbolBounds[at];
      return { documents, symbols: documents.map((_, place) => valueOf(this.data.s.charCodeAt(from + place))) };
    }
  }

  // ---- Facets ----

  /** @typedef {{name: string, label: string, values: [string, string][], number: Map<string, number>, bounds: number[], ids: number[]}} FacetColumn */

  /** @param {any} data @returns {FacetColumn} */
  function facetColumn(data) {
    const number = new Map(data.values.map((/** @type {[string, string]} */ [value], /** @type {number} */ at) => [value, at]));
    return { name: data.name, label: data.label, values: data.values, number, bounds: boundsOf(data.n), ids: decode(data.ids) };
  }

  class Columns {
    /** @param {any} data */
    constructor(data) {
      this.rank = decode(data.rank);
      /** @type {FacetColumn[]} */
      this.facets = data.facets.map(facetColumn);
    }

    /** The first value of a facet of a document with its label. @param {string} name @param {number} document @returns {[string, string]} */
    value(name, document) {
      const column = this.facets.find((facet) => facet.name === name);
      if (!column || column.bounds[document] === column.bounds[document + 1]) return ["", ""];
      return column.values[column.ids[column.bounds[document]]];
    }
  }

  /** Whether a document has one of the chosen values. @param {FacetColumn} column @param {Set<number>} chosen @param {number} document */
  function hasChosen(column, chosen, document) {
    for (let at = column.bounds[document]; at < column.bounds[document + 1]; at += 1) {
      if (chosen.has(column.ids[at])) return true;
    }
    return false;
  }

  /**
   * The documents that every choice allows, and per facet how many have each value without regard to its own choices.
   * @param {number[]} documents @param {FacetColumn[]} columns @param {Object<string, string[]>} chosen
   */
  function narrowed(documents, columns, chosen) {
    const wanted = columns.map((column) => chosenNumbers(column, chosen[column.name]));
    const counts = columns.map((column) => new Array(column.values.length).fill(0));
    const kept = [];
    for (const document of documents) {
      let refused = -1;
      let refusals = 0;
      wanted.forEach((numbers, facet) => {
        if (numbers && !hasChosen(columns[facet], numbers, document)) {
          refused = facet;
          refusals += 1;
        }
      });
      if (refusals > 1) continue;
      if (refusals === 0) kept.push(document);
      columns.forEach((column, facet) => {
        if (refusals === 1 && facet !== refused) return;
        for (let at = column.bounds[document]; at < column.bounds[document + 1]; at += 1) counts[facet][column.ids[at]] += 1;
      });
    }
    return { kept, counts };
  }

  /** @param {FacetColumn} column @param {string[] | undefined} values @returns {Set<number> | null} null when nothing is chosen */
  function chosenNumbers(column, values) {
    if (!values || !values.length) return null;
    return new Set(values.map((value) => column.number.get(value)).filter((number) => number !== undefined).map(Number));
  }

  /**
   * Facets of several portals as one.
   * @param {{columns: FacetColumn[], counts: number[][]}[]} parts @param {Object<string, string[]>} chosen @returns {Facet[]}
   */
  function facetsOf(parts, chosen) {
    /** @type {Map<string, {label: string, choices: Map<string, Choice>}>} */
    const facets = new Map();
    for (const { columns, counts } of parts) {
      columns.forEach((column, facet) => {
        if (!facets.has(column.name)) facets.set(column.name, { label: column.label, choices: new Map() });
        const { choices } = /** @type {{choices: Map<string, Choice>}} */ (facets.get(column.name));
        column.values.forEach(([value, label], number) => addChoice(choices, value, label, counts[facet][number]));
      });
    }
    return Array.from(facets, ([name, { label, choices }]) => {
      const selected = new Set(chosen[name] || []);
      selected.forEach((value) => addChoice(choices, value, value, 0));
      choices.forEach((choice) => (choice.selected = selected.has(choice.value)));
      return { name, label, choices: Array.from(choices.values()).filter((choice) => choice.count || choice.selected) };
    });
  }

  /** @param {Map<string, Choice>} choices @param {string} value @param {string} label @param {number} count */
  function addChoice(choices, value, label, count) {
    const known = choices.get(value);
    if (known) known.count += count;
    else choices.set(value, { value, label, count, selected: false });
  }

  /** Choices as they may be used: lists of strings. @param {any} facets @returns {Object<string, string[]>} */
  function cleanChoices(facets) {
    /** @type {Object<string, string[]>} */
    const clean = Object.create(null);
    for (const [name, values] of Object.entries(facets || {})) {
      if (Array.isArray(values) && values.length) clean[name] = values.map(String);
    }
    return clean;
  }

  // ---- Finding ----

  /** @typedef {{portal: Portal, part: number, document: number, score: number, rank: number, year: number, key: number, place: number}} Entry */

  /** The documents of a portal that a query finds, with their scores. @param {Portal} portal @param {Query} query */
  async function findIn(portal, query) {
    /** @type {Map<number, number> | null} */
    let scores = null;
    for (let at = 0; at < query.must.length; at += ALONG) {
      const found = await Promise.all(query.must.slice(at, at + ALONG).map((term) => portal.matches(term.normal)));
      for (const matches of found) scores = addScores(scores, matches);
      if (scores && !scores.size) return scores;
    }
    const kept = scores || new Map(Array.from({ length: portal.manifest.documents }, (_, document) => [document, 0]));
    for (let at = 0; at < query.mustNot.length; at += ALONG) {
      const found = await Promise.all(query.mustNot.slice(at, at + ALONG).map((term) => portal.matches(term.normal)));
      found.forEach((matches) => matches.documents.forEach((document) => kept.delete(document)));
    }
    return kept;
  }

  /** @param {Map<number, number> | null} scores @param {Matches} matches @returns {Map<number, number>} */
  function addScores(scores, matches) {
    const added = new Map();
    matches.documents.forEach((document, at) => {
      const before = scores === null ? 0 : scores.get(document);
      if (before !== undefined) added.set(document, before + scoreOf(matches.symbols[at]));
    });
    return added;
  }

  const NO_AWARD = 1e6;

  /** @type {Object<string, (a: Entry, b: Entry) => number>} */
  const ORDERS = {
    relevance: (a, b) => b.score - a.score || a.rank - b.rank || b.year - a.year || inOrder(a, b),
    award: (a, b) => (a.rank || NO_AWARD) - (b.rank || NO_AWARD) || b.score - a.score || b.year - a.year || inOrder(a, b),
    newest: (a, b) => b.year - a.year || b.score - a.score || a.rank - b.rank || inOrder(a, b),
    title: (a, b) => a.key - b.key || a.part - b.part || a.place - b.place,
  };

  /** @param {Entry} a @param {Entry} b */
  function inOrder(a, b) {
    return a.part - b.part || a.document - b.document;
  }

  /** @typedef {{documents: number[], entries: Entry[], columns: FacetColumn[], counts: number[][]}} Part */

  /** Whether facets in files of their own are needed for the answer. @param {boolean | "first" | undefined} counts @param {Object<string, string[]>} chosen */
  function needsLaterFacets(counts, chosen) {
    return (counts !== false && counts !== "first") || LATER.some((name) => name in chosen);
  }

  /** One portal's part of an answer. @param {Portal} portal @param {number} part @param {Query} query @param {any} request @returns {Promise<Part>} */
  async function answerIn(portal, part, query, request) {
    const [scores, columns, later, titles] = await Promise.all([
      findIn(portal, query),
      portal.columns(),
      request.needsLater ? portal.later() : [],
      request.sort === "title" ? portal.titles() : null,
    ]);
    const facets = [...columns.facets, ...later];
    const documents = Array.from(scores.keys());
    const { kept, counts } = narrowed(documents, facets, request.facets);
    /** @type {Entry[]} */
    const entries = kept.map((document) => ({
      portal,
      part,
      document,
      score: scores.get(document) || 0,
      rank: columns.rank[document],
      year: Number(columns.value("year", document)[0]),
      key: titles ? titles.key[document] : 0,
      place: titles ? titles.place[document] : 0,
    }));
    return { documents, entries, columns: facets, counts };
  }

  /** What is shown of a found document. @param {Entry} entry @param {string[]} terms @returns {Promise<Hit>} */
  async function hitOf(entry, terms) {
    const { portal, document } = entry;
    const [card, columns] = await Promise.all([portal.card(document), portal.columns()]);
    const [address, title, unit, summary, cover, demo] = card;
    const label = (/** @type {string} */ name) => columns.value(name, document)[1];
    /** @type {any} */
    const shown = { title, unit, summary, track: label("track"), award: label("award"), region: label("region") };
    /** @type {Object<string, Range[]>} */
    const fields = {};
    Object.keys(shown).forEach((name) => (fields[name] = rangesOf(shown[name], terms)));
    return {
      id: address.replace("/index.html", ""),
      kind: /** @type {any} */ (columns.value("kind", document)[0]),
      address,
      branch: columns.value("branch", document)[0],
      year: entry.year,
      ...shown,
      cover,
      demo: Boolean(demo),
      fields,
      snippet: null,
    };
  }

  /** Fill in a hit's snippet: from the summary when the card explains the hit, else from the text. @param {Hit} hit @param {Entry} entry @param {string[]} terms */
  function explain(hit, entry, terms) {
    if (!terms.length) return null;
    const shown = [hit.title, hit.unit, hit.summary].map(normalise);
    const open = terms.filter((term) => !shown.some((text) => text.includes(term)));
    if (!open.length) {
      hit.snippet = hit.summary ? { text: hit.summary, ranges: hit.fields.summary } : null;
      return null;
    }
    return entry.portal.text(entry.document).then(
      (text) => (hit.snippet = snippetOf(text, open, terms) || { text: hit.summary, ranges: hit.fields.summary }),
      () => (hit.snippet = { text: hit.summary, ranges: hit.fields.summary }),
    );
  }

  /** Text around the hits, from the line with most of the terms. @param {string} text @param {string[]} open @param {string[]} terms */
  function snippetOf(text, open, terms) {
    let best = "";
    let most = 0;
    for (const line of text.split("\n")) {
      const normal = normalise(line);
      const count = open.filter((term) => normal.includes(term)).length;
      if (count > most) [best, most] = [line, count];
    }
    return most ? clipped(best, rangesOf(best, terms)) : null;
  }

  /** A line around its first hit. @param {string} line @param {Range[]} ranges */
  function clipped(line, ranges) {
    const first = ranges.length ? ranges[0][0] : 0;
    const from = line.length <= SNIPPET || first <= BEFORE ? 0 : boundary(line, first - BEFORE);
    const to = line.length - from <= SNIPPET ? line.length : boundary(line, from + SNIPPET);
    const lead = from > 0 ? "…" : "";
    /** @type {Range[]} */
    const inside = ranges.filter(([start]) => start < to).map(([start, end]) => [start - from + lead.length, Math.min(end, to) - from + lead.length]);
    return { text: lead + line.slice(from, to) + (to < line.length ? "…" : ""), ranges: inside };
  }

  /** A place that does not part a pair of surrogates. @param {string} line @param {number} at */
  function boundary(line, at) {
    const code = line.charCodeAt(at);
    return code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
  }

  // ---- Nothing found ----

  const MOST_TERMS = 8;

  class Index {
    /** @param {Portal[]} portals */
    constructor(portals) {
      this.portals = portals;
    }

    /** @param {Request} request @param {AbortSignal} [signal] @returns {Promise<Answer>} */
    search(request, signal) {
      const answer = this.answer(request || {}, signal).catch((error) => {
        throw error && error.retry ? error : problem("搜索出了问题，请重试。");
      });
      return signal ? Promise.race([answer, aborted(signal)]) : answer;
    }

    /** @param {Request} request @param {AbortSignal} [signal] @returns {Promise<Answer>} */
    async answer(request, signal) {
      const query = parse(request.query);
      const facets = cleanChoices(request.facets);
      const sort = request.sort && ORDERS[request.sort] ? request.sort : "relevance";
      const needsLater = needsLaterFacets(request.counts, facets);
      const parts = await this.parts(query, { facets, sort, needsLater });
      stopIf(signal);
      const entries = parts.length === 1 ? parts[0].entries : parts.flatMap((part) => part.entries);
      entries.sort(ORDERS[sort]);
      const offset = Math.max(0, Math.floor(Number(request.offset)) || 0);
      const limit = request.limit === undefined ? 20 : Math.max(0, Math.floor(Number(request.limit)) || 0);
      const shown = entries.slice(offset, offset + limit);
      const terms = query.must.map((term) => term.normal);
      const hits = await Promise.all(shown.map((entry) => hitOf(entry, terms)));
      stopIf(signal);
      const suggestions = entries.length ? [] : await this.suggestions(query, facets);
      stopIf(signal);
      const counted = request.counts === false ? [] : facetsOf(parts, facets);
      const explained = Promise.all(hits.map((hit, at) => explain(hit, shown[at], terms)));
      return {
        total: entries.length,
        hits,
        facets: counted,
        suggestions,
        terms: query.must.map((term) => term.typed),
        bytes: this.portals.reduce((sum, portal) => sum + portal.bytes, 0),
        snippets: explained.then(() => hits),
        allFacets: request.counts === "first" && !needsLater ? this.allFacets(parts, facets) : Promise.resolve(counted),
      };
    }

    /** The facets of an answer with those in files of their own; without them when they cannot be loaded. @param {Part[]} parts @param {Object<string, string[]>} chosen */
    async allFacets(parts, chosen) {
      try {
        const later = await Promise.all(this.portals.map((portal) => portal.later()));
        const all = parts.map(({ documents, columns }, part) => {
          const every = [...columns, ...later[part]];
          return { columns: every, counts: narrowed(documents, every, chosen).counts };
        });
        return facetsOf(all, chosen);
      } catch (error) {
        return facetsOf(parts, chosen);
      }
    }

    /** @param {Query} query @param {any} request */
    parts(query, request) {
      return Promise.all(
        this.portals.map(async (portal, part) => {
          await portal.open();
          return answerIn(portal, part, query, request);
        }),
      );
    }

    /** How many documents a query finds. @param {Query} query @param {Object<string, string[]>} facets */
    async count(query, facets) {
      const parts = await this.parts(query, { facets, sort: "relevance", needsLater: needsLaterFacets(false, facets) });
      return parts.reduce((sum, part) => sum + part.entries.length, 0);
    }

    /** What else could be asked when nothing was found. @param {Query} query @param {Object<string, string[]>} facets @returns {Promise<Suggestion[]>} */
    async suggestions(query, facets) {
      const fewer = query.must.length > 1 && query.must.length <= MOST_TERMS ? await this.withoutOne(query, facets) : [];
      const near = fewer.length || query.must.length !== 1 ? [] : await this.nearTitles(query, facets);
      return [...fewer, ...near];
    }

    /** The query with one term less. @param {Query} query @param {Object<string, string[]>} facets */
    async withoutOne(query, facets) {
      const found = [];
      for (const dropped of query.must) {
        const must = query.must.filter((term) => term !== dropped);
        const count = await this.count({ must, mustNot: query.mustNot }, facets);
        if (count) found.push({ query: written({ must, mustNot: query.mustNot }), count, reason: `去掉“${shortened(dropped.typed)}”` });
      }
      return found.sort((a, b) => b.count - a.count);
    }

    /** The piece of the term that the most similar title shares. @param {Query} query @param {Object<string, string[]>} facets */
    async nearTitles(query, facets) {
      const term = query.must[0].normal.slice(0, 12);
      /** @type {Map<string, string>} */
      const pieces = new Map();
      for (const portal of this.portals) {
        const title = await nearestTitle(portal, term);
        const piece = title ? longestCommon(term, normalise(title)) : "";
        if (piece.length > 1 && !pieces.has(piece)) pieces.set(piece, title);
      }
      const found = [];
      const longest = Math.max(0, ...Array.from(pieces.keys(), (piece) => piece.length));
      for (const [piece, title] of pieces) {
        if (piece.length * 3 < longest * 2) continue;
        const count = await this.count({ must: [{ typed: piece, normal: piece }], mustNot: query.mustNot }, facets);
        if (count) found.push({ query: written({ must: [{ typed: piece, normal: piece }], mustNot: query.mustNot }), count, reason: `标题相近：${title}` });
      }
      return found.sort((a, b) => b.query.length - a.query.length || b.count - a.count).slice(0, 3);
    }
  }

  /** The title that has most of a term's pairs; "" when none has any. @param {Portal} portal @param {string} term @returns {Promise<string>} */
  async function nearestTitle(portal, term) {
    /** @type {Map<number, number>} */
    const shared = new Map();
    const pairs = new Set(Array.from({ length: Math.max(0, term.length - 1) }, (_, at) => term.slice(at, at + 2)));
    for (const pair of pairs) {
      const { documents, symbols } = await portal.matches(pair);
      documents.forEach((document, at) => {
        if (symbols[at] < 16) shared.set(document, (shared.get(document) || 0) + 1);
      });
    }
    const [best] = Array.from(shared).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return best ? (await portal.card(best[0]))[1] : "";
  }

  /** @param {string} a @param {string} b @returns {string} */
  function longestCommon(a, b) {
    let best = "";
    for (let start = 0; start < a.length; start += 1) {
      while (start + best.length < a.length && b.includes(a.slice(start, start + best.length + 1))) {
        best = a.slice(start, start + best.length + 1);
      }
    }
    return best;
  }

  /** A query as it would be typed. @param {Query} query */
  function written(query) {
    const write = (/** @type {Term} */ term) => (/^["“”＂－-]|\s/.test(term.typed) && !term.typed.includes('"') ? `"${term.typed}"` : term.typed);
    return [...query.must.map(write), ...query.mustNot.map((term) => `-${write(term)}`)].join(" ");
  }

  /** @param {string} text */
  function shortened(text) {
    return text.length > 20 ? `${text.slice(0, boundary(text, 20))}…` : text;
  }

  /** @param {AbortSignal} signal @returns {Promise<never>} */
  function aborted(signal) {
    return new Promise((_, reject) => {
      const stop = () => reject(problem("搜索已取消。", "AbortError"));
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    });
  }

  /** @param {AbortSignal} [signal] */
  function stopIf(signal) {
    if (signal && signal.aborted) throw problem("搜索已取消。", "AbortError");
  }

  /**
   * Open the indexes of one portal, or of several as one.
   * @param {string[]} manifestUrls @param {{timeout?: number}} [options] @returns {Promise<Index>}
   */
  async function open(manifestUrls, options = {}) {
    const timeout = options.timeout || TIMEOUT;
    const portals = manifestUrls.map((url) => new Portal(new URL(url, document.baseURI).href, { timeout }));
    await Promise.all(portals.map((portal) => portal.open()));
    return new Index(portals);
  }

  /** @type {any} */ (window).PortalSearch = { open, normalise, withOrigins, rangesOf, parse };
})();
