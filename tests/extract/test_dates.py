"""Dates of publication, and what is said where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sco_digest.extract import undated
from sco_digest.extract.dates import find_date
from sco_digest.model import Date
from tests.extract.reading import ENGLISH, document, record, tokens, words

if TYPE_CHECKING:
    from sco_digest.model import Document

BODY = "The minister opened a new bridge over the river."


def found(doc: Document) -> tuple[str | None, str | None]:
    date = find_date(doc, tokens(doc.text), ENGLISH)
    return (date.value, words(doc.text, date.span)) if date else (None, None)


@pytest.mark.parametrize(
    ("text", "value", "surface"),
    [
        ("Monday, May 18, 2015\n\n" + BODY, "2015-05-18", "May 18, 2015"),
        ("Bridge opened in Orm\n\nPublished: 3 December 2025\n\n" + BODY, "2025-12-03", "3 December 2025"),
        ("Orm, 9 June 2026\n\n" + BODY, "2026-06-09", "9 June 2026"),
        ("December 10th, 2013\n\n" + BODY, "2013-12-10", "December 10th, 2013"),
        ("19.11.2025\n\n" + BODY, "2025-11-19", "19.11.2025"),
        ("2025-11-19\n\n" + BODY, "2025-11-19", "2025-11-19"),
        ("Posted On: 06 NOV 2025 5:42PM\n\n" + BODY, "2025-11-06", "06 NOV 2025"),
        ("Published: 19.11.2025, 14:30\n\n" + BODY, "2025-11-19", "19.11.2025"),
        ("DUSHANBE, 21.08.2025. " + BODY, "2025-08-21", "21.08.2025"),
        ("Bishkek/Geneva, 25 September 2025 – " + BODY, "2025-09-25", "25 September 2025"),
        ("BISHKEK, November 17, 2025 - " + BODY, "2025-11-17", "November 17, 2025"),
        ("TASHKENT, 17 November (Agency) - " + BODY + " It was planned in November 2025.", "2025-11-17", "17 November"),
        ("TASHKENT, November 17 (Agency) - Exports grew in 2025.", "2025-11-17", "November 17"),
        ("TASHKENT, November 17 (Agency) - Exports grew in 2024 and 2025.", None, None),
        (
            "VELM, November 17 (Agency) - Talks began in November 2025. The bridge is for 2030.",
            "2025-11-17",
            "November 17",
        ),
        ("VELM, November 17 (Agency) - Orm had few bridges. In 2025 it built ten.", "2025-11-17", "November 17"),
        ("BISHKEK, November 17 - " + BODY, None, None),
        ("Published: 3 January 2026\n\nORM, December 30 (Agency) - " + BODY, "2025-12-30", "December 30"),
        ("Published: 31 December 2025\n\nORM, January 1 (Agency) - " + BODY, "2026-01-01", "January 1"),
        ("Published: 5 May 2025\n\nORM, 4 May - Exports grew in 2024.", "2025-05-04", "4 May"),
        ("Published: 5 May 2025\n\nORM, 4 January - " + BODY, "2025-05-05", "5 May 2025"),
        ("5/6/2025\n\n" + BODY, None, None),
        ("Published 03.11.2025\n\n" + BODY, "2025-11-03", "03.11.2025"),
        ("2025/11/19\n\n" + BODY, "2025-11-19", "2025/11/19"),
        ("19-Nov-2025\n\n" + BODY, "2025-11-19", "19-Nov-2025"),
        ("2024-05-17T09:30:00+06:00\nRail freight grows\n\n" + BODY, "2024-05-17", "2024-05-17"),
        ("Last updated: 3:15 p.m. GMT, 9 August 2007\n\n" + BODY, "2007-08-09", "9 August 2007"),
        ("PR No. 12/2024 dated 15 August 2024\n\n" + BODY, "2024-08-15", "15 August 2024"),
        ("(Orm, 19 November 2025) " + BODY, "2025-11-19", "19 November 2025"),
        ("Orm, Oskaria – November 4, 2024 – " + BODY, "2024-11-04", "November 4, 2024"),
        ("ORM (Orm News) – 5 June 2018: " + BODY, "2018-06-05", "5 June 2018"),
        ("ORM, January 5 - The town would need four bridges by 1990.", None, None),
        ("June 12 (Agency) - Prices rose. In 2019 they had fallen.", None, None),
        ("ORM, January 5 - In January 2024 there had been no bridge. In 2025 it was built.", None, None),
        ("31 February 2025\n\n" + BODY, None, None),
        (BODY + " It was planned on 5 May 2020 by the old council of the town.", None, None),
        (f"The bridge\nBy Anna Weiss, Lower Valley Weekly, 3 October 2024\n\n{BODY}", "2024-10-03", "3 October 2024"),
        (f"The bridge\nOffice of Roads and Bridges, Lisburg, 12 July 2019\n\n{BODY}", "2019-07-12", "12 July 2019"),
        (
            f"The bridge\nBy Friday it was worse than on 12 May 1996.\nPublished: 10 June 2025\n{BODY}",
            "2025-06-10",
            "10 June 2025",
        ),
        (f"The bridge\nBy Decree of the President, 5 May 2004.\n\n{BODY}", None, None),
        (
            f"The bridge\nTreaty of the Peoples of Orm, 25 March 1957\nPublished: 10 June 2025\n{BODY}",
            "2025-06-10",
            "10 June 2025",
        ),
        (f"The bridge\nBy Anna Weiss, who came on 3 October 2024 to the lower valley\n\n{BODY}", None, None),
        (BODY, None, None),
        ("", None, None),
    ],
)
def test_date_in_the_text(text: str, value: str | None, surface: str | None) -> None:
    assert found(document(text)) == (value, surface)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("2025-11-19-bridge.txt", "2025-11-19"),
        ("news/20251119_bridge.txt", "2025-11-19"),
        ("2025-13-40.txt", None),
        ("120251119.txt", None),
        ("2025-11-19/bridge.txt", None),
    ],
)
def test_date_in_the_file_name(path: str, value: str | None) -> None:
    assert found(document(BODY, path=path)) == (value, None)


IN_ORDER = {
    "dateline": ("2025-11-17", "November 17, 2025"),
    "byline": ("2025-11-18", "18 November 2025"),
    "file name": ("2025-11-20", None),
}


@pytest.mark.parametrize("first", IN_ORDER)
def test_dateline_before_byline_before_file_name(first: str) -> None:
    """Each where those before it are not there; a date prefix and front matter are read with the file."""
    places = list(IN_ORDER)[list(IN_ORDER).index(first) :]
    byline = "Published: 18 November 2025\n\n" if "byline" in places else ""
    dateline = "ORM, November 17, 2025 - " if "dateline" in places else ""
    assert found(document(byline + dateline + BODY, path="2025-11-20.txt")) == IN_ORDER[first]


def test_a_stated_date_wins() -> None:
    doc = document("Monday, May 18, 2015\n\n" + BODY, path="2020-01-01.txt", headers={"date": "2025-11-19"})
    assert found(doc) == ("2025-11-19", None)


@pytest.mark.parametrize(("day", "reckoned"), [("0113-08-14", False), ("2025-08-14", True), ("9999-08-14", False)])
def test_times_are_reckoned_from_a_day_of_news(day: str, reckoned: bool) -> None:
    made = record("In November exports rose by 8 percent on the corresponding period last year.", date=day)
    assert made.date == Date(day)
    assert [one.period is not None for one in made.statistics] == [reckoned]


def test_undated_names_file_line_and_mend() -> None:
    problem = undated(document(BODY), None)
    assert problem is not None
    assert (problem.path, problem.line, problem.message) == ("seeds/text.txt", 1, "no date found")
    assert "date 2024-07-04" in problem.mend
    assert undated(document(BODY), "2025-11-19") is None


def test_notes_say_what_was_not_in_the_words() -> None:
    assert [note.field for note in record(BODY).problems] == ["date"]
    inferred = record("TASHKENT, November 17 (Agency) - Goods moved in 2025.").problems
    assert [(note.field, note.confidence) for note in inferred if note.field == "date"] == [("date", 0.8)]
