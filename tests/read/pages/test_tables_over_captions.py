"""Tables over their captions: on which side of them a paper's tables stand, their notes, and page breaks in them."""

from evidence.read.text import to_source

PROSE = """The bakers of the valley were asked about their crust and their joy, and most of them answered at once,
although the ovens were warm and the dough had to be watched by somebody else for as long as it took.
"""
HEAD = "   Bakery                  Crust      Salt       Joy"
ROWS = [
    "   The northern ovens       0.31      0.42      0.53",
    "   The southern ovens       0.32      0.43      0.54",
    "   The western ovens        0.33      0.44      0.55",
    "   The eastern ovens        0.34      0.45      0.56",
]
NOTE = """ Figures in the last column are those of the bakers who had answered the second of our letters before
 the frost came.
"""


def tables(text: str) -> dict[str, list[list[str]]]:
    grids = to_source(text.encode()).grids
    return {g.label: [[cell.text for cell in row] for row in g.rows] for g in grids}


def table(first: int = 0, last: int = 4) -> str:
    return "\n".join([HEAD, *ROWS[first:last]]) + "\n"


CELLS = [row.split(" ovens ")[1].split() for row in ROWS]


def test_all_captions_of_a_paper_stand_on_the_side_most_of_them_stand_on() -> None:
    """The second caption has a table on either side, as near under it as over it."""
    text = (
        f"{PROSE}\n{table(0, 3)}\n             Table 1: Ovens\n\n{PROSE}\n\f{PROSE}\n{table(1, 4)}\n"
        f"             Table 2: More ovens\n{table(0, 2)}\n             Table 3: Two ovens\n\n{PROSE}\n"
        f"\f{PROSE}\n{table(2, 4)}\n             Table 4: Last ovens\n\n{PROSE}"
    )
    found = tables(text)
    assert [row[1:] for row in found["Table 2"][1:]] == CELLS[1:]
    assert [row[1:] for row in found["Table 3"][1:]] == CELLS[:2]


def test_captions_over_their_tables_keep_those_under_them() -> None:
    text = (
        f"{PROSE}\n             Table 1: Ovens\n{table(0, 3)}\n{PROSE}\n\f{PROSE}\n             Table 2: More ovens\n"
        f"{table(1, 4)}             Table 3: Two ovens\n{table(0, 2)}\n{PROSE}\n"
    )
    found = tables(text)
    assert [row[1:] for row in found["Table 2"][1:]] == CELLS[1:]
    assert [row[1:] for row in found["Table 3"][1:]] == CELLS[:2]


def test_notes_between_rows_and_caption_do_not_part_them() -> None:
    text = f"{PROSE}\n{table()}{NOTE}\n             Table 1: Ovens\n\n{PROSE}\f{PROSE}"
    source = to_source(text.encode())
    assert [[c.text for c in row][1:] for row in source.grids[0].rows[1:]] == CELLS
    assert "before the frost came" in " ".join(source.grids[0].notes.split())


def test_text_a_line_away_from_the_rows_is_no_note_of_theirs() -> None:
    text = f"{PROSE}\n{table()}\n{PROSE}\n             Table 1: Ovens\n\n{PROSE}\f{PROSE}"
    assert "Table 1" not in tables(text)


def test_a_table_over_its_caption_is_whole_where_a_page_ends_in_it() -> None:
    text = (
        f"{PROSE}\n{table(0, 3)}\n             Table 1: Ovens\n\n{PROSE}\n{table(0, 2)}\f"
        + "\n".join(ROWS[2:])
        + "\n\n"
        f"             Table 2: More ovens\n\n{PROSE}"
    )
    found = tables(text)
    assert found["Table 2"][0][1:] == ["Crust", "Salt", "Joy"]
    assert [row[1:] for row in found["Table 2"][1:]] == CELLS
