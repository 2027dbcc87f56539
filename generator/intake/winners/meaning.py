"""What the words of a table mean here: tracks, topics and awards, exactly, or by a question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from generator.content.tables import EMPTY
from generator.intake.workbooks.workbook import CellPlace, Problem
from generator.model import Contest

_ASIDE = re.compile(
    r"^(荣获|获得|获|拟获|拟推荐|拟评为|拟授予?|拟)|[\s“”\"'《》「」【】·•,，。★☆※]|(赛道|领域|项目|组|类|方向|专题)$"
)
_NUMBER = "[一二三四五六七八九十0-9]+"
_THESE = r"(?:以下|下列|如下)[\d一二三四五六七八九十]*[个项件]?(?:优秀)?(?:项目|作品|案例)"
_SAID = re.compile(
    rf"(?:经[^，,]*[，,])?(?:决定)?(?:授予{_THESE}|(?:{_THESE}(?:分别)?)?(?:荣获|获得?|评为))"
    r"([^，,。]{2,20}奖)的?(?:项目|作品|案例)?(?:名单)?(?:[为是有]|如下)?[：:]?"
)
"""An award as a sentence announces its projects."""
_COUNTED = re.compile(
    rf"^(赛[道题]{_NUMBER}[、.．:：\s—－-]+|[①-⑳●■◆▪•○]\s*|[(（]{_NUMBER}[)）]、?|{_NUMBER}[、.．])\s*|[(（][^()（）]*[)）]$|[:：]$|(?<=[奖道】])共?\d+[项个件名]$"
)
_ORNAMENT = "[★☆※◆◇●○■□▶►▷➤✦\U0001f300-\U0001faff\ufe0f\\s]"
_DRESS = re.compile(rf"^{_ORNAMENT}+|(?<!{_ORNAMENT}){_ORNAMENT}+$")  # from where it begins: thousands are quick
_FRAMED = re.compile("[【〖［]([^【】〖〗［］]+)[】〗］]")
_DIGITS = str.maketrans("123", "一二三")
_SPELLED = str.maketrans("獎壹贰貳叁參", "奖一二二三三")
"""Other characters for the words of awards: 壹等獎."""


NO_AWARD = (*EMPTY, "未获奖", "未获", "不获奖", "未获得", "不予奖励", "拟不予奖励", "落选", "淘汰")

PROJECT = "项目"
"""The kind of a question whether a project is one that is there already."""

NEW = "新项目"


@dataclass(frozen=True)
class Question:
    """A word that is nearly one of those that are possible, or none of them."""

    kind: str
    word: str
    at: CellPlace
    near: tuple[str, ...]
    offered: tuple[str, ...]


Ask = Callable[[Question], str | None]
"""Gives one of the offered words, or None when nobody can be asked."""


@lru_cache(maxsize=4096)  # each word of a list is held against the same few
def plain(word: str) -> str:
    """A word without what people add to it or leave out: 《城市治理》赛道 and 城市治理, 1等奖 and 一等."""
    bare = _ASIDE.sub("", _ASIDE.sub("", unicodedata.normalize("NFKC", word).translate(_SPELLED)))
    return re.sub("^([123一二三特])等?奖?$", r"\1等奖", bare.translate(_DIGITS) if len(bare) <= 3 else bare)


def bare(word: str, contest: Contest) -> str:
    """A plain word without the contest's name before it: “人工智能×工业制造”赛道 and 工业制造."""
    return plain(contest.bare(plain(word)))


def undressed(text: str) -> str:
    """A heading without what only adorns it: ★一等奖★, 【城市治理赛道】."""
    bare = _DRESS.sub("", text)
    framed = _FRAMED.fullmatch(bare)
    return framed[1] if framed else bare


def uncounted(text: str) -> str:
    """A heading without number, count and dress: 一、工业制造赛道（共3项）; 获得二等奖的项目为 is 二等奖."""
    text = undressed(text)
    said = _SAID.fullmatch(text)
    return _COUNTED.sub("", _COUNTED.sub("", said[1] if said else text)).strip()


@dataclass
class Meanings:
    """Answers by word, given beforehand or when first asked; what nobody answered is listed with all its places."""

    ask: Ask
    contest: Contest
    given: Mapping[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, str, tuple[str, ...]], str | None] = field(default_factory=dict)
    _open: dict[tuple[str, str, tuple[str, ...]], tuple[Question, list[CellPlace]]] = field(default_factory=dict)

    def exact(self, word: str, offered: Sequence[str]) -> str | None:
        """The offered word that is the same but for dress."""
        wanted = self.given.get(word, word)
        ways = [bare(each, self.contest) for each in (wanted, uncounted(wanted))]
        same = [each for each in offered if each == wanted]
        same = same or [each for each in offered if bare(each, self.contest) in ways]
        return same[0] if len(same) == 1 else None

    def of(self, kind: str, word: str, at: CellPlace, offered: Sequence[str]) -> str | None:
        """The offered word that is meant; None when it is not known yet, which is then one of the problems."""
        key = (kind, word, tuple(offered))
        if key not in self._known:
            question = Question(kind, word, at, _near(bare(word, self.contest), offered), tuple(offered))
            self._known[key] = self.exact(word, offered) or self.ask(question)
            if self._known[key] is None:
                self._open[key] = (question, [])
        if key in self._open:
            self._open[key][1].append(at)
        return self._known[key]

    def problems(self) -> Iterator[Problem]:
        """The questions that are open."""
        for question, places in self._open.values():
            word, kind, nearest = question.word, question.kind, next(iter(question.near), None)
            more = f"（共 {len(places)} 处）" if len(places) > 1 else ""
            if kind == PROJECT:
                number, _, title = str(nearest).partition(" ")
                message = f"项目表里没有“{word}”，最像“{nearest}”"
                message = f"“{word}”与 {number} 同名，牵头单位不同" if title == word else message
                hint = f"是同一项就加上 --mean “{word}={number}”，是新项目就加上 --mean “{word}={NEW}”"
            elif nearest:
                message = f"“{word}”不是本届的{kind}，最像“{nearest}”{more}"
                hint = f"改正这一格，或者加上 --mean “{word}={nearest}”"
            else:
                listed = "、".join(question.offered[:12]) or f"本届还没有{kind}"
                message = f"“{word}”不是本届的{kind}{more}"
                hint = f"可以写：{listed}；或者加上 --mean “{word}=…”；整列都不是{kind}的，加上 --map “列名=-”"
            yield Problem(places[0], message, hint)


def _near(word: str, offered: Sequence[str]) -> tuple[str, ...]:
    bare = {plain(each): each for each in reversed(offered)}
    close = get_close_matches(plain(word), bare, n=3, cutoff=0.5) if len(plain(word)) > 3 else []
    holding = [each for each in bare if plain(word) and (plain(word) in each or each in plain(word))]
    return tuple(bare[each] for each in dict.fromkeys((*holding, *close)))
