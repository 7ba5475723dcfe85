"""A hypothesis on `it`: the construct that the sentences above it speak of."""

import pytest

from evidence.read import markdown
from evidence.read.prose import understand
from evidence.read.prose.hypotheses.it_is import without_it


def stated(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    page = f"# Bread\n\n## Theory\n\n{text}\n\n## Results\n\nAll was well.\n"
    found = understand(markdown.to_source(page.encode())).hypotheses
    return [(f.value.label, f.value.from_, f.value.to, f.value.sign) for f in found]


@pytest.mark.parametrize(
    "above", ["Salt is the taste of the sea.", "Salt refers to a taste [3].", "Salt plays a part."]
)
@pytest.mark.parametrize(
    "expected",
    [
        "We expect it to be positively related to joy",
        "We therefore propose that it will be positively related to joy",
        "Therefore, it is expected to be positively related to joy",
        "Bakers like a taste. We expect it to increase joy",
    ],
)
def test_it_is_what_the_sentence_above_speaks_of(above: str, expected: str) -> None:
    assert stated(f"{above} {expected} (H1).") == [("H1", "Salt", "joy", "+")]


def test_it_of_two_hypotheses_in_one_sentence() -> None:
    told = stated("Salt refers to the taste of the sea. We expect it to be related to joy (H1) and to calm (H2).")
    assert told == [("H1", "Salt", "joy", None), ("H2", "Salt", "calm", None)]


def test_they_are_the_many_that_the_sentence_above_speaks_of() -> None:
    told = stated("Warm ovens are hot. We propose they will be positively related to joy (H1).")
    assert told == [("H1", "Warm ovens", "joy", "+")]


def test_the_last_of_two_that_are_spoken_of_is_it() -> None:
    above = "Salt is the taste of the sea. Crust is the skin of bread. We expected "
    assert without_it("it to be related to joy", above) == "Crust to be related to joy"


@pytest.mark.parametrize(
    "above",
    [
        "",
        "We like bread. ",
        "This is the taste of the sea. ",
        "Many are fond of bread. ",
        "Research is needed on salt. ",
        "In towns, salt is cheap. ",
    ],
)
def test_it_stays_where_nothing_is_spoken_of(above: str) -> None:
    assert without_it("it to be related to joy", above) == "it to be related to joy"


@pytest.mark.parametrize("said", ["salt to be related to joy", "it increases joy", "its crust to be related to joy"])
def test_a_statement_that_does_not_begin_with_it_stays(said: str) -> None:
    assert without_it(said, "Rye is the grain of the north. We expected ") == said


def test_it_is_nothing_that_was_spoken_of_far_above() -> None:
    between = "One bakes bread in ovens. " * 40
    assert without_it("it to be old", f"Salt is a taste. {between}We expected ") == "it to be old"


@pytest.mark.parametrize(
    "text",
    [
        "We like bread. We expect it to be related to joy (H1), and we expect it to be related to calm (H2).",
        "Bread is good. We assume it to affect joy (H1) and we assume it to affect calm (H2).",
    ],
)
def test_we_assume_it_is_no_name(text: str) -> None:
    assert {source for _, source, _, _ in stated(text)} <= {"Bread", None}


def test_it_is_the_same_for_a_second_label() -> None:
    said = "We expect it to be negatively related to fear (H1) and positively with joy (H2)."
    assert stated(f"Salt is the taste of the sea. {said}") == [("H1", "Salt", "fear", "-"), ("H2", "Salt", "joy", "+")]
