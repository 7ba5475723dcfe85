"""A quick look at a sentence is never false where the pattern that it spares finds something."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from evidence.read.clear import clear
from evidence.read.prose.effects.called import BETWEEN
from evidence.read.prose.effects.coefficient_cues import hints, may_be_between
from evidence.read.prose.effects.correlated import _AT, _INSIDE, _OTHERS, _OTHERS_HINTS
from evidence.read.prose.effects.estimates import HEAD, head_in
from evidence.read.prose.effects.groups import _EACH, _FOLLOWED
from evidence.read.prose.lowered import for_lower, in_lower, word_first
from evidence.read.prose.mentions import mentions
from evidence.read.prose.others import _DONE, _REPORTED, _REPORTING
from evidence.read.prose.sentences import Passage, Sentence, sentences

HINT = re.compile(
    r"[βΒγß𝛽]|\b[bB](?:\s?\(S\.?E\.?\))?\s*=|\bO\s*=|\boriginal sample|\b(?:PC|[Cc]oeff?\.?|[Ee]st\.?)\s*=|\b[ac][12]\s*=|posterior|\b[Bb]eta\b|coefficient|系数"
    r"|\bpath\b|\bestimate|\bbeta\b|\bindirect|\btotal effect|\bab\s*="
    r"|\bc\s?[′'’]\s*=|\b[bB]_\w{3,6}\s*=|(?:effect|slope)\s*[=:]\s*[-−–.\d]"
)
WORDS = [
    "β",
    "Β",
    "γ",
    "B",
    "b",
    "ab",
    "a",
    "c'",
    "c1",
    "a2",
    "PC",
    "O",
    "(SE)",
    "original",
    "sample",
    "Coeff.",
    "est.",
    "path",
    "paths",
    "paths'",
    "weight",
    "weights",
    "estimate",
    "Beta",
    "beta",
    "value",
    "standardized",
    "posterior",
    "mean",
    "coefficient",
    "系数",
    "indirect",
    "total",
    "effect",
    "=",
    "of",
    "between",
    "from",
    "for",
    "linking",
    "and",
    "to",
    "on",
    "is",
    "was",
    "reached",
    ".42",
    "0.31",
    "(.31)",
    "in",
    "among",
    "at",
    "crust",
    "joy",
    "correlated",
    "correlates",
    "strongly",
    "with",
    "r",
    "=",
    "test-retest",
    "reliability",
    "loading",
    "error",
    "terms",
    "AVE",
    "Doe",
    "(2012)",
    "et",
    "al.",
    "reported",
    "found",
    "who",
    "also",
    "authors",
    "original",
    "study",
    "which",
    "was",
    "review",
    "meta-analysis",
    "In",
    "their",
    "sample",
    ",",
    "x_",
]


def sentence_of(words: list[str]) -> Sentence | None:
    """The first sentence of these words."""
    text = " ".join(words)
    return next(iter(sentences((Passage(clear(text), "Results", None, "paragraph"),))), None)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_no_look_hides_a_match(words):
    sentence = sentence_of(words)
    if sentence is None:
        return
    text, lower = sentence.text, sentence.lower
    assert hints(sentence) == bool(HINT.search(text))
    assert may_be_between(sentence) or not BETWEEN.search(text)
    assert _AT.search(text) or not _INSIDE.search(text)
    assert mentions(lower, _OTHERS_HINTS) or not _OTHERS.search(lower)
    assert _FOLLOWED.search(text) or not _EACH.search(text)
    looked = mentions(text.lower(), _REPORTING) or text.startswith("In ") or _DONE.search(text)
    assert looked or not _REPORTED.search(text)


@given(st.text(alphabet="ab1_ .不支", max_size=20))
def test_words_are_found_where_they_begin(text):
    expression = r"\bb+|\ba\b|\b1a|不支"
    found = [m.span() for m in for_lower(expression).finditer(in_lower(text))]
    assert [m.span() for m in for_lower(word_first(expression)).finditer(in_lower(text))] == found


@given(st.lists(st.sampled_from([*WORDS, ":", "are", "equals", "IS", "−.2", "- .3", "1"]), max_size=8), st.booleans())
@example(["Β", ".42"], False)
def test_no_coefficient_is_overlooked(words, joined):
    text = ("" if joined else " ").join(words)
    assert (head_in(text) is None) == (HEAD.search(text) is None)
