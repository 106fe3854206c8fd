"""Who an Arabic text tells to have done what to whom: «رفعت س دعوى على ص», «عقوبات فرضتها س».

The rule: a deed is a verb that opens its clause, with who does it right behind it or, behind «إن»
or a mark, right before; or the noun of a light verb («شنت س هجوما على ص»). To whom it is done
stands right behind who does it, or behind «على», «ضد» or «إلى». A light verb with a pronoun has its
doer behind it and its noun before («هجوم شنته س»). Behind «تعرض» stands who suffers what its «ل»
has.
A passive that is known by its letters («أُقيل», «بيعت») tells whom, and «من قبل» who did it.

What it may get wrong: a passive that is spelt like the active («قتل الجندي»): it tells one side
only, and whoever compares sides asks for both. The escape hatch is the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from digests.language.arabic import DAMMA
from digests.language.conjugation import forms
from digests.language.given_names import given_name
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed, of_names
from digests.language.light_verbs import is_light
from digests.language.lists import folded
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import actor, and_before, mark_before, title
from digests.summaries.verify.class_nouns import CLASS_NOUNS
from digests.summaries.verify.doers import mutual
from digests.summaries.verify.government import definite
from digests.summaries.verify.order import opens_clause
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.undergone import SUFFERS

#: Prepositions before whom it is done to.
_ONTO = folded("على ضد إلى أمام")
#: Verbs that tell from the other side, of who suffers or gets it.
_FROM_THE_OTHER = SUFFERS | forms(
    "ar",
    (
        "خسر يخسر, انهزم ينهزم, تلقى يتلقى, تسلم يتسلم, حصل يحصل, اقترض يقترض, استأجر يستأجر, "
        "واجه يواجه, خضع يخضع, تكبد يتكبد, نال ينال, شهد يشهد, ورث يرث, عانى يعاني"
    ).split(", "),
)
_NOT_DONE = folded("قد لم لن لا سوف وقد")
#: Passives of hollow verbs, known by their «ي»: «أقيل», «بيعت», «استعيد».
_HOLLOW = re.compile("[وف]?(?:ا\\wي\\w(?:ت|وا)?|است\\wي\\w(?:ت|وا)?|بيع(?:ت|وا)?)$")
#: Nouns and adjectives of the same letters, of roots that begin with a hamza.
_NOUNS_LIKE_THEM = folded(
    "أمير أمين أسير أديب أكيد أثير أجير أنيق أليف أصيل أخير أليم أنيس أثيم أريج أفيون"
)
_BY = {"من": folded("قبل جانب طرف"), "علي": folded("يد أيدي")}
#: Prepositions of one letter.
_JOINED = "بلك"
#: Words behind which where or when it was stands.
_PLACED = folded("تحت فوق بين قبل بعد خلال وسط ضمن قرب عقب إثر داخل خارج")
#: Words of a name or of a noun with its owner; from a doer to the noun of a light verb.
_NAME, _LIGHT_NOUN, _CLAUSE = 4, 3, 9


class Told(NamedTuple):
    """A deed at *deed*, told by the verb at *verb*, with the places of its two sides.

    ``sure``: the one side that it tells is told as that side, whatever else it tells.
    """

    deed: int
    verb: int
    doer: range
    whom: range
    sure: bool = False


_NOBODY = range(0)


@lru_cache(maxsize=8)
def told_deeds(text: Passage) -> tuple[Told, ...]:
    """All deeds of *text* with a side that is told."""
    found: list[Told] = []
    for verb in range(len(text.words)):
        if verb in text.counted or text.words[verb].fold in FREE or mutual(text, verb):
            continue
        found += _relative(text, verb)
        found += _suffers(text, verb)
        found += _passive(text, verb)
        found += _active(text, verb)
    return tuple(found)


def _form(text: Passage, place: int, words: frozenset[str]) -> bool:
    """Whether the word at *place*, its particles aside, is one of *words*."""
    return not words.isdisjoint(without_particles(text.words[place].fold))


def _active(text: Passage, verb: int) -> Iterator[Told]:
    """«رفعت س دعوى على ص», «أقال س ص», «إن س أقالت ص», «هجوم س على ص»."""
    if definite(text, verb):
        yield from _adjectival(text, verb)
        return
    if _form(text, verb, _FROM_THE_OTHER) or undergoes(text, verb):
        return
    if joined_preposition(text, verb) or title(text, verb) or has_its_object(text, verb):
        return  # «رحبت س بإعلان ص»; «اتهمها س»
    opens = opens_clause(text, verb)
    ahead = fronted_doer(text, verb)
    if ahead and actor(text, verb):
        return  # «المتحدث باسم وزارة المالية»
    doer = ahead or phrase(text, verb + 1)
    behind = verb + 1 if ahead else doer.stop
    if not doer or behind >= len(text.words) or mark_before(text, behind):
        return
    if is_light(text.words[verb].fold) and (opens or ahead):
        yield from _by_its_noun(text, verb, doer, behind)
    if text.words[behind].fold in _ONTO:
        if opens or ahead or _of_a_noun(text, verb, doer[0]):
            yield Told(verb, verb, doer, phrase(text, behind + 1))
    elif (opens or ahead) and not (attribute_behind(text, behind) or _office(text, behind)):
        yield Told(verb, verb, doer, phrase(text, behind))


def attribute_behind(text: Passage, place: int) -> bool:
    """Whether an adjective of the noun before it may stand at *place*: «الوزير الفرنسي»."""
    person = actor(text, place) and not text.keys[place]  # «القاضي»
    return definite(text, place) and text.words[place].fold.endswith(("ي", "يه")) and not person


def _office(text: Passage, place: int) -> bool:
    """Whether the office of the name before it stands at *place*: «سامر نصار مدير الحملة»."""
    return title(text, place) and not definite(text, place)


def _adjectival(text: Passage, deed: int) -> Iterator[Told]:
    """«العقوبات الكوبية على كندا»: the adjective tells who does it."""
    behind = deed + 2
    against = behind < len(text.words) and text.words[behind].fold in _ONTO
    if against and attribute_behind(text, deed + 1):
        yield Told(deed, deed, range(deed + 1, behind), phrase(text, behind + 1))


def _of_a_noun(text: Passage, deed: int, doer: int) -> bool:
    """Whether the noun at *doer* does what the noun before it says: «هجوم س على ص»."""
    return not _named(text, deed) and (head(text, doer) or text.words[doer].fold.endswith("ي"))


def head(text: Passage, place: int) -> bool:
    """Whether a name, or a noun that is known («الوزير», «شركة كوردا»), begins at *place*."""
    known = definite(text, place) or _named(text, place) or title(text, place)
    return known or actor(text, place) or text.words[place].fold in CLASS_NOUNS


def _by_its_noun(text: Passage, verb: int, doer: range, start: int) -> Iterator[Told]:
    """«شنت س هجوما (واسعا) على ص», «فرضت س على ص عقوبات»."""
    end = min(len(text.words), start + _LIGHT_NOUN + 1)
    if text.words[start].fold in _ONTO:
        whom = phrase(text, start + 1)
        if whom and whom.stop < len(text.words) and not mark_before(text, whom.stop):
            yield Told(whom.stop, verb, doer, whom)
        return
    for place in range(start + 1, end):
        if mark_before(text, place):
            return
        if text.words[place].fold in _ONTO:
            yield Told(start, verb, doer, phrase(text, place + 1))
            return


def fronted_doer(text: Passage, verb: int) -> range:
    """Who stands right before the *verb*, where a clause begins: «إن الوزير أقال»."""
    last = verb - 1
    while last > 0 and text.words[last].fold in _NOT_DONE:
        last -= 1
    for first in range(last, max(-1, last - _NAME), -1):
        if any(mark_before(text, p) for p in range(first + 1, verb + 1)):
            break
        before = text.words[first - 1].fold if first > 0 else ""
        if before in CLAIM or first == 0 or mark_before(text, first):
            if not head(text, first):
                return _NOBODY
            found = phrase(text, first)
            return found if found and found.stop == last + 1 else _NOBODY
    return _NOBODY


def _relative(text: Passage, verb: int) -> Iterator[Told]:
    """«عقوبات فرضتها س», «الهجوم الذي شنته س على ص»."""
    word = text.words[verb].fold
    bare = next((word.removesuffix(end) for end in ("ها", "ه") if word.endswith(end)), "")
    if not is_light(bare) or not verb:
        return
    doer = phrase(text, verb + 1)
    noun = verb - 2 if text.words[verb - 1].fold in FREE else verb - 1
    if noun > 0 and _adjective(text, noun):
        noun -= 1  # «الهجوم الواسع الذي شنته»
    if noun >= 0 and doer and not mark_before(text, verb):
        yield Told(noun, verb, doer, _NOBODY, sure=True)


def _adjective(text: Passage, place: int) -> bool:
    """Whether an adjective stands at *place*, behind its noun: «عقوبات جديدة», «الهجوم الواسع»."""
    if mark_before(text, place):
        return False
    if definite(text, place):
        return definite(text, place - 1)
    return text.words[place].text.endswith("ة") and text.words[place - 1].text.endswith(("ة", "ات"))


def _suffers(text: Passage, verb: int) -> Iterator[Told]:
    """«تعرضت س لهجوم (من ص)», «إن س تعرضت لهجوم»."""
    if not _form(text, verb, SUFFERS):
        return
    whom = fronted_doer(text, verb) or phrase(text, verb + 1)
    for noun in range(verb + 1, min(len(text.words), verb + 1 + _NAME + 1)):
        if text.words[noun].fold[0] == "ل" and noun not in whom:
            end = min(len(text.words), noun + 3)
            by = next((p for p in range(noun + 1, end) if text.words[p].fold == "من"), None)
            doer = phrase(text, by + 1) if by is not None else _NOBODY
            yield Told(noun, verb, doer, whom, sure=bool(whom))
            return


def _passive(text: Passage, verb: int) -> Iterator[Told]:
    """«أُقيل س», «بيعت س», and «اعتقل س من قبل ص»."""
    if not opens_clause(text, verb) and not fronted_doer(text, verb):
        return
    whom = fronted_doer(text, verb) or phrase(text, verb + 1)
    agent = agent_behind(text, verb)
    if agent or (undergoes(text, verb) and whom):
        yield Told(verb, verb, agent, whom, sure=True)


def undergoes(text: Passage, verb: int) -> bool:
    """Whether a past of the passive stands at *verb*, by its vowels or by its letters."""
    word = text.words[verb]
    if DAMMA in word.text[1:5] and word.fold[0] not in "يتن":
        return True
    return bool(_HOLLOW.match(word.fold)) and not _form(text, verb, _NOUNS_LIKE_THEM)


def agent_behind(text: Passage, verb: int) -> range:
    """Who is behind «من قبل» or «على يد» in the clause of the *verb*."""
    for place in range(verb + 1, min(len(text.words) - 2, verb + _CLAUSE)):
        if mark_before(text, place) or text.words[place].fold in CLAIM:
            break
        if opens_clause(text, place) and place > verb + 1:
            break
        if text.words[place + 1].fold in _BY.get(text.words[place].fold, ()):
            return phrase(text, place + 2)
    return _NOBODY


def phrase(text: Passage, start: int) -> range:
    """The noun at *start* with whose it is, or the name there with its office and its kind."""
    end = start
    if (
        start >= len(text.words)
        or text.words[start].fold in _PLACED | _ONTO
        or joined_preposition(text, start)
        or and_before(text, start)
    ):
        return _NOBODY
    if mark_before(text, start) and start and text.words[start - 1].fold in _ONTO:
        return _NOBODY
    while end < min(len(text.words), start + _NAME):
        word = text.words[end].fold
        if word in FREE or end in text.counted or end in text.dated or end not in text.telling:
            break
        if end > start and (mark_before(text, end) or word in _ONTO):
            break
        if end > start and _named(text, end - 1) and (word[0] in _JOINED or not _named(text, end)):
            break
        end += 1
        if definite(text, end - 1) and not title(text, end - 1):
            break
        if definite(text, end - 1) and end < len(text.words) and not _named(text, end):
            break
    return range(start, end)


def has_its_object(text: Passage, verb: int) -> bool:
    """Whether a pronoun on the verb at *verb* tells to whom it is done: «اتهمهم»."""
    word = text.words[verb]
    return word.text.endswith(("ه", "ها", "هم", "هما")) and not as_it_stands(word.fold)


def joined_preposition(text: Passage, place: int) -> bool:
    """Whether a preposition is surely written onto the word at *place*: «بإعلان», «للشركة»."""
    word = text.words[place].fold
    if word[0] not in _JOINED or as_it_stands(word) or _listed_name(text, place):
        return False
    return word[:2] == "لل" or listed(word[1:])


def _named(text: Passage, place: int) -> bool:
    """Whether the word at *place* is of a name, and of no kind («شركة»)."""
    word = text.words[place].fold
    if word in CLASS_NOUNS or definite(text, place):
        return False
    return not text.meanings[place] or _listed_name(text, place)


def _listed_name(text: Passage, place: int) -> bool:
    """Whether a name that is listed stands at *place*: a company, a land, a first name."""
    meanings = text.meanings[place]
    return bool(text.keys[place]) or of_names(meanings) or given_name(text.words[place].fold)
