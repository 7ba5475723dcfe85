"""Stars of correlations, shapes of distributions and cross-loadings from invented tables."""

from invented import read

_STARRED = "|1|2|3\n1. Trust|1||\n2. Risk|-.31**|1|\n3. Loyalty|.42***|-.05|1"
_PLAIN = _STARRED.replace("*", "")


def test_stars_stand_cell_by_cell_beside_the_correlations() -> None:
    (found,) = read(_STARRED, "Correlations", "** p < .01, *** p < .001").correlations
    assert found.value.lower == (("1",), ("-.31", "1"), (".42", "-.05", "1"))
    assert found.value.stars == ((None,), ("**", None), ("***", "", None))


def test_a_table_without_stars_says_nothing_of_them() -> None:
    (found,) = read(_PLAIN, "Correlations").correlations
    assert found.value.stars == ()


def test_skewness_and_kurtosis_beside_means_or_under_a_matrix() -> None:
    beside = read(
        "Variable|Mean|SD|Skewness|Kurtosis\nTrust|3.61|0.93|-0.71|0.12\nRisk|2.20|1.01|0.44|−0.30", "Descriptives"
    )
    assert [(d.value.name, d.value.skew, d.value.kurtosis) for d in beside.descriptives] == [
        ("Trust", "-0.71", "0.12"),
        ("Risk", "0.44", "-0.30"),
    ]
    under = read(
        f"{_PLAIN}\nM|3.6|2.2|3.9\nSD|0.9|1.0|0.8\nSkewness|-0.7|0.4|-0.9\nKurtosis|0.1|-0.3|1.2", "Correlations"
    )
    assert [(d.value.mean, d.value.skew, d.value.kurtosis) for d in under.descriptives] == [
        ("3.6", "-0.7", "0.1"),
        ("2.2", "0.4", "-0.3"),
        ("3.9", "-0.9", "1.2"),
    ]


def test_cross_loadings_by_the_names_along_the_top() -> None:
    table = "||Trust|Loyalty\nTrust|TR1|0.81|0.31\n^|TR2|0.55|0.64\nLoyalty|LY1|0.33|0.79\n^|LY2|0.30|0.80"
    rows = {x.item: x for c in read(table, "Cross loadings").constructs for x in c.value.loadings}
    assert {item: (x.loading, x.cross) for item, x in rows.items()} == {
        "TR1": ("0.81", {"Loyalty": "0.31"}),
        "TR2": ("0.55", {"Loyalty": "0.64"}),
        "LY1": ("0.79", {"Trust": "0.33"}),
        "LY2": ("0.80", {"Trust": "0.30"}),
    }
