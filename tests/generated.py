"""The types of the package come in; the pages of docs/ that are written from them go out.

`python -m tests.generated` writes them; tests/test_generated.py says whether they are current.
"""

from __future__ import annotations

import sys
import typing
from functools import cached_property
from pathlib import Path
from types import UnionType

from msgspec import Meta, Struct

from sco_digest import model
from sco_digest.outputs.data import record_schema
from sco_digest.pages import PAGE_KINDS
from sco_digest.pages.context import Context

DOCS = Path(__file__).parents[1] / "docs"

OPENING = """\
# Templates

This page is written from the code by `python -m tests.generated`; a test says whether it is current.

A site's own `templates/` comes first: a file there wins over the one of the same name that ships.
`sco-digest init --templates` writes a copy of every shipped template into `./templates`; change the ones you want and
delete the others, which then stay as they ship. The same goes for `style.css` and `icon.svg`, and any further `.css`,
`.js`, `.svg`, `.png`, `.jpg`, `.webp`, `.ico` or `.woff2` file in the folder is published as it is, at the same place.

Templates are [Jinja2](https://jinja.palletsprojects.com/). Everything is escaped, so text of an article can never
become markup; do not use `|safe`. Only a template of plain text, `.txt`, is not escaped. A name that a template is not
given is an error with file and line, never an empty place.

- `base.html` holds head, menu and footer; every page extends it and fills its blocks `title`, `description`,
  `head` and `content`.
- `macros.html` holds the pieces that several pages share.
- `email.html` and `email.txt` make the e-mail of the newest digest, `digest_entry.html`, `digest_title.txt` and
  `digest_summary.txt` its entry in the feed. They have the names of `digest.html`, and `href`: `href(path)` is the full
  address of a page where the site has one.
- Every `path` below is relative to the root of the site and ends in a file. Write links as `{{ root }}{{ path }}`, and
  the site works from a sub-path and from disk.
- The pages keep to a Content-Security-Policy (in `base.html`): scripts, styles and pictures of the site itself, nothing
  inline and nothing from other places. Whoever needs more says so there.
- Words of the interface stand in `{{ _("...") }}`, `ngettext` or `{% trans %}`, in English. `locale/ru.po` beside the
  templates has them in Russian; `locale/kk.po` in a site's own `templates/` adds a language, or names of topics to one
  that ships. Then `language` or `other_languages` in `content/site.yaml` may name it.
- `parts` in `content/site.yaml` names the kinds of pages that are made. The templates that ship link to all of them, so
  who leaves some out writes a template of their own for each of the others; a build names those that are missing.

## Every template

| name | what it is |
|---|---|
| `page` | the page: `page.path`, `page.kind` |
| `root` | the way up to the root of the pages in this language, such as `../../`; a link to a page is this and a path |
| `top` | the way up to the root of the site, for files that exist once: `style.css`, feeds |
| `editions` | the page in each language: `language`, `name`, `href`, `address`; empty where there is one |
| `language` | the language of this page's interface |
| `canonical` | full address of the page; empty without `base_url` |
| `settings` | [Settings](#settings): what `content/site.yaml` says |
| `direction` | `ltr` or `rtl`, by the language of the site |
| `version` | version of sco-digest |
"""

FILTERS = """
## Filters

| filter | what it does |
|---|---|
| `date \\| day` | `2025-11-19` as 19 November 2025, in the language of the site |
| `first \\| days(last)` | from one day to another, as 17–23 November 2025 |
| `month \\| month` | `2025-11` as November 2025 |
| `month \\| month_name` | `2025-11` as November |
| `number \\| number` | a number in groups, with all its digits |
| `figure \\| amount` | value and unit of a [Statistic](#statistic), never rounded |
| `period \\| period` | a [Period](#period) in words |
| `code \\| country` | the name of a country |
| `text \\| sha256` | the hash of an inline style, as a Content-Security-Policy names it |
| `name \\| translated` | words of `content/`, such as the name of a topic, as the catalogue of the language has them |
| `text \\| wrapped(indent, hanging)` | plain text in lines of 72 columns, for `email.txt` |
| `macro() \\| plain` | what a macro says as plain text |
| `markdown \\| prose` | Markdown of `content/` as HTML, cleaned by nh3; not for text of articles |
"""


def templates_page() -> str:
    """docs/templates.md."""
    parts = [OPENING, *_rows(Context), FILTERS, "\n## By template\n"]
    shown: dict[type, None] = {}
    for kind, made in PAGE_KINDS.items():
        parts += [f"\n### {kind}.html\n", f"\n{_first_line(made.context)}\n", *_table(made.context, Context)]
        _reach(made.context, shown)
    _reach(model.Settings, shown)
    parts.append("\n## What the names hold\n")
    for struct in sorted(shown, key=lambda struct: struct.__name__):
        if not issubclass(struct, Context):
            parts += [f"\n### {struct.__name__}\n", f"\n{_first_line(struct)}\n", *_table(struct)]
    return "".join(parts)


def _table(struct: type, base: type | None = None) -> list[str]:
    rows = _rows(struct, base)
    return ["\n| name | type | what it is |\n|---|---|---|\n", *rows] if rows else ["\nNothing further.\n"]


def _rows(struct: type, base: type | None = None) -> list[str]:
    known = set(_hints(base)) if base else set()
    types = base is not None or not issubclass(struct, Context)
    rows = []
    for name, hint in _hints(struct).items():
        if name not in known:
            middle = f" {_type(hint)} |" if types else ""
            rows.append(f"| `{name}` |{middle} {_description(hint) or _target(hint)} |\n")
    for name in sorted(vars(struct)):
        found = vars(struct)[name]
        if isinstance(found, property | cached_property):
            hint = _made(found)
            rows.append(f"| `{name}` | {_type(hint)} | {(found.__doc__ or '').strip().rstrip('.')} |\n")
    return rows


def _made(found: property | cached_property[typing.Any]) -> typing.Any:
    """The type of a property."""
    getter = found.fget if isinstance(found, property) else found.func
    return typing.get_type_hints(getter, include_extras=True)["return"]


def _hints(struct: type) -> dict[str, typing.Any]:
    return typing.get_type_hints(struct, include_extras=True)


def _description(hint: typing.Any) -> str:
    metas = [meta for meta in getattr(hint, "__metadata__", ()) if isinstance(meta, Meta)]
    return metas[-1].description or "" if metas else ""


def _target(hint: typing.Any) -> str:
    return _first_line(hint).rstrip(".") if isinstance(hint, type) and issubclass(hint, Struct) else ""


def _first_line(struct: type) -> str:
    return (struct.__doc__ or "").strip().splitlines()[0]


def _type(hint: typing.Any) -> str:
    """A type as a reader of templates says it."""
    if hasattr(hint, "__metadata__"):
        return _type(hint.__origin__)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return f"list of {_type(arguments[0])}"
    if origin is typing.Literal:
        return ", ".join(f"`{argument}`" for argument in arguments)
    if origin in (typing.Union, UnionType):
        return " or ".join("none" if argument is type(None) else _type(argument) for argument in arguments)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    names = {str: "text", int: "number", float: "number", bool: "true or false", model.Reading: "a record, packed"}
    return names.get(hint, "mapping")


def _reach(hint: typing.Any, shown: dict[type, None]) -> None:
    """Every Struct that can be reached from a type, once."""
    for argument in typing.get_args(hint):
        _reach(argument, shown)
    if isinstance(hint, type) and issubclass(hint, Struct) and hint not in shown:
        shown[hint] = None
        for inner in _hints(hint).values():
            _reach(inner, shown)
        for found in vars(hint).values():
            if isinstance(found, property | cached_property):
                _reach(_made(found), shown)


def files() -> dict[Path, bytes]:
    """Every generated page of docs/."""
    return {DOCS / "templates.md": templates_page().encode(), DOCS / "record.schema.json": record_schema()}


if __name__ == "__main__":
    for path, data in files().items():
        path.write_bytes(data)
        sys.stdout.write(f"{path}\n")
