"""What a page asks of the site, and what it is answered: as long as all answers are the same, so is the page.

A view gets a site that notes every question (`traced`). The questions are kept as data with digests of their answers;
in a later build the same questions are put to the site of then (`Answers.unchanged`), and only a page with another
answer makes its view again. Nobody keeps a list of what depends on what, and a view can read nothing that is not noted.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, cast

from pydantic import BaseModel

from generator.catalog import Catalog
from generator.catalog.books import Shelf
from generator.catalog.relations import RelatedTopic, TopicKey
from generator.machine import digests
from generator.machine.store import Store
from generator.model import Branch, Edition, FreePage, Notice, Record, Track, WinningCase
from generator.text.prose import Prose
from generator.views import Site

_ITEM, _CALL = "[]", "()"
"""How the name of a question ends that is about one entry of a mapping, or has arguments."""

_FACTS = ("catalog.", "shelf.", "related_topics")
"""How questions begin whose answers follow from the facts of the site, unless they are `_APART`."""

_APART = frozenset({"case_texts", "sources"})
"""What editors change most: texts of cases, and what files say where."""

_OF_THOSE = tuple(
    f"catalog.{name}"
    for name in (*_APART, "source", "span", "entry_span", "is_broken", "attached", "illustrated", "texts", "essays")
)
"""How questions begin that are answered from what is `_APART`."""

_NAMED: dict[type[Record], str] = {
    Branch: "branches",
    Edition: "editions",
    Track: "tracks",
    Notice: "notices",
    FreePage: "pages",
    WinningCase: "cases",
}
"""Records that are arguments of questions, by the mapping of the catalog in which they are found again."""


class Untraceable(Exception):
    """A question or an answer that cannot be written down; such a page is made every time."""


@dataclass
class Answers:
    """Digests of what a site answers, each worked out once."""

    site: Site
    _known: dict[str, str] = field(default_factory=dict, repr=False)
    _noted: dict[tuple[object, ...], tuple[str, str]] = field(default_factory=dict, repr=False)
    records: digests.Known = field(default_factory=dict, repr=False)
    """Digests of records, which other parts of a build may use as well."""

    @cached_property
    def facts(self) -> str:
        """A digest of the public catalog and its books but for what is `_APART`; "" when it cannot be told."""
        catalog, shelf = self.site.catalog, self.site.shelf  # their fields: they hold what was worked out, too
        told = [getattr(catalog, each.name) for each in fields(catalog) if each.name not in _APART]
        paths = [(key, document.path) for key, document in catalog.sources.items()]
        try:
            return self.digest((told, paths, shelf.folder, shelf.books))
        except Untraceable:
            return ""

    def know_facts(self) -> None:
        """Have them worked out before there are several processes that need them."""
        assert self.facts is not None

    def note(self, name: str, arguments: Sequence[object], answer: object) -> tuple[str, str]:
        """A question as text, and the digest of the answer that has just been given. Raises `Untraceable`."""
        same = (name, *(each if isinstance(each, str | int) else id(each) for each in arguments))
        if same not in self._noted:
            written = json.dumps([name, *map(self._written, arguments)], ensure_ascii=False, separators=(",", ":"))
            self._noted[same] = written, self._known.setdefault(written, self.digest(answer))
        return self._noted[same]

    def unchanged(self, question: str, digest: str) -> bool:
        """Whether a question is answered as it was."""
        if question not in self._known:
            try:
                self._known[question] = self.digest(self._asked(json.loads(question)))
            except (Untraceable, LookupError, TypeError, AttributeError, ValueError):
                self._known[question] = ""
        return self._known[question] == digest != ""

    def _asked(self, question: Sequence[Any]) -> object:
        name, *written = question
        value = attrgetter(name.removesuffix(_ITEM).removesuffix(_CALL))(self.site)
        arguments = [self._argument(each) for each in written]
        if name.endswith(_ITEM):
            return value.get(arguments[0] if len(arguments) == 1 else tuple(arguments))
        return value(*arguments) if name.endswith(_CALL) else value

    def _written(self, argument: object) -> object:
        if argument is None or isinstance(argument, str | int):
            return argument
        for kind, name in _NAMED.items():
            if type(argument) is kind and getattr(self.site.catalog, name).get(argument.id) is argument:  # type: ignore[attr-defined]
                return name, argument.id  # type: ignore[attr-defined]
        raise Untraceable

    def _argument(self, written: Any) -> object:
        return getattr(self.site.catalog, written[0])[written[1]] if isinstance(written, list) else written

    def digest(self, value: object) -> str:
        """A digest of frozen values in which records may stand; of most it is cheap. Raises `Untraceable`."""
        if value is None or isinstance(value, str | int):
            return f"{type(value).__name__} {value}"
        if isinstance(value, BaseModel):
            return digests.of_record(value, self.records)[:32]
        try:
            return digests.of(value, known=self.records)[:32]
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            raise Untraceable from error


@dataclass
class Trace:
    """The questions of one page with the digests of their answers; None after one that cannot be written down."""

    answers: Answers
    asked: dict[str, str] | None = field(default_factory=dict)

    def note(self, name: str, *arguments: object, answer: object) -> None:
        """Note a question and what was answered."""
        if self.asked is None:
            return
        try:
            question, digest = self.answers.note(name, arguments, answer)
            self.asked[question] = digest
        except Untraceable:
            self.asked = None


class _Asked:
    """Stands for an object; what is asked of it is noted."""

    def __init__(self, real: object, name: str, trace: Trace) -> None:
        self._real = real
        self._name = name
        self._trace = trace

    def __getattr__(self, attribute: str) -> Any:
        value, name = getattr(self._real, attribute), f"{self._name}.{attribute}"
        if isinstance(value, Mapping):
            return _AskedMapping(value, name, self._trace)
        if callable(value):
            return lambda *arguments: self._called(f"{name}{_CALL}", value, arguments)
        self._trace.note(name, answer=value)
        return value

    def _called(self, name: str, method: Callable[..., Any], arguments: Sequence[object]) -> object:
        answer = method(*arguments)
        self._trace.note(name, *arguments, answer=answer)
        return answer


class _AskedMapping(Mapping[Any, Any]):
    """Stands for a mapping: single entries are noted by their keys, whatever else as the whole of it."""

    def __init__(self, real: Mapping[Any, Any], name: str, trace: Trace) -> None:
        self._real = real
        self._name = name
        self._trace = trace

    def __getitem__(self, key: Any) -> Any:
        self.get(key)
        return self._real[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """An entry."""
        parts = key if isinstance(key, tuple) else (key,)
        self._trace.note(f"{self._name}{_ITEM}", *parts, answer=self._real.get(key))
        return self._real.get(key, default)

    def __contains__(self, key: object) -> bool:
        self.get(key)
        return key in self._real

    def __iter__(self) -> Iterator[Any]:
        self._trace.note(self._name, answer=self._real)
        return iter(self._real)

    def __len__(self) -> int:
        self._trace.note(self._name, answer=self._real)
        return len(self._real)


Asked = Mapping[str, str]
"""Questions with the digests of their answers."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made before: its key, and what was asked for it."""

    key: bytes
    asked: Asked


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was made together; None stands for what is not known, or for which something is answered otherwise now."""

    made: Sequence[Made | None]
    holds: bool
    """Whether it would be kept just so."""


@dataclass(frozen=True)
class Traces:
    """The questions that pages asked when they were made last, kept in a store: those of many pages, each once.

    While the facts of the site are the same only few of them are put again: the answers to the others follow.
    """

    answers: Answers
    results: Store

    def recall(self, name: bytes, size: int) -> Recalled:
        """What so many things that were made under a name are known to be."""
        try:
            kept = json.loads(self.results.get(name) or b"null")
            same, changed = kept["facts"] == self.answers.facts != "", set()
            for at, (question, digest) in enumerate(kept["asked"]):
                if not (same and follows(question)) and not self.answers.unchanged(question, digest):
                    changed.add(at)
            made = [_made(kept["asked"], changed, *each) for each in kept["made"]]
        except (ValueError, TypeError, LookupError, AttributeError):
            made, same = [], False
        return Recalled(made, same and all(made)) if len(made) == size else Recalled([None] * size, holds=False)

    def keep(self, name: bytes, made: Sequence[Made | None]) -> None:
        """Keep what was made under a name; None stands for what cannot be known again."""
        asked = list(dict.fromkeys(chain.from_iterable(each.asked.items() for each in made if each)))
        places = {question: at for at, (question, _) in enumerate(asked)}
        told = [(each.key.hex(), [places[question] for question in each.asked]) if each else ("", []) for each in made]
        kept = {"facts": self.answers.facts, "asked": asked, "made": told}
        self.results.put(name, json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode())


def _made(questions: Sequence[tuple[str, str]], changed: Set[int], key: str, asked: Sequence[int]) -> Made | None:
    if not key or not changed.isdisjoint(asked):
        return None
    return Made(bytes.fromhex(key), dict(questions[at] for at in asked))


def follows(question: str) -> bool:
    """Whether the facts of the site decide how a question is answered."""
    name = question.partition('["')[2]
    return name.startswith(_FACTS) and not name.startswith(_OF_THOSE)


@dataclass(frozen=True)
class _TracedSite(Site):
    real: Site | None = None
    trace: Trace | None = None

    @property
    def related_topics(self) -> Mapping[TopicKey, tuple[RelatedTopic, ...]]:
        """As those of the site: worked out once."""
        assert self.real
        assert self.trace
        return _AskedMapping(self.real.related_topics, "related_topics", self.trace)


def traced(trace: Trace) -> Site:
    """The site, which notes all questions but those for its own address and the hub, the same for all pages."""
    site = trace.answers.site
    catalog = cast(Catalog, _Asked(site.catalog, "catalog", trace))
    return _TracedSite(
        catalog,
        Prose(catalog),
        _AskedMapping(site.galleries, "galleries", trace),
        _AskedMapping(site.attachments, "attachments", trace),
        _AskedMapping(site.history, "history", trace),
        site.site_url,
        cast(Shelf, _Asked(site.shelf, "shelf", trace)),
        site.hub,
        site.lettered,
        site,
        trace,
    )
