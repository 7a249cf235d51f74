"""Pages come in, HTML files go out: Jinja2 templates, a site's own before those that ship, and Markdown made safe.

Templates are compiled once a process. Everything is escaped but in templates of plain text; only what went through nh3
is taken as HTML.
"""

from __future__ import annotations

import re
import traceback
from base64 import b64encode
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import jinja2
import markdown
import nh3
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from sco_digest.below import bytes_of
from sco_digest.deadline import TooLong
from sco_digest.errors import DigestError, TemplateError, nearest
from sco_digest.model import OutputFile
from sco_digest.outputs.catalogue import catalogue
from sco_digest.outputs.citations import Citations
from sco_digest.outputs.compiled import Compiled
from sco_digest.outputs.later import OnDemand, names
from sco_digest.outputs.links import NOT_FOUND, address, edition, languages, report, root
from sco_digest.outputs.messages import messages
from sco_digest.outputs.plain import plain, wrapped
from sco_digest.outputs.sandbox import Sandbox, too_long
from sco_digest.outputs.theme import assets, not_utf8
from sco_digest.outputs.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import AddedPlace, Page, Settings

    Places = tuple[AddedPlace, ...]

NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Control characters, which no HTML document may hold and nobody can see."""
SEARCHING = frozenset({"search.js", "search_key.js"})
"""Those of them that nothing but the search needs."""
TAGS = frozenset(
    {"a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "hr", "kbd", "li", "ol", "p"}
    | {"pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
"""What Markdown may become: words and tables, nothing that loads or runs."""


class Edition(Struct, frozen=True):
    """The same page in a language of the interface."""

    language: str
    name: str
    """What the language calls itself."""
    href: str
    """The way to it from the page."""
    address: str
    """Its full address; empty without `base_url`."""


class Renderer:
    """Renders pages in one language of the interface; can be sent to another process, where it is made anew."""

    def __init__(
        self,
        templates: Path | None,
        settings: Settings,
        *,
        shipped: Path,
        version: str,
        language: str = "",
        places: Places = (),
    ) -> None:
        self._again = partial(
            Renderer, templates, settings, shipped=shipped, version=version, language=language, places=places
        )
        self._folders = [folder for folder in (templates, shipped) if folder]
        self._settings = settings
        self._language = language or settings.language
        self._names_of_languages = {code: Words(code).own_name for code in languages(settings)}
        self._environment = _environment(self._folders, settings, self._language, version, places)

    def __reduce__(self) -> tuple[Any, ...]:
        return self._again, ()

    def render(self, page: Page) -> OutputFile:
        """One page as the file it becomes."""
        path = edition(self._language, self._settings) + page.path
        html = self.fill(f"{page.kind}.html", page)
        return OutputFile(path, html.encode(errors="replace"), page.origin or f"the {page.kind} page")

    def fill(self, template: str, page: Page, **more: object) -> str:
        """What a template makes of a page and of whatever else it is given; a `.txt` is not escaped."""
        try:
            return NOT_HTML.sub("", self._environment.filled(template, self._names(page) | more))
        except (DigestError, MemoryError):
            raise
        except (Exception, TooLong) as error:
            raise self._explained(error, template) from error

    def assets(self) -> Iterator[OutputFile]:
        """The stylesheet and whatever else lies beside the templates for the browser; a site's own wins here too."""
        found = {
            file.relative_to(folder).as_posix(): file for folder in reversed(self._folders) for file in assets(folder)
        }
        for path in sorted(found.keys() - (set() if self._settings.search else SEARCHING)):
            yield OutputFile(path, bytes_of(found[path]), str(found[path]))

    def _names(self, page: Page) -> dict[str, Any]:
        """What every template is given beside the settings: the page, the way to the root, and its own context."""
        context = replace(page.context)  # what the context works out goes with it, when the page is done
        path = edition(self._language, self._settings) + page.path
        top = root(path, self._settings)
        return names(context) | {
            "page": page,
            "root": root(page.path, self._settings),
            "top": top,
            "canonical": address(path, self._settings),
            "editions": tuple(self._editions(page, top)),
        }

    def _editions(self, page: Page, top: str) -> Iterator[Edition]:
        """The page in every language of the interface, itself too; none where there is but one language."""
        for language, name in self._names_of_languages.items() if self._settings.other_languages else ():
            path = edition(language, self._settings) + page.path
            if page.path != NOT_FOUND:
                yield Edition(language, name, top + path, address(path, self._settings))

    def _explained(self, error: Exception | TooLong, name: str) -> Exception | TooLong:
        """An error of a template with its file and line; any other as it is."""
        place = next(
            (place for place in reversed(traceback.extract_tb(error.__traceback__)) if self._ours(place)), None
        )
        if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
            folders = " or ".join(str(folder) for folder in self._folders)
            return TemplateError(
                f'there is no template "{error.name}" in {folders}',
                path=place.filename if place else "",
                line=(place.lineno or 0) if place else 0,
                mend=nearest(str(error.name), self._environment.list_templates(extensions=["html", "txt"])),
            )
        if isinstance(error, UnicodeDecodeError) and (odd := not_utf8(self._folders)):
            return odd
        if isinstance(error, jinja2.TemplateSyntaxError):
            return TemplateError(error.message or "syntax error", path=error.filename or "", line=error.lineno)
        message = f"there is no {error}" if isinstance(error, KeyError) else str(error)
        mend = "docs/templates.md lists the names that each template is given"
        if isinstance(error, TooLong):
            message = too_long(self._settings.max_seconds)
            mend = "look for a loop that does not end, or raise max_seconds in site.yaml"
        if place is None and isinstance(error, RecursionError):
            return TemplateError(f"{name} nests too deep for Jinja", mend="nest less in its expressions and blocks")
        if place is None:
            return error
        return TemplateError(message, path=place.filename, line=place.lineno or 0, mend=mend)

    def _ours(self, place: traceback.FrameSummary) -> bool:
        return any(Path(place.filename).is_relative_to(folder) for folder in self._folders)


def sha256_base64(text: str) -> str:
    """The hash by which a Content-Security-Policy allows one inline style and no other."""
    return b64encode(sha256(text.encode()).digest()).decode()


def safe_html(text: str) -> Markup:
    """Markdown of people who write content/ as HTML: whatever could run or load anything is taken out."""
    html = markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html")
    attributes = {"a": {"href", "title"}}
    clean = partial(nh3.clean, tags=set(TAGS), attributes=attributes, attribute_filter=_to_file, link_rel="noopener")
    # pages go without these characters, so that what is an address with them has to be looked at without them
    return Markup(clean(NOT_HTML.sub("", clean(html))))  # noqa: S704


def _to_file(_tag: str, name: str, value: str) -> str:
    """A link to a folder of the site leads to its file, since from disk a folder is no page."""
    try:
        parts = urlsplit(value)
    except ValueError:  # no address at all
        return value
    if name == "href" and not parts.scheme and not parts.netloc and parts.path.endswith("/"):
        return parts._replace(path=f"{parts.path}index.html").geturl()
    return value


def _environment(folders: list[Path], settings: Settings, language: str, version: str, places: Places) -> Sandbox:
    environment = Sandbox(
        seconds=settings.max_seconds,
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(folder) for folder in folders]),
        autoescape=jinja2.select_autoescape((), ("txt",), default=True),
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(settings, language, version, places),
    )
    words = Words(language, {place.code: place.name for place in places})
    words_of_interface = catalogue(language, folders)
    environment.context_class = OnDemand
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(words_of_interface, newstyle=True)  # type: ignore[attr-defined]
    filters = words.filters()
    environment.globals |= messages(words_of_interface, filters["number"])
    environment.filters |= (
        filters
        | Citations(settings, words).filters()
        | {
            "prose": lru_cache(maxsize=256)(safe_html),
            "translated": words_of_interface.gettext,
            "report": partial(report, settings),
            "plain": plain,
            "sha256": sha256_base64,
            "wrapped": wrapped,
        }
    )
    environment.globals |= {
        "settings": settings,
        "language": language,
        "direction": words.direction,
        "version": version,
    }
    return environment
