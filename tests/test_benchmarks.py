"""The benchmarks measure what they say: sentences with true quantities, fair counting, no peer that is not there."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sco_digest.model import ArticleRecord, Date, Headline
from tests.benchmarks import invented, memory, quantities, search, speed
from tests.benchmarks.quantities import System
from tests.benchmarks.scores import f1, on_invented
from tests.benchmarks.sentences import FORMS, sentences
from tests.benchmarks.spread import spread
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_sentences_are_the_same_for_a_seed_and_others_for_another() -> None:
    assert sentences(1, 30) == sentences(1, 30)
    assert not set(sentences(1, 30)[: len(FORMS) - 1]) & set(sentences(2, 30))
    assert {len(one.quantities) for one in sentences(1, 30)} == {0, 1, 2}


GOLD = sentences(3, 5)  # one percentage, one amount, one range, two quantities, two quantities
FOUND: dict[str, tuple[list[list[dict[str, object]]], dict[str, float]]] = {
    "all of it": (
        [[{"value": list(values), "unit": unit} for values, unit in one.quantities] for one in GOLD],
        {"value": 100.0, "value+unit": 100.0},
    ),
    "no unit": (
        [[{"value": list(values), "unit": "-"} for values, _ in one.quantities] for one in GOLD],
        {"value": 100.0, "value+unit": 0.0},
    ),
    "nothing": ([[] for _ in GOLD], {"value": 0.0, "value+unit": 0.0}),
    "a range as low and high, and nothing else": (
        [[], [], [{"low": v[0], "high": v[1], "unit": u, "value": None} for v, u in GOLD[2].quantities], [], []],
        {"value": 25.0, "value+unit": 25.0},
    ),
}


@pytest.mark.parametrize(("found", "scores"), FOUND.values(), ids=FOUND)
def test_agreement(found: list[list[dict[str, object]]], scores: dict[str, float]) -> None:
    assert on_invented(GOLD, found) == scores


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [([[1, 2], [3]], [[1], [3, 4]], 66.7), ([[1]], [[1, 1]], 66.7), ([[]], [[]], 0.0), ([[1], []], [[], [1]], 0.0)],
    ids=["one missed, one too many", "counted once", "nothing there", "in another sentence"],
)
def test_f1(gold: Sequence[Sequence[int]], found: Sequence[Sequence[int]], expected: float) -> None:
    assert f1(gold, found) == expected


def test_spread() -> None:
    assert spread([3.0, 1.0, 2.0]) == "min 1  median 2  max 3"


def test_a_comparison_names_what_does_not_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    here = Path(sys.executable)
    systems = (
        System("ours", here, ("by_sco_digest", "figures"), ours=True),
        System("not installed", tmp_path / "python", ("by_quantulum3",)),
        System("broken", here, ("by_nobody",)),
    )
    monkeypatch.setattr(quantities, "SYSTEMS", systems)
    monkeypatch.setattr(quantities, "INVENTED", len(FORMS))
    monkeypatch.setattr(quantities, "SHARED", tmp_path)
    quantities.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["not installed does not run here and is skipped", "broken does not run here and is skipped"]
    assert lines[3].startswith("  sco-digest ")
    assert lines[3].endswith("; F1 value 100.0, value+unit 100.0")
    assert lines[4:] == [quantities.CQE]


def test_invented_articles_have_sentences_and_are_the_same_for_a_seed() -> None:
    site, records = invented.archive(20, 1)
    assert (site, records) == invented.archive(20, 1) != invented.archive(20, 2)
    for record in (reading.record for reading in records.values()):
        sentences = [record.text[span.start : span.end] for paragraph in record.paragraphs for span in paragraph]
        assert " ".join(record.text.split()) == " ".join(sentences)
        assert all(sentence.endswith(".") for sentence in sentences)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_the_search_is_measured_with_what_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["search", "--articles", "40", "--full", "20"])
    search.main()
    head, _, *rows = ([cell.strip() for cell in line.split("|")[1:-1]] for line in capsys.readouterr().out.splitlines())
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["index"], row["build"], row["made"], row["shards"]) for row in found] == [
        ("shards of 20", "first", "3", "2"),  # the program is one
        ("shards of 20", "nothing changed", "0", "2"),
        ("shards of 20", "one edited", "1", "2"),
        ("one for all", "first", "2", "1"),
        ("one for all", "nothing changed", "0", "1"),
        ("one for all", "one edited", "1", "1"),
    ]
    assert all(float(row["MB"]) > 0 for row in found)
    assert found[0]["MB"] == found[1]["MB"]


def test_hard_texts_are_a_megabyte() -> None:
    assert {len(text.encode()) // 10_000 for text in speed.hard_texts("Trade rose. It fell.\n").values()} == {100}


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.lock")), ids=lambda path: path.name)
def test_lock_files_name_no_index_and_hash_everything(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    packages = [part for part in text.split("\n") if part[:1].isalnum()]
    assert len(packages) > 10
    assert all(package.endswith(" \\") for package in packages), "hashes follow"


def test_copies_of_a_record_share_nothing_and_lie_years_apart() -> None:
    record = ArticleRecord(
        id="a",
        path="a.txt",
        sha256="",
        lang="en",
        text="Words.",
        body=0,
        paragraphs=(),
        date=Date("2025-03-04", None),
        headline=Headline("Words", None, derived=True),
    )
    one, other, _ = memory.copies(3, [record])
    assert (one.path, one.date, one.text) == (record.path, record.date, record.text)
    assert (other.path, other.date) == ("1/a.txt", Date("2024-01-02", None))
    assert one.id != other.id
    assert one.text is not record.text
    assert one.text is not other.text


def test_memory_is_measured_by_the_article(capsys: pytest.CaptureFixture[str]) -> None:
    memory.main((4, 8))
    first, *lines, last = capsys.readouterr().out.splitlines()
    assert first.split()[0] == "articles"
    assert [line.split()[0] for line in lines] == ["4", "8"]
    assert all(int(words.replace(",", "")) > 0 for words in re.findall(r"[\d,]+(?= (?:bytes )?of)", last))
