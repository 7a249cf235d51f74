"""What is read of a thousand texts comes in, a print of each record goes out: `python -m tests.readings --help`.

Rules meet in many texts, and the cases of one say nothing of the other facts of their texts. `readings.json` has a
print of the whole record of each text of the cases, of `tests/texts` and of `tests/news`: a change of any shows.
`--against REVISION` shows which facts are others than those of that commit; without it the prints are written anew.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec
import yaml

from sco_digest.content import load_content
from sco_digest.extract import extract
from sco_digest.seeds import read_seeds
from tests.extract.reading import document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Document

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests/extract/cases"
PRINTS = CASES / "readings.json"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LENGTH = 10
"""Digits of a print: enough to tell that a record is another."""
LEFT_OUT = {"id", "path", "sha256", "text", "paragraphs"}
"""What no rule reads."""


def sources() -> tuple[str, ...]:
    """The files and folders of texts, as they are named in the prints."""
    return (*(path.stem for path in sorted(CASES.glob("*.yaml"))), "texts", "news")


def prints(source: str) -> dict[str, str]:
    """A print of the record of each text of a source, by its name there."""
    return {name: sha256(msgspec.json.encode(facts)).hexdigest()[:LENGTH] for name, facts in records(source)}


def records(source: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The facts of each text of a source."""
    for name, one in _documents(source):
        record = json.loads(msgspec.json.encode(extract(one, _vocabulary())))
        yield name, {field: value for field, value in record.items() if field not in LEFT_OUT}


@cache
def _vocabulary() -> Any:
    return load_content(ROOT / "content")[0].vocabulary


def _documents(source: str) -> Iterator[tuple[str, Document]]:
    if source in ("texts", "news"):
        files = sorted(path for path in (ROOT / "tests" / source).iterdir() if path.suffix in (".txt", ".md", ".jsonl"))
        for path in (path for path in files if path.name != "README.md"):
            for place, one in enumerate(read_seeds(path, max_bytes=1_000_000)[0]):
                yield f"{path.stem} {place}", one
        return
    texts = _texts(yaml.load((CASES / f"{source}.yaml").read_bytes(), Loader=LOADER))  # noqa: S506
    for place, text in enumerate(texts):
        yield f"{place} {text[:30]}", document(text)


def _texts(data: Any) -> Iterator[str]:
    """Every text of the cases of a file."""
    if isinstance(data, dict):
        yield from [data["text"]] if isinstance(data.get("text"), str) else []
        data = [value for key, value in data.items() if key != "text"]
    if isinstance(data, list):
        for one in data:
            yield from _texts(one)


def main() -> int:
    """Write the prints, or show what is read otherwise than at a commit; 1 where something is."""
    parser = argparse.ArgumentParser(prog="python -m tests.readings", description=__doc__)
    parser.add_argument("--against", metavar="REVISION", help="a commit to compare with")
    parser.add_argument("--facts", action="store_true", help="print all facts as JSON, which --against asks of itself")
    options = parser.parse_args()
    if options.facts:
        sys.stdout.write(json.dumps({source: dict(records(source)) for source in sources()}))
        return 0
    if options.against:
        return _compared(options.against)
    found = {source: prints(source) for source in sources()}
    PRINTS.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _compared(revision: str) -> int:
    """Read the texts of this checkout by the rules of a commit, and show each fact that differs."""
    with TemporaryDirectory(prefix="readings-") as folder:
        subprocess.run(["git", "clone", "--quiet", "--no-checkout", ROOT, folder], check=True)
        subprocess.run(["git", "-C", folder, "checkout", "--quiet", revision, "--", "sco_digest"], check=True)
        for name in ("tests", "content", "docs", "pyproject.toml"):
            Path(folder, name).symlink_to(ROOT / name)
        command = [sys.executable, "-m", "tests.readings", "--facts"]
        before = json.loads(subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE).stdout)
    different = 0
    for source in sources():
        for name, facts in records(source):
            old = before[source].get(name, {})
            for field, value in facts.items():
                if old.get(field) != value:
                    different += 1
                    _show(f"{source}: {name}: {field}", old.get(field), value)
    return int(different > 0)


def _show(where: str, old: Any, new: Any) -> None:
    """The parts of a field that are on one side only."""
    sys.stdout.write(f"{where}\n")
    olds, news = (one if isinstance(one, list) else [one] for one in (old, new))
    for mark, one, other in (("-", olds, news), ("+", news, olds)):
        for part in (part for part in one if part not in other):
            sys.stdout.write(f"  {mark} {json.dumps(part, ensure_ascii=False)[:500]}\n")


if __name__ == "__main__":
    sys.exit(main())
