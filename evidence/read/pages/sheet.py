"""What is kept of one page of a PDF: words upright as read, rules, and the lines that draw boxes."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from evidence.read.pages.heads import Rule
from evidence.read.pages.lattice import Stroke
from evidence.read.pages.lines import Word, body_words
from evidence.read.pages.marks import without_marks
from evidence.settled import settled

__all__ = ["Sheet", "sheet_of"]

_MOST_OBJECTS = 400_000
_MOST_DRAWN = 20_000
_THIN = 3.0  # points; a filled box that thin is a line
_TURNED = 150  # characters set sideways that make a page one to be turned


@settled
class Sheet:
    """A page; distances in points from the top left."""

    words: list[Word]
    rules: list[Rule]
    across: list[Stroke]
    down: list[Stroke]
    width: float
    height: float


def sheet_of(page: Any) -> Sheet:
    """The page's type and lines; pdfplumber's own objects are let go at once to save memory."""
    width, height = float(page.width), float(page.height)
    if sum(len(v) for v in page.objects.values()) > _MOST_OBJECTS:
        page.close()
        return Sheet([], [], [], [], width, height)
    outside = page
    drawn = _in_figures(page)
    if drawn and len(page.chars) - len(drawn) > 300:
        outside = page.filter(
            lambda o: o["object_type"] != "char" or (round(o["x0"], 1), round(o["top"], 1), o["text"]) not in drawn
        )
    turn = _turn(outside.chars)
    if turn:
        made = _turned(outside, turn, width, height)
    else:
        across, down = _strokes(page)
        made = Sheet(
            body_words(_words(without_marks(_level(outside.chars))), height),
            _rules(_edges(page, "h")),
            across,
            down,
            width,
            height,
        )
    page.close()
    return made


def _words(chars: list[dict[str, Any]]) -> list[Word]:
    from pdfplumber.utils.text import extract_words

    found = extract_words(
        _parting(chars),
        x_tolerance_ratio=0.15,
        y_tolerance=2,
        use_text_flow=False,
        keep_blank_chars=False,
        return_chars=True,
    )
    return [
        Word(
            w["text"], float(w["x0"]), float(w["x1"]), float(w["top"]), float(w["bottom"]), set_off=_set_off(w["chars"])
        )
        for w in found
    ]


_FACE = re.compile(
    r"bold|black|heavy|semi|medium|ital|obli|slant|[-,](?:b|i|bi|it|bd|bdit|medi)$|^(?:cm|sf|ec)(?:bx|ti|sl|bxti)\d",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def _is_set_off(font: str) -> bool:
    return _FACE.search(font.partition("+")[2] or font) is not None


def _set_off(chars: list[dict[str, Any]]) -> bool:
    """Whether a word is in bold or italics, by the name of its type."""
    return _is_set_off(str(chars[0]["fontname"])) and _is_set_off(str(chars[-1]["fontname"]))


def _parting(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Characters without the blanks that the next letter is set upon: places where a word may be cut, but is not."""
    return [c for c, after in zip_longest(chars, chars[1:]) if c["text"] != " " or after is None or not _upon(after, c)]


def _upon(after: dict[str, Any], blank: dict[str, Any]) -> bool:
    low, high = blank["x0"], blank["x1"]
    return low - 0.5 * (high - low) < after["x0"] < low + 0.3 * (high - low) and abs(after["top"] - blank["top"]) < 1  # type: ignore[no-any-return]


def _turn(chars: list[dict[str, Any]]) -> int:
    """1 where the page is set to be read from below upwards, -1 from above downwards, 0 where it is upright."""
    sideways = [c for c in chars if not c["upright"] and c["text"].strip()]
    if len(sideways) < _TURNED or 2 * len(sideways) < sum(bool(c["text"].strip()) for c in chars):
        return 0
    return 1 if 2 * sum(c["matrix"][1] > 0 for c in sideways) > len(sideways) else -1


def _level(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The characters that stand upright: on a page that is upright, the others say who downloaded it and when."""
    return [c for c in chars if c["upright"]]


def _turned(page: Any, turn: int, width: float, height: float) -> Sheet:
    """A page set sideways, turned upright; what stands upright on it is its running head."""

    def turned(o: dict[str, Any]) -> dict[str, Any]:
        x0, x1, top, bottom = float(o["x0"]), float(o["x1"]), float(o["top"]), float(o["bottom"])
        if turn > 0:
            return {**o, "x0": height - bottom, "x1": height - top, "top": x0, "bottom": x1, "doctop": x0}
        return {**o, "x0": top, "x1": bottom, "top": width - x1, "bottom": width - x0, "doctop": width - x1}

    chars = [{**turned(c), "upright": True} for c in page.chars if not c["upright"]]
    across, down = _strokes(page)
    if turn > 0:
        new_across = [Stroke(s.at, height - s.high, height - s.low) for s in down]
        new_down = [Stroke(height - s.at, s.low, s.high) for s in across]
    else:
        new_across = [Stroke(width - s.at, s.low, s.high) for s in down]
        new_down = [Stroke(s.at, width - s.high, width - s.low) for s in across]
    rules = _rules((s.at, s.low, s.high) for s in new_across)
    return Sheet(body_words(_words(chars), width), rules, new_across, new_down, height, width)


def _in_figures(page: Any) -> set[tuple[float, float, str]]:
    """Characters drawn inside figures: labels of diagrams, and pages pasted in and cut to a picture."""
    from pdfminer.layout import LTChar, LTFigure

    found: set[tuple[float, float, str]] = set()
    stack: list[tuple[Any, bool]] = [(o, False) for o in page.layout]
    height = float(page.height)
    while stack and len(found) < 100_000:
        item, inside = stack.pop()
        if isinstance(item, LTFigure):
            stack.extend((o, True) for o in item)
        elif inside and isinstance(item, LTChar):
            found.add((round(item.x0, 1), round(height - item.y1, 1), item.get_text()))
    return found


def _edges(page: Any, orientation: str) -> Iterable[tuple[float, float, float]]:
    """The level edges of everything drawn, as height, left and right."""
    for e in page.edges:
        if e["orientation"] == orientation and e["x1"] - e["x0"] > 3:
            yield float(e["top"]), float(e["x0"]), float(e["x1"])


def _rules(edges: Iterable[tuple[float, float, float]]) -> list[Rule]:
    """Horizontal lines, pieces on one height joined."""
    rules: list[Rule] = []
    for y, x0, x1 in sorted((round(y, 0), x0, x1) for y, x0, x1 in edges if x1 - x0 > 3):
        if rules and abs(rules[-1].y - y) <= 1 and x0 <= rules[-1].x1 + 4:
            rules[-1] = Rule(rules[-1].x0, max(rules[-1].x1, x1), rules[-1].y)
        else:
            rules.append(Rule(x0, x1, y))
    return [r for r in rules if r.x1 - r.x0 > 20]


def _strokes(page: Any) -> tuple[list[Stroke], list[Stroke]]:
    """Lines across and lines down: drawn as lines, as thin boxes, or as the border of a box."""
    across: list[Stroke] = []
    down: list[Stroke] = []
    for kind in ("line", "rect", "curve"):
        for o in page.objects.get(kind, ())[:_MOST_DRAWN]:
            x0, x1, top, bottom = float(o["x0"]), float(o["x1"]), float(o["top"]), float(o["bottom"])
            if bottom - top <= _THIN < x1 - x0:
                across.append(Stroke((top + bottom) / 2, x0, x1))
            elif x1 - x0 <= _THIN < bottom - top:
                down.append(Stroke((x0 + x1) / 2, top, bottom))
            elif kind == "rect" and o.get("stroke") and x1 - x0 > _THIN:
                across += [Stroke(top, x0, x1), Stroke(bottom, x0, x1)]
                down += [Stroke(x0, top, bottom), Stroke(x1, top, bottom)]
    return across, down
