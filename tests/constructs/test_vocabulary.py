"""The vocabulary as a value: its hierarchy, its names, what it refuses; and the shipped one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.constructs import Alias, Construct, Vocabulary, combine, shipped
from evidence.errors import InputError, UsageError

SMALL = Vocabulary(
    {
        "outcomes": Construct("outcomes", "Outcomes"),
        "intention": Construct("intention", "Intention", parent="outcomes"),
        "purchase": Construct("purchase", "Purchase intention", parent="intention"),
        "trust": Construct("trust", "Trust"),
    },
    (
        Alias("PI", "purchase", kind="abbreviation"),
        Alias("PI", "trust", kind="abbreviation"),
        Alias("unease", "trust", -1),
    ),
    source="small.csv",
)


def test_hierarchy_is_walked_both_ways():
    assert SMALL.ancestors("purchase") == ("intention", "outcomes")
    assert SMALL.descendants("outcomes") == ("intention", "purchase")
    assert SMALL.children[""] == ("outcomes", "trust")
    assert SMALL.broaden("purchase", {"outcomes"}) == "outcomes"
    assert SMALL.broaden("trust", {"outcomes"}) == "trust"


def test_names_are_found_in_any_case_but_not_their_opposites():
    assert SMALL.find("purchase INTENTION") == "purchase"
    assert SMALL.find("trust") == "trust"
    with pytest.raises(UsageError, match="several constructs: purchase, trust"):
        SMALL.find("pi")
    with pytest.raises(UsageError, match="no construct 'unease'"):
        SMALL.find("unease")
    with pytest.raises(UsageError, match="did you mean 'purchase'"):
        SMALL["purchas"]
    assert "trust" in SMALL
    assert len(SMALL) == 4


def test_orphans_cycles_and_loose_aliases_are_refused_with_their_line():
    with pytest.raises(InputError, match=r"v:3: construct 'a' has an unknown parent 'b'"):
        Vocabulary({"a": Construct("a", "A", parent="b", line=3)}, source="v")
    with pytest.raises(InputError, match=r"v:2: construct 'a' is its own ancestor: a -> b -> a"):
        Vocabulary({"a": Construct("a", "A", parent="b", line=2), "b": Construct("b", "B", parent="a")}, source="v")
    with pytest.raises(InputError, match=r"v:9: alias 'x' leads to an unknown construct 'y'"):
        Vocabulary({"a": Construct("a", "A")}, (Alias("x", "y", line=9),), source="v")


def test_a_users_vocabulary_stands_beside_or_over_another():
    mine = Vocabulary({"trust": Construct("trust", "Confidence")}, (Alias("faith", "trust"),), source="mine.csv")
    both = combine(SMALL, mine)
    assert both["trust"].label == "Confidence"
    assert both.find("faith") == "trust"
    assert both.source == "small.csv + mine.csv"


@given(st.lists(st.integers(0, 20), min_size=1, max_size=20))
def test_every_descendant_has_the_ancestor(parents):
    # Node i hangs on a node before it, or on none: any forest.
    made = {}
    for i, parent in enumerate(parents):
        made[f"n{i}"] = Construct(f"n{i}", f"N {i}", parent=f"n{parent % i}" if i and parent else "")
    words = Vocabulary(made)
    for node in made:
        assert all(node in words.ancestors(below) for below in words.descendants(node))
        assert {below for below in made if node in words.ancestors(below)} == set(words.descendants(node))


def test_shipped_vocabulary_keeps_its_promises():
    words = shipped()
    assert len(words) >= 260
    assert all(construct.definition for construct in words)
    assert all(construct.reference for construct in words if "grouping node" not in construct.note)
    labels = [construct.label.casefold() for construct in words]
    assert len(set(labels)) == len(labels)
    assert "outcomes" in words.ancestors("behavioural_intention")
    assert "behavioural_intention" in words.ancestors("repurchase_intention")
    assert {"utilitarian_value", "hedonic_value", "social_value"} <= set(words.descendants("perceived_value"))
    assert {"ability", "benevolence", "integrity"} <= set(words.descendants("trust"))


def test_risk_is_not_reversed_trust():
    words = shipped()
    assert not {"trust", "distrust"} & {*words.ancestors("perceived_risk"), *words.descendants("perceived_risk")}
    assert not [alias for alias in words.aliases if alias.construct == "trust" and "risk" in alias.alias]


def test_ambiguous_abbreviations_are_flagged():
    meanings = {alias.construct for alias in shipped().aliases if alias.alias == "PE"}
    assert meanings == {"performance_expectancy", "perceived_enjoyment"}
    assert all("context dependent" in alias.note for alias in shipped().aliases if alias.alias == "PE")
