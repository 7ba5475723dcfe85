"""Bytes to characters: a mark, a declaration, UTF-8, or the most likely encoding; and what is no text at all."""

import codecs
import re

from evidence.errors import InputError

__all__ = ["decode", "is_text"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
# browsers read these labels as their Windows supersets; the C1 controls they would mean are never printed
_SUPERSETS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_SUPERSETS |= {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-9": "cp1254"}
_LONGEST = 30_000_000  # markup and embedded pictures included; the text inside is held to far less


def is_text(head: bytes) -> bool:
    """Whether bytes look like characters: hardly any control codes, and next to no NUL (unless a mark says UTF-16).

    Programs that take text out of a PDF write NUL for the glyphs they have no character for.
    """
    if head.startswith(tuple(mark for mark, _ in _MARKS)):
        return True
    if not head or 1000 * head.count(b"\0") > len(head):
        return False
    return len(head) - len(head.translate(None, _CONTROL)) <= len(head) * 0.02


def decode(data: bytes) -> str:
    """The text of a file; refuses bytes that are not text, and more of it than any paper has."""
    if len(data) > _LONGEST:
        raise InputError(
            f"the file has {len(data) // 1_000_000} MB of text",
            why="no paper is that long",
            todo="split it into one file per paper",
        )
    if not is_text(data[:65536]):
        raise InputError("the file is not text", why="it holds binary data", todo="convert it to PDF, HTML or text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return _decode_unmarked(data).replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


def _decode_unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    if declared:
        label = declared[1].decode("ascii").lower()
        try:
            text = data.decode(_SUPERSETS.get(label, label), errors="replace")
        except LookupError:
            pass
        else:
            if text.count("\ufffd") <= len(text) // 1000:
                return text
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")
