"""What was retracted, corrected or doubted; wording that machines leave; studies that are printed twice."""

from evidence.status.contamination import Contaminated, Contamination, contamination
from evidence.status.index import Index
from evidence.status.notice import Notice, Work
from evidence.status.overlapping import Relation, overlap
from evidence.status.resolution import resolve
from evidence.status.status import Said, Status
from evidence.status.wording import Phrase, level, phrases, strength

__all__ = [
    "Contaminated",
    "Contamination",
    "Index",
    "Notice",
    "Phrase",
    "Relation",
    "Said",
    "Status",
    "Work",
    "contamination",
    "level",
    "overlap",
    "phrases",
    "resolve",
    "strength",
]
