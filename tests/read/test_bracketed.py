"""Labels of hypotheses in brackets behind their constructs, and judgements that lean on the one before."""

from pathlib import Path

import pytest

from evidence.read import read
from evidence.read.prose.bracketed import behind_constructs
from evidence.read.prose.hypotheses import hypotheses
from evidence.read.prose.sentences import sentences
from evidence.read.prose.verdicts import verdicts
from tests.read.test_prose_numbers import said
from tests.read.test_prose_statements import passage

CASES = [
    (
        "We assume that crust is positively related to joy (H1) and that crust (H2a) and smell (H2b) are related to return.",
        {"H1": ("crust", "joy"), "H2a": ("crust", "return"), "H2b": ("smell", "return")},
    ),
    ("Crust (H3a), smell (H3b), and price (H3c) should each be related to joy.", {"H3a": "Crust", "H3b": "smell", "H3c": "price"}),
    ("Crust influences joy (H1a), return (H1b) and word of mouth (H1c)", {"H1b": ("Crust", "return"), "H1c": ("Crust", "word of mouth")}),
    (
        "On the basis of old talk we expected that crust (H1), smell (H2) and warmth (H3) would be positively related to joy",
        {"H1": ("crust", "joy"), "H3": ("warmth", "joy")},
    ),
    ("It is assumed that crust (H1) and smell (H2) raise joy", {"H1": ("crust", "joy"), "H2": ("smell", "joy")}),
    ("We therefore expect crust (H1a) and smell (H1b) to be related to joy", {"H1a": ("crust", "joy"), "H1b": ("smell", "joy")}),
    ("We predict crust (H1a) and smell (H1b) to increase joy", {"H1a": ("crust", "joy"), "H1b": ("smell", "joy")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), CASES)
def test_each_label_has_the_construct_before_it(sentence: str, wanted: dict[str, object]) -> None:
    found = behind_constructs(sentence)
    for label, ends in wanted.items():
        tie = found[label]
        assert ends in ((tie.from_, tie.to), tie.from_)


def test_through_what_varies_or_this_relation_goes() -> None:
    found = behind_constructs("Crust is related to joy via smell (H1a) and warmth (H1b)")
    assert [(t.to, t.via) for t in found.values()] == [("joy", "smell"), ("joy", "warmth")]
    found = behind_constructs(
        "We expected that crust would be associated with joy (H1) and that this relationship would be mediated by smell (H2)"
    )
    assert (found["H2"].from_, found["H2"].to, found["H2"].via) == ("crust", "joy", "smell")
    assert behind_constructs("Bread and butter (H1) are old.") == {} == behind_constructs("No label (here) at all.")


def test_letters_of_a_stated_hypothesis_and_a_judgement_left_out(tmp_path: Path) -> None:
    page = (
        "# On bread\n\n## Hypotheses\n\nH2. Crust positively influences joy (H2a) and return (H2b).\n\n"
        "## Results\n\nH2a was supported but H2b was not, meaning that people come back for other reasons.\n"
    )
    file = tmp_path / "bread.md"
    file.write_text(page)
    (record,) = read(file)
    told = {h.label: (h.from_, h.to, h.verdict) for h in record.hypotheses}
    assert told == {"H2a": ("Crust", "joy", "supported"), "H2b": ("Crust", "return", "not supported")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "We expect both (H1a: crust is positively related to joy; H1b: crust is positively related to fear).",
            {"H1a": ("crust", "joy"), "H1b": ("crust", "fear")},
        ),
        (
            "Help may cheer bakers up (H4a: help is positively related to joy), and calm them (H4b: help is negatively related to fear).",
            {"H4a": ("help", "joy"), "H4b": ("help", "fear")},
        ),
        (
            "We suppose that oven skill is positively related to joy (H3a) and negatively related to fear (H3b).",
            {"H3a": ("oven skill", "joy"), "H3b": ("oven skill", "fear")},
        ),
        (
            "We put forward one more: the positive relation of crust with fear is stronger when the oven is old (H5).",
            {"H5": ("crust", "fear")},
        ),
        (
            "This suggests two hypotheses (H1a: crust affects joy; H1b: crust affects fear).",
            {"H1a": ("crust", "joy"), "H1b": ("crust", "fear")},
        ),
        (
            "We presume a positive relation of crust with joy (H7a) and a negative one with fear (H7b).",
            {"H7a": ("crust", "joy"), "H7b": ("crust", "fear")},
        ),
        (
            "Crust is expected to be positively related to joy (H8a) and to calm (H8b), but negatively to fear (H8c).",
            {"H8a": ("Crust", "joy"), "H8b": ("Crust", "calm"), "H8c": ("Crust", "fear")},
        ),
        ("We suppose crust to be positively related to joy (H6).", {"H6": ("crust", "joy")}),
        ("The path was significant (H1: β = .32, p < .001), the other was not (H2: β = .02, p = .70).", {}),
        ("Bakers agreed (H1: supported; H2: rejected).", {}),
        (
            "Some stop early. Accordingly, haste was expected to be positively associated with fear (H2).",
            {"H2": ("haste", "fear")},
        ),
        (
            "H1: Haste affects fear (not supported). H2: Calm affects joy: supported.",
            {"H1": ("Haste", "fear"), "H2": ("Calm", "joy")},
        ),
        ("H1: supported. H2: rejected.", {}),
        (
            "Tired bakers lack the time to plan, so that tiredness should be positively related to haste (H4).",
            {"H4": ("tiredness", "haste")},
        ),
    ],
)
def test_hypotheses_stated_in_brackets_behind_what_leads_to_them(text: str, wanted: dict[str, tuple[str, str]]) -> None:
    found = hypotheses((passage(text, "Theory"),))
    assert {f.value.label: (f.value.from_, f.value.to) for f in found} == wanted
    assert not any((f.value.statement or "").endswith((")", ";")) for f in found)


def test_a_finding_with_its_figures_behind_as_the_hypothesis_states() -> None:
    text = "Bakers with crust smile more than others, as H1 states (Step 2: β = .27, t = 4.18)."
    assert [v.value.verdict for v in verdicts(sentences((passage(text, "Results"),)), ("H1",))] == ["supported"]
    chance = text.replace("t = 4.18", "p = .26")
    assert not verdicts(sentences((passage(chance, "Results"),)), ("H1",))


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Crust (H1a) and smell (H1b) mediate the relationship between salt and joy", "via"),
        ("Crust (H1a) and smell (H1b) moderate the relationship between salt and joy", "moderator"),
    ],
)
def test_labels_behind_mediators_and_moderators(sentence: str, field: str) -> None:
    found = behind_constructs(sentence)
    assert [(label, tie.from_, tie.to, getattr(tie, field).lower()) for label, tie in found.items()] == [
        ("H1a", "salt", "joy", "crust"),
        ("H1b", "salt", "joy", "smell"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("H1 and H3 were supported, whereas H2 and H4 were not.", "yes no yes no"),
        ("H1 and H4 gained support, while H2 and H3 did not.", "yes no no yes"),
        ("H1, H2 and H3 were supported and H4 was not.", "yes yes yes no"),
        ("Neither H2, H3 nor H4 was supported, and H1 was.", "yes no no no"),
        ("As can be seen in Table 4, salt raised joy and return, in support of H1 to H4.", "yes yes yes yes"),
    ],
)
def test_and_joins_two_subjects_or_two_judgements(text: str, wanted: str) -> None:
    labels = ("H1", "H2", "H3", "H4")
    told = {h.value.label: h.value.verdict for h in verdicts(said(text), labels)}
    assert [{"supported": "yes", "not supported": "no"}[str(told[label])] for label in labels] == wanted.split()


def test_what_mediates_this_relation() -> None:
    told = behind_constructs(
        "We assumed that salt is negatively related to joy (H1), that calm (H2a), warmth (H2b), and wit (H2c) mediate this"
        " relation, and that calm and warmth mediate it in sequence (H3)"
    )
    assert {label: (tie.from_, tie.via, tie.to) for label, tie in told.items()} == {
        "H1": ("salt", None, "joy"),
        "H2a": ("salt", "calm", "joy"),
        "H2b": ("salt", "warmth", "joy"),
        "H2c": ("salt", "wit", "joy"),
        "H3": ("salt", "calm; warmth", "joy"),
    }
