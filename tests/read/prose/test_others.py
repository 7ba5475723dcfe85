"""What a paper tells of the work of others is not its own: by citation, by the part it stands in, by words of report."""

import pytest

from evidence.read.html import to_source
from evidence.read.model import Source
from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.hypotheses.announced import hypotheses
from evidence.read.prose.others import of_others
from evidence.read.prose.outline import outline
from evidence.read.prose.reliability.reliabilities import reliabilities
from evidence.read.prose.samples.sample import sample
from evidence.read.prose.sentences import passages, sentences
from evidence.read.prose.verdicts.judged import verdicts
from tests.read.prose.test_numbers import said


def page(*parts: str) -> Source:
    return to_source(f"<html><body>{''.join(parts)}</body></html>".encode())


def found(source: Source) -> list[str]:
    return [str(f.value.beta) for f in coefficients(sentences(passages(source)))]


_METHOD = "<h2>Method</h2><p>We asked.</p>"


@pytest.mark.parametrize(
    ("above", "below", "count"),
    [
        ("<h2>Theory</h2><h3>The taste of bread</h3>", _METHOD, 0),
        ("<h2>Theory</h2><h3>The taste of bread</h3>", "", 1),  # nothing says that the levels can be trusted
        ("<h2>2 Theory</h2><h2>2.1 The taste of bread</h2>", "", 0),
        ("<h2>2 Theory</h2><h2>3 The taste of bread</h2>", "", 1),
        ("<h1>A review of bread</h1><h2>The taste of bread</h2>", _METHOD, 1),  # a title, and no part of the paper
        ("<h2>Results</h2><h3>Theory of taste</h3>", _METHOD, 1),
        ("<h2>Theory</h2><h2>The taste of bread</h2>", "", 1),  # all at one level, and nothing opens their own work
        (
            "<h1>Bread</h1><h2>Theory</h2><h2>The taste of bread</h2>",
            _METHOD,
            0,
        ),  # between the theory and their own work
        ("<h1>Bread</h1><h2>Theory</h2><h2>The taste of bread</h2>", "<h2>Discussion</h2><p>We said.</p>", 1),
        ("<h2>2 研究假设</h2><h2>2.1 面包</h2>", "", 0),
        ("<h2>4 研究假设的检验</h2><h2>4.1 面包</h2>", "", 1),
        ("<h2>2研究假设</h2><h2>2.1面包</h2>", "", 0),
    ],
)
def test_a_part_of_the_review_is_known_by_the_headings_above_it(above: str, below: str, count: int) -> None:
    text = "<p>Humour raised trust (&beta; = .38, p &lt; .01) in bakeries (Oven, 2011).</p>"
    assert len(found(page(above, text, below))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("<p>Among 412 bakers, humour raised trust (β = .38).</p>", 0),
        ("<p>Our survey shows that humour raised trust (β = .38).</p>", 1),
        ("<p>This study asks bakers. Humour raised trust (β = .38).</p>", 1),
        ("<p>Humour raised trust (β = .38). We ask how.</p>", 0),
    ],
)
def test_before_the_method_a_result_is_their_own_only_where_they_say_so(text: str, count: int) -> None:
    head = "<h1>A theory of bread</h1><h2>Abstract</h2><p>Salt raised joy (β = .21).</p><h2>Introduction</h2><h2>The taste of bread</h2>"
    assert len(found(page(head, text, _METHOD))) == count + 1  # the abstract tells of their own work


def test_a_structured_abstract_is_no_part_before_the_method() -> None:
    abstract = "<h2>Background</h2><h3>Aims</h3><h2>Methods</h2><h2>Results</h2><h2>Conclusions</h2>"
    body = "<h2>Introduction</h2><h2>Taste</h2><p>Humour raised trust (β = .38).</p><h2>Method</h2><p>We asked.</p>"
    assert found(page(abstract, body)) == []
    assert found(page(abstract, body.replace("Humour", "We found that humour"))) == [".38"]


def test_a_number_of_a_heading_goes_before_its_level() -> None:
    source = page("<h2>2 Theory</h2><p>a</p><h2>2.1 Bread</h2><p>b</p><h3>Salt</h3><p>c</p><h2>3 Method</h2><p>d</p>")
    assert list(outline(source).values()) == [
        ("2 Theory",),
        ("2 Theory", "2.1 Bread"),
        ("2 Theory", "2.1 Bread", "Salt"),
        ("3 Method",),
    ]


def test_a_paragraph_on_the_work_of_others_stays_with_them_until_the_authors_speak() -> None:
    review = (
        "Oven and Salt (2011) reviewed bakeries. In one of them humour raised trust (β = .38), and H3 was rejected."
    )
    own = "Oven and Salt (2011) reviewed bakeries. In our data humour raised trust (β = .38), and H3 was rejected."
    for text, count in ((review, 0), (own, 1)):
        lines = said(text, section="1. Introduction")
        assert len(coefficients(lines)) == count
        assert len(verdicts(lines, ("H3",))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Comparable values were reported for Danish bakeries, where humour raised trust (β = .41; Oven, 2011).", 0),
        ("Oven and Salt (2011) found that humour raised trust (β = .41).", 0),
        ("In a meta-analysis of 12 studies humour predicted trust (β = .41; Oven et al., 2011).", 0),
        ("Humour raised trust (β = .41), which is in line with Oven and Salt (2011).", 1),
        ("Humour raised trust (β = .41), as reported in Table 3 (see Oven, 2011).", 1),
        ("Humour raised trust (β = .41), whereas Oven and Salt (2011) found no effect.", 1),
        ("As Oven and Salt (2011) found, humour raised trust (β = .41).", 1),
        ("Oven et al. (2011) also reported that humour raised trust (β = .41).", 0),
    ],
)
def test_what_others_reported_is_not_the_papers_own_in_any_part(text: str, count: int) -> None:
    assert len(coefficients(said(text, section="Discussion"))) == count


@pytest.mark.parametrize(
    "others",
    [
        "In the original study, Cronbach's alpha was .88.",
        "Oven and Stone reported an alpha of .88 for the whole questionnaire.",
        "The authors of the scale gave a Cronbach's alpha of .88.",
        "Cronbach's alpha was .88 in an earlier study.",
        "Cronbach's alpha was .88 in its first validation.",
        "Original Cronbach's alpha = .88.",
        "Its authors reported a Cronbach's alpha of .88.",
        "Scores add up; the items are those of a known scale (published α = .88).",
        "The items are those of Oven (1996; original α = .88).",
    ],
)
def test_the_reliability_of_the_scale_elsewhere_is_left_out(others: str) -> None:
    text = "Crust was measured with four items. Cronbach's alpha was .79. " + others
    assert [str(c.value.alpha) for c in reliabilities(said(text, section="Measures"))] == [".79"]


@pytest.mark.parametrize("mark", ["·", "▪", "●", "–", "\uf0b7"])
def test_hypotheses_stand_in_lists_behind_marks_of_any_kind(mark: str) -> None:
    source = page(f"<p>{mark}&nbsp;&nbsp; H1a: The more humour there is, the higher is the trust.</p>")
    assert [(h.value.label, h.value.from_, h.value.to) for h in hypotheses(passages(source))] == [
        ("H1a", "humour", "trust")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The analysis is based on 240 bakers and 160 millers, 400 persons altogether.",
        "In total, 400 people took part in the survey, 240 bakers and 160 millers.",
        "The final sample consisted of 240 bakers, 100 millers and 60 grocers (400 in all).",
    ],
)
def test_the_sum_of_two_samples_is_the_sample(text: str) -> None:
    found = sample(said(text, section="Participants"))
    assert found is not None
    assert found.value.n == "400"


def test_numbers_that_are_no_sum_stay_what_they_are() -> None:
    found = sample(said("The analysis is based on 240 bakers of 35 towns, 31 of them in total darkness."))
    assert found is not None
    assert found.value.n == "240"


@pytest.mark.parametrize(
    "text",
    [
        "Calm bakers stop earlier, so that a negative association between calm and haste was expected (H3).",
        "Bakers differ in haste; therefore, a negative effect of calm on haste can be assumed (H3).",
    ],
)
def test_what_is_expected_may_stand_before_the_verb(text: str) -> None:
    (found,) = hypotheses(passages(page(f"<p>{text}</p>")))
    assert (found.value.label, found.value.from_, found.value.to, found.value.sign) == ("H3", "calm", "haste", "-")


def test_a_verdict_that_is_compared_with_others_is_the_papers_own() -> None:
    for text in (
        "H3 was rejected, whereas Oven (2011) found support for it.",
        "Unlike Oven (2011) reported, H3 was rejected.",
    ):
        assert [v.value.verdict for v in verdicts(said(text, section="Discussion"), ("H3",))] == ["not supported"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Oven et al. (2011) examined 388 bakers, and humour raised trust (β = .38, p < .01).", 0),
        ("In their study, humour raised trust (β = .38, p < .01).", 0),
        ("In her own survey humour raised trust (β = .38, p < .01).", 0),
        ("Humour raised trust (β = .38, p < .01), which agrees with what Oven (2011) examined.", 1),
        ("In this study, humour raised trust (β = .38, p < .01).", 1),
    ],
)
def test_what_others_examined_is_theirs(text: str, count: int) -> None:
    assert len(found(page("<h2>The present study</h2>", f"<p>{text}</p>"))) == count


@pytest.mark.parametrize(
    "text",
    [
        "Study 1 had 240 bakers (N = 240). Across the two studies the total sample comprised 400 participants.",
        "A total of 400 participants took part in both studies. In Study 2, N = 160.",
    ],
)
def test_the_total_over_studies_is_the_sample(text: str) -> None:
    found = sample(said(text, section="Participants"))
    assert found is not None
    assert found.value.n == "400"


def test_a_size_in_a_sentence_that_ends_in_a_citation_counts_less() -> None:
    text = "In a survey of 1,200 bakers, 46% hid their salt (Oven & Roe, 2004). The sample thus consists of 310 bakers."
    found = sample(said(text, section="Sample"))
    assert found is not None
    assert str(found.value.n) == "310"


@pytest.mark.parametrize(
    "others",
    [
        "An alpha of .88 was reported [8].",
        "Cronbach's alpha has been .88, as reported [12].",
        "The original scale had an alpha of .88.",
        "The original version of the scale showed a Cronbach's alpha of .88.",
        "The original instrument has reached an alpha of .88.",
        "Earlier work gave an alpha of .88 for a similar scale.",
    ],
)
def test_what_was_reported_of_the_original_or_of_a_similar_scale_is_not_their_own(others: str) -> None:
    text = f"Crust was measured with four items. Cronbach's alpha was .79. {others}"
    assert [str(c.value.alpha) for c in reliabilities(said(text, section="Measures"))] == [".79"]


@pytest.mark.parametrize(
    "own",
    [
        "The items of the original scale were used. Cronbach's alpha was .79.",
        "Crust was measured with the original version of a scale (α = .79).",
        "The original scale was cut to four items. Cronbach's alpha was .79.",
        "Cronbach's alpha was .79, as reported in Table 1.",
    ],
)
def test_a_scale_that_was_taken_over_has_its_own_reliability(own: str) -> None:
    text = f"Crust was measured with four items. {own}"
    assert [str(c.value.alpha) for c in reliabilities(said(text, section="Measures"))] == [".79"]


@pytest.mark.parametrize(
    "who", ["co-workers", "coworkers", "colleagues", "her colleagues", "associates", "collaborators"]
)
@pytest.mark.parametrize("did", ["reported", "also reported", "who reported"])
def test_what_someone_and_colleagues_reported_is_theirs(who: str, did: str) -> None:
    assert found(page("<h2>Results</h2>", f"<p>Cole and {who} {did} that crust raised joy (β = .41).</p>")) == []


@pytest.mark.parametrize(
    "who", ["With our colleagues", "Among colleagues", "Of our associates", "As Cole and colleagues"]
)
def test_what_is_found_among_colleagues_is_their_own(who: str) -> None:
    assert found(page("<h2>Results</h2>", f"<p>{who} reported, crust raised joy (β = .41).</p>")) == [".41"]


@pytest.mark.parametrize(
    "compared",
    [
        "close to that of the original study (.91)",
        "similar to those of the original study (.91)",
        "lower than those in the first study (.91)",
        "close to the alpha of an earlier study (.91)",
    ],
)
def test_a_reliability_that_is_compared_with_that_of_others_is_their_own(compared: str) -> None:
    text = f"Crust was measured with four items. Cronbach's alpha was .79, which is {compared}."
    assert [str(c.value.alpha) for c in reliabilities(said(text, section="Measures"))] == [".79"]


def test_what_is_only_compared_with_others_before_a_result_is_not_their_own() -> None:
    (sentence,) = said("An alpha close to that of the original study would be .88.", section="Measures")
    assert of_others(sentence)


@pytest.mark.parametrize(
    "own",
    [
        "The scale was reported [12], and its alpha was .79.",
        "As reported [12], bakers are old; Cronbach's alpha was .79.",
    ],
)
def test_what_else_was_reported_does_not_take_their_own_reliability_away(own: str) -> None:
    text = f"Crust was measured with four items. {own}"
    assert [str(c.value.alpha) for c in reliabilities(said(text, section="Measures"))] == [".79"]
