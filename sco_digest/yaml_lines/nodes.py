"""YAML text comes in, Nodes that know their line and place go out.

They are built from events, not by `yaml.compose`: deep nesting makes the composer of the C loader overflow its stack.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, cast

import yaml
from msgspec import Struct
from yaml.reader import ReaderError

from sco_digest.errors import DigestError
from sco_digest.model import Span
from sco_digest.regular import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Kind = Literal["text", "number", "yes or no", "nothing", "list", "mapping"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = yaml.resolver.Resolver()
_DEPTH = 20
_LONGEST = 20_000_000
_ODD_ENDS = frozenset("\x85\u2028\u2029")
"""What ends a line for YAML and for no editor."""
_MOST_FRONT_MATTER = 65_536
_KINDS: dict[str, Kind] = {"int": "number", "float": "number", "bool": "yes or no", "null": "nothing"}
_QUOTING = 'write lines of "key: value", and put a value that holds ": " or " #" in quotes'
_OPENING = re.compile(
    r"""
    \s*--- [ \t]*     # blank lines may stand before it
    (?:\r\n?|\n)      # and nothing behind it
    """,
    re.VERBOSE,
)
_CLOSING = re.compile(
    r"""
    (?<=[\r\n])
    (?:---|\.\.\.)    # YAML ends a document with dots
    [ \t]*
    (?:\r\n?|\n|\Z)
    """,
    re.VERBOSE,
)


class Node(Struct, frozen=True):
    """One value of a YAML file."""

    kind: Kind
    line: int
    """The line of the key it belongs to, else the line it begins on."""
    text: str = ""
    """A scalar as it was written, so that `country: NO` is NO and `id: 007` is 007."""
    span: Span | None = None
    """Where `text` stands; None where it does not stand so, as in a folded or escaped value."""
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[str, Node], ...] = ()


def parse(text: str, *, path: str = "", start: int = 0, end: int | None = None) -> Node:
    """The YAML document in `text[start:end]`; lines and spans are those of the whole text."""
    builder = _Builder(text, path, start, _line_of(text, start))
    try:
        return builder.document(yaml.parse(text[start:end], Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (
            min(builder.line_at(mark), _line_of(text, len(text) if end is None else end))
            if mark
            else builder.first_line
        )
        raise DigestError(f"not YAML: {error.problem or error.context}", path=path, line=line, mend=_QUOTING) from error
    except ReaderError as error:
        line = _line_of(text, text.find(chr(cast("int", error.character)), start))
        message = f"not YAML: the character U+{error.character:04X} is not taken"
        raise DigestError(message, path=path, line=line, mend="take it out") from error


def front_matter(text: str, *, path: str = "") -> tuple[Node | None, int]:
    """The YAML between two lines of `---` at the beginning, if there is any, and the offset of what follows."""
    opening = _OPENING.match(text)
    if not opening:
        return None, 0
    closing = _CLOSING.search(text, opening.end(), opening.end() + _MOST_FRONT_MATTER)
    if not closing:
        line = _line_of(text, opening.end()) - 1
        raise DigestError("the front matter is not closed", path=path, line=line, mend="add a line --- after it")
    node = parse(text, path=path, start=opening.end(), end=closing.start())
    if node.kind not in {"mapping", "nothing"}:
        message = f'the front matter is {a_kind(node.kind)}, not lines of "key: value"'
        raise DigestError(message, path=path, line=node.line, mend=_QUOTING)
    return node, closing.end()


def read_utf8(path: Path) -> str:
    """The text of a file that people wrote for this site; it has to be UTF-8."""
    try:
        with opened(path) as file:
            data = file.read(_LONGEST + 1)
        if len(data) > _LONGEST:
            message = f"longer than the {_LONGEST / 1e6:g} MB that are read"
            raise DigestError(message, path=str(path), mend="split it, or take out what does not belong there")
        return data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise DigestError("there is no such file", path=str(path), mend="write it, or name another folder") from error
    except OSError as error:
        mend = "look at its permissions"
        raise DigestError(f"cannot be read: {error.strerror}", path=str(path), mend=mend) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DigestError("not UTF-8", path=str(path), line=line, mend="save it as UTF-8") from error


def a_kind(kind: Kind) -> str:
    """The kind as it stands in a sentence."""
    return f"a {kind}" if kind in {"number", "list", "mapping"} else kind


class _Builder:
    """Nodes from the events of the YAML parser."""

    def __init__(self, text: str, path: str, start: int, first_line: int) -> None:
        self.text = text
        self.path = path
        self.start = start
        self.first_line = first_line
        self._odd = not _ODD_ENDS.isdisjoint(text)

    def document(self, events: Iterator[Any]) -> Node:
        node = Node("nothing", self.first_line)
        for event in events:  # to the end, so that a second document is seen
            if isinstance(event, yaml.DocumentStartEvent):
                if node.kind != "nothing":
                    self._refuse(event, "a second YAML document", "keep one, and no line of --- in it")
                node = self._node(events, next(events), 0)
        return node

    def _node(self, events: Iterator[Any], event: Any, depth: int, line: int = 0) -> Node:
        line = line or self._line(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "an alias (*) is not taken here", "write the value out, or put it in quotes")
        if event.tag not in {None, "!"} or depth > _DEPTH:
            self._refuse(event, "a tag (!) or deep nesting is not taken here", "write plain values")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node("list", line, items=tuple(self._items(events, depth)))
        return Node("mapping", line, pairs=tuple(self._pairs(events, depth)))

    def _items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self._node(events, event, depth + 1)

    def _pairs(self, events: Iterator[Any], depth: int) -> Iterator[tuple[str, Node]]:
        seen: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key, line = self._node(events, event, depth + 1).text, self._line(event)
            if key in seen:
                self._refuse(event, f'the key "{key}" is there twice, first on line {seen[key]}', "keep one of them")
            seen[key] = line
            yield key, self._node(events, next(events), depth + 1, line)

    def _scalar(self, event: Any, line: int) -> Node:
        tag = cast("str", _RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit))  # type: ignore[no-untyped-call]
        start, end = self.start + event.start_mark.index, self.start + event.end_mark.index
        if event.style in {"'", '"'}:
            start, end = start + 1, end - 1
        span = Span(start, end) if event.value and self.text[start:end] == event.value else None
        return Node(_KINDS.get(tag.rpartition(":")[2], "text"), line, event.value, span)

    def _line(self, event: Any) -> int:
        return self.line_at(event.start_mark)

    def line_at(self, mark: Any) -> int:
        """The line of the file; YAML counts line ends that other programs do not."""
        if self._odd:
            return _line_of(self.text, self.start + cast("int", mark.index))
        return self.first_line + cast("int", mark.line)

    def _refuse(self, event: Any, message: str, mend: str) -> None:
        raise DigestError(message, path=self.path, line=self._line(event), mend=mend)


def _line_of(text: str, offset: int) -> int:
    """The line an offset is on, be lines ended by LF, CR LF or CR."""
    before = text[:offset]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
