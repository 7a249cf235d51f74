"""A system that finds quantities comes in; it answers sentences and is timed, as a process of its own beside others.

Nothing but the standard library is imported here: each system runs in the environment that it needs.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

WARM_UP = "About 3 percent of the 40 pupils walked five kilometres."


def one_core() -> None:
    """Keep this process to one core, where the system lets us."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def serve(name: str, answer: Callable[[str], list[dict[str, Any]]]) -> None:
    """Say the name, then answer each line of input, a JSON list of sentences, with the seconds and the quantities.

    A quantity has a `value` (a number, or a list of both ends of a range) and a `unit` as the system calls it. What a
    system loads with its first sentence is loaded before the name is said, and counts for no one.
    """
    one_core()
    answer(WARM_UP)
    _say(name)
    for line in sys.stdin:
        sentences = json.loads(line)
        start = time.perf_counter()
        answers = [answer(sentence) for sentence in sentences]
        seconds = time.perf_counter() - start
        _say({"seconds": seconds, "answers": answers})


def _say(something: object) -> None:
    print(json.dumps(something), flush=True)
