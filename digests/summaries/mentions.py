"""Things of which an Arabic sentence tells by «ال» alone, since its article told of them before.

The rule of the language: «بيان» is new and «البيان» is known. A definite noun with neither an
attribute nor a clause behind it («البيان», not «البيان الختامي»), where a noun is no second part of
another, takes a thing as known if a passage of its article before it has the noun indefinite or as
the first part of a name («بيان»، «بيان الوزارة»). One whose article has it definite from the first
(«الحكومة»، «النفط») is known to all.

What it may get wrong: two things of one noun in one article, and a thing that was told first under
another noun («المحطة», of a reactor) or stands behind a verb other than one of saying, which is not
seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from digests.language.stems import words
from digests.model import Lang
from digests.summaries.parties import CLAIM, FUNCTION, RELATIVE
from digests.summaries.passages import Passage
from digests.summaries.speakers import verb_of_saying

#: Words of a sentence among which a noun is sought, and letters of a noun at least.
_OPENING, _NOUN = 16, 3
_DEFINITE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=\w{3})")
#: What stands before a noun that is no second part of another: «في الحكم», «قال البيان».
_BEFORE = FUNCTION | CLAIM | frozenset(words("حتى داخل خارج وراء تحت فوق عند ضمن بشأن لكن كما"))
#: «ألف», once folded.
_THOUSAND = frozenset(words("ألف آلاف"))
#: Times, measures, what every country has once, and what one says of any news («القرار»).
_KNOWN = frozenset(
    words(
        "عام سنة شهر أسبوع يوم ساعة دقيقة صباح مساء ليل نهار فجر موسم قرن عقد صيف شتاء ربيع خريف "
        "مرة "
        "أقل أكثر أعلى أدنى أول آخر أولى حكومة شرطة جيش رئيس برلمان دولة بلاد قضاء سلطات وزارة "
        "قرار حكم خبر خطوة حادث حادثة أمر قضية موضوع مسؤولية"
    )
)


#: The sentences of an article so far, each with its words as a set.
_Told = list[tuple[tuple[str, ...], frozenset[str]]]


def known_by_mention(found: Iterable[Passage]) -> list[frozenset[str]]:
    """For each passage of articles in order, the nouns that it takes as known, each with the words
    that went on to say which where its article told it: «مليشيا|الدعم|السريع»; who knows one of
    these knows the thing."""
    told: dict[int, _Told] = {}
    taken = []
    for passage in found:
        if passage.language != Lang.AR:
            taken.append(frozenset[str]())
            continue
        before = told.setdefault(passage.article, [])
        said = words(passage.text)
        taken.append(frozenset(_alone(said, before)) if before else frozenset())
        before.append((said, frozenset(said)))
    return taken


def _alone(said: Sequence[str], told: _Told) -> Iterator[str]:
    """The nouns in the opening of *said* that are definite alone and were *told* before."""
    for at, word in enumerate(said[:_OPENING]):
        noun = _definite(word)
        if len(noun) < _NOUN or noun in _KNOWN:
            continue
        following = said[at + 1] if at + 1 < len(said) else ""
        if (following.startswith("ال") and following not in _THOUSAND) or following in RELATIVE:
            continue
        own = said[:at]
        if not _free(own, word) or any(noun in part for part in own):
            continue
        if (first := _first(noun, told)) is not None:
            yield "|".join((noun, *filter(_tells_which, first)))


def _first(noun: str, told: _Told) -> tuple[str, ...] | None:
    """The two words behind *noun* where it was *told* first, None when it was not."""
    forms = _indefinite(noun)
    for sentence, has in told:
        if not has.isdisjoint(forms):
            place = next(at for at, word in enumerate(sentence) if word in forms)
            return sentence[place + 1 : place + 3]
    return None


def _tells_which(word: str) -> bool:
    """Whether *word*, behind a noun, may be the part of it that no other has."""
    return len(word) > _NOUN and word not in _BEFORE and not verb_of_saying(word)


def _free(before: Sequence[str], word: str) -> bool:
    """Whether the definite *word* is no second part of the noun *before* it."""
    if not before or not word.lstrip("وف").startswith("ال"):
        return True  # at the beginning, or behind an attached preposition
    return before[-1] in _BEFORE or (len(before) == 1 and verb_of_saying(before[0]))


@lru_cache(maxsize=1 << 14)
def _definite(word: str) -> str:
    """The noun of a definite *word*, an attached particle aside; empty for other words."""
    found = _DEFINITE.match(word)
    return word[found.end() :] if found else ""


@lru_cache(maxsize=1 << 13)
def _indefinite(noun: str) -> frozenset[str]:
    """How *noun* is written where it is new or has a second part."""
    forms = {noun, noun + "ا"}
    if noun.endswith(("ين", "ون")):
        forms |= {noun[:-2] + ending for ending in ("ان", "ون", "ين", "ي", "و", "ا")}
    return frozenset(forms | {particle + form for form in forms for particle in "وفبل"})
