"""The golden site: `seeds/` and `content/` here, and in `public/` and `problems.txt` what a build makes of them."""

from __future__ import annotations

import shutil
from pathlib import Path

from sco_digest.below import ASSETS
from sco_digest.build import BuildOptions, build
from sco_digest.errors import one_line

HERE = Path(__file__).parent
THEME = HERE.parents[1] / "templates"


def build_into(output: Path) -> None:
    """Build the site, and write the problems of it into a file beside."""
    report = build(BuildOptions(seeds=HERE / "seeds", content=HERE / "content", output=output, jobs=1))
    lines = [one_line(p.message, path=Path(p.path).name, line=p.line, mend=p.mend) for p in report.problems]
    for asset in (file.relative_to(THEME) for file in THEME.rglob("*") if file.suffix in ASSETS):
        (output / asset).unlink()  # they are as they stand in templates/
    shutil.rmtree(output / "search-index")  # it is as Pagefind makes it
    (output.parent / "problems.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
