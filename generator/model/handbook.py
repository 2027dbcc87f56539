"""What an edition's printed books say beyond its records: titles, foreword, afterword, colophon, paper."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from generator.model.record import CaseId, ContentFile, Count, Picture, Record, Text, Texts
from generator.papers import Paper, Stock

BookPart = Literal[
    "half-title",
    "colophon",
    "board",
    "foreword",
    "contest",
    "winners",
    "photos",
    "unit-index",
    "region-index",
    "topic-index",
    "source-notes",
    "afterword",
]
"""Parts that an edition may leave out; all others always stand."""


GLUED = 2.0
"""Millimetres of the thinnest book that holds glue on its spine."""


class Essay(Record):
    """A foreword or an afterword in Markdown, with the lines that stand below it."""

    title: Text | None = Field(None, title="标题")
    text: Text = Field(title="正文")
    signed: Texts = Field((), title="落款")


class Colophon(Record):
    """Facts for the page of the edition notice; what is absent comes from the edition itself."""

    issuer: Text | None = Field(None, title="编印单位")
    editors: Text | None = Field(None, title="编写单位")
    date: Text | None = Field(None, title="编印日期")
    version: Text | None = Field(None, title="版次")
    printer: Text | None = Field(None, title="印刷单位")
    print_run: Count | None = Field(None, title="印数")
    licence: Text | None = Field(None, title="使用许可")
    notes: Texts = Field((), title="说明")


class BookPlan(Record):
    """One book of an edition. `cover` is an image beside the file; the cover is generated without it."""

    title: Text | None = Field(None, title="书名")
    subtitle: Text | None = Field(None, title="副书名")
    cover: Text | None = Field(None, title="封面图片")
    foreword: Essay | None = Field(None, title="前言")
    afterword: Essay | None = Field(None, title="后记")
    isbn: Text | None = Field(None, title="书号", pattern=r"^97[89](-[0-9]+){3}-[0-9]$")
    price: Text | None = Field(None, title="定价")
    cip: Texts = Field((), title="图书在版编目数据")
    without: tuple[BookPart, ...] = Field((), title="不收入的部分")


class BoardLine(Record):
    """Who makes a book in one role: units or offices, or persons who are named in public for it."""

    role: Text = Field(title="职务")
    members: Texts = Field(title="成员", min_length=1)


class CasebookPlan(BookPlan):
    """A book of cases. `photos` are images beside the file."""

    board: tuple[BoardLine, ...] = Field((), title="编委会")
    photos: tuple[Picture, ...] = Field((), title="颁奖照片")


class CollectionPlan(CasebookPlan):
    """A book of cases that are chosen from whatever branches and years, in the order of their parts."""

    cases: tuple[CaseId, ...] = Field((), title="选收的案例")


class Press(Record):
    """How the books of an edition are printed and bound."""

    stock: Annotated[Stock, WithJsonSchema({"enum": [*Stock], "type": "string"})] = Field(
        Stock.COATED, title="用纸", strict=False
    )
    weight: int | None = Field(None, title="定量", ge=30, le=400)
    thickness: float | None = Field(None, title="每张纸的厚度", gt=0, le=1)
    multiple: Literal[4, 8, 16] = Field(4, title="页数的倍数")
    flap: float = Field(0, title="勒口宽度", ge=0, le=150)

    def spine(self, pages: int) -> float:
        """Millimetres of the spine of so many pages; 0 when they are too few to be glued, and so are stapled."""
        sheet = self.thickness or (self.weight or self.stock.weight) * self.stock.bulk / 1000
        thick = round(pages / 2 * sheet, 1)
        return thick if thick >= GLUED else 0


_NUMBER = ("year", "branch", "level", "track", "entry")
_TEXT = ("unit", "team", "title", "edition", "track", "award")


def _pattern(names: tuple[str, ...], width: str = "") -> str:
    """Text in which a name in braces stands for a fact, and no other braces stand."""
    return rf"^(?:[^{{}}]|\{{(?:{'|'.join(names)}){width}\}})+$"


class Certificate(Record):
    """The certificates of an edition. Names in braces stand for facts; `{track:02}` fills up with zeros.

    In `number`: the year, the branch's id, the level's place among the awards, the track's number, the entry's number.
    Nothing in it counts, so that no entry which is added later changes the number of a certificate.
    """

    title: Text = Field("荣誉证书", title="标题")
    number: Text = Field("{year}-{level}-{entry}", title="编号规则", pattern=_pattern(_NUMBER, "(?::0[1-9])?"))
    text: Text = Field(
        "项目《{title}》在{edition}{track}赛道中荣获\n{award}\n特发此证，以资鼓励。",
        title="正文",
        pattern=_pattern(_TEXT),
    )
    issuers: Texts = Field((), title="颁发单位", max_length=3)
    date: Text | None = Field(None, title="颁发日期")


class Handbook(ContentFile):
    """The books of one edition: `handbook.yml`."""

    paper: Annotated[Paper, WithJsonSchema({"enum": [*Paper], "type": "string"})] = Field(
        Paper.K16_LARGE, title="开本", strict=False
    )
    website: str | None = Field(None, title="永久网址", pattern=r"^https://[^\s/?#]+(/[^\s?#]*)?$")
    press: Press = Field(Press(), title="印刷")
    casebook: CasebookPlan = Field(CasebookPlan(), title="典型案例集")
    collection: CollectionPlan = Field(CollectionPlan(), title="案例选集")
    guide: BookPlan = Field(BookPlan(), title="参赛指南")
    colophon: Colophon = Field(Colophon(), title="版权页")
    certificate: Certificate = Field(Certificate(), title="荣誉证书")

    @property
    def books(self) -> dict[str, BookPlan]:
        """Its books by their keys."""
        return {"casebook": self.casebook, "guide": self.guide, "collection": self.collection}

    @property
    def pictures(self) -> tuple[str, ...]:
        """The files beside it that its books show."""
        photos = (*self.casebook.photos, *self.collection.photos)
        return (*(book.cover for book in self.books.values() if book.cover), *(photo.file for photo in photos))
