"""Numbers that are no results of the study: of a pilot study or pretest, of simulated data, of an example."""

import re
from functools import lru_cache

from evidence.read.late import late
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.others import of_others
from evidence.read.prose.sentences import Sentence

__all__ = ["no_result", "of_another_statistic"]

_CUES = SENTENCES.bit(
    "pilot", "pretest", "pre-test", "simulat", "population", "example", "instance", "assum", "suppos", "detect"
)
_SAID = late(
    r"^\W*(?:in|during|for|from)\s+(?:the|a|our|this)\s+(?:\w+\s+)?(?:pilot|pre-?test)\b|\b(?:the|a|our)\s+(?:pilot(?:\s+(?:study|test|survey|sample|data))?|pre-?test)\s+(?:also\s+)?(?:show|confirm|reveal|indicat|found|suggest)"
    r"|\bpower\s+(?:analys[ei]s\b.{0,120}|of\s+0?\.\d+\s+)to\s+detect\b(?!.*,\s+(?:and|but)\s)|\bpopulation\s+(?:paths?|coefficients?|parameters?|models?)\b|\bsimulated\s+(?:data|samples?|population)\b|\bfor\s+(?:example|instance),\s+if\b|^\W*(?:suppose|assume|assuming|supposing)\b",
    re.IGNORECASE,
    needs=late(
        r"pilot|pre-?test|to\s+detect|population\s+(?:path|coef|param|model)|simulated\s+[dsp]|(?:example|instance),\s+if\b"
        r"|^\W*(?:suppos|assum)",
        re.IGNORECASE,
    ),
)
_HEAD = late(r"\bpilot\b|\bpre-?test(?:s|ing)?\b|\bsimulation|\bmonte\s+carlo\b|\bpower\s+analysis\b", re.IGNORECASE)


def no_result(sentence: Sentence) -> bool:
    """A sentence of which a coefficient is not to be taken: it is another study's, or none that was found."""
    if sentence.cues & _CUES and _SAID.search(sentence.text):
        return True
    return _heads_a_trial(sentence.section) or of_others(sentence)


_OF_WHAT = r"\s+(?:of|for|associated\s+with|on)\s+(?:(?:the|this|each|an?)\s+)?(?:\w+\s+){0,2}?$"
_STATISTIC = late(  # `the p value for the path from crust to joy`
    rf"\b(?:[ptzF][-\s]?(?:values?|statistics?|ratios?)|standard\s+errors?|S\.?E\.?|thresholds?|cut-?offs?|priors?|significance(?:\s+levels?)?|confidence\s+intervals?|bounds?|limits?|power|effect\s+sizes?|VIFs?){_OF_WHAT}|\b(?:threshold|cut-?off|prior)\s+for\b",
    re.IGNORECASE,
    needs=late(rf"{_OF_WHAT}|(?:threshold|cut-?off|prior)\s+for\b", re.IGNORECASE),
)


def of_another_statistic(before: str) -> bool:
    """Whether what is called an effect or path right behind these words is only what a t, p, or error is given of.

    >>> of_another_statistic("The p value for the "), of_another_statistic("The ")
    (True, False)
    """
    return _STATISTIC.search(before) is not None


@lru_cache(maxsize=512)
def _heads_a_trial(heading: str) -> bool:
    return _HEAD.search(heading) is not None
