/** Values as YAML, in the style of the project's own files; what another reader could take for a number has quotes. */
import { Day, isMapping } from "./yaml.js";

/** Characters of a list that stands on one line. */
const WIDE = 100;

const PLAIN = /^[\p{L}\p{N}《“（〔【「『〈][^\p{Cc}\u2028\u2029\ufeff]*$/u;
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|[\d.,_:eExXoO+-]+(?:[a-fA-F\d]*))$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/**
 * One value without a line break of its own.
 * @param {any} value
 * @param {boolean} within  whether it stands between brackets
 * @returns {string}
 */
export function inline(value, within) {
  if (Array.isArray(value)) return `[${value.map((each) => inline(each, true)).join(", ")}]`;
  if (isMapping(value)) return `{${Object.entries(value).map(([key, each]) => `${label(key, true)}: ${inline(each, true)}`).join(", ")}}`;
  if (value instanceof Day) return value.text;
  return typeof value === "string" ? quoted(value, within) : String(value);
}

/**
 * @param {string} text
 * @param {boolean} within
 */
function quoted(text, within) {
  if (MOMENT.test(text)) return text;
  const isPlain = PLAIN.test(text) && !WORD.test(text) && !/:(?:\s|$)|\s#|\s$/.test(text);
  return isPlain && !(within && /[,[\]{}:?]/.test(text)) ? text : escaped(text);
}

/** @param {string} text */
function escaped(text) {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, code);
}

/** @param {string} character */
function code(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * @param {string} key
 * @param {boolean} [within]
 */
export function label(key, within = false) {
  return quoted(key, within);
}

/**
 * What follows a colon or dash: on its line, and the lines below.
 * @param {any} value
 * @param {number} indent  of the key or dash
 * @param {boolean} inList  after a dash
 * @returns {{ head: string, lines: string[] }}
 */
export function block(value, indent, inList) {
  if (typeof value === "string" && isParagraphs(value)) return paragraphs(value, indent);
  if (!isLong(value)) return { head: ` ${inline(value, false)}`, lines: [] };
  const lines = blockLines(value, indent + 2);
  return inList ? { head: ` ${lines[0].trimStart()}`, lines: lines.slice(1) } : { head: "", lines };
}

/**
 * A mapping or list, an entry a line at least.
 * @param {any} value
 * @param {number} indent
 * @returns {string[]}
 */
export function blockLines(value, indent) {
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, each]) => {
    const { head, lines } = block(each, indent, isList);
    return [`${" ".repeat(indent)}${isList ? "-" : `${label(key)}:`}${head}`, ...lines];
  });
}

/** @param {any} value */
function isLong(value) {
  if (isMapping(value)) return Object.keys(value).length > 0;
  if (!Array.isArray(value) || !value.length) return false;
  return value.some((each) => isMapping(each) || Array.isArray(each) || isParagraphs(each)) || inline(value, false).length > WIDE;
}

/** @param {any} text */
function isParagraphs(text) {
  const isClean = typeof text === "string" && /^[^\s\p{Cc}]/u.test(text) && !/[^\P{Cc}\n]|[\u2028\u2029\ufeff]| (?:\n|$)/u.test(text);
  return isClean && text.includes("\n") && !text.endsWith("\n\n");
}

/**
 * @param {string} text
 * @param {number} indent
 */
function paragraphs(text, indent) {
  const pad = " ".repeat(indent + 2);
  const lines = text.replace(/\n$/, "").split("\n").map((line) => (line ? pad + line : ""));
  return { head: text.endsWith("\n") ? " |" : " |-", lines };
}
