"""What a sentence says of how many were asked, dropped and analysed: one claim for each number that counts people."""

import re

from evidence.read.prose.chinese.sizes import chinese_role, is_chinese
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.others import of_others
from evidence.read.prose.samples.asides import goes_on_trial
from evidence.read.prose.samples.counts import SPELLED_CUES, Count, counts
from evidence.read.prose.samples.fates import SAID, Role, tells_of_loss
from evidence.read.prose.samples.parts import FEWEST
from evidence.read.prose.samples.phrases import roles_in
from evidence.read.prose.sentences import Sentence
from evidence.settled import settled

__all__ = ["FEWEST", "Claim", "claims_of"]

_MOST = 40  # numbers in a sentence; where more stand it is a list of data
# A number that is no year, the thousands of 2000 to 2999 before a word, or `N =`.
_HINT = re.compile(
    r"\d(?:(?<![\d.,(].)(?<!1(?=9\d\d\b))(?<!2(?=0\d\d\b))[\d,]+(?!\.\d)|(?<=2)\d\d\d\s*[a-z\u4e00-\u9fff])"
)
_N_IS = re.compile(r"n\s*=")
_BOXED = re.compile(r"\((?!(?:19|20)\d\d\))\d[\d,]{1,6}(?:\)|\s+[a-z])")
_SPELLED = SENTENCES.bit(*SPELLED_CUES)
_PLACES = re.compile(
    r"method|sample|data|participant|procedure|respondent|survey|measure|design|result|analysis|abstract|subjects|population|setting|数据|样本|研究方法|对象|被试|摘要",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"introduction|literature|theor|background|hypothes|discussion|limitation|implication|conclusion|review|引言|文献|讨论|结论",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:we|our|us|this\s+study|the\s+present)\b")
_CITING = re.compile(
    r"\bet\s+al\b|\(\s*(?:19|20)\d\d[a-z]?\s*\)|\b(?:19|20)\d\d[a-z]?\)\W*$|\bprevious\b|\bprior\s+stud|\bcensus\b(?!\s+(?:sampl|method|technique|approach))|\bmillion\b|\bbillion\b"
)
_DRAWS = re.compile(r"boot-?strap|re-?sampl|monte\s+carlo|permutation|iteration")
_STUDY = re.compile(r"\b(?:study|experiment)\s+(?P<which>\d|one|two|three|four|five|[a-c])\b")
_WAVE = re.compile(
    r"\b(?:wave|time|round|phase|occasion)\s?(?P<n>\d)\b|\bt(?P<t>[1-4])\b"
    r"|\b(?P<nth>first|second|third|fourth)\s+(?:wave|round|survey|occasion|measurement|questionnaire|phase|time)\b|\b(?P<at>baseline|follow-up)\b"
)
_BOTH_WAVES = re.compile(r"\b(?:both|all|matched|each|every|final)\b")
_NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4", "baseline": "1", "follow-up": "2"}


@settled
class Claim:
    """A number that a place of the document gives a role."""

    role: str
    value: int
    weight: float
    span: tuple[int, int]
    page: int | None = None
    passage: int = -1  # where its paragraph begins
    study: str = ""  # the number of the study it is told of


def claims_of(sentence: Sentence, above: Sentence | None) -> list[Claim]:
    """The claims of a sentence; those of earlier work, of pilots and of what would be needed have no weight."""
    lower = sentence.lower
    spelled = bool(sentence.cues & _SPELLED)
    if not (spelled or (sentence.cues & DIGITS and _may_count(lower))):
        return []
    found = [c for c in counts(lower, spelled) if c.kind != "things" and not _is_draw(c, lower)]
    if not found or len(found) > _MOST:
        return []
    chinese = is_chinese(lower)
    if not chinese and all(c.value < FEWEST for c in found) and not tells_of_loss(lower):
        return []
    roles = _chinese(found, lower) if chinese else roles_in(sentence.text, lower, found)
    told = [(c, r) for c, r in zip(found, roles, strict=True) if r is not None]
    if not any(r.weight for _, r in told) and not any(r.name in ("asked", "dropped", "refused") for _, r in told):
        return []
    if of_others(sentence):
        return []
    place = _place(sentence)
    cited = _CITING.search(lower) is not None
    study = _study_of(sentence)
    claims = []
    for count, role in told:
        weight = role.weight
        if weight:
            weight += place - (
                0
                if not cited
                else 2
                if role.weight > SAID.weight + 1 or _OWN.search(lower)
                else 1.5
                if place >= 1
                else 6
            )
            weight -= 3 if role.name == "said" and place < 0 else 0
            weight -= 3 if above and goes_on_trial(above, sentence) else 0
        if "+" in study and role.name not in ("total", "analysed", "dropped", "asked"):
            weight = 0  # `196 in Study 1 and 354 in Study 2`
        if count.value >= FEWEST or role.name in ("dropped", "refused"):
            claims.append(
                Claim(
                    role.name,
                    count.value,
                    weight,
                    sentence.span(count.start, count.end),
                    sentence.page,
                    sentence.passage.clear.at[0],
                    study,
                )
            )
    return claims


def _may_count(lower: str) -> bool:
    """A quick look whether any number may be one of people."""
    if _HINT.search(lower) or ("=" in lower and _N_IS.search(lower)):
        return True
    return "(" in lower and _BOXED.search(lower) is not None


def _place(sentence: Sentence) -> float:
    """How likely a part of a paper is to tell of its own sample."""
    if sentence.passage.kind == "abstract":
        return 0.9
    if not sentence.section or _PLACES.search(sentence.section):
        return 1.0
    return -0.5 if _ELSEWHERE.search(sentence.section) else 0.4


def _is_draw(count: Count, lower: str) -> bool:
    """Not people: the draws of a bootstrap."""
    if count.noun == "samples" or count.kind == "alone":
        return _DRAWS.search(count.words) is not None or (count.noun == "samples" and _DRAWS.search(lower) is not None)
    return _DRAWS.search(count.words) is not None


def _chinese(found: list[Count], lower: str) -> list[Role | None]:
    ends = [0, *(c.end for c in found)]
    starts = [*(c.start for c in found[1:]), len(lower)]
    return [chinese_role(c, lower, ends[i], starts[i]) for i, c in enumerate(found)]


def _study_of(sentence: Sentence) -> str:
    named = {m["which"] for m in _STUDY.finditer(sentence.lower)}
    if len(named) > 1:
        return "+".join(sorted(named))
    if not named and not _BOTH_WAVES.search(sentence.lower):
        waves = {m["n"] or m["t"] or _NTH[m["nth"] or m["at"]] for m in _WAVE.finditer(sentence.lower)}
        if waves:
            return "wave " + "+".join(sorted(waves))
    said = _STUDY.search(sentence.lower) or _STUDY.search((sentence.passage.chain or (sentence.section,))[-1].lower())
    return said["which"] if said else ""
