/** Pictures and files beside a text: chosen, shown, and saved together with it. */
import { make } from "../shared/elements.js";

/** @import { Change, Store } from "./store.js" */

const MOST = { picture: 10, attachment: 20 };

export class Files {
  /**
   * @param {Store} store
   * @param {string} folder  ends with a slash
   * @param {() => void} onChange
   */
  constructor(store, folder, onChange) {
    this.store = store;
    this.folder = folder;
    this.onChange = onChange;
    /** @type {Map<string, Change>} */
    this.chosen = new Map();
  }

  changes() {
    return [...this.chosen.values()];
  }

  forget() {
    this.chosen.clear();
  }

  /**
   * What stands beside the field of a file's name: a way to choose the file, and of a picture how it looks.
   * @param {HTMLInputElement} input
   * @param {boolean} isPicture
   */
  control(input, isPicture) {
    const accept = isPicture ? ".png,.jpg,.jpeg,.webp" : ".pdf,.docx,.xlsx,.pptx";
    const choose = make("input", { type: "file", accept, id: `${input.id}-choose` });
    const label = make("label", { for: choose.id, class: "button button--plain" }, isPicture ? "选择图片" : "选择文件");
    const said = make("p", { class: "admin-problem", role: "status" });
    const picture = make("div", { class: "admin-picture" });
    choose.addEventListener("change", async () => {
      const file = choose.files?.[0];
      if (!file) return;
      const most = isPicture ? MOST.picture : MOST.attachment;
      said.textContent = file.size > most * 1024 * 1024 ? `超过 ${most} MB，请先压缩。` : "";
      if (said.textContent) return;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const name = await this.freeName(file.name, bytes);
      this.chosen.set(name, { path: this.folder + name, bytes, version: null });
      input.value = name;
      input.dispatchEvent(new Event("input"));
      this.onChange();
      if (isPicture) await show(picture, bytes, name);
    });
    if (isPicture && input.value) this.preview(picture, input.value);
    return make("div", { class: "admin-file" }, choose, label, picture, said);
  }

  /**
   * A name of small letters that no other file beside the text has.
   * @param {string} given
   * @param {Uint8Array} bytes
   */
  async freeName(given, bytes) {
    const [, stem = "", suffix = ""] = /^(.*?)(\.[^.]*)?$/.exec(given.toLowerCase()) ?? [];
    const plain = stem.normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "file";
    for (let number = 1; ; number += 1) {
      const name = `${plain}${number > 1 ? `-${number}` : ""}${suffix.replace(".jpeg", ".jpg")}`;
      const same = this.chosen.get(name);
      if (same ? same.bytes === bytes : !(await this.store.read(this.folder + name))) return name;
    }
  }

  /**
   * @param {HTMLElement} picture
   * @param {string} name
   */
  async preview(picture, name) {
    if (/[/\\]/.test(name)) return;
    const bytes = this.chosen.get(name)?.bytes ?? (await this.store.read(this.folder + name).catch(() => null))?.bytes;
    if (bytes) await show(picture, bytes, name);
  }
}

/**
 * @param {HTMLElement} picture
 * @param {Uint8Array} bytes
 * @param {string} name
 */
async function show(picture, bytes, name) {
  const type = { png: "image/png", webp: "image/webp" }[name.split(".").pop() ?? ""] ?? "image/jpeg";
  const reader = new FileReader();
  reader.addEventListener("load", () => picture.replaceChildren(make("img", { src: String(reader.result), alt: "" })));
  reader.readAsDataURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type }));
}
