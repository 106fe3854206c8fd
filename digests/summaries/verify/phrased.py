"""Words by which Arabic phrases what another text says without them, or in another way.

The rule: each function has one turn of phrase, and asks that the words around it have support and
that the evidence has what the turn stands for: «التعليق على الأمر» for "comment", «نفى صحة» for
"denied", «بعد أن كان» for "from" and "compared with", «من بين 86» for "of 86", «اتفاق بين» for
"agreed", «ووصفه بأنه» for "rejected as", «إحدى طائراتها» for an aircraft of its, «المرشحان» for
"the two", «وزارة» in the office of a minister's deputy, «ومقرها» for "based in", «شمل الاستطلاع»
for "of", «أظهرت الدراسة» for "according to", «من شأنه أن» for "would", «رغم» for "but".

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.derivation import verbs
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment, as_verb
from digests.summaries.verify.neighbours import participles, sides, verbs_of
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_THE_MATTER = folded("الأمر الموضوع المسألة القضية الحادثة")
_COMMENT, _ON = folded("تعليق التعليق للتعليق بالتعليق تعقيب التعقيب للتعقيب"), folded("على")
_TRUTH = folded("صحة")
_AFTER, _THAT = folded("بعد"), folded("أن")
_WAS = verbs_of("كان يكون, بلغ يبلغ, وصل يصل")
_FROM = folded("from against compared מ לעומת מול من مقابل")
_OF, _AMONG = folded("من"), folded("بين")
#: What two have with each other.
_MUTUAL = folded(
    "اتفاق الاتفاق اتفاقا هدنة الهدنة بهدنة مفاوضات المفاوضات محادثات المحادثات اشتباكات "
    "الاشتباكات لقاء اجتماع صفقة مصالحة تسوية"
)
_BOTH_SIDES = folded("الطرفين الجانبين البلدين الفريقين المعسكرين")
_AND = folded("and ו")
_DESCRIBED = frozenset(
    f"{verb}{owner}"
    for verb in verbs_of("وصف يصف")
    for owner in map(fold, ("", "ه", "ها", "هم", "هما"))
) | participles("واصف")
_AS = folded("as")
_TO_BE = ("بان",)
_ONE = folded("أحد إحدى")
_PAIR = folded("two both either neither them שני שתי שניהם שתיהן كلا كلتا اثنين اثنان")
_DUAL = ("ان", "ين")
_MINISTRY = folded("وزارة")
_DEPUTIES = folded("وكيل وكيلة سكرتير سكرتيرة أمين أمينة كاتب كاتبة مسؤول مسؤولة متحدث متحدثة")
_SECRETARIES = folded("secretary undersecretary minister permanent ministerial department")
_SEAT = folded("مقره مقرها مقرهم")
_ASKED_IN = folded("استطلاع الاستطلاع دراسة الدراسة مسح المسح عينة العينة بحث البحث استبيان")
_COVERED = verbs_of("شمل يشمل, غطى يغطي")
_SHOWS = verbs_of("أظهر يظهر, بين يبين, كشف يكشف, ذكر يذكر, أفاد يفيد, أشار يشير, وجد يجد")
_WRITINGS = folded(
    "دراسة الدراسة تقرير التقرير تقارير التقارير وثيقة الوثيقة وثائق الوثائق استطلاع الاستطلاع "
    "بيانات البيانات أرقام الأرقام إحصاءات الإحصاءات إحصاء مسح المسح سجلات السجلات مستند المستند"
)
_WOULD, _ITS_PART = folded("would could may might will"), folded("شأنه شأنها شأنهم شأن")
_THOUGH = folded("رغم برغم بالرغم")
_BUT = folded(
    "but although though however despite yet while אך אבל אולם למרות لكن لكنه لكنها لكنهم"
)
_ISSUED = participles("صادر")
_AGAINST_HIM = folded("بحقه بحقها بحقهم بحقهما ضده ضدها ضدهم")
_TONGUE = folded("لسان")
_BEFORE, _THEN = folded("قبل"), folded("ثم then before")
_AMID, _WORRIED = folded("وسط"), folded("as amid with עם על רקע وسط مع في ظل")
_GIVEN = frozenset(
    fold(noun + owner) for noun in ("منح", "إعطاء") for owner in ("ه", "ها", "هم", "هما")
)
_ASKED = folded("ask asks asked asking request requested seek sought demand demanded ביקש ביקשה")
_MEMBERS, _FORCES = folded("أفرادا أفراد عناصر"), folded("الشرطة الجيش الأمن الدرك")
_CHILDREN, _AGED = folded("أطفال الأطفال"), folded("سن عمر")
_DECIDES = verbs_of("قرر يقرر")
_WELCOMED = verbs_of("لقي يلقى, لاقى يلاقي")
_ACCORDING = folded("according to per פי לפי بحسب وفق حسب")
_TALKING, _ABOUT = folded("متحدثا متحدثة متحدثين"), folded("عن")
_STANDS, _WHAT, _IN = folded("ورد جاء"), folded("ما"), folded("في")
_ATTRIBUTES = frozenset(
    f"{verb}{owner}" for verb in verbs_of("عزا يعزو") for owner in map(fold, ("", "ه", "ها", "هم"))
)
_CAUSED = folded("نتج ناتج ناتجة نجم ناجم بسبب سببه سببها جراء caused because due נגרם בגלל")
_PROVIDES = verbs_of("قضى يقضي, نص ينص")
_BLAMES, _BLAME = verbs_of("حمل يحمل"), folded("المسؤولية مسؤولية")
_ACCUSED = verbs_of("اتهم يتهم")
_WERE_DONE = folded("أجري أجريت جرت جرى تجرى")
_AT_A_TIME = folded("في خلال عام قبل بعد منذ")
#: Verbs that say one thing of their noun.
_TOGETHER = {
    "إضراب إضرابا": "بدأ يبدأ, دخل يدخل, خاض يخوض, نفذ ينفذ, شن يشن",
    "دعوى الدعوى": "رفع يرفع, أقام يقيم, قدم يقدم",
    "تحقيق تحقيقا": "فتح يفتح, باشر يباشر, بدأ يبدأ",
    "مؤتمر مؤتمرا اجتماع اجتماعا": "عقد يعقد, أجرى يجري",
}
_ONE_THING = [(folded(nouns), frozenset(verbs_of(doing))) for nouns, doing in _TOGETHER.items()]
#: Words from such a verb to its noun; from a number to what is told of it; between two words.
_FAR, _NEAR, _SHORT = 16, 5, 3


def phrased(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """Whether the word at *place*, read as *forms*, is one of such a turn."""
    return (
        _of_speech(sentence, place, forms, source, aligned)
        or _of_numbers(sentence, place, forms, source)
        or _of_parties(sentence, place, forms, source, aligned)
        or _of_clauses(sentence, place, forms, source, aligned)
        or _goes_on(sentence, place, source)
        or _blames(sentence, place, forms, source)
        or _one_thing(sentence, place, forms, source, aligned)
    )


def _before(text: Passage, place: int, by: int = 1) -> str:
    return text.words[place - by].fold if place >= by else ""


def _after(text: Passage, place: int, by: int = 1) -> str:
    return text.words[place + by].fold if place + by < len(text.words) else ""


def _has(evidence: Passage, words: frozenset[str]) -> bool:
    return any(word.fold in words for word in evidence.words)


def _of_speech(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«التعليق على الأمر», «نفى صحة», «أظهرت الدراسة», «على لسان», «ووصفه بأنه»."""
    evidence, after = source.passage, aligned.of(place + 1)
    if forms & _THE_MATTER:
        comment = _before(sentence, place, 2) in _COMMENT and bool(aligned.of(place - 2))
        return comment and _before(sentence, place) in _ON and not after
    if forms & _TRUTH:
        acts = {f.act for f in evidence.frames}
        denied = any(f.act is Act.DENY and f.at < place for f in sentence.frames)
        return bool(after) and denied and Act.DENY in acts
    if forms & _TONGUE:
        return _before(sentence, place) in _ON and bool(after) and bool(evidence.frames)
    if forms & _SHOWS and _after(sentence, place) in _WRITINGS:
        told = {j for f in evidence.frames if f.according for j in f.speaker}
        return any(j in told or _before(evidence, j) in _ACCORDING for j in after)
    if forms & _TALKING:
        return _after(sentence, place) in _ABOUT and bool(evidence.frames)
    if forms & _STANDS:
        said = _before(sentence, place) in _WHAT and _after(sentence, place) in _IN
        return said and bool(aligned.of(place + 2)) and bool(evidence.frames)
    if forms & _ATTRIBUTES:
        return bool(evidence.frames) and _has(evidence, _CAUSED)
    if forms & _DESCRIBED:
        return _described(sentence, place, evidence, aligned)
    return False


def _described(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«ووصفه بأنه» where the evidence goes on with "as" to the same words: rejected as baseless."""
    if not _after(sentence, place).startswith(_TO_BE):
        return False
    said = {j for p in range(place + 2, place + 2 + _SHORT) for j in aligned.of(p)}
    return any(
        evidence.words[at].fold in _AS and said.intersection(range(at + 1, at + 1 + _NEAR))
        for at in range(len(evidence.words))
    )


def _of_numbers(sentence: Passage, place: int, forms: set[str], source: Source) -> bool:
    """«بعد أن كان 22», «من بين 86», «شمل الاستطلاع 2150», «الأطفال في سن السابعة»."""
    evidence = source.passage
    near = [q for q in sentence.numbers if 0 < q.first - place <= _NEAR]
    if forms & _AFTER and near:
        was = _after(sentence, place) in _THAT and _after(sentence, place, 2) in _WAS
        return was and _told_from(evidence, near[0].value)
    if sentence.words[place].fold in _AMONG and _before(sentence, place) in _OF:
        return bool(near) and near[0].first == place + 1
    if forms & _COVERED and near:
        of = {sentence.words[p].fold for p in range(max(0, place - _NEAR), near[0].first)}
        return bool(of & _ASKED_IN) and any(q.value == near[0].value for q in evidence.numbers)
    if forms & _CHILDREN:
        aged = _after(sentence, place, 2) in _AGED or _after(sentence, place) in _AGED
        return aged and "-year-old" in evidence.text
    return False


def _told_from(evidence: Passage, value: object) -> bool:
    """Whether the evidence has *value* as that from which a number has changed."""
    return any(
        form in _FROM
        for q in evidence.numbers
        if q.value == value
        for word in evidence.words[max(0, q.first - 2) : q.first + 1]
        for form in (word.fold, word.fold[:1])
    )


def _of_parties(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«اتفاق بين», «إحدى طائراتها», «المرشحان», «وكيل وزارة», «ومقرها», «أفراد من الشرطة»."""
    evidence, after = source.passage, aligned.of(place + 1)
    if sentence.words[place].fold in _AMONG:
        return _mutual(sentence, place, evidence, aligned)
    if forms & _ONE:
        return _after(sentence, place).endswith(("ها", "ه", "هم")) and bool(after)
    if forms & _MINISTRY and after and aligned.of(place - 1):
        deputy = not _DEPUTIES.isdisjoint(without_particles(_before(sentence, place)))
        there = [evidence.words[j].fold for j in aligned.of(place - 1)]
        close = any(0 < j - k <= 2 for k in after for j in aligned.of(place - 1))
        return deputy and close and any(word in _SECRETARIES for word in there)
    if forms & _SEAT and after:
        left, _ = sides(sentence, place)
        told = range(max(0, (left or 0) - _SHORT), place)
        return any(abs(j - k) <= _NEAR for p in told for j in aligned.of(p) for k in after)
    if forms & _MEMBERS and _after(sentence, place) in _OF:
        return _after(sentence, place, 2) in _FORCES and bool(aligned.of(place + 2))
    return _the_two(sentence, place, source)


def _mutual(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«اتفاق بين أ وب» where the evidence joins the two: owners and unions agreed."""
    if not {sentence.words[p].fold for p in range(max(0, place - _NEAR), place)} & _MUTUAL:
        return False
    one = aligned.of(place + 1)
    if one and _after(sentence, place) in _BOTH_SIDES:
        return True
    joined = range(place + 2, min(len(sentence.words), place + 2 + _NEAR))
    others = {j for p in joined if sentence.words[p].fold[:1] == "و" for j in aligned.of(p)}
    return any(
        evidence.words[at].fold in _AND
        for j in one
        for k in others
        for at in range(min(j, k) + 1, max(j, k))
        if max(j, k) - min(j, k) <= _NEAR
    )


def _the_two(sentence: Passage, place: int, source: Source) -> bool:
    """«المرشحان» where the evidence has "the two", and the text before it one of their kind."""
    word = sentence.words[place].fold
    if not word.startswith(("ال", "لل")) or not word.endswith(_DUAL):
        return False
    meant = sentence.meanings[place]
    known = any(meant & found for text in source.before for found in text.meanings)
    return known and not sentence.keys[place] and _has(source.passage, _PAIR)


def _of_clauses(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«من شأنه أن», «رغم», «الصادر بحقه», «قبل أن», «وسط», «طلب منحه», «قرر خفض», «لقي ترحيبا»."""
    evidence, after = source.passage, aligned.of(place + 1)
    if forms & _ITS_PART:
        return _before(sentence, place) in _OF and _has(evidence, _WOULD)
    if forms & _THOUGH:
        return bool(after) and _has(evidence, _BUT)
    if forms & _ISSUED:
        return bool(aligned.of(place - 1)) and _after(sentence, place) in _AGAINST_HIM
    if forms & _BEFORE and _after(sentence, place) in _THAT:
        return bool(aligned.of(place + 2)) and _has(evidence, _THEN)
    if forms & _AMID and after:
        tied = [w.fold for j in after for w in evidence.words[max(0, j - _SHORT) : j]]
        return any(as_verb(evidence, j) for j in after) and any(w in _WORRIED for w in tied)
    if forms & _GIVEN:
        return bool(after) and _has(evidence, _ASKED)
    if forms & _DECIDES:
        done = [p for p in range(place + 1, place + 1 + _NEAR) if aligned.of(p)]
        return any(_done(evidence, j) for p in done for j in aligned.of(p)) and not any(
            hedge.at < place for hedge in evidence.hedges
        )
    if forms & _PROVIDES and after:
        what = range(place + 2, min(len(sentence.words), place + 2 + _SHORT))
        given = any(sentence.words[p].fold[:1] == "ب" and aligned.of(p) for p in what)
        return given and _has(evidence, _WOULD)
    if forms & _WERE_DONE:
        return bool(aligned.of(place - 1)) and _after(sentence, place) in _AT_A_TIME
    if forms & _WELCOMED:
        return _welcomed(sentence, place, evidence, aligned)
    return False


def _done(evidence: Passage, place: int) -> bool:
    """Whether a verb at *place* tells what has been done."""
    word = evidence.words[place].fold
    if evidence.language == "en":
        return as_verb(evidence, place) and word.endswith("ed")
    return evidence.language == "ar" and as_verb(evidence, place) and word[0] not in "يت"


def _welcomed(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«لقي الخفض ترحيبا من الاتحاد», of the cut that the union welcomed: who stands behind «من»."""
    for noun in range(place + 1, min(len(sentence.words) - 2, place + 1 + _NEAR)):
        verb = [j for j in aligned.of(noun) if as_verb(evidence, j)]
        if not verb or _after(sentence, noun) not in _OF:
            continue
        doer, met = aligned.of(noun + 2), aligned.of(place + 1)
        if evidence.language == "ar":
            return any(j < d < m for j in verb for d in doer for m in met)
        return any(d < j < m for j in verb for d in doer for m in met)
    return False


def _goes_on(sentence: Passage, place: int, source: Source) -> bool:
    """A participle behind a comma, of a verb of the evidence: «…، مرحبة به», ورحبت به."""
    word = sentence.words[place].fold
    if source.passage.language != "ar" or word[:1] != "م" or len(word) < _NEAR:
        return False
    if not place or not {"،", ","} & set(sentence.gap(place)) or not word.endswith(("ا", "ه")):
        return False
    root = word[1:-1]
    own = {("2", root), ("4", root)}
    return len(root) == _SHORT and any(
        own & verbs(other.fold) and not other.fold.startswith(("م", "ال", "وال"))
        for other in source.passage.words
    )


def _blames(sentence: Passage, place: int, forms: set[str], source: Source) -> bool:
    """«حمّلت القوات المسؤولية عن القصف», where Arabic evidence accuses them of it."""
    if not forms & (_BLAMES | _BLAME) or source.passage.language != "ar":
        return False
    around = {w.fold for w in sentence.words[max(0, place - _FAR) : place + _FAR]}
    whole = around & _BLAME and any(word.lstrip("و") in _BLAMES for word in around)
    return bool(whole) and any(
        not _ACCUSED.isdisjoint(without_particles(word.fold)) for word in source.passage.words
    )


def _one_thing(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """A verb of a noun of which the evidence has another that says the same: «بدأ إضرابا»."""
    evidence = source.passage
    if evidence.language != "ar" or any(n.at == place - 1 for n in sentence.negations):
        return False
    for nouns, doing in _ONE_THING:
        if not forms & doing:
            continue
        for noun in range(place + 1, min(len(sentence.words), place + 1 + _FAR)):
            if nouns.isdisjoint(without_particles(sentence.words[noun].fold)):
                continue
            return any(
                not doing.isdisjoint(without_particles(evidence.words[k].fold))
                for j in aligned.of(noun)
                for k in range(max(0, j - _FAR), j)
            )
    return False
