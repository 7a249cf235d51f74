"""Writes the list of known misses anew: `python -m tests.extract`. Read the difference before it is committed."""

from __future__ import annotations

import json

from tests.extract.gold import GOLD, records
from tests.extract.test_texts import KNOWN_MISSES, misses

if __name__ == "__main__":
    found = {f"{name}-{place}": misses(records(name)[place], gold) for (name, place), gold in GOLD.items()}
    missed = {key: lines for key, lines in found.items() if lines}
    KNOWN_MISSES.write_text(json.dumps(missed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
