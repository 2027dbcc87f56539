/** Small things that forms and lists have in common. */

/** @import { Path } from "./schema.js" */

/** @param {Path} path */
export function idOf(path) {
  return `field-${path.join("-")}`;
}

/**
 * Fills a part when it is opened first.
 * @param {HTMLDetailsElement} part
 * @param {boolean} isOpen
 * @param {() => void} fill
 */
export function whenOpened(part, isOpen, fill) {
  if (isOpen) {
    part.open = true;
    fill();
  } else part.addEventListener("toggle", fill, { once: true });
}
