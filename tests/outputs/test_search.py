"""Each text becomes a small document for Pagefind, and the index that it makes of them is the same at each build."""

from __future__ import annotations

import asyncio
import gzip
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from sco_digest.errors import DigestError
from sco_digest.outputs import search
from sco_digest.outputs.search_order import ordered
from sco_digest.site import build_site
from tests import samples
from tests.rendered import Html

TEXT = 'Trade & <b>rose</b> in Orm.\n\n<img src=x onerror=alert(1)> Said "Ada Brenn".'


def records():
    """Articles of two years, one with text that would run if it were HTML."""
    hostile = samples.record("hostile", TEXT, "2024-02-03", 'The "<i>hostile</i>" one')
    return [*samples.records(), hostile]


def site(found, **wishes):
    return build_site(found, samples.content(), samples.settings(**wishes))


def documents():
    found = records()
    return {entry.id: Html(search.document(entry, found[entry.record])) for entry in site(found).entries}


def facts(page, kind):
    """What a document says of one kind: name and value."""
    attribute = f"data-pagefind-{kind}"
    metas = [one for one in page.all("meta") if attribute in one]
    return [(one[attribute].removesuffix("[content]"), one["content"]) for one in metas]


def fragments(files):
    """What the index shows of each text."""
    data = [gzip.decompress(data) for path, data in files.items() if path.endswith(".pf_fragment")]
    return [json.loads(one.removeprefix(b"pagefind_dcd")) for one in data]


@pytest.fixture(scope="module")
def index():
    found = records()
    return {file.path: file.data for file in search.files(site(found), found)}


def test_a_document_has_what_is_shown_and_what_is_filtered_by():
    page = documents()[samples.SEED.stem]
    assert facts(page, "meta")[1] == ("source", "Cabinet of Ministers’ press service")
    filters = facts(page, "filter")
    assert {("year", "2025"), ("topic", "trade"), ("lang", "en"), ("country", "KG")} <= set(filters)
    assert ("speaker", "adylbek-kasymaliev Adylbek Kasymaliev") in filters
    assert facts(page, "sort") == [("date", "2025-11-19")]


def test_sentences_have_the_ids_that_they_have_on_the_page():
    for record in records():
        number = sum(map(len, record.paragraphs))
        assert [one["id"] for one in documents()[record.id].all("span")] == [f"s{n}" for n in range(1, number + 1)]


def test_a_text_stays_text():
    page = documents()["hostile"]
    assert page.all("img") == page.all("b") == []
    assert "<img src=x onerror=alert(1)> Said" in page.text
    assert facts(page, "meta")[0] == ("title", 'The "<i>hostile</i>" one')


def test_a_shard_for_each_year_and_one_program(index):
    assert {path.split("/")[1] for path in index} == {"2024", "2025"}
    programs = [path for path in index if path.endswith((".js", ".pagefind"))]
    assert sorted(programs) == [
        f"search-index/2025/{name}" for name in ("pagefind-worker.js", "pagefind.js", "wasm.en.pagefind")
    ]


def test_every_text_that_has_words_is_in_the_index_with_its_page(index):
    found = records()
    pages = {entry.path for entry in site(found).entries if found[entry.record].paragraphs}
    assert {one["url"].removeprefix("/").replace("~", "/") for one in fragments(index)} == pages


def test_the_same_bytes_in_another_order(index):
    found = records()[::-1]
    assert {file.path: file.data for file in search.files(site(found), found)} == index


def test_the_index_names_its_files(index):
    """They are named anew as they are put in order."""
    for year in ("2024", "2025"):
        entry = json.loads(index[f"search-index/{year}/pagefind-entry.json"])
        meta = gzip.decompress(index[f"search-index/{year}/pagefind.{entry['languages']['en']['hash']}.pf_meta"])
        filters = [path.split("/")[-1] for path in index if path.startswith(f"search-index/{year}/filter/")]
        assert filters
        assert all(name.removesuffix(".pf_filter").encode() in meta for name in filters)


def test_a_site_without_search_has_no_index():
    found = records()
    assert list(search.files(site(found, search=False), found)) == []


@pytest.mark.parametrize("program", ["exit 3", "kill -9 $$", "head -c 20; exit 0"])
def test_a_pagefind_that_fails_is_named(tmp_path, monkeypatch, program):
    broken = tmp_path / "pagefind"
    broken.write_text(f"#!/bin/sh\n{program}\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(broken))
    found = records()
    with pytest.raises(DigestError, match="the search index could not be made") as caught:
        list(search.files(site(found), found))
    assert "--no-search" in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_without_the_program_it_is_said(monkeypatch):
    assert search.missing() == ""
    monkeypatch.setattr(search, "get_executable", lambda: None)
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


def test_a_file_that_pagefind_did_not_finish_is_found_out(tmp_path):
    whole, cut = tmp_path / "a.pf_index", tmp_path / "b.pf_index"
    whole.write_bytes(gzip.compress(b"words"))
    cut.write_bytes(whole.read_bytes()[:-4])
    assert search._whole(whole) == whole.read_bytes()
    with pytest.raises(DigestError, match=r"b\.pf_index unfinished"):
        search._whole(cut)


def test_files_are_waited_for_until_they_are_whole(tmp_path):
    file = tmp_path / "entry.json"
    file.write_bytes(b"")

    async def writes_late():
        waiting = asyncio.create_task(search._settled(tmp_path))
        await asyncio.sleep(3 * search.PAUSE)
        assert not waiting.done(), "an empty file is not yet written"
        file.write_bytes(b"{}")
        await waiting

    with ThreadPoolExecutor(1) as thread:  # the browser of other tests has a loop of its own in this one
        thread.submit(asyncio.run, writes_late()).result()
