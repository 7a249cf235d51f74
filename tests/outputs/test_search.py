"""Each text becomes a small document for Pagefind, and the index that it makes of them is the same at each build."""

from __future__ import annotations

import gzip
import json
import sys
from hashlib import sha256
from random import Random

import pytest
from msgspec.structs import replace

from sco_digest.errors import DigestError
from sco_digest.outputs import search, search_kept, search_program, search_shards
from sco_digest.outputs.search_order import ordered
from sco_digest.outputs.search_service import Service
from sco_digest.outputs.search_texts import document, has_words, text_of
from tests import samples
from tests.joined import at_hand, build_site
from tests.outputs.test_search_kept import Dict
from tests.rendered import Html

TEXT = 'Trade & <b>rose</b> in Orm.\n\n<img src=x onerror=alert(1)> Said "Ada Brenn".'
FULL = 8
"""So that the samples have several shards."""


@pytest.fixture(autouse=True, scope="module")
def small():
    """Shards of a few articles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_shards, "FULL", FULL)
        yield


def records():
    """Articles of two years, one with text that would run if it were HTML, and one that has no words."""
    hostile = samples.record("hostile", TEXT, "2024-02-03", 'The "<i>hostile</i>" one')
    return [*samples.records(), hostile]


def site(found, **wishes):
    return build_site(found, samples.content(), samples.settings(**wishes))


def made(found, kept=search_kept.NOTHING):
    """The files of the search by their paths."""
    return {file.path: file.data for file in search.files(site(found), at_hand(found), kept)}


def documents():
    found = records()
    return {entry.id: Html(document(text_of(entry, at_hand(found)[entry.id].record))) for entry in site(found).entries}


def facts(page, kind):
    """What a document says of one kind: name and value."""
    attribute = f"data-pagefind-{kind}"
    metas = [one for one in page.all("meta") if attribute in one]
    return [(one[attribute].removesuffix("[content]"), one["content"]) for one in metas]


def fragments(files):
    """What the index shows of each text."""
    data = [gzip.decompress(data) for path, data in files.items() if path.endswith(".pf_fragment")]
    return [json.loads(one.removeprefix(b"pagefind_dcd")) for one in data]


def shards(files):
    """The files of each shard, without the program."""
    found = {}
    for path, data in files.items():
        _, name, *rest = path.split("/")
        if rest and not path.endswith((".js", ".pagefind")):
            found.setdefault(name, {})["/".join(rest)] = data
    return found


def listing(files):
    return json.loads(files[search.LIST])


@pytest.fixture(scope="module")
def index():
    return made(records())


# ---- documents -------------------------------------------------------------------------------------------------------


def test_a_document_has_what_is_shown_and_what_is_chosen_by():
    page = documents()[samples.SEED.stem]
    assert facts(page, "meta")[1] == ("source", "Cabinet of Ministers’ press service")
    assert {value for name, value in facts(page, "filter") if name == "facet"} >= {
        "year:2025",
        "topic:trade",
        "country:KG",
        "speaker:adylbek-kasymaliev",
    }
    assert {name for name, _ in facts(page, "filter")} == {"facet"}
    assert facts(page, "sort") == [("date", "2025-11-19")]


def test_words_that_are_found_are_those_of_the_article_and_no_others():
    """What stands around an article on its page, and what was read from it, is not searched."""
    for record in records():
        page = documents()[record.id]
        sentences = [record.text[span.start : span.end] for paragraph in record.paragraphs for span in paragraph]
        shown = "".join(character for character in " ".join(sentences) if character.isprintable() or character in " \n")
        assert page.text.split() == shown.split()
        assert {name for name, _ in facts(page, "meta")} <= {"title", "source"}


def test_a_name_is_the_day_the_language_and_the_page():
    found = records()
    names = {text_of(entry, at_hand(found)[entry.id].record).name for entry in site(found).entries}
    assert "2024-02-03~en~2024~02~the-i-hostile-i-one~index.html" in names
    assert len(names) == len(found)


def test_sentences_have_the_ids_that_they_have_on_the_page():
    for record in records():
        number = sum(map(len, record.paragraphs))
        assert [one["id"] for one in documents()[record.id].all("span")] == [f"s{n}" for n in range(1, number + 1)]


def test_a_text_stays_text():
    page = documents()["hostile"]
    assert page.all("img") == page.all("b") == []
    assert "<img src=x onerror=alert(1)> Said" in page.text
    assert facts(page, "meta")[0] == ("title", 'The "<i>hostile</i>" one')


def test_a_document_of_another_form_is_an_index_of_another_format():
    """Whoever changes what documents are made of has to give FORMAT a new number, or old shards are taken for new."""
    found = records()
    whole = b"".join(document(text_of(entry, at_hand(found)[entry.id].record)) for entry in site(found).entries)
    assert (search_kept.FORMAT, sha256(whole).hexdigest()[:16]) == (2, "706c6658765e579f")


@pytest.mark.parametrize(("text", "found"), [("— * —", False), ("", False), ("— 7 —", True), ("ж", True), ("字", True)])
def test_what_has_words(text, found):
    record = samples.record("a", text, "2024-02-03", "A")
    (entry,) = site([record]).entries
    assert has_words(text_of(entry, record)) == found


# ---- the index -------------------------------------------------------------------------------------------------------


def test_shards_from_the_oldest_end_and_one_program(index):
    assert [shard["name"] for shard in listing(index)["shards"]] == ["2025-11", "2025-08.2", "2024-02"]
    assert set(shards(index)) == {"2024-02", "2025-08.2", "2025-11"}
    programs = [path for path in index if path.endswith((".js", ".pagefind"))]
    assert sorted(programs) == [
        f"search-index/2024-02/{name}" for name in ("pagefind-worker.js", "pagefind.js", "wasm.en.pagefind")
    ]


def test_every_text_that_has_words_is_in_the_index_with_its_page(index):
    found = records()
    pages = {entry.path for entry in site(found).entries if at_hand(found)[entry.id].record.paragraphs}
    assert {one["url"].split("~", 2)[2].replace("~", "/") for one in fragments(index)} == pages


def test_no_shard_has_more_texts_than_was_measured(index):
    sizes = [len(fragments(files)) for files in shards(index).values()]
    assert len(sizes) > 1
    assert max(sizes) < 2 * FULL


def test_the_list_counts_what_the_shards_have(index):
    """A browser shows the list until the shards are there."""
    counts = {}
    for one in fragments(index):
        for facet in one["filters"]["facet"]:
            counts[facet] = counts.get(facet, 0) + 1
    assert listing(index)["counts"] == counts
    assert {"year:2024", "year:2025", "topic:trade", "speaker:ilva-torn"} <= set(counts)
    assert listing(index)["speakers"]["ilva-torn"] == "Ilva Torn"


def test_the_same_bytes_in_another_order(index):
    assert made(records()[::-1]) == index


def test_the_index_names_its_files(index):
    """They are named anew as they are put in order."""
    for files in shards(index).values():
        entry = json.loads(files["pagefind-entry.json"])
        meta = gzip.decompress(files[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
        (name,) = (path.split("/")[-1] for path in files if path.startswith("filter/"))
        assert name.removesuffix(".pf_filter").encode() in meta


def test_a_site_without_search_has_no_index():
    found = records()
    assert list(search.files(site(found, search=False), at_hand(found))) == []


def test_a_site_without_words_has_no_index():
    assert made([samples.bare()]) == {}


# ---- what stays as it is ---------------------------------------------------------------------------------------------


def test_a_newer_article_changes_the_newest_shard_alone(index):
    after = made([*records(), samples.record("new", "Barley is dear.", "2025-12-01", "Barley")])
    assert set(shards(after)) == set(shards(index))
    assert changed(index, after) == {"2025-11"}


def test_an_edited_article_changes_its_own_shard_alone(index):
    edited = [replace(one, text=one.text.replace("Orm", "Urm")) if one.id == "hostile" else one for one in records()]
    after = made(edited)
    assert changed(index, after) == {"2024-02"}


def changed(before, after):
    """The shards that have other files; the list says so too, by other tags."""
    names = {name for name, files in shards(after).items() if files != shards(before)[name]}
    tags = [{one["name"]: one["tag"] for one in listing(files)["shards"]} for files in (before, after)]
    assert {name for name in tags[0] if tags[0][name] != tags[1][name]} == names
    return names


def test_a_fuller_name_of_a_speaker_changes_no_shard(index):
    found = records()
    renamed = site(found)
    entries = tuple(
        replace(entry, speakers=tuple(replace(ref, name=f"{ref.name} Senior") for ref in entry.speakers))
        for entry in renamed.entries
    )
    after = {file.path: file.data for file in search.files(replace(renamed, entries=entries), at_hand(found))}
    assert {path for path in index if after[path] != index[path]} == {search.LIST}


def test_what_is_kept_is_not_made_again(index, monkeypatch):
    kept = Dict()
    assert made(records(), kept) == index
    assert len(kept) == 4, "the program and three shards"
    monkeypatch.setattr(search_program, "_indexed", None)
    assert made(records(), kept) == index


def test_of_what_is_kept_only_the_shard_of_an_edited_article_is_made(index, monkeypatch):
    kept = Dict()
    made(records(), kept)
    runs = []
    monkeypatch.setattr(
        search, "index", lambda texts, language: runs.append(language) or search_program.index(texts, language)
    )
    edited = [replace(one, text=one.text.replace("Orm", "Urm")) if one.id == "hostile" else one for one in records()]
    assert made(edited, kept) == made(edited)
    assert len(runs) == 1 + 3


def test_what_is_kept_gives_the_bytes_of_a_clean_build_whatever_is_done():
    """Articles are added, edited and deleted at any place, and shards are cut at other places by that."""
    random, kept = Random(7), Dict()  # noqa: S311 - nothing is kept secret with it
    found = [samples.plain(number, f"2025-{number % 7 + 1:02}-{number % 3 + 1:02}") for number in range(24)]
    for step in range(8):
        place = random.randrange(len(found))
        new = samples.plain(100 + step, f"2025-{random.randint(1, 7):02}-0{random.randint(1, 3)}")
        found[place : place + random.randint(0, 1)] = random.choice([(new,), (), (new, samples.plain(200 + step))])
        assert made(found, kept) == made(found)


def test_damage_to_what_is_kept_is_mended(index):
    kept = Dict()
    made(records(), kept)
    whole = dict(kept)
    for key in kept:
        kept[key] = kept[key][:-1]
    assert made(records(), kept) == index
    assert kept == whole


@pytest.mark.parametrize("other", ["language", "version"])
def test_another_language_or_version_is_another_index(monkeypatch, other):
    """The articles are the same, and nothing that is kept fits."""
    kept = Dict()
    made(records(), kept)
    if other == "version":
        monkeypatch.setattr(search, "version", lambda: "pagefind 1.5.99")
    else:
        monkeypatch.setattr(search, "_language", lambda _entries: "ru")
    made(records(), kept)
    assert len(kept) == 8


# ---- Pagefind --------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    "program",
    ["exit 3", "kill -9 $$", "head -c 20; exit 0", '[ "$1" = --version ] || exit 3', "echo Error: no room >&2; exit 1"],
)
def test_a_pagefind_that_fails_is_named(tmp_path, monkeypatch, program):
    broken = tmp_path / "pagefind"
    broken.write_text(f"#!/bin/sh\n{program}\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(broken))
    with pytest.raises(DigestError, match="the search index could not be made") as caught:
        made(records())
    assert "--no-search" in str(caught.value)
    assert "no room" in str(caught.value) or "echo" not in program


def test_a_pagefind_that_is_no_program_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "none"))
    with pytest.raises(DigestError, match="the search index could not be made"):
        made(records())


def test_a_text_that_pagefind_leaves_out_is_found_out():
    documents = [("a.html", b"<html><body>word</body></html>"), ("b.html", b"<html><body></body></html>")]
    with pytest.raises(DigestError, match="read 1 texts of 2"):
        search_program.index(documents, "en")


def test_settings_for_pagefind_in_the_folder_of_a_site_change_nothing(tmp_path, monkeypatch, index):
    (tmp_path / "pagefind.yml").write_text('exclude_selectors:\n  - "span"\n')
    monkeypatch.chdir(tmp_path)
    assert made(records()) == index


def test_without_the_program_it_is_said(monkeypatch):
    assert search.missing() == ""
    monkeypatch.setattr(search_program, "get_executable", lambda: None)
    assert "sco-digest[search]" in search.missing()
    monkeypatch.setattr(search_program, "get_executable", None)
    assert "sco-digest[search]" in search.missing()


def zipped(cbor):
    return gzip.compress(b"pagefind_dcd" + cbor)


FILTER = zipped(b"\x82etopic\x82\x82etrade\x81\x18\x64\x82cart\x81\x19\x01\x00")
META = zipped(b"\x84e1.5.2\x80\x80\x81\x82etopicjen_0000000")
ENTRY = b'{"languages":{"en":{"hash":"en_1111111111"}}}'


def test_filters_are_put_in_order():
    names = ("pagefind.en_1111111111.pf_meta", "filter/en_0000000.pf_filter", "pagefind-entry.json")
    found = ordered(dict(zip(names, (META, FILTER, ENTRY), strict=True)))
    assert len(found) == 3
    (path,) = (path for path in found if path.startswith("filter/"))
    assert gzip.decompress(found[path]) == b"pagefind_dcd\x82etopic\x82\x82cart\x81\x19\x01\x00\x82etrade\x81\x18\x64"


OTHER_FORMS = {
    "no signature": gzip.compress(b"\x80"),
    "a map": zipped(b"\xa0"),
    "no list": zipped(b"\x01"),
    "no list of filters": zipped(b"\x84\x01\x80\x80\x01"),
    "a filter that is none": zipped(b"\x84\x01\x80\x80\x81\x01"),
    "a filter of another kind": zipped(b"\x84\x01\x80\x80\x81\x82etopicajA".replace(b"aj", b"\x61")),
}


@pytest.mark.parametrize("meta", OTHER_FORMS.values(), ids=OTHER_FORMS)
def test_an_index_of_another_form_is_refused(meta):
    filters = {"filter/A.pf_filter": zipped(b"\x01")}
    with pytest.raises(ValueError, match=r"form|signature"):
        ordered({"pagefind.en_1111111111.pf_meta": meta, "pagefind-entry.json": ENTRY, **filters})


def test_what_is_zipped_is_the_same_on_every_python():
    """The byte that names the system is another one from Python 3.13 on, and files are named by what is in them."""
    found = ordered({"pagefind.en_1111111111.pf_meta": zipped(b"\x84e1.5.2\x80\x80\x80"), "pagefind-entry.json": ENTRY})
    (data,) = (data for path, data in found.items() if path.endswith(".pf_meta"))
    assert data[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
    assert gzip.decompress(data) == b"pagefind_dcd\x84e1.5.2\x80\x80\x80"


def test_the_order_of_the_documents_changes_nothing():
    documents = [(f"{number}.html", f"<html><body>word{number}</body></html>".encode()) for number in range(30)]
    assert search_program.index(documents, "en") == search_program.index(documents[::-1], "en")


def test_pagefind_is_told_the_documents_and_finds_none_by_itself(tmp_path, monkeypatch):
    """In which order it would find them is up to the file system."""
    told = []
    ask = Service.ask

    def listen(service, kind, **particulars):
        told.append((kind, particulars.get("file_path")))
        return ask(service, kind, **particulars)

    monkeypatch.setattr(Service, "ask", listen)
    search_program.index([("b.html", b"<html><body>b</body></html>"), ("a.html", b"<html><body>a</body></html>")], "en")
    assert told == [("NewIndex", None), ("AddFile", "a.html"), ("AddFile", "b.html"), ("GetFiles", None)]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    "answer", ["nothing in base64", "e30=", "eyJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJubyJ9fQ=="]
)
def test_an_answer_that_is_none_is_named(tmp_path, monkeypatch, answer):
    broken = tmp_path / "pagefind"
    broken.write_text(f"#!/bin/sh\nprintf '{answer},'\nread line\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(broken))
    with pytest.raises(DigestError, match="the search index could not be made"):
        search_program.index([("a.html", b"<html><body>a</body></html>")], "en")
