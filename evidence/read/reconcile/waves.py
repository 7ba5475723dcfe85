"""Columns for steps between waves, `T1 → T2`, beside rows that say what leads to what: each end is of its wave."""

import re
from dataclasses import replace

from evidence.read.partial import Found
from evidence.records import Path

__all__ = ["of_waves"]

_WAVE = r"(?:T|W|Time |Wave |Welle )"
_STEP = re.compile(
    rf"(?P<first>{_WAVE}\d)\s*(?:→|->|–|-|⇒|\bto\b)\s*(?P<second>{_WAVE}\d)(?:\s*\(?[βbB]\)?)?", re.IGNORECASE
)


def of_waves(found: Found[Path]) -> Found[Path]:
    """Trust → Loyalty of `T1 → T2` as Trust T1 → Loyalty T2: no effect of a group, nor one of trust on itself."""
    path = found.value
    step = _STEP.fullmatch(path.group.strip()) if path.group and not path.via else None
    if step is None:
        return found
    start, end = f"{path.from_} {step['first']}", f"{path.to} {step['second']}"
    return replace(found, value=replace(path, from_=start, to=end, group=None))
