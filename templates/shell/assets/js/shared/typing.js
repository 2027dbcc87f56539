/** Text fields: input methods, pauses, and what of a text is searched for. */

const LONGEST_QUERY = 300;
const PAUSE = 120; // milliseconds

/**
 * The text of a field or address, without more than can be searched for.
 * @param {string} text
 */
export function queryOf(text) {
  return text.slice(0, LONGEST_QUERY).trim();
}

/**
 * Whether a key press belongs to an input method that is still composing.
 * @param {KeyboardEvent} event
 */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229; // what Safari says instead
}

/**
 * Call back when a field's text changes: not while an input method composes, and only when typing pauses.
 * @param {HTMLInputElement} field
 * @param {() => void} changed
 * @returns {() => void} calls off what is waiting
 */
export function onTyping(field, changed) {
  let composing = false;
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, PAUSE);
  };
  field.addEventListener("compositionstart", () => {
    composing = true;
  });
  field.addEventListener("compositionend", () => {
    composing = false;
    wait();
  });
  field.addEventListener("input", (event) => {
    if (!composing && !(/** @type {InputEvent} */ (event).isComposing)) wait();
  });
  return () => clearTimeout(timer);
}
