/** What pages say of today, held against the reader's clock. */

import { make } from "../shared/elements.js";
import { countDays, now, showLine } from "./moments.js";

/** @typedef {"past" | "now" | "next" | "due" | "future" | "unknown"} State */

export function startTimeline() {
  const minute = now();
  document.querySelectorAll("[data-moments]").forEach((group) => showLine(group, minute));
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-day]")).forEach((line) => countDays(line, minute));
  document.querySelectorAll("[data-phases]").forEach((list) => markPhases(list, minute));
  document.querySelectorAll(`[data-axis="${minute.slice(0, 4)}"]`).forEach((axis) => axis.append(todayOn(minute)));
}

/**
 * A line at today on the axis of a year.
 * @param {string} minute
 */
function todayOn(minute) {
  const days = (Date.parse(minute.slice(0, 10)) - Date.parse(`${minute.slice(0, 4)}-01-01`)) / 86400000;
  return make("li", { class: "gantt__today", "aria-hidden": "true", style: `left:${(100 * days) / 365}%` });
}

/**
 * Mark past, present and next phases of a list.
 * @param {Element} list
 * @param {string} minute
 */
function markPhases(list, minute) {
  const phases = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll("[data-phase]")));
  const ahead = phases.filter((phase) => ["future", "due"].includes(stateOf(phase, minute)));
  const [next] = ahead.sort((a, b) => (firstMoment(a) < firstMoment(b) ? -1 : Number(firstMoment(a) > firstMoment(b))));
  phases.forEach((phase) => {
    const state = phase === next && stateOf(phase, minute) === "future" ? "next" : stateOf(phase, minute);
    const running = phase.dataset.approximate === undefined ? "进行中" : "预计进行中";
    /** @type {Object<string, string>} */
    const words = { past: "已结束", now: running, next: "下一阶段", due: "尚未截止" };
    phase.dataset.state = state;
    const label = phase.querySelector("[data-phase-state]");
    if (label) label.textContent = words[state] || "";
  });
}

/**
 * Where a phase stands. Of one that only ends it is known that it is due, of one that only begins that it is to come.
 * @param {HTMLElement} phase
 * @param {string} minute
 * @returns {State}
 */
function stateOf({ dataset: { starts = "", ends = "" } }, minute) {
  if (ends && ends <= minute) return "past";
  if (!starts) return ends ? "due" : "unknown";
  if (starts > minute) return "future";
  return ends ? "now" : "unknown";
}

/** @param {HTMLElement} phase */
function firstMoment({ dataset: { starts, ends } }) {
  return starts || ends || "";
}
