"""Books on their way out: every book of some editions into a folder, or none of them."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from generator.catalog.books import BookFile, file_name
from generator.diagnostics import Diagnostic
from generator.diagnostics.codes import Severity
from generator.diagnostics.progress import Progress, silent
from generator.handbook.book import Book
from generator.handbook.layout.pool import Pool
from generator.handbook.layout.renderer import UnitRenderer, Watch
from generator.handbook.making import BoundBook, bind
from generator.handbook.page.type_area import sheet
from generator.handbook.plan.casebook import casebook, collection
from generator.handbook.plan.checklist import checklist
from generator.handbook.plan.guide import guide
from generator.handbook.plan.maker import UnitMaker
from generator.handbook.plan.scoring import scoring
from generator.machine import cache
from generator.machine.faults import Stopped
from generator.model import Edition
from generator.papers import Make, Paper, Piece
from generator.text.prose import TextTooHard
from generator.views import Site

STEP = "排印手册"
CASEBOOK, COLLECTION = "casebook", "collection"
KINDS = (CASEBOOK, COLLECTION, "guide", "checklist", "scoring")


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What came of printing: the books, none of them when there were errors, and everything found on the way."""

    files: tuple[BookFile, ...] = ()
    problems: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether some book could not be printed; then nothing was written."""
        return any(each.severity is Severity.ERROR for each in self.problems)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which books, makes and paper; empty or None means all, and what the edition's `handbook.yml` says."""

    books: Collection[str] = ()
    makes: Sequence[Make] = (Make.SCREEN, Make.PRINT)
    paper: Paper | None = None


def build_books(
    root: Path,
    site: Site,
    editions: Sequence[Edition],
    out_dir: Path,
    progress: Progress = silent,
    choice: Choice = Choice(),
) -> PrintResult:
    """Print the books of some editions into `out_dir/<branch>/<year>/downloads/`; all of them or none.

    `site` holds what is public; a book that has anything else, or less, is an error. A chosen book that there is no
    longer, such as a collection whose cases have been withdrawn, is removed.
    """
    try:
        planned = list(_planned(root, site, editions, choice))
    except TextTooHard as hard:
        return PrintResult(problems=(hard.diagnostic(),))
    bound: list[tuple[Edition, BoundBook]] = []
    with Pool(root) as pool:
        renderer = UnitRenderer(root, pool)
        for edition, book in planned:
            told = UnitProgress(progress, f"{STEP}：{book.title}（{book.make.label}）", len(book.parts) + 1)
            bound += ((edition, each) for each in _bound(renderer, book, _expected(site, edition, book), told))
            told.end()
    problems = tuple(dict.fromkeys(problem for _, each in bound for problem in each.problems))
    printed = PrintResult(problems=problems)
    if printed.failed:
        return printed
    files = tuple(_described(edition, each) for edition, each in bound)
    readable = {"readable": site.catalog.readable}
    pairs = zip(files, bound, strict=True)
    parts = [part for file, (_, each) in pairs for part in _parts(out_dir, file, each, each.facts | readable)]
    _refuse_foreign(target for _, target in parts)
    place(parts)
    _take_away(out_dir, editions, choice, files)
    cache.prune(root)
    return PrintResult(files, problems)


class UnitProgress:
    """Moves a step on with every unit; the last part of it is joining."""

    def __init__(self, progress: Progress, step: str, total: int) -> None:
        self._progress, self._step, self._total, self._done = progress, step, total, 0
        progress(step, 0, total)

    def __call__(self, problem: Diagnostic | None) -> None:
        """A unit has been laid out, or has not because of a problem."""
        self._done += 1
        self._progress(self._step, self._done, self._total, problem)

    def end(self) -> None:
        """All is done that could be."""
        self._progress(self._step, self._total, self._total)


def books(
    site: Site,
    edition: Edition,
    make: Make,
    root: Path = Path(),
    paper: Paper | None = None,
    kinds: Collection[str] = (),
) -> list[Book]:
    """An edition's books: the guide always, books of cases once these are public, its forms on screen.

    The book of its own cases, and that of the cases that it chose from any contests.

    Forms are for anybody's printer, which needs no bleed: the checklist and the scoring sheets where there is anything
    to put into them.

    `root` is the project's folder, where templates and pictures are; `paper` goes before what `handbook.yml` says.
    `kinds` are those wanted of `KINDS`, all when empty: to plan a book of cases takes a second.
    """
    page = sheet(paper or site.catalog.handbook(edition.id).paper, make)
    maker = partial(UnitMaker, root, site, edition, make, page)
    form = partial(UnitMaker.of_sheets, root, site, edition, Paper.A4)
    plans: dict[str, Callable[[], Book | None]] = {"guide": lambda: guide(maker())}
    if site.catalog.cases_of(edition.id):
        plans[CASEBOOK] = lambda: casebook(maker())
    if site.catalog.chosen(edition.id):
        plans[COLLECTION] = lambda: collection(maker())
    if make is Make.SCREEN:
        plans |= {"checklist": lambda: checklist(form()), "scoring": lambda: scoring(form())}
    return [book for kind, plan in plans.items() if kind in (kinds or KINDS) and (book := plan())]


def _planned(root: Path, site: Site, editions: Sequence[Edition], choice: Choice) -> Iterator[tuple[Edition, Book]]:
    for edition in editions:
        for make in choice.makes:
            for book in books(site, edition, make, root, choice.paper, choice.books):
                yield edition, book


def kind(book: Book) -> str:
    """What a book is, one of `KINDS`: the last word of its id."""
    return book.id.rsplit("-", 1)[-1]


def _expected(site: Site, edition: Edition, book: Book) -> list[str] | None:
    """The cases that a book of cases must have; no other book must have any."""
    chosen = {CASEBOOK: site.catalog.cases_of, COLLECTION: site.catalog.chosen}.get(kind(book))
    return [case.id for case in chosen(edition.id)] if chosen else None


def _bound(renderer: UnitRenderer, book: Book, expected: list[str] | None, watch: Watch) -> Iterator[BoundBook]:
    """A book, and the sheet around it."""
    body = bind(renderer, book, expected, watch)
    yield body
    if body.pdf and book.wrap:
        yield bind(renderer, book.wrap(body.facts["pages"]))


# Files


def _described(edition: Edition, bound: BoundBook) -> BookFile:
    """A book as portals speak of it."""
    book = bound.book
    return BookFile.of(edition.id, file_name(edition.id, kind(book), book.make, book.piece), bound.facts)


def _parts(
    out_dir: Path, file: BookFile, bound: BoundBook, facts: Mapping[str, Any]
) -> Iterator[tuple[Path | bytes, Path]]:
    """What a published book consists of, and where each part belongs: the book, its cover, its facts."""
    assert bound.pdf
    target = out_dir / file.address
    yield bound.pdf, target
    yield bound.pdf.with_suffix(".png"), out_dir / file.cover
    yield (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode(), target.with_suffix(".json")


def _refuse_foreign(targets: Iterable[Path]) -> None:
    for target in targets:
        if target.suffix == ".pdf" and os.path.lexists(target) and not _is_ours(target):
            raise Stopped(f"{target} 不是本程序排印的，没有覆盖。请移走它，或用 --out 另选目录。")


def place(parts: Sequence[tuple[Path | bytes, Path]]) -> None:
    """Write all files beside their places, then have each take its place: a full disk leaves the old ones whole."""
    ready = [(source, target, target.with_suffix(f"{target.suffix}.{os.getpid()}.tmp")) for source, target in parts]
    try:
        for source, target, beside in ready:
            target.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(source, bytes):
                beside.write_bytes(source)
            else:
                shutil.copyfile(source, beside)
        for _, target, beside in ready:
            beside.replace(target)
    finally:
        for *_, beside in ready:
            beside.unlink(missing_ok=True)


def _is_ours(pdf: Path) -> bool:
    """Whether the facts beside a file say that it is a book of ours."""
    try:
        facts = json.loads(pdf.with_suffix(".json").read_text("utf-8"))
        return str(facts["schema"]).startswith("handbook/")
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _take_away(out_dir: Path, editions: Sequence[Edition], choice: Choice, files: Sequence[BookFile]) -> None:
    """Remove the chosen books of before that there are no longer: what was withdrawn must not be left lying about."""
    present = {file.address for file in files}
    for edition in editions:
        for book in choice.books or KINDS:
            for make, piece in product(choice.makes, Piece):
                name = file_name(edition.id, book, make, piece)
                if f"{name}.pdf" not in present and _is_ours(out_dir / f"{name}.pdf"):
                    for suffix in (".pdf", ".png", ".json"):
                        (out_dir / f"{name}{suffix}").unlink(missing_ok=True)
