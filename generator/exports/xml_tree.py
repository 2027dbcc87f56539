"""What the XML exports share: building elements and turning a tree into bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Characters that XML 1.0 cannot carry in any form."""


def add(
    parent: ET.Element, tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None
) -> ET.Element:
    """A new last child of `parent`."""
    child = ET.SubElement(parent, tag, dict(attributes or {}))
    child.text = _FORBIDDEN.sub("", text) if text is not None else None
    return child


def to_bytes(root: ET.Element) -> bytes:
    """The tree as indented UTF-8 XML that ends with a newline."""
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
