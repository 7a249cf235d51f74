"""What a build tells to programs: one JSON object a line, and the guard that an unattended build has."""

from __future__ import annotations

import errno
import json
import os
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from sco_digest import cli
from sco_digest.cli import main
from sco_digest.cli.terminal import MOST_ALIKE, complain_about
from sco_digest.model import Problem
from tests.projects import CLINICS, RAIL, UNDATED, digests, project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, and the folder one is in."""
    folder = project(tmp_path / "digest", rail=RAIL, clinics=CLINICS)
    (folder / "content/site.yaml").write_text("title: Log\nsearch: false\n")
    monkeypatch.chdir(folder)
    return folder


def build(*words: str) -> Result:
    return CliRunner().invoke(main, ["build", *words], prog_name="sco-digest")


def events(result: Result) -> list[dict[str, Any]]:
    """Each line of the stream of errors, which must be JSON."""
    return [json.loads(line) for line in result.stderr.splitlines()]


def test_every_line_is_an_object(home: Path) -> None:
    (home / "seeds/odd.txt").write_text(UNDATED)
    result = build("--log-format", "json", "--explain-rebuild")
    assert (result.exit_code, result.stdout) == (1, "")
    told = events(result)
    for event in told:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", event["time"])
        assert event["level"] in {"info", "warning", "error"}
        assert event["message"]
    stages = [event["stage"] for event in told if event["event"] == "stage"]
    assert stages == ["load", "read", "extract", "site", "publish"]
    (problem,) = [event for event in told if event["event"] == "problem"]
    assert (problem["level"], problem["path"], problem["line"]) == ("warning", "seeds/odd.txt", 1)
    assert problem["mend"].startswith("add a line")
    assert {"path": "index.html", "why": "nothing is known of a build before"}.items() <= next(
        event for event in told if event["event"] == "rebuilt" and event["path"] == "index.html"
    ).items()
    assert told[-1]["event"] == "published"
    assert (told[-1]["articles"], told[-1]["problems"], told[-1]["exit_code"]) == (2, 1, 1)
    assert set(told[-1]["seconds"]) == set(stages)


def test_a_refusal_is_an_error(home: Path) -> None:
    (home / "content/site.yaml").write_text("titel: Log\n")
    told = events(build("--log-format", "json"))
    assert told[-1]["event"] == "refused"
    assert (told[-1]["level"], told[-1]["why"], told[-1]["exit_code"]) == ("error", "the content has problems", 1)


def test_what_stops_a_build_is_an_object_too(home: Path) -> None:
    result = build("--log-format", "json", "--report", "nowhere/build.json")
    assert result.exit_code == 1
    assert events(result)[-1]["event"] == "stopped"
    assert events(result)[-1]["message"].startswith("nowhere/build.json: cannot be written: No such file or directory")


@pytest.mark.parametrize(
    ("reason", "code", "said"),
    [
        (errno.ENOSPC, 1, "what is done cannot be told: No space left on device; look at the disk that the output"),
        (errno.EPIPE, 1, ""),
    ],
    ids=["a full disk", "a reader who has seen enough"],
)
def test_a_log_that_takes_nothing_more_stops_a_build(
    home: Path, monkeypatch: pytest.MonkeyPatch, reason: int, code: int, said: str
) -> None:
    """Which of the disks is full must not be guessed."""

    def full(*_: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr("sco_digest.cli.log.say", full)
    result = build("--jobs=1")
    assert (result.exit_code, result.stderr.partition(" of this")[0][: len(said)]) == (code, said)
    assert not (home / "public").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--log-format", "json", "--max-drop", "much"), "Invalid value for '--max-drop': 'much' is not a share"),
        (("--bogus", "--log-format=json"), "No such option '--bogus'"),
        (("--log-format", "json", "--content", "nowhere"), "Invalid value for '--content': Directory 'nowhere'"),
        (("--log-format", "json", "--report"), "Option '--report' requires an argument"),
        (("--log-format", "json", "--report", "seeds/x"), "--report names a file in the folder of --seeds"),
    ],
)
def test_wrong_usage_is_an_object_too(home: Path, words: tuple[str, ...], said: str) -> None:
    result = build(*words)
    (told,) = events(result)
    assert (result.exit_code, told["event"], told["level"]) == (2, "stopped", "error")
    assert told["message"].startswith(said)


@pytest.mark.parametrize("words", [("--log-format", "text"), (), ("--log-format", "jsonl")])
def test_wrong_usage_is_told_to_people_in_their_lines(home: Path, words: tuple[str, ...]) -> None:
    result = build("--max-drop", "much", *words)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, "Usage: sco-digest build [OPTIONS]")


def test_an_early_interrupt_is_an_object_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the command has begun."""

    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "import_module", interrupted)
    result = build("--log-format", "json")
    assert (result.exit_code, [told["message"] for told in events(result)]) == (130, ["interrupted"])


def test_many_problems_of_one_kind_do_not_bury_the_others(home: Path) -> None:
    for number in range(MOST_ALIKE + 20):
        (home / f"seeds/{number}.txt").touch()
    (home / "seeds/odd.txt").write_text(UNDATED)
    lines = build().stderr.splitlines()
    assert sum("the file is empty" in line for line in lines) == MOST_ALIKE + 1
    assert lines[-1] == "20 more like them: the file is empty"
    assert any("odd.txt" in line for line in lines)
    told = events(build("--log-format", "json"))
    assert sum(event["event"] == "problem" for event in told) == MOST_ALIKE + 21


def test_problems_that_are_never_alike_do_not_bury_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    """As where words of the texts are told in them."""
    complain_about([Problem("a.txt", 1, f"odd word {number}") for number in range(1500)])
    lines = capsys.readouterr().err.splitlines()
    assert (len(lines), lines[0], lines[-1]) == (1001, "a.txt:1: odd word 0", "500 more problems")


# ---- a sudden loss ---------------------------------------------------------------------------------------------------


def test_a_sudden_loss_is_not_published(home: Path) -> None:
    assert build("--max-drop", "20%").exit_code == 0
    before = digests(home / "public")
    (home / "seeds/rail.txt").unlink()
    result = build("--max-drop", "20%")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "nothing was published: articles would fall from 2 to 1, by 50 %, and --max-drop allows 20 %;"
    )
    assert digests(home / "public") == before
    assert build("--max-drop", "20%").exit_code == 1  # and stays refused
    assert build("--max-drop=50").exit_code == 0
    assert len(digests(home / "public")) < len(before)


def test_a_loss_of_pages_alone_is_not_published_either(home: Path) -> None:
    """As where settings are lost, and no text."""
    assert build().exit_code == 0
    before = digests(home / "public")
    with (home / "content/site.yaml").open("a") as settings:
        settings.write("parts: [article]\n")
    result = build("--max-drop", "20%")
    assert result.exit_code == 1
    assert "nothing was published: pages would fall from " in result.stderr
    assert digests(home / "public") == before


def test_without_a_limit_articles_may_go(home: Path) -> None:
    assert build().exit_code == 0
    (home / "seeds/rail.txt").unlink()
    assert build().exit_code == 0


def test_the_loss_of_one_build_is_seen_without_its_memory(home: Path) -> None:
    assert build("--no-cache").exit_code == 0
    (home / "seeds/rail.txt").unlink()
    assert build("--no-cache", "--max-drop", "0").exit_code == 1


@pytest.mark.parametrize("share", ["-1", "101", "20 %%", "much", "", "1e1", "٢٠"])
def test_what_is_no_share(home: Path, share: str) -> None:
    result = build(f"--max-drop={share}")
    assert result.exit_code == 2
    assert "is not a share such as 20%" in result.stderr
