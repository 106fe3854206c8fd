"""The meanings of the words of a text, phrases before single words.

The rule: a listed phrase of the lexicon takes the words that it covers, where its file says so,
and else adds its meaning to theirs. An English verb may have its particle behind its object, and an
Arabic one its subject before its preposition.

What it may get wrong: words that stand together by chance as in a phrase. The escape hatch is the
lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from digests.language.conjugation import forms
from digests.language.kin import stems, without_particles
from digests.language.lexicon import meanings
from digests.language.lexicon_index import (
    NOTHING,
    Index,
    Seconds,
    base,
    core_index,
    phrases_begun,
    whole_index,
)
from digests.language.normal import fold

#: Words of an object between a verb and its particle, at most.
_OBJECT = 4
#: Words of a subject between an Arabic verb and its preposition, at most; letters of one.
_SUBJECT, _PREPOSITION = 4, 3
#: Words from one part of a phrase to the next, a name or a subject of two words between them.
_NAMED = 3
#: Verbs that only carry the noun behind their subject.
_AGAIN = forms("ar", ["أعاد يعيد", "حدد يحدد", "أعلن يعلن", "استأنف يستأنف", "واصل يواصل"])
#: Letters of a noun with «ب» and the pronoun of its subject, more than: «ببراءته».
_OWNED_NOUN = 5
#: What denies the word behind it.
_NOES = frozenset(map(fold, "غير لا لم لن ليس ليست عدم دون بدون بلا".split()))
#: Endings of adjectives made of nouns: تجاري.
_OF_A_NOUN = ("ي", "يه")
#: Prepositions that alone give an Arabic verb another meaning («أتى على»); «إلى» seldom does.
_BINDING = frozenset((fold("على"), fold("عن")))
#: What a verb takes of its subject, with an ending that is the subject's: «لقي 20 شخصا حتفهم».
_ITS_OWN = frozenset(map(fold, "حتفه مصرعه حياته نحبه".split()))
#: «يُطلق خلالها سراح 33 محتجزا».
_FREED = frozenset(map(fold, "سراح سراحه سراحها سراحهم".split()))
_BEHIND = _ITS_OWN | _FREED
#: What may end a phrase by itself behind a subject though it is short.
_ALONE = _BINDING | _ITS_OWN
#: Possessive endings that a short noun of a phrase may have: «أماكن عملنا»; its letters.
_POSSESSIVES, _SHORT = frozenset(map(fold, "ه ها هم هما نا كم".split())), 3
#: Words after which an imperfect loses a weak last letter; its first letters, and its most.
_JUSSIVE, _IMPERFECTS, _LONGEST = frozenset(("لم", "ولم", "فلم")), frozenset("يتنا"), 6
#: Letters of such a one that has lost its middle; those that say "no longer" or "still".
_HOLLOW, _NO_MORE = 3, frozenset(map(fold, "يعد تعد نعد يزل تزل نزل".split()))
_REMAINS = frozenset((fold("يبقى"), fold("يبقي")))
#: Arabic letters are from here on.
_ARABIC = "\u0600"
_VERB_PARTICLES = frozenset("down off out up back aside at over in away on into to under".split())
#: Verbs whose object stands before where it is put: put the recovery in jeopardy.
_PUTS = frozenset(
    "put puts putting place places placed placing bring brings brought bringing take takes took "
    "taken taking keep keeps kept keeping hold holds held holding call calls called calling".split()
)


def read(words: Sequence[str], *, core: bool = False) -> list[frozenset[int]]:
    """The meanings of each of the folded *words*, phrases before single words.

    *core* leaves out the files of further words.
    """
    index = core_index() if core else whole_index()
    left_out = index.further if core else NOTHING
    cut = [_word(word, core) for word in words]
    found = [word.meant for word in cut]
    for place in (p for p in range(1, len(words)) if words[p - 1] in _JUSSIVE):
        found[place] |= _in_full(words[place], index) - left_out
    begun = [word.begun for word in cut]
    if not any(begun):
        return found
    said = [word.said for word in cut]
    at = 0
    while at < len(words):
        if not begun[at]:
            at += 1
            continue
        phrases = [row for row in _phrases_at(begun, said, at) if row[1] not in left_out]
        if not phrases:
            at += 1
            continue
        longest = max(size for size, _ in phrases)
        whole = frozenset(m for size, m in phrases if size == longest)
        if whole and not whole & index.adding:
            found[at : at + longest] = [whole] * longest
            at += longest
            continue
        for size, meaning in phrases:
            for place in range(at, at + size):
                found[place] = found[place] | {meaning}
        at += 1
    for place in filter(begun.__getitem__, range(len(words))):
        if words[place][0] >= _ARABIC:
            for meaning, told in _around_a_subject(begun, words, said, place):
                for at in told if meaning not in left_out else ():
                    found[at] = found[at] | {meaning}
        elif parted := _parted(begun, words, said, place) - left_out:
            found[place] = found[place] | parted
    return found


class _Word(NamedTuple):
    """What a folded word means by itself, the phrases that it may begin (by their second words),
    and the other parts of phrases that it may be."""

    meant: frozenset[int]
    begun: tuple[Seconds, ...]
    said: frozenset[str]


@lru_cache(maxsize=1 << 14)
def _word(word: str, core: bool) -> _Word:
    return _Word(meanings(word, core=core), phrases_begun(word, core=core), _said(word))


def _in_full(word: str, index: Index) -> frozenset[int]:
    """The meanings of the imperfect whose weak letter *word* has lost: «لم يأت» of يأتي, or before
    its last one «لم يفز» of يفوز.

    What remains is left out: it remains without a change, which is another "no".
    """
    if word[0] not in _IMPERFECTS or len(word) > _LONGEST:
        return NOTHING
    full = {"ي" + word[1:] + weak for weak in "يو"} - _REMAINS
    if len(word) == _HOLLOW and word not in index.exact and word not in _NO_MORE:
        full |= {f"ي{word[1]}{weak}{word[2]}" for weak in "يوا"}
    return NOTHING.union(*(index.exact.get(form, ()) for form in full))


def _parted(
    begun: Sequence[Sequence[Seconds]],
    words: Sequence[str],
    said: Sequence[frozenset[str]],
    at: int,
) -> frozenset[int]:
    """The meanings of an English verb whose particle, or where it puts what, stands after its
    object: turned it down, put the recovery in jeopardy."""
    if words[at][0] > "z":
        return _of_a_part(begun, words, at)
    meant: set[int] = set()
    following = words[at + 2 : at + 2 + _OBJECT]
    particles = _VERB_PARTICLES.intersection(following)
    for seconds in begun[at] if particles else ():
        for particle in particles.intersection(seconds):
            behind = at + 3 + following.index(particle)
            meant.update(
                meaning
                for rest, meaning in seconds[particle]
                if not rest or (words[at] in _PUTS and _goes_on(said, behind, rest))
            )
    return frozenset(meant)


def _of_a_part(begun: Sequence[Sequence[Seconds]], words: Sequence[str], at: int) -> frozenset[int]:
    """The meanings of a Hebrew phrase with who loses something between its verb and what he loses:
    «פירוק מנשקו», of «פירוק הארגון מנשקו»."""
    behind = [w[:-1] + "ו" for w in words[at + 2 : at + 2 + _NAMED] if w in _FROM_HIM]
    if not behind or not "א" <= words[at][0] <= "ת":
        return NOTHING
    ends = (seconds.get(second, ()) for seconds in begun[at] for second in behind)
    return frozenset(meaning for rows in ends for rest, meaning in rows if not rest)


#: What somebody loses, with the pronoun of him; phrases are listed with «ו».
_FROM_HIM = frozenset(map(fold, "מנשקו מנשקה מנשקם מנשקן מתפקידו מתפקידה מתפקידם".split()))


def _around_a_subject(
    begun: Sequence[Sequence[Seconds]],
    words: Sequence[str],
    said: Sequence[frozenset[str]],
    at: int,
) -> list[tuple[int, list[int]]]:
    """The meanings, each with its places, of an Arabic phrase whose verb stands before a subject.

    «توقف العمال عن العمل» is «توقف عن العمل», said of the workers.
    """
    found: list[tuple[int, list[int]]] = []
    reach = range(at + 2, min(at + 2 + _SUBJECT, len(words)))
    for seconds in begun[at]:
        listed = seconds.keys()
        met = [start for start in reach if not listed.isdisjoint(said[start])]
        if not met:
            continue
        # «بصورة غير قانونية» is no «بصورة قانونية»
        denied = next((p for p in reach if words[p - 1] in _NOES), len(words))
        met = [start for start in met if start < denied]
        for second in frozenset().union(*(said[start] for start in met)) & listed:
            starts = [start for start in met if second in said[start]]
            for rest, meaning in seconds[second]:
                short = len(second) <= _PREPOSITION or second in _BEHIND
                if short and not rest and second not in _ALONE:
                    continue
                bound = short or _bound(second)
                for start in starts:
                    if not bound and not (start <= at + _NAMED and _apart(words[at], second)):
                        continue
                    if _goes_on(said, start + 1, rest):
                        found.append((meaning, [at, *range(start, start + 1 + len(rest))]))
                        break
        if found:
            break
    return found


def _phrases_at(
    begun: Sequence[Sequence[Seconds]], said: Sequence[frozenset[str]], at: int
) -> list[tuple[int, int]]:
    """The phrases that begin at *at*, each with how many words it takes and its meaning."""
    found: list[tuple[int, int]] = []
    if at + 1 == len(said):
        return found
    for seconds in begun[at]:
        if seconds.keys().isdisjoint(said[at + 1]):
            continue
        for second in said[at + 1] & seconds.keys():
            found.extend(
                (len(rest) + 2, meaning)
                for rest, meaning in seconds[second]
                if _goes_on(said, at + 2, rest)
            )
        if found:
            break
    return found


def _goes_on(said: Sequence[frozenset[str]], at: int, rest: Sequence[str]) -> bool:
    """Whether the words from *at* on are the *rest* of a phrase."""
    if at + len(rest) > len(said):
        return False
    return all(part in said[at + number] for number, part in enumerate(rest))


def _apart(first: str, second: str) -> bool:
    """Whether the *second* word of a phrase may stand behind a name, an attribute or a doer: «مركز
    تاتورا التجاري», «وقفا مؤقتا لإطلاق النار», «أعادت الشركة تشغيل الخط»."""
    if second.startswith("ال") or second.endswith(_OF_A_NOUN) or first.endswith("ا"):
        return True
    return not _AGAIN.isdisjoint(without_particles(first))


def _bound(part: str) -> bool:
    """Whether *part* of a phrase is a noun with its preposition: «عرّض السكان للخطر», «شعر الوزير
    بالخجل», «دفع المتهم ببراءته»."""
    if part.startswith(("لل", "بال")):
        return len(part) > _PREPOSITION
    return part.startswith("ب") and part.endswith("ته") and len(part) > _OWNED_NOUN


def _said(word: str) -> frozenset[str]:
    """The parts of phrases, but the first, as which the folded *word* may stand.

    Short parts take the article alone, and short nouns an owner.
    """
    if not word:
        return frozenset()
    forms = [form for form in stems(word) if len(form) > _SHORT]
    found = {word, base(word), *forms}
    found.update(form[:-1] + "ه" for form in forms if form[-1] == "ت")
    if word[0] == "ה":
        found.add(word[1:])
    if word[_SHORT:] in _POSSESSIVES:
        found.add(word[:_SHORT])
    found.update(
        own for own in _ITS_OWN if word in (own + "م", own[:-1] + "ها", own + "ن", own + "ما")
    )
    return frozenset(found)
