/** Which items of a list are still those of another: kept, changed, moved, new or gone. */
import { canonical } from "./yaml.js";

/**
 * A step from the first list to the second: `from` is the place of an item in the first, `to` in the second. Only
 * `from`: the item is gone. Only `to`: it is new, and stood at `moved` before if it is not quite new.
 * @typedef {{ from?: number, to?: number, moved?: number }} Step
 */

/**
 * @param {any[]} before
 * @param {any[]} after
 * @returns {Step[]}  in the order of both lists
 */
export function align(before, after) {
  const old = before.map(canonical);
  const now = after.map(canonical);
  const kept = common(old, now);
  const stays = new Set(kept.map(([from]) => from));
  const gone = old.map((_, index) => index).filter((index) => !stays.has(index));
  const moved = movements(old, now, kept, gone);
  /** @type {Step[]} */
  const steps = [];
  let [from, to] = [0, 0];
  [...kept, [old.length, now.length]].forEach(([nextFrom, nextTo]) => {
    while (from < nextFrom || to < nextTo) {
      const isMoved = to < nextTo && moved.has(to);
      const leaves = from < nextFrom && [...moved.values()].includes(from);
      if (isMoved) steps.push({ to, moved: moved.get(to) });
      else if (leaves || to >= nextTo) steps.push({ from });
      else if (from >= nextFrom) steps.push({ to });
      else steps.push({ from, to });
      if (isMoved) to += 1;
      else if (leaves || to >= nextTo) from += 1;
      else if (from >= nextFrom) to += 1;
      else [from, to] = [from + 1, to + 1];
    }
    if (nextFrom < old.length) steps.push({ from, to });
    [from, to] = [nextFrom + 1, nextTo + 1];
  });
  return steps;
}

/**
 * The new places of items that stood elsewhere, with their old ones.
 * @param {string[]} old
 * @param {string[]} now
 * @param {[number, number][]} kept
 * @param {number[]} gone
 */
function movements(old, now, kept, gone) {
  const waiting = [...gone];
  const known = new Set(kept.map(([, to]) => to));
  /** @type {Map<number, number>} */
  const moved = new Map();
  now.forEach((text, to) => {
    const found = known.has(to) ? -1 : waiting.findIndex((from) => old[from] === text);
    if (found >= 0) moved.set(to, waiting.splice(found, 1)[0]);
  });
  return moved;
}

/**
 * The longest run of equal items that both have in the same order.
 * @param {string[]} old
 * @param {string[]} now
 * @returns {[number, number][]}
 */
function common(old, now) {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  /** @type {[number, number][]} */
  const pairs = Array.from({ length: start }, (_, index) => [index, index]);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([start + i++, start + j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  for (let index = end; index > 0; index -= 1) pairs.push([old.length - index, now.length - index]);
  return pairs;
}
