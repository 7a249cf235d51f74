"""A bill of materials and the packages of a lock file come in; what the bill leaves out or adds goes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.audit.locks import Pinned, normal

if TYPE_CHECKING:
    from collections.abc import Iterable


def bill_faults(text: str, wanted: Iterable[Pinned]) -> list[str]:
    """Each package that is in one of the two only, or that the bill gives no hash of: its schema asks for none."""
    listed = {Pinned(normal(one["name"]), one["version"]): _hashes(one) for one in json.loads(text)["components"]}
    locked = {*wanted}
    return [
        *(f"{one.name} {one.version} is not in it" for one in sorted(locked - listed.keys())),
        *(f"{one.name} {one.version} is not locked" for one in sorted(listed.keys() - locked)),
        *(f"{one.name} {one.version} has no hash" for one in sorted(listed) if not listed[one]),
    ]


def _hashes(component: dict[str, list[dict[str, list[object]]]]) -> list[object]:
    return [one for reference in component.get("externalReferences", ()) for one in reference.get("hashes", ())]
