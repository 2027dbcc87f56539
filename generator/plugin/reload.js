// Reloads a page of the live preview when a newer one has been built, and shows over it what is wrong with the content.
// Only `mkdocs serve` sends this script.
(() => {
  const { epoch, problems } = document.currentScript.dataset; // when the page was built; what was wrong after it
  let asking = null;

  // MkDocs answers when there is something newer, or after a minute.
  async function ask() {
    const mine = (asking = new AbortController());
    let pause = 0;
    try {
      const answer = await fetch(`/livereload/${epoch}/${Date.now()}`, { signal: mine.signal });
      if (Number(await answer.text()) > Number(epoch)) return location.reload();
      if (!answer.ok) pause = 3000;
    } catch {
      pause = 3000; // the server has ended, or is being started again
    }
    return mine.signal.aborted || setTimeout(() => mine.signal.aborted || ask(), pause);
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
    const link = element("a", { color: "#8cc8ff", fontFamily: "monospace" }, place ?? "");
    if (editor) link.href = editor;
    const lines = [place && link, message, hint && `提示：${hint}`].filter(Boolean);
    return element("li", { margin: "0 0 0.75em" }, ...lines.map((line) => element("div", {}, line)));
  }

  function show(found) {
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
    const title = `内容有 ${found.length} 处错误，网页仍是上一次正确的样子，改好后自动更新`;
    const box = element(
      "section",
      look,
      element("h2", { color: "#fff", font: "bold 18px/1.6 system-ui, sans-serif", margin: "0 0 0.5em" }, title),
      element("ol", { margin: "0", paddingLeft: "1.5em" }, ...found.map(item)),
    );
    box.id = "preview-problems";
    box.setAttribute("role", "alert");
    box.setAttribute("aria-label", "内容有错误");
    box.tabIndex = 0;
    document.body.append(box);
  }

  document.addEventListener("visibilitychange", look);
  look();
  if (problems) show(JSON.parse(problems));
})();
