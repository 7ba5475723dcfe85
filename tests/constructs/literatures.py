"""Small literatures for the tests of the graph: random frames, a plain pooler, and one worked example."""

from typing import Any

import numpy as np
import pandas as pd
from hypothesis import strategies as st

NAMES = "abcdefg"


@st.composite
def frames(draw: st.DrawFn, most: int = 25, distinct: bool = False) -> pd.DataFrame:
    """Frames of claims over seven constructs, with and without verdicts, numbers and flags."""
    row = st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.sampled_from(["s1", "s2", "s3", ""]),
        st.sampled_from(["", "1", "2"]),
        st.sampled_from(["supported", "not supported", "partially supported", ""]),
        st.sampled_from(["", "+", "-"]),
        st.sampled_from([0.3, -0.3, 0.02, np.nan]),
        st.sampled_from([0.05, np.nan]),
        st.sampled_from([100.0, 250.0, np.nan]),
        st.sampled_from(["", "warn", "critical"]),
    )
    columns = ["source", "target", "study", "sample", "verdict", "sign", "value", "se", "n", "level"]
    frame = pd.DataFrame(draw(st.lists(row, min_size=1, max_size=most)), columns=columns)
    return frame.drop_duplicates(["source", "target"]) if distinct else frame


def mean_pooler(group: Any, y: Any, v: Any) -> pd.DataFrame:
    """A fixed-effect mean per group: enough to see that the graph hands over the right rows."""
    rows = pd.DataFrame({"group": group, "wy": np.asarray(y) / v, "w": 1 / np.asarray(v)}).groupby("group")
    total = rows.sum()
    return pd.DataFrame(
        {"k": rows.size(), "estimate": total["wy"] / total["w"], "se": total["w"] ** -0.5, "tau2": 0.0},
        index=total.index,
    )


def example() -> pd.DataFrame:
    """A mediated chain, a dispute that country explains, a retraction, moderators and a circle."""
    rows = [
        # source, target, study, verdict, value, n, country, status, kind, moderator
        ("interactivity", "trust", "s1", "supported", 0.5, 200, "CN", "", "direct", ""),
        ("interactivity", "trust", "s2", "supported", 0.4, 300, "CN", "", "direct", ""),
        ("trust", "purchase", "s1", "supported", 0.6, 200, "CN", "", "direct", ""),
        ("trust", "purchase", "s2", "supported", 0.5, 300, "CN", "", "direct", ""),
        ("trust", "purchase", "s3", "supported", 0.5, 150, "CN", "", "direct", ""),
        ("trust", "purchase", "s4", "not supported", 0.05, 150, "US", "", "direct", ""),
        ("trust", "purchase", "s5", "not supported", 0.02, 180, "US", "", "direct", ""),
        ("trust", "purchase", "s6", "not supported", 0.03, 210, "US", "", "direct", ""),
        ("value", "purchase", "s7", "supported", 0.3, 250, "US", "retracted", "direct", ""),
        ("value", "purchase", "s4", "not supported", 0.1, 150, "US", "", "direct", ""),
        ("interactivity", "value", "s8", "supported", 0.2, 120, "DE", "", "direct", ""),
        ("purchase", "trust", "s9", "supported", 0.1, 400, "DE", "", "direct", ""),
        ("trust", "purchase", "s2", "supported", 0.1, 300, "CN", "", "interaction", "experience"),
        ("trust", "purchase", "s3", "not supported", 0.0, 150, "CN", "", "interaction", "experience"),
        ("value", "purchase", "s4", "supported", 0.2, 150, "US", "", "interaction", "age"),
        ("interactivity", "purchase", "s1", "supported", 0.3, 200, "CN", "", "indirect", ""),
        ("trust", "value", "s1", "", 0.7, 200, "CN", "", "correlation", ""),
    ]
    columns = ["source", "target", "study", "verdict", "value", "n", "country", "status", "kind", "moderator"]
    return pd.DataFrame(rows, columns=columns).assign(estimand="standardized")
