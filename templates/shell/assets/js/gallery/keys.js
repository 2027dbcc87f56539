/** Arrows walk from the query through the hits and back; Esc leads back to the query, and there empties it. */

import { isComposing } from "../shared/typing.js";

const LINKS = ".gallery__main :is(.likely, .case-card__title, .hit__title) a";

/**
 * @param {HTMLElement} root
 * @param {HTMLInputElement} query
 * @param {() => void} emptied  called when Esc has emptied the query
 */
export function walkByKeys(root, query, emptied) {
  root.addEventListener("keydown", (event) => {
    const links = linksOf(root);
    const at = links.findIndex((link) => link === event.target);
    if (isComposing(event) || (at < 0 && event.target !== query)) return;
    if (event.key === "ArrowDown" || (event.key === "ArrowUp" && at >= 0)) {
      const next = event.key === "ArrowDown" ? links[at + 1] : links[at - 1] || query;
      if (!next) return;
      event.preventDefault();
      next.focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (event.target === query && query.value) {
        query.value = "";
        emptied();
      }
      query.focus();
    }
  });
}

/**
 * The links of the hits that are on show.
 * @param {HTMLElement} root
 */
function linksOf(root) {
  const links = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(LINKS));
  return Array.from(links).filter((link) => !link.closest("[hidden]"));
}
