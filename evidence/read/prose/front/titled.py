"""Names with degrees and posts behind them: `Ada Cole PhD, RN, Lecturer | Bob Lind MSc`, `Ada Cole, RN, Bob Lind`."""

import re

from evidence.read.late import late

__all__ = ["is_degree", "spoken", "untitled"]

# Letters behind a name: `PhD`, `RN`, `MPhil`, `FAAN`, `Ph.D.`, `RN-BC`.
_LETTERS = (
    r"(?:[A-Z][a-z]{0,4}\.?[A-Z][A-Za-z]{0,4}\.?|[A-Z]{2,6}|[A-Z][a-z]{0,2}\.\s?[A-Z]\.)(?:[-(][A-Z][A-Za-z]*\)?)?"
)
_DEGREE = re.compile(_LETTERS)
_BEHIND = late(rf"(?:\s+{_LETTERS})+\s*$")
_PERSON = late(r"[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,4}")


def is_degree(part: str) -> bool:
    """Whether a part of a list of names is no name but the letters of a degree.

    >>> is_degree("RN"), is_degree("MPhil"), is_degree("Roe"), is_degree("Ada Cole")
    (True, True, False, False)
    """
    return _DEGREE.fullmatch(part) is not None


_TURNED = re.compile(
    r"(?P<last>[^\W\d][\w'’ -]{1,30}?),\s*(?P<first>(?:[A-Z]\.[\s-]?){1,3})(?=[\s,;&]|and\b|$)[\s,;&]*(?:and\s+)?"
)


def spoken(line: str) -> str:
    """Names as a reference prints them, turned as they are said; any other line as it is.

    >>> spoken("Cole, A., Lind, B. C. & Oak, M.")
    'A. Cole, B. C. Lind, M. Oak'
    """
    people = list(_TURNED.finditer(line.strip()))
    whole = "".join(m[0] for m in people) == line.strip()
    return ", ".join(f"{m['first'].strip()} {m['last'].strip()}" for m in people) if whole and people else line


def untitled(line: str) -> str:
    """A line in which bars part the people, with the name of each alone; any other line as it is.

    >>> untitled("Ada Cole PhD, RN, Lecturer | Bob Lind MSc")
    'Ada Cole | Bob Lind'
    """
    if "|" not in line:
        return line
    people = [piece.split(",")[0].strip() for piece in line.split("|")]
    names = [name if name.isupper() else _BEHIND.sub("", name).strip() for name in people if name]
    return " | ".join(names) if len(names) > 1 and all(_PERSON.fullmatch(name) for name in names) else line
