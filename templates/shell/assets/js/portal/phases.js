/**
 * Phases of a timeline, held against a day.
 *
 * @typedef {Object} Phase
 * @property {HTMLElement} element
 * @property {string} name
 * @property {string} text      when it is, as the notice says it
 * @property {string} starts    an ISO day, "" when open
 * @property {string} ends
 * @property {boolean} approximate
 *
 * @typedef {"past" | "now" | "future" | "unknown"} State
 *
 * @typedef {Object} Standing  Where a timeline stands on a day.
 * @property {State[]} states
 * @property {Phase[]} current
 * @property {Phase | undefined} next
 * @property {boolean} over
 */

const DAY = 86400000;

/** Today in the contest's time zone as an ISO day. */
export function today() {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "Asia/Shanghai" };
  return new Intl.DateTimeFormat("en-CA", /** @type {Intl.DateTimeFormatOptions} */ (parts)).format(new Date());
}

/**
 * Whole days from one ISO day to another.
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * The phases that a list shows.
 * @param {Element} list
 * @returns {Phase[]}
 */
export function readPhases(list) {
  const elements = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-phase]"));
  return Array.from(elements, (element) => {
    const { name = "", starts = "", ends = "", approximate } = element.dataset;
    const when = element.querySelector(".phase__when");
    const text = (when && when.textContent) || "";
    return { element, name, text, starts, ends, approximate: approximate !== undefined };
  });
}

/**
 * @param {Phase[]} phases
 * @param {string} day
 * @returns {Standing}
 */
export function standingOn(phases, day) {
  const states = phases.map((phase) => stateOf(phase, day));
  const future = phases.filter((_, index) => states[index] === "future");
  const [next] = future.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : Number(firstDay(a) > firstDay(b))));
  return {
    states,
    current: phases.filter((_, index) => states[index] === "now"),
    next,
    over: states.length > 0 && states.every((state) => state === "past"),
  };
}

/**
 * Where a phase stands on a day. A phase with one open end is judged by the end that is known.
 * @param {Phase} phase
 * @param {string} day
 * @returns {State}
 */
function stateOf({ starts, ends }, day) {
  if (!starts && !ends) return "unknown";
  if (ends && ends < day) return "past";
  if (starts && starts > day) return "future";
  if (!ends) return starts === day ? "now" : "unknown";
  return starts ? "now" : "future";
}

/** @param {Phase} phase */
function firstDay(phase) {
  return phase.starts || phase.ends;
}
