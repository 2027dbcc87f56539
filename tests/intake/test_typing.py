"""What typing leaves to chance changes nothing of what a notice says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.intake.manuscripts.opening import opened
from generator.intake.notices.gathering import gather
from generator.intake.tracks.wanted import Wanted
from tests.intake import fabricated
from tests.intake.corpus import made_up
from tests.intake.corpus.render import Pieces, write
from tests.intake.scoring import Score, items_of, score

HAN = "\u4e00-\u9fff"
TYPED: dict[str, Callable[[str], str]] = {
    "narrow punctuation": lambda text: text.translate(str.maketrans("：；，（）", ":;,()")),
    "straight quotation marks": lambda text: text.translate(str.maketrans("“”", '""')),
    "blanks beside digits": lambda text: re.sub(rf"(?<=[{HAN}])(?=\d)|(?<=\d)(?=[{HAN}])", " ", text),
    "blanks behind labels": lambda text: re.sub(
        r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)", r"\1 ", text
    ),
    "wide digits": lambda text: re.sub(
        r"(?<![\w./:@-])\d+(?![\w./@-])",
        lambda found: found[0].translate({48 + n: 0xFF10 + n for n in range(10)}),
        text,
    ),
    "1、 for 1.": lambda text: re.sub(r"^(\d+)\.(?!\d)", r"\1、", text),
    "indents": lambda text: f"　　{text}  ",
}


def typed(pieces: Pieces, how: Callable[[str], str]) -> Pieces:
    return [
        (kind, [[cell if cell in (None, "<") else how(cell) for cell in row] for row in rest[0]])
        if kind == "table"
        else (kind, *(how(each) if isinstance(each, str) else each for each in rest))
        for kind, *rest in pieces
    ]


@pytest.mark.parametrize("how", TYPED)
@pytest.mark.parametrize(("which", "name"), [("twelfth", "jianghui"), ("twentieth", "jinglu")])
def test_typing(which: str, name: str, how: str, tmp_path: Path) -> None:
    notices, contest, forms = fabricated.SETS[which]
    facts, pieces = next((facts, pieces) for file, facts, pieces, _ in notices() if file.startswith(name))
    assert not isinstance(pieces, str)
    wanted = Wanted(facts.year, contest, forms, False, made_up.FIELDS)

    def told(given: Pieces) -> Score:
        path = write(given, tmp_path / "a.docx")
        return score(facts.items(), items_of(gather(opened((".docx", path.read_bytes())), wanted)))

    assert told(typed(pieces, TYPED[how])) == told(pieces)
