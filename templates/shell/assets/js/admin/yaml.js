/** YAML as the program reads it: what a text says, where it says it, and whether a form may change it. */

/** @import { Pair, YamlNode } from "./types.js" */

/** A day as YAML knows it, without quotes: no text. */
export class Day {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** Words that YAML 1.1, which the program reads, takes for yes and no; this parser's own 1.1 knows more of them. */
const YES_OR_NO = {
  tag: "tag:yaml.org,2002:bool",
  default: true,
  test: /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /** @param {string} text */
  resolve: (text) => /^(?:y|t|on)/i.test(text),
};
const DAY = {
  tag: "tag:yaml.org,2002:timestamp",
  default: true,
  test: /^\d{4}-\d\d-\d\d$/,
  /** @param {string} text */
  resolve: (text) => new Day(text),
};

/** @param {string} text */
export function parse(text) {
  return YAML.parseDocument(text, {
    customTags: (tags) => [YES_OR_NO, DAY, ...tags],
    keepSourceTokens: true,
    logLevel: "error",
    stringKeys: true,
    uniqueKeys: true,
  });
}

/**
 * Why no form can show what a text says, for a person; nothing when it can.
 * @param {string} text
 */
export function obstacle(text) {
  if (/\r(?!\n)/.test(text)) return "换行只有回车符";
  const { contents } = parse(text);
  return mistake(text) || (contents && oddity(contents)) || "";
}

/**
 * What is wrong with a text, so that nobody could read it.
 * @param {string} text
 */
export function mistake(text) {
  const { contents, errors } = parse(text);
  const line = errors[0]?.linePos?.[0].line;
  if (errors.length) return line ? `元数据第 ${line} 行的 YAML 写法有误` : "YAML 写法有误";
  return contents && !YAML.isMap(contents) ? "内容不是“键: 值”的形式" : "";
}

/**
 * @param {YamlNode} node
 * @returns {string}
 */
function oddity(node) {
  if (YAML.isAlias(node) || node.anchor) return "用了别名（& 或 *）";
  if (node.tag && node.tag.startsWith("!")) return "用了标签（!）";
  for (const each of node.items ?? []) {
    const pair = YAML.isPair(each) ? each : null;
    if (pair && pair.srcToken?.start.some((token) => token.type === "explicit-key-ind")) return "用了 ? 开头的键";
    if (pair && (!YAML.isScalar(pair.key) || pair.key.tag || pair.key.anchor)) return "有的键不是普通的词";
    const value = pair ? pair.value : /** @type {YamlNode} */ (each);
    const found = value ? oddity(value) : "";
    if (found) return found;
  }
  return "";
}

/**
 * The value of a node: objects, lists, texts, numbers, yes or no, days, null.
 * @param {YamlNode | null | undefined} node
 * @returns {any}
 */
export function valueOf(node) {
  if (!node) return null;
  if (YAML.isMap(node)) {
    const pairs = /** @type {Pair[]} */ (node.items);
    return Object.fromEntries(pairs.map((pair) => [keyOf(pair), valueOf(pair.value)]));
  }
  if (YAML.isSeq(node)) return /** @type {YamlNode[]} */ (node.items).map(valueOf);
  return node.value ?? null;
}

/**
 * A key as it is typed: numbers and words for yes and no are texts, too.
 * @param {Pair} pair
 */
export function keyOf(pair) {
  return pair.key.source ?? String(pair.key.value);
}

/**
 * What a text says; an empty one says nothing.
 * @param {string} text
 */
export function read(text) {
  const document = parse(text);
  return document.errors.length ? null : (valueOf(document.contents) ?? {});
}

/**
 * Whether two values are the same; the order of keys means nothing.
 * @param {any} one
 * @param {any} other
 */
export function same(one, other) {
  return canonical(one) === canonical(other);
}

/**
 * A text that only the same values have.
 * @param {any} value
 * @returns {string}
 */
export function canonical(value) {
  if (value instanceof Day) return `day ${value.text}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isMapping(value)) return typeof value === "number" && !Number.isFinite(value) ? String(value) : JSON.stringify(value ?? null);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}

/** @param {any} value */
export function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Day);
}
