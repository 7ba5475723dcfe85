"""Hypotheses that point to the link which an earlier one states: `this relationship to be mediated by calm (H2)`."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand

_PAPER = "# Ovens and joy: a survey\n\nAnna Roe\n\n## Introduction\n\n{}\n\n## Method\n\nWe asked bakers.\n"
Ends = tuple[str | None, str | None, str | None, str | None]


def stated(text: str) -> dict[str, Ends]:
    (record,) = understand(markdown.to_source(_PAPER.format(text).encode()))
    return {h.label: (h.from_, h.to, h.via, h.moderator) for h in record.hypotheses}


@pytest.mark.parametrize(
    ("text", "label", "ends"),
    [
        ("We expected this relationship to be mediated by frost (H2).", "H2", ("salt", "joy", "frost", None)),
        ("We expected this relationship to be mediated by frost (H2a) and by rye (H2b).", "H2b", ("salt", "joy", "rye", None)),
        ("This effect was expected to be mediated by calm (H2) and moderated by age (H3).", "H3", ("salt", "joy", None, "age")),
        ("We expected this effect to be moderated by age (H2).", "H2", ("salt", "joy", None, "age")),
        ("Hence, we expected a mediation via crust (H2).", "H2", ("salt", "joy", "crust", None)),
        ("We hypothesized a mediation via crust as well (H2), with less confidence.", "H2", ("salt", "joy", "crust", None)),
    ],
)  # fmt: skip
def test_the_ends_are_those_of_the_link_before(text: str, label: str, ends: Ends) -> None:
    assert stated(f"We expected salt to be positively related to joy (H1). {text}")[label] == ends


def test_a_mediation_goes_between_the_ends_of_the_last_one() -> None:
    told = stated(
        "We expected rye to raise joy (H1). We expected frost to mediate the association between salt and fear (H2a). "
        "We also expected a mediation via crust (H2b)."
    )
    assert told["H2b"] == ("salt", "fear", "crust", None)


@pytest.mark.parametrize(
    "text",
    [
        "H2: The indirect effect via pride is weaker when frost is high.",
        "We expected a mediation via crust of the effect on fear (H2).",
    ],
)
def test_what_says_more_of_its_link_takes_no_ends_of_another(text: str) -> None:
    told = stated(f"H1: Salt raises joy.\n\n{text}")
    assert told["H2"][:2] != ("Salt", "joy")


def test_nothing_is_pointed_to_where_no_link_was_stated() -> None:
    assert stated("We expected this relationship to be mediated by frost (H2).")["H2"][:2] == (None, None)


def test_a_label_alone_at_the_end_of_a_line_is_of_the_sentence_before_it() -> None:
    told = stated(
        "We expected calm to raise fear (H1). As salt keeps people warm, we expected frost to mediate the association between salt and joy\n"
        "(H2a). Crust may serve as a remedy for rye; hence, we expected a mediation via crust (H2b)."
    )
    assert told["H2a"] == ("salt", "joy", "frost", None)
    assert told["H2b"] == ("salt", "joy", "crust", None)


def test_whom_something_is_kept_from_begins_no_link() -> None:
    text = "As frost keeps bakers from rye, we expected frost to mediate the association between salt and joy (H1)."
    assert stated(text)["H1"] == ("salt", "joy", "frost", None)
