"""Whom «وصف» has for its object: «ووصف الاتفاق بأنه هش».

The rule: to describe needs something that is described, so that one word alone between the verb and
«بأنه» is that, and never who speaks.

What it may get wrong: nothing that is described by two words («ووصف الرئيس الاتفاق بأنه») is told
from who describes it. The escape hatch is to name him before the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.words import Token

_DESCRIBING = forms("ar", ["وصف يصف"])
#: The verb and what is described, before the word that opens the description.
_ALONE = 2


def describes(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at*, a joined «و» aside, describes something."""
    return bool({words[at].fold, words[at].fold[1:]} & _DESCRIBING)


def only_the_described(words: Sequence[Token], at: int, opener: int) -> bool:
    """Whether but one word stands between the verb and its *opener*: «وصفت الجدل بأنه عابر»."""
    return describes(words, at) and opener == at + _ALONE
