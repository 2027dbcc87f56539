/** A content file as text: where its values stand and where its body, and how to put changed ones there. */
import { amend } from "./amend.js";
import { mistake, obstacle, read, same } from "./yaml.js";

/** @typedef {{ head: string, front: string, between: string, body: string }} Parts */

const WITHOUT_VALUES = "开头没有两行 --- 之间的元数据";

/**
 * The text of a file, or null for bytes that are not UTF-8.
 * @param {Uint8Array} bytes
 */
export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @param {string} text
 * @returns {Parts | null}  null for a Markdown file without values
 */
export function split(path, text) {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  if (!path.endsWith(".md")) return { head: mark, front: text.slice(mark.length), between: "", body: "" };
  const found = /^(\ufeff?---[^\S\n]*\n)((?:(?!---[^\S\n]*(?:\n|$))[^\n]*\n)*)(---[^\S\n]*(?:\n|$))([^]*)$/.exec(text);
  return found && { head: found[1], front: found[2], between: found[3], body: found[4] };
}

/**
 * Why no form can show a file, for a person; nothing when it can.
 * @param {string} path
 * @param {string} text
 */
export function hindrance(path, text) {
  const parts = split(path, text);
  return parts ? obstacle(parts.front) : WITHOUT_VALUES;
}

/**
 * What is wrong with a file, so that nobody could read it.
 * @param {string} path
 * @param {string} text
 */
export function unreadable(path, text) {
  const parts = split(path, text);
  return parts ? mistake(parts.front) : WITHOUT_VALUES;
}

/**
 * What a file says: its values, and its body with plain line ends.
 * @param {string} path
 * @param {string} text
 * @returns {{ value: any, body: string }}
 */
export function contents(path, text) {
  const parts = split(path, text);
  return { value: parts ? read(parts.front) : {}, body: (parts?.body ?? "").replace(/\r\n/g, "\n") };
}

/**
 * The text with other values and another body; null when the values cannot be put there safely.
 * @param {string} path
 * @param {string} text
 * @param {any} value
 * @param {string} body  with plain line ends
 */
export function changed(path, text, value, body) {
  const parts = split(path, text);
  if (!parts) return null;
  const front = same(read(parts.front), value) ? parts.front : amend(parts.front, value);
  return front === null ? null : parts.head + front + parts.between + spliced(parts.body, body);
}

/**
 * A text in which lines that stay keep their line ends, and others have that of the text.
 * @param {string} before
 * @param {string} after  with plain line ends
 */
function spliced(before, after) {
  if (before.replace(/\r\n/g, "\n") === after) return before;
  const eol = before.includes("\r\n") ? "\r\n" : "\n";
  const [old, now] = [before.split("\n"), after.split("\n")];
  const plain = old.map((line) => line.replace(/\r$/, ""));
  let start = 0;
  while (start < old.length - 1 && start < now.length - 1 && plain[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && plain[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const middle = now.slice(start, now.length - end).map((line, index, all) => (index < all.length - 1 || end ? line + eol : line));
  return [...old.slice(0, start).map((line) => `${line}\n`), ...middle].join("") + old.slice(old.length - end).join("\n");
}
