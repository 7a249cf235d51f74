"""`sco-digest check --host NAME`: a built site comes in; whether that host takes it goes out, a line for each fault."""

from __future__ import annotations

from pathlib import Path

import click

from sco_digest.cli.terminal import complain, complain_about, counted, say
from sco_digest.hosts import Host, hosts
from sco_digest.hosts.fitting import Finding, findings, size
from sco_digest.hosts.inventory import Inventory, inventory
from sco_digest.model import Problem


@click.command
@click.option("--host", "name", type=click.Choice(list(hosts())), required=True, help="Where the site is to go.")
@click.option(
    "--output",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="public",
    show_default=True,
    help="Folder of the built site.",
)
@click.pass_context
def command(ctx: click.Context, name: str, output: Path) -> None:
    """Say before an upload whether a static host takes the built site.

    Number and size of files, names that the host treats in its own way, and the files that it needs.
    """
    host, site = hosts()[name], inventory(output)
    found = tuple(findings(site, host))
    complain_about(_problem(output, finding) for finding in found)
    ctx.exit(_conclude(output, host, site, found))


def _problem(output: Path, finding: Finding) -> Problem:
    return Problem(str(output / finding.path), 0, finding.message, finding.mend)


def _conclude(output: Path, host: Host, site: Inventory, found: tuple[Finding, ...]) -> int:
    """The last line, and the exit code: 0 where it fits."""
    source = f"limits as of {host.as_of}, from {host.page}"
    faults = sum(1 for finding in found if finding.stops)
    if faults:
        complain(f"{output} does not fit {host.name}: {counted(faults, 'fault')} ({source})")
        return 1
    say(f"{output} fits {host.name}: {counted(len(site.files), 'file')}, {size(site.bytes)} ({source})")
    return 0
