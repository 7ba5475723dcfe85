"""Markdown of several converters: attributes, drawn tables, rows without outer bars, words cut at the edges of columns."""

from evidence.read import markdown
from evidence.read.dialects import without_marks
from evidence.read.typed.cut_words import with_whole_words


def grids(page: str) -> list[list[list[str]]]:
    source = markdown.to_source(page.encode())
    cells = [c for g in source.grids for r in g.rows for c in r if c.span]
    assert all(source.text[slice(*c.span)].replace("\t", "") == c.text for c in cells)
    return [[[cell.text for cell in row] for row in grid.rows] for grid in source.grids]


def test_attributes_and_fences_are_no_text() -> None:
    page = '# Bread and joy {#bread .unnumbered}\n\n::: {.section}\nThe [mean]{.smallcaps} was 3.1.\n:::\n\n![x](y.png){width="3"}\n'
    source = markdown.to_source(page.encode())
    assert source.of(source.blocks[0]) == "Bread and joy"
    assert "The mean was 3.1." in source.text
    assert not {"{", ":::"} & set(source.text.split())
    assert without_marks("a set {x, y} of [1]") == "a set {x, y} of [1]"


def test_drawn_tables_stand_in_their_place_with_marks_taken_off_inside_cells() -> None:
    page = (
        "Words before.\n\n"
        "  ----------- ---------------- ---------\n"
        "              Cronbach\\'s alpha  AVE\n"
        "  Crust       **0.81**          0.63\n"
        "  Smell       0.79              0.61\n"
        "  ----------- ---------------- ---------\n\n"
        "  : Table 2: Reliability\n\nWords behind.\n"
    )
    [rows] = grids(page)
    assert rows == [["", "Cronbach's alpha", "AVE"], ["Crust", "0.81", "0.63"], ["Smell", "0.79", "0.61"]]
    source = markdown.to_source(page.encode())
    assert source.grids[0].label == "Table 2"
    assert source.text.index("before") < source.text.index("Crust") < source.text.index("behind")


def test_hidden_brackets_are_no_formula_unless_one_stands_in_them() -> None:
    page = (
        "Bread \\( {\\beta} = .41 \\) and joy \\(see below\\).\n\n"
        "  -------- ------------ --------\n"
        "             \\(1\\)       \\(2\\)\n"
        "  Crust    \\*\\*0.91\\*\\*  0.63\n"
        "  Smell    0.40         0.61\n"
        "  -------- ------------ --------\n\n"
    )
    [rows] = grids(page)
    assert rows[1:] == [["Crust", "0.91", "0.63"], ["Smell", "0.40", "0.61"]]
    assert rows[0][1:] == ["(1)", "(2)"]
    assert "Bread β=.41 and joy (see below)." in markdown.to_source(page.encode()).text


def test_rows_without_outer_bars_and_sections_without_any() -> None:
    page = "Table 3. Paths\n\nPath | Beta | t\n---|---|---\nTown\nCrust -> Joy | 0.31 | 4.10\nSmell -> Joy | 0.22 | 2.90\n\nWords.\n"
    [rows] = grids(page)
    assert rows == [
        ["Path", "Beta", "t"],
        ["Town", "", ""],
        ["Crust -> Joy", "0.31", "4.10"],
        ["Smell -> Joy", "0.22", "2.90"],
    ]


def test_rows_longer_than_their_header_keep_all_cells() -> None:
    page = "| Path | Town |\n|---|---|\n| Crust -> Joy | 0.31 | 0.12 | Yes |\n| Smell -> Joy | 0.22 | 0.25 | No |\n"
    [rows] = grids(page)
    assert rows[1] == ["Crust -> Joy", "0.31", "0.12", "Yes"]


def test_words_cut_at_the_edges_of_columns_are_whole_again() -> None:
    page = (
        "The gardeners of two towns differ, and a townsman is no villager. Village life is slow.\n\n"
        "||Town|sman|Vill|ager|\n|---|---|---|---|---|\n|Path|Beta|t|Beta|t|\n|H1: The garden|ers of two to|wns differ|||\n"
        "|A -> B|0.31|4.10|0.12|1.30|\n|A -> C|0.21|3.10|0.22|2.30|\n"
    )
    [rows] = grids(page)
    assert rows[0] == ["", "Townsman", "", "Villager", ""]
    assert rows[2] == ["H1: The gardeners of two towns differ", "", "", "", ""]


def test_cells_that_begin_small_stay_where_the_text_has_no_such_word() -> None:
    page = "Joy and care.\n\n|Joy|care|sun|\n|---|---|---|\n|0.3|0.4|0.5|\n"
    source = markdown.to_source(page.encode())
    assert with_whole_words(source) is source or with_whole_words(source) == source
    assert [c.text for c in source.grids[0].rows[0]] == ["Joy", "care", "sun"]


def test_dividers_without_rows_hold_nothing() -> None:
    for page in ("---|---\n" * 50, "+--+--+\n" * 50):
        assert not {c for rows in grids(page) for row in rows for c in row if any(x.isalnum() for x in c)}


def test_headings_that_together_spell_a_word_stay_apart() -> None:
    for head in ("coeff|SE|t|p", "coeff|se|t|p"):
        page = f"A set of ovens. Set it well.\n\n|Outcome|{head}|\n|---|---|---|---|---|\n|Crust|0.31|0.05|6.20|0.00|\n"
        [rows] = grids(page)
        assert "|".join(rows[0][1:]) == head
