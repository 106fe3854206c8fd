"""Which words of a phrase say a word: its own counterpart, and not the rest of the phrase.

The rule: a listed phrase gives its meaning to each of its words. Where a word of the evidence
says a word of the sentence by itself, the English verb of the same phrase there does not:
«السفير» of «استدعى السفير» rests on "ambassador" and not on "summoned". A verb that does
something of its own to the noun behind it («فتح تحقيقا», «وقع عقدا») does not rest on that noun,
which has the phrase's meaning too: who is to help with an inquiry opens none. No word but a
currency rests on a currency: «جنيه» is no harvest, and a pound no blow.

A particle makes another verb of an English one: "ruled out" decides nothing.

Nor does a quality that makes more or less of the noun before it («قلق بالغ», «سطو مسلح»).

What it may get wrong: a noun of English that no ending tells from its verb. The escape hatch is
`_ACTS` and `_QUALITIES`.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.currencies import currency
from digests.language.kin import without_particles
from digests.language.lexicon import meanings
from digests.language.lexicon_index import NOTHING
from digests.language.lists import folded
from digests.summaries.verify.passage import Passage

_PAST, _ARTICLES = "ed", frozenset("the a an".split())
#: Words behind a verb within which stands the noun of its phrase.
_OBJECT = 3
_ACTS = forms(
    "ar",
    ["فتح يفتح", "أغلق يغلق", "وقع يوقع", "أنهى ينهي", "ألغى يلغي", "رفض يرفض", "بدأ يبدأ"],
) | folded("فتح إغلاق توقيع إنهاء إلغاء رفض بدء")


_MASCULINE = folded(
    "خطير بالغ بليغ شديد حاد عنيف فادح جسيم طفيف خفيف هائل كبير ضخم واسع مسلح قسري متعمد عسكري "
    "إرهابي مشدد كامل متوسط"
)
_QUALITIES = frozenset(word + end for word in _MASCULINE for end in ("", "ه", "ا"))


def by_its_own(sentence: Passage, place: int, evidence: Passage, found: list[int]) -> list[int]:
    """Of the places *found* by a shared meaning those that say the word at *place* themselves."""
    word, meant = sentence.words[place].fold, sentence.meanings[place]
    own = meanings(word)
    if not currency(word):
        found = [j for j in found if not currency(evidence.words[j].fold)]
    found = [j for j in found if not _turned_by_its_particle(evidence, j, own)]
    mine = [j for j in found if own & meanings(evidence.words[j].fold)]
    if mine:
        verb = any(evidence.words[k].fold.endswith(_PAST) for k in mine)
        found = [
            j
            for j in found
            if j in mine
            or not (verb or evidence.words[j].fold.endswith(_PAST) or _small(evidence, j))
            or not any(meant & evidence.meanings[j] <= evidence.meanings[k] for k in mine)
        ]
    if not _QUALITIES.isdisjoint(without_particles(word)):
        return [j for j in found if j in mine or not _its_noun(sentence, place, evidence, j)]
    if _ACTS.isdisjoint(without_particles(word)):
        return found
    return [j for j in found if j in mine or not _its_object(sentence, place, evidence, j)]


def _turned_by_its_particle(evidence: Passage, place: int, own: frozenset[int]) -> bool:
    """Whether an English verb at *place* says, with the particle behind it, another thing.

    "Ruled out" decides nothing, though "ruled" does.
    """
    behind = place + 1
    if evidence.language != "en" or behind >= len(evidence.words) or evidence.gap(behind).strip():
        return False
    if evidence.words[behind].fold not in _PARTICLES:
        return False
    alone = meanings(evidence.words[place].fold)
    together = (evidence.meanings[place] & evidence.meanings[behind]) - alone
    return bool(together) and bool(own & alone) and not own & together


_PARTICLES = frozenset("out off down up away back over".split())


def _small(evidence: Passage, place: int) -> bool:
    return evidence.words[place].fold in _ARTICLES


def _its_noun(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether the noun before the quality at *place* is what the evidence has at *there*."""
    noun = meanings(sentence.words[place - 1].fold) if place else NOTHING
    return not noun.isdisjoint(meanings(evidence.words[there].fold))


def _its_object(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether the noun behind the verb at *place* is what the evidence has at *there*, a noun."""
    if not _noun(evidence, there):
        return False
    theirs = meanings(evidence.words[there].fold)
    behind = sentence.words[place + 1 : place + 1 + _OBJECT]
    return any(not theirs.isdisjoint(meanings(word.fold)) for word in behind)


def _noun(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* of a text in English or Hebrew has the form of a noun."""
    word = evidence.words[place].fold
    if evidence.language == "he":
        return word[:1] == "ה" and word[-1:] in "הת"
    before = evidence.words[place - 1].fold if place else ""
    return evidence.language == "en" and before in _BEFORE_NOUNS


_BEFORE_NOUNS = frozenset(
    "a an the this that its his her their our no any of into in with under new".split()
)
