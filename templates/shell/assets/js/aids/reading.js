/** Reads a page aloud, piece by piece, and shows where it is. */

import { hush, speak } from "./voice.js";

const PIECES = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption, summary";
const HERE = "aids-here";

export class Reading {
  /**
   * @param {() => (string | undefined)} pace
   * @param {(reading: boolean) => void} tell  called when it begins and when it ends
   */
  constructor(pace, tell) {
    this.pace = pace;
    this.tell = tell;
    /** @type {HTMLElement[]} */
    this.pieces = [];
    this.at = -1;
  }

  /** From the first piece that is on the screen. */
  start() {
    this.pieces = pieces();
    const seen = this.pieces.findIndex((piece) => piece.getBoundingClientRect().bottom > 0);
    this.tell(true);
    this.read(Math.max(0, seen));
  }

  /** @param {number} by */
  step(by) {
    if (this.at < 0) this.start();
    else this.read(Math.max(0, this.at + by));
  }

  stop() {
    hush();
    this.mark(-1);
    this.tell(false);
  }

  /** @param {number} at */
  read(at) {
    if (at >= this.pieces.length) {
      this.stop();
      return;
    }
    this.mark(at);
    speak(wordsOf(this.pieces[at]), this.pace(), () => this.read(at + 1));
  }

  /** @param {number} at */
  mark(at) {
    if (this.at >= 0) this.pieces[this.at].classList.remove(HERE);
    this.at = at;
    if (at < 0) return;
    this.pieces[at].classList.add(HERE);
    this.pieces[at].scrollIntoView({ block: "center" });
  }
}

/** @returns {HTMLElement[]} the smallest pieces of text that are shown, in their order */
function pieces() {
  const all = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`main :is(${PIECES})`));
  return [...all].filter((piece) => piece.getClientRects().length > 0 && wordsOf(piece) !== "");
}

/**
 * @param {HTMLElement} piece
 * @returns {string} what it says itself; pieces within it have their own turn
 */
function wordsOf(piece) {
  const copy = /** @type {HTMLElement} */ (piece.cloneNode(true));
  copy.querySelectorAll(`${PIECES}, [hidden], [aria-hidden="true"], script, button, select`).forEach((part) => part.remove());
  return (copy.textContent || "").trim();
}
