"""Past verbs of an Arabic sentence, by their shape and their place.

The rule: a word without particles that begins no present, ends in the feminine «ت», or stands where
a verb does: at the front, behind a mark, «الذي», «إنه» or «قد».

What it may get wrong: a noun at the front of a clause. The escape hatch is `BEFORE_VERB`.
"""

from __future__ import annotations

from digests.language.arabic import DAMMA
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, meanings
from digests.language.lists import folded
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import actor, clause
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import Passage

#: Letters of a past verb that begins as if it had the article (التقى، التزم).
_EIGHTH = 5


def in_the_past(sentence: Passage, place: int, said: frozenset[int]) -> bool:
    """Whether the word at *place* has the shape and the place of a verb in the past."""
    word = sentence.words[place].fold
    forms = without_particles(word)
    before = sentence.words[place - 1].fold if place else ""
    if _to_be_done(sentence, place) or before in _IF:
        return False  # «إذا توقف التشريع» lies ahead
    if sentence.words[place].text.removeprefix("و").startswith("أ" + DAMMA):
        return before not in _NOT_YET  # «أُغلق»
    if word.removeprefix("و").startswith("الت") and len(word.removeprefix("و")) <= _EIGHTH:
        return True
    if len(forms) > 1 and word[:1] not in "وف" and not as_it_stands(word):
        return False
    bare = forms[-1] if word[:1] in "وف" else word
    if bare[:1] == "ت" and as_it_stands("ي" + bare) and meanings("ي" + bare) & said:
        return True
    if bare.startswith(("ي", "ال")) or (bare[:1] == "ت" and not bare.endswith("ت")):
        return False
    if bare.endswith("ت") and not bare.endswith("ات"):
        return True
    gap = sentence.gap(place).strip()
    joined = word[:1] == "و" and not noun_in_waw(sentence, place)
    return place == 0 or joined or gap != "" or before in BEFORE_VERB


def past_predicate(sentence: Passage, place: int) -> bool:
    """Whether a past verb without an ending stands behind the subject of a claim.

    «إن الاتفاق سمح للشركة»; behind an indefinite noun it may be a noun: «إن قرار رفع الأجور».
    """
    word = sentence.words[place].fold
    opener = next((p for p in range(place - 2, place - _SUBJECT, -1) if _claims(sentence, p)), None)
    if opener is None or not as_it_stands("ي" + word) or not _SIMPLE <= len(word) <= _EIGHTH:
        return False
    if word[:1] in "يتنأا" or sentence.gap(place).strip():
        return False
    between = range(opener + 1, place)
    if any(sentence.words[p].fold in _NO_SUBJECT | _STEPS for p in between):
        return False
    return definite(sentence, place - 1) and definite(sentence, opener + 1)


def _claims(sentence: Passage, place: int) -> bool:
    return place >= 0 and sentence.words[place].fold in _OPENERS


_OPENERS = folded("أن إن بأن وأن وإن")
#: Subjects of which a noun is told: «إن الخطوة التالية بيع المصنع».
_STEPS = folded(
    "الهدف الغرض الخطوة الخيار المرحلة الأولوية المطلوب المقابل الحل المهمة الفكرة الخطة البديل "
    "الغاية القصد السبب النتيجة"
)
#: What stands in no subject before its verb; letters of a simple verb; words up to the opener.
_NO_SUBJECT, _SIMPLE, _SUBJECT = folded("لم لن لا قد أن إن من في على إلى عن هو هي"), 3, 7


def noun_in_waw(sentence: Passage, place: int) -> bool:
    """Whether a noun that begins with «و» stands at *place*, behind the verb of its clause.

    «قررت المحكمة وقف البناء», and not «الرئيس وقع القانون».
    """
    word = sentence.words[place].fold
    if word[0] != "و" or not as_it_stands(word) or as_it_stands(word[1:]):
        return False
    first, _ = clause(sentence, place)
    opens = [p for p in range(first, place) if sentence.words[p].fold in CLAIM]
    first = max(opens, default=first - 1) + 1
    return first < place and not (definite(sentence, first) or actor(sentence, first))


_NOT_YET, _IF = folded("لم لن أن"), folded("إذا لو إن متى كلما")


def _to_be_done(sentence: Passage, place: int) -> bool:
    """Whether a passive of the imperfect stands at *place* behind «أن»: «نفت أن تُعامل»."""
    passive = sentence.words[place].text[:2] in ("ت" + DAMMA, "ي" + DAMMA)
    before = [word.text for word in sentence.words[max(0, place - 2) : place]]
    return passive and before[-1:] in (["أن"], ["بأن"]) and before[:1] not in (["بعد"], ["منذ"])


#: Words right behind which a verb in the past may stand.
BEFORE_VERB = folded(
    "قد لقد التي الذي الذين إنها إنه أنها أنه بأنها بأنه إنهم أنهم وقد حيث بعدما حين"
)
