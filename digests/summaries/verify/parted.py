"""What may be cut from a quotation: a whole part of it, and nothing that bears on that part.

The rule: what stands beside a stretch in the quotation is parted from it by punctuation, a word
that only ties or that opens a clause, or a joined particle; or it is told beside our marks on the
same side. A condition, an exception or a negation that bears on the stretch is told as well, and
what is denied or said of all is not cut before a phrase that narrows it ("every nurse who …"), nor
a share before what it is of ("half of our patients").

What it may get wrong: a qualification in a phrase of its own may be left out («"يقتل"» for "kills
in the war"). The escape hatch is the tables of small words.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.small_words import OPENING, bare
from digests.language.strength import Hedge
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage

#: Letters of a Hebrew infinitive or noun with ל and ה before it, at least.
_INFINITIVE = 4
STOPS = frozenset(".,;:!?؟،؛–—()…")
SENTENCE_ENDS = frozenset(".;!?؟؛")
#: Words without a meaning of their own that change what is said.
_NO_MERE_TIES = frozenset(
    "not no nor never only very all some most any more against before after under over same own "
    "must may might could can should if new such other during like".split()
) | folded("לא אין בלי רק כל נגד אחרי לאחר לפני עוד כבר אם תחת במהלך")
#: Words that say how widely something holds; what follows them may say of what.
_ALL = frozenset("all every each any always only everyone everything anyone".split()) | folded(
    "כל תמיד רק"
)
#: Words by which a speech goes on without narrowing what it denied.
_WIDENING = frozenset(
    "and but or nor while whereas although though despite so therefore thus hence yet".split()
) | folded("או אבל אך אולם ואילו למרות לכן")
#: Words before a stretch by which it is not, or not quite, so: "anything but fair", "like a war".
_FAR_FROM = frozenset("far anything almost nearly barely hardly scarcely like".split()) | folded(
    "כמעט בקושי רחוק רחוקה"
)
_DETERMINERS = frozenset("the a an our my your his her its their these those this that".split())
#: Shares of what "of" names; what is said of them is not said of it.
_SHARES = frozenset(
    "half most some many few part parts majority minority third quarter none lack absence".split()
) | folded("מחצית חצי רוב מרבית חלק שליש רבע מיעוט היעדר")
_AND = frozenset("and but".split()) | folded("אבל אך")
_CONDITIONS = frozenset(
    "if unless except excepting excluding barring until without provided providing only "
    "once".split()
) | folded("אם אלא למעט מלבד פרט בתנאי ללא בלי עד רק חוץ")
_IN_CASE = "בתנאי"
_EXCEPT = folded(
    "إلا سوى فقط فحسب عدا ماعدا باستثناء ما حتى دون بدون بلا قبل وحده وحدها خلا غير شريطة بشرط"
)


def parted_before(evidence: Passage, stretch: range, theirs: set[int], told: set[int]) -> bool:
    """Whether what stands before *stretch* in *theirs* is parted from it, or *told* beside it."""
    place = stretch.start
    while True:
        if place - 1 not in theirs or STOPS & set(evidence.gap(place)):
            return True
        if place < stretch.start or not _opened(evidence, place):
            place -= 1
            if not meant(evidence, place) or evidence.words[place].fold in OPENING:
                return True
            if place not in told:
                return False
        else:
            return True


def parted_behind(evidence: Passage, stretch: range, theirs: set[int], told: set[int]) -> bool:
    """Whether what stands behind *stretch* in *theirs* is parted from it, or *told* beside it."""
    place = stretch.stop
    while True:
        if place not in theirs or STOPS & set(evidence.gap(place)):
            return True
        if not meant(evidence, place) or _opened(evidence, place):
            return True
        if place not in told:
            return False
        place += 1


def narrowed(evidence: Passage, stretch: range, theirs: set[int], told: set[int]) -> bool:
    """Whether what is cut behind narrows a denial or an "all": "no deal that leaves them there"."""
    place = stretch.stop
    if place not in theirs or STOPS & set(evidence.gap(place)) or place in told:
        return False
    word = evidence.words[place].fold
    if word in _WIDENING or (evidence.language == "he" and word[0] == "ו"):
        return False
    if not _more(evidence, place, theirs):
        return False
    whole = any(evidence.words[j].fold in _ALL for j in stretch)
    return whole or any(n.at in stretch for n in evidence.negations)


def _more(evidence: Passage, place: int, theirs: set[int]) -> bool:
    """Whether anything that says something stands from *place* to the next stop of *theirs*."""
    while place in theirs:
        if meant(evidence, place):
            return True
        place += 1
        if STOPS & set(evidence.gap(place) if place < len(evidence.words) else "."):
            return False
    return False


def _opened(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* opens a clause or a phrase: because; a particle joined to it."""
    word = evidence.words[place].fold
    if word in OPENING:
        return True
    if evidence.language != "he" or evidence.keys[place]:
        return False
    if word[0] in "וש":
        return True
    infinitive = word.startswith("לה") and len(word) > _INFINITIVE
    return word[0] in "בלכ" and (infinitive or as_it_stands(word[1:])) and not as_it_stands(word)


def bound(
    evidence: Passage, stretch: range, theirs: set[int], told: set[int], sentence: Passage
) -> bool:
    """Whether a negation, a condition or an exception bears on *stretch* and is not *told*.

    A condition and an exception may be told anywhere in *sentence*.
    """
    if _of_some(evidence, stretch.start, told):
        return True
    place = stretch.start
    while place - 1 in theirs and not STOPS & set(evidence.gap(place)):
        place -= 1
        word = evidence.words[place].fold
        if word in _FAR_FROM and place not in told:
            return True
        if word in _AND and evidence.words[place - 1].fold not in _FAR_FROM:
            break
        if any(n.at == place for n in evidence.negations) and place not in told:
            return True
    conditional = any(h.hedge is Hedge.CONDITIONAL for h in sentence.hedges)
    excepted = any(word.fold in _EXCEPT for word in sentence.words)
    return any(
        _conditional(evidence, place) and not conditional and not excepted
        for place in _around(evidence, stretch, theirs)
    )


def _of_some(evidence: Passage, start: int, told: set[int]) -> bool:
    """Whether what begins at *start* is said of an untold share: "half of our patients"."""
    place = start - 1
    while place > 0 and evidence.words[place].fold in _DETERMINERS:
        place -= 1
    if evidence.language == "en":
        if place < 1 or evidence.words[place].fold != "of":
            return False
        place -= 1
    if place < 0 or place in told:
        return False
    counted = any(q.end == place + 1 for q in evidence.numbers)
    return counted or evidence.words[place].fold in _SHARES


def _around(evidence: Passage, stretch: range, theirs: set[int]) -> Iterator[int]:
    """Places of the rest of the sentence in *theirs* that *stretch* is of."""
    place = stretch.start
    while place - 1 in theirs and not SENTENCE_ENDS & set(evidence.gap(place)):
        place -= 1
        yield place
    place = stretch.stop
    while place in theirs and not SENTENCE_ENDS & set(evidence.gap(place)):
        yield place
        place += 1


def _conditional(evidence: Passage, place: int) -> bool:
    word = evidence.words[place].fold
    if word == _IN_CASE:  # and not «בתנאי העבודה»
        return any(w.fold[0] == "ש" for w in evidence.words[place + 1 : place + 2])
    return word in _CONDITIONS


def meant(evidence: Passage, place: int) -> bool:
    """Whether a translation of a quotation must tell the word at *place*."""
    word = evidence.words[place].fold
    return word in _NO_MERE_TIES or (says(evidence, place) and not bare(word))
