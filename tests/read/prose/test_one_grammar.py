"""What ties two constructs in a hypothesis ties them before a coefficient: one vocabulary, asked from both sides."""

import pytest

from evidence.read import markdown
from evidence.read.prose import understand
from evidence.read.prose.relations.predicates import COMPLEMENTS, PARTICIPLES, VERBS
from evidence.read.prose.relations.relation import relation


def statements() -> list[str]:
    """A statement for every verb, adjective and noun of the vocabulary, in all its prepositions."""
    found = []
    for form, verbs in VERBS.items():
        for verb in verbs:
            if verb.form == "s" or (verb.form == "ed" and all(v.form != "base" for v in verbs)):
                found += [" ".join(["Salt", form, *(step[0] for step in verb.frame.then), "joy"])]
    for word, frames in PARTICIPLES.items():
        found += [" ".join(["Salt was", word, *(step[0] for step in frame.then), "joy"]) for frame in frames]
    found += [
        f"Salt is a {noun} {frame.then[0][0]} joy" for noun, frame in COMPLEMENTS.items() if not noun.endswith("s")
    ]
    return sorted(set(found))


@pytest.mark.parametrize("statement", statements()[::5])  # one of five, for time
def test_a_relation_that_hypotheses_know_is_known_before_coefficients(statement: str) -> None:
    said = relation(statement)
    assert said is not None
    assert {said.from_, said.to} == {"Salt", "joy"}
    ends = said.from_, said.to
    does = statement.removeprefix("Salt ")
    text = f"# Bread\n\n## Results\n\nSalt (β = .31, p < .001), but not smell (β = .02, p = .81), {does}.\n"
    told = [(p.value.from_, p.value.to) for p in understand(markdown.to_source(text.encode())).paths]
    assert told == [ends, tuple(end.replace("Salt", "smell") for end in ends if end)]
