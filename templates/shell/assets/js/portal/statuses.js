/** Branches narrowed by what they are about now, after the reader's clock has shown it; without this script all stand. */

import { startNarrowing } from "../shared/narrowing.js";

export function startStatuses() {
  startNarrowing("form[data-statuses]", show);
}

/** @param {HTMLFormElement} form */
function show(form) {
  const asked = String(new FormData(form).get("status") || "");
  const cards = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll("[data-status-of]")));
  cards.forEach((card) => {
    const line = /** @type {HTMLElement | null} */ (card.querySelector("[data-state]:not([hidden])"));
    card.hidden = asked !== "" && !asked.split(" ").includes(line?.dataset.state || "");
  });
  const count = form.querySelector("[data-statuses-count]");
  const found = cards.filter((card) => !card.hidden).length;
  if (count) count.textContent = found ? `共 ${found} 个` : "现在没有这样的分赛";
}
