"""Results that carry the label of their hypothesis and judge it by what they found, not by a word of judgement."""

import pytest

from evidence.read import markdown
from evidence.read.prose.verdicts.as_found import as_found
from evidence.read.understanding import understand
from tests.read.prose.test_numbers import said


def labels_found(text: str, section: str = "Results") -> list[str]:
    return [f.value.label for f in as_found(said(text, section=section)) if f.value.verdict == "supported"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Salt raised joy (H1) and lowered fear (H2).", ["H1", "H2"]),
        ("Salt was related to joy (β = .31, p < .01; H1).", ["H1"]),
        ("Joy was strongly raised by salt (H1).", ["H1"]),
        ("Salt had a strong effect on joy (H1).", ["H1"]),
        ("Salt contributed to joy (H1).", ["H1"]),
        ("Salt was linked to joy (H1), and crust to calm (H2).", ["H1", "H2"]),
        ("Salt was positively related to joy (H1).", ["H1"]),
        ("Positive mood raised joy (H1).", ["H1"]),
    ],
)
def test_a_result_behind_which_a_label_stands_supports_it(text: str, labels: list[str]) -> None:
    assert labels_found(text) == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Salt raised joy (H1) but not calm (H2).", ["H1"]),
        ("Salt raised joy (H1), and rye may lower fear (H2).", ["H1"]),
        ("Salt did not raise joy (H1).", []),
        ("Salt was unrelated to joy (H1).", []),
        ("Salt failed to raise joy (H1), which lowered fear (H2).", []),
        ("Salt was related to joy (b = .1, p = .31; H1).", []),
        ("Salt was related to joy (b = .1, p > .10; H1).", []),
    ],
)
def test_nothing_found_supports_nothing(text: str, labels: list[str]) -> None:
    assert labels_found(text) == labels


@pytest.mark.parametrize(
    "text",
    [
        "Salt should have raised joy (H1).",
        "We tested whether salt raised joy (H1).",
        "We assumed that salt raised joy (H1).",
        "Contrary to the rule, salt lowered joy (H1).",
        "Salt unexpectedly raised joy (H1).",
        "Salt only marginally raised joy (H1).",
        "Salt (H1) raised joy.",
        "Bread that was raised by salt (H1) pleased nobody.",
        "Salt and joy go together (H1).",
        "Salt was, as Doe posits, related to joy (H1).",
        "Salt raised joy (H1), which was rejected.",
        "Doe (2010) found that salt raised joy (H1).",
    ],
)
def test_expectations_surprises_and_judgements_are_no_results(text: str) -> None:
    assert labels_found(text) == []


@pytest.mark.parametrize(
    ("section", "labels"),
    [
        ("Findings", ["H1"]),
        ("Structural model", ["H1"]),
        ("Tests of hypotheses", ["H1"]),
        ("Theory", []),
        ("Conclusion", []),
        ("Measures", []),
        ("Implications of the results", []),
    ],
)
def test_only_where_results_are_reported(section: str, labels: list[str]) -> None:
    assert labels_found("Salt raised joy (H1).", section) == labels


@pytest.mark.parametrize(("later", "fear"), [("", "supported"), ("H2 was rejected.", "not supported")])
def test_what_the_paper_says_of_a_hypothesis_itself_stands_over_what_it_found(later: str, fear: str) -> None:
    page = (
        "# On bread\n\n## Theory\n\nH1: Salt raises joy.\n\nH2: Salt lowers fear.\n\n"
        f"## Results\n\nSalt raised joy (H1) and lowered fear (H2).\n\n## Discussion\n\nBread is old. {later}\n"
    )
    (record,) = understand(markdown.to_source(page.encode()))
    assert {h.label: (h.to, h.verdict) for h in record.hypotheses} == {
        "H1": ("joy", "supported"),
        "H2": ("fear", fear),
    }
