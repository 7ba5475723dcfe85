"""A report as the checks see it: rows of printed cells, each with its JSON pointer. Odd parts are passed over."""

from collections.abc import Iterator
from typing import Any

from evidence.checks.interval import Interval, reading, truncated

__all__ = ["Cell", "Row", "Sheet", "escape"]

_COUNTS = (
    "n collected valid distributed count total_count items df df1 df2 f_df1 f_df2 baseline_df groups n1 n2 indicators "
    "free_parameters factors scale_min scale_max bootstrap arrows tested f_change_df1 f_change_df2"
)
_KINDS: dict[str, str] = {
    **dict.fromkeys(_COUNTS.split(), "count"),
    **dict.fromkeys(["p", "direct_p", "f_p", "pclose", "alpha_level", "f_change_p"], "p"),
    **dict.fromkeys(["percent", "valid_rate_pct", "variance_explained", "harman_pct"], "percent"),
}
_NAMES = ("item", "name", "label", "outcome", "variable")  # what a row is called, the closest name first
_MISSING: Any = object()


def escape(key: str) -> str:
    """A key as a step of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


class Cell:
    """One printed thing: a number with the interval it stands for, or a word (stars, a verdict)."""

    __slots__ = ("_cut", "at", "kind", "reading", "text")

    def __init__(self, at: str, text: str, kind: str, value: Any) -> None:
        self.at = at
        self.text = text
        self.kind = kind
        self.reading = value
        self._cut: Any = _MISSING

    @property
    def truncated(self) -> Any:
        """The reading of digits that were cut off instead of rounded; a word reads the same."""
        if self._cut is _MISSING:
            self._cut = self.reading if self.kind == "word" else truncated(self.text, self.kind)
        return self._cut

    def reread(self, text: str) -> Any:
        """What the cell would stand for if `text` were printed in it; None where that is not a number."""
        return text if self.kind == "word" else reading(text, self.kind)


class Row:
    """One object of a report. `row("se")` is its cell or None; `row.word("verdict")` a word; `row.raw` the rest."""

    __slots__ = ("_cells", "at", "index", "raw")

    def __init__(self, at: str, raw: dict[str, Any], index: int = 0) -> None:
        self.at = at
        self.raw = raw
        self.index = index
        self._cells: dict[str, Cell | None] = {}

    def __call__(self, name: str, kind: str | None = None) -> Cell | None:
        """The number printed under this name."""
        try:
            return self._cells[name]
        except KeyError:
            pass
        value = self.raw.get(name)
        cell = None
        if value is not None:
            cell = number(f"{self.at}/{escape(name)}", value, kind or _KINDS.get(name, "value"))
        self._cells[name] = cell
        return cell

    def word(self, name: str) -> Cell | None:
        """The word printed under this name; an empty word counts, since no stars is a statement."""
        value = self.raw.get(name)
        return Cell(f"{self.at}/{name}", value, "word", value) if isinstance(value, str) else None

    def says(self, name: str) -> str:
        """The word under this name, or nothing."""
        value = self.raw.get(name)
        return value if isinstance(value, str) else ""

    def read(self, name: str) -> Interval | None:
        """The interval of the number under this name."""
        cell = self(name)
        return cell.reading if cell else None

    def sub(self, name: str) -> "Row":
        """The object under this name, empty where there is none."""
        value = self.raw.get(name)
        return Row(f"{self.at}/{escape(name)}", value if isinstance(value, dict) else {})

    def rows(self, name: str) -> "list[Row]":
        """The objects of the list under this name."""
        return _rows(f"{self.at}/{escape(name)}", self.raw.get(name))

    def names(self, name: str) -> list[str]:
        """The words of the list under this name."""
        value = self.raw.get(name)
        return [v for v in value if isinstance(v, str)] if isinstance(value, list | tuple) else []


def number(at: str, value: Any, kind: str = "value") -> Cell | None:
    """The cell of a printed number; None where nothing, or no number, was printed."""
    if value is None or isinstance(value, bool | dict | list | tuple):
        return None
    text = value if isinstance(value, str) else str(value)
    interval = reading(text, kind)
    return None if interval is None else Cell(at, text, kind, interval)


def _rows(at: str, value: Any) -> list[Row]:
    if isinstance(value, dict):
        return [Row(at, value)]
    if isinstance(value, list | tuple):
        return [Row(f"{at}/{i}", v, i) for i, v in enumerate(value) if isinstance(v, dict)]
    return []


class Sheet:
    """A whole report. Rows are made once, so that every check sees the same cells."""

    def __init__(self, report: Any) -> None:
        self.raw: dict[str, Any] = report if isinstance(report, dict) else {}
        self._rows: dict[str, list[Row]] = {}
        self._memory: dict[str, Any] = {}
        conventions = self.raw.get("conventions")
        self.conventions = Row("/conventions", conventions if isinstance(conventions, dict) else {})
        sample = self.raw.get("sample")
        self.sample = Row("/sample", sample if isinstance(sample, dict) else {})

    def rows(self, name: str) -> list[Row]:
        """The objects of a section; a section printed as one object counts as a list of one."""
        if name not in self._rows:
            self._rows[name] = _rows(f"/{name}", self.raw.get(name))
        return self._rows[name]

    def loadings(self) -> Iterator[Row]:
        """The indicators of all constructs."""
        for _, rows in self.measured():
            yield from rows

    def measured(self) -> list[tuple[Row, list[Row]]]:
        """Each construct with its indicators."""
        found: list[tuple[Row, list[Row]]] = self.remember(
            "measured", lambda: [(c, c.rows("loadings")) for c in self.rows("constructs")]
        )
        return found

    def n(self, row: Row | None = None) -> Cell | None:
        """The sample size behind a row: its own, that of its group, else that of the sample."""
        if row is None:
            return self.sample("n")
        if own := row("n"):
            return own
        if not (group := row.says("group").strip().lower()):
            return self.sample("n")
        parts = (r for r in self.sample.rows("subsamples") if r.says("label").strip().lower() == group)
        return next((c for r in parts if (c := r("n"))), None)

    def remember(self, key: str, make: Any) -> Any:
        """What `make` gives, made once per report."""
        if key not in self._memory:
            self._memory[key] = make()
        return self._memory[key]

    def named(self, pointer: str) -> str:
        """What the report calls the thing at a pointer: an item, a construct, a path; nothing where it has no name."""
        node: Any = self.raw
        said: list[str] = []
        for step in pointer.split("/")[1:]:
            inside: Any = node.get(step) if isinstance(node, dict) else None
            if isinstance(node, list | tuple) and step.isdigit() and int(step) < len(node):
                inside = node[int(step)]
            node = inside
            if isinstance(node, dict):
                ends = [w for k in ("from", "to") if isinstance(w := node.get(k), str)]
                own = " -> ".join(ends) if len(ends) == 2 else ""
                own = own or next((w for k in _NAMES if isinstance(w := node.get(k), str)), "")
                said += [own] if own else []
        return said[-1] if said else ""

    def at(self, pointer: str) -> Cell | None:
        """The number at a JSON pointer."""
        node: Any = self.raw
        steps = [s.replace("~1", "/").replace("~0", "~") for s in pointer.split("/")[1:]]
        for step in steps:
            if isinstance(node, dict):
                node = node.get(step)
            elif isinstance(node, list | tuple) and step.isdigit() and int(step) < len(node):
                node = node[int(step)]
            else:
                return None
        return number(pointer, node, _KINDS.get(steps[-1] if steps else "", "value"))
