"""What is in a site and what a host takes come in; what does not fit goes out, a finding for each limit."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sco_digest.hosts import Host, Limit, Measure, Names
    from sco_digest.hosts.inventory import Inventory


class Finding(Struct, frozen=True):
    """One thing to know before an upload."""

    path: str
    """The file or folder below the site; empty for the site as a whole."""
    message: str
    mend: str
    stops: bool = True
    """Whether the site does not fit for it; else it fits, and behaves in a way to know of."""


class Counted(Struct, frozen=True):
    """How something is measured, and what can be done where there is too much of it."""

    measured: Callable[[Inventory], Mapping[str, int]]
    """The number for each path that has one; the site as a whole is the empty path."""
    noun: str
    """What the number is called behind it."""
    mend: str


OTHER_HOST = "or choose a host that takes more"
BIG_FILE = f"leave it out of the upload, {OTHER_HOST}"
MEASURES: dict[Measure, Counted] = {
    "files": Counted(lambda site: {"": len(site.files)}, "files", f"build with --no-search, {OTHER_HOST}"),
    "entries": Counted(
        lambda site: {"": len(site.files) + len(site.folders)},
        "files and folders",
        f"build with --no-search, {OTHER_HOST}",
    ),
    "files_in_folder": Counted(lambda site: site.by_folder(), "files in one folder", f"split it, {OTHER_HOST}"),
    "file_bytes": Counted(lambda site: site.files, "in one file", BIG_FILE),
    "site_bytes": Counted(lambda site: {"": site.bytes}, "in all", f"build with --no-search, {OTHER_HOST}"),
    "path_bytes": Counted(
        lambda site: {path: len(path.encode()) for path in site.files}, "bytes in its path", "give it a shorter name"
    ),
}


def findings(site: Inventory, host: Host) -> Iterator[Finding]:
    """All that does not fit; nothing where the site can go up as it is."""
    yield from _missing(site, host)
    for limit in host.limits:
        yield from _beyond(site, limit, host)
    for names in host.names:
        yield from _named(site, names, host)
    yield from _twins(site, host)
    for path in site.odd:
        yield Finding(path, f"is no plain file, and {host.name} publishes those only", "put a copy in its place")


def _missing(site: Inventory, host: Host) -> Iterator[Finding]:
    if "index.html" not in site.files:
        yield Finding("", "has no index.html, and so no front page", "name the folder that sco-digest build wrote")
    for need in host.needs:
        if need.path not in site.files:
            message = f"is missing, and without it {need.without}"
            yield Finding(need.path, message + _doubt(sure=need.sure), "build the site anew with this version")


def _beyond(site: Inventory, limit: Limit, host: Host) -> Iterator[Finding]:
    """The worst of those that are beyond the limit, and how many others there are."""
    counted = MEASURES[limit.of]
    beyond = {path: number for path, number in counted.measured(site).items() if number > limit.most}
    if not beyond:
        return
    worst = min(beyond, key=lambda path: (-beyond[path], path))
    message = f"{_amount(beyond[worst], limit)} {counted.noun}, and {host.name} takes {_amount(limit.most, limit)}"
    says = f" ({limit.says})" if limit.says else ""
    message = f"{message}{says}{_doubt(sure=limit.sure)}{_others(len(beyond) - 1)}"
    yield Finding(worst, message, counted.mend + (_most_in(site) if limit.of in {"files", "entries"} else ""))


def _named(site: Inventory, names: Names, host: Host) -> Iterator[Finding]:
    """The first path that has such a name, and how many others there are."""
    found = [path for path in site.files if re.search(names.pattern, path)]
    if not found or names.unless in site.files:
        return
    message = f"{names.says} ({host.name}){_doubt(sure=names.sure)}{_others(len(found) - 1)}"
    mend = f"add a file {names.unless}, or rename it" if names.unless else "rename it" if names.refused else ""
    yield Finding(found[0], message, mend, stops=names.refused)


def _twins(site: Inventory, host: Host) -> Iterator[Finding]:
    """Paths that differ in capital letters alone: a host, or a machine on the way there, may take them for one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for path in (*site.files, *site.folders):
        alike[path.casefold()].append(path)
    for one, other, *more in (paths for paths in alike.values() if len(paths) > 1):
        message = f"differs from {other} in capital letters alone, which {host.name} may take for one"
        yield Finding(one, message + _others(len(more)), "rename one of them")


def _amount(number: int, limit: Limit) -> str:
    """A number as people read it.

    >>> _amount(26_214_400, Limit("file_bytes", 1)), _amount(20_000, Limit("files", 1))
    ('26.2 MB', '20,000')
    """
    return size(number) if limit.of in {"file_bytes", "site_bytes"} else f"{number:,}"


def size(number: int) -> str:
    """Bytes as people read them.

    >>> size(812), size(26_214_400), size(5_497_558_138_880)
    ('812 bytes', '26.2 MB', '5,497.6 GB')
    """
    for unit, least in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= least:
            return f"{number / least:,.1f} {unit}"
    return f"{number} bytes"


def _doubt(*, sure: bool) -> str:
    return "" if sure else " (we are not certain of this)"


def _others(number: int) -> str:
    return f", and {number:,} more like it" if number else ""


def _most_in(site: Inventory) -> str:
    """Where most files lie; empty where all lie at the top."""
    tops = site.by_top()
    most = min(tops, key=lambda name: (-tops[name], name), default="")
    return f" ({tops[most]:,} lie in {most}/)" if most else ""
