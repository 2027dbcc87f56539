// The gallery: a query, facets and an order narrow a list of hits; the whole state stands in the page's address.
(function () {
  "use strict";

  const tools = window.SearchTools;
  const PAGE = 24;
  const FACETS = ["kind", "branch", "year", "track", "sector", "topic", "award", "region", "sme", "tags"];
  const SORTS = ["relevance", "award", "newest", "title"];

  /** @typedef {import("./search-tools.js").Answer} Answer */
  /** @typedef {Object<string, string[]>} Values chosen values by facet */
  /** @typedef {{query: string, facets: Values, sort: string, pages: number}} State */

  // The address

  /** What an address says; facets that it does not name are as the page presets them. @param {Values} preset @returns {State} */
  function readAddress(preset) {
    const { search, hash } = location;
    const params = new URLSearchParams(hash.startsWith("#?") ? hash.slice(1) : search);
    /** @type {Values} */
    const facets = {};
    FACETS.forEach((name) => {
      const values = params.has(name) ? params.getAll(name).filter(Boolean) : preset[name] || [];
      if (values.length) facets[name] = values;
    });
    const sort = params.get("sort");
    const pages = Math.min(Math.max(parseInt(params.get("pages"), 10) || 1, 1), 100);
    return { query: tools.queryOf(params.get("q") || ""), facets, sort: SORTS.includes(sort) ? sort : SORTS[0], pages };
  }

  /** @param {string[]} [one] @param {string[]} [other] */
  function sameValues(one = [], other = []) {
    return one.length === other.length && one.every((value) => other.includes(value));
  }

  /** @param {State} state @param {Values} preset @returns {string} */
  function addressOf(state, preset) {
    const params = new URLSearchParams();
    if (state.query) params.set("q", state.query);
    FACETS.forEach((name) => {
      const values = state.facets[name] || [];
      if (sameValues(values, preset[name])) return;
      if (values.length === 0) params.set(name, "");
      values.forEach((value) => params.append(name, value));
    });
    if (state.sort !== SORTS[0]) params.set("sort", state.sort);
    if (state.pages > 1) params.set("pages", String(state.pages));
    return params.toString();
  }

  /** Older browsers let a page on disk change only what follows the #. @param {"pushState" | "replaceState"} method @param {string} query */
  function writeAddress(method, query) {
    for (const address of [`${location.pathname}${query && "?"}${query}`, `#?${query}`]) {
      try {
        history[method](null, "", address);
        return;
      } catch (error) {
        // The next form, or none: the page works without its state in the address.
      }
    }
  }

  // The component

  /** @param {HTMLElement} root */
  function gallery(root) {
    /** @param {string} name @returns {any} */
    const part = (name) => root.querySelector(`[data-gallery-${name}]`);
    /** @type {Values} */
    const fixed = JSON.parse(root.dataset.fixed);
    /** @type {Values} */
    const preset = JSON.parse(root.dataset.preset);
    const ranks = JSON.parse(root.dataset.awards);
    const grid = root.classList.contains("gallery--grid");
    const unit = grid ? "个案例" : "条结果";
    const hidden = Object.keys(fixed);
    const query = /** @type {HTMLInputElement} */ (part("query"));
    const sort = /** @type {HTMLSelectElement} */ (part("sort"));
    const more = part("more").firstElementChild;
    const panel = tools.facets(part("facets"), hidden, choose);

    let state = readAddress(preset);
    let ticket = 0;
    /** @type {AbortController | null} */
    let asking = null;
    let typing = false; // whether the present history entry was written while typing, so that more typing replaces it
    let announcing = 0;
    /** @type {HTMLElement | null} */
    let list = null;

    /** Whether the page's own list already shows what is asked for. */
    function isPlain() {
      return grid && !state.query && state.sort === SORTS[0] && FACETS.every((name) => sameValues(state.facets[name], preset[name]));
    }

    /** @param {number} offset @param {number} limit @param {(answer: Answer) => void} then */
    async function ask(offset, limit, then) {
      const mine = ++ticket;
      if (asking) asking.abort();
      asking = new AbortController();
      part("results").setAttribute("aria-busy", "true");
      try {
        const index = await tools.open();
        if (mine !== ticket) return;
        const question = { query: state.query, facets: { ...state.facets, ...fixed }, sort: state.sort, offset, limit, counts: "first" };
        const answer = await index.search(question, asking.signal);
        if (mine !== ticket) return;
        then(answer);
        // The large facets (tags) come after the results, so that they cost no one the wait.
        const facets = await answer.allFacets;
        if (mine === ticket && facets !== answer.facets) panel.show(facets);
      } catch (error) {
        if (mine === ticket) fail(tools.messageOf(error));
      } finally {
        if (mine === ticket) part("results").removeAttribute("aria-busy");
      }
    }

    /** Find and show what the state says. */
    function run() {
      return ask(0, isPlain() ? 1 : state.pages * PAGE, show);
    }

    // Showing

    /** @param {Answer} answer */
    function show(answer) {
      const plain = isPlain();
      const focused = document.activeElement;
      panel.show(answer.facets);
      part("links").hidden = true;
      part("facets").hidden = false;
      part("notice").replaceChildren(...(answer.total || plain ? [] : [nothing(answer)]));
      showChips(answer);
      list = tools.make("ul", { class: grid ? "case-grid" : "hits", role: "list" }, ...tools.results.hits(answer, grid, ranks));
      part("results").replaceChildren(...(plain || !answer.total ? [] : [list]));
      part("results").hidden = plain;
      part("results").toggleAttribute("data-done", true);
      part("list").hidden = grid && !plain;
      part("done").textContent = `查看 ${answer.total} ${unit}`;
      showMore(answer, plain);
      tell(answer.total, `找到 ${answer.total} 条结果`);
      if (focused && !focused.isConnected) part("count").focus({ preventScroll: true });
    }

    /** @param {Answer} answer */
    function nothing(answer) {
      const narrowed = Object.keys(state.facets).length > 0;
      return tools.results.nothing(answer, narrowed, (text) => change({ query: text }), () => change({ facets: {} }));
    }

    /** @param {Answer} answer */
    function showChips(answer) {
      const chips = tools.results.chips(answer.facets, hidden, (name, value) => choose(name, value, false), () => change({ facets: {} }));
      part("chips").replaceChildren(...chips);
      part("chips").hidden = isPlain() || chips.length === 0;
      const count = isPlain() ? 0 : Object.values(state.facets).flat().length;
      part("toggle-label").textContent = count ? `筛选（已选 ${count} 项）` : "筛选";
    }

    /** @param {Answer} answer @param {boolean} plain */
    function showMore(answer, plain) {
      const rest = answer.total - (list ? list.children.length : 0);
      part("more").hidden = plain || rest <= 0;
      more.textContent = `再显示 ${Math.min(rest, PAGE)} 条（还有 ${rest} 条）`;
    }

    /** Say how much was found: at once to the eye, to screen readers when typing has paused. @param {number} total @param {string} text */
    function tell(total, text) {
      part("count").textContent = `共 ${total} ${unit}`;
      clearTimeout(announcing);
      announcing = setTimeout(() => (part("live").textContent = text), 700);
    }

    /** @param {string} message */
    function fail(message) {
      part("notice").replaceChildren(tools.results.failure(message, true, run));
      part("results").hidden = true;
      part("results").toggleAttribute("data-done", true);
      part("more").hidden = true;
      part("list").hidden = false;
      part("links").hidden = false;
      part("facets").hidden = true;
      part("chips").hidden = true;
      part("count").textContent = "";
    }

    // Changing

    /** @param {Partial<State>} changes @param {boolean} [typed] */
    function change(changes, typed = false) {
      state = { ...state, pages: 1, ...changes };
      writeAddress(typed && typing ? "replaceState" : "pushState", addressOf(state, preset));
      typing = typed;
      fill();
      return run();
    }

    /** @param {string} name @param {string} value @param {boolean} chosen */
    function choose(name, value, chosen) {
      const values = (state.facets[name] || []).filter((other) => other !== value);
      const facets = { ...state.facets, [name]: chosen ? [...values, value] : values };
      if (facets[name].length === 0) delete facets[name];
      change({ facets });
    }

    /** Show the state in the fields, but leave alone what is being typed. */
    function fill() {
      if (tools.queryOf(query.value) !== state.query) query.value = state.query;
      sort.value = state.sort;
    }

    /** More of the same list, without asking again for what is there. */
    function showNext() {
      const shown = list.children.length;
      state = { ...state, pages: state.pages + 1 };
      writeAddress("replaceState", addressOf(state, preset));
      return ask(shown, PAGE, (answer) => {
        list.append(...tools.results.hits(answer, grid, ranks));
        showMore(answer, false);
        tell(answer.total, `已显示 ${list.children.length} 条，共 ${answer.total} 条`);
        const first = list.children[shown];
        if (first) first.querySelector("a").focus({ preventScroll: true });
      });
    }

    function typed() {
      const text = tools.queryOf(query.value);
      if (text !== state.query) change({ query: text }, true);
    }

    // Keys

    /** The links of the hits that are on show. @returns {HTMLElement[]} */
    function links() {
      const all = Array.from(root.querySelectorAll(".gallery__main :is(.case-card__title, .hit__title) a"));
      return /** @type {HTMLElement[]} */ (all.filter((link) => !link.closest("[hidden]")));
    }

    /** Arrows walk from the query through the hits and back; Esc leads back to the query, and there empties it. @param {KeyboardEvent} event */
    function onKey(event) {
      if (tools.isComposing(event)) return;
      const target = /** @type {HTMLElement} */ (event.target);
      const all = links();
      const at = all.indexOf(target);
      if (target !== query && at < 0) return;
      if (event.key === "ArrowDown" || (event.key === "ArrowUp" && at >= 0)) {
        const next = event.key === "ArrowDown" ? all[at + 1] : all[at - 1] || query;
        if (!next) return;
        event.preventDefault();
        next.focus();
      } else if (event.key === "Escape") {
        event.preventDefault();
        if (target === query && query.value) {
          query.value = "";
          typed();
        }
        query.focus();
      }
    }

    /** On phones the facets are behind a button. @param {boolean} open */
    function openFacets(open) {
      part("toggle").setAttribute("aria-expanded", String(open));
      root.querySelector(".gallery__facets").toggleAttribute("data-open", open);
    }

    const callOff = tools.onTyping(query, typed);
    part("form").addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      callOff();
      typing = false;
      const text = tools.queryOf(query.value);
      if (text !== state.query) change({ query: text });
    });
    sort.addEventListener("change", () => change({ sort: sort.value }));
    more.addEventListener("click", showNext);
    part("toggle").addEventListener("click", () => openFacets(part("toggle").getAttribute("aria-expanded") !== "true"));
    part("done").addEventListener("click", () => {
      openFacets(false);
      part("count").focus();
    });
    root.addEventListener("keydown", onKey);
    addEventListener("popstate", () => {
      const wanted = readAddress(preset);
      if (addressOf(wanted, preset) === addressOf(state, preset)) return;
      state = wanted;
      typing = false;
      fill();
      run();
    });
    keepPlace(() => {
      fill();
      part("list").hidden = grid && !isPlain();
      return run();
    });
  }

  /** Come back to the same place of a list that is filled after the page has loaded. @param {() => Promise<void>} start */
  function keepPlace(start) {
    const before = history.state && history.state.top;
    addEventListener("pagehide", () => {
      try {
        history.replaceState({ top: scrollY }, "");
      } catch (error) {
        // Then the page comes back at its beginning.
      }
    });
    start().then(() => before && scrollTo(0, before));
  }

  document.querySelectorAll("[data-gallery]").forEach((root) => gallery(/** @type {HTMLElement} */ (root)));
})();
