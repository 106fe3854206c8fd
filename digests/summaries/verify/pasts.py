"""Past verbs of an Arabic sentence, by their shape and their place.

The rule: a word without particles that begins no present, ends in the feminine «ت», alone or before
a pronoun («استأنفته»), or stands where a verb does: at the front, behind a mark, «الذي», «إنه» or
«قد».

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

#: The ending of a past of several men.
_THEY = "وا"
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
    hamza = sentence.words[place].text.startswith(_NO_ARTICLE)
    if len(forms) > 1 and word[:1] not in "وف" and not (hamza or as_it_stands(word)):
        return False
    bare = forms[-1] if word[:1] in "وف" else word
    if bare[:1] == "ت" and as_it_stands("ي" + bare) and meanings("ي" + bare) & said:
        return True
    article = bare.startswith("ال") and not hamza
    if article or bare[:1] == "ي" or (bare[:1] == "ت" and not bare.endswith("ت")):
        return False
    if bare.endswith("ت") and not bare.endswith("ات"):
        return True
    if _feminine_with_it(bare, said) or (bare.endswith(_THEY) and len(bare) >= _EIGHTH):
        return True  # «أغلقوا»
    gap = sentence.gap(place).strip()
    joined = word[:1] == "و" and not noun_in_waw(sentence, place)
    return place == 0 or joined or gap != "" or before in BEFORE_VERB


def _feminine_with_it(word: str, said: frozenset[int]) -> bool:
    """Whether *word* is a past in «ت» with a pronoun, of a verb that means what is *said*.

    «استأنفته», of يستأنف; a noun («مدينته») is of no verb that says it.
    """
    for pronoun in OBJECTS:
        past = word.removesuffix(pronoun).removesuffix("ت")
        if not word.endswith("ت" + pronoun) or len(past) < _ROOT:
            continue
        bare = past.removeprefix("ا") if len(past) > _ROOT else past
        vowels = {bare, bare + "ي", bare.replace("ا", "ي"), bare.replace("ا", "و")}
        if any(as_it_stands("ي" + one) and meanings("ي" + one) & said for one in vowels):
            return True
    return False


def in_its_past(word: str, future: str) -> bool:
    """Whether *word* is the past of the Arabic verb in the *future*: «حدد», «استأنفه», «أعادهم»."""
    coming = future.lstrip("وف")[2:]
    past = word.removesuffix("ت")
    if past == coming:
        return True
    for pronoun in OBJECTS:
        if not word.endswith(pronoun) or not coming.endswith(pronoun):
            continue
        past = word.removesuffix(pronoun).removesuffix("ت")
        ours = past.removeprefix("ا") if len(past) > _ROOT + 1 else past
        theirs = coming.removesuffix(pronoun)
        if theirs in (past, ours, ours.replace("ا", "ي"), ours.replace("ا", "و")):
            return True
    return False


#: Pronouns that are written onto a verb as its object; letters of a root of a verb, at least.
OBJECTS, _ROOT = ("ه", "ها", "هم", "هما", "هن"), 2


def past_predicate(sentence: Passage, place: int) -> bool:
    """Whether a past verb without an ending stands behind the subject of a claim.

    «إن الاتفاق سمح للشركة»; behind an indefinite noun it may be a noun: «إن قرار رفع الأجور». It is
    none behind a name («إن ماهر رفع الأجور»).
    """
    word = sentence.words[place].fold
    opener = next((p for p in range(place - 2, place - _SUBJECT, -1) if _claims(sentence, p)), None)
    if opener is None or sentence.gap(place).strip() or not _of_a_man(word):
        return False
    between = range(opener + 1, place)
    if any(sentence.words[p].fold in _NO_SUBJECT | _STEPS for p in between):
        return False
    return all(_definite(sentence, p) for p in (place - 1, opener + 1))


def _of_a_man(word: str) -> bool:
    """Whether a past without an ending has the shape of *word*: «سمح», «استأنف», «اعتقله»."""
    if word[:1] in "يتن":
        return False
    if word[0] != "ا":
        hollow = {word, word.replace("ا", "ي"), word.replace("ا", "و")}
        known = any(as_it_stands("ي" + one) for one in hollow)
        return known and _SIMPLE <= len(word) <= _EIGHTH
    pasts = {word} | {word.removesuffix(pronoun) for pronoun in OBJECTS}
    return any(len(past) > _SIMPLE and as_it_stands("ي" + past[1:]) for past in pasts)


def _definite(sentence: Passage, place: int) -> bool:
    """Whether a noun with the article or the name of somebody stands at *place*."""
    if definite(sentence, place):
        return True
    word = sentence.words[place].fold
    unknown = not as_it_stands(word) and not word.endswith(OBJECTS)
    return bool(sentence.keys[place]) or (unknown and place in sentence.telling)


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


#: The first letter of a verb that is folded as if it had the article: «ألغت», «وألقى».
_NO_ARTICLE = ("أ", "وأ", "فأ")
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
