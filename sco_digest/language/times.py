"""The form of what a language knows of time."""

from __future__ import annotations

from msgspec import Struct

from sco_digest.language.clause_times import ClauseTimes


class Stretch(Struct, frozen=True, forbid_unknown_fields=True):
    """How long a stretch of time is."""

    months: int = 0
    days: int = 0


class TimeWords(ClauseTimes, frozen=True, forbid_unknown_fields=True):
    """How a time is named beside months and numbers of years."""

    relatives: frozenset[str]
    """Words that after a comma open a clause whose times stay inside."""
    bases: frozenset[str]
    """Words before a time that a figure is compared with: "against" 2023."""
    yearly: dict[str, bool]
    """Phrases that compare with the same time a year before."""
    alike: str
    """The word between a multiple and its base: three times as many "as" in 2019."""
    compared: frozenset[str]
    compared_to: frozenset[str]
    """The same in two words: "compared" "to" 2023."""
    to_base: frozenset[str]
    """Words between "104 percent to" and the time of its base: the "same" period of 2024, the "level" of 2024."""
    base_after_change: frozenset[str]
    """The same where something rose or fell: up 5 percent "from" 2023."""
    base_fillers: frozenset[str]
    """Words between those and the time: "the same period of"."""
    unchanged: frozenset[str]
    """Words before those that say that nothing changed since: "unchanged" from 2023, in "line" with 2023."""
    as_before: frozenset[str]
    """Words between them and the time."""
    in_force: frozenset[str]
    """Words before "from" or "on" and the time at which something begins to hold: took "effect" on 5 April."""
    levels: frozenset[str]
    """Nouns of what was so at a time, with which a figure is compared: half the "level" of 2019, its 2022 "peak"."""
    that_level: frozenset[str]
    """Words that stand for such a noun: twice "that" of 2020."""
    year_levels: frozenset[str]
    """Nouns behind a year whose level is meant."""
    of_level: frozenset[str]
    """All words that may stand between a share or a multiple and the time of its base."""
    before_level: frozenset[str]
    """Those of them that do not stand first."""
    beside: frozenset[str]
    """Words right after a figure that measures from something else: half a foot "above" the record of 1976."""
    as_words: frozenset[str]
    """The word before "of" and a day for which a figure is told."""
    phases: frozenset[str]
    """Words between "by" and a month: by "early" June."""
    at_end: tuple[list[str], ...]
    """Words before a time whose last day is meant."""
    end_of_year: tuple[list[str], ...]
    """Words for the year under way: by the "end of the year"."""
    start_of_year: tuple[list[str], ...]
    """Words for its first day: since "the beginning of the year"."""
    costing: frozenset[str]
    """Words behind a comma that open an aside on a thing: ", costing $2 billion,"."""
    where: frozenset[str]
    """Words that open a clause whose time is its own."""
    steps: frozenset[str]
    """Words that may stand in a change before its result: by 5 percent "year on year" to 3 million."""
    offsets: frozenset[str]
    """Words behind a stretch of time that make it a distance: two weeks "later"."""
    at_present: frozenset[str]
    """Words behind a figure that is of the day of publication: costs 90 euros "today"."""
    by_now: frozenset[str]
    """Adverbs of a clause that is so at the day of publication: and "currently" carries."""
    other_time: frozenset[str]
    """Words that with a noun tell another time than the one named before: while "before" the trial."""
    these_days: tuple[list[str], ...]
    """Phrases that say the same: "at present"."""
    having: frozenset[str]
    """Verbs behind "and" of what a thing had: was built in 1998 and "had" 40 rooms."""
    so: frozenset[str]
    """Words between a comma and a time of what follows: if it was 5 in 2020, "then" this year it is 8."""
    contrasts: frozenset[str]
    """Conjunctions behind which a change is of the same time as the one before."""
    ranks: frozenset[str]
    """Words that set something above all since a time: the "most" since 1931."""
    as_bound: frozenset[str]
    """Words before them that make them a bound: "at" least 40."""
    superlative_ending: str
    not_superlative: frozenset[str]
    """Words that end so and are none."""
    likening: frozenset[str]
    """Words that open an aside on another time: ", "as" in 2019,"."""
    likened_in: frozenset[str]
    """Words between them and that time."""
    goals: frozenset[str]
    """Nouns of a figure by which another is measured: above the "target" of 6 percent."""
    to_goal: frozenset[str]
    """Words between such a noun and its figure."""
    measured_by: frozenset[str]
    """Words before it that say so: "above" the target."""
    unequalled: frozenset[str]
    """Words that say the same before "since": more than in "any" year since 1931, "unseen" since May."""
    seen: frozenset[str]
    """Participles that say so behind "not" and "last": not "seen" since 1931, last "reached" in 1931."""
    never: frozenset[str]
    last_time: frozenset[str]
    maturing: frozenset[str]
    """Words before the time at which a debt is due: "maturing" in 2032."""
    due: frozenset[str]
    owed: frozenset[str]
    """Nouns and marks before "due" that say so: the "bonds" due in 2032."""
    falling_due: frozenset[str]
    """Verbs before it: "falling" due in May."""
    payments: frozenset[str]
    """Nouns before such a word whose sum is paid then: 5 million in "debt" maturing in 2027."""
    dated: frozenset[str]
    """Nouns behind the year in which they are due: the 2035 "bond"."""
    back_to: tuple[list[str], ...]
    """Two words before the time of an event that something goes back to."""
    that: frozenset[str]
    reports: frozenset[str]
    """Verbs whose own time is not that of what they report."""
    quarters: frozenset[str]
    parts: frozenset[str]
    """Their plural."""
    halves: frozenset[str]
    booked: frozenset[str]
    """Nouns and adjectives before which a hyphen makes them a time: first-half "profit"."""
    fiscal: frozenset[str]
    """Words of a year of which it is not known in which month it begins: the "fiscal" first quarter, Q4 "FY" 24."""
    other_years: frozenset[str]
    """Words that before "year" say the same: the first half of the "school" year."""
    months: frozenset[str]
    month: frozenset[str]
    years: frozenset[str]
    letters: dict[str, tuple[int, ...]]
    """Beside a digit, as they stand, to the months of each part and the number of parts: Q3, 9M."""
    through: frozenset[str]
    """Words before "seven months" that count from the new year."""
    ending: frozenset[str]
    """Words between "six months" and the last of them."""
    stretches: dict[str, Stretch]
    """Nouns before those words and their last day or month: the "year" to 31 March."""
    names: frozenset[str]
    """Words after which a year belongs to a name: "Vision" 2030."""
    since: frozenset[str]
    so_far: frozenset[str]
    """Verbs of what has happened since a time."""
    openings: frozenset[str]
    """Words between "since" and a time: since "the beginning of" June."""
    contract: frozenset[str]
    """Words before a month to come, of which something is sold now: Brent "for" October."""
    sold_for: frozenset[str]
    """What is sold for the month before it, at a price of now: July "corn" fell, June "futures"."""
    until: frozenset[str]
    """Words before a month that is to come."""
    coming: frozenset[str]
    """Words before a time that is to come."""
    possible: frozenset[str]
    """Words that say the same of what may be, where no past tense follows: "could" fall in June."""
    intending: frozenset[str]
    """Words that before "to" say the same: "plans" to, "is" to."""
    forward: frozenset[str]
    """Nouns behind a month that is to come: for April "delivery"."""
    from_then: frozenset[str]
    """Words before a time at the head of a clause: "starting" on 1 July, the fee will be."""
    looking_ahead: frozenset[str]
    """Participles before a time to come though they are in the past: houses "needed" by June."""
    perfect: frozenset[str]
    """The verb behind such a word that makes it one of the past: could "have" fallen."""
    done: frozenset[str]
    """Words before a time that is over."""
    from_value: frozenset[str]
    """Words before a number that was so at the time: could rise "from" 3 percent in March."""
    behind_acts: frozenset[str]
    """Words before what was done at the time: may slow "after" growing 5 percent in March."""
    having_done: frozenset[str]
    """The participle of what was done: "having" cut them in March."""
    edges: frozenset[str]
    """Words between a preposition and a time: by "the end of" June."""
    up_to: frozenset[str]
    """Words before a time at which something ends, so that no figure is of it: "until" April."""
    governed: frozenset[str]
    """Words at the head before what holds since a time: "under" a law passed last year."""
    expiring: frozenset[str]
    """Verbs that say the same: "ends" on 30 June."""
    final: frozenset[str]
    """Words for the last part of a year: the "final" quarter."""
    days: dict[str, int]
    """Words for a day, to days from that of publication."""
    forecasts: frozenset[str]
    """Nouns before "for the year", which is the one under way."""
    same: frozenset[str]
    """The word before "period" that stands for a part of a year named before."""
    spans: frozenset[str]
    """Nouns that stand for it: the same "period"."""
    when: frozenset[str]
    """Words that after a comma tell what happened at the time before it."""
    partly: frozenset[str]
    """Words that open a clause of a part of what was told: 300, of "whom" 40 came in 2024."""
    still: frozenset[str]
    """Adverbs before a verb of what is so by now."""
    counting: frozenset[str]
    """Participles whose time is that of how much there was: goods "sold" in 2025 brought in 5 million."""
    particles: frozenset[str]
    """Words between a participle and the preposition of its time: set "up" in 2019."""
    between: frozenset[str]
    and_words: frozenset[str]
    joins: frozenset[str]
    """Between two years or months."""
    of: frozenset[str]
    """Between a part of a year and the year."""
    of_word: frozenset[str]
    decade: str
    """After the year a decade begins with: 1990 "s"."""
    breaks: frozenset[str]
    """Words that after a comma begin a clause with a time of its own."""
    past_year: frozenset[str]
    same_year: frozenset[str]
    """Words before "year" for the one before publication, and for that of it."""
    doubtful: frozenset[str]
    """Months that are other words too."""
    first: frozenset[str]
    lately: frozenset[str]
    """Words before "year" for the twelve months up to publication: the "past" year."""
    twelve: frozenset[str]
    """Numbers that say the same between "last" and "months"."""
    earlier: frozenset[str]
    """Words before a figure that say that it was so before: "after" a 5 percent fall a year ago."""
    preceding: frozenset[str]
    """Words before "year" that count back from the one told of: the "previous" year."""
    one_before: frozenset[str]
    """Words behind "the month" that say the same: the month "before"."""
    one: frozenset[str]
    """Words before that month."""
    relative: dict[str, int]
    """"last", "this", "next", to years from now."""
    ordinals: dict[str, int]
    """To the number of a half or a quarter."""
    as_of: frozenset[str]
    """Words before a day for which a figure is given."""
    before_year: frozenset[str]
    """Words after which four digits are a year rather than a count."""
