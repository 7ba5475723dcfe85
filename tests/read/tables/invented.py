"""Invented tables, written as lines of cells, and what was understood of them in a form that is easy to compare.

`|` parts cells; a cell `<` repeats the cell to its left (a span), `^` the one above it; `¦` prints a bar; `#` before a
line makes its cells headings.
"""

from collections.abc import Iterable

from evidence.read.model import Cell, Grid, Source
from evidence.read.partial import Abbreviations, Findings
from evidence.read.tables import understand


def source(*tables: str, captions: Iterable[str] = (), notes: Iterable[str] = (), tail: str = "") -> Source:
    """A document that holds these tables and nothing else."""
    text = ""
    grids = []
    captions, notes = [*captions, *[""] * len(tables)], [*notes, *[""] * len(tables)]
    for number, table in enumerate(tables):
        rows: list[tuple[Cell, ...]] = []
        start = len(text)
        for line in table.strip("\n").split("\n"):
            header = line.startswith("#")
            row: list[Cell] = []
            for at, part in enumerate(line.lstrip("#").split("|")):
                word = part.strip().replace("¦", "|")
                if word == "<":
                    row.append(Cell(row[-1].text, row[-1].span, header, origin=False))
                elif word == "^":
                    above = rows[-1][at]
                    row.append(Cell(above.text, above.span, above.header, origin=False))
                else:
                    row.append(Cell(word, (len(text), len(text) + len(word)), header))
                    text += word + "\n"
            rows.append(tuple(row))
        width = max(map(len, rows))
        full = tuple(r + (Cell(),) * (width - len(r)) for r in rows)
        grids.append(Grid(full, f"Table {number + 1}", captions[number], notes=notes[number], span=(start, len(text))))
    return Source(text + tail, grids=tuple(grids))


def read(table: str, caption: str = "", notes: str = "", tail: str = "", **names: str) -> Findings:
    """What one table says; every span is held against the text."""
    document = source(table, captions=[caption], notes=[notes], tail=tail)
    found = understand(document, Abbreviations(names))
    check_spans(document, found)
    return found


def check_spans(document: Source, found: Findings) -> None:
    """Every number stands where its span says."""
    for name in (
        "constructs",
        "paths",
        "correlations",
        "htmt",
        "fit",
        "structural",
        "effects",
        "descriptives",
        "fsqca",
        "samples",
    ):
        for piece in getattr(found, name):
            assert 0 < piece.confidence <= 1
            for pointer, (start, end) in piece.spans.items():
                value = piece.value
                for part in pointer.split("/"):
                    if isinstance(value, dict):
                        value = value[part]
                    else:
                        value = getattr(value, part) if hasattr(value, part) else value[int(part)]
                printed = document.text[start:end]
                digits = [c for c in str(value) if c.isdigit()]
                assert [c for c in printed.translate(str.maketrans("OolI", "0011")) if c.isdigit()] == digits, (
                    pointer,
                    printed,
                    value,
                )


def paths(found: Findings) -> set[tuple[str | None, ...]]:
    """(hypothesis, from, to, beta or b, statistic, p) of each path."""
    return {(p.hypothesis, p.from_, p.to, p.beta or p.b, p.stat, p.p) for p in (f.value for f in found.paths)}


def edges(found: Findings) -> set[tuple[str, str, str | None, str | None]]:
    """(from, to, coefficient, group or model) of each path."""
    return {(p.from_, p.to, p.beta or p.b, p.group or p.model) for p in (f.value for f in found.paths)}


def verdicts(found: Findings) -> dict[str, str | None]:
    """Label to verdict."""
    return {f.value.label: f.value.verdict for f in found.hypotheses}


def reliability(found: Findings) -> set[tuple[str, str | None, str | None, str | None]]:
    """(name, alpha, CR, AVE) of each construct that has any."""
    values = (f.value for f in found.constructs)
    return {(c.name, c.alpha, c.cr, c.ave) for c in values if c.alpha or c.cr or c.ave}


def loadings(found: Findings) -> set[tuple[str, str, str | None]]:
    """(construct, item, loading)."""
    return {(f.value.name, x.item, x.loading) for f in found.constructs for x in f.value.loadings}


def correlations(found: Findings, which: str = "correlations") -> set[tuple[str, str, str]]:
    """(row, column, r) below the diagonal of every matrix, names in alphabetical order."""
    out = set()
    for matrix in (f.value for f in getattr(found, which)):
        for i, line in enumerate(matrix.lower):
            for j, value in enumerate(line[:i]):
                if value is not None:
                    a, b = sorted((matrix.names[i], matrix.names[j]))
                    out.add((a, b, str(value)))
    return out


def fits(found: Findings) -> list[dict[str, str]]:
    """The indices of each model."""
    names = [
        "chi2",
        "df",
        "p",
        "chi2_df",
        "rmsea",
        "rmsea_lo",
        "rmsea_hi",
        "cfi",
        "tli",
        "nfi",
        "ifi",
        "gfi",
        "agfi",
        "srmr",
        "rmr",
    ]
    return [{n: str(getattr(f.value, n)) for n in names if getattr(f.value, n)} for f in found.fit]
