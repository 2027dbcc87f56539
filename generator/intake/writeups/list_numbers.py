"""Automatic numbers of Word made part of the text, for its reader counts every list from 1."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from generator.intake.manuscripts import plain_word
from generator.intake.manuscripts.word_numbers import WordNumbers

_OPEN, _CLOSE = "\ue000", "\ue001"
_PLAIN = re.compile(r"(\d+)[.、．]?")
_FIRST = re.compile(f"<ol><li>((?:<[a-z]+>)*){_OPEN}(\\d+){_CLOSE}")
_ANY = re.compile(f"{_OPEN}\\d+{_CLOSE}")


def mark(document: Any) -> None:
    """Put a mark for each plain number into a document, and write out all other numbers, such as （一）."""
    numbers = WordNumbers(document)
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        if label := numbers.label(paragraph):
            plain = _PLAIN.fullmatch(label)
            _prepend(paragraph, f"{_OPEN}{plain[1]}{_CLOSE}" if plain else label + " " * label.isascii())
            if not plain:
                _free(paragraph)


def counted(html: str) -> str:
    """The HTML whose lists begin with the numbers that were marked."""
    return _ANY.sub("", _FIRST.sub(r'<ol start="\2"><li>\1', html))


def _prepend(paragraph: Any, text: str) -> None:
    run = plain_word.text_run(text)
    if (looks := paragraph.find(f"{qn('w:r')}/{qn('w:rPr')}")) is not None:
        run.insert(0, deepcopy(looks))  # a heading in bold stays one
    paragraph.insert(0 if paragraph.pPr is None else 1, run)


def _free(paragraph: Any) -> None:
    """Take a paragraph out of its list, whether it or its style says that it is in one."""
    properties = paragraph.get_or_add_pPr()
    properties._remove_numPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 0
    if properties.style and not re.match("heading|\\d|标题", properties.style, re.IGNORECASE):
        properties._remove_pStyle()
