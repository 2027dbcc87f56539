"""What is wrong with a page: it is wider than the screen, or axe-core finds something, in light or in dark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe-core's category `cat.color`: no other looks at colours. They take three quarters of its time."""

PLACES = [*COLOURS, "target-size"]
"""The rules that go by where things stand, too; the others look at the page's code."""

AXE = f"""{Axe().axe_script}; axe.configure({{rules: [
    {{id: "color-contrast", selector: ":not([data-seen])"}},
    {{id: "link-in-text-block", selector: "a[href]:not([data-seen])"}},
    {{id: "target-size", enabled: true}}, {{id: "label-content-name-mismatch", enabled: true}},  // not so by default
]}})"""
FINISH = "document.getAnimations().forEach(each => each.finish())"

MARK = """seen => {
    const known = new Set(seen), fresh = new Set(), grounds = new Map(), colours = new Map();
    for (const each of document.querySelectorAll("body, body *")) {
        const style = getComputedStyle(each), parent = each.parentElement, around = grounds.get(parent) ?? "";
        const {color, backgroundColor, backgroundImage, opacity} = style;
        const plain = backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none" && opacity === "1";
        const ground = plain ? "" : [backgroundColor, backgroundImage, opacity].join();
        grounds.set(each, around + ground);
        colours.set(each, color);
        const words = [...each.childNodes].map(node => node.nodeType === Node.TEXT_NODE ? node.data.trim() : "");
        const link = each.tagName === "A", length = Math.min(words.join("").length, 2);
        const bare = !length && !link && !["BUTTON", "INPUT", "SELECT", "TEXTAREA"].includes(each.tagName);
        const look = bare || [
            around, ground, colours.get(parent), each.tagName, each.getAttribute("class"), style.position,
            color, style.fontSize, style.fontWeight, link && style.textDecorationLine, link && style.borderBottom,
            each.checkVisibility({visibilityProperty: true}), length,
        ].join();
        each.toggleAttribute("data-seen", bare || known.has(look));
        if (!bare && !known.has(look)) { known.add(look); fresh.add(look); }
    }
    return [...fresh];
}"""
"""Marks what looks like an element before it and what has no text of its own, and returns how the others look: all that
the rules of colours go by. These look at text, at fields, and at links, whose line below counts for no other."""

EXAMINE = """rules => axe.run({
    preload: false, selectors: false, resultTypes: ["violations", "incomplete"], ...rules  // only what is shown
}).then(({violations, incomplete}) => {
    const unseen = ({any}) => any.some(({data}) => data?.messageKey === "equalRatio");
    const doubted = incomplete.map(each => ({...each, nodes: each.nodes.filter(unseen)}));
    return [...violations, ...doubted].filter(({nodes}) => nodes.length)
        .map(({id, nodes}) => `${id} at ${nodes[0].html.slice(0, 120)}`);
})"""
"""Text in the very colour of its ground could be hidden on purpose, so axe-core only doubts; no text of ours is."""


class Examiner:
    """Examines pages one after the other. Colours are measured once for all that looks alike at the same width.

    At the least and the largest width, in light, all rules of axe-core are held; in dark those of colours.
    """

    def __init__(self) -> None:
        self._seen: dict[int, list[str]] = defaultdict(list)
        self.markup: set[str] = set()
        """What was examined, as scripts have made it."""

    def faults(self, page: Page, *widths: int) -> Iterator[str]:
        """What is wrong at each width of the window. No script of ours asks for it: a page need not be loaded again."""
        self.markup.add(page.content())
        if page.evaluate("!window.axe"):
            page.evaluate(AXE)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            between = min(widths) < width < max(widths)
            for scheme, rules in (("light", {"runOnly": PLACES} if between else {}), ("dark", {"runOnly": COLOURS})):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                page.evaluate(FINISH)  # colours change slowly
                where = f"{width} {scheme}"
                if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                    yield f"{where}: scrolls sideways"
                self._seen[width] += page.evaluate(MARK, self._seen[width])
                yield from (f"{where}: {found}" for found in page.evaluate(EXAMINE, rules))
