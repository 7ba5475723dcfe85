"""Hypotheses written for these tests, announced, recalled and numbered in the many ways of papers."""

import pytest

from evidence.read.markdown import READER
from evidence.read.understanding import understand

# The text, then `label from>to` of each hypothesis.
TEXTS = (
    "We thus hypothesised that anticipated frost is positively associated with joy (H1). | H1 anticipated frost>joy",
    "We saw this before. Hence salt intake is related to joy (H1). | H1 salt intake>joy",
    "We expect that fear for the oven lowers joy (H1). | H1 fear for the oven>joy",
    "We suppose that salt increases (H1), and frost decreases (H2), the joy of bakers. | H1 salt>joy of bakers;H2 frost>joy of bakers",
    "H1: The effect of trust in the oven on joy is stronger for women than for men. | H1 trust in the oven>joy",
    "H1: The love of the oven is weaker when the frost is high. | H1 frost>love of the oven",
    "H1: The greater the salt of the loaf, the smaller the joy of bakers. | H1 salt of the loaf>joy of bakers",
    "H1: The better the support given to bakers, the poorer their mood. | H1 support given to bakers>mood",
    "We expect that calm will strengthen the relation of salt with joy: when calm is high, salt should matter more (H1). | H1 salt>joy",
    "Both crust (H1) and salt (H2) are held to increase joy. | H1 crust>joy;H2 salt>joy",
    "Crust is thought to increase joy (H1) and to lower fear (H2). | H1 crust>joy;H2 Crust>fear",
    "So crust ought to raise joy too (H1). | H1 crust>joy",
    "Our first hypothesis (H1), according to which salt intake lifts joy, can be maintained. | H1 salt intake>joy",
    "H1, which stated that salt intake affects joy, was supported. | H1 salt intake>joy",
    "Hypothesis 1 predicted that salt intake raises joy. It was supported. | H1 salt intake>joy",
    "H1 that salt intake raises joy was supported. | H1 salt intake>joy",
    "H1 (salt intake raises joy) was supported. | H1 salt intake>joy",
    "H1 (salt intake → joy) was supported. | H1 salt intake>joy",
    "Salt intake was related to joy (β = .37, p < .01), thus supporting H1. Crust was unrelated to mood (β = .02), thus failing to support H2. | H1 Salt intake>joy;H2 Crust>mood",
    "In line with H1, salt intake raised joy. | H1 salt intake>joy",
    "As H1 predicted, salt intake affected joy. | H1 salt intake>joy",
    "Salt intake raised joy, which confirms H1. | H1 Salt intake>joy",
    "The effect of salt intake on joy was significant, so H1 is accepted. | H1 salt intake>joy",
    "Contrary to H1, salt intake did not affect joy. | H1 salt intake>joy",
    "The second hypothesis (H2), which concerned the effect of crust on mood, found support. | H2 crust>mood",
    "This leads to H1: Salt intake is positively related to joy. Bread is tasty. This leads to H2: Crust is related to mood. | H1 Salt intake>joy;H2 Crust>mood",
    "So we suppose that salt (H1a), crust (H1b) and smell (H1c) of the loaf have some influence on joy. | H1a salt>joy;H1b crust>joy;H1c smell>joy",
    "We expect salt (H1) and crust (H2) of the loaf to raise joy. | H1 salt>joy;H2 crust>joy",
    "H1: (a) Salt intake, (b) crust and (c) smell are positively related to joy. | H1a Salt intake>joy;H1b crust>joy;H1c smell>joy",
    "H1. Salt intake positively affects a) joy, b) mood, and c) trust. | H1a Salt intake>joy;H1b Salt intake>mood;H1c Salt intake>trust",
    "H1a-b: Salt intake affects (a) joy and (b) mood. | H1a Salt intake>joy;H1b Salt intake>mood",
    "H1a: Salt intake raises joy. H1b: Crust raises joy. | H1a Salt intake>joy;H1b Crust>joy",
    "H2 (+): Salt intake raises joy. | H2 Salt intake>joy",
    "H1(+) Salt intake raises joy. | H1 Salt intake>joy",
    "Hypothesis 1 (H1): Salt intake raises joy. | H1 Salt intake>joy",
    "Hypothesis 1 - Salt intake raises joy. | H1 Salt intake>joy",
    "Hypothesis 1. Salt intake raises joy. | H1 Salt intake>joy",
    "[H1] Salt intake raises joy. | H1 Salt intake>joy",
    "(H1) Salt intake raises joy. | H1 Salt intake>joy",
    "H1 = Salt intake raises joy. | H1 Salt intake>joy",
    "H1 – Salt intake raises joy | H1 Salt intake>joy",
    "H1 Salt intake raises joy. | H1 Salt intake>joy",
    "H-1: Salt intake raises joy. | H1 Salt intake>joy",
    "H.1: Salt intake raises joy. | H1 Salt intake>joy",
    "H#1: Salt intake raises joy. | H1 Salt intake>joy",
    "HYPOTHESIS 1: Salt intake raises joy. | H1 Salt intake>joy",
    "Hypothesis No. 1: Salt intake raises joy. | H1 Salt intake>joy",
    "Hypothesis One: Salt intake raises joy. Hypothesis Two: Crust raises mood. | H1 Salt intake>joy;H2 Crust>mood",
    "Proposition 1: Salt intake raises joy. | P1 Salt intake>joy",
    "P1: Salt intake raises joy. P2: Crust raises mood. | P1 Salt intake>joy;P2 Crust>mood",
    "Research hypothesis 1: Salt intake raises joy. | H1 Salt intake>joy",
    "The null hypotheses are: H01: There is no significant relationship between salt intake and joy. H02: There is no significant effect of crust on mood. | H01 salt intake>joy;H02 crust>mood",
    "Ho1: Salt intake has no significant effect on joy. Ho2: Crust has no influence on mood. | H01 Salt intake>joy;H02 Crust>mood",
    "Ha1: Salt intake has a significant effect on joy. Ha2: Crust has an influence on mood. | Ha1 Salt intake>joy;Ha2 Crust>mood",
    "H1: It is expected that salt intake raises joy. | H1 salt intake>joy",
    "H1: We expect salt intake to raise joy. | H1 salt intake>joy",
    "H1: Salt intake is expected to raise joy. | H1 Salt intake>joy",
    "We hypothesize: salt intake raises joy (H1); crust raises mood (H2). | H1 salt intake>joy;H2 crust>mood",
    "It was hypothesized that (H1) salt intake raises joy, and (H2) crust raises mood. | H1 salt intake>joy;H2 crust>mood",
    "We propose H1, namely that salt intake raises joy. | H1 salt intake>joy",
    "Our first hypothesis (H1) is that salt intake raises joy. | H1 salt intake>joy",
    "Our first hypothesis, H1, states that salt intake raises joy. | H1 salt intake>joy",
    "Hypothesis 1 states that salt intake raises joy. | H1 salt intake>joy",
    "Hypothesis 1 posits a positive effect of salt intake on joy. | H1 salt intake>joy",
    "H1 posits a positive relationship between salt intake and joy. | H1 salt intake>joy",
    "Therefore, H1 proposes that salt intake raises joy. | H1 salt intake>joy",
    "Accordingly, we put forward H1: salt intake raises joy. | H1 salt intake>joy",
    "We therefore expect that salt intake raises joy (Hypothesis 1). | H1 salt intake>joy",
    "Salt intake should raise joy (H1), while crust should lower mood (H2). | H1 Salt intake>joy;H2 crust>mood",
    "H1: There will be a positive relationship between salt intake and (a) joy and (b) mood. | H1a salt intake>joy;H1b salt intake>mood",
    "H1: The relationship between salt intake and joy is mediated by crust. | H1 salt intake>joy",
    "H2: Salt intake and crust positively influence joy. | H2 Salt intake and crust>joy",
    "H1: For bakers, salt intake raises joy. | H1 salt intake>joy",
    "H1: Among bakers, salt intake raises joy. | H1 salt intake>joy",
    "H1: All else equal, salt intake raises joy. | H1 salt intake>joy",
    "H1: Ceteris paribus, salt intake raises joy. | H1 salt intake>joy",
    "H1: Salt intake raises joy among bakers. | H1 Salt intake>joy",
    "H1: Salt intake raises joy after controlling for age. | H1 Salt intake>joy",
    "H1: Salt intake raises joy over time. | H1 Salt intake>joy",
    "H1: Salt intake raises joy, so that those who eat more are happier. | H1 Salt intake>joy",
    "H1: Salt intake raises joy to a greater extent than crust does. | H1 Salt intake>joy",
)


@pytest.mark.parametrize("row", TEXTS)
def test_hypotheses_are_found_however_they_are_announced(row: str) -> None:
    text, _, expected = row.partition(" | ")
    paper = f"# Salt and joy of bakers\n\n## Theory\n\n{text}\n\nSome more words of the paper follow here.\n"
    record = understand(READER.to_source(paper.encode()))[0]
    told = ";".join(f"{h.label} {h.from_}>{h.to}" for h in record.hypotheses)
    assert told.lower() == expected.lower()


def test_a_sign_in_brackets_is_the_sign_of_the_hypothesis() -> None:
    record = understand(
        READER.to_source(b"# Salt and joy\n\nH1 (-): Salt affects joy.\n\nH2 (+): Crust affects joy.\n")
    )[0]
    assert [h.sign for h in record.hypotheses] == ["-", "+"]


def test_null_hypotheses_of_tables_are_those_of_the_text() -> None:
    paper = (
        "# Salt and joy\n\nThe null hypotheses are:\n\nH01: Salt has no effect on joy.\n\nH02: Crust has no effect on joy.\n\n"
        "Table 1. Results\n\n| Hypothesis | Path | β | p | Decision |\n|---|---|---|---|---|\n"
        "| H01 | Salt → Joy | 0.31 | 0.004 | Rejected |\n| H02 | Crust → Joy | 0.03 | 0.400 | Not rejected |\n"
    )
    record = understand(READER.to_source(paper.encode()))[0]
    assert (record.hypotheses[0].label, record.hypotheses[0].verdict) == ("H01", "not supported")
    assert [p.hypothesis for p in record.paths] == ["H01", "H02"]


def test_a_name_that_joins_two_constructs_is_not_taken_for_the_one_that_is_known() -> None:
    paper = (
        "# Salt and joy\n\nH1: Sweet crust and table salt shape joy.\n\nTable 1. Reliability\n\n"
        "| Construct | Alpha |\n|---|---|\n| Table salt | 0.81 |\n| Joy | 0.84 |\n"
    )
    record = understand(READER.to_source(paper.encode()))[0]
    assert record.hypotheses[0].from_ == "Sweet crust and table salt"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("H1, which stated that {} raises joy, was supported.", "it"),
        ("In line with H1, {} affected joy.", "they"),
        ("{} raised joy, which confirms H1.", "It"),
        ("{} affected joy, which confirms H1.", "Those"),
        ("H1 ({} raises joy) was supported.", "this"),
    ],
)
def test_a_pronoun_is_no_end_of_what_is_recalled(text: str, subject: str) -> None:
    for who, end in ((subject, None), ("rye salt", "rye salt")):
        (record,) = understand(READER.to_source(f"# Bread\n\n## Results\n\n{text.format(who)}\n".encode()))
        assert [(h.label, h.from_) for h in record.hypotheses] == [("H1", end)]
