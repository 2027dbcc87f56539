/**
 * A changed value brought into a YAML text: only the lines that it concerns change; comments, order, quotes, line ends
 * and blank lines of all others stay as somebody typed them.
 */
import { align } from "./aligning.js";
import { block, blockLines, inline, label } from "./writing.js";
import { isMapping, keyOf, parse, read, same, valueOf } from "./yaml.js";

/** @import { Pair, Token, YamlNode } from "./types.js" */
/** @import { Step } from "./aligning.js" */

/**
 * A place that holds a value: `start` is behind the colon, dash, bracket or comma, `indent` the column of the key or
 * dash, `inList` says that it is a dash, `flow` that it stands between brackets.
 * @typedef {{ node: YamlNode | null, start: number, indent: number, inList: boolean, flow: boolean }} Slot
 */

/**
 * The text with `value` in it, or null when that cannot be done: the caller must then leave the text alone.
 * @param {string} text
 * @param {any} value
 */
export function amend(text, value) {
  for (const isCoarse of [false, true]) {
    const changed = new Amendment(text, isCoarse).to(value);
    if (same(read(changed), value)) return changed;
  }
  return null;
}

class Amendment {
  /**
   * @param {string} text
   * @param {boolean} isCoarse  whether values of the first level are written anew as a whole
   */
  constructor(text, isCoarse) {
    this.isCoarse = isCoarse;
    this.eol = text.includes("\r\n") ? "\r\n" : "\n";
    this.length = text.length;
    this.text = text && !text.endsWith("\n") ? text + this.eol : text;
    /** @type {{ from: number, to: number, text: string }[]} */
    this.edits = [];
  }

  /** @param {any} value */
  to(value) {
    const root = parse(this.text).contents;
    if (root) this.changeMap({ node: root, start: 0, indent: 0, inList: false, flow: false }, value);
    else this.insertLines(this.text.length, blockLines(value, 0));
    const end = this.edits.some(({ to }) => to > this.length) ? this.text.length : this.length; // no end of line, as before
    let [done, changed] = [0, ""];
    this.edits.sort((one, other) => one.from - other.from || one.to - other.to);
    this.edits.forEach(({ from, to, text }) => {
      changed += this.text.slice(done, Math.max(from, done)) + text;
      done = Math.max(to, done);
    });
    return changed + this.text.slice(done, end);
  }

  /**
   * @param {Slot} slot
   * @param {any} value
   */
  change(slot, value) {
    const { node } = slot;
    if (same(valueOf(node), value)) return;
    const hasItems = node !== null && node.items !== undefined && node.items.length > 0 && !this.isCoarse;
    if (hasItems && YAML.isMap(node) && isMapping(value) && Object.keys(value).length) this.changeMap(slot, value);
    else if (hasItems && YAML.isSeq(node) && Array.isArray(value) && value.length) this.changeList(slot, value);
    else this.put(slot, value);
  }

  /**
   * @param {Slot} slot
   * @param {any} value
   */
  changeMap(slot, value) {
    const { node } = slot;
    const pairs = /** @type {Pair[]} */ (node?.items ?? []);
    const old = pairs.map(keyOf);
    /** @type {Step[]} */
    const steps = old.map((key, from) => (key in value ? { from, to: from } : { from }));
    Object.keys(value).forEach((key) => !old.includes(key) && steps.push({ to: -1 }));
    const added = Object.keys(value).filter((key) => !old.includes(key));
    const indent = node && !node.flow ? this.column(pairs[0].key.range[0]) : slot.indent;
    const spans = pairs.map((pair) => this.spanOfPair(pair));
    const write = node?.flow
      ? added.map((key) => `${label(key, true)}: ${inline(value[key], true)}`)
      : added.map((key) => blockLines({ [key]: value[key] }, indent));
    pairs.forEach((pair, index) => {
      if (old[index] in value) this.change(this.slotOfPair(pair, indent, node?.flow ?? false), value[old[index]]);
    });
    if (node?.flow) this.editFlow(spans, steps, /** @type {string[]} */ (write));
    else this.editBlock(spans, steps, /** @type {string[][]} */ (write));
  }

  /**
   * @param {Slot} slot
   * @param {any[]} value
   */
  changeList({ node }, value) {
    if (!node) return;
    const items = /** @type {YamlNode[]} */ (node.items ?? []);
    const dashes = node.flow ? [] : (node.srcToken?.items ?? []).flatMap(({ start }) => start.filter(marksItem));
    const spans = items.map((item, index) => this.spanOfItem(item, dashes[index]));
    const indent = node.flow ? 0 : this.column(dashes[0].offset);
    const steps = align(items.map(valueOf), value);
    const likeFlow = items.every((item) => item?.flow && item.items?.length);
    steps.forEach(({ from, to }) => {
      if (from === undefined || to === undefined) return;
      const start = node.flow ? spans[from].from : dashes[from].offset + 1;
      this.change({ node: items[from], start, indent, inList: true, flow: node.flow ?? false }, value[to]);
    });
    const added = steps.filter(({ from }) => from === undefined);
    if (node.flow) {
      const write = added.map(({ to = 0, moved }) => (moved === undefined ? inline(value[to], true) : this.slice(spans[moved])));
      this.editFlow(spans, steps, write);
    } else {
      const write = added.map(({ to = 0, moved }) => {
        if (moved !== undefined) return this.linesOf(spans[moved]);
        const { head, lines } = likeFlow ? { head: ` ${inline(value[to], false)}`, lines: [] } : block(value[to], indent, true);
        return [`${" ".repeat(indent)}-${head}`, ...lines];
      });
      this.editBlock(spans, steps, write);
    }
  }

  /**
   * Removes and adds entries that stand on lines of their own.
   * @param {Span[]} spans
   * @param {Step[]} steps
   * @param {string[][]} write  the lines of those that are added, in their order
   */
  editBlock(spans, steps, write) {
    const stays = steps.filter(({ from, to }) => from !== undefined && to !== undefined);
    const first = stays[0]?.from ?? spans.length;
    let place = -1;
    steps.forEach(({ from, to }) => {
      if (from === undefined) this.insertEntry(spans, place, first, write.shift() ?? []);
      else {
        place = from;
        if (to === undefined) this.removeEntry(spans, from, first);
      }
    });
  }

  /**
   * @param {Span[]} spans
   * @param {number} after  the entry before, gone or not; -1 for none
   * @param {number} first  the first entry that stays
   * @param {string[]} lines
   */
  insertEntry(spans, after, first, lines) {
    const startsWithin = this.lineStart(spans[0].from) < spans[0].from && /\S/.test(this.text.slice(this.lineStart(spans[0].from), spans[0].from));
    if (after < first && startsWithin && first < spans.length) {
      const pad = " ".repeat(this.column(spans[0].from));
      this.edits.push({ from: spans[first].from, to: spans[first].from, text: lines.join(this.eol).trimStart() + this.eol + pad });
    } else if (after < 0) this.insertLines(this.lineStart(spans[0].from), lines);
    else this.insertLines(this.lineEnd(spans[after].to), lines);
  }

  /**
   * @param {Span[]} spans
   * @param {number} index
   * @param {number} first  the first entry that stays
   */
  removeEntry(spans, index, first) {
    const { from, to } = spans[index];
    const isDash = this.text[from] === "-";
    const start = this.lineStart(spans[0].from);
    const startsWithin = /\S/.test(this.text.slice(start, spans[0].from));
    if (startsWithin && index < first) {
      if (index === 0) this.edits.push({ from, to: spans[first]?.from ?? this.lineEnd(spans[spans.length - 1].to), text: "" });
      return;
    }
    const above = (isDash && this.withComments(from)) || this.lineStart(from); // keys may have others' remarks above
    this.edits.push({ from: above, to: this.withBlanks(above, this.lineEnd(to)), text: "" });
  }

  /**
   * Removes and adds entries between brackets.
   * @param {Span[]} spans
   * @param {Step[]} steps
   * @param {string[]} write  those that are added, in their order
   */
  editFlow(spans, steps, write) {
    const first = steps.find(({ from, to }) => from !== undefined && to !== undefined)?.from ?? spans.length;
    let place = -1;
    steps.forEach(({ from, to }) => {
      if (from === undefined) {
        const isBefore = place < first;
        const at = isBefore ? (spans[first]?.from ?? spans[0].from) : spans[place].to;
        const text = write.shift() ?? "";
        this.edits.push({ from: at, to: at, text: isBefore && first < spans.length ? `${text}, ` : `, ${text}` });
        return;
      }
      place = from;
      if (to !== undefined) return;
      if (from > first) this.edits.push({ from: spans[from - 1].to, to: spans[from].to, text: "" });
      else if (from === 0) this.edits.push({ from: spans[0].from, to: spans[first]?.from ?? spans[spans.length - 1].to, text: "" });
    });
  }

  /**
   * Writes a value anew; what stood in its place goes.
   * @param {Slot} slot
   * @param {any} value
   */
  put({ node, start, indent, inList, flow }, value) {
    const { head, lines } = flow ? { head: ` ${inline(value, true)}`, lines: [] } : block(value, indent, inList);
    const [from, to] = node && node.range[1] > node.range[0] ? node.range : [start, start];
    const isInline = to === start || (this.text[to - 1] !== "\n" && !this.text.slice(start, from).includes("\n"));
    if (!isInline) {
      this.edits.push({ from: start, to, text: [head, ...lines].join(this.eol) + (this.text[to - 1] === "\n" ? this.eol : "") });
    } else if (lines.length) {
      this.edits.push({ from: start, to, text: head });
      this.insertLines(this.lineEnd(to), lines);
    } else if (flow && inList) this.edits.push({ from, to, text: head.trimStart() });
    else this.edits.push({ from: to === start ? start : from, to, text: to === start ? head : head.trimStart() });
  }

  /**
   * @param {number} at  the start of a line, or the end of the text
   * @param {string[]} lines
   */
  insertLines(at, lines) {
    if (!lines.length) return;
    this.edits.push({ from: at, to: at, text: lines.join(this.eol) + this.eol });
  }

  /**
   * @param {Pair} pair
   * @param {number} indent
   * @param {boolean} flow
   * @returns {Slot}
   */
  slotOfPair(pair, indent, flow) {
    return { node: pair.value, start: this.colonEnd(pair), indent, inList: false, flow };
  }

  /** @param {Pair} pair */
  colonEnd(pair) {
    const colon = pair.srcToken?.sep?.find((token) => token.type === "map-value-ind");
    return colon ? colon.offset + 1 : pair.key.range[1];
  }

  /**
   * @typedef {{ from: number, to: number }} Span
   * @param {Pair} pair
   * @returns {Span}
   */
  spanOfPair(pair) {
    return { from: pair.key.range[0], to: this.contentEnd(pair.value, this.colonEnd(pair)) };
  }

  /**
   * @param {YamlNode} item
   * @param {Token | undefined} dash
   * @returns {Span}
   */
  spanOfItem(item, dash) {
    if (dash) return { from: dash.offset, to: this.contentEnd(item, dash.offset + 1) };
    return { from: item.range[0], to: item.range[1] };
  }

  /**
   * Where a value ends, without comments and blank lines after it.
   * @param {YamlNode | null} node
   * @param {number} start  where it would begin
   * @returns {number}
   */
  contentEnd(node, start) {
    if (!node || node.range[1] <= node.range[0]) return start;
    if (node.flow || !node.items?.length) return node.range[1];
    const last = node.items[node.items.length - 1];
    if (YAML.isPair(last)) return this.spanOfPair(last).to;
    const dashes = (node.srcToken?.items ?? []).flatMap((each) => each.start.filter(marksItem));
    return this.contentEnd(/** @type {YamlNode} */ (last), dashes[dashes.length - 1].offset + 1);
  }

  /** @param {Span} span */
  slice({ from, to }) {
    return this.text.slice(from, to);
  }

  /**
   * The whole lines of an entry, with the comments right above it.
   * @param {Span} span
   */
  linesOf({ from, to }) {
    return this.text.slice(this.withComments(from), this.lineEnd(to)).replace(/\r?\n$/, "").split(/\r?\n/);
  }

  /** @param {number} offset */
  lineStart(offset) {
    return this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  /**
   * The start of the first comment right above a line, at its column.
   * @param {number} offset
   */
  withComments(offset) {
    let start = this.lineStart(offset);
    const pad = this.text.slice(start, offset);
    while (start > 0) {
      const above = this.lineStart(start - 1);
      if (!this.text.slice(above, start).startsWith(`${pad}#`)) break;
      start = above;
    }
    return start;
  }

  /**
   * The end of the blank lines after an entry that goes, if others stand before it or nothing does.
   * @param {number} start
   * @param {number} end
   */
  withBlanks(start, end) {
    const before = this.text.slice(this.lineStart(start - 1), start);
    const isFirst = /^[^#]*[:-]\s*$/.test(before);
    return before.trim() && !isFirst ? end : end + (/^(?:[^\S\n]*\n)*/.exec(this.text.slice(end))?.[0].length ?? 0);
  }

  /** @param {number} offset  right behind the line's end, if it already is there */
  lineEnd(offset) {
    if (offset > 0 && this.text[offset - 1] === "\n") return offset;
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end + 1;
  }

  /** @param {number} offset */
  column(offset) {
    return offset - this.lineStart(offset);
  }
}

/** @param {Token} token */
function marksItem(token) {
  return token.type === "seq-item-ind";
}
