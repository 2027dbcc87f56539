/**
 * Text as it is compared: width, case and blanks do not matter.
 *
 * The same steps as `generator/search/normalise.py`; `tests/search/normalise_cases.json` holds both to one table.
 */

const REMOVED =
  "\\x00-\\x20\\x7f-\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f" +
  "\\u2028-\\u202f\\u205f-\\u206f\\u3000\\u3164\\ud800-\\udfff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb" +
  "\\u{e0000}-\\u{e0fff}";
const INVISIBLE = new RegExp(`[${REMOVED}]+`, "gu");
const PLAIN = /^[\x21-\x40\x5b-\x7e\u4e00-\u9fff\u3001\u3002\u300a\u300b\u201c\u201d]*$/;
const FOLDED_OTHERWISE = /[ßς\u0345\u13f8-\u13fd\u1c80-\u1c88\uab70-\uabbf\u1f80-\u1ffc]/g;
const CYRILLIC = "вдостт\u044a\u0463\ua64b";

/**
 * The text as it is compared.
 * @param {string} text
 * @returns {string}
 */
export function normalise(text) {
  if (PLAIN.test(text)) return text;
  return fold(text).replace(INVISIBLE, "");
}

/** @param {string} text */
function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(FOLDED_OTHERWISE, foldedOtherwise).normalize("NFKC");
}

/**
 * The folded form of a letter whose lower case is another one.
 * @param {string} letter
 */
function foldedOtherwise(letter) {
  const code = letter.charCodeAt(0);
  if (letter === "ß") return "ss";
  if (letter === "ς") return "σ";
  if (code >= 0xab70) return String.fromCharCode(code - 0xab70 + 0x13a0);
  if (code >= 0x1f80) return letter.normalize("NFD").replace("\u0345", "ι");
  if (code >= 0x1c80) return CYRILLIC[code - 0x1c80];
  if (code >= 0x13f8) return String.fromCharCode(code - 8);
  return "ι";
}
