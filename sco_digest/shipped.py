"""The name of a folder comes in, the one that ships with sco-digest goes out: `templates`, `content` or `seeds`."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Inside the package where it was installed from a wheel, at the top of the repository in a checkout."""
    installed = _PACKAGE / "starter" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
