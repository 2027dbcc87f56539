/** The timeline held against the reader's clock: the page itself claims nothing about today. */

import { make } from "../shared/elements.js";
import { daysBetween, readPhases, standingOn, today } from "./phases.js";

/** @import { Phase, Standing } from "./phases.js" */

export function startTimeline() {
  const day = today();
  const lists = Array.from(document.querySelectorAll("[data-phases]"), readPhases);
  lists.forEach((phases) => markPhases(phases, day));
  const standing = lists.length && lists[0].length ? standingOn(lists[0], day) : null;
  if (standing) {
    document.querySelectorAll("[data-now]").forEach((panel) => fillNow(panel, standing, day));
    document.querySelectorAll("[data-now-line]").forEach((line) => fillLine(line, standing));
  }
  document.querySelectorAll("[data-registration]").forEach((link) => {
    const { closes } = /** @type {HTMLElement} */ (link).dataset;
    if (closes && closes < day && link.lastChild) link.lastChild.textContent = "报名平台（报名已截止）";
  });
}

/**
 * Mark past, present and next phases.
 * @param {Phase[]} phases
 * @param {string} day
 */
function markPhases(phases, day) {
  const { states, next } = standingOn(phases, day);
  phases.forEach((phase, index) => {
    const state = phase === next ? "next" : states[index];
    /** @type {Object<string, string>} */
    const words = { past: "已结束", now: phase.approximate ? "预计进行中" : "进行中", next: "下一阶段" };
    phase.element.dataset.state = state;
    write(phase.element, "[data-phase-state]", words[state] || "");
  });
}

/**
 * The home page's panel: what runs today, what comes next.
 * @param {Element} panel
 * @param {Standing} standing
 * @param {string} day
 */
function fillNow(panel, { current, next, over }, day) {
  const body = panel.querySelector("[data-now-body]");
  const shown = current[0] || next;
  if (!body || !(shown || over)) return;
  write(panel, ".now__title", current.length ? "当前阶段" : over ? "赛程" : "即将开始");
  if (!shown) {
    body.replaceChildren(line("now__name", "本届赛程已结束"), line("now__left", "以下为本届全部赛程。"));
    return;
  }
  const others = current.slice(1).map((phase) => line("now__state", `同时进行：${phase.name}（${phase.text}）`));
  const after = current.length && next ? [line("now__next", `下一阶段：${next.name}，${next.text}`)] : [];
  const left = countdown(shown, day, current.length > 0);
  body.replaceChildren(line("now__name", shown.name), line("now__state", shown.text), left, ...others, ...after);
}

/**
 * How long a phase still lasts, or until it begins.
 * @param {Phase} phase
 * @param {string} day
 * @param {boolean} running
 */
function countdown(phase, day, running) {
  const until = running ? phase.ends : phase.starts || phase.ends;
  if (!until || phase.approximate) return line("now__left", phase.text);
  const days = daysBetween(day, until);
  if (days === 0) return line("now__left", running ? "今天截止" : "今天");
  const word = !running && phase.starts ? "距开始还有" : "距截止还有";
  return line("now__left", word, make("strong", {}, String(days)), "天");
}

/**
 * The timeline page's line.
 * @param {Element} element
 * @param {Standing} standing
 */
function fillLine(element, { current, next, over }) {
  const parts = [];
  if (over) parts.push("本届赛程已结束。");
  if (current.length) parts.push(`当前：${current.map((phase) => `${phase.name}（${phase.text}）`).join("、")}。`);
  if (next) parts.push(`下一阶段：${next.name}（${next.text}）。`);
  element.textContent = parts.join("");
  element.toggleAttribute("hidden", parts.length === 0);
}

/**
 * @param {string} className
 * @param {...(string | Node)} children
 */
function line(className, ...children) {
  return make("p", { class: className }, ...children);
}

/**
 * @param {Element} place
 * @param {string} selector
 * @param {string} text
 */
function write(place, selector, text) {
  const element = place.querySelector(selector);
  if (element) element.textContent = text;
}
