"""Values of a record come in; what people read goes out, in the language of the site: dates, amounts, countries."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from math import isclose
from typing import TYPE_CHECKING, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal
from babel.units import format_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from sco_digest.model import Period, Statistic

NARROW = "\N{NARROW NO-BREAK SPACE}"
FIXED = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
DIGITS = 6
"""Of a number in words, behind its point: two of millions are more where a language counts in steps of 10^8."""
BOUNDS = {"=": "", "~": f"≈{FIXED}", "<": f"≤{FIXED}", ">": f"≥{FIXED}"}
ENGLISH = {"en": "en_001"}
"""English without a country is written as the world writes it, 19 November 2025, and not as one country does."""
CLDR = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "metre": "meter",
    "kilometre": "kilometer",
    "square metre": "square-meter",
    "square kilometre": "square-kilometer",
    "hectare": "hectare",
    "kilogram": "kilogram",
    "tonne": "tonne",
    "litre": "liter",
    "cubic metre": "cubic-meter",
    "kilowatt-hour": "kilowatt-hour",
    "megawatt": "megawatt",
    "degree Celsius": "celsius",
}
"""Units of a record that CLDR has names and plurals for; it writes some of them in another way."""

OTHERWISE = {"person": "people", "man": "men", "woman": "women"}
"""Plurals in the texts that do not begin like the units that they are read as."""


class Words:
    """How the site's language writes things; every method is a filter of that name in the templates."""

    def __init__(self, language: str, countries: Mapping[str, str] | None = None) -> None:
        """`countries` are names of the site's own, by their code; they win over those of the language."""
        self.locale = _locale(language)
        self.countries = countries or {}
        self.direction = self.locale.text_direction
        self._length: Literal["short", "long"] = "long" if "long" in self.locale.compact_decimal_formats else "short"
        self.own_name = str(self.locale.get_language_name(self.locale.language) or language)

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by name, each remembering what it was asked before."""
        times = ("day", "days", "month", "month_name", "period", "short_time")
        names = (*times, "number", "amount", "country", "measured_in")
        return {name: lru_cache(maxsize=4096)(getattr(self, name)) for name in names}

    def day(self, value: str) -> str:
        """`2025-11-19` in words."""
        return str(format_date(date.fromisoformat(value), "long", locale=self.locale))

    def days(self, first: str, last: str) -> str:
        """From one day to a later one: what they share is said once, the months in full."""
        part = "y" if first[:4] != last[:4] else "M" if first[:7] != last[:7] else "d"
        patterns = self.locale.interval_formats["yMMMd"][part]
        return "".join(
            format_date(date.fromisoformat(day), re.sub("M{3,4}", "MMMM", pattern), locale=self.locale)
            for day, pattern in zip((first, last), patterns, strict=True)
        )

    def month(self, value: str) -> str:
        """`2025-11` in words."""
        return str(format_skeleton("yMMMM", date.fromisoformat(f"{value}-01"), locale=self.locale))

    def month_name(self, value: str) -> str:
        """The month of `2025-11` in words, without the year."""
        return str(format_date(date.fromisoformat(f"{value}-01"), "LLLL", locale=self.locale))

    def number(self, value: float) -> str:
        """A number with all its digits, in groups."""
        return _decimal(value or 0, self.locale).replace("-", MINUS)  # there is no number -0

    def amount(self, figure: Statistic) -> str:
        """The value of a figure with its unit, never rounded; the words of the text where it has no value."""
        if figure.value is not None:
            return BOUNDS[figure.bound] + self._changed(figure, figure.value)
        if figure.low is not None and figure.high is not None:
            return self._with_unit(f"{self._short(figure.low)}–{self._short(figure.high)}", figure.high, figure)
        return " ".join(figure.surface.split())

    def period(self, period: Period) -> str:
        """The time that a figure speaks of, in words; as it stands where it is no time of the calendar."""
        start, end = period.start, period.end
        try:
            if start == end:
                return self._moment(start)
            if len(start) != len(end):  # since 2020
                return f"{self._moment(start)} – {self._moment(end)}"
            if len(start) == len("2025"):
                return f"{start}–{end}"
            skeleton = "yMMMM" if len(start) == len("2025-11") else "yMMMMd"
            first, last = (date.fromisoformat(f"{value}-01"[:10]) for value in (start, end))
            return str(format_interval(first, last, skeleton, locale=self.locale))
        except ValueError:
            return f"{start}–{end}"

    def short_time(self, value: str) -> str:
        """A year, a month or a day as it stands below a chart."""
        if len(value) == len("2025"):
            return value
        skeleton = "yMMM" if len(value) == len("2025-11") else "yMMMd"
        return str(format_skeleton(skeleton, date.fromisoformat(f"{value}-01"[:10]), locale=self.locale))

    def measured_in(self, unit: str, scale: float = 1, surface: str = "") -> str:
        """A unit as it stands above a chart whose values are in thousands, millions ..."""
        name = "%" if unit == "percent" else "×" if unit == "fold" else self._unit(unit, 5, surface)
        if scale == 1:
            return name
        return f"{self._scale(scale)}{FIXED}{name}".strip()

    def country(self, code: str) -> str:
        """The name of a country by its ISO code; the code where neither site nor language has one."""
        return self.countries.get(code) or str(self.locale.territories.get(code, code))

    def _moment(self, value: str) -> str:
        if len(value) == len("2025"):
            return value
        return self.month(value) if len(value) == len("2025-11") else self.day(value)

    def _changed(self, figure: Statistic, value: float) -> str:
        after = self._with_unit(self._short(value), value, figure)
        if figure.origin is None:
            return after
        before = self._short(figure.origin)
        before = self._with_unit(before, figure.origin, figure) if figure.unit == "percent" else before
        return f"{before}{FIXED}→{FIXED}{after}"

    def _scale(self, scale: float) -> str:
        """A thousand, a million ... in words; in digits where the language counts in other steps, as in lakhs."""
        forms = self.locale.compact_decimal_formats[self._length]
        pattern = forms.get(self.locale.plural_form(5), forms["other"]).get(f"{scale:.0f}")
        words = pattern.pattern.replace("0", "").replace("'", "").strip() if pattern else ""
        return words if words and pattern.pattern.count("0") == 1 else self.number(scale)

    def _short(self, value: float) -> str:
        """Millions and more in words where that loses nothing."""
        for scale in (10**12, 10**9, 10**6):
            if abs(value) >= scale and isclose(round(value / scale, 2) * scale, value, rel_tol=1e-12):
                words = format_compact_decimal(
                    value, format_type=self._length, locale=self.locale, fraction_digits=DIGITS
                )
                return str(words).replace(" ", FIXED).replace("-", MINUS)
        return self.number(value)

    def _with_unit(self, amount: str, value: float, figure: Statistic) -> str:
        """The amount with its unit, which is never alone on a line."""
        unit = figure.unit
        if unit == "percent":
            return f"{amount}{self._percent_gap()}%"
        if unit == "fold":
            return f"×{NARROW}{amount}"
        if figure.kind == "money" and re.fullmatch("[A-Z]{3}", unit):
            return f"{unit}{FIXED}{amount}"
        return f"{amount}{FIXED}{self._unit(unit, value, figure.surface)}" if unit else amount

    def _percent_gap(self) -> str:
        return FIXED if FIXED in self.locale.percent_formats[None].pattern else ""

    def _unit(self, unit: str, value: float, surface: str) -> str:
        """As CLDR says it; else as the text does, which has the right plural; else in the singular."""
        if unit in CLDR:
            words = format_unit(value, CLDR[unit], "long", locale=self.locale)
            return re.sub(r"^[\d\W]+", "", str(words)) or unit
        *first, last = unit.split(" ")
        begins = rf"{re.escape(last[:-1])}\w{{0,4}}" if len(last) > 2 else re.escape(last)
        said = re.search(rf"\b(?:{begins}|{OTHERWISE.get(last, begins)})\b", surface)
        return FIXED.join([*first, said[0] if said else last])


@lru_cache(maxsize=4096)  # figures have them, too, and few are another than those before
def _decimal(value: float, language: Locale) -> str:
    return str(format_decimal(value, format="#,##0.############", locale=language))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(ENGLISH.get(language, language).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(ENGLISH["en"])
