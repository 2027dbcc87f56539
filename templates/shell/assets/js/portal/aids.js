/** The panel of reading aids: its script comes when a reader first asks for it, or has the reading line switched on. */

import { chosen } from "../shared/aids.js";

export function startAids() {
  const opener = /** @type {HTMLElement | null} */ (document.querySelector("[data-aids]"));
  if (!opener) return;
  const load = () => {
    const script = document.createElement("script");
    script.src = opener.dataset.aids || "";
    document.head.append(script);
  };
  if (chosen().line) load();
  else
    opener.addEventListener(
      "click",
      (event) => {
        event.preventDefault();
        opener.dataset.wanted = "";
        load();
      },
      { once: true },
    );
}
