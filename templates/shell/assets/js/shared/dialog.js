/** Boxes that stand before the page until they are closed. */

import { make } from "./elements.js";

/**
 * A box that is not open yet, and gone when it is closed; null in browsers that know none.
 * @param {string} name
 * @param {string} label
 * @param {...HTMLElement} children
 * @returns {HTMLDialogElement | null}
 */
export function dialog(name, label, ...children) {
  const box = make("dialog", { class: `dialog ${name}`, "aria-label": label }, ...children);
  if (!box.showModal) return null;
  document.body.append(box);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => event.target === box && box.close());
  return box;
}
