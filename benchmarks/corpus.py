"""A made-up contest of any size: the same number of cases always gives the same files.

A case depends on its own number only, so a larger contest begins with the cases of a smaller one. Everything is
fabricated and marked so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml
from PIL import Image, ImageDraw

from benchmarks import vocabulary as words

BRANCH = "bench"
YEAR = 2026
COLOURS = {"primary": "#0d4f4c", "accent": "#a8480f"}
OUTLINE = ("项目概述", "解决方案", "应用成效", "价值创造和实现模式", "知识产权情况")
LEVELS = ("一等奖", "二等奖", "三等奖", "优秀奖")
LENGTH = 1_200
"""A case's text has at least as many characters."""

PICTURED = 4
"""One case in so many has a picture."""


_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def make(
    root: Path, cases: int, program: Path | None = None, pictures: bool = True, branches: Sequence[str] = (BRANCH,)
) -> Path:
    """Write a contest into the empty folder `root`, with so many cases in each branch.

    With `program`, the folder of this program, the contest has its templates and settings, so that it can be built and
    not only loaded. Without `pictures` no case has any.
    """
    _write_contest(root)
    for place, branch in enumerate(branches):
        edition = root / "content" / branch / str(YEAR)
        _write_branch(root / "branches" / branch)
        _write_edition(edition)
        for number in range(cases):
            _write_case(edition / "cases" / f"case-{number:05}", place * cases + number, pictures)
    if program:
        (root / "templates").symlink_to(program / "templates")
        (root / "mkdocs.yml").symlink_to(program / "mkdocs.yml")
    return root


def _write_contest(root: Path) -> None:
    contest = {
        "name": "“测速数据”大赛",
        "theme": "以数测速",
        "name_forms": {"national": "{year}年“测速数据”大赛", "branch": "{year}年“测速数据”大赛{branch}分赛"},
        "site": {"title": "测速门户", "url": "https://bench.example/", "mark": "测", "colours": COLOURS},
    }
    sectors = [{"id": slug, "name": name} for slug, name, _ in words.TRACKS]
    _write(root / "content/contest.yml", _yaml(contest))
    _write(root / "content/sectors.yml", _yaml({"sectors": sectors}))


def _write_branch(folder: Path) -> None:
    settings = f"""INHERIT: ../../mkdocs.yml
docs_dir: assets
site_dir: ../../site/{folder.name}
plugins: {{contest-portal: {{branch: {folder.name}}}}}
"""
    branch = {
        "id": folder.name,
        "name": "测速",
        "full_name": "测速省",
        "kind": "provincial",
        "colours": COLOURS,
        "mark": "测",
        "demo": True,
    }
    _write(folder / "branch.yml", _yaml(branch))
    _write(folder / "mkdocs.yml", settings)
    (folder / "assets").mkdir()


def _write_edition(folder: Path) -> None:
    edition = {
        "name": f"{YEAR}年“测速数据”大赛测速分赛",
        "document": {"title": "关于测速的通知", "issued": date(YEAR, 5, 6)},
        "summary": "虚构的分赛，只用来测量生成网站的快慢。",
        "organisers": {"hosts": ["测速省数据管理局"]},
        "eligibility": ["任何虚构的单位都可以参加。"],
        "project_requirements": ["项目须是虚构的。"],
        "submission": [{"item": "项目申报书", "parts": list(OUTLINE)}],
        "case_outline": list(OUTLINE),
        "contacts": [{"role": "测速办公室", "email": "office@bench.example"}],
        "demo": True,
    }
    phase = {"id": "registration", "name": "报名", "kind": "registration", "text": "5月6日—6月30日"}
    awards = {
        "levels": list(LEVELS),
        "quotas": [{"scope": "edition", "level": level, "count": None} for level in LEVELS],
    }
    notice = {"title": "关于测速的通知", "date": date(YEAR, 5, 6), "demo": True}
    _write(folder / "edition.yml", _yaml(edition))
    _write(folder / "timeline.yml", _yaml({"phases": [phase]}))
    _write(folder / "awards.yml", _yaml(awards))
    _write(folder / f"notices/{YEAR}-05-06-launch.md", _markdown(notice, "测速开始。"))
    for number, (slug, name, topics) in enumerate(words.TRACKS, start=1):
        track = {"name": name, "number": number, "kind": "professional", "sectors": [slug]}
        body = "\n\n".join(f"## {topic}\n在{name}中用数据做好{topic}。" for topic in topics.split())
        _write(folder / f"tracks/{number:02}-{slug}.md", _markdown(track, body))


def _write_case(folder: Path, number: int, pictures: bool) -> None:
    random = Random(number)
    slug, _, topics = words.TRACKS[number % len(words.TRACKS)]
    story = _Story(random, random.choice(topics.split()))
    pictured = pictures and number % PICTURED == 0
    record = {
        "title": f"{story.fill(random.choice(words.TITLES))}（{number + 1}）",
        "track": slug,
        "topic": story.topic,
        "award": LEVELS[min(number // len(words.TRACKS) % 10, 3)],
        "unit": story.company(),
        "partners": sorted({story.company() for _ in range(random.randrange(3))}),
        "team": {"name": f"{random.choice(words.BRANDS)}队", "representatives": random.randint(1, 5)},
        "region": story.city,
        "sme": random.random() < 0.4,
        "tags": random.sample([*words.DATA, *words.METHODS], 3),
        "summary": story.fill(random.choice(words.OPENINGS))[:118],
        "metrics": story.metrics(),
        "images": [{"file": "cover.png", "alt": f"{story.city}{story.topic}的示意图"}] if pictured else [],
        "demo": True,
    }
    _write(folder / "index.md", _markdown(record, story.body()))
    if pictured:
        _draw(folder / "cover.png", random)


class _Story:
    """The words of one case."""

    def __init__(self, random: Random, topic: str) -> None:
        self.random = random
        self.topic = topic
        self.city = random.choice(words.CITIES)

    def company(self) -> str:
        """The name of a unit."""
        pick = self.random.choice
        return f"{pick(words.CITIES)[:2]}{pick(words.BRANDS)}{pick(words.TRADES)}{pick(words.FORMS)}"

    def metrics(self) -> list[dict[str, str | int]]:
        """Three figures."""
        labels = self.random.sample(words.EFFECTS, 3)
        return [
            {"label": label, "value": self.random.randint(2, 990), "unit": self.random.choice(words.UNITS)}
            for label in labels
        ]

    def fill(self, sentence: str) -> str:
        """A sentence with its blanks filled."""
        pick = self.random.choice
        data, other = self.random.sample(words.DATA, 2)
        noun, noun2 = self.random.sample(words.NOUNS, 2)
        verb, verb2 = self.random.sample(words.VERBS, 2)
        quality, quality2 = self.random.sample(words.QUALITIES, 2)
        return sentence.format(
            city=self.city,
            topic=self.topic,
            data=data,
            other=other,
            user=pick(words.USERS),
            method=pick(words.METHODS),
            effect=pick(words.EFFECTS),
            brand=pick(words.BRANDS),
            place=self._place(),
            place2=self._place(),
            noun=noun,
            noun2=noun2,
            verb=verb,
            verb2=verb2,
            quality=quality,
            quality2=quality2,
            year=self.random.randint(2021, 2025),
            number=self.random.randint(30, 900),
            smaller=self.random.randint(3, 28),
        )

    def _place(self) -> str:
        return "".join(self.random.choices(words.CHARACTERS, k=2)) + self.random.choice(words.PLACES)

    def body(self) -> str:
        """The sections of the outline, with a table and a list as real cases have them."""
        parts = [f"## {heading}\n\n{self._section(LENGTH // len(OUTLINE))}" for heading in OUTLINE]
        parts.insert(2, self._table())
        parts.insert(4, "\n".join(f"{step}. {self.fill(self.random.choice(words.SENTENCES))}" for step in range(1, 4)))
        return "\n\n".join(parts)

    def _section(self, length: int) -> str:
        paragraphs = [self.fill(self.random.choice(words.OPENINGS))]
        while sum(map(len, paragraphs)) < length:
            sentences = self.random.sample(words.SENTENCES, 3)
            paragraphs.append("".join(self.fill(sentence) for sentence in sentences))
        return "\n\n".join(paragraphs)

    def _table(self) -> str:
        rows = [
            f"| {effect} | {self.random.randint(40, 900)} | {self.random.randint(2, 39)} |"
            for effect in self.random.sample(words.EFFECTS, 4)
        ]
        return "\n".join(["| 指标 | 应用前 | 应用后 |", "| --- | --- | --- |", *rows])


def _draw(path: Path, random: Random) -> None:
    """A small picture of overlapping blocks: quick to make, not quite trivial to encode."""
    image = Image.new("RGB", (640, 400), tuple(random.randrange(180, 256) for _ in range(3)))
    pencil = ImageDraw.Draw(image)
    for _ in range(14):
        left, top = random.randrange(560), random.randrange(340)
        box = (left, top, left + random.randrange(20, 200), top + random.randrange(20, 160))
        pencil.ellipse(box, fill=tuple(random.randrange(256) for _ in range(3)))
    image.save(path, compress_level=1)


def _yaml(values: dict[str, Any]) -> str:
    text: str = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text


def _markdown(values: dict[str, Any], body: str) -> str:
    return f"---\n{_yaml(values)}---\n{body}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
