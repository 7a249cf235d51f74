"""The values of a series as CSV."""

from __future__ import annotations

import csv
import io

from msgspec.structs import replace

from tests import samples
from tests.rendered import files

PATH = "statistics/export-usd-fi/data.csv"


def rows(records, **settings):
    found = files(records, samples.settings(**settings))
    return list(csv.DictReader(io.StringIO(found[PATH].decode(), newline="")))


def test_each_value_is_a_row_with_its_sentence_and_its_page():
    found = rows(samples.exports())
    assert [(row["period_start"], row["value"], row["bound"], row["disputed"]) for row in found] == [
        ("2022", "2200000000", "=", "false"),
        ("2023", "3300000000", "=", "true"),
        ("2023", "3100000000", "=", "true"),
        ("2024", "4000000000", "~", "false"),
    ]
    assert found[1]["speaker"] == "Ilva Torn"
    assert found[0]["sentence"] == "Exports of Amberland reached $2.2 billion in 2022."
    assert found[0]["page"] == "2023/02/exports-of-2022/index.html#s2"


def test_the_page_is_a_full_address_where_there_is_one():
    assert rows(samples.exports(), base_url="https://a.example")[0]["page"].startswith("https://a.example/2023/02/")


def test_no_cell_is_a_formula():
    hostile = [replace(one, headline=replace(one.headline, text="=1+1")) for one in samples.exports()]
    assert {row["headline"] for row in rows(hostile)} == {"'=1+1"}
