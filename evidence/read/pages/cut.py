"""Words and numbers cut where a narrow drawn cell ends, without a hyphen: `Relia` over `bility`, `12.6` over `6**`.

A piece alone on its line, that fills the cell, may be cut or may be a whole word that happens to fit: the words of the
document's running text tell. Numbers are whole again where the pieces together are one number.
"""

import re
from collections.abc import Callable, Collection, Iterable

from evidence.read.late import late
from evidence.read.pages.lines import Line, Word

__all__ = ["as_cut", "as_one", "is_cut", "mended", "unbroken", "uncut", "words_of"]

_SIGN_WIDTH = 0.6  # of the type's height: a letter or a figure
_MAYBE = "\ue001"  # between pieces that are one word only if the document has it
_CUT = "\ue000"  # between the pieces, until the document's words tell
_WHOLE = late(r"[(\[<>=]?[-−–]?\d*\.\d+%?[*∗†]*[)\]]?")
_SIGN = late(r"[-−–]")
_REST = re.compile(r"\d*[*∗†]*[)\]]?")
_GOES_ON = re.compile(r"[^\W\d_A-Z]|['’\d]")
_NARROW = 4.5  # of the type's height: how wide a column without drawn edges is that cuts words
_TAIL = re.compile(r"[*∗†]+[)\]]*|[)\]]+[*∗†]*")
_ENDS_NUMBER = "0123456789*∗"
_CLOSES = re.compile(r"[)\]]+")
_WIDE = 0.9  # of the type's height: the letters m and w
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-\u2010\u00ad]$")  # not that of `t-` over `value`
_JOINS = re.compile(r"(?:and|or|to)\b")  # `short- and long-term`
_HAN = late(r"[\u3040-\u30ff\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def uncut(lines: list[Line], right: float) -> list[Line]:
    """The lines of a cell, with pieces that its right edge cut in one word: numbers whole, others marked."""
    made: list[Line] = []
    alone = False  # whether the last piece taken stood alone on its line
    for line in lines:
        last = made[-1].words[-1] if made else None
        if last and alone and (text := _together(last, line.words[0], right)):
            first = line.words[0]
            word = Word(text, first.x0, first.x1, last.top, first.bottom)
            made[-1] = Line((*made[-1].words[:-1], word, *line.words[1:]))
        else:
            made.append(line)
        alone = len(line.words) == 1
    return made


def _together(last: Word, first: Word, right: float) -> str | None:
    """Both pieces as one, where the second would not have fitted beside the first."""
    if _SIGN.fullmatch(last.text) and _WHOLE.fullmatch(last.text + first.text):
        return last.text + first.text
    sign = _WIDE if first.text[0] in "mwMW" else _SIGN_WIDTH
    if last.x1 + sign * last.height < right:
        return None
    if _CLOSES.fullmatch(first.text):
        return last.text + first.text
    if last.text[-1].isdigit() or last.text[-1] in ".,*∗":
        whole = _REST.fullmatch(first.text) and _WHOLE.fullmatch(last.text + first.text)
        return last.text + first.text if whole else None
    return last.text + _CUT + first.text if _GOES_ON.match(first.text) else None


def as_one(pieces: Iterable[str]) -> str:
    """The lines of a cell as its text; a word cut at the end of a line is whole again, Chinese runs on."""
    text = ""
    for piece in pieces:
        hyphen = _HYPHEN.search(text) is not None and piece[:1].islower() and not _JOINS.match(piece)
        runs_on = bool(text) and _HAN.match(text[-1]) is not None and _HAN.match(piece) is not None
        text = text[:-1] + piece if hyphen else text + piece if runs_on else f"{text} {piece}" if text else piece
    return text


def unbroken(lines: list[Line], left: float, right: float) -> list[str]:
    """The lines of a cell without drawn edges: stars and brackets go back to their number, cut words are marked."""
    made: list[str] = []
    last: Line | None = None
    for line in lines:
        alone = last is not None and len(last.words) == 1
        if alone and last and last.text[-1] in _ENDS_NUMBER and _TAIL.fullmatch(line.text):
            made[-1] += line.text
        elif alone and last and right - left < _NARROW * last.height and _runs_out(last.words[0], line.words[0], right):
            made[-1] += _MAYBE + line.text
        else:
            made.append(line.text)
        last = line
    return made


def _runs_out(last: Word, first: Word, right: float) -> bool:
    """Whether a word may go on below: it reaches the edge of its column, where small letters begin the next line."""
    small = first.text[:1].isalpha() and first.text[:1].islower()
    return last.text[-1].isalpha() and small and last.x1 + _SIGN_WIDTH * last.height >= right


def as_cut(above: str, below: str) -> str:
    """Two pieces of a cell that may have a word in common."""
    return above + _CUT + below


def is_cut(text: str) -> bool:
    """Whether a cell holds pieces that may be one word."""
    return _CUT in text or _MAYBE in text


def words_of(lines: Iterable[Line], in_table: Callable[[Word], bool]) -> set[str]:
    """The words of running text, in small letters."""
    return {
        m.lower().replace("’", "'")
        for line in lines
        for w in line.words
        if not in_table(w)
        for m in _WORD.findall(w.text)
        if len(m) > 1 or m in "aI"
    }


def mended(text: str, words: Collection[str]) -> str:
    """A cell's text with its words whole: pieces that are a word together, or no words apart."""
    tokens = " ".join(_known(token.split(_MAYBE), words) if _MAYBE in token else token for token in text.split(" "))
    return " ".join(_whole(token.split(_CUT), words) if _CUT in token else token for token in tokens.split(" "))


def _known(pieces: list[str], words: Collection[str]) -> str:
    """The pieces as one word where the document has it, and not all of them."""
    whole = "".join(pieces)
    known = _bare(whole) in words and not all(_bare(piece) in words for piece in pieces)
    return whole if known else " ".join(pieces)


def _whole(pieces: list[str], words: Collection[str]) -> str:
    """The pieces as fewest words that the document does not use elsewhere, and then as fewest words."""
    best: list[tuple[int, int, list[str]]] = [(0, 0, [])]
    for stop in range(1, len(pieces) + 1):
        ways = []
        for start in range(stop):
            unknown, count, before = best[start]
            word = "".join(pieces[start:stop])
            ways.append((unknown + (_bare(word) not in words), count + 1, [*before, word]))
        best.append(min(ways, key=lambda way: way[:2]))
    return " ".join(best[-1][2])


def _bare(text: str) -> str:
    return text.strip("()[].,;:*").lower().replace("’", "'")
