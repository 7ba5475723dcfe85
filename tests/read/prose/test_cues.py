"""What spares a costly question changes no answer: cues, first letters, and cells and names told at a glance."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import assets
from evidence.read.html import to_source as html
from evidence.read.markdown import to_source as markdown
from evidence.read.prose import labels, lowered
from evidence.read.prose.cues import DIGITS, Cues
from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.groups import paths_by_group
from evidence.read.prose.effects.mediation import mediated
from evidence.read.prose.effects.parallel import parallel_paths
from evidence.read.prose.effects.slopes import slopes
from evidence.read.prose.fit.common_method import common_method
from evidence.read.prose.fit.explained import explained
from evidence.read.prose.fit.fits import fits
from evidence.read.prose.fit.model_differences import model_differences
from evidence.read.prose.fit.thresholds import threshold_claims
from evidence.read.prose.methods import conventions
from evidence.read.prose.relations import relation
from evidence.read.prose.reliability.reliabilities import reliabilities
from evidence.read.prose.samples.sample import sample
from evidence.read.prose.sentences import passages, sentences
from evidence.read.prose.verdicts import judgements
from evidence.read.prose.verdicts.judged import verdicts
from evidence.read.tables import cells, glyphs, header
from evidence.records import printed

WORDS = st.text(alphabet="abqx2 =β", min_size=1, max_size=5)


@given(st.lists(WORDS, max_size=8), st.text(alphabet="abqx2 =β", max_size=30))
def test_the_words_that_stand_in_a_text_are_told_and_no_others(words, text):
    book = Cues()
    bits = [(word, book.bit(word)) for word in words]
    found = book.within(text)
    assert [bool(found & bit) for _, bit in bits] == [word in text for word, _ in bits]
    assert bool(found & DIGITS) == ("2" in text)


def test_a_word_that_does_not_stand_there_is_not_told():
    book = Cues()
    indirect, direct, total = book.bit("indirect"), book.bit("direct"), book.bit("total", "sum of")
    assert book.within("a direct effect") == direct
    assert book.within("an indirect effect") == indirect | direct
    assert book.within("the sum of both") == total
    assert book.within("nothing") == 0


FAMILIES = {
    "fit": lambda said: fits(said)[0],
    "verdicts": lambda said: verdicts(said, tuple(f"H{i}" for i in range(1, 9))),
    "coefficients": coefficients,
    "parallel": parallel_paths,
    "groups": paths_by_group,
    "explained": explained,
    "mediated": mediated,
    "claims": threshold_claims,
    "common method": common_method,
    "model differences": model_differences,
    "samples": sample,
    "conventions": conventions,
    "slopes": slopes,
    "reliabilities": lambda said: reliabilities(said, ("trust", "satisfaction", "perceived ease of use")),
}
EXTRA = (
    "The interaction of salt and heat on appetite was significant. "
    "The slope was steeper at low (b = .60, p < .01) than at high salt (b = .30, p < .05).",
    "The path coefficients of price, taste and smell on loyalty are .31, .27 and .24, respectively.",
    "The effect of humour on joy was .43 in Denmark (p < .001) and .31 in Norway.",
    "Humour explains 44% of the variance in joy. CFI and TLI are all greater than .92.",
    "The first factor explained 32.4% of the variance, below 50%, in Harman's test.",
    "The models differed, Δχ²(1) = 22.83, p < .001. H3 was partially supported; the remaining hypotheses were confirmed.",
    "The indirect effect of warmth on trust through calm was .21 (95% CI = .10, .33).",
    "We used SmartPLS 3 with 5,000 bootstrap samples and a two-tailed test on a five-point Likert scale.",
    "Cronbach's alpha was .81 for trust and .84 for satisfaction. The goodness of fit was good, GFI = .93.",
)


@pytest.fixture(scope="module")
def said():
    readers = {".md": markdown, ".html": html}
    folder = assets.seeds() / "samples"
    found = [
        sentences(passages(readers[p.suffix](p.read_bytes()))) for p in sorted(folder.iterdir()) if p.suffix in readers
    ]
    return [*found, sentences(passages(markdown("\n\n".join(EXTRA).encode())))]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_quick_look_hides_nothing_from_a_family(family, said):
    read = FAMILIES[family]
    for document in said:
        assert read(document) == read(tuple(replace(sentence, cues=-1) for sentence in document))


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_finds_something_in_these_sentences(family, said):
    assert any(FAMILIES[family](document) for document in said)


def test_relations_and_judgements_are_asked_of_every_pattern_that_may_match(said, monkeypatch):
    texts = [sentence.text for document in said for sentence in document]
    quick = [(relation.relation(text), judgements.cue_of(text), judgements.judges(text.lower())) for text in texts]
    monkeypatch.setattr(Cues, "within", lambda *_: -1)
    slow = [(relation.relation(text), judgements.cue_of(text), judgements.judges(text.lower())) for text in texts]
    assert quick == slow
    assert any(tie for tie, _, _ in quick)
    assert any(cue for _, cue, _ in quick)


@given(
    st.lists(
        st.sampled_from(
            [
                "H1",
                "hypothesis 2",
                "Research Hypotheses",
                "3a",
                "P4",
                "假设5",
                "(H6)",
                "Proposition 7",
                "rH8",
                "and",
                ".",
            ]
        )
    )
)
def test_a_label_is_found_wherever_one_can_begin(pieces):
    text = " ".join(pieces)
    for position in range(0, len(text) + 1, 3):
        slow = labels._ONE.search(text, position)
        quick = labels._next(text, position)
        assert (slow and slow.span()) == (quick and quick.span())
    found = labels.labels(text, "HP")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(labels, "_BEGINS_SHORT", labels._BEGINS)
        assert labels.labels(text, "HP") == found


@given(st.from_regex(r"-?[0-9]{0,3}\.?[0-9]{0,4}[*%]?", fullmatch=True) | st.text(alphabet="ab $_*<>\\.3-", max_size=8))
def test_what_a_cell_says_is_told_at_a_glance_as_in_full(text):
    quick = cells.content.__wrapped__(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "_ONE_NUMBER", re.compile(r"(?!)"))
        patch.setattr(glyphs, "_SETS_TYPE", re.compile(""))
        assert cells.content.__wrapped__(text) == quick


def test_names_asked_as_one_are_those_asked_in_turn():
    terms = [(name, re.compile(expression)) for name, expression in header._NAMES.terms]
    for words in (
        "beta",
        "std. beta",
        "t value",
        "p",
        "chi2/df",
        "trust",
        "composite reliability (cr)",
        "95% ci lower",
        "r2",
    ):
        assert header._NAMES.of(words) == next((name for name, e in terms if e.fullmatch(words)), None)


@pytest.mark.parametrize("text", ["the χ was rain", "the rain", "ein maß", "१२ seats", "12 seats", "12 maß"])
def test_a_text_in_ascii_is_asked_for_what_it_can_hold_alone(text):
    book = Cues(busy=True)
    bits = {word: book.bit(word) for word in ("rain", "χ", "maß", "seats")}
    wanted = sum(bits[word] for word in bits if word in text)
    assert book.within(text) & ~DIGITS == wanted
    assert bool(book.within(text) & DIGITS) == any(c.isdigit() for c in text)


@given(st.sampled_from(["-", ""]), st.from_regex(r"[0-9]{0,9}(\.[0-9]{1,9})?", fullmatch=True))
def test_a_plain_number_is_read_at_a_glance_as_in_full(sign, digits):
    quick = printed.parse.__wrapped__(sign + digits)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printed, "_PLAIN", re.compile(r"(?!)"))
        assert repr(printed.parse.__wrapped__(sign + digits)) == repr(quick)


@given(st.text(alphabet="aAoOkKxX éÉΧχ.,1", max_size=20))
def test_an_expression_for_lower_case_finds_what_ignoring_the_case_finds(text):
    expression = r"(?P<Word>OK|\bX\S|É)A?"
    slow = re.compile(expression, re.IGNORECASE).search(text)
    quick = lowered.for_lower(expression).search(lowered.in_lower(text))
    assert (slow and slow.span()) == (quick and quick.span())
