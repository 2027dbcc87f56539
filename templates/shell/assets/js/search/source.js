/**
 * An index as it was published once: its files, each loaded once and kept in memory. All but the manifest are named
 * by their content, so that what is still the same is loaded once whatever was published since.
 *
 * @typedef {[string, number, number, number]} Zone
 *   Name, beginning and class of a field, and whether it tells how early a match stands.
 *
 * @typedef {Object} Manifest
 * @property {string} format
 * @property {number} documents
 * @property {number} width                       places of one document
 * @property {Zone[]} zones
 * @property {Object<string, [number, string]>} families  how many files of lists each family has, names of its tables
 * @property {Object<string, string>} frequent    grams without places, joined, by length
 * @property {Object<string, string>} columns     names of the files about all documents
 * @property {[string, string, number, number][]} blocks
 *   Folders, each with the sizes and names of its blocks, and how many documents are in a file of cards and of texts.
 * @property {Object<string, any>} held           files that are needed for every answer, by name
 *
 * @typedef {{start: number, folder: string, card: number, text: number}} Block
 *   The first document of a block, where its files are, and how many documents are in one.
 *
 * @typedef {[string, string, string, string, string | null, number]} Card
 *   Address, title, unit, summary, cover, and whether it is fabricated.
 */

import { Columns, facetColumn } from "./columns.js";
import { frequentGrams } from "./cover.js";
import { load } from "./files.js";
import { decode } from "./numbers.js";
import { DAMAGED, problem } from "./problems.js";
import { Shard, shardOf } from "./shards.js";

/** @import { FacetColumn } from "./columns.js" */
/** @import { Asked } from "./likely.js" */
/** @import { Matches } from "./shards.js" */

const FORMAT = "search/4";
const NAME = 8; // characters of a name
const NAMES = 256; // names in a table

export class Source {
  /**
   * @param {string} url  of the manifest
   * @param {number} timeout  for each file, in milliseconds
   * @param {Manifest} manifest
   * @param {Map<string, Promise<any>>} files  those loaded so far, by their path
   * @param {number} bytes  loaded so far
   */
  constructor(url, timeout, manifest, files, bytes) {
    this.url = url;
    this.timeout = timeout;
    this.manifest = manifest;
    this.files = files;
    this.bytes = bytes;
    this.frequent = frequentGrams(manifest.frequent);
    this.blocks = blocksOf(manifest.blocks);
    this.isStale = false;
    /** @type {Map<string, Promise<Matches>>} answered terms */
    this.answers = new Map();
  }

  /**
   * @param {string} url
   * @param {number} timeout
   */
  static async open(url, timeout) {
    const { data, bytes } = await load(url, "manifest", timeout);
    return new Source(url, timeout, checked(data), new Map(), bytes);
  }

  /** The index as it is published now: a file that was missing may be called otherwise. */
  async renewed() {
    const again = /^http/.test(this.url) ? `?at=${Date.now()}` : "";
    const { data, bytes } = await load(this.url + again, "manifest", this.timeout);
    return new Source(this.url, this.timeout, checked(data), this.files, this.bytes + bytes);
  }

  /** Award ranks and the columns of facets. @returns {Promise<Columns>} */
  columns() {
    return this.column("columns", (data) => new Columns(data));
  }

  /** The columns in a file of their own. @returns {Promise<FacetColumn[]>} */
  later() {
    return this.column("later", (data) => data.facets.map(facetColumn));
  }

  /** What leads to pages and questions in everyday words. @returns {Promise<Asked[]>} */
  asked() {
    return this.column("asked", (data) => data);
  }

  /** Simplified characters that the index has, by their traditional forms. @returns {Promise<Map<string, string>>} */
  variants() {
    return this.column("variants", (data) => new Map((data.match(/../gsu) || []).map((/** @type {string} */ pair) => [pair[0], pair[1]])));
  }

  /** The place of each document's title in the order of titles. @returns {Promise<number[]>} */
  titles() {
    return this.column("titles", (data) => {
      /** @type {number[]} */
      const places = [];
      decode(data).forEach((document, place) => {
        places[document] = place;
      });
      return places;
    });
  }

  /**
   * A file about all documents.
   * @template T
   * @param {string} name
   * @param {(data: any) => T} read
   * @returns {Promise<T>}
   */
  column(name, read) {
    return this.file(`${name}-${this.manifest.columns[name]}`, name, read);
  }

  /**
   * What is shown of a document.
   * @param {number} document
   * @returns {Promise<Card>}
   */
  card(document) {
    return this.inBlock("card", document);
  }

  /**
   * The values of a document that are not on its card, in lines.
   * @param {number} document
   * @returns {Promise<string>}
   */
  text(document) {
    return this.inBlock("text", document);
  }

  /**
   * The file that has a gram's list.
   * @param {"p" | "s"} kind  places, or documents with symbols
   * @param {string} gram
   * @returns {Promise<Shard>}
   */
  async shard(kind, gram) {
    const family = `${kind}${gram.length}`;
    const [shards, tables] = this.manifest.families[family];
    const number = shardOf(gram, shards, this.frequent);
    const table = Math.floor(number / NAMES);
    const names = await this.file(
      `${family}/names-${table}-${tables.split(" ")[table]}`,
      `${family}/names-${table}`,
      String,
    );
    const at = (number % NAMES) * NAME;
    return this.file(
      `${family}/${number}-${names.slice(at, at + NAME)}`,
      `${family}/${number}`,
      (data) => new Shard(data, gram.length),
    );
  }

  /**
   * @param {"card" | "text"} kind
   * @param {number} document
   */
  async inBlock(kind, document) {
    const block = this.blocks.filter(({ start }) => start <= document).slice(-1)[0];
    const size = block[kind];
    const at = document - block.start;
    const name = `${kind}-${Math.floor(at / size)}`;
    return (await this.file(`${block.folder}/${name}`, name, (data) => data))[at % size];
  }

  /**
   * The data of a file, as `read` makes it. A failure is forgotten, and makes the manifest stale.
   * @template T
   * @param {string} path  within the index's folder
   * @param {string} name  by which the file calls itself
   * @param {(data: any) => T} read
   * @returns {Promise<T>}
   */
  file(path, name, read) {
    const known = this.files.get(path);
    if (known) return known;
    const loading = this.read(path, name, read);
    this.files.set(path, loading);
    loading.catch(() => {
      this.files.delete(path);
      this.isStale = true;
    });
    return loading;
  }

  /**
   * @template T
   * @param {string} path
   * @param {string} name
   * @param {(data: any) => T} read
   * @returns {Promise<T>}
   */
  async read(path, name, read) {
    const held = this.manifest.held[name];
    const { data, bytes } =
      held === undefined
        ? await load(new URL(`${path}.js`, this.url).href, name, this.timeout)
        : { data: held, bytes: 0 };
    this.bytes += bytes;
    try {
      return read(data);
    } catch {
      throw problem(DAMAGED);
    }
  }
}

/**
 * @param {any} data
 * @returns {Manifest}
 */
function checked(data) {
  if (!data || data.format !== FORMAT) throw problem(DAMAGED);
  return data;
}

/**
 * @param {Manifest["blocks"]} folders
 * @returns {Block[]}
 */
function blocksOf(folders) {
  /** @type {Block[]} */
  const blocks = [];
  let start = 0;
  for (const [folder, listed, card, text] of folders) {
    for (const [, size, name] of listed.matchAll(/(\d+) (\w+)/g)) {
      blocks.push({ start, folder: `${folder}documents/${name}`, card, text });
      start += Number(size);
    }
  }
  return blocks;
}
