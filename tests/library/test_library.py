"""What was read from an article is kept and given out when asked for; it is read anew where text or rules change."""

from __future__ import annotations

import gc
import pickle
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec.structs import replace

from sco_digest import build as builder
from sco_digest.build import BuildOptions, build
from sco_digest.cache import Store, value
from sco_digest.content import load_content
from sco_digest.errors import LostError
from sco_digest.extract import extract
from sco_digest.library import Asked, Library, collected, pack, read_article
from sco_digest.model import ArticleRecord, Correction, Document, Problem, Reading
from sco_digest.seeds import read_seeds
from tests import samples
from tests.projects import CLINICS, RAIL, ROOT, digests, project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sco_digest.library import Read

VOCABULARY = load_content(ROOT / "content")[0].vocabulary
ASKED = Asked(VOCABULARY)
FULL = "date 2025-11-19 Aibek Kerimov, Minister of Health of Kyrgyzstan, said that 40 clinics were built."
SHORT = "date 2025-11-20 A. Kerimov said that 50 clinics were built."
EXPORTS = "date 2025-11-20 Exports of Kyrgyzstan amounted to $3 million in March. The weather was fine."


class Reader:
    """Reads documents, and counts them."""

    def __init__(self, asked: Asked = ASKED) -> None:
        self.asked = asked
        self.read: list[str] = []

    def __call__(self, documents: Sequence[Document]) -> Iterator[Read | Problem]:
        for document in documents:
            self.read.append(document.id)
            yield read_article(self.asked, document)


def documents_of(home: Path) -> tuple[Document, ...]:
    return read_seeds(home / "seeds", max_bytes=10**6)[0]


def found(path: Path, documents: Sequence[Document], reader: Reader) -> list[ArticleRecord]:
    with closing(Store(path)) as store:
        library, problems = collected(store, documents, reader.asked, reader)
        assert problems == ()
        every = [library[document.id].record for document in documents]
        store.save()
    return every


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Document, ...]:
    return documents_of(project(tmp_path / "digest"))


def test_only_new_texts_are_read(tmp_path: Path) -> None:
    home = project(tmp_path / "digest")
    first = found(tmp_path / "store", documents_of(home), reader := Reader())
    assert reader.read == ["clinics", "rail"]
    (home / "seeds/clinics.txt").write_text(CLINICS.replace("3,200", "3,300"))
    changed = documents_of(home)
    second = found(tmp_path / "store", changed, reader := Reader())
    assert reader.read == ["clinics"]
    assert second == [extract(changed[0], VOCABULARY), first[1]]
    elsewhere = [replace(document, file="other/place.txt", line=7) for document in changed]
    assert found(tmp_path / "store", elsewhere, reader := Reader()) == second
    assert reader.read == [], "where a text lies on this machine is nothing to its record"


def test_what_nobody_asked_for_in_one_build_is_there_in_the_next(
    tmp_path: Path, documents: tuple[Document, ...]
) -> None:
    for read in (["clinics", "rail"], [], []):
        with closing(Store(tmp_path / "store")) as store:
            collected(store, documents, ASKED, reader := Reader())
            store.save()
        assert reader.read == read
    with closing(Store(tmp_path / "store")) as store:
        library, _ = collected(store, documents, ASKED, reader)
        assert [library[one.id].record for one in documents] == [extract(one, VOCABULARY) for one in documents]


def test_another_vocabulary_or_program_reads_all_anew(
    tmp_path: Path, documents: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    found(tmp_path / "store", documents, Reader())
    fewer = Asked(replace(VOCABULARY, topics=VOCABULARY.topics[1:]))
    found(tmp_path / "store", documents, reader := Reader(fewer))
    assert len(reader.read) == 2
    monkeypatch.setattr("sco_digest.library.collect.program", lambda: b"another")
    found(tmp_path / "store", documents, reader := Reader(fewer))
    assert len(reader.read) == 2


def test_a_correction_reads_its_article_anew_and_no_other(tmp_path: Path, documents: tuple[Document, ...]) -> None:
    found(tmp_path / "store", documents, Reader())
    wrong = Correction(path="corrections/clinics.yaml", article="clinics", reason="wrong", headline="Clinics")
    corrected = found(tmp_path / "store", documents, reader := Reader(Asked(VOCABULARY, (wrong,))))
    assert reader.read == ["clinics"]
    assert [record.headline.text == "Clinics" for record in corrected] == [True, False]


def test_a_site_with_series_knows_more_of_each_article(tmp_path: Path) -> None:
    documents = documents_of(project(tmp_path / "digest", exports=EXPORTS))
    with closing(Store(tmp_path / "store")) as store:
        for asked, measures in ((Asked(VOCABULARY, series=False), False), (ASKED, True)):
            library, _ = collected(store, documents, asked, Reader(asked))
            assert any(light.measures for light in library.lights) == measures


def test_a_problem_is_met_again(tmp_path: Path, documents: tuple[Document, ...]) -> None:
    problem = Problem("rail.txt", 1, "a rule stumbled")
    for _ in range(2):
        with closing(Store(tmp_path / "store")) as store:
            library, problems = collected(store, documents[:1], ASKED, lambda _: iter([problem]))
            assert (list(library), problems) == ([], (problem,))
            store.save()


def test_an_article_without_a_day_is_a_problem_each_time(tmp_path: Path) -> None:
    documents = documents_of(project(tmp_path / "digest", clinics=CLINICS, rail=RAIL, undated="Salt is sold in Orm.\n"))
    for read in (3, 0):
        with closing(Store(tmp_path / "store")) as store:
            library, (problem,) = collected(store, documents, ASKED, reader := Reader())
            store.save()
        assert (len(reader.read), sorted(library)) == (read, ["clinics", "rail"])
        assert (problem.path, problem.message) == (documents[2].file, "no date found")


def test_a_record_that_the_store_has_lost_is_an_error(tmp_path: Path) -> None:
    documents = documents_of(project(tmp_path / "digest", rail="date 2025-11-20 Nobody asked for this record before."))
    with closing(Store(tmp_path / "store")) as store:
        library, _ = collected(store, documents, ASKED, Reader())
        with closing(sqlite3.connect(tmp_path / "other")) as file:
            file.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)")
            store._file = file
            with pytest.raises(LostError, match="not there any more"):
                _ = library["rail"].record


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_whose_records_are_lost_on_the_way_begins_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    home = project(tmp_path / f"digest{jobs}", rail=f"date 2025-11-20 Nobody asked for this record of {jobs} before.")
    folders = {"seeds": home / "seeds", "content": home / "content", "jobs": jobs, "search": False}
    get, lost = Store.get, []

    def losing(store: Store, key: str) -> bytes | None:
        if key.startswith("record ") and len(lost) < 1:
            lost.append(key)
            return None
        return get(store, key)

    monkeypatch.setattr(Store, "get", losing)
    assert build(BuildOptions(**folders, output=home / "public")).published
    assert len(lost) == 1
    assert build(BuildOptions(**folders, output=home / "clean", cache=False)).published
    assert digests(home / "public") == digests(home / "clean")


def builds_made(home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often one build of the project began, the first time or again."""
    made: list[int] = []
    begin = builder._build
    with monkeypatch.context() as patch:
        patch.setattr(builder, "_build", lambda *asked: (made.append(1), begin(*asked))[1])
        folders = {"seeds": home / "seeds", "content": home / "content", "output": home / "public"}
        assert build(BuildOptions(**folders, jobs=1, search=False)).published
    return len(made)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was built."""
    folder = project(tmp_path / "digest")
    assert builds_made(folder, monkeypatch) == 1
    return folder


def test_a_damaged_record_costs_one_build_and_not_all_later_ones(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(Store.beside(home / "public"))) as file:
        file.execute("UPDATE kept SET value = zeroblob(9) WHERE key LIKE 'record %'")
        file.commit()
    for number, times in enumerate((2, 1, 1)):
        (home / "seeds/clinics.txt").write_text(CLINICS.replace("3,200", f"3,{number}01"))
        assert builds_made(home, monkeypatch) == times


def test_a_file_that_another_build_holds_is_left_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Store.beside(home / "public")
    kept = path.read_bytes()
    (home / "seeds/clinics.txt").write_text(CLINICS.replace("3,200", "3,301"))
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert builds_made(home, monkeypatch) == 1
    assert path.read_bytes() == kept
    assert builds_made(home, monkeypatch) == 1


@pytest.mark.usefixtures("home")
def test_nothing_of_a_build_is_held_when_it_is_through() -> None:
    gc.collect()
    assert [one for one in gc.get_objects() if isinstance(one, Library)] == []


def test_one_person_has_one_slug_in_records_and_in_what_is_joined(tmp_path: Path) -> None:
    documents = documents_of(project(tmp_path / "digest", full=FULL, short=SHORT))
    with closing(Store(tmp_path / "store")) as store:
        both, _ = collected(store, documents, ASKED, Reader())
        alone, _ = collected(store, documents[1:], ASKED, Reader())
        slugs = [[speaker.slug for speaker in library["short"].record.speakers] for library in (both, alone)]
        said = [[one.slug for light in library.lights for one in light.said] for library in (both, alone)]
        assert slugs == [["aibek-kerimov"], ["a-kerimov"]]
        assert said == [["aibek-kerimov", "aibek-kerimov"], ["a-kerimov"]]
        assert both["short"].made != alone["short"].made
        assert both["full"].made == value_of(both["full"])


def value_of(reading: Reading) -> bytes:
    return pack(reading.record).made


def test_a_record_travels_to_another_process_with_its_print() -> None:
    reading = pack(samples.seed())
    received = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(reading))))  # noqa: S301
    assert (received.made, received.record) == (reading.made, samples.seed())
    assert value(received) == value(reading) != value(pack(samples.plain(1)))


def test_nothing_but_records_has_a_print_of_its_own() -> None:
    with pytest.raises(TypeError, match="object"):
        value(object())


def test_a_library_has_no_more_than_its_articles(tmp_path: Path, documents: tuple[Document, ...]) -> None:
    with closing(Store(None)) as store:
        library, _ = collected(store, documents, ASKED, Reader())
        assert isinstance(library, Library)
        assert (list(library), len(library)) == (["clinics", "rail"], 2)
        assert [library[name].record.id for name in library] == ["clinics", "rail"], "also without a file to keep them"


@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/texts/*.txt")), ids=lambda path: path.stem)
def test_a_record_comes_back_as_it_was_to_the_byte(path: Path) -> None:
    for document in read_seeds(path, max_bytes=10**6)[0]:
        record = extract(document, VOCABULARY)
        again = msgspec.msgpack.decode(msgspec.msgpack.encode(record), type=ArticleRecord)
        assert msgspec.json.encode(again) == msgspec.json.encode(record)
        assert value(again) == value(record)
