"""Mediation with a column for each of its paths: whose they are, whoever names X, M and Y."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand

BOTH = {
    ("crust", "joy", "direct", ".31"),
    ("joy", "loyalty", "direct", ".28"),
    ("crust", "calm", "direct", ".22"),
    ("calm", "loyalty", "direct", ".25"),
    ("crust", "loyalty", "direct", ".19"),
}


def read(caption: str, table: str, notes: str = "") -> tuple[set[tuple[str, str, str, str]], list[tuple[str, ...]]]:
    page = f"# Bread and loyalty of bakers\n\n## Results\n\nTable 2. {caption}\n\n{table}\n\n{notes}\n"
    source = markdown.to_source(page.encode())
    record = understand(source)[0]
    for path in record.paths:
        assert path.beta or path.b
    told = {(p.from_.lower(), p.to.lower(), p.effect, str(p.beta or p.b)) for p in record.paths}
    through = [(e.via.lower(), e.indirect, e.total, e.ci_lo, e.ci_hi) for e in record.effects if e.via]
    return told, [tuple(map(str, one)) for one in through]


LETTERS = """\
| Mediator | a | b | c | c′ | ab | 95% CI |
|---|---|---|---|---|---|---|
| Joy | .31 | .28 | .34 | .19 | .09 | [.04, .15] |
| Calm | .22 | .25 | .34 | .19 | .06 | [.02, .11] |
"""
COLUMNS = """\
| Independent variable (X) | Mediator (M) | Dependent variable (Y) | Path a (X → M) | Path b (M → Y) | Total effect (c) | Direct effect (c') | Indirect effect (a × b) | LLCI | ULCI |
|---|---|---|---|---|---|---|---|---|---|
| Crust | Joy | Loyalty | .31 | .28 | .34 | .19 | .09 | .04 | .15 |
| Crust | Calm | Loyalty | .22 | .25 | .34 | .19 | .06 | .02 | .11 |
"""


@pytest.mark.parametrize(
    ("caption", "table", "notes"),
    [
        ("Mediation of the effect of crust on loyalty by joy and calm", LETTERS, ""),
        ("Parallel mediation", LETTERS, "Note. X: crust; Y: loyalty."),
        ("Results of mediation", COLUMNS, ""),
    ],
)
def test_each_path_goes_between_its_own_two(caption: str, table: str, notes: str) -> None:
    paths, effects = read(caption, table, notes)
    assert paths == BOTH
    assert effects == [("joy", ".09", ".34", ".04", ".15"), ("calm", ".06", ".34", ".02", ".11")]


def test_rows_are_predictors_where_the_caption_names_the_mediator() -> None:
    table = """\
| Predictor | Effect of IV on M (a) | Effect of M on DV (b) | Direct effect (c') | Indirect effect (a x b) |
|---|---|---|---|---|
| Crust | .31 | .28 | .11 | .09 |
| Crumb | -.22 | .28 | -.05 | -.06 |
"""
    paths, effects = read("Mediation through joy on loyalty", table)
    assert paths == {
        ("crust", "joy", "direct", ".31"),
        ("joy", "loyalty", "direct", ".28"),
        ("crust", "loyalty", "direct", ".11"),
        ("crumb", "joy", "direct", "-.22"),
        ("crumb", "loyalty", "direct", "-.05"),
    }
    assert [e[:2] for e in effects] == [("joy", ".09"), ("joy", "-.06")]


def test_columns_called_by_letters_are_no_steps() -> None:
    """Models A, B and C of one regression."""
    table = """\
| Variable | A | B | C |
|---|---|---|---|
| Crust | .31** | .28** | .11* |
| Crumb | -.22** | -.28** | -.05 |
| R2 | .21 | .24 | .30 |
"""
    paths, effects = read("Regression on loyalty, dependent variable: loyalty", table)
    assert {to for _, to, _, _ in paths} <= {"loyalty"}
    assert effects == []


def test_who_is_unnamed_is_not_guessed() -> None:
    assert read("Results of mediation", LETTERS) == (set(), [])
