"""The files of `topics/` come in, a policy area each; the Topics, in their order, go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sco_digest.content.files import listed, open_markdown, refuse_same, slug_of
from sco_digest.model import Topic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sco_digest.model import Problem
    from sco_digest.yaml_lines import Form, Node

LANGUAGES = ("en",)
LISTS = ("strong", "weak", "never")
_MOST = 9999
_IPTC = re.compile(r"medtop:\d{8}")
_CAP = re.compile(r"[1-9]|1\d|2[0-3]")


def load_topics(folder: Path, problems: list[Problem]) -> tuple[Topic, ...]:
    """The topics that are well formed; two of one slug, name or order are a problem."""
    slugs, names, orders, topics = [], [], [], []
    for path in listed(folder, ".md"):
        slugs.append((slug_of(path, problems), str(path), 0))
        opened = open_markdown(path, ("name", "order", "cues", "codes"), problems)
        if opened:
            form, introduction = opened
            topic = _topic(form, slugs[-1][0], introduction)
            topics.append(topic)
            if topic.name:
                names.append((topic.name, str(path), form.line_of("name")))
            if topic.order:
                orders.append((str(topic.order), str(path), form.line_of("order")))
    refuse_same(slugs, "the slug", problems)
    refuse_same(names, "the name", problems)
    refuse_same(orders, "order", problems)
    return tuple(sorted(topics, key=lambda topic: (topic.order, topic.slug)))


def _topic(form: Form, slug: str, introduction: str) -> Topic:
    """One topic, with gaps where there are problems."""
    cues = _cues(form.form("cues", LANGUAGES).form("en", LISTS))
    codes = form.form("codes", ("iptc", "cap"))
    return Topic(
        slug=slug,
        name=form.needed("name"),
        order=form.whole("order", 1, _MOST, 0) if form.needed("order") else 0,
        introduction=introduction,
        **cues,
        iptc=_codes(codes, "iptc", _IPTC.fullmatch, 'write "medtop:" and eight digits'),
        cap=tuple(map(int, _codes(codes, "cap", _CAP.fullmatch, "write a whole number from 1 to 23"))),
    )


def _cues(form: Form) -> dict[str, tuple[str, ...]]:
    """The three lists of cues; a cue is there once and has letters."""
    lists: dict[str, tuple[str, ...]] = {}
    nodes: list[tuple[str, Node]] = []
    for key in LISTS:
        found = [(key, node) for node in form.words(key) if _has_letters(form, key, node)]
        nodes += found
        lists[key] = tuple(" ".join(node.text.split()) for _, node in found)
    _refuse_repeated(form, nodes)
    return lists


def _has_letters(form: Form, key: str, node: Node) -> bool:
    if any(character.isalnum() for character in node.text):
        return True
    form.wrong(node.line, f"a cue in {key} is empty", "write a word, or take the line out")
    return False


def _refuse_repeated(form: Form, nodes: list[tuple[str, Node]]) -> None:
    seen: dict[str, str] = {}
    for key, node in nodes:
        cue = " ".join(node.text.casefold().split())
        if cue in seen:
            form.wrong(node.line, f'the cue "{node.text}" is already in {seen[cue]}', "keep it in one place")
        seen.setdefault(cue, key)


def _codes(form: Form, key: str, is_code: Callable[[str], object], mend: str) -> tuple[str, ...]:
    """The codes of one taxonomy."""
    nodes = form.words(key)
    for node in nodes:
        if not is_code(node.text):
            form.wrong(node.line, f'"{node.text[:40]}" is no {key} code', mend)
    return tuple(node.text for node in nodes if is_code(node.text))
