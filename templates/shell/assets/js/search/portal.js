/**
 * One portal's index: its files, each loaded once and kept in memory.
 *
 * @typedef {Object} Manifest
 * @property {string} format
 * @property {string} version
 * @property {number} documents
 * @property {number} width                       places of one document
 * @property {[string, number, number][]} zones   name, beginning and class of each field
 * @property {Object<string, number>} families    how many files each family of lists has
 * @property {Object<string, string>} frequent    grams without places, joined, by length
 * @property {number} cards                       documents in a file of cards
 * @property {number} texts                       documents in a file of texts
 *
 * @typedef {[string, string, string, string, string | null, number]} Card
 *   Address, title, unit, summary, cover, and whether it is fabricated.
 */

import { Columns, facetColumn } from "./columns.js";
import { frequentGrams } from "./cover.js";
import { load } from "./files.js";
import { decode, summed } from "./numbers.js";
import { DAMAGED, problem } from "./problems.js";
import { Shard, shardOf } from "./shards.js";

/** @import { FacetColumn } from "./columns.js" */
/** @import { Matches } from "./shards.js" */

const FORMAT = "search/1";

export class Portal {
  /**
   * @param {string} url  of the manifest
   * @param {number} timeout  for each file, in milliseconds
   */
  constructor(url, timeout) {
    this.url = url;
    this.timeout = timeout;
    this.bytes = 0;
    this.isStale = true;
    /** @type {Manifest | null} */
    this.known = null;
    /** @type {Set<string>} */
    this.frequent = new Set();
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Map<string, Promise<Matches>>} answered terms */
    this.answers = new Map();
  }

  /** What the manifest says; the portal has been opened before. @returns {Manifest} */
  get manifest() {
    if (!this.known) throw problem(DAMAGED);
    return this.known;
  }

  /** Load the manifest, again after a file was missing: the site may have been published anew. */
  async open() {
    if (!this.isStale) return;
    const again = this.known && /^http/.test(this.url) ? `?at=${Date.now()}` : "";
    const { data, bytes } = await load(this.url + again, "manifest", this.timeout);
    if (!data || data.format !== FORMAT) throw problem(DAMAGED);
    if (!this.known || data.version !== this.known.version) {
      this.files.clear();
      this.answers.clear();
    }
    this.bytes += bytes;
    this.known = data;
    this.frequent = frequentGrams(data.frequent);
    this.isStale = false;
  }

  /** Award ranks and the columns of facets. @returns {Promise<Columns>} */
  columns() {
    return this.file("columns", (data) => new Columns(data));
  }

  /** The columns in a file of their own. @returns {Promise<FacetColumn[]>} */
  later() {
    return this.file("later", (data) => data.facets.map(facetColumn));
  }

  /** The key and the place of each document's title in the order of titles. */
  titles() {
    return this.file("titles", (data) => {
      const keys = summed(decode(data.keys));
      /** @type {{key: number[], place: number[]}} */
      const titles = { key: [], place: [] };
      decode(data.order).forEach((document, place) => {
        titles.key[document] = keys[place];
        titles.place[document] = place;
      });
      return titles;
    });
  }

  /**
   * What is shown of a document.
   * @param {number} document
   * @returns {Promise<Card>}
   */
  card(document) {
    return this.inBlock("card", this.manifest.cards, document);
  }

  /**
   * The values of a document that are not on its card, in lines.
   * @param {number} document
   * @returns {Promise<string>}
   */
  text(document) {
    return this.inBlock("text", this.manifest.texts, document);
  }

  /**
   * The file that has a gram's list.
   * @param {"p" | "s"} kind  places, or documents with symbols
   * @param {string} gram
   */
  shard(kind, gram) {
    const family = `${kind}${gram.length}`;
    const name = `${family}-${shardOf(gram, this.manifest.families[family])}`;
    return this.file(name, (data) => new Shard(data, gram.length));
  }

  /**
   * @param {string} kind
   * @param {number} size  documents in a file
   * @param {number} document
   */
  async inBlock(kind, size, document) {
    const block = await this.file(`${kind}-${Math.floor(document / size)}`, (data) => data);
    return block[document % size];
  }

  /**
   * The data of a file, as `read` makes it. A failure is forgotten, and makes the manifest stale.
   * @template T
   * @param {string} name
   * @param {(data: any) => T} read
   * @returns {Promise<T>}
   */
  file(name, read) {
    const known = this.files.get(name);
    if (known) return known;
    const loading = this.read(name, read);
    this.files.set(name, loading);
    loading.catch(() => {
      if (this.files.get(name) === loading) this.files.delete(name);
      this.isStale = true;
    });
    return loading;
  }

  /**
   * @template T
   * @param {string} name
   * @param {(data: any) => T} read
   * @returns {Promise<T>}
   */
  async read(name, read) {
    const url = new URL(`${this.manifest.version}/${name}.js`, this.url).href;
    const { data, bytes } = await load(url, name, this.timeout);
    this.bytes += bytes;
    try {
      return read(data);
    } catch {
      throw problem(DAMAGED);
    }
  }
}
