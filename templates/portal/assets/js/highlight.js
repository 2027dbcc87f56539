// Marks the terms that led to this page (`?hl=词&hl=词`), over text that may run through several elements.
(function () {
  "use strict";

  const LONGEST = 300;
  const BLOCK = "address,article,aside,blockquote,dd,div,dl,dt,figcaption,figure,h1,h2,h3,h4,h5,h6,li,ol,p,pre,section,table,td,th,tr,ul";
  const SKIPPED = "script,style,select,textarea,noscript,[hidden],.crumbs,.marked-terms,.pager";
  const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

  /** @typedef {{node: Text, start: number, end: number}} Place where a normalised character comes from */

  /** One form for what counts as the same: width, case and blanks do not matter. @param {string} text @returns {string} */
  function normal(text) {
    return Array.from(text.normalize("NFKC").toLowerCase()).filter((character) => !INVISIBLE.test(character)).join("");
  }

  /** @returns {string[]} */
  function readTerms() {
    const given = new URLSearchParams(location.search).getAll("hl");
    const terms = given.map((term) => normal(term.slice(0, LONGEST))).filter(Boolean);
    return Array.from(new Set(terms)).slice(0, 20);
  }

  /** The page's text, normalised, with the origin of every character; blocks are parted by a line break. @param {HTMLElement} root */
  function readText(root) {
    /** @type {string[]} */
    const characters = [];
    /** @type {(Place | null)[]} */
    const places = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let block = null;
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const own = node.parentElement.closest(BLOCK);
      if (own !== block) {
        characters.push("\n");
        places.push(null);
        block = own;
      }
      let start = 0;
      for (const character of node.data) {
        const end = start + character.length;
        for (const unit of normal(character)) {
          for (const half of unit.split("")) {
            characters.push(half);
            places.push({ node, start, end });
          }
        }
        start = end;
      }
    }
    return { text: characters.join(""), places };
  }

  /** Ranges of the text that a term covers, merged where terms overlap. @param {string} text @param {string[]} terms */
  function findAll(text, terms) {
    /** @type {[number, number][]} */
    const found = [];
    terms.forEach((term) => {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) found.push([at, at + term.length]);
    });
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    return found.reduce((/** @type {[number, number][]} */ merged, [start, end]) => {
      const last = merged[merged.length - 1];
      if (last && start < last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
      return merged;
    }, []);
  }

  /** Wrap one stretch of a text node. @param {Text} node @param {number} start @param {number} end @returns {HTMLElement} */
  function wrap(node, start, end) {
    const middle = start ? node.splitText(start) : node;
    if (end - start < middle.length) middle.splitText(end - start);
    const mark = document.createElement("mark");
    mark.className = "term";
    middle.replaceWith(mark);
    mark.append(middle);
    return mark;
  }

  /** Mark ranges from the last to the first, so that what is still to be marked keeps its place. @param {[number, number][]} ranges @param {(Place | null)[]} places @returns {HTMLElement[]} the first mark of each range */
  function markAll(ranges, places) {
    return ranges
      .slice()
      .reverse()
      .map(([from, to]) => {
        let first = null;
        for (let last = to - 1; last >= from; ) {
          const { node, end } = places[last];
          let at = last;
          while (at > from && places[at - 1].node === node) at -= 1;
          first = wrap(node, places[at].start, end);
          last = at - 1;
        }
        return first;
      })
      .reverse();
  }

  /** @param {HTMLElement} main @param {string[]} terms @param {HTMLElement[]} marks */
  function addBar(main, terms, marks) {
    const bar = document.createElement("div");
    const inner = document.createElement("div");
    const text = document.createElement("p");
    const next = document.createElement("button");
    const clear = document.createElement("button");
    bar.className = "marked-terms";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "检索词高亮");
    inner.className = "wrap";
    next.type = clear.type = "button";
    next.textContent = "下一处";
    clear.textContent = "清除高亮";
    text.textContent = `本页标出 ${marks.length} 处检索词`;
    inner.append(text, next, clear);
    bar.append(inner);
    main.prepend(bar);
    let at = -1;
    next.addEventListener("click", () => {
      if (marks[at]) marks[at].classList.remove("term--now");
      at = (at + 1) % marks.length;
      marks[at].classList.add("term--now");
      marks[at].scrollIntoView({ block: "center" });
      text.textContent = `第 ${at + 1} 处，共 ${marks.length} 处`;
    });
    text.setAttribute("aria-live", "polite");
    clear.addEventListener("click", () => {
      main.querySelectorAll("mark.term").forEach((mark) => {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent.normalize();
      });
      bar.remove();
      main.focus({ preventScroll: true });
      forgetTerms();
    });
  }

  /** Take the terms out of the address, so that a copied link leads to the plain page. */
  function forgetTerms() {
    const params = new URLSearchParams(location.search);
    params.delete("hl");
    const rest = params.toString();
    try {
      history.replaceState(history.state, "", `${location.pathname}${rest && "?"}${rest}${location.hash}`);
    } catch (error) {
      // Older browsers keep the address of a page on disk.
    }
  }

  const main = document.getElementById("main");
  const terms = readTerms();
  if (!main || !terms.length) return;
  const { text, places } = readText(main);
  const marks = markAll(findAll(text, terms), places);
  if (marks.length) addBar(main, terms, marks);
})();
