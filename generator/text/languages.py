"""Text in other scripts that are written in China, which tells its language to browsers, fonts and screen readers."""

from __future__ import annotations

import re

_SCRIPTS = {
    "ug": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "bo": "\u0f00-\u0fff",
    "mn-Mong": "\u1800-\u18af",
    "ii": "\ua000-\ua4cf",
}
"""By language, in whose script most of such text is written: Uyghur, Tibetan, Mongolian, Yi."""

_ANY = re.compile(f"[{''.join(_SCRIPTS.values())}]")
_RUNS = re.compile(
    "<[^>]*>|"
    + "|".join(
        f"(?P<{language.partition('-')[0]}>[{letters}](?:[\u200c\u200d\u202f ,.0-9-]*[{letters}])*)"
        for language, letters in _SCRIPTS.items()
    )
)
_LANGUAGES = {language.partition("-")[0]: language for language in _SCRIPTS}


def marked(html: str) -> str:
    """The HTML with a `<span lang>` around every run of such text."""
    return _RUNS.sub(_span, html) if _ANY.search(html) else html


def _span(run: re.Match[str]) -> str:
    if run.lastgroup is None:
        return run[0]
    direction = ' dir="rtl"' if run.lastgroup == "ug" else ""
    return f'<span class="script" lang="{_LANGUAGES[run.lastgroup]}"{direction}>{run[0]}</span>'
