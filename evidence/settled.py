"""Dataclasses that nobody changes, of which reading a paper makes thousands.

The type checker sees that none is changed. A frozen dataclass sees to it once more while it runs, field by field, and
takes four times as long to make.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

__all__ = ["settled"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def settled(cls: type[T]) -> type[T]:
    """A class whose instances are told apart by what they hold, and are not changed once they are made.

    >>> @settled
    ... class Loaf:
    ...     crust: str
    >>> Loaf("dark") == Loaf("dark"), len({Loaf("dark"), Loaf("dark"), Loaf("pale")})
    (True, 2)
    """
    return dataclass(cls, unsafe_hash="__hash__" not in cls.__dict__)
