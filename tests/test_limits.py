"""What asks for too much is given up and named, and costs nothing else: long articles, many facts, endless loops."""

from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from sco_digest.aside import record_or_problem
from sco_digest.build import BuildOptions, build
from sco_digest.deadline import TooLong, deadline
from sco_digest.model import ArticleRecord, Document, Limits, Problem
from sco_digest.reading import export
from tests.projects import CLINICS, RAIL, ROOT, digests, project, uncounted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sco_digest.model import BuildReport


def options(home: Path, templates: Path | None = None) -> BuildOptions:
    return BuildOptions(
        seeds=home / "seeds", content=home / "content", templates=templates, output=home / "public", search=False
    )


def settings(home: Path, line: str) -> None:
    (home / "content/site.yaml").write_text(f"title: Limits\n{line}\n", encoding="utf-8")


ENOUGH = 1
"""Seconds of the processor in which a process reads its first article, for which it loads the language."""
PATIENCE = 300
"""Seconds after which a build that should have given up is ended."""

# ---- articles --------------------------------------------------------------------------------------------------------

MANY = RAIL + "The bridge cost 41 million dollars.\n" * 20
VISITS = RAIL + "".join(f"Daniyar Omarov then visited {name}.\n" for name in ("Kenya", "Norway", "Japan", "Chile") * 5)

ASIDE = {
    "too long": (
        RAIL + "Trains ran on time. " * 60,
        "max_characters: 1000",
        "the article has 1,4",
        "split it, or raise max_characters in site.yaml",
    ),
    "too many facts": (MANY, "max_facts: 20", "facts, 20 are published", "split it, or raise max_facts in site.yaml"),
    "too many facts that are no figures": (
        VISITS,
        "max_facts: 20",
        "facts, 20 are published",
        "split it, or raise max_facts in site.yaml",
    ),
}


@pytest.mark.parametrize(("text", "setting", "message", "mend"), ASIDE.values(), ids=ASIDE)
def test_an_article_past_a_limit_is_set_aside_and_named(
    tmp_path: Path, text: str, setting: str, message: str, mend: str
) -> None:
    home = project(tmp_path / "digest", big=text, small=RAIL)
    settings(home, setting)
    report = build(options(home))
    assert report.articles == 1
    (problem,) = report.problems
    assert (problem.path, problem.line, problem.mend) == (str(home / "seeds/big.txt"), 1, mend)
    assert message in problem.message
    records, problems = export(home / "seeds", home / "content")
    assert [record.id for record in records] == ["small"]
    assert [one.message for one in problems] == [problem.message]


def test_another_limit_counts_for_what_was_kept_too(tmp_path: Path) -> None:
    home = project(tmp_path / "digest", big=MANY, small=RAIL)
    settings(home, "max_facts: 1000")
    assert build(options(home)).articles == 2
    settings(home, "max_facts: 20")
    assert build(options(home)).articles == 1


def test_the_limit_of_characters_is_of_each_article(tmp_path: Path) -> None:
    home = project(tmp_path / "digest", two=(RAIL + "Trains ran on time. " * 30 + "\n\n") * 2)
    settings(home, "max_characters: 1000")
    assert build(options(home)).articles == 2


def test_an_article_that_would_hang_is_given_up() -> None:
    def hanging(document: Document, given: None) -> ArticleRecord:
        try:
            for _ in itertools.count():
                pass
        except Exception as error:  # a rule that takes every fault for one of its own
            raise AssertionError from error
        raise AssertionError

    document = Document(id="x", path="x", file="x.txt", line=3, sha256="", text="Text.", body=0)
    assert record_or_problem(hanging, document, None, Limits(seconds=0.1)) == Problem(
        "x.txt",
        3,
        "reading the article took more than 0.1 s of the processor, and was given up",
        "split it, or raise max_seconds in site.yaml",
        passing=True,
    )


ENDLESS_RULE = """
import itertools, multiprocessing, os, sys
import sco_digest.extract

room = sys.modules["sco_digest.extract"]
find_headline = room.find_headline


def endless(document, *words):
    with open(os.environ["RULE_LOG"], "a") as log:
        log.write(f"{document.id} {multiprocessing.parent_process() is not None}\\n")
    if document.id == "endless":
        for _ in itertools.count():
            pass
    return find_headline(document, *words)


room.find_headline = endless
"""
"""Python runs it at the start of each process, the workers too, as sitecustomize.py in a folder of PYTHONPATH."""


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_rule_that_does_not_end_costs_a_build_one_text(tmp_path: Path, jobs: int) -> None:
    home = project(tmp_path / "digest", endless=CLINICS, rail=RAIL, clinics=CLINICS)
    settings(home, f"max_seconds: {ENOUGH}\nsearch: false")
    (tmp_path / "sitecustomize.py").write_text(ENDLESS_RULE, encoding="utf-8")
    places = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "RULE_LOG": str(tmp_path / "log")}
    done = subprocess.run(
        [sys.executable, "-m", "sco_digest", "build", f"--jobs={jobs}"],
        cwd=home,
        env=uncounted() | places,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    said = f"seeds/endless.txt:1: reading the article took more than {ENOUGH} s of the processor, and was given up; "
    assert (done.returncode, done.stderr) == (1, f"{said}split it, or raise max_seconds in site.yaml\n")
    assert done.stdout.splitlines()[-1].startswith("2 articles, ")
    assert len([*(home / "public/2025").glob("*/*/index.html")]) == 2
    read = (tmp_path / "log").read_text().split("\n")[:-1]
    assert sorted(read) == [f"{name} {jobs > 1}" for name in ("clinics", "endless", "rail")], "read in a worker, or not"


# ---- time ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [None, ValueError], ids=["that ends in time", "that fails in time"])
def test_work_leaves_the_signal_as_it_was(fault: type[Exception] | None) -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(fault) if fault else nullcontext(), deadline(60):
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] > 0
        if fault:
            raise fault
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_waiting_is_no_work() -> None:
    """A text is not set aside because the machine was busy with something else."""
    with deadline(0.05):
        threading.Event().wait(0.2)


def test_a_thread_that_cannot_hear_signals_works_without() -> None:
    found: list[str] = []

    def work() -> None:
        with deadline(0.001):
            found.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == ["done"]


ENDLESS = {
    "between two steps": lambda: "".join(str(number) for number in itertools.count()),
    "inside a search by a pattern": lambda: re.fullmatch("(a+)+", "a" * 60 + "b"),
}


@pytest.mark.parametrize("work", ENDLESS.values(), ids=ENDLESS)
def test_the_time_runs_out(work: Callable[[], object]) -> None:
    with pytest.raises(TooLong), deadline(0.1):
        work()


# ---- templates -------------------------------------------------------------------------------------------------------

TEMPLATES = {
    "a loop that does not end": (
        "{% for a in range(99999) %}\n{% for b in range(99999) %}{% endfor %}\n{% endfor %}",
        "home.html:2: a page took more than 0.5 s of the processor, and was given up; look for a loop that",
    ),
    "what is worked out before anything is rendered": (
        "{{ 7 ** 300000 % 3 }}" * 500,
        "home.html: a page took more than 0.5 s of the processor, and was given up; look for a number or a width",
    ),
    "a range without an end": ("\n{% for a in range(10 ** 12) %}{% endfor %}", "home.html:2: Range too big"),
    "a macro that calls itself": (
        "{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}",
        "home.html:1: maximum recursion depth exceeded",
    ),
    "a template that holds itself": ("{% include 'home.html' %}", "home.html:1: maximum recursion depth exceeded"),
    "the inside of Python": (
        "\n{{ page.__class__.__mro__ }}",
        "home.html:2: access to attribute '__class__' of 'Page' object is unsafe",
    ),
    "the inside of Python by a filter": (
        "{{ page|attr('__class__') }}",
        "home.html:1: access to attribute '__class__' of 'Page' object is unsafe",
    ),
    "the inside of Python by an index": ("{{ page['__class__'] }}", "home.html:1: "),
    "the inside of a function": (
        "{{ range.__globals__ }}",
        "home.html:1: access to attribute '__globals__' of 'function' object is unsafe",
    ),
    "the inside of Python by a format": ("{{ '{0.__class__}'.format(page) }}", "home.html:1: "),
    "the inside of a record": (
        "{{ settings.__struct_fields__ }}",
        "home.html:1: access to attribute '__struct_fields__' of 'Settings' object is unsafe",
    ),
    "a change of what it is given": ("{{ {}.update({1: 2}) }}", "home.html:1: access to attribute 'update'"),
    "a file elsewhere": ("{% include '../content/site.yaml' %}", 'there is no template "../content/site.yaml"'),
    "a file of the machine": ("{% include '/etc/passwd' %}", 'there is no template "/etc/passwd"'),
}


@pytest.mark.parametrize(("template", "message"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_may_not_do_everything(tmp_path: Path, template: str, message: str) -> None:
    home = project(tmp_path / "digest")
    settings(home, "max_seconds: 0.5\nparts: [home]")
    with pytest.raises(Exception, match="home") as caught:
        built(home, template)
    assert message in str(caught.value)
    assert not (home / "public").exists()


def built(home: Path, template: str) -> BuildReport:
    theme = home / "theme"
    theme.mkdir()
    (theme / "home.html").write_text(template, encoding="utf-8")
    return build(options(home, theme))


def test_what_a_template_is_given_it_can_use(tmp_path: Path) -> None:
    home = project(tmp_path / "digest")
    settings(home, "parts: [home]")
    built(home, "{{ settings.title }} {{ 'a {}'.format(1) }} {{ range(3)|list }} {{ page.path.upper() }} {{ 2 ** 3 }}")
    assert (home / "public/index.html").read_text() == "Limits a 1 [0, 1, 2] INDEX.HTML 8"


def test_a_link_out_of_the_templates_is_not_published(tmp_path: Path) -> None:
    home = project(tmp_path / "digest")
    build(options(home))
    before = digests(home / "public")
    (home / "theme").mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (home / "theme/logo.svg").symlink_to(tmp_path / "secret")
    with pytest.raises(Exception, match=r"logo\.svg: a link out of the folder of templates is not published; copy"):
        build(options(home, home / "theme"))
    assert digests(home / "public") == before


def test_a_link_inside_the_templates_is(tmp_path: Path) -> None:
    home = project(tmp_path / "digest")
    (home / "theme").mkdir()
    (home / "theme/one.svg").write_text("<svg/>", encoding="utf-8")
    (home / "theme/two.svg").symlink_to("one.svg")
    build(options(home, home / "theme"))
    assert (home / "public/two.svg").read_text() == "<svg/>"
