"""The files of `corrections/` come in; the Corrections of records, in the order of their paths, go out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sco_digest.content.files import listed, open_yaml
from sco_digest.errors import nearest
from sco_digest.model import Correction

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from sco_digest.model import Problem
    from sco_digest.yaml_lines import Form

CHANGES = ("date", "headline", "source", "policy_areas", "remove", "confirm")
KEYS = ("article", "reason", *CHANGES)


def load_corrections(folder: Path, topics: Collection[str], problems: list[Problem]) -> tuple[Correction, ...]:
    """The corrections; a policy area in them has to be one of the `topics`."""
    forms = [(path, open_yaml(path, KEYS, problems)) for path in listed(folder, ".yaml", ".yml")]
    return tuple(_correction(form, f"{folder.name}/{path.name}", topics) for path, form in forms if form)


def _correction(form: Form, path: str, topics: Collection[str]) -> Correction:
    """One correction, with gaps where there are problems; `path` is told in the record, so it names no machine."""
    correction = Correction(
        path=path,
        article=form.needed("article"),
        reason=form.needed("reason"),
        file=form.path,
        line=form.line_of("article"),
        date=_date(form),
        headline=_filled(form, "headline"),
        source=_filled(form, "source"),
        policy_areas=_policy_areas(form, topics),
        remove=_words(form, "remove"),
        confirm=_words(form, "confirm"),
    )
    if not any(form.has(key) for key in CHANGES):
        form.wrong(form.line, "it changes nothing", "give it a date, headline, source, policy_areas, remove or confirm")
    return correction


def _words(form: Form, key: str) -> tuple[str, ...]:
    """A list of words that name facts."""
    return tuple(node.text for node in form.words(key) if node.text.strip())


def _filled(form: Form, key: str) -> str | None:
    """Text that may be missing but not empty."""
    return form.needed(key) or None if form.has(key) else None


def _date(form: Form) -> str | None:
    """A day of the calendar."""
    value = _filled(form, "date")
    if value is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    form.wrong("date", f"{value[:40]} is no date", "write it as YYYY-MM-DD")
    return None


def _policy_areas(form: Form, topics: Collection[str]) -> tuple[str, ...] | None:
    """Slugs of topics; an empty list takes all areas away."""
    if not form.has("policy_areas"):
        return None
    nodes = form.words("policy_areas")
    for node in nodes:
        if node.text not in topics:
            form.wrong(node.line, f'"{node.text[:40]}" is no topic', nearest(node.text, topics))
    return tuple(dict.fromkeys(node.text for node in nodes))
