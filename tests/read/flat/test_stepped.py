"""Flat tables whose empty cells are gone: loadings one to a row, and models without a difference from another."""

import pytest

from evidence.read.text import to_source
from evidence.read.understanding import understand

ITEMS = "SAl .81\nSA2 .78\nOVE1 .75\nOVE2 .80\nRE1 .69\nRE2 .77"
UNDER = "Eigenvalue 3.12 2.24 1.41\nCronbach's alpha .80 .82 .79"


def table(text: str) -> list[list[str]]:
    """The cells of the one table of a text."""
    source = to_source(f"We asked 300 bakers about their trade.\n\n{text}\n\nAfter the table.\n".encode())
    return [[cell.text for cell in row] for grid in source.grids for row in grid.rows]


@pytest.mark.parametrize("heads", ["Items Component\n1 2 3", "Item F1 F2 F3", "Items\nFactor 1 Factor 2 Factor 3"])
@pytest.mark.parametrize("under", [UNDER, "Eigenvalue 3.12 2.24 1.41"])
def test_loadings_one_to_a_row_step_from_factor_to_factor(heads: str, under: str) -> None:
    rows = table(f"Table 1: Rotated factor matrix\n{heads}\n{ITEMS}\n{under}\nNote: Small loadings are left out.")
    assert [row[1:] for row in rows if row[0].startswith(("SA", "OVE", "RE"))] == [
        [".81", "", ""],
        [".78", "", ""],
        ["", ".75", ""],
        ["", ".80", ""],
        ["", "", ".69"],
        ["", "", ".77"],
    ]
    assert [row[1:] for row in rows if row[0] == "Eigenvalue"] == [["3.12", "2.24", "1.41"]]


def test_factors_with_names_are_told_by_the_letters_of_the_codes() -> None:
    rows = table(f"Table 1: Rotated factor matrix\nItem RE SA OVE\n{ITEMS}\n{UNDER}")
    assert [row[1:] for row in rows[1:4]] == [["", ".81", ""], ["", ".78", ""], ["", "", ".75"]]


@pytest.mark.parametrize(
    "rows",
    [
        "SA1 .81\nSA2 .78\nOVE1 .75 .41\nOVE2 .80\nRE1 .69\nRE2 .77",  # of two loadings one is of another factor
        "SA1 .81\nOVE1 .75\nSA2 .78\nOVE2 .80\nRE1 .69\nRE2 .77",  # codes that come again
        "SA1 .81\nSA2 .78\nOVE1 .75\nOVE2 .80",  # fewer codes than factors
    ],
)
def test_loadings_that_may_stand_elsewhere_are_not_placed(rows: str) -> None:
    text = f"Table 1: Rotated factor matrix\nItems Component\n1 2 3\n{rows}\n{UNDER}"
    (record,) = understand(to_source(f"Before.\n\n{text}\n\nAfter the table.\n".encode()))
    assert not [loading for c in record.constructs for loading in c.loadings]


def test_items_under_one_column_of_loadings_stay_there() -> None:
    assert table(f"Table 1: Results of the factor analysis\nItem Loading\n{ITEMS}")[1:] == [
        line.split() for line in ITEMS.split("\n")
    ]


MODELS = "Two factors 402.50 153 85.20*** .90 .07\nOne factor 710.02 154 392.72*** .81 .11"


@pytest.mark.parametrize("first", [True, False])
def test_the_model_that_others_are_compared_with_has_no_difference(first: bool) -> None:
    own = "Three factors 317.30 150 .95 .05"
    rows = table(
        f"Table 2: Fit of the models\nModel χ2 df Δχ2 CFI RMSEA\n{own if first else MODELS}\n{MODELS if first else own}"
    )
    assert rows[1 if first else -1] == ["Three factors", "317.30", "150", "", ".95", ".05"]
    short = "Three factors 317.30 85.2*** .95 .05"  # degrees of freedom are whole: they are what is missing
    assert ["Three factors", "317.30", "85.2***", "", ".95", ".05"] not in table(
        f"Table 2: Fit of the models\nModel χ2 df Δχ2 CFI RMSEA\n{short}\n{MODELS}"
    )
