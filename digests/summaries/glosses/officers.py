"""Who is meant by an office alone: «الوزير [وزير الخارجية الإيراني عباس عراقجي]», «وزير الصحة [فراس
الأبيض]».

The rule: the one bearer of an office of that noun, or of those words, whom the article told by name
before the sentence; nothing when it told of another office or bearer of them, or that the office
passed to another. «الرئيس» is none of
those who are «رئيس …», since they are called so only where no head of state is told of.

What it may get wrong: a bearer of whom the article tells by the noun alone and nowhere else («وزير
في الحكومة»). The escape hatch is the list of nouns below, which are no offices.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

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
from digests.summaries.offices import OFFICES, WITH_BODY, WITHIN, is_office
from digests.summaries.parties import CLAIM, FUNCTION

#: Nouns before a name that say no office, so that anybody may be meant by them.
_ANYBODY = frozenset(
    words(
        "الطفل الطفلة الشاب الشابة المواطن المواطنة السيد السيدة العامل العاملة الموظف الموظفة "
        "الطالب الطالبة الناشطون الراحل الراحلة السائق الأسير الأسيرة المدعي المدعية"
    )
)
#: What tells that an office has, had or will have another bearer.
_SUCCEEDING = frozenset(
    words(
        "السابق السابقة الأسبق سابقا سلفه سلفها خلفا خليفة خلفه خلفها خلف الراحل المستقيل "
        "المستقيلة المقال المقالة المنتخب المنتخبة المكلف المكلفة المعين استقال استقالت استقالة "
        "استقالته استقالتها أقال أقالت إقالة أقيل عين عينت تعيين تنصيب انتخب انتخبت خلافة منصبه "
        "منصبها المنصب"
    )
)
#: Words of an office without a name, at most.
_PHRASE = 4
#: Offices by their nouns with the article; «الرئيس» is no «رئيس».
_HEADS = {
    ("" if noun.startswith("ال") else "ال") + noun: noun
    for noun in sorted(OFFICES - _ANYBODY)
    if noun not in words("رئيس رئيسة أحد إحدى")
}
#: The needs (``selfcontained.needs``) that a gloss of an office may meet.
_MET = frozenset(noun.removeprefix("ال") for noun in _HEADS)


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
    if needs is not None and needs.isdisjoint(_MET):
        return
    found = () if _succeeded(body, place) else found
    known = {word for shown in told for word in words(shown)}
    done: set[str] = set()
    for at, token in enumerate(found):
        noun = without_particle(token.fold)
        bare = noun.removeprefix("ال")
        if noun in done or in_quotation(text, token.start):
            continue
        if noun not in _HEADS:
            if needs is None:
                yield from _by_phrase(text, found, at, body, place, known)
            continue
        if needs is not None and bare not in needs:
            continue
        done.add(noun)
        if not _alone(text, found, at):
            continue
        who = _bearer(body, place, noun)
        if who is None or (who.surname in known and not known.isdisjoint((noun, bare))):
            continue
        head, _, whose = who.office.partition(" ")
        rest = f"{whose} {who.name}" if noun in words(head) else f"{who.office} {who.name}"
        yield Gloss(token.end, f" [{rest.strip()}]", frozenset({bare}))


@lru_cache(maxsize=64)
def _succeeded(text: str, place: int) -> bool:
    """Whether *text* tells before *place* of a change in an office."""
    found = (token.fold for token in words_of(text) if token.end <= place)
    return any(word in _SUCCEEDING or word.lstrip("وف") in _SUCCEEDING for word in found)


def _by_phrase(
    text: str, found: Sequence[Token], at: int, body: str, place: int, known: Collection[str]
) -> Iterator[Gloss]:
    """The gloss of who bears the office in the words from *at* on, with no name behind them: «وزير
    الصحة [فراس الأبيض] أن»."""
    head = found[at].fold
    head = head[1:] if head not in WITH_BODY and head[:1] in ATTACHED else head
    if head not in WITH_BODY:
        return
    for length in range(min(_PHRASE, len(found) - at), 1, -1):
        if not _ends(text, found, at + length - 1):
            continue
        phrase = [head, *(token.fold for token in found[at + 1 : at + length])]
        who = _bearer_of(body, place, phrase)
        if who is not None and who.surname not in known:
            rest = " ".join(who.office.split()[length:])
            yield Gloss(found[at + length - 1].end, f" [{f'{rest} {who.name}'.strip()}]")
        return


def _bearer_of(text: str, place: int, phrase: Sequence[str]) -> Introduction | None:
    """The one whose office, in *text* before *place*, begins with the words of the *phrase*, if
    these are told there of nobody else."""
    length = len(phrase)
    bearers = [
        who
        for who in introductions(text)
        if who.place < place and list(words(who.office)[:length]) == list(phrase)
    ]
    if len({who.surname for who in bearers}) != 1:
        return None
    whole = {word for who in bearers for word in (*words(who.office), *who.names)}
    found = [token for token in words_of(text) if token.end <= place]
    for at in range(len(found) - length):
        said = [token.fold for token in found[at : at + length]]
        if said[1:] != list(phrase[1:]) or said[0].lstrip(ATTACHED) != phrase[0].lstrip(ATTACHED):
            continue
        behind = at + length - 1
        if not _ends(text, found, behind) and found[behind + 1].fold not in whole:
            return None
    return max(bearers, key=lambda one: len(one.office))


def _alone(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether the office at *at* has no name, no attribute and no body beside it."""
    if not stands_alone(text, found, at) or (at and is_office(found[at - 1].fold)):
        return False
    return _ends(text, found, at)


def _ends(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether what an office is called ends with the word at *at*."""
    if at + 1 == len(found) or text[found[at].end : found[at + 1].start].strip():
        return True
    following = found[at + 1].fold
    return following in CLAIM or (following in FUNCTION and following not in WITHIN)


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
