"""Who speaks in a frame of the evidence, where it names nobody or only points back.

The rule: a frame that names nobody has the subject of its clause, else who spoke last before. A
bare surname is who was named in full before. A denial by "it" or "the group" behind an accusation
is that of who is accused: "the union accused Meridian of theft, which it denied".

What it may get wrong: "it" that is somebody else. The escape hatch is to cite the sentence that
names who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.arabic_frames import BUT_IT
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.participles import participle
from digests.language.reporting import Frame
from digests.language.speech_verbs import Act
from digests.summaries.parties import TITLES
from digests.summaries.verify.actors import actor
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.same_speaker import Speaker, named_in
from digests.summaries.verify.source import Source

_PAPERS = folded("بيان تقرير رسالة statement report letter memo email post הודעה דוח מכתב")
#: Nouns that point back to who is accused.
_POINTING = folded(
    "the group company firm organisation organization movement militia force it he she they הקבוצה "
    "החברה הארגון התנועה"
)
#: Words of who is accused, at most, and what ends them.
_ACCUSED = 8
_CHARGED = folded("of for that over with who which כי על")
#: Words of a clause in which its verb and its subject stand.
_SUBJECT = 5


def who_says(frame: Frame, source: Source) -> list[Speaker]:
    """The passages and places that name the speaker of *frame* of the evidence.

    A statement or report speaks for whoever was named last before it.
    """
    evidence = source.passage
    own = named_in(evidence, frame.speaker)
    found = [Speaker(evidence, own, frame.opened)] if own else []
    if accused := _accused(frame, own, evidence):
        return [*found, Speaker(evidence, [*accused, *own])]
    if own and not any(_paper(evidence.words[p].fold) for p in own):
        return [*found, *_in_full(frame, own, source), *_pointed_at(frame, own, evidence)]
    earlier = _named_before(frame, evidence)
    start = _sentence_start(evidence, frame.at)
    goes_on = _goes_on(frame, evidence) and not any(f.at >= start for f in earlier)
    if not own and goes_on and (subject := _subject(frame, start, evidence)):
        return [Speaker(evidence, subject, False)]
    last = next(_speakers_before(earlier, source), None)
    if last is None:
        return found
    if own and last.text is evidence:  # "a statement" of the ministry that spoke before
        found.append(Speaker(evidence, sorted({*last.places, *own}), last.opened))
    return [*found, last]


def _named_before(frame: Frame, evidence: Passage) -> list[Frame]:
    earlier = [f for f in evidence.frames if f.at < frame.at and not f.aside]
    return [f for f in earlier if named_in(evidence, f.speaker)]


def _speakers_before(earlier: list[Frame], source: Source) -> Iterator[Speaker]:
    """Who spoke before, the nearest first: in the frames *earlier*, and in sentences before."""
    for frame in reversed(earlier):
        yield Speaker(source.passage, named_in(source.passage, frame.speaker), frame.opened)
    for sentence in source.before:
        for one in reversed(sentence.frames):
            if own := named_in(sentence, one.speaker):
                yield Speaker(sentence, own, one.opened)


def _in_full(frame: Frame, own: list[int], source: Source) -> Iterator[Speaker]:
    """The full name of a speaker that is named by one name only: "Kruger told reporters"."""
    evidence = source.passage
    name = evidence.words[own[0]].fold
    if len(own) > 1 or not frame.opened or (listed(name) and not evidence.keys[own[0]]):
        return
    for one in _speakers_before(_named_before(frame, evidence), source):
        if len(one.places) > 1 and any(one.text.words[p].fold == name for p in one.places):
            yield one


def _pointed_at(frame: Frame, own: list[int], evidence: Passage) -> Iterator[Speaker]:
    """The full name of the one body before that «الشركة», "the ministry" or המשרד points to."""
    for place in own:
        if place and evidence.words[place - 1].fold in _IN_THE_NAME:
            yield from _in_its_name(place, own, evidence)
    noun = evidence.words[own[-1]].fold
    if evidence.language == "en":
        pointing, bare = len(own) > 1 and evidence.words[own[-2]].fold == "the", {noun}
    else:
        article = "ال" if evidence.language == "ar" else "ה"
        pointing, noun = noun.startswith(article), noun.removeprefix(article)
        bare = {front + noun for front in _FRONTS}
    before = [p for p in range(frame.speaker.start) if evidence.words[p].fold in bare]
    if pointing and len(own) <= _POINTED and len(before) == 1:
        yield Speaker(evidence, [*_full_name(before[0], evidence), *own])


def _in_its_name(place: int, own: list[int], evidence: Passage) -> Iterator[Speaker]:
    """Who speaks for «الجماعة», with the one full name before that this points to."""
    noun = evidence.words[place].fold
    bare = {front + noun.removeprefix("ال") for front in _FRONTS}
    before = [p for p in range(own[0]) if evidence.words[p].fold in bare]
    if noun.startswith("ال") and len(before) == 1:
        yield Speaker(evidence, [*_full_name(before[0], evidence), *own])


_IN_THE_NAME = folded("باسم")


#: Words of a speaker that only points back: an article and a noun.
_POINTED = 2
_FRONTS = ("", *"وبلומלבש")


def _full_name(place: int, evidence: Passage) -> list[int]:
    """The words of the name whose noun stands at *place*: «وزارة المالية», "the port agency"."""
    if evidence.language != "en":
        after = place + 1
        return [place, after] if not evidence.gap(after).strip() else [place]
    first = place
    while first > 0 and place - first < _NAME and evidence.words[first - 1].fold not in _BEFORE:
        first -= 1
    return list(range(first, place + 1))


#: Words of a name before its noun, at most, and what no name begins behind.
_NAME = 3
_BEFORE = folded("the a an of by and to from with for its their his her in on at that")


def _accused(frame: Frame, own: list[int], evidence: Passage) -> list[int]:
    """Who is accused in the frame before, where *frame* is the denial of "it" or "the group"."""
    pointing = all(evidence.words[p].fold in _POINTING for p in own)
    before = [f for f in evidence.frames if f.at < frame.at]
    if frame.act is not Act.DENY or not pointing or not before or evidence.language == "ar":
        return []
    if before[-1].act is not Act.ACCUSE or before[-1].aside:
        return []
    claim = before[-1].claim[:_ACCUSED]
    stop = next((p for p in claim if _opens_charge(evidence, p)), claim.start)
    return named_in(evidence, range(claim.start, stop))


def _opens_charge(evidence: Passage, place: int) -> bool:
    """Whether a charge begins at *place*, behind who is accused: "of …", «ב…»."""
    word = evidence.words[place].fold
    joined = evidence.language == "he" and word[:1] == "ב" and not as_it_stands(word)
    return joined or word in _CHARGED


def _goes_on(frame: Frame, evidence: Passage) -> bool:
    """Whether the verb of *frame* goes on with the subject of its sentence: «…، لكنه طالب»."""
    joined = evidence.words[frame.at].fold[:1] in "وف"
    if evidence.language != "ar" or joined or not frame.at:
        return joined
    before = evidence.words[frame.at - 1].fold
    return before in BUT_IT or participle(evidence.words, frame.at) is not None


def _subject(frame: Frame, start: int, evidence: Passage) -> list[int]:
    """The words of the subject of the sentence from *start* on, as far as they are sure."""
    if frame.at <= start + 1:
        return []
    subject = named_in(evidence, range(start, min(frame.at, start + _SUBJECT)))
    if not opens_with_verb(evidence, subject):
        return subject
    definite = bool(subject[1:]) and evidence.words[subject[1]].fold.startswith("ال")
    return subject[1:2] if definite else subject[1:]


def _sentence_start(text: Passage, place: int) -> int:
    while place > 0 and not any(mark in text.gap(place) for mark in ".!?؟\n"):
        place -= 1
    return place


def _paper(word: str) -> bool:
    return any(form in _PAPERS for form in without_particles(word))


def opens_with_verb(sentence: Passage, named: list[int]) -> bool:
    """Whether the first of *named* is no person, so that the subject is what follows it."""
    if not named:
        return False
    forms = without_particles(sentence.words[named[0]].fold)
    if any(form in TITLES or form in _RELATED for form in forms):
        return False
    return not actor(sentence, named[0])


_RELATED = folded(
    "ابن ابنة نجل زوج زوجة والد والدة أب أم أخ شقيق شقيقة عم خال أرملة صديق محامي محامية مستشار "
    "مساعد ناطق متحدث وكيل ممثل"
)


def shown(frame: Frame, source: Source) -> str:
    """The speaker of *frame*, as the evidence names it."""
    who = who_says(frame, source)
    if not who:
        return "somebody"
    text, places, _ = who[0]
    first, last = text.words[places[0]], text.words[places[-1]]
    return f"«{text.text[first.start : last.end]}»"
