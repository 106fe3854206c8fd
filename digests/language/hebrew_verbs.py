"""The past of a Hebrew verb, which is how the lexicon lists it, from another form of the verb.

The rule: what letters alone tell of a form. A verb in ה has lost it before an ending («ניסינו»,
«משנים», «לגנות» of ניסה, שינה, גינה); the passives of three stems have their active («נשמר» of
שמר, «יפורק» of פירק, «הוזרם» and «יוזרם» of הזרים, «יועלו» of העלה); a future in ת of which only
the noun-like rest of a reflexive is listed is a woman's or a thing's («תאפשר» of אפשר, and not of
התאפשר), and some short ones are of a verb in ה («יפר» of הפר). What is made so counts only where it
is listed. The
past of an intensive passive is left alone: it is written like a noun (חודש, בוקר).

What it may get wrong: a noun that has the letters of a form («נגר», a carpenter), and a passive
that has gone its own way; the known ones are in `_OWN_WAY`. The escape hatch is a line of the
lexicon with the form itself.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from digests.language.kin import without_particles
from digests.language.lexicon_index import base
from digests.language.lists import folded

#: Verbs in ה before the endings of the first and second person: ניסינו, ראיתי.
_OF_US = re.compile("([א-ת]{2,4})י(?:נו|תי|תמ)")
#: The same in the intensive stem: משנים, מנסות, לגנות.
_INTENSIVE = re.compile("(?:מ([א-ת][א-ת])(?:ה|ימ|ות)|ל([א-ת][א-ת])ות)")
#: Passives by their letters, each with how their active is made.
_PASSIVES = (
    (re.compile("(?:נ|[יתאנ]י)([^וי]{3})[הו]?"), r"\1"),  # נשמר, יישמר
    (re.compile("[יתאנמ]([א-ת])ו([א-ת])([א-ת])(?:ו|ת|ימ|ות)?"), r"\1י\2\3"),  # יפורק, מפורק
    (re.compile("הו([א-ת]{1,2})([א-ת])[הו]?"), r"ה\1י\2"),  # הוזרם
    (re.compile("[יתאנ]ו([א-ת]{1,2})([א-ת])ו?"), r"ה\1י\2"),  # יוזרם
    (re.compile("מו([א-ת]{1,2})([א-ת])(?:ת|ימ|ות)?"), r"ה\1י\2"),  # מוצגים
    (re.compile("(?:הו([א-ת]{2})(?:ו|תה)|[יתאנ]ו([א-ת]{2})[הו])"), r"ה\1\2ה"),  # יועלו, הועלתה
)
#: Passives that do not say that somebody does just that: missing, abstained, hurt by accident.
_OWN_WAY = folded(
    "נפגע נפגעת נפגעה נפגעו נפגעים "
    "נאשם נאשמת נאשמה נאשמו נעדר נעדרת נעדרה נעדרו נחשב נחשבה נשאר נשארה נשארו נמנע נמנעה נמנעו "
    "נוכח נוכחים נשבע נבדל נכשל נכנס נכנסה נכנסו נלחם נלחמה נלחמו נאבק נאבקה נאבקו נושא נותר נותרה"
)
#: The future of a woman or a thing, and what is before it in a reflexive; letters of one at least.
_OF_HER, _REFLEXIVE, _FUTURE = "ת", "ה", 4
#: Futures of the few verbs in ה that have two letters behind it: יפר, תגן, יקלו.
_SHORT = {
    letter + verb[1:] + end: verb
    for verb in folded("הפר הגן החל הסב הקל המר הצר הרע")
    for letter in "ית"
    for end in ("", "ו" if letter == "י" else "")
}


def pasts(word: str, entries: Container[str]) -> Iterator[str]:
    """The listed pasts of which the folded Hebrew *word* may be a form, of those in *entries*."""
    for bare in without_particles(word):
        for form in (*_in_he(bare), *_active(bare), *_future(bare, entries)):
            if form != word and (kept := base(form)) in entries:
                yield kept


def _in_he(word: str) -> Iterator[str]:
    """The verb in ה of which *word* is a form: ניסה of «ניסינו», שינה of «משנים»."""
    if of_us := _OF_US.fullmatch(word):
        yield of_us[1] + "ה"
    if intensive := _INTENSIVE.fullmatch(word):
        root = intensive[1] or intensive[2]
        yield f"{root[0]}י{root[1]}ה"


def _active(word: str) -> Iterator[str]:
    """The verb of which *word* is a passive: שמר of «נשמר», הזרים of «יוזרם»."""
    if word in _OWN_WAY:
        return
    for pattern, made in _PASSIVES:
        if passive := pattern.fullmatch(word):
            yield passive.expand(made)


def _future(word: str, entries: Container[str]) -> Iterator[str]:
    """The verb of which *word* is a future that no nearer form tells: אפשר of «תאפשר»."""
    if len(word) >= _FUTURE and word[0] == _OF_HER and _REFLEXIVE + word not in entries:
        yield word[1:]
    if word in _SHORT:
        yield _SHORT[word]
