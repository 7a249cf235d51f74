"""A whole site of two small texts, byte by byte. `make generated` writes it anew; then read what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.golden.site import HERE, build_into

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    build_into(folder / "public")
    return folder


def paths(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_the_same_files(built: Path) -> None:
    assert paths(built / "public") == paths(HERE / "public")


@pytest.mark.parametrize("path", paths(HERE / "public"))
def test_the_same_bytes(built: Path, path: str) -> None:
    assert (built / "public" / path).read_text() == (HERE / "public" / path).read_text()


def test_the_same_problems(built: Path) -> None:
    assert (built / "problems.txt").read_text() == (HERE / "problems.txt").read_text()
