"""One input a number and seed: families of inputs with their weights, each a function of its own randomness."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from generator.model import (
    AwardScheme,
    Branch,
    CaseFile,
    Contest,
    EditionFile,
    Handbook,
    Judging,
    NoticeFile,
    PageFile,
    Timeline,
    TopicLinks,
    TrackFile,
)
from generator.model.contest import SectorsFile
from tests.fuzz import images, payloads
from tests.fuzz.contest import MINIMAL, RECORDS, Edit, Input, case, notice, page
from tests.fuzz.words import ORIGIN, Fate, rare, word

MODELS: dict[str, type[BaseModel]] = {
    "content/contest.yml": Contest,
    "content/sectors.yml": SectorsFile,
    "content/topic-links.yml": TopicLinks,
    "content/alpha/2026/edition.yml": EditionFile,
    "content/alpha/2026/timeline.yml": Timeline,
    "content/alpha/2026/awards.yml": AwardScheme,
    "content/alpha/2026/judging.yml": Judging,
    "content/alpha/2026/handbook.yml": Handbook,
    "content/alpha/2026/tracks/01-smart-factory.md": TrackFile,
    "content/alpha/2026/notices/2026-06-01-launch.md": NoticeFile,
    "content/alpha/2026/pages/about.md": PageFile,
    "content/alpha/2026/cases/kiln-heat-map/index.md": CaseFile,
    "content/beta/2026/edition.yml": EditionFile,
    "content/beta/2026/timeline.yml": Timeline,
    "branches/alpha/branch.yml": Branch,
    "branches/beta/branch.yml": Branch,
}
"""What is written in each file."""

TEXTS = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*") if path.suffix in (".yml", ".md"))
PICTURES = sorted(
    path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*") if path.suffix in (".png", ".jpg")
)
SYNTAX = "-:：,，[]{}&*!|>'\"%@`#?~\t\n \\<>()/0129eE.+年月日甲record:truenull\ufeff\u3000\x85\u2028\x00\u202e"
SECRETS = 1_000_000
"""Numbers from here on belong to no input but to records that are always there."""


class Maker:
    """The means of one input: its randomness and its words."""

    def __init__(self, seed: int, number: int) -> None:
        self.number = number
        self.random = Random(f"{seed}/{number}")
        self.slug = f"z{number}"

    def fill(self, template: str, fate: Fate = Fate.PUBLIC) -> str:
        """A fragment with its blanks filled."""
        own = word(fate, self.number)
        filled = template.replace("{scheme}", self.random.choice(payloads.SCHEMES))
        while "{call}" in filled:
            filled = filled.replace("{call}", self.random.choice(payloads.CALLS), 1)
        filled = filled.replace("{svg}", 'xmlns="http://www.w3.org/2000/svg"')
        return filled.replace("{url}", f"https://{ORIGIN}/{own}").replace("{word}", own)

    def record(self, body: str, **front: Any) -> Edit:
        """A case, a notice or a page more."""
        return self.random.choice(RECORDS)(self.slug, body, **front)

    @property
    def hidden(self) -> str:
        """The word that nobody may ever see."""
        return word(Fate.SECRET, self.number)


# Text files


def yaml_damage(make: Maker) -> Iterator[Edit]:
    """A stretch of a file is another."""
    name = make.random.choice(TEXTS)
    original = (MINIMAL / name).read_bytes()
    start = make.random.randrange(len(original) + 1)
    patch = "".join(make.random.choices(SYNTAX, k=make.random.randint(0, 12))).encode()
    yield Edit("write", name, original[:start] + patch + original[start + make.random.randint(0, 40) :])


def yaml_values(make: Maker) -> Iterator[Edit]:
    """A value is written in some other way that YAML knows, or does not."""
    name = make.random.choice(TEXTS)
    lines = (MINIMAL / name).read_text("utf-8").split("\n")
    keyed = [place for place, line in enumerate(lines) if re.match(r"\s*(- )?[a-z_]+:", line)]
    for place in make.random.sample(keyed, min(len(keyed), make.random.randint(1, 2))):
        lines[place] = f"{lines[place].partition(':')[0]}: {make.random.choice(payloads.YAML)}"
    yield Edit("write", name, "\n".join(lines).encode("utf-8", "surrogatepass"))


def _front(name: str) -> tuple[Any, str]:
    path = MINIMAL / name
    text = path.read_text("utf-8") if path.exists() else ""
    if name.endswith(".yml"):
        return yaml.safe_load(text) or {}, ""
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body


def _written(name: str, data: Any, body: str) -> Edit:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    whole = text if name.endswith(".yml") else f"---\n{text}---\n{body}"
    return Edit("write", name, whole.encode("utf-8", "replace"))


def _fields(model: type[BaseModel], prefix: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key path that a model has, lists of models through their first item."""
    for name, field in model.model_fields.items():
        yield (*prefix, name)
        for inner in _models(field.annotation):
            if inner is not model:
                yield from _fields(inner, (*prefix, name))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _set(data: Any, keys: tuple[str, ...], value: Any) -> None:
    for key in keys[:-1]:
        if isinstance(data, list):
            data = data[0] if data and isinstance(data[0], dict) else data
        if not isinstance(data, dict):
            return
        data = data.setdefault(key, {})
    if isinstance(data, list) and data:
        data = data[-1]
    if isinstance(data, dict):
        data[keys[-1]] = value


def shapes(make: Maker) -> Iterator[Edit]:
    """A field of a model has a value of some shape."""
    name = make.random.choice(sorted(MODELS))
    data, body = _front(name)
    _set(data, make.random.choice(list(_fields(MODELS[name]))), make.random.choice(payloads.SHAPES))
    yield _written(name, data, body)


def _strings(data: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if isinstance(value, str):
            yield (*keys, key)
        yield from _strings(value, (*keys, key))


def texts(make: Maker) -> Iterator[Edit]:
    """A text of a record has markup, formulas or line ends in it."""
    name = make.random.choice(sorted(set(MODELS) - {"content/topic-links.yml"}))
    data, body = _front(name)
    places = [keys for keys in _strings(data) if keys[-1] not in ("id", "kind", "scope", "level", "track", "award")]
    payload = make.fill(make.random.choice(payloads.TITLES))
    if places and make.random.random() < 0.6:
        *above, last = make.random.choice(places)
        inner = data
        for key in above:
            inner = inner[key]
        inner[last] = make.random.choice((payload, f"{inner[last]}{payload}"))
    else:
        _set(data, make.random.choice(list(_fields(MODELS[name]))), payload)
    yield _written(name, data, body)


TEXT_FIELDS = (
    "title",
    "summary",
    "unit",
    "region",
    "partners",
    "tags",
    "team",
    "metrics",
    "aliases",
    "topic",
    "source",
)


def record_texts(make: Maker) -> Iterator[Edit]:
    """A new record whose fields have markup, formulas or line ends in them."""
    front: dict[str, Any] = {}
    texts = [make.fill(make.random.choice(payloads.TITLES)) for _ in TEXT_FIELDS]
    shaped = {
        "team": lambda text: {"name": text},
        "metrics": lambda text: [{"label": text, "value": text, "unit": text}],
        **dict.fromkeys(("partners", "tags"), lambda text: [text]),
    }
    kind = make.random.choice(RECORDS)
    allowed = {case: CaseFile, notice: NoticeFile, page: PageFile}[kind].model_fields
    for field, text in make.random.sample(list(zip(TEXT_FIELDS, texts, strict=True)), 4):
        if field in allowed:
            front[field] = shaped.get(field, str)(text[:100] if field == "summary" else text)
    yield kind(make.slug, make.fill("正文 {word}"), **front)


# Bodies


def markdown(make: Maker) -> Iterator[Edit]:
    """A record of several constructs, and its comments."""
    parts = make.random.choices(payloads.MARKDOWN, k=make.random.randint(1, 5))
    yield make.record("\n\n".join(parts) + f"\n\n<!-- {make.hidden} -->\n")


def repeated(make: Maker) -> Iterator[Edit]:
    """A record in which a fragment, or two, stand very often."""
    fragment = "".join(make.random.choices(payloads.REPEATED, k=make.random.randint(1, 2)))
    times = make.random.choice((50, 399, 2_000, 20_000))
    yield make.record(fragment * times + make.random.choice(("", "甲", "\n", ")", "`", "*")))


def nested(make: Maker) -> Iterator[Edit]:
    """A record in which things stand in one another, deeply."""
    opens, closes = make.random.choice(payloads.NESTED)
    depth = make.random.choice((5, 30, 90, 400, 3_000))
    middle = make.fill(make.random.choice(payloads.HTML))
    body = opens * depth + middle + closes * depth
    if make.random.random() < 0.4:
        body = "\n".join("    " * min(level, 200) + "- 甲" for level in range(depth % 500)) + body
    yield make.record(body)


def html(make: Maker) -> Iterator[Edit]:
    """A record with raw HTML that wants to run."""
    chosen = make.random.choices((*payloads.HTML, *payloads.MARKDOWN_HTML), k=make.random.randint(1, 2))
    parts = [_disguised(make.fill(each), make.random) for each in chosen]
    joined = make.random.choice(("\n\n", "\n", " ", "")).join(parts)
    yield make.record(f"{make.random.choice(('', '甲 ', '- ', '> ', '## '))}{joined}")


def _disguised(text: str, random: Random) -> str:
    """The same fragment as somebody writes it who wants to pass a filter."""
    way = random.randrange(12)
    if way == 0:
        return "".join(random.choice((each.lower(), each.upper())) if each in "<scriptonm" else each for each in text)
    if way == 1:
        return re.sub(r"(?<=<)\w|(?<=\()['\w]", lambda found: f"&#{ord(found[0])};", text)
    if way == 2:
        return text.replace(" ", random.choice(("\t", "\n", "/", "\x0c", "\xa0")))
    if way == 3:
        return text.replace("<", random.choice(("<<", "<\x00", "\\<", "&lt;<", "<!-- --><")))
    if way == 4:
        return f"<{random.choice(('svg', 'math', 'template', 'noscript', 'select', 'table'))}>{text}"
    if way == 5:
        at = random.randrange(len(text) + 1)
        return text[:at] + random.choice(("*", "`", "\n\n", "<!--", "-->", "]]>", "\x02", "[", "&")) + text[at:]
    return text


# Pictures and other files


def pictures(make: Maker) -> Iterator[Edit]:
    """A new case with a picture: whole, damaged, or a bomb; or damage to a picture that is there."""
    chance = make.random.random()
    if chance < 0.1:
        name = make.random.choice(PICTURES)
        yield Edit("write", name, images.damaged((MINIMAL / name).read_bytes(), make.random))
        return
    form = make.random.choice(list(images.MODES))
    words = (make.hidden, make.hidden)
    content = images.hidden(form, make.random.choice(images.MODES[form]), words, make.random)
    if chance < 0.4:
        content = images.damaged(content, make.random)
    elif chance < 0.45:
        content = images.bomb(make.random)
    suffix = images.SUFFIX[form] if chance < 0.9 else make.random.choice((".png", ".JPG", ".jpeg", ".webp", ".gif"))
    name = f"cover{suffix}"
    made = case(make.slug, f"甲\n\n![图]({name})", images=[{"file": name, "alt": f"窑 {make.slug}"}])
    yield made
    yield Edit("write", made.path.replace("index.md", name), content)


def svg(make: Maker) -> Iterator[Edit]:
    """A drawing: as a branch's logo, among its assets, as a case's picture."""
    content = make.fill(make.random.choice(payloads.SVG)).encode()
    name = f"{make.slug}.svg"
    way = make.random.randrange(3)
    if way == 0:
        branch = make.random.choice(("alpha", "beta"))
        data, _ = _front(f"branches/{branch}/branch.yml")
        yield Edit("write", f"branches/{branch}/assets/{name}", content)
        yield _written(f"branches/{branch}/branch.yml", {**data, "logo": name}, "")
    elif way == 1:
        yield Edit("write", f"branches/beta/assets/{name}", content)
    else:
        yield case(make.slug, f"![图]({name})", images=[{"file": name, "alt": "窑"}])
        yield Edit("write", f"content/beta/2026/cases/{make.slug}/{name}", content)


def logos(make: Maker) -> Iterator[Edit]:
    """A logo that is no picture, or lies elsewhere."""
    data, _ = _front("branches/beta/branch.yml")
    name = make.random.choice(
        ("../branch.yml", "/etc/passwd", "a/../../mkdocs.yml", "", ".", "..", "a.html", "x\n.png")
    )
    yield _written("branches/beta/branch.yml", {**data, "logo": name}, "")


def others(make: Maker) -> Iterator[Edit]:
    """Files that nobody expects, in folders of content: they are never published."""
    place = make.random.choice([place for place in payloads.PLACES if not place.endswith("assets")])
    name, content = make.random.choice(payloads.OTHERS)
    filled = make.fill(content.decode("utf-8-sig"), Fate.SECRET)
    if place != "branches/beta" or name not in ("mkdocs.yml", "templates/base.html"):  # these are meant to be read
        yield Edit("write", f"{place}/{name}", filled.encode())


def names(make: Maker) -> Iterator[Edit]:
    """A file or a folder with a name that makes trouble, sometimes two that differ in case only."""
    place, name = make.random.choice(payloads.PLACES), make.random.choice(payloads.NAMES)
    chosen = [name, name.swapcase()] if make.random.random() < 0.2 else [name]
    source = make.random.choice((notice, page, case))(make.slug, "正文").data
    for each in chosen:
        inside = make.random.choice(("", "/index.md")) if place.endswith("cases") else ""
        yield Edit("write", f"{place}/{each}{inside}", source)
    if make.random.random() < 0.2:
        yield case(make.slug, f"![图]({name})", images=[{"file": name, "alt": "窑"}])


# Trees

TARGETS = (
    *("../outside", "../outside/index.md", "../outside/secret.txt", "../outside/cover.png", "nowhere", ".", "..", "/"),
    *("content/alpha/2026/cases/night-bus", "content/alpha/2026/notices/2026-06-01-launch.md", "content", "branches"),
    *("/dev/null", "/dev/zero", "/proc/self/environ", "/etc/hostname", "itself"),
)
"""Where links lead, from the project's root."""

NODES = (
    "content/beta/2026/cases/{slug}",
    "content/beta/2026/cases/{slug}/index.md",
    "content/beta/2026/cases/{slug}/cover.png",
    "content/beta/2026/notices/2026-06-20-{slug}.md",
    "content/beta/2026/pages/{slug}.md",
    "content/beta/2026/tracks/02-{slug}.md",
    "content/beta/2026/judging.yml",
    "content/beta/2026/handbook.yml",
    "content/beta/2026/edition.yml",
    "content/beta/2026/notices",
    "content/beta/2026/cases",
    "content/beta/2027",
    "content/topic-links.yml",
    "content/sectors.yml",
    "content/{slug}",
    "content/{slug}.md",
    "branches/{slug}",
    "branches/beta/branch.yml",
    "branches/beta/assets/{slug}",
    "branches/beta/assets/{slug}.png",
    "branches/beta/assets/{slug}.svg",
    "branches/beta/templates",
)


def trees(make: Maker) -> Iterator[Edit]:
    """A link, a pipe, a socket, a folder, a file or a closed file stands where something else belongs."""
    path = make.random.choice(NODES).replace("{slug}", make.slug)
    if path.endswith("cover.png"):
        yield case(make.slug, "![图](cover.png)", images=[{"file": "cover.png", "alt": "窑"}])
    what = make.random.choice(("link", "link", "link", "fifo", "socket", "folder", "write", "closed"))
    if what == "link":
        target = make.random.choice(TARGETS)
        up = "../" * path.count("/")
        to = path.rpartition("/")[2] if target == "itself" else target if target[0] == "/" else up + target
        yield Edit("link", path, to.encode())
    elif what == "write":
        yield Edit("write", path, make.hidden.encode() if "assets" not in path else b"")
    elif what == "closed":
        yield Edit("write", path, b"")
        yield Edit("closed", path)
    else:
        yield Edit(what, path)


def deep(make: Maker) -> Iterator[Edit]:
    """Folders in folders in folders."""
    place = make.random.choice(payloads.PLACES)
    yield Edit("write", f"{place}/{make.slug}/" + "d/" * make.random.choice((3, 40, 400)) + "a.md", b"---\n---\n")


def front_matter(make: Maker) -> Iterator[Edit]:
    """The beginning of a file is wrong, too long, too deep, or in another encoding."""
    content = make.random.choice(payloads.FRONT)
    target = make.random.choice((make.record("").path, *TEXTS))
    yield Edit("write", target, content if target.endswith(".md") else content.replace(b"---\n", b"", 1))


FAMILIES: dict[Callable[[Maker], Iterator[Edit]], int] = {
    html: 30,
    record_texts: 16,
    markdown: 8,
    repeated: 5,
    nested: 3,
    pictures: 12,
    texts: 12,
    yaml_values: 8,
    yaml_damage: 5,
    shapes: 8,
    front_matter: 3,
    svg: 4,
    logos: 1,
    others: 5,
    names: 6,
    trees: 8,
    deep: 1,
}
"""How often each kind of input is made."""


def make(seed: int, number: int) -> Input:
    """The input with that number: always the same for a seed."""
    maker = Maker(seed, number)
    family = maker.random.choices(list(FAMILIES), list(FAMILIES.values()))[0]
    return Input(number, family.__name__, tuple(family(maker)))


# Records that are always there when a site is built


def secrets() -> list[Edit]:
    """Embargoed, expiring and draft records with words in every place, and a public one with pictures that tell."""
    edits: list[Edit] = []
    states = {
        Fate.EMBARGOED: {"publish_at": "2026-09-10"},
        Fate.EXPIRING: {"expire_at": "2026-09-20"},
        Fate.SECRET: {"draft": True},
    }
    for place, (fate, state) in enumerate(states.items()):
        for kind, maker in enumerate(RECORDS):
            edits += _secret(maker, fate, state, SECRETS + place * 10 + kind)
    random = Random(0)
    for offset, form in enumerate(images.MODES):
        slug, name = f"told{offset}", f"cover{images.SUFFIX[form]}"
        told = word(Fate.SECRET, SECRETS + 100 + offset)
        made = case(slug, f"![图]({name})", images=[{"file": name, "alt": "窑"}])
        edits += [
            made,
            Edit("write", made.path.replace("index.md", name), images.hidden(form, "RGB", (told, told), random)),
        ]
    return edits


def _secret(maker: Callable[..., Edit], fate: Fate, state: dict[str, Any], number: int) -> Iterator[Edit]:
    own = word(fate, number)
    mark = f"{own} {rare(fate, number)}"
    front: dict[str, Any] = {"title": f"题目{mark}", "summary": f"摘要{mark}", "aliases": [f"{own}-old"], **state}
    body = f"## 一节{mark}\n\n正文{mark}\n\n| 甲 | {mark} |\n| --- | --- |\n| 1 | {mark} |\n"
    if maker is case:
        name = f"{own}.png"
        front |= {
            "unit": f"单位{mark}",
            "partners": [f"伙伴{mark}"],
            "tags": [mark],
            "team": {"name": mark},
            "region": mark,
            "metrics": [{"label": mark, "value": mark, "unit": mark}],
            "images": [{"file": name, "alt": mark, "caption": mark}],
        }
        picture = images.hidden("PNG", "RGB", (word(Fate.SECRET, number),) * 2, Random(number))
        yield Edit("write", f"content/beta/2026/cases/{own}/{name}", picture)
    made = maker(own, body, **front)
    for key in ("publish_at", "expire_at"):  # dates are written without quotes
        made = Edit(made.operation, made.path, re.sub(rb"(%s: )'([0-9-]+)'" % key.encode(), rb"\1\2", made.data))
    yield made
