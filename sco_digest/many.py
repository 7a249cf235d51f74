"""A row of things comes in; one that is told apart by a print of it goes out, where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar, cast, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")
FEW = 32
"""Things of which a row is told apart by themselves."""


class Many(Sequence[T]):
    """A row of so many things that a page with as many rows, each of which has it, could not be told apart by them.

    A print of it stands for it, so that what hostile texts are full of costs once and not once for each.
    """

    __slots__ = ("made", "things")

    def __init__(self, things: tuple[T, ...]) -> None:
        self.things = things
        self.made = b""
        """The print, once it was asked for."""

    @staticmethod
    def of(things: tuple[T, ...]) -> tuple[T, ...]:
        """The things as they are where they are few, else what can be asked for all that a tuple can."""
        return things if len(things) <= FEW else cast("tuple[T, ...]", Many(things))

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self.things[place]

    def __iter__(self) -> Iterator[T]:
        return iter(self.things)

    def __len__(self) -> int:
        return len(self.things)

    def __eq__(self, other: object) -> bool:
        return self.things == (other.things if isinstance(other, Many) else other)

    def __hash__(self) -> int:
        return hash(self.things)
