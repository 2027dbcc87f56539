"""What headings and sentences say of a list, held against what was read of it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from generator.catalog.names import title_key
from generator.content.hints import listing
from generator.intake.winners import items
from generator.intake.winners.heads import LEFT_OUT
from generator.intake.winners.meaning import uncounted
from generator.intake.winners.rows import COUNT, OTHERS, VACANT, Offered, RowsRead, texts_of
from generator.intake.workbooks.workbook import Problem, WorkSheet


def tell(sheet: WorkSheet, words: Offered, reading: RowsRead) -> None:
    """Complain of all that a sheet says of its projects and that was not read so."""
    lines = {at: next(filter(None, cells)) for at, cells in enumerate(sheet.rows) if len({*cells} - {""}) == 1}
    _tell_counts(sheet, words, reading)
    _tell_empty_awards(sheet, lines, words, reading)
    _tell_sentences(sheet, lines, words, reading)


def _tell_counts(sheet: WorkSheet, words: Offered, reading: RowsRead) -> None:
    """Complain where a heading (一等奖（3项）) counts more or fewer projects than were read below it."""
    texts = {at: [*dict.fromkeys(filter(None, cells))] for at, cells in enumerate(sheet.rows) if any(cells)}
    named = [
        (at, " ".join(cells)) for at, cells in texts.items() if len(texts_of(cells)) == 1 and words.named(cells[0])
    ]
    made = [row.at.row for row in reading.rows if row.at.sheet == sheet.name and not row.goes_on]
    for (place, text), (end, _) in pairwise([*named, (len(sheet.rows), "")]):
        counts, found = [*map(int, COUNT.findall(text))], sum(place < row < end for row in made)
        if counts and found and found not in (counts[0], sum(counts)) and text not in words.meanings.given:
            hint = f"补上少的，或者改正数目；表里就是这样的，加上 --mean “{text}={text}”"
            reading.problems.append(Problem(sheet.at(place), f"“{text}”下面读到的是 {found} 项", hint))


def _tell_empty_awards(sheet: WorkSheet, lines: Mapping[int, str], words: Offered, reading: RowsRead) -> None:
    """Complain of an award below which nothing was read: it may stand below its project, and be taken for the next."""
    made = [row.at.row for row in reading.rows if row.at.sheet == sheet.name]
    awards = [(at, text, found["awards"]) for at, text in lines.items() if "awards" in (found := words.named(text))]
    vacant = [at for at, cells in enumerate(sheet.rows) if any(map(VACANT.fullmatch, cells))]
    for (place, text, award), (end, _, after) in pairwise([*awards, (len(sheet.rows), "", "")]):
        is_among = made and place > min(made) and award != after and not OTHERS.fullmatch(uncounted(text))
        if is_among and not any(place <= row < end for row in (*made, *vacant)):
            hint = "奖项写在项目下面的，移到它上面；没有项目的写“空缺”"
            reading.problems.append(Problem(sheet.at(place), f"“{text}”下面没有读到项目", hint))


def _tell_sentences(sheet: WorkSheet, lines: Mapping[int, str], words: Offered, reading: RowsRead) -> None:
    """Tell of winners that a sentence names and that are not among what was read."""
    read = {title_key(row.text("title")) for row in reading.rows}
    for at, text in lines.items():
        lost = [name for name in items.named_winners(text) if title_key(name) not in read]
        if lost and reading.rows and words.meanings.given.get(lost[0]) != LEFT_OUT:
            hint = f"照名单的样子补上一行；不是的、不必管的，加上 --mean “{lost[0]}={LEFT_OUT}”"
            reading.problems.append(Problem(sheet.at(at), f"这一句说{listing(lost)}获奖，没有读出来", hint))
