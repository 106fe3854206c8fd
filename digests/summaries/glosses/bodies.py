"""Which body or paper is meant by its noun alone: «الوزارة [وزارة الدفاع الأذرية]».

The rule: what the article called, with that noun, before the sentence; nothing when it called two
things so, or told of one without its name («لجنة للتحقيق»). A name is a noun that another one
completes («وزارة الدفاع») or one with the article and attributes of bodies («المفوضية العليا
المستقلة للانتخابات»).

What it may get wrong: a body that the article names by another noun than its own («التحالف», of a
party) is not found; and where it names a second one by its name alone, the first is taken. The
escape hatch is the list of nouns below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from digests.language.stems import words
from digests.language.words import Token, tokens
from digests.summaries.glosses.gloss import Gloss, in_quotation
from digests.summaries.introductions import goes_on, joined
from digests.summaries.offices import is_office
from digests.summaries.parties import CLAIM, DAYS, FUNCTION, KIND_OF, RELATIVE
from digests.summaries.persons import ATTACHED
from digests.summaries.selfcontained import without_particle
from digests.summaries.speakers import is_listed_name, is_word, verb_of_saying

#: Bodies and papers that newsrooms tell by their noun again once they told which, and never without
#: it before: a ministry is no name without «وزارة», a company is.
_BODIES = {
    "ال" + noun: noun
    for noun in words(
        "وزارة محكمة لجنة هيئة نقابة جامعة بلدية محافظة مديرية اتفاقية معاهدة مستشفى كلية معهد "
        "بعثة مفوضية جمعية رابطة سفارة مدرسة مؤسسة مرصد مختبر ميناء مطار مصفاة مفاعل متحف "
        "جبهة تحالف ائتلاف مهرجان مجلس اتحاد"
    )
}
#: The needs (``selfcontained.needs``) that a gloss of a body may meet.
_MET = frozenset(_BODIES.values()) | {KIND_OF[noun] for noun in _BODIES if noun in KIND_OF}
#: Words of which body, and attributes among them, at most.
_WHICH, _ATTRIBUTES = 5, 2
#: Attributes of bodies that are for something.
_OF_RANK = frozenset(
    words("العامة العام العليا الأعلى المستقلة الوطنية الوطني القومية القومي الدائمة")
)
#: What a body with attributes is for («للانتخابات», «لحقوق الإنسان»), and no plural of people, whom
#: it may have told something («للصحفيين»).
_FOR, _OF_RIGHTS = re.compile(r"لل(?!\w+ين$)\w{3,}"), frozenset(words("لحقوق"))
#: Attributes that are part of the name of a body, beside the nationalities.
_OF_NAMES = frozenset(
    "ال" + attribute + ending
    for attribute in words(
        "دولي وطني اتحادي مركزي دستوري إداري تجاري جنائي ابتدائي محلي جامعي حكومي جهوي إقليمي "
        "أوروبي عربي إسلامي تونسي سيادي سياسي عسكري أمني ثقافي اقتصادي شعبي رياضي علمي قومي "
        "اجتماعي تنفيذي استشاري نيابي برلماني ملكي فيدرالي جمهوري ديمقراطي صناعي مهني حقوقي "
        "إنساني خيري طبي"
    )
    for ending in ("", "ه")
) | frozenset(words("العامة العام العليا الأعلى الخاصة المستقلة المشتركة الموحدة الدائمة"))


def bodies(
    text: str,
    found: Sequence[Token],
    body: str,
    place: int,
    told: Sequence[str],
    needs: frozenset[str] | None = None,
) -> Iterator[Gloss]:
    """The glosses of the bodies that the words *found* of *text* tell by their nouns, by what its
    article with the text *body* says before its *place*, unless what was *told* has them; only
    those that meet one of the *needs*, if these are given."""
    if needs is not None and needs.isdisjoint(_MET):
        return
    known = frozenset(word for shown in told for word in words(shown))
    done: set[str] = set()
    for at, token in enumerate(found):
        word = without_particle(token.fold)
        noun = _BODIES.get(word)
        if noun is None or noun in done or in_quotation(text, token.start):
            continue
        done.add(noun)
        if not _stands_alone(text, found, at) or any(noun in t.fold for t in found[:at]):
            continue
        kind = KIND_OF.get(word)
        meets = frozenset({noun, *((kind,) if kind else ())})
        if needs is not None and meets.isdisjoint(needs):
            continue
        written = token.text.partition("ال")[2] or token.text[2:]  # «للوزارة»
        if not 0 <= body.find(written) < place:
            continue
        which = _which(body, place, noun)
        named = not known.isdisjoint((noun, "ال" + noun))
        if which and not (named and known.intersection(words(which)) - {noun}):
            yield Gloss(token.end, f" [{which}]", meets)


def _stands_alone(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether the definite noun at *at* of the words *found* of *text* has nothing behind it that
    tells which: no attribute, no clause, no name in marks."""
    if at + 1 == len(found):
        return True
    gap, following = text[found[at].end : found[at + 1].start].strip(), found[at + 1].fold
    if gap[:1] in ('"', "«", "“", "("):
        return False
    if gap:
        return True
    return not (following.startswith(("ال", "لل")) or following in RELATIVE or following == "في")


@lru_cache(maxsize=32)
def _words_of(body: str) -> tuple[Token, ...]:
    """The words of the text of an article, which several of its sentences ask for."""
    return tuple(tokens(body))


def _which(text: str, place: int, noun: str) -> str:
    """What tells, behind the *noun*, which is the one body that *text* calls so before *place*: its
    whole name, or what follows it where the noun has the article."""
    found = [token for token in _words_of(text) if token.end <= place]
    called: dict[tuple[str, ...], str] = {}
    for at, token in enumerate(found[:-1]):
        definite = without_particle(token.fold) == "ال" + noun
        attached = token.fold[:1] in ATTACHED and token.fold[1:] == noun
        if not (definite or attached or token.fold == noun):
            continue
        end = (_end_of_attributes if definite else _end_of_name)(text, found, at)
        if end == at and not definite:
            return ""  # «شكلت الحكومة لجنة للتحقيق»: another one
        if end > at:
            name = tuple(word.fold for word in found[at + 1 : end + 1])
            begin = found[at + 1].start if definite else token.start + attached
            called.setdefault(name, text[begin : found[end].end])
    if not called:
        return ""
    longest = max(called, key=len)
    one = all(longest[: len(name)] == name for name in called)
    return called[longest] if one else ""


def _end_of_attributes(text: str, found: Sequence[Token], at: int) -> int:
    """The place of the last word of the name that the noun with the article *at* opens, its own
    when it opens none: attributes of bodies, and what it is for."""
    last = at
    while last + 1 < len(found) and joined(text, found, last) and last - at <= _ATTRIBUTES:
        if not _is_attribute(found[last + 1].fold):
            break
        last += 1
    if last == at or last + 1 == len(found) or not joined(text, found, last):
        return last
    word = found[last + 1].fold
    if word[0] != "ل" or (not is_word(word.removeprefix("ل")) and not word.startswith("لل")):
        return last
    if found[at + 1].fold in _OF_RANK and _FOR.fullmatch(word) and not is_listed_name(word[2:]):
        return last + 1
    rights = word in _OF_RIGHTS and last + 2 < len(found) and joined(text, found, last + 1)
    return last + 2 if rights else at  # «المركزي المصري للجنيه», «القومية لسكك حديد مصر»


def _end_of_name(text: str, found: Sequence[Token], at: int) -> int:
    """The place of the last word of the name that the noun *at* opens, its own when it opens none:
    nouns that complete it up to a definite one or a name, and attributes of that."""
    last, definite, attributes = at, False, 0
    for place in range(at + 1, min(len(found), at + 1 + _WHICH)):
        word = found[place].fold
        if not joined(text, found, place - 1) or _ends_a_name(word):
            break
        if definite:
            if not _is_attribute(word) or attributes == _ATTRIBUTES:
                break
            attributes += 1
        elif word.startswith("ال") or is_listed_name(word) or _is_name(word):
            definite = True
        elif word.endswith("يه"):
            break  # «محكمة دستورية»
        last = place
    named = last
    while definite and last + 1 < len(found) and _goes_on_behind(text, found, last):
        last += 1  # «مطار هواري بومدين»
    while named < last < len(found) - 1 and joined(text, found, last):
        if not _is_attribute(found[last + 1].fold):
            break
        last += 1  # «مطار الملك خالد الدولي»
    return last if definite else at


def _goes_on_behind(text: str, found: Sequence[Token], last: int) -> bool:
    """Whether the name that ends at *last*, with no article or with a title, goes on."""
    plain = not found[last].fold.startswith("ال") or is_office(found[last].fold)
    return plain and joined(text, found, last) and goes_on(found[last + 1])


def _ends_a_name(word: str) -> bool:
    if is_listed_name(word):
        return False  # «بيروت»
    closing = word in FUNCTION or word in CLAIM or word in RELATIVE or word in DAYS
    with_particle = word[:1] in "بل" and is_word(word[1:])  # «نقابة لعمال المتاجر»
    closing = closing or with_particle or word.startswith(("وال", "بال", "لل"))
    return closing or verb_of_saying(word) or word.isdigit()


def _is_name(word: str) -> bool:
    """Whether *word* is of no lexicon, and no plural that another noun completes («سائقي»)."""
    plural = word.endswith(("ي", "و")) and is_word(word + "ن")
    return not (is_word(word) or plural)


def _is_attribute(word: str) -> bool:
    """Whether *word* tells which behind a name: of a country, or one of those of bodies."""
    if word in _OF_NAMES:
        return True
    if word in RELATIVE or word in FUNCTION:
        return False
    of_a_land = word.startswith("ال") and word.endswith(("ي", "يه"))
    return of_a_land and not (is_word(word) or is_word(word.removesuffix("ه")))
