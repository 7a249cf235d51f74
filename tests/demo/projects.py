"""`words/projects.toml` comes in; an Article for each stage of each named project goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.demo.article import Article, Setting
from tests.demo.lists import Lists
from tests.demo.phrases import Chance, expand
from tests.demo.world import experts, official, words, world

if TYPE_CHECKING:
    from collections.abc import Iterator


def projects() -> Iterator[Article]:
    """What was proposed, agreed to, begun and finished, in the order of the file."""
    lists: dict[str, Lists] = {}
    for number, stage in enumerate(words("projects")["stages"]):
        country, day = world().country(stage["country"]), stage["day"]
        topic = stage.get("topic", stage["post"])
        its = lists.setdefault(topic, Lists(topic, f"projects/{topic}"))
        speaker = official(country, stage["post"], day)
        setting = Setting(
            day, f"project-{number + 1:02}", speaker, world().country(stage["partner"]), experts(topic)[0]
        )
        chance = Chance(setting.key)
        names = setting.names(chance)
        paragraphs = [expand(text, names, chance) for text in stage["text"]]
        paragraphs.append(f"{its.report(names, chance)} {its.background(names)}")
        yield Article(day, setting.key, country, setting.speaker, tuple(paragraphs))
