"""What a build reports to a file: always of this build, whole, and true of the site."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sco_digest.build as build_room
from sco_digest import publish
from sco_digest.publish import exchange
from tests.projects import UNDATED
from tests.test_cli import ENVIRONMENT, command, home, run

if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = ["home"]

build = partial(run, "build", "--jobs=1")


def report_of(path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(path).read_text())
    return found


def test_report_of_a_build(home: Path) -> None:
    (home / "seeds/undated.txt").write_text(UNDATED)
    assert build("--report", "report.json").exit_code == 1
    report = report_of("report.json")
    assert (report["exit_code"], report["published"], report["articles"]) == (1, True, 2)
    assert report["files"] > report["pages"] > 10
    assert report["facts"] > 10
    files = [path for path in (home / "public").rglob("*") if path.is_file() and path.name != publish.MARKER]
    assert (report["files"], report["bytes"]) == (len(files), sum(path.stat().st_size for path in files))
    (problem,) = report["problems"]
    assert (problem["path"], problem["line"], problem["message"]) == ("seeds/undated.txt", 1, "no date found")
    assert problem["mend"].startswith("add a line")
    assert set(report["seconds"]) == {"load", "read", "extract", "site", "publish"}


def test_report_of_a_refusal(home: Path) -> None:
    assert build("--output", "seeds/public", "--report", "report.json").exit_code == 1
    report = report_of("report.json")
    assert (report["exit_code"], report["published"], report["files"]) == (1, False, 0)
    assert "one another" in report["problems"][0]["message"]


def test_a_report_that_cannot_be_written_is_told_before_anything_is_done(home: Path) -> None:
    result = build("--report", "no/such/folder.json")
    assert result.exit_code == 1
    assert result.stderr == (
        "no/such/folder.json: cannot be written: No such file or directory; name a file that can be\n"
    )
    assert not (home / "public").exists()


@pytest.fixture
def full(home: Path) -> Path:
    """A device that is always full: for root one of our own, as a fault of ours could put a file in its place."""
    if os.geteuid():
        return Path("/dev/full")
    os.mknod(home / "full", stat.S_IFCHR | 0o666, os.makedev(1, 7))
    return Path("full")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_a_report_into_a_full_device(home: Path, full: Path) -> None:
    result = build("--report", str(full))
    assert result.exit_code == 1
    assert full.is_char_device()
    assert result.stderr.splitlines()[-1] == (
        f"{full}: the report cannot be written: No space left on device; the site was published all the same"
    )
    assert "2 articles, " in result.stdout
    assert (home / "public/index.html").exists()


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, ValueError], ids=["key", "fault"])
def test_a_build_that_is_stopped_leaves_no_report_of_the_one_before(
    home: Path, monkeypatch: pytest.MonkeyPatch, stopped: type[BaseException]
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise stopped

    assert build("--report", "report.json").exit_code == 0
    (home / "seeds/more.txt").write_text(UNDATED)
    monkeypatch.setattr(build_room, "build_site", stop)
    assert build("--report", "report.json").exit_code > 0
    report = report_of("report.json")
    assert (report["exit_code"], report["published"]) == (None, False)
    assert report["refusal"] == "the build has not come to its end"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            partial(OSError, errno.EIO, "Input/output error", "topics/x.md"),
            "topics/x.md: Input/output error; look at the disk",
        ),
        (MemoryError, "there is not enough memory; close other programs, raise its limit, or use fewer --jobs"),
    ],
    ids=["disk", "memory"],
)
def test_what_the_system_refuses_is_reported(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: Callable[[], Exception], message: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error()

    monkeypatch.setattr(build_room, "build_site", refuse)
    result = build("--report", "report.json")
    assert (result.exit_code, result.stderr.splitlines()[-2]) == (1, message)
    report = report_of("report.json")
    assert (report["exit_code"], report["published"], len(report["problems"])) == (1, False, 1)
    assert set(report["seconds"]) == {"load", "read", "extract", "site"}


@pytest.mark.parametrize("name", ["seeds", "content", "public"])
def test_a_folder_that_is_not_there_or_none_is_reported(home: Path, name: str) -> None:
    """As where a disk is not mounted."""
    assert build("--report", "report.json").exit_code == 0
    (home / name).rename(home / "elsewhere")
    if name != "seeds":
        (home / name).symlink_to(name)
    assert build("--report", "report.json").exit_code == 1
    report = report_of("report.json")
    assert (report["exit_code"], report["published"]) == (1, False)
    assert report["problems"][0]["path"] == name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("seeds", "seeds: cannot be listed: Permission denied; look at its permissions"),
        ("public", "public: cannot be written: Permission denied; nothing was published"),
    ],
)
def test_a_folder_without_permission_is_reported(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    """Whoever looks at the report would else find that of the build before."""
    assert build("--report", "report.json").exit_code == 0

    def refusing(call: Callable[..., Any]) -> Callable[..., Any]:
        def refuse(path: str | bytes, *more: Any, **wishes: Any) -> Any:
            if Path(os.fsdecode(path)).name != name:
                return call(path, *more, **wishes)
            if call is access:
                return False
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

        return refuse

    access = os.access
    for call in (os.access, os.listdir, os.scandir):  # for root, whom the system refuses nothing
        monkeypatch.setattr(os, call.__name__, refusing(call))
    result = build("--report", "report.json")
    monkeypatch.undo()
    monkeypatch.chdir(home)
    assert (result.exit_code, report_of("report.json")["exit_code"]) == (1, 1)
    assert said in result.stderr


def test_a_folder_that_was_removed_is_no_place_to_be_in(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each path that is not named from the root hangs on it."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for place in (f"{home}/report.json", "report.json"):
        result = build("--log-format", "json", "--report", place)
        said = json.loads(result.stderr.splitlines()[0])["message"]
        assert (result.exit_code, said[:43]) == (1, "the folder you are in is not there any more")
    monkeypatch.chdir(home)
    assert report_of("report.json")["problems"][0]["mend"] == "go to one that is"


@pytest.mark.parametrize(
    "error", [partial(OSError, errno.EIO, "Input/output error"), MemoryError], ids=["disk", "memory"]
)
def test_what_goes_wrong_behind_the_exchange_does_not_deny_the_site(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: Callable[[], Exception]
) -> None:
    def refuse(*_: object) -> None:
        raise error()

    monkeypatch.setattr(build_room, "remember", refuse)
    result = build("--report", "report.json")
    assert result.exit_code == 1
    words = "MemoryError" if error is MemoryError else "Input/output error"
    assert result.stderr.splitlines()[-1].endswith(f"{words}; build again")
    assert (home / "public/index.html").exists()
    report = report_of("report.json")
    assert (report["published"], report["files"] > 10, report["problems"][0]["passing"]) == (True, True, True)
    assert {"path": "index.html", "what": "added"} in report["changes"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_a_report_keeps_its_access_rights(home: Path, mode: int) -> None:
    Path("report.json").touch()
    Path("report.json").chmod(mode)
    assert build("--report", "report.json").exit_code == 0
    assert Path("report.json").stat().st_mode & 0o777 == mode
    assert report_of("report.json")["exit_code"] == 0


def test_a_report_stays_behind_its_link_and_a_link_to_itself_is_replaced(home: Path) -> None:
    (home / "elsewhere").mkdir()
    (home / "report.json").symlink_to("elsewhere/report.json")
    (home / "circle.json").symlink_to("circle.json")
    assert build("--report", "report.json").exit_code == 0
    assert (home / "report.json").is_symlink()
    assert report_of("elsewhere/report.json")["exit_code"] == 0
    assert build("--report", "circle.json").exit_code == 0
    assert report_of("circle.json")["exit_code"] == 0


def test_a_report_whose_folder_takes_no_other_file_is_written_into(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where one may write the file alone; root may write everywhere."""

    def refuse(path: str | Path, *how: int, **more: Any) -> int:
        if ".sco-digest-" in str(path) and "public" not in str(path):
            raise OSError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *how, **more)

    Path("report.json").write_text("old")
    number = Path("report.json").stat().st_ino
    opened = os.open
    monkeypatch.setattr(os, "open", refuse)
    assert build("--report", "report.json").exit_code == 0
    monkeypatch.undo()
    monkeypatch.chdir(home)
    assert report_of("report.json")["exit_code"] == 0
    assert Path("report.json").stat().st_ino == number


def test_a_report_that_is_mounted_by_itself_is_written_into(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(half: Path, place: Path) -> Path:
        if place.name == "report.json":
            raise OSError(errno.EBUSY, "Device or resource busy", str(half), None, str(place))
        return replace(half, place)

    replace = Path.replace
    monkeypatch.setattr(Path, "replace", refuse)
    Path("report.json").write_text("old")
    assert build("--report", "report.json").exit_code == 0
    assert report_of("report.json")["exit_code"] == 0
    assert sorted(path.name for path in home.iterdir() if "sco-digest" in path.name) == [".public.sco-digest-cache"]


def test_a_report_to_what_is_open_already(home: Path) -> None:
    with Path("told.txt").open("w") as told:
        words = command("build", "--jobs=1", "--report", "/dev/stderr")
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=told, env=ENVIRONMENT, check=False)
    assert done.returncode == 0
    assert '"published": true' in Path("told.txt").read_text()
    assert "null" not in Path("told.txt").read_text().split('"exit_code"')[1][:8]


def test_wrong_usage_touches_no_report(home: Path) -> None:
    Path("report.json").write_text("old")
    assert build("--report", "report.json", "--executor", "dask").exit_code == 2
    assert Path("report.json").read_text() == "old"


def test_whoever_reads_a_report_never_finds_half_of_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the one takes the place of the other, both are whole; it is not written into what is read."""

    def look(half: Path, place: Path) -> Path:
        if place.name == "report.json":
            there = report_of("report.json")["exit_code"] if place.exists() else "none"
            seen.append((there, report_of(str(half))["exit_code"]))
        return replace(half, place)

    replace = Path.replace
    seen: list[tuple[object, object]] = []
    monkeypatch.setattr(Path, "replace", look)
    assert build("--report", "report.json").exit_code == 0
    assert seen == [("none", None), (None, 0)]
    assert report_of("report.json")["exit_code"] == 0
    assert [path.name for path in home.iterdir() if path.name.startswith(".sco-digest-")] == []


def test_the_seconds_of_a_build_that_the_disk_stops_are_reported(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(exchange, "flush", refuse)
    assert build("--report", "report.json").exit_code == 1
    report = report_of("report.json")
    assert set(report["seconds"]) == {"load", "read", "extract", "site", "publish"}
    assert report["problems"][0]["message"] == "cannot be written: No space left on device"


def test_a_site_that_is_perhaps_not_on_the_disk_is_a_problem(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsure(staging: Path, folder: Path, aside: Path) -> str:
        swap(staging, folder, aside)
        return "Input/output error"

    swap = publish.swap
    monkeypatch.setattr(publish, "swap", unsure)
    result = build("--report", "report.json")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == (
        "public: the disk does not say that it holds the new site: Input/output error; "
        "the site is published, but a loss of power may take it back; look at the disk, then build again"
    )
    assert report_of("report.json")["published"] is True
    assert report_of("report.json")["problems"][0]["passing"] is True


@pytest.mark.parametrize("published", [True, False])
def test_what_became_of_the_site_is_said_where_what_was_done_cannot_be_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, published: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if not published:
        (home / "content/site.yaml").write_text("titel: Log\n")
    monkeypatch.setattr("sco_digest.cli.build.show", refuse)
    result = build("--report", "report.json")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == (
        "what was done cannot be told: No space left on device; "
        f"{'the site was published all the same' if published else 'nothing was published'}"
    )
    assert (home / "public").exists() == report_of("report.json")["published"] == published
