/** The header's search: the first hits as a list below the field (ARIA 1.2 combobox with a listbox in groups). */

import { make } from "../shared/elements.js";
import { messageOf, Questions, warmUp } from "../shared/questions.js";
import { searchForm } from "../shared/site.js";
import { isComposing, onTyping, queryOf } from "../shared/typing.js";
import { reveal, searchField } from "./search-field.js";
import { optionsOf } from "./search-options.js";

/** @import { Answer } from "../search/index.js" */

const FIRST_HITS = 8;
const LONGEST_SHOWN = 24; // characters of a query that found nothing
const SLOW = 400; // milliseconds until a reader is told that something happens

export function startHeaderSearch() {
  if (searchForm && searchField) new HeaderSearch(searchForm, searchField).start();
}

class HeaderSearch {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} field
   */
  constructor(form, field) {
    this.form = form;
    this.field = field;
    this.questions = new Questions();
    this.list = make("div", { role: "listbox", id: "site-hits", "aria-label": "搜索结果" });
    this.say = make("p", { class: "site-search__say", hidden: "" });
    this.again = make(
      "button",
      { class: "button button--plain site-search__retry", type: "button", hidden: "" },
      "重试",
    );
    this.panel = make("div", { class: "site-search__hits", hidden: "" }, this.say, this.list, this.again);
    this.live = make("p", { class: "visually-hidden", role: "status" });
    /** @type {HTMLElement[]} */
    this.options = [];
    this.active = -1; // the option that Enter will open
    this.waiting = 0;
  }

  start() {
    const { form, field, panel } = this;
    form.append(panel, this.live);
    field.type = "text"; // a field for searches may not be a combobox (ARIA in HTML)
    field.inputMode = "search";
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", this.list.id);
    const ask = () => void this.ask();
    onTyping(field, ask);
    field.addEventListener("focus", warmUp, { once: true });
    field.addEventListener("focus", () => panel.hidden && field.value && ask());
    field.addEventListener("keydown", (event) => isComposing(event) || this.onKey(event));
    panel.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.again.addEventListener("click", ask);
    form.addEventListener("focusout", (event) => {
      if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
    form.addEventListener("submit", (event) => {
      if (!queryOf(field.value)) event.preventDefault();
    });
  }

  async ask() {
    const query = queryOf(this.field.value);
    if (!query) {
      this.close();
      return;
    }
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.panel.hidden && this.open("正在搜索…", true, false), SLOW);
    try {
      const answer = await this.questions.ask({ query, limit: FIRST_HITS, counts: false });
      if (answer) this.show(query, answer);
    } catch (error) {
      this.fill([]);
      this.open(messageOf(error), true, true);
    }
  }

  /**
   * @param {string} query
   * @param {Answer} answer
   */
  show(query, answer) {
    this.fill(optionsOf(answer, query));
    const said = answer.total ? answer.said : `没有找到“${shorten(query)}”。`;
    this.open(said || `找到 ${answer.total} 条结果`, Boolean(said), false);
  }

  /** @param {HTMLElement[]} offered */
  fill(offered) {
    this.list.replaceChildren(...offered);
    this.list.hidden = offered.length === 0;
    this.options = Array.from(this.list.querySelectorAll("[role=option]"));
    this.options.forEach((element, place) => element.setAttribute("id", `site-hit-${place}`));
  }

  /**
   * @param {string} text
   * @param {boolean} visible  whether the text also stands in the panel
   * @param {boolean} failed
   */
  open(text, visible, failed) {
    clearTimeout(this.waiting);
    this.choose(-1);
    this.say.textContent = text;
    this.say.hidden = !visible;
    this.again.hidden = !failed;
    this.panel.hidden = false;
    this.panel.scrollTop = 0;
    this.field.setAttribute("aria-expanded", String(this.options.length > 0));
    this.live.textContent = text;
  }

  close() {
    clearTimeout(this.waiting);
    this.questions.callOff();
    this.choose(-1);
    this.fill([]);
    this.panel.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.live.textContent = "";
  }

  /** @param {number} place  of the option that Enter will open; -1 for none */
  choose(place) {
    const before = this.options[this.active];
    const chosen = this.options[place];
    this.active = place;
    if (before) before.setAttribute("aria-selected", "false");
    if (!chosen) {
      this.field.removeAttribute("aria-activedescendant");
      return;
    }
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", chosen.id);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const isOpen = !this.panel.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) this.step(event.key === "ArrowDown" ? 1 : -1);
      else void this.ask();
    } else if (event.key === "Enter" && isOpen && this.options[this.active]) {
      event.preventDefault();
      this.options[this.active].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.stepBack(isOpen);
    }
  }

  /** @param {1 | -1} step  through the options and the field itself */
  step(step) {
    const stops = this.options.length + 1;
    this.choose(((this.active + 1 + step + stops) % stops) - 1);
  }

  /** Close the list, empty the field, hide it: one at a time. @param {boolean} isOpen */
  stepBack(isOpen) {
    if (isOpen) this.close();
    else if (this.field.value) this.field.value = "";
    else reveal(false);
  }
}

/** @param {string} text */
function shorten(text) {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
