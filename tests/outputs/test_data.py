"""The files of /data/: records that are records, figures that a spreadsheet opens without harm, a schema that holds."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import msgspec
import pytest
from msgspec.structs import replace

from sco_digest.model import ArticleRecord, Doubt, Speaker
from sco_digest.outputs.exports import COLUMNS, doubts_csv, figure_rows, plain
from tests import samples
from tests.hostile.parsed import lines, table
from tests.rendered import files, usual

FOUND = usual()
ROWS = list(csv.DictReader(io.StringIO(FOUND["data/statistics.csv"].decode(), newline="")))


def test_records_come_back_as_they_were():
    found = FOUND["data/records.jsonl"].splitlines()
    read = {record.id: record for record in (msgspec.json.decode(line, type=ArticleRecord) for line in found)}
    assert read == {record.id: record for record in samples.records()}


def test_a_record_is_one_line_whatever_one_takes_for_the_end_of_a_line():
    one = samples.record("ends", "One\u2028two\u2029three\x85four.", "2025-01-01", "Ends")
    data = files([one])["data/records.jsonl"]
    assert list(lines(data)) == []
    assert msgspec.json.decode(data, type=ArticleRecord) == one


def test_records_keep_to_the_schema():
    schema = json.loads(FOUND["data/record.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for line in FOUND["data/records.jsonl"].splitlines():
        assert not list(validator.iter_errors(json.loads(line)))


def test_a_figure_is_a_row():
    (row,) = [row for row in ROWS if row["surface"] == "75 percent"]
    assert {
        name: row[name] for name in ("value", "unit", "period_start", "period_end", "period_inferred", "speaker")
    } == {
        "value": "75",
        "unit": "percent",
        "period_start": "2025-01",
        "period_end": "2025-08",
        "period_inferred": "true",
        "speaker": "Adylbek Kasymaliev",
    }
    assert row["page"].endswith("/index.html#s20")
    assert row["sentence"].startswith("The organization’s countries account for 75 percent")


def test_ranges_and_what_is_not_known():
    (row,) = [row for row in ROWS if row["surface"] == "200 to 250 cars"]
    assert (row["value"], row["low"], row["high"], row["from"], row["period_start"]) == ("", "200", "250", "", "")


def test_the_address_of_the_page_where_there_is_one():
    found = files([samples.seed()], samples.settings(base_url="https://a.example"))
    assert b"https://a.example/2025/11/" in found["data/statistics.csv"]


@pytest.mark.parametrize("column", ["surface", "subject", "sentence", "headline"])
def test_no_cell_is_a_formula(column):
    assert not [row[column] for row in ROWS if row[column].startswith(("=", "+", "-", "@", "\t"))]


def test_hostile_cells_keep_their_words_and_numbers_stay_numbers():
    (row,) = [row for row in ROWS if row["article"] == "hos/<tile>"]
    assert row["subject"] == '\'=HYPERLINK("http://evil.example")'
    assert row["surface"] == "'+5 percent"
    assert float(row["value"]) == -5


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_what_a_spreadsheet_may_take_for_a_formula_is_none(sign):
    assert plain(f"{sign}1+1") == f"'{sign}1+1"
    assert plain(f"a{sign}") == f"a{sign}"


def test_no_cell_of_any_table_is_a_formula():
    """Where every word of an article begins as one."""
    text = "=Torn will open =5 mills."
    speaker = Speaker(slug="torn", name="=Torn", mentions=(samples.find(text, "=Torn"),))
    plan = samples.commitment(text, "will", "=5 mills", "=Torn", speaker="torn")
    figure = samples.figure(text, "=5 mills", value=5.0, unit="=mill", kind="count", subject="=Torn", speaker="torn")
    one = samples.record(
        "=id", text, "2025-01-01", "=Mills", speakers=(speaker,), commitments=(plan,), statistics=(figure,)
    )
    found = files([one])
    given = dict.fromkeys(("article", "path", "kind", "what", "surface"), "=1")
    doubt = Doubt(**given, span=plan.span, confidence=0.5, reason="the words of a rule")
    tables = (found["data/statistics.csv"], found["data/commitments.csv"], b"".join(doubts_csv([doubt])))
    words = (
        {"article", "headline", "surface", "unit", "subject", "speaker", "sentence"},
        {"article", "headline", "who", "speaker", "what", "sentence"},
        {*given},
    )
    for data, columns in zip(tables, words, strict=True):
        assert list(table(data)) == []
        (row,) = csv.DictReader(io.StringIO(data.decode(), newline=""))
        assert {name for name, cell in row.items() if cell.startswith("'=")} == columns


@pytest.mark.parametrize("before", [" ", "\u00a0 ", "\u3000", "\n", "\u200b", "\ufeff"])
def test_what_a_spreadsheet_may_pass_over_hides_no_formula(before):
    """As in the id of an article, which is the name of its file."""
    assert plain(f"{before}=1+1") == f"'{before}=1+1"
    assert plain(f"{before}1+1") == f"{before}1+1"


def test_a_bound_is_no_formula():
    assert {row["bound"] for row in ROWS} == {"=", "~", "<"}


def test_a_very_long_sentence_is_cut_around_the_figure():
    text = "salt " * 400 + "grew by 4 percent " + "amber " * 400
    record = samples.record("long", text, "2025-01-01", "Long")
    figure = samples.figure(text, "4 percent", value=4.0, unit="percent", kind="percent")
    (row,) = figure_rows(replace(record, statistics=(figure,)))
    sentence = row[COLUMNS.index("sentence")]
    assert sentence.startswith("… ")
    assert sentence.endswith(" …")
    assert "grew by 4 percent amber" in sentence
    assert len(sentence) <= 1004


PLANS = list(csv.DictReader(io.StringIO(FOUND["data/commitments.csv"].decode(), newline="")))


def test_a_commitment_is_a_row():
    (row,) = PLANS
    assert (row["kind"], row["who"], row["speaker"], row["policy_areas"]) == ("proposal", "", "", "digital")
    assert row["what"].startswith("to consider the SCO initiative")
    assert row["sentence"].startswith("It was proposed to consider")
    assert row["page"].endswith("/index.html#s16")
    assert (row["again_date"], row["again_page"]) == ("", "")


def test_a_commitment_that_is_spoken_of_again_says_when_and_where():
    def article(number, text, **facts):
        made = samples.project(text, "Salt Bank", "bank")
        return samples.record(f"a{number}", text, f"2025-0{number}-01", "Bank", projects=(made,), **facts)

    text = "=Torn will open the Salt Bank."
    plan = samples.commitment(text, "will", "open the Salt Bank", "=Torn", projects=("salt-bank",))
    found = files([article(1, text, commitments=(plan,)), article(2, "The Salt Bank is open.")])
    (row,) = csv.DictReader(io.StringIO(found["data/commitments.csv"].decode(), newline=""))
    assert (row["again_date"], row["again_page"]) == ("2025-02-01", "2025/02/bank/index.html#s1")
    assert row["who"] == "'=Torn", "no formula for a spreadsheet"
    assert row["projects"] == "salt-bank"


def test_a_site_without_pages_of_proposals_has_their_table():
    least = files(settings=samples.settings(parts=("home", "article", "data", "not_found")))
    rows, all_rows = (
        list(csv.DictReader(io.StringIO(found["data/commitments.csv"].decode(), newline="")))
        for found in (least, FOUND)
    )
    assert [row["sentence"] for row in rows] == [row["sentence"] for row in all_rows]
    assert rows
    assert {row["again_page"] for row in rows} == {""}
