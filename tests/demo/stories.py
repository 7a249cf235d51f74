"""The word lists of the policy areas come in; Articles about them, each country in its turn, go out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.demo.article import MONTHS, Article, Setting, working
from tests.demo.lists import Lists
from tests.demo.phrases import Chance, expand
from tests.demo.world import experts, official, words, world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.demo.world import Career, Country

TOPICS = tuple(post for post in world().posts if post not in ("president", "premier", "statistics"))
FIRST = date(2025, 2, 3)
LAST = date(2026, 3, 27)
EACH = 11
"""Articles on a policy area, beside figures, projects and careers."""
ORDERS = ("mqfspb", "qmsfpb", "mfqspb", "msqfbp", "qsmfpb", "mqfpsb")
"""Orders of the paragraphs behind the lead: matter, quote, figures, second voice, plans, background."""

ALIKE = 30
"""Characters by which two plans are told to be the same."""
LONG = 0.4
"""Share of the articles that have more to say."""


class Desk:
    """What writes on one policy area, and remembers what was planned."""

    def __init__(self, topic: str) -> None:
        self.topic = topic
        self.stories = words(f"topics/{topic}")["stories"]
        self.lists = Lists(topic, topic)
        self.earlier: dict[str, tuple[date, str, str]] = {}
        """By the code of a country, the day of its latest article, its plan, and whose it is."""

    def write(self, setting: Setting, story: int, news: str = "") -> Article:
        """An article; `news` is a sentence that is put before the background."""
        chance = Chance(setting.key)
        names = setting.names(chance)
        told = self.stories[story % len(self.stories)]
        matter, second = (expand(text, names, chance) for text in told["more"])
        parts = {
            "m": matter,
            "q": self.lists.quote(names, chance),
            "f": f"{self.lists.report(names, chance)} {self.lists.figure(names)}",
            "s": second,
            "p": self._plans(setting, names, chance),
            "b": self.lists.background(names),
        }
        parts["b"] = f"{news} {parts['b']}".strip()
        lead = expand(told["lead"], names, chance)
        paragraphs = [lead, *(parts[part] for part in chance.pick(ORDERS))]
        if chance.share() < LONG:
            paragraphs[-1:-1] = [self.lists.report(names, chance), self.lists.quote(names, chance)]
        return Article(setting.day, setting.key, setting.country, setting.speaker, tuple(paragraphs))

    def _plans(self, setting: Setting, names: dict[str, str], chance: Chance) -> str:
        """What is proposed or agreed to now, and what became of the plan before."""
        before = self.earlier.get(setting.country.code)
        plan = self.lists.plan(names, chance)
        if before and plan[:ALIKE] == before[1][:ALIKE]:
            plan = self.lists.plan(names, chance)
        opening = chance.pick(words("common")["turns"])
        self.earlier[setting.country.code] = (setting.day, plan, f"{names['C']} and {names['P']}")
        if before is None:
            return opening + plan
        return f"{opening}{plan} {_followed(*before, names, chance)}"


def stories() -> Iterator[Article]:
    """Articles on every policy area, and those that show who took over a post."""
    for number, topic in enumerate(TOPICS):
        desk = Desk(topic)
        settings = [*_turns(number, topic), *_careers(topic)]
        for setting, story, news in sorted(settings, key=lambda one: (one[0].day, one[0].key)):
            yield desk.write(setting, story, news)


def _turns(number: int, topic: str) -> Iterator[tuple[Setting, int, str]]:
    """Days over the whole time, with each country and each story in its turn."""
    step = (LAST - FIRST).days / EACH
    for turn in range(EACH):
        key = f"{topic}-{turn + 1:02}"
        chance = Chance(f"day/{key}")
        day = working(FIRST + timedelta(days=int((turn + chance.share()) * step)))
        yield _setting(key, topic, world().countries[(number + turn) % 6], day, chance), turn + number, ""


def _careers(topic: str) -> Iterator[tuple[Setting, int, str]]:
    """For each deputy who takes over: an article before and one after."""
    for number, career in enumerate(one for one in world().careers if one.post == topic):
        for days, word in ((-75, "deputy"), (24, "minister")):
            key = f"{topic}-{word}-{number + 1}"
            day = working(career.day + timedelta(days=days))
            setting = _setting(key, topic, world().country(career.country), day, Chance(f"day/{key}"), deputy=True)
            yield setting, number + days, _news(career, setting) if days > 0 else ""


def _setting(key: str, topic: str, country: Country, day: date, chance: Chance, *, deputy: bool = False) -> Setting:
    others = [other for other in world().countries if other is not country]
    speaker = official(country, topic, day, deputy=deputy)
    return Setting(day, key, speaker, chance.pick(others), chance.pick(experts(topic)))


def _news(career: Career, setting: Setting) -> str:
    before = setting.country.posts[career.post][:-2]
    month = MONTHS[career.day.month - 1]
    return f"{setting.speaker.name}, until then deputy minister, took over the ministry from {before} in {month}."


def _followed(day: date, plan: str, sides: str, names: dict[str, str], chance: Chance) -> str:
    """What is said of an earlier plan of two sides."""
    plan = plan.replace("The sides", sides)
    month, plan = MONTHS[day.month - 1], plan[0].lower() + plan[1:-1] if plan.startswith("It ") else plan[:-1]
    if " agreed to " in plan or plan.startswith("it was proposed"):
        ends = "[a draft is on the table|nothing has been signed so far|work on it has begun|experts are still at it]"
        return expand(f"In {month} {day.year}, {plan}; {ends}.", names, chance)
    return expand(f"[The plan of {month} stands|The plan of {month} has not changed]: {plan}.", names, chance)
