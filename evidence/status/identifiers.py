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

    Lower case; resolver and publisher addresses, `doi:`, percent-encoding, entities and trailing punctuation are taken off;
    a closing bracket stays only where the DOI opened it.

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


def dois(texts: Sequence[str | None]) -> list[str | None]:
    """`doi` of each of many texts: they are lower-cased and scanned as one string, only unusual spellings are read one by one."""
    blob = "\n".join(["" if text is None else text for text in texts]).lower()
    lines: list[str | None] = list(blob.split("\n"))
    if len(lines) != len(texts):  # a text of several lines
        return [doi(text) for text in texts]
    unusual = {line: doi(line) for line in set(_UNUSUAL_LINE.findall(blob))}
    if not all(texts):
        unusual[""] = None
    return [unusual.get(line, line) for line in lines] if unusual else lines  # type: ignore[arg-type]


def pmid(text: object) -> str | None:
    """A PubMed number as plain digits, or None; `0` is what exports write for "none".

    >>> pmid("PMID: 031999999"), pmid(0)
    ('31999999', None)
    """
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return None
    match = re.search(r"(?:^|/|:|\s)0*(\d{1,9})(?:\.0)?/?$", str(text).strip())
    return match[1] if match and int(match[1]) else None
