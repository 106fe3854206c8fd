"""Who is meant by an office alone: «الوزير [وزير الخارجية الإيراني عباس عراقجي]».

The rule: the one bearer of an office of that noun whom the article told by name before the
sentence; nothing when it told of another office or bearer of the noun. «الرئيس» is none of those
who are «رئيس …», since they are called so only where no head of state is told of.

What it may get wrong: a bearer of whom the article tells by the noun alone and nowhere else («وزير
في الحكومة»). The escape hatch is the list of nouns below, which are no offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digests.language.stems import words
from digests.language.words import Token
from digests.summaries.glosses.gloss import (
    ATTACHED,
    Gloss,
    in_quotation,
    stands_alone,
    without_particle,
    words_of,
)
from digests.summaries.introductions import (
    Introduction,
    introductions,
)
from digests.summaries.offices import OFFICES, is_office
from digests.summaries.parties import CLAIM, FUNCTION

#: Nouns before a name that say no office, so that anybody may be meant by them.
_ANYBODY = frozenset(
    words(
        "الطفل الطفلة الشاب الشابة المواطن المواطنة السيد السيدة العامل العاملة الموظف الموظفة "
        "الطالب الطالبة الناشطون الراحل الراحلة السائق الأسير الأسيرة"
    )
)
#: Offices by their nouns with the article; «الرئيس» is no «رئيس».
_HEADS = {
    ("" if noun.startswith("ال") else "ال") + noun: noun
    for noun in sorted(OFFICES - _ANYBODY)
    if noun not in words("رئيس رئيسة أحد إحدى")
}


def officers(
    text: str,
    found: Sequence[Token],
    body: str,
    place: int,
    told: Sequence[str],
    needs: frozenset[str] | None = None,
) -> Iterator[Gloss]:
    """The glosses of those whom the words *found* of *text* tell by their offices alone, by what
    its article with the text *body* says before its *place*, unless what was *told* has them by
    name; only those that meet one of the *needs*, if these are given."""
    done: set[str] = set()
    for at, token in enumerate(found):
        noun = without_particle(token.fold)
        bare = noun.removeprefix("ال")
        if noun not in _HEADS or noun in done or (needs is not None and bare not in needs):
            continue
        done.add(noun)
        if in_quotation(text, token.start) or not _alone(text, found, at):
            continue
        who = _bearer(body, place, noun)
        if who is None or _is_told(who, noun, told):
            continue
        head, _, whose = who.office.partition(" ")
        rest = f"{whose} {who.name}" if noun in words(head) else f"{who.office} {who.name}"
        yield Gloss(token.end, f" [{rest.strip()}]", frozenset({bare}))


def _alone(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether the office at *at* has no name, no attribute and no body beside it."""
    if not stands_alone(text, found, at) or (at and is_office(found[at - 1].fold)):
        return False
    if at + 1 == len(found) or text[found[at].end : found[at + 1].start].strip():
        return True
    following = found[at + 1].fold
    return following in CLAIM or following in FUNCTION


def _bearer(text: str, place: int, noun: str) -> Introduction | None:
    """The one bearer of an office of the *noun* of whom *text* tells by name before *place*."""
    bare = noun.removeprefix("ال")
    bearers = [who for who in introductions(text) if who.place < place and _is_of(who.office, noun)]
    if len({who.surname for who in bearers}) != 1:
        return None
    who = max(bearers, key=lambda one: len(one.office))
    whose = list(words(who.office)[1:])
    mention = re.compile(rf"[{ATTACHED}]?(?:ال)?{bare}(?:ا|ان|ين)?")
    found = [token for token in words_of(text) if token.end <= place]
    for at, token in enumerate(found):
        word = without_particle(token.fold)
        if word == noun and _alone(text, found, at):
            continue
        if not mention.fullmatch(word):
            continue
        behind = [other.fold for other in found[at + 1 : at + 1 + len(whose)]]
        named = [other.fold for other in found[at + 1 : at + 1 + len(who.names)]]
        if who.surname not in named and (behind != whose or not whose):
            return None
    return who


def _is_of(office: str, noun: str) -> bool:
    """Whether an *office* told before a name is one of the *noun*."""
    head = words(office)[:1]
    return bool(head) and head[0] in (_HEADS[noun], noun)


def _is_told(who: Introduction, noun: str, told: Sequence[str]) -> bool:
    """Whether what was *told* names *who*, and in what office."""
    known = {word for shown in told for word in words(shown)}
    return who.surname in known and not known.isdisjoint((noun, noun.removeprefix("ال")))
