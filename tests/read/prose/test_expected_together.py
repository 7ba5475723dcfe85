"""Statements of what is expected more of where there is more of something, and of `the more A, the more B`."""

import pytest

from evidence.read.prose.relations.relation import relation
from evidence.read.prose.relations.the_more import says_the_more


def ends(text: str) -> tuple[str | None, str | None, str | None] | None:
    tie = relation(text)
    return (tie.from_, tie.to, tie.sign) if tie else None


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("We expect more of joy where salt is felt", "+"),
        ("We expect more joy where there is more salt", "+"),
        ("We expect less joy with more salt", "-"),
        ("Bakers differ, and we also expect more joy with less salt", "-"),
        ("In warm ovens, we expect higher levels of joy when salt is high", "+"),
        ("We anticipate lower joy if salt is given", "-"),
        ("We predict less joy with less salt", "+"),
        ("We supposed less joy wherever there is more salt", "-"),
        ("We generally expected greater joy with a higher level of salt", "+"),
    ],
)
def test_what_we_expect_more_of(text: str, sign: str) -> None:
    assert ends(text) == ("salt", "joy", sign)


@pytest.mark.parametrize(
    "text",
    [
        "We expect more joy with bakers than with smiths",
        "We expect more joy with salt and less joy with rye",
        "We expect more and more joy",
        "We see more joy where salt is felt",
    ],
)
def test_what_we_expect_otherwise_ties_nothing_so(text: str) -> None:
    assert ends(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The higher the salt, the more likely a return to the oven", ("salt", "return to the oven", "+")),
        ("The higher the salt, the less likely their love of bread", ("salt", "love of bread", "-")),
        ("The lower the salt, the less likely the joy", ("salt", "joy", "+")),
    ],
)
def test_what_is_the_more_likely(text: str, expected: tuple[str, str, str]) -> None:
    assert ends(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The more salt a baker gets, the more will be delighted",
        "The more salt a baker gets, the more is wanted",
        "The more bakers are warm, the more they are glad",
        "The more crust is brown, the more is salt related to joy",
        "The more useful bakers feel salt to be, the more they are pleased",
        "The stronger it is felt to be, the more is the joy",
        "The more different the ovens are judged to be, the lower will be the joy",
    ],
)
def test_the_more_of_something_that_happens_names_no_ends(text: str) -> None:
    assert ends(text) is None


def test_the_more_with_a_verb_is_read_by_no_other_grammar() -> None:
    assert says_the_more("The more bakers are warm, the more they are glad")
    assert says_the_more("The more salt is given to bakers, the more bread raises joy")
    assert not says_the_more("The more salt, the more joy")
    assert not says_the_more("Bakers think that the more salt is used, the more joy is felt")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("We expect more joy where salt is low", "-"),
        ("We expect less joy when salt is absent", "+"),
        ("We expect less joy where salt is lacking", "+"),
        ("We expect higher joy if salt is scarce", "-"),
        ("We expect less joy wherever salt is available", "-"),
        ("We expect more joy where there is less salt", "-"),
    ],
)
def test_where_it_is_low_or_gone_there_is_less_of_it(text: str, sign: str) -> None:
    assert ends(text) == ("salt", "joy", sign)


@pytest.mark.parametrize(
    "text",
    [
        "We expect more need for bread with more salt",
        "We expect more joy with more samples",
        "We expect more joy with larger groups",
        "We expect more joy with salt",
        "We expect more joy if there is salt",
        "We expect more joy where salt is sold",
    ],
)
def test_what_is_expected_with_something_that_has_no_degree_ties_nothing(text: str) -> None:
    assert ends(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The more salt is felt to be, the more joy", ("salt", "joy", "+")),
        ("The more crust is felt to be, the more likely is salt", ("crust", "salt", "+")),
        ("The higher a baker's salt is felt to be, the higher the joy", ("salt", "joy", "+")),
        ("The stronger bakers' salt is said to be, the lower is the fear", ("salt", "fear", "-")),
        ("The more bakers want to be, the more they are pleased", None),
    ],
)
def test_how_it_is_felt_to_be(text: str, expected: tuple[str, str, str] | None) -> None:
    assert ends(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The more salt bakers feel, the more joy they report", ("salt", "joy", "+")),
        ("The more strongly bakers feel salt, the greater their joy", ("salt", "joy", "+")),
        ("The more often a baker engages in kneading, the less fear he feels", ("kneading", "fear", "-")),
    ],
)
def test_what_people_feel_or_do_the_more(text: str, expected: tuple[str, str, str]) -> None:
    assert ends(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The more likely bakers are to bake, the less fear they feel",
        "The more strongly bakers identify with the guild, the greater their joy",
        "The more often bakers report frost to the guild, the higher their joy",
        "The more often bakers experience salt or rye, the higher their joy",
    ],
)
def test_what_is_done_to_something_is_not_called_by_it(text: str) -> None:
    assert ends(text) is None


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Bakers who perceive more salt will show an increase in joy", "+"),
        ("Bakers who perceive more salt would show a relative increase in joy 1 year later", "+"),
        ("Bakers high in salt will report a steeper decline in joy over time", "-"),
        ("Bakers high in salt will report more joy than bakers low in salt", "+"),
        ("Joy is higher when bakers have more salt", "+"),
        ("Joy will be lower when bakers report higher levels of salt", "-"),
        ("On days with more salt, bakers will report more joy", "+"),
        ("On days when bakers experience more salt, they will report less joy", "-"),
    ],
)
def test_what_people_or_days_with_more_of_something_have(text: str, sign: str) -> None:
    tie = ends(text)
    assert tie is not None
    assert (tie[0].lower(), tie[1].lower(), tie[2]) == ("salt", "joy", sign)


@pytest.mark.parametrize(
    "text",
    [
        "On days with more salt, the bakery opens late",
        "Bakers who perceive more salt will show their bread in the window",
    ],
)
def test_people_and_days_without_a_second_degree_tie_nothing_so(text: str) -> None:
    tie = ends(text)
    assert tie is None or tie[0] != "salt"
