"""Descriptives, demographics, explained variance and fsQCA from invented tables."""

import pytest

from tests.read.tables.invented import edges, read


def test_descriptives() -> None:
    found = read(
        "Construct|No. of items|Mean|SD|Alpha\nTrust|4|4.11|0.82|.88\nLoyalty|3|3.92|1.01|.84", "Descriptive statistics"
    )
    assert [(d.value.name, d.value.items, d.value.mean, d.value.sd) for d in found.descriptives] == [
        ("Trust", "4", "4.11", "0.82"),
        ("Loyalty", "3", "3.92", "1.01"),
    ]
    paired = read("Variable|Mean (SD)\nTrust|4.11 (0.82)\nLoyalty|3.92 (1.01)", "Descriptive statistics")
    assert [(d.value.mean, d.value.sd) for d in paired.descriptives] == [("4.11", "0.82"), ("3.92", "1.01")]
    grouped = read(
        "Variable|Male|<|Female|<\n|M|SD|M|SD\nTrust|4.1|0.8|4.0|0.9\nRisk|3.1|0.7|3.0|0.6", "Descriptive statistics"
    )
    assert {d.value.group for d in grouped.descriptives} == {"Male", "Female"}
    fused = read(
        "|||Score||||\nTask|N|Mean Minimum Maximum|<|<|SD\nReasoning|784|28.99|14|35|3.21\nVocabulary|784|58.44|27|78|7.81",
        "Descriptive statistics",
    )
    assert next((d.value.mean, d.value.scale_min, d.value.scale_max, d.value.sd) for d in fused.descriptives) == (
        "28.99",
        "14",
        "35",
        "3.21",
    )


def test_items_are_no_scales() -> None:
    assert not read("Construct|Item|Mean|SD\nTrust|TR1|4.1|0.8\n|TR2|4.0|0.9", "Descriptive statistics").descriptives


def _cells(
    table: str, caption: str = "Demographic profile of respondents"
) -> dict[str, list[tuple[str, str | None, str | None]]]:
    found = read(table, caption)
    return {g.variable: [(c.label, c.count, c.percent) for c in g.cells] for s in found.samples for g in s.value.groups}


def test_demographics() -> None:
    expected = {
        "Gender": [("Male", "160", "51.3"), ("Female", "152", "48.7")],
        "Age": [("18-25", "100", "32.1"), (">35", "212", "67.9")],
    }
    assert (
        _cells(
            "Characteristic|Category|Frequency|Percent\nGender|Male|160|51.3\n|Female|152|48.7\nAge|18-25|100|32.1\n|>35|212|67.9"
        )
        == expected
    )
    assert _cells("Variable|N|%\nGender\nMale|160|51.3\nFemale|152|48.7\nAge\n18-25|100|32.1\n>35|212|67.9") == expected
    assert _cells("Variable|N|%\nGender: Male|160|51.3\nFemale|152|48.7\nAge: 18-25|100|32.1\n>35|212|67.9") != {}
    assert (
        _cells("Measure|Item|n (%)\nGender|Male|160 (51.3)\n|Female|152 (48.7)\nAge|18-25|100 (32.1)\n|>35|212 (67.9)")
        == expected
    )
    side = _cells(
        "Trait|Category|N|%|Trait|Category|N|%\nGender|Male|160|51.3|Age|18-25|100|32.1\n|Female|152|48.7||>35|212|67.9"
    )
    assert side == expected or side == {}
    total = read("Variable|Category|N|%\nGender|Male|160|51.3\n|Female|152|48.7\n|Total|312|100", "Sample profile")
    assert total.samples[0].value.groups[0].total == "312"


def test_explained_variance() -> None:
    found = read("Construct|R²|Adjusted R²|Q²\nLoyalty|0.45|0.44|0.31\nTrust|0.22|0.21|0.15", "Explained variance")
    assert [(s.value.outcome, s.value.r2, s.value.r2_adj, s.value.q2) for s in found.structural] == [
        ("Loyalty", "0.45", "0.44", "0.31"),
        ("Trust", "0.22", "0.21", "0.15"),
    ]


def test_configurations_as_columns() -> None:
    found = read(
        "|S1|S2\nTrust|●|●\nRisk|⊗|\nPrice||●\nConsistency|0.91|0.93\nRaw coverage|0.42|0.35\nUnique coverage|0.11|0.05\nSolution consistency|0.90|\nSolution coverage|0.52|",
        "Configurations for high loyalty (fsQCA)",
    )
    solution = found.fsqca[0].value
    assert [(c.id, c.terms, c.consistency, c.raw_coverage, c.unique_coverage) for c in solution.configs] == [
        ("S1", "Trust*~Risk", "0.91", "0.42", "0.11"),
        ("S2", "Trust*Price", "0.93", "0.35", "0.05"),
    ]
    assert (solution.solution_consistency, solution.solution_coverage) == ("0.90", "0.52")


def test_configurations_as_rows() -> None:
    found = read(
        "Configuration|Raw coverage|Unique coverage|Consistency\nTrust*~Risk|0.42|0.11|0.91\nTrust*Price|0.35|0.05|0.93\nSolution coverage: 0.52\nSolution consistency: 0.90",
        "fsQCA solutions",
    )
    solution = found.fsqca[0].value
    assert [(c.terms, c.raw_coverage) for c in solution.configs] == [("Trust*~Risk", "0.42"), ("Trust*Price", "0.35")]
    assert (solution.solution_coverage, solution.solution_consistency) == ("0.52", "0.90")
    rows = read(
        "Configuration|Raw coverage|Unique coverage|Consistency\nTrust*~Risk|0.42|0.11|0.91\nTrust*Price|0.35|0.05|0.93\nSolution coverage|0.52||\nSolution consistency|0.90||",
        "fsQCA solutions",
    )
    assert rows.fsqca[0].value.solution_coverage == "0.52"


def test_groups_in_a_column_of_their_own() -> None:
    found = read(
        "Variable|Group|n|M|SD\nTrust|Male|160|4.1|0.8\n|Female|152|4.0|0.9", "Descriptive statistics by gender"
    )
    assert [(d.value.name, d.value.group, d.value.mean) for d in found.descriptives] == [
        ("Trust", "Male", "4.1"),
        ("Trust", "Female", "4.0"),
    ]


def test_what_looks_alike_and_is_not() -> None:
    other_studies = read(
        "Study|Sample|Key finding|R2\nSmith (2010)|312|Trust → loyalty|0.45\nJones (2012)|210|Price → loyalty|0.31",
        "Studies",
    )
    assert not other_studies.structural
    assert not other_studies.paths
    necessity = read(
        "Condition|Consistency|Coverage\nTrust|0.81|0.75\n~Trust|0.45|0.51", "Analysis of necessary conditions"
    )
    assert not any(f.value.configs for f in necessity.fsqca)
    for table, caption in (
        ("Cluster|n|Trust|Loyalty|Risk\n1|120|4.11|3.92|2.20\n2|132|3.15|2.92|3.20", "Cluster means"),
        ("Source|SS|df|MS|F|p\nBetween|12.1|2|6.05|5.1|.007\nWithin|301.2|309|0.97||", "ANOVA"),
        (
            "Component|Eigenvalue|% of variance|Cumulative %\n1|5.2|32.1|32.1\n2|2.1|14.2|46.3",
            "Total variance explained",
        ),
        ("Test|Value\nKMO|0.912\nBartlett χ2|2854.87\ndf|253\nSig.|0.000", "KMO and Bartlett test"),
        (
            "Model|Accuracy|Precision|Recall|F1\nSVM|0.91|0.90|0.89|0.90\nCNN|0.93|0.92|0.91|0.92",
            "Performance of classifiers",
        ),
        (
            "Path|Permutation mean difference|2.5%|97.5%|p-value\nPU → BI|0.02|-0.11|0.12|0.41",
            "Multi-group differences",
        ),
        ("Constructs|Importance|Performance\nPU|0.31|62.1\nPEOU|0.12|71.2", "Importance and performance"),
    ):
        found = read(table, caption)
        said = (found.paths, found.constructs, found.correlations, found.fit, found.effects, found.structural)
        assert said == ((),) * 6, caption


def test_numbered_configurations() -> None:
    found = read(
        "Condition|1|2\nTrust|●|●\nRisk|⊗|\nPrice||●\nConsistency|0.91|0.93\nRaw coverage|0.42|0.35\nUnique coverage|0.11|0.05\nOverall solution consistency|0.90|\nOverall solution coverage|0.52|",
        "Configurations for high loyalty (fsQCA)",
    )
    solution = found.fsqca[0].value
    assert [(c.id, c.terms, c.consistency) for c in solution.configs] == [
        ("1", "Trust*~Risk", "0.91"),
        ("2", "Trust*Price", "0.93"),
    ]
    assert (solution.solution_consistency, solution.solution_coverage) == ("0.90", "0.52")


@pytest.mark.parametrize(
    "head", ["#Predictor|Boys|Girls\n#^|(1)|(2)", "#Predictor|(1)|(2)\n#^|Boys|Girls", "#Predictor|Boys|Girls"]
)
def test_samples_over_or_below_the_numbers_of_their_equations(head: str) -> None:
    found = read(
        f"{head}\nCrust|.31**|.11\nSalt|.22*|.02\nRye|.12|.22*\nN|310|284",
        "Standardized regression coefficients; the dependent variable is joy",
    )
    assert {("Crust", "joy", ".31", "Boys"), ("Rye", "joy", ".22", "Girls")} <= edges(found)


def test_samples_by_what_they_answered() -> None:
    found = read(
        "#Predictor|University degree|<|Oven at home|<\n#^|Yes|No|Yes|No\nCrust|.31**|.11|.21*|.13\n"
        "Salt|.22*|.02|.23*|.12\nRye|.12|.22*|.24*|.14\nN|310|284|201|393",
        "Standardized regression coefficients; the dependent variable is joy",
    )
    assert {(value, group) for name, _, value, group in edges(found) if name == "Crust"} == {
        (".31", "University degree"),
        (".11", "No university degree"),
        (".21", "Oven at home"),
        (".13", "No oven at home"),
    }


def test_the_factors_of_a_growth_model_are_of_what_grows() -> None:
    found = read(
        "#Predictor|Joy|<|Calm|<\n#^|Intercept|Slope|Intercept|Slope\nCrust|.31**|.11|.21*|.12\n"
        "Salt|.22*|.02|.41**|.14\nRye|.12|.22*|.32**|.15",
        "Standardized coefficients of the growth models",
    )
    assert {(to, value) for name, to, value, _ in edges(found) if name == "Crust"} == {
        ("Joy intercept", ".31"),
        ("Joy slope", ".11"),
        ("Calm intercept", ".21"),
        ("Calm slope", ".12"),
    }


def test_a_category_that_ran_into_the_name_of_its_variable() -> None:
    table = (
        "Variable|Category|Frequency|Percent\nGender|Female|60|60.0\n|Male|40|40.0\n"
        "Oven training None||30|30.0\n|Some|50|50.0\n|Much|20|20.0"
    )
    assert [label for label, _, _ in _cells(table)["Oven training"]] == ["None", "Some", "Much"]
    total = _cells(f"{table}\nTotal respondents||100|100.0")
    assert set(total) == {"Gender", "Oven training"}
    headed = (
        "Variable|Category|Frequency|Percent\nOven size|||\n|Small|60|60.0\n|Large|40|40.0\n"
        "Gender|Female|60|60.0\n|Male|40|40.0"
    )
    assert set(_cells(headed)) == {"Oven size", "Gender"}


def test_counts_of_several_groups_told_in_their_headings_are_not_of_all() -> None:
    table = "Characteristic|Category|Norway n|%|Sweden n|%\nGender|Women|152|60.6|139|59.1\n|Men|99|39.4|96|40.9\nAge|Under 30|74|29.5|83|35.3\n|30 and over|177|70.5|152|64.7\n"
    assert not any(f.value.groups for f in read(table, "Sample characteristics").samples)
