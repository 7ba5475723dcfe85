"""How many answered: drawn, returned, usable; and which of these numbers is the one that was analysed."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS
from evidence.read.prose.others import of_others
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.sizes import RULES, SORTS, WANTED
from evidence.records import Printed, Sample

__all__ = ["sample"]

_YEARS = re.compile(r"^(?:19|20)\d\d$")
# A number that is no year, the thousands of 2000 to 2999 before a word, or `N =`.
_HINT = re.compile(r"\d(?:(?<![\d.,(].)(?<!1(?=9\d\d\b))(?<!2(?=0\d\d\b))[\d,]+(?!\.\d)|(?<=2)\d\d\d\s+[a-z])")
_N_IS = re.compile(r"[Nn]\s*=")
_EQUALS = next(rule for rule in RULES if rule.pattern.pattern.startswith("(?<![A-Za-z])[Nn]"))
_RATE = re.compile(
    r"(?:valid|effective|usable|response|recovery|return)\s+(?:\w+\s+){0,2}(?:rate|ratio)\s+(?:\w+\s+){0,3}?(?P<n>\d{1,3}(?:\.\d+)?)\s*%",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:et al|previous|prior\s+stud|minimum|at\s+least|recommend\w*|rule\s+of\s+thumb|should\s+be|required|needed|suggested|power\s+analysis|"
    r"census|population\s+of|million|billion)\b|\(\s*(?:19|20)\d\d\)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:pilot\w*|pre-?tests?|pre-?tested|interviews?|interviewed|experts?|judges)\b", re.IGNORECASE)
# A sentence that ends in a citation: `Of 1,200 bakers, 46% had done so (Roe & Doe, 2004).`
_CITING = re.compile(r"\([A-Z][^()]*\b(?:19|20)\d\d[a-z]?\)\W*$")
# Not people: the draws of a bootstrap.
_DRAWN = re.compile(
    r"\s*(?:[a-z-]+\s+){0,3}?(?:bootstrap\w*|re-?samples?|sub-?samples|iterations|replications|permutations|draws|simulations)\b",
    re.IGNORECASE,
)
_SAMPLES = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?samples\b")
_DRAWS = re.compile(r"\bboot-?strap|\bre-?sampl|\bmonte\s+carlo")
_PLACES = re.compile(
    r"method|sample|data|participant|procedure|respondent|survey|measure|design|result|analysis|abstract|数据|样本|研究方法",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Claim:
    name: str
    value: str
    weight: float
    span: tuple[int, int]
    page: int | None


def sample(sentences: tuple[Sentence, ...], captions: tuple[tuple[str, int], ...] = ()) -> Found[Sample] | None:
    """The sample as the paper describes it; `n` is the number analysed."""
    claims = [claim for sentence in sentences if sentence.cues & DIGITS for claim in _claims(sentence)]
    for text, start in captions:
        claims += [
            _Claim("n", m["n"], 6.5, (start + m.start("n"), start + m.end("n")), None)
            for m in re.finditer(r"(?<![A-Za-z])[Nn]\s*=\s*(?P<n>\d{1,3}(?:,\d{3})+|\d{2,7})\b(?!\.\d)", text)
        ]
    if not claims:
        return None
    rated = next(((s, m) for s in sentences if "%" in s.text and (m := _RATE.search(s.text))), None)
    best = _analysed(claims)
    if best and rated:
        best, claims = _rated(best, Printed(rated[1]["n"]), claims)
    parts: dict[str, Any] = {}
    spans: dict[str, tuple[int, int]] = {}
    for name in ("distributed", "collected", "valid"):
        chosen = max((c for c in claims if c.name == name), key=lambda c: c.weight, default=None)
        if chosen:
            parts[name], spans[name] = Printed(_digits(chosen.value)), chosen.span
    if best:
        parts["n"], spans["n"] = Printed(_digits(best.value)), best.span
        if "valid" in parts and _digits(best.value) != parts["valid"] and best.name != "valid":
            del parts["valid"], spans["valid"]
    if rated:
        sentence, rate = rated
        parts["valid_rate_pct"], spans["valid_rate_pct"] = Printed(rate["n"]), sentence.span(*rate.span("n"))
    if not parts:
        return None
    return Found(replace(Sample(), **parts), spans, page=best.page if best else None)


def _rated(best: _Claim, rate: Printed, claims: list[_Claim]) -> tuple[_Claim, list[_Claim]]:
    """The size that was analysed, and the claims, when one is the rate of return of another, which then were asked."""
    parts = [c for c in claims if c.weight > 0 and _is_share(c, best, rate)]
    if parts and best.name != "valid":
        total = _digits(best.value)
        asked = [replace(c, name="distributed") if _digits(c.value) == total else c for c in claims]
        return max(parts, key=lambda c: c.weight), asked
    named = {_digits(c.value) for c in claims if c.name in ("distributed", "collected")}
    open_ones = (c for c in claims if c.name == "n" and _digits(c.value) not in named)
    whole = next((c for c in open_ones if _is_share(best, c, rate)), None)
    return best, [replace(c, name="distributed") if c is whole else c for c in claims]


def _is_share(part: _Claim, whole: _Claim, rate: Printed) -> bool:
    """Whether one size is the printed share of another, as rounded: 143 is 11.8 % of 1,210."""
    share, some, all_of_them = rate.parsed, int(_digits(part.value)), int(_digits(whole.value))
    if share is None:
        return False
    low, high = all_of_them * share.low / 100 - 0.5, all_of_them * share.high / 100 + 0.5
    return some < all_of_them and low <= some <= high


def _claims(sentence: Sentence) -> list[_Claim]:
    found: list[_Claim] = []
    text = sentence.text
    if not (_HINT.search(text) or ("=" in text and _N_IS.search(text))):
        return found
    said = SORTS.within(sentence.lower)
    lower = sentence.lower
    rules = [rule for needed, rule in WANTED if needed & said == needed and rule.pattern.search(lower)]
    told = [(rule, match) for rule in rules for match in _matches(rule.pattern, lower)]
    if not told or of_others(sentence):
        return found  # nothing, or the sample of an earlier study
    for rule, match in told:
        digits = _digits(match["n"])
        after = sentence.text[match.end("n") : match.end("n") + 8]
        if _YEARS.match(digits) and not re.match(r"\s+\w*\s*(?:resp|part|ques)", after, re.IGNORECASE):
            continue
        before = sentence.text[: match.start("n")]
        if _YEARS.match(digits) and re.search(r"\b(?:in|since|during|until|year)\s+$", before, re.IGNORECASE):
            continue
        if (
            int(digits) < 20
            or re.match(r"\s*(?:%|\.\d|years|items?\b|points?\b|percent)", after)
            or before.endswith((".", "-", "–", "/", "$"))
        ):
            continue
        clause = re.split(r"[,;:](?!\d)", sentence.text[max(before.rfind(c) for c in ",;:") + 1 :])[0]
        placed = not sentence.section or _PLACES.search(sentence.section)
        weight = (
            rule.weight
            - (6 if _ELSEWHERE.search(sentence.text) or _ASIDE.search(clause) else 0)
            - (3 if _CITING.search(sentence.text) else 0)
            + (1 if placed else 0)
        )
        if rule.pattern is _EQUALS.pattern and len(_EQUALS.pattern.findall(sentence.lower)) > 1:
            weight -= 5  # the sizes of groups
        found.append(_Claim(rule.name, match["n"], weight, sentence.span(*match.span("n")), sentence.page))
    return [*found, *_altogether(sentence, found)]


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What says a size; a number of draws says none, and hides none behind it."""
    at = 0
    while match := pattern.search(text, at):
        behind = text[match.end("n") : match.end("n") + 60]
        drawn = _DRAWN.match(behind) or (_SAMPLES.match(behind) and _DRAWS.search(text))
        at = match.end("n") if drawn else max(match.end(), at + 1)
        if not drawn:
            yield match


_SIZE = re.compile(r"(?<![\d.,$–/-])(?:\d{1,3}(?:,\d{3})+|\d{2,7})(?![\d%]|[.,]\d|\s*(?:%|percent))")
_IN_ALL = re.compile(r"\b(?:altogether|in\s+(?:all|total|sum)|total(?:l?ing)?|together|overall|combined)\b")
_LESS = re.compile(  # what was left is no sum of what was
    r"\b(?:exclu\w+|remov\w+|discard\w+|drop\w+|delet\w+|eliminat\w+|reject\w+|miss\w+|incomplete|invalid|unusable|leaving|left|"
    r"remain\w*|distribut\w+|invit\w+|sent|return\w*|of\s+(?:whom|which|these|them))\b"
)


def _altogether(sentence: Sentence, found: list[_Claim]) -> list[_Claim]:
    """`based on 288 students and 178 teachers, 466 persons altogether`: the sum stands before its parts."""
    if not found or not _IN_ALL.search(sentence.lower) or _LESS.search(sentence.lower):
        return []
    numbers = list(_SIZE.finditer(sentence.text))
    sizes = [int(_digits(m[0])) for m in numbers]
    made = []
    for i, match in enumerate(numbers):
        sums = {sum(sizes[a:b]) for a in range(len(sizes)) for b in range(a + 2, len(sizes) + 1) if not a <= i < b}
        parts = [c for c in found if int(_digits(c.value)) < sizes[i]]
        if sizes[i] in sums and parts:
            best = max(parts, key=lambda c: c.weight)
            made.append(replace(best, value=match[0], weight=best.weight + 3, span=sentence.span(*match.span())))
    return made


def _analysed(claims: list[_Claim]) -> _Claim | None:
    """The claim with the most weight; numbers said more than once gain by it."""
    sizes: dict[str, float] = {}
    for claim in claims:
        if claim.weight > 0:
            digits = _digits(claim.value)
            sizes[digits] = max(sizes.get(digits, 0), claim.weight)
    for digits in sizes:
        if any(c.name == "distributed" and _digits(c.value) == digits for c in claims):
            sizes[digits] -= 6  # sent out, not answered
        said = sum(1 for c in claims if _digits(c.value) == digits and c.weight > 0)
        sizes[digits] += min(said - 1, 3) * 0.8
    if not sizes:
        return None
    chosen = max(sizes, key=lambda d: sizes[d])
    return max((c for c in claims if _digits(c.value) == chosen), key=lambda c: c.weight)


_THOUSANDS = re.compile(r"[,\s]")


def _digits(text: str) -> str:
    return _THOUSANDS.sub("", text)
