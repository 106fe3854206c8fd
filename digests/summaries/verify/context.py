"""What a sentence may take from around its evidence: who, which and where.

The rule: the evidence says "it", "the ministry" or "its shares", and the article has said which
just before; a sentence may then have the name. That is the verb and the name of a speaker named
around the evidence, the name for which the evidence begins with a pronoun, the rest of a noun or of
a name that the article gives in full, and the company or country in which the whole story plays.

What it may get wrong: of two that were named before, it may take the other. The escape hatch is to
cite the sentence that names them.
"""

from __future__ import annotations

from functools import lru_cache

from digests.language.kin import without_particles
from digests.language.lexicon import listed, meanings
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.siblings import siblings
from digests.language.transliteration import same_name
from digests.stories.names import table
from digests.summaries.verify.actors import actor
from digests.summaries.verify.alignment import Alignment, align
from digests.summaries.verify.classed import classed
from digests.summaries.verify.gaps import says
from digests.summaries.verify.initials import by_its_initials
from digests.summaries.verify.lands import of_the_land
from digests.summaries.verify.nationality import of_the_country
from digests.summaries.verify.ourselves import for_ourselves
from digests.summaries.verify.passage import FREE, Passage, passage
from digests.summaries.verify.possessed import of_its_body
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import nameish

#: What a story plays in, said after a preposition: «في الشركة»، «في البلاد».
_SCENES = {
    "company": folded("الشركة بالشركة للشركة"),
    "place": folded("البلاد بالبلاد المدينة بالمدينة"),
}
_PARTS_OF_A_COUNTRY = folded("وسط شمال جنوب شرق غرب أنحاء عموم")
_AT = folded("في من داخل لدى")
_WE = frozenset(
    {"we", "our", "us", "אנחנו", "אנו", "שלנו"} | set(map(fold, "نحن إننا أننا".split()))
)
_HIS = frozenset("its their his her our".split())
#: Pronouns that stand for a thing.
_IT = folded(
    "it its this that them they their one זה זו זאת אותו אותה כך הדבר ذلك هذا هذه به بها له لها "
    "فيه فيها عليه عليها منه منها إليه إليها عنه عنها"
)
_ARTICLES = frozenset("the a an any".split())
#: Words of a title, or of a class, before a name of one or two words.
_TITLE = 3
#: Letters of a part of a name.
_A_NAME = 3
#: Words after the verb in which a sentence's subject is told; pronouns that stand for one.
_SUBJECT = 6
_PRONOUNS = folded("he she they it הוא היא הם הן")


def told_around(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the article tells the word at *place* of what the evidence leaves unnamed."""
    return (
        _of_the_scene(sentence, place, source, aligned)
        or _named_before(sentence, place, source, aligned)
        or _full_name(sentence, place, source, aligned)
        or _called(sentence, place, source, aligned)
        or _stands_for_a_pronoun(sentence, place, source, aligned)
        or of_the_country(sentence, place, source, aligned)
        or of_the_land(sentence, place, source, aligned)
        or by_its_initials(sentence, place, source)
        or for_ourselves(sentence, place, source)
        or of_its_body(sentence, place, source, aligned)
        or classed(sentence, place, source, aligned)
    )


def speaker_around(sentence: Passage, source: Source) -> set[int]:
    """Places of a speaker, and of a subject, whom the article names around the evidence."""
    return _speaking(sentence, source) | _he(sentence, source)


def _called(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the article has the noun at *place* right beside the name that follows it here.

    «القاضي ميهتا» for "Mehta", whom the article has called Judge Amit Mehta; the Meretz party.
    """
    meant = sentence.meanings[place]
    if not meant or sentence.keys[place] or not actor(sentence, place):
        return False
    following = [p for p in (place + 1, place + 2) if p < len(sentence.words)]
    name = next((p for p in following if _a_name(sentence, p, source.passage, aligned)), None)
    if name is None or (name - place == 2 and sentence.words[place + 1].fold in FREE):
        return False
    word = sentence.words[name].fold
    text = passage(source.article.text, source.article.language)
    return any(
        meant & meanings(text.words[at].fold)
        and not siblings(sentence.words[place].text, "ar", text.words[at].text, text.language)
        for other in range(len(text.words))
        if _named_so(word, text, other)
        for at in _beside(text, other)
    )


def _beside(text: Passage, name: int) -> list[int]:
    """The words right before the name at *name*, and the English one that ends it: Green Party."""
    found = [
        at
        for at in range(max(0, name - _TITLE), name)
        if not any(text.gap(p).strip() for p in range(at + 1, name + 1))
    ]
    for at in range(name + 1, min(len(text.words), name + _TITLE)) if text.language == "en" else ():
        if text.gap(at).strip():
            break
        found.append(at)
        if not text.words[at].text[:1].isupper():
            break
    return found


def _a_name(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the supported word at *place* is a name: here the lexicon has no meaning for it, or
    none for what it spells in the evidence («سيميلا», Semilla, which could be a verb)."""
    support = aligned.of(place)
    if not support or sentence.keys[place] or not listed(sentence.words[place].fold):
        return bool(support)
    return any(nameish(evidence, j) and not listed(evidence.words[j].fold) for j in support)


def _stands_for_a_pronoun(
    sentence: Passage, place: int, source: Source, aligned: Alignment
) -> bool:
    """Whether the word at *place* is the noun for which the evidence has "it", or nothing.

    It is a thing with its article that the sentence before tells, or two of the sentences before
    and the title; nothing else of the sentence is taken from there; and no noun of the evidence
    stands where it would be.
    """
    word = sentence.words[place].fold
    bare = word[1:] if word[:1] in "وفبلك" else word
    if not (bare.startswith("ال") or word.startswith("لل")) or sentence.keys[place]:
        return False
    if not sentence.meanings[place] or actor(sentence, place):
        return False
    if any(p != place and _thing(sentence, p) for p in aligned.unsupported):
        return False
    untold = unused(source, aligned)
    if any(w.fold in _IT for w in source.passage.words):
        untold = [j for j in untold if _noun(source.passage, j)]
    if untold:
        return False
    title = passage(source.article.title, source.article.language)
    told = [
        any(sentence.meanings[place] & meant for meant in text.meanings)
        for text in (*source.before, title)
    ]
    return told[0] or sum(told) > 1


def _thing(sentence: Passage, place: int) -> bool:
    word = sentence.words[place].fold
    return word.startswith(("ال", "وال", "بال", "لل"))


def unused(source: Source, aligned: Alignment) -> list[int]:
    """Places of the evidence's words that say something and support none of the sentence."""
    evidence = source.passage
    used = aligned.used
    return [
        j
        for j in source.inside
        if j not in used and j not in evidence.dated and j not in evidence.counted
        if says(evidence, j)
    ]


@lru_cache(maxsize=1)
def says_so() -> frozenset[int]:
    """The meanings of the verbs of saying."""
    return meanings(fold("قال")) | meanings(fold("ذكر"))


def _noun(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* has an article: a noun that another could have replaced."""
    if evidence.language == "en":
        return any(w.fold in _ARTICLES for w in evidence.words[max(0, place - 2) : place])
    article = "ה" if evidence.language == "he" else "ال"
    return evidence.words[place].fold.lstrip("ובלמשכوفبك").startswith(article)


def _named_before(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* completes a noun as the sentences before the evidence do.

    «الوزارة» of the evidence is «وزارة الدفاع» when the article has just said so.
    """
    if not place or not aligned.of(place - 1):
        return False
    nouns = aligned.of(place - 1)
    if any(_followed(source.passage, j, aligned) for j in nouns):
        return False
    if not any(_definite(source.passage, j) for j in nouns) and not _possessed(
        source.passage, nouns
    ):
        return False
    for text in source.before:
        there = align(sentence, text, frozenset(range(len(text.words))))
        pairs = [(j, k) for j in there.of(place - 1) for k in there.of(place)]
        if any(abs(j - k) == 1 for j, k in pairs):
            return True
        own = sentence.words[place].fold
        if _possessed(source.passage, nouns) and any(w.fold == own for w in text.words):
            return True
    return False


def _followed(evidence: Passage, place: int, aligned: Alignment) -> bool:
    """Whether the evidence itself completes the noun at *place*, and with another word."""
    after = place + 1
    if after >= len(evidence.words) or evidence.gap(after).strip():
        return False
    word = evidence.words[after].fold
    if after in aligned.used:
        return False
    if evidence.language == "ar":
        return word[:2] == "ال" and word not in FREE
    if evidence.language == "he":
        named = bool(evidence.keys[after]) or not listed(word)
        return len(word) > 2 and (word[:1] == "ה" or named)
    return False


def _full_name(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the article gives the name at *place* beside the one that the evidence has."""
    article = source.article
    word = sentence.words[place].fold
    if listed(word) or len(word) < _A_NAME:
        return False
    for beside in (place - 1, place + 1):
        if not 0 <= beside < len(sentence.words) or not aligned.of(beside):
            continue
        name = sentence.words[beside].fold
        if listed(name) or name in FREE or len(name) < _A_NAME:
            continue
        step = beside - place
        text = passage(article.text, article.language)
        folds = [w.fold for w in text.words]
        for at in range(len(folds)):
            other = at + step
            if (
                0 <= other < len(folds)
                and _named_so(word, text, at)
                and _named_so(name, text, other)
            ):
                return True
    return False


def _named_so(word: str, text: Passage, place: int) -> bool:
    other = text.words[place].fold
    if text.language == "ar":
        return other in without_particles(word) or word in without_particles(other)
    if text.language == "en" and not text.words[place].text[:1].isupper():
        return False
    return same_name(word, other)


def _definite(evidence: Passage, place: int) -> bool:
    word = evidence.words[place].fold
    if evidence.language == "ar":
        return word.lstrip("وفبل")[:2] in ("ال",) or word[:2] == "لل" or word[1:3] == "ال"
    if evidence.language == "he":
        return word[0] in "הבלו"
    return place > 0 and evidence.words[place - 1].fold == "the"


def _of_the_scene(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    article = source.article
    word = sentence.words[place].fold
    kind = next((kind for kind, forms in _SCENES.items() if word in forms), None)
    if kind is None:
        return False
    attached = word[:1] in "بل" and word[1:2] in "ال"
    at = place > 0 and sentence.words[place - 1].fold in _AT
    if kind == "company" and any(w.fold in _WE for w in source.passage.words):
        return True
    if kind == "place" and place and sentence.words[place - 1].fold in _PARTS_OF_A_COUNTRY:
        return True
    if not attached and not at and not _possessed(source.passage, aligned.of(place - 1)):
        return False
    names = passage(article.title, article.language)
    sections = table().kinds
    kinds = {sections[key.partition(":")[0]] for keys in names.keys for key in keys}
    wanted = meanings(fold("شركة" if kind == "company" else "مدينة"))
    told = (names, *source.before) if kind == "company" else (names,)
    said = any(wanted & found for text in told for found in text.meanings)
    return said or ("companies" if kind == "company" else "places") in kinds


def _possessed(evidence: Passage, places: tuple[int, ...]) -> bool:
    """Whether a word at *places* has an owner that is a pronoun: «سهمها», "its shares"."""
    for place in places:
        word = evidence.words[place].fold
        before = {w.fold for w in evidence.words[max(0, place - 3) : place]}
        if evidence.language == "ar" and word.endswith(("ها", "هم", "ه")):
            return True
        if evidence.language == "en" and before & _HIS:
            return True
        if evidence.language == "he" and word[-1] in "הו":
            return True
    return False


def _he(sentence: Passage, source: Source) -> set[int]:
    """Places of the name for which the evidence, at its beginning, has a pronoun."""
    evidence = source.passage
    if not evidence.words or evidence.words[0].fold not in _PRONOUNS or not source.before:
        return set()
    text = source.before[0]
    frames = [f for f in text.frames if not f.according]
    if not frames:
        return set()
    around = align(sentence, text, frozenset(p for p in frames[-1].speaker if p < len(text.words)))
    subject = range(1, min(len(sentence.words), 1 + _SUBJECT))
    return {p for p in subject if around.of(p)}


def _speaking(sentence: Passage, source: Source) -> set[int]:
    """Places of verb and name of a speaker who is named around the evidence, not in it."""
    found: set[int] = set()
    evidence = source.passage
    for text in (evidence, *source.before):
        places = {p for f in text.frames for p in (f.at, *f.speaker) if p < len(text.words)}
        if not places:
            continue
        around = align(sentence, text, frozenset(places))
        for frame in sentence.frames:
            inner = [p for p in (frame.at, *frame.speaker) if p in sentence.content]
            if inner and all(around.of(p) for p in inner):
                found |= set(inner)
    return found
