"""Whose: what the evidence tells of a person's brother or lawyer is not told of that person.

The rule: where the evidence has a word of kin, service or speech before "of" and a person ("the
brother of the suspect", "the suspect's brother", «شقيق المشتبه به», אחיו של החשוד), a sentence that
tells that person tells the word before as well, or another person's.

What it may get wrong: a sentence that tells of the person alone, what the passage says of it
elsewhere. The escape hatch is to cite that part.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_RELATIVES = {
    "en": frozenset(
        "brother sister son daughter wife husband father mother cousin nephew niece uncle aunt "
        "grandson widow relative lawyer attorney aide adviser advisor bodyguard driver".split()
    ),
    "he": folded("אחיו אחותו בנו בתו אשתו אביו אמו פרקליטו עוזרו נהגו"),
    "ar": folded("شقيق شقيقة نجل ابنة زوجة زوج والد والدة محامي محامية أرملة سائق مستشار"),
}
_OF = frozenset({"of", "של"})
_ARTICLES = frozenset("the a an".split())


def relatives(_: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A person told where the evidence has a relative of it."""
    evidence = source.passage
    for head, owner in _pairs(evidence):
        if head not in source.inside:
            continue
        if owner in aligned.told and head not in aligned.told and _once(evidence, owner):
            shown = evidence.words[head].text
            return Refusal(Code.ROLES, f"the evidence says this of the «{shown}»; tell whose")
    return None


def _pairs(evidence: Passage) -> list[tuple[int, int]]:
    """Each word for a relative with the place of the common noun of whose it is."""
    found = []
    words = [word.fold for word in evidence.words]
    for at, word in enumerate(words):
        if word not in _RELATIVES.get(evidence.language, ()):
            continue
        place = at + 1
        if evidence.language == "ar":
            if place < len(words) and words[place].startswith("ال"):
                found.append((at, place))
            continue
        if place < len(words) and words[place] in _OF:
            place += 1
            while place < len(words) and words[place] in _ARTICLES:
                place += 1
            if place < len(words):
                found.append((at, place))
        elif at and evidence.words[at - 1].text.endswith(("'s", "’s")):
            found.append((at, at - 1))
    return found


def _once(evidence: Passage, owner: int) -> bool:
    """Whether the evidence has the owner only there."""
    word = evidence.words[owner].fold
    return sum(other.fold == word for other in evidence.words) == 1
