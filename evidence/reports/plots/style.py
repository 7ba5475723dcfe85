"""Sizes, colours and letters of all plots: journal columns, a palette for every eye, labels cut at words."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from evidence.errors import UsageError

__all__ = [
    "COLUMN", "EFFECT", "EXCLUDED", "FAINT", "INK", "PAGE", "POOLED", "PREDICTION", "SIZE", "bare", "drawing", "p_text",
    "save", "shortened", "text_width",
]  # fmt: skip

COLUMN, PAGE = 3.5, 7.2  # inches: one column and two columns of a journal
SIZE = 7.0  # points; journals ask for no less than 5 to 7 after printing
# Okabe & Ito (2008): told apart with every kind of colour vision, and by lightness in grey print
EFFECT, POOLED, PREDICTION = "#0072B2", "#000000", "#D55E00"
EXCLUDED, FAINT, INK = "#8C8C8C", "#D9D9D9", "#222222"
FORMATS = ("svg", "pdf", "png")
WORDS_KEEP = 0.7  # a cut at a word that leaves more of the width empty than this is made inside the word
FONT = "DejaVu Sans"  # comes with matplotlib: the same letters, so the same picture, everywhere


@contextmanager
def drawing() -> Iterator[None]:
    """The settings under which every plot is made."""
    settings: Any = {
        "font.family": FONT,
        "font.size": SIZE,
        "axes.linewidth": 0.6,
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "text.color": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "xtick.major.width": 0.6,
        "ytick.major.width": 0.6,
        "xtick.major.size": 2.5,
        "ytick.major.size": 2.5,
        "legend.frameon": False,
        "legend.fontsize": SIZE,
        "axes.unicode_minus": True,
    }
    with rc_context(settings):
        yield


def bare(axes: Axes, left: bool = True) -> None:
    """Take away the lines of the box that carry no scale."""
    for side in ("top", "right", *(() if left else ("left",))):
        axes.spines[side].set_visible(False)


@cache
def text_width(text: str, size: float = SIZE, bold: bool = False) -> float:
    """Width of printed text in inches."""
    if not text.strip():
        return 0.0
    font = FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")
    return float(TextPath((0, 0), text, prop=font).get_extents().width) / 72


def shortened(text: str, width: float, size: float = SIZE, bold: bool = False) -> str:
    """Cut a label to a width in inches: at a word, keeping a year at its end, so that studies stay distinguishable.

    `Christensen, Abdullah & Smith (1995)` becomes `Christensen … (1995)`.
    """
    text = " ".join(text.split())
    if text_width(text, size, bold) <= width:
        return text
    year = re.search(r"\s\(?(1[89]|20)\d\d[a-z]?\)?[a-z]?$", text)
    tail = " …" + year.group() if year else " …"
    head = text[: year.start()] if year else text
    words = head.split(" ")
    for count in range(len(words) - 1, 0, -1):
        candidate = " ".join(words[:count]).rstrip(" ,;:&-–") + tail
        if text_width(candidate, size, bold) <= width:
            if text_width(candidate, size, bold) >= WORDS_KEEP * width:
                return candidate
            break
    for length in range(len(head), 0, -1):
        candidate = head[:length].rstrip(" ,;:&-–") + tail.replace(" …", "…", 1)
        if text_width(candidate, size, bold) <= width:
            return candidate
    return "…"


def p_text(p: float) -> str:
    """A p value as journals print it."""
    return "p < .001" if p < 0.001 else f"p = {p:.3f}".replace("0.", ".")


def save(figure: Figure, path: str | Path, dpi: int = 300) -> Path:
    """Write a figure as SVG, PDF or PNG by its suffix; the same figure gives the same bytes."""
    path = Path(path)
    form = path.suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise UsageError(f"a plot cannot be written as '{path.suffix}'", where=path, todo="use .svg, .pdf or .png")
    dated: dict[str, dict[str, str | None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}
    with rc_context({"svg.hashsalt": "evidence", "pdf.fonttype": 42, "svg.fonttype": "none"}):
        figure.savefig(path, format=form, dpi=dpi, metadata=dated[form])
    return path
