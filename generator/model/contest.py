"""The contest that the branches belong to, the canonical fields their tracks map to, the words of its search."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationInfo, field_validator

from generator.model.branch import Colours
from generator.model.record import ContentFile, Phrases, Record, SectorId, Text, Texts

Form = Annotated[Text, Field(pattern=r"^([^{}｛｝]|\{(year|branch)\})+$")]


class NameForms(Record):
    """How an edition must be called; `{year}` and `{branch}` stand for the year and the branch's name."""

    national: Form = Field(title="全国大赛名称形式")
    branch: Form = Field(title="分赛名称形式")

    def called(self, kind: str, year: int, name: str) -> str:
        """How a year's edition of a branch with this name is called."""
        form = self.national if kind == "national" else self.branch
        return form.replace("{year}", str(year)).replace("{branch}", name)


class SiteSettings(Record):
    """Where the portals are published; may be overridden when building."""

    url: str | None = Field(None, title="网站地址", pattern=r"^https?://.+/$")
    title: Text = Field(title="总站名称")
    mark: str = Field(title="字标", min_length=1, max_length=2)
    colours: Colours = Field(title="颜色")
    repository: str | None = Field(None, title="编辑地址", pattern=r"^https?://")
    demo: bool = Field(True, title="发布示例")


class Repository(Record):
    """Where the content is kept, for the editor page: a repository whose REST API a browser may ask."""

    kind: Literal["github", "gitlab", "gitea", "gitee"] = Field(title="代码平台")
    url: str = Field(title="仓库网址", pattern=r"^(https://|http://(127\.0\.0\.1|localhost)[:/])[^\s?#]+[^\s?#/]$")
    branch: Text = Field("main", title="分支")

    @property
    def path(self) -> str:
        """Owner and name; at GitLab perhaps groups between them."""
        return urlsplit(self.url).path.strip("/").removesuffix(".git")

    @property
    def api(self) -> str:
        """Where its API is asked, without a slash at the end."""
        host = urlsplit(self.url).netloc
        if self.kind == "github" and host == "github.com":
            return "https://api.github.com"
        version = {"github": "v3", "gitlab": "v4", "gitea": "v1", "gitee": "v5"}[self.kind]
        return f"{urlsplit(self.url).scheme}://{host}/api/{version}"


class Editor(Record):
    """The page `/admin/`, which edits a folder on the editor's own machine, and a repository where one is named."""

    repository: Repository | None = Field(None, title="代码仓库")


Word = Annotated[str, Field(pattern=r"^[^\s!-/:-@\[-`{-~]+$", max_length=8)]
"""Nothing that could end a sentence, a tag or a string: templates and scripts are read in these words."""


class Words(Record):
    """How a contest calls what every contest has; the program's texts are written in the words that are defaults."""

    contest: Word = Field("大赛", title="赛事")
    national: Word = Field("全国大赛", title="总的赛事")
    branch: Word = Field("分赛", title="分赛")
    track: Word = Field("赛道", title="赛道")
    topic: Word = Field("赛题", title="赛题")
    award: Word = Field("奖项", title="奖项")
    case: Word = Field("案例", title="案例")
    project: Word = Field("项目", title="项目")
    unit: Word = Field("牵头单位", title="牵头单位")
    entering: Word = Field("参赛", title="参赛")
    entrant: Word = Field("参赛者", title="参赛者")
    entering_unit: Word = Field("参赛单位", title="参赛单位")
    representative: Word = Field("参赛代表", title="参赛代表")
    mentor: Word = Field("指导教师", title="指导教师")
    finalists: Word = Field("入围", title="入围")
    winners: Word = Field("获奖", title="获奖")
    finals: Word = Field("全国总决赛", title="总决赛")

    def say(self, text: str) -> str:
        """A text of the program in this contest's words; never for what people wrote."""
        return text if self._own is None else self._own.sub(lambda found: self._spoken[found[0]], text)

    def track_name(self, name: str) -> str:
        """A track as it is called beside others: 工业制造赛道, 小学组 where tracks are 组别."""
        return _joined(name, self.track)

    def branch_name(self, name: str) -> str:
        """A branch as it is called: 辽宁分赛."""
        return _joined(name, self.branch)

    @cached_property
    def _spoken(self) -> dict[str, str]:
        """What stands for each word of the program; finals have a short form, and one word ends within another.

        Tracks and topics are one word in the program's: in others 组别与讲解主题 is easier to read than both at once.
        """
        words = {field.default: getattr(self, name) for name, field in Words.model_fields.items()}
        finals = "总决赛" if self.finals == "全国总决赛" else self.finals
        both = (self.track, self.topic)
        joined = "赛道赛题" if both == ("赛道", "赛题") else "与".join(both)
        return {**words, "总决赛": finals, "拟获奖项": f"拟获{self.award}", "赛道赛题": joined}

    @cached_property
    def _own(self) -> re.Pattern[str] | None:
        """Finds the words, the longest first; None where all are the program's own."""
        if all(word == said for word, said in self._spoken.items()):
            return None
        words = sorted(self._spoken, key=len, reverse=True)
        return re.compile("|".join(words).replace("拟获奖项", "拟获奖项(?!目)"))


def _joined(name: str, word: str) -> str:
    """A name with its kind behind it, unless it says that already."""
    return name if name.endswith((word, word[0])) else f"{name}{word}"


class Entrants(Record):
    """Who may enter, and whose names may be published; without it only units enter, and no person is named."""

    unit: bool = Field(True, title="必须有单位")
    names: bool = Field(False, title="公开参赛者姓名")
    mentors: bool = Field(False, title="公开指导教师姓名")


class TopicRules(Record):
    """What the contest says of topics besides what every contest does."""

    difficulties: Texts = Field((), title="难度")
    fields: Texts = Field((), title="自己的项目")


class Contest(ContentFile):
    """`content/contest.yml`."""

    name: Text = Field(title="赛事名称")
    theme: Text | None = Field(None, title="主题")
    summary: Text | None = Field(None, title="简介")
    name_forms: NameForms = Field(title="规范名称形式")
    entrants: Entrants = Field(Entrants(), title="谁能参赛")
    words: Words = Field(Words(), title="叫法", validate_default=True)
    topics: TopicRules = Field(TopicRules(), title="赛题的要素")
    site: SiteSettings = Field(title="网站")
    editor: Editor | None = Field(None, title="网页编辑")

    @field_validator("words")
    @classmethod
    def _calling(cls, words: Words, given: ValidationInfo) -> Words:
        """Units that enter, and who does so for them, where the contest has no word for them."""
        entrants = given.data.get("entrants") or Entrants()
        kinds = {"entering_unit": "单位", "representative": "代表"}
        said = {key: f"{words.entering}{kind}" if entrants.unit else words.entrant for key, kind in kinds.items()}
        return words.model_copy(update={key: word for key, word in said.items() if key not in words.model_fields_set})

    def bare(self, track: str) -> str:
        """The name of a track without what people set around it: 工业制造 of “人工智能×工业制造”赛道."""
        return self._around_track.sub("", track)

    @cached_property
    def _around_track(self) -> re.Pattern[str]:
        """The contest's name, or what is quoted in it, before; the word for tracks behind."""
        quoted = re.search("“(.+?)”", self.name)
        called = re.escape(quoted[1] if quoted else self.name).replace("×", "[×xX*]")
        return re.compile(f'^[“"]?{called}[”"]?|({self.words.track}|赛道|领域)(?=[”"]?$)')


class Sector(Record):
    """A canonical field of industry or government that tracks of all branches map to."""

    id: str = Field(title="编号")
    name: Text = Field(title="名称")

    @property
    def key(self) -> SectorId:
        """The sector's id."""
        return SectorId(self.id)


class SectorsFile(ContentFile):
    """`content/sectors.yml`."""

    sectors: tuple[Sector, ...] = Field(title="领域", min_length=1)


class SearchWords(ContentFile):
    """`content/search.yml`: by section of an edition the phrases that lead to its page."""

    tracks: Phrases = Field((), title="赛道赛题")
    timeline: Phrases = Field((), title="赛程安排")
    guide: Phrases = Field((), title="参赛指南")
    organisers: Phrases = Field((), title="组织机构")
    judging: Phrases = Field((), title="评审标准")
    awards: Phrases = Field((), title="奖项设置")
    winners: Phrases = Field((), title="获奖名单")
    finals: Phrases = Field((), title="总决赛")
    cases: Phrases = Field((), title="典型案例")
    statistics: Phrases = Field((), title="数据统计")
    notices: Phrases = Field((), title="通知公告")
    downloads: Phrases = Field((), title="资料下载")
    faq: Phrases = Field((), title="常见问题")
    contact: Phrases = Field((), title="联系我们")

    def of(self, section: str) -> tuple[str, ...]:
        """The phrases that lead to a section."""
        phrases: tuple[str, ...] = getattr(self, section)
        return phrases
