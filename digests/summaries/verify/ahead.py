"""What lies ahead: the verbs of a text that speak of the future.

The rule: the words behind "will" and its kind, Arabic verbs with the letter of the future, and
Hebrew ones whose first letter makes a future of a past that the lexicon knows.

What it may get wrong: a noun that is spelt like such a verb. The escape hatch is the lexicon.
"""

from __future__ import annotations

import re

from digests.language.arabic import TANWIN
from digests.language.lexicon import as_it_stands, meanings
from digests.language.lexicon_index import phrases_begun
from digests.language.lists import folded
from digests.language.small_words import CONTRACTED_FUTURES
from digests.summaries.verify.passage import Passage

FUTURE = {
    "en": frozenset("will would shall won't wouldn't".split()) | CONTRACTED_FUTURES,
    "ar": folded("سوف لن وسوف ولن فسوف فلن"),
}
_OF_PERSONS = ("يين", "يون", "يات", "يان")
_ARABIC_FUTURE = re.compile("^[وف]?س[يتن]\\w{2,}")
_HEBREW_FUTURE = re.compile("^[שו]?(י\\w{3,}|ת\\w{2,}[^הו]|נ\\w{2}ו\\w)$")


def ahead(evidence: Passage) -> set[int]:
    """Places of the verbs of the evidence that speak of the future."""
    found: set[int] = set()
    marks = FUTURE.get(evidence.language, frozenset())
    for place, word in enumerate(evidence.words):
        if word.fold in marks and not will_is_a_name(evidence, place):
            found |= _behind(evidence, place)
        elif (evidence.language == "ar" and future(evidence, place)) or (
            evidence.language == "he" and _hebrew_future(word.fold)
        ):
            found.add(place)
    return found


def _behind(evidence: Passage, place: int) -> set[int]:
    """The words behind "will" at *place*, up to the end of what is said."""
    found: set[int] = set()
    for p in range(place + 1, min(len(evidence.words), place + 4)):
        if any(mark in evidence.gap(p) for mark in '.!?;"“”'):
            break
        if evidence.words[p].fold in _ANSWERING and _would_not(evidence, place, p):
            break
        if evidence.words[p].fold in _OTHERWISE:
            break  # "would resign after losing the election"
        found.add(p)
    return found


def _would_not(evidence: Passage, place: int, verb: int) -> bool:
    """Whether "would not" at *place* refuses what the *verb* tells: "would not say how many"."""
    said = [word.fold for word in evidence.words[place:verb]]
    return said in (["would", "not"], ["wouldn't"])


#: What one refuses to do who "would not": to answer.
_ANSWERING = folded(
    "say comment disclose reveal confirm discuss answer elaborate specify identify name give tell "
    "provide"
)


def will_is_a_name(evidence: Passage, place: int) -> bool:
    """Whether "Will" is a name here: before another word with a capital."""
    after = evidence.words[place + 1].text if place + 1 < len(evidence.words) else ""
    return evidence.words[place].text[:1].isupper() and after[:1].isupper()


def future(text: Passage, place: int) -> bool:
    """Whether the Arabic word at *place* is a verb with the letter of the future."""
    word = text.words[place].fold
    if not _ARABIC_FUTURE.match(word) or place - 1 in text.counted:
        return False  # «أربع سنوات»
    if "سئ" in text.words[place].text:
        return False  # «سئمت», was tired of
    if place in text.counted or place in text.dated or TANWIN in text.words[place].text:
        return False
    present = word.lstrip("وف").removeprefix("س")
    if word.endswith(_OF_PERSONS) and as_it_stands(word[:-2]):
        return False  # «سياسيين»
    noun = as_it_stands(word) or as_it_stands(word.removesuffix("ا"))  # «سياسيا»
    if noun and not (as_it_stands(present) and meanings(word) & meanings(present)):
        return False  # «سياسي»
    return not any(f.opened and place in f.speaker for f in text.frames)


#: Forms of a verb whose past begins as if with "and" and a future.
#: «יותר», more, «יושב», sits, and «נידון», was sentenced, which are written like one.
_GAVE_UP = folded("יושב ויושב שיושב יושבת יותר ויתר ויתרה ויתרו ויתרנו ויתור ויתורים נידון")


def _hebrew_future(word: str) -> bool:
    """Whether a Hebrew word is a verb in the future: what is left without its letter is a past."""
    match = _HEBREW_FUTURE.match(word)
    if match is None or word in _GAVE_UP:
        return False
    verb = match[1]
    if verb.startswith("תו") and verb.endswith("ת"):
        return False  # «תומכת», supports
    if verb != word and as_it_stands(word):
        return False  # «שילמה», paid
    pasts = [verb[1:], "ה" + verb[1:], "נ" + verb[2:], verb[1] + "י" + verb[2:], verb[2:]]
    if verb[-2] == "ו":
        pasts.append(verb[1:-2] + verb[-1])  # «תחתום», of חתם
    known = [past for past in pasts if as_it_stands(past) or as_it_stands(past.rstrip("ו"))]
    if not known:
        return bool(phrases_begun(pasts[3], core=False))  # «תשתף פעולה», of שיתף פעולה
    own = meanings(verb) if as_it_stands(verb) else frozenset[int]()
    return not own or any(own & meanings(past) for past in known)


def objects_of(evidence: Passage, coming: set[int]) -> set[int]:
    """What stands behind the verbs *coming* and is part of what they tell.

    «תשתף פעולה» is one phrase; so is the object of an English verb: "would pay a record penalty".
    """
    if evidence.language == "en":
        return {j for p in coming for j in _object(evidence, p)}
    if evidence.language != "he":
        return set()
    behind = {j + 1 for j in coming if j + 1 < len(evidence.words)}
    return {j for j in behind if evidence.words[j].fold[0] not in _GOVERNED_BY}


def _object(evidence: Passage, verb: int) -> list[int]:
    """The words behind an English verb up to a mark or a word that begins something else."""
    found: list[int] = []
    for place in range(verb + 1, min(len(evidence.words), verb + 1 + _OBJECT)):
        if evidence.words[place].fold in _OTHERWISE or evidence.gap(place).strip():
            break
        found.append(place)
    return found


#: Words of an object, at most, and what it does not go on behind.
_OBJECT = 5
_OTHERWISE = folded(
    "after before that which who whose when while because if since and but as for of in on at to "
    "over with from by than"
)
_GOVERNED_BY = "לבמ"
