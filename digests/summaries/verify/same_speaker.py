"""Whether two texts name one speaker: the words of a name of the sentence, and of the evidence.

The rule: a name or a noun of the sentence's speaker aligns with the evidence's, no name aligns
elsewhere, and what a relative clause says of a speaker does not speak. A noun that points back
(«الوزارة») may stand for its full name before it.

What it may get wrong: two of one name. The escape hatch is to name the speaker as the source does.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.parties import TITLES
from digests.summaries.verify.actors import actor, title
from digests.summaries.verify.alignment import Alignment, align
from digests.summaries.verify.back_to import full_names_before
from digests.summaries.verify.beginnings import begins
from digests.summaries.verify.excused import excused
from digests.summaries.verify.hearers import is_told, tells_instead
from digests.summaries.verify.naming import (
    AFTERWARDS,
    NAME,
    SETTINGS,
    Speaker,
    afterwards,
    core_of,
    named_in,
    proper_name,
    setting,
    speaks_elsewhere,
)
from digests.summaries.verify.nationality import countries, of_the_country
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.specified import derived_name, of_what
from digests.summaries.verify.standing import (
    PERSONS,
    acts_for_another,
    another_body,
    kind_of_body,
    rivals_another,
)

_KIND_NOUNS = folded("شركة مجموعة منظمة مؤسسة الشركة")


def is_named(
    sentence: Passage,
    opened: bool,
    named: list[int],
    theirs: Speaker,
    source: Source,
    aligned: Alignment,
) -> bool:
    """Whether the words *named* of the sentence name the speaker *theirs*."""
    text, places, cited = theirs.text, theirs.places, aligned
    if text is not source.passage:
        aligned = align(sentence, text, frozenset(places))
    wanted = set(places)
    if another_body(sentence.words, named, text.words, places):
        return False
    core = {j for j in core_of(text, places) if text.words[j].fold not in _TIES}
    if opened and not theirs.opened and _word_by_word(sentence, named, theirs, aligned):
        return True
    if not opened:
        if speaks_elsewhere(sentence, named, theirs, aligned):
            return False
        near = [p for p in named[:NAME] if p in aligned.near]
        near = [p for p in near if not wanted & set(aligned.of(p))]
        if any(_in_the_place(p, named, theirs, aligned) for p in near):
            return False
        named = _beginning(sentence, named, wanted, text, aligned)
    hits = [p for p in core_of(sentence, named) if core & _support(sentence, p, text, aligned)]
    definite = bool(hits) and sentence.words[hits[0]].fold.startswith("ال")
    accuses = any(f.act is Act.ACCUSE and f.speaker.start in hits for f in sentence.frames)
    first = hits[:1] if definite and not opened and not accuses else hits  # `roles` has accusers
    vague = text.language == "ar" and not theirs.opened
    if vague and not begins(sentence, first, places, aligned):
        return False
    here = opened and text is source.passage
    if here and _makes_another(sentence, named, hits, theirs, source, aligned):
        return False
    names = _naming(sentence, opened, named, theirs, aligned)
    wanted |= {*afterwards(text, max(wanted)), *full_names_before(text, places)}
    proper = [
        p
        for p in named
        if proper_name(sentence, p) and not of_the_country(sentence, p, source, cited)
    ]
    if opened and tells_instead(sentence, named, theirs, aligned):
        return False
    if _speaks_for_himself(sentence, named, theirs, aligned):
        return False
    if named and acts_for_another(sentence.words[named[0]].fold):
        head = set(aligned.every.get(named[0], ()))
        if head and not head & wanted:
            return False  # «قال منتقد لأورلان», where Orlan itself speaks
    if not hits or (proper and not any(aligned.every.get(p) for p in proper)):
        return False
    if opened and named[0] not in hits and all(countries(sentence, p) for p in hits):
        return False  # «اللجنة الوطنية الكينية» is no Kenyan president
    there = setting(sentence, named)
    strange = [p for p in names if not wanted & _support(sentence, p, text, aligned)]
    if any(p < there or _of_another(text, p, places, aligned) for p in strange):
        return False
    unsaid = [p for p in named[:AFTERWARDS] if not aligned.every.get(p)]
    unsaid = [p for p in unsaid if not of_the_country(sentence, p, source, cited)]
    if not opened and unsaid and hits[0] < unsaid[0] and _of_its_kind(named, theirs, aligned):
        return False
    if vague or any(sentence.words[p].fold not in TITLES for p in hits):
        return True
    said = {j for p in hits for j in aligned.every.get(p, ())}
    return not any(text.words[j].fold not in TITLES | _ARTICLES for j in core - said)


def _naming(
    sentence: Passage, opened: bool, named: list[int], theirs: Speaker, aligned: Alignment
) -> list[int]:
    """Those of *named* that name who *theirs* is, or who speaks elsewhere in the evidence.

    Whose the speaker is, whom he tells and where he does name nobody, nor what stands aside.
    """
    text, places = theirs.text, theirs.places
    owners = _owners(text, named, set(places), aligned)
    asides = set(named) - set(core_of(sentence, named)) if opened else set()
    names = [p for p in named if aligned.of(p) and _tells_who(sentence, p)]
    names = [p for p in names if p not in owners | asides]
    names = [p for p in names if not is_told(sentence, p, text, aligned)]
    names = [p for p in names if not _is_there(sentence, p, theirs, aligned)]
    if opened:
        told = [p for p in named if p not in owners and sentence.words[p].fold not in SETTINGS]
        names += [p for p in told if _of_another(text, p, places, aligned)]
    return names


_ARTICLES = folded("the a an")
#: Words in a name that name nobody.
_TIES = _ARTICLES | folded("for of at in on to by with and of")


def _is_there(sentence: Passage, place: int, theirs: Speaker, aligned: Alignment) -> bool:
    """Whether the word at *place* is where *theirs* speaks: «في سرمين», "he told fans in Sarmin".

    That stands in the evidence behind the verb, and what is said before it.
    """
    text, speaking = theirs.text, set(theirs.places)
    told = [f for f in text.frames if f.claim.stop <= f.at]
    told = [f for f in told if speaking & set(f.speaker) or not named_in(text, f.speaker)]
    there = {j for f in told for j in range(f.at + 1, min(len(text.words), f.at + 1 + _WHERE))}
    there -= {j for f in text.frames for j in (*f.claim, *f.speaker)}
    support = set(aligned.every.get(place, ()))
    behind = {word.fold for word in sentence.words[max(0, place - _BEHIND_IN) : place]}
    return text.language == "en" and "في" in behind and bool(support) and support <= there


#: Words behind a verb in which it stands where it was said; words behind «في» that tell it.
_WHERE, _BEHIND_IN = 8, 3


def _of_its_kind(named: list[int], theirs: Speaker, aligned: Alignment) -> bool:
    """Whether *named* shares only a common noun with *theirs*, which has a name beside it.

    "The consumer group Droits Numeriques" is no «هيئة حماية الخصوصية».
    """
    said = {j for p in named for j in aligned.every.get(p, ())}
    names = {j for j in core_of(theirs.text, theirs.places) if proper_name(theirs.text, j)}
    names = {j for j in names if theirs.text.words[j].fold not in _ARTICLES}
    return bool(names) and not said & names


def _word_by_word(sentence: Passage, named: list[int], theirs: Speaker, aligned: Alignment) -> bool:
    """Whether *named* is said word by word from the beginning of *theirs* on, in Arabic."""
    text, at = theirs.text, theirs.places[0] - 1
    if text.language != "ar":
        return False
    for place in (p for p in named if p not in sentence.dated):
        after = (j for j in sorted(aligned.every.get(place, ())) if j > at)
        there = next(after, None)
        if there is None or any(p in text.telling for p in range(at + 1, there)):
            return False
        at = there
    return True


def _support(sentence: Passage, place: int, text: Passage, aligned: Alignment) -> set[int]:
    """What of *text* supports the word at *place*, or the full name that it points back to.

    «الوزارة» is «وزارة المالية» when the sentence has only one ministry.
    """
    found = set(aligned.every.get(place, ())) | _full_name(sentence, place, aligned)
    found = {j for j in found if not derived_name(sentence, place, text.words[j].fold)}
    if kind_of_body(sentence.words[place].fold) is None or text.language == "he":
        return found
    ours = kind_of_body(sentence.words[place].fold)
    return {j for j in found if kind_of_body(text.words[j].fold) in (None, ours)}


def _makes_another(
    sentence: Passage,
    named: list[int],
    hits: list[int],
    theirs: Speaker,
    source: Source,
    aligned: Alignment,
) -> bool:
    """Whether a word of *named* that the evidence has not makes another of the speaker."""
    unsaid = [p for p in named if p in sentence.telling and not aligned.every.get(p)]
    unsaid = [p for p in unsaid if p in core_of(sentence, named)]
    unsaid = [p for p in unsaid if _may_be_another(sentence, named, p, hits, theirs, aligned)]
    unsaid = [p for p in unsaid if not of_the_country(sentence, p, source, aligned)]
    return any(not excused(sentence, p, source, aligned) for p in unsaid)


def _may_be_another(
    sentence: Passage,
    named: list[int],
    place: int,
    hits: list[int],
    theirs: Speaker,
    aligned: Alignment,
) -> bool:
    """Whether the word at *place*, which the evidence has not, may make another of the speaker.

    So may the head of the name, a name and a person: «محامي فلان», «مدير البنك». What describes
    somebody whose name is told may not, nor a mere body («وكيلة وزارة الصحة فلانة»).
    """
    word = sentence.words[place].fold
    if place and sentence.words[place - 1].fold == "في":
        return False
    if proper_name(sentence, place) or any(form in PERSONS for form in without_particles(word)):
        return True
    in_full = len([p for p in hits if proper_name(sentence, p)]) >= _FULL
    if of_what(sentence, place, hits):
        return True
    if place == named[0]:
        return not in_full or title(sentence, place)
    if any(form in _MERE_BODIES for form in without_particles(word)):
        return False
    slot = not in_full and _in_the_place(place, named, theirs, aligned)
    return actor(sentence, place) or slot


def _in_the_place(place: int, named: list[int], theirs: Speaker, aligned: Alignment) -> bool:
    """Whether the word at *place* stands where a word of the name stands that is not said.

    «رنا ليفي» is no "Dana Levi", though «رنا» is a common word, too.
    """
    said = {j for p in named if p not in aligned.near for j in aligned.every.get(p, ())}
    left = {j for j in core_of(theirs.text, theirs.places) if j not in said}
    left = {j for j in left if theirs.text.words[j].fold not in _TIES}
    beside = {j for p in (place - 1, place + 1) if p in named for j in aligned.every.get(p, ())}
    return any(j + step in left for j in beside for step in (-1, 1))


#: Words of a full name, at least.
_FULL = 2
_MERE_BODIES = _KIND_NOUNS | folded(
    "وزارة وكالة بنك مصرف هيئة معهد جامعة مجلس مركز إدارة دائرة نقابة اتحاد مستشفى"
)


def _speaks_for_himself(
    sentence: Passage, named: list[int], theirs: Speaker, aligned: Alignment
) -> bool:
    """Whether *theirs* is a person of whom *named* tells only whom he works or acts for.

    "A lawyer for Meta said" is no «قالت شركة ميتا»; a spokesman speaks for his company.
    """
    text = theirs.text
    rival = next((j for j in theirs.places if rivals_another(text.words[j].fold)), None)
    if rival is not None:
        return _only_the_other(rival, named, theirs, aligned)
    head = next((j for j in theirs.places if acts_for_another(text.words[j].fold)), None)
    told = {j for p in named for j in aligned.every.get(p, ())} & set(theirs.places)
    if head is None or head in told:
        return False
    if text.language != "en":
        return bool(named) and _of_a_kind(sentence, named[0]) and min(told, default=0) > head
    tie = next((j for j in theirs.places if text.words[j].fold in ("for", "of", "at")), None)
    if text.words[head - 1].fold[-2:] in ("'s", "’s"):
        return all(j < head for j in told)
    return tie is not None and head < tie and all(j > tie for j in told)


def _only_the_other(rival: int, named: list[int], theirs: Speaker, aligned: Alignment) -> bool:
    """Whether *named* tells only whose *rival* speaks: "Orlan, a rival of Talmor", not Talmor.

    In "Talmor competitor Orlan" the one who speaks stands behind that noun.
    """
    text = theirs.text
    told = {j for p in named for j in aligned.every.get(p, ())} & set(theirs.places)
    tied = text.words[rival + 1].fold in _TIES if rival + 1 < len(text.words) else True
    if text.language == "en" and not tied and rival < theirs.places[-1]:
        return all(j < rival for j in told)
    return all(j > rival for j in told)


def _full_name(sentence: Passage, place: int, aligned: Alignment) -> set[int]:
    word = sentence.words[place].fold
    if not word.startswith("ال"):
        return set()
    bare = {word[2:], "و" + word[2:]}
    earlier = [p for p in range(place) if sentence.words[p].fold in bare]
    if len(earlier) != 1:
        return set()
    return {j for p in (earlier[0], earlier[0] + 1) for j in aligned.every.get(p, ())}


def _owners(text: Passage, named: list[int], wanted: set[int], aligned: Alignment) -> set[int]:
    """Those of *named* that say whose the speaker is, where the evidence has a pronoun for it.

    "its spokeswoman Mona" is «المتحدثة باسم وزارة النقل منى» where the ministry was named.
    """
    found: set[int] = set()
    for place in named:
        support, before = set(aligned.of(place)), aligned.every.get(place - 1, ())
        last = next((aligned.of(p) for p in (place - 1, place - 2) if p in found), ())
        goes_on = any(abs(j - k) <= NAME for j in support for k in last)
        if not support & wanted and (goes_on or _whose(text, before, wanted)):
            found.add(place)
    return found


def _whose(text: Passage, places: tuple[int, ...], wanted: set[int]) -> bool:
    """Whether the word before is a noun of the speaker with a pronoun for its owner: «محاميها»."""
    if text.language == "en":
        return any(j in wanted and j and text.words[j - 1].fold in _POSSESSIVES for j in places)
    if text.language != "ar":
        return False
    return any(j in wanted and text.words[j].text.endswith(("ها", "هم", "ه")) for j in places)


_POSSESSIVES = folded("its his her their")


def _of_another(text: Passage, place: int, places: list[int], aligned: Alignment) -> bool:
    """Whether the word at *place* stands in the evidence only in another speaker's name."""
    support = set(aligned.every.get(place, ()))
    others = {j for f in text.frames if not set(f.speaker) & set(places) for j in f.speaker}
    return bool(support) and support <= others


def _beginning(
    sentence: Passage, named: list[int], wanted: set[int], text: Passage, aligned: Alignment
) -> list[int]:
    """The first words of a speaker whose end is not known: those that name the other's."""
    for count, place in enumerate(named):
        support = _support(sentence, place, text, aligned)
        kind = _of_a_kind(sentence, place) and count + 1 < len(named)
        if kind and proper_name(sentence, named[count + 1]):
            continue
        if support and not support & wanted:
            return named[:count]
    return named


def _of_a_kind(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is a mere "company" before a name."""
    return any(form in _KIND_NOUNS for form in without_particles(sentence.words[place].fold))


def _tells_who(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is a name, a person or a body, and no mere "company"."""
    if _of_a_kind(sentence, place):
        return False
    named = place > 0 and sentence.words[place - 1].fold in _KIND_NOUNS
    return named or proper_name(sentence, place) or actor(sentence, place)
