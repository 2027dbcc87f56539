"""Files are read in processes that have loaded what reads them: to load it takes longer than to read."""

from __future__ import annotations

import multiprocessing

import pytest

from generator.machine import apart

LOADED = [
    *("generator.intake.workbooks.workbook", "generator.intake.manuscripts.opening", "generator.intake.writeups.batch"),
    *("openpyxl", "docx", "mammoth", "pypdfium2"),
]


@pytest.fixture(autouse=True)
def loaded(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes begin as copies of one where the system can; `test_office` shows what happens in the program's own."""
    if request.path.name != "test_office.py" and "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.set_forkserver_preload(LOADED)
        monkeypatch.setattr(apart, "get_context", lambda _: multiprocessing.get_context("forkserver"))
