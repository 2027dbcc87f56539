"""The fabricated notices, written to files, read back and scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator.intake.manuscripts.opening import opened
from generator.intake.notices.gathering import Gathered, gather
from generator.intake.tracks.wanted import Wanted
from tests.intake.corpus import (
    eighteenth,
    eighth,
    eleventh,
    fifteenth,
    fifth,
    first,
    fourteenth,
    fourth,
    made_up,
    nineteenth,
    ninth,
    second,
    seventeenth,
    seventh,
    sixteenth,
    sixth,
    tenth,
    third,
    thirteenth,
    thirtieth,
    thirty_fifth,
    thirty_first,
    thirty_fourth,
    thirty_second,
    thirty_sixth,
    thirty_third,
    twelfth,
    twentieth,
    twenty_eighth,
    twenty_fifth,
    twenty_first,
    twenty_fourth,
    twenty_ninth,
    twenty_second,
    twenty_seventh,
    twenty_sixth,
    twenty_third,
)
from tests.intake.corpus.made_up import Facts
from tests.intake.corpus.render import Pieces, write
from tests.intake.scoring import Score, items_of, score

Notices = Callable[[], Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]]
SETS: dict[str, tuple[Notices, str, tuple[str, str]]] = {
    "first": (first.notices, first.CONTEST, first.FORMS),
    "second": (second.notices, second.CONTEST, second.FORMS),
    "third": (third.notices, third.CONTEST, third.FORMS),
    "fifth": (fifth.notices, fifth.CONTEST, fifth.FORMS),
    "sixth": (sixth.notices, sixth.CONTEST, sixth.FORMS),
    "seventh": (seventh.notices, seventh.CONTEST, seventh.FORMS),
    "eighth": (eighth.notices, eighth.CONTEST, eighth.FORMS),
    "ninth": (ninth.notices, ninth.CONTEST, ninth.FORMS),
    "tenth": (tenth.notices, tenth.CONTEST, tenth.FORMS),
    "eleventh": (eleventh.notices, eleventh.CONTEST, eleventh.FORMS),
    "twelfth": (twelfth.notices, twelfth.CONTEST, twelfth.FORMS),
    "thirteenth": (thirteenth.notices, thirteenth.CONTEST, thirteenth.FORMS),
    "fourteenth": (fourteenth.notices, fourteenth.CONTEST, fourteenth.FORMS),
    "fifteenth": (fifteenth.notices, fifteenth.CONTEST, fifteenth.FORMS),
    "sixteenth": (sixteenth.notices, sixteenth.CONTEST, sixteenth.FORMS),
    "seventeenth": (seventeenth.notices, seventeenth.CONTEST, seventeenth.FORMS),
    "eighteenth": (eighteenth.notices, eighteenth.CONTEST, eighteenth.FORMS),
    "nineteenth": (nineteenth.notices, nineteenth.CONTEST, nineteenth.FORMS),
    "twentieth": (twentieth.notices, twentieth.CONTEST, twentieth.FORMS),
    "twenty-first": (twenty_first.notices, twenty_first.CONTEST, twenty_first.FORMS),
    "twenty-second": (twenty_second.notices, twenty_second.CONTEST, twenty_second.FORMS),
    "twenty-third": (twenty_third.notices, twenty_third.CONTEST, twenty_third.FORMS),
    "twenty-fourth": (twenty_fourth.notices, twenty_fourth.CONTEST, twenty_fourth.FORMS),
    "twenty-fifth": (twenty_fifth.notices, twenty_fifth.CONTEST, twenty_fifth.FORMS),
    "twenty-sixth": (twenty_sixth.notices, twenty_sixth.CONTEST, twenty_sixth.FORMS),
    "twenty-seventh": (twenty_seventh.notices, twenty_seventh.CONTEST, twenty_seventh.FORMS),
    "twenty-eighth": (twenty_eighth.notices, twenty_eighth.CONTEST, twenty_eighth.FORMS),
    "twenty-ninth": (twenty_ninth.notices, twenty_ninth.CONTEST, twenty_ninth.FORMS),
    "thirtieth": (thirtieth.notices, thirtieth.CONTEST, thirtieth.FORMS),
    "thirty-first": (thirty_first.notices, thirty_first.CONTEST, thirty_first.FORMS),
    "thirty-second": (thirty_second.notices, thirty_second.CONTEST, thirty_second.FORMS),
    "thirty-third": (thirty_third.notices, thirty_third.CONTEST, thirty_third.FORMS),
    "thirty-fourth": (thirty_fourth.notices, thirty_fourth.CONTEST, thirty_fourth.FORMS),
    "thirty-fifth": (thirty_fifth.notices, thirty_fifth.CONTEST, thirty_fifth.FORMS),
    "thirty-sixth": (thirty_sixth.notices, thirty_sixth.CONTEST, thirty_sixth.FORMS),
    "fourth": (fourth.notices, fourth.CONTEST, fourth.FORMS),
}
"""All but `first` were scored before the rules were mended: docs/importing-notices.md."""


def read(folder: Path, which: str) -> Iterator[tuple[str, Facts, Gathered]]:
    """Every notice of a set, gathered from its file."""
    notices, contest, forms = SETS[which]
    for file, facts, pieces, how in notices():
        path = write(pieces, folder / file, **how)
        sectors = made_up.FIELDS
        wanted = Wanted(facts.year, contest, forms, False, sectors)
        yield file, facts, gather(opened((path.suffix, path.read_bytes())), wanted)


def scores(folder: Path, which: str) -> Iterator[tuple[str, Score]]:
    """Every notice of a set with its score."""
    for file, facts, gathered in read(folder, which):
        yield file, score(facts.items(), items_of(gathered))
