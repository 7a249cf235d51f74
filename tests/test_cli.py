"""The command line as a user meets it: arguments in; lines, files and an exit code out."""

from __future__ import annotations

import csv
import errno
import http.client
import io
import json
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from sco_digest import __version__
from sco_digest.cli import ROOMS, main
from sco_digest.cli.terminal import harmless
from sco_digest.extract import extract
from sco_digest.outputs.exports import EXPORTS
from sco_digest.progress import latest_day
from tests.projects import RAIL, ROOT, UNDATED, digests, project
from tests.test_build import doubting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sco_digest.model import ArticleRecord, Document, Vocabulary


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, and the folder one is in."""
    folder = project(tmp_path / "digest")
    monkeypatch.chdir(folder)
    return folder


def run(*words: str | Path) -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="sco-digest")


def command(*words: str) -> list[str]:
    """The command as a process of its own."""
    return [sys.executable, "-m", "sco_digest", *words]


ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


# ---- the words of the command line -----------------------------------------------------------------------------------


def test_version() -> None:
    assert run("--version").output == f"sco-digest, version {__version__}\n"


def test_help_lists_every_command() -> None:
    shown = run("--help").output
    assert [line.split()[0] for line in shown.partition("Commands:\n")[2].splitlines()] == list(ROOMS)


@pytest.mark.parametrize("name", ROOMS)
def test_every_command_has_help(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: sco-digest {name} ")


WRONG = {
    "no such command": ("publish",),
    "no such option": ("build", "--fast"),
    "no such folder": ("build", "--content", "nowhere"),
    "a file for a folder": ("build", "--content", "content/site.yaml"),
    "no address": ("build", "--base-url", "example.org"),
    "an address with a query": ("build", "--base-url", "https://example.org/?a=b"),
    "an address that is none": ("build", "--base-url", "http://[x/"),
    "an address with signs that nobody sees": ("build", "--base-url", "https://x.example/a\x01b"),
    "an address with markup": ("build", "--base-url", 'https://x.example/"><script>'),
    "an address that is not UTF-8": ("build", "--base-url", "https://x.example/\udcff"),
    "a port that is none": ("build", "--base-url", "https://x.example:99999/"),
    "a scheduler that is none": ("build", "--executor", "dask", "--scheduler", "tcp://[x"),
    "a report inside the site": ("build", "--report", "public/.sco-digest"),
    "a report in the place of a text": ("build", "--report", "seeds/rail.txt"),
    "a report in the place of the settings": ("build", "--report", "content/site.yaml"),
    "a folder for the records": ("export", "--output", "content"),
    "jobs below zero": ("build", "--jobs", "-1"),
    "no such format": ("export", "--format", "xml"),
    "nothing to explain": ("explain",),
    "no day": ("build", "--today", "2025-02-30"),
    "no such shell": ("completion", "cmd"),
    "a port out of range": ("serve", "--port", "70000"),
}


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_wrong_usage_is_2(home: Path, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Usage: sco-digest" in result.stderr
    assert not Path("public").exists()


@pytest.mark.parametrize(("shell", "words"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete ")])
def test_completion_prints_the_script_of_a_shell(shell: str, words: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert words in result.output
    assert "_SCO_DIGEST_COMPLETE" in result.output


def test_the_shell_is_told_our_words() -> None:
    asked = {"_SCO_DIGEST_COMPLETE": "bash_complete", "COMP_WORDS": "sco-digest ex", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-c", "from sco_digest.cli import main; main(prog_name='sco-digest')"],
        env=ENVIRONMENT | asked,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["plain,export", "plain,explain"]


# ---- init and build --------------------------------------------------------------------------------------------------


def test_from_init_to_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "my-digest is ready" in run("init", "my-digest").stdout
    assert sorted(path.name for path in Path("my-digest").iterdir()) == [".gitignore", "content", "seeds"]
    monkeypatch.chdir("my-digest")
    result = run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1].startswith("1 article, ")
    assert Path("public/index.html").is_file()


def test_without_search_no_page_speaks_of_it(home: Path) -> None:
    """Neither its page nor its index nor its scripts, and no way to them."""
    assert run("build", "--no-search").exit_code == 0
    files = [path for path in Path("public").rglob("*") if path.is_file()]
    assert [path for path in files if path.relative_to("public").parts[0].startswith("search")] == []
    pages = "".join(path.read_text(encoding="utf-8") for path in files if path.suffix == ".html")
    assert [way for way in ('role="search"', "search/index.html", "search_key.js") if way in pages] == []
    assert run("build").exit_code == 0
    assert {"search", "search-index", "search.js", "search_key.js"} <= {path.name for path in Path("public").iterdir()}


def test_init_leaves_a_folder_with_files_alone(home: Path) -> None:
    before = digests(home)
    result = run("init", ".")
    assert (result.exit_code, result.stderr) == (1, ".: the folder is not empty; name a new one\n")
    assert digests(home) == before


def test_init_takes_an_empty_folder(tmp_path: Path) -> None:
    assert run("init", tmp_path).exit_code == 0
    assert (tmp_path / "content/site.yaml").is_file()


def test_init_takes_a_fresh_clone_and_changes_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("README.md", "LICENSE", ".gitignore"):
        (tmp_path / name).write_text("mine")
    result = run("init", tmp_path)
    assert result.exit_code == 0
    assert {(tmp_path / name).read_text() for name in ("README.md", "LICENSE", ".gitignore")} == {"mine"}
    assert (tmp_path / "content/site.yaml").is_file()


FEEDS = {
    "a plain name": ("my-digest", "tag:my-digest,2025:site"),
    "capitals, blanks and accents": ("Été à Bichkek 2", "tag:ete-a-bichkek-2,2025:site"),
    "nothing that could stand in an address": ("Бишкек", "tag:sco-digest,2025:site"),
}


@pytest.mark.parametrize(("name", "feed_id"), FEEDS.values(), ids=FEEDS)
def test_init_gives_each_project_feeds_of_its_own(tmp_path: Path, name: str, feed_id: str) -> None:
    run("init", tmp_path / name)
    settings = (tmp_path / name / "content/site.yaml").read_text()
    assert [line for line in settings.splitlines() if line.startswith("feed_id:")] == [f"feed_id: {feed_id}"]
    others = [line for line in (ROOT / "content/site.yaml").read_text().splitlines() if "feed_id:" not in line]
    assert [line for line in settings.splitlines() if line in others] == others


def shipped_templates() -> set[str]:
    return files_below(ROOT / "templates")


def files_below(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_init_copies_the_templates_into_a_project(home: Path) -> None:
    (home / "templates").mkdir()
    (home / "templates/article.html").write_text("mine")
    before = digests(home)
    result = run("init", ".", "--templates")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{len(shipped_templates()) - 1} files written to templates. ")
    after = digests(home)
    assert before.items() <= after.items()
    assert {name.removeprefix("templates/") for name in after.keys() - before.keys()} == shipped_templates() - {
        "article.html"
    }


def test_init_starts_a_project_with_templates(tmp_path: Path) -> None:
    assert run("init", tmp_path / "new", "--templates").exit_code == 0
    assert files_below(tmp_path / "new/templates") == shipped_templates()
    assert (tmp_path / "new/content/site.yaml").is_file()


def test_init_of_an_empty_folder_needs_its_name(home: Path) -> None:
    assert run("init").exit_code == 2


def test_a_template_that_no_page_uses_is_named(home: Path) -> None:
    Path("templates").mkdir()
    Path("templates/artcle.html").write_text("lost")
    result = run("build")
    assert result.exit_code == 1
    assert result.stderr == 'templates/artcle.html: no page uses this template; did you mean "article.html"?\n'
    assert Path("public/index.html").is_file()


def test_a_build_ends_with_one_line(home: Path) -> None:
    result = run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    *stages, last = result.stdout.splitlines()
    assert stages == ["load ...", "read ...", "extract ...", "site ...", "publish ..."]
    counts, seconds = last.rsplit(", ", 1)
    assert [part.split(" ", 1)[1] for part in counts.split(", ")] == ["articles", "facts", "pages", "problems"]
    assert counts.startswith("2 articles, ")
    assert counts.endswith(", 0 problems")
    assert seconds.endswith(" s")


def test_a_problem_is_one_line_with_its_mend(home: Path) -> None:
    (home / "seeds/undated.txt").write_text(UNDATED)
    result = run("build")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith('seeds/undated.txt:1: no date found; add a line "date ')
    assert result.stdout.splitlines()[-1].startswith("2 articles, ")


def test_a_day_to_come_is_no_date(home: Path) -> None:
    problem = "seeds/clinics.txt:1: the date 2025-04-18 is after the day of this run, 2025-04-01; correct it there\n"
    build = run("build", "--today", "2025-04-01")
    assert (build.exit_code, build.stderr) == (1, problem)
    assert build.stdout.splitlines()[-1].startswith("1 article, ")
    export = run("export", "--today=2025-04-01")
    assert (export.exit_code, export.stderr) == (1, problem)
    assert [json.loads(line)["date"] is None for line in export.stdout.splitlines()] == [True, False]
    explain = run("explain", "seeds/clinics.txt", "--today=2025-04-01")
    assert (explain.exit_code, explain.stderr) == (1, problem)
    assert "to check     date: the date 2025-04-18 is after" in explain.stdout
    assert run("export").exit_code == 0


def test_the_clock_is_read_where_no_day_is_given(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_digest.progress.time.time", lambda: 1741100400.0)
    assert "2025-04-18 is after the day of this run, 2025-03-05" in run("build").stderr


@pytest.mark.parametrize(("now", "day"), [(0.0, "1970-01-01"), (36_000.0, "1970-01-02"), (35_999.0, "1970-01-01")])
def test_the_day_begins_east_of_everywhere(now: float, day: str) -> None:
    assert latest_day(now) == day


def test_strict_says_that_nothing_was_published(home: Path) -> None:
    (home / "seeds/undated.txt").write_text(UNDATED)
    result = run("build", "--strict")
    assert result.exit_code == 1
    problem, last = result.stderr.splitlines()
    assert problem.startswith("seeds/undated.txt:1:")
    assert last.startswith("nothing was published: --strict allows no problems; 1 problem, ")
    assert not Path("public").exists()


def test_a_folder_of_somebody_else(home: Path) -> None:
    Path("public").mkdir()
    Path("public/mine.txt").write_text("mine")
    result = run("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("public: this folder is not empty and was not written by sco-digest; ")
    assert run("build", "--force").exit_code == 0
    assert not Path("public/mine.txt").exists()


def test_without_content_of_its_own_a_project_takes_the_shipped(home: Path) -> None:
    (home / "content").rename(home / "unused")
    assert run("build").exit_code == 0


def test_templates_in_the_project_win(home: Path) -> None:
    Path("templates").mkdir()
    Path("templates/not_found.html").write_text("lost")
    assert run("build").exit_code == 0
    assert Path("public/404.html").read_text() == "lost"


def test_a_broken_template_is_one_line(home: Path) -> None:
    Path("templates").mkdir()
    Path("templates/home.html").write_text("\n{% if %}")
    result = run("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("templates/home.html:2: ")
    assert "Traceback" not in result.output


def test_a_file_name_cannot_steer_the_terminal(home: Path) -> None:
    (home / "seeds/\x1b[31mred.txt").write_text(UNDATED)
    result = run("build")
    assert result.exit_code == 1
    assert "31mred.txt" in result.stderr
    assert "\x1b" not in result.stderr


STEERING = {
    "colour": ("a\x1b[31mb", "a\ufffd[31mb"),
    "carriage return": ("good\rbad", "good\ufffdbad"),
    "C1 control": ("a\x9bb", "a\ufffdb"),
    "writing turned round": ("a\u202eb", "a\ufffdb"),
    "tab and line feed stay": ("a\tb\n", "a\tb\n"),
    "other scripts stay": ("Бишкек «цитата» ’", "Бишкек «цитата» ’"),
}


@pytest.mark.parametrize(("text", "shown"), STEERING.values(), ids=STEERING)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert len(harmless(text)) == len(text)


def on_a_terminal(*words: str, cwd: Path, **surroundings: str) -> str:
    """What a process shows whose output is a terminal."""
    leader, follower = pty.openpty()
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        command(*words),
        cwd=cwd,
        stdout=follower,
        stderr=follower,
        env=environment | {"TERM": "xterm-256color", "COLUMNS": "200"} | surroundings,
    ) as process:
        os.close(follower)
        shown = b""
        try:
            while part := os.read(leader, 65536):
                shown += part
        except OSError:  # the other end was closed
            pass
        assert process.wait() == 0
    os.close(leader)
    return shown.decode()


def test_a_bar_on_a_terminal(home: Path) -> None:
    shown = on_a_terminal("build", cwd=home)
    assert "\x1b[" in shown
    assert "load ..." not in shown
    assert "2 articles, " in shown.splitlines()[-1]


# ---- export ----------------------------------------------------------------------------------------------------------


def test_export_prints_a_record_an_article(home: Path) -> None:
    result = run("export")
    assert (result.exit_code, result.stderr) == (0, "")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["id"] for record in records] == ["clinics", "rail"]
    for record in records:
        for figure in record["statistics"]:
            start, end = figure["span"]
            assert record["text"][start:end] == figure["surface"]


def test_export_of_one_file_without_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.txt").write_text(UNDATED)
    result = run("export", "--seeds", "note.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["date"] is None


def test_export_names_what_was_set_aside(home: Path) -> None:
    (home / "seeds/bad.txt").write_bytes(b"\0\1")
    result = run("export")
    assert result.exit_code == 1
    assert result.stderr.startswith("seeds/bad.txt")
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            partial(ValueError, "no such\nunit"),
            "the text could not be read (ValueError: no such unit); please report it with the text",
        ),
        (MemoryError, "reading the article takes more memory than there is; split it, or give the program more"),
    ],
    ids=["fault", "memory"],
)
def test_export_names_a_text_that_a_rule_stumbles_over(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: Callable[[], Exception], told: str
) -> None:
    def stumble(document: Document, vocabulary: Vocabulary) -> ArticleRecord:
        if document.id == "clinics":
            raise error()
        return extract(document, vocabulary)

    monkeypatch.setattr("sco_digest.reading.extract", stumble)
    result = run("export", "--jobs", "1")
    assert (result.exit_code, result.stderr) == (1, f"seeds/clinics.txt:1: {told}\n")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["rail"]


def test_a_command_without_memory_is_told_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("sco_digest.reading.read", none_left)
    result = run("export")
    mend = "close other programs, raise its limit, or use fewer --jobs"
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"there is not enough memory; {mend}\n")


def test_export_as_csv(home: Path) -> None:
    result = run("export", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {("rail", "12 percent", "12", "percent"), ("rail", "40 million dollars", "40000000", "USD")} <= {
        (row["article"], row["surface"], row["value"], row["unit"]) for row in rows
    }


def test_export_into_a_file(home: Path) -> None:
    result = run("export", "-o", "records.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(Path("records.jsonl").read_text().splitlines()) == 2


def test_a_line_of_the_export_is_one_line_for_every_reader(home: Path) -> None:
    """Some readers end a line at U+2028 as well."""
    (home / "seeds/rail.txt").write_text(RAIL.replace("opened a", "opened\u2028a"))
    records = [json.loads(line) for line in run("export").stdout.splitlines()]
    assert "opened\u2028a" in records[1]["text"]


def test_nothing_in_an_export_steers_a_terminal(home: Path) -> None:
    """What a text holds stays in the JSON, written out; a cell of a table has a sign in its place."""
    text = RAIL.replace("Freight", "\x1b[2J\x9b2J Freight").removeprefix(" date 2025-03-04 ")
    line = json.dumps({"id": "a", "date": "2025-03-04", "text": text})
    (home / "seeds/odd.jsonl").write_text(line + "\n")
    in_json, in_csv = run("export").stdout, run("export", "--format", "csv").stdout
    assert not {"\x1b", "\x9b"} & {*in_json, *in_csv}
    assert [text] == [record["text"] for record in map(json.loads, in_json.splitlines()) if record["id"] == "a"]
    assert "\ufffd[2J\ufffd2J Freight traffic grew by 12 percent" in in_csv


def test_whoever_reads_may_stop_early(home: Path) -> None:
    for number in range(40):
        (home / f"seeds/copy-{number}.txt").write_text(RAIL * 20)
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m sco_digest export --jobs 1 | head -c 10"],
        env=ENVIRONMENT,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert len(done.stdout) == 10


# ---- explain ---------------------------------------------------------------------------------------------------------


def test_explain_without_colours(home: Path) -> None:
    result = run("explain", "seeds/rail.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "[figure: 12 percent]" in result.stdout
    assert "date         2025-03-04  <- “2025-03-04”" in result.stdout
    assert "speaker      Daniyar Omarov, " in result.stdout


def test_explain_names_the_rules(home: Path) -> None:
    (home / "content/corrections").mkdir(exist_ok=True)
    (home / "content/corrections/rail.yaml").write_text("article: rail\nreason: shorter\nheadline: A bridge\n")
    shown = run("explain", "seeds/rail.txt").stdout.splitlines()
    after = {line.split()[0]: shown[number + 1] for number, line in enumerate(shown[:-1]) if "  <- “" in line}
    assert re.fullmatch(r" +figure by figures\.[A-Z]\w+\.\w+:\d+.*", after["figure"])
    assert re.fullmatch(r" +date by dates\.find_date:\d+", after["date"])
    assert re.fullmatch(r" +words by statements\.\w+:\d+.*", after["statement"])
    assert shown[shown.index("headline     A bridge  (given beside the text)") + 1].strip() == (
        "stated by people: corrections/rail.yaml"
    )


def test_explain_names_what_to_check(home: Path) -> None:
    """The year of the eight months in the seed follows from its date alone."""
    shown = run("explain", ROOT / "seeds/000_27a9d2d221f48fca.txt").stdout
    assert "to check     statistics: “75 percent”: " in shown


def test_explain_leaves_out_a_confidence_of_one(home: Path) -> None:
    Path("undated.txt").write_text(UNDATED)
    shown = run("explain", "undated.txt").stdout
    assert "to check     date: no date of publication found\n" in shown


def test_explain_in_colours(home: Path) -> None:
    shown = on_a_terminal("explain", "seeds/rail.txt", cwd=home)
    assert "[figure: " not in shown
    assert "\x1b[30;103m12 percent" in shown.replace("\x1b[3;30;103m", "\x1b[30;103m")
    assert "policy area" in shown


def test_explain_on_a_terminal_without_colours(home: Path) -> None:
    shown = on_a_terminal("explain", "seeds/rail.txt", cwd=home, NO_COLOR="1")
    assert "[figure: 12 percent]" in shown
    assert "\x1b[" not in shown


def test_explain_names_what_cannot_be_read(home: Path) -> None:
    (home / "bad.txt").write_bytes(b"\0\1")
    result = run("explain", "bad.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("bad.txt")


def test_explain_says_what_was_given_beside_the_text(home: Path) -> None:
    (home / "one.jsonl").write_text(json.dumps({"text": UNDATED, "date": "2025-01-02"}))
    assert "2025-01-02  (given beside the text)" in run("explain", "one.jsonl").stdout


# ---- review ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def doubtful(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_digest.reading.extract", doubting)
    monkeypatch.setattr("sco_digest.library.brief.extract", doubting)


@pytest.mark.usefixtures("doubtful")
def test_review_lists_doubts_and_what_settles_them(home: Path) -> None:
    build = run("build")
    assert (build.exit_code, build.stderr) == (0, "")
    assert '1 fact too doubtful for the pages; "sco-digest review" lists them' in build.stdout.splitlines()
    result = run("review")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("== rail.txt ==\n\nfigure       “12 percent” (percent), characters ")
    assert result.stdout.endswith("\n1 fact to review\n")
    correction = result.stdout.partition("instead:\n")[2].partition("\n\n")[0]
    (home / "content/corrections").mkdir(exist_ok=True)
    (home / "content/corrections/rail.yaml").write_text(correction)
    assert run("review").stdout == "0 facts to review\n"


@pytest.mark.usefixtures("doubtful")
def test_review_as_a_table_and_with_another_limit() -> None:
    rows = list(csv.DictReader(io.StringIO(run("review", "--format", "csv").stdout)))
    assert [(row["article"], row["surface"], row["confidence"]) for row in rows] == [("rail", "12 percent", "0.5")]
    assert run("review", "--under", "0.4").stdout == "0 facts to review\n"


def test_review_settles_a_long_statement_by_its_first_words() -> None:
    """Those of the seed whose own words name no speaker."""
    shown = run("review", "--under", "1", "--seeds", ROOT / "seeds").stdout
    assert '  - "In this regard, the urgent need to establish"\n' in shown
    assert "…” (Adylbek Kasymaliev), characters " in shown


# ---- serve -----------------------------------------------------------------------------------------------------------


class Served:
    """`sco-digest serve` on a free port, and what it says."""

    def __init__(self, home: Path) -> None:
        self.process = subprocess.Popen(
            command("serve", "--port", "0", "--jobs", "1"),
            cwd=home,
            env=ENVIRONMENT | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.address = self.line("open http://").partition("open ")[2].split()[0]

    def line(self, words: str) -> str:
        """The next line that holds these words."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if words in line:
                return line
        pytest.fail(f"serve ended before it said {words!r}")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:  # noqa: S310
            found: str = answer.read().decode()
            return found

    def status(self, path: str) -> int:
        with pytest.raises(urllib.error.HTTPError) as caught:
            self.get(path)
        return caught.value.code


@pytest.fixture
def served(home: Path) -> Iterator[Served]:
    served = Served(home)
    try:
        yield served
    finally:
        served.process.send_signal(signal.SIGINT)
        served.process.wait(20)
        assert served.process.stdout is not None
        served.process.stdout.close()


SCRIPT = '<script src="/.sco-digest/reload.js"></script>'


def test_serve_shows_the_site_and_adds_its_script_on_the_way(served: Served, home: Path) -> None:
    served.line("2 articles, ")
    assert SCRIPT in served.get("")
    assert SCRIPT in served.get("about/")
    assert "EventSource" in served.get(".sco-digest/reload.js")
    assert served.get("style.css") == (home / "public/style.css").read_text()
    assert SCRIPT not in (home / "public/index.html").read_text()
    assert served.status("no/such/page/") == 404
    assert served.address.startswith("http://127.0.0.1:")
    with pytest.raises(OSError, match=r"refused|requested address|timed out"):  # nor at another address of the machine
        socket.create_connection(("127.0.0.2", urllib.parse.urlsplit(served.address).port), 5)


def test_serve_builds_anew_and_tells_the_page(served: Served, home: Path) -> None:
    served.line("2 articles, ")
    with urllib.request.urlopen(served.address + ".sco-digest/events", timeout=60) as events:  # noqa: S310
        (home / "seeds/undated.txt").write_text(UNDATED)
        assert "no date found" in served.line("seeds/undated.txt:1:")
        assert events.readline() == b"data: reload\n"
    (home / "seeds/undated.txt").write_text(RAIL)
    served.line("3 articles, ")


def test_serve_sees_folders_that_are_made_and_removed_later(served: Served, home: Path) -> None:
    served.line("2 articles, ")
    (home / "templates").mkdir()
    (home / "templates/style.css").write_text("x")
    until(lambda: served.get("style.css") == "x")
    (home / "templates/style.css").write_text("y")
    until(lambda: served.get("style.css") == "y")
    shutil.rmtree(home / "templates")
    until(lambda: served.get("style.css") == (ROOT / "templates/style.css").read_text())


HOSTS = {
    "the address": ("127.0.0.1:{port}", 200),
    "its name": ("localhost", 200),
    "in capitals": ("LOCALHOST:{port}", 200),
    "the address of version 6": ("[::1]:{port}", 200),
    "somebody else's name": ("evil.example:{port}", 403),
    "a name that begins like ours": ("localhost.evil.example", 403),
    "none": ("", 403),
}


def test_serve_answers_to_the_name_of_this_machine_alone(served: Served) -> None:
    served.line("2 articles, ")
    port = int(served.address.rstrip("/").rpartition(":")[2])
    for case, (host, status) in HOSTS.items():
        for method in ("GET", "HEAD"):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request(method, "/", headers={"Host": host.format(port=port)})
            assert connection.getresponse().status == status, case
            connection.close()


def test_serve_waits_for_content_to_be_mended(home: Path) -> None:
    settings = home / "content/site.yaml"
    good = settings.read_text()
    settings.write_text("titel: oops\n")
    served = Served(home)
    try:
        served.line("nothing was published")
        assert served.status("") == 404
        settings.write_text(good)
        served.line("2 articles, ")
        assert SCRIPT in served.get("")
    finally:
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(20) == 130


def test_a_port_that_is_taken_is_one_line(served: Served, home: Path) -> None:
    port = served.address.rstrip("/").rpartition(":")[2]
    done = subprocess.run(
        command("serve", "--port", port), cwd=home, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == f"port {port} is in use by another program; try --port {int(port) + 1}\n"
    assert "Traceback" not in done.stderr


# ---- interrupted -----------------------------------------------------------------------------------------------------


def until(done: Callable[[], bool]) -> None:
    for _ in range(400):
        if done():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen within 20 seconds")


@pytest.mark.parametrize(
    ("number", "code", "word"),
    [(signal.SIGINT, 130, "interrupted\n"), (signal.SIGTERM, 143, "terminated\n")],
    ids=["interrupt key", "kill"],
)
def test_a_signal_to_stop(home: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int, word: str) -> None:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr("sco_digest.cli.export.export", lambda *_: signal.raise_signal(number))
    result = run("export")
    assert (result.exit_code, result.stderr) == (code, word)
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_thread_that_cannot_hear_signals_works_without(home: Path) -> None:
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(run, "export").result().exit_code == 0


@pytest.mark.parametrize("deaf", [False, True], ids=["heard", "in the background"])
def test_the_interrupt_key_while_the_command_line_is_loaded(tmp_path: Path, *, deaf: bool) -> None:
    """Where a shell starts it in the background it is to be deaf to the key, and stays so."""
    (tmp_path / "click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nraise SystemExit(7)\n")
    words = [sys.executable, "-m", "sco_digest", "--version"]
    if deaf:
        words = ["sh", "-c", 'trap "" INT; exec "$0" "$@"', *words]
    environment = ENVIRONMENT | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (7 if deaf else -signal.SIGINT, "")


STOPS = {
    "interrupt key": (signal.SIGINT, os.killpg, 130, "interrupted"),
    "kill": (signal.SIGTERM, os.kill, 143, "terminated"),
    "kill of the workers as well": (signal.SIGTERM, os.killpg, 143, "terminated"),
}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("case", STOPS)
def test_a_build_that_is_stopped_ends_cleanly(home: Path, jobs: str, case: str) -> None:
    """Coverage holds a lock of its own as it meets a file, which an interruption would leave locked: it stays away."""
    signalled, send, code, word = STOPS[case]
    plain = {name: value for name, value in ENVIRONMENT.items() if not name.startswith("COV")}
    for number in range(300):
        (home / f"seeds/copy-{number}.txt").write_text(RAIL * 10)
    process = subprocess.Popen(
        command("build", "--jobs", jobs),
        cwd=home,
        env=plain | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    until(lambda: "extract" in process.stdout.readline())
    send(process.pid, signalled)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.strip()) == (code, word)
    assert not (home / "public").exists()
    assert [path.name for path in home.iterdir() if path.name.startswith(".public")] == [".public.sco-digest-cache"]


# ---- where it runs ---------------------------------------------------------------------------------------------------


def test_the_root_of_the_file_system_is_no_output(home: Path) -> None:
    result = run("build", "--output", "/")
    assert result.exit_code == 1
    assert "/: the root of the file system cannot be the output folder" in result.stderr


@pytest.mark.parametrize("letter", ["o", "é"])
def test_a_name_that_is_too_long_for_what_stands_beside_the_output(home: Path, letter: str) -> None:
    result = run("build", "--output", letter * (240 // len(letter.encode())))
    assert result.exit_code == 1
    assert "File name too long; choose a shorter name\n" in result.stderr


def test_a_project_below_a_file(home: Path) -> None:
    result = run("init", "content/site.yaml/new")
    assert result.exit_code == 1
    assert result.stderr.startswith("content/site.yaml/new/content")
    assert result.stderr.endswith(": Not a directory; name a place that has only folders above it\n")


@pytest.mark.parametrize("name", ["content", "templates"])
def test_a_link_that_leads_nowhere_is_no_folder_that_is_not_there(home: Path, name: str) -> None:
    if (home / name).is_dir():
        shutil.rmtree(home / name)
    (home / name).symlink_to("nowhere")
    result = run("build")
    assert (result.exit_code, f"{name}: is no folder; put a folder there, or remove it" in result.stderr) == (1, True)


def test_a_record_that_cannot_be_written_is_one_line(home: Path) -> None:
    words = command("export", "--output", "nowhere/x.jsonl")
    done = subprocess.run(words, cwd=home, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "nowhere/x.jsonl: cannot be written: No such file or directory; name a file that can be\n"


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, partial(OSError, errno.ENOSPC, "No space left"), ValueError])
def test_an_export_that_is_stopped_leaves_the_one_before(
    home: Path, monkeypatch: pytest.MonkeyPatch, stopped: Callable[[], BaseException]
) -> None:
    def stop(records: Iterable[ArticleRecord]) -> Iterator[bytes]:
        yield b"half\n"
        raise stopped()

    before = run("export", "-o", "records.jsonl")
    assert before.exit_code == 0
    held = Path("records.jsonl").read_bytes()
    monkeypatch.setitem(EXPORTS, "jsonl", stop)
    assert run("export", "-o", "records.jsonl").exit_code > 0
    assert Path("records.jsonl").read_bytes() == held
    assert not [path.name for path in home.iterdir() if path.name.startswith(".sco-digest-")]


def test_an_export_into_a_pipe(home: Path) -> None:
    """What is no file is written to and never replaced."""
    os.mkfifo("records")
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(Path("records").read_bytes)
        assert run("export", "-o", "records").exit_code == 0
        assert len(reading.result().splitlines()) == 2
    assert Path("records").is_fifo()


@pytest.mark.parametrize("name", ["build", "export", "review"])
def test_seeds_that_are_not_there_are_a_problem(home: Path, name: str) -> None:
    (home / "seeds").rename("elsewhere")
    result = run(name)
    message = "seeds: cannot be read: No such file or directory; create it, or name another file or folder"
    assert (result.exit_code, result.stderr.splitlines()[0]) == (1, message)


def test_no_further_thread_is_one_line(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("sco_digest.build.open_executor", refused)
    result = run("build")
    assert (result.exit_code, "the system lets no further thread begin" in result.stderr) == (1, True)


LOCALES = {
    "plain letters": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "western letters on the terminal": {"PYTHONIOENCODING": "latin-1"},
}


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_names_and_words_are_the_same_in_any_locale(home: Path, locale: dict[str, str]) -> None:
    text = "date 2025-03-04 The mayor’s road\n\nThe road cost 5 million soms.\n"
    (home / "seeds/café.txt").write_text(text, encoding="utf-8")
    plain = subprocess.run(command("export"), cwd=home, env=ENVIRONMENT, capture_output=True, check=True)
    other = subprocess.run(command("export"), cwd=home, env=ENVIRONMENT | locale, capture_output=True, check=True)
    assert other.stdout == plain.stdout
    assert '"id":"café"'.encode() in plain.stdout
    words = command("explain", "seeds/café.txt")
    shown = subprocess.run(words, cwd=home, env=ENVIRONMENT | locale, capture_output=True, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"")
