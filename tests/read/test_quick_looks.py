"""What is asked for speed changes no answer: a quick look never hides a match, and a bounded search finds what is there."""

import importlib
import pkgutil
import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import evidence.read
from evidence.read.clear import _DROPPED, _plain, clear, cleared
from evidence.read.flat.loose import _ENDS, _LONGEST_END
from evidence.read.inline import parser, words_of
from evidence.read.late import _Needing, late
from evidence.read.model import Cell, Grid
from evidence.read.partial import Abbreviations
from evidence.read.prose.effects.increments import _STEP, _STEPS
from evidence.read.prose.lowered import at_words
from evidence.read.prose.samples.fates import tells_of_loss
from evidence.read.prose.sentences import _ABBREVIATED, _LONGEST_ABBREVIATED
from evidence.read.prose.verdicts import judgements
from evidence.read.tables.estimates import by_arithmetic
from evidence.read.tables.outcomes import _last
from evidence.read.tables.panel import panels
from evidence.read.tables.view import ENOUGH, View, weigh


@given(st.text(alphabet="aé½ﬁ²³¹{}\xa0\xad\u200b´×χ　，。有効−→—’Ⅳ\ud55c 1", max_size=60))
def test_text_without_markup_is_cleared_character_by_character(text):
    expected = [(p, i) for i, c in enumerate(text) for p in _plain(c) if p not in _DROPPED]
    found = clear(text)
    assert found.text == "".join(p for p, _ in expected)
    assert list(found.at) == [i for _, i in expected]


MARKED = ["*", "**", "_", "`", "[", "](", ")", "!", "<b>", "<br>", "</b>", "<", ">", "&lt;", "&", "\\", "\\*", "\n", "  \n",
          "a", " ", "0.45", "% - = ^ ~ { }", "x]", "](http://a.b/c_d)", "](javascript:x)", "](< JAVA:x>)", "](data:x)",
          "<http://a.b/ü>", "<a@b.c>", "[a]: b\n", "# ", "- ", "> ", "| a | b |\n|---|---|\n| *c* | d |\n", "\n\n"]  # fmt: skip


@given(st.lists(st.sampled_from(MARKED), max_size=25).map("".join))
def test_typed_words_are_those_of_the_whole_parser(text):
    whole = MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).enable("table").parse(text)
    found = parser().parse(text)
    assert [t.type for t in found] == [t.type for t in whole]
    assert [words_of(t) for t in found if t.type == "inline"] == [words_of(t) for t in whole if t.type == "inline"]


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.2, 0.3, 0.6, 0.7, -0.5, -0.7]), st.booleans(), st.booleans())))
def test_questions_not_asked_would_not_have_made_a_kind(evidence):
    whole = weigh(*((weight, holds) for weight, holds, _ in evidence))
    asked = weigh(*((weight, (lambda holds=holds: holds) if late else holds) for weight, holds, late in evidence))
    assert asked == (whole if whole >= ENOUGH else 0.0) or asked == whole


@given(st.lists(st.sampled_from(["e.g.", "et al.", "approx.", "No.", "end.", "pp.", "J.", "d.f.", "word", "。", "-"])))
def test_the_last_letters_tell_an_abbreviation(words):
    text = " ".join(words)
    for stop in re.finditer(r"\.", text):
        whole, tail = text[: stop.end()], text[max(0, stop.start() - _LONGEST_ABBREVIATED) : stop.end()]
        assert bool(_ABBREVIATED.search(whole)) == bool(_ABBREVIATED.search(tail))


def view_of(rows):
    (panel,) = panels(Grid(tuple(tuple(Cell(text) for text in row) for row in rows)))
    return View(panel, "", Abbreviations({}))


def numbers(height, width, planted, seed=3):
    """A table of chance numbers without headings, in some places an estimate, its error, and t."""
    rng = random.Random(seed)
    rows = [[f"{rng.uniform(5, 9):.3f}" for _ in range(width)] for _ in range(height)]
    for row in rows:
        for at in planted:
            estimate, error = rng.uniform(0.3, 0.6), rng.uniform(0.02, 0.04)
            row[at : at + 3] = [f"{estimate:.4f}", f"{error:.4f}", f"{estimate / error:.3f}"]
    return [[f"A{i} -> B{i}", *row] for i, row in enumerate(rows)]


def test_columns_are_known_by_arithmetic_in_a_wide_table():
    (found,) = by_arithmetic(view_of(numbers(30, 60, [20])))
    assert {name: column.index for name, column in found.columns.items()} == {"coef": 21, "se": 22, "t": 23}


@pytest.mark.parametrize("rows", [numbers(30, 60, [5, 40]), numbers(30, 20, []), numbers(2, 3, [0])])
def test_two_answers_or_none_are_no_answer(rows):
    assert by_arithmetic(view_of(rows)) == []


WAYS = (
    r"\b(?:raises?|(?:fall|drop)s\s+\w+)\b",
    r"\bre-?tests?\b|\b(?:again|second\s+(?:time|try))|果实",
    r"\b(?:a\s+priori|g\*power|(?<!falls )drops)",
)


@given(
    st.lists(
        st.sampled_from(
            [
                "raise",
                "falls ",
                "drops to",
                "retest",
                "re-tests",
                "again",
                "second try",
                "x",
                "_",
                "-",
                " ",
                "\n",
                "果实",
                "a priori",
                "g*power",
                "3",
            ]
        )
    ).map("".join)
)
def test_ways_put_at_words_find_what_they_found(text):
    for way in WAYS:
        assert [m.span() for m in re.finditer(at_words(way), text)] == [m.span() for m in re.finditer(way, text)]


@pytest.mark.parametrize("way", [r"\b\w+s", r"\b(?:re)?test", r"\bs?he", r"\b(?:a|b)+c"])
def test_ways_without_a_first_letter_are_not_put_at_words(way):
    with pytest.raises(ValueError, match="no letter"):
        at_words(way)


@given(st.text(alphabet="a$*[\\^_ é½\xad{}", max_size=20))
def test_text_whose_places_nobody_asks_for_is_cleared_alike(text):
    assert cleared(text) == clear(text).text
    assert cleared(text, emphasis=True) == clear(text, emphasis=True).text


@pytest.mark.parametrize(
    "told", ["12 were excluded", "we removed 9 of them", "6 incomplete forms", "4 (of all) declined", "did (again) not"]
)
def test_sentences_that_tell_of_those_dropped_are_looked_at(told):
    assert tells_of_loss(told)


def test_sentences_of_small_numbers_are_passed_over():
    assert not tells_of_loss("the scale had 5 items and 3 factors")


def needing():
    """Every pattern that is asked only of texts that hold what it needs, by where it stands."""
    for module in pkgutil.walk_packages(evidence.read.__path__, "evidence.read."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for at, one in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(one, _Needing):
                    yield pytest.param(one, id=f"{module.name}.{name}[{at}]")


@pytest.mark.parametrize("pattern", list(needing()))
def test_what_a_pattern_needs_stands_in_all_that_it_matches(pattern):
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    def holds(text):
        assert pattern.may_find(text)

    holds()


@pytest.mark.parametrize("way", _STEPS)
def test_each_way_to_tell_of_a_step_holds_one(way):
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(way.pattern, way.flags)))
    def holds(text):
        assert _STEP.search(text)

    holds()


def test_a_pattern_finds_what_it_found_without_a_look_before():
    asked = late(r"(?P<what>rye|salt)\s+(?:dough|crust)", re.IGNORECASE, needs=("dough", "crust"))
    text = "Rye crust, salt DOUGH; rye bread"
    assert [m.span() for m in asked.finditer(text)] == [(0, 9), (11, 21)]
    assert asked.search(text, 5).span() == (11, 21)
    assert asked.match(text).span() == (0, 9)
    assert asked.fullmatch("salt dough")["what"] == "salt"
    assert not list(asked.finditer("rye bread"))
    assert asked.search("rye bread") is None


@given(
    st.lists(
        st.sampled_from(
            ["supported", "Rejected", "unsupported", "confirmed", "yes", "no", "ns", " ", "crust", "ı", "4)"]
        )
    )
)
def test_what_a_line_ends_in_is_looked_for_at_its_end(pieces):
    text = "".join(pieces)
    assert bool(_ENDS.search(text)) == bool(_ENDS.search(text, max(0, len(text) - _LONGEST_END)))


@given(st.text(alphabet="ab ", max_size=30))
def test_the_last_that_is_found_may_begin_inside_one_before(text):
    pattern = re.compile(r"\ba(?P<y>[ab ]{1,6}?)(?: |b)")
    every = [m for i in range(len(text)) if (m := pattern.match(text, i))]
    last = _last(pattern, text)
    assert (last and last.span()) == (every[-1].span() if every else None)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (judgements._PARTLY, judgements._MAYBE_PARTLY),
        (judgements._NOT, judgements._MAYBE_NOT),
        (judgements._SPARED, judgements._MAYBE_NOT),
        (judgements._YES, judgements._MAYBE_YES),
    ],
    ids=["partly", "not", "spared", "yes"],
)
def test_each_judgement_holds_one_of_the_words_that_it_is_looked_for_by(pattern, words):
    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def holds(text):
        found = pattern.search(" ".join(text.split()))
        assert found is None or judgements._CUES.within(found[0]) & words

    holds()
