/** What readers do with a page that stands by itself: larger letters, its address to be passed on. */

import { chosen, keep } from "../shared/aids.js";
import { announce } from "../shared/announce.js";

export function startPageTools() {
  const sizes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-text-size]"));
  const show = () => {
    const { text = "" } = chosen();
    sizes.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.textSize === text)));
  };
  sizes.forEach((button) =>
    button.addEventListener("click", () => {
      const { text: _, ...others } = chosen();
      keep(button.dataset.textSize ? { ...others, text: button.dataset.textSize } : others);
      show();
    }),
  );
  show();
  const copy = /** @type {HTMLElement | null} */ (document.querySelector("[data-copy]"));
  if (copy) copy.addEventListener("click", () => copyAddress(copy));
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
