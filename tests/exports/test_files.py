from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from generator import exports
from tests.exports import fabricated
from tests.exports.fabricated import FULL, SILENT, SITE

DIGEST = """
import hashlib
from generator import exports
from tests.exports import fabricated
catalog = fabricated.catalog()
pairs = [*exports.files(catalog, fabricated.FULL, fabricated.SITE), *exports.schema_files()]
print(hashlib.sha256(repr(pairs).encode()).hexdigest())
"""


def test_an_edition_has_its_data_files_at_their_addresses(catalog):
    addresses = [address for address, _ in exports.files(catalog, FULL, None)]
    names = ["edition.json", "cases.json", "cases.csv", "entries.json", "entries.csv", "timeline.ics"]
    names += ["nominations.xlsx", "feed.xml"]
    assert addresses == [f"yunchuan/2026/data/{name}" for name in names]


@pytest.mark.parametrize("edition", [FULL, SILENT])
def test_every_file_ends_with_a_newline(catalog, edition):
    files = [*exports.files(catalog, edition, SITE), *exports.schema_files()]
    assert all(data.endswith(b"\n") for name, data in files if not name.endswith(".xlsx"))


def test_json_is_readable_chinese(catalog):
    files = dict(exports.files(catalog, FULL, None))
    data = files["yunchuan/2026/data/edition.json"]
    assert "云川省".encode() in data
    assert json.loads(data)["schema"] == "edition/1"


def test_the_same_catalog_gives_the_same_bytes():
    first, second = (list(exports.files(fabricated.catalog(), FULL, SITE)) for _ in range(2))
    assert first == second


def test_neither_hash_seed_nor_time_zone_changes_a_byte():
    runs = [("0", "UTC"), ("1", "Asia/Shanghai"), ("2", "America/Los_Angeles")]
    assert len({_digest(seed, zone) for seed, zone in runs}) == 1


def _digest(seed: str, zone: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", DIGEST]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
