"""Words that were cut at the end of a line are whole again, with the hyphen that the paper writes them with."""

import pytest

from evidence.read.clear import Clear
from evidence.read.prose.line_ends import with_whole_words
from evidence.read.prose.sentences import passages
from evidence.read.text import source_of


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The immedi-\nacy of ovens.", "The immediacy of ovens."),
        ("We saw the self-\nesteem of bakers.", "We saw the self-esteem of bakers."),
        ("Cross-\nsectional data of ovens.", "Cross-sectional data of ovens."),
        ("The oven-\nheat was high; oven-heat matters.", "The oven-heat was high; oven-heat matters."),
        (
            "The oven-\nheat was high; an oven is warm, and heat rises.",
            "The oven-heat was high; an oven is warm, and heat rises.",
        ),
        ("The co-\noking of bread; cooking matters.", "The cooking of bread; cooking matters."),
        ("Ovens of the North-\nWest are old.", "Ovens of the North- West are old."),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_whole(text: str, whole: str) -> None:
    (passage,) = passages(source_of(text))
    assert passage.text == whole


def test_whole_words_keep_their_places() -> None:
    text = "The immedi-\nacy of 12 ovens."
    whole = with_whole_words(Clear(text, range(50, 50 + len(text))), text)
    assert whole.text == "The immediacy of 12 ovens."
    at = whole.text.index("12")
    assert whole.span(at, at + 2) == (50 + text.index("12"), 50 + text.index("12") + 2)
    plain = Clear("The crust.", range(10))
    assert with_whole_words(plain, plain.text) == plain
