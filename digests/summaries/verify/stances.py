"""What a stance is taken on: who condemns an attack on a convoy does not condemn the convoy.

The rule: behind a verb of stance (to condemn, reject, deny, defend, drop, stop) the sentence does
not tell what stands under a noun or verb of its object, behind a preposition ("the attack on"),
in construct («مقتل الجندي») or as the object of what is done ("closing the paper"), nor who is
stopped "from closing" it, unless it tells that noun or verb, or another word between the two. The
object of an Arabic verb with a preposition («دافع عن») begins there; what stands before is its
subject, as is a body, an office or a name behind any such verb, which may be shortened.

What it may get wrong: an object that says no more than what stands under it. The escape hatch is
`_LIGHT`.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.conjugation import forms
from digests.language.given_names import given_name
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.naming import proper_name
from digests.summaries.verify.neighbours import tells
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_STANCES = {
    "ar": forms(
        "ar",
        "أدان يدين, استنكر يستنكر, ندد يندد, شجب يشجب, انتقد ينتقد, رحب يرحب, رفض يرفض, نفى ينفي, "
        "دافع يدافع, أيد يؤيد, عارض يعارض, حذر يحذر, أسقط يسقط, أوقف يوقف, أقر يقر, طالب يطالب, "
        "دعم يدعم, ألغى يلغي, اتهم يتهم".split(", "),
    ),
    "en": forms(
        "en",
        "condemn, denounce, criticise, criticize, deplore, welcome, praise, reject, deny, defend, "
        "support, back, oppose, drop dropped, stop stopped, uphold upheld, overturn, approve, "
        "demand, suspend, block, lift, end, halt".split(", "),
    )
    | frozenset({"warned"}),
    "he": forms(
        "he",
        "גינה מגנה, הוקיע מוקיע, ביקר מבקר, בירך מברך, דחה דוחה, הכחיש מכחיש, הגן מגן, תמך תומך, "
        "התנגד מתנגד, ביטל מבטל, עצר עוצר, אישר מאשר, הזהיר מזהיר, דרש דורש".split(", "),
    ),
}
#: Prepositions behind a noun of the object that put something under it.
_UNDER = {
    "ar": folded("على ضد عن من ل"),
    "en": frozenset("of on to against for over".split()),
    "he": folded("של על נגד ל"),
}
#: Arabic verbs whose object stands behind a preposition, by this.
_BY_PREPOSITION = {
    "عن": forms("ar", ["دافع يدافع"]),
    "ب": forms("ar", ["ندد يندد", "رحب يرحب"]),
}
#: Nouns that say no more than what stands under them.
_LIGHT = folded(
    "قرار قرارات خطوة مسألة قضية ملف موضوع فكرة عملية سياسة استخدام دور مواصلة استمرار "
    "أعمال أحداث حادث واقعة مبدأ حق عدد بعض أحد إحدى كل جميع أي طريقة سلسلة موجة أنواع مختلف "
    "تعزيز تطورات تطور مستجدات نتائج نتيجة ما أن وجود قيام حدوث وقوع تابع تابعة التابع التابعة "
    "مجموعة عشرات مئات آلاف "
    "أغلبية غالبية معظم majority most רוב מרבית "
    "decision decisions step steps move moves issue case matter idea policy use role series wave "
    "number part kind sort form act acts way some one all any claim claims allegation allegations "
    "accusation accusations report reports plans calls call belonging group convoy "
    "crowd dozens hundreds thousands outcome process practice existence "
    "החלטה החלטת ההחלטה צעד מהלך עניין נושא רעיון מדיניות שימוש תפקיד סדרת טענה טענות הטענה"
)
#: Bodies and offices: the subject of «رفضت حركة حماس» stands behind the verb, and «حماس» is she.
_BODIES = folded(
    "حركة حزب شركة وزارة منظمة هيئة مجلس دولة جمهورية مملكة وكالة صحيفة قناة برنامج اتحاد نقابة "
    "لجنة جيش حكومة مؤسسة جمعية بنك مصرف محكمة نيابة شرطة قوات كتائب سرايا جماعة تنظيم ائتلاف "
    "تحالف فصائل رئيس رئيسة وزير وزيرة أمين مدير مديرة قائد زعيم نائب نائبة عضو متحدث متحدثة ناطق "
    "مبعوث سفير محافظ والي مفوض مفوضية مرشد ملك أمير شيخ ولي عهد قرية مدينة بلدة عام"
)
#: Words behind such a verb within which its object stands.
_OBJECT = 12
_MARKS = frozenset('.,،؛;:!?؟()«»"“”—–')
_ARTICLES, _HEBREW_OBJECT = frozenset("the a an its his her their".split()), "את"
_DEFINITE = {"ar": ("ال", "لل", "وال", "بال"), "he": ("ה",)}
_KEEPING = forms("en", "stop stopped, block, halt, suspend".split(", "))
_DOING, _LONG = "ing", 5


def stances(_: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What stands under the object of a stance of the evidence, told as that object."""
    evidence = source.passage
    for verb, word in enumerate(evidence.words):
        table = _STANCES.get(evidence.language, frozenset())
        if table.isdisjoint(_bare(word.fold)) or verb not in aligned.used:
            continue
        for chain, under in _under(evidence, verb):
            if under not in aligned.used or not source.inside.issuperset(chain):
                continue
            if _told_too(aligned, verb, chain) or _elsewhere(evidence, under):
                continue
            if evidence.language == "ar" and _of_the_subject(evidence, chain[-1], under):
                continue
            shown = evidence.words[chain[-1]].text
            return Refusal(Code.ROLES, f"the evidence says this of the «{shown}»; tell it too")
    return None


def _told_too(aligned: Alignment, verb: int, chain: list[int]) -> bool:
    """Whether the sentence tells a word of *chain*, and not *verb* and that by one word."""
    theirs = [s for s in aligned.every.values() if verb in s or not set(chain).isdisjoint(s)]
    return not aligned.told.isdisjoint(chain) and len(theirs) > 1


def _bare(verb: str) -> set[str]:
    """*verb*, and without a joined «و» or «ف»."""
    return {verb, verb[1:]} if verb[0] in "وف" else {verb}


def _of_the_subject(evidence: Passage, head: int, under: int) -> bool:
    """Whether the Arabic noun at *head* is a body, an office or a name, as subjects are."""
    bare = without_particles(evidence.words[head].fold)
    before = evidence.words[head - 1].fold
    named = before.startswith("ال") and before.endswith("ي")  # «الإسرائيلي بنيامين نتنياهو»
    return (
        named
        or bool(evidence.keys[head])  # «رئيس مايكروسوفت براد سميث»: a name governs nothing
        or not listed(before)
        or any(form in _BODIES or given_name(form) for form in bare)
        or not any(map(as_it_stands if proper_name(evidence, under) else listed, bare))
    )


def _under(evidence: Passage, verb: int) -> Iterator[tuple[list[int], int]]:
    """Each word under others in the object of *verb*, with these, from the first on."""
    chain: list[int] = []
    under: list[int] = []
    last = -1
    yield from _kept_from(evidence, verb)
    for head, behind in _heads(evidence, verb):
        goes_on = bool(chain) and last <= head and not _new(evidence, last, head)
        chain = [*chain, *(p for p in under if p < head), head] if goes_on else [head]
        light = not _LIGHT.isdisjoint(without_particles(evidence.words[head].fold))
        if light or head in evidence.averse:
            chain = chain[:-1]  # «نفت أنها لم تدفع», for "denied failing to pay"
        if not chain:
            continue
        yield from (([*chain], one) for one in behind)
        under, last = behind, behind[-1]


def _kept_from(evidence: Passage, verb: int) -> Iterator[tuple[list[int], int]]:
    """Who is kept by the English *verb* from doing something, under what he does."""
    _, end = sentence_around(evidence, verb)
    words = evidence.words[: min(end, verb + 1 + _OBJECT)]
    if evidence.language != "en" or evidence.words[verb].fold not in _KEEPING:
        return
    for place in range(verb + 2, len(words) - 1):
        if _MARKS & set(evidence.gap(place)):
            return
        if words[place].fold == "from" and words[place + 1].fold.endswith(_DOING):
            kept = (p for p in range(verb + 1, place) if tells(evidence, p))
            yield from (([place + 1], p) for p in kept)
            return


def _new(evidence: Passage, last: int, head: int) -> bool:
    """Whether a noun of its own begins at *head*, and none that goes on with what is before."""
    if any(tells(evidence, p) for p in range(last + 1, head)):
        return True
    return evidence.language != "en" and (_definite(evidence, last) or _definite(evidence, head))


def _definite(evidence: Passage, place: int) -> bool:
    return evidence.words[place].fold.startswith(_DEFINITE[evidence.language])


def _heads(evidence: Passage, verb: int) -> Iterator[tuple[int, list[int]]]:
    """The nouns and verbs of the object of *verb* that have something under them, with that."""
    _, end = sentence_around(evidence, verb)
    end = min(end, verb + 1 + _OBJECT)
    stop = next((p for p in range(verb + 1, end) if _MARKS & set(evidence.gap(p))), end)
    for head in range(_object(evidence, verb, stop), stop - 1):
        if not tells(evidence, head) or head in evidence.counted | evidence.dated:
            continue
        behind = _behind(evidence, head, stop)
        if behind:
            yield head, behind


def _object(evidence: Passage, verb: int, stop: int) -> int:
    """Where the object of *verb* may begin: at the preposition of an Arabic one that has one."""
    for preposition, verbs in _BY_PREPOSITION.items() if evidence.language == "ar" else ():
        if verbs.isdisjoint(_bare(evidence.words[verb].fold)):
            continue
        for place in range(verb + 1, stop):
            word = evidence.words[place].fold
            attached = word.startswith(preposition) and not as_it_stands(word)
            if word == preposition or (len(preposition) == 1 and attached):
                return place
    return verb + 1


def _behind(evidence: Passage, head: int, stop: int) -> list[int]:
    """What stands under the word at *head*, up to the next preposition."""
    language, after = evidence.language, evidence.words[head + 1].fold
    word = evidence.words[head].fold
    if after in _UNDER[language]:
        start = head + 2
    elif language == "en" and word.endswith(_DOING) and len(word) >= _LONG:
        start = head + 1
    elif language == "he" and after == _HEBREW_OBJECT:
        start = head + 2
    elif language == "ar" and _construct(evidence, head):
        start = head + 1
    else:
        return []
    found: list[int] = []
    for place in range(start, stop):
        word = evidence.words[place].fold
        if word in _ARTICLES:
            continue
        if not tells(evidence, place) or place in evidence.dated:
            break
        found.append(place)
        if language != "en":
            break
    return found


def _construct(evidence: Passage, head: int) -> bool:
    """Whether an Arabic noun at *head* governs the next: «مقتل الجندي», «تابعة للأمم»."""
    word, after = evidence.words[head], evidence.words[head + 1]
    if word.fold.startswith(_DEFINITE["ar"]) or head + 1 not in evidence.telling:
        to = after.fold.startswith("لل") or (after.fold[:1] == "ل" and evidence.keys[head + 1])
        return bool(to) and head + 1 in evidence.telling
    return after.fold.startswith(_DEFINITE["ar"]) or bool(evidence.keys[head + 1])


def _elsewhere(evidence: Passage, place: int) -> bool:
    """Whether the evidence has the word at *place* twice."""
    own = set(without_particles(evidence.words[place].fold))
    return any(
        p != place and own & set(without_particles(word.fold))
        for p, word in enumerate(evidence.words)
    )
