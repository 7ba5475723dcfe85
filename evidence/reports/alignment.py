"""Which study and which row of an older state is which of a newer one."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

__all__ = ["Alignment", "aligned"]

_ROW = re.compile(r"^(/\w+)/(\d+)(/.*)?$")
State = Mapping[str, Any]


@dataclass(frozen=True)
class Alignment:
    """Two states with the studies they share; `same` says under which key the newer one holds a study of the older."""

    old: State
    new: State
    same: Mapping[str, str]

    @cached_property
    def studies(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Older and newer studies by their keys."""
        return {s["id"]: s for s in self.old["studies"]}, {s["id"]: s for s in self.new["studies"]}

    @cached_property
    def back(self) -> dict[str, str]:
        """Newer keys to older ones."""
        return {new: old for old, new in self.same.items()}

    def label(self, key: str, *, new: bool = True) -> str:
        """What a study is called; a notice has no label and goes by its file."""
        study = self.studies[new].get(key) or self.studies[not new].get(key)
        return str(study["label"] or study["file"]) if study else key

    def reread(self, key: str) -> str:
        """Why a study of the older state reads differently now, or nothing."""
        one, other = self.studies[0][key], self.studies[1][self.same[key]]
        if one["sha256"] != other["sha256"]:
            return "another file of the study"
        reader = [f"{s['reader']} {s['reader_version']}" for s in (one, other)]
        if reader[0] != reader[1]:
            return f"other reader ({reader[0]}, now {reader[1]})"
        return "new reading" if one["record"] != other["record"] else ""

    @cached_property
    def _rows(self) -> dict[str, dict[str, str]]:
        return {
            key: _matched(self.old["values"].get(key, ()), self.new["values"].get(new, ()))
            for key, new in self.same.items()
            if self.reread(key)
        }

    def pointer(self, key: str, pointer: str) -> str:
        """Where a place of an older study is in the newer one: a row that was read in between moves those after it."""
        row = _ROW.match(pointer)
        rows = self._rows.get(key)
        if row is None or rows is None:
            return pointer
        head = f"{row[1]}/{row[2]}"
        return f"{rows[head]}{row[3] or ''}" if head in rows else f"(gone) {pointer}"


def aligned(old: State, new: State) -> Alignment:
    """The studies of two states side by side: by the hash of the file, else by DOI, else by label."""
    olds, news = {s["id"]: s for s in old["studies"]}, {s["id"]: s for s in new["studies"]}
    same = {key: key for key in olds if key in news}
    for name in ("doi", "label"):
        free = {s[name]: key for key, s in news.items() if key not in same.values() and s[name]}
        for key, study in olds.items():
            if key not in same and study[name] in free and news[free[study[name]]]["kind"] == study["kind"]:
                same[key] = free.pop(study[name])
    return Alignment(old, new, same)


def _matched(old: Sequence[Sequence[Any]], new: Sequence[Sequence[Any]]) -> dict[str, str]:
    """Rows of an older reading to those of a newer one: the longest common run of equal rows, between them in order."""
    rows: dict[str, str] = {}
    before, after = _by_row(old), _by_row(new)
    for collection, one in before.items():
        other = after.get(collection, {})
        numbers = sorted(one), sorted(other)
        prints = [one[i] for i in numbers[0]], [other[i] for i in numbers[1]]
        steps = SequenceMatcher(a=prints[0], b=prints[1], autojunk=False).get_opcodes()
        for kind, a, a_end, b, b_end in steps:
            if kind in ("equal", "replace"):
                for i, j in zip(numbers[0][a:a_end], numbers[1][b:b_end], strict=False):
                    rows[f"{collection}/{i}"] = f"{collection}/{j}"
    return rows


def _by_row(values: Sequence[Sequence[Any]]) -> dict[str, dict[int, tuple[tuple[str, str], ...]]]:
    """What is printed in each row of each list of a record."""
    found: dict[str, dict[int, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for pointer, printed, *_ in values:
        row = _ROW.match(pointer)
        if row:
            found[row[1]][int(row[2])].append((row[3] or "", printed))
    return {name: {i: tuple(sorted(row)) for i, row in rows.items()} for name, rows in found.items()}
