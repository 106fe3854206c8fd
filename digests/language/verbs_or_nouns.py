"""English words of reporting that are verbs or nouns: "officials claim", "the claims of".

The rule: a word in -s is a noun behind a number, "the" or the like and before "of" and "for"; a
base form is a verb where several are its subject ("residents of the town say"), and none behind
"to" or a modal.

What it may get wrong: a subject of a noun that looks like one thing ("police", "staff"). The escape
hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.lists import folded
from digests.language.speech_verbs import BASES
from digests.language.words import Token

#: Words of a subject, at most.
_SUBJECT = 8
_NOUNS = folded(
    "forecasts forecast claims reports estimates demands calls requests warnings pledges notes "
    "states posts appeals replies recalls promises tweets suspects"
)
#: English verbs that are nouns as they stand, and verbs that report only with "that".
_BASE_NOUNS = folded(
    "report claim state estimate demand call request pledge note promise appeal forecast suspect "
    "blame vow post reply recall tweet"
)
_LITERAL = folded("add post recall recount describe respond")
_MODALS = folded(
    "will would shall should can could cannot may might must did do does not to didn't don't "
    "doesn't won't wouldn't couldn't can't"
)
_NOT_SUBJECTS = folded("was were is are been be being the a his their its to of in by")
_PREPOSITIONS = folded("of in at from near for with on")
_SUBJECTS = folded("they we you who people police")
_AFTER_BASE_NOUNS = folded(
    "was were is are has had have will would could may said says and or of in by from at about"
)
_ADVERBS = folded("also now still often even then never always")
_AFTER_NOUNS = folded("for of on from by about against")
#: Verbs of which a noun in -s is the subject: "boycott calls spread".
ITS_VERBS = folded(
    "spread grew rose fell went came began ended continued mounted emerged circulated increased "
    "multiplied followed prompted were are have had led drew"
)
_AFTER_CALLS = folded("to in at with were had was and or between")
_AFTER_WARNING = folded("that of against it him her them people residents")
_BEFORE_WARNING = folded("is are was were be been and but while by after before")
_BEFORE_NOUNS = folded(
    "with on for than above below from amid despite after over against new last of in united "
    "member some many most these those other such prior all few several any no more two three "
    "four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand "
    "million dozen dozens"
)


def is_noun(words: Sequence[Token], at: int) -> bool:
    """Whether the English word at *at* is a noun here («the report says»: reports, claims)."""
    before = words[at - 1].fold if at else ""
    after = words[at + 1].fold if at + 1 < len(words) else ""
    if words[at].fold in BASES and not _plural_present(words, at, after):
        return not _went_on(words, at)
    if words[at].fold in _NOUNS and _noun_between(words[at].fold, before, after):
        return True
    if words[at].fold in _NOUNS and at > 1 and _adjective(before):
        owned = words[at - 2].fold in _OWNERS or before == "own"
        if owned:  # "its annual reports"
            return True
    if words[at].fold == "warning" and after not in _AFTER_WARNING:
        joined = at > 0 and words[at].start - words[at - 1].end <= 1
        if joined and before not in _BEFORE_WARNING:  # "without prior warning"
            return True
    beside = at > 0 and words[at].start - words[at - 1].end <= 1
    if beside and before.isdigit() and words[at].fold.endswith("ed") and after.endswith("s"):
        return True  # "94 confirmed cases"
    going_on = words[at].fold.endswith("ing")  # "are demanding"
    return before in _NOT_SUBJECTS and words[at].fold != "said" and not going_on


def _adjective(word: str) -> bool:
    """Whether an English *word* is an adjective by its ending, or one of a few short ones."""
    return word in _ADJECTIVES or (len(word) > _LONG and word.endswith(_ADJECTIVAL))


_ADJECTIVES = folded("own new old latest first last early recent public false secret")
_ADJECTIVAL, _LONG = ("al", "ic", "ive", "ous", "ful", "ary", "less", "able", "ible"), 4
_OWNERS = folded("its his her their our my the a an")


def _went_on(words: Sequence[Token], at: int) -> bool:
    """Whether the base form at *at* tells what somebody did next: "went on to say"."""
    before = [word.fold for word in words[max(0, at - 3) : at]]
    return before in (["went", "on", "to"], ["goes", "on", "to"])


def _noun_between(word: str, before: str, after: str) -> bool:
    """Whether a word in -s is a noun by its neighbours: "624 calls", "emergency calls to"."""
    counted = before.isdigit() or before in _BEFORE_NOUNS
    if counted or after in _AFTER_NOUNS | ITS_VERBS:
        return True
    return word == "calls" and after in _AFTER_CALLS


def is_infinitive(word: str, before: str) -> bool:
    """Whether the English *word* is a base form behind "to" or a modal: "to declare"."""
    return word in BASES and before in _MODALS


def _plural_present(words: Sequence[Token], at: int, after: str) -> bool:
    """Whether the base form at *at* is what several do ("officials say"), and no noun."""
    word = words[at].fold
    first = at - 1
    while first > 0 and (words[first].fold.endswith("ly") or words[first].fold in _ADVERBS):
        first -= 1
    if first >= 0 and is_infinitive(word, words[first].fold):
        return False
    if word in _LITERAL and after != "that":
        return False
    if (word, after) in {("think", "tank"), ("think", "tanks")}:
        return False
    if word not in _BASE_NOUNS:
        return True
    closes = at + 1 == len(words) or words[at + 1].start - words[at].end > 1
    if not closes and (after in _AFTER_BASE_NOUNS or after.endswith("ed")):
        return False
    return _several(words, first)


def _several(words: Sequence[Token], last: int) -> bool:
    """Whether the subject that ends at *last* is several: "residents of the town", "they"."""
    head = last
    for place in range(last, max(-1, last - _SUBJECT), -1):
        if words[place].fold in _PREPOSITIONS:
            head = place - 1
        if place and words[place].start - words[place - 1].end > 1:
            break
    if head < 0:
        return False
    written = words[head].text.lower()
    return words[head].fold in _SUBJECTS or (written[-1:] == "s" and written[-2:-1] not in "'’su")
