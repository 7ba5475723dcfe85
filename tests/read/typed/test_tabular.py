"""Tables typed in LaTeX that converters leave in Markdown: cells that reach, tables in cells, captions, rules."""

import pytest

from evidence.read import markdown
from evidence.read.model import Source
from evidence.read.typed.tabular import as_html

PATHS = [["Path", "B"], ["Salt", "0.31"], ["Crust", "0.22"]]
BODY = r"Path & B \\ Salt & 0.31 \\ Crust & 0.22 \\"


def page(*parts: str) -> Source:
    return markdown.to_source("\n\n".join(["# On bread", "Bakers were asked.", *parts, "Words behind."]).encode())


def rows(*parts: str) -> list[list[str]]:
    (grid,) = page(*parts).grids
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        r"Path & B \\ Salt & 0.31 \\ Crust & 0.22",
        r"\hline Path & B \\ \hline Salt & 0.31 \\ \hline Crust & 0.22 \\ \hline",
        r"\toprule Path & B\\[2pt] \cmidrule(lr){2-2} Salt & 0.31\tabularnewline Crust & 0.22\\ \bottomrule",
        r"Path & B \\ \cline{1-2} \midrule Salt & 0.31 \\ [0.5ex] Crust & 0.22 \\",
        r"\textbf{Path} & \emph{\textbf{B}} \\ \textit{Salt} & $0.31$ \\ \underline{Crust} & $\mathbf{0.22}$ \\",
    ],
)
def test_rules_spacing_and_styles_of_a_table_are_no_text(body: str) -> None:
    made = page(rf"\begin{{tabular}}{{lc}} {body} \end{{tabular}}")
    assert [[cell.text for cell in row] for row in made.grids[0].rows] == PATHS
    assert [made.of(block) for block in made.blocks] == ["On bread", "Bakers were asked.", "Words behind."]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("tabular", "{|l|c|}"),
        ("tabular", "{@{}l@{ }c@{}}"),
        ("tabular", "[t]{l>{\\bfseries}c}"),
        ("tabularx", "{\\textwidth}{lX}"),
        ("tabular*", "{10cm}{lc}"),
    ],
)
def test_what_sets_the_columns_is_no_part_of_the_first_cell(name: str, columns: str) -> None:
    assert rows(f"\\begin{{{name}}}{columns}\n{BODY}\n\\end{{{name}}}") == PATHS


def test_a_cell_over_several_columns_heads_all_of_them() -> None:
    body = r"Path & \multicolumn{2}{c|}{\textbf{Joy}} \\ & B & SE \\ Salt & 0.31 & 0.05 \\"
    assert rows(rf"\begin{{tabular}}{{|l|c|c|}} {body} \end{{tabular}}") == [
        ["Path", "Joy", "Joy"],
        ["", "B", "SE"],
        ["Salt", "0.31", "0.05"],
    ]


@pytest.mark.parametrize(
    "tall",
    [r"\multirow{2}{*}{Salt}", r"\multirow[t]{2}{3cm}{\textbf{Salt}}", r"\multicolumn{1}{|l|}{\multirow{2}{*}{Salt}}"],
)
def test_a_cell_over_several_rows_is_its_words_and_those_under_it_stay_in_their_columns(tall: str) -> None:
    body = rf"Path & Step & B \\ {tall} & One & 0.31 \\ & Two & 0.22 \\"
    assert rows(rf"\begin{{tabular}}{{llc}} {body} \end{{tabular}}") == [
        ["Path", "Step", "B"],
        ["Salt", "One", "0.31"],
        ["", "Two", "0.22"],
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (r"\begin{tabular}{l} Warm \\ ovens \end{tabular}", "Warm ovens"),
        (r"\begin{tabular}{@{}c@{}} Warm \\ \cline{1-1} ovens \\ \end{tabular}", "Warm ovens"),
        (r"\begin{tabular}{l} \begin{tabular}{l} Warm \\ ovens \end{tabular} \end{tabular}", "Warm ovens"),
        (r"Old and \begin{tabular}{l} warm \\ ovens \end{tabular}", "Old and warm ovens"),
    ],
)
def test_a_table_within_a_cell_is_the_words_of_this_cell(cell: str, shown: str) -> None:
    table = rf"\begin{{tabular}}{{lc}} Path & B \\ {cell} & 0.31 \\ Crust & 0.22 \\ \end{{tabular}}"
    assert rows(table) == [["Path", "B"], [shown, "0.31"], ["Crust", "0.22"]]


def test_an_ampersand_that_is_printed_parts_no_cells_and_less_than_is_no_tag() -> None:
    table = r"\begin{tabular}{lc} Path & p \\ Salt \& crust & <.001 \\ Joy & $<$ .05 \\ Calm & a <b \\ \end{tabular}"
    assert rows(table) == [["Path", "p"], ["Salt & crust", "<.001"], ["Joy", "< .05"], ["Calm", "a <b"]]


@pytest.mark.parametrize(
    "table",
    [
        r"\begin{table}[htbp] \centering \caption{Table 2. Paths of salt \& joy} TABULAR \end{table}",
        r"\begin{table*} TABULAR \caption*{Table 2. Paths of salt \& joy} \end{table*}",
        r"\begin{table} \captionsetup{labelformat=empty} \caption{Table 2. Paths of salt \& joy} TABULAR \end{table}",
        "Table 2. Paths of salt & joy\n\nTABULAR",
    ],
)
def test_the_caption_of_a_table_is_found_within_or_over_it(table: str) -> None:
    made = page(table.replace("TABULAR", rf"\begin{{tabular}}{{lc}} {BODY} \end{{tabular}}"), "Note. N = 210.")
    (grid,) = made.grids
    assert (grid.label, grid.caption, grid.notes) == ("Table 2", "Table 2. Paths of salt & joy", "Note. N = 210.")
    assert [made.of(b) for b in made.blocks if b.kind == "paragraph"] == ["Bakers were asked.", "Words behind."]


def test_two_tables_are_two_and_the_words_between_them_are_read() -> None:
    table = rf"\begin{{tabular}}{{lc}} {BODY} \end{{tabular}}"
    made = page(f"Table 1. Old ovens\n\n{table}\n\nNew ovens were warmer.\n\nTable 2. New ovens\n\n{table}")
    assert [grid.caption for grid in made.grids] == ["Table 1. Old ovens", "Table 2. New ovens"]
    assert "New ovens were warmer." in [made.of(block) for block in made.blocks]


@pytest.mark.parametrize(
    "text",
    [
        r"Salt \& joy \\ crust & ovens",
        r"\begin{tabular}{lc} Salt & 0.31 \\ Crust & 0.22",
        r"\begin{align} a & b \\ c & d \end{align}",
    ],
)
def test_what_is_no_whole_table_stays_as_it_is(text: str) -> None:
    assert as_html(text) == text
