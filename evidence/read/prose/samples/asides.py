"""Numbers that are no sample of this paper: of a pilot, of a rule for the least size, of a scale's validation, of a retest."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.lowered import at_words
from evidence.read.prose.samples.counts import Count
from evidence.read.prose.sentences import Sentence

__all__ = ["goes_on_trial", "is_aside"]

_NEEDED_BEFORE = re.compile(
    at_words(
        r"\b(?:minimum|at\s+least|(?<!to )recommend\w*|rules?\s+of\s+thumb|should\s+be|required?|requires|needed(?!\s+(?:only\s+)?(?:less|fewer|under|longer|more)\b)|necessary|power\s+analysis|a\s+priori|g\*power|cochran\w*|ratio(?=\s+(?:of|between|\d))|to-\w+\s+ratio|critical\s+n\b|hoelter\w*|ask(?:s|ed)?\s+for|call(?:s|ed)?\s+for|demand(?:s|ed)?|rule)\b"
    )
)
_FIT = r"(?!\s+(?:model\s+)?(?:fit|reliab\w+|validity|internal|levels?|values?|loadings?))"  # not of the number
_NEEDED_BEHIND = re.compile(
    at_words(
        r"\b(?:minimum|(?<!to )recommend\w*|rule\s+of\s+thumb|required|requires|needed|necessary|would\s+(?:have|be)|suffic\w+|should\s+be|enough"
        rf"|adequate{_FIT}|acceptable{_FIT}|satisfactory{_FIT}|appropriate{_FIT})\b"
    )
)
_EARLIER = re.compile(  # `a survey of 1,800 residents had found little`
    r"\bhad\s+(?:\w+ly\s+)?(?:brought|found|shown|reported|revealed|yielded|established|estimated|concluded|discovered|observed)\b"
)
_OF_OTHERS = re.compile(
    # `had ranked first in a study of`, `others, who asked`, `Doe et al. (2013), who had a sample of`
    r"\bhad\s+(?:been\s+)?\w+(?:ed|en|wn|nd|ght)\b[^.;]*\bin\s+an?\s+(?:\w+\s+)?(?:study|survey|sample)\s+(?:of|with|among)\s*$"
    r"|^\W*others\b[^.;]*$|^\),\s+(?:who|whose)\b[^.;]*$|(?:\bet\s+al\.?|\(\d{4}[a-z]?\))[^.;]{0,12},\s+(?:who|whose|which)\b[^.;]*$"
)
_EXCEEDS = re.compile(
    at_words(r"\b(?:exceed\w*|surpass\w*|meets?|met|satisf\w+|above|larger|greater|higher|more\s+than|fulfil\w*)\b")
)
_TRIED = re.compile(
    at_words(
        r"\b(?:pilot\w*|pre-?test\w*|pre-?stud\w+|re-?test\w*|scale\s+developers?|focus\s+groups?|originally\s+(?:\w+ly\s+)?(?:developed|validated|tested|constructed|normed)|norm(?:s|ed|ative)|validated|validation(?!\s+samples?\b)|cognitive\s+interviews|preliminary|(?:earlier|previous|prior|former|older|past)\s+(?:wave|study|survey|sample|research|work)|initial\s+(?:test|questionnaire|scale|version|survey|measurement)|trial\s+(?:test|version)|predict(?:ion|ive)\s+test|first\s+draft|item\s+analysis)\b"
    )
)
_TRIAL = re.compile(
    at_words(r"\bpilot\s|\bpre-?test\b|\binitial\s+(?:test|questionnaire|scale|survey)\b|\btrial\s+test\b")
)
_SPOKEN = re.compile(
    at_words(
        r"\b(?:experts?|judges|exploratory\s+factor|tried\s+out|try\s+out|trial\s+run|semi-?structured|in-depth|focus\s+groups?|qualitative)\b"
    )
)
_FACTORED = re.compile(at_words(r"\b(?:exploratory|efa|item\s+analysis|half|halves|cross-?validat\w*)\b"))
_FEW = 100  # more experts than that are a sample
_AFTER_TRIAL = re.compile(
    at_words(
        r"\b(?:after|following|apart\s+from|besides|from|based\s+on|in\s+light\s+of)\s+(?:\w+\s+){0,4}?(?:pilot\w*|pre-?test\w*)\b[^,]*,"
    )
)
_MAIN = re.compile(
    at_words(
        r"\bthe\s+survey\b|\b(?:main|final|full|actual|principal|formal|present|current|this)\s+(?:study|survey|sample|data|investigation|research|experiment|questionnaire|test)\b"
    )
)
_REPEATED = re.compile(
    at_words(
        r"\b(?:again|retest\w*|re-test\w*|second\s+time|sub-?sample|randomly\s+(?:chosen|selected)\s+for|non-?respon\w+)\b"
    )
)
# `Leaving out the 27 bakers who had moved changed nothing`: a look whether the results hold, not the sample.
_LEFT_OUT_ONCE = re.compile(
    r"\b(?:leaving\s+out|omitting|excluding|dropping|removing|without|left\s+out)\s+(?:the\s+|these\s+|those\s+|all\s+)?$"
)
_NO_CHANGE = re.compile(
    r"\b(?:changed?\s+(?:nothing|little)|(?:did|does)\s+not\s+(?:change|alter|affect)|made\s+no\s+difference|unchanged"
    r"|(?:same|similar)\s+(?:results?|conclusions?|pattern|findings?|estimates?)"
    r"|(?:results?|conclusions?|findings?|estimates?)\s+(?:was|were|is|are|remained|stayed)\s+(?:much\s+|about\s+|essentially\s+)?the\s+same)\b"
)


def is_aside(text: str, count: Count, left: str, right: str) -> bool:
    """Whether a number is one of a pilot, of a rule for the least size, or of a scale's validation elsewhere."""
    if _NEEDED_BEFORE.search(left) and not _MAIN.search(left):
        return True
    if (needed := _NEEDED_BEHIND.search(right)) and not _EXCEEDS.search(right[: needed.start()]):
        return True
    if _LEFT_OUT_ONCE.search(left) and _NO_CHANGE.search(right):
        return True
    if _REPEATED.search(right) or _EARLIER.search(right) or _OF_OTHERS.search(left):
        return True
    if _FACTORED.search(right) and "confirmatory" not in right and "all" not in right:
        return True  # one half of the sample
    if (
        _SPOKEN.search(re.split(r"[,:]", left)[-1][-60:])
        or (count.value < _FEW and _SPOKEN.search(count.noun))
        or _SPOKEN.search(count.words)
    ):
        return True
    before = _AFTER_TRIAL.sub(lambda m: " " * len(m[0]), text[: count.start])
    tried = max((m.end() for m in _TRIED.finditer(before)), default=-1)
    if not _MAIN.search(right) and tried > max((m.end() for m in _MAIN.finditer(before)), default=-1):
        return True
    behind = _TRIED.search(right) or _TRIED.search(count.words)
    return behind is not None and not _MAIN.search(right)


def goes_on_trial(above: Sentence, sentence: Sentence) -> bool:
    """Whether the sentence before spoke of a pilot, and this one does not come to the study itself."""
    if above.passage is not sentence.passage or not _TRIAL.search(_AFTER_TRIAL.sub("", above.lower)):
        return False
    return not (
        _MAIN.search(above.lower)
        or _MAIN.search(sentence.lower)
        or re.search(r"\bafter|\bthen\b|\bfinal|\btotal\b", sentence.lower)
    )
