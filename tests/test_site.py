"""What all articles share: addresses, slugs, joined speakers, shelves; and that the order of the records is nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sco_digest.model import Date, Headline, Span
from sco_digest.sentences import Sentences, excerpt
from sco_digest.site.light import SUMMARY_LIMIT, leading, speaker_slug
from tests import samples
from tests.joined import build_site


def site(*records):
    return build_site(records, samples.content(), samples.settings())


@pytest.mark.parametrize(
    ("headlines", "names"),
    [
        (["Port report"] * 3, ["port-report", "port-report-2", "port-report-3"]),
        (["Port report", "Port report 2", "Port report"], ["port-report", "port-report-2", "port-report-3"]),
        (["Port report", "Port report", "Port report 2"], ["port-report", "port-report-2", "port-report-2-2"]),
        (["Über Flüsse & Straßen"], ["uber-flusse-strassen"]),
        (["قال"], ["ql"]),
        (["…"], ["article"]),
        (["../../etc/passwd"], ["etc-passwd"]),
        (["CON", "Nul", "nul!", "Com 1", "com1", "con 1"], ["con-1", "nul-1", "nul-1-2", "com-1", "com1-1", "con-1-2"]),
    ],
    ids=[
        "same headline",
        "a headline that looks like a number",
        "a number that is taken",
        "accents",
        "another script",
        "no word",
        "a path",
        "devices of Windows",
    ],
)
def test_addresses(headlines, names):
    records = [replace(samples.plain(number), headline=Headline(headline)) for number, headline in enumerate(headlines)]
    found = [entry.path for entry in reversed(site(*records).entries)]
    assert found == [f"2025/08/{name}/index.html" for name in names]


def test_a_long_headline_makes_a_short_address_of_whole_words():
    record = replace(samples.plain(1), headline=Headline("wonderful " * 30))
    name = site(record).entries[0].path.split("/")[2]
    assert len(name) <= 80
    assert set(name.split("-")) == {"wonderful"}


def test_an_article_without_headline_is_called_by_its_file():
    assert site(samples.bare()).entries[0].headline == "bare.txt"


def test_newest_first_and_by_month():
    found = site(samples.front_matter(), samples.seed(), samples.plain(1))
    assert [entry.date for entry in found.entries] == ["2025-11-19", "2025-08-01", "2024-12-31"]
    assert [(month.value, month.entries) for month in found.months] == [
        ("2025-11", (0,)),
        ("2025-08", (1,)),
        ("2024-12", (2,)),
    ]


def test_the_order_of_records_is_nothing():
    records = list(samples.records())
    first = site(*records)
    records = records[7:] + records[6::-1]
    second = site(*records)
    assert first == second


def test_speakers_are_joined_by_slug():
    found = site(samples.front_matter(), samples.overlapping(), samples.plain(1))
    (ilva,) = found.speakers
    assert (ilva.ref.name, ilva.statements, ilva.entries) == ("Ilva Torn", 4, (0, 1, 2))
    assert [(role.name, role.country, role.first, role.last) for role in ilva.roles] == [
        ("Minister", None, "2025-08-01", "2025-10-02"),
        ("Governor", "FI", "2024-12-31", "2024-12-31"),
    ]
    assert ilva.roles[0].path == "2025/10/lake-states-agree-on-a-ferry/index.html#s2"
    assert (ilva.role, ilva.country) == ("Minister", "FI")
    assert [(tally.ref.slug, tally.count) for tally in ilva.topics] == [("transport", 2), ("trade", 1)]


def test_the_name_of_a_speaker_is_the_spelling_used_most():
    ilva = samples.plain(1).speakers[0]
    spelled = [
        replace(samples.plain(number), speakers=(replace(ilva, slug="it", name=name),))
        for number, name in enumerate(["I. Torn", "Ilva Torn", "Ilva Torn", "Ilva B. Torn"])
    ]
    assert site(*spelled).speakers[0].ref.name == "Ilva Torn"


@pytest.mark.parametrize(
    ("slug", "name", "expected"),
    [
        ("ilva-torn", "Ilva Torn", "ilva-torn"),
        ("", "ليث الوهمي", "lyth-lwhmy"),
        ("../../etc", "Eve", "etc"),
        ("", "…", "unnamed"),
        ("aux", "Aux", "aux-1"),
    ],
)
def test_a_speaker_has_a_slug_that_is_safe(slug, name, expected):
    assert speaker_slug(replace(samples.plain(1).speakers[0], slug=slug, name=name)) == expected


def test_topics_come_in_the_order_of_content_also_without_articles():
    found = {shelf.ref.slug: shelf for shelf in site(samples.seed(), samples.overlapping()).topics}
    assert list(found) == ["trade", "transport", "finance", "digital", "tourism"]
    assert found["transport"].entries == (0, 1)
    assert found["tourism"].entries == ()
    assert [(tally.ref.slug, tally.count) for tally in found["trade"].speakers] == [
        ("adylbek-kasymaliev", 1),
        ("ilva-torn", 1),
    ]


def test_a_topic_that_the_site_does_not_have_is_left_out():
    assert [ref.slug for ref in site(samples.hostile()).entries[0].topics] == ["trade"]


def test_entries_know_where_date_and_source_stand():
    entry = site(samples.seed()).entries[0]
    assert (entry.date_anchor, entry.source_anchor) == ("head", "s2")
    assert site(samples.plain(1)).entries[0].date_anchor == ""


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (samples.plain(3), "Report 3. The port of Amber handled 3 tonnes of salt, Ilva Torn said."),
        (
            samples.overlapping(),
            (
                "Minister Ilva Torn said the ferry to Port Amber costs $1.5 billion. «It will carry 200 to 250 cars a "
                "day. Trade will grow by 4 percent,» she added. The railway company of Amberland was not asked."
            ),
        ),
        (samples.bare(), ""),
        (samples.record("day", "Orm, 9 June 2026\n\nThey met.", "9 June 2026", "Talks"), "They met."),
        (
            samples.record("day", "On 9 June 2026 the leaders of all the states met.", "9 June 2026", "Talks"),
            "On 9 June 2026 the leaders of all the states met.",
        ),
    ],
    ids=["whole", "without its headline", "nothing there", "without its date line", "date in a sentence"],
)
def test_summary(record, expected):
    assert " ".join(leading(record)) == expected


def test_a_summary_ends_with_a_sentence_or_a_word():
    text = "Short one. " + "word " * 200
    record = samples.record("long", text, "2025-01-01", "")
    assert leading(replace(record, paragraphs=((Span(0, 10), Span(11, len(text))),))) == ["Short one."]
    (cut,) = leading(replace(record, paragraphs=((Span(11, len(text)),),)))
    assert cut.endswith("word …")
    assert len(cut) <= SUMMARY_LIMIT + 2


def test_a_record_without_a_date_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="has no date"):
        site(replace(samples.plain(1), date=None))


def test_a_date_that_is_none_never_becomes_a_folder():
    with pytest.raises(ValueError, match="Invalid isoformat"):
        site(replace(samples.plain(1), date=Date("../../etc")))


@given(st.lists(st.tuples(st.text(max_size=30), st.dates().map(str)), max_size=12))
def test_addresses_are_unique_and_plain_whatever_the_headlines(pairs):
    records = [
        replace(samples.plain(number), headline=Headline(headline), date=Date(date))
        for number, (headline, date) in enumerate(pairs)
    ]
    paths = [entry.path for entry in site(*records).entries]
    assert len(set(paths)) == len(paths)
    assert all(part.replace("-", "").isalnum() and part.isascii() for path in paths for part in path.split("/")[:-1])


def test_many_articles_of_one_headline_are_numbered_in_one_go():
    records = [replace(samples.plain(number % 9), id=str(number)) for number in range(3000)]
    assert {entry.path.split("/")[2] for entry in site(*records).entries} == {
        "port-report",
        *(f"port-report-{number}" for number in range(2, 3001)),
    }


@pytest.mark.parametrize(
    ("sentence", "fact", "part"),
    [
        ((0, 1000), (0, 5), (0, 1000)),
        ((0, 5000), (2000, 2010), (1505, 2505)),
        ((100, 5000), (110, 120), (100, 1100)),
        ((0, 5000), (4990, 5000), (4000, 5000)),
        ((0, 5000), (500, 4000), (500, 1500)),
    ],
    ids=["short enough", "in the middle", "at its beginning", "at its end", "the fact is longer"],
)
def test_the_part_of_a_long_sentence_around_a_fact(sentence, fact, part):
    assert excerpt(Span(*sentence), Span(*fact)) == Span(*part)


def test_who_gave_role_and_country_is_known():
    (ilva,) = site(samples.front_matter(), samples.overlapping()).speakers
    assert ilva.role_path == "2025/10/lake-states-agree-on-a-ferry/index.html#s2"
    assert ilva.country_path == "2024/12/ferry-opens/index.html#s1"


def test_a_speaker_who_is_nowhere_named_leads_to_the_article():
    record = samples.front_matter()
    silent = replace(record, speakers=(replace(record.speakers[0], mentions=()),))
    assert site(silent).speakers[0].role_path == "2024/12/ferry-opens/index.html"


def test_sentences_by_number():
    record = samples.seed()
    sentences = Sentences(record)
    assert sentences.anchor(record.date.span) == "head"
    assert sentences.anchor(samples.find(record.text, "Chairman of the Cabinet")) == "s1"
    assert sentences.anchor(samples.find(record.text, "press service")) == "s2"
    assert sentences.anchor(Span(len(record.text), len(record.text))) == f"s{len(sentences.spans)}"
    assert Sentences(replace(record, paragraphs=())).anchor(Span(record.body, record.body + 2)) == "text"


def test_what_has_no_pages_is_not_looked_for() -> None:
    whole = site(*samples.records())
    assert whole.projects
    assert whole.pledges
    least = build_site(samples.records(), samples.content(), samples.settings(parts=("article", "topic")))
    assert (least.projects, least.pledges) == ((), ())
    assert [entry.path for entry in least.entries] == [entry.path for entry in whole.entries]
    assert not any(ref for entry in least.entries for ref in entry.projects), "and no link leads to them"
