"""What the text says again of numbers that tables print, and the bounds it claims, tied to their cells."""

import re
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.prose.effects.condition import OF_SLOPES
from evidence.read.reconcile.joining import conflicts, same_number
from evidence.records import Claim, Construct, Fit, Path

__all__ = ["repeated", "resolved"]


Span = tuple[int, int]
_NUMBERS = ("beta", "b", "stat", "se")


def repeated(
    joined: list[Found[Path]], said: dict[int, list[Found[Path]]], text: str, abstract: tuple[Span, ...] = ()
) -> list[Found[Claim]]:
    """A value claim for every number of a table's path that a sentence repeats; one of the abstract says so."""
    claims = []
    for i, sentences in said.items():
        for sentence in sentences:
            if _of_another_model(sentence, joined[i].value, text):
                continue
            for name in _NUMBERS:
                value, printed = getattr(sentence.value, name), getattr(joined[i].value, name)
                place = sentence.spans.get(name)
                if value is not None and printed is not None and place and joined[i].spans.get(name) != place:
                    if _of_a_level(text, place) and not joined[i].value.group:
                        continue
                    if not same_number(value, printed) and _checks_again(text, place):
                        continue
                    if any(
                        _said_there(other.value, sentence.value, name) for other in joined if other is not joined[i]
                    ):
                        continue  # the same path of another model, which the table prints just so
                    first = any(start <= place[0] < end for start, end in abstract)
                    claim = Claim("value", value, ref=f"/paths/{i}/{name}", section="abstract" if first else None)
                    claims.append(Found(claim, {"value": place}, confidence=sentence.confidence, page=sentence.page))
    return claims


_OF_MODEL = re.compile(
    r"\bModel\s+\d|\b(?:in|under)\s+(?:an?|another|the(?=\s+(?:model|equation)\s+with)|(?:the|this)(?=\s+(?!structural|final|full|hypothes|research|proposed|theor|concept|path|overall|main|same|SEM|PLS)\w+\s+(?:model|equation)))\s+(?:\w+\s+)?(?:model|equation)\b"
    r"|\b(?:when|after|once|with|without)\b[^.;]{0,60}\b(?:included|entered|added|controlled|constant|equation)\b|纳入|加入|控制",
    re.IGNORECASE,
)


def _of_another_model(sentence: Found[Path], printed: Path, text: str) -> bool:
    """Whether most numbers of a sentence are not the table's: who mistypes one keeps the others.

    Three that differ tell so; where words in front of them speak of a model, two or all that both print do.
    """
    both = sum(None not in (getattr(sentence.value, name), getattr(printed, name)) for name in _NUMBERS)
    differing = len(conflicts(sentence.value, printed, _NUMBERS))
    start = min((a for name, (a, _) in sentence.spans.items() if name in _NUMBERS), default=0)
    before = text[max(0, start - _LONGEST) : start].rpartition("\n")[2]
    most = differing > 1 or (0 < differing == both and not same_number(sentence.value.p, printed.p))
    return differing > 2 or (most and _OF_MODEL.search(before) is not None)


def _said_there(other: Path, said: Path, name: str) -> bool:
    """Whether another row of the same path prints what the sentence says: the coefficient, and the number beside it."""
    ends = [[(name or "").casefold() for name in (path.from_, path.to, path.via, path.group)] for path in (other, said)]
    return (
        other.table != "text"
        and ends[0] == ends[1]
        and other.beta == said.beta
        and getattr(other, name) == getattr(said, name)
    )


_SENTENCE = re.compile(r"\.\s+(?=[A-Z])|\n")
_LONGEST = 400  # characters of a sentence on either side of its number


def _of_a_level(text: str, place: Span) -> bool:
    """Whether the sentence around a number speaks of levels of a moderator: it repeats no coefficient of all."""
    before = _SENTENCE.split(text[max(0, place[0] - _LONGEST) : place[0]])[-1]
    after = _SENTENCE.split(text[place[1] : place[1] + _LONGEST])[0]
    return OF_SLOPES.search(before + after) is not None


_AGAIN = re.compile(
    r"\brobustness\b|\bsensitivity\s+(?:analys|check|test)|\b(?:further|additional|supplementary|post[\s-]hoc)\s+(?:check|analys|test)"
    r"|\bsimpler\s+(?:model|regression)|\bwithout\s+(?:covariates|controls)\b|\brobust\s+(?:when|if|to)\b|\bbivariate\s+regression"
    r"|\balternative\s+(?:model|specification|analys)|\bre-?(?:ran|run|estimat|analy[sz]|test)\w*\b",
    re.IGNORECASE,
)


def _checks_again(text: str, place: Span) -> bool:
    """Whether the paragraph, up to a number, tells of the model computed once more in another way."""
    return _AGAIN.search(text[max(0, place[0] - _LONGEST) : place[0]].rpartition("\n")[2]) is not None


def resolved(
    claims: tuple[Found[Claim], ...], fit: list[Found[Fit]], constructs: list[Found[Construct]]
) -> list[Found[Claim]]:
    """Threshold claims with the pointers of their cells; a claim about nothing in the record is left out."""
    kept = []
    for claim in claims:
        names = claim.value.refs or ((claim.value.ref,) if claim.value.ref else ())
        pointers = tuple(p for name in names for p in _cells(name, fit, constructs))
        if claim.value.op and pointers:
            kept.append(replace(claim, value=replace(claim.value, ref=None, refs=pointers)))
        elif claim.value.kind == "value":
            kept.append(claim)
    return kept


def _cells(name: str, fit: list[Found[Fit]], constructs: list[Found[Construct]]) -> list[str]:
    if name == "loading":
        return [
            f"/constructs/{i}/loadings/{j}/loading"
            for i, c in enumerate(constructs)
            for j, x in enumerate(c.value.loadings)
            if x.loading
        ]
    if name in ("alpha", "cr", "ave"):
        return [f"/constructs/{i}/{name}" for i, c in enumerate(constructs) if getattr(c.value, name)]
    return [f"/fit/{i}/{name}" for i, f in enumerate(fit) if getattr(f.value, name, None)][:1]
