// The header's search: the first hits as a list below the field (ARIA 1.2 combobox with a listbox in groups).
(function () {
  "use strict";

  const tools = window.SearchTools;
  const { make } = tools;
  const FIRST_HITS = 8;

  const form = tools.box;
  if (!form) return;
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const toggle = document.querySelector("[data-search-toggle]");

  const list = make("div", { role: "listbox", id: "site-hits", "aria-label": "搜索结果" });
  const say = make("p", { class: "site-search__say", hidden: "" });
  const again = make("button", { class: "button button--plain site-search__retry", type: "button", hidden: "" }, "重试");
  const panel = make("div", { class: "site-search__hits", hidden: "" }, say, list, again);
  const live = make("p", { class: "visually-hidden", role: "status" });

  let ticket = 0;
  /** @type {AbortController | null} */
  let asking = null;
  /** @type {HTMLElement[]} */
  let options = [];
  let active = -1;

  /** Begin loading before the first character is typed; a failure is told when something is asked. */
  function warmUp() {
    tools.open().catch(() => {});
  }

  async function ask() {
    const mine = ++ticket;
    if (asking) asking.abort();
    const query = tools.queryOf(field.value);
    if (!query) return close();
    asking = new AbortController();
    try {
      const index = await tools.open();
      if (mine !== ticket) return;
      const question = { query, facets: {}, sort: "relevance", offset: 0, limit: FIRST_HITS, counts: false };
      const answer = await index.search(question, asking.signal);
      if (mine === ticket) show(query, answer);
    } catch (error) {
      if (mine === ticket) fail(tools.messageOf(error));
    }
  }

  /** @param {string} query @param {import("./search-tools.js").Answer} answer */
  function show(query, answer) {
    const groups = groupsOf(answer);
    const more = answer.total ? [option("site-search__all", searchPage(query), `查看全部 ${answer.total} 条结果`)] : answer.suggestions.map(suggestion);
    list.replaceChildren(...groups, ...more);
    options = Array.from(list.querySelectorAll("[role=option]"));
    options.forEach((element, place) => (element.id = `site-hit-${place}`));
    const text = answer.total ? `找到 ${answer.total} 条结果` : `没有找到“${shorten(query)}”${more.length ? "，可以试试：" : "。"}`;
    open(text, answer.total === 0, false);
  }

  /** Hits by kind, in the order in which each kind first appears. @param {import("./search-tools.js").Answer} answer */
  function groupsOf(answer) {
    /** @type {Map<string, HTMLElement[]>} */
    const kinds = new Map();
    answer.hits.forEach((hit) => kinds.set(hit.kind, [...(kinds.get(hit.kind) || []), hitOption(hit, answer)]));
    return Array.from(kinds, ([kind, hits], place) => {
      const name = make("span", { class: "site-search__group", id: `site-group-${place}`, role: "presentation" }, tools.KINDS[kind] || "其他");
      return make("div", { role: "group", "aria-labelledby": name.id }, name, ...hits);
    });
  }

  /** @param {import("./search-tools.js").Hit} hit @param {import("./search-tools.js").Answer} answer */
  function hitOption(hit, answer) {
    const edition = `${tools.branchOf(hit, answer)}${hit.year}年`;
    const known = [hit.demo ? "示例" : "", edition, hit.award, hit.unit, hit.kind === "track" ? "" : hit.track];
    const title = make("span", { class: "site-search__title" }, tools.marked(hit.title, hit.fields.title));
    const meta = make("span", { class: "site-search__meta" }, known.filter(Boolean).join(" · "));
    return option("", tools.hitLink(hit, answer.terms), title, meta);
  }

  /** @param {{query: string, count: number, reason: string}} found */
  function suggestion(found) {
    return option("", searchPage(found.query), `${found.query}（${found.count} 条）`);
  }

  /** @param {string} className @param {string} href @param {...(string | Node)} children */
  function option(className, href, ...children) {
    return make("a", { class: className, role: "option", "aria-selected": "false", tabindex: "-1", href }, ...children);
  }

  /** @param {string} query @returns {string} */
  function searchPage(query) {
    return `${form.getAttribute("action")}?${new URLSearchParams({ q: query })}`;
  }

  /** @param {string} text @returns {string} */
  function shorten(text) {
    return text.length > 24 ? `${text.slice(0, 24)}…` : text;
  }

  /** @param {string} message */
  function fail(message) {
    list.replaceChildren();
    options = [];
    open(message, true, true);
  }

  /** @param {string} text @param {boolean} visible whether the text also stands in the panel @param {boolean} failed */
  function open(text, visible, failed) {
    choose(-1);
    list.hidden = options.length === 0;
    say.textContent = text;
    say.hidden = !visible;
    again.hidden = !failed;
    panel.hidden = false;
    panel.scrollTop = 0;
    field.setAttribute("aria-expanded", String(options.length > 0));
    live.textContent = text;
  }

  function close() {
    ticket += 1;
    choose(-1);
    panel.hidden = true;
    field.setAttribute("aria-expanded", "false");
    live.textContent = "";
  }

  /** @param {number} place of the option that Enter will open; -1 for none */
  function choose(place) {
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = place;
    const element = options[active];
    if (!element) return field.removeAttribute("aria-activedescendant");
    element.setAttribute("aria-selected", "true");
    element.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", element.id);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (tools.isComposing(event)) return;
    const isOpen = !panel.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return void ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = options.length + 1; // the field itself is one stop of the round
      choose(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && isOpen && options[active]) {
      event.preventDefault();
      options[active].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (isOpen) close();
      else if (field.value) field.value = "";
      else reveal(false);
    }
  }

  /** Show or hide the field on phones, where it is behind a button. @param {boolean} shown */
  function reveal(shown) {
    form.toggleAttribute("data-open", shown);
    toggle.setAttribute("aria-expanded", String(shown));
    toggle.setAttribute("aria-label", shown ? "收起搜索" : "打开搜索");
    if (shown) field.focus();
    else if (form.contains(document.activeElement)) /** @type {HTMLElement} */ (toggle).focus();
  }

  /** Whether the reader leaves the key to us: WCAG 2.1.4 asks for a way to turn single keys off. @returns {boolean} */
  function slashIsOn() {
    try {
      return localStorage.getItem("slash") !== "off";
    } catch (error) {
      return true;
    }
  }

  /** The search page's switch for the key. @param {HTMLInputElement} box */
  function offerSlash(box) {
    box.checked = slashIsOn();
    box.addEventListener("change", () => {
      try {
        localStorage.setItem("slash", box.checked ? "on" : "off");
      } catch (error) {
        box.checked = true; // Storage is closed: the choice cannot be kept.
      }
    });
  }

  /** `/` leads to the page's own search, else to the header's. @param {KeyboardEvent} event */
  function onSlash(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || tools.isComposing(event)) return;
    if (!slashIsOn() || target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    event.preventDefault();
    const own = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-gallery-query]"));
    if (!own && !form.offsetParent) reveal(true);
    (own || field).focus();
    (own || field).select();
  }

  form.append(panel, live);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);
  tools.onTyping(field, ask);
  field.addEventListener("focus", warmUp, { once: true });
  field.addEventListener("focus", () => {
    if (panel.hidden && field.value) ask();
  });
  field.addEventListener("keydown", onKey);
  panel.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  again.addEventListener("click", ask);
  form.addEventListener("focusout", (event) => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
  });
  form.addEventListener("submit", (event) => {
    if (!tools.queryOf(field.value)) event.preventDefault();
  });
  toggle.addEventListener("click", () => reveal(toggle.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", onSlash);
  document.querySelectorAll("[data-slash]").forEach((box) => offerSlash(/** @type {HTMLInputElement} */ (box)));
})();
