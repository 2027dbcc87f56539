"""Marks within a paragraph as people and the editors of other programs write them."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.util import ETX, STX

_LETTER = r"[\w\-.~:/?#@!$'*+,=%]|&amp;"
_ADDRESS = re.compile(
    r"<(a|code|math|pre)\b.*?</\1>|<[^>]*>|"
    rf"(?a:(?<!\w)(?P<address>https?://\w(?:{_LETTER}|\((?:{_LETTER})*\))*(?<![.,:!?'*~])))",
    re.DOTALL,
)
"""Addresses as RFC 3986 has them: what follows in Chinese, and what ends a sentence, is not theirs."""

_WRITTEN_OUT = re.compile(r'(?<=<a )(?=href="([^"]*)" rel="noopener">\1</a>)')


class Times(InlineProcessor):
    """An asterisk between digits is a sign of multiplication."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        """The asterisks as they are."""
        return m[0].replace("*", f"{STX}{ord('*')}{ETX}"), m.start(), m.end()


def register(reader: Markdown) -> None:
    """Have a reader of Markdown read so."""
    reader.inlinePatterns.register(Times(r"(?<=\d)\*+(?=\d)", reader), "times", 179)
    reader.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "hard break", 101)


def linked(html: str) -> str:
    """Sanitised HTML in which addresses in the text lead there, as on GitHub.

    Those whose words are where they lead are not to be translated, and need not be printed once more behind them.
    """
    if "://" not in html:
        return html
    html = _ADDRESS.sub(lambda found: _link(found["address"]) if found["address"] else found[0], html)
    return _WRITTEN_OUT.sub('translate="no" ', html)


def _link(address: str) -> str:
    return f'<a href="{address}" rel="noopener">{address}</a>'
