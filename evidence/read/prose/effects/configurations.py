"""fsQCA in sentences: solution consistency and coverage, and each path's conditions."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.sentences import Passage
from evidence.records import Configuration, FsQca, Printed

__all__ = ["configurations"]

_FIGURE = r"(?:0?\.\d+|1\.0+|\d{1,3}(?:\.\d+)?\s?%)"
_SOLUTION = {
    "solution_consistency": late(
        rf"(?:overall\s+)?solution\s+consistency\s+(?:of|is|was|=)\s*(?P<v>{_FIGURE})", re.IGNORECASE
    ),
    "solution_coverage": re.compile(
        rf"(?:overall\s+)?solution\s+coverage\s+(?:of|is|was|=)\s*(?P<v>{_FIGURE})", re.IGNORECASE
    ),
    "consistency_cutoff": re.compile(
        rf"consistency\s+(?:threshold|cut-?off)\w*\s+(?:of|is|was|=|at)\s*(?P<v>{_FIGURE})", re.IGNORECASE
    ),
    "frequency_cutoff": re.compile(
        r"frequency\s+(?:threshold|cut-?off)\w*\s+(?:of|is|was|=|at)\s*(?P<v>\d+)", re.IGNORECASE
    ),
}
_PATH = late(
    rf"\b(?:path|configuration|solution|C|S)\s?(?P<id>\d{{1,2}}[a-z]?)\s*[,:(]\s*(?P<terms>[^.,;]{{5,200}}?)[,)]\s*(?:which\s+)?(?:had|has|with|shows?)\s+an?\s+(?:\w+\s+)?consistency\s+of\s+(?P<consistency>{_FIGURE})\s*(?:,|and)\s*(?:an?\s+)?(?:raw\s+)?coverage\s+of\s+(?P<coverage>{_FIGURE})",
    re.IGNORECASE,
)
_OUTCOME = late(
    r"\b(?:paths?|configurations?|combinations?)\s+(?:to|for|of|leading\s+to)\s+(?:high\s+)?(?P<o>[a-z][\w' -]{3,40}?)(?=[,.]|\s+(?:with|were|was|and|is)\b)",
    re.IGNORECASE,
)


def configurations(passages: tuple[Passage, ...]) -> tuple[Found[FsQca], ...]:
    """The solution a passage reports in words."""
    found: list[Found[FsQca]] = []
    for passage in passages:
        text = passage.text
        low = text.lower()
        if "consistency" not in low or "coverage" not in low:
            continue
        if not re.search(r"\bconsistency\b", text, re.IGNORECASE) or not re.search(
            r"\bcoverage\b", text, re.IGNORECASE
        ):
            continue
        values: dict[str, object] = {}
        spans: dict[str, tuple[int, int]] = {}
        for name, pattern in _SOLUTION.items():
            if match := pattern.search(text):
                values[name], spans[name] = Printed(match["v"].replace(" ", "")), passage.clear.span(*match.span("v"))
        configs: list[Configuration] = []
        for match in _PATH.finditer(text):
            at = f"configs/{len(configs)}"
            spans[f"{at}/consistency"] = passage.clear.span(*match.span("consistency"))
            spans[f"{at}/raw_coverage"] = passage.clear.span(*match.span("coverage"))
            configs.append(
                Configuration(
                    match["id"],
                    _terms(match["terms"]),
                    Printed(match["consistency"]),
                    raw_coverage=Printed(match["coverage"]),
                )
            )
        if not configs and not values:
            continue
        outcome = _OUTCOME.search(text)
        solution = FsQca(outcome=outcome["o"].strip() if outcome else None, configs=tuple(configs), **values)  # type: ignore[arg-type]
        found.append(Found(solution, spans, confidence=0.8, page=passage.page))
    return tuple(found)


def _terms(text: str) -> str:
    """`high trust × low risk` as `trust*~risk`."""
    parts = [p.strip() for p in re.split(r"\s*(?:×|\*|·|\+|\band\b|&|∧)\s*", text) if p.strip()]
    return "*".join(
        "~" + re.sub(r"(?i)^(?:low|no|absence\s+of|not|~)\s*", "", p)
        if re.match(r"(?i)(?:low|no|not|absence)\b|~", p)
        else re.sub(r"(?i)^(?:high|presence\s+of)\s+", "", p)
        for p in parts
    )
