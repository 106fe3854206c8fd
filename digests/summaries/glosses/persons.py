"""Who is meant by a surname alone, and what office somebody has who is told by name alone.

The rule: the one person of that surname whom the article introduces (``introductions``). A surname
is told alone behind a verb of saying, a particle, or at the beginning of a clause; one that
is a word («سلام») only between a verb of saying and its claim.

What it may get wrong: a surname that is another's whom the article never introduces. There is no
escape hatch but the lists below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digests.language.given_names import given_name
from digests.language.stems import words
from digests.language.words import Token
from digests.summaries.glosses.gloss import Gloss, in_quotation
from digests.summaries.introductions import (
    PARTS,
    Introduction,
    goes_on,
    is_on,
    joined,
)
from digests.summaries.offices import is_office, office_before
from digests.summaries.parties import CLAIM, FUNCTION
from digests.summaries.persons import ATTACHED, of_a_name
from digests.summaries.speakers import verb_of_saying

#: What tells who somebody is, behind a comma.
_WHO_IS = frozenset(
    words("وهو وهي شقيق شقيقة نجل ابن ابنة زوج زوجة والد والدة عم خال صهر حفيد أرملة محامي محامية")
)
#: What tells of a family which of them.
_OF_THE_FAMILY, _WHICH_OF_THEM = ("آل", "آن"), frozenset(words("الابن الأب الأكبر الأصغر"))


def persons(
    text: str,
    found: Sequence[Token],
    people: Mapping[str, Introduction],
    told: Sequence[str],
) -> Iterator[Gloss]:
    """The glosses of those of *people*, by surname, whom the words *found* of *text* name, and of
    whom nothing *told* before says who they are."""
    said = {form for token in found for form in (token.fold, token.fold[1:])}
    known: list[str] = []
    for surname in sorted(people.keys() & said):
        known = known or [word for shown in told for word in (*words(shown), "")]
        who = people[surname]
        if any(_introduces(known, at, who) for at, word in enumerate(known) if word == surname):
            continue
        place = next((at for at in range(len(found)) if _names(found, at, surname)), None)
        if place is not None and not in_quotation(text, found[place].start):
            yield from _of_person(text, found, place, who)


def _names(found: Sequence[Token], at: int, surname: str) -> bool:
    word = found[at].fold
    same = word == surname or (word[:1] in ATTACHED and word[1:] == surname)
    return same and not is_on(found[at])


def _introduces(known: Sequence[str], at: int, who: Introduction) -> bool:
    """Whether the surname at *at* of what is *known* has a name or an office before it."""
    before = known[at - 1] if at else ""
    return before in who.names[:-1] or is_office(before) or given_name(before)


def _of_person(text: str, found: Sequence[Token], at: int, who: Introduction) -> Iterator[Gloss]:
    token, first = found[at], at
    while first and found[first - 1].fold in PARTS and joined(text, found, first - 1):
        first -= 1  # «أبي الهاشم»
    before = found[first - 1] if first and joined(text, found, first - 1) else None
    if first == at and len(who.names) > 1 and who.names[-2] in PARTS:
        return  # «زايد» is not «محمد بن زايد»
    if _told_behind(text, found, at) or _may_be_another(text, found, first, at, who):
        return
    meets = frozenset({who.surname} if who.office or who.beside else ())
    beside = who.beside if " " not in who.office else ""
    if before is not None and _belongs(before, who):
        if _named_without_office(text, found, first, who):
            yield Gloss(token.end, f" [{who.office}]")
    elif not (_leads(before) if before else _begins_clause(text, found, first)):
        return
    elif found[first].fold in (who.surname, *PARTS) and not beside:
        yield Gloss(found[first].start, f"[{who.office} {who.first}] ".replace("[ ", "["), meets)
    else:
        name = f"{who.office} {who.name}".strip()
        yield Gloss(token.end, f" [{name}{'، ' + beside if beside else ''}]", meets)


def _may_be_another(
    text: str, found: Sequence[Token], first: int, at: int, who: Introduction
) -> bool:
    """Whether the surname from *first* to *at* may be a word («دعا إلى سلام»), one of the family
    («آل ليغات») or a woman where *who* is a man: «قالت نتنياهو»."""
    before = found[first - 1] if first and joined(text, found, first - 1) else None
    if before is not None and before.text in _OF_THE_FAMILY:
        return True
    verb = before.fold if before is not None and verb_of_saying(before.fold) else ""
    head = who.office.split()[0] if who.office else ""
    if verb and head and verb.endswith("ت") != head.endswith("ة"):
        return True
    if of_a_name(who.surname):
        return False
    claimed = at + 1 < len(found) and found[at + 1].fold in CLAIM
    in_full = before is not None and before.fold in who.names
    return not (in_full or (bool(verb) and (claimed or text[found[at].end :].lstrip()[:1] == ":")))


def _named_without_office(text: str, found: Sequence[Token], at: int, who: Introduction) -> bool:
    """Whether the full name with its surname *at* has no office before it, and one to tell."""
    if " " not in who.office or text[found[at].end :].lstrip().startswith(":"):
        return False
    first = at
    while first and found[first - 1].fold in who.names and joined(text, found, first - 1):
        first -= 1
    if first == at:
        return False  # behind an office or another first name
    if office_before(text, found, first):
        return False
    if first and joined(text, found, first - 1):
        return _leads(found[first - 1])
    return _begins_clause(text, found, first)


def _belongs(before: Token, who: Introduction) -> bool:
    """Whether the word *before* a surname is of the name, or of an office."""
    return before.fold in who.names or given_name(before.fold) or is_office(before.fold)


def _leads(before: Token) -> bool:
    """Whether a surname may stand alone behind *before*: a verb or a particle, no noun that it
    completes («شركة»)."""
    word = before.fold
    imam = word == "امام" and before.text.startswith("إ")  # «إمام أوغلو», no «أمام»
    return verb_of_saying(word) or (word in FUNCTION and not imam) or word in CLAIM


def _begins_clause(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* opens the sentence or stands behind a comma."""
    return not at or text[found[at - 1].end : found[at].start].strip() in ("،", "؛", ":")


def _told_behind(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether who it is, or more of the name, stands behind the surname at *at*: «ميلنر، أحد وكلاء
    النقابة», «منصور، وهو طالب», «(45 عاما)»."""
    if at + 1 == len(found):
        return False
    gap, following = text[found[at].end : found[at + 1].start].strip(), found[at + 1]
    if gap[:1] == "(":
        return True
    if not gap:
        family = following.fold in _WHICH_OF_THEM
        return family or goes_on(following) or is_office(following.fold)
    return gap == "،" and (is_office(following.fold) or following.fold in _WHO_IS)
