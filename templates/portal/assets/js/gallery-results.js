// What the gallery shows: hits as cards or rows, chosen conditions, nothing found, failures. Text only, never markup.
(function () {
  "use strict";

  const tools = window.SearchTools;
  const { make, marked } = tools;

  /** @typedef {import("./search-tools.js").Hit} Hit */
  /** @typedef {import("./search-tools.js").Answer} Answer */

  /** @param {Hit} hit @param {Object<string, number>} ranks @returns {HTMLElement | null} */
  function badge(hit, ranks) {
    if (!hit.award) return null;
    return make("span", { class: `badge badge--${Math.min(ranks[hit.award] || 4, 4)}` }, marked(hit.award, hit.fields.award));
  }

  /** What stands above a title: award, track, edition, and whether the data are fabricated. @param {Hit} hit @param {Answer} answer @param {Object<string, number>} ranks */
  function labels(hit, answer, ranks) {
    const track = hit.track && hit.kind !== "track" ? make("span", {}, marked(hit.track, hit.fields.track)) : null;
    return [
      badge(hit, ranks),
      track,
      make("span", {}, `${tools.branchOf(hit, answer)}${hit.year}年`),
      hit.demo ? make("span", { class: "badge badge--demo" }, "示例") : null,
    ];
  }

  /** @param {Hit} hit */
  function cover(hit) {
    return make("img", { src: tools.link(hit.cover), alt: "", loading: "lazy", decoding: "async", width: "480", height: "270" });
  }

  /** @param {Hit} hit @returns {(string | Node)[]} */
  function unit(hit) {
    return [marked(hit.unit, hit.fields.unit), hit.region && ` · ${hit.region}`];
  }

  /** The text around the matches, which may come a moment later; until then the summary. @param {Hit} hit @param {Answer} answer @param {string} className */
  function text(hit, answer, className) {
    const write = () => (hit.snippet ? marked(hit.snippet.text, hit.snippet.ranges) : marked(hit.summary, hit.fields.summary));
    const awaited = !hit.snippet && answer.terms.length > 0;
    if (!awaited && !hit.snippet && !hit.summary) return null;
    const paragraph = make("p", { class: className }, write());
    if (awaited) {
      paragraph.dataset.awaited = ""; // keeps the room, so that nothing moves
      answer.snippets.then(() => hit.snippet && paragraph.replaceChildren(write()));
    }
    return paragraph;
  }

  /** A case as on the plain list. @param {Hit} hit @param {Answer} answer @param {Object<string, number>} ranks */
  function card(hit, answer, ranks) {
    const blank = make("span", { class: "case-card__blank", "aria-hidden": "true" }, hit.track || "");
    const title = make("a", { href: tools.hitLink(hit, answer.terms) }, marked(hit.title, hit.fields.title));
    return make(
      "article",
      { class: "case-card" },
      make("div", { class: "case-card__cover" }, hit.cover ? cover(hit) : blank),
      make(
        "div",
        { class: "case-card__text" },
        make("p", { class: "case-card__badges" }, ...labels(hit, answer, ranks)),
        make("h2", { class: "case-card__title" }, title),
        make("p", { class: "case-card__unit" }, ...unit(hit)),
        text(hit, answer, "case-card__summary"),
      ),
    );
  }

  /** Any kind of page as a row. @param {Hit} hit @param {Answer} answer @param {Object<string, number>} ranks */
  function row(hit, answer, ranks) {
    const kind = make("span", { class: "hit__kind" }, tools.KINDS[hit.kind] || "页面");
    const title = make("a", { href: tools.hitLink(hit, answer.terms) }, marked(hit.title, hit.fields.title));
    return make(
      "article",
      { class: hit.cover ? "hit hit--cover" : "hit" },
      make(
        "div",
        { class: "hit__text" },
        make("p", { class: "hit__badges" }, kind, ...labels(hit, answer, ranks)),
        make("h2", { class: "hit__title" }, title),
        hit.unit ? make("p", { class: "hit__meta" }, ...unit(hit)) : null,
        text(hit, answer, "hit__snippet"),
      ),
      hit.cover ? make("div", { class: "hit__cover" }, cover(hit)) : null,
    );
  }

  /**
   * @param {Answer} answer @param {boolean} grid cases as cards, or all kinds as rows @param {Object<string, number>} ranks
   * @returns {HTMLElement[]} list items
   */
  function hits(answer, grid, ranks) {
    return answer.hits.map((hit) => make("li", {}, (grid ? card : row)(hit, answer, ranks)));
  }

  /**
   * Nothing found: why, and what else there is.
   * @param {Answer} answer @param {boolean} narrowed whether facets are chosen
   * @param {(query: string) => void} ask @param {() => void} widen
   */
  function nothing(answer, narrowed, ask, widen) {
    const ways = answer.suggestions.map((found) => {
      const button = make("button", { class: "suggestion", type: "button" }, found.query);
      button.addEventListener("click", () => ask(found.query));
      return make("li", {}, button, make("small", {}, `${found.reason ? `${found.reason}，` : ""}${found.count} 条`));
    });
    if (narrowed) {
      const button = make("button", { class: "suggestion", type: "button" }, "去掉全部筛选条件");
      button.addEventListener("click", widen);
      ways.push(make("li", {}, button));
    }
    const advice = ways.length ? "可以试试：" : "请检查有没有错别字，或换一个更短的词。";
    return make("div", { class: "nothing" }, make("h2", {}, "没有找到符合条件的内容"), make("p", {}, advice), make("ul", {}, ...ways));
  }

  /** @param {string} message @param {boolean} listed whether a plain list stands below @param {() => void} again */
  function failure(message, listed, again) {
    const button = make("button", { class: "button button--plain", type: "button" }, "重试");
    button.addEventListener("click", again);
    const rest = listed ? "下面的列表和链接仍可使用。" : "";
    return make("div", { class: "failure", role: "alert" }, make("h2", {}, "检索没有成功"), make("p", {}, message + rest), button);
  }

  /**
   * The chosen conditions as buttons that take them away.
   * @param {import("./search-tools.js").Facet[]} found @param {string[]} hidden facets that cannot be changed
   * @param {(name: string, value: string) => void} remove @param {() => void} clear
   */
  function chips(found, hidden, remove, clear) {
    const chosen = found
      .filter((facet) => !hidden.includes(facet.name))
      .flatMap((facet) => facet.choices.filter((choice) => choice.selected).map((choice) => ({ facet, choice })));
    const items = chosen.map(({ facet, choice }) => {
      const text = `${facet.label}：${choice.label}`;
      const button = make("button", { class: "chip", type: "button", "aria-label": `去掉条件“${text}”` }, text);
      button.addEventListener("click", () => remove(facet.name, choice.value));
      return make("li", {}, button);
    });
    if (items.length > 1) {
      const button = make("button", { class: "chip chip--clear", type: "button" }, "全部清除");
      button.addEventListener("click", clear);
      items.push(make("li", {}, button));
    }
    return items;
  }

  window.SearchTools.results = { hits, nothing, failure, chips };
})();
