"""What a conversion did to a table, undone: look-alike letters, codes misread, headings and groups in one cell."""

from tests.read.tables.invented import read


def loadings(found):
    return {(c.value.name, x.item): x.loading for c in found.constructs for x in c.value.loadings}


def test_codes_are_read_as_their_neighbours_are():
    found = read(
        """
Item|Loading
GJ1|0.81
GJl2|0.70
GJ3|0.79
NIl|0.77
NI2|0.80
lNT1|0.74
INT2|0.78
INT3|0.71
РU1|0.66
PU2|0.68""",
        "Table 1. Loadings",
    )
    assert {item for _, item in loadings(found)} >= {"NI1", "INT1", "PU1", "GJ1", "GJ3"}


def test_indices_with_letters_for_one_another():
    found = read("Index|Value\nlFl|0.95\nCF1|0.96\nTLl|0.94\nRMSEA|0.O5", "Table 2. Fit")
    [fit] = found.fit
    assert (fit.value.ifi, fit.value.cfi, fit.value.tli, fit.value.rmsea) == ("0.95", "0.96", "0.94", "0.05")


def test_two_headings_joined_by_a_point():
    found = read(
        """
From|To|North (n = 90).β|North (n = 90).SE|South (n = 80).β|South (n = 80).SE
Sun|Joy|0.41|0.05|0.22|0.06
Rain|Joy|0.10|0.05|0.31|0.06""",
        "Table 3. Paths by region",
    )
    assert {(p.value.from_, p.value.beta, p.value.se) for p in found.paths} == {
        ("Sun", "0.41", "0.05"),
        ("Sun", "0.22", "0.06"),
        ("Rain", "0.10", "0.05"),
        ("Rain", "0.31", "0.06"),
    }
    assert len({p.value.group for p in found.paths}) == 2


def test_two_groups_in_one_column():
    found = read(
        """
Construct|Items|Alpha North / South|AVE (North / South)
Joy|4|.87 / .84|.55 / .50
Care|5|.83 / .85|.51 / .54""",
        "Table 4. Reliability",
    )
    said = {(c.value.name, c.value.group, x) for c in found.constructs for x in (c.value.alpha, c.value.ave) if x}
    assert said == {
        *(("Joy", "North", ".87"), ("Joy", "North", ".55"), ("Joy", "South", ".84"), ("Joy", "South", ".50")),
        *(("Care", "North", ".83"), ("Care", "North", ".51"), ("Care", "South", ".85"), ("Care", "South", ".54")),
    }


def test_two_statistics_in_one_column_stay_two():
    found = read("Construct|CR / AVE\nJoy|.87 / .55\nCare|.83 / .51", "Table 5. Reliability")
    assert {(c.value.cr, c.value.ave) for c in found.constructs} == {(".87", ".55"), (".83", ".51")}


def test_samples_on_both_sides_of_a_diagonal():
    matrix = "|1|2|3\n1 Joy|-|.45|.53\n2 Care|.52|-|.31\n3 Sun|.50|.39|-"
    found = read(matrix, "Table 6. Correlations. Northern sample below the diagonal, Southern sample above.")
    assert {m.value.group for m in found.correlations} == {"Northern", "Southern"}
    assert [m.value.lower[2][0] for m in found.correlations] == [".50", ".53"]


def test_effects_with_intervals_of_their_own():
    found = read(
        """
Path|Direct|Indirect|Total
Sun -> Joy|0.05 [-0.04, 0.14]|0.12 [0.08, 0.17]|0.17 [0.08, 0.27]""",
        "Table 7. Effects",
    )
    [effect] = found.effects
    assert (effect.value.indirect, effect.value.ci_lo, effect.value.ci_hi) == ("0.12", "0.08", "0.17")
    assert {(p.value.effect, p.value.beta, p.value.ci_lo) for p in found.paths} == {
        ("direct", "0.05", "-0.04"),
        ("total", "0.17", "0.08"),
    }


def test_figures_behind_the_name_of_a_construct():
    found = read(
        """
Item|Loading
Garden joy alpha = 0.88, CR = 0.90|
GJ1|0.81
GJ2|0.85
Soil care alpha = 0.84, CR = 0.86|
SC1|0.77
SC2|0.80""",
        "Table 8. Loadings",
    )
    assert {name for name, _ in loadings(found)} == {"Garden joy", "Soil care"}
