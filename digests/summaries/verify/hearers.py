"""Whom a speaker tells, who stands among the words of his name: «أبلغت الشركة الحكومة أنها …».

The rule: a word under «ل», or behind the speaker of a verb that has its hearer for its object, is
whom he tells when it rests only on the words right behind a verb of saying of the evidence, with a
title and a name up to the word that opens what is said ("told his counterpart Adel Hamo that").

What it may get wrong: a hearer who is told far behind the verb. The escape hatch is to leave him
out.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.frame import OPENERS
from digests.language.lexicon import as_it_stands, of_names
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.naming import Speaker, proper_name
from digests.summaries.verify.nationality import countries
from digests.summaries.verify.passage import Passage

#: Verbs that have for their object whom the speaker tells.
_TELLING = forms("ar", ["أبلغ يبلغ", "أخبر يخبر", "أعلم يعلم", "أخطر يخطر", "أطلع يطلع"])
#: Words behind a verb in which whom it tells stands, and in which it does with title and name.
_TOLD, _WITH_TITLE = 4, 11


def is_told(sentence: Passage, place: int, text: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* is whom the speaker tells: «قال فلان للموظفين», "told staff".

    «أبلغ» has him for its object, behind the speaker: «أبلغت الشركة الحكومة أنها …».
    """
    support, told = set(aligned.every.get(place, ())), _behind_verbs(text)
    object_of = any(
        place in f.speaker[1:] and sentence.words[f.at].fold.removeprefix("و") in _TELLING
        for f in sentence.frames
    )
    to = object_of or sentence.words[place].fold[:1] == "ل"
    return to and bool(support) and support <= told


def tells_instead(sentence: Passage, named: list[int], theirs: Speaker, aligned: Alignment) -> bool:
    """Whether who tells in *sentence*, whose words are *named*, is whom *theirs* has told.

    «أبلغت الحكومة الشركة أنها …», where the company told the government; so is he whose name comes
    first, though he shares a title with who told him: "the minister Leila told the minister Paul".
    """
    text, hearers = theirs.text, _hearers(theirs.text)
    arabic = text.language == sentence.language
    wanted = set(theirs.places) - (hearers if arabic else set())
    verbs = [f.at for f in sentence.frames if f.opened and named[:1] == [*f.speaker[:1]]]
    telling = any(sentence.words[at].fold.removeprefix("و") in _TELLING for at in verbs)
    if (name := _first_name(sentence, named, theirs, aligned)) is not None:
        behind = [set(aligned.every.get(p, ())) for p in named if p > name]
        teller = any(found and found <= wanted for found in behind)
        told = set(aligned.every[name]) <= hearers - wanted
        if told and (teller or not telling):
            return True
    if len(named) > 1 and _of_a_country(sentence, named[0]):
        country = set(aligned.every.get(named[1], ())) if countries(sentence, named[1]) else set()
        if country and country <= hearers - wanted:
            return True  # «الحكومة الفرنسية», "the Jordanian government told the French ambassador"
    support = set(aligned.every.get(named[0], ())) if telling and not arabic else set()
    return bool(support) and support <= _behind_verbs(text)


def _of_a_country(sentence: Passage, head: int) -> bool:
    """Whether a definite noun at *head* has the adjective behind it: «الحكومة الفرنسية»."""
    behind = sentence.words[head + 1].fold if head + 1 < len(sentence.words) else ""
    both = all(w.startswith("ال") for w in (sentence.words[head].fold, behind))
    return both and behind.endswith(("ي", "يه")) and not countries(sentence, head)


def _first_name(
    sentence: Passage, named: list[int], theirs: Speaker, aligned: Alignment
) -> int | None:
    """The first name among *named*, up to whom he tells («لنظيره», «نظيره») or where he does."""
    told = _hearers(theirs.text)
    for place in named:
        before = sentence.words[place - 1].fold if place else ""
        if sentence.words[place].fold[:1] == "ل" or before in _WHERE:
            return None
        support = set(aligned.every.get(place, ()))
        if countries(sentence, place):
            continue
        if support and _spells(sentence, place, theirs.text, support):
            return place
        if support and support <= told and theirs.text.language != sentence.language:
            return None  # «أبلغت الوزيرة نظيرها بول مارتان»
    return None


def _spells(sentence: Passage, place: int, text: Passage, support: set[int]) -> bool:
    """Whether the word at *place* is a name, though it may be a word, too: «بول», Paul."""
    meant = frozenset[int]().union(*(text.meanings[j] for j in support)) & sentence.meanings[place]
    return proper_name(sentence, place) or not meant or of_names(meant)


def _hearers(text: Passage) -> set[int]:
    """The words of *text* that name whom somebody tells, up to the word that opens what is said."""
    found: set[int] = set()
    for frame in text.frames:
        first, end = frame.at + 1, _told_up_to(text, frame.at)
        opens = end < len(text.words) and text.words[end].fold in OPENERS[text.language]
        if frame.act is not Act.SAY or first >= len(text.words) or not opens:
            continue
        if text.language == "ar":
            peers = (j for j in frame.speaker if text.words[j].fold.startswith(_TO_A_PEER))
            first = next(peers, end)
        elif text.language == "he":
            first = first if _to_somebody(text, first) else end
        elif text.words[frame.at].fold not in _TELLS:
            continue
        found |= set(range(first, end))
    return found


def _to_somebody(text: Passage, place: int) -> bool:
    """Whether the Hebrew word at *place* has the particle of whom one tells: «לעמיתו»."""
    word = text.words[place].fold
    return word[0] == "ל" and not as_it_stands(word)


#: Whom an Arabic speaker tells as his like, with the particle.
_TO_A_PEER = ("لنظير", "لزميل")
_TELLS = forms("en", ["tell told", "inform informed", "notify notified", "assure assured"])
_WHERE = folded("في أمام خلال أثناء عبر على من مع عن خارج داخل قرب")


def _behind_verbs(text: Passage) -> set[int]:
    """The places right behind verbs of saying."""
    said = (f for f in text.frames if f.act is Act.SAY)
    return {j for f in said for j in range(f.at + 1, _told_up_to(text, f.at))}


def _told_up_to(text: Passage, verb: int) -> int:
    """Where whom the *verb* tells ends: at the word that opens the claim, or a few words on."""
    both = 2 if text.language == "ar" else 1  # who tells stands there, too
    for place in range(verb + 2, min(len(text.words), verb + both * _WITH_TITLE)):
        if text.gap(place).strip(" -־'"):
            break
        if text.words[place].fold in OPENERS[text.language]:
            return place
    return verb + _TOLD
