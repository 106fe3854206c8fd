"""Words: each word of the sentence that says something is said by the evidence.

The rule: a content word without support refuses the sentence, unless it adds nothing to one that
has it (`excused`) or tells who speaks as the article does just before (`context`). A given name is
no other given name. In one language a speaker's name, and a surname behind the same name, is no
other word of its root, nor a name that another sentence tells of. One word of a sentence may be a
free rendering that the lexicon has not: one that it knows, that is no name, and that carries no
fact of its own (`digests.language.contrasting`), where ``SUPPORTED`` others have support; or one
that was put for nothing of the evidence (`added`).

What it may get wrong: a rare word in free paraphrase, and one that carries a fact and is not in the
table. The escape hatches are the lexicon and that table.
"""

from __future__ import annotations

from digests.language.contrasting import carries_a_fact
from digests.language.currencies import currency
from digests.language.derivation import verbs
from digests.language.given_names import given_name, one_given_name, two_given_names
from digests.language.kin import kin, without_particles
from digests.language.lexicon import listed, of_names, only_proper, proper
from digests.language.lists import folded
from digests.language.words import tokens
from digests.summaries.verify.actors import actor, clause, title
from digests.summaries.verify.added import adds_nothing, of_a_list
from digests.summaries.verify.alignment import Alignment, alike
from digests.summaries.verify.compounds import written_together
from digests.summaries.verify.context import speaker_around
from digests.summaries.verify.contraries import contraries
from digests.summaries.verify.excused import excused
from digests.summaries.verify.names_in_place import named_elsewhere
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.reversal import opposed
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import (
    differ_in_a_c,
    freely_respelt,
    respelt,
    spelt_otherwise,
    together,
)

#: Supported words beside which one without support is let pass.
SUPPORTED = 5


def words(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* that its evidence does not say."""
    missing = [p for p in aligned.unsupported if not excused(sentence, p, source, aligned)]
    if missing and sentence.negations:
        opposites = contraries(sentence, source.passage, aligned)
        missing = [p for p in missing if p not in opposites]
    if missing and (outside := speaker_around(sentence, source)):
        missing = [p for p in missing if p not in outside]
    letter = bool(missing) and sentence.abbreviated(missing[0] + 1)
    if (
        len(missing) == 1
        and not letter
        and not _by_itself(sentence, missing[0], aligned)
        and (
            _free_rendering(sentence, missing[0], source, aligned)
            or _added(sentence, missing[0], source, aligned)
        )
    ):
        missing = []
    if not missing:
        missing = _other_people(sentence, source, aligned)
    if not missing:
        missing = _other_names(sentence, source, aligned)
    if not missing:
        missing = _other_surnames(sentence, source, aligned)
    if not missing:
        missing = _of_another_sentence(sentence, source, aligned)
    if not missing:
        missing = named_elsewhere(sentence, source, aligned.placed)
    if not missing:
        return None
    turned = next((p for p in missing if opposed(sentence, p, source.passage)), None)
    if turned is not None:
        shown = sentence.words[turned].text
        return Refusal(Code.NEGATION, f"«{shown}»: the evidence says the opposite")
    shown = "، ".join(f"«{sentence.words[p].text}»" for p in missing[:3])
    return Refusal(Code.UNSUPPORTED, f"the evidence does not say {shown}")


def _by_itself(sentence: Passage, place: int, aligned: Alignment) -> bool:
    """Whether nothing else of its clause rests on the evidence: «، واعتُقل عدد منهم».

    What the sentence has said before does not tell it: «هاجموا الوزير، فاستقال الوزير».
    """
    first, end = clause(sentence, place)
    said = {word.fold for word in sentence.words[:first]} if place == first else frozenset[str]()
    told = (p for p in range(first, end) if p in sentence.telling and aligned.of(p))
    return all(sentence.words[p].fold in said for p in told)


def _free_rendering(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place*, the only one without support, carries no fact of its own."""
    word, meant = sentence.words[place], sentence.meanings[place]
    if len(sentence.content) - len(aligned.unsupported) < SUPPORTED or place in sentence.marked:
        return False
    evidence = source.passage
    people = (evidence.words[j].fold for j in source.inside & evidence.telling)
    if any(two_given_names(word.fold, other) for other in people):
        return False  # «كامل», and the evidence tells of Kamal
    if of_a_list(sentence, place):
        return False  # «لم تقع مخالفات»: that there were none is a fact; «ودبلوماسيين», one more
    if sentence.keys[place] or of_names(meant) or proper(meant) or _beside_a_name(sentence, place):
        return False
    plain = word.fold.isalpha() and listed(word.fold) and not currency(word.fold)
    return plain and not carries_a_fact(word.fold)


def _added(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place*, the only one without support, was put for nothing."""
    if place in sentence.marked or len(sentence.content) <= SUPPORTED:
        return False
    return adds_nothing(sentence, place, source, aligned)


def _beside_a_name(sentence: Passage, place: int) -> bool:
    """Whether a word that the lexicon does not know, as of a name, stands beside *place*."""
    beside = (p for p in (place - 1, place + 1) if p in sentence.telling)
    return any(not sentence.meanings[p] and not sentence.keys[p] for p in beside)


def _one_name(word: str, other: str) -> bool:
    """Whether two words of a speaker are one, or one name in two spellings, or one verb's."""
    if word[:1].isascii() or alike(word, other) or spelt_otherwise(word, other):
        return True
    if differ_in_a_c(word, other) or freely_respelt(word, other) or one_given_name(word, other):
        return True
    return not verbs(word).isdisjoint(verbs(other))


def _synonyms(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* stands by no name, and the evidence has a synonym of it.

    Of two roots: «البيوت», المنازل.
    """
    beside = [p for p in (place - 1, place + 1) if 0 <= p < len(sentence.words)]
    if any(p in sentence.telling and not sentence.meanings[p] for p in beside):
        return False
    word = sentence.words[place].fold
    others = [evidence.words[j] for j in aligned.of(place) if evidence.meanings[j]]
    return any(kin(word).isdisjoint(kin(w.fold)) for w in others) and not sentence.keys[place]


def _other_people(sentence: Passage, source: Source, aligned: Alignment) -> list[int]:
    """Given names that rest on nothing but another given name: «حسين» is not «حسن».

    Or on nothing at all, where another stands beside the same word: «خليل الخالدي».
    """
    return [
        place
        for place, word in enumerate(sentence.words)
        if given_name(word.fold) and word.fold not in _IN_THE_NAME
        if not word.text.endswith("ى")  # «على»
        if _another(sentence, place, source, aligned)
    ]


#: «المتحدث باسم», «صوت لصالح»: "in the name of", "in favour of", and no Bassem or Saleh.
_IN_THE_NAME = folded("باسم لصالح")


def _another(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the evidence has another given name for the one at *place*, and not this one."""
    evidence, name = source.passage, sentence.words[place].fold
    said = {word.fold for p, word in enumerate(sentence.words) if p != place}
    found = [evidence.words[j].fold for j in aligned.every.get(place, ())]
    others = [other for other in found if other not in said]  # «كمال داغر، مالك المصنع»
    if others:
        return all(two_given_names(name, other) for other in others)
    if evidence.language != sentence.language and place not in sentence.telling:
        return False
    return any(
        0 <= j < len(evidence.words)
        and two_given_names(name, evidence.words[j].fold)
        and j in evidence.telling
        and together(evidence, j, j + step)
        for step in (-1, 1)
        if 0 <= place + step < len(sentence.words) and together(sentence, place, place + step)
        if place + step in sentence.telling
        for j in (k - step for k in aligned.every.get(place + step, ()))
    )


def _other_names(sentence: Passage, source: Source, aligned: Alignment) -> list[int]:
    """Words in the name of a speaker that are only of one root with the evidence's.

    A name is not inflected: «الخطابي» is not «الخطيب».
    """
    evidence = source.passage
    if evidence.language != sentence.language:
        return []
    found = []
    for frame in sentence.frames:
        if not frame.opened:
            continue
        for place in frame.speaker:
            known = sentence.keys[place] or sentence.meanings[place]
            if place not in aligned.support or place not in sentence.telling:
                continue
            if place in aligned.pointed:
                continue
            if title(sentence, place):
                continue
            if known and actor(sentence, place):
                continue
            word = sentence.words[place].fold
            if known and _synonyms(sentence, place, evidence, aligned):
                continue
            if written_together(sentence, place, evidence, aligned.of(place)):
                continue
            if not any(_one_name(word, evidence.words[j].fold) for j in aligned.of(place)):
                found.append(place)
    return found


def _other_surnames(sentence: Passage, source: Source, aligned: Alignment) -> list[int]:
    """Words behind a name that are no name of the evidence's there: «لارس إيفرت», «لارس إيفرتا».

    Neither is a word of a lexicon, and no ending or root makes them one.
    """
    evidence = source.passage
    if evidence.language != sentence.language:
        return []
    return [
        place
        for place in sentence.content
        if (found := _behind_the_same_name(sentence, place, evidence, aligned))
        if not any(_one_surname(sentence.words[place].fold, evidence.words[j].fold) for j in found)
    ]


def _of_another_sentence(sentence: Passage, source: Source, aligned: Alignment) -> list[int]:
    """Names that are spelt otherwise than the evidence's, and as somebody's elsewhere in its
    article: «ميرلان», whom it tells of, is not «مورلان»."""
    evidence = source.passage
    if evidence.language != sentence.language:
        return []
    spelt = [
        place
        for place in sentence.content
        if (found := aligned.every.get(place)) and not listed(sentence.words[place].fold)
        if all(
            freely_respelt(sentence.words[place].fold, evidence.words[j].fold)
            and evidence.words[j].fold not in without_particles(sentence.words[place].fold)
            for j in found
        )
    ]
    said = {word.fold for word in tokens(source.article.text)} if spelt else set()
    return [place for place in spelt if sentence.words[place].fold in said]


def _behind_the_same_name(
    sentence: Passage, place: int, evidence: Passage, aligned: Alignment
) -> list[int]:
    """The words of the evidence for the name at *place*, if each stands behind the same name."""
    found = aligned.every.get(place, ())
    if not place or place - 1 not in sentence.telling or not together(sentence, place, place - 1):
        return []
    before, word = sentence.words[place - 1].fold, sentence.words[place].fold
    if listed(before) and not (given_name(before) or only_proper(sentence.meanings[place - 1])):
        return []
    behind = [
        j
        for j in found
        if j > 0
        and evidence.words[j - 1].fold == before
        and together(evidence, j, j - 1)
        and not (listed(word) and listed(evidence.words[j].fold))
    ]
    return behind if len(behind) == len(found) else []


def _one_surname(word: str, other: str) -> bool:
    """Whether two words behind one name are the same name, or it in two spellings."""
    if word == other or other in without_particles(word) or word in without_particles(other):
        return True
    if word[1:] == other[1:] and _LIKE_PARTICLES.issuperset((word[0], other[0])):
        return False  # «بولتون», «فولتون»
    if all(form.startswith("ال") and form.endswith("ي") for form in (word, other)):
        return spelt_otherwise(word, other)
    if word.endswith(_SYLLABLE) and other.endswith(_SYLLABLE):
        return True  # «تشانغ», «تشونغ»: newsrooms do not agree
    respellings = (spelt_otherwise, respelt, differ_in_a_c, freely_respelt)
    return any(alike_in(word, other) for alike_in in respellings)


#: First letters that a reader may take for a particle of another name; a last syllable.
_LIKE_PARTICLES, _SYLLABLE = frozenset("وفبلك"), "نغ"
