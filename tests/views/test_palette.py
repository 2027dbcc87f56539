"""Derived colours are readable whatever the branch chose."""

from __future__ import annotations

import pytest

from generator.media.hues import contrast
from generator.media.palette import DARK_PAPER, LIGHT_PAPER, palette
from generator.model.branch import Colours


@pytest.mark.parametrize("primary", ["#0b4f8a", "#ffd400", "#777777", "#000000", "#ffffff", "#9e1b1b"])
@pytest.mark.parametrize("accent", ["#a85b00", "#00ff00"])
def test_text_colours_reach_their_contrast(primary: str, accent: str) -> None:
    found = palette(Colours(primary=primary, accent=accent))
    for scheme, paper in ((found.light, LIGHT_PAPER), (found.dark, DARK_PAPER)):
        assert contrast(scheme.primary, paper) >= 7
        assert contrast(scheme.primary, scheme.soft) >= 7
        assert contrast(scheme.accent, paper) >= 5.5
        assert contrast(scheme.accent, scheme.accent_soft) >= 5.5
        assert contrast(scheme.on_primary, scheme.primary) >= 4.5
    assert contrast("#ffffff", found.banner) >= 7
    assert contrast("#ffffff", found.banner_deep) >= 7
