"""What was retracted, corrected or doubted: the editorial status of works, wording that machines leave, and studies printed twice."""

from evidence.status.wording import Phrase, phrases
from evidence.status.resolution import resolve
from evidence.status.status import Status

__all__ = ["Phrase", "Status", "phrases", "resolve"]
