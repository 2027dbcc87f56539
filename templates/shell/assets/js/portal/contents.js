/** The list of a page's sections: the one that is being read is marked. */

export function startContents() {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('.side li a[href^="#"]')]);
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!links.length) return;
  const mark = () => {
    const passed = sections.filter((section) => section && section.getBoundingClientRect().top < innerHeight / 3);
    const now = links[Math.max(0, passed.length - 1)];
    for (const link of links) link === now ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}
