"""Measures of length, weight and power: what is counted in metres is not told in kilometres.

The rule: a number of the sentence beside such a measure is refused when the evidence has that
number beside another one, and never beside this one.

What it may get wrong: a measure in an unlisted spelling is not compared. The escape hatch is the
table.
"""

from __future__ import annotations

import re

from digests.language.kin import without_particles
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_TABLE = """
ملم مليمتر مليمترا مليمترات ملليمتر ملليمترا ملليمترات mm millimetre millimetres millimeter
    millimeters מילימטר מילימטרים מ"מ
سم سنتيمتر سنتيمترا سنتيمترات cm centimetre centimetres centimeter centimeters סנטימטר סנטימטרים
    ס"מ
متر مترا أمتار metre metres meter meters מטר מטרים
كلم كم كيلومتر كيلومترا كيلومترات km kilometre kilometres kilometer kilometers קילומטר קילומטרים
    ק"מ
ميل ميلا أميال mile miles מייל מיילים
قدم قدما أقدام foot feet ft רגל
غرام غراما غرامات جرام جراما جرامات gram grams גרם גרמים
كغ كجم كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات kg kilogram kilograms
    kilogramme kilogrammes קילוגרם קילוגרמים ק"ג
طن طنا أطنان ton tons tonne tonnes טון טונות
كيلوواط كيلووات kw kilowatt kilowatts קילוואט
ميغاواط ميجاواط ميغاوات ميجاوات mw megawatt megawatts מגהוואט מגוואט
غيغاواط جيجاواط غيغاوات جيجاوات gw gigawatt gigawatts גיגהוואט ג'יגהוואט גיגוואט
"""
_MEASURES = {
    fold(form): measure
    for measure, row in enumerate(_TABLE.strip().replace("\n    ", " ").splitlines())
    for form in row.split()
}
#: A measure that is written onto its number: "10km".
_ONTO = re.compile("[0-9.]+([a-z]+)")


def another_measure(sentence: Passage, source: Source) -> Quantity | None:
    """A number of *sentence* with a measure other than its evidence's."""
    evidence = source.passage
    for ours in sentence.numbers:
        measure = _measure(sentence, ours)
        theirs = {_measure(evidence, q) for q in evidence.numbers if q.value == ours.value}
        if measure is not None and theirs and None not in theirs and measure not in theirs:
            return ours
    return None


def _measure(text: Passage, quantity: Quantity) -> int | None:
    """The measure that *quantity* counts: written onto it, or the next word."""
    if quantity.kind is not Kind.COUNT:
        return None
    if onto := _ONTO.fullmatch(text.words[quantity.end - 1].fold):
        return _MEASURES.get(onto[1])
    if quantity.end >= len(text.words) or text.gap(quantity.end).strip(" -"):
        return None
    forms = without_particles(text.words[quantity.end].fold)
    return next((_MEASURES[form] for form in forms if form in _MEASURES), None)
