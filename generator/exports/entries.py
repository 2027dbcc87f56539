"""`entries.json` and `entries.csv`: the entries of one edition. The models here are the contract `entries/1`."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from generator.catalog import Catalog, addresses
from generator.exports.cases import cells, csv_of
from generator.exports.json_model import Export, When, to_json
from generator.model import ChangeKind, EditionId, Entry, ListKind
from generator.model.record import FABRICATED


class EntryOut(Export):
    """A project; `track` and `topic` are the ids that `edition.json` of the same edition explains."""

    number: str = Field(title="编号")
    url: str | None = Field(title="网址（未设网站地址时从网站根目录算起）")
    title: str = Field(title="项目名称")
    unit: str | None = Field(title="牵头单位")
    partners: tuple[str, ...] = Field(title="合作单位")
    team: str | None = Field(title="团队名称")
    track: str = Field(title="赛道编号")
    topic: str | None = Field(title="赛题编号")
    region: str | None = Field(title="地区")
    kind: str | None = Field(title="单位类型")
    sme: bool | None = Field(title="中小企业")
    finalist: bool | None = Field(title="入围")
    proposed: tuple[str, ...] = Field(title="拟获奖项")
    awards: tuple[str, ...] = Field(title="奖项")
    recommended: bool | None = Field(title="推荐总决赛")
    finals: str | None = Field(title="总决赛奖项")
    case: str | None = Field(title="案例编号")
    demo: bool = Field(title=FABRICATED)


class ListOut(Export):
    """A list that has been published, with the period in which it was open to objections."""

    stage: ListKind = Field(title="名单")
    title: str | None = Field(title="标题")
    basis: str | None = Field(title="依据")
    start: When | None = Field(title="公示开始")
    end: When | None = Field(title="公示结束")
    issuer: str | None = Field(title="发布机构")
    issued: date | None = Field(title="落款日期")
    entries: int = Field(title="项目数")


class ChangeOut(Export):
    """What became different for an entry after it stood in a list."""

    entry: str = Field(title="编号")
    on: date = Field(title="日期")
    kind: ChangeKind = Field(title="变动")
    by: str | None = Field(title="替补项目的编号")
    note: str | None = Field(title="说明")


class EntriesOut(Export):
    """The whole of `entries.json`."""

    schema_: Literal["entries/1"] = Field("entries/1", alias="schema", title="格式版本")
    lists: tuple[ListOut, ...] = Field(title="名单")
    changes: tuple[ChangeOut, ...] = Field(title="变动")
    entries: tuple[EntryOut, ...] = Field(title="项目")


def entries_json(catalog: Catalog, edition: EditionId, entries: tuple[EntryOut, ...]) -> bytes:
    """The bytes of `entries.json`; `entries` are all of the edition."""
    kept = catalog.kept(edition)
    counts = ((kind, len(catalog.entries_in(edition, kind))) for kind in ListKind)
    lists = (ListOut.from_record(kept.list_of(kind), entries=count) for kind, count in counts if count)
    return to_json(EntriesOut.from_record(kept, lists=tuple(lists), entries=entries))


def entries_csv(catalog: Catalog, entries: tuple[EntryOut, ...]) -> bytes:
    """The bytes of `entries.csv`, with titles in the contest's words over its columns."""
    say = catalog.contest.words.say
    titles = [say(str(field.title).partition("（")[0]) for field in EntryOut.model_fields.values()]
    return csv_of(titles, map(cells, entries))


def entry_records(catalog: Catalog, edition: EditionId, site_url: str | None) -> tuple[EntryOut, ...]:
    """The entries of an edition in the order of its file."""
    return tuple(_entry(catalog, edition, entry, site_url) for entry in catalog.entries_of(edition))


def _entry(catalog: Catalog, edition: EditionId, entry: Entry, site_url: str | None) -> EntryOut:
    case = catalog.case_of(edition, entry.number)
    track = catalog.track(edition, entry.track)
    topic = track.topic(entry.topic) if track and entry.topic else None
    page = addresses.of_entry(catalog, edition, entry)
    return EntryOut.from_record(
        entry,
        url=addresses.canonical(site_url or "", page) if page else None,
        topic=topic.id if topic else None,
        case=case,
        demo=catalog.is_made_up(edition, entry.number),
    )
