"""Packed files are the same whatever the system that writes them."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from generator.exports.nominations import nominations_xlsx
from generator.intake.exchange import sheets_out
from generator.intake.exchange.sheets_out import SheetOut
from generator.media import attachments
from generator.model import EditionId
from generator.project import load


def test_every_system_gives_the_same_bytes(minimal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load(minimal).catalog
    assert catalog
    offered = tmp_path / "data.xlsx"
    openpyxl.Workbook().save(offered)

    def written(cache: str) -> dict[str, bytes]:
        return {
            "the projects that are nominated": nominations_xlsx(catalog, EditionId("alpha/2026")),
            "tables to be edited": sheets_out.workbook([SheetOut("名单", ["编号"], [["A1"]])]),
            "an attachment": attachments.republished(offered, tmp_path / cache),
        }

    here = written("here")
    there = {"linux": "win32", "win32": "linux"}.get(sys.platform, "win32")
    monkeypatch.setattr(sys, "platform", there)
    elsewhere = written("there")
    monkeypatch.undo()
    assert elsewhere == here
    for data in here.values():
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            assert {(part.create_system, part.date_time[0]) for part in parts.infolist()} == {(3, 1980)}
