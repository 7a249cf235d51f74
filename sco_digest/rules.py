"""Records come in as they are read; each goes out with the rules that found its facts, by watching what they return.

A rule is a function of `extract/`. No rule knows that it is watched, no record says by which rules it was made, and a
reading that nobody watches is as fast as ever.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sco_digest.model import ArticleRecord, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import CodeType, FrameType

    from sco_digest.facts import Part

FOLDER = f"{Path(__file__).parent / 'extract'}/"
MADE_OF: dict[str, tuple[str, ...]] = {
    "date": ("Date",),
    "headline": ("Headline",),
    "source": ("Candidate", "Source"),
    "name": ("NameRun", "Mention"),
    "words": ("Said", "Statement"),
    "verb": ("Cue",),
    "subject of the verb": ("Attributed",),
    "speaker": ("Someone",),
    "figure": ("Figure", "Statistic"),
    "subject": ("tokens",),
    "period": ("Period",),
    "cue": ("Find",),
    "place": ("Named", "Place"),
    "project": ("Titled", "Named"),
    "commitment": ("Commitment",),
    "what is promised": ("Promise",),
    "who": ("Actor", "Attributed"),
}
"""Each part of a fact, and the types of what rules return for it, the most telling first; `tokens` is a bare range."""
INSIDE = {"number": "Number", "unit": "Unit"}
"""Parts that stand somewhere in the words of their fact, and the types of what rules return for them."""
ABOUT = {"Someone": ("Cue", "Attributed"), "str": ("Figure",)}
"""What has no place of its own, and the types of the arguments that say what it is about."""
SIGNS = frozenset({"up", "down", "~", "<", ">"})
"""The strings that are a part of a figure."""


class _Key(NamedTuple):
    """What a rule returned: its type, or the string itself, and where it stands, in tokens or in characters."""

    kind: str
    start: int
    end: int
    characters: bool = False


class _Returned(NamedTuple):
    """A thing, and the rules that returned it: by itself, the innermost first, and in a list."""

    thing: object
    alone: dict[str, None]
    listed: dict[str, None]


class Rules:
    """The rules that were seen while one text was read."""

    def __init__(self, returned: dict[_Key, _Returned], starts: Sequence[int], ends: Sequence[int]) -> None:
        self._returned = returned
        self._starts, self._ends = starts, ends
        self._in_order = {kind: sorted(key for key in returned if key.kind == kind) for kind in INSIDE.values()}

    def of(self, part: Part) -> tuple[str, ...]:
        """The functions that found a part of a fact, the outermost first; empty where none was seen.

        >>> rules.of(Part("figure", Span(120, 130)))
        ('figures.Sentence._single:171', 'bare.Bare.read:36')
        """
        found = next((self._returned[key] for key in self._keys(part) if key in self._returned), None)
        return (tuple(reversed(found.alone)) or tuple(found.listed)[:1]) if found else ()

    def _keys(self, part: Part) -> Iterator[_Key]:
        """The keys under which a part can be, the most telling first."""
        first = bisect_left(self._starts, part.span.start)
        last = bisect_left(self._ends, part.span.end) + 1
        if part.name in INSIDE:
            every = self._in_order[INSIDE[part.name]]
            place = bisect_left(every, (INSIDE[part.name], first))
            yield from (key for key in every[place : place + 1] if key.end <= last)
        for kind in MADE_OF.get(part.name, (part.name,)):
            yield _Key(kind, part.span.start, part.span.end, characters=True)
            yield _Key(kind, first, last)


NOTHING_SEEN = Rules({}, (), ())


def watched(records: Iterator[ArticleRecord]) -> Iterator[tuple[ArticleRecord, Rules]]:
    """Each record and its rules; the records have to be read in this process, as they are asked for."""
    watch = _Watch()
    while True:
        before = sys.getprofile()
        sys.setprofile(watch)
        try:
            record = next(records, None)
        finally:
            sys.setprofile(before)
        if record is None:
            return
        yield record, watch.rules.pop(record.id, NOTHING_SEEN)


class _Watch:
    """Is called by the interpreter whenever a function returns."""

    def __init__(self) -> None:
        self.rules: dict[str, Rules] = {}
        self._returned: dict[_Key, _Returned] = {}
        self._names: dict[CodeType, str] = {}

    def __call__(self, frame: FrameType, event: str, value: Any) -> None:
        """Note what a rule returns, and close the list with the record of a text."""
        if event != "return" or value is None or not frame.f_code.co_filename.startswith(FOLDER):
            return
        for key in _keys(value, frame):
            self._note(key, value, frame.f_code, alone=True)
        if type(value) in {list, tuple}:
            for one in value:
                for key in _keys(one, frame):
                    self._note(key, one, frame.f_code, alone=False)
        if isinstance(value, ArticleRecord):
            tokens = next((one for one in frame.f_locals.values() if type(one).__name__ == "Tokens"), None)
            if tokens is not None:
                self.rules[value.id] = Rules(self._returned, tokens.starts, tokens.ends)
            self._returned = {}

    def _note(self, key: _Key, thing: object, code: CodeType, *, alone: bool) -> None:
        """Another thing at the same place is somebody else's question about it."""
        returned = self._returned.setdefault(key, _Returned(thing, {}, {}))
        if returned.thing is thing or key.kind == "tokens":
            (returned.alone if alone else returned.listed).setdefault(self._name(code))

    def _name(self, code: CodeType) -> str:
        """Such as `figures.Sentence._single:171`; what stands inside a function counts as the function."""
        if code not in self._names:
            path = Path(code.co_filename)
            module = path.parent.name if path.stem == "__init__" else path.stem
            self._names[code] = f"{module}.{code.co_qualname.partition('.<locals>')[0]}:{code.co_firstlineno}"
        return self._names[code]


def _keys(value: Any, frame: FrameType) -> Iterator[_Key]:
    """Where something that a rule returned stands, if it is a thing of the text."""
    kind = type(value).__name__
    if type(value) is tuple and len(value) == 2:
        if type(value[0]) is type(value[1]) is int:
            yield _Key("tokens", *value)
        elif type(value[0]) is str and value[0] in SIGNS:
            yield from _about(value[0], ABOUT["str"], frame)
    elif kind in ABOUT:
        if kind != "str" or value in SIGNS:
            yield from _about(value if kind == "str" else kind, ABOUT[kind], frame)
    elif isinstance(getattr(value, "span", None), Span):
        yield _Key(kind, value.span.start, value.span.end, characters=True)
    elif type(getattr(value, "first", None)) is int and type(getattr(value, "last", None)) is int:
        yield _Key(kind, value.first, value.last)


def _about(kind: str, types: tuple[str, ...], frame: FrameType) -> Iterator[_Key]:
    """The place of the argument that a function spoke of."""
    code = frame.f_code
    for name in code.co_varnames[: code.co_argcount]:
        argument = frame.f_locals.get(name)
        if argument is not None and type(argument).__name__ in types:
            stretch = getattr(argument, "source", argument)
            yield _Key(kind, stretch.first, stretch.last)
