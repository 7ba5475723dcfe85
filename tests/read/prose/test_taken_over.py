"""What a sentence takes over from the one before it, and lists that name both ends of each path."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand


def paths(text: str) -> set[tuple[str, str, str]]:
    page = f"# On bread and joy of bakers\n\n## Results\n\n{text}\n"
    record = understand(markdown.to_source(page.encode()))[0]
    return {(p.from_.lower(), p.to.lower(), str(p.beta or p.b)) for p in record.paths}


def judged(text: str) -> dict[str, str | None]:
    page = f"# On bread and joy of bakers\n\n## Results\n\n{text}\n"
    return {h.label: h.verdict for h in understand(markdown.to_source(page.encode()))[0].hypotheses}


def test_of_whom_no_effect_was_found_is_another_source() -> None:
    text = (
        "Salt (β = .30, p < .001) had a positive effect on joy. Crust had a negative effect (β = −.18, p < .001). "
        "No significant effect was found for humour (β = .03, p = .59)."
    )
    assert paths(text) == {("salt", "joy", ".30"), ("crust", "joy", "-.18"), ("humour", "joy", ".03")}


def test_what_moderates_is_no_source_of_its_own() -> None:
    text = "Salt had a strong effect on joy (β = .48, p < .001). The moderating effect of frost was not significant (β = .03, p = .53)."
    assert paths(text) == {("salt", "joy", ".48"), ("salt × frost", "joy", ".03")}


@pytest.mark.parametrize(
    "text",
    [
        "The path coefficients from salt to crust, humour to crust and crust to joy were .45, .22 and .61, respectively.",
        "The coefficients for the paths from salt to crust, from humour to crust, and from crust to joy were .45, .22, and .61.",
    ],
)
def test_a_list_that_names_both_ends_of_each(text: str) -> None:
    assert paths(text) == {("salt", "crust", ".45"), ("humour", "crust", ".22"), ("crust", "joy", ".61")}


def test_a_list_of_ways_with_another_number_of_values_is_not_dealt_out() -> None:
    assert paths("The path coefficients from salt to crust and humour to crust were .45, .22 and .61.") == set()


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("H1–H4 received support; H5 did not.", ["supported"] * 4 + ["not supported"]),
        ("H1 (supported): Salt has a positive effect on joy.", ["supported"]),
        ("H1: Salt has a positive effect on joy. (Not supported)", ["not supported"]),
    ],
)
def test_a_verdict_beside_what_is_claimed(text: str, verdicts: list[str]) -> None:
    assert judged(text) == {f"H{i}": verdict for i, verdict in enumerate(verdicts, 1)}


def test_another_source_in_chinese() -> None:
    text = "脆度对喜悦的影响最大(β=0.268,p<0.001),咸度的影响较小但显著(β=0.127,p=0.005),而香气的影响未达到显著水平(β=0.073,p=0.096)。"
    assert paths(text) == {("脆度", "喜悦", "0.268"), ("咸度", "喜悦", "0.127"), ("香气", "喜悦", "0.073")}
