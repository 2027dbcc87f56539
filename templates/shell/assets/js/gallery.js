// Pages with a gallery: lists of cases, and the search pages.
import { Gallery } from "./gallery/gallery.js";
import { isNewEnough } from "./shared/browser.js";

if (isNewEnough) {
  document.querySelectorAll("[data-gallery]").forEach((root) => {
    new Gallery(/** @type {HTMLElement} */ (root)).start();
  });
}
