"""How study characteristics move the paths of a meta-analytic model (one-stage MASEM), as sections."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from evidence.errors import UsageError, nearest
from evidence.reports.claims import table
from evidence.reports.report import Section

if TYPE_CHECKING:
    import pandas as pd

    from evidence.store.matrices import Gathered

__all__ = ["moderated"]


def moderated(found: "Gathered", model: str, names: Sequence[str]) -> list[Section]:
    """The paths at the mean of the moderators, what one unit of each adds, and whether together they explain anything.

    All studies are fitted at once by maximum likelihood (OSMASEM); a study without the characteristic is refused.
    """
    from scipy import stats

    from evidence.pooling.masem import one_stage, parse_model

    x = _moderators(found.described, names)
    means = x.mean()
    with_, without = (one_stage(found.matrices, found.n, model, m) for m in (x - means, None))
    labels = {t.label: f"{t.lhs} ~ {t.rhs}" for t in parse_model(model).terms if t.label}
    estimates = with_.estimates.assign(path=[_said(str(each), labels) for each in with_.estimates["name"]])
    df = len(with_.estimates) - len(without.estimates)
    gain = max(0.0, 2 * (with_.log_likelihood - without.log_likelihood))
    centred = ", ".join(f"{name} = {means[name]:.6g}" for name in x.columns)
    said = (
        f"One stage, maximum likelihood, {with_.k} samples. Paths at {centred}; rows with 'per' are what one unit adds."
        f" All moderation together: chi2 = {gain:.2f}, df = {df}, p = {float(stats.chi2.sf(gain, df)):.3g}."
    )
    if with_.k < FEWEST * (1 + len(x.columns)):
        said += (
            f" {with_.k} samples are few for {len(x.columns)} moderator{'s' * (len(x.columns) > 1)}: an illustration."
        )
    columns = ["path", "est", "se", "z", "p", "ci_low", "ci_high"]
    return [Section(f"Moderated by {', '.join(x.columns)}", table(estimates, columns), said)]


FEWEST = 10  # samples for each moderator, the usual rule of thumb of meta-regression


def _moderators(described: "pd.DataFrame", names: Sequence[str]) -> "pd.DataFrame":
    for name in names:
        if name not in described:
            known = [str(column) for column in described.columns]
            raise UsageError(f"no number '{name}' describes the studies", todo=nearest(name, known or ["nothing"]))
        missing = described.index[described[name].isna()]
        if len(missing):
            raise UsageError(
                f"the {name} of {len(missing)} samples is not known", why=", ".join(map(str, missing[:5])),
                todo="give it, or leave the moderator out",
            )  # fmt: skip
    chosen: Any = described[list(dict.fromkeys(names))].astype(float)
    return chosen  # type: ignore[no-any-return]


def _said(name: str, labels: dict[str, str]) -> str:
    label, _, moderator = name.partition(":")
    path = labels.get(label, label)
    return f"{path}, per {moderator}" if moderator else path
