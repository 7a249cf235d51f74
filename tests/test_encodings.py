"""Texts in the encodings of thirty years come in; each comes out as it was written, or is refused, never mangled."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.errors import SeedError
from sco_digest.seeds.alphabets import LATIN, SCRIPTS
from sco_digest.seeds.decode import decode
from sco_digest.seeds.detect import readings
from sco_digest.seeds.western import plainly_western

TEXTS = {
    "English": "The Cabinet’s press service said: “We will go on” — and it cost £5 million at 25 °C.\r\n",
    "English with names": "The café owners of Malmö and Zürich met García and Gül in Curaçao, said the ministry.\n",
    "French": "Le président a déclaré : « Ça va s’améliorer là où la fenêtre s’ouvre », a-t-il souligné.\n",
    "German": "Der Vorsitzende erklärte, dass der Handel um 75 Prozent wachse. „Die Größe“, äußerte er.\n",
    "Spanish": "El ministro señaló que el comercio creció un 75 por ciento. ¿Qué pasará mañana con la región?\n",
    "Portuguese": "O ministro afirmou que o comércio cresceu. A cooperação será ampliada, não só aqui, à noite.\n",
    "Italian": "Il ministro ha detto che la città sarà più bella, perché così è meglio per tutti e per l’Europa.\n",
    "Swedish": "Statsministern sade att handeln ökade med 75 procent på båda sidor och för en bättre värld.\n",
    "Danish": "Statsministeren sagde, at handlen på øen voksede med 75 procent, og at det er nødvendigt at få.\n",
    "Polish": "Minister powiedział, że obroty wzrosły o 75 procent. Współpraca będzie się rozwijać i łączność.\n",
    "Czech": "Předseda vlády prohlásil, že obchod vzrostl o 75 procent. Spolupráce bude růst, řekl ministr.\n",
    "Hungarian": "A miniszterelnök elmondta, hogy a kereskedelem nőtt, és az együttműködés tovább erősödik.\n",
    "Croatian": "On je rekao da će se suradnja nastaviti, a željeznica između država biti građena.\n",
    "Turkish": "Bakan, ticaret hacminin yüzde 75 arttığını söyledi. İşbirliği güçlenecek, diye ekledi.\n",
    "Lithuanian": "Ministras pareiškė, kad prekyba išaugo, o šalių bendradarbiavimas bus plečiamas čia.\n",
    "Russian": "Глава правительства отметил, что товарооборот вырос в 3,5 раза. «Мы продолжим», — сказал он.\r\n",
    "Ukrainian": "Голова уряду заявив, що товарообіг зріс у 3,5 раза. Їхня співпраця є важливою для всієї країни.\n",
    "Greek": "Ο πρωθυπουργός δήλωσε ότι το εμπόριο αυξήθηκε κατά 75 τοις εκατό. Η συνεργασία θα ενισχυθεί.\n",
    "Arabic": "قال رئيس الوزراء إن التجارة نمت بنسبة 75 في المئة. وسيتعزز التعاون بين البلدان.\n",
    "Chinese": "总理出席了会议。他强调，贸易额增长了百分之七十五，双方将深化APEC合作。\n",
    "Chinese, traditional": "總理出席了上海合作組織會議。他強調，貿易額增長了百分之七十五。\n",
    "Japanese": "首相は会議に出席し、貿易額が七十五パーセント増加したと述べた。さらに協力を強化するとしている。\n",
    "Korean": "총리는 회의에 참석해 무역액이 75퍼센트 증가했다고 밝혔다. 협력을 강화할 것이라고 말했다.\n",
}

WRITTEN_IN = [
    *((language, "cp1252") for language in ("English", "English with names", "French", "German", "Spanish")),
    *((language, "cp1252") for language in ("Portuguese", "Italian", "Swedish", "Danish")),
    *((language, "cp1250") for language in ("Polish", "Czech", "Hungarian", "Croatian")),
    ("Polish", "iso8859_2"),
    ("Turkish", "cp1254"),
    ("Lithuanian", "cp1257"),
    *(("Russian", encoding) for encoding in ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")),
    ("Ukrainian", "cp1251"),
    ("Ukrainian", "koi8_u"),
    ("Greek", "cp1253"),
    ("Arabic", "cp1256"),
    ("Chinese", "gb18030"),
    ("Chinese", "gbk"),
    ("Chinese, traditional", "big5"),
    ("Japanese", "shift_jis"),
    ("Japanese", "euc_jp"),
    ("Korean", "euc_kr"),
]

SAY = 'save it as UTF-8, or set "encoding" in site.yaml'
CENTRAL = ("Dvořák", "Gdańsk", "Băsescu", "Vučić", "Erdős", "Plzeň", "České", "Wrocław", "Ceauşescu", "Poznań")
CENTRAL += ("Třebíč", "Křtiny", "Kolář", "Brčko", "Svatopluk Čech", "Stĺp", "Naďa", "Győr", "Timişoara", "Lębork")
BALTIC = ("Šiauliai", "Nausėda", "Rinkēvičs", "Panevėžys", "Jūrmala", "Rīga", "Jānis", "Kęstutis", "Linkevičius")
BALTIC += ("Įmonė", "Ķekava", "Vaiķulis", "Saļnikova", "Paļs", "Ģirts", "Rēzekne", "Lietuvių", "Võru")
TURKISH = ("Erdoğan", "Şahin", "Yıldız")


@pytest.mark.parametrize(("language", "encoding"), WRITTEN_IN)
def test_older_encodings(language: str, encoding: str) -> None:
    data = TEXTS[language].encode(encoding, errors="ignore")
    assert decode(data) == data.decode(encoding)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        pytest.param(b"", "utf-8", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8, "utf-8", id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE, "utf-16-le", id="UTF-16, little end first"),
        pytest.param(codecs.BOM_UTF16_BE, "utf-16-be", id="UTF-16, big end first"),
        pytest.param(codecs.BOM_UTF32_LE, "utf-32-le", id="UTF-32, little end first"),
        pytest.param(codecs.BOM_UTF32_BE, "utf-32-be", id="UTF-32, big end first"),
    ],
)
def test_unicode_with_and_without_a_mark(language: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXTS[language].encode(encoding)) == TEXTS[language]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["English", "French", "Russian", "Greek", "Arabic", "Korean"])
def test_utf_16_without_a_mark(language: str, encoding: str) -> None:
    assert decode(TEXTS[language].encode(encoding)) == TEXTS[language]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a\0b", id="odd number of bytes"),
        pytest.param(bytes(range(256)) * 4, id="every byte"),
        pytest.param(b"\0\0\0\x41" * 50, id="numbers of four bytes"),
        pytest.param(b"\x01\0\x02\0\x03\0" * 50, id="numbers of two bytes"),
        pytest.param(b"a\0" * 30 + b"\0\xd8b\0", id="half a pair of UTF-16"),
        pytest.param(codecs.BOM_UTF8 + b"a\0b", id="a mark of UTF-8"),
    ],
)
def test_nul_bytes_that_are_not_utf_16(data: bytes) -> None:
    with pytest.raises(SeedError, match="binary, not text"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        *(pytest.param(f"The envoy {name} of the city".encode("cp1250"), "cp1252", id=name) for name in CENTRAL),
        *(pytest.param(f"The envoy {name} of the city".encode("cp1257"), "cp1252", id=name) for name in BALTIC),
        *(pytest.param(f"The envoy {name} of the city".encode("cp1254"), "cp1252", id=name) for name in TURKISH),
        pytest.param("Muñoz, López".encode("cp1252"), "cp1252", id="names without a word of their language"),
        pytest.param("Привет, мир".encode("iso8859_5"), "cp1251", id="two words"),
        pytest.param(b"\xc3(", "cp1252", id="two signs"),
    ],
)
def test_what_can_be_two_texts_is_refused(data: bytes, named: str) -> None:
    with pytest.raises(SeedError, match=f"the encoding is not certain .*{named}") as caught:
        decode(b"Plain line.\n" + data)
    assert (caught.value.line, caught.value.mend) == (2, SAY)


def test_utf_8_with_as_many_broken_bytes_is_no_other_encoding() -> None:
    with pytest.raises(SeedError, match="the encoding is not known, or the file is binary"):
        decode(b"Plain line.\nThe envoy \xe2\x80\x93 of the city \xff\xfe")


ENGLISH = [
    "The envoy {} said that trade between the two countries grew by 5 percent.",
    "“Trade grew,” said {}’s office – the minister wasn’t there.",
    "{}, head of the office, opened the fair.",
]
WESTERN = (
    *("Muñoz", "MUÑOZ", "Gonçalves", "Zoë Müller", "Lefèvre", "Göran Åström", "Besançon", "São Tomé", "João Simões"),
    *("García", "Luís Peña", "Núñez-Álvarez", "Molière", "Geneviève", "Benoît", "Château-d’Œx".replace("Œ", "O")),
    *("Jørgen Møller", "Ørsted", "Anaïs", "Noël", "Håkan", "Orbán"),
)


@pytest.mark.parametrize("text", ENGLISH)
@pytest.mark.parametrize("name", [*WESTERN, "Naïve"])
def test_an_english_text_with_a_western_name(text: str, name: str) -> None:
    written = text.format(name)
    assert decode(written.encode("cp1252")) == written


@pytest.mark.parametrize("text", ENGLISH)
@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        *((name, "cp1250") for name in CENTRAL),
        *((name, "cp1257") for name in BALTIC),
        *((name, "cp1254") for name in TURKISH),
    ],
)
def test_an_english_text_with_another_name_is_never_mangled(text: str, name: str, encoding: str) -> None:
    written = text.format(name)
    try:
        assert decode(written.encode(encoding)) == written
    except SeedError as error:
        assert error.mend == SAY  # noqa: PT017 - either is right


def test_a_text_that_can_be_in_no_western_encoding_is_none() -> None:
    assert plainly_western({"Вы и the of": "cp1251", "and the of": "cp1252"}) is None
    assert plainly_western({"ą the of": "cp1257", "ŕ the of": "cp1250"}) is None


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        pytest.param("The composer Dvořák", "cp1250", id="one of several readings"),
        pytest.param("The composer Dvořák", "Windows-1250", id="another name of it"),
        pytest.param("El señor llegó mañana a la reunión", "mac_roman", id="no encoding that is tried"),
    ],
)
def test_the_named_encoding_decides(written: str, encoding: str) -> None:
    assert decode(written.encode(encoding), encoding) == written


@pytest.mark.parametrize("written", ["Привет, мир! Глава правительства отметил рост.", "Plain words."])
def test_the_named_encoding_does_not_touch_what_is_certain(written: str) -> None:
    assert decode(written.encode(), "cp1250") == written
    assert decode(written.encode("cp1251"), "cp1250") == written


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        pytest.param("Dvořák\nDvořák".encode("cp1250"), "ascii", "not ascii, which site.yaml names", id="not in it"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x01\x02", "cp1252", "nobody writes", id="a picture"),
    ],
)
def test_what_is_not_in_the_named_encoding_is_refused(data: bytes, encoding: str, message: str) -> None:
    with pytest.raises(SeedError, match=message) as caught:
        decode(data, encoding)
    assert (caught.value.line, caught.value.mend) == (1, "save it as UTF-8")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("El señor llegó mañana a la reunión".encode("mac_roman"), id="old Macintosh"),
        pytest.param("På øen må de også få adgang".encode("cp850"), id="old MS-DOS"),
        pytest.param(b"The price is 100 \xa4.", id="a sign that no text has"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)), id="a picture"),
        pytest.param(b"\x81\x8d\x8f\x90\x9d\xff\xfe\xfd" * 9, id="noise"),
    ],
)
def test_what_is_in_no_known_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(SeedError, match=r"the encoding is not|binary") as caught:
        decode(data)
    assert caught.value.mend


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252", "gb18030", "mac_roman", "cp437", "cp850", "iso8859_15"])
@pytest.mark.parametrize("language", ["French", "German", "Spanish", "Portuguese", "Danish", "Russian", "Chinese"])
def test_no_text_comes_out_as_another(language: str, encoding: str) -> None:
    data = TEXTS[language].encode(encoding, errors="ignore")
    found = list(readings(data))
    assert len(found) != 1 or found == [data.decode(encoding)]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp866", "iso8859_5"])
@pytest.mark.parametrize(
    "text",
    [
        "Сегодня в столице прошла встреча.",
        "Товарооборот вырос в 3,5 раза.",
        "Премьер-министр сообщил о росте торговли на 75 процентов.",
        "Речь шла о дорогах и мостах.",
        " date 2025-11-19 Министр транспорта сообщил о новой дороге.\nДорога свяжет две страны.",
    ],
)
def test_short_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_long_file_is_judged_by_its_lines_beyond_ascii_and_read_as_a_whole() -> None:
    text = "Plain words of no interest here.\n" * 20_000 + TEXTS["Russian"] * 3000
    assert decode(text.encode("cp1251")) == text


def test_a_long_file_that_breaks_its_encoding_at_the_end_is_refused() -> None:
    data = (TEXTS["Russian"] * 3000).encode("cp1251") + b"\x98"
    with pytest.raises(SeedError, match="the encoding is not known"):
        decode(data)


def test_one_long_line() -> None:
    text = TEXTS["Russian"].strip() * 4000
    assert decode(text.encode("koi8_r", errors="ignore")) == text.encode("koi8_r", errors="ignore").decode("koi8_r")


@given(data=st.binary(max_size=300))
def test_every_reading_is_made_of_all_the_bytes(data: bytes) -> None:
    for text, encoding in readings(data).items():
        assert encoding in {*LATIN, *SCRIPTS}
        assert data.decode(encoding) == text
