"""The rows of one study while they are made: its places, names, samples and models, each numbered once."""

import json
from collections import defaultdict
from typing import Any

from evidence.errors import InputError
from evidence.records import Construct, Printed, Record
from evidence.records.places import numbers_of, place

__all__ = ["StudyRows", "folded"]

WHOLE = "all"  # the label of sample number 0
MAIN = "main"  # the label of model number 0


def folded(name: str) -> str:
    """A name as two spellings of it are compared: without case, spaces and hyphens."""
    return "".join(name.casefold().replace("-", " ").split())


class StudyRows:
    """Collects the rows of one record by table, and answers with the number of a place, name, sample or model."""

    def __init__(self, record: Record, study_id: int) -> None:
        self.record = record
        self.study_id = study_id
        self.tables: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._constructs: dict[str, int] = {}
        self._samples: dict[str, int] = {}
        self._models: dict[str, int] = {}
        self._spans = self.tables["source_span"]

    def add(self, table: str, *values: Any) -> int:
        """Append a row addressed by this study and the next number of the table."""
        rows = self.tables[table]
        rows.append((self.study_id, len(rows), *values))
        return len(rows) - 1

    # -- places ------------------------------------------------------------------------------------------------

    def place(self, pointer: str, printed: str) -> int:
        """The number of the place where `pointer` was printed; its own place, or that of what it is part of."""
        record, spans = self.record, self._spans
        no = len(spans)
        span = record.spans.get(pointer)
        if span is not None and not record.pages and not record.confidence:  # the common case, kept short
            spans.append((self.study_id, no, pointer, printed, span[0], span[1], None, None, None, None, None))
            return no
        found = place(record, pointer)
        if found is None:
            raise InputError(
                "the record cannot be stored",
                where=record.document.file,
                why=f"nobody noted where {pointer} was printed",
                todo="give it, or what it is part of, a place under spans, cells or pages",
            )
        start, end = found.span or (None, None)
        cell = found.cell
        table, row, column = (cell.table, cell.row, cell.column) if cell else (None, None, None)
        confidence = self.confidence(pointer)
        spans.append((self.study_id, no, pointer, printed, start, end, found.page, table, row, column, confidence))
        return no

    def confidence(self, pointer: str) -> float | None:
        """How sure the reader is of a number, or of the row it stands in."""
        given = self.record.confidence
        return given.get(pointer, given.get(pointer.rpartition("/")[0])) if given else None

    def least_confidence(self, pointer: str, names: tuple[str, ...]) -> float | None:
        """The least sure of a row's numbers decides whether the row waits for review."""
        if not self.record.confidence:
            return None
        known = [c for name in names if (c := self.confidence(f"{pointer}/{name}")) is not None]
        return min(known, default=None)

    def main_place(self, pointer: str, thing: Any, names: tuple[str, ...], further: tuple[str, ...] = ()) -> int:
        """Places for every printed number of `thing`; answers with the first, which stands for the row.

        `further` names what holds several numbers, as the VIF of each predictor; an equation may have no others.
        """
        first = None
        for name in names:
            printed = getattr(thing, name)
            if printed is not None:
                no = self.place(f"{pointer}/{name}", printed)
                first = no if first is None else first
        for name in further:
            inner = self.places(f"{pointer}/{name}", getattr(thing, name))
            first = inner if first is None else first
        return self.place(pointer, "") if first is None else first

    def places(self, pointer: str, part: Any) -> int | None:
        """Places for every printed number of a part of the record that has no table of its own; the first of them."""
        return next(iter([self.place(at, printed) for at, printed in numbers_of(part, pointer)]), None)

    # -- names -------------------------------------------------------------------------------------------------

    def construct(self, name: str) -> int:
        """The number of the construct a study calls by this name, abbreviation or alias; a new one if unheard."""
        no = self._constructs.get(name)
        if no is None:
            no = self._constructs.get(folded(name))
            if no is None:
                return self.report(Construct(name=name))
            self._constructs[name] = no
        return no

    def report(self, construct: Construct) -> int:
        """The row of a construct as reported; a second block of the same name (another group) is the same row."""
        no = self._constructs.get(folded(construct.name))
        if no is not None:
            return no
        at = construct.definition_at or (None, None)
        no = self.add(
            "construct_report",
            construct.name,
            construct.abbreviation,
            json.dumps(construct.aliases, ensure_ascii=False) if construct.aliases else None,
            construct.role,
            construct.items,
            construct.canonical,
            *at,
        )
        for name in (construct.name, *construct.aliases, construct.abbreviation):
            if name:
                self._constructs.setdefault(folded(name), no)
        return no

    def sample(self, group: str | None, n: Printed | None = None, at: str = "") -> int:
        """The number of a group's sample; 0 is the whole study."""
        label = group or WHOLE
        no = self._samples.get(label)
        if no is None:
            numbers: tuple[Printed | None, ...] = (None, None, None)
            if group is None:
                whole = self.record.sample
                n, at, numbers = whole.n, "/sample/n", (whole.distributed, whole.collected, whole.valid)
            span = None if n is None else self.place(at, n)
            no = self.add("sample", label, n, n.value if n else None, *numbers, span)
            self._samples[label] = no
        return no

    def model(self, label: str | None) -> int:
        """The number of a model; 0 is the one the paper rests on."""
        no = self._models.get(label or MAIN)
        if no is None:
            no = self._models[label or MAIN] = self.add("model", label or MAIN)
        return no
