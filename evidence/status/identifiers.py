"""What makes two works the same work: DOIs in all their spellings, and PubMed numbers.

A placeholder (`unavailable`, `0`, `none`, empty) is no identifier and never equals another.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote

__all__ = ["doi", "dois", "pmid"]

_DOI = re.compile(r"10[.,]\d{4,9}(?:\.\d+)*\s*/\s*\S+")
_PLAIN = re.compile(r"10\.\d{4,9}/[a-z0-9./()_:;-]*[a-z0-9]")  # already as this module writes it
_UNUSUAL_LINE = re.compile(rf"^(?!{_PLAIN.pattern}$).+$", re.MULTILINE)
_PLAIN_BYTES = bytes(set(b"abcdefghijklmnopqrstuvwxyz0123456789./()_:;-\n"))
_NOT_SLASH = bytes(set(range(256)) - set(b"/\n"))
_SHAPE = bytes(
    ord("0" if chr(code).isdecimal() else "." if chr(code) in "/()_:;-" else chr(code)) for code in range(128)
) + bytes(range(128, 256))
_USUAL_ADDRESSES = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", " ")
_USUAL_MARKS = (*(f"\n{address}" for address in _USUAL_ADDRESSES), ".\n", ",\n", ";\n", " \n", "\r\n")
_PUBLISHER_PAGE = re.compile(
    r"/(?:full|abstract|abs|e?pdf|pdfdirect|html|fulltext|summary|references|meta)(?:/\w*)?$|\.pdf$"
)
_RESOLVER = re.compile(r"^(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_TRAILING = ".,;:!?'\"`*_|\\\u2019\u201d\u00bb"
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}


def doi(text: object) -> str | None:
    """A DOI as every source can be asked for it, or None where the text holds none.

    Lower case; resolver and publisher addresses, `doi:`, percent-encoding, entities and trailing punctuation are
    taken off; a closing bracket stays only where the DOI opened it.

    >>> doi("https://doi.org/10.1016/S0140-6736(97)11096-0."), doi("unavailable")
    ('10.1016/s0140-6736(97)11096-0', None)
    """
    if not isinstance(text, str):
        return None
    if _PLAIN.fullmatch(text):
        return text
    text = _decoded(text)
    match = _DOI.search(text)
    if match is None:
        return None
    found = re.sub(r"\s*/\s*", "/", match[0], count=1).replace("10,", "10.", 1)
    if text[: match.start()].lower().lstrip().startswith(("http", "www", "//")):
        found = re.split(r"[?#]", found, maxsplit=1)[0]
        if not _RESOLVER.match(text.strip()):
            found = _PUBLISHER_PAGE.sub("", found.rstrip("/"))
    found = _untrailed(found.lower())
    return found if "/" in found and not found.endswith("/") else None


def _decoded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).translate(_DASHES)
    for _ in range(2):  # some exports encode what was encoded already
        if "%" in text:
            text = unquote(text)
    return html.unescape(text) if "&" in text else text


def _untrailed(text: str) -> str:
    """The text without the punctuation of the sentence around it."""
    while text:
        last = text[-1]
        opened = _PAIRS.get(last)
        if last in _TRAILING or (opened and text.count(opened) < text.count(last)):
            text = text[:-1]
        else:
            break
    return text


def dois(texts: Sequence[str | None]) -> Sequence[str | None]:
    """`doi` of each of many texts, a few hundred at a time: usual spellings are read together, as one string.

    >>> dois(["https://doi.org/10.5555/A", "10.5555/b."])
    ['10.5555/a', '10.5555/b']
    """
    if None in texts:
        return [doi(text) for text in texts]
    blob = "\n" + "\n".join(texts) + "\n"  # type: ignore[arg-type]
    if _all_plain(blob, len(texts)):
        return texts
    blob = blob.lower()
    for mark in _USUAL_MARKS:
        if mark in blob:
            blob = blob.replace(mark, "\n")
    lines = blob[1:-1].split("\n")
    if len(lines) == len(texts):
        if _all_plain(blob, len(texts)):
            return lines
        unusual = set(_UNUSUAL_LINE.findall(blob))
        return [doi(text) if line in unusual or not line else line for line, text in zip(lines, texts, strict=True)]
    return [doi(text) for text in texts]  # a text of several lines


def _all_plain(blob: str, count: int) -> bool:
    """Whether every line is as `doi` writes it: plain characters, `10.NNNN` in front, a slash, no trailing mark.

    Counts of bytes prove it, which is some ten times cheaper than to read each line.
    """
    if not blob.isascii():
        return False
    data = blob.encode()
    if data.translate(None, _PLAIN_BYTES) or data.count(b"\n10.") != count or data.count(b"\n") != count + 1:
        return False
    shape = data.translate(_SHAPE)
    if b".\n" in shape or shape.count(b"\n00.0000") != count:
        return False
    return b"\n\n" not in data.translate(None, _NOT_SLASH)  # a slash in every line


def pmid(text: object) -> str | None:
    """A PubMed number as plain digits, or None; `0` is what exports write for "none".

    >>> pmid("PMID: 031999999"), pmid(0)
    ('31999999', None)
    """
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return None
    match = re.search(r"(?:^|/|:|\s)0*(\d{1,9})(?:\.0)?/?$", str(text).strip())
    return match[1] if match and int(match[1]) else None
