"""Titles that name one work, that name themselves retracted, and that any work may carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.status import reasons, titles


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("RETRACTED: Trust and use", "retraction"),
        ("Retracted: Trust and use", "retraction"),
        ("RETRACTED ARTICLE: Trust and use", "retraction"),
        ("[Retracted] Trust and use", "retraction"),
        ("(Retracted) Trust and use", "retraction"),
        ("<b>RETRACTED</b>: Trust and use", "retraction"),
        ("WITHDRAWN: Trust and use", "withdrawal"),
        ("Withdrawn article: Trust and use", "withdrawal"),
        ("REMOVED: Trust and use", "removal"),
        ("TEMPORARY REMOVAL: Trust and use", "removal"),
        ("Retraction: Trust and use", "notice"),
        ("Retraction notice: Trust and use", "notice"),
        ("Retraction notice to “Trust and use” [J. Trust 1 (2020)]", "notice"),
        ("Retraction Note: Trust and use", "notice"),
        ("Retraction Note to: Trust and use", "notice"),
        ("Retraction—Trust and use", "notice"),
        ("Statement of Retraction: Trust and use", "notice"),
        ("Notice of Retraction: Trust and use", "notice"),
        ("Withdrawal notice to: Trust and use", "notice"),
        ("Editorial Expression of Concern: Trust and use", "notice"),
        ("Publisher Correction: Trust and use", "notice"),
        ("Author Correction: Trust and use", "notice"),
        ("Correction to: Trust and use", "notice"),
        ("Corrigendum to Trust and use", "notice"),
        ("Erratum for Smith et al.", "notice"),
        ("Retraction", "notice"),
        ("Retracted articles and how researchers cite them: a survey", None),
        ("Trust in retracted work: evidence", None),
        ("Trust and use (Retracted article)", None),
        ("Retraction of consent in clinical research", None),
        ("Correction of myopia among pupils", None),
        ("Correction for attenuation in meta-analysis", None),
        ("Expression of concern among nurses", None),
        ("Withdrawn users: who leaves a platform", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_title_says_of_its_work(title: str | None, expected: str | None) -> None:
    assert titles.mark(title) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Introduction",
        "Editorial",
        "Letter to the Editor",
        "A letter to the editors",
        "Book review",
        "A systematic review of the literature",
        "A survey study",
        "Reply to the authors",
        "Trust and loyalty",
        "Results of a new survey",
        "Comments on the paper",
    ],
)
def test_titles_that_any_work_may_carry(title: str) -> None:
    assert titles.generic(titles.normal(title))


@pytest.mark.parametrize("title", ["Trust and continuance intention", "直播电商环境下顾客融入的影响研究"])
def test_titles_that_tell(title: str) -> None:
    assert not titles.generic(titles.normal(title))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (
            "Perceived usefulness and mobile banking adoption",
            "RETRACTED: Perceived Usefulness & Mobile Banking Adoption.",
            True,
        ),
        ("Perceived usefulness and mobile banking adoption", "Percieved usefulness and mobile banking adoption", True),
        ("Percep\u0301tion of trust in live streaming", "Percepti\u0301on of trust in live streaming", True),
        ("Perceived usefulness and mobile banking adoption", "Perceived usefulness and mobile payment adoption", False),
        ("Trust in online stores: study 1 of a programme", "Trust in online stores: study 2 of a programme", False),
        ("A long road to trust in stores part I", "A long road to trust in stores part II", False),
        ("", "", False),
        ("Trust", "", False),
    ],
)
def test_similar_titles(a: str, b: str, same: bool) -> None:
    assert titles.similar(titles.normal(a), titles.normal(b)) is same


@given(st.text(max_size=60))
def test_normal_form_is_stable(title: str) -> None:
    once = titles.normal(title)
    assert titles.normal(once) == once
    assert once == " ".join(once.split())


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (["Nguyen, T."], {"nguyen"}),
        ("T Nguyen;K Lee", {"nguyen", "lee"}),
        (["Trang Thi Nguyen", "K. Lee"], {"nguyen", "lee"}),
        (["Nguyen TT", "LI W"], {"nguyen", "li"}),
        (["García-López, M.", "Garcia Lopez, M."], {"garcialopez", "lopez"}),
        (["van der Berg, J.", "J van der Berg"], {"berg"}),
        (["O'Brien, K.", "K O’Brien"], {"obrien"}),
        ([{"family": "Wakefield", "given": "AJ"}, {"name": "Trust Group"}], {"wakefield", "group"}),
        ("Smith J and Jones K & Brown L", {"smith", "jones", "brown"}),
        (["Smith, J., Jr", "", "12"], {"smith"}),
        (None, set()),
        ([], set()),
    ],
)
def test_family_names(authors: object, expected: set[str]) -> None:
    assert titles.families(authors) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given_reasons", "expected"),
    [
        ("+Concerns/Issues about Data;", "data"),
        ("+Falsification/Fabrication of Data;+Misconduct by Author;", "data"),
        ("+Original Data and/or Images not Provided and/or not Available;", "data"),
        ("+Error in Analyses;", "analysis-error"),
        ("+Error in Results and/or Conclusions;", "analysis-error"),
        ("+Plagiarism of Article;", "plagiarism-or-duplicate"),
        ("+Plagiarism of Data;", "plagiarism-or-duplicate"),
        ("+Duplication of Article;", "plagiarism-or-duplicate"),
        ("+Euphemisms for Duplication;", "plagiarism-or-duplicate"),
        ("+Duplication of Image;", "data"),
        ("+Fake Peer Review;+Investigation by Journal/Publisher;", "peer-review-manipulation"),
        ("+Concerns/Issues with Peer Review;+Concerns/Issues about Data;", "peer-review-manipulation"),
        ("+Fake Peer Review;+Paper Mill;+Concerns/Issues about Data;", "paper-mill"),
        ("+False/Forged Authorship;", "authorship"),
        ("+Concerns/Issues About Authorship/Affiliation;", "authorship"),
        ("+Objections by Author(s);", "authorship"),
        ("+Lack of IRB/IACUC Approval and/or Compliance;", "ethics"),
        ("+Informed/Patient Consent - None/Withdrawn;", "ethics"),
        ("+Error by Journal/Publisher;+Duplicate Publication through Error by Journal/Publisher;", "publisher-error"),
        ("+Error by Journal/Publisher;+Plagiarism of Text;", "plagiarism-or-duplicate"),
        (
            "+Concerns/Issues about Data;+Plagiarism of Article;",
            "plagiarism-or-duplicate",
        ),  # stated outweighs a concern
        ("+Notice - Limited or No Information;", "unknown"),
        ("+Date of Retraction/Other Unknown;+Investigation by Third Party;", "unknown"),
        ("", "unknown"),
        (None, "unknown"),
        ("evidence of manipulation of the publication and peer-review process", "peer-review-manipulation"),
        ("the authors found a coding error in the model", "analysis-error"),
        ("the raw data could not be verified and the images were manipulated", "data"),
        ("published twice by mistake through a production error", "publisher-error"),
        ("one author was unaware of the submission", "authorship"),
    ],
)
def test_reason_classes(given_reasons: str | None, expected: str) -> None:
    assert reasons.reason_class(reasons.split(given_reasons)) == expected
    assert expected in reasons.CLASSES


def test_reasons_are_split_and_kept() -> None:
    assert reasons.split("+Fake Peer Review;+Paper Mill;") == ("Fake Peer Review", "Paper Mill")
    assert reasons.split("+Ethical Violations by Author; +Paper Mill") == ("Ethical Violations by Author", "Paper Mill")
    assert reasons.split(["+A;", "+A;+B"]) == ("A", "B")
    assert reasons.classes(["Paper Mill", "Concerns/Issues about Data", "Withdrawal"]) == ("paper-mill", "data")


@pytest.mark.parametrize(
    ("reason", "expected"),
    [("Retract and Replace", True), ("retraction and republication", True), ("retracted and has been replaced", True),
     ("The article is retracted by the editor and replaced", True), ("Retraction", False), ("Replaced figure", False)],
)  # fmt: skip
def test_replacement_is_read_from_the_reason(reason: str, expected: bool) -> None:
    assert reasons.replaced([reason]) is expected
