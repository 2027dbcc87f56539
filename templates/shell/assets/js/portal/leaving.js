/** A question before readers leave for another site, where the portal wants it; without scripts, a plain link. */

import { dialog } from "../shared/dialog.js";
import { make } from "../shared/elements.js";

const GOVERNMENT = /(^|\.)gov\.cn$/;

export function startLeaving() {
  if (document.body.dataset.leaving) document.addEventListener("click", consider);
}

/** @param {MouseEvent} event */
function consider(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || link.closest("dialog")) return;
  if (!isElsewhere(link)) return;
  const go = make("a", { class: "button", href: link.href, rel: "noopener" }, "继续前往");
  const stay = make("button", { type: "button", class: "button button--plain" }, "留在本站");
  const words = make("p", {}, `您将离开本站，前往 ${link.host}。该网站的内容由其主办单位负责。`);
  const box = dialog("leaving", "离开本站", words, make("p", { class: "actions" }, go, stay));
  if (!box) return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.shiftKey) go.target = "_blank";
  go.addEventListener("click", () => box.close());
  stay.addEventListener("click", () => box.close());
  box.showModal();
}

/** @param {HTMLAnchorElement} link */
function isElsewhere(link) {
  if (!/^https?:$/.test(link.protocol) || link.host === location.host) return false;
  return document.body.dataset.leaving === "always" || !GOVERNMENT.test(link.hostname);
}
