"""Notices of an edition, and its pages of free prose."""

from __future__ import annotations

import datetime

from pydantic import Field

from generator.model.record import Accompanied, EditionId, NoticeId, PageId, Publication, Text


class NoticeFile(Publication, Accompanied):
    """The front matter of a notice as an editor writes it."""

    title: Text = Field(title="标题")
    date: datetime.date = Field(title="日期")
    summary: Text | None = Field(None, title="摘要")
    source: Text | None = Field(None, title="来源")


class Notice(NoticeFile):
    """A notice with its body as Markdown."""

    id: NoticeId
    edition: EditionId
    slug: str
    body: str


class PageFile(Publication, Accompanied):
    """The front matter of a page of free prose as an editor writes it."""

    title: Text = Field(title="标题")
    order: int = Field(100, title="次序")
    nav: bool = Field(False, title="进入导航")
    summary: Text | None = Field(None, title="摘要")


class FreePage(PageFile):
    """A page of free prose with its body as Markdown."""

    id: PageId
    edition: EditionId
    slug: str
    body: str
