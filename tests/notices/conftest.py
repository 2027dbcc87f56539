from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalog import Catalog
from generator.exports.edition_json import edition_json
from generator.model import EditionId
from generator.project import load
from tests.notices.numbers import NUMBERS
from tests.notices.reading import FOLDER, Notice


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The project's own content."""
    found = load(Path(__file__).parents[2]).catalog
    assert found is not None
    return found


@pytest.fixture(params=NUMBERS)
def edition(request) -> EditionId:
    """Each real edition in turn."""
    return EditionId(request.param)


@pytest.fixture
def exported(catalog, edition) -> dict[str, Any]:
    """What `edition.json` tells of the edition."""
    found: dict[str, Any] = json.loads(edition_json(catalog, edition))
    return found


_NOTICES: dict[str, Notice] = {}


@pytest.fixture
def notice(edition) -> Notice:
    """The edition's notice."""
    if not FOLDER.is_dir():
        pytest.skip("the notices (../shared/notices) are not beside the repository")
    return _NOTICES.setdefault(edition, Notice(edition))
