/** The page's three screens: where the content is, which file, and its form. */
import { make } from "../shared/elements.js";
import { connecting } from "./connecting.js";
import { Editing } from "./editing.js";
import { listing } from "./listing.js";
import { isContent } from "./store.js";

/** @import { Store } from "./store.js" */

export class Desk {
  constructor() {
    this.box = /** @type {HTMLElement} */ (document.getElementById("editor"));
    this.status = /** @type {HTMLElement} */ (document.getElementById("status"));
    /** @type {Store | null} */
    this.store = null;
    /** @type {string[]} */
    this.paths = [];
    /** @type {Editing | null} */
    this.editing = null;
  }

  start() {
    window.addEventListener("hashchange", () => this.route());
    window.addEventListener("beforeunload", (event) => this.editing?.isDirty && event.preventDefault());
    this.disconnect();
  }

  disconnect() {
    [this.store, this.paths, this.editing] = [null, [], null];
    this.place("");
    this.show("", ...connecting(this));
  }

  /**
   * @param {Store} store
   */
  async connect(store) {
    await this.trying(async () => {
      this.say("正在读取文件列表……");
      this.paths = await store.list();
      this.store = store;
      this.place(store.name);
      this.say("");
      await this.route();
    });
  }

  /** Shows what the address names: a file, or the list of all. */
  async route() {
    const path = named();
    if (!this.store || path === this.editing?.path || path === "main") return;
    if (this.editing?.isDirty && !confirm("这个文件还没有保存，离开就丢了。要离开吗？")) {
      history.replaceState(null, "", `#${encodeURIComponent(this.editing.path)}`);
      return;
    }
    this.editing = null;
    if (path) await this.open(path);
    else this.show("选择文件", ...listing(this));
  }

  /**
   * @param {string} path
   */
  async open(path) {
    const store = this.store;
    if (!store) return;
    await this.trying(async () => {
      const file = await store.read(path);
      if (!file) this.show("没有这个文件", make("p", {}, `${path} 不存在，或者刚被删去。`), back());
      else this.edit(new Editing(this, store, file));
    });
  }

  /** @param {Editing} editing */
  edit(editing) {
    this.editing = editing;
    history.replaceState(null, "", `#${encodeURIComponent(editing.path)}`);
    this.show(editing.title, back(), ...editing.parts());
    editing.begin();
  }

  /**
   * @param {string} heading
   * @param {...Node} parts
   */
  show(heading, ...parts) {
    const title = make("h2", { tabindex: "-1" }, heading);
    this.box.replaceChildren(...(heading ? [title] : []), ...parts);
    if (heading) title.focus();
    scrollTo(0, 0);
  }

  /**
   * Does something, and tells what went wrong.
   * @param {() => Promise<void>} act
   */
  async trying(act) {
    try {
      await act();
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error), true);
    }
  }

  /**
   * @param {string} text
   * @param {boolean} [isTrouble]
   */
  say(text, isTrouble = false) {
    this.status.textContent = text;
    this.status.classList.toggle("is-trouble", isTrouble);
  }

  /** @param {string} name */
  place(name) {
    const place = /** @type {HTMLElement} */ (document.getElementById("place"));
    const leave = make("button", { type: "button" }, "断开");
    leave.addEventListener("click", () => {
      if (this.editing?.isDirty && !confirm("这个文件还没有保存，断开就丢了。要断开吗？")) return;
      sessionStorage.removeItem("editor-token");
      history.replaceState(null, "", location.pathname);
      this.disconnect();
    });
    place.replaceChildren(...(name ? [name, " ", leave] : []));
  }
}

/** The file that the address names; anything else there is nothing. */
function named() {
  try {
    const path = decodeURIComponent(location.hash.slice(1));
    return path === "main" || (isContent(path) && !path.split("/").includes("..")) ? path : "";
  } catch {
    return "";
  }
}

function back() {
  return make("p", {}, make("a", { href: "#" }, "← 全部文件"));
}
