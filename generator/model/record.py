"""What every record has in common, and the ids by which records refer to one another.

An id says where the record's file lives: edition ``demo/2026``, track ``demo/2026/transport``, case
``demo/2026/river-level-forecast``. The last part (the slug) is unique among the records of one kind and edition.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, NewType

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.model.moment import Moment, begins

BranchId = NewType("BranchId", str)
EditionId = NewType("EditionId", str)
TrackId = NewType("TrackId", str)
CaseId = NewType("CaseId", str)
NoticeId = NewType("NoticeId", str)
PageId = NewType("PageId", str)
SectorId = NewType("SectorId", str)


def edition_of(record_id: str) -> EditionId:
    """The edition in the id of one of its records."""
    return EditionId(record_id.rpartition("/")[0])


def slug_of(record_id: str) -> str:
    """The last part of an id, which is also that of the record's address."""
    return record_id.rpartition("/")[2]


def year_of(edition: EditionId) -> int:
    """The year in an edition's id."""
    return int(slug_of(edition))


FABRICATED = "虚构示例"
"""What readers are told of content that was made up to show how things look."""


def marked(title: str, fabricated: bool) -> str:
    """A title that says whether what it names was made up."""
    return f"{title}（{FABRICATED}）" if fabricated else title


class Record(BaseModel):
    """A frozen fact; unknown keys are refused and values are never converted silently."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _empty_for_null(value: Any) -> Any:
    """A key written without a value means an empty list; a list is what comes back from JSON."""
    return tuple(value or ()) if value is None or isinstance(value, list) else value


Text = Annotated[str, Field(min_length=1)]
"""One line or paragraph of text that must not be empty."""

Email = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")]
"""An address with an @ of its own, not the wide ＠ of input methods."""

Texts = Annotated[tuple[Text, ...], BeforeValidator(_empty_for_null)]
"""A list of texts; absent, empty and null mean the same."""

Phrase = Annotated[str, Field(min_length=2)]
"""What readers type, such as 联系电话; parts between blanks may stand in any order and apart."""

Phrases = Annotated[tuple[Phrase, ...], BeforeValidator(_empty_for_null)]

Share = Annotated[float, Field(gt=0, le=1)]
"""A proportion: 0.3 is 30 %."""

Count = Annotated[int, Field(ge=0)]


class Attachment(Record):
    """A file beside the content file that readers may download."""

    file: str = Field(title="文件名", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(pdf|docx|xlsx|pptx)$")
    title: Text = Field(title="标题")


class Picture(Record):
    """An image beside its content file; `alt` says what it shows to those who cannot see it."""

    file: Text = Field(title="文件名")
    alt: str = Field("", title="替代文字")
    caption: Text | None = Field(None, title="图注")


class Accompanied(Record):
    """A text with files beside it: pictures that it shows, and what readers may download."""

    images: tuple[Picture, ...] = Field((), title="图片")
    attachments: tuple[Attachment, ...] = Field((), title="附件")


class PersonalException(Record):
    """A person's datum that may be published, and why."""

    text: Text = Field(title="允许的内容")
    reason: str = Field(title="理由", pattern=r"\S")


class ContentFile(Record):
    """A whole content file as an editor writes it; the exceptions are for checks only and never published."""

    allow_personal: tuple[PersonalException, ...] = Field((), title="个人信息例外", exclude=True, repr=False)


class Publication(ContentFile):
    """When a record is public: its embargo, its end, and whether it is a draft or fabricated sample data."""

    publish_at: Moment | None = Field(None, title="发布时间")
    expire_at: Moment | None = Field(None, title="撤下时间")
    draft: bool = Field(False, title="草稿")
    demo: bool = Field(False, title=FABRICATED)
    aliases: Texts = Field((), title="旧网址")

    def is_public(self, on: date, drafts: bool = False) -> bool:
        """Whether readers may see the record at that moment; that of `expire_at` is the first without it."""
        at = begins(on)
        if (self.draft and not drafts) or (self.publish_at is not None and at < begins(self.publish_at)):
            return False
        return self.expire_at is None or at < begins(self.expire_at)
