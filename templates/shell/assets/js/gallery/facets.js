/**
 * The gallery's facets as groups of checkboxes. Elements are kept between answers, so that focus and scroll stay.
 *
 * @typedef {{row: HTMLElement, box: HTMLInputElement, count: HTMLElement}} Row
 */

import { make } from "../shared/elements.js";
import { KINDS } from "../shared/site.js";

/** @import { Choice, Facet } from "../search/facets.js" */
/** @typedef {(facet: string, value: string, chosen: boolean) => void} Changed */

const SHOWN = 8;
const ORDER = Object.keys(KINDS);

/** All groups. */
export class FacetPanel {
  /**
   * @param {HTMLElement} place  where the groups stand
   * @param {string[]} hidden    names of facets that the page has fixed
   * @param {Changed} changed
   */
  constructor(place, hidden, changed) {
    this.place = place;
    this.hidden = hidden;
    this.changed = changed;
    /** @type {Map<string, Group>} */
    this.groups = new Map();
  }

  /** @param {Facet[]} facets */
  show(facets) {
    const shown = facets.filter((facet) => !this.hidden.includes(facet.name)).map((facet) => this.update(facet));
    arrange(
      this.place,
      shown.filter((element) => element !== null),
    );
  }

  /**
   * @param {Facet} facet
   * @returns {HTMLElement | null} nothing when there is nothing to choose
   */
  update(facet) {
    const offered = ordered(facet);
    const known = this.groups.get(facet.name);
    if (offered.length < 2 && !known && !offered.some((choice) => choice.selected)) return null;
    const group = known || new Group(facet, this.changed);
    this.groups.set(facet.name, group);
    group.show(offered);
    return offered.length ? group.element : null;
  }
}

/** One facet. */
class Group {
  /**
   * @param {Facet} facet
   * @param {Changed} changed
   */
  constructor(facet, changed) {
    this.name = facet.name;
    this.changed = changed;
    this.list = make("div", { class: "choices__list" });
    this.more = make("button", { class: "choices__more", type: "button", "aria-expanded": "false" });
    const legend = make("legend", {}, facet.label);
    this.element = make("fieldset", { class: "choices", "data-facet": facet.name }, legend, this.list, this.more);
    this.isOpen = false;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    this.more.addEventListener("click", () => {
      this.isOpen = !this.isOpen;
      this.fold();
    });
  }

  /** @param {Choice[]} offered */
  show(offered) {
    arrange(
      this.list,
      offered.map((choice) => this.row(choice)),
    );
    this.fold();
  }

  /** @param {Choice} choice */
  row(choice) {
    const made = this.rows.get(choice.value) || this.makeRow(choice);
    this.rows.set(choice.value, made);
    made.box.checked = choice.selected;
    made.count.textContent = String(choice.count);
    made.row.toggleAttribute("data-none", choice.count === 0);
    return made.row;
  }

  /**
   * @param {Choice} choice
   * @returns {Row}
   */
  makeRow({ value, label }) {
    const box = make("input", { type: "checkbox", value });
    const count = make("span", { class: "choice__count" });
    const row = make("label", { class: "choice" }, box, make("span", { class: "choice__label" }, label), count);
    box.addEventListener("change", () => this.changed(this.name, value, box.checked));
    return { row, box, count };
  }

  /** Show the first choices, all chosen ones, and the rest on demand. */
  fold() {
    const rows = /** @type {HTMLElement[]} */ (Array.from(this.list.children));
    const extra = rows.filter((row, place) => place >= SHOWN && !row.querySelector(":checked"));
    rows.forEach((row) => row.toggleAttribute("hidden", !this.isOpen && extra.includes(row)));
    this.more.hidden = extra.length === 0;
    this.more.textContent = this.isOpen ? "收起" : `还有 ${extra.length} 项`;
    this.more.setAttribute("aria-expanded", String(this.isOpen));
  }
}

/**
 * Kinds from the one looked for most, years from the newest, all else as it comes.
 * @param {Facet} facet
 */
function ordered(facet) {
  const offered = facet.choices.filter((choice) => choice.count || choice.selected);
  if (facet.name === "kind") offered.sort((a, b) => ORDER.indexOf(a.value) - ORDER.indexOf(b.value));
  if (facet.name === "year") offered.sort((a, b) => Number(b.value) - Number(a.value));
  return offered;
}

/**
 * Put elements into a place, and keep the focus. Those that stay are not touched: one of them may just be pressed.
 * @param {HTMLElement} place
 * @param {HTMLElement[]} wanted
 */
function arrange(place, wanted) {
  const focused = document.activeElement;
  const top = place.scrollTop;
  for (const child of Array.from(place.children)) if (!wanted.includes(/** @type {HTMLElement} */ (child))) child.remove();
  wanted.forEach((element, at) => {
    if (place.children[at] !== element) place.insertBefore(element, place.children[at] || null);
  });
  place.scrollTop = top;
  if (focused instanceof HTMLElement && place.contains(focused)) focused.focus({ preventScroll: true });
}
