// What the header's search and the gallery share: opening the index once, and showing its hits as text.
(function () {
  "use strict";

  /** @typedef {[number, number]} Range start and end of a match in a displayed text, in UTF-16 units */
  /**
   * @typedef {{id: string, kind: string, title: string, address: string, branch: string, year: number, track: string,
   *   award: string, unit: string, region: string, summary: string, cover: string | null, demo: boolean,
   *   fields: Object<string, Range[]>, snippet: {text: string, ranges: Range[]} | null}} Hit
   */
  /** @typedef {{name: string, label: string, choices: {value: string, label: string, count: number, selected: boolean}[]}} Facet */
  /**
   * @typedef {{total: number, hits: Hit[], facets: Facet[], terms: string[],
   *   suggestions: {query: string, count: number, reason: string}[], snippets: Promise<Hit[]>}} Answer `snippets`
   *   settles when those of the hits that were still on their way have come
   */
  /** @typedef {{query: string, facets: Object<string, string[]>, sort: string, offset: number, limit: number}} Question */
  /** @typedef {{search: (question: Question, signal?: AbortSignal) => Promise<Answer>}} Index */

  const LONGEST_QUERY = 300;
  const KINDS = { case: "案例", track: "赛道", topic: "赛题", notice: "通知公告", page: "页面" };

  /** The header's form, which also says where the search program, the indexes and the site's root are. */
  const box = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-search]"));

  const covers = box ? JSON.parse(box.dataset.manifests).length : 0;

  /** @type {Promise<Index> | null} */
  let opening = null;

  /** An error that may be shown as it is. @param {string} message @returns {Error} */
  function problem(message) {
    return Object.assign(new Error(message), { retry: true });
  }

  /** The search program, loaded by a script tag because that also works from disk. @returns {Promise<void>} */
  function loadEngine() {
    if (window.PortalSearch) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = box.dataset.engine;
      const finish = () => (window.PortalSearch ? resolve() : reject(problem("搜索程序没有加载成功，请检查网络后重试。")));
      script.addEventListener("load", finish);
      script.addEventListener("error", finish);
      document.head.append(script);
    });
  }

  /** The index of all portals that this page's search covers; a failed attempt is forgotten. @returns {Promise<Index>} */
  function open() {
    if (!opening) {
      const manifests = JSON.parse(box.dataset.manifests).map((/** @type {string} */ url) => new URL(url, document.baseURI).href);
      opening = loadEngine().then(() => window.PortalSearch.open(manifests));
      opening.catch(() => (opening = null));
    }
    return opening;
  }

  /** What to tell the reader about a failure. @param {any} error @returns {string} */
  function messageOf(error) {
    return error && error.retry ? error.message : "搜索出了问题，请重试。";
  }

  /**
   * An element with text or elements in it; never markup.
   * @param {string} tag @param {Object<string, string>} attributes @param {...(string | Node | null)} children
   * @returns {HTMLElement}
   */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /** A text with its matches in `<mark>`. @param {string} text @param {Range[]} [ranges] @returns {DocumentFragment} */
  function marked(text, ranges) {
    const fragment = document.createDocumentFragment();
    let done = 0;
    (ranges || []).forEach(([start, end]) => {
      if (start < done || end <= start) return;
      fragment.append(text.slice(done, start), make("mark", {}, text.slice(start, end)));
      done = end;
    });
    fragment.append(text.slice(done));
    return fragment;
  }

  /** A link from this page to another of the site. @param {string} address from the site's root @returns {string} */
  function link(address) {
    return box.dataset.root + address;
  }

  /** The link to a hit's page, which will mark the terms there. @param {Hit} hit @param {string[]} terms @returns {string} */
  function hitLink(hit, terms) {
    const [path, fragment] = hit.address.split("#");
    const query = new URLSearchParams(terms.map((term) => ["hl", term])).toString();
    return link(path) + (query ? `?${query}` : "") + (fragment ? `#${fragment}` : "");
  }

  /** The name of a hit's branch, where a search covers several. @param {Hit} hit @param {Answer} answer @returns {string} */
  function branchOf(hit, answer) {
    const branches = answer.facets.find((facet) => facet.name === "branch");
    const found = branches && branches.choices.find((choice) => choice.value === hit.branch);
    return covers > 1 && found ? found.label : "";
  }

  /** Whether a key press belongs to an input method that is still composing. @param {KeyboardEvent} event @returns {boolean} */
  function isComposing(event) {
    return event.isComposing || event.keyCode === 229;
  }

  /**
   * Call back when a field's text changes: not while an input method composes, and only when typing pauses.
   * @param {HTMLInputElement} field @param {() => void} changed @returns {() => void} calls off what is waiting
   */
  function onTyping(field, changed) {
    let composing = false;
    let timer = 0;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(changed, 120);
    };
    field.addEventListener("compositionstart", () => (composing = true));
    field.addEventListener("compositionend", () => {
      composing = false;
      wait();
    });
    field.addEventListener("input", (event) => {
      if (!composing && !(/** @type {InputEvent} */ (event).isComposing)) wait();
    });
    return () => clearTimeout(timer);
  }

  /** The text of a field or address, without more than can be searched for. @param {string} text @returns {string} */
  function queryOf(text) {
    return text.slice(0, LONGEST_QUERY).trim();
  }

  window.SearchTools = {
    box,
    KINDS,
    open,
    messageOf,
    make,
    marked,
    link,
    hitLink,
    branchOf,
    isComposing,
    onTyping,
    queryOf,
  };
})();
