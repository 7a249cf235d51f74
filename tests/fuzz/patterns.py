"""The package comes in; every regular expression in it goes out, with where it stands and how it is applied.

They are found twice: in the syntax of each file, where `re` is called, and among the values that its modules hold.
"""

from __future__ import annotations

import ast
import pkgutil
import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct

import sco_digest
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

WAYS = {
    "match": "match",
    "fullmatch": "fullmatch",
    **dict.fromkeys(("search", "finditer", "findall", "sub", "subn", "split"), "scan"),
}
"""How a pattern is applied: from the beginning of a text, to all of it, or from every place in it."""


class Found(Struct, frozen=True):
    """One regular expression of the package, or one of the several that an expression with names in it stands for."""

    module: str
    source: str
    """As it is written in the code."""
    pattern: re.Pattern[str]
    ways: tuple[str, ...]


class NotKnownError(Exception):
    """A pattern is put together of names that only a function knows: say in `tests/test_patterns.py` what they hold."""


@cache
def modules() -> dict[str, ModuleType]:
    """Every module of the package by its name, but the one that runs it."""
    names = [found.name for found in pkgutil.walk_packages(sco_digest.__path__, "sco_digest.")]
    return {name: import_module(name) for name in ("sco_digest", *names) if not name.endswith("__main__")}


def found(known: dict[tuple[str, str], list[dict[str, Any]]]) -> Iterator[Found]:
    """Each pattern that the code compiles or hands to `re`; `known` has the names in those that functions make."""
    for name, module in modules().items():
        for node in ast.walk(_tree(name)):
            if isinstance(node, ast.Call) and _is_of_re(node.func):
                assert isinstance(node.func, ast.Attribute)
                yield from _called(name, module, node.func.attr, node, known)


def held() -> Iterator[re.Pattern[str]]:
    """Each pattern among the values of the modules, also inside tuples, lists, mappings and classes."""
    seen: set[int] = set()
    for module in modules().values():
        for value in vars(module).values():
            yield from _inside(value, seen)


def imported_names() -> set[str]:
    """What the package imports from `re`, or as another name than `re`: such calls would not be found."""
    nodes = [node for name in modules() for node in ast.walk(_tree(name))]
    taken = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module in {"re", "regex"}}
    renamed = (alias for node in nodes if isinstance(node, ast.Import) for alias in node.names)
    return {*filter(None, taken), *(alias.name for alias in renamed if alias.name == "re" and alias.asname)}


def _called(
    name: str, module: ModuleType, method: str, call: ast.Call, known: dict[tuple[str, str], list[dict[str, Any]]]
) -> Iterator[Found]:
    """The patterns of one call."""
    if method not in {*WAYS, "compile"}:
        return
    flags = [word.value for word in call.keywords if word.arg == "flags"]
    flags += call.args[1:2] if method == "compile" else []
    source = ast.unparse(call.args[0])
    for names in known.get((name, source), [{}]):
        pattern = re.compile(_value(call.args[0], module, names), _value(flags[0], module, names) if flags else 0)
        ways = (WAYS[method],) if method in WAYS else _ways(name, pattern)
        yield Found(name, source, pattern, ways)


def _value(node: ast.expr, module: ModuleType, names: dict[str, Any]) -> Any:
    """What an expression of the code stands for."""
    try:
        return eval(compile(ast.Expression(node), module.__name__, "eval"), vars(module), names)  # noqa: S307  # our code
    except NameError as error:
        raise NotKnownError(f"{module.__name__}: {ast.unparse(node)}: {error}") from error


def _ways(home: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """How a compiled pattern is applied under any name that holds it; else all that its module does with values."""
    used = {
        WAYS[method]
        for name, method, value in _uses()
        if isinstance(value, ast.Name) and _same(vars(modules()[name]).get(value.id), pattern)
    }
    return tuple(sorted(used or {WAYS[method] for name, method, _ in _uses() if name == home}))


@cache
def _uses() -> tuple[tuple[str, str, ast.expr], ...]:
    """Each module, method and value of which a method is asked for that patterns have."""
    return tuple(
        (name, node.attr, node.value)
        for name in modules()
        for node in ast.walk(_tree(name))
        if isinstance(node, ast.Attribute) and node.attr in WAYS and not _is_of_re(node)
    )


def _same(value: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, re.Pattern) and (value.pattern, value.flags) == (pattern.pattern, pattern.flags)


def _inside(value: Any, seen: set[int]) -> Iterator[re.Pattern[str]]:
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for inner in (*value, *value.values()):
            yield from _inside(inner, seen)
    elif isinstance(value, tuple | list | set | frozenset):
        for inner in value:
            yield from _inside(inner, seen)
    elif isinstance(value, type) and value.__module__.startswith("sco_digest"):
        for inner in vars(value).values():
            yield from _inside(inner, seen)


def _is_of_re(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "re"


@cache
def _tree(name: str) -> ast.Module:
    path = ROOT.joinpath(*name.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))
