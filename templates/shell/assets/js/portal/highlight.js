/**
 * Marks the terms that led to this page (`?hl=词&hl=词`), over text that may run through several elements.
 *
 * @typedef {{node: Text, start: number, end: number}} Origin  Where a unit of the compared text comes from.
 */

import { normalise } from "../search/normalise.js";
import { merged, placesOf, withOrigins } from "../search/ranges.js";
import { make } from "../shared/elements.js";
import { queryOf } from "../shared/typing.js";

/** @import { Range } from "../search/ranges.js" */

const MOST_TERMS = 20;
const BLOCK =
  "address,article,aside,blockquote,dd,div,dl,dt,figcaption,figure,h1,h2,h3,h4,h5,h6,li,ol,p,pre,section,table,td,th," +
  "tr,ul";
const SKIPPED = "svg,script,style,select,textarea,noscript,[hidden],.crumbs,.marked-terms,.pager";
const BETWEEN_BLOCKS = "\n"; // no term contains it

export function markTerms() {
  const main = document.getElementById("main");
  const terms = readTerms();
  if (!main || !terms.length) return;
  const { text, origins } = readText(main);
  const marks = markAll(merged(placesOf(text, terms), true), origins);
  if (marks.length) main.prepend(bar(main, marks));
}

/** @returns {string[]} */
function readTerms() {
  const given = new URLSearchParams(location.search).getAll("hl");
  const terms = given.map((term) => normalise(queryOf(term))).filter(Boolean);
  return Array.from(new Set(terms)).slice(0, MOST_TERMS);
}

/**
 * The text of a page as it is compared, with the origin of every unit.
 * @param {HTMLElement} root
 */
function readText(root) {
  let text = "";
  /** @type {(Origin | null)[]} */
  const origins = [];
  /** @type {Element | null} */
  let block = null;
  for (const node of textsOf(root)) {
    const own = node.parentElement && node.parentElement.closest(BLOCK);
    const found = withOrigins(node.data);
    if (own !== block || !found) {
      text += BETWEEN_BLOCKS;
      origins.push(null);
      block = own;
    }
    if (!found) continue;
    text += found.normal;
    found.starts.forEach((start, unit) => origins.push({ node, start, end: found.ends[unit] }));
  }
  return { text, origins };
}

/**
 * @param {HTMLElement} root
 * @returns {Text[]}
 */
function textsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes.filter((node) => node.parentElement && !node.parentElement.closest(SKIPPED));
}

/**
 * Mark ranges from the last to the first, so that what is still to be marked keeps its place.
 * @param {Range[]} ranges
 * @param {(Origin | null)[]} origins
 * @returns {HTMLElement[]} the first mark of each range
 */
function markAll(ranges, origins) {
  const marks = ranges
    .slice()
    .reverse()
    .map(([from, to]) => mark(origins.slice(from, to)));
  return marks.reverse().filter((element) => element !== null);
}

/**
 * Mark one range, in each of its text nodes.
 * @param {(Origin | null)[]} range
 * @returns {HTMLElement | null} the first mark
 */
function mark(range) {
  let first = null;
  while (range.length) {
    const last = range[range.length - 1];
    if (!last) break;
    const from = range.findIndex((origin) => origin && origin.node === last.node);
    const [begins] = range.splice(from);
    first = wrap(last.node, begins ? begins.start : 0, last.end);
  }
  return first;
}

/**
 * Wrap one stretch of a text node.
 * @param {Text} node
 * @param {number} start
 * @param {number} end
 */
function wrap(node, start, end) {
  const middle = start ? node.splitText(start) : node;
  if (end - start < middle.length) middle.splitText(end - start);
  const element = make("mark", { class: "term" });
  middle.replaceWith(element);
  element.append(middle);
  return element;
}

/**
 * The bar that leads from mark to mark and clears them.
 * @param {HTMLElement} main
 * @param {HTMLElement[]} marks
 */
function bar(main, marks) {
  const text = make("p", { "aria-live": "polite" }, `检索词 ${marks.length} 处`);
  const next = make("button", { type: "button" }, "下一处");
  const clear = make("button", { type: "button" }, "清除高亮");
  const inner = make("div", { class: "wrap" }, text, next, clear);
  const made = make("div", { class: "marked-terms", role: "region", "aria-label": "检索词高亮" }, inner);
  let at = -1;
  next.addEventListener("click", () => {
    if (marks[at]) marks[at].classList.remove("term--now");
    at = (at + 1) % marks.length;
    marks[at].classList.add("term--now");
    marks[at].scrollIntoView({ block: "center" });
    text.textContent = `第 ${at + 1} 处，共 ${marks.length} 处`;
  });
  clear.addEventListener("click", () => {
    unmark(main);
    made.remove();
    main.focus({ preventScroll: true });
    forgetTerms();
  });
  return made;
}

/** @param {HTMLElement} main */
function unmark(main) {
  main.querySelectorAll("mark.term").forEach((element) => {
    const parent = element.parentNode;
    element.replaceWith(...element.childNodes);
    if (parent) parent.normalize();
  });
}

/** Take the terms out of the address, so that a copied link leads to the plain page. */
function forgetTerms() {
  const params = new URLSearchParams(location.search);
  params.delete("hl");
  const rest = params.toString();
  try {
    history.replaceState(history.state, "", `${location.pathname}${rest && "?"}${rest}${location.hash}`);
  } catch {
    // Some browsers keep the address of a page on disk.
  }
}
