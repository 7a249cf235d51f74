"""YAML text comes in, plain nodes that know their line and place go out: the one door to PyYAML in the house.

Settings, content and seeds all want the line of what is wrong, so they read YAML here and nowhere else.
"""

from __future__ import annotations

from sco_digest.yaml_lines.form import Form
from sco_digest.yaml_lines.nodes import Node, front_matter, parse, read_utf8

__all__ = ["Form", "Node", "front_matter", "parse", "read_utf8"]
