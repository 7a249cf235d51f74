"""A node comes in; the checked values of its keys, and the Problems with any of them, go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sco_digest.errors import nearest
from sco_digest.model import Problem
from sco_digest.yaml_lines.nodes import Node, a_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.yaml_lines.nodes import Kind

_EXAMPLES: dict[Kind, str] = {
    "text": 'write a line "{}: ..."',
    "number": 'write a line "{}: 10"',
    "yes or no": 'write a line "{}: true" or "{}: false"',
    "list": 'write a line "{}:" and below it lines of "- ..."',
    "mapping": 'write a line "{}:" and below it, indented, lines of "key: value"',
}
"""How a value of each kind is written."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


class Form:
    """A mapping of which each key is asked for once; what is wrong is gathered, and the rest goes on with a default."""

    def __init__(self, node: Node, *, path: str, known: Iterable[str], problems: list[Problem] | None = None) -> None:
        self.path = path
        self.line = node.line
        self.problems: list[Problem] = [] if problems is None else problems
        self._nodes = dict(node.pairs)
        known = tuple(known)
        self._is_mapping = node.kind in {"mapping", "nothing"}
        if not self._is_mapping:
            self.wrong(node.line, f'must be lines of "key: value", not {a_kind(node.kind)}', nearest("", known))
        for key, value in node.pairs:
            if key not in known:
                self.wrong(value.line, f'unknown key "{key}"', nearest(key, known))

    def wrong(self, where: int | str, message: str, mend: str = "") -> None:
        """Gather a problem, at a line or at the line of a key."""
        line = where if isinstance(where, int) else self.line_of(where)
        self.problems.append(Problem(self.path, line, message, mend))

    def line_of(self, key: str) -> int:
        """The line of a key, or of the mapping where the key is missing."""
        return self._nodes[key].line if key in self._nodes else self.line

    def has(self, key: str) -> bool:
        """Whether the key is there, be it empty."""
        return key in self._nodes

    def node(self, key: str, *kinds: Kind) -> Node | None:
        """The value if it is of one of these kinds; None, and a problem, if it is of another."""
        node = self._nodes.get(key)
        if node is None or node.kind == "nothing":
            return None
        if node.kind in kinds:
            return node
        mend = _EXAMPLES[kinds[0]].replace("{}", key)
        self.wrong(node.line, f"{key} must be {a_kind(kinds[0])}, not {a_kind(node.kind)}", mend)
        return None

    def text(self, key: str) -> str | None:
        """One line of text; None where it is missing, and "" where it is empty."""
        node = self.node(key, "text", "number", "yes or no")
        return " ".join(node.text.split()) if node and self._printable(node, key) else None

    def needed(self, key: str) -> str:
        """Text that has to be there; "" and a problem where it is not."""
        problems = len(self.problems)
        value = self.text(key) or ""
        if not value and self._is_mapping and len(self.problems) == problems:
            state = "empty" if key in self._nodes else "missing"
            self.wrong(key, f"{key} is {state}", f'write a line "{key}: ..."')
        return value

    def whole(self, key: str, low: int, high: int, default: int) -> int:
        """A whole number in a range."""
        node = self.node(key, "number")
        if node is None:
            return default
        if re.fullmatch(r"[+-]?\d{1,9}", node.text) and low <= int(node.text) <= high:
            return int(node.text)
        self.wrong(key, f"{key} is {node.text[:40]}", f"write a whole number from {low} to {high}")
        return default

    def yes(self, key: str, default: bool) -> bool:
        """Yes or no, in any of the words that YAML has for it."""
        node = self.node(key, "yes or no")
        return node.text.lower() in {"true", "yes", "on"} if node else default

    def entries(self, key: str) -> tuple[Node, ...]:
        """The items of a list."""
        node = self.node(key, "list")
        return node.items if node else ()

    def words(self, key: str) -> tuple[Node, ...]:
        """The items of a list of text; items of another kind are problems."""
        return tuple(item for item in self.entries(key) if self._is_text(item, key) and self._printable(item, key))

    def form(self, key: str, known: Iterable[str]) -> Form:
        """A mapping inside this one, empty where it is missing; its problems are gathered here too."""
        node = self.node(key, "mapping") or Node("nothing", self.line_of(key))
        return Form(node, path=self.path, known=known, problems=self.problems)

    def _is_text(self, item: Node, key: str) -> bool:
        if item.kind not in {"list", "mapping"}:
            return True
        self.wrong(item.line, f"{key}: an entry must be text, not {a_kind(item.kind)}", "put it in quotes")
        return False

    def _printable(self, node: Node, key: str) -> bool:
        if not _CONTROL.search(node.text):
            return True
        self.wrong(node.line, f"{key} holds a control character", "write it anew by hand")
        return False
