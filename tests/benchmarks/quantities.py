"""How many sentences a second we read, beside other finders of quantities, in turn over the same sentences of one run.

Each system is a process of its own on one core, in the environment that it needs; the clock runs only while it answers.
One that is not installed is named and skipped. Run: make bench.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.scores import on_invented, on_newsquant
from tests.benchmarks.sentences import sentences
from tests.benchmarks.spread import PASSES, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.scores import Found

ROOT = Path(__file__).parents[2]
PEERS = ROOT / ".venv-bench/bin/python"
"""The environment of the other systems, which `make bench` sets up."""
COMPILED = ROOT / ".venv-compiled/bin/python"
"""The environment in which our own rules are compiled, which `make compiled` sets up."""
BEHIND = "import runpy, sys; sys.path.append(sys.argv.pop(1)); runpy.run_module(sys.argv.pop(1), None, '__main__')"
"""Runs a module of the checkout with what the environment has installed before what the checkout has."""
SHARED = ROOT.parent / "shared/eval"
"""Where the sentences of NewsQuant and their scorer are, on machines that have them."""
INVENTED = 300
CQE = (
    "CQE: 35 sentences a second as published (EMNLP 2023), on another machine; it needs spaCy and torch, and is not run"
)


class System(NamedTuple):
    """A finder of quantities: the Python to run, and the module that answers for it with its words."""

    name: str
    python: Path
    words: tuple[str, ...]
    ours: bool = False


SYSTEMS = (
    System("sco-digest, the whole record", Path(sys.executable), ("by_sco_digest", "record"), ours=True),
    System("sco-digest, figures alone", Path(sys.executable), ("by_sco_digest", "figures"), ours=True),
    System("sco-digest compiled, the whole record", COMPILED, ("by_sco_digest", "record"), ours=True),
    System("sco-digest compiled, figures alone", COMPILED, ("by_sco_digest", "figures"), ours=True),
    System("quantulum3", PEERS, ("by_quantulum3",)),
    System("Recognizers-Text", PEERS, ("by_recognizers_text",)),
)
"""A new one is a module that answers and one line here."""


def main() -> None:
    """Print speed, ratio and agreement of each system, over invented sentences and over NewsQuant where it is."""
    with ExitStack() as stack:
        answering = [one for system in SYSTEMS if (one := _started(system, stack))]
        passes = [sentences(number, INVENTED) for number in range(PASSES)]
        print(f"{PASSES} times {INVENTED} invented sentences, other ones each time:")
        texts = [[sentence.text for sentence in one] for one in passes]
        every = [sentence for one in passes for sentence in one]
        compare(answering, texts, lambda _, answers: on_invented(every, answers))
        newsquant = SHARED / "quantities/newsquant.json"
        if newsquant.is_file():
            gold = [one["text"] for one in json.loads(newsquant.read_text(encoding="utf-8"))]
            print(f"{PASSES} times the {len(gold)} sentences of NewsQuant:")
            compare(
                answering,
                [gold] * PASSES,
                lambda one, answers: on_newsquant(SHARED, answers[: len(gold)], ours=one.ours),
            )
    print(CQE)


class Answering:
    """A system that runs and waits for sentences."""

    def __init__(self, system: System, process: subprocess.Popen[str]) -> None:
        self.ours = system.ours
        self._process = process
        self.name: str = self._heard()

    def answer(self, texts: Sequence[str]) -> tuple[float, list[list[Found]]]:
        """Sentences a second, and the quantities of each sentence."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(texts) + "\n")
        self._process.stdin.flush()
        said = self._heard()
        return len(texts) / said["seconds"], said["answers"]

    def _heard(self) -> Any:
        """The next line; a process that ended has said an empty one, which is no JSON."""
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


def compare(
    answering: Sequence[Answering],
    passes: Sequence[Sequence[str]],
    score: Callable[[Answering, list[list[Found]]], dict[str, float]],
) -> None:
    """Have each system answer each pass in turn, and print a line about each."""
    speeds: dict[str, list[float]] = {one.name: [] for one in answering}
    answers: dict[str, list[list[Found]]] = {one.name: [] for one in answering}
    for texts in passes:
        for one in answering:
            speed, found = one.answer(texts)
            speeds[one.name].append(speed)
            answers[one.name] += found
    own = [(one.name, median(speeds[one.name])) for one in answering if one.ours]
    for one in answering:
        scores = ", ".join(f"{name} {value:.1f}" for name, value in score(one, answers[one.name]).items())
        print(f"  {one.name}: sentences/s {spread(speeds[one.name])}; F1 {scores}")
        if not one.ours:
            ratios = (f"{name} is {speed / median(speeds[one.name]):,.1f} times as fast" for name, speed in own)
            print(f"    {'; '.join(ratios)}")


def _started(system: System, stack: ExitStack) -> Answering | None:
    """The system, ready; or None and a line about what is missing."""
    module, *words = system.words
    try:
        process = stack.enter_context(
            subprocess.Popen(
                [system.python, "-P", "-c", BEHIND, ROOT, f"tests.benchmarks.{module}", *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        )
        return Answering(system, process)
    except (OSError, json.JSONDecodeError):
        print(f"{system.name} does not run here and is skipped")
        return None


if __name__ == "__main__":
    main()
