"""A country told for its capital, or for «the kingdom», and the noun of a name told before.

The rule: a capital that acts or is told of is of its country, so the country may stand for it, and
not the other way round; «المغرب» may stand for "the kingdom", «في كينيا» follow a national body,
and «شمال إسرائيل» be the north, where the article is about that country alone (`nationality`). The
head of a name that the sentence has («حزب الله»، «شركة ميتا») may be told again («للحزب») where the
evidence has a pronoun or its class.

What it may get wrong: a capital from which another country is spoken for. The escape hatch is the
table.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.nationality import about, countries
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Capitals by the first word of their country's key.
_CAPITALS = {
    "turkey": folded("أنقرة Ankara אנקרה"),
    "iran": folded("طهران Tehran טהראן טהרן"),
    "china": folded("بكين Beijing בייג'ינג"),
    "france": folded("باريس Paris פריז"),
    "germany": folded("برلين Berlin ברלין"),
    "iraq": folded("بغداد Baghdad בגדאד"),
    "syria": folded("دمشق Damascus דמשק"),
    "egypt": folded("القاهرة Cairo קהיר"),
    "japan": folded("طوكيو Tokyo טוקיו"),
    "india": folded("نيودلهي Delhi דלהי"),
    "qatar": folded("الدوحة Doha דוחה"),
    "saudi": folded("الرياض Riyadh ריאד"),
    "ukraine": folded("كييف Kyiv Kiev קייב"),
    "spain": folded("مدريد Madrid מדריד"),
    "italy": folded("روما Rome רומא"),
    "morocco": folded("الرباط Rabat רבאט"),
    "jordan": folded("عمان Amman עמאן"),
    "greece": folded("أثينا Athens אתונה"),
}
#: The country itself, unnamed.
_THE_LAND = folded(
    "kingdom country country's nation nation's national nationwide republic המדינה הארץ הלאומי "
    "הלאומית הממלכה المملكة البلاد الجمهورية الوطني الوطنية"
)
_PARTS = folded("شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي")
_IN = folded("في")
#: Heads of names that are told again, with what stands for them in English and Hebrew.
_HEADS = {
    word: folded(others)
    for words, others in (
        ("الحزب", "group party movement organisation organization its ארגון הארגון המפלגה"),
        ("الحركة", "group party movement organisation organization its הארגון התנועה"),
        ("الجماعة", "group movement organisation organization its הקבוצה הארגון"),
        ("التنظيم", "group organisation organization its הארגון"),
        ("الشركة", "company firm group its it החברה"),
        ("المنظمة", "group charity organisation organization its it הארגון"),
    )
    for word in folded(words)
}


def of_the_land(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* is a country, or the head of a name, told for what stands so."""
    return (
        _for_its_capital(sentence, place, source)
        or _told_again(sentence, place, source, aligned)
        or _unnamed(sentence, place, source, aligned)
    )


def _for_its_capital(sentence: Passage, place: int, source: Source) -> bool:
    """«تركيا» where the evidence has Ankara."""
    ours = {key for key in countries(sentence, place) if key in _CAPITALS}
    said = {form for at in source.inside for form in _forms(source.passage, at)}
    return any(_CAPITALS[key] & said for key in ours)


def _forms(text: Passage, place: int) -> tuple[str, ...]:
    return without_particles(text.words[place].fold)


def _unnamed(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """«المغرب» for the kingdom, «في كينيا» of a national body, «شمال إسرائيل» for the north."""
    ours = countries(sentence, place)
    if not ours or not place or not about(source, ours):
        return False
    before = sentence.words[place - 1].fold
    if before in _PARTS:
        return source.article.language == "he" and bool(aligned.of(place - 1))
    used = aligned.used
    land = [at for at in source.inside if source.passage.words[at].fold in _THE_LAND]
    return any(at not in used or before in _IN for at in land)


def _told_again(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """«للحزب» behind «حزب الله», where the evidence has "the group's" or "its"."""
    word = sentence.words[place].fold
    definite = "ال" + word[2:] if word.startswith("لل") else word.lstrip("وبف")
    if definite not in _HEADS:
        return False
    head = definite[2:]
    named = any(
        sentence.words[at].fold.lstrip("وبلف") in (head, definite)
        and at + 1 < place
        and bool(aligned.of(at + 1))
        for at in range(place)
    )
    return named and any(
        source.passage.words[at].fold.removesuffix("'s") in _HEADS[definite] for at in source.inside
    )
