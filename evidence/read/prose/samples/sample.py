"""How many were asked, came back and were analysed: the claims of all sentences, and the number that they agree on."""

import re
from dataclasses import replace
from typing import Any

from evidence.read.model import Grid
from evidence.read.partial import Found
from evidence.read.prose.samples.beside_tables import claims_of_captions, claims_of_grids
from evidence.read.prose.samples.claims import FEWEST, Claim, claims_of
from evidence.read.prose.samples.returned import returned
from evidence.read.prose.samples.sums import is_share, weighed
from evidence.read.prose.sentences import Sentence
from evidence.records import Printed, Sample

__all__ = ["sample"]

_RATE = re.compile(
    r"(?:valid|effective|usable|response|recovery|return)\s+(?:\w+\s+){0,2}(?:rate|ratio)\s+(?:(?!under|below|above|over\b|than|least|most\b)\w+\s+){0,3}?(?P<n>\d{1,3}(?:\.\d+)?)\s*%",
    re.IGNORECASE,
)


def sample(
    sentences: tuple[Sentence, ...], captions: tuple[tuple[str, int], ...] = (), grids: tuple[Grid, ...] = ()
) -> Found[Sample] | None:
    """The sample as the paper describes it; `n` is the number analysed."""
    claims = [
        claim for i, sentence in enumerate(sentences) for claim in claims_of(sentence, sentences[i - 1] if i else None)
    ]
    claims += [*claims_of_captions(captions), *claims_of_grids(grids)]
    rated = next(((s, m) for s in sentences if "%" in s.text and (m := _RATE.search(s.text))), None)
    if not claims and not rated:
        return None
    claims = _of_those_asked(claims)
    best, claims = weighed(claims, Printed(rated[1]["n"]) if rated else None)
    parts: dict[str, Any] = {}
    spans: dict[str, tuple[int, int]] = {}
    for name, role in (("distributed", "asked"), ("collected", "collected"), ("valid", "analysed")):
        told = [c for c in claims if c.role == role]
        sent = parts.get("distributed")
        if name == "collected" and sent:  # no more came back than were sent, as far as another number was told
            told = [c for c in told if c.value <= int(sent)] or told
            if rated and best:  # `330 of 400 answered at first (response rate 82.5%), 280 of them again`
                share = Printed(rated[1]["n"])
                told = [c for c in claims if best.value < c.value and is_share(c.value, int(sent), share)] or told
        if name == "distributed" and rated and best and told:  # of those who might have been asked, whose share came
            left = [c for c in claims if c.role not in ("collected", "answered", "analysed", "sample")]
            told = [c for c in left if is_share(best.value, c.value, Printed(rated[1]["n"]))] or told
        chosen = max(told, key=lambda c: (c.weight, c.value), default=None)
        if chosen and name == "collected" and sent and chosen.value > int(sent) and not chosen.weight:
            continue  # `Of 1400 cards, 702 led to a questionnaire`: nothing says that the cards came back
        if chosen and chosen.value >= FEWEST:
            parts[name], spans[name] = Printed(str(chosen.value)), chosen.span
    if best:
        parts["n"], spans["n"] = Printed(str(best.value)), best.span
        if "valid" in parts and (best.role != "analysed" or parts["valid"] != parts["n"]):
            del parts["valid"], spans["valid"]
        for name in ("distributed", "collected"):
            if name in parts and int(parts[name]) < best.value:  # of a part of the sample, or of another study
                del parts[name], spans[name]
    undelivered = rated is not None and _UNDELIVERED.search(rated[0].passage.text) is not None
    told_as_share = returned(*rated, int(parts["n"])) if rated and "n" in parts else None
    if told_as_share:
        for name, (value, place) in zip(("collected", "distributed"), told_as_share, strict=True):
            parts[name], spans[name] = Printed(str(value)), place
    elif rated and not _of_those_returned(Printed(rated[1]["n"]), parts, undelivered):
        sentence, rate = rated
        parts["valid_rate_pct"], spans["valid_rate_pct"] = Printed(rate["n"]), sentence.span(*rate.span("n"))
    return Found(replace(Sample(), **parts), spans, page=best.page if best else None) if parts else None


_TIMES_MORE = 30


def _of_those_asked(claims: list[Claim]) -> list[Claim]:
    """Without numbers far above that of all who were asked, where others are not: those tell of a whole country."""
    asked = max((c.value for c in claims if c.role == "asked"), default=0)
    sizes = [c for c in claims if c.role in ("analysed", "sample", "collected")]
    if not asked or not any(FEWEST <= c.value <= asked for c in sizes if c.weight > 0):
        return claims
    return [c for c in claims if c not in sizes or c.value <= _TIMES_MORE * asked]


_LIKELY, _FEW = 80, 60  # per cent of the answers that are valid ones as a rule, and that no valid rate falls below


_UNDELIVERED = re.compile(
    r"\bundeliver|\bbounced\b|\b(?:of|to)\s+those\s+delivered|\bwrong\s+address|\b(?:reached|delivered\s+to)\s+\d",
    re.IGNORECASE,
)


def _of_those_returned(rate: Printed, parts: dict[str, Any], undelivered: bool) -> bool:
    """`508 of 620 were returned (response rate 81.9%), and 467 were valid`: the rate is not that of the valid ones."""
    read, sizes = rate.parsed, {name: int(parts[name]) for name in ("n", "collected", "distributed") if name in parts}
    if read is None or len(sizes) < 2:
        return False
    if "distributed" not in sizes:  # `420 came back (35%), 400 were analysed`: of those asked, however many
        return 100 * sizes["n"] / sizes["collected"] > _LIKELY and read.high < _FEW
    if len(sizes) < 3:
        return False
    n, collected, sent = sizes["n"], sizes["collected"], sizes["distributed"]
    shares = [100 * part / whole for part, whole in ((n, collected), (n, sent), (collected, sent))]
    meets = [read.low <= share <= read.high for share in shares]
    return meets == [False, False, True] or (undelivered and not any(meets))  # of those that were delivered
