"""Articles come in; the record of each is taken from the store, or read anew, and those with a day go out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import msgpack

from sco_digest.aside import misdated
from sco_digest.cache import program, value
from sco_digest.corrections import unused
from sco_digest.errors import LostError
from sco_digest.extract import undated
from sco_digest.library.brief import Brief, Read, key_of, lightly
from sco_digest.model import ArticleRecord, Problem, Reading
from sco_digest.variants import new_slugs, renamed, same_people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sco_digest.cache import Store
    from sco_digest.library.brief import Asked
    from sco_digest.model import Doubt, IsoDate, Outline
    from sco_digest.site import Light

    Anew = Callable[[Sequence[Outline]], Iterable[Read | Problem]]

_BRIEFS = msgpack.Decoder(Brief)


def collected(
    store: Store, articles: Sequence[Outline], asked: Asked, anew: Anew, today: IsoDate | None = None
) -> tuple[Library, tuple[Problem, ...]]:
    """The articles that can be published; a problem for each other one, and for what corrections do not meet.

    `anew` is given the articles of which the store has nothing, and reads each as `read_article` does. Problems are
    not kept: they are few, and a fault of the program is better met again than remembered.
    """
    rules = value(program(), asked.vocabulary, asked.limits)
    keys = [key_of(rules, asked, article) for article in articles]
    found = list(_briefs(store, articles, keys, asked, anew))
    problems = list(unused(asked.corrections, (article.id for article in articles)))
    good: list[tuple[str, str, Brief]] = []
    for article, key, one in zip(articles, keys, found, strict=True):
        problems += [one] if isinstance(one, Problem) else one.missed
        if isinstance(one, Brief):
            refused = undated(article, one.day) or misdated(
                article, one.day, today=today, corrections=asked.corrections
            )
            if refused:
                problems.append(refused)
            else:
                good.append((article.id, key, one))
    return Library(store, asked, good), tuple(problems)


def _briefs(
    store: Store, articles: Sequence[Outline], keys: Sequence[str], asked: Asked, anew: Anew
) -> Iterator[Brief | Problem]:
    """One for each article; what is read anew is kept."""
    names = [f"brief {key} {asked.series:d}" for key in keys]
    kept = [store.read(name, _BRIEFS) for name in names]
    fresh = iter(anew([article for article, brief in zip(articles, kept, strict=True) if brief is None]))
    for key, name, brief in zip(keys, names, kept, strict=True):
        if brief is not None:
            store.keep(_record(key))
            yield brief
            continue
        one = next(fresh)
        if isinstance(one, Problem):
            yield one
            continue
        store.put(name, msgpack.encode(one.brief))
        store.put(_record(key), one.data)
        yield one.brief
    next(fresh, None)  # so that it can see that it is through


def _record(key: str) -> str:
    return f"record {key}"


class Library(Mapping[str, Reading]):
    """What was read from each article that can be published, by its id; people have one slug in all of them."""

    def __init__(self, store: Store, asked: Asked, articles: Sequence[tuple[str, str, Brief]]) -> None:
        """Each article by its id, with the key of its record."""
        self._store = store
        self._readings: dict[str, Reading] = {}
        self.lights: list[Light] = []
        slugs = same_people(chain.from_iterable(brief.people for _, _, brief in articles))
        for name, key, brief in articles:
            new = new_slugs(brief.slugs, slugs)
            data = partial(self._data, key, new)
            made = value(brief.made, sorted(new.items())) if new else brief.made
            reading = self._readings[name] = Reading(made, data)
            light = lightly(asked, reading.record) if new else brief.light
            if light:
                self.lights.append(light)
        self.doubts: tuple[Doubt, ...] = tuple(chain.from_iterable(brief.doubts for _, _, brief in articles))
        self.facts = sum(brief.facts for _, _, brief in articles)

    def __getitem__(self, name: str) -> Reading:
        return self._readings[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._readings)

    def __len__(self) -> int:
        return len(self._readings)

    def _data(self, key: str, new: Mapping[str, str]) -> bytes:
        """The record in MessagePack, with these slugs in the place of others."""
        data = self._store.get(_record(key))
        if data is None:
            raise LostError("a record that was kept is not there any more", mend="look whether the disk is full")
        if not new:
            return data
        return msgpack.encode(renamed(msgpack.decode(data, type=ArticleRecord), new))
