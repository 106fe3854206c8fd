"""How strongly a text asserts: hedges, plans, allegations, estimates and rough numbers.

The rule: a *hedge* is a word that makes what follows it less than a fact, in one of a few groups
(possible, expected, intended, alleged, estimated; about, at least, at most; some; if; preliminary),
with the words that it reaches. A text that keeps what a hedge reaches and not the hedge says more
than the other.

What it may get wrong: «قد» before a past verb is no hedge and is told from the other by the verb's
first and last letter; "may" and "could" of permission and ability count as hedges, which only makes
the check stricter. The escape hatch is the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language.arabic import DAMMA
from digests.language.bounding import bounding
from digests.language.hedge_words import NUMERIC, PHRASES, WORDS, Hedge
from digests.language.kin import without_particles
from digests.language.lexicon import meanings
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import quantities
from digests.language.seeming_hedges import seeming
from digests.language.words import Token

__all__ = ["ANSWERS", "Hedge", "Reach", "hedges"]


@dataclass(frozen=True, slots=True)
class Reach:
    """The hedge said by words ``[at, end)`` reaches the words ``[end, stop)``."""

    hedge: Hedge
    at: int
    end: int
    stop: int


#: Groups that stand for one another: who expects, thinks it possible; who plans, expects.
ANSWERS: dict[Hedge, frozenset[Hedge]] = {
    Hedge.POSSIBLE: frozenset({Hedge.POSSIBLE}),
    Hedge.EXPECTED: frozenset({Hedge.EXPECTED, Hedge.POSSIBLE}),
    Hedge.INTENDED: frozenset({Hedge.INTENDED}),
    Hedge.ALLEGED: frozenset({Hedge.ALLEGED}),
    Hedge.ESTIMATED: frozenset({Hedge.ESTIMATED, Hedge.ABOUT, Hedge.EXPECTED}),
    Hedge.ABOUT: frozenset({Hedge.ABOUT, Hedge.ESTIMATED}),
    Hedge.AT_LEAST: frozenset({Hedge.AT_LEAST}),
    Hedge.AT_MOST: frozenset({Hedge.AT_MOST, Hedge.POSSIBLE}),
    Hedge.PARTLY: frozenset({Hedge.PARTLY}),
    Hedge.CONDITIONAL: frozenset({Hedge.CONDITIONAL}),
    Hedge.TENTATIVE: frozenset({Hedge.TENTATIVE}),
    Hedge.CHARACTERISED: frozenset({Hedge.CHARACTERISED, Hedge.ALLEGED}),
    Hedge.KNOWN: frozenset({Hedge.KNOWN}),
    Hedge.SEEMING: frozenset({Hedge.SEEMING, Hedge.POSSIBLE, Hedge.REPORTED, Hedge.EXPECTED}),
    Hedge.ASKED: frozenset(
        {Hedge.ASKED, Hedge.CONDITIONAL, Hedge.POSSIBLE, Hedge.ALLEGED, Hedge.INTENDED}
    ),
    Hedge.UNLIKELY: frozenset({Hedge.UNLIKELY, Hedge.POSSIBLE, Hedge.EXPECTED}),
    Hedge.REPORTED: frozenset(
        {Hedge.REPORTED, Hedge.ALLEGED, Hedge.POSSIBLE, Hedge.EXPECTED, Hedge.ESTIMATED}
    ),
}

#: Words after a hedge that it reaches; and before it, for those that follow (at least, أولي).
REACH = 4


@lru_cache(maxsize=8)
def _tables(language: str) -> tuple[dict[str, Hedge], list[tuple[tuple[str, ...], Hedge]]]:
    single = {
        fold(word): hedge
        for hedge, text in WORDS.get(language, {}).items()
        for word in text.split()
    }
    phrases = [
        (tuple(map(fold, phrase.split())), hedge)
        for hedge, text in PHRASES.get(language, {}).items()
        for phrase in text.split(", ")
    ]
    single |= {phrase[0]: hedge for phrase, hedge in phrases if len(phrase) == 1}
    longer = sorted((p for p in phrases if len(p[0]) > 1), key=lambda p: -len(p[0]))
    return single, longer


def hedges(words: Sequence[Token], language: str) -> list[Reach]:
    """The hedges among *words* in order, with the words that they reach."""
    single, phrases = _tables(language)
    found: list[Reach] = []
    at = 0
    while at < len(words):
        read = _hedge_at(words, at, single, phrases, language)
        if read is None:
            at += 1
            continue
        hedge, end = read
        found.append(Reach(hedge, at, end, _stop(words, at, end)))
        at = end
    return found


def _stop(words: Sequence[Token], at: int, end: int) -> int:
    """Where the reach of a hedge ends: an adjective's, before another number that "and" joins.

    The deaths of "940 suspected cases and 46 deaths" are none that are suspected.
    """
    stop = min(len(words), end + REACH)
    if words[at].fold not in _OF_A_NOUN:
        return stop
    joined = (p for p in range(end, stop - 1) if words[p].fold == "and")
    return next((p for p in joined if words[p + 1].fold[0].isdigit()), stop)


_OF_A_NOUN = frozenset("suspected alleged possible probable potential".split())


def _hedge_at(
    words: Sequence[Token],
    at: int,
    single: dict[str, Hedge],
    phrases: list[tuple[tuple[str, ...], Hedge]],
    language: str,
) -> tuple[Hedge, int] | None:
    if seeming(words, at, language):
        return None
    if language == "ar" and (bound := bounding(words, at)) is not None:
        return bound
    folds = [word.fold for word in words[at : at + 4]]
    for phrase, hedge in phrases:
        head = folds[0] == phrase[0] or folds[0][1:] == phrase[0]
        if phrase == _A_NUMBER_OF and len(folds) > 2 and folds[2][0] == "ي":
            continue  # «عدد من يحق لهم»: of those who
        if head and _follows(folds, phrase):
            return hedge, at + len(phrase)
    word = folds[0]
    if language == "ar" and (asked := _asked(words, at)) is not None:
        return asked, at + 1
    if word == "دون":
        number = at + 2 if folds[1:2] and folds[1] in _LIMITS else at + 1
        if quantities(words[number : number + 1]):
            return Hedge.AT_MOST, number
    if word == _IF and at + 1 < len(words) and words[at + 1].fold in _OF_CHILDREN:
        return None  # אם, a mother
    if word in ("اذا", _IF) and not _a_condition(words, at):
        return (Hedge.ASKED, at + 1) if word == _IF else None
    if language == "ar" and word in ("قد", "وقد", "فقد"):
        return (Hedge.POSSIBLE, at + 1) if _may(words, at) else None
    if language == "en":
        hedge_en = single.get(word)
        if word == "some" and not _english(words, at, Hedge.ABOUT):
            hedge_en = Hedge.PARTLY
        if hedge_en is None or not _english(words, at, hedge_en):
            return None
        return hedge_en, at + 1
    if word.endswith("עד") and not (word.lstrip("וש") == "עד" and _a_number(words, at + 1)):
        return None  # הוועד, the committee, is no "up to"
    if word == "עד" and at and _a_number(words, at - 1) and _close(words, at):
        return None  # «30 עד 60 חודשים», from 30 to 60
    if word in _ABLE and at and words[at - 1].fold.endswith(_NOT):
        return None  # לא תוכל: it is denied
    for form in without_particles(word):
        if (hedge_found := single.get(form)) is not None:
            return hedge_found, at + 1
    return None


def _asked(words: Sequence[Token], at: int) -> Hedge | None:
    """«هل», «إن كان» ask; «إن» before another verb is a condition, before a noun it is "that"."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.fold == "هل":
        return Hedge.ASKED
    if following is None or not word.text.startswith("إن") or word.fold != "ان":
        return None
    if following.fold in _WAS:
        return Hedge.ASKED
    passive = following.text[1:2] == DAMMA and following.text[0] != "م"
    passive = passive or (following.text[0] == "ا" and DAMMA in following.text[2:5])  # «انتُخب»
    verb = passive or following.fold in _IF_SO
    return Hedge.CONDITIONAL if verb or _of_a_woman(words, at + 1) else None


def _of_a_woman(words: Sequence[Token], at: int) -> bool:
    """Whether a feminine past stands at *at*, behind a second «إن»: «قال إن … إن أضرت».

    Behind the first one it may be a name: «قال إن رفعت».
    """
    verb = words[at].fold
    man = verb.removesuffix("ت")
    if man == verb or len(man) < _VERB or man[0] in "يت" or man.endswith("ا"):
        return False
    told = any(word.fold in _OPENED for word in words[max(0, at - _CLAIM) : at - 1])
    return told and not meanings(verb, core=True).isdisjoint(meanings(man, core=True))


#: Letters of an Arabic verb, at least; what opens a claim, and its words before its condition.
_VERB, _OPENED, _CLAIM = 3, frozenset({"ان", "بان", "انه", "انها"}), 14


#: Verbs of short conditions: «إن صح», if true.
_IF_SO = folded("صح أمكن لزم اقتضى شاء وجد ثبت")


#: What a number may be below: «دون عتبة الخمسين في المئة».
_LIMITS = folded("عتبة سقف حاجز حد مستوى")
#: Hebrew words for "can", and the no before them.
_ABLE, _NOT = folded("יוכל תוכל יוכלו יכול יכולה יכולים יכולות"), fold("לא")
_A_NUMBER_OF = (fold("عدد"), fold("من"))
_IF = fold("אם")
_OF_CHILDREN = folded("לשניים לשתיים לשלושה לשלוש לארבעה לארבע לחמישה לחמש לשישה לילד לילדה לילדים")


#: «הגבוה ביותר מאז 2020», the highest since, bounds nothing.
_SINCE = fold("מאז")


def _follows(folds: list[str], phrase: tuple[str, ...]) -> bool:
    if len(folds) < len(phrase):
        return False
    rest = zip(folds[1:], phrase[1:], strict=False)
    return all(
        word == part or (part == "מ" and word[:1] == "מ" and word != _SINCE) for word, part in rest
    )


def _a_condition(words: Sequence[Token], at: int) -> bool:
    """Whether «إذا» or אם is "if" here, and not "whether" after a verb («ما إذا»)."""
    before = words[at - 1].fold if at else ""
    if words[at].fold == "اذا":
        return before not in ("ما", "فيما", "عما")
    if before in ("אלא", "רק", "גם"):
        return True
    return not any(word.fold in _ASKING for word in words[max(0, at - _ASKED_WITHIN) : at])


#: Hebrew verbs after which אם is "whether", and the words within which they stand.
_ASKING = folded(
    "בחן תבחן יבחן יבחנו לבחון בוחן בוחנת בדק בדקה יבדוק תבדוק יבדקו לבדוק בודק בודקת לדעת יודע "
    "ידוע ברור שאלה השאלה שאל שאלה נשאל נשאלה מסר מסרה מסרו אמר אמרה אמרו ציין ציינה הבהיר הבהירה "
    "ספק להחליט החליט החליטה יחליט תחליט יחליטו קבע קבעה לקבוע לברר מברר מבררת"
)
_ASKED_WITHIN = 2


def _a_number(words: Sequence[Token], at: int) -> bool:
    """Whether a number stands at *at* that is no year."""
    word = words[at].fold if at < len(words) else ""
    return word[:1].isdigit() and not ("1900" <= word <= "2100" and len(word) == 4)


def _close(words: Sequence[Token], at: int) -> bool:
    """Whether nothing but a space stands before the word at *at*."""
    return words[at].start - words[at - 1].end == 1


def _may(words: Sequence[Token], at: int) -> bool:
    """Whether «قد» stands before an imperfect verb: «قد تصل», not «قد توقفت»."""
    following = words[at + 1].fold if at + 1 < len(words) else ""
    if words[at].fold == _LOST and not (
        (_imperfect(following) or (bool(following) and _with_damma(words[at + 1])))
        and _opens(words, at)
    ):
        return False  # «فقد نحو 430 مشرفا وظائفهم», «العامل فقد يده»
    if at and words[at - 1].fold.lstrip("وف") in _WAS:
        return False
    before = words[max(0, at - _SUBJECT) : at]
    if any(word.fold in _BE for word in before):
        return False  # «أن يكون المحامي قد تعرض»
    before = words[_clause_begins(words, at, _LONG_SUBJECT) : at]
    if following[:1] in "تن" and any(word.fold.lstrip("وف") in _HAD for word in before):
        return False  # «كان رئيس الشركة فلان قد تعهد»
    if following in ("لا", "يكون", "تكون", "يكونون"):
        return True
    return following[:1] in ("ي", "ت", "ن") and not (following[0] in "تن" and _past(following))


def _clause_begins(words: Sequence[Token], at: int, within: int) -> int:
    """Where the clause of the word at *at* begins: behind «وأنها», which opens one of its own."""
    first = max(0, at - within)
    return next((p for p in range(at - 1, first, -1) if words[p].fold in _AND_THAT), first)


_AND_THAT = folded("وأنه وأنها وأنهم وأنهما وإنه وإنها وإنهم وإنهما")


def _imperfect(verb: str) -> bool:
    """Whether *verb* is surely one: «يعقب»، «تواجهان»; «تم» and «توفي» are pasts."""
    return verb[:1] == "ي" or (verb[:1] == "ت" and verb.endswith(("ان", "ون", "ين")))


def _with_damma(verb: Token) -> bool:
    """Whether *verb* is an imperfect by its first vowel: «فقد تُغرَّم»; «تُوفي» is a past."""
    return verb.text.startswith("ت" + DAMMA) and not verb.fold.startswith("توف")


def _opens(words: Sequence[Token], at: int) -> bool:
    """Whether a clause may begin at *at*: behind a mark, or what is so on a condition."""
    if at and words[at].start - words[at - 1].end > 1:
        return True
    return any(word.fold in _IFS for word in words[max(0, at - _CONDITION) : at])


_IFS = folded("إذا وإذا إن لو وإلا وإن فإذا")
#: Words of a condition, at most.
_LOST, _CONDITION = "فقد", 6


def _past(verb: str) -> bool:
    """Whether a verb that begins like an imperfect ends as only a past does: «توقعوا»، «نسخت»."""
    return verb.endswith(("ت", "وا", "تا"))


#: Words of a subject between "to be" and «قد».
_SUBJECT, _LONG_SUBJECT = 5, 8
#: Forms of "to be" after which «قد» tells what was done.
_WAS = frozenset("كان كانت كانوا يكون تكون يكونوا تكونوا".split())
_HAD = frozenset("كان كانت كانوا".split())
_BE = frozenset("يكون تكون يكونوا تكونوا".split())


def _english(words: Sequence[Token], at: int, hedge: Hedge) -> bool:
    """Whether the English word at *at* hedges here."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if hedge in NUMERIC:
        if following is None or _lasting(words, at):
            return False
        return following.fold[:1].isdigit() or following.fold in _NUMBERISH
    if word.text == "May" and (at or (following is not None and following.text[:1].isupper())):
        return False  # the month, or «May Chen»
    if word.fold == "due":
        return following is not None and (following.fold != "to" or _to_do(words, at + 2))
    if word.fold in ("can", "could"):
        before = words[max(0, at - _NOBODY_WITHIN) : at]
        if any(w.fold in _NOBODY for w in before):
            return False  # "nobody here can": it is denied
    if word.fold in ("can", "could", "may"):
        return following is None or following.fold != "not"
    return True


def _to_do(words: Sequence[Token], at: int) -> bool:
    """Whether a verb stands behind "due to", which then tells what is to come, and no cause."""
    before = words[at - 3].fold if at > 2 else ""
    return before in _IS and at < len(words) and words[at].fold in _TO_COME


_IS = frozenset("is are was were be been".split())
#: Verbs of what may be due.
_TO_COME = frozenset(
    "appear arrive be become begin close come complete decide deliver depart discuss end enter "
    "expire face finish fly get give go have hear hold join land launch leave make meet open "
    "pay play publish reach receive release replace report resume retire return rule run see sign "
    "speak stand start step take testify travel visit vote".split()
)
_NOBODY, _NOBODY_WITHIN = frozenset({"nobody", "none", "never", "neither"}), 3


def _lasting(words: Sequence[Token], at: int) -> bool:
    """«Over six years» is a time in which, not more than a number; so is six and a half."""
    if words[at].fold not in ("over", "about") or (at and words[at - 1].fold in _FOR_A_TIME):
        return False
    behind = [word.fold for word in words[at + 2 : at + 2 + len(_AND_A_HALF) + 1]]
    if behind[:-1] == _AND_A_HALF:
        return behind[-1] in _TIMES
    return any(word in _TIMES for word in behind[:2])


_FOR_A_TIME = frozenset("for of last lasted lasts lasting took takes on".split())
_AND_A_HALF = ["and", "a", "half"]
_TIMES = frozenset("years year months month weeks week days day hours decades".split())
_NUMBERISH = frozenset(
    "a an half one two three four five six seven eight nine ten eleven twelve twenty "
    "thirty forty "
    "fifty sixty seventy eighty ninety hundred all every 1 $".split()
)
