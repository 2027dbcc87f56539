/** What a reader has chosen for easier reading. It is kept for all pages, and shown by attributes of the root. */

/** @typedef {"text" | "spacing" | "colours" | "pointer" | "line" | "pace"} Aid */

const KEPT = "aids";

/** @type {Aid[]} */
export const AIDS = ["text", "spacing", "colours", "pointer", "line", "pace"];

/** @returns {Object<string, string>} what is chosen, by aid; what is not is as usual */
export function chosen() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) || "{}");
    return Object.fromEntries(AIDS.filter((aid) => typeof kept[aid] === "string").map((aid) => [aid, kept[aid]]));
  } catch {
    return {}; // storage is closed, or something else stands there
  }
}

/** @param {Object<string, string>} choice */
export function keep(choice) {
  try {
    if (Object.keys(choice).length) localStorage.setItem(KEPT, JSON.stringify(choice));
    else localStorage.removeItem(KEPT);
  } catch {
    // The choice then holds for this page only.
  }
  show(choice);
}

/** @param {Object<string, string>} choice */
export function show(choice) {
  const { dataset } = document.documentElement;
  AIDS.forEach((aid) => {
    if (choice[aid]) dataset[aid] = choice[aid];
    else delete dataset[aid];
  });
}
