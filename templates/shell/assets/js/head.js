// Runs before the page is drawn: scripts are on, and the reader's choices are kept. A browser that lacks
// `replaceChildren` is older than those we write for; it keeps the page as it stands without scripts, which is complete.
import { chosen, show } from "./shared/aids.js";

const root = document.documentElement;
if ("replaceChildren" in root) root.className = "js";
show(chosen());
try {
  const theme = localStorage.getItem("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
} catch {
  // Storage may be closed (private windows, file://): the system's choice stays.
}
