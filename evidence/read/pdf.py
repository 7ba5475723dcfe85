"""PDF: words by position; tables by boxes, rules and white space; running heads and text inside figures left out."""

import logging
from io import BytesIO

from evidence.errors import InputError
from evidence.read.characters import by_pdfium
from evidence.read.model import Source
from evidence.read.pages import sheet_of
from evidence.read.pages.printed import composed
from evidence.read.reader import DocumentFormat

__all__ = ["READER", "to_source"]

_MOST_PAGES = 400


def _recognises(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def to_source(data: bytes) -> Source:
    """The pages as text in reading order with tables."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # a broken font is not the user's concern
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise InputError(
                    f"the PDF has {len(pdf.pages)} pages", why="no paper is that long", todo="split it into papers"
                )
            sheets = [sheet_of(page) for page in pdf.pages]
            if not any(sheet.words for sheet in sheets):
                raise InputError(
                    "the PDF holds no text", why="its pages are pictures", todo="run it through OCR first (ocrmypdf)"
                )
            return composed(sheets, str((pdf.metadata or {}).get("Title") or ""))
    except InputError:
        raise
    except PDFPasswordIncorrect:
        raise InputError("the PDF is locked with a password", todo="save it without the password") from None
    except RecursionError:
        raise InputError(
            "the PDF cannot be read", why="its objects are nested too deeply", todo="print it to a new PDF"
        ) from None
    except Exception as broken:  # pdfminer raises whatever a broken file makes it raise
        why = " ".join(str(broken).split())[:120] or type(broken).__name__
        raise InputError("the PDF cannot be read", why=why, todo="get it again, or print it to a new PDF") from None


READER = DocumentFormat("pdf", "1", (".pdf",), "application/pdf", _recognises, to_source, by_pdfium)
