"""The value of a run of number words: «مئة وتسع وخمسين», "two and a half million".

The rule: the parts of a number stand side by side or are tied by "and", from the greater to the
less («خمسة وأربعين» aside), and a multiplier counts what stands before it.

What it may get wrong: two numbers that stand side by side without a comma may be read as one. The
escape hatch is `number_words`.
"""

from __future__ import annotations

from fractions import Fraction

from digests.language import number_words as table
from digests.language.lists import folded
from digests.language.number_parts import Part, begins_another, part_of

_AND = frozenset({"and", "و", "ו"})
_ARTICLES = frozenset({"a", "an", "of", "ال"})
_PER_CENT = folded("بالمئة بالمائة")
_NONE = Fraction(0)
TENS = frozenset(Fraction(ten) for ten in range(20, 100, 10))


def is_teen(words: list[str], at: int) -> bool:
    """Whether the word at *at* is the ten of a number from eleven on: «أحد عشر»."""
    return at < len(words) and words[at] in table.TEEN


def sum_at(words: list[str], parts: list[Part | None], at: int) -> tuple[Fraction, int]:
    """The number that begins at *at*, compounds added up and multiplied, and where it ends."""
    total, group, last, end = _NONE, _NONE, _NONE, at
    digits, scale = False, _NONE
    while end < len(words):
        part = parts[end]
        first = end == at
        if scale and part is not None and part.role in ("digits", "word") and part.value < 1000:
            behind = parts[end + 1] if end + 1 < len(words) else None
            if behind is not None and behind.role == "times" and behind.value >= scale:
                break  # another number: «180 ألفا و190 ألف»
        if part is None:
            if not first and _bridges(words, parts, end, digits):
                end += 1
                continue
            break
        if part.role in ("digits", "digits-times"):
            if not first and not (last >= 1000 and part.value < last and _joined(words, end)):
                break
            group, last, digits = group + part.value if group else part.value, part.value, True
            if part.role == "digits-times":
                total, group, last = total + group, _NONE, part.value
        elif part.role in ("word", "teen-unit"):
            whole = last in TENS and group % 10 and part.value < 10
            if not first and (
                whole or words[end] in _PER_CENT or not _adds(words, parts, end, last, digits)
            ):
                break  # «تسعة بالمئة» is no nine hundred; «بين 35 و75» in words
            if group in _DUALS and part.value < 1000:
                total, group = total + group, _NONE  # «مليونين وستمئة ألف»
            if part.value == 100 and 1 <= group < 20 and last == group:
                group, last = group * 100, Fraction(100)
            else:
                group, last = group + part.value if group else part.value, part.value
            if part.value < 10 and is_teen(words, end + 1):
                group, last, end = group + 10, Fraction(10 + part.value), end + 1
        elif part.role == "vague" and part.value == 100 and 1 <= group < 10 and last == group:
            group, last = group * 100, Fraction(100)
        elif part.role == "times" and (first or not part.joined):
            if not first and last >= part.value:
                break
            if total and not group and total < part.value and not first:
                total *= part.value  # «ألف مليار»
            else:
                total += (group or 1) * part.value
            group, last, scale = _NONE, part.value, part.value
        elif part.role == "times" and last > part.value:
            total, last = total + part.value, part.value
        elif part.role == "fraction" and (part.joined or _joined(words, end)) and not first:
            after = parts[end + 1] if end + 1 < len(words) else None
            if after and after.role == "times" and last >= 1000:
                group, end = group + part.value * after.value, end + 2
                break
            unit = last / 2 if last in _DUALS else last if last >= 1000 else Fraction(1)
            group, end = group + part.value * unit, end + 1
            if after and after.role == "times":
                end += 1
                total, group = total + group * after.value, _NONE
            break
        elif part.role == "fraction" and first:
            return _fraction(words, parts, at)
        else:
            break
        end += 1
    while end > at + 1 and parts[end - 1] is None:
        end -= 1
    return total + group if total else group, end


#: Two of a multiplier, by one word: «مليارين ونصف» is two and a half.
_DUALS = frozenset(map(Fraction, (2_000, 2_000_000, 2_000_000_000, 2_000_000_000_000)))


def _joined(words: list[str], at: int) -> bool:
    part = next((p for p in (part_of(words[at]),) if p), None)
    return bool(part and part.joined) or (at > 0 and words[at - 1] in _AND | {"a"})


def _bridges(words: list[str], parts: list[Part | None], at: int, digits: bool) -> bool:
    """Whether the word at *at* («and», «a») ties two parts of one number."""
    if words[at] not in _AND | {"a"} or at + 1 >= len(words):
        return False
    if words[at + 1] == "a":
        return at + 2 < len(words) and (p := parts[at + 2]) is not None and p.role == "fraction"
    part, before = parts[at + 1], parts[at - 1]
    if part is None or (digits and words[at] == "and"):
        return False
    if part.role == "fraction":
        return True
    small = before is not None and (before.value == 100 or before.role == "times")
    return small and part.role in ("word", "digits") and part.value < 1000


def _adds(
    words: list[str], parts: list[Part | None], at: int, last: Fraction, digits: bool
) -> bool:
    """Whether the number word at *at* adds to a number whose last part was *last*."""
    part = parts[at]
    assert part is not None
    if begins_another(words[at]):
        return False
    right_to_left = words[at][0] >= "\u0590"
    if digits and (last < 1000 or last % 1000):
        return False  # «ב-2025 וארבעה אחוזים»
    if not right_to_left and words[at - 1][0].isdigit() and part.value < 100:
        return False  # "since 2016, nine of them"
    if part.value == 100 and 1 <= last < 20:
        return not part.joined
    if right_to_left and not (part.joined or words[at - 1] in _AND):
        return False
    if right_to_left and last < 10 and part.value in TENS:
        return words[at][0] < "א" or words[at][0] > "ת"
    if last < 100 and part.value >= 10:
        return False
    if last < 20:
        return False  # «לארבעה ואחת», and «מול עשרה, ושני צירים» are no twelve
    return part.value < last


def _fraction(words: list[str], parts: list[Part | None], at: int) -> tuple[Fraction, int]:
    part = parts[at]
    assert part is not None
    end = at + 1
    while end < len(words) and words[end] in _ARTICLES:
        end += 1
    after = parts[end] if end < len(words) else None
    if after and after.role == "times":
        return part.value * after.value, end + 1
    return part.value, at + 1
