/** The menu of narrow screens, and the years that are folded on wide ones. */

export function startMenu() {
  const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-menu-toggle]"));
  const menu = document.getElementById("navigation");
  if (!button || !menu) return;
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  /** @param {boolean} open */
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.toggleAttribute("data-open", open);
  };
  button.addEventListener("click", () => set(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    set(false);
    button.focus();
  });
}

/** Folded years lie over the page: they close as menus do. */
export function startYears() {
  const years = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".years"));
  if (!years) return;
  document.addEventListener("click", (event) => {
    if (!years.contains(/** @type {Node} */ (event.target))) years.open = false;
  });
  years.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    years.open = false;
    years.querySelector("summary")?.focus();
  });
}
