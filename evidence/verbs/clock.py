"""What time it is; the only place that asks."""

from datetime import UTC, datetime

__all__ = ["now", "today"]


def now() -> str:
    """The moment, in ISO format to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> str:
    """The day."""
    return now()[:10]
