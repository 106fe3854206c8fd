"""Arabic turns of phrase by which a text tells whose words it tells, besides a verb and its claim.

The rule: «…، على ما ذكر فلان» and «على حد قول فلان» name the speaker as «بحسب» does; «نُقل عن فلان
قوله إن» and «نقلت الوكالة عن فلان أن» tell the words of whom they were taken from; «جاء في بيان
الوزارة أن» those of the paper; «…، قال فلان» at the end of its sentence those before; «وجّه فلان إلى
الشركة تهمة …» accuses; «قال فلان إن …، ووصفها بأنها …» goes on with his words.

What it may get wrong: «على ما» behind a verb that governs it («علّق على ما قاله»), which is told by
the mark before it. The escape hatch is the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.blame import the_charge
from digests.language.conjugation import forms
from digests.language.counterclaims import WHAT_HE_SAID
from digests.language.frame import OPENERS, REACH, TRAILING, Frame, clause_mark
from digests.language.lexicon import as_it_stands, listed, meanings, of_names
from digests.language.lists import folded
from digests.language.participles import participle
from digests.language.speech_beside import STANDING
from digests.language.speech_verbs import Act, act_of
from digests.language.words import Token
from digests.language.writings import written

#: As written, so that it is no name («علي»).
_ON = "على"
_WHAT, _EXTENT = folded("ما"), folded("حد")
_SAYING = folded("قول تعبير وصف زعم رأي اعتقاد تقدير")
_HIS = folded("قوله قولها قولهم تعبيره تعبيرها تعبيرهم وصفه وصفها وصفهم")
#: Words from «على» to the name behind it.
_TURN = 3


def attributes(words: Sequence[Token], text: str, at: int, start: int) -> int:
    """How many words name no speaker of a turn that begins at *at*, in its clause; 0 for none.

    «على ما ذكر», «على حد قول»: the name follows.
    """
    if words[at].text.removeprefix("و") != _ON or at + _TURN > len(words):
        return 0
    second, third = words[at + 1].fold, words[at + 2].fold
    if second in _EXTENT and third in _SAYING | _HIS:
        return _TURN
    marked = at == start or clause_mark(text[words[at - 1].end : words[at].start])
    if not marked or second not in _WHAT:
        return 0
    said = act_of(third, "ar") is Act.SAY or third in WHAT_HE_SAID
    return _TURN if said else 0


def of_who_spoke(words: Sequence[Token], at: int) -> bool:
    """Whether «على حد قوله» at *at* has a pronoun for who speaks."""
    return words[at + 2].fold in _HIS


_TAKING, _FROM = forms("ar", ["نقل ينقل"]), folded("عن")
_HIS_WORDS = folded("قوله قولها قولهم قولهما تأكيده تأكيدها")
#: What opens the words of another, and no reason («لأن»); what is a way and nobody («عن طريق»).
_THAT, _NO_SOURCE = OPENERS["ar"] - folded("لأن"), folded("طريق")
_OUTLETS = folded(
    "وكالة وكالات صحيفة صحف جريدة قناة قنوات محطة إذاعة شبكة تلفزيون موقع مواقع مجلة وسائل إعلام "
    "تقارير تقرير مراسل مراسلة"
)


def told_by_a_turn(
    words: Sequence[Token], text: str, at: int, start: int, end: int
) -> Frame | None:
    """The frame of the verb at *at* where it belongs to such a turn."""
    told = (
        _taken_from(words, text, at, end)
        or _stands_in(words, text, at, end)
        or written(words, at, start, end, _PAPERS)
    )
    if told is not None:
        return told
    if _closes(words, text, at, start, end):
        return Frame(at, Act.SAY, range(at + 1, end), range(start, at), according=True)
    return _charges(words, at, end)


def _taken_from(words: Sequence[Token], text: str, at: int, end: int) -> Frame | None:
    """The frame of «نقلت الوكالة عن فلان قوله إن»: the words are those of whom they come from."""
    if words[at].fold.removeprefix("و") not in _TAKING:
        return None
    near = range(at + 1, min(end, at + 1 + REACH))
    first = next((p + 1 for p in near if words[p].fold in _FROM), end)
    if first >= end or words[first].fold in _NO_SOURCE:
        return None
    if not _a_messenger(words[at + 1 : first - 1]):
        return None
    for place in range(first + 1, min(end, first + 2 * REACH)):
        his = words[place - 1].fold in _HIS_WORDS
        told = words[place].fold in _THAT and words[place - 1].fold not in _NO_SUBJECTS
        if told or (his and ":" in text[words[place - 1].end : words[place].start]):
            return Frame(at, Act.SAY, range(first, place - his), range(place, end))
    return None


def _a_messenger(words: Sequence[Token]) -> bool:
    """Whether *words* between «نقل» and «عن» are none, or an outlet, and not what is moved."""
    if not words or any(_OUTLETS & {w.fold, w.fold.removeprefix("ال")} for w in words):
        return True
    return not listed(words[0].fold) or of_names(meanings(words[0].fold, core=True))


_IN = folded("في")
#: What something may stand in.
_PAPERS = folded(
    "بيان بيانها بيانه تقرير تقريرها تقريره رسالة وثيقة وثائق دراسة مذكرة نص تصريح تصريحات تغريدة "
    "حكم قرار كتاب استطلاع منشور إعلان البيان التقرير الرسالة الوثيقة الدراسة المذكرة الحكم القرار "
    "الكتاب الاستطلاع المنشور الإعلان الوثائق النص التصريح التغريدة"
)


def _stands_in(words: Sequence[Token], text: str, at: int, end: int) -> Frame | None:
    """The frame of «جاء في بيان للوزارة أن»: who tells it is who wrote it."""
    bare = words[at].fold.removeprefix("و")
    if bare not in STANDING or at + 3 >= end or words[at + 1].fold not in _IN:
        return None
    if words[at + 2].fold not in _PAPERS:
        return None
    for place in range(at + 3, min(end, at + 2 * REACH)):
        if words[place].fold in OPENERS["ar"]:
            return Frame(at, Act.SAY, range(at + 2, place), range(place, end))
        if clause_mark(text[words[place - 1].end : words[place].start]):
            return None
    return None


_SAID = forms("ar", ["قال يقول"])


def _closes(words: Sequence[Token], text: str, at: int, start: int, end: int) -> bool:
    """Whether «، قال فلان» ends the sentence whose other words he says."""
    if at == start or words[at].fold not in _SAID or not 0 < end - at - 1 <= REACH:
        return False
    rest = words[at + 1 : end]
    marked = any(text[words[p - 1].end : words[p].start].strip() for p in range(at + 1, end))
    if marked or words[start].fold.removeprefix("و") in _NO_SUBJECTS:
        return False  # «خلال زيارته، قال الوزير: …»
    return "،" in text[words[at - 1].end : words[at].start] and not any(
        word.fold in OPENERS["ar"] for word in rest
    )


def calls_it(words: Sequence[Token], at: int, found: Sequence[Frame], end: int) -> Frame | None:
    """The frame of «ووصفها بأنها …» at *at*, behind what its speaker has said in a clause."""
    if not found or not found[-1].opened or at not in found[-1].claim or at + 1 >= end:
        return None
    if words[at].fold not in CALLING_IT or words[at + 1].fold not in _AS:
        return None
    return Frame(at, Act.SAY, found[-1].speaker, range(at + 1, end))


#: «ووصفها» goes on with what was said.
CALLING_IT = {
    "و" + verb + his for verb in forms("ar", ["وصف يصف"]) for his in ("ه", "ها", "هم", "هما")
}
_AS = folded("بأنه بأنها بأنهم بأنهما")
_ANY = folded("أي أية")
_TO, _TO_HIM = folded("إلى"), folded("إليه إليها إليهم إليهما له لها لهم لهما")


def _charges(words: Sequence[Token], at: int, end: int) -> Frame | None:
    """The frame of «وجّه فلان إلى الشركة تهمة الاحتكار»; with no one who is accused, of nobody's.

    Who accuses stands up to who is accused: «إلى», «ل», or the charge.
    """
    charge = the_charge(words[:end], at)
    if charge is None:
        return None
    if words[at + 1].fold in _TO_HIM:  # «وجّهت إليه النيابة تهمة …»
        first = charge if words[at + 2].fold in _ANY else at + 2
        stop = charge
    else:
        first = at + 1
        stop = next((p for p in range(first, charge) if _whom(words[p].fold)), charge)
        if not any(_whom(words[p].fold) for p in range(stop, min(end, charge + 3))):
            return None
    if first == stop:
        return None
    return Frame(at, Act.ACCUSE, range(first, stop), range(stop, end), False)


def _whom(word: str) -> bool:
    """Whether *word* opens who is accused: «إلى», «للشركة»."""
    return word in _TO or (word.startswith("لل") and not as_it_stands(word))


_NO_SUBJECTS = folded(
    "في من على إلى عن مع بعد قبل منذ خلال حتى كما لكن ولكن بل أمس اليوم غدا مساء صباح ليل فجر ظهر "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يوم عام شهر لم لن لا قد وقد ثم إذ "
    "حين عندما بينما فيما حيث هكذا هنا هناك وفق بحسب حسب بينهم بينها"
)
_TIMES = folded(
    "أسبوع شهر سنة عام ليلة ساعة مرة يوم دقيقة لحظة عشية ليل نهار صباح مساء فجر ظهر فترة مدة ماضي "
    "ماضية مقبل مقبلة فائت فائتة سابق سابقة حالي حالية آن بارحة"
)
#: Endings of a past whose subject is several: «دعتا», «أعلنوا»; and of a woman's.
_SEVERAL, _FEMININE = ("تا", "وا"), ("ه", "ات", "اء")


def _takes_it_up(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether a subject stands behind the verb and a pronoun takes up what stands before it.

    «المطار أعلن الجيش إغلاقه».
    """
    behind = words[at + 1 : min(end, at + 2 + _SUBJECT)]
    return any(word.text.endswith(("ه", "ها", "هم", "هما")) for word in behind[1:])


#: Words of that subject, at most.
_SUBJECT = 3


def before_a_past(words: Sequence[Token], text: str, at: int, start: int, end: int) -> range | None:
    """The subject that opens the sentence before a past verb: «ألمانيا وفرنسا دعتا السلطات».

    It is a name or has the article, and agrees with the verb.
    """
    verb = words[at].fold
    if not 0 < at - start <= TRAILING or verb[:1] in "يتسوف" or at + 1 >= end:
        return None
    inside = words[start:at]
    if any(text[words[p - 1].end : words[p].start].strip() for p in range(start + 1, at + 1)):
        return None
    if any(w.fold in _NO_SUBJECTS or act_of(w.fold, "ar") is not None for w in inside):
        return None
    head = inside[0].fold
    if any(w.fold.removeprefix("ال") in _TIMES for w in inside) or _takes_it_up(words, at, end):
        return None
    if verb.endswith(_SEVERAL):
        return range(start, at)
    definite = head.startswith("ال") and as_it_stands(head.removeprefix("ال"))
    agrees = verb.endswith("ت") == head.endswith(_FEMININE)
    return range(start, at) if definite and agrees else None


def closes_quotation(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a quotation ends with a comma before the verb at *at*: «…»، قالت فلانة."""
    gap = text[words[at - 1].end : words[at].start]
    quoted = "،" in gap and any(mark in gap for mark in "»”")
    return quoted and words[at].fold[:1] not in "وف" and participle(words, at) is None
