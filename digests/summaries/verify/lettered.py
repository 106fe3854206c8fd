"""Numbers that stand in a name of letters: «مجموعة السبع» is the G7, «إم آي 5» MI5.

The rule: a number right behind a word of its name that counts nothing (no noun without an article
follows it) rests on a word of the evidence in capitals that ends with it.

What it may get wrong: a name of another body with the same number. The escape hatch is the lexicon,
which tells what the words before the number name.
"""

from __future__ import annotations

import re

from digests.language.letters import letters
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.summaries.verify.passage import Passage

_LETTERED = re.compile(r"[A-Z]{1,4}(\d{1,3})")
#: Nouns behind which a number is of a name.
_NAMED = folded("مجموعة لمجموعة بمجموعة مؤتمر كوب قمة")


def of_letters(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether *quantity* is the number in the name of the evidence: «قمة مجموعة السبع», G7."""
    place, end = quantity.first, quantity.end
    if not place or end - place > 1 or sentence.gap(place).strip(" -"):
        return False
    before = sentence.words[place - 1].fold
    if before not in _NAMED and not letters(before) and listed(before):
        return False
    follows = end in sentence.telling and not sentence.gap(end).strip() and before not in _NAMED
    if follows and not sentence.words[end].fold.startswith("ال"):
        return False  # «7 سفن» counts ships
    named = (_LETTERED.fullmatch(word.text) for word in evidence.words)
    return any(found is not None and int(found[1]) == quantity.value for found in named)
