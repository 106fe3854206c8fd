"""How far the name of a body goes before and behind its noun.

The rule: behind an Arabic or Hebrew noun stand the words of its construct up to the first definite
one or a name, and attributes («رابطة موظفي الإدارة العامة»), or a name between quotation marks;
before an English one what tells which it is, and behind it capitals ("health ministry", "Ministry
of Health").

What it may get wrong: an object behind a definite word, which looks like an attribute: the name is
given with and without it. The escape hatch is that whoever takes a name takes the shortest.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.marked_names import marked_end
from digests.summaries.verify.name_words import nameish
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.pointing_nouns import definite
from digests.summaries.verify.told import parted, stops

#: Words of a name behind its noun, and before it in English, at most.
_LONGEST = 5
#: Small words inside an English name.
_WITHIN = folded("for of the and to in on against")
_NO_MODIFIERS = folded(
    "the a an of by and to from with for its their his her our in on at that this these those as "
    "or said says told accused every each any some no one two another other same new"
)


def ends_behind(text: Passage, place: int) -> list[int]:
    """Where the name may end whose noun stands at *place*; right behind it when nothing follows."""
    after = place + 1
    if after >= len(text.words) or stops(text, after):
        return [after]
    if parted(text, after):
        return [marked_end(text.words, text.text, after) or after]
    return [_capitals(text, after)] if text.language == "en" else _construct(text, place)


def _capitals(text: Passage, first: int) -> int:
    """Where the English name in capitals ends that begins at *first*, or behind "of" there."""
    last = first
    end = first + (text.words[first].fold == "of")
    while end < len(text.words) and not text.gap(end).strip():
        if text.words[end].text[:1].isupper():
            last = end + 1
        elif text.words[end].fold not in _WITHIN or last == first:
            break
        end += 1
    return last


def _construct(text: Passage, place: int) -> list[int]:
    """Where the noun's own words may end: «موظفي الإدارة العامة», «العليا المستقلة للانتخابات».

    Behind a definite word another may be an attribute, or what a verb governs.
    """
    article, joined = ("ال", "لل") if text.language == "ar" else ("ה", "ל")
    own = definite(text, place) is not None and text.language == "ar"
    ends: list[int] = [place + 1] if own else []
    end = place + 1
    while end < len(text.words) and end <= place + _LONGEST and not parted(text, end):
        word = text.words[end].fold
        if word in FREE or end in text.counted or end in text.dated:
            break
        if own and word.startswith(joined):
            return [end + 1]
        named = nameish(text, end) and (not ends or nameish(text, end - 1))
        closes = named or (word.startswith(article) and len(word) > len(article) + 1)
        if ends and not closes:
            break
        end += 1
        if closes:
            ends.append(end)
    return [one for one in ends if one > place + 1] or [place + 1]


def begins_before(text: Passage, place: int) -> int:
    """Where the words begin that tell which the English noun at *place* is: "health ministry"."""
    first = place
    while first > 0 and place - first < _LONGEST and text.gap(first).strip() in ("", "-"):
        before = text.words[first - 1]
        if before.fold in _NO_MODIFIERS or first - 1 in text.counted:
            break
        if before.text.endswith(("'s", "’s")) and not before.text[:1].isupper():
            break
        first -= 1
    return first
