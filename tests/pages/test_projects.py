"""The pages of projects and of what is promised: every passage is there, and what is open is told by a word."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sco_digest.pages import plan
from tests import samples
from tests.joined import at_hand, build_site
from tests.rendered import Html, files

PLANNED = "Minister Ilva Torn said that Orm would open the Salt Bank by 2030. The Salt Bank will lend $4 billion."
OPENED = "The Salt Bank is open. It has 30 clerks. Ilva Torn cut the ribbon of the bank."
FIRST = "2025/05/orm-plans-a-bank/index.html"
SECOND = "2025/06/the-bank-is-open/index.html"


def planned():
    """An article that tells of a bank to come, by someone who speaks."""
    speaker = samples.Speaker(
        slug="ilva-torn",
        name="Ilva Torn",
        mentions=(samples.find(PLANNED, "Ilva Torn"),),
        statements=(samples.statement(PLANNED, "that Orm would open the Salt Bank by 2030.", "said", "Ilva Torn"),),
    )
    due = samples.Period("2030", "2030", samples.find(PLANNED, "by 2030"))
    facts = {"projects": ("salt-bank",), "policy_areas": ("finance",)}
    promise = samples.commitment(
        PLANNED, "would open", "open the Salt Bank by 2030", "Orm", period=due, speaker="ilva-torn", **facts
    )
    loan = samples.figure(PLANNED, "$4 billion", value=4e9, unit="USD", kind="money", subject="Salt Bank")
    return samples.record(
        "a1",
        PLANNED,
        "2025-05-05",
        "Orm plans a bank",
        speakers=(speaker,),
        places=(samples.place(PLANNED, "XO", "Orm"), samples.place(PLANNED, "XO", "Orm")),
        policy_areas=(samples.area(PLANNED, "finance", "Bank", "lend"),),
        statistics=(replace(loan, sentence=samples.sentences(PLANNED)[0][1]),),
        projects=(
            replace(
                samples.project(PLANNED, "Salt Bank", "bank"),
                mentions=(samples.find(PLANNED, "Salt Bank"), samples.find(PLANNED, "Salt Bank", 1)),
            ),
            samples.project(PLANNED, "Minister", "university"),
        ),
        commitments=(promise, samples.commitment(PLANNED, "will lend", "lend $4 billion", kind="proposal")),
    )


def opened():
    """A later article that names the bank, and a figure in a sentence that does not."""
    clerks = samples.figure(OPENED, "30 clerks", value=30.0, unit="clerk", kind="count")
    return samples.record(
        "a2",
        OPENED,
        "2025-06-06",
        "The bank is open",
        projects=(samples.project(OPENED, "Salt Bank", "bank", "the bank"),),
        statistics=(replace(clerks, sentence=samples.sentences(OPENED)[0][1]),),
    )


RECORDS = (planned(), opened())
FOUND = files(RECORDS)
BANK = FOUND["projects/salt-bank/index.html"].decode()
LIST = FOUND["proposals/index.html"].decode()


def test_a_project_has_every_passage_that_names_it_with_the_name_marked():
    assert BANK.count('<mark class="project">') == 4
    assert "It has 30 clerks" not in BANK
    for path, sentence in ((FIRST, 1), (FIRST, 2), (SECOND, 1), (SECOND, 3)):
        assert f'<a href="../../{path}#s{sentence}">Sentence {sentence}</a>' in BANK


def test_a_project_has_the_figures_of_the_sentences_that_name_it():
    ledger = BANK.partition('class="ledger"')[2]
    assert ledger.count('class="value"') == 1
    assert f'href="../../{FIRST}#s2"' in ledger


def test_a_project_says_what_it_is_where_it_is_and_who_speaks_of_it():
    assert "<span>Bank</span>" in BANK
    assert '<a href="../../speakers/ilva-torn/index.html"><bdi>Ilva Torn</bdi></a></dt><dd>1 statement' in BANK
    assert '<a href="../../countries/xo/index.html">' in BANK
    assert '<a href="../../topics/finance/index.html">Finance</a></dt><dd>1 article' in BANK


def test_what_is_promised_on_a_project_stands_on_its_page():
    pledges = BANK.partition('class="pledges"')[2].partition("</ul>")[0]
    assert pledges.count("<li") == 1
    assert "due: 2030" in pledges
    assert f'Spoken of again on</strong> <a href="../../{SECOND}#s1"><time datetime="2025-06-06">' in pledges
    assert "Open" not in pledges


def test_the_list_tells_what_is_open_by_a_word():
    again, still = LIST.partition("<main")[2].partition("</main>")[0].split("<li")[-2:]
    assert 'class="again"' in again
    assert "Spoken of again on" in again
    assert '<span class="open">Open</span>' in still
    assert "Proposal" in still
    assert "1 of them open" in LIST
    assert '<mark class="commitment">' in LIST


def test_who_told_it_is_named_beside_who_promises():
    again = LIST.partition("</main>")[0].split("<li")[-2]
    assert '<bdi lang="en">Orm</bdi>' in again
    assert 'told by <a class="quiet" href="../speakers/ilva-torn/index.html">' in again


def test_a_speaker_who_promises_leads_to_the_speaker():
    first, second = planned().commitments
    who = replace(first, who=samples.Phrase("Minister Ilva Torn", samples.find(PLANNED, "Minister Ilva Torn")))
    shown = files([replace(planned(), commitments=(who, second))])["proposals/index.html"].decode()
    assert 'href="../speakers/ilva-torn/index.html"><bdi lang="en">Minister Ilva Torn</bdi></a>' in shown
    assert "told by" not in shown


def test_the_article_marks_and_lists_both():
    article = FOUND[FIRST].decode()
    assert '<mark class="statement commitment project">Salt ' in article
    panel = article.partition("<aside")[2].partition("</aside>")[0]
    assert '<a href="../../../projects/salt-bank/index.html"><bdi lang="en">Salt Bank</bdi></a> <small>Bank' in panel
    assert '<bdi lang="en">Minister</bdi> <small>University' in panel, "named, and without a page"
    assert "open the Salt Bank by 2030</span>" in panel


@pytest.mark.parametrize("path", ["topics/finance/index.html", "countries/xo/index.html"])
def test_topics_and_countries_show_the_newest_of_both(path):
    shown = FOUND[path].decode()
    assert '<a href="../../projects/salt-bank/index.html"><bdi>Salt Bank</bdi></a></dt><dd>1 article' in shown
    assert f'<a href="../../{FIRST}#s1" lang="en" dir="auto">open the Salt Bank by 2030</a>' in shown
    assert "spoken of again" in shown


def test_projects_that_one_article_names_stand_apart():
    text = "The Lake Bridge is old."
    bridge = samples.record(
        "a3", text, "2025-06-07", "A bridge", projects=(samples.project(text, "Lake Bridge", "bridge"),)
    )
    shown = files([*RECORDS, bridge])["projects/index.html"].decode()
    several, _, single = shown.partition("Named in one article")
    assert ("Salt Bank" in several, "Lake Bridge" in several) == (True, False)
    assert ("Salt Bank" in single, "Lake Bridge" in single) == (False, True)
    assert "2 projects" in shown


def test_the_list_is_paged_from_the_oldest_end():
    records = [replace(planned(), id=f"a{number}", path=f"a{number}.txt") for number in range(8)]
    site = build_site(records, samples.content(), samples.settings())
    pages = [page.context for page in plan(site, at_hand(records)) if page.kind == "proposals"]
    assert [len(page.pledges) for page in pages] == [6, 5, 5]
    assert [page.paging.number for page in pages] == [0, 2, 1]
    assert sum(len(article.rows) for page in pages for article in page.articles) == 16


def test_without_any_both_pages_say_so():
    found = files(())
    assert "No article names a project yet." in Html(found["projects/index.html"]).text
    assert "Nothing is proposed or promised yet." in Html(found["proposals/index.html"]).text


def test_the_interface_in_russian():
    found = files(RECORDS, samples.settings(language="ru"))
    assert "Снова упомянуто:" in found["proposals/index.html"].decode()
    assert "<span>Банк</span>" in found["projects/salt-bank/index.html"].decode()
