"""A property that is worked out when it is first asked for, and kept; as `functools.cached_property`, without its lock.

Before Python 3.12 that one takes a lock for each new value, which costs more than most of the values do.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

__all__ = ["kept"]

T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801  a decorator, as `property`
    """What a method answers, as an attribute of the one it was asked of.

    >>> class Paper:
    ...     @kept
    ...     def words(self) -> list[str]:
    ...         return ["read", "once"]
    >>> paper = Paper()
    >>> paper.words is paper.words
    True
    """

    def __init__(self, answer: Callable[[Any], T]) -> None:
        self._answer = answer
        self.__doc__ = answer.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, one: None, owner: type) -> "kept[T]": ...

    @overload
    def __get__(self, one: object, owner: type) -> T: ...

    def __get__(self, one: object | None, owner: type) -> "T | kept[T]":
        if one is None:
            return self
        answer = one.__dict__[self._name] = self._answer(one)
        return answer
