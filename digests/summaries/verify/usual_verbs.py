"""The verb by which a noun comes about, told beside it: «قرارا صدر عام 2016», a decision of 2016.

The rule: a past, a participle or an imperfect that the table has for the noun before it adds
nothing where the noun is supported: a decision is issued, a photo taken, a mandate given. It stands
behind «الذي» where the noun is definite, and is not denied. What it says is by whom («نفذها
مسلحون», «الممنوح له من الكونغرس») is tied to the noun in the evidence, too: by "by", "from" or a
possessive, or as the doer of its verb; so is what stands behind «ضد», «على» and «إلى». What the
evidence or the sentence only wants, plans, denies or thinks possible has not come about.

What it may get wrong: a noun that came about in another way than the usual one. The escape hatch is
the table.
"""

from __future__ import annotations

from dataclasses import dataclass

from digests.language.conjugation import forms as forms_of
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.language.strength import Hedge
from digests.summaries.verify.actors import actor, clause
from digests.summaries.verify.ahead import ahead
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.lightly import as_verb
from digests.summaries.verify.neighbours import (
    is_preposition,
    participles,
    side_by_side,
    tells,
    verbs_of,
)
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source


@dataclass(frozen=True, slots=True)
class _Row:
    """Nouns with the verbs and the participles by which they come about.

    A ``document`` is there once it is spoken of, whoever is for or against it, and whose it is by a
    mere genitive has made it: the decision of the court, and no attack.
    """

    nouns: frozenset[str]
    verbs: frozenset[str]
    participles: frozenset[str]
    document: bool


def _row(nouns: str, verbs: str, made: str, *, document: bool = False) -> _Row:
    return _Row(folded(nouns), verbs_of(verbs), participles(made), document)


_ROWS = (
    _row(
        "قرار قرارا قرارات حكم حكما أحكام أمر أوامر مرسوم مرسوما مراسيم بيان بيانا بيانات مذكرة "
        "مذكرات تعليمات إنذار تقرير تقريرا تقارير",
        "صدر يصدر, أصدر يصدر",
        "صادر",
        document=True,
    ),
    _row("قرار قرارا قرارات إجراء إجراءات تدابير خطوة خطوات", "اتخذ يتخذ", "متخذ"),
    _row(
        "هجوم هجوما هجمات عملية عمليات غارة غارات ضربة ضربات اعتداء اعتداءات تفجير تفجيرا تفجيرات "
        "قصف قصفا توغل توغلا حملة اغتيال",
        "نفذ ينفذ, شن يشن",
        "منفذ",
    ),
    _row("مجزرة مذبحة جريمة جرائم انتهاكات", "ارتكب يرتكب", "مرتكب"),
    _row("اتفاق اتفاقا اتفاقية اتفاقات صفقة صفقات معاهدة عقد عقدا عقود", "أبرم يبرم", "مبرم"),
    _row(
        "تفويض تفويضا صلاحية صلاحيات ترخيص ترخيصا تراخيص جائزة جوائز قرض قرضا قروض منحة امتياز "
        "إعفاء إعفاءات مهلة",
        "منح يمنح",
        "ممنوح",
    ),
    _row(
        "استفتاء انتخابات تصويت تصويتا اقتراع مقابلة محادثات مفاوضات مناورات تجربة تجارب دراسة "
        "دراسات استطلاع استطلاعا تحقيق تحقيقا بحث فحص فحوص اختبار اختبارات مسح عملية",
        "أجرى يجري, أجريت",
        "مجر",
    ),
    _row(
        "اجتماع اجتماعا قمة مؤتمر مؤتمرا جلسة جلسات لقاء محادثات مباحثات", "عقد يعقد", "معقود منعقد"
    ),
    _row(
        "دعوى دعاوى قضية قضايا شكوى شكاوى طعن طعنا استئناف استئنافا",
        "أقام يقيم, أقيم يقام, رفع يرفع, قدم يقدم",
        "مقام مرفوع مقدم",
        document=True,
    ),
    _row(
        "طلب طلبا طلبات اقتراح اقتراحا مقترح مقترحا عرض عرضا عروض التماس التماسا شكوى شكاوى "
        "استقالة مشروع مساعدة مساعدات",
        "قدم يقدم, تقدم يتقدم, طرح يطرح",
        "مقدم مطروح",
    ),
    _row(
        "صورة صور صورا مقطع مقاطع فيديو لقطة لقطات مشاهد تسجيل تسجيلات",
        "التقط يلتقط, صور يصور, سجل يسجل",
        "ملتقط مصور مسجل",
    ),
    _row(
        "غرامة غرامات عقوبة عقوبات رسوم ضريبة ضرائب حظر حظرا قيود حصار حصارا حجر إغلاق شروط",
        "فرض يفرض",
        "مفروض",
    ),
    _row("رسالة رسائل دعوة دعوات تهمة تهم خطاب خطابا", "وجه يوجه, أرسل يرسل, بعث يبعث", "موجه"),
    _row(
        "مقال مقالا مقالة مقالات تقرير تقريرا تقارير دراسة دراسات تغريدة منشور منشورا منشورات "
        "كتاب كتابا بيان بيانا رسالة",
        "نشر ينشر, كتب يكتب",
        "منشور مكتوب",
        document=True,
    ),
    _row(
        "احتجاج احتجاجات مظاهرة مظاهرات تظاهرة تظاهرات مسيرة مسيرات إضراب إضرابا إضرابات وقفة "
        "انتخابات حفل حفلا معرض مؤتمر",
        "نظم ينظم, أقام يقيم, أقيم يقام",
        "منظم مقام",
    ),
    _row("جهود جهودا", "بذل يبذل", "مبذول"),
    _row("أموال ودائع وديعة مبالغ مبلغ", "أودع يودع", "مودع"),
)
_THAT = folded("الذي التي الذين اللذين اللتين")
_OBJECTS = ("هما", "ها", "هم", "ه")
#: Words between a noun and its verb, at most: attributes and «التي».
_BACK = 3
#: What tells when or where it came about.
_WHEN = folded(
    "في خلال أثناء عام سنة يوم منذ قبل بعد عقب مساء صباح ليل ليلة فجر أمس اليوم الأسبوع الشهر "
    "العام السنة الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت مؤخرا سابقا حديثا أخيرا"
)
#: What stands before who has done it.
_BY = folded("من عن يد أيدي بواسطة جانب قبل")
#: «تقرير صدر عن الفقر», about poverty.
_ABOUT = folded("عن")
_BY_THERE = folded("by from من קבל ידי מאת מטעם על קבלת")
_OF_THERE = folded("of של")
#: Every small word that may stand before the doer, of which the last counts.
_TIES_THERE = (
    _BY_THERE
    | _OF_THERE
    | folded("on about for against at to over in with toward into ضد في إلى حول بشأن נגד")
)
_OWNERS, _APOSTROPHES = ("'s", "’s", "s'", "s’"), ("'", "’")
_BE = folded("is are was were be been being")
#: Verbs and nouns of what is only wanted, planned or prevented.
_WANTED = forms_of(
    "ar",
    "طلب يطلب, طالب يطالب, دعا يدعو, اقترح يقترح, أمر يأمر, هدد يهدد, وعد يعد, تعهد يتعهد, خطط "
    "يخطط, اعتزم يعتزم, نوى ينوي, أراد يريد, سعى يسعى, حاول يحاول, أحبط يحبط, منع يمنع, بحث يبحث, "
    "درس يدرس, أرجأ يرجئ, أجل يؤجل, سمح يسمح, أجاز يجيز, عرض يعرض, حث يحث, استعد يستعد, توقع "
    "يتوقع, انتظر ينتظر, تجنب يتجنب".split(", "),
) | folded(
    "طلب دعوة اقتراح أمر تهديد وعد تعهد خطة خطط نية عزم سعي محاولة إحباط منع إرجاء تأجيل سماح "
    "احتمال إمكان خطر خشية تجنب فكرة"
)
#: Verbs of who is for or against it, or cancels it: what they are of may be to come.
_STANCES = forms_of(
    "ar",
    "أيد يؤيد, عارض يعارض, رفض يرفض, وافق يوافق, ألغى يلغي, ناقش يناقش, دعم يدعم".split(", "),
) | folded("تأييد معارضة رفض موافقة إلغاء مناقشة دعم")
_GOVERNED_WITHIN = 5
_TO_COME = frozenset(
    {Hedge.INTENDED, Hedge.EXPECTED, Hedge.POSSIBLE, Hedge.CONDITIONAL, Hedge.UNLIKELY}
)


def usual_verb(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* tells no more than that its noun came about: «قرارا صدر»."""
    word = sentence.words[place].fold
    found = _noun_of(sentence, place, aligned)
    if found is None or any(n.at < place < n.end for n in sentence.negations):
        return False
    noun, row, active = found
    evidence = source.passage
    nouns = aligned.every.get(noun, ())
    if not nouns or noun in aligned.near or not all(_there(evidence, j) for j in aligned.of(noun)):
        return False
    imperfect = word[0] in "يت" and word not in row.participles
    if not imperfect and _wanted(sentence, noun, row):
        return False
    if active:
        return _doer(sentence, place + 1, evidence, nouns, row, aligned)
    return _goes_on(sentence, place, evidence, noun, row, aligned)


def _noun_of(sentence: Passage, place: int, aligned: Alignment) -> tuple[int, _Row, bool] | None:
    """The noun before *place* that comes about by its word, and whether a doer is to follow."""
    word = sentence.words[place].fold
    for noun in range(place - 1, max(-1, place - 1 - _BACK), -1):
        if sentence.gap(noun + 1).strip(" «»"):
            return None
        own = set(without_particles(sentence.words[noun].fold))
        for row in _ROWS:
            if own.isdisjoint(row.nouns):
                continue
            if _agrees(sentence, noun, place, row):
                return noun, row, False
            if (active := _is_verb(word, row)) is not None and _relative(sentence, noun, place):
                return noun, row, active
        between = sentence.words[noun].fold
        if between not in _THAT and not aligned.of(noun) and noun not in sentence.dated:
            return None
    return None


def _is_verb(word: str, row: _Row) -> bool | None:
    """Whether the verb *word* of *row* has its noun as its object; None where it is none."""
    if word in row.verbs:
        return False
    for end in _OBJECTS:
        bare = word.removesuffix(end)
        if bare != word and {bare, bare + "ا", bare[:-1] + "ي"} & row.verbs:
            return True
    return None


def _agrees(sentence: Passage, noun: int, place: int, row: _Row) -> bool:
    """Whether the word at *place* is a participle of *row*, definite as its noun is."""
    word = sentence.words[place].fold
    if word.removeprefix("ال").removesuffix("ا") not in row.participles | {
        w.removesuffix("ا") for w in row.participles
    }:
        return False
    beside = [sentence.words[p].text for p in range(noun, place)]
    return word.startswith("ال") == any(_definite(text) for text in beside)


def _definite(text: str) -> bool:
    return text.lstrip("وفبك").startswith(("ال", "لل"))


def _relative(sentence: Passage, noun: int, place: int) -> bool:
    """Whether what begins at *place* is said of the noun: behind «الذي», or of no definite one."""
    between = range(noun, place)
    if any(sentence.words[p].fold in _THAT for p in between):
        return True
    return not any(_definite(sentence.words[p].text) for p in between)


def _there(evidence: Passage, noun: int) -> bool:
    """Whether the *noun* of the evidence has come about: neither denied nor only possible."""
    if any(n.at <= noun < n.end for n in evidence.negations):
        return False
    if any(h.hedge in _TO_COME and h.at <= noun < h.stop for h in evidence.hedges):
        return False
    first, end = clause(evidence, noun)
    if any(first <= at < end for at in ahead(evidence)):
        return False
    return not any(f.act is Act.ASK and noun in f.claim for f in evidence.frames)


def _wanted(sentence: Passage, noun: int, row: _Row) -> bool:
    """Whether what governs the *noun* of the sentence only wants, plans or prevents it."""
    wanted = _WANTED if row.document else _WANTED | _STANCES
    first = max(clause(sentence, noun)[0], noun - _GOVERNED_WITHIN)
    return any(
        not wanted.isdisjoint(without_particles(sentence.words[p].fold)) for p in range(first, noun)
    )


def _goes_on(
    sentence: Passage, place: int, evidence: Passage, noun: int, row: _Row, aligned: Alignment
) -> bool:
    """Whether what follows a passive or a participle is when, where, by whom or to whom."""
    at, preposition, when = place + 1, "", False
    while at < len(sentence.words) and not sentence.gap(at).strip():
        word = sentence.words[at].fold
        if at in sentence.dated or at in sentence.counted or word in _WHEN:
            when = True
        elif at in sentence.telling:
            break
        elif is_preposition(word) or word in _BY:
            preposition = word
        else:
            return when
        at += 1
    if at >= len(sentence.words) or sentence.gap(at).strip():
        return True
    if preposition in _BY and not (preposition in _ABOUT and not actor(sentence, at)):
        nouns = aligned.every[noun]
        return _doer(sentence, at, evidence, nouns, row, aligned)
    if when:
        return True
    tied = bool(preposition) or sentence.words[at].fold[:1] in "بل"
    own = range(noun, at + 2)
    return tied and side_by_side(sentence, evidence, aligned, noun, at, own) is not None


def _doer(
    sentence: Passage,
    at: int,
    evidence: Passage,
    nouns: tuple[int, ...],
    row: _Row,
    aligned: Alignment,
) -> bool:
    """Whether the word at *at* is who brought about one of *nouns* in the evidence, too."""
    if at not in sentence.telling or at in sentence.dated or sentence.gap(at).strip(" «»"):
        return False
    return any(
        _made(evidence, j, k, row, aligned) and _whole(evidence, k, aligned)
        for j in nouns
        for k in aligned.of(at)
    )


def _made(evidence: Passage, noun: int, doer: int, row: _Row, aligned: Alignment) -> bool:
    """Whether the *doer* is tied to the *noun* there as the one who has brought it about."""
    first, last = sorted((noun, doer))
    places = range(first + 1, last)
    if any(evidence.gap(p).strip(" -") for p in range(first + 1, last + 1)):
        return False
    between = [evidence.words[p].fold for p in places]
    told = aligned.used | evidence.dated | evidence.counted
    if any(p not in told and tells(evidence, p) for p in places):
        return False
    if doer < noun:
        verb = as_verb(evidence, noun) and not _BE & {*between}
        owner = any(_possessive(evidence, p) for p in range(first, last))
        return (verb or owner) and not (_BY_THERE | _OF_THERE) & {*between}
    tie = next((word for word in reversed(between) if word in _TIES_THERE), "")
    if tie in _BY_THERE:
        return True
    return row.document and (tie in _OF_THERE or (evidence.language != "en" and not between))


def _possessive(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* is an owner: the union's, the workers'."""
    word = evidence.words[place]
    return word.text.endswith(_OWNERS) or evidence.text[word.end : word.end + 1] in _APOSTROPHES


def _whole(evidence: Passage, doer: int, aligned: Alignment) -> bool:
    """Whether no untold word goes on with the *doer*: "by Russia-backed rebels"."""
    behind = doer + 1
    if behind >= len(evidence.words) or evidence.gap(behind).strip(" -"):
        return True
    return behind in aligned.used | evidence.dated or not tells(evidence, behind)
