/** Light and dark by the reader's choice; `head.js` puts a kept choice into force before the page is drawn. */

export function startTheme() {
  const button = document.querySelector("[data-theme-toggle]");
  if (button) button.addEventListener("click", toggle);
}

function toggle() {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = (root.dataset.theme || system) === "dark" ? "light" : "dark";
  root.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // The choice then holds for this page only.
  }
}
