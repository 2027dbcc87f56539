/** Moments of a contest held against the reader's clock. They are ISO minutes in the contest's time, "" is for ever. */

const DAY = 86400000;

/** This minute in the contest's time zone. */
export function now() {
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { dateStyle: "short", timeStyle: "short", hourCycle: "h23", timeZone: "Asia/Shanghai" };
  return new Intl.DateTimeFormat("sv-SE", parts).format(new Date()).replace(" ", "T");
}

/**
 * Of lines that hold one after another, show the one that holds now.
 * @param {Element} group
 * @param {string} minute
 */
export function showLine(group, minute) {
  const lines = /** @type {HTMLElement[]} */ (Array.from(group.children));
  const begun = lines.filter((line) => (line.dataset.from || "") <= minute);
  lines.forEach((line) => line.toggleAttribute("hidden", line !== begun[begun.length - 1]));
}

/**
 * Say how many days are left to a day.
 * @param {HTMLElement} line
 * @param {string} minute
 */
export function countDays(line, minute) {
  const { day = "", last = "" } = line.dataset;
  const days = Math.round((Date.parse(day) - Date.parse(minute.slice(0, 10))) / DAY);
  const number = line.querySelector("strong");
  if (days > 0 && number) number.textContent = String(days);
  if (days === 0) line.textContent = last;
  line.toggleAttribute("hidden", days < 0);
}
