"""What is spoken of without a name: «أن الأمر يمثل خطرا», for the Hebrew «מדובר ב…» or "it is".

The rule: «الأمر» right behind «أن» or «إن», and a verb behind it that says what it is, need no
support where the evidence has מדובר, which names nothing either; so does «الأمر» where the evidence
has "it", "this" or "that" before a verb that says what it is ("that it was serious").

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
#: English words that name nothing, alone and with the verb behind them.
_IT, _ITS = folded("it this that"), folded("it's that's it’s that’s")
_WAS = folded("is was will would could may might has had isn't wasn't won't")


def matter(sentence: Passage, place: int, source: Source) -> bool:
    """Whether the word at *place* is «الأمر», or says what it is, for מדובר or "it is"."""
    noun = place - (sentence.words[place].fold in _IS)
    if noun < 1 or sentence.words[noun].fold not in _MATTER:
        return False
    if sentence.words[noun - 1].fold not in OPENERS["ar"]:
        return False
    if noun == place and _it_is(source):
        return True
    return any(source.passage.words[j].fold in _IN_QUESTION for j in source.inside)


def _it_is(source: Source) -> bool:
    """Whether the evidence says what something unnamed is: "it was an accident"."""
    words = source.passage.words
    return source.passage.language == "en" and any(
        words[j].text.replace("’", "'").lower() in _ITS
        or (words[j].fold in _IT and j + 1 < len(words) and words[j + 1].fold in _WAS)
        for j in source.inside
    )
