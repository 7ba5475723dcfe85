"""Where the files that are not code are: SQL, seeds and migrations, in a wheel or in a checkout."""

from pathlib import Path

__all__ = ["migrations", "read_text", "schema", "seeds"]

_PACKAGE = Path(__file__).resolve().parent


def _root(name: str) -> Path:
    """The folder in the wheel (evidence/_data/NAME), else beside the package (checkout, editable install)."""
    shipped = _PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


def schema(*parts: str) -> Path:
    """A file or folder of `schema/`."""
    return _root("schema").joinpath(*parts)


def seeds(*parts: str) -> Path:
    """A file or folder of `seeds/`."""
    return _root("seeds").joinpath(*parts)


def migrations() -> Path:
    """Alembic's folder."""
    return _root("migrations")


def read_text(path: Path) -> str:
    """The text of an asset; assets are UTF-8."""
    return path.read_text(encoding="utf-8")
