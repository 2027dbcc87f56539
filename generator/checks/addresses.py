"""Rules about what is published where and when: addresses and dates of publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.catalog import Catalog, Kind, addresses
from generator.checks.rule import Findings, file_rule, in_other_letters, published, repeated, rule
from generator.content.tree import Tree
from generator.diagnostics import Diagnostic
from generator.media.attachments import faults
from generator.model import FreePage, Notice, Track, WinningCase
from generator.model.moment import begins, written
from generator.model.record import edition_of, slug_of

_RESERVED: dict[Kind, frozenset[str]] = {
    "case": addresses.RESERVED_CASES,
    "page": addresses.RESERVED_PAGES,
    "branch": addresses.RESERVED_BRANCHES,
}


@rule
def names_are_free(catalog: Catalog) -> Findings:
    """页面、案例和分赛不能占用网站自己的网址。"""
    for (kind, key), document in catalog.sources.items():
        slug = slug_of(key)
        if slug in _RESERVED.get(kind, ()):
            yield Diagnostic(
                code="address-collision",
                at=document.span(),
                message=f"“{slug}”是网站自己的网址",
                hint="给文件或目录换一个名字",
            )


@rule
def old_addresses_are_free(catalog: Catalog) -> Findings:
    """旧网址不能与现有内容、网站自己的网址或别的旧网址相同。"""
    taken = _taken(catalog)
    for kind, record in _renamed(catalog):
        known = taken[kind, record.edition]
        for index, alias in enumerate(record.aliases):
            owner = "网站自己的页面" if alias in _RESERVED.get(kind, ()) else known.get(alias)
            known.setdefault(alias, catalog.span(kind, record.id).path)
            if owner:
                yield Diagnostic(
                    code="address-collision",
                    at=catalog.span(kind, record.id, "aliases", index),
                    message=f"旧网址“{alias}”与{owner if owner[0] > '~' else f' {owner} '}的网址相同",
                    hint="删去这个旧网址，或者换一个",
                )


def _renamed(catalog: Catalog) -> Iterator[tuple[Kind, Track | WinningCase | Notice | FreePage]]:
    """Every record that may have old addresses, with its kind."""
    return catalog.all_of("track", "case", "notice", "page")


def _taken(catalog: Catalog) -> defaultdict[tuple[Kind, str], dict[str, str]]:
    """Slugs in use by kind and edition, each with the file that has it."""
    taken: defaultdict[tuple[Kind, str], dict[str, str]] = defaultdict(dict)
    for (kind, key), document in catalog.sources.items():
        taken[kind, edition_of(key)][slug_of(key)] = document.path
    return taken


@rule
def ids_are_safe(catalog: Catalog) -> Findings:
    """编号和旧网址就是网址的一部分，只用小写字母、数字和连字符。"""
    for kind, record in _renamed(catalog):
        for index, alias in enumerate(record.aliases):
            if not addresses.is_slug(alias):
                yield _unsafe(catalog, kind, record.id, "aliases", index, value=alias)
    for index, sector in enumerate(catalog.sectors):
        if not addresses.is_slug(sector):
            yield _unsafe(catalog, "sectors", "", "sectors", index, "id", value=sector)


def _unsafe(catalog: Catalog, kind: Kind, key: str, *keys: str | int, value: str) -> Diagnostic:
    return Diagnostic(
        code="unsafe-path",
        at=catalog.span(kind, key, *keys),
        message=f"“{value}”{addresses.name_fault(value) or '不能用作网址'}",
        hint="只用小写字母、数字和单个连字符，如 river-level-forecast",
    )


@rule
def sectors_are_listed_once(catalog: Catalog) -> Findings:
    """统一领域表中每个编号只列一次。"""
    document = catalog.source("sectors", "")
    listed = document.data.get("sectors") if document and catalog.sectors else None
    for index, sector in repeated(each["id"] for each in listed or ()):
        at = catalog.span("sectors", "", "sectors", index, "id")
        yield Diagnostic("duplicate-entry", at, f"领域“{sector}”列了两次", "删去其中一个")


@rule
def content_is_withdrawn_after_it_is_published(catalog: Catalog) -> Findings:
    """撤下日期要晚于发布日期，否则永远不会公开。"""
    for kind, record in published(catalog):
        if record.publish_at and record.expire_at and begins(record.expire_at) <= begins(record.publish_at):
            yield Diagnostic(
                code="publish-dates",
                at=catalog.span(kind, record.id, "expire_at"),
                message=f"撤下日期 {written(record.expire_at)} 不晚于发布日期 {written(record.publish_at)}",
                hint="改正 `publish_at` 或 `expire_at`；撤下当天起读者就看不到",
            )


@file_rule
def attachments_are_what_they_say(catalog: Catalog, tree: Tree) -> Findings:
    """附件要和内容文件放在同一目录，内容与后缀相符，不带宏和脚本，不从别处取内容，大小合适，每个文件只列一次。"""
    attached = [*catalog.attached()]
    listed = {name for _, _, files in attached for _, name in files if tree.has_file(name)}
    broken = faults((tree.root / name for name in listed), tree.root)
    for kind, record, files in attached:
        seen: set[str] = set()
        for index, (attachment, name) in enumerate(files):
            at = catalog.span(kind, record.id, "attachments", index, "file")
            if attachment.file in seen:
                yield Diagnostic("duplicate-entry", at, f"附件 {attachment.file} 前面已经列过", "删去其中一个")
            elif name not in listed:
                folder, _, called = name.rpartition("/")
                hint = in_other_letters(called, tree.inside(folder)) or f"把文件放进 {folder}/，或删去这一项"
                yield Diagnostic("missing-attachment", at, f"附件 {attachment.file} 不存在", hint)
            elif found := broken.get(tree.root / name):
                yield Diagnostic("broken-attachment", at, f"附件 {attachment.file} {found[0]}", found[1])
            seen.add(attachment.file)
