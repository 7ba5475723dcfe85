"""What is said beside a name in a cell: roles, sorts, models, statistics, samples; and rows that are no predictors."""

import pytest

from evidence.read.tables.legend import legend
from evidence.read.tables.view import named
from tests.read.tables.invented import correlations, edges, loadings, read, reliability


def ends(table: str, caption: str = "Regression", notes: str = "") -> set[tuple[str, str, str | None]]:
    return {(a, b, value) for a, b, value, _ in edges(read(table, caption, notes))}


SALT_AND_CRUST = "{}|.31|.05|.01\n{}|.22|.05|.01"
ON_JOY = {("Salt", "joy", ".31"), ("Crust", "joy", ".22")}


@pytest.mark.parametrize(
    ("salt", "crust"),
    [
        ("X: Salt", "M1: Crust"),
        ("X1 : Salt", "W: Crust"),
        ("Salt (covariate)", "Crust (control variable)"),
        ("Salt (control)", "Y: Crust"),
    ],
)
def test_the_role_of_a_variable_is_no_part_of_its_name(salt: str, crust: str) -> None:
    assert ends("Predictor|B|SE|p\n" + SALT_AND_CRUST.format(salt, crust), "Regression on joy") == ON_JOY


@pytest.mark.parametrize("name", ["Salt (controlled)", "Xanthan: fine"])
def test_what_only_looks_like_a_role_stays(name: str) -> None:
    told = ends("Predictor|B|SE|p\n" + SALT_AND_CRUST.format(name, "Crust"), "Regression on joy")
    assert told == {(name, "joy", ".31"), ("Crust", "joy", ".22")}


@pytest.mark.parametrize(
    "row",
    ["Total effect|.44|.10|.01", "Indirect effect through frost|.12|.10|.02", "Conditional direct effect|.31|.10|.01"],
)
def test_a_sort_of_effect_is_no_predictor(row: str) -> None:
    assert ends(f"Predictor|B|SE|p\n{SALT_AND_CRUST.format('Salt', 'Crust')}\n{row}", "Regression on joy") == ON_JOY


@pytest.mark.parametrize("row", ["σ²|.44|.10|.01", "τ00|.12|.10|.02", "σ2 e|.31|.10|.01"])
def test_variances_of_a_multilevel_model_are_no_predictors(row: str) -> None:
    assert ends(f"Predictor|B|SE|p\n{SALT_AND_CRUST.format('Salt', 'Crust')}\n{row}", "Regression on joy") == ON_JOY


@pytest.mark.parametrize(
    "heads",
    ["Category|Variable", "Block|Predictors", "|Variable", "Type|Independent variables", "Dimension|Variable name"],
)
def test_categories_beside_variables_name_no_predictor(heads: str) -> None:
    table = f"{heads}|B|SE|p\nBaker|Salt|.31|.05|.01\n|Crust|.22|.05|.01\nOven|Heat|.12|.05|.01"
    assert ends(table, "Results. Dependent variable: joy") == {*ON_JOY, ("Heat", "joy", ".12")}


@pytest.mark.parametrize("among", ["joy among bakers", "joy amongst the old", "joy"])
def test_among_whom_an_outcome_was_asked_is_no_part_of_it(among: str) -> None:
    assert ends("Predictor|B|SE|p\n" + SALT_AND_CRUST.format("Salt", "Crust"), f"Dependent variable: {among}") == ON_JOY


def test_an_outcome_behind_the_number_of_its_model() -> None:
    table = "Predictor|Model 1 {}|Model 2 {}\nSalt|.31**|.21*\nCrust|.22*|.11"
    caption = "Results of regression, standardized coefficients"
    assert {x[1] for x in ends(table.format("Work joy", "Home calm"), caption)} == {"Work joy", "Home calm"}
    steps = ends(table.format("Control variables", "Main effects"), caption.replace("regression", "regression on joy"))
    assert {x[1] for x in steps} <= {"joy"}


@pytest.mark.parametrize("head", ["{} B [95% CI]", "{} β (95% CI)", "{}, B [95% CI]", "{} Coeff. (SE)"])
def test_an_outcome_before_the_statistic_and_its_interval(head: str) -> None:
    cells = ("[.21, .41]", "[.02, .22]", "[.12, .32]", "[.03, .23]") if "CI" in head else ("(.05)",) * 4
    table = f"Predictor|{head.format('Joy')}|{head.format('Calm')}\nSalt|.31 {{}}|.12 {{}}\nCrust|.22 {{}}|.13 {{}}"
    assert ends(table.format(*cells), "Regressions") == {
        ("Salt", "Joy", ".31"),
        ("Salt", "Calm", ".12"),
        ("Crust", "Joy", ".22"),
        ("Crust", "Calm", ".13"),
    }


@pytest.mark.parametrize(
    "row",
    [
        "Ratio of indirect to total effect of salt on joy",
        "Proportion of the direct effect of salt on joy",
        "Share of indirect effect of salt on joy",
    ],
)
def test_the_share_of_an_effect_is_no_effect(row: str) -> None:
    table = "Effect|B|SE|95% CI\nTotal effect of salt on joy|.31|.05|[.21, .41]\nDirect effect of salt on joy|.21|.05|[.11, .31]"
    assert ends(f"{table}\n{row}|.32|.05|[.22, .42]", "Effects") == {("salt", "joy", ".31"), ("salt", "joy", ".21")}


def test_an_alpha_beside_the_name_of_its_construct() -> None:
    table = "Item|Loading\nJoy of baking α = .86|\nI bake|.71\nI sing|.73\nSalt love α = .82|\nI knead|.74\nI taste|.75"
    assert reliability(read(table, "Factor analysis")) == {
        ("Joy of baking", ".86", None, None),
        ("Salt love", ".82", None, None),
    }


@pytest.mark.parametrize("note", ["Note: ", "Notes: ", ""])
def test_short_names_parted_from_long_ones_by_a_hyphen(note: str) -> None:
    said = legend(f"{note}ENT - Entrepreneurial joy, CRU - Crust of bread.")
    assert said.meanings == {"ENT": "Entrepreneurial joy", "CRU": "Crust of bread"}
    assert legend("Note: Salt - and joy. Rye - Dark bread.").meanings == {}


def test_a_note_is_no_short_name() -> None:
    assert legend("Note: Entrepreneurial joy and crust").meanings == {}
    assert legend("Notes - Joy of baking; JOY = Joy of baking").meanings == {"JOY": "Joy of baking"}


def test_internal_consistencies_are_alphas() -> None:
    assert legend("Internal consistencies are on the diagonal.").diagonal == "alpha"


ITEMS = "Item|Loading\nWe bake gladly|.71\nWe sing gladly|.73\nWe hum|.77"


@pytest.mark.parametrize(
    "head", ["Appendix A", "Questionnaire", "Pattern matrix", "Descriptives", "Survey", "Constructs"]
)
def test_what_kind_of_table_it_is_names_no_construct(head: str) -> None:
    assert loadings(read(ITEMS, f"{head}: the three items")) == set()
    assert {x[0] for x in loadings(read(ITEMS, "Bread joy: the three items"))} == {"Bread joy"}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Effects on bread use (t values in parentheses)", "t"),
        ("Regression on continued use, p-values in brackets", "p"),
        ("Causes and courses of baking (t statistics within parentheses)", "t"),
        ("Coefficients with SE in parentheses", "se"),
        ("Coefficients with SEs in parentheses", "se"),
        ("Coefficients (s.e.) of bread use", "se"),
        ("Effects on bread use (standard errors in parentheses)", "se"),
        ("Figures for bread use in parentheses", None),
    ],
)
def test_the_end_of_a_word_is_no_standard_error(said: str, held: str | None) -> None:
    assert legend(said).in_brackets == held


def test_t_values_in_the_brackets_of_a_table_on_use() -> None:
    table = "Predictor|Coefficient\nSalt|.31 (6.20)\nCrust|.22 (4.40)"
    found = read(table, "Regression on bread use (t values in parentheses)")
    assert [(p.value.to, p.value.stat, p.value.se) for p in found.paths] == [
        ("bread use", "6.20", None),
        ("bread use", "4.40", None),
    ]


MODELS = "#|{}|<|{}|<\n#Predictor|B|SE|B|SE\nSalt|.31|.05|.11|.05\nCrust|.21|.05|.32|.05"


@pytest.mark.parametrize(
    ("one", "two"), [("Model 1 JOY", "Model 2 CALM"), ("M1 JOY", "M2 OT"), ("Step 1 LOY", "Step 2 WOM")]
)
def test_an_outcome_in_capitals_behind_the_number_of_its_model(one: str, two: str) -> None:
    found = read(MODELS.format(one, two), "Results")
    outcomes = [x.split()[-1] for x in (one, two)]
    assert {(a, b, c) for a, b, c, _ in edges(found)} == {
        ("Salt", outcomes[0], ".31"),
        ("Crust", outcomes[0], ".21"),
        ("Salt", outcomes[1], ".11"),
        ("Crust", outcomes[1], ".32"),
    }


@pytest.mark.parametrize(
    ("one", "two"), [("Model 1 OLS", "Model 2 GLS"), ("Model 1 SEM", "Model 2 HLM"), ("M1 FE", "M2 RE")]
)
def test_a_method_behind_the_number_of_a_model_is_no_outcome(one: str, two: str) -> None:
    assert {b for _, b, *_ in edges(read(MODELS.format(one, two), "Regression of joy"))} == {"joy"}
    assert not read(MODELS.format(one, two), "Results").paths


@pytest.mark.parametrize("ran_in", ["Model 1", "Model 1 Model 2", "Step 1 B", "Equation 1"])
@pytest.mark.parametrize("caption", ["Regressions predicting joy", "Effects on joy"])
def test_a_heading_that_ran_into_the_caption_is_no_part_of_the_outcome(caption: str, ran_in: str) -> None:
    found = read("#|Model 1|<\n#Predictor|B|SE\nSalt|.31|.05\nCrust|.21|.05", f"{caption} {ran_in}")
    assert {b for _, b, *_ in edges(found)} == {"joy"}


def test_a_model_without_a_number_is_part_of_the_outcome() -> None:
    found = read("#Predictor|B|SE\nSalt|.31|.05\nCrust|.21|.05", "Regressions predicting role model admiration")
    assert {b for _, b, *_ in edges(found)} == {"role model admiration"}


PREDICTED = "#Predictor|B|SE|p\nJoy{0}|||\nSalt|.31|.05|.001\nCrust|.21|.05|.001\nCalm{0}|||\nSalt|.11|.05|.030\nJoy|.41|.05|.001"


@pytest.mark.parametrize(
    "said",
    [
        " predicted by",
        " was predicted by:",
        " is predicted from",
        ", predicted by",
        " as explained by",
        " regressed on",
        " (R² = .31) predicted by",
    ],
)
def test_an_outcome_that_is_predicted_by_the_rows_below_it(said: str) -> None:
    assert {e[:3] for e in edges(read(PREDICTED.format(said), "Results of the regressions"))} == {
        ("Salt", "Joy", ".31"),
        ("Crust", "Joy", ".21"),
        ("Salt", "Calm", ".11"),
        ("Joy", "Calm", ".41"),
    }


def test_a_heading_that_says_what_predicts_names_no_outcome() -> None:
    table = PREDICTED.format(" predicted by age").partition("\nCalm")[0]
    assert "Joy" not in {b for _, b, *_ in edges(read(table, "Results of the regressions"))}


@pytest.mark.parametrize("model", ["FULL", "MEN", "UK", "LOGIT", "SME"])
def test_capitals_behind_the_number_of_a_model_that_are_no_variable(model: str) -> None:
    table = f"#Predictor|Model 1 {model}|<|Model 2 ALL|<\n#|B|SE|B|SE\nSalt|.31|.05|.11|.05\nRye|.21|.05|.32|.05"
    assert {e[1] for e in edges(read(table, "Regression of joy"))} == {"joy"}


@pytest.mark.parametrize("caption", ["The role of joy", "Regression models of those who like joy"])
def test_a_caption_that_leads_up_to_a_name_has_not_swallowed_a_heading(caption: str) -> None:
    table = "#Predictor|B|SE|Calm B|SE\nSalt|.31|.05|.11|.05\nJoy|.21|.05|.32|.05"
    assert "Joy" not in {e[1] for e in edges(read(table, caption)) if e[0] == "Salt"}


def test_how_much_is_explained_is_no_outcome() -> None:
    table = "Predictor|B|SE\nVariance explained by||\nSalt|.31|.05\nRye|.21|.05"
    assert "Variance" not in {e[1] for e in edges(read(table, "Regression of joy"))}


TRIANGLE = "#|1|2|3\n{}|–||\n{}|.31|–|\n{}|.22|.12|–"


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("{}. {} α = .8{}", 1),
        ("({}) {} (α = .8{})", 1),
        ("{}. {}, Cronbach’s α = .8{}", 1),
        ("{}. {}; CR = 0.8{}", 2),
        ("{} {} AVE = .8{}.", 3),
    ],
)
def test_names_that_bring_their_reliability_along_are_names(name: str, at: int) -> None:
    names = ("Oven joy", "Salt", "Calm")
    found = read(TRIANGLE.format(*(name.format(i, one, i) for i, one in enumerate(names, 1))), "Correlations")
    assert correlations(found) == {("Oven joy", "Salt", ".31"), ("Calm", "Oven joy", ".22"), ("Calm", "Salt", ".12")}
    told = {(c[0], str(c[at])) for c in reliability(found)}
    zero = "0" if "0." in name else ""
    assert told == {("Oven joy", f"{zero}.81"), ("Salt", f"{zero}.82"), ("Calm", f"{zero}.83")}


@pytest.mark.parametrize("cell", ["α = .8{}", "{} = .8{}", "Salt = .8{}"])
def test_figures_without_a_name_or_sign_of_reliability_name_no_construct(cell: str) -> None:
    table = "#Value|CR|AVE\n" + "\n".join(f"{cell.format(i, i)}|.9{i}|.6{i}" for i in (1, 2, 3))
    assert not reliability(read(table, "Reliability"))


IN_ONE_CELL = "#Construct|Items\n{}|I bake\n|I sing\n{}|I knead\n|I taste"


@pytest.mark.parametrize(
    ("joy", "salt", "expected"),
    [
        (
            "Joy (JO) AVE 0.61 CR 0.85 α 0.81",
            "Salt (SA) AVE 0.62 CR 0.86 α 0.82",
            {("Joy", "0.81", "0.85", "0.61"), ("Salt", "0.82", "0.86", "0.62")},
        ),
        (
            "Joy Cronbach’s α .81 AVE .61",
            "Salt Cronbach’s α .82 AVE .62",
            {("Joy", ".81", None, ".61"), ("Salt", ".82", None, ".62")},
        ),
        (
            "Joy: alpha .81; CR .85",
            "Salt: alpha .82; CR .86",
            {("Joy", ".81", ".85", None), ("Salt", ".82", ".86", None)},
        ),
    ],
)
@pytest.mark.parametrize("heads", [False, True])
def test_a_construct_and_its_statistics_in_one_cell(
    joy: str, salt: str, expected: set[tuple[str | None, ...]], heads: bool
) -> None:
    rows = f"#Item|Loading\n{joy}|\nI bake|.71\nI sing|.73\n{salt}|\nI knead|.74\nI taste|.75"
    assert reliability(read(rows if heads else IN_ONE_CELL.format(joy, salt), "Items")) == expected


@pytest.mark.parametrize(
    ("joy", "salt"),
    [
        ("Joy α 0.81", "Salt α 0.82"),  # one figure alone, among names
        ("Joy CR 85 AVE 61", "Salt CR 86 AVE 62"),
        ("Joy α 1.81 CR 2.85", "Salt α 1.82 CR 2.86"),
        ("Joy OCR 0.61 OAVE 0.85", "Salt OCR 0.62 OAVE 0.86"),
        ("Joy CR1 0.61 AVE2 0.85", "Salt CR1 0.62 AVE2 0.86"),
        ("Joy SD 0.61 M 0.85", "Salt SD 0.62 M 0.86"),
    ],
)
def test_what_looks_like_statistics_in_the_cell_of_a_construct(joy: str, salt: str) -> None:
    assert not reliability(read(IN_ONE_CELL.format(joy, salt), "Items"))


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Joy AVE 0.61 CR 0.85", ("Joy", None)),
        ("Joy (JO) α .81", ("Joy", "JO")),
        ("Joy reliability .81", ("Joy", None)),
        ("Joy α 5", ("Joy α 5", None)),
        ("Joy AVE 0.6 and more", ("Joy AVE 0.6 and more", None)),
    ],
)
def test_a_figure_without_a_sign_is_no_part_of_the_name_before_it(cell: str, name: tuple[str, str | None]) -> None:
    assert named(cell) == name


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Correlations (JOB = joy of baking, SAL = salt love, CAL = calm)", {"JOB": "joy of baking", "SAL": "salt love", "CAL": "calm"}),
        ("Correlations. JOB = joy of baking; SAL = salt love; CAL = calm.", {"JOB": "joy of baking", "SAL": "salt love", "CAL": "calm"}),
        ("Correlations (JOB = joy of baking, SAL = salt love)", {}),  # too few to be a list
        ("Correlations JOB: joy of baking; SAL: salt love; CAL: calm", {}),
        ("Fit of three models: CFI = 0.95; TLI = 0.94; SRMR = 0.04", {}),
    ],
)  # fmt: skip
def test_short_names_that_a_caption_explains(caption: str, told: dict[str, str]) -> None:
    assert legend("", caption).meanings == told


@pytest.mark.parametrize(
    "above",
    [
        "On {}",
        "on {}:",
        "On {} (R2 = .31)",
        "On {} (R = .31)",
        "{} (R = .31)",
        "{}; R = .31",
        "On {} (R = .31, adjusted for the age, sex and town of all bakers who answered)",
    ],
)
def test_an_outcome_over_its_predictors_with_on_or_what_is_explained(above: str) -> None:
    table = PREDICTED.replace("Joy{0}", above.format("joy")).replace("Calm{0}", above.format("calm"))
    assert {e[:3] for e in edges(read(table, "Results of the regressions"))} == {
        ("Salt", "joy", ".31"),
        ("Crust", "joy", ".21"),
        ("Salt", "calm", ".11"),
        ("Joy", "calm", ".41"),
    }


@pytest.mark.parametrize("above", ["Upon {}", "Online {}", "{} (N = 31)", "{} (SR = .31)", "{} on weekdays"])
def test_a_heading_over_rows_that_names_no_outcome(above: str) -> None:
    table = PREDICTED.replace("Joy{0}", above.format("joy")).replace("Calm{0}", above.format("calm"))
    assert not read(table, "Results of the regressions").paths


@pytest.mark.parametrize("said", ["Independent variables: salt and crust", "Independent variables are crust and salt"])
def test_independent_variables_are_no_outcome(said: str) -> None:
    table = "Predictor|B|SE|p\n" + SALT_AND_CRUST.format("Salt", "Crust")
    assert {b for _, b, _ in ends(table, "Regression on joy", said)} == {"joy"}
    assert not read(table, f"Results. {said}").paths
    assert {b for _, b, _ in ends(table, "Results. Dependent variable: joy")} == {"joy"}


@pytest.mark.parametrize("row", ["1 (Constant)", "2 (Intercept)", "(Constant)"])
def test_the_constant_behind_the_number_of_its_model_is_no_predictor(row: str) -> None:
    table = f"Predictor|B|SE|p\n{row}|1.31|.15|.01\n{SALT_AND_CRUST.format('Salt', 'Crust')}"
    assert ends(table, "Regression on joy") == ON_JOY


@pytest.mark.parametrize(("said", "outcomes"), [("Independent", []), ("Dependent", ["joy"])])
def test_collinearity_is_of_a_dependent_variable(said: str, outcomes: list[str]) -> None:
    found = read("#Predictor|Tolerance|VIF\nSalt|.71|1.41\nCrust|.72|1.39", f"Collinearity. {said} variable: joy")
    assert [one.value.outcome for one in found.structural] == outcomes


@pytest.mark.parametrize("heading", ["On average", "On the whole", "On weekdays"])
def test_what_only_begins_like_the_heading_of_an_outcome(heading: str) -> None:
    rows = "Salt|.31|.05|.01\nRye|.21|.05|.02"
    found = read(f"Predictor|B|SE|p\n{heading}|||\n{rows}\nOn calm|||\n{rows}", "Regression")
    assert {e[1] for e in edges(found)} == {"calm"}
