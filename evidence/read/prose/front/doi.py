"""A document's own DOI: in its markup, on its title page, or behind its last page."""

import re

from evidence.read.model import Source

__all__ = ["doi_behind", "doi_of"]

_DOI = re.compile(r"\b10\.\d{4,9}/[-._;()/:A-Za-z0-9<>]+")
_PARTED = re.compile(r"(10\.\d{4,9}/)[^\S\n]+(\w[\w.()-]*\w)")  # joined where the paper also prints it in one piece
_OWN_DOI = re.compile(r"(?:(?:article|paper)\s+)?(?:doi|digital\s+object\s+identifier)\b", re.IGNORECASE)
_DOI_LINE = re.compile(r"<?(?:https?://)?(?:dx\.)?doi\.org/10\.", re.IGNORECASE)
_HOW_TO_CITE = re.compile(
    r"(?:how\s+to\s+cite|to\s+cite|cite\s+(?:this|as|it)|please\s+cite|(?:recommended|suggested)\s+citation|citation\b|to\s+link\s+to\s+this)",
    re.IGNORECASE,
)

_NEXT_ENTRY = re.compile(
    r"\s+(?:\[?\d{1,3}[\].)]*\s+)?[^\W\d_][\w'’-]+(?:,\s+[^\W\d_]\.|\s+[A-Z]{1,3}[,.]\s)"
)  # behind the DOI of a reference that was broken before it
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # in the end of a reference
_IN_ISSUE = re.compile(  # `Journal of Bread 10(4), pp. 871–883 (2021) DOI:`
    r"[A-Z][^.;:]{3,80}\s\d{1,3}\s?\(\d{1,3}\)[^;:]{0,40}\bdoi\b\W*(?:https?://(?:dx\.)?doi\.org/)?", re.IGNORECASE
)
# The foot of a first page: `https://doi.org/10.1/x Received 17 August 2022; Accepted ...`
_RECEIVED = re.compile(
    r"\s+(?:received|revised|accepted|available\s+online)\W+\d{1,2}\s+\w+\s+(?:19|20)\d\d", re.IGNORECASE
)
_LICENCE = re.compile(r"(?:[^.]{0,60}©[^.]{0,60}\.\s*)?this\s+is\s+an\s+open[\s-]access\s+article\b", re.IGNORECASE)


def doi_of(said: str | list[str] | None, text: str, whole: str = "") -> str | None:
    """What the markup says, else the first that a text prints; `whole` tells where a broken one ends."""
    for value in [said] if isinstance(said, str) else said or []:
        if match := _DOI.search(value):
            return _trimmed(match[0])
    joined = re.sub(r"(doi\.org/|10\.\d{4,9}/)\s*\n\s*", r"\1", text)
    joined = _PARTED.sub(lambda m: m[1] + m[2] if m[1] + m[2] in whole else m[0], joined)
    first = next((m for m in _DOI.finditer(joined) if len(m[0]) > 11), None)
    return _unbroken(first, joined, whole) if first else None


_BEHIND_HYPHEN = re.compile(r"\s+(\d[\w.-]*)")  # no DOI ends in one
_WITH_FIGURES = re.compile(r"\s+([a-z]{0,8}\.?\d{4,}[\w.]*)(?=\s|$|[.;,)])")


def _unbroken(found: re.Match[str], text: str, whole: str) -> str:
    """A DOI with the end that went to the next line, where the paper prints it in one piece somewhere else."""
    start, behind = _trimmed(found[0]), text[found.end() : found.end() + 40]
    if not re.match(r"\s+\w", behind):
        return start
    if start.endswith("-") and (cut := _BEHIND_HYPHEN.match(behind)):
        return _trimmed(start + cut[1])
    figures = _WITH_FIGURES.match(behind)
    if figures and not re.search(r"\d", found[0].partition("/")[2]):
        return _trimmed(found[0] + figures[1])  # `10.5555/bread.` and below it `crust.0241873`
    for other in _DOI.finditer(whole):
        rest = _trimmed(other[0])[len(found[0]) :]
        if other[0].startswith(found[0]) and rest and re.match(rf"\s+{re.escape(rest)}(?!\w)", behind):
            return _trimmed(other[0])
    return start


def doi_behind(source: Source) -> str | None:
    """The article's own DOI where it is printed at the end: behind `doi:`, or in the line that says how to cite it."""
    found: set[str] = set()
    begins = ""
    for at, block in enumerate(source.blocks):
        if block.span[1] - block.span[0] > 600:
            begins = ""
            continue
        whole = source.of(block)
        for shown in [whole] if block.kind == "reference" else whole.split("\n"):
            above, begins = begins, shown.lstrip("#*_> ")
            match = _DOI.search(shown) if "10." in shown else None
            if match is None:
                continue
            asked = _HOW_TO_CITE.match(above) or _HOW_TO_CITE.match(begins)
            below = source.of(source.blocks[at + 1])[:80] if at + 1 < len(source.blocks) else ""
            over = source.of(source.blocks[at - 1])[-400:] if at else ""
            own = _RECEIVED.match(f" {below}") and not _YEAR.search(over)
            bare = _DOI_LINE.match(shown) and (block.kind != "reference" or own)
            if (
                asked
                or bare
                or (_OWN_DOI.match(begins) and not _NEXT_ENTRY.match(shown, match.end()))
                or (block.kind != "reference" and _IN_ISSUE.fullmatch(shown[: match.start()].strip("*_ ")))
                or _LICENCE.match(begins)
                or (block.kind != "reference" and _RECEIVED.match(shown, match.end()))
            ):
                found.add(_trimmed(match[0].rstrip("*_")).lower())
    return found.pop() if len(found) == 1 else None


def _trimmed(doi: str) -> str:
    while doi[-1] in ".,;:" or (doi[-1] in ")>" and doi.count("(") < doi.count(")")):
        doi = doi[:-1]
    return doi
