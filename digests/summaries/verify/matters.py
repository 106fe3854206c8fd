"""What is spoken of without a name: «أن الأمر يمثل خطرا», for the Hebrew «מדובר ב…».

The rule: «الأمر» right behind «أن» or «إن», and a verb behind it that says what it is, need no
support where the evidence has מדובר, which names nothing either.

What it may get wrong: two matters of which the evidence speaks so. The escape hatch is to name the
matter.
"""

from __future__ import annotations

from digests.language.frame import OPENERS
from digests.language.lists import folded
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_MATTER, _IS = folded("الأمر"), folded("يمثل يشكل يتعلق")
_IN_QUESTION = folded("מדובר שמדובר ומדובר")


def matter(sentence: Passage, place: int, source: Source) -> bool:
    """Whether the word at *place* is «الأمر», or says what it is, for מדובר."""
    noun = place - (sentence.words[place].fold in _IS)
    if noun < 1 or sentence.words[noun].fold not in _MATTER:
        return False
    spoken = any(source.passage.words[j].fold in _IN_QUESTION for j in source.inside)
    return spoken and sentence.words[noun - 1].fold in OPENERS["ar"]
