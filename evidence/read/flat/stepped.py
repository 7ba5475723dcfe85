"""Loadings one to a row, under as many factors as the items have codes: small loadings and their places are left out.

Item   1 2 3
TR1 .81
TR2 .78
HA1 .75
HA2 .80
JO1 .69
JO2 .77
Eigenvalue 3.1 2.2 1.4
"""

import re
from collections.abc import Sequence

from evidence.read.compose import RawCell
from evidence.read.flat.placing import BLANK
from evidence.read.late import late

__all__ = ["stepped", "steps_of"]

Values = Sequence[RawCell]
# A code, also with its 1 read as a letter: `WOl`.
_CODE = late(r"(?P<name>[A-Za-z]{1,8})[_.\-]?\d{1,2}[a-z]?(?=\s|$)|(?P<read>[A-Z]{1,8})[lI](?=\s|$)")
_LOADING = re.compile(r"[-−–]?0?[.,]\d{2,3}\*{0,3}")
_NUMBERED = late(r"(?:(?:factor|component|dimension|f|c|pc)\s?)?\(?(?:\d{1,2}|[IVX]{1,4})[.)]?", re.IGNORECASE)


def steps_of(labels: Sequence[str], rows: Sequence[Values]) -> tuple[str, ...]:
    """The beginnings of the items' codes in their order; none unless each item has one value and each code one run."""
    runs: list[list[str]] = []
    under: list[int] = []
    for label, values in zip(labels, rows, strict=True):
        match = _CODE.match(label)
        if match is None:
            under.append(len(values))
            continue
        if under or len(values) != 1 or not _LOADING.fullmatch(values[0].text):
            return ()
        name = _name(match)
        if runs and runs[-1][0] == name:
            runs[-1].append(name)
        else:
            runs.append([name])
    names = tuple(run[0] for run in runs)
    alone = any(len(run) < 2 for run in runs)
    if len(names) < 2 or len(set(names)) < len(names) or alone or any(n not in (1, len(names)) for n in under):
        return ()
    return names


def _name(code: re.Match[str]) -> str:
    return (code["name"] or code["read"]).upper()


def stepped(
    labels: Sequence[str], rows: Sequence[Values], heads: Sequence[str], steps: Sequence[str]
) -> list[list[RawCell] | None] | None:
    """Each item's value under its factor; nothing where the headings do not tell which that is."""
    columns = _columns(heads, steps)
    if columns is None:
        return None
    out: list[list[RawCell] | None] = []
    for label, values in zip(labels, rows, strict=True):
        match = _CODE.match(label)
        if match is None:
            out.append(list(values) if len(values) == len(heads) else None)
            continue
        cells = [BLANK] * len(heads)
        cells[columns[_name(match)]] = values[0]
        out.append(cells)
    return out


def _columns(heads: Sequence[str], steps: Sequence[str]) -> dict[str, int] | None:
    """The column of each code: in order under numbers, by their letters under names."""
    if len(heads) != len(steps):
        return None
    if all(_NUMBERED.fullmatch(h) for h in heads):
        return {name: at for at, name in enumerate(steps)}
    said = [{h.upper(), "".join(w[0] for w in re.findall(r"[^\W\d_]+", h)).upper()} for h in heads]
    found = {name: [at for at, names in enumerate(said) if name in names] for name in steps}
    if any(len(places) != 1 for places in found.values()):
        return None
    return {name: places[0] for name, places in found.items()}
