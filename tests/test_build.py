"""The build from folder to folder: what is published, what is refused, and that the same input gives the same bytes."""

from __future__ import annotations

import csv
import itertools
import os
import subprocess
import sys
from typing import TYPE_CHECKING, get_args

import pytest
from msgspec.structs import replace

from sco_digest.build import BuildOptions, BuildReport, build
from sco_digest.errors import DigestError, PublishError, TemplateError, one_line
from sco_digest.extract import extract
from sco_digest.model import Part, Problem
from sco_digest.reading import export
from sco_digest.seeds import read_files
from sco_digest.shipped import linking, misnamed
from tests.projects import CLINICS, RAIL, ROOT, UNDATED, digests, project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sco_digest.model import ArticleRecord, Document, SeedFile, Vocabulary


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return project(tmp_path / "digest")


def options(home: Path, **wishes: object) -> BuildOptions:
    folders = {"seeds": home / "seeds", "content": home / "content", "output": home / "public"}
    return BuildOptions(**(folders | {"jobs": 1, "search": False} | wishes))


def lines(report: BuildReport) -> list[str]:
    return [one_line(p.message, path=p.path, line=p.line, mend=p.mend) for p in report.problems]


# ---- what comes out --------------------------------------------------------------------------------------------------


def test_a_site_comes_out(home: Path) -> None:
    report = build(options(home))
    assert (report.published, report.articles, lines(report)) == (True, 2, [])
    assert report.facts > 10
    files = digests(home / "public")
    assert report.files == len(files) - 1, "all but the marker"
    assert report.pages == sum(name.endswith(".html") for name in files) - 1, "all but the e-mail"
    assert {"index.html", "404.html", "feed.xml", "robots.txt", "data/records.jsonl", "style.css"} <= set(files)
    assert sum(name.startswith(("2025/03/", "2025/04/")) for name in files) >= 2


def test_places_that_a_site_adds_have_their_name_on_its_pages(tmp_path: Path) -> None:
    text = " date 2025-03-04 Veldorian Minister of Trade Ada Senn said in Orm that exports rose by 5 percent.\n"
    home = project(tmp_path / "digest", trade=text)
    (home / "content/places.yaml").write_text(
        "places:\n  - {code: XA, name: Veldoria, people: [Veldorian], cities: [Orm]}\n", encoding="utf-8"
    )
    report = build(options(home, jobs=2))
    assert report.published
    assert "Veldoria</" in (home / "public/speakers/ada-senn/index.html").read_text(encoding="utf-8")


def test_each_stage_is_timed_and_watched(home: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    report = build(options(home), lambda *told: seen.append(told))
    assert list(report.seconds) == ["load", "read", "extract", "site", "publish"]
    assert ("extract", 2, 2) in seen
    assert ("publish", report.pages, report.pages) in seen


def test_the_seconds_of_a_stage_are_those_of_the_clock(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a clock on which a second passes with every look, so that none of them has to be waited for."""
    looks = itertools.count()
    monkeypatch.setattr("sco_digest.progress.time.perf_counter", lambda: float(next(looks)))
    assert min(build(options(home)).seconds.values()) >= 1


def test_a_second_build_writes_nothing_anew(home: Path) -> None:
    build(options(home))
    before = {path: path.stat().st_ino for path in (home / "public").rglob("*") if path.is_file()}
    build(options(home))
    assert {path: path.stat().st_ino for path in (home / "public").rglob("*") if path.is_file()} == before


def test_pages_of_deleted_articles_go(home: Path) -> None:
    build(options(home))
    (home / "seeds/clinics.txt").unlink()
    build(options(home))
    assert not (home / "public/2025/04").exists()
    assert (home / "public/2025/03").exists()


def test_an_own_template_wins(home: Path) -> None:
    own = home / "templates"
    own.mkdir()
    (own / "not_found.html").write_text("lost in {{ settings.title }}")
    build(options(home, templates=own))
    assert (home / "public/404.html").read_text().startswith("lost in ")
    (own / "not_found.html").write_text("changed")
    build(options(home, templates=own))
    assert (home / "public/404.html").read_text() == "changed"


def test_the_address_given_wins(home: Path) -> None:
    build(options(home, base_url="https://given.example/digest/"))
    assert "https://given.example/digest/" in (home / "public/sitemap.xml").read_text()


def test_the_settings_reach_the_reading_of_seeds(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, str]] = []

    def read(path: Path, *, max_bytes: int, encoding: str, before: Mapping[str, SeedFile]) -> Iterator[SeedFile]:
        told.append((max_bytes, encoding))
        return read_files(path, max_bytes=max_bytes, encoding=encoding, before=before)

    monkeypatch.setattr("sco_digest.reading.read_files", read)
    (home / "content/site.yaml").write_text("title: Trains\nencoding: windows-1252\nmax_megabytes: 2.5\n")
    assert build(options(home)).problems == ()
    assert told == [(2_500_000, "windows-1252")]


def test_seeds_may_be_one_file(home: Path) -> None:
    assert build(options(home, seeds=home / "seeds/rail.txt")).articles == 1


# ---- the search ------------------------------------------------------------------------------------------------------


def searching(home: Path) -> set[str]:
    """What of the search there is: its page, its scripts, its index, and ways to it."""
    files = set(digests(home / "public"))
    found = {"page"} if "search/index.html" in files else set()
    found |= {"scripts"} if {"search.js", "search_key.js"} & files else set()
    found |= {"index"} if any(name.startswith("search-index/") for name in files) else set()
    pages = [page.read_text() for page in (home / "public").rglob("*.html")]
    return found | ({"way"} if any('role="search"' in page or "search/index.html" in page for page in pages) else set())


def test_a_site_can_be_searched(home: Path) -> None:
    report = build(options(home, search=True))
    assert searching(home) == {"page", "scripts", "index", "way"}
    assert report.unsearched == ""


def test_the_search_is_kept_from_build_to_build(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pagefind is not run again as long as the texts are the same."""
    build(options(home, search=True))
    before = digests(home / "public")
    monkeypatch.setattr("sco_digest.outputs.search_program._indexed", None)
    settings = home / "content/site.yaml"
    settings.write_text(settings.read_text().replace("title:", "title: Another"))
    build(options(home, search=True))
    after = digests(home / "public")
    assert after["index.html"] != before["index.html"]
    assert [name for name in before if name.startswith("search-index/") and after[name] != before[name]] == []


def test_without_search_nothing_of_it_is_there(home: Path) -> None:
    report = build(options(home, search=False))
    assert searching(home) == set()
    assert report.unsearched == ""


def test_the_settings_can_forbid_the_search(home: Path) -> None:
    settings = home / "content/site.yaml"
    settings.write_text(settings.read_text().replace("search: true", "search: false"))
    assert build(options(home, search=True)).unsearched == ""
    assert searching(home) == set()


def test_without_pagefind_there_is_a_site_and_a_word_about_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_digest.outputs.search_program.get_executable", None)
    report = build(options(home, search=True))
    assert (report.published, lines(report), searching(home)) == (True, [], set())
    assert report.unsearched == 'Pagefind is not installed: pip install "sco-digest[search]"'


# ---- what is refused -------------------------------------------------------------------------------------------------


def test_a_bad_file_is_set_aside_and_named(home: Path) -> None:
    (home / "seeds/bad.txt").write_bytes(b"\0\1\2")
    (home / "seeds/undated.txt").write_text(UNDATED)
    report = build(options(home))
    assert (report.published, report.articles, len(report.problems)) == (True, 2, 2)
    assert f"{home}/seeds/bad.txt" in lines(report)[0]
    assert f"{home}/seeds/undated.txt:1: no date found" in lines(report)[1]


def test_a_text_that_a_rule_stumbles_over_is_set_aside(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its correction is not called one of no article."""

    def stumble(document: Document, vocabulary: Vocabulary) -> ArticleRecord:
        if document.id == "clinics":
            raise ValueError("no such unit")
        return extract(document, vocabulary)

    monkeypatch.setattr("sco_digest.library.brief.extract", stumble)
    (home / "content/corrections").mkdir(exist_ok=True)
    (home / "content/corrections/clinics.yaml").write_text("article: clinics\nreason: wrong\nheadline: Right\n")
    report = build(options(home))
    assert (report.published, report.articles) == (True, 1)
    (line,) = lines(report)
    assert line.startswith(f"{home}/seeds/clinics.txt:1: the text could not be read (ValueError: no such unit); please")


ODD_FIGURES = (
    *("0%", "0.0%", "minus 0%", "minus 4%", "0 to 3%"),
    *("between minus 2% and 0%", "less than 0%", "zero percent"),
)
"""A zero is a value too; so are ranges that hold it or end at it."""


@pytest.mark.parametrize("verb", ["fell to", "rose to", "was", "fell by", "fell from 2% to"])
def test_a_series_may_go_through_zero(tmp_path: Path, verb: str) -> None:
    sentences = (f"Inflation in Kazakhstan {verb} {figure} in {2010 + i}." for i, figure in enumerate(ODD_FIGURES))
    home = project(tmp_path, odd=f" date 2025-03-04 Prices\n\n{' '.join(sentences)}\n")
    report = build(options(home))
    assert report.published
    assert report.problems == ()
    assert any(path.is_dir() for path in (home / "public/statistics").iterdir())


OWN_TEMPLATES = {
    "one letter missing": ({"artcle.html": ""}, {"artcle.html": "article.html"}),
    "in a folder": ({"pages/article.html": ""}, {"pages/article.html": "article.html"}),
    "a shipped name": ({"article.html": "x"}, {}),
    "a piece that another includes": ({"articles.html": "", "article.html": '{% include "articles.html" %}'}, {}),
    "a name of its own": ({"sponsors.html": ""}, {}),
    "no template": ({"styles.css": ""}, {}),
}


@pytest.mark.parametrize(("files", "expected"), OWN_TEMPLATES.values(), ids=OWN_TEMPLATES)
def test_a_template_that_no_page_uses(tmp_path: Path, files: dict[str, str], expected: dict[str, str]) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert misnamed(tmp_path) == tuple(
        Problem(str(tmp_path / name), 0, "no page uses this template", f'did you mean "{near}"?')
        for name, near in expected.items()
    )


def test_parts_can_be_left_out_by_who_has_templates_of_their_own(home: Path) -> None:
    settings = home / "content/site.yaml"
    settings.write_text(settings.read_text().replace("parts: []", "parts: [article, articles]"))
    borrowed = [line for line in lines(build(options(home))) if "may link to parts that site.yaml leaves out" in line]
    assert [line.rpartition("; ")[2] for line in borrowed] == [
        "put your own article.html into your templates",
        "put your own articles.html into your templates",
    ]
    own = home / "templates"
    own.mkdir()
    (own / "article.html").write_text("{{ entry.headline }}")
    (own / "articles.html").write_text("{{ total }}")
    report = build(options(home, templates=own))
    assert report.problems == ()
    made = {path for path in digests(home / "public") if path.endswith((".html", ".xml", ".csv", ".json", ".jsonl"))}
    assert {path for path in made if not path.startswith("2025/")} == {"feed.json", "feed.xml", "index.html"}
    assert (home / "public/index.html").read_text() == "2"


@pytest.mark.parametrize(
    ("parts", "borrowed"),
    [((), False), (get_args(Part), False), (get_args(Part)[1:], True), (("article",), True)],
    ids=["all but the list", "all", "no front page", "articles alone"],
)
def test_templates_that_ship_link_to_all_parts_but_the_list(parts: tuple[Part, ...], borrowed: bool) -> None:
    assert bool(linking(None, parts)) == borrowed


def test_strict_publishes_nothing_if_there_is_a_problem(home: Path) -> None:
    (home / "seeds/undated.txt").write_text(UNDATED)
    report = build(options(home, strict=True))
    assert (report.published, report.refusal) == (False, "--strict allows no problems")
    assert not (home / "public").exists()


def test_strict_without_problems_publishes(home: Path) -> None:
    assert build(options(home, strict=True)).published


def test_no_article_is_no_site(tmp_path: Path) -> None:
    home = project(tmp_path / "digest", undated=UNDATED)
    report = build(options(home))
    assert (report.published, report.refusal) == (False, "there is no article to publish")
    assert len(report.problems) == 1


def test_content_with_problems_refuses_the_build(home: Path) -> None:
    with (home / "content/site.yaml").open("a") as settings:
        settings.write("\ntitel: oops\n")
    report = build(options(home))
    assert (report.published, report.refusal) == (False, "the content has problems")
    assert 'did you mean "title"?' in lines(report)[0]
    assert not (home / "public").exists()


def test_a_correction_for_no_article_is_a_problem(home: Path) -> None:
    (home / "content/corrections").mkdir(exist_ok=True)
    (home / "content/corrections/gone.yaml").write_text("article: gone\nreason: it was wrong\nheadline: Right\n")
    report = build(options(home))
    assert report.published
    assert any("gone" in line for line in lines(report))


def test_a_correction_is_applied_and_what_it_does_not_find_is_a_problem(home: Path) -> None:
    (home / "content/corrections").mkdir(exist_ok=True)
    (home / "content/corrections/rail.yaml").write_text(
        "article: rail\nreason: as the ministry wrote\nheadline: A bridge for trains\nremove: [13 percent]\n"
    )
    report = build(options(home))
    assert (home / "public/2025/03/a-bridge-for-trains/index.html").exists()
    assert [line for line in lines(report) if "rail.yaml" in line and "13 percent" in line] == lines(report)


def doubting(document: Document, vocabulary: Vocabulary) -> ArticleRecord:
    """What is read, with little confidence in one figure."""
    record = extract(document, vocabulary)
    figures = (replace(one, confidence=0.5) if one.surface == "12 percent" else one for one in record.statistics)
    return replace(record, statistics=tuple(figures))


def published_figures(home: Path) -> set[str]:
    """The figures in the data and, as so many rows, on the page of them all."""
    with (home / "public/data/statistics.csv").open(newline="") as table:
        surfaces = {row["surface"] for row in csv.DictReader(table)}
    assert (home / "public/statistics/index.html").read_text().count('<td class="subject">') == len(surfaces)
    return surfaces


def test_a_doubtful_fact_waits_for_a_person(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_digest.library.brief.extract", doubting)
    report = build(options(home))
    (doubt,) = report.review
    assert (doubt.article, doubt.surface, doubt.confidence, lines(report)) == ("rail", "12 percent", 0.5, [])
    assert published_figures(home) == {"3,200 patients", "40 million dollars"}
    records, _ = export(home / "seeds", home / "content")
    assert "12 percent" in [one.surface for record in records for one in record.statistics]
    (home / "content/corrections").mkdir(exist_ok=True)
    (home / "content/corrections/rail.yaml").write_text("article: rail\nreason: it says so\nconfirm: [12 percent]\n")
    report = build(options(home))
    assert (report.review, lines(report)) == ((), [])
    assert published_figures(home) == {"3,200 patients", "40 million dollars", "12 percent"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_template_leaves_the_old_site(home: Path, jobs: int) -> None:
    build(options(home))
    before = digests(home / "public")
    (home / "templates").mkdir()
    (home / "templates/article.html").write_text("{{ no_such_name }}")
    with pytest.raises(TemplateError, match=r"article\.html:1: .*no_such_name"):
        build(options(home, templates=home / "templates", jobs=jobs))
    assert digests(home / "public") == before


def test_a_folder_of_somebody_else_is_refused_before_any_work(home: Path) -> None:
    (home / "public").mkdir()
    (home / "public/mine.txt").write_text("mine")
    seen: list[str] = []
    with pytest.raises(PublishError, match="--force"):
        build(options(home), lambda *told: seen.append(told[0]))
    assert seen == []


@pytest.mark.parametrize("output", ["{}/public", "{}"])
@pytest.mark.parametrize("name", ["seeds", "content", "templates"])
def test_the_output_is_none_of_what_it_is_made_from_and_lies_in_none(home: Path, name: str, output: str) -> None:
    (home / "templates").mkdir()
    before = digests(home)
    with pytest.raises(PublishError, match="one another"):
        build(options(home, templates=home / "templates", output=home / output.format(name), force=True))
    assert digests(home) == before


def test_a_folder_that_is_not_there(home: Path) -> None:
    with pytest.raises(DigestError, match="nowhere"):
        build(options(home, seeds=home / "nowhere"))


def test_only_a_misdated_article_depends_on_the_day(tmp_path: Path) -> None:
    """The same bytes on any day, and those of a site without the article on a day before it."""
    home, without = project(tmp_path / "digest"), project(tmp_path / "without", rail=RAIL)
    sites = []
    for today in (None, "2025-04-18", "2030-01-01", "2025-04-17"):
        report = build(options(home, today=today))
        sites.append(digests(home / "public"))
    assert sites[0] == sites[1] == sites[2]
    build(options(without))
    assert sites[3] == digests(without / "public")
    assert lines(report) == [
        f"{home}/seeds/clinics.txt:1: the date 2025-04-18 is after the day of this run, 2025-04-17; correct it there"
    ]


MISDATED = {
    "a date prefix": ("a.txt", "\n\ndate 1850-05-03 Trade rose.", 3, "the date 1850-05-03 is before 1900"),
    "front matter": ("a.md", "---\nlang: en\ndate: 2099-01-01\n---\nTrade rose.", 3, "the date 2099-01-01 is after"),
    "a second article": (
        "a.txt",
        "date 2025-01-01 One.\r\n\r\ndate 0001-01-01 Two.",
        3,
        "the date 0001-01-01 is before",
    ),
    "a key of JSON": ("a.jsonl", '\n{"text": "Trade rose.", "date": "2031-01-01"}', 2, "the date 2031-01-01 is after"),
    "a dateline": ("a.txt", "Trade\n\nORM, May 3, 2034 - Trade rose.", 1, "the date 2034-05-03 is after"),
    "a file name": ("2077-11-19.txt", "Trade rose.", 1, "the date 2077-11-19 is after"),
}


@pytest.mark.parametrize(("name", "text", "line", "message"), MISDATED.values(), ids=MISDATED)
def test_a_date_that_cannot_be_is_a_problem(home: Path, name: str, text: str, line: int, message: str) -> None:
    (home / "seeds" / name).write_text(text, newline="")
    report = build(options(home, today="2030-12-31"))
    (problem,) = report.problems
    assert (problem.path, problem.line) == (f"{home}/seeds/{name}", line)
    assert problem.message.startswith(message)
    assert ("date 2024-07-04" in problem.mend) == (name == "2077-11-19.txt" or "ORM" in text)


def test_a_correction_can_mend_a_date_or_spoil_it(home: Path) -> None:
    (home / "seeds/clinics.txt").write_text(CLINICS.replace("2025-04-18", "2052-04-18"))
    (home / "content/corrections").mkdir(exist_ok=True)
    path = home / "content/corrections/clinics.yaml"
    path.write_text("article: clinics\nreason: a slip of the pen\ndate: 2025-04-18\n")
    assert lines(build(options(home, today="2030-12-31"))) == []
    path.write_text("reason: a slip of the pen\narticle: clinics\ndate: 1025-04-18\n")
    assert lines(build(options(home))) == [f"{path}:2: the date 1025-04-18 is before 1900; correct it there"]


# ---- export ----------------------------------------------------------------------------------------------------------


def test_export_gives_every_record_dated_or_not(home: Path) -> None:
    (home / "seeds/undated.txt").write_text(UNDATED)
    records, problems = export(home / "seeds", home / "content")
    assert [(record.id, record.date.value if record.date else None) for record in records] == [
        ("clinics", "2025-04-18"),
        ("rail", "2025-03-04"),
        ("undated", None),
    ]
    assert problems == []


def test_export_leaves_out_a_date_that_cannot_be(home: Path) -> None:
    """The rest of the record stays, but no year that follows from the date."""
    text = (
        " date 2052-04-18 Exports grew by 4 percent last year and by 3 percent in 2024."
        " Exports rose to 5 tonnes in the first half of 2024, compared with March.\n"
    )
    (home / "seeds/clinics.txt").write_text(text)
    records, problems = export(home / "seeds/clinics.txt", home / "content", 1, "2030-12-31")
    (record,) = records
    assert [problem.line for problem in problems] == [1]
    assert (record.date, record.problems[0].message) == (None, problems[0].message)
    assert [figure.period and figure.period.start for figure in record.statistics] == [None, "2024", "2024-01"]
    assert [figure.compared for figure in record.statistics] == [None] * 3


def test_export_with_bad_content_gives_no_records(home: Path) -> None:
    (home / "content/site.yaml").write_text("titel: oops\n")
    records, problems = export(home / "seeds", home / "content")
    assert list(records) == []
    assert problems


# ---- the same bytes --------------------------------------------------------------------------------------------------


SUMMIT = (
    " date 2025-05-06 The presidents of Kazakhstan, Uzbekistan, Kyrgyzstan, Tajikistan, China, India and Pakistan met "
    "in Bishkek.\n\nThey discussed trade, customs, railways, roads, hospitals, schools, energy, water and security. "
    "Exports of Kazakhstan, China and India grew by 12 percent in 2024, and tourism by 9 percent.\n"
)
"""So much of each kind that an order which nobody chose would show."""


def several(folder: Path) -> Path:
    """A project of three texts."""
    home = project(folder)
    (home / "seeds/summit.txt").write_text(SUMMIT, encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The site of three texts, built in this process, with its search index."""
    home = several(tmp_path_factory.mktemp("reference") / "digest")
    build(options(home, search=True))
    return digests(home / "public")


def test_with_two_processes(tmp_path: Path, reference: dict[str, str]) -> None:
    home = several(tmp_path / "digest")
    build(options(home, jobs=2, search=True))
    assert digests(home / "public") == reference


def test_with_files_made_in_another_order(tmp_path: Path, reference: dict[str, str]) -> None:
    home = project(tmp_path / "elsewhere", summit=SUMMIT, clinics=CLINICS, rail=RAIL)
    build(options(home, search=True))
    assert digests(home / "public") == reference


SURROUNDINGS = {
    "another zone and hash seed": {"TZ": "Asia/Vladivostok", "PYTHONHASHSEED": "7", "LC_ALL": "C"},
    "another language": {"TZ": "America/Lima", "PYTHONHASHSEED": "99", "LC_ALL": "ru_RU.UTF-8", "LANGUAGE": "ru"},
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_in_other_surroundings(tmp_path: Path, reference: dict[str, str], surroundings: dict[str, str]) -> None:
    """From another folder, by a process of its own, with a clock, a locale and a hash seed of its own."""
    home = several(tmp_path / "digest")
    elsewhere = tmp_path / "somewhere else"
    elsewhere.mkdir()
    folders = [f"--{name}={home / place}" for name, place in (("seeds", "seeds"), ("content", "content"))]
    subprocess.run(
        [sys.executable, "-m", "sco_digest", "build", *folders, f"--output={home / 'public'}", "--jobs=2"],
        cwd=elsewhere,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **surroundings},
        check=True,
        capture_output=True,
    )
    assert digests(home / "public") == reference
