"""Words that look like a verb of reporting and report nothing where they stand.

The rule: a threat without its content, a writ (כתב האישום), who leads somebody «שולל», a noun
behind את or a number («300 طلب»), a measure ("than expected", "300 suspected cases"), what was
moved («نقل المصابين») or added to a list, a contract (חוזה), a suit that is turned down («ردّ
الدعوى»), who does not answer, who asks not to be named, what is named so ("a group called X"), who
is accused ("people accused of"), what nobody says ("no one told us"), a result that is announced,
the truth that is told, what is kept or added to something ("maintained a monopoly"), a verb whose
doubled letter makes it another («يُورَّد»), and «ستوقّع», will sign.

What it may get wrong: such a word in a sentence of another order. The escape hatch is the tables
below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.direct_objects import has_an_object
from digests.language.lists import folded
from digests.language.made_known import made_known
from digests.language.signing import signs
from digests.language.speech_beside import CLAIM_WITHIN, with_what
from digests.language.words import Token

_THREATS = (
    forms("ar", ["هدد يهدد"]) | forms("en", ["threaten"]) | forms("he", ["איים מאיים"])
) | folded("יאיים")
_CARRYING = forms("ar", ["نقل"])
_THAT = folded("أن بأن إن")


def not_reporting(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* reports nothing here: a threat without its content, a writ."""
    return any(check(words, at) for check in _CHECKS)


def _a_threat(words: Sequence[Token], at: int) -> bool:
    """Whether a threat stands at *at* without its content."""
    return words[at].fold.removeprefix("و") in _THREATS and not with_what(words, at)


def _no_answer(words: Sequence[Token], at: int) -> bool:
    """Whether nobody answers, or says anything: «לא השיב לשאלה», «לא נמסר», "did not respond"."""
    if words[at].fold in _ANSWERS and at and words[at - 1].fold.lstrip("וש") == "לא":
        return True
    return words[at].fold in _REPLIES and _unanswered(words, at)


_ANSWERS = forms("he", ["השיב משיב", "הגיב מגיב"]) | folded("נמסר נמסרו נמסרה")
_REPLIES = forms("en", ["reply", "respond", "answer", "comment"])


def _unanswered(words: Sequence[Token], at: int) -> bool:
    """Whether a "not" denies the answer at *at*: "has not yet replied", "did not respond"."""
    place = at - 1
    while place > 0 and (words[place].fold in _YET or words[place].fold.endswith("ly")):
        place -= 1
    return place >= 0 and words[place].fold in _NOT


_NOT = folded("not never didn't hasn't haven't hadn't couldn't")
_YET = folded("yet ever so far been")


def _a_request(words: Sequence[Token], at: int) -> bool:
    """Whether «طلب» at *at* is the noun behind a verb: «سيرفع إلى البرلمان طلب استقالته»."""
    if words[at].fold != "طلب" or not at or words[at].start - words[at - 1].end > 1:
        return False
    if words[at - 1].fold in _THEN or (at + 1 < len(words) and words[at + 1].fold in _OF_WHOM):
        return False  # «رفض الطعن ثم طلب من الشرطة إخلاء القاعة»
    before = words[max(0, at - _FILED_WITHIN) : at]
    if words[at - 1].fold.removeprefix("و") in _FILINGS:
        return True
    return any({word.fold, word.fold[1:], word.fold[2:]} & _FILING for word in before)


_FILING = forms(
    "ar",
    "رفع يرفع, قدم يقدم, تقدم يتقدم, رفض يرفض, وقع يوقع, سحب يسحب, درس يدرس, تلقى يتلقى".split(
        ", "
    ),
)
_FILINGS = folded("تقديم رفض رفع سحب دراسة توقيع")
_THEN, _OF_WHOM = folded("ثم"), folded("من إلى")
#: Words from such a verb to what is filed, at most.
_FILED_WITHIN = 5


def _a_lie(words: Sequence[Token], at: int) -> bool:
    """Whether «كذب» at *at* is the noun, which no clause begins with."""
    return words[at].fold == "كذب" and at > 0


def _of_a_noun(words: Sequence[Token], at: int) -> bool:
    """Whether "urging" says of the noun before what it asks: "a petition urging"."""
    return words[at].fold in _ASKING and not (at and words[at - 1].fold in _ARE)


_ASKING, _ARE = folded("demanding urging"), folded("is are was were been")


def _a_name(words: Sequence[Token], at: int) -> bool:
    """Whether "Said" is the name of somebody: "Colonel Omar Said"."""
    return words[at].text == "Said" and at > 0 and words[at - 1].text[:1].isupper()


def _a_measure(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* only tells a measure: "as expected", "an estimated 300".

    It does not where it is told by whom: "as expected by analysts".
    """
    if at > 0 and words[at - 1].fold == "as" and words[at].fold in _EXPECTED:
        return at + 1 == len(words) or words[at + 1].fold != "by"
    return words[at].fold == "estimated" and at > 0 and words[at - 1].fold in ("an", "the")


#: Verbs of what is compared with an expectation.
_EXPECTED = folded("expected forecast predicted thought anticipated feared hoped")


def _only_suspected(words: Sequence[Token], at: int) -> bool:
    """Whether "suspected" describes what is counted: "12,940 suspected cases"."""
    if words[at].fold != "suspected" or not at or at + 1 == len(words):
        return False
    return words[at - 1].fold[0].isdigit() and words[at + 1].fold not in _DETERMINERS


_DETERMINERS = folded("a an the that his her its their it him them some no")


def _an_object(words: Sequence[Token], at: int) -> bool:
    """Whether a noun that is written like a verb stands here: «رأي», and any word behind את."""
    if words[at].text.endswith("رأي"):
        return True
    return at > 0 and words[at - 1].fold in _BEFORE_NOUNS


_BEFORE_NOUNS = folded("את של عدم لعدم بعدم وعدم")


def _moved(words: Sequence[Token], at: int) -> bool:
    """Whether «نقل» says that something was moved; it reports only "from" somebody, or "that"."""
    if words[at].fold.removeprefix("و").removeprefix("ف") not in _CARRYING:
        return False
    return not {w.fold for w in words[at + 1 : at + CLAIM_WITHIN]} & (_THAT | {"عن"})


def _added(words: Sequence[Token], at: int) -> bool:
    """Whether הוסיף adds something to something, and no words: «הוסיף את החברות לרשימה»."""
    if words[at].fold.removeprefix("ו") not in _ADDING:
        return False
    later = [word.fold for word in words[at + 1 : at + CLAIM_WITHIN]]
    return "את" in later and not {"כי", "ש"} & set(later)


_ADDING = forms("he", ["הוסיף מוסיף"])


def _a_writ(words: Sequence[Token], at: int) -> bool:
    """Whether כתב is a writ («כתב האישום») and not "he wrote"."""
    after = words[at + 1].fold if at + 1 < len(words) else ""
    return words[at].fold == "כתב" and after.removeprefix("ה") in ("אישומ", "תביעה", "הגנה")


def _astray(words: Sequence[Token], at: int) -> bool:
    """Whether שולל is where somebody is led («הוליך אותם שולל»), and denies nothing."""
    if words[at].fold != "שולל":
        return False
    return any(_LEADING.fullmatch(w.fold) for w in words[max(0, at - _LED) : at])


#: Forms of הוליך with what is written onto them, and words from one to «שולל», at most.
_LEADING, _LED = re.compile("[ושהבלכמ]{0,2}(?:הולי?כ[הות]{0,2}|[מיתנ]ולי?כ(?:ה|ו|ימ)?|הוליכ)"), 4


def _a_contract(words: Sequence[Token], at: int) -> bool:
    """Whether חוזה is a contract, and nobody foresees: «ביטלה חוזים עם לקוחות», «חתם על חוזה»."""
    if words[at].fold not in _CONTRACTS:
        return False
    behind = words[at + 1 : at + 1 + _FORESEEN]
    return not any(word.fold == "כי" or word.fold.startswith("שה") for word in behind)


_CONTRACTS, _FORESEEN = folded("חוזה חוזים וחוזה וחוזים החוזה החוזים"), 4


def _turned_down(words: Sequence[Token], at: int) -> bool:
    """Whether «ردّ» turns a suit down, and answers nothing: «ردّت المحكمة دعوى», «رد الطعن».

    What is answered stands behind «على».
    """
    if words[at].fold.removeprefix("و") not in _TURNING_DOWN:
        return False
    for place in range(at + 1, min(len(words), at + _SUIT)):
        word = words[place].fold
        if word in _ANSWERED or words[place].start - words[place - 1].end > 1:
            return False
        if word.removeprefix("ال") in _SUITS:
            return words[place - 1].fold not in _SUITS_OF
    return False


_TURNING_DOWN = forms("ar", ["رد يرد"])
_SUITS = folded("دعوى دعاوى طعن طعنا طعون استئناف استئنافا التماس التماسا شكوى طلب طلبا اعتراض")
#: What is answered, said or done stands behind these; of what a court of that name is.
_ANSWERED = folded("على عن بأن بأنه بأنها إن أن قائلا قائلة بالقول") | _THAT
_SUITS_OF = folded("محكمة لجنة مجلس هيئة قاضي دائرة غرفة")
#: Words behind «ردّ» within which what it turns down stands, who does it between.
_SUIT = 9


def _counted(words: Sequence[Token], at: int) -> bool:
    """Whether a noun that is written like a verb is counted here: «300 طلب», «146 طالبا»."""
    before = words[at - 1].fold if at else ""
    if words[at].fold not in _COUNTED:
        return False
    year = before.isdigit() and len(before) == len("2025")
    return before in _NUMBERS or (before.isdigit() and not year)


_COUNTED = folded("طلب طلبا طالبا")
_NUMBERS = folded(
    "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون "
    "تسعون عشر عشرة مئة مائة مئتي ألف آلاف"
)


def _without_warning(words: Sequence[Token], at: int) -> bool:
    """Whether nobody warns: "without warning residents"."""
    return words[at].fold == "warning" and at > 0 and words[at - 1].fold in _WITHOUT


_WITHOUT = folded("without no any prior advance little")


def _nobodys(words: Sequence[Token], at: int) -> bool:
    """Whether nobody is the subject: "no one told us", «אף אחד לא הסביר»."""
    before = [word.fold for word in words[max(0, at - 3) : at]]
    if before[-1:] in (["nobody"], ["none"]) or before[-2:] == ["no", "one"]:
        return True
    return before[-2:] == ["אחד", "לא"] and before[0].removeprefix("ו") == "אפ"


def _sets_or_takes(words: Sequence[Token], at: int) -> bool:
    """Whether a record is set, or a right taken away: «קבע שיא», «שלל את רישיונו»."""
    verb = words[at].fold.lstrip("וש") if words[at].fold[:2] in _JOINED else words[at].fold
    things = next((nouns for verbs, nouns in _OF_THINGS if verb in verbs), ())
    behind = [word.fold for word in words[at + 1 : at + 3] if word.fold not in _ET][:1]
    return bool(things) and bool(behind) and behind[0].removeprefix("ה").startswith(things)


#: What is set and what is taken away by Hebrew verbs that also say and deny; joined letters.
_OF_THINGS = (
    (forms("he", ["קבע קובע"]), ("שיא",)),
    (forms("he", ["שלל שולל"]), ("רישיו", "תושבות", "אזרחות", "היתר", "דרגת", "דרגה", "אשרת")),
)
_ET, _JOINED = frozenset({"את"}), ("וק", "שק", "וש", "שש")


def _nameless(words: Sequence[Token], at: int) -> bool:
    """Whether somebody asks not to be named: «طلبت عدم الكشف عن هويتها»."""
    if words[at].fold.removeprefix("و") not in _ASKS:
        return False
    near = [word.fold for word in words[at + 1 : at + 1 + _NAME]]
    return not _NAMELESS.isdisjoint(near) or (
        near[:1] == ["عدم"] and near[1:2] != [] and near[1] in _NAMING
    )


#: Words behind who asks in which the name stands that he would not give.
_NAME = 5
_ASKS = forms("ar", ["طلب يطلب"]) | forms("en", ["ask", "request"]) | forms("he", ["ביקש מבקש"])
_NAMELESS = folded(
    "named identified anonymous anonymity להזדהות להיחשף בעילום באנונימיות אנונימי אנונימית"
)
_NAMING = folded("الكشف كشف ذكر نشر الإفصاح إفصاح")


def _the_truth(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* has the truth for its object: "tell the truth"."""
    after = [word.fold for word in words[at + 1 : at + 3]]
    return not _TRUTH.isdisjoint(after[:1]) or after == ["the", "truth"]


_TRUTH = folded("الحقيقة אמת האמת")


def _named_so(words: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* only gives a name: "members of a group called No Cloud"."""
    if words[at].fold not in ("called", "named") or at < 3 or at + 1 >= len(words):
        return False
    article = words[at - 2].fold in ("a", "an") and words[at - 3].fold in _BEFORE_A_GROUP
    return article and words[at + 1].text[:1].isupper()


_BEFORE_A_GROUP = folded("of at in by with from for to")


#: Participles that with "of" only say what somebody is taken to have done.
_OF_A_DEED = frozenset({"accused", "suspected"})


def _who_is_accused(words: Sequence[Token], at: int) -> bool:
    """Whether a participle only says of somebody what he is accused of: "people accused of"."""
    after = words[at + 1].fold if at + 1 < len(words) else ""
    return words[at].fold in _OF_A_DEED and after == "of"


def _compares(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* only tells what something is compared with: "than X had asked".

    Behind a mark it tells more: "more than 40 died, police said".
    """
    near = range(max(0, at - _COMPARED), at)
    than = next((p for p in near if words[p].fold == "than"), None)
    if than is None:
        return False
    return all(words[p].start - words[p - 1].end == 1 for p in range(than + 1, at + 1))


#: Words from "than" to the verb of what is compared, at most.
_COMPARED = 5


#: What may be so of such a word, each by itself.
def _of_the_second_form(words: Sequence[Token], at: int) -> bool:
    """Whether its letter is written doubled: «يُورَّد», is supplied, and no «يُورد», reports."""
    doubled = "ر\u064e\u0651" in words[at].text or "ر\u0651" in words[at].text
    return doubled and words[at].fold.lstrip("وفس") in _REPORTS


_REPORTS = forms("ar", ["أورد يورد"]) | folded("ورد يرد رد")


def _a_predicate(words: Sequence[Token], at: int) -> bool:
    """Whether a participle at *at* says what something has become: «بات مؤكدا»."""
    behind = words[at + 1].fold if at + 1 < len(words) else ""
    predicate = words[at].fold in _PREDICATES and behind not in _THAT_IT
    return bool(at) and predicate and words[at - 1].fold in _BECOMES


_PREDICATES = folded("مؤكدا مؤكدة معلنا معلنة مطلوبا مطلوبة مرفوضا مرفوضة متهما متهمة")
_THAT_IT = folded("أن أنه أنها أنهم")
_BECOMES = forms("ar", ["بات يبيت", "أصبح يصبح", "صار يصير", "ظل يظل", "بدا يبدو"]) | folded(
    "كان كانت يكون تكون ليس ليست يعد تعد"
)


_CHECKS = (
    _a_predicate,
    _compares,
    _a_threat,
    _no_answer,
    _an_object,
    _a_lie,
    _a_request,
    _a_measure,
    _only_suspected,
    _a_name,
    _a_writ,
    _astray,
    _added,
    _a_contract,
    _turned_down,
    _counted,
    _without_warning,
    _nobodys,
    _nameless,
    _the_truth,
    _of_a_noun,
    _named_so,
    _who_is_accused,
    made_known,
    _moved,
    _of_the_second_form,
    _sets_or_takes,
    signs,
    has_an_object,
)
