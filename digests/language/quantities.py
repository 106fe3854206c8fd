"""Numbers of a text by value: «ستًا وتسعين في المئة», "96 per cent" and «٩٦٪» are the same.

The rule: digits of all three systems with their separators, and number words with their compounds
(«مئة وتسع وخمسين», "two and a half million", «שלושת אלפים»), times the multiplier beside them; the
dual of a common countable noun is two. Percentages, ordinals, fractions and uncounted numbers
(«عشرات», dozens) are kinds of their own. Years and days of a month are numbers here and dates in
`calendar`.

What it may get wrong: a number inside a name (Channel 4, القناة 12) counts as one, the dual of a
rarer noun is missed, and a plural in «ين» of a person («مدنيين») is read as a plural although it
may be two. The escape hatch is `number_words`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from digests.language import number_words as table
from digests.language.lists import folded
from digests.language.measures import one_measure
from digests.language.normal import fold
from digests.language.number_parts import Part, bare_forms, begins_another, part_of
from digests.language.number_sums import TENS, is_teen, sum_at
from digests.language.words import Token, tokens


class Kind(StrEnum):
    """What a quantity counts by."""

    COUNT = "count"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"
    DUAL = "dual"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: its value, and the words ``[first, end)`` that say it."""

    value: Fraction
    kind: Kind
    first: int
    end: int

    def __str__(self) -> str:
        shown = str(int(self.value)) if self.value.denominator == 1 else f"{float(self.value):g}"
        return f"{shown}%" if self.kind is Kind.PERCENT else shown


def quantities(text: str | Sequence[Token]) -> list[Quantity]:
    """The numbers of *text* (or of its tokens) in order."""
    cut = tokens(text) if isinstance(text, str) else text
    words = [t.fold for t in cut]
    parts = [part_of(word) for word in words]
    if not any(parts) and _AND_ONE not in words:
        return []
    for at, token in enumerate(cut):
        if parts[at] and not _counts(words, parts, at, token):
            parts[at] = None
    for at, word in enumerate(words[:-1]):
        if word == _AND_ONE and words[at + 1] in table.TEEN:  # «وأحد» folds to «واحد»
            parts[at] = Part(Fraction(1), "teen-unit", joined=at > 0 and parts[at - 1] is not None)
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        read = _read(words, parts, at) if parts[at] else None
        if read is None:
            at += 1
            continue
        marked = found and any(cut[p].start - cut[p - 1].end > 1 for p in range(found[-1].end, at))
        if found and read.kind is Kind.PERCENT and not marked and _ranges(words, found[-1], read):
            found[-1] = replace(found[-1], kind=Kind.PERCENT)
        if found and read.kind is Kind.DUAL and _plural(found[-1], read):
            at = read.end
            continue
        if found and (half := _and_a_half(words, parts, found[-1], read)) is not None:
            found[-1] = half
        else:
            found.append(_and_one_more(words, read, cut))
        at = max(read.end, found[-1].end)
    return [_of_a_range(words, parts, found, n) for n in range(len(found))]


#: Years, and two before a ten only: שנים עשר.
_YEARS = fold("שנים")
#: «وست», and six or West; what it counts, where the noun has no plural of its own in «ات».
_AND_SIX = "وست"
_COUNTED_BY_SIX = folded("نساء نسوة دول مدن سفن غرف سنين ليال قرى أسر فرق مدارس نقاط أوراق")


def _plural(number: Quantity, noun: Quantity) -> bool:
    """Whether what looks like a dual is the plural that a number counts: «خمسة شرطيين»."""
    return number.kind is Kind.COUNT and 3 <= number.value <= 10 and number.end == noun.first


def _ranges(words: list[str], one: Quantity, other: Quantity) -> bool:
    """Whether a percentage closes a range that *one* opens: "5 to 6 per cent"."""
    apart = other.first - one.end
    if one.kind is Kind.ORDINAL or begins_another(words[other.first]):
        return False  # «في الربع الثاني 0.4 في المئة», «ב-2023 ובשלושה אחוזים»
    if FIRST_YEAR <= one.value <= LAST_YEAR or (one.first and words[one.first - 1] in _OF_YEARS):
        return False  # "from 88 percent in 2019 to 76 percent"
    return apart == 0 or (apart == 1 and words[one.end] in _RANGE_TIES | _OR)


_OR = frozenset({"or", "او", "או", "percent"})
#: Numbers between which one is a year, and what stands before one.
FIRST_YEAR, LAST_YEAR = 1900, 2100
_OF_YEARS = folded("عام سنة year שנת בשנת")


def _of_a_range(
    words: list[str], parts: list[Part | None], found: list[Quantity], number: int
) -> Quantity:
    """The first number of «بين 180 و190 ألفا», which shares its multiplier with the second."""
    one = found[number]
    other = found[number + 1] if number + 1 < len(found) else None
    if other is None or one.kind is not Kind.COUNT or not one.first:
        return one
    tied = other.first - one.end == 1 and words[one.end] in _RANGE_TIES
    tied = tied or (other.first == one.end and words[other.first][0] == "و")  # «ثلاثة وأربعة»
    if not tied or words[one.first - 1] not in _RANGE_OPENERS or one.value >= 1000:
        return one
    last = parts[other.end - 1]
    if last is None or last.role != "times" or other.end - other.first < 2:
        return one
    if one.value >= other.value / last.value:
        return one  # «من 800 إلى 3 آلاف»
    return replace(one, value=one.value * last.value)


_RANGE_TIES = frozenset({"و", "الي", "to", "and", "ו", "עד", "ל"})
_RANGE_OPENERS = frozenset({"بين", "من", "between", "from", "בינ", "מ"})


def _and_a_half(
    words: list[str], parts: list[Part | None], number: Quantity, half: Quantity
) -> Quantity | None:
    """«أحد عشر ريالًا ونصف», «أربع سنوات ونصف السنة», "four years and a half", שנתיים וחצי.

    A number or a dual, its noun, and a fraction of one more, with the noun again or without it.
    """
    part = parts[half.first]
    if part is None or part.role != "fraction" or half.value >= 1:
        return None
    if number.kind not in (Kind.COUNT, Kind.DUAL) or number.value >= 1000:
        return None
    noun = number.first if number.kind is Kind.DUAL else number.end
    noun += words[noun] in _YEARS_OF  # «שלוש שנות מאסר וחצי»
    between = words[noun + 1 : half.first]
    if noun >= half.first or not (between in _AND_A or (part.joined and not between)):
        return None
    following = words[half.end] if half.end < len(words) else ""
    if between and words[noun] not in _LASTING:
        return None  # "three games and a quarter-final"
    if following in _OF_ANOTHER or following.startswith(_OF_THE):
        return None
    if following.startswith("ال") and not one_measure(words[noun], following):
        return None
    return Quantity(number.value + half.value, Kind.COUNT, number.first, number.end)


#: What stands between the noun of a number and the half of one more in English.
_AND_A = (["and", "a"], ["and", "one"])
_LASTING = frozenset("years year months month weeks week days day hours hour minutes".split())
#: Hebrew measures of time that another noun follows: years of prison.
_YEARS_OF = folded("שנות חודשי ימי שעות שבועות")
#: Words behind a half that say of what else it is.
_OF_ANOTHER = folded("من عدد of מ של")
_OF_THE = "מה"


def _and_one_more(words: list[str], number: Quantity, cut: Sequence[Token]) -> Quantity:
    """«مئة طائرة وطائرة», a hundred and one: the noun behind a round number is told again; and
    «ثلاثمئة وشخصين», «مئة وطفل واحد», where the rest is joined to one in words."""
    noun, again = (*words[number.end : number.end + 2], "", "")[:2]
    round_ = number.kind is Kind.COUNT and number.value and not number.value % 100
    joined = (
        bool(noun)
        and words[number.first].isalpha()
        and cut[number.end].start - cut[number.end - 1].end == 1
    )
    if round_ and joined and noun[:1] == "و" and noun[1:] in _TWO_COUNTED:
        return replace(number, value=number.value + 2, end=number.end + 1)
    if round_ and joined and noun[:1] == "و" and noun[1:] in _ONE_COUNTED and again in _ALONE:
        return replace(number, value=number.value + 1, end=number.end + 2)
    told_again = bool(noun) and again == "و" + noun
    if not told_again or number.kind is not Kind.COUNT or not number.value or number.value % 100:
        return number
    return replace(number, value=number.value + 1)


_AND_ONE = "واحد"
#: What a round number counts two more of: «ثلاثمئة وشخصين».
_TWO_COUNTED = folded(
    "شخصين شخصان رجلين رجلان امرأتين امرأتان عاملين عاملان موظفين موظفان طائرتين طائرتان مدرستين "
    "مدرستان يومين يومان دولتين دولتان نقطتين نقطتان صوتين صوتان كيلومترين كيلومتران مترين متران"
)
#: What it counts one more of, and the word for one behind it: «مئة وشخصًا واحدًا».
_ONE_COUNTED = folded(
    "شخص شخصا رجل رجلا امرأة طفل طفلا عامل عاملا موظف موظفا جندي جنديا قتيل قتيلا طائرة مدرسة "
    "يوم يوما دولة نقطة صوت صوتا مقعد مقعدا كيلومتر كيلومترا متر مترا"
)
_ALONE = folded("واحد واحدا واحدة")


def _counts(words: list[str], parts: list[Part | None], at: int, token: Token) -> bool:
    """Whether the *token* at *at* is the part of a number that it looks like: not the company
    «ميتا», which folds to «مئتا», nor the West of «كانييه وست», nor a Hebrew year."""
    word = words[at]
    if word == _AND_SIX:
        counted = any(w.endswith("ات") or w in _COUNTED_BY_SIX for w in words[at + 1 : at + 2])
        return counted or bool(at and parts[at - 1])
    if word.endswith(_YEARS):
        return is_teen(words, at + 1)
    return not word.endswith("ميتا") or "ئ" in token.text


def _read(words: list[str], parts: list[Part | None], at: int) -> Quantity | None:
    part = parts[at]
    if part is None or part.role in ("part",):
        return None
    if part.role == "dual":
        return None if _general(words, at) else Quantity(part.value, Kind.DUAL, at, at + 1)
    if part.role == "percent":
        return Quantity(part.value, Kind.PERCENT, at, at + 1)
    if part.role in ("ordinal", "teen-ordinal"):
        return _ordinal(words, parts, at)
    if (nth := _nth(words, parts, at)) is not None:
        return nth
    if part.role == "times" and words[at] in _LETTERS:
        return None
    if part.role == "fraction" and _of_a_year(words, parts, at):
        return None
    if part.role in ("vague", "times"):
        named = words[at + 1 : at + 2] == [_SON]  # «ألوف بن»
        return None if named else _uncounted(words, parts, at)
    if part.role == "teen-unit" and not (is_teen(words, at + 1) or _before_a_ten(parts, at + 1)):
        return None
    value, end = sum_at(words, parts, at)
    each = value == 1 and at > 0 and words[at - 1] in EACH
    if each and (end == len(words) or words[end] in _OF_THEM or words[end][0] == "מ"):
        return None
    return _finish(words, parts, Quantity(value, Kind.COUNT, at, end), part)


#: «كل واحد من موكليها», "every one of them" and כל אחד מהם are each, and no number.
_OF_THEM = frozenset({"of"}) | folded("من منهم منهن منهما منها מ")
EACH = folded("كل لكل بكل وكل ولكل فكل each every כל לכל בכל מכל וכל ולכל")


def _general(words: list[str], at: int) -> bool:
    """Whether «العامين» says which two: «المديرين العامين», the directors general."""
    noun = words[at - 1] if at else ""
    return words[at][:-2] == _GENERAL and noun[:2] == "ال" and noun.endswith(("ين", "ان"))


_GENERAL = "العام"


def _of_a_year(words: list[str], parts: list[Part | None], at: int) -> bool:
    """Whether «الربع», quarter and רבעון mean three months here."""
    if words[at].endswith("ربع") and "ال" in words[at]:
        return True
    before = parts[at - 1] if at else None
    ordinal = before is not None and before.role == "ordinal"
    return words[at] == "quarter" and at > 0 and (ordinal or words[at - 1] in _QUARTERS)


_QUARTERS = frozenset("first this last next previous per each every".split())
_LETTERS = frozenset({"k", "m", "mn", "mln", "b", "bn", "trn", "tn"})


def _uncounted(words: list[str], parts: list[Part | None], at: int) -> Quantity | None:
    """«آلاف», «مئات الآلاف», dozens; a lone «ألف», «مليون» is counted."""
    part = parts[at]
    assert part is not None
    bare = [form for form, _ in bare_forms(words[at])]
    vague = next((table.VAGUE[form] for form in bare if form in table.VAGUE), None)
    end = at + 1
    if vague is None:
        total, end = sum_at(words, parts, at)
        return _finish(words, parts, Quantity(total, Kind.COUNT, at, end), part)
    value = Fraction(vague)
    if end < len(words) and words[end] in ("of", "من"):
        end += 1
    following = parts[end] if end < len(words) else None
    if following and following.role == "times":
        return Quantity(value * following.value, Kind.VAGUE, at, end + 1)
    return Quantity(value, Kind.VAGUE, at, at + 1)


def _before_a_ten(parts: list[Part | None], at: int) -> bool:
    """Whether the word at *at* is a ten that is joined to its unit: «إحدى وثمانون»."""
    part = parts[at] if at < len(parts) else None
    return part is not None and part.joined and part.value in TENS


def _nth(words: list[str], parts: list[Part | None], at: int) -> Quantity | None:
    """An English ordinal of two words: "the twenty-first century", "the thirty-second"."""
    part, unit = parts[at], (*words[at + 1 : at + 3], "", "")[:2]
    if part is None or part.value not in TENS or not words[at].isascii() or unit[1] == _PARTY:
        return None
    last = 1 if unit[0] == _FIRST else table.ORDINALS.get(unit[0], 0)
    if not 0 < last < 10:
        return None
    return Quantity(part.value + last, Kind.ORDINAL, at, at + 2)


#: The unit that is missing from the ordinals, and who is outside: "twenty third-party sellers".
_FIRST, _PARTY = "first", "party"


def _ordinal(words: list[str], parts: list[Part | None], at: int) -> Quantity | None:
    part = parts[at]
    assert part is not None
    if words[at] in _SECONDS and at and parts[at - 1] is not None:
        return None  # «127 ثانية»
    if words[at] in _SECONDS and at and words[at - 1] in THOUSANDTHS:
        return None  # «سبع ميلي ثانية»
    if words[at + 1 : at + 2] == [_OXIDE] or (at and words[at - 1] in _HOUSES):
        return None  # «ثاني أكسيد الكربون»، «آل ثاني»
    if words[at] == _THIRD and words[at + 1 : at + 2] == [_PARTY]:
        return None  # "third-party sellers" are of outside, and no third ones
    value, end = part.value, at + 1
    if is_teen(words, end):
        value, end = value + 10, end + 1
    elif end < len(words) and (tens := parts[end]) and tens.joined and tens.value in TENS:
        value, end = value + tens.value, end + 1
    elif part.role == "teen-ordinal":
        return None
    return Quantity(value, Kind.ORDINAL, at, end)


#: Words that make a small part of the measure behind them.
THOUSANDTHS = folded("ميلي مللي ملي")
_SECONDS, _OXIDE = folded("ثانية second שנייה"), fold("أكسيد")
_SON, _THIRD = "بن", "third"
_HOUSES = folded("آل אאל") | {_SON}


def _finish(
    words: list[str], parts: list[Part | None], read: Quantity, part: Part
) -> Quantity | None:
    """*read* with its kind: percent, a fraction («ثلاثة أرباع»), or a count."""
    end = read.end
    following = words[end] if end < len(words) else ""
    after = words[end + 1] if end + 1 < len(words) else ""
    if following in table.PERCENT:
        return Quantity(read.value, Kind.PERCENT, read.first, end + 1)
    if (following == "per" and after == "cent") or (
        following in ("في", "points") and after in table.PERCENT
    ):
        return Quantity(read.value, Kind.PERCENT, read.first, end + 2)
    divisor = parts[end] if end < len(words) else None
    if divisor and (divisor.role == "part" or following in ("third", "quarter")):
        times = table.PARTS.get(following) or divisor.value
        if times and times > 1:
            return Quantity(read.value / Fraction(times), Kind.FRACTION, read.first, end + 1)
    if part.role == "fraction":
        kind = Kind.FRACTION if read.value < 1 else Kind.COUNT
        return Quantity(read.value, kind, read.first, end)
    return read
