"""What is made in parts and joined has the bytes of one build; parts that do not fit are refused and say why.

After every edit only the portals that it touches are made again: the proof that the others need not be is that the
joined site equals a build from nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import project
from generator.catalog import Catalog
from generator.machine import program
from generator.model import BranchId
from generator.publish import BrokenSite, BuildResult, Request, Stopped, joining, renew
from generator.publish.build import build
from generator.publish.manifest import Conditions, Origin
from generator.publish.origins import WORDS, differences, origins
from generator.site.facts import site
from generator.views import Site, plans
from tests import whole
from tests.publish.workshop import CASE, EDITION, EDITS, Edit, Workshop

DAY = date(2026, 9, 30)


class Yard(Workshop):
    """Three branches, each made as a part. Topics of all are related, and a page of `alpha` names one of `beta`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        for name in ("content", "branches"):
            shutil.copytree(folder / name / "beta", folder / name / "gamma")
        for old, new in (("beta", "gamma"), ("乙原自治区", "丙川市"), ("乙原", "丙川"), ("mark: 乙", "mark: 丙")):
            self.replace("branches/gamma/branch.yml", old, new)
            self.replace("content/gamma/2026/edition.yml", old, new)
        for branch in ("beta", "gamma"):
            self.replace(f"branches/{branch}/branch.yml", "mark:", "demo: true\nmark:")
        self.replace("content/gamma/2026/tracks/01-open-field.md", "自选题目", "用水效率")
        self.replace("content/gamma/2026/tracks/01-open-field.md", "open-innovation", "water")
        self.replace(f"{EDITION}/pages/about.md", "/beta/2026/tracks", "/beta/2026/notices/launch")
        self.git("init", "--quiet")
        self.commit(1)

    def git(self, *command: str, day: int = 1) -> None:
        told = {"GIT_COMMITTER_DATE": f"2026-01-0{day}T12:00:00Z"}
        command = ("git", "-c", "user.name=x", "-c", "user.email=x@x", *command)
        subprocess.run(command, cwd=self.root, env=os.environ | told, check=True)

    def commit(self, day: int) -> None:
        self.git("add", "content", "branches")
        self.git("commit", "--quiet", "--message=.", day=day)

    @property
    def parts(self) -> Path:
        return self.root / "parts"

    def touched(self) -> dict[BranchId, str]:
        report, reasons = joining.touched(replace(self.asked, parts=(self.parts,)))
        assert not report.has_errors, report.to_text()
        return reasons

    def make(self, *branches: str) -> None:
        for branch in branches:
            made = renew(replace(self.asked, part=True, branches=(branch,), out=self.parts / branch))
            assert made.published, made.report.to_text()

    def join(self, *places: Path, **wishes: object) -> BuildResult:
        return build(replace(self.asked, parts=places or (self.parts,), **wishes))  # type: ignore[arg-type]

    def joined(self) -> dict[str, bytes]:
        assert self.join().published
        return whole.contents(self.root / "site")


@pytest.fixture
def yard(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Yard:
    """A copy of a yard with all its parts, which a test may change."""
    first = whole.once(tmp_path_factory, "yard", lambda folder: Yard(folder).make("alpha", "beta", "gamma"))
    own = Yard.__new__(Yard)
    own.root = Path(shutil.copytree(first, tmp_path / "contest", symlinks=True))
    own.asked = Request(own.root, own.root / "site", DAY, handbooks=False)
    return own


# The same bytes


def test_parts_are_joined_to_what_one_machine_makes(yard: Yard, tmp_path: Path) -> None:
    assert yard.touched() == {}
    made = yard.joined()
    assert any(name.startswith("alpha") and name.endswith((".jpg", ".png", ".webp")) for name in made)
    assert made == yard.publish_anew(tmp_path / "anew")
    assert not yard.join().changes


def test_books_are_joined_too(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    contest = whole.warm(whole.lay(tmp_path / "contest"), tmp_path_factory)
    asked = Request(contest, contest / "site", DAY)
    for branch in ("alpha", "beta"):
        assert build(replace(asked, part=True, branches=(branch,), out=contest / "parts" / branch)).published
    assert build(replace(asked, parts=(contest / "parts",))).published
    whole.make(contest, DAY, tmp_path / "whole")
    joined = whole.contents(contest / "site")
    assert any(name.endswith(".pdf") for name in joined)
    assert joined == whole.contents(tmp_path / "whole")


def test_a_part_may_have_several_portals(yard: Yard) -> None:
    expected = yard.joined()
    shutil.rmtree(yard.parts)
    assert renew(replace(yard.asked, part=True, out=yard.parts)).built == ("alpha", "beta", "gamma")
    assert yard.joined() == expected


def test_a_part_has_nothing_of_the_hub(yard: Yard) -> None:
    names = whole.contents(yard.parts / "beta").keys()
    assert {name.partition("/")[0] for name in names} == {"beta", "manifest.json"}


# What an edit touches


def _recommitted(yard: Workshop) -> None:
    """The file is as it was, but was changed on another day."""
    assert isinstance(yard, Yard)
    page = yard.root / f"{EDITION}/pages/visit.md"
    text = page.read_text("utf-8")
    page.write_text(text + "另\n", "utf-8")
    yard.commit(2)
    page.write_text(text, "utf-8")
    yard.commit(3)


BETA, GAMMA = "content/beta/2026", "content/gamma/2026"
TOUCHED: dict[str, dict[str, tuple[Edit, set[str]]]] = {
    "one": {
        "days of changes": (_recommitted, {"alpha"}),
        **{
            name: (EDITS[name], {"alpha"})
            for name in ("a body", "a picture", "a new address", "colours", "a branch's own template", "a topic")
        },
        "a day on which less is public": (lambda yard: yard.ask(as_of=date(2026, 8, 1)), {"alpha"}),
    },
    "what is related": {
        "its title": (
            lambda yard: yard.replace(f"{GAMMA}/tracks/01-open-field.md", "用水效率", "用水效率提升"),
            {"alpha", "gamma"},
        ),
        "its branch's name": (
            lambda yard: yard.replace("branches/gamma/branch.yml", "name: 丙川", "name: 丙江"),
            {"alpha", "gamma"},
        ),
        "its text": (
            lambda yard: yard.replace(f"{GAMMA}/tracks/01-open-field.md", "任何领域", "任一领域"),
            {"gamma"},
        ),
        "a day on which all is as it was": (lambda yard: yard.ask(as_of=date(2026, 9, 29)), set()),
    },
    "another": {
        "a named notice's text": (
            lambda yard: yard.replace(f"{BETA}/notices/2026-06-20-launch.md", "七月一日", "七月二日"),
            {"beta"},
        ),
        "a damaged part": (lambda yard: (yard.root / "parts/beta/beta/index.html").write_text("x"), {"beta"}),
        "a lost part": (lambda yard: shutil.rmtree(yard.root / "parts/beta"), {"beta"}),
    },
    "a branch gone": {
        "": (
            lambda yard: [shutil.rmtree(yard.root / name / "gamma") for name in ("content", "branches")],
            {"alpha"},
        ),
    },
}
"""Edits by what they touch. A part that should have been made again stays as it was until a group is compared: no
later edit of it touches what an earlier one leaves alone."""


@pytest.mark.parametrize("group", TOUCHED)
def test_what_is_not_touched_need_not_be_made(yard: Yard, tmp_path: Path, group: str) -> None:
    for name, (edit, expected) in TOUCHED[group].items():
        edit(yard)
        assert yard.touched().keys() == expected, name
        yard.make(*expected)
        assert yard.touched() == {}, name
    assert yard.joined() == yard.publish_anew(tmp_path / "anew")


@pytest.mark.parametrize(
    "edit",
    [
        EDITS["a template"],
        EDITS["another address"],
        lambda yard: yard.replace("content/contest.yml", "虚构的大赛", "另一个大赛"),
        lambda yard: yard.replace(f"{BETA}/tracks/01-open-field.md", "自选题目", "用水效率"),
    ],
    ids=["a template", "another address", "the contest", "a topic that becomes related"],
)
def test_what_touches_all_leaves_nothing_that_could_be_wrong(yard: Yard, edit: Edit) -> None:
    edit(yard)
    assert yard.touched().keys() == {"alpha", "beta", "gamma"}


def test_a_record_that_is_named_counts_by_whether_it_can_be_read(yard: Yard) -> None:
    """The forewords of books may name what is not public; texts of pages may not."""
    catalog = project.load(yard.root).catalog
    assert catalog
    told = [_origin(yard, each)["elsewhere"] for each in (catalog, replace(catalog, notices=catalog.of(ALPHA).notices))]
    assert told[0] != told[1]
    page = next(page for page in catalog.pages.values() if page.slug == "about")
    other = page.model_copy(update={"body": page.body.replace("record:/beta", "r&#101;cord:/gamma")})
    assert _origin(yard, replace(catalog, pages={page.id: other}))["elsewhere"] not in told


ALPHA = BranchId("alpha")


def _origin(yard: Yard, catalog: Catalog) -> Origin:
    facts = site(yard.root, catalog, None, shown=())
    return origins(yard.root, facts, Conditions(DAY, None, handbooks=False), [ALPHA])[ALPHA]


def test_pages_ask_nothing_of_other_branches_but_what_their_origin_has() -> None:
    """On all real content: of other branches nothing is left but topics, the finals, and records that texts name."""
    catalog = project.load(whole.ROOT).catalog
    assert catalog
    full = site(whole.ROOT, catalog, "https://x.example/", shown=())
    for branch, record in catalog.branches.items():
        narrow = replace(full, catalog=_seen_from(full, catalog, branch), prose=full.prose)
        for plan in plans(full, record):
            assert plan.make(narrow) == plan.make(full), plan.address


def _seen_from(full: Site, catalog: Catalog, branch: BranchId) -> Catalog:
    """A catalog with all of one branch; of others, tracks with topics related to its own, and its way to the finals."""
    own = catalog.of(branch)
    tracks = {other.track for key, found in full.related_topics.items() if key[0] in own.tracks for other in found}
    related = {key: track for key, track in catalog.tracks.items() if key in tracks}
    editions = {track.edition for track in related.values()}
    chains = {key: (catalog.national_edition(key), *catalog.branch_editions(key)) for key in own.editions}
    chained = {each for found in chains.values() for each in found if each}
    branches = {edition.branch for key, edition in catalog.editions.items() if key in editions | chained}

    def _other(record: Any, name: str) -> Any:
        return record.model_copy(update={name: "别的"})

    return replace(
        own,
        branches={key: _other(catalog.branches[key], "profile") for key in branches} | own.branches,
        editions={key: _other(catalog.editions[key], "summary") for key in editions | chained} | own.editions,
        timelines={key: each for key, each in catalog.timelines.items() if key in chained} | own.timelines,
        awards={key: each for key, each in catalog.awards.items() if key in chained} | own.awards,
        entries={key: each for key, each in catalog.entries.items() if key in chained} | own.entries,
        cases={key: each for key, each in catalog.cases.items() if each.edition in chained} | own.cases,
        tracks={key: _other(track, "introduction") for key, track in related.items()} | own.tracks,
    )


# What is refused


def _refused(yard: Yard, *places: Path, **wishes: object) -> str:
    """Why nothing is joined; the present site stays as it is."""
    site = yard.root / "site"
    before = whole.contents(site)
    with pytest.raises(Stopped) as stopped:
        yard.join(*places, **wishes)
    assert whole.contents(site) == before
    assert not site.with_name("site.building").exists()
    return str(stopped.value)


def test_all_that_is_missing_is_named(yard: Yard) -> None:
    told = _refused(yard, yard.parts / "beta", yard.parts / "nowhere")
    assert "缺少 2 个分赛的部分，没有合并；原有网站不变。\n    alpha：没有做过\n    gamma：没有做过\n" in told
    assert "portal build --part --branch alpha --branch gamma" in told


def test_parts_of_another_state_are_named_with_what_differs(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    yard.joined()
    beta = f"beta：{yard.parts / 'beta'} 与现在的不同："
    assert f"{beta}网址\n" in _refused(yard, site_url="https://else.example/")
    told = _refused(yard, as_of=date(2026, 8, 1))
    assert f"alpha：{yard.parts / 'alpha'} 与现在的不同：当天公开的内容、当天所处的赛程阶段\n" in told
    assert "beta" not in told.splitlines()[1]
    assert f"{beta}是否带手册、排印手册的字体和系统库\n" in _refused(yard, handbooks=True)
    yard.replace(f"{BETA}/edition.yml", "乙原自治区分赛", "乙原分赛")
    yard.replace("content/contest.yml", "虚构的大赛", "另一个大赛")
    assert f"{beta}分赛的内容、各分赛共用的内容（content/ 下的 yml 文件）\n" in _refused(yard)
    monkeypatch.setattr(program, "code", lambda: "another program")
    assert f"{beta}程序、模板、软件库或 mkdocs.yml、" in _refused(yard)


def test_of_several_parts_of_a_portal_the_fitting_one_is_taken(yard: Yard) -> None:
    old = Path(shutil.copytree(yard.parts, yard.root / "old"))
    EDITS["a body"](yard)
    yard.make("alpha")
    yard.join(old, yard.parts)
    assert "多了一段" in (yard.root / "site/alpha/2026/cases/kiln-heat-map/index.html").read_text("utf-8")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "beta/index.html": lambda part: (part / "beta/index.html").write_bytes(b"x"),
    "beta/2026/index.html": lambda part: (part / "beta/2026/index.html").unlink(),
    "beta/foreign.html": lambda part: (part / "beta/foreign.html").write_bytes(b"x"),
    "foreign.html": lambda part: (part / "foreign.html").write_bytes(b"x"),
    "beta/2026/tracks": lambda part: _linked(part / "beta/2026/tracks"),
    "beta/2026/guide/index.html": lambda part: _linked(part / "beta/2026/guide/index.html"),
    "beta/../../secret": lambda part: (part / "manifest.json").write_text(
        (part / "manifest.json").read_text("utf-8").replace("beta/index.html", "beta/../../secret")
    ),
}


def _linked(path: Path) -> None:
    """The same by way of a link."""
    path.symlink_to(path.rename(path.parents[3].parent / "aside"))


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_or_foreign_file_is_refused(yard: Yard, name: str) -> None:
    yard.joined()
    DAMAGES[name](yard.parts / "beta")
    told = _refused(yard)
    assert told.startswith(f"{yard.parts / 'beta'} 已损坏：{name}")
    assert told.endswith(" 与它的清单（manifest.json）不符。请重做它。")
    assert yard.touched().keys() == {"beta"}
    yard.replace("parts/beta/manifest.json", '"portals"', '"others"')
    assert "beta：没有做过" in _refused(yard)


def test_an_edit_while_a_part_is_made_is_noticed(yard: Yard) -> None:
    page = yard.root / f"{EDITION}/pages/visit.md"

    def meanwhile(step: str, done: int, _total: int) -> None:
        if (step, done) == ("核对链接", 0):
            page.write_text(page.read_text("utf-8") + "后来的一句。\n", "utf-8")

    for wish in ({"part": True, "branches": ("beta",), "out": yard.parts / "beta"}, {"parts": (yard.parts,)}):
        with pytest.raises(Stopped, match="内容或程序被改动了"):
            build(replace(yard.asked, **wish), meanwhile)  # type: ignore[arg-type]
        shutil.copy(whole.MINIMAL / page.relative_to(yard.root), page)


def test_a_part_judges_its_own_links_and_the_whole_site_those_between_parts(yard: Yard) -> None:
    own = yard.root / "branches/beta/templates"
    own.mkdir()
    shutil.copy(yard.root / "templates/portal/guide.html", own)
    guide = "branches/beta/templates/guide.html"
    yard.replace(guide, "{% block content %}", '{% block content %}<a href="../nowhere.html">x</a>')
    with pytest.raises(BrokenSite) as broken:
        yard.make("beta")
    assert [bad.target for bad in broken.value.bad] == ["../nowhere.html"]
    yard.replace(guide, "../nowhere.html", "../../../alpha/nowhere.html")
    yard.make("beta")
    with pytest.raises(BrokenSite) as broken:
        yard.join()
    assert [bad.target for bad in broken.value.bad] == ["../../../alpha/nowhere.html"]


def test_mistakes_in_the_content_stop_everything(yard: Yard) -> None:
    yard.replace(CASE, "award: ", "award: 特")
    assert yard.join().published is None
    report, reasons = joining.touched(replace(yard.asked, parts=(yard.parts,)))
    assert report.has_errors
    assert reasons == {}


def test_every_difference_has_words(yard: Yard) -> None:
    catalog = project.load(yard.root).catalog
    assert catalog
    known = _origin(yard, catalog)
    assert known.keys() == WORDS.keys()
    assert differences(known, dict.fromkeys(WORDS, "other")) == list(WORDS.values())
