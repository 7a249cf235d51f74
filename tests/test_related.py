"""Which other articles an article names: those near it in time that share most of what is rare."""

from __future__ import annotations

from sco_digest.model import Ref
from sco_digest.site.related import MOST, NEAR, related

TRADE, ENERGY, ORMA, ILVA = (
    Ref(slug, slug.title(), f"{slug}/index.html") for slug in ("trade", "energy", "orma", "ilva")
)


def places(refs, place):
    return [one.place for one in related(refs)[place]]


def test_what_is_shared_is_named_the_rarest_first():
    refs = [(TRADE, ORMA), (TRADE,), (TRADE, ORMA), (ENERGY,), (TRADE,), (ENERGY,)]
    (best, *_) = related(refs)[0]
    assert (best.place, best.shared) == (2, (ORMA, TRADE))


def test_a_speaker_of_few_articles_counts_more_than_a_topic_of_many():
    refs = [(TRADE, ORMA), *[(TRADE,)] * 3, (ORMA,), *[(ENERGY,)] * 3]
    assert places(refs, 0)[0] == 4


def test_what_nearly_all_share_relates_nothing():
    assert related([(TRADE,)] * 9 + [(ENERGY,)]) == ((),) * 10


def test_of_two_that_share_as_much_the_nearer_in_time_comes_first():
    refs = [(ORMA,), (ENERGY,), (ORMA,), (ORMA,), *[(ENERGY,)] * 9]
    assert places(refs, 3) == [2, 0]


def test_no_more_than_so_many_and_none_twice():
    refs = [(ORMA, ILVA, ORMA)] * 9 + [()] * 20
    assert len(places(refs, 4)) == len(set(places(refs, 4))) == MOST
    assert 4 not in places(refs, 4)


def test_a_new_article_changes_nothing_for_those_far_behind_it():
    old = [(ORMA,)] * 20 + [(ENERGY,)] * 60
    before = related(old)
    after = related([(ORMA,), *old])
    shifted = [[one.place - 1 for one in found] for found in after[1:]]
    assert shifted[NEAR + 1 :] == [[one.place for one in found] for found in before[NEAR + 1 :]]


def test_no_article_and_nothing_shared():
    assert related([]) == ()
    assert related([(), ()]) == ((), ())
