"""Finds the members of an extension point: every module of a package that defines a given name.

A new format, check, method or report is one new file; nothing else is edited.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

__all__ = ["members", "modules"]


@cache
def modules(package: str) -> tuple[str, ...]:
    """The names of a package's modules, in alphabetical order, without importing them."""
    return tuple(sorted(f"{package}.{m.name}" for m in iter_modules(import_module(package).__path__)))


def members(package: str, name: str) -> Iterator[tuple[str, Any]]:
    """Each module of `package` that defines `name`, with the value it gives it."""
    for module in modules(package):
        value = getattr(import_module(module), name, None)
        if value is not None:
            yield module, value
