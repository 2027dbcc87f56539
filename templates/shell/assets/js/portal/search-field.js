/** The header's search field, which phones keep behind a button. */

import { searchForm } from "../shared/site.js";

const toggle = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-toggle]"));

export const searchField = /** @type {HTMLInputElement | null} */ (searchForm && searchForm.elements.namedItem("q"));

export function startSearchField() {
  if (toggle) toggle.addEventListener("click", () => reveal(toggle.getAttribute("aria-expanded") !== "true"));
}

/**
 * Show the field and go to it, or hide it and go back to the button.
 * @param {boolean} shown
 */
export function reveal(shown) {
  if (!searchForm || !searchField || !toggle) return;
  const isInside = searchForm.contains(document.activeElement);
  searchForm.toggleAttribute("data-open", shown);
  toggle.setAttribute("aria-expanded", String(shown));
  toggle.setAttribute("aria-label", shown ? "收起搜索" : "打开搜索");
  if (shown) searchField.focus();
  else if (isInside) toggle.focus();
}
