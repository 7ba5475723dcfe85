"""Typed pages of two columns: the right one is read under the left one, wherever it begins from line to line."""

import re
from itertools import zip_longest

from evidence.read.model import Source
from evidence.read.pages.columned import columned
from evidence.read.pages.lines import Word
from evidence.read.text import to_source

LEFT = """The bakers of the valley were asked about
their crust and their joy, and most of
them answered at once, although the ovens
were warm and the dough had to be watched
by somebody else for as long as it took.
We thank them for their time and for the
loaves that they gave us on the way home,
which were eaten before the train had left
the station of the town under the hills.""".splitlines()

RIGHT = """Salt is weighed by hand in small ovens and
by machines in large ones, and nobody has
yet found out which of the two brings more
joy to those who have to eat the crust that
comes of it, be it thick or be it thin.
Frost does no harm to dough that has been
covered in time, as the older bakers say,
and the younger ones have never seen frost
that was hard enough to put it to the test.""".splitlines()


def beside(left: list[str], right: list[str], at: int = 48) -> list[str]:
    """Two columns of a page, the right one from a place on."""
    return [f"{a:<{at}}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")]


PROSE = beside(LEFT, RIGHT)
OTHER = beside(RIGHT[::-1], LEFT[::-1])


def read(*pages: list[str]) -> Source:
    """The pages as a document."""
    return to_source("\f".join("\n".join(page) for page in pages).encode())


def paragraphs(source: Source) -> list[str]:
    """What the document says, its tables left out."""
    return [" ".join(source.text[slice(*b.span)].split()) for b in source.blocks if b.kind == "paragraph"]


def tables(source: Source) -> list[list[list[str]]]:
    """The texts of the cells of each table."""
    return [[[cell.text for cell in row] for row in grid.rows] for grid in source.grids]


SMALL = """Table 1: What the bakers said of salt and frost in the winter

                 Mean    SD     Salt     Crust    Joy      Frost
Salt             3.10    0.80   1.00
Crust            3.22    0.71   0.12     1.00
Joy              3.35    0.92   0.23     0.31     1.00
Frost            2.48    1.03   -0.14    -0.05    -0.20    1.00
""".splitlines()


def test_the_right_column_may_begin_further_on_beside_a_table_in_small_type() -> None:
    drifting = [*PROSE, "", *beside(SMALL, RIGHT, at=68), "", *OTHER[::-1]]
    source = read(drifting, OTHER)
    assert [row[0] for row in tables(source)[0]] == ["", "Salt", "Crust", "Joy", "Frost"]
    assert tables(source)[0][-1] == ["Frost", "2.48", "1.03", "-0.14", "-0.05", "-0.20", "1.00"]
    assert " ".join(RIGHT) in " ".join(paragraphs(source))


def test_lines_of_both_columns_at_different_heights_part_no_paragraph() -> None:
    alternating = [line for a, b in zip(LEFT, RIGHT, strict=True) for line in (a, " " * 48 + b)]
    source = read(alternating, OTHER)
    assert " ".join(LEFT) in paragraphs(source)
    assert " ".join(RIGHT) in paragraphs(source)


def test_lines_left_blank_in_one_column_part_its_paragraphs() -> None:
    parted = beside([*LEFT[:5], "", *LEFT[5:]], [*RIGHT, RIGHT[0]])
    source = read(parted, OTHER)
    assert {" ".join(LEFT[:5]), " ".join(LEFT[5:])} <= set(paragraphs(source))


def test_a_sentence_goes_on_from_one_column_to_the_next() -> None:
    source = read(
        beside([*LEFT[:8], "Those of the hills were asked later, when"], ["their ovens were cold.", *RIGHT]), OTHER
    )
    assert any("Those of the hills were asked later, when their ovens were cold." in p for p in paragraphs(source))


WIDE = """Table 2: What leads to joy among the bakers of the valley and those of the hills

              Salt     Crust    Frost               Joy      Hunger   Ovens
Bakers        0.412    0.051    8.080               0.001    0.220    0.310
Millers       -0.233   0.049    -4.760              0.001    0.180    0.290
Carters       0.087    0.048    1.810               0.071    0.150    0.250
Eaters        0.301    0.060    5.020               0.001    0.140    0.240
Sellers       0.150    0.061    2.460               0.014    0.130    0.230
Weighers      0.250    0.062    3.460               0.015    0.120    0.220
""".splitlines()


def test_a_table_over_both_columns_is_whole() -> None:
    source = read([*PROSE, "", *WIDE, "", *PROSE], OTHER)
    assert [len(row) for row in tables(source)[0]] == [7] * 7
    assert tables(source)[0][1] == ["Bakers", "0.412", "0.051", "8.080", "0.001", "0.220", "0.310"]


RIGHT_NAMES = ["Wood", "Coal", "Peat", "Gas"]
NARROW = """Table 1: The bakers

                 Mean    SD
Salt             3.10    0.80
Crust            3.22    0.71
Joy              3.35    0.92
Frost            2.48    1.03""".splitlines()
FIGURE = [f"{row:<60}{tick}" for row, tick in zip(NARROW[2:6], ("4.5", "4.0", "3.5", "3.0"), strict=True)]


def test_a_table_beside_the_numbers_of_a_figure_is_of_its_column() -> None:
    page = [*WIDE, "", *NARROW[:2], *FIGURE, NARROW[-1], "", *PROSE, *OTHER]
    gutters = columned([[words(line) for line in page], [words(line) for line in OTHER]])[0]
    assert not any(gutters[: len(WIDE)])
    assert all(gutters[len(WIDE) + 1 :])


def words(line: str) -> list[Word]:
    """The words of a line, where its characters stand."""
    return [Word(m[0], 5.0 * m.start(), 5.0 * m.end(), 0.0, 12.0) for m in re.finditer(r"\S+", line)]


def test_tables_side_by_side_are_two() -> None:
    right = ["Table 2: The ovens", "", "", *(f"{name:<20}{n}.50    0.{n}1" for n, name in enumerate(RIGHT_NAMES, 1))]
    source = read([*PROSE, "", *beside(NARROW, right), "", *PROSE], OTHER)
    assert [table[-1] for table in tables(source)] == [["Frost", "2.48", "1.03"], ["Gas", "4.50", "0.41"]]


def test_a_note_that_reaches_into_the_right_column_is_of_the_left_one() -> None:
    note = ["Note: all of them were asked in the winter of the frost"]
    source = read([*beside(LEFT, RIGHT[:-1]), *note, *beside(LEFT[:1], RIGHT[-1:])], OTHER)
    assert " ".join(RIGHT) in " ".join(paragraphs(source))


def test_a_running_foot_is_no_text_of_either_column() -> None:
    feet = [f"Frontiers of Baking            www.baking.org{' ' * 20}{n}    June | Volume 4" for n in (3, 4, 5)]
    pages = [[*PROSE, *OTHER], [*OTHER, *PROSE], [*PROSE[::-1], *PROSE]]
    source = read(*([*page, "", foot] for page, foot in zip(pages, feet, strict=True)))
    assert "www.baking.org" not in source.text
    assert "Volume 4" not in source.text


def test_statements_beside_one_another_in_a_table_of_one_column_stay_beside_one_another() -> None:
    page = [f"{a} {b}" for a, b in zip(LEFT, RIGHT, strict=True)]
    rows = beside(["Construct", *LEFT[:6]], ["Meaning", *RIGHT[:6]])
    source = read([*page, "", *rows, "", *page], page, page)
    assert any(f"{LEFT[0]} {RIGHT[0]}" in p for p in paragraphs(source))
    assert f"{LEFT[0]} {LEFT[1]} {LEFT[2]}" not in " ".join(source.text.split())


# A value of each row stands where the right column of the pages begins.
ACROSS = """Table 1: What the bakers said of salt, of frost, of their crust, and of the joy in it
Variable                                         M          SD         1          2
1. Salt                                         3.10       0.80      —
2. Crust in the ovens of old                    3.22       0.71      .12        —
3. Joy                                          3.35       0.92      .23        .31
4. Frost                                        2.48       1.03      −.14       −.05
""".splitlines()


def test_rows_right_under_a_caption_that_runs_across_run_across() -> None:
    source = read([*PROSE, "", *ACROSS, "", *OTHER], OTHER, [*PROSE, *OTHER])
    assert tables(source)[0][-1] == ["4. Frost", "2.48", "1.03", "−.14", "−.05"]


def test_rows_under_a_caption_of_one_column_leave_the_other_alone() -> None:
    source = read([*PROSE, "", *beside(SMALL, RIGHT, at=68), "", *OTHER[::-1]], OTHER)
    assert "joy to those who have to eat the crust" in " ".join(paragraphs(source))
