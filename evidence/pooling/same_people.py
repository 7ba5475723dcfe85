"""Who answered counts once: reports of one study, and several reports of one sample."""

from collections.abc import Iterable
from itertools import combinations

import pandas as pd

__all__ = ["WHOLE", "candidates", "counted_once", "respondents"]

WHOLE = "all"  # the sample of a study that is not divided: its groups are part of it

MANY = 40  # studies; of more only those with as many respondents are compared


def candidates(effects: pd.DataFrame) -> list[tuple[int, int]]:
    """Pairs of studies (by study_id) that may have asked the same persons: all of a few, of many those of one n."""
    size = {int(study): n for study, n in zip(effects["study_id"], effects["n"].tolist(), strict=True)}
    pairs = list(combinations(sorted(size), 2))
    return pairs if len(size) <= MANY else [(a, b) for a, b in pairs if size[a] == size[b]]


def respondents(effects: pd.DataFrame) -> pd.Series:
    """Who each effect is of: the same text for effects of the same persons.

    The groups of a study are samples of their own, unless effects of the whole sample stand beside them.
    """
    study, sample = effects["study"].astype(str), effects["sample"].astype(str)
    undivided = study.isin(study[sample.eq(WHOLE)])
    return study + " / " + sample.where(~undivided, WHOLE)


def counted_once(effects: pd.DataFrame, relations: Iterable[tuple[str, str, str]]) -> pd.DataFrame:
    """The effects with `respondents` joined over studies that share them, and repeated results held out.

    A relation is (study, study, "same-results" | "same-sample"). Of studies that print the same results the one that
    is not retracted counts, else the first by name; the effects of the others are held, with the reason.
    """
    head: dict[str, str] = {}

    def first(study: str) -> str:
        while study in head:
            study = head[study]
        return study

    effects = effects.assign(respondents=respondents(effects))
    doubtful = effects.groupby("study")["retracted"].any().to_dict() if "retracted" in effects else {}
    for one, other, kind in sorted(relations):
        keep, drop = sorted((one, other), key=lambda study: (bool(doubtful.get(study)), study))
        if kind == "same-results":
            again = effects["study"].eq(drop) & effects["held"].isna()
            effects.loc[again, "held"] = f"the same results as {keep}, which counts"
        if first(keep) != first(drop):
            head[first(drop)] = first(keep)
    shared = effects["study"].isin({*head, *head.values()})
    effects.loc[shared, "respondents"] = [f"{first(study)} and others" for study in effects.loc[shared, "study"]]
    return effects
