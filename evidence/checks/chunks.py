"""The catalogue over any number of reports, in several processes, with flat memory."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from evidence.checks.assess import check
from evidence.checks.model import Assessment

__all__ = ["check_chunks"]


class Recorded(Protocol):
    """Whatever carries a report."""

    @property
    def record(self) -> dict[str, Any]: ...


Carrier = TypeVar("Carrier", bound=Recorded)


def check_chunks(
    chunks: Iterable[Sequence[Carrier]], jobs: int = 1
) -> Iterator[tuple[Sequence[Carrier], list[Assessment]]]:
    """Each chunk with what the checks say of it, in order; one chunk more than there are processes is in memory."""
    if jobs == 1:
        for chunk in chunks:
            yield chunk, _check_all([one.record for one in chunk])
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    # spawned: a forked process would share this one's connection to a database
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        under_way: deque[tuple[Sequence[Carrier], Future[list[Assessment]]]] = deque()
        for chunk in chunks:
            under_way.append((chunk, pool.submit(_check_all, [one.record for one in chunk])))
            if len(under_way) > jobs:
                first, answer = under_way.popleft()
                yield first, answer.result()
        for first, answer in under_way:
            yield first, answer.result()


def _check_all(records: Sequence[dict[str, Any]]) -> list[Assessment]:
    return [check(record) for record in records]
