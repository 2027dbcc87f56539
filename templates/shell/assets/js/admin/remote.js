/** A repository behind a REST API: GitHub, Gitea and Gitee speak nearly the same, GitLab a dialect of its own. */
import { Trouble, isContent, verify } from "./store.js";

/** @import { Repository } from "./data.js" */
/** @import { Change, Store, StoredFile } from "./store.js" */

const TROUBLES = new Map([
  [401, "令牌无效或已过期。"],
  [403, "令牌没有权限，或者这个分支受保护。"],
  [404, "找不到仓库或分支；也可能是令牌没有读取的权限。"],
  [413, "文件太大，平台不收。"],
  [429, "请求太多，请过几分钟再试。"],
]);

/** What the API answered when it refused. */
class Refusal extends Trouble {
  /** @param {Response} response */
  constructor(response) {
    super(TROUBLES.get(response.status) ?? `代码平台没有接受（${response.status}）。`);
    this.status = response.status;
  }
}

/**
 * @param {Repository} repository
 * @param {string} token
 * @returns {Store}
 */
export function remote(repository, token) {
  return repository.kind === "gitlab" ? new GitLab(repository, token) : new GitHub(repository, token);
}

class Remote {
  /**
   * @param {Repository} repository
   * @param {string} token
   * @param {string} base
   * @param {string} scheme  of authorisation
   */
  constructor(repository, token, base, scheme) {
    this.repository = repository;
    this.branch = repository.branch;
    this.base = base;
    this.headers = { Accept: "application/json", Authorization: `${scheme} ${token}` };
    this.name = `${repository.url}，分支 ${repository.branch}`;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {Object<string, any>} [body]
   */
  async call(method, path, body) {
    const asked = { method, headers: { ...this.headers, ...(body && { "Content-Type": "application/json" }) }, body: body && JSON.stringify(body) };
    let response;
    try {
      response = await fetch(this.base + path, { ...asked, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" });
    } catch {
      throw new Trouble(`连不上 ${new URL(this.base).host}。请检查网络；自建的平台还要允许跨域访问（CORS）。`);
    }
    if (!response.ok) throw new Refusal(response);
    return response.json();
  }

  /**
   * What `call` gives, or null for what is not there.
   * @param {string} path
   */
  async find(path) {
    try {
      return await this.call("GET", path);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return null;
      throw error;
    }
  }

  /**
   * Sends changes; when that is refused because somebody was quicker, says so.
   * @param {Store} store
   * @param {Change[]} changes
   * @param {() => Promise<unknown>} send
   */
  async send(store, changes, send) {
    await verify(store, changes);
    try {
      await send();
    } catch (error) {
      if (error instanceof Refusal && [400, 409, 422].includes(error.status)) await verify(store, changes);
      throw error;
    }
  }
}

/** @implements {Store} */
class GitHub extends Remote {
  /**
   * @param {Repository} repository
   * @param {string} token
   */
  constructor(repository, token) {
    super(repository, token, `${repository.api}/repos/${encoded(repository.path)}`, repository.kind === "github" ? "Bearer" : "token");
  }

  async list() {
    /** @type {{ path: string, type: string }[]} */
    const all = [];
    for (let page = 1, more = true; more; page += 1) {
      const found = await this.call("GET", `/git/trees/${encodeURIComponent(this.branch)}?recursive=1&per_page=1000&page=${page}`);
      all.push(...found.tree);
      more = this.repository.kind === "gitea" && found.tree.length > 0 && all.length < (found.total_count ?? 0);
      if (found.truncated && !more) throw new Trouble("仓库的文件太多，平台没有列全。请改用本机文件夹。");
    }
    return all.filter(({ type, path }) => type === "blob" && isContent(path)).map(({ path }) => path).sort();
  }

  /**
   * @param {string} path
   * @returns {Promise<StoredFile | null>}
   */
  async read(path) {
    const found = await this.find(`/contents/${encoded(path)}?ref=${encodeURIComponent(this.branch)}`);
    if (!found || Array.isArray(found)) return null;
    const content = found.content || found.encoding === "base64" ? found.content : (await this.call("GET", `/git/blobs/${found.sha}`)).content;
    return { path, bytes: decode(content), version: found.sha };
  }

  /**
   * Pictures before the text that shows them: what fails in between shows nothing half.
   * @param {Change[]} changes
   * @param {string} message
   */
  async write(changes, message) {
    await this.send(this, changes, async () => {
      if (this.repository.kind === "gitea") await this.call("POST", "/contents", { branch: this.branch, message, files: changes.map(operation) });
      else for (const change of changes) await this.put(change, message);
    });
  }

  /**
   * @param {Change} change
   * @param {string} message
   */
  put({ path, bytes, version }, message) {
    const method = this.repository.kind === "gitee" && version === null ? "POST" : "PUT";
    const body = { branch: this.branch, message, content: encode(bytes), ...(version !== null && { sha: version }) };
    return this.call(method, `/contents/${encoded(path)}`, body);
  }
}

/** @implements {Store} */
class GitLab extends Remote {
  /**
   * @param {Repository} repository
   * @param {string} token
   */
  constructor(repository, token) {
    super(repository, token, `${repository.api}/projects/${encodeURIComponent(repository.path)}/repository`, "Bearer");
    /** @type {Map<string, string>} */
    this.commits = new Map();
  }

  async list() {
    /** @type {string[]} */
    const paths = [];
    for (const top of ["content", "branches"]) {
      for (let page = 1, count = 100; count === 100; page += 1) {
        const found = await this.call("GET", `/tree?ref=${encodeURIComponent(this.branch)}&path=${top}&recursive=true&per_page=100&page=${page}`);
        count = found.length;
        paths.push(...found.filter((/** @type {any} */ each) => each.type === "blob").map((/** @type {any} */ each) => each.path));
      }
    }
    return paths.filter(isContent).sort();
  }

  /**
   * @param {string} path
   * @returns {Promise<StoredFile | null>}
   */
  async read(path) {
    const found = await this.find(`/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(this.branch)}`);
    if (!found) return null;
    this.commits.set(`${path} ${found.blob_id}`, found.last_commit_id);
    return { path, bytes: decode(found.content), version: found.blob_id };
  }

  /**
   * @param {Change[]} changes
   * @param {string} message
   */
  async write(changes, message) {
    const actions = changes.map(({ path, bytes, version }) => ({
      action: version === null ? "create" : "update",
      file_path: path,
      content: encode(bytes),
      encoding: "base64",
      ...(version !== null && { last_commit_id: this.commits.get(`${path} ${version}`) }),
    }));
    await this.send(this, changes, () => this.call("POST", "/commits", { branch: this.branch, commit_message: message, actions }));
  }
}

/** @param {Change} change */
function operation({ path, bytes, version }) {
  return { operation: version === null ? "create" : "update", path, content: encode(bytes), ...(version !== null && { sha: version }) };
}

/** @param {string} path */
function encoded(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** @param {Uint8Array} bytes */
export function encode(bytes) {
  let text = "";
  bytes.forEach((byte) => (text += String.fromCharCode(byte)));
  return btoa(text);
}

/** @param {string} text */
function decode(text) {
  return Uint8Array.from(atob(text.replace(/\s/g, "")), (character) => character.charCodeAt(0));
}
