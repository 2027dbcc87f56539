"""What workers answer: a worker that hostile content has taken over can lie, but nothing it says runs or leaks."""

from __future__ import annotations

import io
import json
import pickle
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.commands.cli import main
from generator.handbook.layout import orders
from generator.handbook.layout.orders import Crash, Failure, MachineFault, Success, Unprepared
from generator.handbook.layout.pool import DIED, Pool
from tests.handbook.fabricated import case, lay_out

RESULTS = (
    Success(),
    MachineFault("28 pages.unit"),
    Unprepared("cannot load library"),
    Success(bytes(range(256))),
    Failure("图片损坏：“\x00a.png”"),
    Crash('case-1\n"x"\n'),
)


@pytest.mark.parametrize("result", RESULTS)
def test_a_result_arrives_as_it_was_sent(result):
    stream = io.BytesIO()
    orders.reply(stream, result)
    stream.seek(0)
    assert orders.receive_reply(stream) == result


class Bomb:
    def __init__(self, target: Path):
        self.target = target

    def __reduce__(self):
        return Path.touch, (self.target,)


@dataclass
class Said(Pool):
    """Workers that read nothing and answer certain bytes."""

    said: bytes = b""

    def _start(self):
        (self.root / "said").write_bytes(self.said)
        command = ["sh", "-c", f"cat '{self.root}/said'; cat >/dev/null"]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def framed(data: bytes) -> bytes:
    return struct.pack("<Q", len(data)) + data


def as_json(value: object) -> bytes:
    return framed(json.dumps(value).encode())


LIES = {
    "garbage": b"\xff" * 200,
    "no JSON": framed(b"{]"),
    "no UTF-8": framed(b'["Failure", "\xff"]'),
    "deep": framed(b"[" * 100_000),
    "a large number": framed(b"9" * 10_000),
    "over-long": struct.pack("<Q", orders.LONGEST + 1) + b"[",
    "over-long by far": struct.pack("<Q", 2**64 - 1) + b"[",
    "no list": as_json("Success"),
    "nothing": framed(b""),
    "another word": as_json(["Exec", "x"]),
    "a field too many": as_json(["Success", "", ""]),
    "no text": as_json(["Failure", {"message": "x"}]),
    "no base64": as_json(["Success", "%"]),
    "half a character": as_json(["Failure", "\ud800"]),
    "done, but nothing made": as_json(["Success", ""]),
}


@pytest.mark.parametrize("kind", LIES)
def test_what_is_no_answer_is_a_lost_worker(kind, tmp_path):
    with Said(tmp_path, processes=1, patience=20, said=LIES[kind]) as workers:
        found = lay_out(tmp_path, case(1, paragraphs=1), workers=workers)
    assert [(each.code, each.at.path, each.message) for each in found] == [("print-layout", "content/case-1.md", DIED)]


def test_a_pickle_is_not_opened(tmp_path):
    bomb = pickle.dumps(Bomb(tmp_path / "exploded"))
    with Said(tmp_path, processes=1, patience=20, said=framed(bomb)) as workers:
        found = lay_out(tmp_path, case(1, paragraphs=1), workers=workers)
    assert [each.message for each in found] == [DIED]
    assert not (tmp_path / "exploded").exists()
    pickle.loads(bomb)
    assert (tmp_path / "exploded").exists(), "it would have gone off"


def test_a_worker_that_says_half_and_waits_is_lost_too(tmp_path):
    with Said(tmp_path, processes=1, patience=1, said=struct.pack("<Q", 100) + b'["Success"') as workers:
        found = lay_out(tmp_path, case(1, paragraphs=1), workers=workers)
    assert [each.message for each in found] == [DIED]


def test_a_machine_without_pango_is_told_what_to_install(
    contest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, or on a fresh Debian: the library that sets texts is not there when it is loaded."""
    stand_in = tmp_path / "weasyprint.py"
    stand_in.write_text("raise OSError(\"cannot load library 'libgobject-2.0-0': error 0x7e\")")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    told = CliRunner().invoke(main, ["handbook", "alpha", "--root", str(contest)])
    assert told.exit_code == 1
    assert "排印手册要用 Pango，这台电脑上没有装好（cannot load library 'libgobject-2.0-0'）" in told.stderr


def test_a_machine_that_lacks_something_else_is_not_told_of_pango(
    contest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError(24, 'Too many open files')")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    told = CliRunner().invoke(main, ["handbook", "alpha", "--root", str(contest)])
    assert told.exit_code == 1
    assert "同时打开的文件太多" in told.stderr
    assert "Pango" not in told.stderr
