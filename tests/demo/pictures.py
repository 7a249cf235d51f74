"""The demonstration site comes in; the pictures of the README go out. Run: python -m tests.demo.pictures"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.opening import chromium, served
from tests.checks.subject import built
from tests.demo.writing import write
from tests.projects import ROOT

PICTURES = ROOT / "docs/images"
SIZE = {"width": 1280, "height": 860}
WANTED = {"article": "light", "home": "light", "series": "light"}
"""The kinds of page that are shown, each with its colours."""


def main() -> None:
    """Write a picture of each, as PNG."""
    with TemporaryDirectory() as top, served(Path(top, "www")) as address:
        write(texts := Path(top, "project"))
        subject, _ = built(texts, Path(top, "www"), address)
        site = subject.edition("")
        with chromium() as browser:
            for kind, scheme in WANTED.items():
                with browser.new_context(viewport=SIZE, color_scheme=scheme) as context:  # type: ignore[arg-type]
                    page = context.new_page()
                    page.goto(f"{address}/{site.samples()[kind]}", wait_until="networkidle")
                    page.screenshot(path=PICTURES / f"{kind}.png")
                    sys.stdout.write(f"{PICTURES / kind}.png\n")


if __name__ == "__main__":
    main()
