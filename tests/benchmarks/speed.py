"""How many articles a second one core reads, how soon a command answers, and how the time grows with hard texts.

Run: make bench.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sco_digest.content import load_content
from sco_digest.extract import extract
from sco_digest.model import Document
from sco_digest.shipped import shipped
from tests.benchmarks.answering import one_core
from tests.benchmarks.spread import PASSES, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ARTICLES = 50
"""Articles in one measurement."""
MEGABYTE = 1_000_000
MOST = 3.0
"""How much longer than ordinary text, for each byte, a hard one may take."""
DIGITS, FIRST = str.maketrans("0123456789", "abefiknoru"), 10_000
"""Letters that numbers become names with, and the first number of five of them."""
VOCABULARY = load_content(shipped("content"))[0].vocabulary
SEED = next(iter(sorted(shipped("seeds").glob("*.txt"))))
ROOT = Path(__file__).parents[2]
COMPILED = ROOT / ".venv-compiled/bin/python"
OWN = sorted(Path(__file__).parents[1].joinpath("texts").glob("*.txt"))
"""Invented articles of the genre."""


def main() -> None:
    """Print all three."""
    one_core()
    articles()
    compiled()
    start_up()
    growth()


def articles() -> None:
    """Articles a second, in one process on one core: the seed, and our own invented ones, counted by its length."""
    seed = SEED.read_text(encoding="utf-8")
    own = [path.read_text(encoding="utf-8") for path in OWN]
    print(f"articles of {len(seed.encode()):,} bytes, read in one process on one core:")
    for name, texts in (("the seed", [seed]), (f"{len(own)} invented articles, by their bytes", own)):
        documents = [document(text) for text in texts]
        size = sum(len(text.encode()) for text in texts) / len(seed.encode())
        rounds = max(1, round(ARTICLES / size))
        speeds = [rounds * size / seconds(partial(_read, documents * rounds)) for _ in range(1 + PASSES)]
        print(f"  {name}: articles/s {spread(speeds[1:])}")  # the first one loads the language


def compiled() -> None:
    """The same with the rules compiled, where `make compiled` was run."""
    if not COMPILED.exists():
        print("  compiled: not there; `make compiled` makes it")
        return
    print("the same, compiled:", flush=True)
    code = f"import sys; sys.path.append({str(ROOT)!r}); from tests.benchmarks import speed; speed.articles()"
    _run([COMPILED, "-P", "-c", code], stdout=None)


def start_up() -> None:
    """Seconds of whole commands: the least there is, and an export of one short text, which loads every rule."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "short.txt")
        text.write_text("date 2025-03-04 Exports of Orm rose by 3 percent.\n", encoding="utf-8")
        print("start-up in seconds, the whole command:")
        for words in (["--version"], ["export", "--seeds", text, "--jobs", "1"]):
            command = [sys.executable, "-m", "sco_digest", *words]
            times = [seconds(partial(_run, command)) for _ in range(1 + PASSES)]
            print(f"  {words[0]}: {spread(times[1:], '.3f')}")


def growth() -> None:
    """Time for each byte of a megabyte of hard text, beside that of ordinary articles in turn with it."""
    ordinary = SEED.read_text(encoding="utf-8")
    size = len(ordinary.encode())
    print(f"time for a byte of 1 MB, beside that of articles of {size:,} bytes (at most {MOST:g} is wanted):")
    usual_ones = [document(ordinary)] * ARTICLES
    for name, text in hard_texts(ordinary).items():
        ratios = []
        for _ in range(PASSES):
            usual = seconds(partial(_read, usual_ones)) / (ARTICLES * size)
            ratios.append(seconds(partial(_read, [document(text)])) / len(text.encode()) / usual)
        print(f"  {name}: {spread(ratios, '.2f')}{'' if median(ratios) <= MOST else '  TOO SLOW'}")


def hard_texts(ordinary: str) -> dict[str, str]:
    """A megabyte each of what rules may choke on."""
    line = " ".join(ordinary.split()) + " "
    return {
        "ordinary paragraphs": _megabyte(ordinary + "\n\n"),
        "one paragraph": _megabyte(line),
        "one sentence": _megabyte(line.replace(". ", " ")),
        "digits without a blank": _megabyte("1234567890"),
        "bare numbers": _megabyte("1 2 3 4 5 6 7 8 9 "),
        "numbers": _megabyte("12 345 6.7 89% "),
        "quotation marks": _megabyte('"'),
        "quotation marks that open": _megabyte("“ « ‘ "),
        "words in quotation marks": _megabyte('"so" “it” '),
        "capitals without a blank": _megabyte("ABCDEFGHIJ"),
        "capitals": _megabyte("A B CD "),
        "names": _megabyte("Aldo Ferrin "),
        "reporting verbs": _megabyte("said "),
        "hyphens": _megabyte("a-b-"),
        "outlets": _megabyte("The TASS (AFP) hit. "),
        "addresses": _megabyte("orm.uz."),
        "a name and a colon": _megabyte("Aldo Ferrin was blunt: “We go.” "),
        "a family": _of_many("{} Ferrin came. Ferrin said no. "),
        "ministers": _of_many("Minister Aldo {} came. The minister said no. "),
        "women and he": _of_many("Anna {} came. He said no. "),
    }


def document(text: str) -> Document:
    """A text as a document without headers."""
    return Document(id="a", path="a.txt", file="a.txt", line=1, sha256="", text=text, body=0)


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _read(documents: list[Document]) -> None:
    for one in documents:
        extract(one, VOCABULARY)


def _run(command: Sequence[object], stdout: int | None = subprocess.DEVNULL) -> None:
    subprocess.run([str(word) for word in command], check=True, stdout=stdout)


def _megabyte(piece: str) -> str:
    return piece * (MEGABYTE // len(piece.encode()) + 1)


def _of_many(piece: str) -> str:
    """A megabyte in which each piece names somebody else."""
    names = (str(i).translate(DIGITS).capitalize() for i in range(MEGABYTE))
    pieces = MEGABYTE // len(piece.format("Abcde")) + 1
    return _megabyte("".join(piece.format(name) for name in islice(names, FIRST, FIRST + pieces)))[:MEGABYTE]


if __name__ == "__main__":
    main()
