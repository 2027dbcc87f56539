"""A YAML text with other values: what stays the same stays as it was written, with its comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator.content.documents import KeyPath
from generator.intake.exchange.leaves import leaves

ABSENT: Any = object()
"""What stands for a value that is not there."""


def edited(text: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """The text after its top-level keys have the values of `new`.

    Where only values differ, only these are written; a key with more or fewer of them is written anew.
    """
    node = yaml.compose(text)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    cuts: list[tuple[int, int, str]] = []
    for key_node, value_node in pairs:
        key = key_node.value
        before, after = leaves(old.get(key, {})), leaves(new.get(key, {}))
        if before.keys() == after.keys():
            changed = {path: value for path, value in after.items() if value != before[path]}
            places = ((_at(value_node, path), value) for path, value in changed.items())
            cuts += [(node.start_mark.index, _end(node), _scalar(value)) for node, value in places]
        else:
            start, end = key_node.start_mark.index, _end(value_node)
            cuts.append((start, end, _block({key: new[key]}) if key in new and after else ""))
    for start, end, words in sorted(cuts, reverse=True):
        text = text[:start] + words + text[end:]
    known = {key_node.value for key_node, _ in pairs}
    added = {key: value for key, value in new.items() if key not in known and leaves(value)}
    return text if not added else f"{text.rstrip()}\n{_block(added)}\n".lstrip("\n")


def _at(node: Any, path: KeyPath) -> Any:
    for key in path:
        found = node.value
        node = found[key] if isinstance(key, int) else next(value for name, value in found if name.value == key)
    return node


def _end(node: Any) -> int:
    """Where a value ends: without the blank lines and comments that a reader counts in."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        text: str = node.end_mark.buffer or ""
        end: int = node.end_mark.index
        return len(text[:end].rstrip()) if text else end
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _scalar(value: Any) -> str:
    """A value as it can stand in any place, also in brackets."""
    return yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, width=10**6).strip()[1:-1]


def _block(values: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=10**6).strip()


def paths(new: Mapping[str, Any], old: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Any, Any]]:
    """What differs: its place, what it was and what it is."""
    before, after = leaves(old), leaves(new)
    for path in {**before, **after}:
        pair = before.get(path, ABSENT), after.get(path, ABSENT)
        if pair[0] != pair[1]:
            yield path, *pair
