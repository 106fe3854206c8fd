"""People whom an event made, and the event itself by name, which mean nothing before it was told.

The rule: an Arabic noun for the dismissed, the arrested, those who protest or sign, the killed and
the wounded («المفصولون»), or for what befell them («الفصل»), takes the event as known, unless its
own phrase goes on to say which («المحتجزين في غزة», «الهجوم على المستشفى»). Any word for such an
event tells it: the wounded are known after an attack.

What it may get wrong: an event of the same kind may be another one. The escape hatch is the table.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.quotation import unquoted
from digests.language.stems import words

#: Of each event: its people, its own nouns, and beginnings of words that tell it.
_TEXT = {
    "dismissed": (
        "مفصول مطرود مسرح(?=ين|ون) مقال(?=ين|ون)",
        "فصل اقال طرد تسريح",
        "فصل طرد سرح تسريح اقال تقيل استغن",
    ),
    "arrested": (
        "معتقل موقوف محتجز مسجون",
        "اعتقال توقيف",
        "اعتقل اعتقال اوقف توقيف احتجز احتجاز قبض سجن حبس",
    ),
    "protesters": (
        "محتج معتصم متظاهر مضرب(?=ين|ون)",
        "اعتصام احتجاج اضراب مظاهر مسير",
        "احتج(?!ز|از) اعتص تظاهر مظاهر اضرا اضرب مسيره وقفه مقاطع قاطع ناشط نشطاء هتف",
    ),
    "signatories": ("موقع(?=ين|ون)", "عريض", "وقع رسال عريض بيان توقيع وثيق"),
    "casualties": (
        "مصاب جريح جرحي قتلي قتيل ضحيه ضحايا ناجون ناجين",
        "هجوم انفجار حادث قصف حريق غار تفجير",
        "قتل مقتل اصيب اصاب جرح جريح مصرع سقوط سقط وفا توفي انفجار هجوم زلزال غار قصف حادث انهيار "
        "حريق اطلاق",
    ),
}
EVENTS = frozenset(_TEXT)
_ENDINGS = r"(?:ون|ين|ان|ات|ي|ه)?"
_PEOPLE = {
    kind: re.compile(
        rf"^[وفبك]?(?:ال|لل)(?:{'|'.join([*people.split(), *nouns.split()])}){_ENDINGS}$"
    )
    for kind, (people, nouns, _) in _TEXT.items()
}
_EVENTS = {
    kind: re.compile(rf"^[وفبكلسيتن]{{0,3}}(?:ال)?(?:{'|'.join(events.split())})")
    for kind, (_, _, events) in _TEXT.items()
}
#: What goes on to say who they are, or which it is.
_DEFINING = frozenset(words("في لدى على ضد عن من الذين اللذين اللواتي الذي التي ممن ضمن"))
#: «الفصل العنصري» (apartheid) dismisses nobody.
_RACIAL = frozenset(words("عنصري العنصري"))


@lru_cache(maxsize=2048)
def presumed(text: str) -> frozenset[str]:
    """The events that an Arabic *text* takes as known by naming their people."""
    found = words(unquoted(text))
    return frozenset(
        kind
        for at, word in enumerate(found)
        for kind in _people(word)
        if (at + 1 == len(found) or found[at + 1] not in _DEFINING | _RACIAL)
        and kind not in _told(found[:at])
    )


@lru_cache(maxsize=2048)
def told(text: str) -> frozenset[str]:
    """The events that an Arabic *text* tells."""
    return _told(words(unquoted(text)))


def _told(found: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        kind
        for word, following in zip(found, (*found[1:], ""), strict=False)
        for kind in _event(word)
        if following not in _RACIAL
    )


@lru_cache(maxsize=1 << 14)
def _people(word: str) -> tuple[str, ...]:
    """The kinds of event whose people the folded *word* names."""
    return tuple(kind for kind, people in _PEOPLE.items() if people.match(word))


@lru_cache(maxsize=1 << 14)
def _event(word: str) -> tuple[str, ...]:
    """The kinds of event that the folded *word* tells."""
    return tuple(kind for kind, events in _EVENTS.items() if events.match(word))
