"""A meta-analytic evidence database for survey research: every number with the place it was printed."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("evidence")
except PackageNotFoundError:  # a plain checkout on the path, not installed
    __version__ = "0.1.0"

__all__ = ["__version__"]
