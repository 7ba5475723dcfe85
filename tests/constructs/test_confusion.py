"""Jingle and jangle."""

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.constructs.confusion import JANGLE, Reported, _cosine, _weighted, confusions
from evidence.constructs.naming import words_of

USEFUL = ("Using the app improves my shopping performance", "The app makes my shopping more effective")
FUN = ("Watching the stream delights me", "Hours pass quickly when I watch a stream")


def test_same_name_with_other_items_is_a_jingle():
    found = confusions([Reported("a", "Engagement", items=USEFUL), Reported("b", "engagement", items=FUN)])
    assert [(each.kind, each.by) for each in found] == [("jingle", "items")]
    assert "share a name but hardly their items" in found[0].message


def test_other_name_with_the_same_items_is_a_jangle():
    found = confusions(
        [Reported("a", "Perceived usefulness", items=USEFUL), Reported("b", "Relative advantage", items=USEFUL)]
    )
    assert [(each.kind, each.similarity) for each in found] == [("jangle", 1.0)]
    assert "other names but nearly the same items" in found[0].message


def test_a_mapping_settles_a_jangle_and_widens_the_look_for_jingle():
    pair = [Reported("a", "Usefulness", items=USEFUL), Reported("b", "Advantage", items=USEFUL)]
    assert confusions(pair, {("a", "Usefulness"): "pu", ("b", "Advantage"): "pu"}) == []
    other = [Reported("a", "Usefulness", items=USEFUL), Reported("b", "Delight", items=FUN)]
    assert [w.kind for w in confusions(other, {("a", "Usefulness"): "x", ("b", "Delight"): "x"})] == ["jingle"]
    split = [Reported("a", "Trust", items=USEFUL), Reported("b", "Trust", items=USEFUL)]
    assert [w.kind for w in confusions(split, {("a", "Trust"): "x", ("b", "Trust"): "y"})] == ["jangle", "jingle"]


def test_one_name_placed_as_two_constructs_is_told_once():
    studies = [Reported(each, "Trust") for each in "abcd"]
    placed = {("a", "Trust"): "trust", ("b", "Trust"): "trust", ("c", "Trust"): "risk", ("d", "Trust"): "risk"}
    found = confusions(studies, placed)
    assert [(w.kind, w.by, w.first.study, w.second.study) for w in found] == [("jingle", "name", "a", "c")]
    assert found[0].message == "'Trust' (a) and 'Trust' (c) are one name placed as two constructs"


def test_names_that_differ_only_in_who_or_where_are_a_jangle_until_both_are_placed():
    pair = [Reported("a", "Customer satisfaction"), Reported("b", "Online satisfaction")]
    assert [(w.kind, w.by) for w in confusions(pair)] == [("jangle", "name")]
    assert confusions(pair, {("a", pair[0].name): "customer", ("b", pair[1].name): "online"}) == []
    assert confusions([pair[0], Reported("a", "Online satisfaction")]) == []  # one paper means two things by two names


def test_a_name_cut_short_within_a_paper_is_asked_about_unless_the_paper_tells_them_apart():
    short, whole = Reported("a", "attitude"), Reported("a", "Attitude toward use")
    (found,) = confusions([whole, short])
    assert (found.kind, found.by, found.first.name, found.second.name) == ("jangle", "paper", short.name, whole.name)
    assert found.message == "a says both 'attitude' and 'Attitude toward use': one thing or two?"
    placed = {("a", "attitude"): "attitude", ("a", "Attitude toward use"): "attitude_toward_use"}
    assert confusions([whole, short], placed, {"attitude_toward_use": ("attitude",)}) == [found]
    assert confusions([whole, short], dict.fromkeys(placed, "attitude")) == []
    apart = Reported("a", "attitude", tied=frozenset({"Attitude toward use"}))
    assert confusions([apart, whole]) == []  # the paper correlates the two
    assert confusions([short, Reported("b", "Attitude toward use")]) == []
    for joined in ("attitude × risk", "trust/attitude"):
        assert confusions([short, Reported("a", joined)]) == []


def test_a_construct_may_be_like_the_one_above_it():
    said = "calm reliance on the honesty and kindness of the merchant"
    pair = [Reported("a", "Trust", said), Reported("b", "Merchant trust", said)]
    placed = {("a", "Trust"): "trust", ("b", "Merchant trust"): "trust_in_seller"}
    assert [w.by for w in confusions(pair, placed)] == ["definition"]
    assert confusions(pair, placed, {"trust_in_seller": ("trust",)}) == []


def test_definitions_and_positions_count_too():
    first = Reported(
        "a", "Trust", "calm reliance on the honesty and kindness of the merchant", neighbours=frozenset("uvxyz")
    )
    second = Reported("b", "Trust", "security that payment systems protect data", neighbours=frozenset("opqrs"))
    assert {(w.kind, w.by) for w in confusions([first, second])} == {("jingle", "definition"), ("jingle", "position")}
    shares = Reported("c", "Trust", neighbours=frozenset("xqrst"))
    assert confusions([first, shares]) == []


def test_short_texts_prove_nothing_and_one_study_is_not_two():
    assert confusions([Reported("a", "Trust", items=("I trust",)), Reported("b", "Trust", items=("It works",))]) == []
    assert confusions([Reported("a", "Trust", items=USEFUL), Reported("a", "Trust", items=FUN)]) == []


WORDS = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)


@settings(deadline=None, max_examples=30)
@given(st.lists(words, min_size=2, max_size=8))
def test_no_jangle_is_missed(texts):
    reported = [Reported(f"s{i}", f"Name {i} kind{i}", items=(" ".join(text),)) for i, text in enumerate(texts)]
    found = {(w.first.study, w.second.study) for w in confusions(reported) if w.kind == "jangle"}
    sets = [words_of(" ".join(each.items)) for each in reported]
    vectors = _weighted(sets)
    expected = {
        (f"s{i}", f"s{j}")
        for i in range(len(sets))
        for j in range(i + 1, len(sets))
        if min(len(sets[i]), len(sets[j])) >= 4 and _cosine(vectors[i], vectors[j]) >= JANGLE + 1e-9
    }
    assert expected <= found
