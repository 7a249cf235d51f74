"""A Dask cluster of real processes: the same bytes as from this machine, whatever becomes of a worker."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from concurrent.futures import Executor, Future
from datetime import date, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from sco_digest import rendering, workers
from sco_digest.build import BuildOptions, build
from sco_digest.cli import main
from sco_digest.errors import ContentError, DigestError, LostError
from sco_digest.kit import kit
from sco_digest.library import pack
from sco_digest.model import Reading
from sco_digest.workers import cluster, open_executor, spread
from tests import samples
from tests.dask import Dask, dask
from tests.projects import ROOT, digests, project
from tests.tasks import add, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """Two workers that no test may harm."""
    with dask(tmp_path_factory.mktemp("dask"), 2) as started:
        yield started


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred texts, and the site that this process makes of them."""
    home = project(tmp_path_factory.mktemp("texts"), **{f"text{number}": text(number) for number in range(300)})
    build(options(home, "public"))
    return home


def text(number: int) -> str:
    """A small text, in which people, days, topics and figures are those of some others as well."""
    day = date(2024, 1, 1) + timedelta(days=number)
    topic = ("railway", "wheat harvest", "power grid", "vaccination")[number % 4]
    return (
        f" date {day} Minister {NAMES[number % 7]} opened a meeting on the {topic} of Amberland.\n\n"
        f"“The {topic} grew by {number % 40 + 2} percent in 2023,” {NAMES[number % 7]} said.\n"
    )


def options(home: Path, output: str, scheduler: str = "") -> BuildOptions:
    """Without the search, which no worker sees."""
    return BuildOptions(
        seeds=home / "seeds",
        content=home / "content",
        output=home / output,
        jobs=1,
        search=False,
        scheduler=scheduler,
        today="2026-03-31",
    )


NAMES = ("Ansel Brook", "Berta Quill", "Cato Marsh", "Dora Finch", "Edo Lark", "Fenna Rowe", "Gil Thorn")


# ---- the same bytes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["extract", "publish"])
def test_a_worker_that_is_killed_in_the_middle_changes_nothing(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    monkeypatch.setattr(cluster, "CHUNK", 8)
    lost: list[int] = []
    with dask(tmp_path, 2) as started:

        def kill_one(now: str, done: int, total: int) -> None:
            if now == stage and done == 40 and not lost:
                lost.append(started.kill_the_busiest())

        report = build(options(texts, f"after-{stage}", started.address), kill_one)
    assert report.published
    assert lost[0] > 0, "it had nothing to do, so nothing had to be done over"
    assert digests(texts / f"after-{stage}") == digests(texts / "public")


def test_own_templates_are_those_of_this_machine(pair: Dask, tmp_path: Path) -> None:
    home = project(tmp_path / "digest")
    (home / "templates").mkdir()
    shipped = (ROOT / "templates" / "prose.html").read_text(encoding="utf-8")
    for number in range(2):  # the workers are the same, and must not take the templates of the build before
        (home / "templates" / "prose.html").write_text(shipped.replace("<h1", f"<h1 id=b{number}"), encoding="utf-8")
        asked = replace(options(home, "far", pair.address), templates=home / "templates")
        build(asked)
        build(replace(asked, output=home / "near", scheduler=""))
        assert f"<h1 id=b{number}" in (home / "far" / "about" / "index.html").read_text(encoding="utf-8")
        assert digests(home / "far") == digests(home / "near")


def test_an_export_is_the_same(pair: Dask, tmp_path: Path) -> None:
    seeds = str(project(tmp_path / "digest") / "seeds")
    near = CliRunner().invoke(main, ["export", "--seeds", seeds])
    far = CliRunner().invoke(main, ["export", "--seeds", seeds, "--executor", "dask", "--scheduler", pair.address])
    assert near.exit_code == far.exit_code == 0
    assert far.stdout_bytes == near.stdout_bytes
    assert far.stdout.count("\n") == 2


# ---- the executor ----------------------------------------------------------------------------------------------------


def test_results_come_in_the_order_of_the_items(pair: Dask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CHUNK", 5)
    with open_executor(1, 0, pair.address) as executor:
        assert list(spread(executor, add, 1000, range(300))) == list(range(1000, 1300))


def test_a_refusal_keeps_its_place_and_mend(pair: Dask) -> None:
    with pytest.raises(ContentError) as caught, open_executor(1, 0, pair.address) as executor:
        list(spread(executor, refuse, 0, range(5)))
    assert str(caught.value) == "content/x.md:3: not this one; leave it out"


class Setup:
    """Counts how often it is packed for the journey."""

    packed = 0

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        type(self).packed += 1
        return int, ("7",)


def lost() -> bytes:
    raise LostError("a record is gone")


def made_of(_setup: None, reading: Reading) -> bytes:
    return reading.made


def test_what_cannot_be_sent_since_it_is_lost_says_so(pair: Dask) -> None:
    readings = [pack(samples.seed()), Reading(b"lost", lost)]
    with pytest.raises(LostError, match="a record is gone"), open_executor(1, 0, pair.address) as executor:
        list(spread(executor, made_of, None, readings))


def test_what_cannot_be_sent_for_another_reason_is_a_fault(pair: Dask) -> None:
    with pytest.raises(TypeError), open_executor(1, 0, pair.address) as executor:
        list(spread(executor, made_of, None, [Lock()]))


def test_what_all_tasks_have_in_common_is_sent_once(pair: Dask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CHUNK", 1)
    with open_executor(1, 0, pair.address) as executor:
        assert list(spread(executor, add, Setup(), range(40))) == list(range(7, 47))  # type: ignore[arg-type]
    assert Setup.packed == 1


def test_a_larger_cluster_has_more_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    class Large:
        def get_executor(self, *, pure: bool) -> None:
            assert not pure

        def nthreads(self) -> dict[str, int]:
            return {"tcp://one": 64, "tcp://two": 64}

    assert cluster.Cluster(Large(), "tcp://here").way.ahead == 256


# ---- what Dask cannot mend -------------------------------------------------------------------------------------------


def test_dask_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "Client", None)
    with pytest.raises(DigestError, match=r'Dask is not installed; pip install "sco-digest\[dask\]"'):
        cluster.connected("tcp://127.0.0.1:1").__enter__()


def test_no_scheduler(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "HELLO", 1)
    result = CliRunner().invoke(main, ["build", "--executor", "dask", "--scheduler", "tcp://127.0.0.1:1"])
    assert result.exit_code == 1
    assert "no Dask scheduler answers at tcp://127.0.0.1:1; start one with: dask scheduler" in result.stderr
    assert len(result.stderr.splitlines()) == 2
    assert not (home / "public").exists()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = project(tmp_path / "digest")
    monkeypatch.chdir(folder)
    return folder


def test_no_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "HELLO", 1)
    with dask(tmp_path) as started, pytest.raises(DigestError) as caught:
        cluster.connected(started.address).__enter__()
    assert str(caught.value) == (
        f"the Dask scheduler at {started.address} has no worker; start some with: dask worker {started.address}"
    )


def work_after(harm: Callable[[], None], address: str) -> None:
    """Do something to a cluster that was all right, and then ask it for work."""
    with open_executor(1, 0, address) as executor:
        harm()
        list(spread(executor, add, 0, range(5)))


def test_no_worker_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "ALONE", 2)
    with dask(tmp_path, 1) as started, pytest.raises(DigestError, match="has no worker"):
        work_after(started.workers[0].kill, started.address)


def test_the_scheduler_goes(tmp_path: Path) -> None:
    with dask(tmp_path, 1) as started:
        worker = started.workers[0]

        def harm() -> None:
            worker.send_signal(signal.SIGSTOP)  # so that it cannot answer before
            threading.Timer(0.3, started.scheduler.kill).start()

        with pytest.raises(DigestError, match="has gone"):
            work_after(harm, started.address)
        worker.send_signal(signal.SIGCONT)


def end_the_worker(offset: int, item: int) -> int:
    os._exit(7)


def test_work_that_ends_its_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "1")
    with (
        dask(tmp_path, 2) as started,
        pytest.raises(DigestError, match=r"ended several Dask workers.*memory"),
        open_executor(1, 0, started.address) as executor,
    ):
        list(spread(executor, end_the_worker, 0, range(5)))


class Never(Executor):
    """An executor that has not finished yet."""

    def submit(self, *_words: Any, **_more: Any) -> Future[Any]:
        return Future()


def test_the_interrupt_key_is_heard_while_a_result_is_far_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "GLANCE", 0.05)
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        list(spread(Never(), add, 0, range(5)))


# ---- workers that would write other bytes ----------------------------------------------------------------------------


def test_a_worker_with_another_state_of_the_program(tmp_path: Path) -> None:
    for folder in ("sco_digest", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / "other" / folder)
    with (tmp_path / "other" / "sco_digest" / "facts.py").open("a", encoding="utf-8") as file:
        file.write("# one more line\n")
    with dask(tmp_path) as started:
        started.work(1, tmp_path / "other")
        with pytest.raises(
            DigestError, match=r"^the Dask worker .* has files of sco-digest .*, this machine .*; install"
        ):
            cluster.connected(started.address).__enter__()


def test_a_worker_without_what_is_asked_of_it(tmp_path: Path) -> None:
    (tmp_path / "old" / "sco_digest").mkdir(parents=True)
    (tmp_path / "old" / "sco_digest" / "__init__.py").write_text("__version__ = '0.0.1'\n")
    with dask(tmp_path) as started:
        started.work(1, tmp_path / "old")
        with pytest.raises(DigestError, match=r"^the Dask worker .* cannot load sco-digest .*; install the same there"):
            cluster.connected(started.address).__enter__()


def test_several_workers_that_differ_are_one_line() -> None:
    other = kit() | {"babel": "1.0"}
    with pytest.raises(DigestError) as caught:
        cluster._compare({"tcp://b": other, "tcp://c": kit(), "tcp://a": other})
    assert str(caught.value) == (
        f"the Dask worker tcp://a has babel 1.0, this machine {kit()['babel']} (and 1 more like it); "
        "install the same there, and start it anew"
    )


def test_a_worker_that_joins_later_is_compared_as_well(pair: Dask, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_executor(1, 0, pair.address) as executor:
        monkeypatch.setattr(cluster, "kit", lambda: kit() | {"nh3": "99"})
        with pytest.raises(DigestError, match=r"worker that has joined has nh3 .*, this machine 99"):
            list(spread(executor, add, 0, range(5)))


def test_a_worker_that_sees_other_templates(pair: Dask, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "templates").mkdir()
    (home / "templates" / "prose.html").write_text("other", encoding="utf-8")
    monkeypatch.setattr(rendering, "_seal", lambda _: "what this machine sees")
    result = CliRunner().invoke(main, ["build", "--executor", "dask", "--scheduler", pair.address])
    assert result.exit_code == 1
    assert "templates: a Dask worker has not the templates of this machine; put them where" in result.stderr
    assert not (home / "public").exists()


# ---- the words of the command line -----------------------------------------------------------------------------------

WRONG = {
    "no scheduler": ("--executor", "dask"),
    "no executor": ("--scheduler", "tcp://127.0.0.1:8786"),
    "no such executor": ("--executor", "spark"),
    "no port": ("--executor", "dask", "--scheduler", "tcp://127.0.0.1"),
    "a port that is no number": ("--executor", "dask", "--scheduler", "tcp://127.0.0.1:x"),
    "a page": ("--executor", "dask", "--scheduler", "http://127.0.0.1:8787"),
}


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("command", ["build", "export"])
def test_wrong_usage_is_2(home: Path, command: str, words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [command, *words])
    assert result.exit_code == 2
    assert not (home / "public").exists()
