/** Chinese by sound: syllables of pinyin as the units that stand for them in the index (`generator/search/sounds.py`). */

const INITIALS = ["", ..."b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" ")];
const FINALS =
  "a o e i u ai ei ao ou an en in un ang eng ing ong ia ie iu iao ian iang iong ua uo ui uai uan uang ue er".split(" ");
const SYLLABLES = 0xe000; // 40 units to an initial
const LETTERS = 0xe800;
const LONGEST_SYLLABLE = 6;
const LEAST_LETTERS = 3; // fewer would be the first letters of anything
const MOST_LETTERS = 24;
const MOST_SPELLINGS = 6;

/** @type {Map<string, string>} units by syllable */
const units = new Map();
INITIALS.forEach((initial, at) =>
  FINALS.forEach((final, place) => units.set(initial + final, String.fromCharCode(SYLLABLES + at * 40 + place))),
);

/**
 * The ways to read a term as pinyin: as syllables, then as first letters of syllables.
 * @param {string} term  normalised
 * @returns {{spelt: string, sounds: string}[]}
 */
export function spellings(term) {
  if (!/^[a-z'’]+$/.test(term) || term.length > MOST_LETTERS) return [];
  const found = [];
  for (const syllables of parted(term.replace(/v/g, "u"), 0)) {
    const sounds = syllables.map((syllable) => units.get(syllable)).join("");
    if (found.push({ spelt: syllables.join(" "), sounds }) >= MOST_SPELLINGS) break;
  }
  const firsts = Array.from(term, (letter) => String.fromCharCode(LETTERS + letter.charCodeAt(0) - 97)).join("");
  if (term.length >= LEAST_LETTERS && /^[a-z]+$/.test(term)) found.push({ spelt: term, sounds: firsts });
  return found;
}

/**
 * The syllables that a text may consist of from a place on; long syllables first.
 * @param {string} text
 * @param {number} from
 * @returns {Generator<string[]>}
 */
function* parted(text, from) {
  if (from === text.length) yield [];
  const start = /['’]/.test(text[from] || "") ? from + 1 : from;
  for (let end = Math.min(text.length, start + LONGEST_SYLLABLE); end > start; end -= 1) {
    const syllable = text.slice(start, end);
    if (units.has(syllable)) for (const rest of parted(text, end)) yield [syllable, ...rest];
  }
}
