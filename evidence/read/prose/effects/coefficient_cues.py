"""Quick looks at a sentence, before the patterns of coefficients: whether it has a letter or a word for one."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.lowered import at_words
from evidence.read.prose.mentions import mentions
from evidence.read.prose.sentences import Sentence

__all__ = ["hints", "may_be_between"]

# What a sentence with a coefficient has; each begins with one of a few letters and only then looks back for a word's start.
_LETTER = re.compile(r"[βΒγß𝛽]")
_ASSIGNED = re.compile(
    r"[bBPCcEeaO](?<!\w.)(?:(?<=[bB])(?:_\w{3,6})?(?:\s?\(S\.?E\.?\))?|(?<=O)|(?<=P)C|(?<=[Cc])oeff?\.?|(?<=[Ee])st\.?|(?<=[ac])[12]|(?<=a)b|(?<=c)\s?[′'’])\s*="
)
_WORDED = re.compile(at_words(r"\b(?:original sample|path\b|beta\b|Beta\b|estimate|indirect|total effect)"))
_HAS_LETTER = SENTENCES.bit("β", "γ", "ß", "𝛽")
_HAS_SIGN = SENTENCES.bit("=")
_HAS_NOUN = SENTENCES.bit("posterior", "coefficient", "系数")
_HAS_EFFECT = SENTENCES.bit("effect", "slope")
_EFFECT = re.compile(r"(?:effect|slope)\s*[=:]\s*[-−–.\d]")
_HAS_WORD = SENTENCES.bit("path", "estimate", "original sample", "beta", "indirect", "total effect")


def hints(sentence: Sentence) -> bool:
    """Whether a sentence has a letter or a word for a coefficient."""
    text, cues = sentence.text, sentence.cues
    return bool(
        (cues & _HAS_NOUN and ("coefficient" in text or "posterior" in text or "系数" in text))
        or (cues & _HAS_LETTER and _LETTER.search(text))
        or (cues & _HAS_WORD and _WORDED.search(text))
        or (cues & _HAS_SIGN and _ASSIGNED.search(text))
        or (cues & _HAS_EFFECT and _EFFECT.search(text))
    )


# What names a coefficient there; of letters also what follows them, in lower case.
_HEADS = ("coefficient", "weight", "estimate", "beta", "posterior", "path")
_HEADS_ALONE = re.compile(
    r"[βɣγ𝛽ßabc](?:(?<=[βɣγ𝛽ß])[^=]{0,60}?|(?<![a-z].)(?:(?<=b)\*?|(?<=a)(?:\s?[×*]\s?)?b|(?<=c)\s?[′'’]))\s+(?:of|between|from|for|linking|relating)\s"
)


def may_be_between(sentence: Sentence) -> bool:
    """A quick look whether a coefficient of something may be told of."""
    return mentions(sentence.lower, _HEADS) or _HEADS_ALONE.search(sentence.lower) is not None
