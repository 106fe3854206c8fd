"""In whose name the persons and bodies speak that are told beside a name.

The rule: who acts or works for somebody («محامي الشركة», "a worker at the plant") speaks for
himself, and not for whom he is named after; a ministry is neither the government nor its minister.

What it may get wrong: a lawyer whom a paper takes for his client. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.words import Token

#: Persons who are told by somebody else's name, and are not that one.
PERSONS = folded(
    "ابن ابنة نجل زوج زوجة والد والدة أب أم أخ شقيق شقيقة عم خال أرملة صديق محامي محامية مستشار "
    "مساعد ناطق متحدث وكيل ممثل"
)


def acts_for_another(word: str) -> bool:
    """Whether *word* is somebody who acts or works for another, and speaks for himself."""
    return _among(word, _ACTING_FOR)


_ACTING_FOR = folded(
    "lawyer lawyers attorney attorneys solicitor barrister counsel employee employees worker "
    "workers staff critic critics analyst analysts expert experts customer customers patient "
    "member members resident residents rival supporter supporters opponent opponents shareholder "
    "محامي محام محامية محامو محاميو موظف موظفة موظفو موظفي عامل عمال عاملون محلل محللون خبير خبراء "
    "معارض معارضو منتقد منتقدة منتقدو زبون زبائن مريض عضو أعضاء ساكن سكان مساهم مساهمو "
    "פרקליט פרקליטת עובד עובדת עובדי מבקר מבקרי תושב תושבי לקוח לקוחות חבר חברי"
)


def rivals_another(word: str) -> bool:
    """Whether *word* is somebody who is told by the name of whom he stands against or owns."""
    return _among(word, _RIVALS)


_RIVALS = folded(
    "rival rivals competitor competitors opponent opponents parent owner maker "
    "subsidiary منافس منافسة منافسو منافسي منافسون منافسات منافسان منافستان غريم غريمة خصم خصوم "
    "أم مالك مالكة "
    "אם בעלים מתחרה מתחרות מתחרים יריב יריבה יריבת יריבות יריבים יריבי"
)


def _among(word: str, persons: frozenset[str]) -> bool:
    return any(form in persons for form in (*without_particles(word), word.removeprefix("ה")))


def kind_of_body(word: str) -> int | None:
    """Which of the bodies that are never said for each other *word* names."""
    forms = without_particles(word)
    return next((n for n, kind in enumerate(_APART) if any(f in kind for f in forms)), None)


def another_body(
    ours: Sequence[Token], named: Sequence[int], theirs: Sequence[Token], places: Sequence[int]
) -> bool:
    """Whether the first of those *named* is never said for any of who speaks at *places*.

    «أعلنت الحكومة» for what a ministry announced; «قال الوزير» for what his ministry said.
    """
    kind = kind_of_body(ours[named[0]].fold) if named else None
    told = (kind_of_body(theirs[place].fold) for place in places)
    kinds = {one for one in told if one is not None and _of_one_sort(one, kind)}
    return kind is not None and bool(kinds) and kind not in kinds


def _of_one_sort(one: int, other: int | None) -> bool:
    """Whether both are of the state, or both of those who work and those who employ."""
    return other is not None and (one < _OF_WORK) == (other < _OF_WORK)


#: Where those of work begin in the table.
_OF_WORK = 3
#: The government is no ministry, and the minister neither, though each is of another's meaning;
#: a union of workers is no association of employers.
_APART = (
    folded("حكومة الحكومة government governments cabinet ממשלה הממשלה ממשלת"),
    folded("وزارة الوزارة وزارات ministry ministries משרד המשרד"),
    folded("وزير وزيرة وزيران minister שר השר שרת השרה"),
    folded("نقابة النقابة نقابات النقابات نقابيون union unions ההסתדרות הסתדרות האיגוד ועד הוועד"),
    folded(
        "employers manufacturers industrialists exporters importers chamber "
        "الصناعيين صناعيين المصنعين أصحاب المصدرين غرفة "
        "התעשיינים המעסיקים היצואנים הקבלנים לשכת"
    ),
)
