"""The rules of the house, read from the code itself: docs/architecture.md says the same in words."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parent.parent / "sco_digest"
MODULES = sorted(HOUSE.rglob("*.py"))
ROOT = "sco_digest"

ALWAYS = {"model", "errors"}
"""What every room may import; these two import nothing of ours but each other."""
STAGES = {"settings", "content", "corrections", "seeds", "extract", "site", "pages", "outputs", "publish"}
TOOLS = {
    *("addresses", "aside", "below", "cache", "deadline", "doubt", "facts", "hosts", "kit"),
    *("library", "many", "progress", "regular", "rules", "sentences", "shipped", "slugs", "standing", "variants"),
    "workers",
}
MAY_IMPORT: dict[str, set[str]] = {
    **{room: set() for room in STAGES | TOOLS | ALWAYS | {"yaml_lines", "language"}},
    "yaml_lines": {"regular"},
    "settings": {"addresses", "yaml_lines"},
    "content": {"slugs", "yaml_lines"},
    "seeds": {"regular", "standing", "yaml_lines"},
    "extract": {"language"},
    "site": {"language", "many", "sentences", "slugs"},
    "publish": {"slugs", "standing"},
    "pages": {"sentences"},
    "outputs": {"below", "deadline", "sentences"},
    "corrections": {"doubt"},
    "aside": {"deadline", "facts"},
    "rules": {"facts"},
    "kit": {"cache", "shipped"},
    "workers": {"kit"},
    "shipped": {"below"},
    "cache": {"below", "many", "standing"},
    "library": {"aside", "cache", "corrections", "doubt", "extract", "facts", "site", "variants"},
    "reading": STAGES | TOOLS,
    "rendering": {"outputs"} | TOOLS,
    "build": {"reading", "rendering"} | STAGES | TOOLS,
    "cli": {"build", "reading"} | TOOLS,
    "__main__": {"cli"},
    "__init__": set(),
}
"""What each room may import beside `model` and `errors`, and beside the rooms of its own package."""

DOORS = {
    "yaml": {"yaml_lines"},
    "jinja2": {"outputs"},
    "markdown": {"outputs"},
    "markupsafe": {"outputs"},
    "nh3": {"outputs"},
    "pagefind": {"outputs"},
    "babel": {"outputs"},
    "slugify": {"slugs"},
    "distributed": {"workers"},
    "charset_normalizer": {"seeds"},
    "click": {"cli"},
    "rich": {"cli"},
    "watchfiles": {"cli"},
}
"""Each outside package and the one room that may use it; msgspec, which makes the records, may be used anywhere."""
FREE = {"msgspec"}

LONGEST = 250
MAY_BE_LONGER = {"model.py"}
"""The list of all types that cross a wall."""

FORBIDDEN_IN_STAGES = {
    "random",
    "locale",
    "time.time",
    "time.perf_counter",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "os.environ",
    "os.getenv",
    "os.listdir",
    "os.scandir",
    "uuid",
    "socket",
    "urllib.request",
    "http",
}
"""Whatever would make the same input give other bytes on another day or machine, or would leave this machine."""

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room(path: Path) -> str:
    """The room a file belongs to: the first part of its path."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Each module that a file imports, in full, wherever it does so."""
    for node in ast.walk(tree(path)):
        yield from imported(node)


def imported(node: ast.AST) -> Iterator[str]:
    """The modules of one import: `from sco_digest import model` is `sco_digest.model`."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.module, f"line {node.lineno}: relative import"
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            yield whole if whole in modules() else node.module


@cache
def modules() -> set[str]:
    return {dotted(path) for path in MODULES}


def ours(path: Path) -> set[str]:
    """The rooms that a file imports."""
    names = {name.split(".")[1] for name in imports(path) if name.startswith(f"{ROOT}.")}
    return {name for name in names if (HOUSE / name).is_dir() or (HOUSE / f"{name}.py").is_file()}


def test_every_room_is_in_the_table() -> None:
    assert {room(path) for path in MODULES} == set(MAY_IMPORT)


@each_module
def test_who_may_import_whom(path: Path) -> None:
    here = room(path)
    allowed = MAY_IMPORT[here] | ALWAYS | {here}
    assert ours(path) <= allowed


def test_the_ground_floor_imports_nothing_of_ours() -> None:
    assert ours(HOUSE / "errors.py") == set()
    assert ours(HOUSE / "model.py") <= {"errors"}


@each_module
def test_one_door_for_each_outside_package(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)} & (set(DOORS) | FREE)
    assert {package for package in outside - FREE if room(path) not in DOORS[package]} == set()


def test_every_dependency_has_its_door() -> None:
    text = (HOUSE.parent / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    listed = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    names = {re.split(r"[\[>]", line)[0] for line in listed}
    as_imported = {"pyyaml": "yaml", "python-slugify": "slugify", "charset-normalizer": "charset_normalizer"}
    assert {as_imported.get(name, name) for name in names} == (set(DOORS) | FREE) - {"markupsafe"}


@each_module
def test_no_import_inside_a_function(path: Path) -> None:
    inside = [
        node.lineno
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


@each_module
def test_every_module_opens_with_a_sentence(path: Path) -> None:
    docstring = ast.get_docstring(tree(path))
    assert docstring, "say what comes in and what goes out"
    assert docstring.split("\n\n")[0].rstrip().endswith("."), "the first paragraph ends with a full stop"


@each_module
def test_modules_stay_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST or path.relative_to(HOUSE).as_posix() in MAY_BE_LONGER


@each_module
def test_no_drawer_for_odds_and_ends(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "common", "misc"}


@each_module
def test_only_the_command_line_prints(path: Path) -> None:
    printing = {"print", "input", "sys.stdout", "sys.stderr", "sys.exit"} if room(path) != "cli" else set()
    assert printing & set(names(path)) == set()


@each_module
def test_stages_see_no_clock_locale_chance_or_environment(path: Path) -> None:
    if room(path) in STAGES | {"model", "errors", "facts", "language", "yaml_lines"}:
        used = set(names(path)) | set(imports(path))
        assert {name for name in used for bad in FORBIDDEN_IN_STAGES if f"{name}.".startswith(f"{bad}.")} == set()


def test_a_command_that_only_reads_loads_nothing_of_the_site() -> None:
    """Half of the time that such a command takes to start would go into it."""
    graph = {dotted(path): set(imports(path)) for path in MODULES}
    for command in ("export", "review", "explain"):
        loaded = {
            name.split(".")[1] for name in reachable(f"{ROOT}.cli.{command}", graph) if name.startswith(ROOT + ".")
        }
        assert {"site", "pages", "publish", "build"} & loaded == set()


def test_the_clock_is_read_in_one_place() -> None:
    assert {room(path) for path in MODULES if "time" in imports(path)} == {"progress"}


def test_no_circles_between_files() -> None:
    graph = {dotted(path): {name for node in tree(path).body for name in imported(node)} for path in MODULES}
    for start in graph:
        assert start not in reachable(start, graph), f"{start} imports itself by way of others"


def names(path: Path) -> Iterator[str]:
    """Each name that a file uses, with what it is taken from: `os.environ`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


def dotted(path: Path) -> str:
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def reachable(start: str, graph: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += graph.get(name, set())
    return seen
