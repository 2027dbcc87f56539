"""Write-ups that were written before any was imported: each sentence in its section, or somebody is told."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.intake.corpus.handed_in import HandedIn, handed_in
from tests.intake.corpus.handed_in_again import handed_in_again
from tests.intake.test_writeups import CASES, run

SETS = [
    # Facts: titles, units, sentences, words that may be nowhere, a file of two cases. At first sight 44 were right,
    # 10 told and 4 wrong: opinions and promises in the text, and two cases mixed into one.
    pytest.param(handed_in, 58, 51, id="first"),
    # At first sight 53 were right, 7 told and 1 wrong: hidden words.
    pytest.param(handed_in_again, 61, 54, id="again"),
]


@pytest.mark.parametrize(("cases", "facts", "right"), SETS)
def test_write_ups_are_right_or_told(
    cases: Callable[[], list[HandedIn]], facts: int, right: int, minimal: Path, tmp_path: Path
) -> None:
    total: Counter[str] = Counter()
    for place, case in enumerate(cases()):
        folder = tmp_path / str(place)
        total += score(case, Path(shutil.copytree(minimal, folder / "contest")), folder)
    assert total["wrong"] == 0
    assert total["right"] >= right
    assert total.total() == facts


def score(case: HandedIn, contest: Path, folder: Path) -> Counter[str]:
    """How many facts are right, told (marked, named in a note, or refused) and wrong."""
    before = set((contest / CASES).glob("*/index.md"))
    result = run(contest, case.save(folder))
    made = sorted(set((contest / CASES).glob("*/index.md")) - before)
    if not made or not case.title:
        return Counter(told=1) if not made and "没有读" in result.output else Counter(wrong=1)
    text = made[0].read_text("utf-8")
    counts = Counter([_of(case.title, _field(text, "title"))])
    counts[_of(case.unit, _field(text, "unit"))] += 1
    for heading, sentences in case.sections.items():
        section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        for sentence in sentences:
            is_told = f"没有找到这些部分，留了记号：{heading}" in result.output or "请按提纲分开" in result.output
            counts["right" if sentence in section else "told" if is_told and sentence in text else "wrong"] += 1
    for word in case.nowhere:
        counts["wrong" if word in text else "right"] += 1
    return counts


def _field(text: str, key: str) -> str:
    return next((line.partition(": ")[2] for line in text.splitlines() if line.startswith(f"{key}: ")), "")


def _of(true: str, said: str) -> str:
    return "right" if said.strip('"') == true else "told" if said.startswith(("待补充", "待核对")) else "wrong"


def test_what_is_none_of_the_text_ends_with_its_part(contest: Path, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("窑温新图", 1)
    for heading, text in (("一、项目概述", "窑炉3座。"), ("二、解决方案", "装表。"), ("三、应用成效", "节能。")):
        made.add_paragraph().add_run(heading).bold = True
        made.add_paragraph(text)
    for words in ("（一）专家意见征集机制", "每季一次。", "承诺书", "我单位承诺属实。"):
        made.add_paragraph(words)
    made.add_paragraph().add_run("法定代表人签字").bold = True
    made.add_paragraph("周某某")
    made.add_paragraph().add_run("三、应用成效").bold = True
    made.add_paragraph("节水。")
    made.save(str(tmp_path / "材料.docx"))
    output = run(contest, tmp_path / "材料.docx").output
    text = (contest / CASES / "yao-wen-xin-tu" / "index.md").read_text("utf-8")
    assert "不是正文，没有导入：承诺书" in output
    assert text.endswith("## 应用成效\n\n节能。\n\n### 专家意见征集机制\n\n每季一次。\n\n节水。\n"), text
