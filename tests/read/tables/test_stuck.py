"""A first column that swallowed the values beside it, and headings that swallowed the group over them."""

import pytest

from tests.read.tables.invented import loadings, read


def test_values_stuck_to_the_words_before_them() -> None:
    table = """
# Fit of the models χ2 (df)        | CFI  | RMSEA [90% CI]
Model 1: two ovens 1,210.40 (114)  | .958 | .046 [.043, .049]
Model 2: one oven 3,412.80 (115)   | .645 | .131 [.128, .134]
Model 3: no oven 1,187.45 (132)    | .951 | .047 [.045, .050]
"""
    found = read(table, caption="Fit indices").fit
    assert [(f.value.label, str(f.value.chi2), str(f.value.df), str(f.value.cfi)) for f in found] == [
        ("Model 1: two ovens", "1,210.40", "114", ".958"),
        ("Model 2: one oven", "3,412.80", "115", ".645"),
        ("Model 3: no oven", "1,187.45", "132", ".951"),
    ]


def test_groups_stuck_to_their_statistics() -> None:
    head = "# {}β | SE | p | Boys (n = 80) β | SE | p | Girls (n = 90) β | SE | p"
    rows = """
Oven → Crust{}0.41*** | .03 | <.001 | .36 | .05 | <.001 | .45 | .04 | <.001
Oven → Joy{}0.20      | .03 | .060  | .23 | .05 | <.001 | .18 | .05 | .020
Crust → Joy{}-0.37    | .04 | <.001 | .33 | .05 | <.001 | .40 | .06 | <.001
"""
    apart = read(head.format("Path | Total (N = 170) ") + rows.format(*[" | "] * 3), caption="Paths").paths
    stuck = read(head.format("Table 3. Paths of Model 4 Total (N = 170) ") + rows.format(*[" "] * 3)).paths
    for found in (apart, stuck):
        assert [(p.value.from_, p.value.to, p.value.group, str(p.value.beta), str(p.value.se)) for p in found[:5]] == [
            ("Oven", "Crust", "Total (N = 170)", "0.41", ".03"),
            ("Oven", "Crust", "Boys (n = 80)", ".36", ".05"),
            ("Oven", "Crust", "Girls (n = 90)", ".45", ".04"),
            ("Oven", "Joy", "Total (N = 170)", "0.20", ".03"),
            ("Oven", "Joy", "Boys (n = 80)", ".23", ".05"),
        ]


def test_groups_without_their_sizes_come_apart_too() -> None:
    table = """
# Path       | New bakers β | t   | Old bakers β | t
Oven → Crust | .41          | 8.0 | .36          | 5.2
Oven → Joy   | .20          | 4.1 | .23          | 3.3
"""
    found = read(table, caption="Path coefficients").paths
    assert [(p.value.group, str(p.value.beta), str(p.value.stat)) for p in found[:2]] == [
        ("New bakers", ".41", "8.0"),
        ("Old bakers", ".36", "5.2"),
    ]


def test_words_that_end_in_figures_of_their_own_stay_whole() -> None:
    table = """
# Group of ovens with mean temperature | β   | t
Oven → Crust at level 0.50             | .41 | 8.0
Oven → Joy at level 1.50               | .20 | 4.1
Crust → Joy at level 2.50              | .33 | 6.1
"""
    assert [p.value.to for p in read(table, caption="Path coefficients").paths][:1] != ["Crust at level"]
    assert all(str(p.value.beta) in (".41", ".20", ".33") for p in read(table, caption="Path coefficients").paths)


ITEMS = (
    "Constructs and items Loading|t-value|α|CR\n"
    "Salt taste (ST)||.80|.82\nST1 Salty dishes .81|41.20||\nST2 Salt in the soup .77|38.10||\n"
    "Calm joy (CJ)||.85|.86\nCJ1 I am calm .72|29.40||\nCJ2 I am glad .79|33.00||\n"
)


def test_loadings_behind_the_wordings_of_items_between_the_names_of_constructs() -> None:
    found = read(ITEMS, "Measurement model")
    assert loadings(found) == {
        ("Salt taste", "ST1", ".81"),
        ("Salt taste", "ST2", ".77"),
        ("Calm joy", "CJ1", ".72"),
        ("Calm joy", "CJ2", ".79"),
    }
    assert {c.value.alpha for c in found.constructs} >= {".80", ".85"}


@pytest.mark.parametrize("spare", ["", " |"])
def test_the_heading_of_the_names_between_a_group_and_its_statistic(spare: str) -> None:
    table = f"""
# Table 4. Paths of boys and girls Boys (n = 80) Path β | SE | p | Girls (n = 90) β | SE | p | Wald χ2(1){spare}
Oven → Crust .41 | .03 | <.001 | .45 | .04 | <.001 | 0.79 (p = .375){spare}
Oven → Joy .20 | .03 | .060 | .18 | .05 | .020 | 1.25 (p = .263){spare}
Crust → Joy −.37 | .04 | <.001 | .40 | .06 | <.001 | 0.91 (p = .340){spare}
"""
    found = [
        (p.value.from_, p.value.to, str(p.value.group).split(" (")[0], str(p.value.beta), str(p.value.se))
        for p in read(table).paths
    ]
    assert ("Oven", "Crust", "Boys", ".41", ".03") in found
    assert ("Crust", "Joy", "Girls", ".40", ".06") in found
    assert len(found) == 6
