"""Labels of hypotheses in brackets behind their constructs, and judgements that lean on the one before."""

from pathlib import Path

import pytest

from evidence.read import markdown, read
from evidence.read.prose import understand
from evidence.read.prose.chinese.bracketed import behind_names
from evidence.read.prose.hypotheses.announced import hypotheses
from evidence.read.prose.hypotheses.bracketed import behind_constructs
from evidence.read.prose.labels import labels
from evidence.read.prose.sentences import sentences
from evidence.read.prose.verdicts.judged import verdicts
from tests.read.prose.test_numbers import said
from tests.read.prose.test_statements import passage

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
    ("Crust (T3, H1a) and smell (T3, H1b) are related to joy", {"H1a": ("Crust", "joy"), "H1b": ("smell", "joy")}),
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


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("We expected crust to raise joy (H1a) and fear (H1b).", [("crust", "joy", "+"), ("crust", "fear", "+")]),
        (
            "We expected crust to be related to joy (H1a) and to calm (H1b).",
            [("crust", "joy", None), ("crust", "calm", None)],
        ),
        (
            "Salt is predicted to lower later fear (H1a) and to raise later joy (H1b).",
            [("Salt", "fear", "-"), ("Salt", "joy", "+")],
        ),
    ],
)
def test_what_a_construct_is_expected_to_do(sentence: str, wanted: list[tuple[str, str, str | None]]) -> None:
    found = {f.value.label: f.value for f in hypotheses((passage(sentence),))}
    assert [(h.from_, h.to, h.sign) for h in found.values()] == wanted
    assert list(found) == ["H1a", "H1b"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("We hypothesized that crust raises joy (T3; H4a) and lowers fear (T3; H4b).", {"H4a": "joy", "H4b": "fear"}),
        ("Crust will raise joy (Wave-2, H4a).", {"H4a": "joy"}),
        ("Crust raised joy (T3; H4a). Both effects were small.", {}),
        ("Crust raised joy (b = .2; H4a). Salt affects joy.", {}),
    ],
)
def test_a_label_behind_a_short_remark_in_its_bracket(sentence: str, wanted: dict[str, str]) -> None:
    assert {f.value.label: f.value.to for f in hypotheses((passage(sentence),))} == wanted


@pytest.mark.parametrize("lead", ["H1 and H2. ", "H1 and H2: ", "H1-H2. "])
def test_labels_of_several_hypotheses_before_the_constructs_of_each(lead: str) -> None:
    found = hypotheses((passage(f"{lead}Crust (H1) and salt (H2) are related to joy."),))
    assert [(f.value.label, f.value.from_, f.value.to) for f in found] == [
        ("H1", "Crust", "joy"),
        ("H2", "salt", "joy"),
    ]


@pytest.mark.parametrize("label", ["H1", "H1.", "Hypothesis 1:", "(H1)", "Hypothesis 1 (H1)", "Hypothesis 1 (H1):"])
def test_a_label_alone_above_its_statement(label: str) -> None:
    stated = "Crust raises the joy of bakers."
    (found,) = hypotheses((passage(label), passage(stated)))
    assert (found.value.label, found.value.from_, found.value.to) == ("H1", "Crust", "joy of bakers")
    assert found.value.statement == stated


@pytest.mark.parametrize(
    "below", ["Salt raises the joy of shoppers (H2).", "Bread is old, and crust raises joy. " * 20]
)
def test_a_label_alone_above_another_label_or_a_long_text_states_nothing(below: str) -> None:
    assert "H1" not in {f.value.label for f in hypotheses((passage("(H1)"), passage(below))) if f.value.to}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("香气在脆度(H1a)、盐分(H1b)与喜悦之间起中介作用。", [("脆度", "喜悦", "香气"), ("盐分", "喜悦", "香气")]),
        ("脆度(H1a)和盐分(H1b)对喜悦有正向影响。", [("脆度", "喜悦", None), ("盐分", "喜悦", None)]),
        ("脆度对喜悦（H1a）、平静（H1b）有显著正向影响。", [("脆度", "喜悦", None), ("脆度", "平静", None)]),
    ],
)
def test_a_chinese_label_behind_the_construct_that_varies(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    found = [f.value for f in hypotheses((passage(text),))]
    assert [h.label for h in found] == ["H1a", "H1b"]
    assert [(h.from_, h.to, h.via) for h in found] == wanted


def test_a_chinese_judgement_of_several_labels_is_no_statement() -> None:
    text = "脆度(H1a)和盐分(H1b)对喜悦的影响得到支持。"
    assert behind_names(text, labels(text)) == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "We assume that crust raises joy (H1) and, similarly, salt raises it (H2).",
            [("crust", "joy", "+"), ("salt", "joy", "+")],
        ),
        (
            "We expect that salt lowers fear (H1), but, interestingly, rye raises it (H2).",
            [("salt", "fear", "-"), ("rye", "fear", "+")],
        ),
    ],
)
def test_it_is_what_the_hypothesis_before_is_about(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(f.value.from_, f.value.to, f.value.sign) for f in hypotheses((passage(text),))] == wanted


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("So calm mediates the effect of salt on joy is our last hypothesis (H9).", ("salt", "joy", "calm")),
        ("That calm mediates the effect of salt on joy was our second main hypothesis (H9).", ("salt", "joy", "calm")),
        ("We argue so for long. That salt raises joy forms the main prediction (H9).", ("salt", "joy", None)),
        ("We argue so for long. So salt raises joy, which is our expectation (H9).", ("salt", "joy", None)),
        ("Our prediction thus was that salt raises joy (H9).", ("salt", "joy", None)),
        ("The first expectation is that salt raises joy (H9).", ("salt", "joy", None)),
    ],
)
def test_what_is_our_hypothesis_is_stated_before_its_label(text: str, ends: tuple[str | None, ...]) -> None:
    (found,) = (f.value for f in hypotheses((passage(text, "Theory"),)))
    assert (found.from_, found.to, found.via) == ends
    assert (found.statement or "").endswith("joy")


@pytest.mark.parametrize(
    "text",
    [
        "That salt raises joy is our last oven (H9).",
        "That salt raises joy is an old saying (H9).",
        "Our saying thus was that salt raises joy (H9).",
        "Our predictions were good, and salt raised joy (H9).",
    ],
)
def test_what_is_no_hypothesis_of_ours_is_not_stated(text: str) -> None:
    assert not [f for f in hypotheses((passage(text, "Theory"),)) if f.value.to]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("由此推断，脆度应当正向影响喜悦（H1）。", ("脆度", "喜悦", "+")),
        ("基于上述讨论，脆度亦应增强喜悦（H1）。", ("脆度", "喜悦", "+")),
        ("综合以上分析，脆度应该会降低喜悦（H1）。", ("脆度", "喜悦", "-")),
        ("据此，脆度可能促进喜悦（H1）。", ("脆度", "喜悦", "+")),
        ("据此，脆度理应与喜悦正相关（H1）。", ("脆度", "喜悦", "+")),
        ("脆度理应增强喜悦（H1）。", ("脆度", "喜悦", "+")),
        ("据此，脆度与喜悦应该正相关（H1）。", ("脆度", "喜悦", "+")),
    ],
)
def test_a_chinese_conclusion_with_its_label_is_a_hypothesis(text: str, ends: tuple[str, str, str]) -> None:
    (found,) = (f.value for f in hypotheses((passage(text, "理论"),)))
    assert (found.from_, found.to, found.sign) == ends


@pytest.mark.parametrize("text", ["脆度促进喜悦（H1）。", "脆度显著增强喜悦（H1）。", "面包师喜欢脆度（H1）。"])
def test_a_chinese_sentence_that_concludes_nothing_states_no_hypothesis(text: str) -> None:
    assert not hypotheses((passage(text, "理论"),))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "假设4～假设6（H4、H5、H6）：香气感知（H4）、脆度感知（H5）、盐分感知（H6）对喜悦有正向影响。",
            [("H4", "香气感知", "喜悦", None), ("H5", "脆度感知", "喜悦", None), ("H6", "盐分感知", "喜悦", None)],
        ),
        (
            "假设8（H8）：认同在香气感知（H8a）、脆度感知（H8b）与喜悦之间起中介作用。",
            [("H8a", "香气感知", "喜悦", "认同"), ("H8b", "脆度感知", "喜悦", "认同")],
        ),
        ("假设1（H1）：香气感知对喜悦有正向影响。", [("H1", "香气感知", "喜悦", None)]),
    ],
)
def test_labels_that_announce_several_statements_are_none_of_them(text: str, ends: list[tuple[str, ...]]) -> None:
    page = f"# 面包与喜悦\n\n## 假设\n\n{text}\n\n## 结果\n\n都好。\n"
    found = understand(markdown.to_source(page.encode())).hypotheses
    assert [(f.value.label, f.value.from_, f.value.to, f.value.via) for f in found] == ends
