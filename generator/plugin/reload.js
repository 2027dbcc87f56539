// Reloads a page when a newer one has been built.
// Only `mkdocs serve` sends this script.
(() => {
  const { epoch } = document.currentScript.dataset; // when the page was built
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

  document.addEventListener("visibilitychange", look);
  look();
})();
