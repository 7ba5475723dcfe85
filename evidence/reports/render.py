"""Rendering: one table, four formats. What a terminal shows is cut to its width, never what a file receives."""

import csv
import io
import json
import math
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Any, TextIO

from evidence.reports.report import Section
from evidence.store.query import Answer

__all__ = ["FORMATS", "render"]

FORMATS = ("table", "csv", "json", "markdown")
NARROW, WIDEST = 80, 200


def render(sections: Sequence[Section], form: str = "table", out: TextIO | None = None) -> None:
    """Write sections to a stream in one of FORMATS."""
    out = out or sys.stdout
    if form == "table":
        _tables(sections, out)
    elif form == "json":
        _json(sections, out)
    elif form == "csv":
        _csv(sections, out)
    else:
        _markdown(sections, out)


def shown(value: Any) -> str:
    """A cell as a person reads it: nothing for nothing, yes and no, numbers without a tail of noise."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        if not math.isfinite(value):
            return str(value)
        return f"{value:.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:.4g}"
    return str(value)


def _is_number(answer: Answer, column: int) -> bool:
    values = [row[column] for row in answer.rows if row[column] not in (None, "")]
    return bool(values) and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)


# -- terminal --------------------------------------------------------------------------------------------------

LONGEST_WORD = 24  # longer ones are broken, after a hyphen where they have one; labels of studies are shorter
GAP = 2


def _tables(sections: Sequence[Section], out: TextIO) -> None:
    from rich.console import Console

    width = shutil.get_terminal_size((NARROW if out.isatty() else WIDEST, 24)).columns
    plain = bool(os.environ.get("NO_COLOR"))
    console = Console(file=out, width=width, highlight=False, color_system=None if plain else "auto")
    with console.capture() as written:
        _print(sections, console)
    out.write(re.sub(r" +$", "", written.get(), flags=re.MULTILINE))  # not what fills the last column up


def _print(sections: Sequence[Section], console: Any) -> None:
    from rich.text import Text

    for i, section in enumerate(sections):
        if i:
            console.print()
        if section.title:
            console.print(Text(section.title, style="bold"))
        if section.remark:
            console.print(Text(section.remark))
        if section.blocks:
            for block in section.blocks:
                for line in block.splitlines():
                    hanging = " " * (len(line) - len(line.lstrip()) + 4)
                    console.print(
                        Text(textwrap.fill(line, console.width, subsequent_indent=hanging, break_long_words=False))
                    )
        elif section.answer is not None:
            _table(section.answer, console)


def _table(answer: Answer, console: Any) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    if not answer.rows:
        console.print(Text("(no rows)", style="dim"))
        return
    names = [name.replace("_", " ") for name in answer.columns]  # so that a heading can be wrapped
    cells = [[shown(value) for value in row] for row in answer.rows]
    widths, hidden = _fitted(names, cells, console.width)
    empty = [name for i, name in enumerate(names) if i not in widths and i not in hidden]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, GAP - 1, 0, 0))  # rich adds one
    for i, width in widths.items():
        table.add_column(names[i], justify="right" if _is_number(answer, i) else "left", width=width)
    for row in cells:
        table.add_row(*(Text(_broken(row[i], width), overflow="fold") for i, width in widths.items()))
    console.print(table)
    if hidden:
        left_out = ", ".join(names[i] for i in hidden)
        console.print(Text(f"(no room for: {left_out}; widen the terminal or use --format)", style="dim"))
    if empty:
        console.print(Text(f"(nothing in: {', '.join(empty)})", style="dim"))
    if answer.truncated:
        console.print(Text(f"(only the first {len(answer.rows)} rows; raise --rows for more)", style="dim"))


def _words(text: str) -> list[str]:
    """What a line may be broken between: words, and the parts of a long one that has hyphens."""
    words = text.split() or [""]
    return [part for word in words for part in (re.split(r"(?<=-)", word) if len(word) > LONGEST_WORD else [word])]


def _broken(text: str, width: int) -> str:
    """A cell with words that are wider than its column broken, after a hyphen where they have one."""
    return re.sub(rf"\S{{{width + 1},}}", lambda word: textwrap.fill(word[0], width), text)


def _fitted(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> tuple[dict[int, int], list[int]]:
    """A width for each column that can be shown, and the columns that cannot, the rightmost first to go.

    A column that holds nothing is neither. No word is broken while a column can be left out instead: half a number
    would be worse than a missing one.
    """
    texts = [[name, *(row[i] for row in cells)] for i, name in enumerate(columns)]
    kept = [i for i, (_, *column) in enumerate(texts) if any(column)] or list(range(len(columns)))
    natural = [max(len(line) for text in column for line in text.split("\n")) for column in texts]
    least = [min(max(len(w) for text in column for w in _words(text)), LONGEST_WORD) for column in texts]
    hidden: list[int] = []
    while len(kept) > 1 and sum(least[i] + GAP for i in kept) > width + GAP:
        hidden.insert(0, kept.pop())
    widths = {i: least[i] for i in kept}
    spare = width + GAP - sum(w + GAP for w in widths.values())
    while spare > 0:  # hand out what is left, a character at a time, to the column that lacks most of its natural width
        wanting = max(kept, key=lambda i: natural[i] - widths[i])
        if natural[wanting] <= widths[wanting]:
            break
        widths[wanting] += 1
        spare -= 1
    if len(kept) == 1:
        widths[kept[0]] = min(widths[kept[0]], width)
    return widths, hidden


# -- files -----------------------------------------------------------------------------------------------------


def _csv(sections: Sequence[Section], out: TextIO) -> None:
    """One table after the other; a section's title stands before it where there are several."""
    held = [section for section in sections if section.answer is not None]
    writer = csv.writer(out, lineterminator="\n")
    for section in held:
        assert section.answer is not None
        if len(held) > 1:
            writer.writerow([f"# {section.title}"])
        writer.writerow(section.answer.columns)
        writer.writerows(["" if v is None else v for v in row] for row in section.answer.rows)
        _tell_truncated(section.answer)


def _json(sections: Sequence[Section], out: TextIO) -> None:
    """The rows of a single table as a list; several sections as a list of objects."""
    if len(sections) == 1 and sections[0].answer is not None:
        content: Any = sections[0].answer.records()
        _tell_truncated(sections[0].answer)
    else:
        content = [
            {"title": s.title, "remark": s.remark, "rows": s.answer.records() if s.answer else []} for s in sections
        ]
    json.dump(content, out, ensure_ascii=False, indent=1, default=str)
    out.write("\n")


def _markdown(sections: Sequence[Section], out: TextIO) -> None:
    for i, section in enumerate(sections):
        text = io.StringIO()
        if section.title:
            text.write(f"## {section.title}\n\n")
        if section.remark:
            text.write(f"{section.remark}\n\n")
        if section.answer is not None:
            _markdown_table(section.answer, text)
        out.write(("\n" if i else "") + text.getvalue())


def _markdown_table(answer: Answer, out: TextIO) -> None:
    rules = ["---:" if _is_number(answer, i) else "---" for i in range(len(answer.columns))]
    for cells in (answer.columns, rules, *([shown(v) for v in row] for row in answer.rows)):
        out.write("| " + " | ".join(c.replace("|", "\\|").replace("\n", " ") for c in cells) + " |\n")
    if answer.truncated:
        out.write(f"\nOnly the first {len(answer.rows)} rows are shown.\n")


def _tell_truncated(answer: Answer) -> None:
    if answer.truncated:
        sys.stderr.write(f"only the first {len(answer.rows)} rows; raise --rows for more\n")
