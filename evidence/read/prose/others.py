"""What a paper says of the work of others: the samples, coefficients and verdicts in it are not its own."""

import re
from functools import lru_cache

from evidence.read.prose.sentences import Sentence

__all__ = ["of_others"]

_BEFORE = re.compile(
    r"introduction|literature|theor|background|hypothes[ei]s|related\s+work|previous|prior|review|conceptual|引言|文献|理论",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"result|finding|test|analys|discussion|method|data|sample|estimat|conclusion|implication", re.IGNORECASE
)
_CITED = re.compile(
    r"\b(?:19|20)\d\d[a-z]?\s?[)\]]|\bet\s+al\b|\[\d{1,3}(?:\s?[-–,，]\s?\d{1,3})*\]|[\u4e00-\u9fff]等[\u4e00-\u9fff（(\[]"
)


def of_others(sentence: Sentence) -> bool:
    """A sentence that cites someone, in a section that comes before the paper's own work."""
    return _before_own_work(sentence.section) and _CITED.search(sentence.text) is not None


@lru_cache(maxsize=512)
def _before_own_work(section: str) -> bool:
    return bool(_BEFORE.search(section)) and not _OWN.search(section)
