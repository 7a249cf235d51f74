"""`sco-digest serve`: folders come in, the site on this machine alone goes out, built again when they change."""

from __future__ import annotations

import errno
import threading
from typing import TYPE_CHECKING, Any

import click
from watchfiles import watch

from sco_digest.cli import options
from sco_digest.cli.build import attempt, show, wanted
from sco_digest.cli.log import Lines
from sco_digest.cli.preview import Preview
from sco_digest.cli.terminal import say
from sco_digest.errors import DigestError
from sco_digest.progress import nobody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_GLANCE = 200
"""Milliseconds after which watching comes back, changes or none; the first return says that it has begun."""


@click.command
@options.seeds
@options.content
@options.templates
@options.output
@options.base_url
@options.jobs
@options.search
@click.option("--force", is_flag=True, help="Replace a folder that sco-digest did not write.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 for any free one."
)
def command(port: int, **wishes: Any) -> None:
    """Show the site on this machine and keep it fresh.

    It is built at the start and whenever a text or template changes, and open pages reload. Stop it with Ctrl-C.
    """
    asked = wanted(**wishes)
    with _preview(asked.output, port) as preview:
        threading.Thread(target=preview.serve_forever, daemon=True).start()
        say(f"looking at {asked.seeds}; open http://127.0.0.1:{preview.server_port}/ and stop with Ctrl-C")
        for _ in _occasions(wishes):
            show(attempt(wishes, nobody), Lines())
            preview.reload()


def _preview(folder: Path, port: int) -> Preview:
    try:
        return Preview(folder, port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        other = port + 1 if port < 65535 else 0
        raise DigestError(f"port {port} is in use by another program", mend=f"try --port {other}") from error


def _occasions(wishes: dict[str, Any]) -> Iterator[None]:
    """Once as soon as we watch, so that no change is missed, and once for each bundle of changes."""
    while True:
        places = _places(wishes)
        for glance, changes in enumerate(watch(*places, yield_on_timeout=True, rust_timeout=_GLANCE)):
            if glance == 0:
                yield None
            elif changes or _places(wishes) != places:
                break


def _places(wishes: dict[str, Any]) -> dict[Path, int]:
    """What there is to watch at this moment; a folder that was put in the place of another is a new one."""
    asked = wanted(**wishes)
    folders = (asked.seeds, asked.content, asked.templates)
    return {folder: folder.stat().st_ino for folder in folders if folder is not None and folder.exists()}
