"""A word in capitals beside a name in, whether it is a degree or an honour, or initials, out: "JD Vance", "Reed KC"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People

TWO: Final = 2


def is_letters(tokens: Tokens, i: int, people: People) -> bool:
    """Whether token `i` is an honour or a degree as it stands behind a name: "KC", "M.D.", "PhD"."""
    word = tokens.words[i]
    return word[-1:].isupper() + word.endswith(".") > 0 and tokens.lower[i].replace(".", "") in people.names.letters


def over_letters(tokens: Tokens, i: int, people: People) -> int:
    """Where the honours and degrees from token `i` on, behind a name, end: "Simon Reed, KC"."""
    end = i
    if i and i + 1 < len(tokens) and tokens.lower[i - 1] in ("jr", "sr") and tokens.words[i] == ".":
        end += tokens.sentence_of[i + 1] == tokens.sentence_of[i]  # "Karl Orde Jr. said"
    while end < len(tokens) and is_letters(tokens, end, people):
        end += 1
    comma = end == i and i + 1 < len(tokens) and tokens.words[i] == "," and is_letters(tokens, i + 1, people)
    return over_letters(tokens, i + 1, people) if comma else end


def are_initials(tokens: Tokens, i: int, people: People) -> bool:
    """Whether two capitals are a first name: behind a role, or with a J among them ("Coach JJ Redick", "JD Vance")."""
    word, surname = tokens.words[i], tokens.words[i + 1] if i + 1 < len(tokens) else ""
    lower = surname.lower()
    other = lower in people.not_names.words or lower in people.roles or lower in people.role_modifiers
    if len(word) != TWO or not word.isalpha() or not surname.istitle() or len(surname) <= TWO or other:
        return False
    return after_role(tokens, i, people) or ("J" in word and word != "JP")


def after_role(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a role or form of address stands right before a word that is a title and a given name."""
    if i > 1 and tokens.words[i - 1] == ".":
        i -= 1  # "Dr."
    before = tokens.lower[i - 1] if i else ""
    return (
        before in people.names.titles or before in people.roles or before in people.trades or before in people.courtesy
    )
