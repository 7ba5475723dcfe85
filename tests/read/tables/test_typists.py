"""Signs and names as typists and other languages set them: a sharp s for beta, numbers glued to names, outcomes in brackets."""

import pytest

from evidence.read.partial import Abbreviations
from evidence.read.tables import understand
from tests.read.tables.invented import correlations, paths, read, source


def test_a_sharp_s_on_its_own_is_beta() -> None:
    found = read("Predictor|ß|t\nHumour|.31|4.20\nWarmth|.12|1.30", "Multiple regression of joy")
    assert paths(found) == {(None, "Humour", "joy", ".31", "4.20", None), (None, "Warmth", "joy", ".12", "1.30", None)}


@pytest.mark.parametrize(
    ("caption", "outcome"),
    [
        ("Hierarchical regression of joy on age, warmth and salt", "joy"),
        ("Multiple regression of satisfaction with bread", "satisfaction with bread"),
        ("Multiple regression of joy with robust errors", "joy"),
    ],
)
def test_an_outcome_ends_where_its_predictors_begin(caption: str, outcome: str) -> None:
    matrix = (
        "Variable|1|2|3|4\n1. Humour|1|||\n2. Warmth|.2|1||\n3. Joy|.3|.4|1|\n4. Satisfaction with bread|.3|.3|.2|1"
    )
    table = "Predictor|B|SE|β|t\nHumour|.24|.05|.27|4.80\nWarmth|.30|.04|.37|7.50"
    found = understand(source(matrix, table, captions=["Correlations", caption]), Abbreviations({}))
    assert {p.value.to for p in found.paths} == {outcome}


@pytest.mark.parametrize("label", ["效标：", "因变量：", "结果变量："])
def test_outcomes_in_brackets_behind_chinese_equations(label: str) -> None:
    found = read(
        f"#变量|方程1（{label}喜悦）|<|方程2（{label}香气）|<\n#^|β|t|β|t\n脆度|0.36|9.00***|0.33|8.25***\n盐分|0.10|2.50*|0.01|0.25",
        "表4 回归分析",
    )
    assert {p.value.to for p in found.paths} == {"喜悦", "香气"}


def test_numbers_glued_to_chinese_names() -> None:
    found = read(
        "变量|M|SD|1|2|3\n1脆度|3.4|0.8|1||\n2年龄|2.9|0.9|0.41**|1|\n3喜悦|3.1|0.7|0.38**|0.47**|1", "表3 相关分析"
    )
    assert correlations(found) == {("年龄", "脆度", "0.41"), ("喜悦", "脆度", "0.38"), ("喜悦", "年龄", "0.47")}
