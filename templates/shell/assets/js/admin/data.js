/** What the build wrote into the page: schemas, choices, words, and where the content is kept. */

/**
 * @typedef {{ value: string, label: string }} Choice
 * @typedef {{ name: string, tracks: Choice[], topics: Object<string, string[]>, awards: string[], outline: string[] }} Edition
 * @typedef {{ kind: "github" | "gitlab" | "gitea" | "gitee", url: string, api: string, path: string, branch: string }} Repository
 * @typedef {Object<string, any>} Schema
 * @typedef {{ name: string, title: string, pattern: string, schema: Schema }} Kind
 */

/**
 * @type {{
 *   repository: Repository | null, kinds: Kind[], words: Object<string, string>, patterns: Object<string, string>,
 *   sectors: Choice[], editions: Object<string, Edition>, titles: Object<string, string>,
 * }}
 */
export const data = JSON.parse(document.getElementById("editor-data")?.textContent ?? "{}");

/** @type {[RegExp, Kind][]} */
const PATTERNS = (data.kinds ?? []).map((kind) => [new RegExp(`^${kind.pattern.replace(/[.]/g, "\\.").replace(/<\w+>/g, "[^/]+")}$`), kind]);

/** @type {Map<string, Kind | undefined>} */
const known = new Map();

/**
 * The kind of content that a path belongs to, if it is content.
 * @param {string} path
 */
export function kindOf(path) {
  if (!known.has(path)) known.set(path, PATTERNS.find(([pattern]) => pattern.test(path))?.[1]);
  return known.get(path);
}

/**
 * `<branch>/<year>` of a path.
 * @param {string} path
 */
export function editionOf(path) {
  return /^content\/([^/]+\/\d{4})\//.exec(path)?.[1] ?? "";
}

/** The kinds of which new files can be made, the most wanted first. */
export const startable = Array.from(document.querySelectorAll("[data-new]"), (each) => /** @type {HTMLElement} */ (each).dataset.new ?? "");

/**
 * What a new file of a kind begins with.
 * @param {string} kind
 * @param {Object<string, string>} words  for those in braces
 */
export function starter(kind, words) {
  const text = document.querySelector(`[data-new="${kind}"]`)?.textContent?.trim() ?? "";
  return `${text.replace(/\{(year|date|number|tracks|awards)\}/g, (_, name) => words[name])}\n`;
}
