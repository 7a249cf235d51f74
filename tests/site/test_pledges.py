"""What is proposed and promised is open until an article of a later day speaks of the same thing again."""

from __future__ import annotations

from functools import partial

import pytest
from msgspec.structs import replace

from sco_digest.model import Date, Place, Span
from sco_digest.site.pledges import build_pledges
from tests import samples
from tests.extract.test_growth import steps
from tests.joined import at_hand, build_site

PLACES = {"Orm": "XO", "Velm": "XV", "Narim": "XO", "Qarde": "XO"}
PROMISE = "Orm will build a hospital for children in Narim by 2027."
WHAT = "build a hospital for children in Narim"


def article(text, number, date, **facts):
    """A record of one sentence; every place of the invented world that it has is read."""
    places = tuple(Place(code, word, samples.find(text, word)) for word, code in PLACES.items() if word in text)
    return samples.record(f"a{number:03}", text, date, f"Report {number}", places=places, **facts)


def promising(text=PROMISE, what=WHAT, who="Orm", date="2025-05-05", **facts):
    return article(text, 0, date, commitments=(samples.commitment(text, "will", what, who, **facts),))


def others():
    """Reports on other things, so that words are rare or not."""
    return [
        article(f"Velm will build a bridge for lorries, report {n} says.", 100 + n, "2025-01-01") for n in range(40)
    ]


def again(first, *later):
    """The days on which later articles speak of what the first one promises."""
    site = build_site([first, *others(), *later], samples.content(), samples.settings())
    (pledge,) = site.pledges
    return [site.entries[one.place].date for one in pledge.again]


LATER = {
    "the same words": ("Orm will build a hospital for children in Narim.", True),
    "other words around them": ("The hospital for children that Orm wants in Narim was shown.", True),
    "another place": ("Orm will build a hospital for children in Qarde.", False),
    "another country": ("Velm will build a hospital for children in its capital.", False),
    "another thing in the same place": ("Orm will build a school for children in Narim.", False),
    "only the place and the country": ("Orm held a feast in Narim.", False),
}


@pytest.mark.parametrize(("text", "told"), LATER.values(), ids=LATER)
def test_spoken_of_again(text, told):
    assert again(promising(), article(text, 1, "2025-06-01")) == ["2025-06-01"] * told


def test_the_same_day_and_an_earlier_one_are_not_later():
    same = [article(PROMISE, number, date) for number, date in ((1, "2025-05-05"), (2, "2025-05-04"))]
    assert again(promising(), *same) == []


def test_the_newest_comes_first():
    later = [article(PROMISE, number, f"2025-0{number}-01") for number in (6, 8, 7)]
    assert again(promising(), *later) == ["2025-08-01", "2025-07-01", "2025-06-01"]


def test_of_two_countries_both_are_named_again():
    text = "Orm and Velm will share a telescope on the salt plain."
    first = promising(text, "share a telescope on the salt plain", "Orm and Velm")
    assert again(first, article("The telescope on the salt plain that Orm and Velm share.", 1, "2025-06-01"))
    assert not again(first, article("Orm will share a telescope on the salt plain.", 1, "2025-06-01"))


def test_when_it_is_due_is_no_word_of_it():
    text = "Orm will open a ferry for salt lorries in August."
    period = samples.Period("2025-08", "2025-08", samples.find(text, "in August"))
    first = promising(text, "open a ferry for salt lorries in August", period=period)
    assert again(first, article("Orm cannot open a ferry for salt lorries this year.", 1, "2025-06-01"))


def test_a_speaker_is_the_one_who_tells_it_again():
    text = "Ilva Torn will open a ferry for salt lorries."
    told = "Torn said the ferry for salt lorries would open soon."
    speaker = samples.plain(1).speakers[0]
    first = promising(text, "open a ferry for salt lorries", "Ilva Torn", speaker="ilva-torn")
    first = replace(first, speakers=(replace(speaker, mentions=(samples.find(text, "Ilva Torn"),), statements=()),))
    hers = article(
        told, 1, "2025-06-01", speakers=(replace(speaker, mentions=(samples.find(told, "Torn"),), statements=()),)
    )
    assert again(first, hers) == ["2025-06-01"]
    assert again(first, article(told, 1, "2025-06-01")) == [], "nobody is known to say it"


def test_an_institution_is_known_by_its_name():
    text = "The Lake Survey Office will map the deep springs of the basin."
    first = promising(text, "map the deep springs of the basin", "The Lake Survey Office")
    later = "Half of the deep springs are on the map of the basin by the Lake Survey Office."
    assert not again(first, article(later.replace("the Lake Survey Office", "us"), 1, "2025-06-01"))
    assert again(first, article(later, 1, "2025-06-01")) == ["2025-06-01"]


@pytest.mark.parametrize("who", ["It", ""])
def test_of_nobody_known_nothing_is_told_again(who):
    text = "It will build a hospital for children in Narim by 2027."
    assert again(promising(text, who=who), article(PROMISE, 1, "2025-06-01")) == []


def naming(number, date, *names, text=""):
    text = text or f"Report {number} of the {' and the '.join(names)}."
    return article(text, number, date, projects=tuple(samples.project(text, name, "bank") for name in names))


def test_a_project_is_spoken_of_again_where_it_is_named():
    first = naming(0, "2025-05-05", "Salt Bank", text="It will open the Salt Bank.")
    plan = samples.commitment(first.text, "will", "open the Salt Bank", projects=("salt-bank",))
    first = replace(first, commitments=(plan,))
    assert again(first, naming(1, "2025-06-01", "Salt Bank"), naming(2, "2025-06-02", "Lake Bank")) == ["2025-06-01"]


def test_of_two_projects_both_are_named_again():
    first = naming(0, "2025-05-05", "Salt Bank", "Lake Bank")
    plan = samples.commitment(first.text, "Report", "of the Salt Bank", projects=("salt-bank", "lake-bank"))
    first = replace(first, commitments=(plan,))
    later = [naming(1, "2025-06-01", "Salt Bank"), naming(2, "2025-06-02", "Lake Bank", "Salt Bank")]
    assert again(first, *later) == ["2025-06-02"]


def test_of_very_many_the_newest_are_kept_and_the_others_counted():
    first = naming(0, "2025-05-05", "Salt Bank")
    first = replace(first, commitments=(samples.commitment(first.text, "of", "the Salt", projects=("salt-bank",)),))
    later = [replace(naming(n, "2025-06-01", "Salt Bank"), date=Date(f"2025-06-{n:02}")) for n in range(1, 26)]
    (pledge,) = build_site([first, *later], samples.content(), samples.settings()).pledges
    assert (len(pledge.again), pledge.further) == (20, 5)


def test_a_pledge_knows_its_countries_topics_and_projects():
    site = build_site(samples.records(), samples.content(), samples.settings())
    (pledge,) = site.pledges
    assert [ref.slug for ref in pledge.topics] == ["digital"]
    assert pledge.projects == ()
    assert pledge.again == ()


def repeated(number, date, times):
    """An article that promises one thing in each of its many sentences."""
    text = " ".join([PROMISE] * times)
    starts = range(0, len(text), len(PROMISE) + 1)
    here = [(start, samples.commitment(PROMISE, "will", WHAT, "Orm")) for start in starts]
    return samples.record(
        f"a{number:03}",
        text,
        date,
        f"Report {number}",
        paragraphs=(tuple(Span(start, start + len(PROMISE)) for start in starts),),
        places=tuple(Place("XO", "Orm", Span(start, start + len("Orm"))) for start in starts),
        commitments=tuple(moved(one, start) for start, one in here),
    )


def moved(one, start):
    """A commitment that stands so much further on."""
    shifted = {
        name: replace(part, span=Span(part.span.start + start, part.span.end + start))
        for name, part in (("what", one.what), ("who", one.who))
    }
    spans = {name: Span(span.start + start, span.end + start) for name, span in (("span", one.span), ("cue", one.cue))}
    return replace(one, **shifted, **spans)


def test_promises_by_the_hundred_are_not_each_sought_in_every_sentence():
    """Two texts that anybody may send cost no more a promise where they are long."""
    cost = {}
    for times in (50, 200):
        articles = [repeated(1, "2025-05-05", times), repeated(2, "2025-06-01", times), *others()]
        records = at_hand(articles)
        site = build_site(articles, samples.content(), samples.settings())
        assert [len(one.again) for one in site.pledges] == [0] * times + [1] * times
        cost[times] = steps(partial(build_pledges, site.entries, records, ())) / times
    assert cost[200] <= 1.5 * cost[50]


def test_nor_where_another_country_does_the_same_in_every_sentence():
    cost = {}
    for times in (50, 200):
        other = repeated(2, "2025-06-01", times)
        elsewhere = replace(other, places=tuple(replace(place, country="XV") for place in other.places), commitments=())
        articles = [repeated(1, "2025-05-05", times), elsewhere, *others()]
        site = build_site(articles, samples.content(), samples.settings())
        assert not any(one.again for one in site.pledges)
        cost[times] = steps(partial(build_pledges, site.entries, at_hand(articles), ())) / times
    assert cost[200] <= 1.5 * cost[50]
