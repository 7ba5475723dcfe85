"""Indirect effects listed by mediator: whose they are, and what the mediators stand between."""

import pytest

from evidence.read import markdown
from evidence.read.prose import understand


def indirect(paragraph: str) -> list[tuple[str, str, str | None, str | None]]:
    page = f"# Bread and loyalty\n\n## Results\n\n{paragraph}\n"
    source = markdown.to_source(page.encode())
    found = understand(source).paths
    assert all(source.text[slice(*f.spans["beta"])] == f.value.beta for f in found if f.value.beta)
    return [(p.from_, p.to, p.via, p.beta) for f in found if (p := f.value).effect == "indirect"]


BOTH = [("crust", "loyalty", "joy", "0.05"), ("crust", "loyalty", "calm", "0.03")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "These results indicate that joy and calm mediated the relationship between crust and loyalty. More concretely, "
        "the mediating effects of joy and calm were 0.05 (0.37 × 0.14) and 0.03 (0.27 × 0.12), respectively.",
        "The indirect effects of crust on loyalty through joy and calm were 0.05 and 0.03, respectively.",
        "Joy and calm mediated the relationship between crust and loyalty. The indirect effects through joy and calm "
        "were 0.05 and 0.03, respectively.",
        "Joy and calm mediated the relationship between crust and loyalty. The indirect effect was 0.05 for joy and 0.03 for calm.",
        "The indirect effects of crust on loyalty through joy and calm were 0.05 (0.37 × 0.14) and 0.03 (0.27 × 0.12).",
    ],
)
def test_each_effect_goes_to_its_mediator(paragraph: str) -> None:
    assert [(a.lower(), b.lower(), (m or "").lower(), v) for a, b, m, v in indirect(paragraph)] == BOTH


def test_in_the_order_in_which_they_are_named_now() -> None:
    told = "Joy and calm mediated the relationship between crust and loyalty. The indirect effects through calm and joy were 0.03 and 0.05."
    assert [(m, v) for _, _, m, v in indirect(told)] == [("calm", "0.03"), ("joy", "0.05")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The mediating effects of joy and calm were 0.05 and 0.03, respectively.",  # between what?
        "Joy and pride mediated the relationship between crust and loyalty. The mediating effects of joy and calm were 0.05 and 0.03.",
        "Joy and calm mediated the relationship between crust and loyalty. The mediating effects of joy and calm were 0.05, 0.04 and 0.03.",
    ],
)
def test_nothing_where_it_is_not_told_whose_they_are(paragraph: str) -> None:
    assert indirect(paragraph) == []
