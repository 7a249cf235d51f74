"""Options that several commands share come in once; each command takes the ones it needs."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import ELOOP
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from sco_digest.addresses import is_address
from sco_digest.errors import ContentError, DigestError, TemplateError, in_utf8
from sco_digest.progress import latest_day
from sco_digest.shipped import shipped

if TYPE_CHECKING:
    from datetime import datetime


def content_folder(named: Path | None) -> Path:
    """The folder that was named, else ./content, else the one that ships: as things are at this moment."""
    own = named or Path("content")
    if os.path.lexists(own) and not own.is_dir():  # a link that leads nowhere, or a file
        raise ContentError("is no folder", path=str(own), mend="put a folder there, or remove it")
    return own if own.is_dir() else shipped("content")


def templates_folder(named: Path | None) -> Path | None:
    """The folder that was named, else ./templates, if there is one at this moment."""
    own = named or Path("templates")
    if os.path.lexists(own) and not own.is_dir():
        raise TemplateError("is no folder", path=str(own), mend="put a folder there, or remove it")
    shown = in_utf8(own)
    if shown != str(own):  # which Jinja cannot keep apart
        raise TemplateError("the name is not UTF-8", path=shown, mend="rename it")
    return own if own.is_dir() else None


def day(named: datetime | None) -> str:
    """The day that was named, else the one that it is at this moment, in ISO form."""
    return named.date().isoformat() if named else latest_day()


def cluster(executor: str, scheduler: str) -> str:
    """The address of the Dask scheduler, empty for this machine; wrong usage where one option lacks the other."""
    if (executor == "dask") != bool(scheduler):
        raise click.UsageError("--executor dask and --scheduler tcp://HOST:PORT belong together")
    return scheduler


def _scheduler(ctx: click.Context, param: click.Parameter, value: str) -> str:
    with suppress(ValueError):  # of a port that is no number
        parts = urlsplit(value)
        if not value or (parts.scheme in ("tcp", "tls") and parts.hostname and parts.port):
            return value
    raise click.BadParameter(f"{value!r} is not an address such as tcp://127.0.0.1:8786")


def _address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value and not is_address(value):
        raise click.BadParameter(f"{value!r} is not an address such as https://example.org/digest/")
    return value


def somewhere() -> None:
    """Raise where the folder one is in was removed, from which all others are named."""
    try:
        Path.cwd()
    except FileNotFoundError as error:
        raise DigestError("the folder you are in is not there any more", mend="go to one that is") from error


def no_circle(output: Path) -> None:
    """Raise where the output is a link that leads to itself."""
    try:
        output.stat()
    except OSError as error:
        if error.errno == ELOOP:
            message = "a link that leads in a circle cannot be the output folder"
            raise DigestError(message, path=str(output), mend="remove it, or name another one") from error


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

# that a folder cannot be read is no wrong usage: a build tells of it with what to do about it, and reports it
seeds = click.option(
    "--seeds",
    type=click.Path(path_type=Path, readable=False),
    default="seeds",
    show_default=True,
    help="Folder of news texts, or one file.",
)
content = click.option(
    "--content", type=_FOLDER, help="Settings, topics, people, places, pages.  [default: content or shipped]"
)
templates = click.option("--templates", type=_FOLDER, help="Templates that win over the shipped.  [default: templates]")
output = click.option(
    "--output",
    type=click.Path(path_type=Path, readable=False),
    default="public",
    show_default=True,
    help="Folder of the site, replaced as a whole.",
)
base_url = click.option(
    "--base-url", callback=_address, metavar="URL", help="Address of the site; wins over site.yaml."
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(0, 256),
    default=0,
    metavar="N",
    help="Processes.  [default: what the work is worth]",
)
executor = click.option(
    "--executor",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Work in processes of this machine, or on a Dask cluster.",
)
scheduler = click.option(
    "--scheduler", callback=_scheduler, default="", metavar="tcp://HOST:PORT", help="The cluster, for --executor dask."
)
search = click.option("--search/--no-search", default=True, help="Leave out the search page and its index, or not.")
cache = click.option(
    "--cache/--no-cache", default=True, help="Take over what a build before made of the same, or make all of it anew."
)
today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day after which no text can have been published.  [default: this day]",
)
