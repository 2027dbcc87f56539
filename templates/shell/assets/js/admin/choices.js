/** What a text may be, where the edition knows: its tracks, topics, awards, and the fields of all tracks. */
import { data } from "./data.js";
import { shown } from "./schema.js";

/** @import { Choice } from "./data.js" */
/** @import { Form } from "./form.js" */
/** @import { Path } from "./schema.js" */

const CHOSEN = new Map([
  ["track", "tracks"],
  ["tracks", "tracks"],
  ["topic", "topics"],
  ["award", "awards"],
  ["awards", "awards"],
  ["proposed", "awards"],
  ["level", "awards"],
  ["sectors", "sectors"],
]);

/**
 * The choices for a value, or undefined where anything may stand.
 * @param {Form} form
 * @param {Path} path
 * @returns {Choice[] | undefined}
 */
export function choicesFor(form, path) {
  const name = CHOSEN.get(String(path[path.length - 1]));
  const edition = form.around.edition;
  if (!name || !edition || path.includes("finals")) return undefined;
  if (name === "sectors") return data.sectors;
  if (name === "tracks") return edition.tracks;
  const known = name === "awards" ? edition.awards : edition.topics[shown(form.get([...path.slice(0, -1), "track"]))];
  return (known ?? []).map((value, index) => ({ value, label: name === "topics" ? `赛题 ${index + 1}` : value }));
}
