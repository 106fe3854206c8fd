"""What a sentence takes up from the one before it, so that it needs that one beside it.

The rule: it answers («نفت الشركة ذلك»، «لم ترد الشركة»), speaks of so many of those just told,
denies in too few words to tell what, or tells a body by a pronoun alone («قالت وزيرة خارجيتها»); or
it goes on with the same speaker («وأضافت أن …»).

What it may get wrong: «ذلك» may point at what its own sentence told. The escape hatch is the
patterns below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from digests.language.quotation import unquoted
from digests.language.stems import words
from digests.language.words import normal, unmarked
from digests.model import Lang
from digests.summaries.parties import speaking_verb
from digests.summaries.replies import disputes, silent
from digests.summaries.wording import shown

#: "This" for what was just told, no attribute: «هذا ما قاله», not «هذا الحكم».
_THIS_IS = re.compile(r"(?:هذا|هذه|هذان|هاتان)\s+(?!ال)")
#: Some of a number that was told before: «الشركات الثلاث».
_NUMBERED = re.compile(
    r"(?<!\w)(?:و|ف|ب|ل)?ال?\w+ ال(?:ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر)ة?(?!\w)"
)
#: «ذلك» as the object of a verb, not in an idiom («بعد ذلك»، «رغم ذلك»).
_ANSWERING = re.compile(
    r"ذلك(?<!\wذلك)(?=\s*[،.؛]|\s*$)(?<!بعد ذلك)(?<!قبل ذلك)(?<!رغم ذلك)(?<!مع ذلك)(?<!إلى ذلك)"
    r"(?<!كل ذلك)(?<!غير ذلك)(?<!خلال ذلك)(?<!عند ذلك)(?<!على ذلك)"
)
#: A denial of what was just told: «نفت الحكومة هذه الرواية».
_DISPUTED = re.compile(
    r"(?<!\w)[وف]?(?:نفى|نفت|نفوا|ينفي|تنفي|رفض|رفضت|كذب|كذبت|رد|ردت|فند|فندت)(?!\w)"
    r".{0,60}?(?<!\w)(?:على )?(?:هذا|هذه|تلك) "
    r"(?:ال)(?:رواية|روايات|اتهام|اتهامات|تهمة|تهم|قول|أقوال|ادعاء|ادعاءات|مزاعم|خبر|أنباء|معلومات|"
    r"أرقام|تصريح|تصريحات)"
)
#: An answer that does not tell to what: «رد فلان بأن …», and no «رد على سؤال», «رد فعل».
_REPLIED = re.compile(
    r"[وف]?(?:رد|ردت|ردوا) (?!(?:فعل|اسم|أسماء|في|أن|ذكر|خبر)(?!\w))(?!(?:[^\s،]+ ){0,8}على )"
    r"(?=.{0,120}(?:(?<!\w)(?:بأن|بالقول|قائل|إن)|[:«\"“]))"
)
#: Two who were just told, as a subject.
_THE_TWO = re.compile(r"\w+ (?:الاثنان|الاثنتان|كلاهما|كلتاهما)(?!\w)")
#: A word with a pronoun, and characters of a text among which one is looked for at a glance.
_BY_PRONOUN, _OPENING = re.compile(r"(?:ه|ها|هم|هما)(?!\w)"), 60
#: What is denied and not told: a word for the word of another, or a deed without what it is of.
_NOT_TOLD = re.compile(
    r"(?<!\w)ب?ال(?:اتهام|تهم|رواي|مزاعم|ادعاء|خبر|أنباء|أمر)\w{0,3}\W*$"
    r"|أن (?:يكون|تكون|يكونوا)(?!\w)"
)
#: One checks what was just told: «يتحرى صحة التقارير», with nothing behind that says which.
_CHECKED = re.compile(
    r"(?:[يت]تحرى|[يت]تحقق من|[يت]تحققون من|[يت]دقق في|[يت]راجع|[يت]نظر في|على علم ب)\s*(?:صحة\s+)?"
    r"(?:هذه\s+)?(?:ال|لل)(?:تقارير|أنباء|معلومات|مزاعم|ادعاءات|اتهامات|تقرير|أمر)\s*[.،]?\s*$"
)
#: Words of a denial that does not tell what it denies, at most.
_SHORT_DENIAL = 8
#: What a text has that may match either, looked for first, since that is quick.
_POINTERS = ("ذلك", "هذا", "هذه", "تلك")
_NUMBERS = (" الثلاث", " الأربع", " الخمس", " الست", " السبع", " الثماني", " التسع", " العشر")
_ADDING = {
    "ar": re.compile(r"^و?(?:أضاف|أضافت|أضافوا|تابع|تابعت|أردف|أردفت|استطرد|استطردت)(?!\w)"),
    "en": re.compile(r"^\w+(?: \w+){0,4} (?:added|went on|continued)\b"),
    "he": re.compile(r"^\w+(?: \w+){0,3} הוסיפ?[הו]?(?!\w)|^(?:עוד|הוסיפ?[הו]?) "),
}
_POSSESSED = re.compile(r"(?:ه|ها|هم|هما)$")
_ROOT_H = re.compile(
    r"(?:هذه|وجه|مياه|تجاه|شبه|الله|فقه|مشابه|منتزه|نزيه|كره|تشابه|أهم|مهم|درهم|فهم|توجه|تنبيه)$"
)
#: Adverbs of time before a verb.
_WHEN = frozenset(words("لاحقا حينها آنذاك أمس اليوم مؤخرا"))
#: Whose man it is, told by a pronoun: «نفى محاميه».
_HIS = frozenset(
    words("محاميه محاميها محاميهم محاموه وكيله وكيلها موكله شقيقه شقيقها والده والدها")
)
#: Offices whose body follows: «وزير خارجيتها», «رئيس حكومتها», «متحدث باسمها».
_OFFICES = frozenset(
    words("وزير وزيرة رئيس رئيسة نائب نائبة مدير مديرة متحدث متحدثة ناطق ناطقة قائد أمين عضو محامي")
)


@lru_cache(maxsize=2048)
def answers(text: str, language: str) -> bool:
    """Whether *text* answers the sentence before it («ونفى المتحدث ذلك»، «ولم ترد الشركة»)."""
    return silent(text, language) or numbered(text, language) or points_back(text, language)


@lru_cache(maxsize=2048)
def takes_up(text: str, language: str) -> bool:
    """Whether *text* needs the sentence before it: an answer («ورد الوزير بأن …»), a denial too
    short to tell what it denies («نفى المجلس أن يكون قد انحاز»), a check of what was told («يتحرى
    صحة التقارير»), two that it does not tell («ينفي
    الاثنان») or an office whose body it does not tell («قالت وزيرة خارجيتها»)."""
    if answers(text, language) or denies_shortly(text, language):
        return True
    if language != Lang.AR:
        return False
    if _REPLIED.match(unmarked(text)) or _CHECKED.search(text):
        return True
    if not _BY_PRONOUN.search(text, 0, _OPENING):
        return bool(_THE_TWO.match(text))
    first = behind_the_verb(shown(text, language))
    his = bool(first) and normal(first[0]) in _HIS
    return his or bool(_THE_TWO.match(text)) or office_of(first)


def denies_shortly(text: str, language: str) -> bool:
    """Whether *text* is a denial that does not tell what it denies."""
    if len(text.split()) > _SHORT_DENIAL or not disputes(text, language):
        return False
    return language != Lang.AR or bool(_NOT_TOLD.search(text))


def points_back(text: str, language: str) -> bool:
    """Whether an Arabic *text* speaks of what was just told by «ذلك» or «هذا» alone."""
    if language != Lang.AR or not any(word in text for word in _POINTERS):
        return False
    if _THIS_IS.match(shown(text, language)):
        return True
    bare = unquoted(text, " … ")
    return bool(_ANSWERING.search(bare) or _DISPUTED.search(bare))


def numbered(text: str, language: str) -> bool:
    """Whether *text* speaks of so many of what was listed before («الشركات الثلاث»)."""
    if language != Lang.AR or not any(number in text for number in _NUMBERS):
        return False
    return bool(_NUMBERED.search(unquoted(text)))


@lru_cache(maxsize=2048)
def adds(text: str, language: str) -> bool:
    """Whether *text* goes on from what the same party said before («وأضافت الشركة أن …»)."""
    return language in _ADDING and bool(_ADDING[language].search(text))


def behind_the_verb(text: str) -> list[str]:
    """The first words of *text* behind a verb of saying, an adverb before it aside: «لاحقا، قال
    رئيسه التنفيذي»."""
    first = [word[0] for word in islice(re.finditer(r"\w+", text), 6)]
    if first and normal(first[0]).lstrip("و") in _WHEN:
        first = first[1:]
    return first[1:] if first and speaking_verb(normal(first[0]), Lang.AR) else first


def office_of(first: Sequence[str]) -> bool:
    """Whether the words *first* are an office whose body is told by a pronoun: «وزيرة خارجيتها»،
    «رئيس حكومتها»، «متحدث باسمها»."""
    for word, following in pairwise(first):
        if normal(word) not in _OFFICES:
            return False
        if normal(following) not in _OFFICES:
            return possessed(following)
    return False


def possessed(word: str) -> bool:
    """Whether *word* ends in a pronoun that says whose it is."""
    return len(word) > 3 and bool(_POSSESSED.search(word)) and not _ROOT_H.search(word)
