"""Small words of English and Hebrew that a translation need not say by words of their own.

The rule: pronouns, copulas and the English contractions that hold them (we're, they'll) are endings
of Arabic words, or nothing. Words that open a clause or a phrase (because, who, despite) say
something, and a speech may be cut before them; causal ones are said by the Arabic causal ones.

What it may get wrong: a demonstrative that matters ("not this one"). Conditions, exceptions and
limits in time are not here: nothing may be cut before them. The escape hatch is the tables.
"""

from __future__ import annotations

import re

from digests.language.lists import folded

_CONTRACTED = re.compile(
    "(?:i|you|we|they|he|she|it|that|this|there|here|who|what|where|let)'(?:m|re|s|ve|ll)"
)
_JOINED = re.compile("^(?:[וה]?(?:כש|ש)|ו)")
_BARE = frozenset(
    "am me mine us ours him hers theirs yours myself yourself yourselves himself herself itself "
    "ourselves themselves either 's".split()
) | folded(
    "להיות תהיה תהיו היינו הייתי נהיה הם הן הוא היא הינו הינה הינם הנו הנה זהו זוהי אלו אלה "
    "אנו אנחנו אני אנוכי אתה אתם אתן אותי אותנו אותו אותה אותם אותן אתכם שלי שלנו שלך שלכם שלו "
    "שלה שלהם שלהן לי לנו לך לכם לו לה להם להן אליו אליה אלינו אליהם אליי עליו עליה עלינו עליהם "
    "ממנו ממנה מהם מאיתנו איתו איתה איתנו איתם עמנו עמם אצלנו אצלם בתוכנו בנו עצמו עצמה עצמם "
    "עצמנו"
)
CONTRACTED_FUTURES = frozenset(
    "i'll you'll he'll she'll it'll we'll they'll that'll there'll".split()
)
#: Words by which a reason is told.
CAUSAL = folded("because since מכיוון מפני משום היות הואיל שכן כי בגלל בשל עקב")
#: Words for a cause before its noun.
BECAUSE = folded("بسبب جراء إثر نتيجة")
CAUSAL_ARABIC = folded(
    "لأن لأنه لأنها لأنهم لأنهما لأننا لأنني لأني لأنك لأنكم إذ حيث كون كونه كونها كونهم كوننا "
    "بسبب نظرا نتيجة جراء"
)
#: Words that open what a speech has more, and that it may be cut before.
OPENING = (
    frozenset(
        "and but or nor who whom whose which that where while whereas although though despite so "
        "therefore thus hence yet across through throughout among amongst within inside outside "
        "toward towards onto upon along alongside around behind beside beyond near regarding "
        "concerning via amid".split()
    )
    | folded("או אבל אך אולם אשר ואילו למרות לכן בתוך מתוך מול לגבי בנוגע ליד סביב באמצעות כדי")
    | CAUSAL
)


def bare(word: str) -> bool:
    """Whether the folded *word* is a pronoun, a copula or both in one."""
    return (
        word in _BARE
        or _CONTRACTED.fullmatch(word) is not None
        or ("א" <= word[0] <= "ת" and _JOINED.sub("", word, count=1) in _BARE)
    )
