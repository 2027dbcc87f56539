/** Pictures of texts in full size: by mouse, finger or keyboard, with their captions; two fingers enlarge them further. */

import { make } from "../shared/elements.js";
import { dialog } from "../shared/dialog.js";

const PICTURES = ".case figure img, .article figure img";

export function startEnlarge() {
  const pictures = /** @type {HTMLImageElement[]} */ ([...document.querySelectorAll(PICTURES)]);
  pictures.filter((picture) => !picture.closest("a")).forEach((picture, place) => offer(pictures, picture, place));
}

/**
 * @param {HTMLImageElement[]} pictures
 * @param {HTMLImageElement} picture
 * @param {number} place
 */
function offer(pictures, picture, place) {
  const words = picture.alt ? `放大图片：${picture.alt}` : "放大图片";
  const button = make("button", { type: "button", class: "enlarge", "aria-label": words });
  picture.replaceWith(button);
  button.append(picture);
  button.addEventListener("click", () => open(pictures, place));
}

/**
 * @param {HTMLImageElement[]} pictures
 * @param {number} first
 */
function open(pictures, first) {
  let place = first;
  const image = make("img", { class: "viewer__image", alt: "" });
  const caption = make("p", { class: "viewer__caption", "aria-live": "polite" });
  const stage = make("div", { class: "viewer__stage", tabindex: "0", role: "group", "aria-label": "图片" }, image);
  const before = make("button", { type: "button", class: "button button--plain" }, "上一张");
  const after = make("button", { type: "button", class: "button button--plain" }, "下一张");
  const whole = make("button", { type: "button", class: "button button--plain", "aria-pressed": "false" }, "原大");
  const close = make("button", { type: "button", class: "button" }, "关闭");
  const bar = make("div", { class: "viewer__bar" }, ...(pictures.length > 1 ? [before, after] : []), whole, close);
  const box = dialog("viewer", "图片", stage, caption, bar);
  if (!box) {
    location.href = largest(pictures[place]);
    return;
  }
  const show = () => {
    const picture = pictures[place];
    const said = picture.closest("figure")?.querySelector("figcaption");
    image.src = largest(picture);
    image.alt = picture.alt;
    caption.textContent = (said && said.textContent) || picture.alt;
  };
  /** @param {number} steps */
  const move = (steps) => {
    place = (place + steps + pictures.length) % pictures.length;
    show();
  };
  const toggle = () => whole.setAttribute("aria-pressed", String(box.toggleAttribute("data-whole")));
  before.addEventListener("click", () => move(-1));
  after.addEventListener("click", () => move(1));
  whole.addEventListener("click", toggle);
  image.addEventListener("click", toggle);
  close.addEventListener("click", () => box.close());
  box.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (steps && !box.hasAttribute("data-whole")) move(steps);
  });
  show();
  box.showModal();
}

/**
 * The widest file of a picture.
 * @param {HTMLImageElement} picture
 */
function largest(picture) {
  const last = picture.srcset.split(",").pop() || "";
  return last.trim().split(/\s+/)[0] || picture.src;
}
