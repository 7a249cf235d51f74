"""A folder, a number and a seed of chance come in; so many hostile articles in files of all formats go out.

The same seed writes the same files on any machine.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from tests.hostile.payloads import OF_BYTES, drawn
from tests.hostile.payloads.addresses import PATHS
from tests.hostile.payloads.formats import LINES, YAML
from tests.hostile.sentences import body, day, headline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_LINES = 4
"""Articles in one file of JSON lines."""
PRINTABLE = re.compile(rb"[ -~]+")
"""What of some bytes is the same in nearly every encoding: a page has to show the longest such piece of them."""
LONGEST_NAME = 120
"""Bytes of a file name; names of more than 255 no file system takes."""


class Seed(Struct, frozen=True):
    """One hostile article."""

    path: str
    """As its page shows it: the file, relative to the folder, and its place in it."""
    context: str
    payload: str


class Writer:
    """Writes seeds into a folder, one format after the other."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder = folder
        self._chance = chance
        self._files = 0
        self.seeds: list[Seed] = []

    def text(self) -> None:
        """A `.txt` with the date before the text."""
        context, payload = drawn(self._chance)
        name = self._name("txt")
        self._put(name, self._dated(payload).encode(errors="surrogatepass"))
        self._note(name, context, payload)

    def several(self) -> None:
        """A `.txt` with three articles, each from the line that begins with its date."""
        name, texts = self._name("txt"), []
        for number in range(1, 4):
            context, payload = drawn(self._chance)
            texts.append(self._dated(payload))
            self._note(name + (f"#{number}" if number > 1 else ""), context, payload)
        self._put(name, "\n".join(texts).encode(errors="surrogatepass"))

    def markdown(self) -> None:
        """A `.md` whose front matter has the payload as YAML that is well written."""
        context, payload = drawn(self._chance)
        stated = self._stated(payload)
        front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in stated.items())
        name = self._name("md")
        text = f"---\n{front}\n---\n{body(self._chance, payload)}\n"
        self._put(name, text.encode(errors="surrogatepass"))
        self._note(name, context, payload)

    def front_matter(self) -> None:
        """A `.md` whose front matter is hostile as YAML."""
        value = self._chance.choice(YAML)
        key = self._chance.choice(("headline", "source", "id", "date", "lang", "tags", "hacked"))
        front = f"date: {day(self._chance)}\n" * (key != "date") + f"{key}: {value}"
        name = self._name("md")
        self._put(name, f"---\n{front}\n---\n{body(self._chance, value)}\n".encode(errors="surrogatepass"))
        self._note(name, "yaml", value)

    def lines(self) -> None:
        """A `.jsonl`, packed or not."""
        ending = self._chance.choice(("jsonl", "jsonl.gz"))
        name, lines = self._name(ending), []
        for number in range(1, self._chance.randint(1, MOST_LINES) + 1):
            context, payload = drawn(self._chance)
            article = self._stated(payload) | {"text": body(self._chance, payload)}
            lines.append(json.dumps(article, ensure_ascii=self._chance.random() < 0.5))
            self._note(f"{name}#{number}", context, payload)
        data = "".join(f"{line}\n" for line in lines).encode(errors="surrogatepass")
        self._put(name, gzip.compress(data, mtime=0) if ending.endswith("gz") else data)

    def broken(self) -> None:
        """A `.txt` that is not whole UTF-8, or would be something else in another encoding."""
        context = self._chance.choice([*OF_BYTES])
        bad = self._chance.choice(OF_BYTES[context])
        around = "cp1252" if context == "older" else "utf-8"
        text = self._dated("PLACE").encode(around).replace(b"PLACE", bad)
        name = self._name("txt")
        self._put(name, text)
        self._note(name, context, max(PRINTABLE.findall(bad), key=len).decode())

    def raw(self) -> None:
        """A `.jsonl` of lines that are hard to read, and of one that is not."""
        context, payload = drawn(self._chance)
        whole = json.dumps(self._stated(payload) | {"text": body(self._chance, payload)})
        name = self._name("jsonl")
        self._put(name, f"{self._chance.choice(LINES)}\n{whole}\n".encode(errors="surrogatepass"))
        self._note(f"{name}#2", context, payload)

    def misdated(self) -> None:
        """A `.txt` or `.md` with a way to another place in its date."""
        way = self._chance.choice(PATHS)
        stated = self._chance.choice((f"{day(self._chance)}/{way}", f"{way}/{day(self._chance)}", way))
        text, name = body(self._chance, way), self._name(self._chance.choice(("txt", "md")))
        whole = f" date {stated} {text}" if name.endswith("txt") else f"---\ndate: {json.dumps(stated)}\n---\n{text}\n"
        self._put(name, whole.encode(errors="surrogatepass"))
        self._note(name, "path", way)

    def _dated(self, payload: str) -> str:
        above = f"{headline(self._chance, payload)}\n\n" if self._chance.random() < 0.6 else ""
        return f" date {day(self._chance)} {above}{body(self._chance, payload)}\n"

    def _stated(self, payload: str) -> dict[str, str]:
        """What a file states beside its text; without an id two articles never clash."""
        stated = {"date": day(self._chance)}
        for key in ("headline", "title", "source", "tags"):
            if self._chance.random() < 0.6:
                stated[key] = headline(self._chance, payload) if key == "headline" else payload
        if self._chance.random() < 0.3:
            way = self._chance.choice((payload, self._chance.choice(PATHS)))
            stated["id"] = f"{way} {len(self.seeds)}"
        return stated

    def _name(self, ending: str) -> str:
        """A name of a file, mostly with a payload at its end or at its beginning; the number keeps names apart."""
        self._files += 1
        payload = self._chance.choice((drawn(self._chance)[1], self._chance.choice(PATHS)))
        odd = payload.replace("/", self._chance.choice(("\u2215", "\\", ":"))).replace("\0", "")
        part = os.fsdecode(odd.encode(errors="ignore")[:LONGEST_NAME].decode(errors="ignore").encode())
        ahead = f"{part} {self._files}".lstrip(".")  # a name that begins with a dot is passed over
        name = f"{self._chance.choice((f'{self._files} {part}', ahead, self._files, self._files))}.{ending}"
        return f"{self._chance.choice(('', 'a', 'a..b', 'hacked&amp;<b>'))}/{name}".removeprefix("/")

    def _put(self, name: str, data: bytes) -> None:
        place = self._folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def _note(self, path: str, context: str, payload: str) -> None:
        self.seeds.append(Seed(path, context, payload))


FORMS: tuple[Callable[[Writer], None], ...] = (
    *(Writer.text,) * 9,
    *(Writer.markdown,) * 4,
    *(Writer.lines,) * 3,
    *(Writer.several, Writer.front_matter, Writer.raw, Writer.misdated),
    *(Writer.broken,) * 2,
)
"""By how often each is written."""


def write(folder: Path, count: int, seed: int) -> tuple[Seed, ...]:
    """At least `count` hostile articles below a folder."""
    chance = random.Random(seed)  # noqa: S311
    writer = Writer(folder, chance)
    while len(writer.seeds) < count:
        chance.choice(FORMS)(writer)
    return tuple(writer.seeds)
