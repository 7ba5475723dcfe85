"""A meta-analytic evidence database for survey research: every number with the place it was printed."""

__all__ = ["__version__"]


def __getattr__(name: str) -> str:
    """`__version__` is looked up when somebody asks: the metadata reader costs more than the rest of `--help`."""
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("evidence")
        except PackageNotFoundError:  # a plain checkout on the path, not installed
            return "0+unknown"
    raise AttributeError(f"module 'evidence' has no attribute '{name}'")
