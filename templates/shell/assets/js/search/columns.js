/**
 * Facets as columns: the values that each document has.
 *
 * @typedef {Object} FacetColumn
 * @property {string} name
 * @property {string} label
 * @property {[string, string][]} values    value and label
 * @property {Map<string, number>} number   of each value
 * @property {number[]} bounds              where each document's values begin in `ids`
 * @property {number[]} ids                 numbers of values
 */

import { boundsOf, decode } from "./numbers.js";

/**
 * @param {any} data
 * @returns {FacetColumn}
 */
export function facetColumn(data) {
  /** @type {[string, string][]} */
  const values = data.values;
  const number = new Map(values.map(([value], at) => [value, at]));
  return { name: data.name, label: data.label, values, number, bounds: boundsOf(data.n), ids: decode(data.ids) };
}

/** Award ranks, and the facets that every answer needs. */
export class Columns {
  /** @param {any} data */
  constructor(data) {
    this.rank = decode(data.rank);
    /** @type {FacetColumn[]} */
    this.facets = data.facets.map(facetColumn);
  }

  /**
   * The first value of a facet of a document, and its label; both empty when it has none.
   * @param {string} name
   * @param {number} document
   * @returns {[string, string]}
   */
  value(name, document) {
    const column = this.facets.find((facet) => facet.name === name);
    if (!column || column.bounds[document] === column.bounds[document + 1]) return ["", ""];
    return column.values[column.ids[column.bounds[document]]];
  }
}
