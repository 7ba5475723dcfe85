"""Typed tables whose cells go on over lines, stand over one another, or run together; all papers here are invented."""

import pytest

from evidence.read.captioned import CAPTION
from evidence.read.flat import spaced
from evidence.read.flat.bands import Line, banded
from evidence.read.model import Source
from evidence.read.text import source_of, to_source
from evidence.read.typed.scanned import figures

PROSE = "\n\nThe gardens were visited in spring, and the yards in autumn, by all of us.\n"


def rows_of(source: Source) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in source.grids]


def rows(text: str) -> list[list[str]]:
    [found] = rows_of(source_of(text + PROSE))
    return found


def test_labels_and_verdicts_go_on_above_and_below_the_line_of_their_values() -> None:
    found = rows(
        "Table 2: Results of the garden model\n"
        "                 Path            Beta     t      Result\n"
        "             Garden\n"
        "H1           pride →            0.31    4.10   Supported\n"
        "             town joy\n"
        "H2           Soil care →        0.05    0.10   Not\n"
        "             town joy                          supported\n"
        "             Rain and\n"
        "H3           sun →              0.27    3.30   Supported\n"
        "             town joy\n"
    )
    assert [row[1] for row in found[1:]] == [
        "Garden pride → town joy",
        "Soil care → town joy",
        "Rain and sun → town joy",
    ]
    assert found[2][-1] == "Not supported"


def test_names_around_values_that_stand_alone_on_their_line_are_whole() -> None:
    found = rows(
        "Table 3. Correlations\n"
        "Construct          (1)      (2)      (3)\n"
        "Garden\n"
        "                  0.91\n"
        "pride\n"
        "Rain              0.63     0.87\n"
        "Care\n"
        "of the            0.45     0.69     0.88\n"
        "soil\n"
        "Sun               0.41     0.51     0.61\n"
    )
    assert [row[0] for row in found[1:]] == ["Garden pride", "Rain", "Care of the soil", "Sun"]


def test_whose_the_words_are_is_left_open_where_it_can_be_read_in_two_ways() -> None:
    lines = [Line("row", ("Garden",)), Line("part", ("Town",)), Line("row", ("Rain",)), Line("row", ("Sun",))]
    assert banded(lines, 0) is None
    assert banded(lines, 0, lambda words: words == "Town Rain") == [[0], [1, 2], [3]]


def test_codes_take_no_names_that_stand_between_them() -> None:
    lines = [Line("row", ("GP1",)), Line("part", ("GP",)), Line("row", ("GP2",)), Line("row", ("GP3",))]
    assert banded(lines, 0) in (None, [[0], [1], [2], [3]])


def test_headings_that_go_on_below_and_headings_between_rows_are_whole() -> None:
    found = rows(
        "Table 4: Gardens compared\n"
        "Tested         Tested relation        Difference of\n"
        "hypothesis                            chi-square/d.f.   Result\n"
        "_Compared:                _Old     _New\n"
        "age_                      (n=80)_  (n=90)_\n"
        "H1             Sun - joy    0.31     0.11      2.10     Significant\n"
        "H2             Rain - joy   0.21     0.15      1.10     Significant\n"
        "_Compared:                _Town    _Village\n"
        "place_                    (n=70)_  (n=99)_\n"
        "H1             Sun - joy    0.41     0.10      3.10     Significant\n"
        "H2             Rain - joy   0.22     0.12      1.40     Significant\n"
    )
    between = [row for row in found if row[0].startswith("_Compared")]
    assert [" ".join(row).split() for row in between] == [
        ["_Compared:", "age_", "_Old", "(n=80)_", "_New", "(n=90)_"],
        ["_Compared:", "place_", "_Town", "(n=70)_", "_Village", "(n=99)_"],
    ]


@pytest.mark.parametrize(
    "legend",
    [
        "CR = composite reliability, AVE = average variance extracted, GP = pride in the garden,\nSC = care of the soil\n\n",
        "(The square roots of the average variance extracted stand on the diagonal.)\n",
        "CR = composite reliability,\nAVE = average variance,\nGP = pride in the garden\n",
    ],
)
def test_what_a_caption_explains_stands_before_its_table(legend: str) -> None:
    found = rows(
        f"Table 1: Reliability\n{legend}"
        "      CR   AVE   GP   SC\n"
        "GP   0.81 0.55 0.74\n"
        "SC   0.82 0.60 0.67 0.77\n"
        "Joy  0.83 0.61 0.61 0.71\n"
    )
    assert found[0][1:] == ["CR", "AVE", "GP", "SC"]
    assert found[1][:4] == ["GP", "0.81", "0.55", "0.74"]


def test_a_triangle_begins_with_signs_for_none_and_columns_are_numbered_in_order() -> None:
    found = rows(
        "Table 1. Means and correlations\n\n"
        "              1             2       3\n"
        "1. Garden pride           -\n"
        "2. Rain                   0.45**  -\n"
        "3. Sun                    0.37**  0.68**  -\n"
        "M                         3.10    3.20    3.30\n"
        "SD                        0.91    0.92    0.93\n"
    )
    assert found[0] == ["", "1", "2", "3"]
    assert found[1][:2] == ["1. Garden pride", "-"]


def test_east_asian_characters_may_have_been_taken_for_narrow_ones() -> None:
    cells = [
        ("假设", "路径关系", "Std.", "S.E.", "假设结果"),
        ("H1", "花园→乐", "0.68", "0.054", "支持"),
        ("H2", "雨水和阳光照耀花园土地→乐", "0.17", "", "支持"),
        ("H3", "土→乐", "0.43", "0.081", "不支持"),
    ]
    texts = ["".join(cell.ljust(width) for cell, width in zip(row, (4, 15, 6, 7, 5), strict=True)) for row in cells]
    found = spaced([(text, 100 * i) for i, text in enumerate(texts)])
    assert [cell.text for cell in found[2]] == ["H2", "雨水和阳光照耀花园土地→乐", "0.17", "", "支持"]


def test_names_with_their_number_are_no_values() -> None:
    found = rows(
        "Table 5. Means and correlations\n\n"
        "   Construct Mean SD AVE (1) (2) (3)\n"
        "      Joy (1) 3.84 0.71 0.69 0.83\n"
        "   Rain (2) 3.87 0.69 0.72 0.603** 0.84\n"
        "Sun (3) 3.61 0.64 0.65 0.383** 0.691** 0.80\n"
    )
    assert found[2] == ["Rain (2)", "3.87", "0.69", "0.72", "0.603**", "0.84", ""]


def test_a_name_on_two_lines_is_one_that_the_text_uses() -> None:
    text = (
        "We ask whether the garden pride of the towns that we visited has a rain effect.\n\n"
        "Table 5. Reliability\n"
        "Construct Alpha CR AVE\n"
        "Rain 0.81 0.82 0.61\n"
        "Garden\n"
        "Pride 0.71 0.83 0.62\n"
        "Sun 0.91 0.92 0.63\n"
    )
    assert [row[0] for row in rows(text)[1:]] == ["Rain", "Garden Pride", "Sun"]


def test_values_that_come_before_their_names_are_nobodys() -> None:
    found = rows(
        "Table 4: Loadings\n\n"
        "JOY SUN RAIN\n"
        "0.844 0.005 0.144\n"
        "JOY1\n"
        "0.809 0.063 0.106\n"
        "JOY2\n"
        "SUN1 0.077 0.698 0.259\n"
        "SUN2 0.068 0.827 0.068\n"
        "RAIN1 0.125 0.098 0.839\n"
        "RAIN2 0.034 0.103 0.841\n"
    )
    assert [row[0] for row in found[1:]] == ["SUN1", "SUN2", "RAIN1", "RAIN2"]


def test_the_first_group_of_rows_is_headed_as_the_others_are() -> None:
    cells = ["Path", "Beta", "t-value", "Model 1"]
    for model in ("", "Model 2"):
        cells += [model] if model else []
        for name in ("Sun", "Rain", "Soil"):
            cells += [f"{name} → joy", "0.311", "5.600"]
    found = rows("Table 8: Paths\n" + "\n".join(cells) + "\n")
    assert found[0] == ["Path", "Beta", "t-value"]
    assert [row[0] for row in found if not row[1]] == ["Model 1", "Model 2"]


def test_one_heading_of_several_columns_reaches_over_all_of_them() -> None:
    cells = ["Construct", "Loadings", "Joy"]
    for name in ("JO", "RA"):
        cells += ["Rain"] if name == "RA" else []
        for n in (1, 2, 3):
            cells += [f"{name}{n}", "0.71", "0.12", "0.21"]
    found = rows("Table 9: Factor analysis\n" + "\n".join(cells) + "\n")
    assert found[0] == ["Construct", "Loadings", "Loadings", "Loadings"]
    assert found[1][0] == "Joy"


def test_pages_whose_columns_run_together_are_read_by_counting() -> None:
    page = (
        "The correlations follow in the table of this page, with the reliability behind them.\n\n"
        "       Table 2: Correlations and composite reliability\n"
        "       JOY SUN RAIN SOIL              Composite reliability\n"
        " JOY (0.873)                              0.865\n"
        " SUN 0.714 (0.874)                        0.906\n"
        "RAIN 0.641 0.547 (0.837)                  0.876\n"
        "SOIL 0.585 0.689 0.419 (0.928)            0.925\n\n"
        "What was said above holds for every one of the gardens that we have seen in the year.\n"
        "\f"
        "More of the text.\n\f"
    )
    [found] = rows_of(to_source(page.encode()))
    assert found[0] == ["", "JOY", "SUN", "RAIN", "SOIL", "Composite reliability"]
    assert found[2] == ["SUN", "0.714", "(0.874)", "", "", "0.906"]


def test_a_frame_in_steps_keeps_the_cells_of_a_triangle_apart() -> None:
    found = rows(
        "Table 5. Correlations\n"
        "+-----------------------------+\n"
        "|Construct|AVE |(1)  |(2) |(3)|\n"
        "|---------+----+-----+--------|\n"
        "| Joy     |0.69|0.83 |        |\n"
        "|---------+----+-----+----+   |\n"
        "| Sun     |0.72|0.60 |0.84|   |\n"
        "|---------+----+-----+----+---|\n"
        "| Rain    |0.65|0.38 |0.69|.80|\n"
        "+-----------------------------+\n"
    )
    assert found[2] == ["Sun", "0.72", "0.60", "0.84", ""]
    assert found[3] == ["Rain", "0.65", "0.38", "0.69", ".80"]


def test_rows_do_not_begin_with_a_verdict() -> None:
    cells = ["Hypothesis", "Relationship", "Beta", "p-value Support"]
    for n, told in ((1, "Yes"), (2, "Yes"), (3, "No"), (4, "Yes")):
        cells += [f"H{n}", f"Sun {n} and joy", "-0.11", "0.09", told, *[""] * (n == 2)]  # the page ends there
    for found in rows_of(source_of("Table 2: Results\n" + "\n".join(cells) + "\n" + PROSE)):
        assert not any(row[0] in ("Yes", "No") for row in found)


def test_a_caption_may_run_into_its_number() -> None:
    match = CAPTION.match("Tab.2Reliability of the scales")
    assert match
    assert (match["label"], match["rest"]) == ("Tab.2", "Reliability of the scales")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("beta = −0.2S5", "beta = −0.255"),
        ("alpha .8B", "alpha .88"),
        ("p < 0 01", "p < 0.01"),
        ("p < .05, " * 6 + "p < 0,001", "p < .05, " * 6 + "p < 0.001"),
        ("p < 0,05; p < 0,001", "p < 0,05; p < 0,001"),
        ("US$1.2B", "US$1.2B"),
        ("n = 0 and 120", "n = 0 and 120"),
    ],
)
def test_figures_that_recognition_confused(printed: str, meant: str) -> None:
    assert figures(printed) == meant
