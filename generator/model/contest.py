"""The contest that the branches belong to, the canonical fields their tracks map to, the words of its search."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from generator.model.branch import Colours
from generator.model.record import ContentFile, Phrases, Record, SectorId, Text


class NameForms(Record):
    """How an edition must be called; `{year}` and `{branch}` stand for the year and the branch's name."""

    national: Text = Field(title="全国大赛名称形式")
    branch: Text = Field(title="分赛名称形式")


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


class Contest(ContentFile):
    """`content/contest.yml`."""

    name: Text = Field(title="赛事名称")
    theme: Text | None = Field(None, title="主题")
    summary: Text | None = Field(None, title="简介")
    name_forms: NameForms = Field(title="规范名称形式")
    site: SiteSettings = Field(title="网站")
    editor: Editor | None = Field(None, title="网页编辑")


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
