"""Verbs that report because of the clause behind them: "answered that", «واستطرد أن», «ענה כי».

The rule: who does something *that* a clause tells speaks, thinks or knows. In English every past
form in -ed right before "that" and a clause reports, and so do the verbs of the table, also before
a bare clause ("countered it had none") and behind what is said; Hebrew and
Arabic write their word for "that" in other turns as well, so there only the verbs of the tables
count, with a short subject between, and no «بعد أن» or «على أن».

What it may get wrong: "that" as a pronoun of a noun which the list of times lacks ("closed that
route"). The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digests.language.conjugation import forms
from digests.language.english_clauses import DETERMINERS, finite
from digests.language.lists import folded
from digests.language.speech_verbs import Act, acts_in
from digests.language.words import Token

_ENGLISH = acts_in(
    "en",
    {
        Act.SAY: "hold held, swear swore, answer, counter, retort, stress, emphasise, emphasize, "
        "reiterate, underline, underscore, remark, observe, hint, signal, signal signalled, "
        "imply implied, complain, protest, object, boast, joke, quip quipped, lament, specify, "
        "repeat, clarify, elaborate, profess, affirm, attest, certify, guarantee, assure, "
        "submit submitted, plead, opine, proclaim, confide, indicate",
        Act.THINK: "fear, hope, guess, reckon, assume, speculate, surmise, theorise, theorize",
    },
)
#: Past forms before "that" by which nobody speaks.
_SILENT = folded(
    "caused ensured required happened emerged realised realized noticed discovered proved meant "
    "checked dreamed agreed provided granted supposed resulted allowed led decided rumoured "
    "rumored need speed indeed exceed embed hundred"
)
_HEBREW = acts_in(
    "he",
    {
        Act.SAY: "ענה עונה, גרס גורס, רמז רומז, התלונן מתלונן, הזכיר מזכיר, הכריז מכריז, פסק פוסק, "
        "הטעים מטעים, סיכם מסכם, חידד מחדד, התוודה מתוודה, נשבע נשבע, הרגיע מרגיע, התגאה מתגאה, "
        "קונן מקונן, הצביע מצביע, הסכים מסכים, ציטט מצטט, התריע מתריע, הכיר מכיר, התעקש מתעקש, "
        "הוכיח מוכיח, חזר חוזר",
        Act.THINK: "שיער משער, הניח מניח, ניחש מנחש, חשש חושש, קיווה מקווה",
    },
)
_ARABIC = acts_in(
    "ar",
    {
        Act.SAY: "شكا يشكو, اشتكى يشتكي, لمح يلمح, استدرك يستدرك, استطرد يستطرد, تابع يتابع, "
        "واصل يواصل, جدد يجدد, كرر يكرر, علق يعلق, عقب يعقب, أسر يسر, سلم يسلم, نوه ينوه, "
        "تذرع يتذرع, تباهى يتباهى, أقسم يقسم, أوحى يوحي, حسم يحسم, استدل يستدل, برر يبرر, "
        "فسر يفسر, زاد يزيد, ختم يختم, أردف يردف, استغرب يستغرب, تمسك يتمسك, ساق يسوق, "
        "جادل يجادل, حاجج يحاجج, احتج يحتج, دفع يدفع, استخلص يستخلص, ضمن يضمن, طمأن يطمئن, "
        "تعلل يتعلل, عاد يعود, شبه يشبه, أسف يأسف",
        Act.THINK: "افترض يفترض, خمن يخمن, خشي يخشى, أمل يأمل, تكهن يتكهن, شكك يشكك",
    },
)
_AN = folded("أن بأن إن أنه أنها أنهم بأنه بأنها بأنهم إنه إنها إنهم")
#: Words before «أن» that open a clause of time, manner or condition with it.
_NOT_BEFORE = folded(
    "بعد قبل منذ إلى من دون غير على مع رغم إلا بيد كما بما حتى سوى ذلك خاصة سيما لولا بشرط"
)
#: Words of a subject between a verb and its "that", at most.
_SUBJECT = 4
_TIMES = folded(
    "day night morning evening afternoon week weekend month year spring summer autumn fall winter "
    "moment time season decade way"
)


def act_with_that(words: Sequence[Token], at: int) -> Act | None:
    """What the verb at *at* does by the clause that stands behind it, if it reports so."""
    word = words[at].fold
    if "a" <= word[:1] <= "z":
        return _english(words, at)
    if word[:1] in _LETTERS_OF_HEBREW:
        bare = _act(_HEBREW, word, "ו")
        return bare if bare is not None and _subject_up_to(words, at, _KI) else None
    bare = _act(_ARABIC, word, "وف")
    return bare if bare is not None and _subject_up_to(words, at, _AN) else None


def _act(table: Mapping[str, Act], word: str, joined: str) -> Act | None:
    """What *word* does by *table*, also behind an "and"."""
    return table.get(word) or (table.get(word[1:]) if word[:1] in joined else None)


_KI = folded("כי")
_LETTERS_OF_HEBREW = frozenset("אבגדהוזחטיכלמנסעפצקרשת")
#: Turns of several words that report: "pointed out", "made it clear", "took the view".
_PHRASES = {
    form: turns
    for verb, turns in (
        ("point", (("out",),)),
        ("make made", (("clear",), ("it", "clear"), ("plain",), ("it", "plain"))),
        ("take took", (("the", "view"),)),
    )
    for form in forms("en", [verb])
}


def turn_end(words: Sequence[Token], at: int) -> int | None:
    """Where a verb of the English table, or a turn of several words, that stands at *at* ends.

    It reports at the end of what is said as well: "…, the mayor answered".
    """
    for turn in _PHRASES.get(words[at].fold, ()):
        if all(_follow(words, at + n, word) for n, word in enumerate(turn, 1)):
            return at + 1 + len(turn)
    return at + 1 if words[at].fold in _ENGLISH else None


def _english(words: Sequence[Token], at: int) -> Act | None:
    word = words[at].fold
    telling = turn_end(words, at)
    if words[at].text[:1].isupper():
        return None  # the aid group "Hope Without Borders"
    if telling is None and (word in _SILENT or not word.endswith("ed")):
        return None
    act, behind = _ENGLISH.get(word, Act.SAY), telling or at + 1
    if _follow(words, behind, "that"):
        said = behind + 1 < len(words) and words[behind + 1].fold not in _TIMES
        return act if said else None
    return act if telling is not None and opens_a_clause(words, behind) else None


def opens_a_clause(words: Sequence[Token], first: int) -> bool:
    """Whether a subject and its verb stand at *first*, joined to it: "answered the company had"."""
    for place in range(first, min(first + _CLAUSE, len(words))):
        word = words[place]
        if word.start - words[place - 1].end > 1 or word.fold in _TIES:
            return False
        if place == first and not (word.fold in _OPENING or word.text[:1].isupper()):
            return False
        if place > first and finite(words, place):
            return True
    return False


#: Words of a clause in which its verb stands; what opens it, and what ties another to a noun of it.
_CLAUSE, _OPENING = 8, DETERMINERS | folded("it he she they we i this that these those there")
_TIES = folded("that which who whom whose where when while after before as if and but or to")


def _follow(words: Sequence[Token], at: int, word: str) -> bool:
    """Whether *word* stands at *at*, joined to the word before."""
    return at < len(words) and words[at].fold == word and words[at].start - words[at - 1].end <= 1


def _subject_up_to(words: Sequence[Token], at: int, that: frozenset[str]) -> bool:
    """Whether one of *that* stands behind the verb at *at*, with no more than a subject between."""
    for place in range(at + 1, min(len(words), at + 2 + _SUBJECT)):
        if words[place].fold in that:
            return words[place - 1].fold not in _NOT_BEFORE
        if any(mark in words[place].text for mark in ".,،"):
            return False
    return False
