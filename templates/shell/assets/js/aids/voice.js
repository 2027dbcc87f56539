/** Reading aloud by the device's own voice, one sentence at a time: some browsers fall silent in longer texts. */

const LONGEST = 100; // characters of one utterance
const PACES = { slow: 0.75, "": 1, fast: 1.3 };

/** Whether this browser can speak at all. */
export const canSpeak = "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;

/**
 * @param {string} text
 * @returns {string[]} sentences, the longest cut at commas or anywhere
 */
export function sentences(text) {
  const found = text.replace(/\s+/g, " ").match(/[^。！？；!?;]+[。！？；!?;”’）]*|[。！？；!?;]+/g) || [];
  return found.flatMap((part) => part.match(new RegExp(`.{1,${LONGEST - 1}}(?:[，、,：:]|$)|.{1,${LONGEST}}`, "g")) || []);
}

/**
 * Speak a text; what is being said stops.
 * @param {string} text
 * @param {string | undefined} pace
 * @param {() => void} done  called at its end, and not when it is interrupted
 */
export function speak(text, pace, done) {
  hush();
  const mine = ++turn;
  const waiting = sentences(text);
  const next = () => {
    if (mine !== turn) return;
    const sentence = waiting.shift();
    if (!sentence) return done();
    const said = new SpeechSynthesisUtterance(sentence);
    said.lang = "zh-CN";
    said.rate = PACES[/** @type {keyof typeof PACES} */ (pace || "")] || 1;
    said.onend = next;
    said.onerror = (event) => event.error !== "interrupted" && event.error !== "canceled" && next();
    speechSynthesis.speak(said);
  };
  next();
}

export function hush() {
  turn++;
  speechSynthesis.cancel();
}

let turn = 0;
