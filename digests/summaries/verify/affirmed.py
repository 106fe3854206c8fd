"""What a word of the evidence denies by itself (illegal, unintentionally) told without its no.

The rule: where the evidence has an English word with its no in front and the sentence has a word
for what that denies («قانونية» for "illegally", «عن قصد»), a denial stands before it, unless the
evidence has a word of that root as well, or the word rests on another one («قوات الأمن»). So does
one before an adjective of the table that rests on such words alone. Of evidence in another language
«مسبوق» is told with a denial, unless it says what came before («مسبوقًا بتحذير»).

What it may get wrong: a denial further from its word than `_BEFORE` words. The escape hatch is the
table.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.kin import without_particles
from digests.language.lexicon import listed, meanings, of_names, proper
from digests.language.lists import folded
from digests.language.negation import positive, turned
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Adjectives that deny with «غير» what they say without it.
_POSITIVE = folded(
    "قانوني قانونية شرعي شرعية مشروع مشروعة دستوري دستورية عادل عادلة آمن آمنة ممكن ممكنا مقبول "
    "مقبولة ضروري ضرورية كاف كافية واضح واضحة مستقر مستقرة منطقي منطقية متوقع متوقعة معقول معقولة "
    "مبرر مبررة رسمي رسمية مؤكد مؤكدة"
)
#: Words that are said with a denial alone: unprecedented.
_NEVER_ALONE = folded("مسبوق مسبوقة مسبوقا مسبوقين")
_PREFIXES = ("il", "un", "in", "im", "ir")
#: The shortest such word that is told by an adjective of the table ("undue" but not "until").
_LETTERS, _SHORT = 5, frozenset({"undue", "unfit"})
_DENYING = folded(
    "غير لا ليس ليست لم لن عدم بلا دون بدون مخالف مخالفة خلافا خارج انعدام نقص ضد قلة سوء وغير ولا"
)
#: Words before an adjective among which stands its denial.
_BEFORE = 4
#: Letters that words of one root begin with: legal, legally, legality.
_ROOT = 5


def affirmed(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word that the evidence denies by itself, told without a denial."""
    evidence = source.passage
    for place in sentence.content:
        if _denied_before(sentence, place):
            continue
        word = sentence.words[place].fold
        alone = not _NEVER_ALONE.isdisjoint(without_particles(word)) and _unheard(
            sentence, place, evidence
        )
        if alone or (
            evidence.language == "en"
            and (
                _adjective(word, evidence, aligned.every.get(place, ()))
                or _positive(sentence, place, source, aligned)
            )
        ):
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence denies it")
    return None


def _unheard(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether «مسبوق» at *place* says that there was something like it, and not «مسبوقًا بتحذير»."""
    behind = sentence.words[place + 1].fold if place + 1 < len(sentence.words) else ""
    return behind[:1] != "ب" and evidence.language != sentence.language


def _denied_before(sentence: Passage, place: int) -> bool:
    before = sentence.words[max(0, place - _BEFORE) : place]
    denied = any(not _DENYING.isdisjoint(without_particles(w.fold)) for w in before)
    return (
        denied or place in sentence.averse or any(n.at < place < n.end for n in sentence.negations)
    )


def _adjective(word: str, evidence: Passage, support: Sequence[int]) -> bool:
    """Whether an adjective of the table rests on words with their no in front alone."""
    if not support or _POSITIVE.isdisjoint(without_particles(word)):
        return False
    theirs = [evidence.words[j].fold for j in support]
    return all(w.startswith(_PREFIXES) and (len(w) > _LETTERS or w in _SHORT) for w in theirs)


def _positive(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* says what a word of the evidence denies by itself."""
    evidence, word = source.passage, sentence.words[place].fold
    meant = sentence.meanings[place]
    support = aligned.every.get(place, ())
    if sentence.keys[place] or of_names(meant) or proper(meant):
        return False
    if place in aligned.near and support:
        return all(turned(evidence.words[j].fold) for j in support)
    table = not _POSITIVE.isdisjoint(without_particles(word))
    plain = any(not turned(evidence.words[j].fold) for j in support)
    if plain and (not table or _denied_elsewhere(sentence, place, evidence, aligned)):
        return False  # «قوات الأمن» rests on "security", and «غير آمن» on "unsafe"
    for j in source.inside:
        theirs = evidence.words[j].fold
        if not table and listed(theirs) and meant & evidence.meanings[j]:
            continue  # «حل» for "dissolution", which is no "solution"
        bare = positive(theirs)
        said = meant & (meanings(bare) | meanings(bare.removesuffix("ly"))) if bare else None
        if said and not _elsewhere(evidence, j, bare, frozenset() if table else said):
            return True
    return False


def _denied_elsewhere(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether another word than that at *place* tells a word with its no in front, and denies."""
    return any(
        any(turned(evidence.words[j].fold) for j in aligned.every.get(p, ()))
        and _denied_before(sentence, p)
        for p in sentence.content
        if p != place
    )


def _elsewhere(evidence: Passage, denied: int, bare: str, said: frozenset[int]) -> bool:
    """Whether the evidence says it, too, and not only that it is not: legal, beside illegal."""
    return any(
        word.fold.startswith(bare[:_ROOT]) or said & evidence.meanings[j]
        for j, word in enumerate(evidence.words)
        if j != denied
    )
