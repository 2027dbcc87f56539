/** The third screen: one file as a form or as its source, and what is saved of it. */
import { make } from "../shared/elements.js";
import { data, editionOf, kindOf } from "./data.js";
import { Files } from "./files.js";
import { Form } from "./form.js";
import { problems, told } from "./schema.js";
import { Conflict } from "./store.js";
import { changed, contents, decoded, hindrance, unreadable } from "./text.js";

/** @import { Desk } from "./desk.js" */
/** @import { Store, StoredFile } from "./store.js" */

export class Editing {
  /**
   * @param {Desk} desk
   * @param {Store} store
   * @param {StoredFile} file
   * @param {boolean} [isNew]
   */
  constructor(desk, store, file, isNew = false) {
    this.desk = desk;
    this.store = store;
    this.path = file.path;
    this.kind = kindOf(file.path);
    this.title = `${isNew ? "新建" : ""}${this.kind?.title ?? "文件"}`;
    this.bytes = file.bytes;
    this.version = isNew ? null : file.version;
    this.text = decoded(file.bytes) ?? "";
    this.isReadable = decoded(file.bytes) !== null;
    this.isDirty = isNew;
    this.files = new Files(store, file.path.slice(0, file.path.lastIndexOf("/") + 1), () => this.change());
    /** @type {Form | null} */
    this.form = null;
    this.fields = make("div", { class: "admin-form" });
    this.body = make("textarea", { id: "body", rows: "18", class: "admin-body" });
    this.source = make("textarea", { id: "source", rows: "28", class: "admin-body", spellcheck: "false" });
    this.toggle = make("button", { type: "button", class: "button button--plain" }, "改源文");
    this.saveButton = make("button", { type: "button", class: "button" }, "保存");
    this.summary = make("div", { class: "admin-summary", tabindex: "-1", hidden: "" });
    this.place = make("div", {});
  }

  parts() {
    this.toggle.addEventListener("click", () => this.switch());
    this.saveButton.addEventListener("click", () => this.save());
    const bar = make("div", { class: "admin-bar" }, this.saveButton, this.toggle);
    return [make("p", { class: "admin-path" }, this.path), this.summary, this.place, bar];
  }

  begin() {
    if (!this.isReadable) {
      this.place.replaceChildren(make("p", {}, "这个文件不是 UTF-8 编码，请先用编辑器另存为 UTF-8。"));
      this.saveButton.disabled = this.toggle.disabled = true;
    } else if (!this.kind) this.showSource("这里没有它的表单。");
    else this.showForm();
  }

  /** From the form to the source or back; what was typed stays. */
  switch() {
    if (this.form) {
      const now = this.now();
      if (now === null) return this.desk.say("有的改动放不进源文，请先撤回刚才那一处。", true);
      this.text = now;
      this.showSource("");
    } else {
      this.text = this.typedSource();
      this.showForm();
    }
    this.toggle.focus();
  }

  showForm() {
    const why = hindrance(this.path, this.text);
    if (why) return this.showSource(`表单打不开这个文件：${why}。请直接改源文。`);
    const { value, body } = contents(this.path, this.text);
    const schema = this.kind?.schema ?? {};
    const edition = data.editions[editionOf(this.path)];
    this.body.value = body;
    this.body.oninput = () => this.change();
    this.place.replaceChildren(this.fields, ...(this.path.endsWith(".md") ? this.bodyParts() : []));
    this.form = new Form(this.fields, schema, value, { edition, onChange: () => this.change(), fileControl: (input, isPicture) => this.files.control(input, isPicture) });
    this.toggle.textContent = "改源文";
    return undefined;
  }

  bodyParts() {
    const insert = make("button", { type: "button", class: "button button--plain" }, "插入图片");
    insert.addEventListener("click", () => this.insertPicture());
    const hint = this.kind?.name === "track" ? "每个 ## 是一个赛题，名称与通知一字不差。" : this.kind?.name === "case" ? `各节标题依次为：${data.editions[editionOf(this.path)]?.outline.join("、") ?? ""}。` : "";
    return [make("div", { class: "admin-field" }, make("label", { for: "body" }, "正文（Markdown）"), make("p", { class: "admin-hint" }, `${hint}小标题写 ##，段落之间空一行。`), this.body, ...(this.kind?.name === "track" ? [] : [insert]))];
  }

  /** Puts the pictures of the form that the body does not show yet at the cursor. */
  insertPicture() {
    const pictures = /** @type {any[]} */ (this.form?.get(["images"]) ?? []).filter((each) => each.file && !this.body.value.includes(`](${each.file})`));
    if (!pictures.length) return this.desk.say("先在“图片”里添加图片；已经添加的都在正文里了。", true);
    const text = pictures.map((each) => `\n\n![${each.alt ?? ""}](${each.file})\n`).join("");
    this.body.setRangeText(text, this.body.selectionStart, this.body.selectionEnd, "end");
    this.body.focus();
    return this.change();
  }

  /** @param {string} why */
  showSource(why) {
    this.form = null;
    this.source.value = this.text.replace(/\r\n/g, "\n");
    this.shownSource = this.source.value;
    this.source.oninput = () => this.change();
    this.place.replaceChildren(...(why ? [make("p", { class: "admin-hint" }, why)] : []), make("div", { class: "admin-field" }, make("label", { for: "source" }, "源文"), this.source));
    this.toggle.textContent = "填表单";
  }

  typedSource() {
    if (this.source.value === this.shownSource) return this.text;
    return this.text.includes("\r\n") ? this.source.value.replace(/\n/g, "\r\n") : this.source.value;
  }

  change() {
    this.isDirty = true;
    this.desk.say("");
  }

  /** The text with what was typed; null when that cannot be. */
  now() {
    return this.form ? changed(this.path, this.text, this.form.value, this.body.value) : this.typedSource();
  }

  async save() {
    const wrong = this.form ? this.form.reviewAll() : this.wrongInSource();
    this.tell(wrong);
    if (wrong.length) return;
    const text = this.now();
    if (text === null) return this.desk.say("有的改动放不进源文，请改源文。没有保存。", true);
    const bytes = new TextEncoder().encode(text);
    const changes = [...this.files.changes(), ...(text !== this.text || this.version === null ? [{ path: this.path, bytes, version: this.version }] : this.sourceChanges(bytes))];
    if (!changes.length) return this.desk.say("没有改动。");
    this.saveButton.disabled = true;
    this.desk.say("正在保存……");
    await this.desk.trying(async () => {
      try {
        await this.store.write(changes, `${this.version === null ? "新建" : "修改"} ${this.path}`);
      } catch (error) {
        if (error instanceof Conflict) this.tellConflict(error.path);
        throw error;
      }
      await this.saved(text);
    });
    this.saveButton.disabled = false;
    return undefined;
  }

  wrongInSource() {
    const text = this.typedSource();
    const schema = this.kind?.schema;
    if (!schema) return [];
    const message = unreadable(this.path, text);
    if (message) return [{ id: "source", message }];
    const found = hindrance(this.path, text) ? [] : problems(schema, contents(this.path, text).value, schema);
    return found.map((problem) => ({ id: "source", message: told(schema, problem) }));
  }

  /**
   * What was changed as source before the form was opened again.
   * @param {Uint8Array} bytes
   */
  sourceChanges(bytes) {
    const isSame = bytes.length === this.bytes.length && bytes.every((byte, index) => byte === this.bytes[index]);
    return isSame ? [] : [{ path: this.path, bytes, version: this.version }];
  }

  /** @param {string} text */
  async saved(text) {
    const stored = await this.store.read(this.path);
    this.version = stored?.version ?? null;
    this.bytes = stored?.bytes ?? this.bytes;
    this.text = text;
    this.isDirty = false;
    this.files.forget();
    if (!this.desk.paths.includes(this.path)) this.desk.paths = [...this.desk.paths, this.path].sort();
    this.desk.say("已保存。");
  }

  /** @param {{ id: string, message: string }[]} wrong */
  tell(wrong) {
    this.summary.hidden = !wrong.length;
    if (!wrong.length) return;
    const items = wrong.map(({ id, message }) => {
      const link = make("a", { href: `#${id}` }, message);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        reveal(id);
      });
      return make("li", {}, link);
    });
    this.desk.say("");
    this.summary.replaceChildren(make("h3", {}, `还有 ${wrong.length} 处要改，没有保存`), make("ul", {}, ...items));
    this.showSummary();
  }

  showSummary() {
    this.summary.hidden = false;
    this.summary.focus({ preventScroll: true });
    this.summary.scrollIntoView();
  }

  /** @param {string} path */
  tellConflict(path) {
    const mine = make("textarea", { rows: "8", readonly: "", id: "mine", class: "admin-body" });
    mine.value = this.now() ?? "";
    const reload = make("button", { type: "button", class: "button" }, "打开现在的版本");
    reload.addEventListener("click", () => {
      this.isDirty = false;
      this.desk.open(this.path);
    });
    this.summary.replaceChildren(
      make("h3", {}, "没有保存：文件已被别人改过"),
      make("p", {}, `${path} 在您打开以后变了。您的改动在下面，可以先复制，再打开现在的版本重新填写。`),
      make("div", { class: "admin-field" }, make("label", { for: "mine" }, "您的版本"), mine),
      reload,
    );
    this.showSummary();
  }
}

/** @param {string} id */
function reveal(id) {
  let found = document.getElementById(id);
  for (let part = id; !found && part.includes("-"); found = document.getElementById(part)) part = part.slice(0, part.lastIndexOf("-"));
  for (let around = found?.closest("details"); around; around = around.parentElement?.closest("details")) around.open = true;
  (document.getElementById(id) ?? found)?.focus();
}
