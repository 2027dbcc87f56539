/**
 * What a gallery shows: the parts of the page, filled from answers.
 *
 * @typedef {Object} Actions  What readers do in what is shown.
 * @property {(facet: string, value: string, chosen: boolean) => void} choose
 * @property {(changes: Partial<State>) => void} change
 * @property {() => void} retry
 */

import { make } from "../shared/elements.js";
import { FacetPanel } from "./facets.js";
import { chips, failure, likelies, nothing } from "./notices.js";
import { hitItems } from "./results.js";

/** @import { Answer } from "../search/index.js" */
/** @import { State } from "./address.js" */

const ANNOUNCED_AFTER = 700; // milliseconds without another answer

export const PAGE = 24; // hits that are added at a time
export const FIRST = 8; // of them are shown as soon as they are there

export class GalleryView {
  /**
   * @param {HTMLElement} root
   * @param {string[]} fixed  facets that readers cannot change
   * @param {Actions} actions
   */
  constructor(root, fixed, actions) {
    this.root = root;
    this.fixed = fixed;
    this.actions = actions;
    /** @type {Object<string, number>} */
    this.ranks = JSON.parse(root.dataset.awards || "{}");
    this.grid = root.classList.contains("gallery--grid");
    this.unit = this.grid ? "个案例" : "条结果";
    this.panel = new FacetPanel(this.part("facets"), fixed, actions.choose);
    this.list = make("ul", {}); // of the hits on show
    /** @type {Answer | null} */
    this.answer = null;
    this.announcing = 0;
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  part(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-gallery-${name}]`));
  }

  /** How many hits are on show. */
  get count() {
    return this.list.children.length;
  }

  /** The page's own list is not what is asked for. */
  leaveList() {
    this.part("list").hidden = this.grid;
    this.part("count").textContent = "";
  }

  /**
   * An answer is on its way: what it will replace fades a little, and where nothing is, that is said.
   * @param {boolean} replaces
   */
  wait(replaces) {
    this.part("results").setAttribute("aria-busy", "true");
    this.part("results").toggleAttribute("data-old", replaces);
    const count = this.part("count");
    if (!count.textContent) count.replaceChildren(make("span", { class: "gallery__waiting" }, "正在检索…"));
  }

  /**
   * @param {Answer} answer
   * @param {State} state
   * @param {boolean} isPlain  whether the page's own list already shows what is asked for
   * @param {number} wider  hits without the chosen facets, when there are none with them
   */
  show(answer, state, isPlain, wider) {
    const focused = document.activeElement;
    this.answer = answer;
    this.panel.show(answer.facets);
    this.part("links").hidden = true;
    this.part("facets").hidden = false;
    this.part("notice").replaceChildren(...(isPlain ? [] : this.notices(answer, wider)));
    this.part("likely").replaceChildren(...(answer.likely.length ? [likelies(answer.likely)] : []));
    this.showChips(answer, state, isPlain);
    const items = hitItems(answer, this.grid, this.ranks);
    this.list = make("ul", { class: this.grid ? "case-grid" : "hits", role: "list" }, ...items);
    this.showResults(isPlain, isPlain || !answer.total ? [] : [this.list]);
    this.part("list").hidden = this.grid && !isPlain;
    this.leadElsewhere(state.query.trim());
    this.part("done").textContent = `查看 ${answer.total} ${this.unit}`;
    this.showRest(answer, isPlain || answer.total > FIRST);
    this.tell(answer.total, answer.said || `找到 ${answer.total} 条结果`);
    if (focused && !focused.isConnected) this.part("count").focus({ preventScroll: true });
    void this.showAllFacets(answer);
  }

  /** The same words in the search over all portals. @param {string} text */
  leadElsewhere(text) {
    const link = this.root.querySelector("[data-gallery-elsewhere]");
    if (!(link instanceof HTMLAnchorElement)) return;
    link.search = text ? `?q=${encodeURIComponent(text)}` : "";
    link.textContent = `${link.dataset.galleryElsewhere}${text ? `“${text}”` : ""}`;
  }

  /** The other hits of the same answer. @param {Answer} answer */
  complete(answer) {
    this.list.append(...hitItems(answer, this.grid, this.ranks));
    this.showRest(answer, false);
    return true;
  }

  /** More hits of the same list, which the reader has asked for. @param {Answer} answer */
  append(answer) {
    const shown = this.count;
    this.complete(answer);
    this.tell(answer.total, `已显示 ${this.count} 条，共 ${answer.total} 条`);
    const first = this.list.children[shown];
    const link = first && first.querySelector("a");
    if (link) link.focus({ preventScroll: true });
    return true;
  }

  /** All is on show that was asked for. */
  done() {
    const results = this.part("results");
    results.removeAttribute("aria-busy");
    results.toggleAttribute("data-done", true);
  }

  /** @param {string} message */
  fail(message) {
    this.part("notice").replaceChildren(failure(message, this.actions.retry));
    this.part("likely").replaceChildren();
    this.showResults(true, []);
    for (const name of ["more", "facets", "chips"]) this.part(name).hidden = true;
    for (const name of ["list", "links"]) this.part(name).hidden = false;
    this.part("count").textContent = "";
  }

  /** On phones the facets are behind a button. @param {boolean} open */
  openFacets(open) {
    this.part("toggle").setAttribute("aria-expanded", String(open));
    const facets = this.root.querySelector(".gallery__facets");
    if (facets) facets.toggleAttribute("data-open", open);
  }

  /** The large facets (tags) come after the hits, so that they cost no one the wait. @param {Answer} answer */
  async showAllFacets(answer) {
    const facets = await answer.allFacets;
    if (this.answer === answer && facets !== answer.facets) this.panel.show(facets);
  }

  /**
   * @param {boolean} hidden
   * @param {HTMLElement[]} shown
   */
  showResults(hidden, shown) {
    const results = this.part("results");
    results.replaceChildren(...shown);
    results.hidden = hidden;
  }

  /**
   * @param {Answer} answer
   * @param {number} wider
   */
  notices(answer, wider) {
    if (!answer.total) return [nothing(wider, () => this.clearFacets())];
    return answer.said ? [make("p", { class: "note" }, answer.said)] : [];
  }

  /**
   * @param {Answer} answer
   * @param {State} state
   * @param {boolean} isPlain
   */
  showChips(answer, state, isPlain) {
    const facets = answer.facets.filter((facet) => !this.fixed.includes(facet.name));
    const remove = (/** @type {string} */ name, /** @type {string} */ value) => this.actions.choose(name, value, false);
    const items = isPlain ? [] : chips(facets, remove, () => this.clearFacets());
    this.part("chips").replaceChildren(...items);
    this.part("chips").hidden = items.length === 0;
    const count = isPlain ? 0 : Object.values(state.facets).flat().length;
    this.part("toggle-label").textContent = count ? `筛选（已选 ${count} 项）` : "筛选";
  }

  clearFacets() {
    this.actions.change({ facets: {} });
  }

  /**
   * The button for more hits.
   * @param {Answer} answer
   * @param {boolean} isHidden
   */
  showRest(answer, isHidden) {
    const rest = answer.total - this.count;
    const more = this.part("more");
    more.hidden = isHidden || rest <= 0;
    if (more.firstElementChild) {
      more.firstElementChild.textContent = `再显示 ${Math.min(rest, PAGE)} 条（还有 ${rest} 条）`;
    }
  }

  /**
   * Say how much was found: at once to the eye, to screen readers when typing has paused.
   * @param {number} total
   * @param {string} text
   */
  tell(total, text) {
    this.part("count").textContent = `共 ${total} ${this.unit}`;
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => {
      this.part("live").textContent = text;
    }, ANNOUNCED_AFTER);
  }
}
