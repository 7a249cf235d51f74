"""Digests: what a week or a month tells, of a few articles and of very many, and how they lead to one another."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sco_digest.model import Date, Speaker
from sco_digest.pages.digest import pages
from sco_digest.pages.telling import ARTICLES, FIGURES, LONGEST, STATEMENTS, shared
from tests import samples
from tests.joined import at_hand, build_site
from tests.rendered import Html, files, usual


def digests(*records):
    """The context of each digest by its week or month."""
    site = build_site(records, samples.content(), samples.settings())
    return {page.context.digest.value: page.context for page in pages(site, at_hand(records))}


def talk(number, date="2025-06-10", *, words=("Roads are good.",), speaker="Ilva Torn", kind="indirect", **facts):
    """An article in which somebody says these words, each in a sentence of its own."""
    lines = [f"{speaker} said: “{said}”" for said in words]
    text = f"Report {number}\n\n" + " ".join(lines)
    slug = speaker.lower().replace(" ", "-")
    said = tuple(samples.statement(text, f"“{one}”", "said", speaker, kind) for one in words)
    voice = Speaker(slug=slug, name=speaker, mentions=(samples.find(text, speaker),), statements=said)
    return samples.record(f"talk-{number:03}", text, date, f"Report {number}", speakers=(voice,), **facts)


def counted(number, date="2025-06-10", **facts):
    """An article with one figure."""
    text = f"Report {number}\n\nThe harvest came to {number} tonnes."
    given = {"value": float(number), "unit": "tonne", "kind": "mass", "subject": "The harvest"} | facts
    figure = samples.figure(text, f"{number} tonnes", **given)
    return samples.record(f"counted-{number:05}", text, date, f"Report {number}", statistics=(figure,))


def told(context):
    return [
        (voice.ref.name, [one.quote.passage.text.partition("“")[2].partition("”")[0] for one in voice.said])
        for voice in context.told.voices
    ]


def test_there_is_one_for_each_week_and_each_month():
    found = digests(talk(1, "2025-12-21"), talk(2, "2025-12-30"), talk(3, "2026-01-02"), talk(4, "2026-03-02"))
    assert list(found) == ["2026-W10", "2026-W01", "2025-W51", "2026-03", "2026-01", "2025-12"]


def test_a_week_across_years_leads_to_both_months_and_they_to_it():
    found = digests(talk(1, "2025-12-21"), talk(2, "2025-12-30"), talk(3, "2026-01-02"), talk(4, "2026-03-02"))
    week = found["2026-W01"]
    assert [other.value for other in week.others] == ["2025-12", "2026-01"]
    assert [month.path for month in week.archive] == ["archive/2025/12/index.html", "archive/2026/01/index.html"]
    assert (week.newer.value, week.older.value) == ("2026-W10", "2025-W51"), "weeks without articles are left out"
    assert [other.value for other in found["2025-12"].others] == ["2025-W51", "2026-W01"]
    assert [other.value for other in found["2026-01"].others] == ["2026-W01"]
    assert (found["2026-W10"].newer, found["2025-W51"].older) == (None, None)


def test_the_numbers_count_everything():
    first, second = talk(1, words=("One.", "Two.")), talk(2, words=("Three.",), speaker="Ole Berg")
    told = digests(first, second, counted(3))["2025-W24"].told
    assert (told.articles, told.statements, told.speakers, told.figures) == (3, 3, 2, 1)


def test_an_article_stands_once_under_its_best_topic():
    news = digests(samples.seed(), samples.overlapping())["2025-11"].told.news
    assert [(part.topic.name, len(part.entries)) for part in news] == [("Trade", 1)]


def test_the_topic_with_most_articles_comes_first_and_none_last():
    rail = [replace(samples.overlapping(), id=str(n), path=f"{n}.txt", date=Date("2025-11-18")) for n in range(2)]
    news = digests(samples.seed(), *rail, talk(1, "2025-11-20"), talk(2, "2025-11-20"), talk(3, "2025-11-20"))
    assert [part.topic and part.topic.name for part in news["2025-W47"].told.news] == ["Transport", "Trade", None]


def test_own_words_come_before_reported_ones_and_the_telling_before_the_others():
    text = "Torn said roads matter. Torn said “we go on”. Torn said “rail grows by 4 percent”."
    voice = Speaker(
        slug="torn",
        name="Torn",
        statements=(
            samples.statement(text, "roads matter", "said", "Torn"),
            samples.statement(text, "“we go on”", "said", "Torn", "direct"),
            samples.statement(text, "“rail grows by 4 percent”", "said", "Torn", "direct"),
        ),
    )
    record = samples.record(
        "torn",
        text,
        "2025-06-10",
        "",
        speakers=(voice,),
        policy_areas=(samples.area(text, "transport", "roads", "rail"),),
        statistics=(samples.figure(text, "4 percent", value=4.0, unit="percent", kind="percent"),),
    )
    (voice,) = digests(record)["2025-W24"].told.voices
    assert [one.quote.passage.sentence for one in voice.said] == [3, 2, 1]
    assert [[ref.name for ref in one.quote.topics] for one in voice.said] == [["Transport"], [], ["Transport"]]


def test_what_two_articles_report_is_shown_once_and_counted_twice():
    context = digests(talk(1), talk(2), counted(5), replace(counted(5), id="again", path="again.txt"))["2025-W24"]
    assert told(context) == [("Ilva Torn", ["Roads are good."])]
    assert context.told.voices[0].total == 2
    assert sum(len(group.rows) for group in context.told.groups) == 1
    assert context.told.figures == 2


def test_a_role_is_that_of_the_newest_article_which_gives_one():
    def with_role(record, role):
        return replace(record, speakers=(replace(record.speakers[0], role=role),))

    old, new = with_role(talk(1, "2025-06-09"), "Minister"), with_role(talk(2, "2025-06-10"), None)
    (voice,) = digests(old, new)["2025-W24"].told.voices
    assert (voice.role, voice.role_path) == ("Minister", "2025/06/report-1/index.html#s2")


def test_figures_that_moved_come_first_and_those_of_nothing_are_left_out():
    records = [
        counted(1),
        counted(2, direction="up"),
        counted(3, subject=""),
        counted(4, direction="down"),
    ]
    (group,) = digests(*records)["2025-W24"].told.groups
    assert [row.figure.value for row in group.rows] == [4.0, 2.0, 1.0]


@pytest.mark.parametrize(
    ("groups", "most", "chosen"),
    [
        ([[1, 2, 3], [4], [5, 6]], 4, [[1, 2], [4], [5]]),
        ([[1, 2, 3], [4], [5, 6]], 9, [[1, 2, 3], [4], [5, 6]]),
        ([[1], [2], [3]], 2, [[1], [2], []]),
        ([], 5, []),
    ],
    ids=["they take turns", "enough for all", "more groups than places", "nothing"],
)
def test_groups_share_a_page(groups, most, chosen):
    assert shared(groups, most) == chosen


# ---- very much -------------------------------------------------------------------------------------------------------


LONG = "The road to the lake is long and the lake is far. " * 40


def much():
    """A month of 120 articles by 70 speakers, with long statements and many figures."""
    days = [f"2025-06-{day:02}" for day in range(1, 31)]
    for number in range(60):
        words = tuple(f"{number} {turn} {LONG}" for turn in range(3))
        yield talk(number, days[number % 30], words=words, speaker=f"Speaker {'ABCDEFGHIJ'[number % 10]}{number // 10}")
        yield counted(number + 1000, days[number % 30])


@pytest.fixture(scope="module")
def many():
    return list(much())


def test_a_month_of_very_much_is_cut_to_one_page(many):
    context = digests(*many)["2025-06"]
    told = context.told
    assert sum(len(part.entries) for part in told.news) == ARTICLES
    assert sum(len(voice.said) for voice in told.voices) == STATEMENTS
    assert sum(len(group.rows) for group in told.groups) == FIGURES
    assert (told.articles, told.statements, told.speakers, told.figures) == (120, 180, 60, 60)
    assert len(told.voices) + len(told.also) == 60
    found = files(many)
    page = found["digests/2025-06/index.html"]
    assert len(page) < 100_000
    assert len(found["digests/latest.html"]) < 100_000, "mail programs cut what is longer"
    for more in ("70 more articles in the archive", "All 3 statements", "All 60 figures", "Also quoted"):
        assert more in page.decode()


def test_a_long_statement_is_cut_between_words_and_says_so(many):
    for voice in digests(*many)["2025-06"].told.voices:
        for one in voice.said:
            passage = one.quote.passage
            assert len(passage.text) <= LONGEST
            assert passage.cut_after
            assert passage.text.split()[-1].strip(".") in LONG.split()


def test_the_order_of_the_records_is_nothing(many):
    def told(records):
        return {
            path: data for path, data in files(records).items() if path.startswith("digests/") and "page" not in path
        }

    assert told(many) == told(many[::-1])


# ---- the pages -------------------------------------------------------------------------------------------------------


FOUND = usual()


def test_what_the_page_of_a_week_says():
    page = Html(FOUND["digests/2025-W47/index.html"])
    assert "Week 47, 17–23 November 2025" in page.text
    assert "1 article · 3 statements · 1 speaker · 4 figures" in " ".join(page.text.split())
    assert "Chairman of the Cabinet of Ministers of Kyrgyzstan" in page.text
    seed = "../../2025/11/adylbek-kasymaliev-participated-in-the-24th-meeting-of-the-council-of-heads-of/index.html"
    assert {f"{seed}#s19", f"{seed}#s8", f"{seed}#s4", seed} <= set(page.links)
    assert "../../digests/2025-11/index.html" in page.links


def test_the_list_has_every_digest_newest_first_and_the_email():
    page = Html(FOUND["digests/index.html"])
    weeks = [link for link in page.links if link.startswith("../digests/") and "-W" in link]
    assert weeks[0] == "../digests/2025-W47/index.html", "the newest, by itself"
    assert weeks[1:] == sorted(set(weeks), reverse=True)
    assert {f"../{path}" for path in FOUND if path.startswith("digests/2")} <= set(page.links)
    assert {"../digests/latest.html", "../digests/latest.txt", "../digests/feed.xml"} <= set(page.links)


def test_home_and_the_menu_lead_to_digests():
    assert "Week 47, 17–23 November 2025" in Html(FOUND["index.html"]).text
    assert "../../digests/index.html" in Html(FOUND["topics/trade/index.html"]).links


def test_weeks_have_names_in_russian_too():
    found = files(settings=samples.settings(other_languages=("ru",)))
    assert "Неделя 47, 17–23 ноября 2025" in Html(found["ru/digests/2025-W47/index.html"]).text


def test_a_site_without_articles_has_a_list_without_digests():
    found = files(())
    assert b"There are no articles yet." in found["digests/index.html"]
    assert not [path for path in found if path.startswith(("digests/2", "digests/latest"))]
