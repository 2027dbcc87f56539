/** Hits as cards or rows. Text only, never markup. */

import { make, marked } from "../shared/elements.js";
import { editionOf, hitLink, KINDS, link } from "../shared/site.js";

/** @import { Hit } from "../search/hits.js" */
/** @import { Answer } from "../search/index.js" */
/** @typedef {Object<string, number>} Ranks  of awards by name, from 1 */

const PLAINEST_BADGE = 4;

/**
 * @param {Answer} answer
 * @param {boolean} grid  cases as cards, or all kinds as rows
 * @param {Ranks} ranks
 * @returns {HTMLElement[]} list items
 */
export function hitItems(answer, grid, ranks) {
  return answer.hits.map((hit) => make("li", {}, (grid ? card : row)(hit, answer, ranks)));
}

/**
 * A case as on the plain list.
 * @param {Hit} hit
 * @param {Answer} answer
 * @param {Ranks} ranks
 */
function card(hit, answer, ranks) {
  const blank = make("span", { class: "case-card__blank", "aria-hidden": "true" }, hit.track || "");
  return make(
    "article",
    { class: "case-card" },
    make("div", { class: "case-card__cover" }, hit.cover ? picture(hit.cover) : blank),
    make(
      "div",
      { class: "case-card__text" },
      make("p", { class: "case-card__badges" }, ...labels(hit, ranks)),
      make("h2", { class: "case-card__title" }, title(hit, answer)),
      make("p", { class: "case-card__unit" }, ...unit(hit)),
      text(hit, answer, "case-card__summary"),
    ),
  );
}

/**
 * Any kind of page as a row.
 * @param {Hit} hit
 * @param {Answer} answer
 * @param {Ranks} ranks
 */
function row(hit, answer, ranks) {
  const kind = make("span", { class: "hit__kind" }, KINDS[hit.kind] || "页面");
  return make(
    "article",
    { class: hit.cover ? "hit hit--cover" : "hit" },
    make(
      "div",
      { class: "hit__text" },
      make("p", { class: "hit__badges" }, kind, ...labels(hit, ranks)),
      make("h2", { class: "hit__title" }, title(hit, answer)),
      hit.unit ? make("p", { class: "hit__meta" }, ...unit(hit)) : null,
      text(hit, answer, "hit__snippet"),
    ),
    hit.cover ? make("div", { class: "hit__cover" }, picture(hit.cover)) : null,
  );
}

/**
 * What stands above a title: award, track, edition, and whether the data are fabricated.
 * @param {Hit} hit
 * @param {Ranks} ranks
 */
function labels(hit, ranks) {
  return [
    hit.award ? badge(hit, ranks) : null,
    hit.track && hit.kind !== "track" ? make("span", {}, marked(hit.track, hit.fields.track)) : null,
    make("span", {}, editionOf(hit)),
    hit.demo ? make("span", { class: "badge badge--demo" }, "示例") : null,
  ];
}

/**
 * @param {Hit} hit
 * @param {Ranks} ranks
 */
function badge(hit, ranks) {
  const rank = Math.min(ranks[hit.award] || PLAINEST_BADGE, PLAINEST_BADGE);
  return make("span", { class: `badge badge--${rank}` }, marked(hit.award, hit.fields.award));
}

/** @param {string} cover */
function picture(cover) {
  return make("img", { src: link(cover), alt: "", loading: "lazy", decoding: "async", width: "480", height: "270" });
}

/**
 * @param {Hit} hit
 * @param {Answer} answer
 */
function title(hit, answer) {
  return make("a", { href: hitLink(hit, answer.terms) }, marked(hit.title, hit.fields.title));
}

/**
 * @param {Hit} hit
 * @returns {(string | Node)[]}
 */
function unit(hit) {
  const region = hit.region ? make("span", { class: "hit__region" }, ` · ${hit.region}`) : "";
  return [marked(hit.unit, hit.fields.unit), region];
}

/**
 * The text around the matches, which may come a moment later; until then the summary.
 * @param {Hit} hit
 * @param {Answer} answer
 * @param {string} className
 */
function text(hit, answer, className) {
  const write = () => {
    const { text: shown, ranges } = hit.snippet || { text: hit.summary, ranges: hit.fields.summary };
    return marked(shown, ranges);
  };
  const isAwaited = !hit.snippet && answer.terms.length > 0;
  if (!isAwaited && !hit.snippet && !hit.summary) return null;
  const paragraph = make("p", { class: className }, write());
  if (isAwaited) {
    paragraph.dataset.awaited = ""; // keeps the room, so that nothing moves
    answer.snippets.then(() => hit.snippet && paragraph.replaceChildren(write()));
  }
  return paragraph;
}
