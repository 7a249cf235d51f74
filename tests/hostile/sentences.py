"""A payload and chance come in; an article goes out in which it stands where the program reads facts.

A part of an article is a sentence with gaps: `{p}` is the payload; the others are filled with invented names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

NAMES = (
    "Ilva Torn",
    "Oskar Brenne",
    "Mina Sattel",
    "Daro Keshin",
    "Yelva Ost",
    "Nodar Hule",
    "Tarek Oluv",
    "Sena Marr",
)
ROLES = ("Minister of Trade", "Minister of Transport", "Health Minister", "Deputy Minister of Energy", "Prime Minister")
LANDS = ("Kazakhstan", "Uzbekistan", "Kyrgyzstan", "Tajikistan", "Mongolia", "Belarus", "Pakistan")
THINGS = ("exports", "freight traffic", "the number of patients", "trade turnover", "the harvest", "electricity output")

HEADLINES = (
    "{p}",
    "{p} {land} opens a bridge",
    "{land} counts anew {p}",
    "{land} signs {p} with neighbours",
)
DATELINES = (
    "",
    "BISHKEK, March 4 ({p}) – ",
    "ASTANA, {p}, March 4 – ",
    "{p} – ",
    "(Tashkent {p}) ",
)
LEADS = (
    "{role} of {land} {name} opened the new railway bridge on Tuesday.",
    "{role} of {land} {name} met {p} in Bishkek.",
    "{role} of {land} {name} opened {p}, a railway bridge.",
    "{role} of {land} {name} spoke of trade and transport.",
)
CREDITS = (
    "The ministry’s press service reported.",
    "This was reported by the press service of the Ministry of {p}.",
    "This was reported by the {p} news agency.",
    "According to the “{p}” news agency, it is open.",
    "The {p} Agency reported.",
    "Source: {p}",
)
STATEMENTS = (
    "“{p},” {role} of {land} {name} said.",
    "“We {p} will build it,” {name} {p} said.",
    "{name} said that {p} is a matter of trade.",
    "“Trade {p} grows,” said {name}, {role} of {land}.",
    "«{p} – this is energy policy», {name} added.",
    "According to {name}, {p}.",
    "{role} of {land} {surname}{p} {name} noted that customs posts are open.",
    "{name}, the {p} minister of {land}, emphasized the health of patients.",
    "{name} {p} stressed that schools matter.",
    "Minister of {p} Affairs of {land} {name} said that schools will open.",
    "Minister of Trade and {p} {name} said that prices fell.",
    "Minister of Trade {surname}-{p} {name} stated that exports grow.",
    "{name}{p} told reporters that customs posts are open.",
    "{role} for {p} {name} said that digital services grow.",
    "The {p} Bank of {land} said that rates stay.",
    "The “{p}” Foundation said that schools will open.",
)
FIGURES = (
    "{Thing} of {p} grew by {number} percent in 2024.",
    "{Thing} reached ${number} million, {p}.",
    "{Thing} {p} reached {number} million tons in 2024.",
    "The share of {p} in exports was {number} percent in 2023.",
    "{name} said that {number} {p} wagons were sold.",
    "{number} {p} and {number} trucks came in the first quarter of 2025.",
    "{Thing} grew from {number} to 99 percent ({p}).",
    "The cost of the {p} is {number} billion dollars per {p}.",
    "{number}{p} percent; {p}{number} km of roads.",
)
PROJECTS = (
    "{land} will build the Amber {p} railway by 2027.",
    "{land} will build the “{p}” railway by 2027.",
    "{land} will build the Orm{p}–Selt railway by 2027.",
    "The Amber {p} Bridge will open in 2026, and the Amber “{p}” Fund as well.",
    "The Orm-{p}-Selt pipeline and the {p} Development Bank are projects of {land}.",
    "It was proposed to build {p}.",
    "It was proposed to establish the “{p}” fund, a project of {land}.",
    "The sides agreed to build the {land}–{p} corridor.",
    "Construction of the {p} Valley Hydropower Plant began.",
    "{name} promised that {p} will open in 2026.",
    "{land} and Belarus signed a memorandum on {p}.",
)
BEHIND = ("", "\n\n{p}", "\n\n## {p}", "\n\n- {p}\n- 5 percent {p}", "\n\n{p}\n\nEnd of {p}.")


def filled(chance: random.Random, frame: str, payload: str) -> str:
    """One part of an article with its gaps filled."""
    name, thing = chance.choice(NAMES), chance.choice(THINGS)
    values = {
        "p": payload,
        "name": name,
        "surname": name.split()[1],
        "role": chance.choice(ROLES),
        "land": chance.choice(LANDS),
        "Thing": thing[0].upper() + thing[1:],
        "number": str(chance.randint(2, 990)),
    }
    for gap, value in values.items():
        if gap != "p":
            frame = frame.replace(f"{{{gap}}}", value)
    return frame.replace("{p}", payload)  # as the last, since a payload may have braces of its own


def headline(chance: random.Random, payload: str) -> str:
    """A line for the top."""
    return filled(chance, chance.choice(HEADLINES), payload)


def body(chance: random.Random, payload: str) -> str:
    """The text below it: a lead, who says so, statements, figures, projects."""
    head = chance.choice(DATELINES) + chance.choice(LEADS) + " " + chance.choice(CREDITS)
    parts = [
        head,
        " ".join(chance.sample(STATEMENTS, 2)),
        " ".join(chance.sample(FIGURES, 2)),
        chance.choice(PROJECTS) + chance.choice(BEHIND),
    ]
    return "\n\n".join(filled(chance, part, payload) for part in parts)


def day(chance: random.Random) -> str:
    """Within two years, so that months, weeks and series fill."""
    return f"{chance.choice((2024, 2025))}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
