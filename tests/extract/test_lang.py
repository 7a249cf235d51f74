"""The language of a text: English, or not."""

from __future__ import annotations

import pytest

from tests.extract.reading import record

RUSSIAN = "Министр транспорта сообщил, что новая дорога через горы будет открыта весной и свяжет два города на севере."
FRENCH = "Le ministre a dit que la nouvelle route sera ouverte au printemps et reliera deux villes du nord du pays."
ENGLISH = "The minister said that the new road would be opened in spring and would link two towns of the north."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (f"{RUSSIAN} {RUSSIAN}", "und"),
        (f"{FRENCH} {FRENCH}", "und"),
        (ENGLISH, "en"),
        ("Дорога открыта.", "und"),
        ("外交部发言人毛宁表示", "und"),
        ("Road open.", "en"),
        ("", "en"),
    ],
)
def test_lang(text: str, lang: str) -> None:
    made = record(text)
    assert made.lang == lang
    assert any(note.field == "lang" for note in made.problems) == (lang == "und")


def test_a_stated_language_wins() -> None:
    assert record(RUSSIAN, lang="ru").lang == "ru"
