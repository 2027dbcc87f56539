"""One font set for the whole book: what the units use of every font, merged and subsetted once.

WeasyPrint writes the original glyph numbers into its text, so fragments agree about glyphs without having seen one
another; only the file with the outlines has to be made from the union.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from generator.handbook.join.writer import Writer, array, dictionary, number, numbers, reference, text
from generator.handbook.page.fragment import FONTS, Face, Fragment

_CMAP_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
_CMAP_TAIL = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def merged(fragments: Iterable[Fragment]) -> dict[str, Face]:
    """Every font of the book with all glyphs that any unit uses, by the name that page contents call it."""
    found: dict[str, Face] = {}
    for fragment in fragments:
        for key, face in fragment.faces.items():
            if (known := found.get(key)) is None:
                known = found[key] = replace(face, glyphs={}, widths={})
            known.widths.update(face.widths)
            for glyph, words in face.glyphs.items():
                known.glyphs.setdefault(glyph, words)
    return found


def write(writer: Writer, faces: dict[str, Face], files: dict[str, bytes]) -> None:
    """All fonts, and the dictionary that every page refers to."""
    entries = {key: reference(_font(writer, key, faces[key], files[key])) for key in sorted(faces)}
    writer.add(dictionary(**entries), FONTS)


def _font(writer: Writer, key: str, face: Face, file: bytes) -> int:
    name = f"/{key}+{face.name}".encode()
    outlines = file[:4] == b"OTTO"
    stored = writer.packed(file, {"Subtype": b"/OpenType"} if outlines else {"Length1": b"%d" % len(file)})
    descriptor = writer.add(
        dictionary(
            Type=b"/FontDescriptor",
            FontName=name,
            FontFamily=text(face.family),
            Flags=b"%d" % face.flags,
            FontBBox=numbers((0, face.descent, max(face.widths.values(), default=0), face.ascent)),
            ItalicAngle=number(face.italic_angle),
            Ascent=b"%d" % face.ascent,
            Descent=b"%d" % face.descent,
            CapHeight=b"%d" % face.ascent,
            StemV=b"80",
            **{"FontFile3" if outlines else "FontFile2": reference(stored)},
        )
    )
    descendant = writer.add(
        dictionary(
            Type=b"/Font",
            Subtype=b"/CIDFontType0" if outlines else b"/CIDFontType2",
            BaseFont=name,
            CIDSystemInfo=b"<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>",
            CIDToGIDMap=None if outlines else b"/Identity",
            W=array(_widths(face.widths)),
            FontDescriptor=reference(descriptor),
        )
    )
    return writer.add(
        dictionary(
            Type=b"/Font",
            Subtype=b"/Type0",
            BaseFont=name,
            Encoding=b"/Identity-H",
            DescendantFonts=array([reference(descendant)]),
            ToUnicode=reference(writer.packed(_unicode(face.glyphs))),
        )
    )


def _widths(widths: dict[int, int]) -> Iterator[bytes]:
    """Runs of consecutive glyphs with their widths."""
    for _, run in groupby(enumerate(sorted(widths)), key=lambda counted: counted[1] - counted[0]):
        glyphs = [glyph for _, glyph in run]
        yield b"%d" % glyphs[0]
        yield numbers(widths[glyph] for glyph in glyphs)


def _unicode(glyphs: dict[int, str]) -> bytes:
    """The map from glyphs to text, for search, copying and reading aloud."""
    lines = [_CMAP_HEAD]
    ordered = [(glyph, words) for glyph, words in sorted(glyphs.items()) if words]
    for start in range(0, len(ordered), 100):
        batch = ordered[start : start + 100]
        lines.append(b"%d beginbfchar" % len(batch))
        lines += [f"<{glyph:04x}> <{words.encode('utf-16-be').hex()}>".encode() for glyph, words in batch]
        lines.append(b"endbfchar")
    return b"\n".join([*lines, _CMAP_TAIL])
