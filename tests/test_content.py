"""A folder of content as people write it comes in; topics, people, pages and corrections, and every mistake, go out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sco_digest.content import load_content
from sco_digest.errors import ContentError, one_line
from sco_digest.model import AddedPlace, Content, Correction, Person, Prose, Topic, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

TRADE = """---
name: Trade
order: 1
cues:
  en:
    strong: [free trade, "tariff*"]
    weak:
      - exports
    never: [trade union]
codes:
  iptc: ["medtop:20000384"]
  cap: [18]
---

What is bought *and* sold.
"""
RIVERS = "---\nname: Rivers\norder: 2\n---\n"
PEOPLE = """
people:
  - name: Dorin Valesh
    slug: dorin-valesh
    spellings: [D. Valesh, Dorin Valesh, Valesh Dorin]
    role: Minister of Rivers
    country: NO
  - name: Ána O’Kel
"""
PLACES = """
places:
  - code: XA
    name: Veldoria
    spellings: [Upper  Veldoria]
    people: [Veldorian, Veldorians]
    cities: [Orm]
  - code: KG
    name: Kyrgyzstan
"""
ABOUT = "---\ntitle: About\n---\n# About\n\nText.\n"
FIX = """
article: 2025/bridge
reason: The office sent a corrected text
date: 2025-11-19
headline: "Bridge: opened"
source: River Herald
policy_areas: [trade, rivers, trade]
remove: [5 percent, Dorin Valesh]
"""
SLUG = "write lower-case ASCII letters and digits, joined by hyphens"
GOOD = {
    "site.yaml": "title: a",
    "topics/trade.md": TRADE,
    "topics/rivers.md": RIVERS,
    "people.yaml": PEOPLE,
    "places.yaml": PLACES,
    "pages/about.md": ABOUT,
    "corrections/fix.yaml": FIX,
}


def load(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Content, list[str]]:
    """Write the files, load them, and print the problems as the user sees them, from the folder on."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    content, problems = load_content(folder)
    lines = [one_line(one.message, path=one.path, line=one.line, mend=one.mend) for one in problems]
    return content, [line.replace(f"{folder}/", "") for line in lines]


def test_everything_that_can_be_written(tmp_path: Path) -> None:
    content, problems = load(tmp_path, GOOD)
    assert problems == []
    assert content == Content(
        vocabulary=Vocabulary(
            topics=(
                Topic(
                    slug="trade",
                    name="Trade",
                    order=1,
                    introduction="What is bought *and* sold.",
                    strong=("free trade", "tariff*"),
                    weak=("exports",),
                    never=("trade union",),
                    iptc=("medtop:20000384",),
                    cap=(18,),
                ),
                Topic(slug="rivers", name="Rivers", order=2, introduction=""),
            ),
            people=(
                Person(
                    slug="dorin-valesh",
                    name="Dorin Valesh",
                    spellings=("D. Valesh", "Valesh Dorin"),
                    role="Minister of Rivers",
                    country="NO",
                ),
                Person(slug="ana-okel", name="Ána O’Kel"),
            ),
            places=(
                AddedPlace(
                    code="XA",
                    name="Veldoria",
                    spellings=("Upper Veldoria",),
                    people=("Veldorian", "Veldorians"),
                    cities=("Orm",),
                ),
                AddedPlace(code="KG", name="Kyrgyzstan"),
            ),
        ),
        prose=(Prose(slug="about", title="About", markdown="# About\n\nText.", path="pages/about.md"),),
        corrections=(
            Correction(
                path="corrections/fix.yaml",
                article="2025/bridge",
                reason="The office sent a corrected text",
                file=str(tmp_path / "corrections/fix.yaml"),
                line=2,
                date="2025-11-19",
                headline="Bridge: opened",
                source="River Herald",
                policy_areas=("trade", "rivers"),
                remove=("5 percent", "Dorin Valesh"),
            ),
        ),
    )


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"people.yaml": ""}, id="empty list of people"),
        pytest.param({"people.yaml": "people:"}, id="nobody"),
        pytest.param({"places.yaml": "places: []"}, id="no place"),
        pytest.param(
            {"corrections/README.md": "How to correct.", "topics/README.md": "Topics."}, id="notes for people"
        ),
        pytest.param({"topics/.trade.md.swp": "x", "topics/notes.txt": "x"}, id="files of others"),
    ],
)
def test_nothing_has_to_be_there(tmp_path: Path, files: dict[str, str]) -> None:
    assert load(tmp_path, files) == (Content(vocabulary=Vocabulary()), [])


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert load_content(tmp_path / "nowhere") == (Content(vocabulary=Vocabulary()), ())


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="topics: cannot be listed: Not a directory"):
        load(tmp_path, {"topics": "x"})


def test_topics_stand_in_their_order_and_pages_in_that_of_their_names(tmp_path: Path) -> None:
    files = {f"topics/{slug}.md": f"---\nname: {slug}\norder: {9 - i}\n---" for i, slug in enumerate(["a", "b", "c"])}
    content, problems = load(tmp_path, {**files, "pages/z.md": ABOUT, "pages/b.md": ABOUT})
    assert problems == []
    assert [topic.slug for topic in content.vocabulary.topics] == ["c", "b", "a"]
    assert [page.slug for page in content.prose] == ["b", "z"]


def test_pages_of_a_folder_stand_below_the_page_of_its_name(tmp_path: Path) -> None:
    names = ("b.md", "b/y.md", "b/x.md", "b/README.md", "b/c/d.md", ".git/a.md", "empty/a.txt", "a.md", "z/a.md")
    content, problems = load(tmp_path, {f"pages/{name}": ABOUT for name in names})
    assert problems == []
    assert [page.slug for page in content.prose] == ["a", "b", "b/x", "b/y", "z/a"]
    assert content.prose[2].path == "pages/b/x.md"


def topic(lines: str) -> dict[str, str]:
    """A topic with further lines of front matter, which begin on line 4."""
    return {"topics/t.md": f"---\nname: T\norder: 7\n{lines}\n---\n"}


def person(lines: str) -> dict[str, str]:
    """A list of people, which begins on line 2."""
    return {"people.yaml": f"people:\n{lines}\n"}


def place(lines: str) -> dict[str, str]:
    """A list of places, which begins on line 2."""
    return {"places.yaml": f"places:\n{lines}\n"}


def fix(lines: str) -> dict[str, str]:
    """A correction with further lines, which begin on line 3."""
    return {"corrections/c.yaml": f"article: a\nreason: b\n{lines}\n"}


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (topic("ordr: 1"), 'topics/t.md:4: unknown key "ordr"; did you mean "order"?'),
        (topic("cues:\n  en:\n    storng: [a]"), 'topics/t.md:6: unknown key "storng"; did you mean "strong"?'),
        (topic("cues:\n  ru: {}"), 'topics/t.md:5: unknown key "ru"; known here: en'),
        (
            topic("cues: [a]"),
            (
                "topics/t.md:4: cues must be a mapping, not a list; "
                'write a line "cues:" and below it, indented, lines of "key: value"'
            ),
        ),
        (
            topic("cues: {en: {strong: trade}}"),
            'topics/t.md:4: strong must be a list, not text; write a line "strong:" and below it lines of "- ..."',
        ),
        (
            topic("cues:\n  en:\n    strong:\n    - a\n    - ''"),
            "topics/t.md:8: a cue in strong is empty; write a word, or take the line out",
        ),
        (
            topic("cues:\n  en:\n    weak:\n    - '*'"),
            "topics/t.md:7: a cue in weak is empty; write a word, or take the line out",
        ),
        (
            topic("cues:\n  en:\n    weak:\n    - [a]"),
            "topics/t.md:7: weak: an entry must be text, not a list; put it in quotes",
        ),
        (
            topic("cues:\n  en:\n    strong: [Free  trade]\n    weak: [free trade]"),
            'topics/t.md:7: the cue "free trade" is already in strong; keep it in one place',
        ),
        (
            topic("cues:\n  en:\n    weak: [a, a]"),
            'topics/t.md:6: the cue "a" is already in weak; keep it in one place',
        ),
        (
            topic("codes:\n  iptc: [20000384]"),
            'topics/t.md:5: "20000384" is no iptc code; write "medtop:" and eight digits',
        ),
        (topic("codes:\n  cap: [24]"), 'topics/t.md:5: "24" is no cap code; write a whole number from 1 to 23'),
        (topic("codes:\n  cap: [0]"), 'topics/t.md:5: "0" is no cap code; write a whole number from 1 to 23'),
        (topic("codes:\n  capp: [1]"), 'topics/t.md:5: unknown key "capp"; did you mean "cap"?'),
        ({"topics/t.md": "---\norder: 1\n---"}, 'topics/t.md:2: name is missing; write a line "name: ..."'),
        ({"topics/t.md": "---\nname: T\n---"}, 'topics/t.md:2: order is missing; write a line "order: ..."'),
        (
            {"topics/t.md": "---\nname: T\norder: 0\n---"},
            "topics/t.md:3: order is 0; write a whole number from 1 to 9999",
        ),
        (
            {"topics/t.md": "---\nname: T\norder: last\n---"},
            'topics/t.md:3: order must be a number, not text; write a line "order: 10"',
        ),
        (
            {"topics/t.md": "---\nname: T\norder: 2\n"},
            "topics/t.md:1: the front matter is not closed; add a line --- after it",
        ),
        (
            {"topics/t.md": "Trade"},
            'topics/t.md:1: there is no front matter; begin the file with lines of ---, "name: ..." and ---',
        ),
        ({"topics/t.md": b"---\nname: \xff\n---"}, "topics/t.md:2: not UTF-8; save it as UTF-8"),
        (
            {"topics/Trade_2.md": "---\nname: T\norder: 1\n---"},
            f'topics/Trade_2.md: the name of the file, "Trade_2", is no slug; {SLUG}',
        ),
        (
            {"topics/a.md": RIVERS, "topics/b.md": RIVERS.replace("Rivers", "Lakes")},
            'topics/b.md:3: order "2" is already at topics/a.md:3; change one of them',
        ),
        (
            {"topics/a.MD": RIVERS, "topics/a.md": RIVERS.replace("2", "3").replace("Rivers", "Lakes")},
            'topics/a.md: the slug "a" is already at topics/a.MD; change one of them',
        ),
        (
            {"topics/a.md": RIVERS, "topics/b.md": RIVERS.replace("Rivers", "RIVERS").replace("2", "3")},
            'topics/b.md:2: the name "RIVERS" is already at topics/a.md:2; change one of them',
        ),
        (person("- slug: a"), 'people.yaml:2: name is missing; write a line "name: ..."'),
        (person("- name: ''"), 'people.yaml:2: name is empty; write a line "name: ..."'),
        (person("- name: A\n  roles: b"), 'people.yaml:3: unknown key "roles"; did you mean "role"?'),
        (
            person("- Dorin"),
            'people.yaml:2: must be lines of "key: value", not text; known here: country, name, role, slug, spellings',
        ),
        (person("- name: A\n  slug: A b"), f'people.yaml:3: "A b" is no slug; {SLUG}'),
        (person("- name: A\n  slug: nul"), f'people.yaml:3: "nul" is that of a device on Windows; {SLUG}'),
        (person("- name: Дорин"), f"people.yaml:2: slug is missing; {SLUG}"),
        (
            person("- name: A\n  country: Norway"),
            'people.yaml:3: "Norway" is no country code; write two capitals (ISO 3166), such as KG',
        ),
        (
            person("- name: A\n  slug: x\n- name: B\n  slug: x"),
            'people.yaml:5: the slug "x" is already at people.yaml:3; change one of them',
        ),
        (
            person("- name: A\n- name: B\n  spellings:\n  - a"),
            'people.yaml:5: the name "a" is already at people.yaml:2; change one of them',
        ),
        (
            person("- name: A\n  spellings: [x]\n- name: B\n  spellings: [X]"),
            'people.yaml:5: the name "X" is already at people.yaml:3; change one of them',
        ),
        ({"people.yaml": "poeple: []"}, 'people.yaml:1: unknown key "poeple"; did you mean "people"?'),
        (
            {"people.yaml": "people: Dorin"},
            'people.yaml:1: people must be a list, not text; write a line "people:" and below it lines of "- ..."',
        ),
        (
            {"people.yaml": "people: &a [*a]"},
            "people.yaml:1: an alias (*) is not taken here; write the value out, or put it in quotes",
        ),
        (place("- code: XA"), 'places.yaml:2: name is missing; write a line "name: ..."'),
        (place("- name: Orm"), 'places.yaml:2: code is missing; write a line "code: ..."'),
        (
            place("- name: Orm\n  code: xa"),
            'places.yaml:3: "xa" is no country code; write two capitals (ISO 3166), such as KG',
        ),
        (place("- name: Orm\n  code: XA\n  city: [A]"), 'places.yaml:4: unknown key "city"; did you mean "cities"?'),
        (
            place("- name: Orm\n  code: XA\n  people:\n  - Ormish\n  - ormers"),
            'places.yaml:6: "ormers" does not begin with a capital; write it as texts do, such as Kyrgyz',
        ),
        (
            place("- name: orm\n  code: XA"),
            'places.yaml:2: "orm" does not begin with a capital; write it as texts do, such as Kyrgyz',
        ),
        (
            place("- name: Orm\n  code: XA\n- name: Ven\n  code: XA"),
            'places.yaml:5: the code "XA" is already at places.yaml:3; change one of them',
        ),
        (
            place("- name: Orm\n  code: XA\n- name: Ven\n  code: XB\n  cities: [ORM]"),
            'places.yaml:6: the name "ORM" is already at places.yaml:2; change one of them',
        ),
        ({"people.yml": PEOPLE}, "people.yml: nothing of this name is read; rename it to people.yaml"),
        ({"topic/a.md": RIVERS}, "topic: nothing of this name is read; rename it to topics"),
        (
            {"pages/a.md": "---\ntitel: A\ntitle: B\n---\nText"},
            'pages/a.md:2: unknown key "titel"; did you mean "title"?',
        ),
        ({"pages/a.md": "---\n---\nText"}, 'pages/a.md:2: title is missing; write a line "title: ..."'),
        (
            {"pages/a.md": "---\ntitle: A\n---\n"},
            "pages/a.md:2: the page is empty; write its text below the front matter",
        ),
        ({"pages/con.md": ABOUT}, f'pages/con.md: the name of the file, "con", is that of a device on Windows; {SLUG}'),
        ({"pages/a b.md": ABOUT}, f'pages/a b.md: the name of the file, "a b", is no slug; {SLUG}'),
        ({"pages/a.b/c.md": ABOUT}, f'pages/a.b: the name of the folder, "a.b", is no slug; {SLUG}'),
        (fix("date: 2025-13-40"), "corrections/c.yaml:3: 2025-13-40 is no date; write it as YYYY-MM-DD"),
        (fix("date: 19.11.2025"), "corrections/c.yaml:3: 19.11.2025 is no date; write it as YYYY-MM-DD"),
        (fix("date:"), 'corrections/c.yaml:3: date is empty; write a line "date: ..."'),
        (fix("hedline: a\ndate: 2025-11-19"), 'corrections/c.yaml:3: unknown key "hedline"; did you mean "headline"?'),
        (
            fix(""),
            (
                "corrections/c.yaml:1: it changes nothing; "
                "give it a date, headline, source, policy_areas, remove or confirm"
            ),
        ),
        ({**topic(""), **fix("policy_areas:\n- x\n- t")}, 'corrections/c.yaml:4: "x" is no topic; known here: t'),
        (
            {"topics/trade.md": "---\nname: [", **fix("policy_areas: [trade]")},
            "topics/trade.md:1: the front matter is not closed; add a line --- after it",
        ),
        (
            {"corrections/c.yml": "article: a\nremove: [5]"},
            'corrections/c.yml:1: reason is missing; write a line "reason: ..."',
        ),
        (
            {"corrections/c.yaml": "reason: a\nremove: [5]"},
            'corrections/c.yaml:1: article is missing; write a line "article: ..."',
        ),
        (
            {"corrections/c.yaml": "article: a\nreason: b\nremove: 5"},
            (
                "corrections/c.yaml:3: remove must be a list, not a number; "
                'write a line "remove:" and below it lines of "- ..."'
            ),
        ),
    ],
)
def test_mistakes_are_named_with_file_line_and_mend(
    tmp_path: Path, files: dict[str, str | bytes], problem: str
) -> None:
    assert load(tmp_path, files)[1] == [problem]


def test_all_problems_are_told_together_in_the_order_of_files(tmp_path: Path) -> None:
    files = {**topic("colour: red\nsize: 5"), **person("- role: a"), **fix("date: soon"), "pages/a.md": "Text"}
    _, problems = load(tmp_path, files)
    places = [":".join(line.split(":")[:2]) for line in problems]
    assert places == ["corrections/c.yaml:3", "pages/a.md:1", "people.yaml:2", "topics/t.md:4", "topics/t.md:5"]


def test_a_correction_may_take_all_areas_away(tmp_path: Path) -> None:
    content, problems = load(tmp_path, fix("policy_areas: []"))
    assert problems == []
    assert content.corrections[0].policy_areas == ()


def test_the_content_that_ships_has_no_problems() -> None:
    content, problems = load_content(Path(__file__).parents[1] / "content")
    assert problems == ()
    assert len(content.vocabulary.topics) >= 16
    assert {"about", "method"} <= {page.slug for page in content.prose}


def test_the_page_on_the_method_claims_nothing_that_no_page_does() -> None:
    method = (Path(__file__).parents[1] / "content/pages/method.md").read_text(encoding="utf-8")
    assert "compared" not in method
