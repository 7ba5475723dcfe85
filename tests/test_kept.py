"""A kept property is worked out once for each object, when it is first asked for."""

from dataclasses import dataclass

from evidence.kept import kept


@dataclass(frozen=True)
class Page:
    words: str

    @kept
    def counted(self) -> list[int]:
        """How long each word is."""
        return [len(word) for word in self.words.split()]


def test_what_was_asked_is_kept_by_the_one_that_was_asked():
    page, other = Page("rye bread"), Page("rye bread")
    assert page.counted == [3, 5]
    assert page.counted is page.counted
    assert page.counted is not other.counted


def test_the_class_knows_what_it_keeps():
    assert Page.counted.__doc__ == "How long each word is."
    assert Page("rye") == Page("rye")
