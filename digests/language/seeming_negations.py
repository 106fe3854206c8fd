"""Negations that deny nothing where they stand: in a name, as a bound of a number, before a digit.

The rule: "Doctors Without Borders", a capital among capitals in a sentence that has words without,
names somebody, and so does «أطباء بلا حدود»; "No. 10" is a number; «لم تتجاوز 35», "did not exceed
35" and לא עלה על say how much something is at most; «ليس … فحسب، بل» is "not only". The other way
round, מאי after a word of cause (נובע מאי עמידה) is no May.

What it may get wrong: a headline in capitals has no names for this rule, so its "Without" denies.
The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.bounding import bounding
from digests.language.conjugation import forms
from digests.language.lexicon import listed, meanings, proper
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import quantities
from digests.language.words import Token

#: Words around a name among which a verb shows that not every word has a capital.
_AROUND = 8
#: Words without a capital in any headline.
_SMALL = frozenset("with from into over after than that upon amid onto".split())
_SMALLEST_VERB = 4
#: Whose organisation is «بلا حدود».
_OF_NAMES = folded(
    "أطباء مراسلون مراسلين صحفيون صحفيين صحافيون محامون محامين مهندسون مهندسين معلمون  רופאים "
    "עיתונאים כתבים"
)
_BORDERS = folded("حدود גבולות")
#: Verbs that with a no before them say "at most" of a number, alone or with their preposition.
_BOUNDING = folded("يتجاوز تتجاوز يتعد تتعد يتعدى تتعدى exceed exceeded exceeding")
_BOUNDING_WITH = {
    verb: folded(by)
    for verbs, by in {
        "يزد تزد يزيد تزيد": "على عن",
        "يقل تقل": "عن",
        "עולה עלה עולים עלתה עלו יעלה תעלה": "על",
    }.items()
    for verb in folded(verbs)
}
#: Words behind such a verb within which its number begins, and what is not between them.
_WITHIN = 4
_ELSEWHERE = folded("في من إلى خلال منذ بعد قبل in of to by from ב")
#: What is followed by מ and its cause.
_FROM = folded(
    "נובע נובעת נובעים נובעות נבע נבעה נבעו הנובע הנובעת הנובעים הנובעות כתוצאה חשש חששות מחשש "
    "מודאג מודאגת מודאגים להימנע נגרם נגרמה נגרמו"
)
_NOT_BEING = fold("מאי")


def is_no_negation(words: Sequence[Token], at: int) -> bool:
    """Whether the particle at *at* denies nothing."""
    return (
        _in_a_name(words, at)
        or _opens_a_name(words, at)
        or _of_a_family(words, at)
        or changes(words, at)
        or _of_a_number(words, at)
        or _bounds(words, at)
        or bounding(words, at) is not None
        or not_alone(words, at)
        or _of_a_motion(words, at)
        or is_a_vote(words, at)
    )


def is_a_first_name(words: Sequence[Token], at: int) -> bool:
    """Whether a word of English is a first name by the unknown surname behind it: Can Dundar, Ban
    Ki-moon, Will Kaplan."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or words[at].fold not in _FIRST_NAMES or not words[at].text.istitle():
        return False
    surname = behind.text[:1].isupper() and not listed(behind.fold)
    if not surname or behind.start - words[at].end != 1 or _in_capitals(words, at):
        return False
    verb = words[at + 2] if at + 2 < len(words) else None
    if verb is None or verb.text[:1].isupper():
        return verb is not None
    return verb.fold.endswith("ed") or verb.fold in _IN_THE_PAST  # not "Might Orsted cut"


#: Verbs that stand behind no modal.
_IN_THE_PAST = frozenset("said says told was is has had were wrote won lost".split())
#: First names that are a verb, a modal or a month.
_FIRST_NAMES = frozenset("ban can will may might".split())


def _opens_a_name(words: Sequence[Token], at: int) -> bool:
    """Whether "No" opens a name: a common word has a capital behind it ("No Tech for Apartheid").

    In Hebrew אי does before a syllable that is no word («אי-בה»).
    """
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else None
    if behind is None:
        return False
    if word.fold == _HEBREW_NO:
        return behind.start - word.end == 1 and len(behind.fold) <= _SYLLABLE
    if word.text != "No" or not behind.text[:1].isupper() or not listed(behind.fold):
        return False
    meant = meanings(behind.fold, core=True)
    return bool(meant) and not proper(meant) and not _in_capitals(words, at)


def _in_capitals(words: Sequence[Token], at: int) -> bool:
    """Whether every longer word around the one at *at* has a capital, as in a headline."""
    around = words[max(0, at - _AROUND) : at + _AROUND]
    return all(w.text[:1].isupper() for w in around if len(w.text) >= _SMALLEST_VERB)


#: A Hebrew no that is written onto nouns, and letters of what is no noun.
_HEBREW_NO, _SYLLABLE = fold("אי"), 2


def _of_a_family(words: Sequence[Token], at: int) -> bool:
    """Whether it is a name behind «بن» that only begins like "and not": «بن فليس»."""
    return at > 0 and words[at - 1].fold == SON and words[at].fold[:1] in ("و", "ف")


#: The word before the name of a father.
SON = fold("بن")


def changes(words: Sequence[Token], at: int) -> bool:
    """Whether it is the verb «غيّر», to change: as written, or behind «قد»."""
    if words[at].fold.lstrip("وف") != _CHANGE:
        return False
    return _SHADDA in words[at].text or (at > 0 and words[at - 1].fold in _HAS)


_CHANGE, _SHADDA, _HAS = fold("غير"), "\u0651", folded("قد وقد لقد")


def _of_a_motion(words: Sequence[Token], at: int) -> bool:
    """Whether it is of a motion of no confidence, which Arabic tells without a no."""
    before = words[at - 1].fold if at else ""
    behind = [w.fold for w in words[at + 1 : at + 3]]
    if behind[:1] != ["confidence"]:
        return words[at].fold == "אי" and behind[:1] == [_CONFIDENCE]
    return before == "of" or behind[1:] in (["vote"], ["motion"])


_CONFIDENCE = fold("אמון")


def is_a_vote(words: Sequence[Token], at: int) -> bool:
    """Whether "no" at *at* is how somebody voted: «صوّت 40 في المئة بلا», "40 percent voted No".

    Nothing follows that it could deny: the end, a mark, "and", what is voted on.
    """
    if words[at].fold not in _NO:
        return False
    if not any(w.fold in _VOTED for w in words[max(0, at - _VOTE_WITHIN) : at]):
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or behind.start - words[at].end > 1:
        return True
    return behind.fold in _ON_WHAT or behind.fold[0] == "و"


_NO = folded("no لا بلا")
_VOTED = frozenset("vote votes voted voting".split()) | forms("ar", ["صوت يصوت", "اقترع يقترع"])
#: Words from the verb to the vote; what may follow it.
_VOTE_WITHIN, _ON_WHAT = 6, folded("and or to on in at by while على في ضد عن")


def not_being(words: Sequence[Token], at: int) -> bool:
    """Whether מאי is "from not …" and no month: נובע מאי עמידה."""
    return words[at].fold == _NOT_BEING and at > 0 and words[at - 1].fold in _FROM


def _in_a_name(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or at == 0:
        return False
    if after.fold in _BORDERS:
        return any(form in _OF_NAMES for form in _without_and(words[at - 1].fold))
    plain = word.start - words[at - 1].end == 1  # nothing that opens a sentence or a quotation
    if not (word.text.isascii() and word.text.istitle() and plain and _lower_case(words, at)):
        return False
    run = [words[at - 1], after, *words[at + 2 : at + 4]]
    return after.text[:1].isupper() and sum(w.text[:1].isupper() for w in run) > 1


def _without_and(word: str) -> tuple[str, ...]:
    return (word, word[1:], word.removeprefix("لل"), word.removeprefix("ال"))


def _lower_case(words: Sequence[Token], at: int) -> bool:
    """Whether words around are without the capital that they would have in a headline."""
    around = (*words[max(0, at - _AROUND) : at], *words[at + 1 : at + 1 + _AROUND])
    return any(
        w.text.islower() and w.text.isalpha() and len(w.text) >= _SMALLEST_VERB
        for w in around
        if w.fold not in _SMALL
    )


def _of_a_number(words: Sequence[Token], at: int) -> bool:
    """Whether "No." is short for "number"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or words[at].text not in ("No", "no") or not after.fold[0].isdigit():
        return False
    return after.start - words[at].end > 1


def _bounds(words: Sequence[Token], at: int) -> bool:
    """Whether it bounds a number with its verb: «لم تتجاوز النسبة 35»."""
    if at + 2 >= len(words):
        return False
    verb, first = words[at + 1].fold, at + 2
    if verb not in _BOUNDING and words[first].fold not in _BOUNDING_WITH.get(verb, ()):
        return False
    number = next(iter(quantities(words[first : first + _WITHIN])), None)
    if number is None:
        return False
    return all(w.fold not in _ELSEWHERE for w in words[first : first + number.first])


def not_alone(words: Sequence[Token], at: int) -> bool:
    """Whether it says "not only": «ليس في المال فحسب، بل في النفط أيضا»."""
    if words[at].fold.lstrip("وف") not in _NOT_ALONE:
        return False
    for place in range(at + 1, min(len(words) - 1, at + _ALONE_WITHIN)):
        if words[place].start - words[place - 1].end > 1:
            return False
        if words[place].fold in _ALONE:
            return words[place + 1].fold in _BUT
    return False


#: «ليس … فحسب، بل», with the words from its no to «فحسب», at most.
_NOT_ALONE, _ALONE_WITHIN = folded("ليس ليست ليسوا لا لم لن"), 9
_ALONE, _BUT = folded("فحسب فقط وحده وحدها وحدهم"), folded("بل وإنما إنما ولكن")
