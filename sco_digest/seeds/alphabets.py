"""The letters that languages write in the older encodings: data by which a wrong reading of bytes is told."""

from __future__ import annotations

from typing import Final

LATIN: Final[dict[str, tuple[str, ...]]] = {
    "cp1252": (
        "àâæçéèêëîïôœùûüÿ",  # French
        "äöüß",  # German
        "áéíñóúüªº",  # Spanish, Galician
        "áâãàçéêíóôõúüªº",  # Portuguese
        "àèéìíîòóùúªº",  # Italian
        "àçèéíïòóúüªº",  # Catalan
        "åäöæøéüàèôò",  # Swedish, Danish, Norwegian, Finnish
        "áèéêëïíóöüú",  # Dutch
        "áðéíóúýþæö",  # Icelandic
    ),
    "cp1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian
        "čćđšž",  # Croatian, Serbian, Bosnian, Slovene
        "çëäöü",  # Albanian, German
    ),
    "cp1254": ("çğıöşüiâîû",),  # Turkish
    "cp1257": (
        "ąčęėįšųūž",  # Lithuanian
        "āčēģīķļņšūž",  # Latvian
        "äõöüšž",  # Estonian
    ),
    "iso8859_2": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áéíóöőúüű",  # Hungarian
        "čćđšž",  # Croatian, Serbian, Bosnian, Slovene
    ),
}
"""The letters beyond ASCII of each language that an encoding of Latin letters was made for."""

CYRILLIC: Final[tuple[str, ...]] = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",  # Russian
    "абвгдежзийклмнопрстуфхцчшщьюяґєії",  # Ukrainian
    "абвгдежзйклмнопрстуфхцчшыьэюяёіў",  # Belarusian
    "абвгдежзклмнопрстуфхцчшђјљњћџ",  # Serbian
    "абвгдежзклмнопрстуфхцчшѓѕјљњќџ",  # Macedonian
)
"""The letters of each language in Cyrillic that the encodings of one byte were made for; Bulgarian is in the first."""

USUAL: Final[dict[str, str]] = {"CYRILLIC": "аеёиоуыэюяєії", "GREEK": "άέήίόύώ"}
"""Letters of which nearly every longer word in a script has one: vowels, and in Greek those with the accent."""

SCRIPTS: Final[dict[str, tuple[str, ...]]] = {
    "cp1251": ("CYRILLIC",),
    "koi8_r": ("CYRILLIC",),
    "koi8_u": ("CYRILLIC",),
    "cp866": ("CYRILLIC",),
    "iso8859_5": ("CYRILLIC",),
    "mac_cyrillic": ("CYRILLIC",),
    "cp1253": ("GREEK",),
    "cp1255": ("HEBREW",),
    "cp1256": ("ARABIC",),
    "gb18030": ("CJK", "FULLWIDTH"),
    "big5": ("CJK", "FULLWIDTH"),
    "shift_jis": ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "IDEOGRAPHIC", "FULLWIDTH"),
    "euc_jp": ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "IDEOGRAPHIC", "FULLWIDTH"),
    "euc_kr": ("HANGUL", "FULLWIDTH"),
}
"""The scripts of any other encoding, as Unicode names them; text in it is never without the first."""
