/** The gallery: a query, facets and an order narrow a list of hits. */

import { messageOf, Questions } from "../shared/questions.js";
import { onTyping, queryOf } from "../shared/typing.js";
import { addressOf, isPreset, readAddress, writeAddress } from "./address.js";
import { walkByKeys } from "./keys.js";
import { keepPlace } from "./scroll.js";
import { FIRST, GalleryView, PAGE } from "./view.js";

/** @import { Chosen } from "../search/facets.js" */
/** @import { Answer } from "../search/index.js" */
/** @import { State } from "./address.js" */

export class Gallery {
  /** @param {HTMLElement} root */
  constructor(root) {
    const { fixed = "{}", preset = "{}" } = root.dataset;
    /** @type {Chosen} what the page is about */
    this.fixed = JSON.parse(fixed);
    /** @type {Chosen} what is chosen at first */
    this.preset = JSON.parse(preset);
    this.root = root;
    this.view = new GalleryView(root, Object.keys(this.fixed), {
      choose: (facet, value, chosen) => this.choose(facet, value, chosen),
      change: (changes) => this.change(changes),
      retry: () => void this.run(),
    });
    this.query = /** @type {HTMLInputElement} */ (this.view.part("query"));
    this.sort = /** @type {HTMLSelectElement} */ (this.view.part("sort"));
    this.questions = new Questions();
    this.state = readAddress(this.preset);
    this.isTyping = false; // whether the present step was written while typing, so that more typing replaces it
  }

  start() {
    const { view } = this;
    const callOff = onTyping(this.query, () => this.typed());
    view.part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      callOff();
      this.isTyping = false;
      this.typed(false);
    });
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    view.part("more").addEventListener("click", () => void this.showNext());
    const toggle = view.part("toggle");
    toggle.addEventListener("click", () => view.openFacets(toggle.getAttribute("aria-expanded") !== "true"));
    view.part("done").addEventListener("click", () => {
      view.openFacets(false);
      view.part("count").focus();
    });
    walkByKeys(this.root, this.query, () => this.typed());
    addEventListener("popstate", () => this.goTo(readAddress(this.preset)));
    this.fill();
    if (!this.isPlain()) view.leaveList();
    void keepPlace(this.run());
  }

  /** Whether the page's own list already shows what is asked for. */
  isPlain() {
    return this.view.grid && isPreset(this.state, this.preset);
  }

  /** Find and show what the state says: the first hits at once, the others when their cards are there. */
  async run() {
    const isPlain = this.isPlain();
    const wanted = isPlain ? 1 : this.state.pages * PAGE;
    const isShown = await this.ask(0, Math.min(wanted, FIRST), (answer, wider) => {
      this.view.show(answer, this.state, isPlain, wider);
      return isPlain || answer.total <= FIRST;
    });
    if (isShown) await this.ask(FIRST, wanted - FIRST, (answer) => this.view.complete(answer));
  }

  /** More of the same list, without asking again for what is there. */
  showNext() {
    this.state = { ...this.state, pages: this.state.pages + 1 };
    writeAddress(addressOf(this.state, this.preset), false);
    return this.ask(this.view.count, PAGE, (answer) => this.view.append(answer));
  }

  /**
   * @param {number} offset
   * @param {number} limit
   * @param {(answer: Answer, wider: number) => boolean} show  tells whether that is all
   * @returns {Promise<boolean>} whether more is to be shown of the answer
   */
  async ask(offset, limit, show) {
    const { query, facets, sort } = this.state;
    this.view.wait(offset === 0);
    try {
      const narrowed = { ...facets, ...this.fixed };
      const answer = await this.questions.ask({ query, facets: narrowed, sort, offset, limit, counts: "first" });
      const wider = answer && (await this.wider(answer));
      if (!answer || wider === null) return false; // a newer question is under way
      if (!show(answer, wider)) return true;
    } catch (error) {
      this.view.fail(messageOf(error));
    }
    this.view.done();
    return false;
  }

  /**
   * How many hits there are without the chosen facets; 0 when there is something to show, or nothing is chosen.
   * @param {Answer} answer
   * @returns {Promise<number | null>} null when the question was called off
   */
  async wider(answer) {
    const { query, facets } = this.state;
    if (answer.total || !Object.keys(facets).length) return 0;
    const found = await this.questions.ask({ query, facets: this.fixed, limit: 0, counts: false });
    return found && found.total;
  }

  /**
   * @param {Partial<State>} changes
   * @param {boolean} [byTyping]
   */
  change(changes, byTyping = false) {
    this.state = { ...this.state, pages: 1, ...changes };
    writeAddress(addressOf(this.state, this.preset), !(byTyping && this.isTyping));
    this.isTyping = byTyping;
    this.fill();
    void this.run();
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {boolean} chosen
   */
  choose(name, value, chosen) {
    const values = (this.state.facets[name] || []).filter((other) => other !== value);
    const facets = { ...this.state.facets, [name]: chosen ? [...values, value] : values };
    if (facets[name].length === 0) delete facets[name];
    this.change({ facets });
  }

  /** @param {boolean} [goesOn]  whether more typing replaces this step */
  typed(goesOn = true) {
    const query = queryOf(this.query.value);
    if (query !== this.state.query) this.change({ query }, goesOn);
  }

  /** A step back or forth. @param {State} wanted */
  goTo(wanted) {
    if (addressOf(wanted, this.preset) === addressOf(this.state, this.preset)) return;
    this.state = wanted;
    this.isTyping = false;
    this.fill();
    void this.run();
  }

  /** Show the state in the fields, but leave alone what is being typed. */
  fill() {
    if (queryOf(this.query.value) !== this.state.query) this.query.value = this.state.query;
    this.sort.value = this.state.sort;
  }
}
