"""Survivors and a package come in; those whose line the package no longer has in that function go out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.mutants.outcome import Survivor


def functions(package: Path, room: str) -> dict[str, set[str]]:
    """The lines of each function and method of a room, such as `cache.store.Store.get`, stripped."""
    found = {}
    for file in (package / room).rglob("*.py"):
        module = ".".join(file.relative_to(package).with_suffix("").parts).removesuffix(".__init__")
        text = file.read_text(encoding="utf-8")
        for name, node in _named(ast.parse(text)):
            lines = text.split("\n")[node.lineno - 1 : node.end_lineno]
            found[f"{module}.{name}"] = {line.strip() for line in lines}
    return found


def _named(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions of a module and the methods of its classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        methods = node.body if isinstance(node, ast.ClassDef) else ()
        yield from ((f"{node.name}.{one.name}", one) for one in methods if isinstance(one, ast.FunctionDef))  # type: ignore[attr-defined]


def stale(survivors: Iterable[Survivor], known: dict[str, set[str]]) -> Iterator[Survivor]:
    """Those that tell of code that is gone."""
    for one in survivors:
        if not {*one.was.split("\n")} - {""} <= known.get(one.where, set()):
            yield one
