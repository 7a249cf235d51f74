"""What stands around a figure: the place that it is of."""

from __future__ import annotations

import pytest

from tests.extract.reading import record, words

PLACES = {
    "in the subject": ("Exports of Uzbekistan rose 5 percent.", "Uzbekistan", "UZ"),
    "a people in the subject": ("Kazakh exports rose 5 percent.", None, None),
    "where a way begins": ("Freight from Uzbekistan rose 5 percent.", None, None),
    "behind the figure": ("The company built 12 schools in Tajikistan.", "Tajikistan", "TJ"),
    "behind the figure, with an article": (
        "The company built 12 schools in the United Kingdom.",
        "United Kingdom",
        "GB",
    ),
    "a city": ("The company built 12 schools across Tashkent.", "Tashkent", "UZ"),
    "two countries in the subject": ("Trade between Kazakhstan and Uzbekistan rose 5 percent.", None, None),
    "where it was said": ("The company built 12 schools, the minister said in Tajikistan.", None, None),
    "another sentence": ("It built 12 schools. Tajikistan is glad.", None, None),
    "before brackets": ("The main buyers were Orm and Uzbekistan ($480 million).", "Uzbekistan", "UZ"),
    "where the verb is left out": ("Buyers took all of it, Uzbekistan for $5 million.", "Uzbekistan", "UZ"),
    "the subject of the sentence": ("Uzbekistan received 900 visitors.", "Uzbekistan", "UZ"),
    "who says it": ("Uzbekistan said 900 visitors came.", None, None),
    "one of two": ("Uzbekistan and Tajikistan received 900 visitors.", None, None),
    "another clause": ("Uzbekistan was glad, and 900 visitors came.", None, None),
    "who opens a clause": ("She said that Uzbekistan received 900 visitors.", "Uzbekistan", "UZ"),
    "who stands behind a dateline": ("OSK, May 5 - Uzbekistan received 900 visitors.", "Uzbekistan", "UZ"),
    "behind all that is measured": ("It shipped 12 tonnes of dried fruit to Uzbekistan.", "Uzbekistan", "UZ"),
    "behind a verb": ("In all 12 people were arrested in Tashkent.", "Tashkent", "UZ"),
    "where it was signed": ("In all 12 agreements were signed in Tashkent.", None, None),
    "whose network it is": ("Farms of 150 MW have been connected to Uzbekistan's network.", None, None),
    "two places behind": ("It built 12 schools in Uzbekistan and Tajikistan.", None, None),
    "at the head": ("In Uzbekistan, prices rose 5 percent.", "Uzbekistan", "UZ"),
    "a subject in a place": ("Farmers in Uzbekistan harvested 900 tonnes.", "Uzbekistan", "UZ"),
    "those to a place": ("Those to Uzbekistan dropped 12 percent.", "Uzbekistan", "UZ"),
    "what was left": ("About 74 percent of the boxes that left Tashkent came.", None, None),
    "two cities behind": ("It built 12 schools in Tashkent and Samarkand.", None, None),
    "near a city": ("A mill of 30 MW is being built near Tashkent.", "Tashkent", "UZ"),
    "with whom": ("Trade with Uzbekistan reached $12 million.", None, None),
    "of one place, in another": ("It sold 12 tonnes of Uzbekistan’s rice in Tajikistan.", None, None),
    "from one place, in another": ("Visitors from Tajikistan rose 5 percent in Uzbekistan.", "Uzbekistan", "UZ"),
    "the name of a bank": ("The National Bank of Uzbekistan cut its rate to 9 percent.", None, None),
    "the name of a university": ("He met 40 students of the University of Delhi.", None, None),
    "what is traded there": ("Orlan Oil shares fell 3 percent in Tashkent.", None, None),
    "what it wants": ("India has demanded a cut of 10 percent.", None, None),
    "to whom it goes": ("Uzbekistan will lend Kyrgyzstan 9 million dollars.", None, None),
    "a region of it": ("Farmers in Uzbekistan's Orlan region harvested 900 tonnes.", None, None),
    "what left it": ("The ship left Shanghai with 900 cars.", None, None),
    "a part of it": ("A blast killed 9 people in northern Afghanistan.", "Afghanistan", "AF"),
    "a part of it, at the head": ("In northern Kazakhstan snow reached 40 cm.", "Kazakhstan", "KZ"),
    "a region": ("Schools in the Naryn region got 40 buses.", "Naryn", "KG"),
    "a republic": ("Prices in the Republic of Belarus rose 3 percent.", "Belarus", "BY"),
    "a port": ("It will build a mill costing 9 million dollars near the port of Aktau.", "Aktau", "KZ"),
    "where it came from": ("About 30 percent of the visitors came from India.", "India", "IN"),
    "whose citizens": ("Some 900 citizens of Belarus took part.", "Belarus", "BY"),
    "which has": ("It opened a dam in Tajikistan, which has a capacity of 90 MW.", "Tajikistan", "TJ"),
    "which accounts": ("Mongolia, which makes 40 percent of the felt, sold less.", "Mongolia", "MN"),
    "where people work": ("It has a mill in Kazakhstan, where 900 people work.", "Kazakhstan", "KZ"),
    "a market where": ("All of it goes to China, a market where demand grows 6 percent a year.", "China", "CN"),
    "what it owns": ("Kazakhstan's grain board bought 30,000 tonnes of seed.", "Kazakhstan", "KZ"),
    "whose president": ("Kazakhstan's president bought 40 horses.", None, None),
    "who bought from whom": ("Kazakhstan bought 40 trains from China.", "Kazakhstan", "KZ"),
    "a time at the head": ("Last year, farmers in Tajikistan harvested 900 tonnes.", "Tajikistan", "TJ"),
    "into it": ("Imports into Kazakhstan rose to 5 million tonnes.", "Kazakhstan", "KZ"),
    "through it": ("Carriers took 5 million tonnes through Kazakhstan.", "Kazakhstan", "KZ"),
    "through it, in the subject": ("Transit through Kazakhstan rose 5 percent.", "Kazakhstan", "KZ"),
    "leading into it": ("Eight passes leading into Kazakhstan are closed.", None, None),
    "made there and sent out": ("Exports from Kazakhstan rose 5 percent.", "Kazakhstan", "KZ"),
    "who came from it": ("Visitors from Kazakhstan rose 5 percent.", None, None),
    "who bought from it": ("Imports from Kazakhstan rose 5 percent.", None, None),
    "from it to another": ("Exports from Kazakhstan to Uzbekistan rose 5 percent.", None, None),
    "what its citizens did": ("Citizens of Kazakhstan filed 900 complaints.", "Kazakhstan", "KZ"),
    "what citizens of two did": ("Citizens of Kazakhstan and Uzbekistan filed 900 complaints.", None, None),
    "what its friends did": ("Friends of Kazakhstan planted 900 trees.", None, None),
    "a capital that acts": ("Tashkent imposed a 25 percent duty on carts.", None, None),
    "a capital that will act": ("Tashkent will lift 30 duties.", None, None),
    "a capital that has": ("Tashkent received 900 visitors.", "Tashkent", "UZ"),
    "than in another place": ("The fair drew 900 visitors more than in Tashkent.", None, None),
    "where something went": ("Nearly 88 percent of the wool went to Tashkent.", None, None),
    "where people came": ("Some 300 people came to Tashkent last year.", "Tashkent", "UZ"),
    "nowhere": ("It built 12 schools.", None, None),
}


def test_two_figures_of_one_subject_are_of_one_place() -> None:
    one, other = record("Uzbekistan sold wool for $3 million, 9 percent more than before.").statistics
    assert one.place is not None
    assert one.place == other.place


@pytest.mark.parametrize(("text", "name", "country"), PLACES.values(), ids=PLACES)
def test_place_of_a_figure(text: str, name: str | None, country: str | None) -> None:
    (figure,) = record(text).statistics
    place = figure.place
    assert (place and place.name, place and place.country) == (name, country)
    assert place is None or words(text, place.span) == name


NOT_SAID = {
    "in a relative clause on who speaks": "“It took the pier,” said Ivan Petrov, who rescued 18 people.",
    "an age": "Ivan Petrov, 61, told a paper that the pier was gone.",
    "in an apposition": '"Fuel is short," complained Anna Weiss, a nurse with 19 years of experience.',
    "in what tells when it was said": '"It is done," Ivan Petrov told reporters after talks that lasted 11 hours.',
    "before a verb in it": "Ivan Petrov told us after talks on 12 schools ended that the seed was gone.",
    "in the question": "Asked why six buses stood idle, Ivan Petrov replied that the drivers had left.",
    "in the clause before": "Sales rose by 8 percent in May, but Ivan Petrov cautioned that it was a feast.",
    "in what others say": "Ivan Petrov blamed the flood, in which aid groups say at least 60 cows drowned, for it.",
    "in what others say of a thing": "Ivan Petrov praised the bridge, which farmers say will cost 9 million soms.",
    "in what others say, between commas": "Ivan Petrov said the mine, which unions say employs 900 men, would close.",
    "in what others say, without commas": "Ivan Petrov praised the bridge that farmers say will cost 9 million soms.",
    "in what others say of someone": "Ivan Petrov told of a driver who police say hit 9 cows.",
    "in what others say, with a gap": "Ivan Petrov praised a bridge farmers say will cost 9 million soms.",
    "in what owners say": "Ivan Petrov praised the mine, whose owners say it employs 900 men.",
    "in a clause credited to others": "Ivan Petrov deplored the flood, which drowned 60 cows, according to farmers.",
    "in what listens": "Ivan Petrov told a hearing that ran for five hours that the seed was gone.",
    "between commas": "Ivan Petrov announced on Friday, after two weeks of silence, that it was gone.",
    "behind an owner": "It will be limited, the council's head, Ivan Petrov, told us after 14 hours of talks.",
    "in who listens": "Ivan Petrov told a meeting of 400 farmers that the seed was ready.",
    "behind an age": "“The road is open,” said Ivan Petrov, 57, who has run the mill for 12 years.",
    "in what opens the sentence": "After a meeting of six hours, Ivan Petrov said the seed was ready.",
}
SAID = {
    "before who speaks": "Output will reach 90,000 tonnes, said Ivan Petrov, whose firm owns the mill.",
    "behind who listens": "Ivan Petrov told a meeting of farmers that 400 tonnes were ready.",
    "in a clause of who speaks": "Ivan Petrov praised the mine, which employs 900 men.",
    "in a clause, and another sentence credited": (
        "Ivan Petrov praised the mine, which employs 900 men. According to farmers, it is old."
    ),
    "in what who speaks says, with a gap": "Ivan Petrov praised a bridge he said would cost 9 million soms.",
    "behind what others say": "Ivan Petrov said the mine, which unions say is old, would close in 9 days.",
    "behind what another says": "Ivan Petrov said the mine, which Anna Weiss called old, would close in 9 days.",
    "in what who speaks says": "Ivan Petrov praised the bridge, which he says will cost 9 million soms.",
    "in which a noun has the form of a verb": "Ivan Petrov spoke of May, in which insurance claims rose by 9 percent.",
    "in what others say, told by who speaks": "Ivan Petrov said that unions say 9 men left.",
    "behind who speaks in passing": "Prices, said Ivan Petrov, who runs a shop, rose by 5 percent.",
    "behind a quotation of the paragraph before": (
        "“It is late,” Ivan Petrov told us. “We close.”\n\nPetrov said 9 men left this year, up from few."
    ),
    "in the clause that goes on": "Sales, Ivan Petrov said, rose by 8 percent, but the feast was over.",
}


@pytest.mark.parametrize("text", NOT_SAID.values())
def test_words_on_who_speaks_are_not_said(text: str) -> None:
    made = record(text)
    assert [one.slug for one in made.speakers] in (["ivan-petrov"], ["anna-weiss"])
    assert {figure.speaker for figure in made.statistics} == {None}


@pytest.mark.parametrize("text", SAID.values())
def test_words_beside_who_speaks_are_said(text: str) -> None:
    assert [figure.speaker for figure in record(text).statistics] == ["ivan-petrov"]
