"""Effects for the tests of pooled answers: one row each, as the database hands them over."""

from typing import Any

import pandas as pd
from hypothesis import strategies as st

ROW: dict[str, Any] = {
    "kind": "correlation", "study_id": 1, "no": 1, "study": "a-1", "sample": "all", "n": 100.0, "source": "Trust",
    "target": "Loyalty", "estimand": "correlation, observed", "value": 0.3, "printed": ".30", "se": float("nan"),
    "stat": float("nan"), "retracted": False, "impossible": False, "exclusion": None, "held": None, "flags": None,
}  # fmt: skip
PATH = {"kind": "path", "estimand": "direct, standardized", "stat": 4.0}


def effects(*rows: dict[str, Any]) -> pd.DataFrame:
    """One effect per row, of study a-1, a-2, ... unless it says otherwise."""
    made = [ROW | {"no": i, "study_id": i, "study": f"a-{i}"} | row for i, row in enumerate(rows, start=1)]
    frame = pd.DataFrame(made, columns=list(dict.fromkeys(name for row in made for name in row)))
    for name in ("held", "exclusion", "flags"):
        frame[name] = frame[name].astype(object).where(frame[name].notna(), None)
    return frame


rows = st.fixed_dictionaries({
    "value": st.integers(-80, 80).map(lambda x: x / 100),
    "n": st.integers(10, 900).map(float),
    "study": st.integers(1, 6).map(lambda i: f"a-{i}"),
    "retracted": st.booleans(),
    "impossible": st.booleans(),
    "held": st.sampled_from([None, None, "rejected by a reviewer"]),
})  # fmt: skip
