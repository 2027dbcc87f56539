/** Numbers as the index writes them (`generator/search/encode.py`). */

const LAST = 61; // characters that end a number; 32 more go before them

/**
 * The value of a character of the alphabet.
 * @param {number} code
 */
export function valueOf(code) {
  return code - 32 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);
}

/**
 * The numbers of a part of a string.
 * @param {string} text
 * @param {number} [from]
 * @param {number} [to]
 * @returns {number[]}
 */
export function decode(text, from = 0, to = text.length) {
  const numbers = [];
  let open = 0;
  for (let at = from; at < to; at += 1) {
    const value = valueOf(text.charCodeAt(at));
    if (value < LAST) {
      numbers.push(open * LAST + value);
      open = 0;
    } else {
      open = open * 32 + value - LAST;
    }
  }
  return numbers;
}

/**
 * Gaps to numbers, in place.
 * @param {number[]} gaps
 */
export function summed(gaps) {
  for (let at = 1; at < gaps.length; at += 1) gaps[at] += gaps[at - 1];
  return gaps;
}

/**
 * Where each of some pieces begins, and where the last ends.
 * @param {string} sizes
 */
export function boundsOf(sizes) {
  return summed([0, ...decode(sizes)]);
}
