"""What one paper calls its constructs: abbreviations it explains, names it shortens, two names it joins."""

import re
from collections.abc import Sequence

from evidence.constructs.families import ACTORS, BESIDE_THEM, FILLERS, OF_RESPONDENTS
from evidence.constructs.lexicon import Lexicon
from evidence.constructs.naming import Name, definitions, initials, is_abbreviation, parse, shortens

__all__ = ["expand", "joined_parts", "longer", "of_respondents", "shortened", "with_letters_read"]

_JOINED = re.compile(r"\s*/\s*|\s+(?:and|&)\s+")


def expand(letters: str, context: Sequence[str]) -> str | None:
    """What the paper means by its abbreviation: its own definition, else the only other name with these initials."""
    explained = {short.casefold(): full for short, full in definitions(context).items()}
    if letters.casefold() in explained:
        return explained[letters.casefold()]
    fits = {each for each in context if len(each.split()) > 1 and letters.casefold() in initials(each)}
    return fits.pop() if len(fits) == 1 else None


def with_letters_read(name: Name, context: Sequence[str], words: Lexicon) -> tuple[Name, tuple[str, ...]]:
    """The name with an abbreviation inside it written out, where the paper or usage gives it one meaning."""
    for each in name.printed.split():
        short = each.strip("()[],;")
        if len(short) < 2 or not short.isupper() or short == name.abbreviation:
            continue
        usual = words.abbreviations.get(short.casefold(), [])
        full = definitions(context).get(short) or (usual[0].printed if len(usual) == 1 else None)
        if full is not None:
            return parse(name.printed.replace(short, full)), (f"{short} read as {full!r}",)
    return name, ()


def shortened(letters: str, context: Sequence[str]) -> str | None:
    """The only other name of the paper that the letters are cut from: RE beside regret."""
    fits = [each for each in context if len(letters) > 1 and not is_abbreviation(each) and shortens(letters, each)]
    return fits[0] if len({parse(each).text for each in fits}) == 1 else None


def longer(name: Name, context: Sequence[str]) -> str | None:
    """The only other name of the paper that ends in this one, or begins with its two words or more."""
    mine = name.text.split()
    fits: dict[str, str] = {}
    for each in context:
        theirs = parse(each).text.split()
        ends = theirs[-len(mine) :] == mine
        begins = len(mine) > 1 and theirs[: len(mine)] == mine
        if mine and len(theirs) > len(mine) and (ends or begins):
            fits.setdefault(" ".join(theirs), each)
    return fits.popitem()[1] if len(fits) == 1 else None


def joined_parts(printed: str) -> tuple[str, ...]:
    """The parts of a name that a slash or "and" joins; one that joins nothing is its own only part.

    >>> joined_parts("depression/anxiety")
    ('depression', 'anxiety')
    """
    return tuple(part for part in _JOINED.split(printed) if part)


def of_respondents(name: Name) -> bool:
    """Whether a name is of a person rather than of a construct: age, gender, monthly income."""
    words = set(name.words)
    return bool(words & OF_RESPONDENTS) and words <= OF_RESPONDENTS | BESIDE_THEM | ACTORS | FILLERS
