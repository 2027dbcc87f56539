// The gallery's facets as groups of checkboxes. Elements are kept between answers, so that focus and scroll stay.
(function () {
  "use strict";

  const { make } = window.SearchTools;
  const SHOWN = 8;

  /** @typedef {import("./search-tools.js").Facet} Facet */
  /** @typedef {{row: HTMLElement, box: HTMLInputElement, count: HTMLElement}} Choice */
  const KINDS = ["case", "topic", "track", "notice", "page"];

  /** @typedef {{group: HTMLElement, list: HTMLElement, more: HTMLElement, choices: Map<string, Choice>, open: boolean}} Group */

  /**
   * @param {HTMLElement} place where the groups stand
   * @param {string[]} hidden names of facets that the page has fixed
   * @param {(name: string, value: string, chosen: boolean) => void} changed
   */
  function facets(place, hidden, changed) {
    /** @type {Map<string, Group>} */
    const groups = new Map();

    /** @param {Facet} facet @returns {Group} */
    function makeGroup(facet) {
      const list = make("div", { class: "choices__list" });
      const more = make("button", { class: "choices__more", type: "button", "aria-expanded": "false" });
      const group = make("fieldset", { class: "choices", "data-facet": facet.name }, make("legend", {}, facet.label), list, more);
      /** @type {Group} */
      const made = { group, list, more, choices: new Map(), open: false };
      more.addEventListener("click", () => {
        made.open = !made.open;
        fold(made);
      });
      return made;
    }

    /** @param {string} name @param {string} value @param {string} label @returns {Choice} */
    function makeChoice(name, value, label) {
      const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", value }));
      const count = make("span", { class: "choice__count" });
      const row = make("label", { class: "choice" }, box, make("span", { class: "choice__label" }, label), count);
      box.addEventListener("change", () => changed(name, value, box.checked));
      return { row, box, count };
    }

    /** Show the first choices, all chosen ones, and the rest on demand. @param {Group} group */
    function fold(group) {
      const rows = /** @type {HTMLElement[]} */ (Array.from(group.list.children));
      const extra = rows.filter((row, place) => place >= SHOWN && !(/** @type {HTMLInputElement} */ (row.firstChild).checked));
      extra.forEach((row) => (row.hidden = !group.open));
      rows.filter((row) => !extra.includes(row)).forEach((row) => (row.hidden = false));
      group.more.hidden = extra.length === 0;
      group.more.textContent = group.open ? "收起" : `还有 ${extra.length} 项`;
      group.more.setAttribute("aria-expanded", String(group.open));
    }

    /** Kinds from the one looked for most, years from the newest, all else as it comes. @param {Facet} facet */
    function ordered(facet) {
      const offered = facet.choices.filter((choice) => choice.count || choice.selected);
      if (facet.name === "kind") offered.sort((a, b) => KINDS.indexOf(a.value) - KINDS.indexOf(b.value));
      if (facet.name === "year") offered.sort((a, b) => Number(b.value) - Number(a.value));
      return offered;
    }

    /** @param {Facet} facet @returns {HTMLElement | null} the facet's group, or nothing when there is nothing to choose */
    function update(facet) {
      const offered = ordered(facet);
      const known = groups.get(facet.name);
      if (offered.length < 2 && !known && !offered.some((choice) => choice.selected)) return null;
      const group = known || makeGroup(facet);
      groups.set(facet.name, group);
      const rows = offered.map((choice) => {
        const made = group.choices.get(choice.value) || makeChoice(facet.name, choice.value, choice.label);
        group.choices.set(choice.value, made);
        made.box.checked = choice.selected;
        made.count.textContent = String(choice.count);
        made.row.toggleAttribute("data-none", choice.count === 0);
        return made.row;
      });
      arrange(group.list, rows);
      fold(group);
      return offered.length ? group.group : null;
    }

    /** @param {Facet[]} found */
    function show(found) {
      const shown = found.filter((facet) => !hidden.includes(facet.name)).map(update);
      arrange(place, shown.filter((group) => group !== null));
    }

    return { show };
  }

  /** Put elements into a place, touching it only when something changes, and keep the focus. @param {HTMLElement} place @param {HTMLElement[]} wanted */
  function arrange(place, wanted) {
    if (wanted.length === place.children.length && wanted.every((element, at) => place.children[at] === element)) return;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const top = place.scrollTop;
    place.replaceChildren(...wanted);
    place.scrollTop = top;
    if (focused && place.contains(focused)) focused.focus({ preventScroll: true });
  }

  window.SearchTools.facets = facets;
})();
