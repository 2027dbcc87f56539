/** What all places that keep content have in common: files, versions, and that nothing is overwritten unseen. */

/**
 * @typedef {{ path: string, bytes: Uint8Array, version: string }} StoredFile
 * @typedef {{ path: string, bytes: Uint8Array, version: string | null }} Change  `version` is what was read; null for a new file
 * @typedef {{
 *   name: string,
 *   list: () => Promise<string[]>,
 *   read: (path: string) => Promise<StoredFile | null>,
 *   write: (changes: Change[], message: string) => Promise<void>,
 * }} Store
 */

/** Something that a person can be told. */
export class Trouble extends Error {}

/** A file is another than the one that was read. */
export class Conflict extends Trouble {
  /** @param {string} path */
  constructor(path) {
    super(`${path} 在您打开以后被别人改过，没有保存，您的改动还在这里。`);
    this.path = path;
  }
}

/**
 * Refuses changes of files that are not as they were read.
 * @param {Store} store
 * @param {Change[]} changes
 */
export async function verify(store, changes) {
  for (const { path, version } of changes) {
    const now = await store.read(path);
    if ((now?.version ?? null) !== version) throw new Conflict(path);
  }
}

/**
 * Whether a path is content that the page may show.
 * @param {string} path
 */
export function isContent(path) {
  return /^(?:content|branches)\/.+\.(?:yml|md)$/.test(path) && !path.endsWith("/mkdocs.yml");
}
