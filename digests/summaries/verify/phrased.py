"""Words by which Arabic phrases what another text says without them, or in another way.

The rule: each turn of phrase asks that the words around it have support and that the evidence has
what the turn stands for: «التعليق على الأمر» for "comment", «نفى صحة» for "denied", «ووصفه بأنه»
for "rejected as", «أظهرت الدراسة» for "according to", «بعد أن كان» and «قبل ذلك» for "from" and
"compared with", «من بين 86» for "of 86", «شمل الاستطلاع» for "of"; those of parties stand in
`companions`, those of clauses in `tying`, causes, orders, feelings, dwellings, extents, what is not
yet so, what two share and votes in modules of their own.

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.ballots import votes
from digests.summaries.verify.causes import caused
from digests.summaries.verify.companions import of_parties
from digests.summaries.verify.dwelling import dwells
from digests.summaries.verify.extents import extent
from digests.summaries.verify.feelings import feels
from digests.summaries.verify.mutual import between_two
from digests.summaries.verify.neighbours import after, before, participles, verbs_of
from digests.summaries.verify.not_yet import not_yet
from digests.summaries.verify.ordered import ordered
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.story_nouns import of_the_story
from digests.summaries.verify.tying import blames, goes_on, of_clauses, one_thing

_THE_MATTER = folded("الأمر الموضوع المسألة القضية الحادثة")
_COMMENT = folded("تعليق التعليق للتعليق بالتعليق تعقيب التعقيب للتعقيب")
_ON = folded("على")
_TRUTH = folded("صحة")
_AFTER = folded("بعد")
_BEFORE, _THIS = folded("قبل"), folded("ذلك")
_THAT = folded("أن")
_WAS = verbs_of("كان يكون, بلغ يبلغ, وصل يصل")
_FROM = folded("from against compared מ לעומת מול من مقابل")
_OF = folded("من")
_AMONG = folded("بين")
_DESCRIBED = frozenset(
    f"{verb}{owner}"
    for verb in verbs_of("وصف يصف")
    for owner in map(fold, ("", "ه", "ها", "هم", "هما"))
) | participles("واصف")
_AS = folded("as")
_TO_BE = ("بان",)
_ASKED_IN = folded(
    "استطلاع الاستطلاع دراسة الدراسة مسح المسح عينة العينة بحث البحث استبيان تجربة التجربة تجارب "
    "التجارب اختبار"
)
_COVERED = verbs_of("شمل يشمل, غطى يغطي")
_SHOWS = verbs_of("أظهر يظهر, بين يبين, كشف يكشف, ذكر يذكر, أفاد يفيد, أشار يشير, وجد يجد")
_WRITINGS = folded(
    "دراسة الدراسة تقرير التقرير تقارير التقارير وثيقة الوثيقة وثائق الوثائق استطلاع الاستطلاع "
    "بيانات البيانات أرقام الأرقام إحصاءات الإحصاءات إحصاء مسح المسح سجلات السجلات مستند المستند"
)
_TONGUE = folded("لسان")
_CHILDREN = folded("أطفال الأطفال")
_AGED = folded("سن عمر")
_ACCORDING = folded("according to per פי לפי بحسب وفق حسب")
_TALKING = folded("متحدثا متحدثة متحدثين")
_ABOUT = folded("عن")
_STANDS = folded("ورد جاء")
_WHAT = folded("ما")
_IN = folded("في")
_THE_OTHER = folded("الآخر الأخرى الثاني الثانية")
_ONE_OF_TWO = folded("أحدهما إحداهما الأول الأولى أولهما")
_ONE = folded("one אחד אחת האחד האחת واحد واحدة")
_OF_EN, _THEM = folded("of"), folded("them those these")
_FROM_AMONG = folded("מהם מהן מתוכם מתוכן منها منهم منهن")
_NEAR = 5
_SHORT = 3


def phrased(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """Whether the word at *place*, read as *forms*, is one of such a turn."""
    return (
        _of_speech(sentence, place, forms, source, aligned)
        or _of_numbers(sentence, place, forms, source)
        or of_parties(sentence, place, forms, source, aligned)
        or of_clauses(sentence, place, forms, source, aligned)
        or goes_on(sentence, place, source, aligned)
        or blames(sentence, place, forms, source, aligned)
        or one_thing(sentence, place, forms, source, aligned)
        or feels(sentence, place, source.passage, aligned)
        or dwells(sentence, place, forms, source.passage, aligned)
        or extent(sentence, place, forms, source.passage, aligned)
        or between_two(sentence, place, source.passage, aligned)
        or votes(sentence, place, source.passage)
        or caused(sentence, place, source.passage, aligned)
        or ordered(sentence, place, source.passage, aligned)
        or not_yet(sentence, place, source, aligned)
        or of_the_story(sentence, place, forms, source)
    )


def _of_speech(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«التعليق على الأمر», «نفى صحة», «أظهرت الدراسة», «على لسان», «ووصفه بأنه»."""
    evidence, following = source.passage, aligned.of(place + 1)
    if forms & _THE_MATTER:
        comment = before(sentence, place, 2) in _COMMENT and bool(aligned.of(place - 2))
        return comment and before(sentence, place) in _ON and not following
    if forms & _TRUTH:
        acts = {f.act for f in evidence.frames}
        denied = any(f.act is Act.DENY and f.at < place for f in sentence.frames)
        return bool(following) and denied and Act.DENY in acts
    if forms & _TONGUE:
        return before(sentence, place) in _ON and bool(following) and bool(evidence.frames)
    if forms & _SHOWS and after(sentence, place) in _WRITINGS:
        told = {j for f in evidence.frames if f.according for j in f.speaker}
        return any(j in told or before(evidence, j) in _ACCORDING for j in following)
    if forms & _TALKING:
        return after(sentence, place) in _ABOUT and bool(evidence.frames)
    if forms & _STANDS:
        said = before(sentence, place) in _WHAT and after(sentence, place) in _IN
        return said and bool(aligned.of(place + 2)) and bool(evidence.frames)
    if forms & _DESCRIBED:
        return _described(sentence, place, evidence, aligned)
    return False


def _described(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«ووصفه بأنه» where the evidence goes on with "as" to the same words: rejected as baseless."""
    if not after(sentence, place).startswith(_TO_BE):
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
        was = after(sentence, place) in _THAT and after(sentence, place, 2) in _WAS
        return was and _told_from(evidence, near[0].value)
    if sentence.words[place].fold in _BEFORE and after(sentence, place) in _THIS:
        told = [q for q in sentence.numbers if abs(q.first - place) <= _NEAR]
        return any(_told_from(evidence, q.value) for q in told)
    if sentence.words[place].fold in _AMONG and before(sentence, place) in _OF:
        return bool(near) and near[0].first == place + 1
    if forms & _COVERED and near:
        of = {sentence.words[p].fold for p in range(max(0, place - _NEAR), near[0].first)}
        return bool(of & _ASKED_IN) and any(q.value == near[0].value for q in evidence.numbers)
    if forms & _THE_OTHER:
        one = {w.fold for w in sentence.words[:place]} & _ONE_OF_TWO
        return bool(one) and sum(w.fold in _ONE for w in evidence.words) > 1
    if _beside_a_number(sentence, place) and _of_them(sentence, place, source):
        return True
    if forms & _CHILDREN:
        aged = after(sentence, place, 2) in _AGED or after(sentence, place) in _AGED
        return aged and "-year-old" in evidence.text
    return False


def _beside_a_number(sentence: Passage, place: int) -> bool:
    """Whether a number stands right before or behind the word at *place*."""
    return any(place in (q.end, q.first - 1) for q in sentence.numbers)


def _of_them(sentence: Passage, place: int, source: Source) -> bool:
    """Whether the word at *place* tells what the evidence counts as so many of them: "in 1,049 of
    them", of cases that the article tells of."""
    words = source.passage.words
    counted = any(
        words[q.end].fold in _FROM_AMONG
        or (words[q.end].fold in _OF_EN and words[q.end + 1].fold in _THEM)
        for q in source.passage.numbers
        if q.end + 1 < len(words)
    )
    article = passage(source.article.text, source.article.language) if counted else None
    meant = sentence.meanings[place]
    return article is not None and any(meant & there for there in article.meanings)


def _told_from(evidence: Passage, value: object) -> bool:
    """Whether the evidence has *value* as that from which a number has changed."""
    if any(q.value == value and _after_it_was(evidence, q.first) for q in evidence.numbers):
        return True
    return any(
        form in _FROM
        for q in evidence.numbers
        if q.value == value
        for word in evidence.words[max(0, q.first - 2) : q.first + 1]
        for form in (word.fold, word.fold[:1])
    )


def _after_it_was(evidence: Passage, number: int) -> bool:
    """Whether «بعد أن كان» stands before the *number*: «بعد أن كان السعر ثمانية جنيهات»."""
    return any(
        evidence.words[at].fold in _AFTER
        and after(evidence, at) in _THAT
        and after(evidence, at, 2) in _WAS
        for at in range(max(0, number - 2 * _NEAR), number)
    )
