"""A folder with a site comes in; its pages go out, served and open in Chromium, with all that they complained about."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The one built without windows first: it opens a page in half the time."""
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
SUB_PATH = "press/digest"
"""Where a site is published under test: it has to work anywhere."""
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
FLAGS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")
"""No sandbox: root has none; no /dev/shm: containers have little."""


def missing() -> str:
    """What the browser tests lack on this machine; empty where they can run."""
    if CHROMIUM is None:
        return "Chromium is not installed (apt-get install chromium)"
    driver = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False)
    return "Playwright cannot start (apt-get install libatomic1)" if driver.returncode else ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, closed at the end."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


class Patient(ThreadingHTTPServer):
    """A server at which many may wait: whoever looks at all links at once is refused by one with the usual five."""

    request_queue_size = 512


class Quiet(SimpleHTTPRequestHandler):
    """A static server that keeps to itself."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@contextmanager
def served(
    folder: Path, *, server_of: type[ThreadingHTTPServer] = Patient, answers: type[SimpleHTTPRequestHandler] = Quiet
) -> Iterator[str]:
    """The address, without a slash at its end, under which a static server shows the folder meanwhile."""
    with server_of(("127.0.0.1", 0), functools.partial(answers, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Visit:
    """A page open in the browser, what it complained about, and what it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self.requests.append(request.url))

    def _failed(self, request: Any) -> None:
        """A browser that goes on to another page drops what the last one waits for: its icon, the list of shards."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def _heard(self, message: Any) -> None:
        """A page for mail links no icon, for which a browser then asks the host, now and then before it goes on."""
        if message.type in ("error", "warning") and not message.location.get("url", "").endswith("/favicon.ico"):
            self.complaints.append(message.text)

    def outside(self, address: str) -> list[str]:
        """What was asked for from other places than below that address."""
        return [url for url in self.requests if not url.startswith((address, "data:"))]
