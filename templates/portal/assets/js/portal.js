// Menu, light and dark, printing, and the timeline held against the reader's clock. No dependency.
(function () {
  "use strict";

  /** @typedef {{element: HTMLElement, name: string, text: string, starts: string, ends: string, approximate: boolean}} Phase */

  const DAY = 86400000;

  /** Today in the contest's time zone as an ISO day. @returns {string} */
  function today() {
    const parts = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit" });
    return parts.format(new Date());
  }

  /** Whole days from one ISO day to another. @param {string} from @param {string} to @returns {number} */
  function daysBetween(from, to) {
    return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  }

  /** @param {HTMLElement} list @returns {Phase[]} */
  function readPhases(list) {
    return Array.from(list.querySelectorAll("[data-phase]"), (element) => ({
      element,
      name: element.dataset.name,
      text: element.querySelector(".phase__when").textContent,
      starts: element.dataset.starts,
      ends: element.dataset.ends,
      approximate: "approximate" in element.dataset,
    }));
  }

  /**
   * Where a phase stands on a day. A phase with one open end is judged by the end that is known.
   * @param {Phase} phase @param {string} day @returns {"past" | "now" | "future" | "unknown"}
   */
  function stateOf(phase, day) {
    if (!phase.starts && !phase.ends) return "unknown";
    if (phase.ends && phase.ends < day) return "past";
    if (phase.starts && phase.starts > day) return "future";
    if (!phase.ends) return phase.starts === day ? "now" : "unknown";
    return phase.starts ? "now" : "future";
  }

  /** @param {Phase[]} phases @param {string} day */
  function sortOut(phases, day) {
    const states = phases.map((phase) => stateOf(phase, day));
    const current = phases.filter((_, index) => states[index] === "now");
    const future = phases.filter((_, index) => states[index] === "future");
    const first = (phase) => phase.starts || phase.ends;
    const next = future.slice().sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0))[0];
    return { states, current, next, over: states.length > 0 && states.every((state) => state === "past") };
  }

  /** Mark past, present and next phases. @param {HTMLElement} list @param {string} day */
  function markPhases(list, day) {
    const phases = readPhases(list);
    const { states, next } = sortOut(phases, day);
    phases.forEach((phase, index) => {
      const state = phase === next ? "next" : states[index];
      const words = { past: "已结束", now: phase.approximate ? "预计进行中" : "进行中", next: "下一阶段" };
      phase.element.dataset.state = state;
      phase.element.querySelector("[data-phase-state]").textContent = words[state] || "";
    });
  }

  /** @param {string} tag @param {string} className @param {...(string | Node)} children */
  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  }

  /** How long a phase still lasts, or until it begins. @param {Phase} phase @param {string} day @param {boolean} running */
  function countdown(phase, day, running) {
    const until = running ? phase.ends : phase.starts || phase.ends;
    if (!until || phase.approximate) return make("p", "now__left", phase.text);
    const days = daysBetween(day, until);
    const word = running ? (days === 0 ? "今天截止" : "距截止还有") : phase.starts ? "距开始还有" : "距截止还有";
    if (days === 0) return make("p", "now__left", running ? word : "今天");
    return make("p", "now__left", word, make("strong", "", String(days)), "天");
  }

  /** The home page's panel: what runs today, what comes next. @param {HTMLElement} panel @param {Phase[]} phases @param {string} day */
  function fillNow(panel, phases, day) {
    const { current, next, over } = sortOut(phases, day);
    const body = panel.querySelector("[data-now-body]");
    if (!current.length && !next && !over) return;
    const shown = current[0] || next;
    panel.querySelector(".now__title").textContent = current.length ? "当前阶段" : over ? "赛程" : "即将开始";
    body.replaceChildren();
    if (over) {
      body.append(make("p", "now__name", "本届赛程已结束"), make("p", "now__left", "以下为本届全部赛程。"));
      return;
    }
    body.append(make("p", "now__name", shown.name), make("p", "now__state", shown.text), countdown(shown, day, current.length > 0));
    current.slice(1).forEach((phase) => body.append(make("p", "now__state", `同时进行：${phase.name}（${phase.text}）`)));
    if (current.length && next) body.append(make("p", "now__next", `下一阶段：${next.name}，${next.text}`));
  }

  /** The timeline page's line. @param {HTMLElement} line @param {Phase[]} phases @param {string} day */
  function fillLine(line, phases, day) {
    const { current, next, over } = sortOut(phases, day);
    const parts = [];
    if (over) parts.push("本届赛程已结束。");
    if (current.length) parts.push(`当前：${current.map((phase) => `${phase.name}（${phase.text}）`).join("、")}。`);
    if (next) parts.push(`下一阶段：${next.name}（${next.text}）。`);
    line.textContent = parts.join("");
    line.hidden = parts.length === 0;
  }

  function startTimeline() {
    const day = today();
    const lists = Array.from(document.querySelectorAll("[data-phases]"));
    lists.forEach((list) => markPhases(list, day));
    const phases = lists.length ? readPhases(lists[0]) : [];
    const panel = document.querySelector("[data-now]");
    if (panel && phases.length) fillNow(panel, phases, day);
    const line = document.querySelector("[data-now-line]");
    if (line && phases.length) fillLine(line, phases, day);
    document.querySelectorAll("[data-registration]").forEach((link) => {
      const closes = link.dataset.closes;
      if (closes && closes < day) link.lastChild.textContent = "报名平台（报名已截止）";
    });
  }

  function startMenu() {
    const button = document.querySelector("[data-menu-toggle]");
    const menu = document.getElementById("navigation");
    if (!button || !menu) return;
    /** @param {boolean} open */
    const set = (open) => {
      button.setAttribute("aria-expanded", String(open));
      menu.toggleAttribute("data-open", open);
    };
    button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
        set(false);
        button.focus();
      }
    });
  }

  function startTheme() {
    const button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    button.addEventListener("click", () => {
      const root = document.documentElement;
      const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      root.dataset.theme = (root.dataset.theme || system) === "dark" ? "light" : "dark";
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch (error) {
        // The choice then holds for this page only.
      }
    });
  }

  startTimeline();
  startMenu();
  startTheme();
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
})();
