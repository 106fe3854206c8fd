"""The kind of a name that is told beside it and adds nothing: «شركة ميتا», «ولاية ألاباما».

The rule: a class noun right before a supported name, which is no listed name of another kind
(«دولة ميتا»). A party's class is excused before a listed party, or before a common word that the
evidence has as a party's name; a province's not before what is a country, too (Georgia).

What it may get wrong: an unlisted name of another kind. The escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.lexicon import listed, meanings, of_names, only_proper
from digests.language.lists import folded
from digests.language.siblings import siblings
from digests.language.transliteration import same_name
from digests.stories.names import table
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.nationality import countries
from digests.summaries.verify.neighbours import is_preposition
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import nameish

_PROVINCES = folded(
    "ولاية ولايتا ولايتي ولايتان ولايتين ولايات مقاطعة مقاطعتا مقاطعتي مقاطعات محافظة محافظتا "
    "محافظتي محافظتان محافظتين محافظات إقليم إقليما إقليمي أقاليم"
)
#: Class nouns by the section of digests/stories/names.txt of which their names are; "" for any.
_CLASSES = {
    "places": folded(
        "مدينة مدينتا مدينتي مدينتان مدينتين مدن دولة دولتا دولتي دولتان دولتين دول جزيرة جزيرتا "
        "جزيرتي جزر نهر بلدة بلدتا بلدتي بلدتان بلدتين بلدات قرية قريتا قريتي قرى"
    )
    | _PROVINCES,
    "people": folded("سيد السيد سيدة السيدة دكتور الدكتور"),
    "companies": folded(
        "شركة شركتا شركتي شركتان شركتين شركات منصة منصتا منصتي منصتان منصتين منصات مجموعة مجموعتا "
        "مجموعتي مجموعتان مجموعتين خدمة خدمتا خدمتي خدمات تطبيق تطبيقا تطبيقي تطبيقات "
        "نظام نظاما نظامي أنظمة محرك متصفح"
    ),
    "": folded(
        "منظمة منظمتا منظمتي منظمتان منظمتين منظمات صحيفة صحيفتا صحيفتي صحيفتان صحيفتين صحف وكالة "
        "وكالتا وكالتي وكالات نادي ناديا قناة قناتا قناتي قنوات شبكة حملة برنامج مشروع مجلة مجلتا "
        "مجلتي مؤسسة مؤسستا مؤسستي مؤسسات معهد معهدا معهدي مؤشر مؤشرا مؤشري مصرف بنك بنكا بنكي "
        "بنوك دار دارا داري"
    ),
}
#: «نقابة», before a name that has such a word: "United Rail Workers".
_UNIONS = folded("نقابة نقابتا نقابتي لنقابة بنقابة اتحاد")
_WORKERS = folded(
    "workers teamsters employees drivers pilots machinists teachers nurses writers actors "
    "federation brotherhood guild union unions conductors attendants"
)
#: All of them.
CLASS_NOUNS = frozenset[str]().union(*_CLASSES.values())
#: Banks, and who is at the head of one: of which one, is a fact.
_BANKS, _HEADS = folded("بنك بنكا بنكي بنوك"), folded("رئيس رئيسة مدير مديرة محافظ محافظة كبير")
_PARTY_CLASSES = folded("حزب حركة حزبا حزبي حزبان حزبين أحزاب حركتا حركتي حركتان حركتين حركات")
#: Parties and movements whose class Arabic likes to say, by the first word of their names.
_PARTIES = folded(
    "الليكود ميرتس ييش يش شاس يهدوت الصهيونية عوتسما يسرائيل حداش تاعل راعام بوديموس سيريزا "
    "فيدس حماس فتح طالبان فوكس شين فيانا فورزا باسوك يوكيب سيودادانوس مورينا كاديما يمينا "
    "كاحول كحول أزرق"
)
#: Those that are common words, which a text must have as a name.
_COMMON_PARTIES = folded("العمل العمال المحافظين النهضة الشباب")
_LEADS = folded('chair leader party ראש יושבת יו"ר מנהיג מנהיגת ח"כ')
#: Words beside a name among which stands its kind: the village of Marsen.
_BESIDE = 2
#: «الشركة» names no company, but right before its name.
_DEFINITE = ("ال", "وال", "بال", "لل", "فال")
#: Small words of English names, in Arabic letters: «جونسون آند جونسون».
_OF_NAMES = folded("آند أند اند أوف اوف ذا ذي فور")


def class_noun(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """Whether the word at *place*, of which *forms* are readings, is the kind of a name told."""
    after = aligned.of(place + 1)
    if sentence.words[place].fold in _OF_NAMES:
        return bool(aligned.of(place - 1) and after)
    if forms & _PARTY_CLASSES:
        return _a_party(sentence, place + 1, source, after)
    if forms & _PROVINCES and after and countries(sentence, place + 1):
        return False
    if sentence.words[place].fold.startswith(_DEFINITE) and (
        not after or is_preposition(sentence.words[place + 1].fold)
    ):
        return False
    if forms & _BANKS and place and sentence.words[place - 1].fold in _HEADS:
        return False
    if forms & _UNIONS and _of_workers(source.passage, aligned, place):
        return True
    kinds = {kind for kind, nouns in _CLASSES.items() if forms & nouns}
    if kinds and _another_kind(sentence, place, source.passage, after):
        return False
    return bool(kinds) and _names_follow(sentence, place, kinds, source, aligned)


def _of_workers(evidence: Passage, aligned: Alignment, place: int) -> bool:
    """Whether the name behind *place* has in capitals of the evidence those who are in a union."""
    for first in {j for p in (place + 1, place + 2) for j in aligned.of(p)}:
        end = first
        while end < len(evidence.words) and evidence.words[end].text[:1].isupper():
            if evidence.words[end].fold in _WORKERS:
                return True
            end += 1
    return False


def _another_kind(sentence: Passage, place: int, evidence: Passage, name: tuple[int, ...]) -> bool:
    """Whether the evidence has a sibling of the class noun right by the *name*: a village."""
    ours = sentence.words[place].text
    return any(
        siblings(ours, sentence.language, evidence.words[k].text, evidence.language)
        for j in name
        for k in range(max(0, j - _BESIDE), min(len(evidence.words), j + _BESIDE + 1))
    )


def _a_party(sentence: Passage, place: int, source: Source, found: tuple[int, ...]) -> bool:
    """Whether a party's or movement's name begins at *place*, which the evidence has too."""
    if not found or sentence.gap(place).strip(' «"'):
        return False
    name, evidence = sentence.words[place].fold, source.passage
    if name in _PARTIES:
        return True
    return name in _COMMON_PARTIES and any(
        (j and evidence.words[j - 1].fold in _LEADS) or not listed(evidence.words[j].fold)
        for j in found
    )


def _names_follow(
    sentence: Passage, place: int, kinds: set[str], source: Source, aligned: Alignment
) -> bool:
    """Whether a supported name follows, and no listed one of another kind."""
    sections = table().kinds
    for p in range(place + 1, min(len(sentence.words), place + 3)):
        if not aligned.of(p):
            continue
        if listed_as := {sections[key.partition(":")[0]] for key in sentence.keys[p]}:
            return "" in kinds or bool(kinds & listed_as)
        if is_name(sentence, p, source, aligned, spelt="places" not in kinds):
            return True
    return False


def is_name(
    sentence: Passage, place: int, source: Source, aligned: Alignment, *, spelt: bool
) -> bool:
    """Whether the word at *place* is a name, here or in the evidence.

    With *spelt*, also one that only writes the letters of the evidence's: «كولونيال», Colonial.
    """
    evidence = source.passage
    if sentence.words[place].text[:1].isascii() and sentence.words[place].text[:1].isupper():
        return True
    meant = meanings(sentence.words[place].fold) | sentence.meanings[place]
    if not meant or only_proper(meant):
        return True
    if evidence.language == sentence.language:
        return False
    word = sentence.words[place].fold
    return any(
        nameish(evidence, j)
        and (
            not listed(evidence.words[j].fold)
            or of_names(evidence.meanings[j])
            or (spelt and evidence.language == "en" and same_name(word, evidence.words[j].fold))
        )
        for j in aligned.every.get(place, ())
    )
