"""What a sentence does with the word of another: accuses, contests, denies, disputes, is silent.

The rule, by the verbs and phrases of the three languages, a quotation aside unless it says that
something is false. To *contest* is to turn against a party in any way; to *accuse* is to say that
it did something; to *deny* is to say what is not so; to *dispute* is to say that the word of
another is not true («نفت الشركة الاتهامات»); *silent* is a party of which the source says that it
gave no answer.

What it may get wrong: a denial in other words («كيف يُعقل هذا؟») is not seen, and a verb may have
another object («رفضت العرض» contests, and disputes nothing). A verb that is itself denied («لم تنف
الشركة») disputes nothing. The escape hatch is the patterns below.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.quotation import unquoted
from digests.language.words import unmarked

#: Stands for a quotation, so that what is around it does not meet.
_QUOTE = " … "
_VERB_AR = r"\b(?<!لم )(?<!لا )(?<!لن )(?<!أن )[وف]?"  # what mostly fails comes first
#: The word of another, and what is so only when it was just told («هذه الأرقام»).
_WORD_AR = r"(?:ال)?(?:رواية|روايات|اتهام|تهمة|تهم|ادعاء|مزاعم|أقوال)(?:ات|ه|ها|هم)?(?!\w)"
_TOLD_AR = (
    r"(?:هذا|هذه|تلك) ال(?:قول|خبر|أنباء|معلومات|أرقام|تصريح|تصريحات|تقرير|تقارير|كلام)(?!\w)"
)
_DENYING = {
    "ar": re.compile(
        r"\b[وف]?(?:نفى|نفت|نفوا|ينفي|تنفي|كذب|كذبت|رفض|رفضت|"
        r"(?:لا|لم|لن|ليس|ليست|ليسوا)(?!\w)(?! [^،.]{0,30}(?<!\w)(?:سوى|إلا)(?!\w))|"
        r"غير (?:صحيح|صحيحة|دقيق|دقيقة))(?!\w)"
    ),
    "en": re.compile(r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|not|no|never|false)\b|n't\b", re.I),
    "he": re.compile(r"(?<!\w)(?:הכחיש\w*|דח(?:ה|תה|ו)|לא|אינ[והםן]|אין|שקר)(?!\w)"),
}
_CONTESTING = {
    "ar": re.compile(
        r"\b[وف]?(?:اتهم|انتقد|نفى|نفا|نفت|نفوا|رفض|ندد|أدان|استنكر|احتج|كذب|فند|هاجم|عارض|طالب|"
        r"قاضى|قاضت|ينفي|تنفي|ينتقد|تنتقد|يرفض|ترفض|يتهم|تتهم|تطالب|يطالب)(?:ت|وا)?(?:ه|ها|هم)?(?!\w)"
        r"|\b[وف]?(?:رد|ردت|ردوا) (?!فعل)"
        r"|\b[وف]?(?:اد[ّ]?عى|اد[ّ]?عت|يد[ّ]?عي|تد[ّ]?عي) على(?!\w)"
        r"|\b[وف]?حم[ّ]?ل(?:ت|وا)? .{2,40}? (?:ال)?مسؤولية"
    ),
    "en": re.compile(
        r"\b(?:accus|critici[sz]|den(?:y|ie)|reject|condemn|demand|su(?:e[sd]?|ing)\b|blam|oppos|"
        r"object|disput|protest|call(?:s|ed)? (?:on|for))",
        re.I,
    ),
    "he": re.compile(r"(?<!\w)(?:האשי|ביקר|מתח|הכחיש|דח[הת]|גינ|דרש|תבע|התנגד|מחה|קרא)"),
}
#: How a sentence opens that tells the other side: «في المقابل، قالت النقابة».
_OTHER_SIDE = re.compile(
    r"[وف]?(?:في المقابل|بالمقابل|من (?:جهت|جانب|ناحيت)(?:ه|ها|هم|هما)|بدور(?:ه|ها|هم)|في رد)(?!\w)"
    r"|ו?(?:מנגד|מצי?ד[והם])(?!\w)|(?:For (?:its|his|her|their) part|In response)\b"
)
#: To judge what another did, which turns against him as often as not.
_JUDGING = re.compile(r"\b[وف]?(?:اعتبر|وصف)(?:ت|وا)?(?:ه|ها|هم)?(?!\w)")
#: Who is judged is no party that judges: «وُصف المدير بأنه …».
_PASSIVE = re.compile(r"و?وُصف\w*")
#: How somebody speaks up against what was said of him.
_REJOINING = {
    "ar": re.compile(
        r"(?:[^،]{2,24}، )?[وف]?(?:رد|رفض|نفى|نف|دافع|برر|فن[ّ]?د|كذ[ّ]?ب|استنكر|استهجن)(?:ت|وا)?"
        r"(?!\w)(?! (?:فعل|اسم|أسماء|في|أن)(?!\w))"
    ),
    "en": re.compile(
        r".{2,60}?\b(?:den(?:y|ies|ied)|reject(?:s|ed)|respond(?:s|ed)|hit back|said in response|"
        r"defend(?:s|ed)|disput(?:es|ed)|dismiss(?:es|ed))\b",
        re.I,
    ),
    "he": re.compile(r".{2,40}?(?<!\w)(?:הגיב|השיב|דח|הכחיש)(?:ה|תה|ו)?(?!\w)"),
}
_ACCUSING = {
    "ar": re.compile(
        _VERB_AR + r"(?:اتهم|يتهم|تتهم|قاضى|قاضت|يقاضي|تقاضي)(?:ت|وا|ون)?(?:ه|ها|هم)?(?!\w)"
        r"|" + _VERB_AR + r"(?:اد[ّ]?عى|اد[ّ]?عت|يد[ّ]?عي|تد[ّ]?عي) على(?!\w)"
        r"|" + _VERB_AR + r"حم[ّ]?ل(?:ت|وا)? .{2,40}? (?:ال)?مسؤولية"
    ),
    "en": re.compile(
        r"(?<!not )\b(?:accus(?:e[sd]?|ing)|su(?:e[sd]|ing)|blam(?:e[sd]?|ing))\b", re.I
    ),
    "he": re.compile(r"(?<!לא )(?<!\w)(?:האשי[מם][הו]?|תבע[הו]?)(?!\w)"),
}
_DISPUTING = {
    "ar": re.compile(
        _VERB_AR + r"(?:نفى|نفت|نفوا|ينفي|تنفي|كذ[ّ]?ب(?:ت|وا)?|فن[ّ]?د(?:ت|وا)?)(?!\w)"
        r"|" + _VERB_AR + rf"رفض(?:ت|وا)? .{{0,60}}?(?:{_WORD_AR}|{_TOLD_AR})"
    ),
    "en": re.compile(
        r"(?<!not )(?<!was )(?<!were )(?<!been )\b(?:den(?:ies|ied|ying)|disput(?:es|ed|ing))\b"
        r"(?! (?:him|her|them|access|entry|bail|permission|visas?)\b)"
        r"|(?<!not )\b(?:reject|dismiss)(?:s|ed|ing) (?:the |these |those |its |their |any )?"
        r"(?:\w+ )?(?:claim|allegation|accusation|charge|report|account|figure)",
        re.I,
    ),
    "he": re.compile(
        r"(?<!לא )(?<!\w)הכחיש[הו]?(?!\w)|(?<!\w)דח(?:ה|תה|ו) את (?:ה)?(?:טענ|האשמ|דיווח)"
    ),
}
#: Said of the word of another, in a quotation too.
_FALSE = {
    "ar": re.compile(r"(?<!\w)(?:غير (?:صحيح|صحيحة|دقيق|دقيقة)|لا أساس ل|لا صحة ل|لا أساس لها)"),
    "en": re.compile(
        r"\b(?:untrue|baseless|unfounded|(?:is|are|was|were) (?:simply )?(?:false|wrong))\b", re.I
    ),
    "he": re.compile(
        r"(?<!\w)(?:חסר(?:ת|ות|י)? (?:כל )?(?:שחר|בסיס)|אינ(?:ו|ה|ן|ם) נכונ?\w*|שקרי\w*)"
    ),
}
_SILENT = {
    "ar": re.compile(
        r"\b[وف]?(?:امتنع|رفض)(?:ت|وا)? .{0,60}?(?:عن )?التعليق"
        r"|\b[وف]?لم (?:ير[ّ]?د|تر[ّ]?د|يعل[ّ]?ق|تعل[ّ]?ق|يستجب|تستجب|يجب|تجب)(?:وا)?(?!\w)"
        r"(?! (?:\S+ )?لطلب(?:ات|ه|ها|هم)? "
        r"(?!.{0,80}(?<!\w)(?:ال|لل|ل)?(?:تعليق|توضيح|إيضاح|رد|مقابلة|رأي|استفسار|حديث|تصريح|"
        r"أسئلة)(?:ات)?(?!\w)))"
        r"|\b[وف]?لم [يت]صدر .{0,60}?(?:تعليق|رد|بيان|توضيح)"
        r"|\b[وف]?(?:لم (?:يتسن|[يت]تمكن)\w*|تعذ[ّ]?ر) .{0,60}?"
        r"(?:تعليق|رد|الوصول إلى (?!(?:ال)?(?:خط|خطوط|موقع|مواقع|منطقة|مناطق|مكان|أماكن|جبهة|قرية|"
        r"مدينة|مستشفى|ضحايا|قتلى|جثث|اتفاق|حل|نتيجة|توافق|تفاهم)(?!\w))|الاتصال ب)"
    ),
    "en": re.compile(
        r"\b(?:declin(?:es|ed) (?:to )?(?:comment|answer|respond)|"
        r"(?:did|does|do|has|have) ?n[o']t (?:immediately )?(?:respond|reply|comment|return|answer)"
        r"|could not (?:immediately )?be reached|no (?:immediate )?comment)",
        re.I,
    ),
    "he": re.compile(r"(?<!\w)(?:לא (?:הגיב|נענ)\w*|סירב\w* להגיב|לא נמסרה תגובה)"),
}
#: What an Arabic text has that may match a pattern; looked for first, since that is quick.
_ACCUSES = ("تهم", "قاض", "حم", "دعى على", "دّعى على", "دعت على", "دّعت على", "دعي على", "دّعي على")
_CONTESTS = (
    *_ACCUSES,
    *("نتقد", "نف", "رفض", "ندد", "دان", "ستنكر", "حتج", "كذب", "فند", "هاجم", "عارض", "طالب"),
    "رد",
)
_JUDGES = ("عتبر", "وصف")
_DENIES = ("نف", "كذب", "رفض", "لا", "لم", "لن", "ليس", "غير ")
_DISPUTES = ("نفى", "نفت", "نفوا", "نفي", "كذب", "كذّب", "فند", "فنّد", "رفض")
_IS_SILENT = (
    *("متنع", "رفض", "تعذ", "لم ير", "لم تر", "لم يعل", "لم تعل", "لم يستج", "لم تستج"),
    *("لم يج", "لم تج", "لم يصد", "لم تصد", "لم يتس", "لم يتم", "لم تتم"),
)
_IS_FALSE = ("غير صحيح", "غير دقيق", "لا أساس ل", "لا صحة ل")
_WHAT_WAS_SAID = re.compile(r"(?<!\w)ما (?:قال|ذكر|أعلن|نشر|أورد|أكد)(?:ه|ته|وه)((?:\s+\w+){1,4})")
_NEGATED = {
    "ar": re.compile(r"(?<!\w)(?:لا|لم|لن|ليس|ليست) (\w+)"),
    "en": re.compile(r"(?:\b(?:not|never)|n't) (\w+)", re.IGNORECASE),
    "he": re.compile(r"(?<!\w)(?:לא|אינו|אינה|אינם) (\w+)"),
}
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"(?:هذه|تلك) ال(?:أرقام|إحصاءات|إحصائيات|نسب|نسبة|حصيلة|أعداد|بيانات)(?!\w)")
#: Of whom it is said, where no verb of saying stands before the party: «لم يصدر عن الشركة تعليق».
_FROM = re.compile(
    r"لم [يت]صدر (?:أي )?(?:(?:تعليق|رد|بيان|توضيح)\w*(?: \w+)? )?(?:عن|من) (?P<who>.+)"
    r"|(?:لم (?:يتسن|[يت]تمكن)\w*|تعذ[ّ]?ر).{0,40}?(?:تعليق|رد|توضيح)\w*(?: \w+)? (?:من|عن) "
    r"(?P<from>.+)"
    r"|(?:لم (?:يتسن|[يت]تمكن)\w*|تعذ[ّ]?ر).{0,20}?الوصول إلى (?P<to>.+)"
)


def contests(text: str, language: str) -> bool:
    """Whether *text* turns against a party: accuses, rejects, demands, judges."""
    return turns_against(text, language) or (language == "ar" and _judges(text))


def turns_against(text: str, language: str) -> bool:
    """Whether *text* accuses a party, rejects what it did or demands something of it."""
    return _found(_CONTESTING, _CONTESTS, text, language)


def _judges(text: str) -> bool:
    text = unmarked(_PASSIVE.sub("", text))
    return _may(_JUDGES, text, "ar") and bool(_JUDGING.search(_without_quotations(text)))


def as_the_other_side(text: str) -> bool:
    """Whether *text* opens as the word of the other side: «في المقابل، قالت النقابة»."""
    return bool(_OTHER_SIDE.match(text))


def speaks_up(text: str, language: str) -> bool:
    """Whether *text* opens with somebody's answer to what was said of him: «وردت الوزارة بأن …»."""
    pattern = _REJOINING.get(language)
    return bool(pattern and pattern.match(_without_quotations(unmarked(text))))


def replies(text: str, language: str) -> bool:
    """Whether *text* disputes the word of another or tells that a party gave no answer."""
    return disputes(text, language) or silent(text, language)


def last_reply(text: str, language: str) -> int:
    """The place in *text* behind which no sentence begins that is one of ``replies``, found at a
    glance where that can be had; -1 when no sentence is one."""
    if language != "ar":
        return len(text) if replies(text, language) else -1
    plain = unmarked(text)
    last = max(map(plain.rfind, (*_DISPUTES, *_IS_SILENT, *_IS_FALSE)))
    return last if last < 0 or len(plain) == len(text) else len(text)


def accuses(text: str, language: str) -> bool:
    """Whether *text* says that a party did what it should not have done."""
    return _found(_ACCUSING, _ACCUSES, text, language)


@lru_cache(maxsize=2048)
def denies(text: str, language: str) -> bool:
    """Whether *text* says what is not so."""
    return _found(_DENYING, _DENIES, text, language)


def disputes(text: str, language: str) -> bool:
    """Whether *text* says that the word of another is not true."""
    if _found(_DISPUTING, _DISPUTES, text, language):
        return True
    pattern = _FALSE.get(language) if _may(_IS_FALSE, text, language) else None
    return bool(pattern and pattern.search(text))


@lru_cache(maxsize=2048)
def silent(text: str, language: str) -> bool:
    """Whether *text* says that a party gave no answer."""
    return _found(_SILENT, _IS_SILENT, text, language)


def silence(text: str, language: str) -> int | None:
    """Where *text* begins to say that no answer came; who gave none stands before it."""
    pattern = _SILENT.get(language)
    found = pattern.search(text) if pattern else None
    return found.start() if found else None


def asked(text: str) -> str | None:
    """The words of an Arabic *text* from those of whom it says that no answer came."""
    found = _FROM.search(text) if _may(_IS_SILENT, text, "ar") else None
    return next((part for part in found.groups() if part), None) if found else None


def accusation(text: str, language: str) -> int | None:
    """Where the verb of an accusation in *text* ends."""
    pattern = _ACCUSING.get(language)
    found = pattern.search(_without_quotations(text)) if pattern else None
    return found.end() if found else None


def disputes_figures(text: str) -> bool:
    """Whether an Arabic *text* denies figures that were just told («نفت الوزارة هذه الأرقام»)."""
    return bool(_FIGURES.search(_without_quotations(text)))


def quoted_other(text: str) -> str:
    """The words of an Arabic *text* that name whose word it speaks of («ما قاله الجيش عن …»)."""
    found = _WHAT_WAS_SAID.search(_without_quotations(text))
    return found[1] if found else ""


def negated(text: str, language: str) -> list[str]:
    """The words of *text* right behind a negation: «لا يستخدم» says that of "use"."""
    pattern = _NEGATED.get(language)
    return pattern.findall(_without_quotations(text)) if pattern else []


def figured(text: str) -> bool:
    """Whether *text* tells a figure."""
    return bool(_DIGIT.search(text))


def _found(
    patterns: dict[str, re.Pattern[str]], hints: tuple[str, ...], text: str, language: str
) -> bool:
    pattern = patterns.get(language)
    text = unmarked(text) if language == "ar" else text
    if pattern is None or not _may(hints, text, language):
        return False
    return bool(pattern.search(_without_quotations(text)))


def _may(hints: tuple[str, ...], text: str, language: str) -> bool:
    """Whether *text* has one of *hints*, which are of Arabic alone."""
    if language != "ar":
        return True
    for hint in hints:  # noqa: SIM110 - any() with a generator takes a third more, and this is hot
        if hint in text:
            return True
    return False


@lru_cache(maxsize=2048)
def _without_quotations(text: str) -> str:
    return unquoted(text, _QUOTE)
