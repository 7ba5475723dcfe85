"""Mediation with a column for each of its paths: whose they are, whoever names X, M and Y."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand
from evidence.records import Path

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


def alone(table: str) -> list[Path]:
    """The indirect effects that are paths of their own."""
    caption = "Table 2. Mediation of the effect of crust on loyalty"
    page = f"# Bread and loyalty of bakers\n\n## Results\n\n{caption}\n\n{table}\n"
    return [p for p in understand(markdown.to_source(page.encode()))[0].paths if p.effect == "indirect"]


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


PRODUCTS = """\
| Mediator | a | SE | b | SE | ab | Boot SE | 95% CI |
|---|---|---|---|---|---|---|---|
| Joy | .31 | .05 | .28 | .06 | .09 | .03 | [.04, .15] |
| Calm | .22 | .05 | .25 | .05 | .06 | .02 | [.02, .11] |
"""
SOBEL = """\
| Mediator | a | SE | b | SE | a × b | Sobel z | p |
|---|---|---|---|---|---|---|---|
| Joy | .31 | .05 | .28 | .06 | .09 | 3.1 | .002 |
| Calm | .22 | .05 | .25 | .05 | .06 | 2.4 | .016 |
"""


@pytest.mark.parametrize(
    ("table", "beside"),
    [
        (PRODUCTS, [(".03", None, None, ".04", ".15"), (".02", None, None, ".02", ".11")]),
        (SOBEL, [(None, "3.1", ".002", None, None), (None, "2.4", ".016", None, None)]),
    ],
)
def test_an_indirect_effect_with_its_test_and_without_a_direct_one_is_a_path(
    table: str, beside: list[tuple[str | None, ...]]
) -> None:
    paths = alone(table)
    assert [(p.from_.lower(), p.via, p.to.lower(), p.beta or p.b) for p in paths] == [
        ("crust", "Joy", "loyalty", ".09"),
        ("crust", "Calm", "loyalty", ".06"),
    ]
    assert [(p.se, p.stat, p.p, p.ci_lo, p.ci_hi) for p in paths] == beside
    assert read("Mediation of the effect of crust on loyalty", table)[1] == []


def test_beside_a_direct_effect_or_without_a_test_it_is_a_decomposition() -> None:
    direct = ("c′", "---", ".19", ".19")
    beside = "\n".join(f"{line} {end} |" for line, end in zip(PRODUCTS.splitlines(), direct, strict=True))
    untested = LETTERS.replace(" c | c′ |", "").replace(" .34 | .19 |", "").replace("|---|---|---|---|", "|---|---|")
    for table in (beside, untested):
        assert alone(table) == []
        effects = read("Mediation of the effect of crust on loyalty", table)[1]
        assert [e[:2] for e in effects] == [("joy", ".09"), ("calm", ".06")]
