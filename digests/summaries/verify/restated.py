"""Words that restate how the words around them hang together, and tell nothing more.

The rule: a participle or a verb of place or relation («درنة الواقعة شرقي ليبيا», «الجهود الرامية
إلى»), one of composition («المؤلف من 120 مقعدًا»), a verbal noun that carries another («وافق على
تلقي مساعدات») and the verb by which a speech is given («في خطاب ألقاه») need no support where the
words on both sides have it, stand side by side in the evidence, and nothing else is told between
them there. What is received or given follows a verb that asks or offers.

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.summaries.verify.actors import actor
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.announced import announced
from digests.summaries.verify.awarded import awarded
from digests.summaries.verify.by_whom import doer_behind
from digests.summaries.verify.completed import completed
from digests.summaries.verify.existence import has_none, takes_place
from digests.summaries.verify.goals import score
from digests.summaries.verify.hebrew_turns import hebrew_turn
from digests.summaries.verify.in_a_relative import in_a_relative
from digests.summaries.verify.issued import issued
from digests.summaries.verify.neighbours import (
    CLOSE,
    SIDE,
    is_preposition,
    participles,
    side_by_side,
    sides,
    tells,
    verbs_of,
)
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.phrased import phrased
from digests.summaries.verify.source import Source
from digests.summaries.verify.taken import taken
from digests.summaries.verify.to_blame import to_blame
from digests.summaries.verify.undergone import undergone
from digests.summaries.verify.usual_deeds import usual_deed
from digests.summaries.verify.usual_verbs import usual_verb

_OF_PLACE = participles("واقع كائن موجود قائم منعقد مقام") | folded("يقع تقع يقعان تقعان يوجد توجد")
_OF_RELATION = participles(
    "متصل مبرم مفروض وارد منشور مخصص معروض مؤد رام هادف داع قاض متمثل قادم متجه عامل صادر مقدم "
    "مرفوع موجه متعلق خاص معني"
) | folded("المؤدي المؤدية الرامي الرامية الداعي الداعية القاضي القاضية")
#: «خاص بـ», of; without its preposition, private.
_PRIVATE = participles("خاص")
_VERBS_OF_RELATION = verbs_of(
    "انطوى ينطوي, احتوى يحتوي, حوى يحوي, اشتمل يشتمل, هدف يهدف, رمى يرمي, نص ينص, قضى يقضي, تمثل "
    "يتمثل, تعلق يتعلق, اختص يختص"
)
#: «طريق يؤدي إلى المنطقة», a road to the area; of deeds, what they bring about.
_LEADS = verbs_of("أدى يؤدي, أفضى يفضي")
#: What leads from one to the other, and places neither in the other.
_WAYS = folded("to from into towards toward against إلى من נגד ضد")
_ANDS = folded("and or but that nor או אבל לא ولا أو بل لكن")
_ARTICLES = frozenset("the a an its his her their".split())
_CAUSED = participles("ناجم ناتج نجم نتج متسبب")
_FROM = folded("from by due over caused because בגלל עקב מ جراء بسبب نتيجة إثر من")
_COMPOSED = participles("مؤلف مكون متألف متكون مشكل") | verbs_of(
    "تألف يتألف, تكون يتكون, تشكل يتشكل"
)
#: What may stand between a body and its number of members in the evidence.
_WITH_MEMBERS = folded(
    "of the with in its a out has have having בן בת של עם מתוך من تضم يضم في ذي ذات تتألف يتألف"
)
_THE = frozenset("the its all their".split())
_NEUTRAL = folded(
    "إجراء تنفيذ تحقيق إحراز شن ارتكاب اتخاذ إبرام القيام قيام إقامة إلقاء إصدار توجيه خوض "
    "بذل عقد التوصل توصل"
)
_RECEIVED = folded("تلقي الحصول حصول استلام تسلم نيل")
_SENDERS = folded("from من מ")
_GIVEN = folded("تقديم منح توفير إرسال")
_ASKS = folded(
    "accept accepts accepted accepting ask asks asked asking seek seeks sought request "
    "requests requested want wants wanted need needs needed await awaits awaiting awaited entitled "
    "eligible demand demanded ביקש ביקשה ביקשו קיבל קיבלה דורש דורשת דרש דרשה זכאי "
    "זכאית قبل قبلت قبلوا وافق وافقت طلب طلبت طلبوا يطلب تطلب طالب طالبت انتظر ينتظر تنتظر "
    "بانتظار يحق تحتاج يحتاج سعى سعت يسعى تسعى"
)
_OFFERS = folded(
    "offer offers offered offering pledge pledged pledges promise promised promises vow vowed "
    "הציע הציעה הציעו הבטיח הבטיחה הבטיחו התחייב התחייבה عرض عرضت عرضوا يعرض تعرض وعد وعدت وعدوا "
    "تعهد تعهدت تعهدوا"
)
#: Speeches and writings with the verbs by which they are given, the pronouns for them aside.
_GIVING = {
    "خطاب خطابا كلمة محاضرة": "ألقا ألقت ألقوا يلقي تلقي وجه وجهت",
    "مقابلة حوار حديث مكالمة لقاء": "أجرا أجرت أجروا أدلى أدلت خص خصت",
    "بيان تقرير تعليق قرار مذكرة": "أصدر أصدرت أصدروا نشر نشرت نشروا",
    "مقال مقالة تدوينة منشور تغريدة رسالة مقطع فيديو": (
        "نشر نشرت نشروا كتب كتبت كتبوا وجه وجهت وجهوا بعث بعثت أرسل أرسلت"
    ),
    "مؤتمر اجتماع جلسة لقاء": "عقد عقدت عقدوا",
    "دراسة بحث استطلاع مسح فحص فحوص اختبار اختبارات تحليل تحقيق مراجعة تدقيق تفتيش استبيان": (
        "أجرا أجرت أجروا يجري تجري أعد أعدت أعدوا نفذ نفذت"
    ),
}
#: What stands before a maker, and words between a work and its maker, at most.
_BY, _MADE = frozenset({"by", "מאת"}), 9
_AT = folded("on against at to על נגד אל على ضد إلى نحو")
_IN, _IN_THERE = folded("في خلال"), folded("in during at بـ في خلال")


def restated(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """Whether the word at *place*, read as *forms*, restates what its neighbours say."""
    return (
        _tied(sentence, place, forms, source, aligned)
        or _of_members(sentence, place, forms, source, aligned)
        or takes_place(sentence, place, forms, source, aligned)
        or has_none(sentence, place, forms, source, aligned)
        or _carried(sentence, place, forms, source, aligned)
        or _given(sentence, place, source, aligned)
        or announced(sentence, place, forms, source, aligned)
        or completed(sentence, place, forms, source.passage, aligned)
        or phrased(sentence, place, forms, source, aligned)
        or _turned(sentence, place, source, aligned)
    )


def _turned(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether it is of a turn of phrase that has its own module."""
    evidence = source.passage
    return (
        issued(sentence, place, source, aligned)
        or hebrew_turn(sentence, place, evidence, aligned)
        or to_blame(sentence, place, evidence, aligned)
        or doer_behind(sentence, place, evidence, aligned)
        or undergone(sentence, place, evidence, aligned)
        or taken(sentence, place, evidence, aligned)
        or awarded(sentence, place, evidence, aligned)
        or score(sentence, place, evidence)
        or in_a_relative(sentence, place, evidence, aligned)
        or usual_verb(sentence, place, source, aligned)
        or usual_deed(sentence, place, source, aligned)
    )


def _tied(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """A participle or a verb that ties a noun to what stands by it in the evidence, too."""
    of_place, caused = bool(forms & _OF_PLACE), bool(forms & _CAUSED)
    leads = bool(forms & _LEADS)
    if not (of_place or caused or leads or forms & (_OF_RELATION | _VERBS_OF_RELATION)):
        return False
    left, right = sides(sentence, place)
    if left is None or right is None or place + 1 >= len(sentence.words):
        return False
    following = sentence.words[place + 1].fold
    if not is_preposition(following) or (forms & _PRIVATE and not following.startswith("ب")):
        return False
    evidence = source.passage
    if any(n.at == place - 1 for n in sentence.negations) and not evidence.negations:
        return False
    found = side_by_side(sentence, evidence, aligned, left, right, range(left, right + 1))
    if found is None:
        return False
    first, last = sorted(found)
    between = {evidence.words[at].fold for at in range(first + 1, last)}
    if caused:
        return bool(between & _FROM)
    if leads:
        return found[0] < found[1] and bool(between & _WAYS)
    if between & _ANDS or (of_place and between & _WAYS):
        return False
    if evidence.language == "en":
        if between and between <= _ARTICLES:
            return False  # two nouns that only follow each other: told the mayor the plan
        used = aligned.used
        return not first or first - 1 in used or not tells(evidence, first - 1)
    joined = evidence.words[last].fold[0] in "وו"
    return not joined or sentence.words[right].fold[0] == "و"


def _of_members(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«المؤلف من 120 مقعدًا» of the body whose the 120 are in the evidence."""
    if not forms & _COMPOSED:
        return False
    left, _ = sides(sentence, place)
    number = next((q for q in sentence.numbers if 0 < q.first - place <= 2), None)
    if left is None or number is None:
        return False
    evidence, noun = source.passage, set(aligned.of(number.end))
    return any(
        _whole_of(evidence, theirs, j, noun)
        for theirs in evidence.numbers
        if theirs.value == number.value
        for j in aligned.of(left)
    )


def _whole_of(evidence: Passage, number: Quantity, body: int, noun: set[int]) -> bool:
    """Whether *number* is of all members of *body*: the 120 seats of it, it with 120 seats."""
    first, last = sorted((number.first, body))
    between = [at for at in range(first, last) if at not in (body, *range(first, number.end))]
    if len(between) > CLOSE or any(at in evidence.counted for at in between):
        return False
    if any(at not in noun and evidence.words[at].fold not in _WITH_MEMBERS for at in between):
        return False
    if body < number.first or evidence.gap(number.end).strip() == "-":
        return True
    before = evidence.words[number.first - 1].fold if number.first else ""
    article = {"he": "ה", "ar": "ال"}.get(evidence.language)
    return before in _THE or any(
        article and evidence.words[j].fold.startswith(article) for j in noun
    )


def _carried(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """A verbal noun between a supported word and the noun that stands by it in the evidence."""
    received, given = bool(forms & _RECEIVED), bool(forms & _GIVEN)
    if not (received or given or forms & _NEUTRAL):
        return False
    left, right = sides(sentence, place)
    if left is None or right is None or actor(sentence, right):
        return False
    if any(q.first == place + 1 for q in sentence.numbers):
        return False
    evidence = source.passage
    found = side_by_side(sentence, evidence, aligned, left, right, (left, place, right))
    if found is None or (found[1] and evidence.words[found[1] - 1].fold == "to"):
        return False
    if not (received or given):
        between = {evidence.words[at].fold for at in range(min(found) + 1, max(found))}
        return not actor(sentence, left) or not between <= _ARTICLES
    if received and _from(sentence, right + 1) and not _from(evidence, found[1] + 1):
        return False
    verbs = range(max(0, left - SIDE), left + 1)
    governing = {evidence.words[j].fold for p in verbs for j in aligned.of(p)}
    governing |= {form for word in governing for form in without_particles(word)}
    return bool(governing & (_ASKS if received else _OFFERS))


def _from(text: Passage, place: int) -> bool:
    """Whether "from" stands at *place*."""
    if place >= len(text.words):
        return False
    word = text.words[place].fold
    return word in _SENDERS or (text.language == "he" and word[0] == "מ")


def _given(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """«في خطاب ألقاه», where the evidence has somebody say it "in a speech"."""
    word = sentence.words[place].fold
    bare = next((word[: -len(end)] for end in ("ها", "ه") if word.endswith(end)), "")
    nouns = (p for p in (place - 1, place - 2) if p >= 0 and aligned.of(p))
    noun = next((p for p in nouns if _is_given(sentence.words[p].fold, bare)), None)
    if not bare or noun is None:
        return False
    before = next((p for p in (noun - 1, noun - 2) if sentence.words[max(p, 0)].fold in _IN), None)
    evidence = source.passage
    behind = place + 1
    if behind in sentence.telling and behind not in sentence.dated:
        named = side_by_side(sentence, evidence, aligned, noun, behind, (noun, behind))
        own = named is not None and not _aimed(evidence, *sorted(named))
        made = own or _made_by(evidence, aligned.of(noun), aligned.of(behind))
        return bool(aligned.of(behind)) and made
    if before is None or not _agrees(sentence, place, bare):
        return False
    return any(_under_in(evidence, j) for j in aligned.of(noun))


def _aimed(evidence: Passage, first: int, last: int) -> bool:
    """Whether one of two words is at or against the other: «هجوم الميليشيا على القرية»."""
    return any(evidence.words[at].fold in _AT for at in range(first + 1, last))


def _made_by(evidence: Passage, noun: tuple[int, ...], maker: tuple[int, ...]) -> bool:
    """Whether the evidence has "by" before the *maker*, behind the *noun*, and no mark between."""
    return any(
        0 < k - j <= _MADE
        and any(w.fold in _BY for w in evidence.words[max(j, k - 3) : k])
        and not any(evidence.gap(at).strip() for at in range(j + 1, k + 1))
        for j in noun
        for k in maker
    )


def _is_given(noun: str, verb: str) -> bool:
    """Whether the folded *noun* is of what the *verb* gives, nothing by another."""
    forms = without_particles(noun)
    return any(verb in folded(by) for of, by in _GIVING.items() if not folded(of).isdisjoint(forms))


def _under_in(evidence: Passage, place: int) -> bool:
    """Whether the noun at *place* stands under a preposition for "in"."""
    if evidence.language == "he":
        return evidence.words[place].fold[0] == "ב"
    before = {w.fold for w in evidence.words[max(0, place - 3) : place]}
    return bool(before & _IN_THERE)


def _agrees(sentence: Passage, place: int, verb: str) -> bool:
    """Whether the verb that opens the sentence has the gender of *verb*: its doer may be one."""
    opening = sentence.words[0].fold
    return opening.endswith("ت") == verb.endswith("ت") and place > 1
