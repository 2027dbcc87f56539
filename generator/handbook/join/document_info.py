"""What the finished file says about itself: information dictionary, XMP, output intent."""

from __future__ import annotations

import re
import uuid
from xml.sax import saxutils

from generator.handbook.book import Book
from generator.handbook.join.writer import Writer, dictionary, reference, text
from generator.handbook.page import inks
from generator.papers import Make, Stock

PRODUCER = "contest-portal"
PDFX = "PDF/X-4"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
{standard}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

_STANDARD = {
    Make.SCREEN: "<pdfuaid:part>1</pdfuaid:part>",
    Make.PRINT: f"<pdfxid:GTS_PDFXVersion>{PDFX}</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>",
}
"""The standard whose machine rules `checks` has run; a book that breaks one is not published at all."""


def full_title(book: Book) -> str:
    """Title and subtitle."""
    return f"{book.title} {book.subtitle}".strip()


def xmp(book: Book) -> bytes:
    """The XMP packet. Its document id is a name-based UUID, so that the same book has the same bytes."""
    name = "|".join((book.id, full_title(book), book.date, book.make, str(book.paper), book.piece))
    return _XMP.format(
        title=escape(full_title(book)),
        author=escape(book.author),
        subject=escape(book.subject),
        language=escape(book.language),
        date=f"{_day(book.date)}T00:00:00+08:00",
        producer=PRODUCER,
        document=uuid.uuid5(uuid.NAMESPACE_URL, name),
        standard=_STANDARD[book.make],
    ).encode()


def escape(text: str) -> str:
    """Text for XML, without the control characters that it cannot hold."""
    return saxutils.escape(re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text))


def info(book: Book) -> bytes:
    """The information dictionary."""
    day = _day(book.date).replace("-", "")
    stamp = f"(D:{day}000000+08'00')".encode()
    printed = book.make is Make.PRINT
    return dictionary(
        Title=text(full_title(book)),
        Author=text(book.author) if book.author else None,
        Subject=text(book.subject) if book.subject else None,
        Creator=text(PRODUCER),
        Producer=text(PRODUCER),
        CreationDate=stamp,
        ModDate=stamp,
        GTS_PDFXVersion=text(PDFX) if printed else None,
        Trapped=b"/False" if printed else None,
    )


def _day(date: str) -> str:
    """An ISO day; a date without day or month begins at the first."""
    found = [*re.findall(r"\d+", date), "1", "1", "1"] if date else ["1970", "1", "1"]
    return f"{int(found[0]):04}-{int(found[1]):02}-{int(found[2]):02}"


REGISTRATION = b"[/Separation /All /DeviceCMYK <</FunctionType 2/Domain [0 1]/C0 [0 0 0 0]/C1 [1 1 1 1]/N 1>>]"
"""The colour of marks that every plate must show."""


def colours(make: Make) -> bytes:
    """The colour spaces of every page: print needs that of its marks, all else names its inks."""
    return dictionary(Registration=REGISTRATION) if make is Make.PRINT else b"<<>>"


def output_intent(writer: Writer, stock: Stock) -> bytes:
    """How the book is meant to be printed: a printing condition with its profile."""
    stored = writer.packed(inks.profile(stock), {"N": b"4"})
    return dictionary(
        Type=b"/OutputIntent",
        S=b"/GTS_PDFX",
        OutputConditionIdentifier=text(stock.condition),
        OutputCondition=text(stock.described),
        RegistryName=text("http://www.color.org"),
        Info=text(f"{stock.condition}: {stock.described}"),
        DestOutputProfile=reference(stored),
    )
