"""A number of hostile texts comes in; their site is built and looked at in every way, and figures and faults go out."""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, pairwise, repeat
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tests.browser.opening import Patient, Quiet, chromium, served
from tests.hostile.home import built
from tests.hostile.opened import opened, pages_of, tab
from tests.hostile.parsed import unreadable
from tests.hostile.visible import lost, reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.hostile.home import Built
    from tests.hostile.visible import Reach

SEARCH = "search/index.html"
FOUND = "#results li"
"""What a search shows."""
WORDS = ("hacked", "script", "onerror", "evil")
AT_ONCE = 200
"""Pages that one browser opens before another takes its place."""
FEWEST_PUBLISHED = 0.75
FEWEST_SHOWN = 0.9
"""Shares of the articles; what is set aside, and what no page shows, proves nothing."""
PARTS = ("articles", "speakers", "topics", "statistics", "projects", "proposals", "digests", "archive", "index.html")


class Result(Struct, frozen=True):
    """One check of one corpus."""

    seeds: int
    published: int
    pages: int
    opened: int
    """Pages opened in the browser, one that was opened in two ways twice."""
    files: int
    reach: Reach
    seconds: dict[str, float]
    faults: tuple[str, ...]

    def __str__(self) -> str:
        parts = ", ".join(f"{part} {number}" for part, number in sorted(self.reach.parts.items()))
        return "; ".join(
            (
                f"{self.seeds} seeds, {self.published} published",
                f"{self.reach.whole} of {self.reach.articles} articles show their payload whole",
                f"{len(self.reach.contexts)} contexts",
                f"pages with hostile words: {parts}",
                f"{self.files} files, {self.pages} pages, opened {self.opened} times",
                ", ".join(f"{stage} {taken:.0f} s" for stage, taken in self.seconds.items()),
                f"{len(self.faults)} faults",
            )
        )


class Unmoved(Patient):
    """A server that a browser may leave in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


class Lasting(Quiet):
    """A static server whose scripts and styles a browser need not ask for again."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        if self.path.endswith((".js", ".css", ".svg")):
            self.send_header("Cache-Control", "max-age=9999")
        super().end_headers()


def checked(top: Path, count: int, seed: int, *, policy_every: int = 1) -> Result:
    """The whole way; of so many pages one is opened as it is, all of them without their policy."""
    clock = [time.perf_counter()]
    with served(top / "home/public", server_of=Unmoved, answers=Lasting) as address:
        site = built(top, address, count, seed)
        clock.append(time.perf_counter())
        if not site.report["published"]:
            return _unpublished(site)
        faults = [*site.faults, *unreadable(site.output)]
        seen = reach(site.output, site.seeds)
        clock.append(time.perf_counter())
        paths = pages_of(site.output)
        bare, whole = paths, paths[::policy_every]
        faults += in_browsers(address, site.output, bare, policy=False)
        faults += in_browsers(address, site.output, whole, policy=True)
        clock.append(time.perf_counter())
    faults += unproved(site, seen)
    stages = zip(("built", "parsed", "opened"), (after - before for before, after in pairwise(clock)), strict=True)
    return Result(
        seeds=len(site.seeds),
        published=site.report["articles"],
        pages=len(paths),
        opened=len(bare) + len(whole),
        files=site.report["files"],
        reach=seen,
        seconds=dict(stages),
        faults=tuple(faults),
    )


def in_browsers(address: str, folder: Path, paths: Sequence[str], *, policy: bool) -> list[str]:
    """What is wrong with these pages, and with the search, opened in as many browsers as there are processors."""
    parts = [paths[start : start + AT_ONCE] for start in range(0, len(paths), AT_ONCE)]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as workers:
        found = workers.map(_open, repeat(address), repeat(folder), parts, repeat(policy))
        return list(chain.from_iterable(found)) + workers.submit(_search, address, folder, policy).result()


def _open(address: str, folder: Path, paths: Sequence[str], policy: bool) -> list[str]:
    with chromium() as browser:
        return list(opened(browser, address, folder, paths, policy=policy))


def _search(address: str, folder: Path, policy: bool) -> list[str]:
    """What is wrong with the search page while it shows what it found for words that hostile texts have."""
    with chromium() as browser:
        return list(chain.from_iterable(_found(browser, address, folder, word, policy) for word in WORDS))


def _found(browser: Browser, address: str, folder: Path, word: str, policy: bool) -> list[str]:
    """In a tab of its own, since the next page would break off what is still loading."""
    with tab(browser, address, folder, policy=policy) as one:
        return list(one.faults(f"{SEARCH}?q={word}", awaited=FOUND))


def unproved(site: Built, seen: Reach) -> Iterator[str]:
    """Where too little that is hostile got onto the pages for their silence to prove anything."""
    if site.report["articles"] < FEWEST_PUBLISHED * len(site.seeds):
        yield f"only {site.report['articles']} of {len(site.seeds)} texts were published"
    if seen.whole < FEWEST_SHOWN * seen.articles:
        yield f"only {seen.whole} of {seen.articles} articles show their payload"
    problems = (problem["path"] for problem in site.report["problems"])
    yield from (f"{path!r} has no page and is not named" for path in lost(site.seeds, seen, problems))
    if not (site.output / SEARCH).is_file():
        yield f"there is no {SEARCH}, so no search could be tried"
    yield from (f"no page of {part} has a hostile word" for part in PARTS if not seen.parts[part])


def _unpublished(site: Built) -> Result:
    refused = f"nothing was published: {site.report['refusal']}; {site.report['problems'][:5]}"
    nothing = reach(site.output, ())
    return Result(len(site.seeds), 0, 0, 0, 0, nothing, {}, (*site.faults, refused))
