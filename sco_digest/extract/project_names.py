"""A noun such as "railway" at a token in, the tokens of the project's name around it and its kind out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.project_runs import DEFINITE, LONGEST, Runs, Titled
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.model import ProjectKind

OPENING: Final = frozenset('"“«‘„')
CLOSING: Final = frozenset('"”»’“')


class Titles(Runs):
    """Reads the names of projects in one text."""

    def at(self, i: int, taken: frozenset[int]) -> Titled | None:
        """The name whose noun is token `i`; none over `taken` tokens, which name people and organisations."""
        kind = self.kinds[self.lower[i]]
        floor, ceiling = self.tokens.sentences[self.tokens.sentence_of[i]]
        if self.tokens.words[i] != self.lower[i]:
            found = self._capital(i, kind, floor, ceiling)
        else:
            found = self._quoted(i, kind, floor, ceiling) or self._small(i, kind, floor, ceiling, taken)
        return None if found and self.in_title(found) else found

    # ---- a noun with a capital ----

    def _capital(self, i: int, kind: ProjectKind, floor: int, ceiling: int) -> Titled | None:
        """The SCO Development Bank, the Port of Aktau, the Centre for Lake Studies."""
        words = self.tokens.words
        if i + 1 < ceiling and words[i + 1][0].isupper() and not self.tokens.glued(i + 1):
            return None  # Bank Street
        if self.lower[i] in self.words.plants and self.lower[i - 1] not in self.words.powers:
            return None
        known = self._known(i, floor)
        first = known[0] if known else self.left(i, floor)
        if known:
            kind = known[1]
        sure = known is not None or self._is_name(first, i, kind)
        last = i + 1
        if not sure and kind == "university" and first < i:
            sure = True  # the Kazakh National University
        more = None if known or self._is_central(first, i) else self._right(last, ceiling)
        if more and (not sure or not self._placed(last, more)):
            sure, last = True, more  # the Lake Bank of Commerce, and not the Lake Bank of Orm
        if first == i and last == i + 1:
            return None
        return self.made(first, last, i, kind, ceiling, whole=sure)

    def _is_central(self, first: int, i: int) -> bool:
        """Whether a bank is that of a state: the National Bank of Orm."""
        return first < i and self.lower[i - 1] in self.words.central

    def _known(self, i: int, floor: int) -> tuple[int, ProjectKind] | None:
        """Where a known name that ends with token `i` begins, and its kind."""
        for first in range(max(floor, i - LONGEST), i):
            if self.tokens.words[first][0].isupper():
                kind = self.words.known.get(" ".join(self.lower[first : i + 1]))
                if kind:
                    return first, kind
        return None

    def _is_name(self, first: int, i: int, kind: ProjectKind) -> bool:
        """Whether the words before a noun with a capital make a name of it: not "Central Bank", "Russian System"."""
        telling = [k for k in range(first, i) if self.tells(k)]
        if not telling and kind in self.words.routes:
            return self.is_chain(first, i)
        if not telling:
            return False
        opens = first == self.tokens.sentences[self.tokens.sentence_of[i]][0]
        return not (opens and i - first == 1 and kind in self.words.undertakings)

    def _right(self, i: int, ceiling: int) -> int | None:
        """Where a name ends that goes on at token `i` with "of" or "for", if that makes a name of it."""
        if i + 1 >= ceiling or self.lower[i] not in self.words.links:
            return None
        start = i + 1 + (self.lower[i + 1] == "the")
        end = start
        while end < min(ceiling, start + LONGEST) and (
            (self.tokens.words[end][0].isupper() and self.lower[end] not in self.words.not_last)
            or (self.dashed(end) and end > start and end + 1 < ceiling and self.named(end + 1))
            or (end > start and self.dashed(end - 1) and self.named(end))
            or (end > start and end + 1 < ceiling and self._joins(end))
        ):
            end += 1
        return end if any(self.tells(k) for k in range(start, end)) else None

    def _joins(self, i: int) -> bool:
        """Whether "and" at token `i` joins two words inside a name, and not two names."""
        plain = i - 1 not in self.lands and i - 1 not in self.towns and i + 1 not in self.lands
        return self.lower[i] == "and" and self.tokens.words[i + 1][0].isupper() and plain

    # ---- a noun in lower case ----

    def _small(self, i: int, kind: ProjectKind, floor: int, ceiling: int, taken: frozenset[int]) -> Titled | None:
        """The China-Orm railway, Aktau port, the Mir payment system, the Nurek dam project."""
        end = i
        while end > floor and end > i - 3 and self.lower[end - 1] in self.words.between:
            end -= end - 1 >= 0 and self.tokens.words[end - 1] == self.lower[end - 1]
            if self.tokens.words[end - 1] != self.lower[end - 1]:
                break
        cut, short = (0, 0), ""
        if end - 3 > floor and self.tokens.words[end - 1] == ")" and self.is_short(end - 2, end - 3):
            cut, short, end = (end - 3, end), self.tokens.words[end - 2], end - 3
        word = self.tokens.words[end - 1] if end > floor else ""
        if not word or not (word[0].isupper() or word[0].isdecimal()):
            return None
        if self.lower[i] in self.words.plants and not self.words.powers.intersection(self.lower[end:i]):
            return None
        first = self.left(end, floor)
        named_behind = i + 2 < ceiling and self.lower[i + 1] == "of" and self.tokens.words[i + 2][0].isupper()
        if named_behind:
            return None  # the Caspian port of Aktau
        if first == end or (taken and any(k in taken for k in range(first, end))):
            return None
        if not self._is_small_name(first, end, i, kind):
            return None
        return self.made(first, i + 1, i, kind, ceiling, cut=cut, short=short)

    def _is_small_name(self, first: int, end: int, i: int, kind: ProjectKind) -> bool:
        """Whether words with capitals make a name of a noun in lower case behind them."""
        telling = [k for k in range(first, end) if self.tells(k)]
        chain = self.is_chain(first, end)
        if not telling:
            return chain and kind in self.words.routes
        if chain:
            return True
        opens = first == self.tokens.sentences[self.tokens.sentence_of[i]][0]
        if kind in self.words.works:
            town = all(k in self.towns for k in telling)
            return not (opens and end - first == 1) and (not town or kind in self.words.sites)
        led = first > 0 and (self.lower[first - 1] in DEFINITE or self.lower[first - 1] in POSSESSIVES)
        if not led or all(k in self.towns for k in telling):
            return False
        numbered = any(self.tokens.words[k][0].isdecimal() for k in range(first, end))
        several = len([k for k in range(first, end) if self.tokens.words[k][0].isupper()]) > 1
        return several or numbered or (end < i and self.tokens.words[end - 1][1:].islower())

    def _quoted(self, i: int, kind: ProjectKind, floor: int, ceiling: int) -> Titled | None:
        """The “Digital Orm” programme, the project “Safe Orm”."""
        words = self.tokens.words
        if kind not in self.words.undertakings:
            return None
        if i - 3 >= floor and words[i - 1] in CLOSING:
            opens = next((k for k in range(i - 2, max(floor - 1, i - LONGEST), -1) if words[k] in OPENING), None)
            if opens is not None and self._is_title(opens + 1, i - 1) and not self._is_broadcast(opens, floor):
                return self.made(opens, i + 1, i, kind, ceiling)
        if i + 3 < ceiling and words[i + 1] in OPENING and not self._is_broadcast(i, floor):
            closes = next((k for k in range(i + 2, min(ceiling, i + LONGEST)) if words[k] in CLOSING), None)
            if closes is not None and self._is_title(i + 2, closes):
                return self.made(i + 1, closes + 1, i, kind, ceiling)
        return None

    def _is_broadcast(self, i: int, floor: int) -> bool:
        """Whether the words before a title say that it is shown or heard: told on the television programme."""
        return not self.words.not_behind.isdisjoint(self.lower[max(floor, i - 4) : i])

    def _is_title(self, first: int, last: int) -> bool:
        """Whether the words between two quotation marks are a title and no remark."""
        words = [word for word in self.tokens.words[first:last] if word[0].isalpha()]
        marks = any(word in ".,;:!?" for word in self.tokens.words[first:last])
        small = [word for word in words if word[0].islower()]
        return bool(words) and words[0][0].isupper() and not marks and len(small) * 2 <= len(words)

    # ---- both ----

    def made(
        self,
        first: int,
        last: int,
        head: int,
        kind: ProjectKind,
        ceiling: int,
        *,
        cut: tuple[int, int] = (0, 0),
        short: str = "",
        whole: bool = True,
    ) -> Titled | None:
        """The name with a further noun behind it and the abbreviation in brackets; None if of another thing."""
        key = self.key(first, last, cut)
        if key in self.words.never or key.partition(" ")[0] in self.words.not_first:
            return None
        more = last < ceiling and self.tokens.words[last] == self.lower[last] and self.lower[last] in self.kinds
        if more and self.kinds[self.lower[last]] in self.words.undertakings:
            last += 1
        if last + 2 < ceiling and self.tokens.words[last] == "(" and self.is_short(last + 1, last):
            short = self.tokens.words[last + 1]
        return Titled(first, last, head, kind, cut=cut, short=short, whole=whole)
