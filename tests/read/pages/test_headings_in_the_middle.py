"""Headings in the middle of the numbered headings that they head, where no line is drawn under them."""

from evidence.read.text import to_source

PROSE = """The bakers of the valley were asked about their crust and their joy, and most of them answered at once,
although the ovens were warm and the dough had to be watched by somebody else for as long as it took.
"""
BODY = """Controls
Salt           0.12        0.23        0.34         0.45         0.56        0.67
Crust          -0.10       0.20**      0.30**       0.40***      -0.50       0.60*
Frost          0.01        0.02        0.03         0.04         0.05        0.06"""
MODELS = "              Model 1     Model 2     Model 3      Model 4      Model 5     Model 6"


def rows(heads: str, under: str = MODELS) -> list[list[str]]:
    """The table under its caption, on a page with text over and under it."""
    table = f"Table 2: What leads to joy\n\n{heads}\n{under}\n{BODY}"
    source = to_source(f"{PROSE}\n{table}\n\n{PROSE}\f{PROSE}".encode())
    assert len(source.grids) == 1
    return [[cell.text for cell in row] for row in source.grids[0].rows]


def test_each_heads_as_many_models_as_the_others() -> None:
    found = rows("Predictor                    Joy                                    Sales")
    assert found[0][1:] == ["Joy"] * 3 + ["Sales"] * 3
    assert found[1] == ["", *(f"Model {n}" for n in range(1, 7))]
    assert found[3] == ["Salt", "0.12", "0.23", "0.34", "0.45", "0.56", "0.67"]


def test_headings_over_headings_are_two_rows_where_a_name_has_a_raised_figure_above_it() -> None:
    raised = "     2\nR              0.11        0.22        0.33         0.44         0.55        0.66"
    found = rows("Predictor                    Joy                                    Sales", f"{MODELS}\n{raised}")
    assert found[0] == ["Predictor", *["Joy"] * 3, *["Sales"] * 3]
    assert found[1][1:] == [f"Model {n}" for n in range(1, 7)]


def test_headings_that_are_not_in_the_middle_head_no_models_beside_them() -> None:
    found = rows("Predictor                    Joy          Sales")
    assert [row[1:4] for row in found if "Joy" in " ".join(row)] != [["Joy"] * 3]


def test_headings_of_other_kinds_are_not_headed_together() -> None:
    under = "                 B         SE       Beta            t            p         VIF"
    found = rows("Predictor                    Joy                                    Sales", under)
    assert ["Joy"] * 3 not in [row[1:4] for row in found]
