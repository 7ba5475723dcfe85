"""Whether words speak of what was tried before the study itself: a pilot, a pretest."""

import re

from evidence.read.late import late

__all__ = ["of_trial"]

_TRIED = re.compile(
    r"\b(?:pilot\w*(?!-?\s?tested\s+(?:scales?|items|instruments?|measures?|questionnaires?))|pre-?tests?|pre-?testing"
    r"|preliminary\s+(?:study|test|survey|sample)|trial\s+run)\b|预(?:调研|调查|测试|试)|前测",
    re.IGNORECASE,
)
_MAIN = late(
    r"\b(?:in|for|from)\s+(?:the|this|our)\s+(?:main|final|present|current|full|actual)\s+(?:study|survey|sample|data|test)\b|正式",
    re.IGNORECASE,
)


def of_trial(text: str) -> bool:
    """Whether a sentence or heading is about a trial alone.

    >>> of_trial("α (pilot, n = 31)"), of_trial("α (survey)"), of_trial("In the pilot .7; in the main study .8")
    (True, False, False)
    """
    return _TRIED.search(text) is not None and _MAIN.search(text) is None
