/** A long list narrowed by words and choices; without this script it is shown whole. */

import { startNarrowing } from "../shared/narrowing.js";

export function startNarrow() {
  startNarrowing("form[data-narrow]", show);
}

/** @param {HTMLFormElement} form */
function show(form) {
  const asked = Object.fromEntries(Array.from(new FormData(form), ([name, value]) => [name, String(value).trim()]));
  const words = asked.words.toLowerCase().split(/\s+/);
  let found = 0;
  document.querySelectorAll("[data-narrow-group]").forEach((element) => {
    const group = /** @type {HTMLElement} */ (element);
    const rows = /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll("tbody tr"));
    const open = !asked.track || group.dataset.narrowGroup === asked.track;
    const shown = Array.from(rows).filter((row) => {
      const fits = open && choicesFit(row, asked) && words.every((word) => (row.textContent || "").toLowerCase().includes(word));
      row.hidden = !fits;
      return fits;
    });
    group.hidden = shown.length === 0;
    found += shown.length;
  });
  const noun = form.dataset.narrow || "项目";
  const count = form.querySelector("[data-narrow-count]");
  if (count) count.textContent = found ? `共 ${found} 个${noun}` : `没有符合条件的${noun}`;
}

/**
 * @param {HTMLElement} row
 * @param {Object<string, string>} asked
 */
function choicesFit(row, asked) {
  const { award = "", region = "" } = row.dataset;
  return (!asked.award || award.split(" ").includes(asked.award)) && (!asked.region || region === asked.region);
}
