/** Words that stand on a button for a moment. */

const SHOWN = 3000;

/**
 * @param {Element} place
 * @param {string} words
 */
export function announce(place, words) {
  const before = place.getAttribute("data-usual") || place.textContent || "";
  place.setAttribute("data-usual", before);
  place.textContent = words;
  setTimeout(() => (place.textContent = before), SHOWN);
}
