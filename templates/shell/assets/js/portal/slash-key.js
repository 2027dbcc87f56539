/** The key `/`, which leads to the page's own search, else to the header's. Readers may take it back. */

import { isComposing } from "../shared/typing.js";
import { reveal, searchField } from "./search-field.js";

const TYPED_IN = "input:not([type=checkbox]), textarea, select, [contenteditable]";

export function startSlashKey() {
  document.addEventListener("keydown", onKey);
  document.querySelectorAll("[data-slash]").forEach((box) => offer(/** @type {HTMLInputElement} */ (box)));
}

/** Whether the reader leaves the key to us: WCAG 2.1.4 asks for a way to turn single keys off. */
function isOn() {
  try {
    return localStorage.getItem("slash") !== "off";
  } catch {
    return true;
  }
}

/**
 * The search page's switch for the key.
 * @param {HTMLInputElement} box
 */
function offer(box) {
  box.checked = isOn();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem("slash", box.checked ? "on" : "off");
    } catch {
      box.checked = true; // Storage is closed: the choice cannot be kept.
    }
  });
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isComposing(event) || !isOn()) return;
  if (event.target instanceof Element && event.target.closest(TYPED_IN)) return;
  const own = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-gallery-query]"));
  const field = own || searchField;
  if (!field) return;
  event.preventDefault();
  if (!field.offsetParent) reveal(true);
  field.focus();
  field.select();
}
