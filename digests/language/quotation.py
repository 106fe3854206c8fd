"""Quotations of a text: what stands between a pair of quotation marks, marks included.

The rule: the marks « », “ ”, „ ”, and two straight ones. A straight mark inside a Hebrew word is no
quotation mark but one of an abbreviation (צה"ל, מנכ"לית): one letter follows it, or two stand
before it; after a single particle it opens a quotation (ב"הארץ").

What it may get wrong: quotations within quotations end with the inner one. `verify.quotations`,
which must miss none, reads nested and rarer marks. There is no other escape hatch.
"""

from __future__ import annotations

import re

#: A straight mark that belongs to a Hebrew word.
GERSHAYIM = '(?:(?<=[א-ת])"(?=[א-ת](?![א-ת]))|(?<=[א-ת][א-ת])"(?=[א-ת]))'
_STRAIGHT = f'(?!{GERSHAYIM})"'
_PAIRED = "«[^»]*»|“[^”]*”|„[^“”]*[“”]"
QUOTATION = f'{_PAIRED}|{_STRAIGHT}(?:[^"]|{GERSHAYIM})*{_STRAIGHT}'
QUOTED = re.compile(QUOTATION)
#: The same for a text without a straight mark, which is looked for at every character.
_QUOTED_IN_PAIRS = re.compile(_PAIRED)
#: A straight mark that is not between two Hebrew letters.
_UNPAIRED = re.compile(r'(?<![א-ת])"|"(?![א-ת])')
#: A text without any of these has no quotation.
_MARKS = '«“„"'


def unquoted(text: str, instead: str = " ") -> str:
    """*text* with *instead* in the place of each quotation."""
    if not any(mark in text for mark in _MARKS):
        return text
    return (QUOTED if '"' in text else _QUOTED_IN_PAIRS).sub(instead, text)


def paired(text: str) -> str:
    """*text* with straight marks that stand in pairs as « and », each at its place.

    For Arabic, whose words have no straight mark in them; others come back unchanged.
    """
    if text.count('"') % 2 or '"' not in text:
        return text
    marks = iter("«»" * (text.count('"') // 2))
    return "".join(next(marks) if letter == '"' else letter for letter in text)


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket of *text* has its other half in it."""
    pairs = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
    straight = len(_UNPAIRED.findall(text))
    return straight % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)
