from __future__ import annotations

import pytest

from generator.catalog import Catalog
from tests.exports import fabricated


@pytest.fixture
def catalog() -> Catalog:
    return fabricated.catalog()
