"""Work spread over processes: the same results in the same order, whoever does it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Executor, Future
from pathlib import Path
from pickle import PicklingError
from typing import TYPE_CHECKING, Any

import pytest

from sco_digest import workers
from sco_digest.errors import ContentError, DigestError
from sco_digest.workers import InProcess, open_executor, processes, spread
from sco_digest.workers.way import Way
from tests.tasks import add, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def end_the_process(offset: int, item: int) -> int:
    os._exit(7)


def press_the_interrupt_key(done: list[int], item: int) -> int:
    signal.raise_signal(signal.SIGINT)
    done.append(item)
    return item


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    with open_executor(jobs, 0) as executor:
        assert list(spread(executor, add, 1000, range(300))) == list(range(1000, 1300))


def test_nothing_to_do() -> None:
    with open_executor(1, 0) as executor:
        assert list(spread(executor, add, 0, [])) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_refusal_keeps_its_place_and_mend(jobs: int) -> None:
    with pytest.raises(ContentError) as caught, open_executor(jobs, 0) as executor:
        list(spread(executor, refuse, 0, range(5)))
    assert str(caught.value) == "content/x.md:3: not this one; leave it out"


def test_a_worker_that_dies_is_one_clear_line() -> None:
    with pytest.raises(DigestError, match=r"worker process ended .*--jobs 1"), open_executor(2, 0) as executor:
        list(spread(executor, end_the_process, 0, range(5)))


def die_while_answering(offset: int, item: int) -> Dying:
    return Dying()


class Dying:
    """Something whose process is killed as it is packed for the journey."""

    def __reduce__(self) -> tuple[type[Dying], tuple[()]]:
        os.kill(os.getpid(), signal.SIGKILL)
        return Dying, ()


def raise_something(offset: int, item: int) -> int:
    return 1 // offset


def nothing_that_travels(offset: int, item: int) -> Callable[[], int]:
    return lambda: item


def test_a_worker_that_is_killed_as_it_answers_is_noticed() -> None:
    with pytest.raises(DigestError, match="worker process ended"), open_executor(2, 0) as executor:
        list(spread(executor, die_while_answering, 0, range(100)))


def test_an_unexpected_error_says_where_in_the_worker_it_was() -> None:
    with pytest.raises(ZeroDivisionError) as caught, open_executor(2, 0) as executor:
        list(spread(executor, raise_something, 0, range(5)))
    assert "in raise_something" in caught.value.__notes__[0]


def test_a_result_that_cannot_travel_is_an_error_of_its_task() -> None:
    with open_executor(2, 0) as executor:
        with pytest.raises((AttributeError, TypeError, PicklingError)):
            list(spread(executor, nothing_that_travels, 0, range(5)))
        assert list(spread(executor, add, 0, range(5))) == [0, 1, 2, 3, 4]


def process_of(_setup: None, _item: int) -> int:
    return os.getpid()


AUTOMATIC = {
    "one article": (1, 8, True),
    "a handful": (60, 8, True),
    "many": (200, 8, False),
    "one core": (200, 1, True),
}


@pytest.mark.parametrize(("items", "cores", "alone"), AUTOMATIC.values(), ids=AUTOMATIC)
def test_processes_are_started_only_where_they_pay(
    monkeypatch: pytest.MonkeyPatch, items: int, cores: int, alone: bool
) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: cores)
    with open_executor(0, items) as executor:
        assert isinstance(executor, InProcess) is alone


def test_a_short_list_is_no_work_for_other_processes_unless_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    numbers = range(workers.WORTH_A_WORKER)
    with open_executor(0, 200) as executor:
        assert set(spread(executor, process_of, None, numbers[1:])) == {os.getpid()}
        assert os.getpid() not in set(spread(executor, process_of, None, numbers))
    with open_executor(2, 200) as executor:
        assert os.getpid() not in set(spread(executor, process_of, None, [1]))


@pytest.mark.parametrize("known", [True, False])
def test_the_number_of_processors_is_found(monkeypatch: pytest.MonkeyPatch, known: bool) -> None:
    if not known:
        monkeypatch.delattr(os, "sched_getaffinity", raising=False)
        monkeypatch.setattr(os, "cpu_count", lambda: 3)
        assert workers._processors() == 3
    else:
        assert workers._processors() >= 1


class Counting(Executor):
    """An executor of somebody else, which remembers how much was asked of it and not yet fetched."""

    def __init__(self) -> None:
        self.waiting = 0
        self.most = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future = InProcess().submit(fn, *args, **kwargs)
        result = future.result

        def fetched(timeout: float | None = None) -> Any:
            self.waiting -= 1
            return result(timeout)

        future.result = fetched  # type: ignore[method-assign]
        return future


def test_only_a_window_of_the_work_is_under_way() -> None:
    executor = Counting()
    assert list(spread(executor, add, 0, range(5000))) == list(range(5000))
    assert executor.most == Way().ahead


def test_in_this_process_each_chunk_is_fetched_before_the_next() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = spread(InProcess(), add, 0, items())
    next(results)
    assert len(taken) == Way().chunk


@pytest.mark.parametrize(
    ("executor", "expected"), [(InProcess(), 0), (Counting(), Way().chunk)], ids=["at once", "after the chunk"]
)
def test_the_interrupt_key_is_heard(executor: Executor, expected: int) -> None:
    """At once in this process; with an executor of locks and threads, when it has come back from it."""
    done: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        list(spread(executor, press_the_interrupt_key, done, range(100)))
    assert len(done) == expected
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_the_interrupt_key_is_heard_that_is_pressed_while_processes_start(monkeypatch: pytest.MonkeyPatch) -> None:
    started = processes._started

    def pressed() -> processes.Worker:
        os.kill(os.getpid(), signal.SIGINT)
        return started()

    monkeypatch.setattr(processes, "_started", pressed)
    with pytest.raises(KeyboardInterrupt), open_executor(2, 0) as executor:
        list(spread(executor, add, 1, range(20)))


def test_from_another_thread() -> None:
    """Signals belong to the main thread; elsewhere the pool works without."""
    found: list[list[int]] = []

    def work() -> None:
        with open_executor(2, 0) as executor:
            found.append(list(spread(executor, add, 1, range(20))))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [list(range(1, 21))]


ORPHANS = """
import os, time
from sco_digest.workers import open_executor

def pid(seconds):
    time.sleep(seconds)
    return os.getpid()

if __name__ == "__main__":
    with open_executor(2, 0) as executor:
        print(*{executor.submit(pid, 0.5).result() for _ in range(2)}, flush=True)
        time.sleep(60)
"""


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(ORPHANS)
    here = str(Path(workers.__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": here}
    ) as parent:
        assert parent.stdout is not None
        pids = parent.stdout.readline().split()
        parent.send_signal(signal.SIGKILL)
    assert pids
    for _ in range(200):
        if not any(alive(int(pid)) for pid in pids):
            return
        time.sleep(0.05)
    pytest.fail("a worker outlived its parent by ten seconds")


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
