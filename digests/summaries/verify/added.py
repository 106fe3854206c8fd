"""A word that stands for nothing of the evidence, and adds nothing that could be false.

The rule: a free rendering says in two words what the evidence says in one («أصدرت قرارًا», «نفى
دخول بلاده في سباق») or names again what it leaves unsaid («المشاركين في الإضراب»). So the only word
of a sentence that has no support is let pass where the evidence around tells nothing that the
sentence does not tell: there is nothing that it was put for. Whom, where, what about, what unit and
what is counted, a word that has an opposite or siblings (`digests.language`), and one more of a
list («وطهران») are never added so.

What it may get wrong: an attribute that the evidence has not («ثلاثة طلبات متأخرة»). The escape
hatches are the tables of opposites and siblings.
"""

from __future__ import annotations

import re

from digests.language.arabic import TANWIN
from digests.language.conjugation import forms
from digests.language.currencies import currency
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed, of_names, proper
from digests.language.lists import folded
from digests.language.opposites import sides
from digests.language.siblings import has_siblings
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import actor, mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.government import definite, under_preposition
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words beside one whose support tells where in the evidence it would stand.
_BESIDE = 3
#: Words of the evidence from there within which nothing else is told.
_AROUND = 5
_OR = folded("أو أم")
_OF, _BOARD = folded("من"), folded("متن")
#: Words that say how one thing stands to another, how often, or how much of it.
_RELATIONS = folded(
    "ضد رغم برغم بسبب جراء نتيجة إثر عقب قبل بعد قبيل بعيد منذ خارج داخل تحت فوق وراء خلف بين "
    "مقابل مقارنة كل كافة جميع كامل بعض معظم غالبية أغلب نصف ثلث ربع ضعف ضعفي وحده وحدها وحدهم فقط "
    "مجرد أول آخر تاريخ ثاني قط أبدا تماما جدا"
)
#: Verbs that say how far something has come, or that it is to be.
_PHASES = forms(
    "ar",
    "أعاد يعيد, عاد يعود, كرر يكرر, واصل يواصل, استمر يستمر, توقف يتوقف, حاول يحاول, كاد يكاد, "
    "أوشك يوشك, عرض يعرض, قرر يقرر, طلب يطلب, اقترح يقترح, وعد يعد, تعهد يتعهد, هدد يهدد, "
    "نوى ينوي, خطط يخطط, استطاع يستطيع, اضطر يضطر, فضل يفضل, بحث يبحث, درس يدرس, ناقش يناقش".split(
        ", "
    ),
) | folded(
    "إعادة عودة تكرار مواصلة استمرار توقف محاولة عرض قرار طلب اقتراح وعد تعهد تهديد نية خطة قدرة "
    "بحث دراسة مناقشة"
)
#: Verbs that make a fact of what is claimed.
_PROVING = forms(
    "ar",
    "أثبت يثبت, ثبت يثبت, برهن يبرهن, تأكد يتأكد, كشف يكشف, اكتشف يكتشف, أظهر يظهر, وثق يوثق, "
    "بين يبين, تبين يتبين, اتضح يتضح, تحقق يتحقق, دلل يدلل, أدان يدين, حسم يحسم".split(", "),
) | folded("إثبات ثبوت برهان دليل تحقق إدانة")
#: Acts of speech that are no mere saying.
_GRAVE = frozenset({Act.ACCUSE, Act.DENY})
#: Patterns of adjectives: «كبير», «مفتوح».
_ADJECTIVE = re.compile("[^اوي][^اوي]ي[^اوي]ه?|م[^اوي]{2}و[^اوي]ه?|[^اوي]ا[^اوي]{1,2}ه?")
#: Letters of an adjective in «ي» and of a word in the accusative, at least.
_ACCUSATIVE = 4


def adds_nothing(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place*, the only one without support, was put for nothing."""
    if _tells_a_fact(sentence, place) or _attribute(sentence, place):
        return False
    if of_a_list(sentence, place) or _counted(sentence, place):
        return False
    if not {place - 2, place - 1, place + 1, place + 2}.isdisjoint(aligned.unsupported):
        return False  # with what the article tells around, it would tell more
    around = [j for p in _beside(sentence, place) for j in aligned.of(p)]
    return bool(around) and not any(
        abs(j - k) <= _AROUND for j in _untold(sentence, source, aligned) for k in around
    )


def _tells_a_fact(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is a name, or one of a few of which one is put for another."""
    word, meant = sentence.words[place].fold, sentence.meanings[place]
    if sentence.keys[place] or of_names(meant) or proper(meant) or currency(word):
        return True
    if not (word.isalpha() and listed(word)) or (_RELATIONS | _PHASES) & set(
        without_particles(word)
    ):
        return True
    if place and sentence.words[place - 1].fold in _BOARD:
        return True  # «على متن الطائرة»
    if _what_it_is_about(sentence, place):
        return True  # «نزاع مع الطيارين على تدريبهم»
    if any(h.at <= place < h.end for h in sentence.hedges):
        return True
    if any(f.at == place and f.act in _GRAVE for f in sentence.frames):
        return True
    if not _PROVING.isdisjoint(without_particles(word)):
        return True
    if actor(sentence, place) and not under_preposition(sentence, place):
        return True
    return bool(sides(word, "ar")) or has_siblings(word)


def _what_it_is_about(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* tells what something is about, or what of somebody's."""
    before = sentence.words[place - 1].fold if place else ""
    owned = sentence.words[place].fold.endswith(_OWNED)
    return before in _ABOUT or (owned and before in _ON)


#: Prepositions of what something is about, and those that tell it of what is somebody's.
_ABOUT, _ON = folded("حول بشأن بخصوص إزاء حيال"), folded("على في عن")
_OWNED = ("هم", "ها", "هما", "هن")


def _attribute(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* says what something is like, or how something is done."""
    word = sentence.words[place]
    if word.text.rstrip(TANWIN)[-1:] == "ا" and len(word.fold) >= _ACCUSATIVE:
        return True
    if word.text.endswith("ي") and len(word.text) >= _ACCUSATIVE:
        return True
    if _ADJECTIVE.fullmatch(word.fold) or _feminine(sentence, place):
        return True
    alike = word.text.startswith("ال") and definite(sentence, place)
    return alike and place > 0 and definite(sentence, place - 1)


def _feminine(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* agrees with a feminine noun before it: «مهلة نهائية»."""
    both = [word.text for word in sentence.words[max(0, place - 1) : place + 1]]
    return len(both) > 1 and all(text.endswith("ة") for text in both)


def of_a_list(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is one more of a list, or of what is denied."""
    word = sentence.words[place].fold
    joined = word[0] == "و" and (not as_it_stands(word) or as_it_stands(word[1:]))
    if joined and place and not mark_before(sentence, place):
        return True
    if place and sentence.words[place - 1].fold in _OR:
        return True
    return any(n.at < place < n.end for n in sentence.negations)


def _counted(sentence: Passage, place: int) -> bool:
    """Whether a number counts the word at *place*: «51% من مقاعد»."""
    before = place - 1 if place and sentence.words[place - 1].fold in _OF else place
    return any(q.end == before for q in sentence.quantities)


def _beside(sentence: Passage, place: int) -> list[int]:
    first, end = max(0, place - _BESIDE), min(len(sentence.words), place + _BESIDE + 1)
    return [p for p in range(first, end) if p != place]


def _untold(sentence: Passage, source: Source, aligned: Alignment) -> list[int]:
    """Places of the evidence's words that say something and that nothing of *sentence* tells."""
    evidence = source.passage
    chosen = {j for found in aligned.support.values() for j in found}
    again = {evidence.words[j].fold for j in chosen}
    saying = [f.at for f in evidence.frames][: len(sentence.frames)]
    known = chosen.union(saying, evidence.dated, evidence.counted)
    return [
        j
        for j in source.inside
        if j not in known and j in evidence.telling and not _of_a_phrase(j, aligned)
        if evidence.language == "ar" or says(evidence, j)
        if j not in aligned.told or evidence.words[j].fold not in again
    ]


def _of_a_phrase(place: int, aligned: Alignment) -> bool:
    """Whether a word that rests on a word beside *place* may rest on that one too: "bed nets"."""
    return any(
        place in found and not {place - 1, place + 1}.isdisjoint(aligned.of(p))
        for p, found in aligned.every.items()
    )
