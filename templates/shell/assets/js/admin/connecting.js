/** The first screen: a folder on this machine, or the repository with a token. */
import { make } from "../shared/elements.js";
import { data } from "./data.js";
import { Folder, canOpenFolders } from "./folder.js";
import { remote } from "./remote.js";

/** @import { Desk } from "./desk.js" */
/** @import { Repository } from "./data.js" */

/** Kept while the browser's tab is open, and nowhere else. */
const TOKEN = "editor-token";

/**
 * @param {Desk} desk
 * @returns {HTMLElement[]}
 */
export function connecting(desk) {
  return [folderPart(desk), ...(data.repository ? [repositoryPart(desk, data.repository)] : [])];
}

/** @param {Desk} desk */
function folderPart(desk) {
  const open = make("button", { type: "button", class: "button" }, "打开文件夹");
  open.disabled = !canOpenFolders;
  open.addEventListener("click", async () => {
    let root;
    try {
      root = await showDirectoryPicker({ mode: "readwrite" });
    } catch {
      return; // nobody chose one
    }
    await desk.connect(new Folder(root));
  });
  const why = canOpenFolders ? "选项目的文件夹（里面有 content 和 branches）。文件只在本机读写，不上传。" : "这个浏览器打不开文件夹，请用新版的 Edge、Chrome 或其他 Chromium 浏览器。";
  return make("section", { class: "admin-card" }, make("h2", {}, "本机文件夹"), make("p", {}, why), open);
}

/**
 * @param {Desk} desk
 * @param {Repository} repository
 */
function repositoryPart(desk, repository) {
  const input = make("input", { type: "password", id: "token", autocomplete: "off", required: "", spellcheck: "false" });
  input.value = sessionStorage.getItem(TOKEN) ?? "";
  const form = make(
    "form",
    { class: "admin-card" },
    make("h2", {}, "代码仓库"),
    make("p", {}, `${repository.url}，分支 ${repository.branch}。每次保存就是一次提交。`),
    make("div", { class: "admin-field" }, make("label", { for: "token" }, "访问令牌"), input),
    make("p", { class: "admin-hint" }, `令牌只留在这个标签页里，关上就没有了，只发给 ${new URL(repository.api).host}。`),
    make("button", { type: "submit", class: "button" }, "连接"),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const token = input.value.trim();
    if (!/^[\x21-\x7e]+$/.test(token)) return desk.say("请填访问令牌；令牌里没有汉字和空格。", true);
    sessionStorage.setItem(TOKEN, token);
    await desk.connect(remote(repository, token));
  });
  return form;
}
