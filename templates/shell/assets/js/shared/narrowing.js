/** Forms that narrow what their page shows; without this script all of it stands. */

/**
 * Narrow at once (a browser that goes back keeps what was chosen), and whenever something else is chosen.
 * @param {string} selector
 * @param {(form: HTMLFormElement) => void} narrow
 */
export function startNarrowing(selector, narrow) {
  document.querySelectorAll(selector).forEach((element) => {
    const form = /** @type {HTMLFormElement} */ (element);
    form.addEventListener("input", () => narrow(form));
    form.addEventListener("submit", (event) => event.preventDefault());
    narrow(form);
  });
}
