"""The characters of a document by another parser than the one that reads it: no pages, no tables, only their order."""

import re
from contextlib import suppress
from html.parser import HTMLParser
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from evidence.read.decode import decode

__all__ = ["by_pdfium", "unpacked", "untagged"]

_UNSEEN = frozenset(("script", "style", "template"))
_INLINE = frozenset(("b", "i", "em", "strong", "span", "font", "a", "u", "hi", "bold", "italic", "t", "r"))
_LARGEST = 60_000_000  # of a document unpacked


class _Characters(HTMLParser):
    """Collects what stands between tags; a tag that may begin a word leaves a space."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._unseen += tag in _UNSEEN
        self._apart(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._apart(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._apart(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(data)

    def _apart(self, tag: str) -> None:
        if tag.rpartition(":")[2] not in _INLINE:
            self.found.append(" ")


def untagged(data: bytes) -> str:
    """HTML or XML without its tags, by the parser of the standard library."""
    return _without_tags(decode(data))


def _without_tags(text: str) -> str:
    parser = _Characters()
    with suppress(AssertionError):  # a broken declaration: what stood before it is read
        parser.feed(text)
        parser.close()
    return "".join(parser.found)


def unpacked(data: bytes) -> str:
    """The words of a Word document, straight from its XML; what was deleted is left out."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if archive.getinfo("word/document.xml").file_size > _LARGEST:
                return ""
            text = decode(archive.read("word/document.xml"))
    except (BadZipFile, KeyError, OSError):
        return ""
    text = re.sub(r"<w:delText\b[^>]*>.*?</w:delText>|<w:instrText\b[^>]*>.*?</w:instrText>", "", text, flags=re.DOTALL)
    return _without_tags(text)


def by_pdfium(data: bytes) -> str:
    """The text of a PDF in the order of its objects, by PDFium."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            pages = []
            for page in pdf:
                text = page.get_textpage()
                pages.append(text.get_text_range())
                text.close()
                page.close()
            return "\n".join(pages)
    except pypdfium2.PdfiumError:  # pdfminer may read what PDFium refuses; then there is one reading only
        return ""
