"""What a user is told when something cannot be done: what, where, why, what to do, on one line."""

__all__ = ["DatabaseError", "EvidenceError", "InputError", "UsageError", "nearest"]


MANY = 20  # more names than this on one line help nobody


class EvidenceError(Exception):
    """A refusal that names what happened, where, why, and what to do next.

    The exit code follows the command line contract: 1 an input failed, 2 usage, 3 the database cannot be used.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: object = None, why: str | None = None, todo: str | None = None) -> None:
        self.what = what
        self.where = None if where is None else str(where)
        self.why = why
        self.todo = todo
        super().__init__(what)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        if self.why:
            head = f"{head}: {self.why}"
        line = f"{head}; {self.todo}" if self.todo else head
        return " ".join(line.split())


class InputError(EvidenceError):
    """A document, record or data file that cannot be read or does not hold what it should."""


class UsageError(EvidenceError):
    """The command or call was not understood: a name, option or query that does not exist."""

    exit_code = 2


class DatabaseError(EvidenceError):
    """The database cannot be used: not ours, newer, locked, read-only, unreachable."""

    exit_code = 3


def nearest(name: str, known: "list[str] | tuple[str, ...]") -> str:
    """Say which known name was probably meant, or list the known ones.

    >>> nearest("efect", ["effect", "flag"])
    "did you mean 'effect'?"
    """
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    shown = sorted(known)[:MANY]
    rest = f", … ({len(known)} in all)" if len(known) > MANY else ""
    return f"known: {', '.join(shown)}{rest}"
