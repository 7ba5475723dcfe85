"""What is asked for speed changes no answer: a quick look never hides a match, and a bounded search finds what is there."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.read.clear import _DROPPED, _plain, clear
from evidence.read.model import Cell, Grid
from evidence.read.partial import Abbreviations
from evidence.read.prose.mentions import mentions
from evidence.read.prose.sentences import _ABBREVIATED, _LONGEST_ABBREVIATED
from evidence.read.prose.sizes import NEEDED, RULES
from evidence.read.tables.estimates import by_arithmetic
from evidence.read.tables.panel import panels
from evidence.read.tables.view import View

SIZES = (
    "Of 600 invited bakers, 480 took part; 480 interviews were complete; we interviewed 480 bakers; a study of 480 members.",
    "Of the 512 questionnaires returned, 480 complete responses were analysed.",
    "Valid questionnaires were 480.",
    "In all, 480 nurses were included.",
    "This resulted in a final sample of 480.",
    "After screening, this left us with a total of 480 ferry passengers' answers, leaving 480 usable replies.",
    "本研究共回收480份有效问卷，有效样本为480份。",
    "Of which 480 were retained, and 480 were kept.",
    "In the end 480 came back; 600 forms that were handed out.",
    "The final data set holds 480 cases, and the sample consisted of 480 bakers (N = 480).",
    "Data were collected from 480 bakers; responses were obtained from 480 skippers.",
    "We surveyed 480 adults, and all 480 returned forms were read by 480 respondents.",
    "We sent 600 letters to 600 members, mailed to 600 households; 600 forms were distributed to firms.",
    "We received 480 replies, and 480 surveys were gathered.",
    "There were 480 completed forms; complete data for 480 pupils; the remaining 480 pupils; analyses were run on 480 pupils.",
    "Se obtuvieron 480 cuestionarios válidos, una muestra de 480.",
    "That left 480 for analysis; 480 were filled in and used; 480 pupils took part; 480 bakers participated.",
    "Answers from 480 clients form the basis; usable forms numbered 480; the number of usable forms was 480.",
    "Screening brought it down to 480, giving an n of 480.",
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.pattern.pattern[:40])
def test_a_size_is_looked_for_wherever_it_is_said(rule):
    said = [text.lower() for text in SIZES if rule.pattern.search(text.lower())]
    assert all(mentions(text, NEEDED[sort]) for text in said for sort in rule.needs)


def test_the_sentences_say_sizes_in_most_ways():
    assert sum(any(rule.pattern.search(text.lower()) for text in SIZES) for rule in RULES) >= 18


@given(st.text(alphabet="aé½ﬁ²³¹{}\xa0\xad\u200b´×χ　，。有効−→—’Ⅳ\ud55c 1", max_size=60))
def test_text_without_markup_is_cleared_character_by_character(text):
    expected = [(p, i) for i, c in enumerate(text) for p in _plain(c) if p not in _DROPPED]
    found = clear(text)
    assert found.text == "".join(p for p, _ in expected)
    assert list(found.at) == [i for _, i in expected]


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
