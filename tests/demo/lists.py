"""The name of a policy area comes in; its sentences go out, dealt so that none comes again too soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.demo.article import quoted, reported, steady
from tests.demo.phrases import Deck, expand
from tests.demo.world import words

if TYPE_CHECKING:
    from tests.demo.phrases import Chance

DECKS = ("quotes", "says", "plans", "figures", "background")


class Lists:
    """The sentences of one policy area; `seed` sets their order."""

    def __init__(self, topic: str, seed: str) -> None:
        lists = words(f"topics/{topic}")
        self._decks = {name: Deck(lists[name], f"{seed}/{name}") for name in DECKS}

    def quote(self, names: dict[str, str], chance: Chance) -> str:
        return quoted(self._decks["quotes"].deal(), names, chance)

    def report(self, names: dict[str, str], chance: Chance) -> str:
        """What the speaker said beside the matter, with a figure."""
        return f"{reported(self._decks['says'].deal(), names, chance)} {self.figure(names)}"

    def plan(self, names: dict[str, str], chance: Chance) -> str:
        return expand(self._decks["plans"].deal(), names, chance)

    def figure(self, names: dict[str, str]) -> str:
        return steady(self._decks["figures"].deal(), names)

    def background(self, names: dict[str, str]) -> str:
        return steady(self._decks["background"].deal(), names)
