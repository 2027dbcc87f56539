"""The page `/admin/`, on which content is edited: what its scripts need to make forms, and what they may ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.catalog import Kind
from generator.exports import linked_data
from generator.exports.schemas import CONTENT, content_schema
from generator.model import Edition
from generator.security import policy
from generator.views.parts.page import Site

WORDS = {
    "national": "全国大赛",
    "provincial": "地方分赛",
    "professional": "专业赛道",
    "open": "开放创新赛道",
    "composite": "综合赛道（分组）",
    "preparation": "筹备",
    "registration": "报名",
    "review": "评审",
    "publicity": "公示",
    "final": "决赛",
    "ceremony": "颁奖",
    "other": "其他",
    "half-day": "上午、下午",
    "ten-day": "上旬、中旬、下旬",
    "part-of-month": "月初、月底等",
    "month": "整月",
    "start": "开始",
    "end": "结束",
    "calendar": "自然日",
    "working": "工作日",
    "this-branch": "本分赛的名额",
    "each-branch": "全国通知给每个分赛的名额",
    "track": "所列赛道各设",
    "group": "所列赛道合计",
    "edition": "全届合计",
    "eligibility": "参赛资格",
    "materials": "材料",
    "judging": "评审",
    "awards": "奖项",
    "finals": "总决赛",
    "complaints": "举报与异议",
    "names": "名称与标识",
    "fees": "费用",
    "promotion": "宣传推广",
    "organising": "办赛组织",
    "questions": "解释与查询",
    "party-government": "党政机关",
    "institution": "事业单位",
    "always": "去任何别的网站",
    "non-government": "去 gov.cn 以外的网站",
    "entrants": "参赛单位",
    "branches": "办赛单位",
    "contests": "其他赛事组织单位",
    "experts": "评审专家",
    "press": "媒体",
    "finalists": "入围名单",
    "proposed": "拟获奖名单",
    "winners": "获奖名单",
    "recommended": "推荐名单",
    "withdrawn": "退出",
    "disqualified": "取消资格",
    "replaced": "被替换",
    "regraded": "奖项调整",
    "corrected": "更正",
    "a4": "A4",
    "210x285": "大16开（210×285 毫米）",
    "185x260": "16开（185×260 毫米）",
    "coated": "铜版纸",
    "uncoated": "胶版纸",
    "half-title": "扉页",
    "colophon": "版权页",
    "board": "编委会",
    "foreword": "前言",
    "contest": "大赛概览",
    "photos": "颁奖照片",
    "unit-index": "单位索引",
    "region-index": "地区索引",
    "topic-index": "赛题索引",
    "source-notes": "来源说明",
    "afterword": "后记",
    "bar": "柱状图",
    "line": "折线图",
    "share": "占比",
    "before-after": "前后对比",
    "github": "GitHub",
    "gitlab": "GitLab",
    "gitea": "Gitea",
    "gitee": "Gitee",
}
"""What the words of the format mean, for those who choose one."""

PATTERNS = {
    r"^https?://": "以 http:// 或 https:// 开头的网址",
    r"^https?://.+/$": "以 http:// 或 https:// 开头、以 / 结尾的网址",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "小写字母、数字和单个连字符",
    r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$": "字母、数字和单个连字符",
    r"^#[0-9a-fA-F]{6}$": "六位颜色值，如 #0b4f8a",
    r"^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$": "日期，如 2026-06-22，可带时刻 2026-06-22T17:00",
    r"^[a-z0-9]+(-[a-z0-9]+)*\.(pdf|docx|xlsx|pptx)$": "小写字母、数字和连字符，后缀 pdf、docx、xlsx 或 pptx",
    r"^97[89](-[0-9]+){3}-[0-9]$": "带连字符的 13 位书号",
    r"^[^@\s]+@[^@\s]+$": "电子邮箱地址",
    r"^(record:|https?://)": "以 record: 或 http(s):// 开头的链接",
    r"^[^\s!-/:-@\[-`{-~]+$": "汉字、字母和数字",
    r"\S": "不能只有空格",
}
"""How the patterns of the schemas are to be met; of others the page only says that a value does not meet them."""


@dataclass(frozen=True, slots=True)
class EditorView:
    """The editor page: its policy, and what its scripts read, as JSON that may stand in a script element."""

    policy: str
    data: Markup
    starters: tuple[str, ...] = (
        *("notice.md", "case.md", "page.md", "track.md", "edition.yml", "timeline.yml", "awards.yml"),
        *("judging.yml", "entries.yml", "statistics.yml", "faq.yml", "handbook.yml"),
    )
    """The templates of new files, the most wanted first; words in braces stand for what the browser knows."""


def editor(site: Site) -> EditorView:
    """The page that edits this contest; only for a contest that has one."""
    settings = site.catalog.contest.editor
    repository = settings.repository if settings else None
    told = None
    if repository:
        told = {each: getattr(repository, each) for each in ("kind", "url", "api", "path", "branch")}
    data: dict[str, Any] = {
        "repository": told,
        "kinds": [
            {
                "name": each.name.removeprefix("content/"),
                "title": each.title.removesuffix("的元数据").removesuffix("文件"),
                "pattern": each.files,
                "schema": content_schema(each),
            }
            for each in CONTENT
        ],
        "words": WORDS,
        "patterns": PATTERNS,
        "sectors": [{"value": sector.id, "label": sector.name} for sector in site.catalog.sectors.values()],
        "editions": {edition.id: _choices(site, edition) for edition in site.catalog.editions.values()},
        "titles": dict(_titles(site)),
    }
    asked = policy.editor(f"{repository.api}/" if repository else None)
    return EditorView(asked, Markup(linked_data.script_text(data)))  # noqa: S704 - escaped for a script element


def _choices(site: Site, edition: Edition) -> Mapping[str, Any]:
    """What the files of an edition may name."""
    tracks = site.catalog.tracks_of(edition.id)
    scheme = site.catalog.awards.get(edition.id)
    return {
        "name": edition.name,
        "tracks": [{"value": track.slug, "label": track.name} for track in tracks],
        "topics": {track.slug: [topic.title for topic in track.topics] for track in tracks},
        "awards": scheme.names if scheme else (),
        "outline": edition.case_outline,
    }


def _titles(site: Site) -> Iterator[tuple[str, str]]:
    """What the texts that are public are called, by the path of their file."""
    catalog = site.catalog
    named: tuple[tuple[Kind, Mapping[Any, Any], str], ...] = (
        ("track", catalog.tracks, "name"),
        ("notice", catalog.notices, "title"),
        ("page", catalog.pages, "title"),
        ("case", catalog.cases, "title"),
    )
    for kind, records, title in named:
        for key, record in records.items():
            if path := catalog.file(kind, key):
                yield path, getattr(record, title)
