/**
 * Facets of an answer: narrowing by them, and counting what each choice would give.
 *
 * @typedef {Object<string, string[]>} Chosen  Values by facet: any of a facet's values, all facets.
 *
 * @typedef {Object} Choice
 * @property {string} value     What `Request.facets` takes.
 * @property {string} label     What readers see.
 * @property {number} count     Hits with this value, when this facet's own choices are left out of account.
 * @property {boolean} selected
 *
 * @typedef {Object} Facet
 * @property {string} name      branch, year, track, sector, topic, award, region, sme, tags, kind.
 * @property {string} label
 * @property {Choice[]} choices Those with hits, and those selected.
 */

/** @import { FacetColumn } from "./columns.js" */

const LATER = ["tags"]; // facets in a file of their own
const NONE = -1;
const SEVERAL = -2;

/**
 * Choices as they may be used: lists of strings.
 * @param {any} facets
 * @returns {Chosen}
 */
export function cleanChoices(facets) {
  /** @type {Chosen} */
  const clean = Object.create(null);
  for (const [name, values] of Object.entries(facets || {})) {
    if (Array.isArray(values) && values.length) clean[name] = values.map(String);
  }
  return clean;
}

/**
 * Whether facets in files of their own are needed for the answer.
 * @param {boolean | "first" | undefined} counts
 * @param {Chosen} chosen
 */
export function needsLaterFacets(counts, chosen) {
  return (counts !== false && counts !== "first") || LATER.some((name) => name in chosen);
}

/**
 * The documents that every choice allows, and per facet how many have each value without regard to its own choices.
 * @param {number[]} documents
 * @param {FacetColumn[]} columns
 * @param {Chosen} chosen
 */
export function narrowed(documents, columns, chosen) {
  const wanted = columns.map((column) => chosenNumbers(column, chosen[column.name]));
  /** @type {number[][]} */
  const counts = columns.map((column) => new Array(column.values.length).fill(0));
  /** @type {number[]} */
  const kept = [];
  for (const document of documents) {
    const refusing = refusingFacet(columns, wanted, document);
    if (refusing === NONE) kept.push(document);
    columns.forEach((column, facet) => {
      if (refusing === NONE || refusing === facet) countIn(counts[facet], column, document);
    });
  }
  return { kept, counts };
}

/**
 * The only facet whose choices refuse a document, or that it is refused by none or by several.
 * @param {FacetColumn[]} columns
 * @param {(Set<number> | null)[]} wanted
 * @param {number} document
 */
function refusingFacet(columns, wanted, document) {
  let refusing = NONE;
  for (let facet = 0; facet < columns.length; facet += 1) {
    if (allows(columns[facet], wanted[facet], document)) continue;
    if (refusing !== NONE) return SEVERAL;
    refusing = facet;
  }
  return refusing;
}

/**
 * @param {FacetColumn} column
 * @param {string[] | undefined} values
 * @returns {Set<number> | null} null when nothing is chosen
 */
function chosenNumbers(column, values) {
  if (!values || !values.length) return null;
  return new Set(
    values
      .map((value) => column.number.get(value))
      .filter((number) => number !== undefined)
      .map(Number),
  );
}

/**
 * Whether a document has one of the chosen values.
 * @param {FacetColumn} column
 * @param {Set<number> | null} chosen
 * @param {number} document
 */
function allows(column, chosen, document) {
  if (!chosen) return true;
  for (let at = column.bounds[document]; at < column.bounds[document + 1]; at += 1) {
    if (chosen.has(column.ids[at])) return true;
  }
  return false;
}

/**
 * @param {number[]} counts  by number of value
 * @param {FacetColumn} column
 * @param {number} document
 */
function countIn(counts, column, document) {
  for (let at = column.bounds[document]; at < column.bounds[document + 1]; at += 1) counts[column.ids[at]] += 1;
}

/**
 * The facets of an answer.
 * @param {FacetColumn[]} columns
 * @param {number[][]} counts  of each value of each column
 * @param {Chosen} chosen
 * @returns {Facet[]}
 */
export function facetsOf(columns, counts, chosen) {
  return columns.map(({ name, label, values, number }, facet) => {
    const selected = new Set(chosen[name] || []);
    const known = values.map(([value, label], at) => choiceOf(value, label, counts[facet][at], selected));
    const others = Array.from(selected).filter((value) => !number.has(value));
    const choices = [...known, ...others.map((value) => choiceOf(value, value, 0, selected))];
    return { name, label, choices: choices.filter((choice) => choice.count || choice.selected) };
  });
}

/**
 * @param {string} value
 * @param {string} label
 * @param {number} count
 * @param {Set<string>} selected
 * @returns {Choice}
 */
function choiceOf(value, label, count, selected) {
  return { value, label, count, selected: selected.has(value) };
}
