"""The comparison of whole sites: the same texts in every run, sites that are equal, and nothing left unmeasured."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sco_digest.build import BuildOptions, build
from sco_digest.shipped import shipped
from tests.benchmarks.sites import __main__ as command
from tests.benchmarks.sites import table, texts
from tests.benchmarks.sites.articles import articles, with_line
from tests.benchmarks.sites.by_hugo import HUGO
from tests.benchmarks.sites.by_sco_digest import EQUAL, content
from tests.benchmarks.sites.compare import BUILDS, COLD, EDITED, UNCHANGED, Bench, Compared, compare
from tests.benchmarks.sites.equal import Output, inequalities, output
from tests.benchmarks.sites.measure import PROCESSES, Measurement, measured
from tests.benchmarks.sites.phrases import chance, written
from tests.benchmarks.sites.program import SITE, Program
from tests.benchmarks.sites.world import YEARS, countries

if TYPE_CHECKING:
    from pathlib import Path


def test_texts_are_the_same_in_every_run_and_however_many_there_are() -> None:
    assert [*texts.texts(30)] == [*texts.texts(60)][:30]
    assert texts.text(99_999) == texts.text(99_999)
    assert len({one.text for one in texts.texts(300)}) == 300


def test_texts_are_short_and_long_and_of_several_years() -> None:
    found = [*texts.texts(300)]
    sizes = sorted(len(one.text) for one in found)
    assert sizes[-1] > 3 * sizes[0]
    assert len({one.path[:4] for one in found}) == YEARS


def test_texts_hold_as_many_facts_as_the_first_seed(tmp_path: Path) -> None:
    places = content(tmp_path / "content", equal=True)
    seed = texts.density([min(shipped("seeds").glob("*.txt")).read_text(encoding="utf-8")], places)
    made = texts.density((one.text for one in texts.texts(40)), places)
    assert 0.9 < made.total / seed.total < 1.2
    assert {"headline", "source", "speaker", "statement", "figure", "policy area", "place"} <= set(made.kinds)


def test_no_two_countries_people_or_cities_share_a_name() -> None:
    places = [name for country in countries() for name in (country.name, *country.cities)]
    people = [name for country in countries() for name in country.holders.values()]
    assert len(set(places)) == len(places)
    assert len(set(people)) == len(people)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("it is {a}", "It is one"),
        ("[x|x] and {y|y}", "X and y"),
        ("[{a}|{a}] {3..3} times", "One 3 times"),
        ("in {2019..2019}, {12000..12000} of {1.5..1.5}", "In 2019, 12,000 of 1.5"),
        ("{b}, said so. then {a}.", "She, a judge, said so. Then one."),
        ("[sic]", "[sic]"),
    ],
)
def test_phrases(text: str, plain: str) -> None:
    assert written(text, {"a": "one", "b": "she, a judge,"}, chance("a")) == plain


def test_facts_are_ready_made_for_others(tmp_path: Path) -> None:
    texts.write(tmp_path / "seeds", 3)
    found = articles(tmp_path / "seeds", content(tmp_path / "content", equal=True))
    assert [one.date for one in found] == sorted((one.date for one in found), reverse=True)
    for one in found:
        raw = (tmp_path / "seeds" / one.source).read_text(encoding="utf-8")
        assert raw == f" date {one.date} " + "\n\n".join(one.paragraphs) + "\n"
        assert all(said.words in raw for said in one.statements)
        assert all(figure.surface in raw for figure in one.figures)
        assert {said.slug for said in one.statements} <= {slug for slug, _ in one.speakers}
    assert with_line(found[0], "More.").paragraphs == (*found[0].paragraphs, "More.")


def test_our_site_with_equal_pages_has_these_and_no_others(tmp_path: Path) -> None:
    texts.write(tmp_path / "seeds", 3)
    EQUAL.write(tmp_path / "in", tmp_path / "seeds", ())
    folders = {name: tmp_path / "in" / name for name in ("seeds", "content", "templates")}
    report = build(BuildOptions(output=tmp_path / "out", jobs=1, **folders))
    assert report.problems == ()
    pages = {path.relative_to(tmp_path / "out").parts[0] for path in (tmp_path / "out").rglob("*.html")}
    years = {one.path[:4] for one in texts.texts(3)}
    assert pages == years | {"index.html", "topics", "speakers", "archive"}


@pytest.mark.parametrize(
    ("other", "faults"),
    [
        (Output(1020, 9, 11_000), []),
        (Output(1021, 9, 10_000), ["hugo: 1,021 pages beside our 1,000, more than 2% apart"]),
        (Output(1000, 9, 8_999), ["hugo: 8,999 bytes beside our 10,000, more than 10% apart"]),
    ],
)
def test_sites_that_are_not_equal_are_found(other: Output, faults: list[str]) -> None:
    assert [*inequalities(Output(1000, 1003, 10_000), {"hugo": other})] == faults


def test_pages_files_and_bytes_of_a_site_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("index.html", "a/index.html", "feed.xml"):
        (tmp_path / name).write_text("12345")
    assert output(tmp_path) == Output(2, 3, 15)


EATS = "import time; eaten = bytearray(60_000_000); time.sleep(3)"
HUNGRY = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{EATS}'])"


@pytest.mark.skipif(not (PROCESSES / "self/smaps_rollup").exists(), reason="the system does not tell the memory")
def test_memory_is_that_of_the_whole_tree(tmp_path: Path) -> None:
    taken = measured([sys.executable, "-c", HUNGRY], tmp_path, {})
    assert taken.memory is not None
    assert taken.memory > 60
    assert taken.processor > 0


def test_a_build_that_fails_is_an_error_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as error:
        measured([sys.executable, "-c", "raise SystemExit('no such theme')"], tmp_path, {})
    assert "no such theme" in error.value.output


COPIES = """\
import pathlib, sys
_, site, word = sys.argv
pathlib.Path(site).mkdir(exist_ok=word == "again ")
pathlib.Path(site, "log").open("a").write(word)
"""
"""Fails where a cold build finds another one."""


def test_builds_are_cold_or_follow_on_the_one_before(tmp_path: Path) -> None:
    changed = []
    program = Program(
        name="echo",
        version=lambda: "1",
        write=lambda folder, *_: folder.mkdir(parents=True),
        change=lambda _, article, line: changed.append((article.source, line)),
        command=lambda _, out, again: [
            *(sys.executable, "-c", COPIES),
            *(out / SITE, "again " if again else "cold "),
        ],
    )
    compared = compare(tmp_path, [program, program._replace(name="whole", equal=False)], 2, rounds=2, whole=1)
    assert {key: len(found) for key, found in compared.taken.items()} == {
        **{("echo", build): 2 for build in BUILDS},
        **{("whole", build): 1 for build in BUILDS},
    }
    assert (tmp_path / "cold/echo" / SITE / "log").read_text() == "cold "
    assert (tmp_path / "kept/echo" / SITE / "log").read_text() == "again " * 5
    assert len(changed) == 3
    assert len(set(changed)) == 2, "another line and another article each round"
    assert compared.outputs["echo"] == Output(0, 1, 6)


def test_a_change_is_one_paragraph_more(tmp_path: Path) -> None:
    bench = Bench(tmp_path, [EQUAL, HUGO], 2)
    article = bench.articles[0]
    for program, file in ((EQUAL, f"seeds/{article.source}"), (HUGO, "content/articles/*.md")):
        folder = tmp_path / "in" / program.name
        before = "".join(path.read_text() for path in sorted(folder.glob(file)))
        program.change(folder, article, "Nothing else was said.")
        after = "".join(path.read_text() for path in sorted(folder.glob(file)))
        assert after.replace("\nNothing else was said.\n", "", 1) == before


COMPARED = Compared(
    1000,
    {"sco-digest": Output(10, 12, 5_000_000), "hugo": Output(10, 11, 5_100_000)},
    {
        ("sco-digest", COLD): [Measurement(1.0, 2.0, 50.0), Measurement(3.0, 4.0, 70.0)],
        ("hugo", COLD): [Measurement(4.0, 6.0, 120.0)],
        ("sco-digest", UNCHANGED): [Measurement(0.5, 0.5, None)],
        ("hugo", UNCHANGED): [Measurement(5.0, 5.0, 100.0)],
        ("sco-digest", EDITED): [Measurement(1.0, 1.0, 10.0)],
    },
    [Measurement(0.2, 0.3, None)],
)


def test_ratios_are_of_medians_of_the_same_build() -> None:
    lines = table.section(COMPARED, ["A machine."]).splitlines()
    assert lines[0] == "## 1,000 articles"
    assert "| hugo | 10 | 11 | 5.1 |" in lines
    assert "| cold | sco-digest | 2.00 | 1.00 | 0.50 | 3.00 | 0.50 | 60 | 0.50 |" in lines
    assert "| nothing changed | sco-digest | 0.50 | 0.50 | 0.10 | 0.50 | 0.10 |  |  |" in lines
    assert "| one article edited | sco-digest | 1.00 | 1.00 |  | 1.00 |  | 10 |  |" in lines
    assert "| cold | writing the same files | 0.20 | 0.20 | 0.05 | 0.30 | 0.05 |  |  |" in lines


def test_a_section_takes_the_place_of_the_one_about_as_many_articles() -> None:
    page = "# Top\n\nWords.\n"
    for count, words in ((10_000, "old"), (1000, "one"), (10_000, "new")):
        page = table.merged(page, f"## {count:,} articles\n\n{words}\n")
    assert page == "# Top\n\nWords.\n\n## 1,000 articles\n\none\n\n## 10,000 articles\n\nnew\n"


def test_a_program_that_does_not_run_here_is_named_and_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nothing() -> str:
        raise FileNotFoundError("hugo")

    asked = []

    def compared(_folder: Path, programs: list[Program], *_numbers: int) -> Compared:
        asked.extend(program.name for program in programs)
        return COMPARED._replace(outputs={"sco-digest": Output(10, 12, 5_000_000)})

    monkeypatch.setattr(command, "PEERS", (HUGO._replace(version=nothing),))
    monkeypatch.setattr(command, "SAMPLE", 1)
    monkeypatch.setattr(command, "compare", compared)
    assert command.main(["--articles", "1", "--peers", "hugo,pelican", "--whole", "0"]) == 0
    assert "hugo does not run here and is left out" in capsys.readouterr().out.splitlines()
    assert asked == ["sco-digest"]


def test_sites_that_are_not_equal_make_the_benchmark_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = {"sco-digest": Output(10, 12, 5_000_000), "hugo": Output(11, 12, 5_000_000)}
    monkeypatch.setattr(command, "PEERS", (HUGO._replace(version=lambda: "1"),))
    monkeypatch.setattr(command, "SAMPLE", 1)
    monkeypatch.setattr(command, "compare", lambda *_: COMPARED._replace(outputs=outputs))
    assert command.main(["--articles", "1", "--peers", "hugo"]) == 1
    assert "**Not equal**: hugo: 11 pages beside our 10, more than 2% apart." in capsys.readouterr().out
