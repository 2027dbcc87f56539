"""Names by sound, and traditional characters."""

from __future__ import annotations

from generator.search.grams import units_of
from generator.search.sounds import LETTERS, SYLLABLES, sounds
from generator.search.variants import letters, variants


def test_names_sound_as_they_are_read_in_their_context() -> None:
    syllables, firsts = sounds(["重庆 A1 行"])
    other, _ = sounds(["重要"])
    assert [len(syllables), len(firsts)] == [2, 2]
    assert syllables[0] != other[0]
    assert all(SYLLABLES <= ord(unit) < LETTERS for unit in syllables)
    assert [chr(ord(unit) - LETTERS + ord("a")) for unit in firsts] == ["c", "q"]


def test_u_with_two_dots_is_u() -> None:
    assert list(sounds(["旅绿"])) == list(sounds(["路录"]))


def test_only_characters_that_are_held_have_other_forms() -> None:
    held = [letters(units_of(text)) for text in ("数据A发", "据里，里")]
    assert held == ["发据数", "据里"]
    pairs = variants(held)
    assert {pairs[at : at + 2] for at in range(0, len(pairs), 2)} >= {"數数", "據据", "發发", "髮发", "裏里", "裡里"}
    assert "題" not in pairs
