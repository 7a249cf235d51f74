"""`site.yaml` comes in; complete Settings and the problems found go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

import msgspec
from msgspec.inspect import BoolType, FloatType, IntType, Metadata, StructType, VarTupleType

from sco_digest.addresses import NO_ADDRESS, is_address
from sco_digest.errors import DigestError, nearest
from sco_digest.model import Part, Problem, Settings
from sco_digest.yaml_lines import Form, parse, read_utf8

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from msgspec.inspect import Field

FILE = "site.yaml"
UNTITLED = "Untitled digest"
"""Stands for a title that is missing, beside the problem that says so."""


def load_settings(folder: Path, languages: Collection[str] = ()) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of `folder/site.yaml`; where a value is missing or wrong, its default stands in.

    `languages` are those that the words of the interface exist in; where none is named, any code will do.
    """
    path = folder / FILE
    try:
        form = Form(parse(read_utf8(path), path=str(path)), path=str(path), known=Settings.__struct_fields__)
    except DigestError as error:
        return Settings(title=UNTITLED), (Problem(error.path, error.line, error.message, error.mend),)
    settings = _settings(form, languages)
    return settings, tuple(sorted(form.problems, key=lambda problem: problem.line))


def _settings(form: Form, languages: Collection[str]) -> Settings:
    """What the file says, key by key; types, ranges and defaults are those of the model."""
    info = msgspec.inspect.type_info(Settings)
    assert isinstance(info, StructType)  # noqa: S101 - it is one, see the model
    values: dict[str, Any] = {field.name: _value(form, field) for field in info.fields}
    values["language"] = _language(form, values["language"], languages)
    values["other_languages"] = _other_languages(form, values["language"], languages)
    values["parts"] = tuple(_parts(form))
    return Settings(**values)


def _value(form: Form, field: Field) -> Any:
    """One value, or its default."""
    kind = field.type.type if isinstance(field.type, Metadata) else field.type
    if isinstance(kind, VarTupleType):
        return tuple(node.text for node in form.words(field.name))
    if isinstance(kind, BoolType):
        return form.yes(field.name, field.default)
    if isinstance(kind, IntType):
        return form.whole(field.name, kind.ge or 0, kind.le or 2**31, field.default)
    return _number(form, field) if isinstance(kind, FloatType) else _text(form, field)


def _language(form: Form, value: str, languages: Collection[str]) -> str:
    """The language of the interface, which has to be one that its words exist in."""
    if _is_language(value, languages):
        return value
    form.wrong("language", _no_language("language", value), _nearest_language(value, languages))
    return "en"


def _other_languages(form: Form, first: str, languages: Collection[str]) -> tuple[str, ...]:
    """Those among the further languages that exist, each once."""
    found: list[str] = []
    for node in form.words("other_languages"):
        if node.text == first or node.text in found:
            form.wrong(node.line, f'other_languages names "{node.text}" a second time', "take the line out")
        elif not _is_language(node.text, languages):
            message = _no_language("other_languages", node.text)
            form.wrong(node.line, message, _nearest_language(node.text, languages))
        else:
            found.append(node.text)
    return tuple(found)


def _parts(form: Form) -> Iterator[str]:
    """The parts of the site that are named and that there are."""
    for node in form.words("parts"):
        if node.text in get_args(Part):
            yield node.text
        else:
            form.wrong(
                node.line, f'parts names "{node.text[:40]}", which no site has', nearest(node.text, get_args(Part))
            )


def _number(form: Form, field: Field) -> Any:
    """A number above zero."""
    node = form.node(field.name, "number")
    if node is None:
        return field.default
    if re.fullmatch(r"\d{1,9}(\.\d{0,9})?", node.text) and float(node.text) > 0:
        return float(node.text)
    form.wrong(field.name, f"{field.name} is {node.text[:40]}", "write a number above 0, such as 10 or 2.5")
    return field.default


def _text(form: Form, field: Field) -> Any:
    """A text of the form that its key asks for."""
    key, default = field.name, UNTITLED if field.required else field.default
    value = form.needed(key) if field.required else form.text(key)
    if not value:
        return default
    is_well_formed, what, mend = _FORMS.get(key, _ANY)
    if is_well_formed(value):
        return value
    form.wrong(key, f'{key} "{value[:80]}" is {what}', mend(value))
    return default


def _is_report(value: str) -> bool:
    """An http(s) or mailto address, in which {title}, {url} and {file} may stand."""
    plain = re.sub(r"\{(title|url|file)\}", "x", value)
    if NO_ADDRESS.search(plain):
        return False
    if plain.startswith("mailto:"):
        return bool(re.match(r"mailto:[^@?]+@[^@?]+(\?|$)", plain))
    return is_address(re.split("[?#]", plain)[0])


def _is_tag_uri(value: str) -> bool:
    """`tag:`, who, since when, what (RFC 4151)."""
    return bool(re.fullmatch(r"tag:[A-Za-z0-9._@-]+,\d{4}(-\d\d){0,2}:[^\s\"<>\\^`{|}]*", value))


def _is_encoding(value: str) -> bool:
    """One of Python's encodings of plain text; one that writes letters by escapes is none."""
    try:
        return _ESCAPED.decode(value) == _ESCAPED.decode("ascii")
    except (LookupError, ValueError):
        return False


def _is_language(value: str, languages: Collection[str]) -> bool:
    return value in languages if languages else bool(re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value))


def _no_language(key: str, value: str) -> str:
    return f'{key} "{value[:80]}" is no language of the interface'


def _nearest_language(value: str, languages: Collection[str]) -> str:
    return nearest(value.lower(), languages) if languages else "write a code such as en"


_ESCAPED = rb"+AEE-\u0041"
"""What UTF-7 and escapes of Python would read as letters."""
_ANY: tuple[Callable[[str], object], str, Callable[[str], str]] = (bool, "", str)
_FORMS: dict[str, tuple[Callable[[str], object], str, Callable[[str], str]]] = {
    "base_url": (is_address, "no web address", lambda _: "write it as https://example.org/digest/"),
    "encoding": (_is_encoding, "no encoding that Python knows", lambda _: "write a name such as cp1252 or cp1251"),
    "report": (
        _is_report,
        "no address for reports",
        lambda _: "write it as mailto:desk@example.org?subject={title}&body={url}",
    ),
    "feed_id": (_is_tag_uri, "no tag: URI", lambda _: "write it as tag:example.org,2025:digest"),
}
