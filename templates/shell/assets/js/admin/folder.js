/** A folder on this machine, in browsers that can open one (Chromium's). */
import { Conflict, Trouble, isContent, verify } from "./store.js";

/** @import { Change, Store, StoredFile } from "./store.js" */

export const canOpenFolders = "showDirectoryPicker" in window;

/** @implements {Store} */
export class Folder {
  /** @param {FileSystemDirectoryHandle} root */
  constructor(root) {
    this.root = root;
    this.name = root.name ? `本机文件夹 ${root.name}` : "本机文件夹";
  }

  async list() {
    /** @type {string[]} */
    const paths = [];
    for (const top of ["content", "branches"]) await this.collect(await this.folder(top, false), top, paths);
    if (!paths.length) throw new Trouble("这个文件夹里没有 content/，请选项目的文件夹。");
    return paths.filter(isContent).sort();
  }

  /**
   * @param {FileSystemDirectoryHandle | null} folder
   * @param {string} path
   * @param {string[]} paths
   */
  async collect(folder, path, paths) {
    if (!folder) return;
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await this.collect(/** @type {FileSystemDirectoryHandle} */ (handle), `${path}/${name}`, paths);
      else paths.push(`${path}/${name}`);
    }
  }

  /**
   * @param {string} path
   * @param {boolean} create
   */
  async folder(path, create) {
    let folder = this.root;
    try {
      for (const name of path.split("/").filter(Boolean)) folder = await folder.getDirectoryHandle(name, { create });
      return folder;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /**
   * @param {string} path
   * @returns {Promise<StoredFile | null>}
   */
  async read(path) {
    try {
      const folder = await this.folder(parentOf(path), false);
      const handle = await folder?.getFileHandle(nameOf(path));
      if (!handle) return null;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      return { path, bytes, version: await digest(bytes) };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** @param {Change[]} changes */
  async write(changes) {
    await verify(this, changes);
    for (const { path, bytes } of changes) {
      const folder = await this.folder(parentOf(path), true);
      const handle = await folder?.getFileHandle(nameOf(path), { create: true });
      if (!handle) throw new Conflict(path);
      const writable = await handle.createWritable();
      await writable.write(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
      await writable.close();
    }
  }
}

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof DOMException && error.name === "NotFoundError";
}

/** @param {string} path */
function parentOf(path) {
  return path.slice(0, path.lastIndexOf("/"));
}

/** @param {string} path */
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** @param {Uint8Array} bytes */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {Uint8Array<ArrayBuffer>} */ (bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
