// Runs before the page is drawn: scripts are on, and the reader's choice of light or dark is kept. A browser that lacks
// `replaceChildren` is older than those we write for; it keeps the page as it stands without scripts, which is complete.
const root = document.documentElement;
if ("replaceChildren" in root) root.className = "js";
try {
  const theme = localStorage.getItem("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  const size = localStorage.getItem("text-size");
  if (size === "large" || size === "larger") root.dataset.textSize = size;
} catch {
  // Storage may be closed (private windows, file://): the system's choice stays.
}
