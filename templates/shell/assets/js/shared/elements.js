/** Elements with text in them; never markup. */

/** @import { Range } from "../search/ranges.js" */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Object<string, string>} attributes
 * @param {...(string | Node | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  children.forEach((child) => child !== null && element.append(child));
  return element;
}

/**
 * A text with its matches in `<mark>`.
 * @param {string} text
 * @param {Range[]} [ranges]
 */
export function marked(text, ranges = []) {
  const fragment = document.createDocumentFragment();
  let done = 0;
  ranges.forEach(([start, end]) => {
    if (start < done || end <= start) return;
    fragment.append(text.slice(done, start), make("mark", {}, text.slice(start, end)));
    done = end;
  });
  fragment.append(text.slice(done));
  return fragment;
}
