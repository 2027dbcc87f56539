/** A band that follows the pointer and the keyboard, so that the eye keeps its line. */

import { make } from "../shared/elements.js";

/** The band exists always, and is shown while the reader wants it: see `data-line` in the style sheet. */
export function startLine() {
  const band = make("div", { class: "aids-line", "aria-hidden": "true" });
  document.body.append(band);
  /** @param {number} y */
  const move = (y) => band.style.setProperty("--y", `${Math.round(y)}px`);
  document.addEventListener("pointermove", (event) => move(event.clientY), { passive: true });
  document.addEventListener("focusin", (event) => {
    const { top, height } = /** @type {Element} */ (event.target).getBoundingClientRect();
    move(top + height / 2);
  });
}
