/** What readers do with a page that stands by itself: larger letters, its address to be passed on. */

import { announce } from "../shared/announce.js";

const root = document.documentElement;

export function startPageTools() {
  const sizes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-text-size]:not(html)"));
  const show = () =>
    sizes.forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.textSize === (root.dataset.textSize || ""))),
    );
  sizes.forEach((button) =>
    button.addEventListener("click", () => {
      keepSize(button.dataset.textSize || "");
      show();
    }),
  );
  show();
  const copy = /** @type {HTMLElement | null} */ (document.querySelector("[data-copy]"));
  if (copy) copy.addEventListener("click", () => copyAddress(copy));
}

/** @param {string} size */
function keepSize(size) {
  if (size) root.dataset.textSize = size;
  else delete root.dataset.textSize;
  try {
    localStorage.setItem("text-size", size);
  } catch {
    // The choice then holds for this page only.
  }
}

/**
 * The page's public address where it is known, else the one that it was opened at.
 * @param {HTMLElement} button
 */
async function copyAddress(button) {
  const address = button.dataset.copy || location.href.split("#")[0];
  const said = button.querySelector("[data-copy-said]");
  if (said) announce(said, (await isCopied(address)) ? "已复制" : "复制不了，请从地址栏复制");
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return isCopiedByField(text); // from disk, without encryption, in old browsers
  }
}

/** @param {string} text */
function isCopiedByField(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
