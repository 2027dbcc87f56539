"""Notices of an edition, its pages of free prose, and the questions that it answers."""

from __future__ import annotations

import datetime

from pydantic import Field

from generator.model.record import (
    Accompanied,
    ContentFile,
    EditionId,
    NoticeId,
    PageId,
    Phrases,
    Publication,
    Record,
    Text,
)


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
    nav: bool = Field(False, title="列在页脚")
    summary: Text | None = Field(None, title="摘要")


class FreePage(PageFile):
    """A page of free prose with its body as Markdown."""

    id: PageId
    edition: EditionId
    slug: str
    body: str


class FaqItem(Record):
    """A question that readers ask, its answer in plain words, and where there is more."""

    question: Text = Field(title="问题")
    answer: Text = Field(title="回答")
    link: str | None = Field(None, title="详见", pattern=r"^(record:|https?://)")
    """A reference to a record as in texts, or the address of another site."""
    asked: Phrases = Field((), title="常这样问")
    """What readers type instead of the question."""


class Faq(ContentFile):
    """`faq.yml`."""

    questions: tuple[FaqItem, ...] = Field(title="常见问题")
