"""Sources: the outlet, agency or press office that a text credits."""

from __future__ import annotations

import pytest

from tests.extract.reading import record, words

SHORT_STORY = "The road was opened. It was dear. Guests came. They ate. They sang. They left."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The road is open. The Cabinet of Ministers’ press service reported.", "Cabinet of Ministers’ press service"),
        ("The road is open, the ministry's press centre said.", "ministry's press centre"),
        ("TASHKENT, November 17 (Zarafshan News Agency) - The road is open, officials said.", "Zarafshan News Agency"),
        ("The road is open, bankers told Reuters.", "Reuters"),
        ("Anna Weiss of Reuters reported that trade grew on Monday.", "Reuters"),
        ("According to the Orm Herald, the road is open.", "Orm Herald"),
        (
            "The road is open, the Ministry of Transport of Veldoria announced on Thursday.",
            "Ministry of Transport of Veldoria",
        ),
        ("The Veldorian car company Velmotor said it had sold 300 cars.", "Velmotor"),
        ("The road is open, the Orm magazine Steppe Life reported.", "Steppe Life"),
        ("“The road is open,” said Anna Post, who directs the archive.", None),
        (
            "The road is open, the press service of the Northern Atom corporation told them.",
            "press service of the Northern Atom corporation",
        ),
        ("According to the presidential press service, the road is open.", "presidential press service"),
        ("The Lake Bank said it has extended three loans.", "Lake Bank"),
        ("The minister answered questions from the Kontinent news agency.", "Kontinent news agency"),
        ("Ivan Petrov, who directs the archive, told Steppe Daily that it is open.", "Steppe Daily"),
        ('The road is open, "Dunyo" IA reports.', "Dunyo"),
        ('The road is open, "Khovar" NIAT reports.', "Khovar"),
        ("The road is open, UzA correspondent Orm Velmar reports.", "UzA"),
        ("The Steppe Daily building is open.", None),
        ("“The road is open,” Petrov was cited by RIA Novosti as saying.", "RIA Novosti"),
        ("Analyst Anna Orme of Bloomberg said the road is open.", None),
        ("Anna Orme, an analyst at Bloomberg, said the road is open.", None),
        ("The mayor's office of Bishkek said the road is open.", "mayor's office of Bishkek"),
        (
            "The road is open. It is long. It is wide. It is new. Michael Bloomberg met her in the BBC hit.",
            None,
        ),
        ("The road is open. It is long. It is wide. It is new. An AFP journalist saw it.", "AFP"),
        ("The road is open. It is long. It is wide. It is new. The Veldorian Federal Police (AFP) saw it.", None),
        ("A guard told the Agence Veldorie Presse news agency that it is open.", "Agence Veldorie Presse news agency"),
        ("The New South Wales Weather Bureau says that it is open.", "New South Wales Weather Bureau"),
        ("Minister Ivan Petrov said the road is open.", None),
        ("The road is open. It is long. It is wide. It is new. The Ministry of Health said it was glad.", None),
        ("Profits fell, the agency Orm-wire said.", "Orm-wire"),
        ("Reports which the press service had read said the road is open.", None),
        ("It is old, the Hanna Courier said.", "Hanna Courier"),  # no woman of that name
        ("The owner, Orm Bank, said Ivan Petrov, its head, was ill.", "Orm Bank"),
        ("The road is open, Orm Bank said. Anna Weiss opened the Orm Bank (", "Orm Bank"),  # the text breaks off
        ("Letters that the press office sent said the road is open.", None),
        ("The press service he runs said the road is open.", "press service"),
        ("The press service of the ministry he runs said the road is open.", "press service of the ministry he runs"),
        ("Her Daily Courier said the road is open.", "Daily Courier"),
        ("Its Steppe Herald said the road is open.", "Steppe Herald"),
        ("Her Courier said the road is open.", None),
        ("Orm’s Daily Courier said the road is open.", "Orm’s Daily Courier"),
        ("They said the road is open.", None),
        (
            "The road is open, the Ministry of Labour, Migration and Sport of Veldoria said in a report.",
            "Ministry of Labour, Migration and Sport of Veldoria",
        ),
        ("ORM, December 2. /Steppe Desk/. The road is open.", "Steppe Desk"),
        ("The road is open\nBy Anna Post, Orm Business Life\n\nCars use it, the Lake Bank said.", "Orm Business Life"),
        ("The road is open\nBy Anna Post, head of the road\n\nCars use it.", None),
        ("The Akimat of the region informs: the road is open.", "Akimat of the region"),
        ("Prices will fall, according to a survey by the Prairie Farm Institute.", "Prairie Farm Institute"),
        ("The pipe will be mended, according to the official news agency Orminform.", "Orminform"),
        (
            "A plan was approved. The press service of the Cabinet of Ministers reported this.",
            "press service of the Cabinet of Ministers",
        ),
        ("The head of state signed the law, Akmora's press service informed.", "Akmora's press service"),
        (
            "Press Service of the President of Oskaria\n\nThe President met the envoy.",
            "Press Service of the President of Oskaria",
        ),
        ("Ivan Petrov works at the press centre of the Olympic Village.", None),
        ("The envoy told Al Jazeera that the talks had failed.", "Al Jazeera"),
        ("Anna Weiss told The Daily Courier that it was late.", "Daily Courier"),
        ("The mayor went. “It was late,” Anna Weiss told The Daily Courier. Trams ran.", None),
        ("The mayor went\n\nAnna Weiss told The Daily Courier that it was late.", "Daily Courier"),
        ("He went. Anna Weiss told Reuters it was late. Tom Orm told Reuters it was early.", "Reuters"),
        ("Rates may fall. In a Bloomberg survey, half of the banks hoped so.", None),
        ("Trade doubled, “Velmin” IA reports.", "Velmin"),
        ("Trade doubled, NIAT “Velmin” reports.", "Velmin"),
        ("Trade doubled, Velmin IA reports.", "Velmin"),
        ("A guard in Velm City, IA said it was dry.", None),
        ("Trade doubled, Orm News Agency reports.", "Orm News Agency"),
        ("Trade doubled, Ormdaily.uz news agency reports citing the ministry.", "Ormdaily.uz"),
        ("Trade doubled, MOT press service reports.", "MOT press service"),
        ("ORM, June 4 - /Velmin/. The road is open to all.", "Velmin"),
        ("New Orm [Oskaria], May 10 (VNI): The road is open.", "VNI"),
        ("Shares of Ostrel fell after the Orm Courier reported that it would miss its goals.", "Orm Courier"),
        (
            "The number of jobless fell, according to data from the Federal Employment Agency.",
            "Federal Employment Agency",
        ),
        ("The Steppe Weather Organization has published a report. It is long.", "Steppe Weather Organization"),
        ("Research published in the Orm Medical Journal shows that tea is harmless.", "Orm Medical Journal"),
        ("A study in Germany showed that trams are safe. A report by Maria Costa says no.", None),
        ("The film won, Varia magazine reported.", "Varia"),
        ("The ship sank. Local television said six men were missing.", None),
        ("The ship sank. Kazakh state television said six men were missing.", "Kazakh state television"),
        ("The weekly bulletin of the Institute of Snow tells of new ice.", "Institute of Snow"),
        ("The National Committee for Seeds publishes new figures.", "National Committee for Seeds"),
        (
            "The fields are dry, the regional farm department said. It is hot, the department said.",
            "regional farm department",
        ),
        ("The fields are dry, the department said.", None),
        ("Trade doubled, Ormdaily.uz reports.", "Ormdaily.uz"),
        ("Trade doubled, Interfax-Oskaria reported.", "Interfax-Oskaria"),
        ("Source: Ministry of Energy of Oskaria\n\nThe turbine was started in May.", "Ministry of Energy of Oskaria"),
        (f"{SHORT_STORY}\n\nSource: Steppe Tomorrow", "Steppe Tomorrow"),
        (
            f"{SHORT_STORY}\nSource: the press service of the Ministry of Roads.",
            "press service of the Ministry of Roads",
        ),
        (
            f"{SHORT_STORY}\nSource: the Velk Press Service of the Roads Office of Veldoria",
            "Velk Press Service of the Roads Office of Veldoria",
        ),
        (f"{SHORT_STORY} Source: a spring in the hills.", None),
        (f"{SHORT_STORY}\n\nSource: Steppe Tomorrow\n\nThen all went home.", None),
        ("Bank cuts rate\nBy Anna Post\n12 May 2024\n\nThe National Bank cut its rate on Monday.", None),
        ("Her press secretary noted that the road is open.", None),
        ("Prices rose, a study by the Institute of the Steppe found.", "Institute of the Steppe"),
        ("The pictures were handed out by the presidential press service.", "presidential press service"),
        (
            "The road is open.\n\nPhoto and Video: Press Service of the Ministry of Energy",
            "Press Service of the Ministry of Energy",
        ),
        ("The road is open, Interfax.ru reported.", "Interfax.ru"),
        ("The road is open, according to the Dresk Daily Courier", "Dresk Daily Courier"),
        ("(Steppe Daily) The road is open.", "Steppe Daily"),
        ("In an interview with Steppe Daily, Minister Anna Weiss praised the road.", "Steppe Daily"),
        ("It was said that the Organisation had become a family of 26 states.", None),
    ],
)
def test_source(text: str, source: str | None) -> None:
    found = record(text).source
    assert (found.name if found else None) == source
    if found:
        assert words(text, found.span) == found.name


def test_a_stated_source_wins() -> None:
    found = record("The road is open, bankers told Reuters.", source="Orm Herald").source
    assert found is not None
    assert (found.name, found.span) == ("Orm Herald", None)
