"""With what an article introduces a person, around the full name: office, trade, standing.

The rule: right before the name, up to the office with which that part of the sentence begins
(«ودعا وزير الاتصالات باسل عنبتاوي»), the same before a comma at the beginning of a sentence
(מנכ"ל נאורה, אורי שגיא,), or between commas behind it ("Leila Haddad, a 31-year-old engineer who");
in English also right before it, with a comma or none, up to where the noun begins ("Its chief
executive, Miriam Okello, said", "health minister Ada Lin").

What it may get wrong: a verb with two persons behind it and no mark between them («التقى الوزير
باسل عنبتاوي»). The escape hatch is to cite the sentence that introduces him.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.given_names import given_name
from digests.language.lists import folded
from digests.language.speech_verbs import act_of
from digests.summaries.verify.actors import persons, title
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.told import parted, sentence_start, stops

#: Words of what introduces a name, at most.
_LONGEST = 9
#: What an English apposition begins with, and what is no more of it.
_ARTICLES = folded("a an the its their his her")
_NO_MORE = folded(
    "who which that whose and but was were is are has have had will would could while when as "
    "after before he she they it we i"
)


def introduced(text: Passage, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans around the full name from *begin* up to *end*, with what introduces it."""
    if text.language == "en":
        last = _behind(text, end)
        if last > end:
            yield begin, last
        opening = _opening(text, begin)
        if opening is not None:
            yield opening, end
        return
    first = _before(text, begin)
    if first is not None:
        yield first, end


def _behind(text: Passage, end: int) -> int:
    """Where the apposition ends that begins behind a comma at *end*; *end* where there is none."""
    if end >= len(text.words) or text.gap(end).strip() != ",":
        return end
    last = end
    while last < len(text.words) and last - end <= _LONGEST:
        word = text.words[last].fold
        if (last > end and stops(text, last)) or word in _NO_MORE or act_of(word, "en") is not None:
            break
        last += 1
    tells = text.words[end].fold in _ARTICLES or _office(text, end)
    return last if tells and end < last <= end + _LONGEST else end


def _opening(text: Passage, begin: int) -> int | None:
    """Where the office begins that stands in English before the name at *begin*."""
    place = begin - 1
    if place < 0 or (text.gap(begin).strip() or ",") != ",":
        return None
    while begin - place <= _LONGEST and not _office(text, place):
        if place == 0 or stops(text, place) or text.words[place].fold in _NO_MORE:
            return None
        place -= 1
    if not _office(text, place):
        return None
    while place > 0 and begin - place <= _LONGEST and not parted(text, place):
        if text.words[place].fold in _ARTICLES or not _of_the_noun(text, place - 1):
            break
        place -= 1
    return place


def _of_the_noun(text: Passage, place: int) -> bool:
    """Whether the English word at *place* may belong to the noun of an office behind it."""
    word = text.words[place]
    if word.fold in _ARTICLES:
        return True
    verb = act_of(word.fold, "en") is not None
    return not verb and word.fold not in FREE | _NO_MORE and place not in text.dated


def _before(text: Passage, begin: int) -> int | None:
    """Where the office begins that stands before the name at *begin*."""
    start = sentence_start(text, begin)
    if stops(text, begin):
        clear = text.gap(begin).strip() == "," and not any(
            stops(text, p) for p in range(start + 1, begin)
        )
        return start if clear and begin - start <= _LONGEST and _office(text, start) else None
    if not given_name(text.words[begin].fold):
        return None
    first: int | None = None
    for place in range(begin - 1, max(start - 1, begin - 1 - _LONGEST), -1):
        word = text.words[place].fold
        if word in FREE or parted(text, place + 1) or act_of(word, text.language) is not None:
            break
        first = place if _office(text, place) else first
    return first


def _office(text: Passage, place: int) -> bool:
    return title(text, place) or bool(text.meanings[place] & persons())
