"""Tokens in, the projects and initiatives that a text calls by name out, each with all its mentions."""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING, Final

from sco_digest.extract.affiliations import Homes
from sco_digest.extract.longer_names import LongerNames, by_ending
from sco_digest.extract.people import slug_of
from sco_digest.extract.project_names import OPENING, Titles
from sco_digest.extract.project_runs import DEFINITE, heads, kinds
from sco_digest.extract.ranges import Holders
from sco_digest.model import Project

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.project_runs import Titled
    from sco_digest.extract.readings import Range, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, ProjectWords
    from sco_digest.model import ProjectKind

NEAR: Final = 3
"""Sentences over which "the railway" comes back to a railway."""


class Undertaking:
    """A project of the article while it is being read; never leaves this package."""

    def __init__(self, first: Titled, key: str) -> None:
        self.fullest = first
        self.key = key
        """The words of the fullest name."""
        self.short = first.short
        self.mentions: list[Range] = [(first.first, first.last)]


def find_projects(
    tokens: Tokens, named: list[Named], people: list[Someone], speaking: list[Range], language: Language
) -> tuple[Project, ...]:
    """Every project that a text names, in the order of first mention; `people` are its people and organisations.

    `speaking` are the tokens that name who said something: a bank that does nothing but speak is no project.
    """
    places = [i for i in tokens.where(heads(language.projects)) if _may_end(tokens, i, language.projects)]
    if not places:
        return ()
    titles = Titles(tokens, named, language.projects)
    reader = _Reader(tokens, titles, language)
    found = reader.undertakings(places, people)
    roles = [(m.start, m.end) for who in people if who.kind == "person" for m in who.mentions] if found else []
    told = Holders([*speaking, *roles])
    homes = Homes(tokens, people, language)
    return tuple(
        [reader.project(one) for one in found if not reader.only_speaks(one, told) and not reader.only_home(one, homes)]
    )


def _may_end(tokens: Tokens, i: int, words: ProjectWords) -> bool:
    """Whether a name can end with a noun, or come back by it: a quick look at the words beside it."""
    if tokens.words[i] != tokens.lower[i]:
        return True
    before = tokens.lower[i - 1] if i else "."
    capital = i > 0 and tokens.words[i - 1] != before
    beside = capital or before in words.between or before in DEFINITE or not before[0].isalpha()
    return beside or (i + 1 < len(tokens) and tokens.words[i + 1] in OPENING)


class _Reader:
    def __init__(self, tokens: Tokens, titles: Titles, language: Language) -> None:
        self.tokens = tokens
        self.titles = titles
        self.words = language.projects
        self.kinds = kinds(self.words)
        self.boundaries = language.quantities.nouns.boundaries

    def undertakings(self, heads: list[int], people: list[Someone]) -> list[Undertaking]:
        """The projects of a text with their mentions, in the order of the first."""
        titled = self._titled(heads, people)
        found = self._joined([one for one in titled if one.whole])
        if found:
            covered = {i for one in titled if one.whole for i in range(one.first, one.last)}
            self._add_shorter(found, [one for one in titled if not one.whole])
            self._add_abbreviations(found, covered)
            self._add_bare(found, [i for i in heads if i not in covered])
        for one in found:
            one.mentions = sorted(set(one.mentions))
        return sorted(found, key=lambda one: one.mentions[0])

    def _titled(self, heads: list[int], people: list[Someone]) -> list[Titled]:
        """The names at the nouns, the longer of two that overlap."""
        taken: frozenset[int] | None = None
        found: list[Titled] = []
        for i in heads:
            if taken is None:
                taken = frozenset(
                    [k for one in people if one.known for m in one.mentions for k in range(m.first, m.last)]
                )
            one = self.titles.at(i, taken)
            if one is None or (found and found[-1].last >= one.last):
                continue
            while found and found[-1].last > one.first:
                found.pop()
            found.append(one)
        return found

    def _core(self, one: Titled) -> str:
        """The words of a name without the noun of an undertaking behind its own: "Nurek dam" of "Nurek dam project"."""
        words = self.titles.key(one.first, one.last, one.cut).split()
        own = self.titles.key(one.first, one.head).split()
        quoted = self.tokens.words[one.last - 1] != words[-1] or not self.tokens.words[one.first][0].isalnum()
        last = self.tokens.words[one.last - 1]
        small = last == last.lower() and self.kinds.get(last, "") in self.words.undertakings
        further = one.last - 1 > one.head and self.tokens.words[one.head] != last
        return " ".join(words[:-1] if small and len(words) > 1 and (further or (quoted and own)) else words)

    def _joined(self, titled: list[Titled]) -> list[Undertaking]:
        """The names, those of one thing joined; the end of a longer name of the text stands for that."""
        found: dict[str, Undertaking] = {}
        cores = [self._core(one) for one in titled]
        shorts = {one.short.lower(): core for one, core in zip(titled, cores, strict=True) if one.short}
        cores = [shorts.get(core.partition(" ")[0], core) for core in cores]
        longer = LongerNames(cores, self.words.generic)
        for one, core in zip(titled, cores, strict=True):
            key = longer.of(core) or core
            if key in found:
                self._add(found[key], one)
            else:
                found[key] = Undertaking(one, key)
        return list(found.values())

    def _add(self, known: Undertaking, one: Titled) -> None:
        known.mentions.append((one.first, one.last))
        known.short = known.short or one.short
        if one.last - one.first > known.fullest.last - known.fullest.first:
            known.fullest = one

    def _add_shorter(self, found: list[Undertaking], titled: list[Titled]) -> None:
        """ "The Development Bank", where one project's name ends so."""
        known = {one.key: one for one in found}
        longer = by_ending(list(known)) if titled else {}
        for one in titled:
            fitting = longer.get(self.titles.key(one.first, one.last), [])
            led = one.first > 0 and self.tokens.lower[one.first - 1] in DEFINITE
            if len(fitting) == 1 and led:
                known[fitting[0]].mentions.append((one.first, one.last))

    def _add_abbreviations(self, found: list[Undertaking], covered: set[int]) -> None:
        """The abbreviations that stood in brackets, with the noun behind them."""
        shorts = {one.short: one for one in found if one.short}
        for i in self.tokens.capitals if shorts else ():
            known = shorts.get(self.tokens.words[i])
            if known and i not in covered and self.tokens.words[i - 1 : i] != ["("]:
                known.mentions.append((i, i + 1 + self._noun_behind(i, known)))

    def _noun_behind(self, i: int, known: Undertaking) -> int:
        """How many tokens behind an abbreviation are its noun: the GLTC "transport corridor"."""
        ahead = self.tokens.lower[i + 1 : i + 3]
        noun = next((k for k, word in enumerate(ahead, 1) if self.kinds.get(word) == known.fullest.kind), 0)
        return noun if noun < 2 or ahead[0] in self.words.between else 0

    def _add_bare(self, found: list[Undertaking], heads: list[int]) -> None:
        """ "The railway" within a few sentences of the one railway that the text names."""
        alone = _alone(found)
        ends = {kind: sorted([last for _, last in one.mentions]) for kind, one in alone.items()}
        for i in heads:
            kind = self.kinds[self.tokens.lower[i]]
            if kind in alone and self._is_bare(i):
                before = bisect_right(ends[kind], i)
                here = self.tokens.sentence_of[i]
                if before and here - self.tokens.sentence_of[ends[kind][before - 1] - 1] <= NEAR:
                    alone[kind].mentions.append((i - 1, i + 1))
                    insort(ends[kind], i + 1)

    def _is_bare(self, i: int) -> bool:
        """Whether "the" and a noun stand alone: not "the railway of", "the railway station"."""
        tokens = self.tokens
        if i == 0 or tokens.lower[i - 1] not in DEFINITE or tokens.words[i] != tokens.lower[i]:
            return False
        after = tokens.lower[i + 1] if i + 1 < len(tokens) else "."
        return after not in self.words.links and (after in self.boundaries or after[0] in ".,;:!?")

    def only_speaks(self, one: Undertaking, told: Holders) -> bool:
        """Whether every mention is inside what is `told` of: who spoke, or what somebody is."""
        if self.words.heads and one.fullest.kind in self.words.works:
            return False
        return all(told.hold(first, last) for first, last in one.mentions)

    def only_home(self, one: Undertaking, homes: Homes) -> bool:
        """Whether every mention says but where somebody works: an economist at the Harbour Bank."""
        return one.fullest.kind not in self.words.works and all(homes.is_home(first) for first, _ in one.mentions)

    def project(self, one: Undertaking) -> Project:
        """The record of a project; a function of its own, so that the name is seen to come from here."""
        name = self.titles.name(one.fullest)
        spans = tuple([self.tokens.span(first, last) for first, last in one.mentions])
        return Project(slug=slug_of(one.key), name=name, kind=one.fullest.kind, mentions=spans)


def _alone(found: list[Undertaking]) -> dict[ProjectKind, Undertaking]:
    """Each kind of which there is one project."""
    by_kind: dict[ProjectKind, list[Undertaking]] = {}
    for one in found:
        by_kind.setdefault(one.fullest.kind, []).append(one)
    return {kind: alike[0] for kind, alike in by_kind.items() if len(alike) == 1}
