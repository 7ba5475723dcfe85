"""Tables of a text that pages cut: rows behind a page number and a running head, headings once more behind them."""

from evidence.read.text import to_source

_PAGE = "\n\n120\n\nA. Roe, B. Doe\nWhat bread does to us\n\n"
_HEAD = "Label\tPath\tβ\tt\n"
_ROWS = "H1\tTrust → Joy\t0.31\t4.1\nH2\tHabit → Joy\t0.22\t3.3\n"
_REST = "H3\tPrice → Joy\t-0.08\t1.1\nH4\tSmell → Joy\t0.19\t2.9\n"
_NEXT = "\nWords about bread and joy in between.\n\nTable 2. Means\n\nName\tMean\tSD\nJoy\t4.1\t0.9\nTrust\t3.9\t0.8\n"


def test_rows_behind_a_page_belong_to_the_table_before_it() -> None:
    source = to_source(f"Table 1. Paths\n\n{_HEAD}{_ROWS}{_PAGE}{_REST}{_NEXT}".encode())
    assert [(g.caption, len(g.rows)) for g in source.grids] == [("Table 1. Paths", 5), ("Table 2. Means", 3)]


def test_headings_that_come_again_behind_a_page_are_those_of_one_table_with_its_caption_below() -> None:
    source = to_source(f"{_HEAD}{_ROWS}{_PAGE}{_HEAD}{_REST}\nTable 1. Paths\n{_NEXT}".encode())
    assert [(g.caption, len(g.rows)) for g in source.grids] == [("Table 1. Paths", 5), ("Table 2. Means", 3)]


def test_rows_of_another_kind_are_a_table_of_their_own() -> None:
    other = "4.1\t0.9\tJoy\tlow\n3.9\t0.8\tTrust\thigh\n"
    source = to_source(f"Table 1. Paths\n\n{_HEAD}{_ROWS}{_PAGE}{other}{_NEXT}".encode())
    assert len(source.grids[0].rows) == 3
