"""A paper printed another way is the same paper: the record stays, or the value is left out; it never becomes another."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence.assets import seeds
from evidence.errors import EvidenceError
from evidence.read import read
from evidence.records import Record

PAPERS = ("repair-cafes.txt", "night-trains.md", "library-apps.html", "quiet-offices.xml")


def original(name: str) -> str:
    return seeds("samples", name).read_text(encoding="utf-8")


def numbers(record: Record) -> set[tuple[str, ...]]:
    """The claims of a record that must not change into others."""
    found: set[tuple[str, ...]] = set()
    for p in record.paths:
        found.add(("path", p.from_.casefold(), p.to.casefold(), p.via or "", p.group or "", str(p.beta or p.b)))
    for c in record.constructs:
        found |= {
            ("reliability", c.name.casefold(), what, str(getattr(c, what)))
            for what in ("alpha", "cr", "ave")
            if getattr(c, what)
        }
        found |= {("loading", x.item, str(x.loading)) for x in c.loadings}
    for m in record.correlations:
        found |= {
            ("r", m.names[i], m.names[j], str(v)) for i, row in enumerate(m.lower) for j, v in enumerate(row) if v
        }
    for h in record.hypotheses:
        found.add(("hypothesis", h.label, str(h.verdict)))
    return found


def read_text(text: str, name: str, folder: Path) -> Record:
    (folder / name).write_text(text, encoding="utf-8")
    return read(folder / name)[0]


def swap_minus_signs(text: str) -> str:
    return text.replace("&minus;", "–").replace("&#x2212;", "‒").replace("−", "–")


def use_synonyms(text: str) -> str:
    for word, other in (
        ("Cronbach's α", "Alpha"), ("Composite reliability", "CR"), ("Standardised path coefficients", "Path coefficients"),
        ("t-value", "T statistic"), ("Decision", "Result"), ("Result\n", "Supported?\n"), ("LLCI", "95% CI lower"), ("ULCI", "95% CI upper"),
    ):  # fmt: skip
        text = text.replace(word, other)
    return text


def use_windows_lines(text: str) -> str:
    return text.replace("\n", "\r\n")


def widen_spaces(text: str) -> str:
    return text.replace(". ", ".  ").replace(" = ", "  =  ")


def use_curly_quotes(text: str) -> str:
    return text.replace("'s ", "’s ")


MUTATIONS: tuple[Callable[[str], str], ...] = (
    swap_minus_signs,
    use_synonyms,
    use_windows_lines,
    widen_spaces,
    use_curly_quotes,
)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda f: f.__name__)
def test_another_print_is_the_same_record(name: str, mutate: Callable[[str], str], tmp_path: Path) -> None:
    before = numbers(read(seeds("samples", name))[0])
    after = numbers(read_text(mutate(original(name)), name, tmp_path))
    assert after == before


def test_dropped_stars_change_no_number(tmp_path: Path) -> None:
    name = "library-apps.html"
    assert numbers(read_text(original(name).replace("**", ""), name, tmp_path)) == numbers(
        read(seeds("samples", name))[0]
    )


def test_columns_in_another_order_are_the_same_table(tmp_path: Path) -> None:
    name = "repair-cafes.txt"
    lines = original(name).split("\n")
    turned = []
    for line in lines:
        cells = line.split("\t")
        if len(cells) == 6 and cells[0][:1] in ("H", "Н"):
            cells = [cells[0], cells[1], cells[4], cells[2], cells[3], cells[5]]
        turned.append("\t".join(cells))
    assert "\n".join(turned) != "\n".join(lines)
    assert numbers(read_text("\n".join(turned), name, tmp_path)) == numbers(read(seeds("samples", name))[0])


@pytest.mark.parametrize("name", sorted(p.name for p in seeds("samples").iterdir() if p.suffix != ".json"))
def test_damage_gives_a_record_or_a_refusal(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    whole = seeds("samples", name).read_bytes()
    for i in range(6):
        data = bytearray(whole)
        if i % 2:
            data = data[: chance.randrange(1, len(data))]
        for _ in range(12):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / name).write_bytes(bytes(data))
        assert is_answer(tmp_path / name)


def is_answer(path: Path) -> bool:
    """Records, or one line that says why there are none."""
    try:
        return all(isinstance(record, Record) for record in read(path))
    except EvidenceError as refusal:
        return "\n" not in str(refusal)
