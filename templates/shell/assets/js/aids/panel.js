/** The panel itself: choices that are kept, reading aloud, and the way back to how pages usually are. */

import { chosen, keep } from "../shared/aids.js";
import { make } from "../shared/elements.js";
import { Reading } from "./reading.js";
import { canSpeak, hush } from "./voice.js";

/** @import { Aid } from "../shared/aids.js" */

/** @type {[Aid, string, [string, string][]][]} */
const CHOICES = [
  ["text", "文字大小", [["", "标准"], ["125", "125%"], ["150", "150%"], ["175", "175%"], ["200", "200%"]]],
  ["spacing", "行距字距", [["", "标准"], ["wide", "加宽"]]],
  ["colours", "配色", [["", "原色"], ["black-on-yellow", "黄底黑字"], ["yellow-on-black", "黑底黄字"], ["black-on-white", "白底黑字"], ["white-on-blue", "蓝底白字"]]],
  ["pointer", "鼠标指针", [["", "标准"], ["large", "特大"]]],
  ["line", "阅读线", [["", "不用"], ["on", "跟随指针和键盘"]]],
  ["pace", "朗读快慢", [["slow", "慢"], ["", "适中"], ["fast", "快"]]],
];

export function startPanel() {
  const opener = /** @type {HTMLElement | null} */ (document.querySelector("[data-aids]"));
  const row = opener && opener.closest(".aids-row");
  if (!opener || !row) return;
  const panel = new Panel(opener);
  row.after(panel.element);
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    panel.show(panel.element.hidden);
  });
  opener.addEventListener("keydown", (event) => event.key === " " && (event.preventDefault(), opener.click()));
  if ("wanted" in opener.dataset) panel.show(true);
}

class Panel {
  /** @param {HTMLElement} opener */
  constructor(opener) {
    this.opener = opener;
    this.form = make("form", { class: "aids__choices" }, ...CHOICES.map(([aid, name, values]) => choice(aid, name, values)));
    this.form.addEventListener("change", () => keep(this.choice()));
    this.reading = new Reading(
      () => chosen().pace,
      (reading) => this.tell(reading),
    );
    this.aloud = button("朗读", () => (this.reading.at < 0 ? this.reading.start() : this.reading.stop()));
    const close = button("收起", () => this.show(false));
    this.element = make(
      "section",
      { class: "aids", "aria-label": "无障碍", hidden: "" },
      make(
        "div",
        { class: "wrap" },
        this.form,
        make("div", { class: "aids__foot" }, this.aloudActions(), actions("工具", button("恢复原样", () => this.reset()), help(opener), close)),
      ),
    );
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.show(false));
    this.fill();
    addEventListener("pagehide", () => canSpeak && hush());
  }

  aloudActions() {
    if (!canSpeak) return make("p", {}, "这个浏览器不会朗读。");
    const step = (/** @type {number} */ by) => () => this.reading.step(by);
    return actions("朗读", this.aloud, button("上一段", step(-1)), button("下一段", step(1)));
  }

  /** @param {boolean} open */
  show(open) {
    this.element.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    const first = /** @type {HTMLElement | null} */ (this.form.querySelector("input:checked"));
    if (open && first) first.focus();
    else this.opener.focus();
  }

  /** @returns {Object<string, string>} */
  choice() {
    const all = [...new FormData(this.form)].map(([aid, value]) => [aid, String(value)]);
    return Object.fromEntries(all.filter(([, value]) => value));
  }

  fill() {
    const now = chosen();
    this.form.querySelectorAll("input").forEach((input) => (input.checked = input.value === (now[input.name] || "")));
  }

  reset() {
    if (canSpeak) this.reading.stop();
    keep({});
    this.fill();
  }

  /** @param {boolean} reading */
  tell(reading) {
    this.aloud.textContent = reading ? "停止朗读" : "朗读";
  }
}

/**
 * @param {Aid} aid
 * @param {string} name
 * @param {[string, string][]} values
 */
function choice(aid, name, values) {
  return make(
    "fieldset",
    {},
    make("legend", {}, name),
    ...values.map(([value, label]) => make("label", {}, make("input", { type: "radio", name: aid, value }), label)),
  );
}

/**
 * @param {string} label
 * @param {() => void} act
 */
function button(label, act) {
  const made = make("button", { class: "button button--plain", type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} label
 * @param {...HTMLElement} buttons
 */
function actions(label, ...buttons) {
  return make("div", { class: "aids__actions", role: "group", "aria-label": label }, ...buttons);
}

/** @param {HTMLElement} opener  a link to what it opens, while scripts are off */
function help(opener) {
  return make("a", { class: "button button--plain", href: opener.getAttribute("href") || "" }, "无障碍说明");
}
