"""How work travels to an executor and back: near or far, in small chunks or large ones."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, NamedTuple

from sco_digest.workers.interrupts import interrupts_later

if TYPE_CHECKING:
    from collections.abc import Callable


def as_it_is(setup: Any) -> Any:
    """The setup goes with each chunk."""
    return setup


def at_ease() -> None:
    """Nothing can be wrong with a worker that its result would not tell."""


class Way(NamedTuple):
    """What `spread` has to know of an executor, which has it as its attribute `way`. This one is for processes."""

    chunk: int = 16
    """Items that travel together: few enough to keep all workers busy, enough to make the journey cheap."""
    ahead: int = 16
    """Chunks under way at once, so that memory does not grow with the number of items."""
    hearing: Callable[[], AbstractContextManager[None]] = interrupts_later
    """Around each call of the executor: when the interrupt key is heard."""
    share: Callable[[Any], Any] = as_it_is
    """What each task has in common → what is sent with each chunk in its place."""
    few: int = 0
    """A list of fewer items is worked on in this process, since starting others takes longer."""
    look: Callable[[], None] = at_ease
    """Called again and again while a result is waited for; raises where it would never come."""


HERE = Way(ahead=1, hearing=nullcontext)
"""For this very process."""
