"""A language and folders of templates come in; the words of the interface in that language go out.

A catalogue of gettext is the file `locale/<language>.po` of a folder of templates. It is compiled where it is read, so
that whoever translates needs an editor and nothing else.
"""

from __future__ import annotations

import re
from gettext import NullTranslations, c2py
from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from sco_digest.below import bytes_of
from sco_digest.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MOST_FORMS = 6
"""Forms that a word has by its number: six in Arabic, as many as any language of Unicode's CLDR has."""
SOME_NUMBERS = range(201)
"""Rules look at the last two figures of a number."""


def catalogue(language: str, folders: Iterable[Path]) -> NullTranslations:
    """What each message is in a language; of two catalogues that have it, the one of the earlier folder counts.

    A message that none has stays as the templates say it, in English. A broken catalogue raises a TemplateError.
    """
    files = [folder / "locale" / f"{language}.po" for folder in folders]
    words: NullTranslations = NullTranslations()
    for file in filter(_is_file, reversed(files)):
        found = _read(file)
        found.add_fallback(words)
        words = found
    return words


def _is_file(path: Path) -> bool:
    return path.is_file()


def _read(file: Path) -> Translations:
    data = bytes_of(file)
    joined = re.sub(r'"\s*"', "", data.decode("latin-1"))  # a message may stand in several lines
    if any(int(forms[1]) > MOST_FORMS for forms in re.finditer(r"nplurals\s*=\s*0*([0-9]{1,9})", joined)):
        raise TemplateError(f"no catalogue of gettext: more than {MOST_FORMS} forms of the plural", path=str(file))
    try:
        messages = read_po(BytesIO(data), abort_invalid=True)
        compiled = BytesIO()
        write_mo(compiled, messages)
        compiled.seek(0)
        words = Translations(compiled)
        words.plural = c2py(messages.plural_expr)  # type: ignore[assignment]  # Babel writes the rule only for a language that it knows
        for number in SOME_NUMBERS:
            words.plural(number)
    except ArithmeticError as error:
        raise TemplateError(
            f"no catalogue of gettext: no form of the plural for {number}: {error}", path=str(file)
        ) from error
    except PoFileError as error:
        line = error.lineno + 1 if error.lineno is not None else 0
        raise TemplateError(f"no catalogue of gettext: {error}", path=str(file), line=line) from error
    except (ValueError, LookupError) as error:  # of an encoding that nobody knows
        raise TemplateError(f"no catalogue of gettext: {error}", path=str(file)) from error
    return words
