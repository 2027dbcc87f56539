"""Sheets on their way out: what is handed over, filled in and hung up, into a folder; all of a kind or none."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.diagnostics.codes import Severity
from generator.diagnostics.progress import Progress, silent
from generator.handbook.book import Book, Unit
from generator.handbook.layout.pool import Pool
from generator.handbook.layout.renderer import UnitRenderer, Watch
from generator.handbook.making import bind
from generator.handbook.plan import boards as plan_boards
from generator.handbook.plan import certificates as plan_certificates
from generator.handbook.plan.certificates import file_name
from generator.handbook.plan.checklist import checklist
from generator.handbook.plan.maker import UnitMaker
from generator.handbook.plan.scoring import scoring
from generator.handbook.printing import UnitProgress, place
from generator.machine import cache
from generator.machine.faults import Stopped
from generator.model import Edition
from generator.papers import LooseSheet, Make, Paper
from generator.views import Site
from generator.views.parts.certificates import awarded

STEP = "排印"
TABLE = "certificates/numbers.csv"


@dataclass(frozen=True)
class Prints:
    """What is to be printed: books and other files by their names, those of former prints that must go."""

    books: Mapping[str, Book]
    files: Mapping[str, bytes] = field(default_factory=dict)
    former: Sequence[str] = ()


@dataclass(frozen=True)
class Printed:
    """What came of it: files in order, none of them when there were errors."""

    files: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]


def forms(root: Path, site: Site, edition: Edition, kind: str) -> Prints:
    """The checklist or the scoring sheets. Raises `Stopped` when there is nothing to put into them."""
    makers = {
        "checklist": (checklist, "通知没有列出要提交的材料，没有清单可印。"),
        "scoring": (scoring, "还没有公布评价指标，没有评分表可印。"),
    }
    make, lacking = makers[kind]
    if (book := make(UnitMaker.of_sheets(root, site, edition, Paper.A4))) is None:
        raise Stopped(lacking)
    return Prints({f"{kind}.pdf": book})


def certificates(root: Path, site: Site, edition: Edition, out: Path) -> Prints:
    """A certificate for every award, all of them for the printer, and the table of their numbers.

    Raises `Stopped` when nobody has been awarded, a number would stand on two certificates, or one has no room.
    """
    found = awarded(site, edition)
    if not found:
        raise Stopped("还没有公开的获奖名单，没有证书可印。")
    if twice := [name for name, count in Counter(map(file_name, found)).items() if count > 1]:
        told = "、".join(twice)
        raise Stopped(f"证书编号有重复：{told}。请在 handbook.yml 的编号规则里写上 {{level}} 和 {{entry}}。")
    screen, printed = (UnitMaker.of_sheets(root, site, edition, LooseSheet.CERTIFICATE, make) for make in Make)
    if full := [each.number for each in found if plan_certificates.size(screen, each) is None]:
        raise Stopped(
            f"证书写不下：{'、'.join(full)}。请缩短单位和团队的名称，或 handbook.yml 里证书的标题、正文和颁发单位。"
        )
    books = {"certificates/all.pdf": plan_certificates.certificates(printed, found)}
    for each in found:
        books[f"certificates/{file_name(each)}.pdf"] = plan_certificates.certificates(screen, [each])
    former = [name for name in _before(out / TABLE) if name not in books]
    return Prints(books, {TABLE: plan_certificates.table(screen, found)}, former)


def _before(path: Path) -> Iterator[str]:
    """The certificates of the last time: one of an entry that has left since must not be left lying about.

    Somebody may have edited the table, so that a name in it leads nowhere but into its folder.
    """
    if path.is_file():
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            names = [Path(row.get("文件") or "").name for row in csv.DictReader(file)]
        yield from (f"certificates/{name}" for name in names if name.endswith(".pdf"))


def boards(
    root: Path, site: Site, edition: Edition, case: str | None = None, sizes: Sequence[LooseSheet] = plan_boards.SIZES
) -> Prints:
    """The boards of an edition, or of one case. Raises `Stopped` when there is no such case, or nothing to show."""
    known = [each.slug for each in site.catalog.cases_of(edition.id)]
    if case and case not in known:
        raise Stopped(f"没有公开的案例“{case}”。可选：{'、'.join(known) or '还没有案例'}。")
    drawn = {f"boards/{name}.pdf": book for name, book in plan_boards.boards(root, site, edition, case, sizes)}
    if not drawn:
        raise Stopped("还没有公开的赛道和案例，没有展板可印。")
    return Prints(drawn)


def _lay_out(renderer: UnitRenderer, books: Sequence[Book], watch: Watch) -> None:
    """Fill the cache with the units of all books of one style at once, so that every processor has work."""
    for _, alike in groupby(sorted(books, key=_style), key=_style):
        first, *others = alike
        units = [part for book in (first, *others) for part in book.parts if isinstance(part, Unit)]
        renderer.render(first, units, watch)


def _style(book: Book) -> tuple[str, str, str]:
    return book.make, str(book.paper), book.css


def write(root: Path, prints: Prints, out: Path, progress: Progress = silent) -> Printed:
    """Print everything into `out`, and only then put anything there."""
    told = UnitProgress(progress, STEP, sum(len(book.parts) for book in prints.books.values()) + 1)
    made: list[tuple[Path | bytes, Path]] = []
    problems: list[Diagnostic] = []
    with Pool(root) as pool:
        renderer = UnitRenderer(root, pool)
        _lay_out(renderer, list(prints.books.values()), told)
        for name, book in prints.books.items():
            bound = bind(renderer, book)
            problems += bound.problems
            if bound.pdf:
                made.append((bound.pdf, out / name))
    told.end()
    found = tuple(dict.fromkeys(problems))
    if any(each.severity is Severity.ERROR for each in found):
        return Printed((), found)
    made += [(data, out / name) for name, data in prints.files.items()]
    place(made)
    for name in prints.former:
        (out / name).unlink(missing_ok=True)
    cache.prune(root)
    return Printed(tuple(target for _, target in made), found)
