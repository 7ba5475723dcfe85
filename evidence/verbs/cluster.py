"""Reading on other machines: the workers of a Dask cluster read what this process sends them; it stores what they find.

The bytes travel with the task, since a worker need not see our disk, and a task whose worker died is given to another.
"""

import logging
import re
import tempfile
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import evidence
from evidence.errors import EvidenceError, InputError, UsageError
from evidence.read import bytes_of
from evidence.verbs.many import Found, Read, read_one

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["read_on_cluster"]

_ADDRESS = re.compile(r"(?:(?:tcp|tls|ucx|wss?)://)?[^\s:/]+:\d{1,5}")
_PATIENCE = 10  # seconds until a scheduler, or a first worker of it, counts as not there
_AHEAD = 3  # documents under way for each thread of the cluster: none waits for work, and memory stays flat
_ONE_AT_A_TIME = Lock()  # the PDF library must not be used by two threads of a worker


def read_on_cluster(files: Iterable[Path], address: str) -> Iterator[Read]:
    """The records of every file, in the order of the files, read by the workers of the scheduler at `address`."""
    with _client(address) as client:
        ahead = _AHEAD * sum(client.nthreads().values())
        waiting = iter(files)
        under_way = deque((path, _sent(client, path)) for path in islice(waiting, ahead))
        while under_way:
            path, reading = under_way.popleft()
            yield path, _received(path, reading, address)
            under_way.extend((path, _sent(client, path)) for path in islice(waiting, 1))


@contextmanager
def _client(address: str) -> Iterator["Client"]:
    """A cluster that is there, has workers, and whose workers have this version of the program."""
    if not _ADDRESS.fullmatch(address):
        raise UsageError("this is no address of a scheduler", where=address, todo="give one such as tcp://host:8786")
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(
            "Dask is not installed", where=f"--scheduler {address}", todo="pip install 'evidence[cluster]'"
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is said by us, on one line
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(
            "the scheduler cannot be reached",
            where=address,
            why=str(error),
            todo="check the address; 'dask scheduler' prints it when it starts",
        ) from None
    with client:
        _check_workers(client, address)
        yield client


def _check_workers(client: "Client", address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        versions = set(client.run(_version).values())
    except TimeoutError:
        raise InputError(
            "the cluster has no workers", where=address, todo=f"start some: dask worker {address} --nthreads 1"
        ) from None
    except Exception as error:  # a worker's ImportError comes as no more than its text
        raise InputError(
            "a worker of the cluster cannot load this program",
            where=address,
            why=str(error),
            todo=f"install evidence {evidence.__version__} on every worker",
        ) from None
    if versions != {_version()}:  # another version reads otherwise, and nobody could say which number came from which
        raise InputError(
            "workers of the cluster have another version of this program",
            where=address,
            why=", ".join(sorted(versions)),
            todo=f"install evidence {evidence.__version__} on every worker",
        )


def _version() -> str:
    return evidence.__version__


def _sent(client: "Client", path: Path) -> "Future[Found] | str":
    """A file on its way to a worker; a line where it cannot be opened here."""
    try:
        data = bytes_of(path)
    except InputError as refusal:
        return str(refusal)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Sending large graph")  # a paper of many megabytes must travel all the same
        return client.submit(_read_there, str(path), data, pure=False)


def _read_there(name: str, data: bytes) -> Found:
    """On a worker: the records of a file that was sent."""
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory() as folder:
        here = Path(folder, Path(name).name)
        here.write_bytes(data)
        found = read_one(here)
    return found.replace(str(here), name) if isinstance(found, str) else found


def _received(path: Path, reading: "Future[Found] | str", address: str) -> Found:
    from distributed import CancelledError, KilledWorker

    if isinstance(reading, str):
        return reading
    try:
        return reading.result()
    except KilledWorker:
        return str(
            InputError("every worker that read this file died", where=path, todo="please report it with the file")
        )
    except (CancelledError, OSError) as error:
        raise EvidenceError(
            "the cluster was lost",
            where=address,
            why=str(error),
            todo="what was read is stored; the same command continues it",
        ) from None
