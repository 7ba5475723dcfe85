"""Hypotheses that a table states by two columns, `From` and `To`, before anything is estimated."""

from tests.read.tables.invented import read


def stated(table: str) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    found = read(table, "Hypotheses").hypotheses
    return [(f.value.label, f.value.from_, f.value.to, f.value.via, f.value.sign) for f in found]


def test_names_of_one_word_or_two_are_ends() -> None:
    table = "|From|To|Expected sign\nH1a|Salt|Joy|+\nH1b|Frost fear|Joy|−\nH2|Salt|Love of bread, through joy|+\n"
    assert stated(table) == [
        ("H1a", "Salt", "Joy", None, "+"),
        ("H1b", "Frost fear", "Joy", None, "-"),
        ("H2", "Salt", "Love of bread", "joy", "+"),
    ]


def test_two_columns_of_other_things_state_nothing() -> None:
    assert stated("|Town|Oven\nH1|Oslo|Old\nH2|Rome|New\n") == []


def test_a_statement_beside_the_two_columns_says_more_than_they_do() -> None:
    table = (
        "Hypothesis|From|To|Statement\nH1|Salt|Joy|Salt reduces joy\n"
        "H2|Salt|Joy|Crust mediates the effect of salt on joy\nH3|Age|Joy|Age strengthens the effect of frost on joy\n"
    )
    assert [(label, a, b, via, sign) for label, a, b, via, sign in stated(table)] == [
        ("H1", "Salt", "joy", None, "-"),
        ("H2", "salt", "joy", "Crust", None),
        ("H3", "frost", "joy", None, "+"),
    ]
