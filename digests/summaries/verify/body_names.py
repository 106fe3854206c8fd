"""How far the name of a body goes before and behind its noun.

The rule: behind an Arabic or Hebrew noun stand the words of its construct up to the first definite
one or a name, and attributes («رابطة موظفي الإدارة العامة»), or a name between quotation marks;
before an English one what tells which it is, and behind it capitals ("health ministry", "Ministry
of Health").

What it may get wrong: an object behind a definite word, which looks like an attribute: the name is
given with and without it. The escape hatch is that whoever takes a name takes the shortest.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.mentions import definite, nameish, parted, stops
from digests.summaries.verify.passage import FREE, Passage

#: Words of a name behind its noun, and before it in English, at most.
_LONGEST = 5
_NO_MODIFIERS = folded(
    "the a an of by and to from with for its their his her our in on at that this these those as "
    "or said says told accused every each any some no one two another other same new"
)


def has_noun(noun: str, text: Passage, place: int) -> bool:
    """Whether *noun* stands at *place* with the words that belong to it, and not alone."""
    word = text.words[place].fold
    if text.language == "en":
        return word == noun
    if text.language == "he":
        construct = noun[:-1] + "ת" if noun.endswith("ה") else noun
        return construct in without_particles(word) or noun in without_particles(word)
    return any(form in (noun, "ال" + noun) for form in without_particles(word))


def ends_behind(text: Passage, place: int) -> list[int]:
    """Where the name may end whose noun stands at *place*; right behind it when nothing follows."""
    after = place + 1
    if after >= len(text.words) or stops(text, after):
        return [after]
    if "«" in text.gap(after):
        return [_closed(text, after)]
    if parted(text, after):
        return [after]
    return [_capitals(text, after)] if text.language == "en" else _construct(text, place)


def _closed(text: Passage, first: int) -> int:
    """Where the quotation that begins at *first* ends, when it is as short as a name."""
    for end in range(first + 1, min(len(text.words), first + _LONGEST) + 1):
        if end == len(text.words) or "»" in text.gap(end):
            return end
    return first


def _capitals(text: Passage, first: int) -> int:
    """Where the words in capitals end that begin at *first*, or behind "of" there."""
    end = first
    if text.words[first].fold == "of":
        end += 1
    start = end
    while end < len(text.words) and text.words[end].text[:1].isupper() and not stops(text, end):
        end += 1
    return end if end > start and start > first else first


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
