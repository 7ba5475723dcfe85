"""The pictures of a pooled answer: forest, funnel, leave-one-out, cumulative, Baujat, drapery."""

from typing import TYPE_CHECKING, Any

from evidence.errors import UsageError, nearest

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from evidence.pooling.answer import Answer

__all__ = ["KINDS", "draw"]

KINDS = ("forest", "funnel", "leave-one-out", "cumulative", "baujat", "drapery")
_NO_EFFECTS_OF_OTHER_SAMPLES = "effects of one sample are not independent"


def draw(answer: "Answer", kind: str = "forest", *, method: str = "REML", test: str = "knha") -> "Figure":
    """A family of effects as one of KINDS; those held out are grey, with their reason, where there is room for them."""
    if kind not in KINDS:
        raise UsageError(f"there is no plot '{kind}'", todo=nearest(kind, KINDS))
    drawable = answer.members
    if "yi" in drawable:
        drawable = drawable[drawable["yi"].notna() & drawable["vi"].notna()]
    if "yi" not in drawable or drawable.empty:
        raise UsageError("there is nothing to draw", why=answer.refused or "no effect has a sampling variance")
    frame, pooled = _frame(drawable), answer.estimates[0].pooled if answer.estimates else None
    unlike = len(drawable.loc[drawable["reason"].eq(""), ["source", "target"]].drop_duplicates())
    label = answer.label + (f": illustration, {unlike} unlike relations" if pooled and unlike > 1 else "")
    how: dict[str, Any] = {"measure": label, "scale": "correlation" if answer.measure == "z" else None}
    from evidence.reports import plots

    if kind == "forest":
        return _made(plots.forest(frame, pooled, **how))
    if kind == "funnel":
        return _made(plots.funnel(frame, pooled, **how))
    if pooled is None:
        raise UsageError(f"a {kind} plot needs an average", why=answer.refused, todo="draw the forest plot")
    used = frame[frame["excluded"].eq("")]
    if kind == "drapery":
        return _made(plots.drapery(used, pooled, **how))
    return _repeated(used, pooled, kind, how, method, test)


def _repeated(used: "pd.DataFrame", pooled: Any, kind: str, how: dict[str, Any], method: str, test: str) -> "Figure":
    """Plots of repeated analyses: dependent effects are averaged within their sample first (rho .6), and it is said."""
    from evidence.pooling import pool, sensitivity
    from evidence.pooling.aggregate import aggregate
    from evidence.reports import plots

    if kind == "cumulative" and "year" in used:
        used = used.sort_values("year", kind="stable", na_position="last")
    y, v, labels = used["y"].to_numpy(), used["v"].to_numpy(), list(used["label"])
    if used["respondents"].duplicated().any():
        means = aggregate(y, v, used["respondents"].to_numpy())
        y, v, labels = means["y"].to_numpy(), means["v"].to_numpy(), [str(c) for c in means["cluster"]]
        labels = [label.removesuffix(" / all") for label in labels]
        how = how | {"measure": f"{how['measure']}, means of samples"}
        pooled = pool(y, v, method=method, test=test, level=pooled.level)
    if len(y) < 2:
        raise UsageError(f"a {kind} plot needs two samples or more", why=_NO_EFFECTS_OF_OTHER_SAMPLES)
    if kind == "baujat":
        return _made(plots.baujat(sensitivity.baujat(y, v, method=method), labels))
    made = sensitivity.leave_one_out if kind == "leave-one-out" else sensitivity.cumulative
    results = made(y, v, method=method, test=test, level=pooled.level)
    drawn = plots.leave_one_out if kind == "leave-one-out" else plots.cumulative
    return _made(drawn(results, labels, pooled, **how))


def _frame(members: "pd.DataFrame") -> "pd.DataFrame":
    """The effects as plots take them: label, y, v, weight, excluded; a label says as much as tells rows apart."""
    import pandas as pd

    label = members["study"].astype(str)
    if members["sample"].nunique() > 1:
        label = label + [f" ({s})" if s and s != "all" else "" for s in members["sample"].fillna("").astype(str)]
    if members[["source", "target"]].drop_duplicates().shape[0] > 1:
        ends = "target" if members["source"].nunique() == 1 else "source"
        relation = members["source"] + " - " + members["target"] if members["target"].nunique() > 1 else members[ends]
        label = label + ": " + (members["target"] if ends == "target" else relation)
    if "converted" in members:
        label = label + [" [imputed r]" if made else "" for made in members["converted"]]
    known = [name for name in ("weight", "year") if name in members and members[name].notna().any()]
    return pd.DataFrame({
        "label": label, "y": members["yi"], "v": members["vi"], "excluded": members["reason"],
        "respondents": members["respondents"], **{name: members[name] for name in known},
    })  # fmt: skip


def _made(figure: Any) -> "Figure":
    drawn: Figure = figure
    return drawn
