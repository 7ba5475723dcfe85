"""Tables and text of one paper agree on names and values, and keep what differs."""

import pytest

from evidence.read.model import Source
from evidence.read.partial import Abbreviations, Findings, Found, together
from evidence.read.reconcile import records_from
from evidence.read.reconcile.joining import fill, same_number
from evidence.read.reconcile.vocabulary import Vocabulary, key_of
from evidence.records import (
    Construct,
    Conventions,
    Document,
    Effect,
    Fit,
    Hypothesis,
    Loading,
    Path,
    Printed,
    Record,
    Sample,
    SampleGroup,
    Structural,
)


def n(text: str) -> Printed:
    return Printed(text)


def record(prose: Findings, tables: Findings) -> Record:
    return records_from(Source("x" * 100, pages=((0, 50), (50, 100))), Document(), prose, tables, ())


def found(value: object, **spans: tuple[int, int]) -> Found:  # type: ignore[type-arg]
    return Found(value, spans)


@pytest.fixture
def words() -> Vocabulary:
    words = Vocabulary()
    for name in (
        "Perceived usefulness",
        "Perceived ease of use",
        "Attitude toward use",
        "Process innovation",
        "Product innovation",
    ):
        words.add(name)
    words.add("Knowledge gap (KGap)")
    return words


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("perceived usefulness", "Perceived usefulness"),
        ("PERCEIVED-USEFULNESS", "Perceived usefulness"),
        ("KGap", "Knowledge gap"),
        ("the users' perceived usefulness of newspapers", "Perceived usefulness"),
        ("attitude", "Attitude toward use"),
        ("e-services ease of use", "Perceived ease of use"),
        ("percieved usefulness", "Perceived usefulness"),
        ("service innovation in process", "Process innovation"),
        ("Knowledge gap × perceived usefulness", "Knowledge gap × Perceived usefulness"),
        ("innovation", None),
        ("the weather", None),
        ("", None),
        (None, None),
    ],
)
def test_a_phrase_finds_its_construct_or_none(words: Vocabulary, phrase: str | None, name: str | None) -> None:
    assert words.find(phrase) == name


def test_keys_forget_spelling_only() -> None:
    assert key_of("The Subjective Norms") == key_of("subjective norm")
    assert key_of("Process innovation") != key_of("Product innovation")
    assert key_of("qualities") == key_of("quality")


def test_an_abbreviation_within_a_name_is_spelled_out() -> None:
    words = Vocabulary(short={"BD": "bread dependence"})
    for name in ("Bread dependence symptoms", "Bread gap", "Oven symptoms"):
        words.add(name)
    words.settle()
    words.add("BD symptoms")  # as a second table calls it
    assert words.find("BD symptoms") == "Bread dependence symptoms"
    assert words.find("BG symptoms") is None


def test_an_abbreviation_of_part_of_a_name_settles_on_the_name() -> None:
    words = Vocabulary(short={"COM": "comfort"})
    words.add("Perceived comfort")
    words.settle()
    assert words.find("COM") == "Perceived comfort"


@pytest.mark.parametrize(
    ("a", "b", "same"), [("0.3", "0.311", True), (".31", ".32", False), ("<.001", "0.000", True), ("x", ".1", False)]
)
def test_numbers_agree_under_their_rounding(a: str, b: str, same: bool) -> None:
    assert same_number(a, b) is same


def test_fill_takes_only_what_lacks() -> None:
    joined = fill(
        found(Path("a", "b", beta=n(".3")), beta=(1, 2)),
        found(Path("a", "b", beta=n(".4"), se=n(".1")), beta=(3, 4), se=(5, 6)),
    )
    assert (joined.value.beta, joined.value.se, joined.spans) == (".3", ".1", {"beta": (1, 2), "se": (5, 6)})


def test_together_keeps_the_first_meaning() -> None:
    joined = together([Findings(abbreviations={"PU": "one"}), Findings(abbreviations={"PU": "two"})])
    assert joined.abbreviations == {"PU": "one"}
    assert Abbreviations(joined.abbreviations).full("pu") == "one"
    assert Abbreviations(joined.abbreviations).known("PU")
    assert Abbreviations().full("PU ") == "PU"


def test_a_value_told_twice_is_one_path_with_all_it_says() -> None:
    tables = Findings(paths=(found(Path("Trust", "Loyalty", beta=n("0.311")), beta=(60, 65)),))
    prose = Findings(paths=(found(Path("trust", "loyalty", beta=n(".31"), p=n("<.001")), p=(1, 2)),))
    made = record(prose, tables)
    assert [(p.beta, p.p, p.primary) for p in made.paths] == [("0.311", "<.001", True)]
    assert made.spans == {"/paths/0/beta": (60, 65), "/paths/0/p": (1, 2)}
    assert made.pages["/paths/0"] == 1


def test_a_value_told_differently_is_kept_and_not_primary() -> None:
    tables = Findings(paths=(found(Path("Trust", "Loyalty", beta=n("0.31"))),))
    prose = Findings(paths=(found(Path("trust", "loyalty", beta=n(".41"))),))
    assert [(p.beta, p.primary) for p in record(prose, tables).paths] == [("0.31", True), (".41", False)]


def test_a_sentence_that_turns_the_ends_of_a_tables_path_repeats_it() -> None:
    tables = Findings(
        paths=(
            found(Path("Trust", "Loyalty", beta=n("0.311"))),
            found(Path("Salt", "Loyalty", beta=n("0.121"), effect="indirect", via="Trust")),
            found(Path("Crust", "Loyalty", beta=n("0.087"), effect="indirect", via="Trust")),
        )
    )
    turned = Path("loyalty", "trust", beta=n(".311"))
    other = Path("salt", "loyalty", beta=n(".087"), effect="indirect", via="crust")
    made = record(Findings(paths=(found(turned), found(other))), tables)
    assert [p.table for p in made.paths if p.table == "text"] == []
    assert len(made.paths) == 3
    own = Path("loyalty", "trust", beta=n(".25"))
    assert len(record(Findings(paths=(found(own),)), tables).paths) == 4


def test_a_sentence_that_leaves_the_times_out_repeats_the_tables_path() -> None:
    tables = Findings(
        paths=(
            found(Path("Salt", "Crust T2", beta=n("0.31"))),
            found(Path("Salt", "Loyalty", via="Crust", beta=n("0.12"), effect="indirect")),
            found(Path("Joy T2", "Crust", beta=n("0.22"))),
        )
    )
    prose = Findings(paths=(found(Path("salt", "crust", beta=n(".31"))),))
    assert len(record(prose, tables).paths) == 3


def test_a_product_told_by_names_repeats_that_of_codes() -> None:
    tables = Findings(
        paths=(found(Path("SA × TR", "LO", b=n("0.121"), effect="interaction")),),
        abbreviations={"SA": "Salt", "LO": "Loyalty", "TR": "Trust"},
    )
    prose = Findings(paths=(found(Path("Trust × Salt", "Loyalty", beta=n("0.121"), effect="interaction")),))
    assert len(record(prose, tables).paths) == 1


def test_an_indirect_effect_told_by_names_repeats_that_of_codes() -> None:
    tables = Findings(
        paths=(found(Path("SA", "LO", beta=n("0.121"), effect="indirect", via="TR")),),
        abbreviations={"SA": "Salt", "LO": "Loyalty", "TR": "Trust"},
    )
    prose = Findings(effects=(Found(Effect("Salt", "Loyalty", via="Trust", indirect=n("0.121")), {}, "text"),))
    made = record(prose, tables)
    assert len(made.paths) == 1
    assert not made.effects


def test_a_sentences_path_needs_constructs_of_the_paper() -> None:
    tables = Findings(
        paths=(found(Path("Trust", "Loyalty", beta=n("0.31"))), found(Path("Habit", "Loyalty", beta=n("0.2"))))
    )
    prose = Findings(paths=(found(Path("rain", "umbrellas", beta=n(".41"))),))
    assert len(record(prose, tables).paths) == 2


def test_a_row_printed_twice_is_one_path() -> None:
    row = Path("Trust", "Loyalty", beta=n("0.31"))
    tables = Findings(paths=(Found(row, where="Table 1"), Found(row, where="Table 2")))
    assert len(record(Findings(), tables).paths) == 1


def test_a_lost_label_is_found_by_its_ends() -> None:
    tables = Findings(
        paths=(found(Path("Trust", "Loyalty", beta=n("0.31"))), found(Path("Job strain (H2)", "Loyalty", beta=n(".1"))))
    )
    prose = Findings(hypotheses=(found(Hypothesis("H1", from_="trust", to="loyalty", statement="s")),))
    assert [(p.from_, p.hypothesis) for p in record(prose, tables).paths] == [("Trust", "H1"), ("Job strain", "H2")]


def test_hypotheses_take_names_from_tables_and_words_from_text() -> None:
    tables = Findings(
        paths=(
            found(Path("TR", "LO", hypothesis="H1", beta=n(".3"), verdict="supported")),
            found(Path("TR", "CH", hypothesis="H2", group="A", verdict="supported")),
            found(Path("HA", "CH", hypothesis="H2", group="B", verdict="not supported")),
        )
    )
    prose = Findings(
        hypotheses=(
            found(Hypothesis("H1", from_="trust", to="loyalty", sign="+", statement="Trust raises loyalty")),
            found(Hypothesis("H2", from_="trust", to="churn", statement="Trust lowers churn")),
            found(Hypothesis("H9", verdict="supported")),
        )
    )
    made = {h.label: h for h in record(prose, tables).hypotheses}
    assert (made["H1"].from_, made["H1"].sign, made["H1"].verdict) == ("TR", "+", "supported")
    assert (made["H2"].from_, made["H2"].to, made["H2"].verdict) == ("trust", "churn", None)
    assert "H9" not in made  # a label nobody stated


def test_constructs_of_several_tables_are_one() -> None:
    tables = Findings(
        constructs=(
            found(Construct("Trust", loadings=(Loading("T1", n(".7")),)), **{"loadings/0/loading": (1, 2)}),
            found(
                Construct("trust", alpha=n(".8"), loadings=(Loading("T1", n(".7")), Loading("T2", n(".8")))),
                **{"loadings/1/loading": (3, 4)},
            ),
            found(Construct("Trust", alpha=n(".9"))),
            found(Construct("Habit")),
        )
    )
    prose = Findings(
        constructs=(
            found(Construct("TRUST", alpha=n(".8"), ave=n(".6"))),
            found(Construct("weather", alpha=n(".5"))),
            found(Construct("Trust", alpha=n(".7"))),
        )
    )
    made = record(prose, tables)
    assert [(c.name, c.alpha, c.ave, len(c.loadings), c.model) for c in made.constructs] == [
        ("Trust", ".8", ".6", 2, None), ("Trust", ".9", None, 0, None), ("Habit", None, None, 0, None), ("Trust", ".7", None, 0, "text"),
    ]  # fmt: skip
    assert made.spans["/constructs/0/loadings/1/loading"] == (3, 4)


def test_fit_of_text_joins_the_row_it_repeats() -> None:
    tables = Findings(fit=(found(Fit(cfi=n(".95"), tli=n(".94"))), found(Fit(cfi=n(".90")))))
    prose = Findings(
        fit=(found(Fit(label="text", cfi=n(".95"), rmsea=n(".05"))), found(Fit(label="text", cfi=n(".80"))))
    )
    assert [(f.cfi, f.tli, f.rmsea) for f in record(prose, tables).fit] == [
        (".95", ".94", ".05"),
        (".90", None, None),
        (".80", None, None),
    ]


def test_effects_samples_methods_and_equations_are_joined() -> None:
    tables = Findings(
        effects=(found(Effect("Trust", "Loyalty", indirect=n(".20"))),),
        structural=(found(Structural("Loyalty", r2=n(".4"))),),
        samples=(found(Sample(groups=(SampleGroup("Sex"),)), **{"groups/0/total": (1, 2)}),),
        conventions=(found(Conventions(alpha=n(".05"))),),
        paths=(found(Path("Trust", "Loyalty", beta=n(".3"))), found(Path("Trust", "Habit", beta=n(".3")))),
    )
    prose = Findings(
        effects=(
            found(Effect("trust", "loyalty", via="habit", indirect=n(".2"), mediation="partial")),
            found(Effect("trust", "habit", indirect=n(".1"))),
        ),
        structural=(found(Structural("loyalty", r2=n("40%"))), found(Structural("habit", r2=n("20%")))),
        samples=(found(Sample(n=n("200")), n=(5, 8)),),
        conventions=(found(Conventions(software="AMOS")),),
    )
    made = record(prose, tables)
    assert [(e.via, e.indirect, e.mediation) for e in made.effects] == [("Habit", ".20", "partial"), (None, ".1", None)]
    assert [(s.outcome, s.r2) for s in made.structural] == [("Loyalty", ".4"), ("Habit", "20%")]
    assert (made.sample.n, made.sample.groups[0].variable, made.conventions.software, made.conventions.alpha) == (
        "200",
        "Sex",
        "AMOS",
        ".05",
    )
    assert made.spans["/sample/groups/0/total"] == (1, 2)


def test_a_paper_without_numbers_is_conceptual() -> None:
    assert record(Findings(), Findings()).document.kind == "conceptual"
    assert record(Findings(samples=(found(Sample(n=n("20"))),)), Findings()).document.kind == "empirical"


def test_a_name_said_without_its_middle() -> None:
    words = Vocabulary()
    for name in ("Nightly short nap habit", "Nap joy"):
        words.add(name)
    assert words.find("nightly habit") == "Nightly short nap habit"
    words.add("Nightly very green tea habit")
    assert words.find("nightly habit") is None


def test_a_table_that_gives_name_and_abbreviation_says_more_than_the_letters_read_back() -> None:
    prose = Findings(
        abbreviations={"BDL": "delight", "CHG": "hunger"}, paths=(found(Path("hunger", "delight", beta=n(".4"))),)
    )
    whole = [Construct("Baking delight", abbreviation="BDL"), Construct("Crust hunger", abbreviation="CHG")]
    short = [Construct("BDL", cr=n(".9")), Construct("CHG", cr=n(".8"))]
    tables = Findings(constructs=tuple(found(c) for c in short + whole))
    made = record(prose, tables)
    assert {c.name for c in made.constructs} == {"Baking delight", "Crust hunger"}
    assert [(p.from_, p.to) for p in made.paths] == [("Crust hunger", "Baking delight")]


def test_a_construct_with_and_without_its_first_word_is_one_by_its_abbreviation() -> None:
    words = Vocabulary()
    words.add("Contract breach", "PCB")
    words.add("Psychological contract breach", "PCB")
    assert words.find("contract breach") == words.find("PCB") == "Psychological contract breach"


def test_a_construct_that_is_only_called_x() -> None:
    words = Vocabulary()
    words.add("Salt × Joy")
    words.settle()
    assert words.find("X") is None
    assert words.find("X × W") is None


@pytest.mark.parametrize(
    ("statistics", "count"),
    [
        ({"stat": n("4.10")}, 2),
        ({"se": n(".04")}, 2),
        ({"ci_lo": n(".10"), "ci_hi": n(".30")}, 2),
        ({"stat": n("-3.10")}, 1),
        ({"stat": n("3.10"), "se": n(".07")}, 1),
        ({}, 1),
    ],
)
def test_rows_with_other_statistics_beside_one_coefficient_are_two_paths(
    statistics: dict[str, Printed], count: int
) -> None:
    first = Found(
        Path("Crust", "Joy", beta=n(".21"), stat=n("3.10"), se=n(".07"), ci_lo=n(".05"), ci_hi=n(".35")), {}, "Table 1"
    )
    again = Found(Path("Crust", "Joy", beta=n(".21"), **statistics), {}, "Table 2")
    assert len(record(Findings(), Findings(paths=(first, again))).paths) == count


@pytest.mark.parametrize(
    ("product", "told"),
    [
        ("CQ × SI", "Crust quality × Salt intake"),
        ("crust quality × SI", "crust quality × Salt intake"),
        ("CQ × SX", "CQ × SX"),  # stands for what has no such letter
        ("CQ × FR", "CQ × FR"),  # half in full and half in short would be no name that the paper has
    ],
)
def test_a_product_of_short_names_is_told_in_full(product: str, told: str) -> None:
    short = {"CQ": "Crust quality", "SI": "Salt intake", "SX": "a measure of one item"}
    row = found(Path(product, "Joy", beta=n(".21"), effect="interaction"))
    (path,) = record(Findings(abbreviations=short), Findings(paths=(row,))).paths
    assert path.from_ == told


def test_a_product_of_shortened_names_is_told_in_full() -> None:
    rows = (
        found(Path("Perceived crust quality", "Joy", beta=n(".11"))),
        found(Path("Crust quality × Salt", "Joy", beta=n(".21"), effect="interaction")),
    )
    made = record(Findings(), Findings(paths=rows))
    assert [p.from_ for p in made.paths][1] == "Perceived crust quality × Salt"


@pytest.mark.parametrize("name", ["Rye × Sour", "Crust*Salt", "CQ"])
def test_other_names_stay_as_they_are_printed(name: str) -> None:
    row = found(Path(name, "Joy", beta=n(".21")))
    (path,) = record(Findings(abbreviations={"RY": "Rye years"}), Findings(paths=(row,))).paths
    assert path.from_ == name


@pytest.mark.parametrize(("phrase", "name"), [("高中生的喜悦", "喜悦"), ("员工脆度", "脆度"), ("烤箱喜悦", None)])
def test_people_before_a_chinese_name_are_no_part_of_it(phrase: str, name: str | None) -> None:
    chinese = Vocabulary()
    for known in ("喜悦", "脆度"):
        chinese.add(known)
    assert chinese.find(phrase) == name


def items(*codes: str) -> tuple[Loading, ...]:
    return tuple(Loading(code, n(f".7{i}")) for i, code in enumerate(codes))


def test_items_under_the_heading_of_another_go_to_the_construct_of_their_code() -> None:
    words = {"ST": "Salt taste", "CJ": "Calm joy"}
    lost = found(Construct("Salt taste", loadings=items("CJ1", "CJ2")), **{"loadings/1/loading": (5, 8)})
    tables = Findings(constructs=(found(Construct("Salt taste", "ST", loadings=items("ST1", "ST2"))), lost))
    first, second = record(Findings(abbreviations=words), tables).constructs
    assert [x.item for x in first.loadings] == ["ST1", "ST2"]
    assert (second.name, [x.item for x in second.loadings]) == ("Calm joy", ["CJ1", "CJ2"])


@pytest.mark.parametrize("codes", [("ST1", "ST2", "CJ1", "CJ2"), ("TA1", "TA2", "CJ1")])
def test_a_factor_with_items_of_several_codes_stays_whole(codes: tuple[str, ...]) -> None:
    salt = Construct("Salt taste", "ST", loadings=items(*codes))
    tables = Findings(constructs=(found(salt), found(Construct("Calm joy", "CJ", alpha=n(".80")))))
    assert [len(c.loadings) for c in record(Findings(), tables).constructs] == [len(codes), 0]
