"""Tables that a page break cut in two, and headings that lost the one over the names."""

from dataclasses import replace

import pytest

from evidence.read.partial import Abbreviations, Findings
from evidence.read.tables import understand
from tests.read.tables.invented import source


def carried(*tables: str, caption: str) -> Findings:
    return understand(source(*tables, captions=[caption, "Table 1 (continued)"]), Abbreviations({}))


TOP = "#M|SD|α|1|2|3|4||\n1. Oven|4.1|.8|.82|–||||\n2. Crust|3.9|.7|.77|.18**|–|||"
REST = "3. Smell|3.2|.9|.86|.27**|.36**|–||\n4. Joy|4.4|.6|.84|.31**|.33**|.38**|–|"


@pytest.mark.parametrize("again", ["", TOP.split("\n")[0] + "\n"])
def test_a_square_goes_on_after_a_page(again: str) -> None:
    document = source(TOP, again + REST, captions=["Means, reliabilities and correlations", "Table 1 (continued)"])
    first, second = document.grids
    document = replace(document, grids=(first, replace(second, label=first.label)))
    found = understand(document, Abbreviations({}))
    assert [m.value.names for m in found.correlations] == [("Oven", "Crust", "Smell", "Joy")]
    assert {(d.value.name, str(d.value.mean), str(d.value.sd)) for d in found.descriptives} == {
        ("Oven", "4.1", ".8"),
        ("Crust", "3.9", ".7"),
        ("Smell", "3.2", ".9"),
        ("Joy", "4.4", ".6"),
    }


def test_a_part_with_a_column_more_than_the_headings_is_not_read_by_them() -> None:
    top = "#|CFI|TLI|RMSEA\nModel 1|.958|.953|.046\nModel 2|.945|.936|.051"
    assert len(carried(top, "Model 3|.951|.946|.047\nModel 4|.954|.949|.046", caption="Fit").fit) == 4
    wider = "Model 3|1,187.4|.951|.946|.047\nModel 4|1,121.1|.954|.949|.046"
    assert [f.value.label for f in carried(top, wider, caption="Fit").fit] == ["Model 1", "Model 2"]
