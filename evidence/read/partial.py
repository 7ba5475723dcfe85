"""What `tables/` and `prose/` hand to `reconcile`: pieces of a record, each with its places and how sure the reader is.

The pieces are the record's own dataclasses. A place is keyed by the pointer inside the piece, without a leading
slash: `beta`, `loadings/0/loading`, `lower/2/1`, `vif/trust`.
"""

from collections.abc import Iterable
from dataclasses import field, fields
from typing import Generic, TypeVar

from evidence.records import (
    Binary,
    Claim,
    Construct,
    Conventions,
    Descriptive,
    Effect,
    Fit,
    FsQca,
    Hypothesis,
    Matrix,
    Measurement,
    Path,
    Sample,
    Structural,
    Test,
    Unread,
)
from evidence.settled import settled

__all__ = ["Abbreviations", "Findings", "Found", "together"]

Span = tuple[int, int]
T = TypeVar("T")


@settled
class Found(Generic[T]):
    """One piece of a record as one table or one sentence reports it."""

    value: T
    spans: dict[str, Span] = field(default_factory=dict)
    where: str = "text"  # the label of the table ("Table 3"), or "text"
    confidence: float = 1.0
    page: int | None = None
    either_way: bool = False  # the words leave open what leads to what: `joy was related to salt`


@settled
class Findings:
    """Everything one reading of a document's tables, or of its prose, came upon, in the order of the document."""

    constructs: tuple[Found[Construct], ...] = ()
    hypotheses: tuple[Found[Hypothesis], ...] = ()
    paths: tuple[Found[Path], ...] = ()
    correlations: tuple[Found[Matrix], ...] = ()
    htmt: tuple[Found[Matrix], ...] = ()
    fit: tuple[Found[Fit], ...] = ()
    structural: tuple[Found[Structural], ...] = ()
    effects: tuple[Found[Effect], ...] = ()
    descriptives: tuple[Found[Descriptive], ...] = ()
    binary: tuple[Found[Binary], ...] = ()
    tests: tuple[Found[Test], ...] = ()
    fsqca: tuple[Found[FsQca], ...] = ()
    claims: tuple[Found[Claim], ...] = ()
    measurement: tuple[Found[Measurement], ...] = ()
    samples: tuple[Found[Sample], ...] = ()  # demographic groups from tables, sizes from prose
    conventions: tuple[Found[Conventions], ...] = ()  # star legends from notes, software from prose
    abbreviations: dict[str, str] = field(default_factory=dict)  # {"PU": "perceived usefulness"}, learned on the way
    unread: tuple[Unread, ...] = ()


def together(parts: Iterable[Findings]) -> Findings:
    """Several findings as one, in the order given; of two meanings of an abbreviation the first stands."""
    parts = list(parts)
    joined: dict[str, object] = {
        f.name: tuple(item for part in parts for item in getattr(part, f.name))
        for f in fields(Findings)
        if f.name != "abbreviations"
    }
    meanings: dict[str, str] = {}
    for part in parts:
        for short, long in part.abbreviations.items():
            meanings.setdefault(short, long)
    return Findings(**joined, abbreviations=meanings)  # type: ignore[arg-type]


@settled
class Abbreviations:
    """The paper's own short names, as it defines them: `perceived usefulness (PU)`."""

    long: dict[str, str] = field(default_factory=dict)

    def full(self, name: str) -> str:
        """The long name of an abbreviation; any other name as it is.

        >>> Abbreviations({"PU": "perceived usefulness"}).full("PU")
        'perceived usefulness'
        """
        plain = name.strip()
        return self.long.get(plain) or self.long.get(plain.upper()) or plain

    def known(self, name: str) -> bool:
        """Whether the paper defines this short name."""
        plain = name.strip()
        return plain in self.long or plain.upper() in self.long
