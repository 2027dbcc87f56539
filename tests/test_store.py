"""Results that are kept from build to build: what is sound is found, whatever else happens to their file."""

from __future__ import annotations

import pickle
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator.machine import cache
from generator.machine.store import FILE, Store, key
from tests.damage import DAMAGES

KEYS = [key("test", str(number)) for number in range(1200)]


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    store = Store(tmp_path)
    for each in KEYS:
        store.put(each, b"value of " + each)
    store.flush()
    return tmp_path


def test_what_was_put_is_found(filled: Path) -> None:
    assert Store(filled).get(KEYS[3]) == b"value of " + KEYS[3]
    assert Store(filled).get_all(KEYS) == {each: b"value of " + each for each in KEYS}
    assert Store(filled).missing([KEYS[0], key("other")]) == {key("other")}


def test_what_is_put_is_found_before_it_is_written(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEYS[0], b"")
    assert store.get(KEYS[0]) == b""
    assert not (tmp_path / FILE).exists()


def test_parts_of_a_key_do_not_run_together() -> None:
    assert key("ab", "c") != key("a", "bc")


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_never_believed(filled: Path, damage: str) -> None:
    DAMAGES[damage](filled / FILE)
    found = Store(filled).get_all(KEYS)
    assert all(value == b"value of " + each for each, value in found.items())
    again = Store(filled)
    for each in KEYS:
        again.put(each, b"anew")
    again.flush()
    Store(filled).get_all(KEYS)  # where the damage is only now found out, the file is begun anew
    last = Store(filled)
    last.put(KEYS[0], b"last")
    last.flush()
    assert Store(filled).get(KEYS[0]) == b"last"


@pytest.mark.parametrize("place", range(7, 97, 10))
def test_a_bit_anywhere(filled: Path, place: int) -> None:
    data = bytearray((filled / FILE).read_bytes())
    for at in range(place * len(data) // 100, len(data), 1009):
        data[at] ^= 1
    (filled / FILE).write_bytes(data)
    assert all(value == b"value of " + each for each, value in Store(filled).get_all(KEYS).items())


def test_a_file_that_another_holds_is_waited_for_and_then_done_without(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.machine.store.PATIENCE", 0.05)
    with sqlite3.connect(filled / FILE) as other:
        other.execute("BEGIN EXCLUSIVE")
        store = Store(filled)
        assert store.get(KEYS[0]) is None
        store.put(KEYS[0], b"later")
        store.flush()
        assert store.get(KEYS[0]) == b"later"
    assert Store(filled).get(KEYS[0]) == b"value of " + KEYS[0]
    store.flush()
    assert Store(filled).get(KEYS[0]) == b"later"


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_share_it(filled: Path, method: str) -> None:
    store = Store(filled)
    assert store.get(KEYS[0])
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        list(pool.map(_written_by, [store] * 20, range(20)))
    wanted = {key("process", str(number)): str(number).encode() for number in range(20)}
    assert store.get_all(wanted) == wanted
    assert pickle.loads(pickle.dumps(store)) == Store(filled)


def _written_by(store: Store, number: int) -> None:
    store.put(key("process", str(number)), str(number).encode())
    store.flush()


def test_what_nobody_wants_goes_after_a_month(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def later(days: int, wanted: Callable[[], list[bytes]]) -> set[bytes]:
        now = time.time()
        monkeypatch.setattr(time, "time", lambda: now + days * cache.DAY)
        Store(filled).prune(wanted)
        monkeypatch.undo()
        return set(Store(filled).get_all(KEYS))

    assert later(20, lambda: KEYS[:10]) == set(KEYS)
    assert later(20, lambda: pytest.fail("asked twice a day")) == set(KEYS)
    assert later(35, list) == set(KEYS[:10])
