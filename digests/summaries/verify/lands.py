"""A country told for «the kingdom», and the noun of a name told before.

The rule: «المغرب» may stand for "the kingdom", «في كينيا» follow a national body, and «شمال
إسرائيل» be the north, where the article is about that country alone (`nationality`). The head of a
name that the sentence has («حزب الله»، «شركة ميتا») may be told again («للحزب») where the evidence
has a pronoun or its class. A country is not told for its capital: the mayor of Berlin is not
Germany's.

What it may get wrong: a kingdom that is not the article's. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.nationality import about, countries
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

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
    """Whether the word at *place* is a country unnamed there, or the head of a name told again."""
    return _told_again(sentence, place, source, aligned) or _unnamed(
        sentence, place, source, aligned
    )


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
