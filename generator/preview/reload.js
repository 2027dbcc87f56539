// Keeps a page of the preview as it would be now: loads it again when it changed, exchanges its style sheet when that
// did, and shows over the last good page what is wrong with the content. Only the preview sends this script.
(() => {
  const { address, state } = document.currentScript.dataset;
  const problemsId = "preview-problems";
  let known = JSON.parse(state);
  let token = "";
  let asking = null;

  async function ask() {
    const mine = (asking = new AbortController());
    let pause = 0;
    try {
      const question = new URLSearchParams({ address, token });
      const answer = await fetch(`/~preview/changes?${question}`, { signal: mine.signal });
      if (answer.ok) apply(await answer.json());
      else pause = 1000;
    } catch {
      pause = 1000; // the server has ended, or is being started again
    }
    if (!mine.signal.aborted) setTimeout(() => mine.signal.aborted || ask(), pause);
  }

  function apply(answer) {
    const before = known;
    known = answer.state;
    token = answer.token;
    const edited = JSON.stringify(known.edited) !== JSON.stringify(before.edited) && known.edited;
    if (edited && decodeURI(location.pathname) !== edited[0]) location.assign(edited[0]);
    else if (known.page !== before.page) location.reload(); // the browser keeps the place on the page
    if (known.styles !== before.styles) exchangeStyles();
    if (JSON.stringify(known.problems) !== JSON.stringify(before.problems)) show(known.problems);
  }

  function exchangeStyles() {
    const sheet = document.querySelector('link[rel="stylesheet"][href*="portal.css"]');
    if (!sheet) return;
    const next = sheet.cloneNode();
    next.href = `${sheet.href.split("?")[0]}?${known.styles}`;
    next.addEventListener("load", () => sheet.remove()); // the old one stays until then: nothing flickers
    sheet.after(next);
  }

  // A browser keeps few connections to one server: pages in the background give theirs back.
  function look() {
    if (asking) asking.abort();
    if (document.visibilityState === "visible") ask();
  }

  function element(name, style, ...children) {
    const made = document.createElement(name);
    Object.assign(made.style, style); // the policy forbids style sheets of others, not this
    made.append(...children);
    return made;
  }

  function item({ place, message, hint, editor }) {
    const link = element("a", { color: "#8cc8ff", fontFamily: "monospace" }, place);
    if (editor) link.href = editor;
    const lines = [link, message, hint && `提示：${hint}`].filter(Boolean);
    return element("li", { margin: "0 0 0.75em" }, ...lines.map((line) => element("div", {}, line)));
  }

  function show(all) {
    document.getElementById(problemsId)?.remove();
    if (!all.length) return;
    const found = all.filter(({ unfinished }) => !unfinished);
    const unfinished = all.filter(({ unfinished }) => unfinished);
    const look = {
      background: "#2b1111",
      borderTop: "4px solid #ff6b6b",
      color: "#fff",
      font: "16px/1.6 system-ui, sans-serif",
      inset: "auto 0 0",
      maxHeight: "60vh",
      overflow: "auto",
      padding: "1em 1.5em",
      position: "fixed",
      zIndex: "2147483647",
    };
    const shown = document.body.dataset.empty === undefined ? "网页仍是上一次正确的样子，" : "";
    const title = `内容有 ${found.length} 处错误，${shown}改好后自动更新`;
    const heading = { color: "#fff", font: "bold 18px/1.6 system-ui, sans-serif", margin: "0 0 0.5em" };
    const list = (items) => element("ol", { margin: "0", paddingLeft: "1.5em" }, ...items.map(item));
    const parts = found.length ? [element("h2", heading, title), list(found)] : [];
    if (unfinished.length) {
      const words = `还有 ${unfinished.length} 处没有写完，发布前要补上`;
      parts.push(element("details", {}, element("summary", { cursor: "pointer" }, words), list(unfinished)));
    }
    if (!found.length) Object.assign(look, { background: "#22262e", borderTopColor: "#ffc14d", padding: "0.5em 1.5em" });
    const box = element("section", look, ...parts);
    box.id = problemsId;
    box.setAttribute("role", found.length ? "alert" : "status");
    box.setAttribute("aria-label", found.length ? "内容有错误" : "内容没有写完");
    box.tabIndex = 0;
    document.body.append(box);
  }

  document.addEventListener("visibilitychange", look);
  look();
  show(known.problems);
})();
