"""The address of a Dask scheduler comes in; an executor goes out whose workers are those of the cluster.

Dask does over what a lost worker had done or begun. So what is said here is for what it cannot mend: no scheduler, no
worker, or workers that would write other bytes than this machine.
"""

from __future__ import annotations

import logging
import pickle
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

try:
    from distributed import Client, KilledWorker
except ImportError:  # it comes with the extra `dask`
    Client = KilledWorker = None  # type: ignore[assignment, misc]

from sco_digest.errors import DigestError
from sco_digest.kit import kit
from sco_digest.workers.interrupts import interrupts_later
from sco_digest.workers.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from concurrent.futures import Future

Result = TypeVar("Result")

CHUNK = 128
"""Articles or pages that travel together: about 0.1 s of work, against some milliseconds that Dask spends on a task."""
FOR_EACH = 2
"""Chunks under way at once for each thread of the cluster, so that none waits for this machine."""
HELLO = 10
"""Seconds in which a scheduler has to answer, and then a worker to be there."""
ALONE = 120
"""Glances during which no worker at all may be left: a minute, in which a manager of a cluster may start others."""


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster, after each of its workers was found to be able to write the same bytes as this machine."""
    client = _client(address)
    try:
        _compare(_kits(client, address))
        yield Cluster(client, address)
    except CancelledError as error:
        raise DigestError(
            f"the Dask scheduler at {address} has gone, or cancelled the work", mend="look into its log, and try again"
        ) from error
    except KilledWorker as error:
        raise DigestError(
            "one piece of work ended several Dask workers, one after the other",
            mend="there may be too little memory; give each worker more",
        ) from error
    finally:
        with interrupts_later():
            client.close(timeout=HELLO)


class Cluster(Executor):
    """Hands tasks to Dask by its executor interface; what they have in common it sends once, not with each chunk."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = address
        self._executor = client.get_executor(pure=False)
        self._alone = 0
        threads = sum(client.nthreads().values())
        self.way = Way(chunk=CHUNK, ahead=max(Way().ahead, FOR_EACH * threads), share=self._share, look=self._look)

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Return the future of `fn(*args, **kwargs)`, for whichever worker Dask chooses."""
        try:
            future: Future[Result] = self._executor.submit(_compared, kit(), fn, *args, **kwargs)
        except TypeError as error:  # Dask's own, around whatever went wrong when the task was packed
            if isinstance(error.__cause__, DigestError):
                raise error.__cause__ from None
            raise
        return future

    def _share(self, setup: object) -> object:
        """A task whose result each worker asks for once.

        That is no copy laid into the cluster beforehand, since Dask can do a task over when its result was lost.
        """
        return self._client.submit(pickle.loads, pickle.dumps(setup, pickle.HIGHEST_PROTOCOL))

    def _look(self) -> None:
        """Raise DigestError where no worker was left for so long that none will come."""
        with suppress(OSError):  # a scheduler that has gone cancels its futures, which tells it better
            self._alone = 0 if self._client.nthreads() else self._alone + 1
        if self._alone >= ALONE:
            raise _without_workers(self._address)


def _client(address: str) -> Client:
    if Client is None:
        raise DigestError("Dask is not installed", mend='pip install "sco-digest[dask]", or leave out --executor dask')
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what it would say over many lines we say in one
    try:
        return Client(address, timeout=HELLO, set_as_default=False)
    except (OSError, ValueError) as error:
        raise DigestError(
            f"no Dask scheduler answers at {address}", mend="start one with: dask scheduler, or correct --scheduler"
        ) from error


def _kits(client: Client, address: str) -> Mapping[str, Mapping[str, str] | Exception]:
    """What each worker has, or why it could not say."""
    try:
        client.wait_for_workers(1, timeout=HELLO)
    except TimeoutError as error:
        raise _without_workers(address) from error
    kits: dict[str, Mapping[str, str] | Exception] = client.run(kit, on_error="return")
    return kits


def _compare(kits: Mapping[str, Mapping[str, str] | Exception]) -> None:
    faults = [f"the Dask worker {name} {fault}" for name in sorted(kits) if (fault := _fault(kit(), kits[name]))]
    if faults:
        more = f" (and {len(faults) - 1} more like it)" if len(faults) > 1 else ""
        raise DigestError(faults[0] + more, mend="install the same there, and start it anew")


def _fault(ours: Mapping[str, str], theirs: Mapping[str, str] | Exception) -> str:
    """How a worker differs, as the end of a sentence; empty where it does not."""
    if isinstance(theirs, Exception):
        return f"cannot load sco-digest {ours['sco-digest']}: {theirs}"
    other = next((name for name in ours if theirs.get(name) != ours[name]), None)
    return f"has {other} {theirs.get(other)}, this machine {ours[other]}" if other else ""


def _compared(ours: Mapping[str, str], fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Result:
    """On the worker: one that has joined since the first comparison is compared too, before it does anything."""
    fault = _fault(ours, kit())
    if fault:
        raise DigestError(f"a Dask worker that has joined {fault}", mend="install the same there, and start it anew")
    return fn(*args, **kwargs)


def _without_workers(address: str) -> DigestError:
    return DigestError(f"the Dask scheduler at {address} has no worker", mend=f"start some with: dask worker {address}")
