"""Where the subject of an Arabic verb of saying stands when it stands before it.

The rule: it opens the sentence before an imperfect, as headlines have it («الوزارة تعلن حصيلة»),
stands behind «إن» or «لكن», behind "had" («كانت الوزارة قد أعلنت»), or is a pronoun on either; a
plural verb tells of those counted before it.

What it may get wrong: a noun that only stands at the front («أمس»). The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.frame import OPENERS, REACH, RELATIVES, TRAILING
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.speech_verbs import act_of
from digests.language.words import Token

_STOPS = folded("في على إلى عن خلال بعد قبل يوم أمس اليوم منذ مساء صباح التي الذي ضد")
_ALI = ("علي", "عليّ")


def ends_name(word: Token) -> bool:
    """Whether *word* can be no part of a speaker's name; «علي», which is no «على», can."""
    return word.fold in _STOPS and word.text not in _ALI


#: Words for that with the pronoun of a subject, and what may stand between it and its verb.
_THAT_IT = folded("إنه إنها إنهم أنه أنها أنهم بأنه بأنها بأنهم أنهما إنهما لأنه لأنها لأنهم")
VERBAL = folded("قد لم لا لن سوف كان كانت كانوا")
THAT = folded("إن أن بأن لأن")
#: Words that turn to another statement behind a mark.
BUT_IT = folded("لكنه لكنها لكنهم لكنهما ولكنه ولكنها ولكنهم")
BUT = folded("لكن ولكن بينما فيما بل") | BUT_IT
CLAUSES = folded("لكن ولكن بينما فيما بل حيث إذ حين")


def in_a_headline(words: Sequence[Token], text: str, at: int, start: int) -> range | None:
    """The subject before the imperfect verb at *at*, as headlines have it: «الوزارة تعلن حصيلة»."""
    marks = (p for p in range(at, start, -1) if text[words[p - 1].end : words[p].start].strip())
    first = next(marks, start)
    if first == at or words[at].fold[:1] not in ("ي", "ت"):
        return None
    if (noun := _indefinite(words, at, first)) < at:
        return range(noun, at)
    if at - first > REACH:
        return None
    head = words[first].fold
    bare = head[1:] if head[:1] in ("و", "ف") else head
    masculine = words[at].fold[0] == "ي"
    if {head, bare} & _NO_SUBJECT or (masculine and head.endswith(_FEMININE)):
        return None
    inside = [word.fold for word in words[first:at]]
    if any(w in RELATIVES or w in OPENERS["ar"] or act_of(w, "ar") is not None for w in inside):
        return None
    return None if inside[-1] in _NO_SUBJECT else range(first, at)


def _indefinite(words: Sequence[Token], at: int, start: int) -> int:
    """Where an indefinite object begins that the verb at *at* describes: «تبنّت اتفاقًا يدعو إلى»."""
    first = at
    while first > start and words[first - 1].text.endswith(_TANWIN):
        first -= 1
    return first


_TANWIN = ("ًا", "اً", "ةً", "ءً")


#: Words that begin no subject, and stand right before no verb of one before it.
_NO_SUBJECT = (
    _STOPS
    | VERBAL
    | folded(
        "من مع حتى كما مما ما لم لا لن قد وقد سوف لكن ولكن بل بينما فيما إذا لو هل حيث إذ حين أن "
        "إن كي بحسب وفق وفقا حسب وبحسب عند عندما بعدما لأن وهو وهي وهم التي كيف لماذا متى أين "
        "كان كانت"
    )
)


_FEMININE = ("ه", "ات")


def several(words: Sequence[Token], at: int, start: int) -> int:
    """Where those are named of whom a plural verb at *at* tells: «شكوى 184 مشرفا يتهمون …»."""
    for place in range(at - 1, max(start, at - REACH), -1):
        if words[place].fold.isdigit():
            return place
        if ends_name(words[place - 1]) or words[place - 1].fold in THAT | CLAUSES:
            return place
    return max(start, at - REACH)


def agrees(verb: str, relative: str) -> bool:
    """Whether the subject of *verb* may be what *relative* stands for: «الوزارة التي نفت أن»."""
    verb = verb.removeprefix("و")
    feminine = verb.endswith("ت") or verb.startswith("ت")
    return {"التي": feminine, "الذين": verb.endswith(("وا", "ون"))}.get(relative, not feminine)


def pronoun_before(words: Sequence[Token], at: int, start: int) -> bool:
    """Whether the subject is the pronoun of the word for that: «وإنها أبلغت الهيئة»."""
    place = at - 1
    if place > start and words[place].fold in VERBAL:
        place -= 1
    return place >= start and words[place].fold.removeprefix("و") in _THAT_IT | BUT_IT


def noun_behind_that(words: Sequence[Token], text: str, at: int, start: int) -> bool:
    """Whether a noun behind «إن» is the subject of the verb at *at*: «إن النقابة طلبت …».

    So is one behind «لكن» or «فيما»: «لكن القوات نفت تلقي أي نداء».
    """
    if words[at].fold[:1] in "وف" or (at > start and words[at - 1].fold in THAT):
        return False
    first = clause(words, text, at, start)
    opener = words[first - 1].fold.removeprefix("و") if first > start else ""
    if opener not in THAT and (opener not in BUT or ends_name(words[first])):
        return False
    between = [word.fold for word in words[first:at] if word.fold not in VERBAL]
    marked = any(text[words[p - 1].end : words[p].start].strip() for p in range(first + 1, at + 1))
    return bool(between) and not marked and len(between) <= TRAILING


def clause(words: Sequence[Token], text: str, at: int, start: int) -> int:
    """Where the clause whose verb stands at *at* begins, as far as the name may reach."""
    for place in range(at - 1, max(start, at - REACH), -1):
        word, before = words[place].fold, words[place - 1].fold
        if before in CLAUSES or before in OPENERS["ar"]:
            return place
        if word[:1] == "و" and "،" in text[words[place - 1].end : words[place].start]:
            return place
    return max(start, at - REACH)


def before_had(words: Sequence[Token], at: int, start: int) -> range | None:
    """The subject between «كان» and «قد» of the verb at *at*: «كانت الشركة قد نفت», «لم تكن
    اللجنة قد اقترحت»."""
    if at <= start or words[at - 1].fold != "قد":
        return None
    for place in range(at - 2, max(start - 1, at - REACH), -1):
        not_been = place > 0 and words[place].fold in _BEEN and words[place - 1].fold in _NOT
        if not_been or words[place].fold.lstrip("وف") in _WAS:
            return range(place + 1, at - 1) if place + 1 < at - 1 else None
    return None


def before_was(words: Sequence[Token], text: str, at: int, start: int) -> range | None:
    """The subject between «كان» and its imperfect at *at*: «كانت النقابة تطالب بعلاوة»."""
    if words[at].fold[:1] not in ("ي", "ت"):
        return None
    for place in range(at - 1, max(start - 1, at - TRAILING - 1), -1):
        word = words[place].fold
        if word.lstrip("وف") in _WAS:
            return range(place + 1, at) if place + 1 < at else None
        marked = text[words[place].end : words[place + 1].start].strip()
        if marked or ends_name(words[place]) or word in _NO_SUBJECT or act_of(word, "ar"):
            return None
    return None


_WAS = folded("كان كانت كانا كانوا كانتا")
_BEEN, _NOT = folded("يكن تكن يكونوا"), folded("لم ولم")


def disagrees(verb: str, noun: Token) -> bool:
    """Whether *noun* is no subject of the joined *verb* that it follows: «وطلب العودة إلى المطار».

    A definite noun in «ة» that is no name has a feminine verb, the office of a man has none.
    """
    bare = noun.fold.removeprefix("ال")
    if verb[:1] in ("و", "ف") and verb.endswith("ت") and noun.fold in _OF_MEN:
        return True  # «واتهمت مدير الشركة بإخفاء …»
    if bare == noun.fold or not noun.text.endswith("ة") or bare in _MEN or not as_it_stands(bare):
        return False
    return verb[:1] in ("و", "ف") and not verb.endswith("ت") and verb[1:2] != "ت"


#: The offices of a man before what he heads or whose he is: «رئيس الوزراء», «مدير المصنع».
_OF_MEN = folded(
    "رئيس مدير وزير محافظ قائد زعيم أمين نائب مسؤول مسؤولا مفوض حاكم مالك صاحب مؤسس سفير وكيل قاضي "
    "رجل رجلا شاب شابا موظف موظفا ضابط ضابطا عضو مرشح مستشار مساعد"
)
#: Words in «ة» for men, most of them plurals: «وقال القضاة».
_MEN = folded(
    "قضاة طلبة قادة سادة أساتذة رعاة دعاة غزاة ولاة مارة قتلة كتبة أئمة مغاربة أفارقة دكاترة "
    "فلاسفة ورثة خونة جناة هواة رماة بناة مشاة حماة رواة طغاة عصاة نشطة عمدة خليفة علامة"
)
