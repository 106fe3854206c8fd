"""Who speaks in a frame of the evidence, where it names nobody or only points back.

The rule: a frame that names nobody has the subject of its clause, else who spoke last before. A
bare surname is who was named in full before. A denial by "it" or "the group" behind an accusation
is that of who is accused: "the union accused Meridian of theft, which it denied".

What it may get wrong: "it" that is somebody else. The escape hatch is to cite the sentence that
names who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.arabic_subjects import BUT_IT
from digests.language.english_frames import apposition_end
from digests.language.frame import abbreviated
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.participles import participle
from digests.language.reporting import Frame
from digests.language.speech_verbs import Act
from digests.summaries.parties import TITLES
from digests.summaries.verify.actors import actor, title
from digests.summaries.verify.naming import Speaker, named_in
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.standing import PERSONS

_PAPERS = folded("بيان تقرير رسالة statement report letter memo email post הודעה דוח מכתב פרסום")
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
    if own and (apposed := _apposed(own, evidence)):
        found.append(Speaker(evidence, apposed))
    papers = any(_paper(evidence.words[p].fold) for p in own)
    if accused := _accused(frame, own, evidence):
        return [*found, Speaker(evidence, [*accused, *own])]
    if own and not papers:
        full = [*_in_full(frame, own, source), *_pointed_at(frame, own, evidence)]
        return [*found, *full, *_spelt_out(own, source)]
    earlier = _named_before(frame, evidence)
    start = _sentence_start(evidence, frame.at)
    goes_on = _goes_on(frame, evidence) and not any(f.at >= start for f in earlier)
    if goes_on and (subject := _subject(frame, start, evidence)):
        full = [] if own == subject else [*_pointed_at(frame, subject, evidence)]
        return [*found, Speaker(evidence, subject, False), *full]
    if not own and (pronoun := _subject_before(frame, source)) is not None:
        return [pronoun]
    if not own and (one := _unnamed_before(frame, evidence)) is not None:
        return who_says(one, source)
    last = next(_speakers_before(earlier, source), None)
    if last is None:
        return found
    if own and last.text is evidence:  # "a statement" of the ministry that spoke before
        found.append(Speaker(evidence, sorted({*last.places, *own}), last.opened))
    return [*found, last]


def _named_before(frame: Frame, evidence: Passage) -> list[Frame]:
    """The frames before that name who speaks, but for what was said within another's words."""
    earlier = [f for f in evidence.frames if f.at < frame.at and not f.aside]
    earlier = [f for f in earlier if not _within(f, earlier) or _within(frame, [f])]
    return [f for f in earlier if named_in(evidence, f.speaker)]


def _within(frame: Frame, others: list[Frame]) -> bool:
    """Whether *frame* stands in the claim of one of *others*."""
    return any(frame.at in f.claim and f.at < frame.at for f in others)


def _unnamed_before(frame: Frame, evidence: Passage) -> Frame | None:
    """The frame right before, where it names nobody either: «وقالت إن …. وأضافت أن …»."""
    before = [f for f in evidence.frames if f.at < frame.at and not f.aside and f.at > 0]
    before = [f for f in before if not _within(f, before)]
    if evidence.language != "ar" or not before or named_in(evidence, before[-1].speaker):
        return None
    return before[-1]


def _subject_before(frame: Frame, source: Source) -> Speaker | None:
    """Whom "he" or "she" stands for, where nobody speaks in the sentence before.

    It is the person who is its subject: "Soller rejected the charge. She added".
    """
    evidence = source.passage
    pronouns = {evidence.words[p].fold for p in frame.speaker}
    if evidence.language == "ar" or not pronouns & _HE:
        return None
    start = _sentence_start(evidence, frame.at)
    if any(f.at >= start for f in _named_before(frame, evidence)):
        return None
    if start:
        text, first, end = evidence, _sentence_start(evidence, start - 1), start
    elif source.before:
        text, first, end = source.before[0], 0, len(source.before[0].words)
    else:
        return None
    if any(first <= f.at < end for f in text.frames):
        return None
    stop = next((p for p in range(first + 1, end) if _past(text, p)), first)
    subject = named_in(text, range(first, min(stop, first + _LONG)))
    named = any(text.words[p].text[:1].isupper() and _is_name(text, p) for p in subject)
    named = named or (text.language == "he" and any(title(text, p) for p in subject))
    return Speaker(text, subject) if named else None


_HE = folded("he she הוא היא")
#: Words of a subject with its title, at most.
_LONG = 14


def _past(text: Passage, place: int) -> bool:
    word = text.words[place]
    if text.language == "he":
        return word.fold in _VERBS
    return word.text.islower() and (word.fold.endswith("ed") or word.fold in _VERBS)


_VERBS = folded("is was has had will would won took left went made gave held sought met led לא")


def _is_name(text: Passage, place: int) -> bool:
    """Whether the word at *place* is no common word that only opens its sentence."""
    return not _opens(text, place) or not listed(text.words[place].fold)


def _opens(text: Passage, place: int) -> bool:
    return not place or text.ends(place)


def _apposed(own: list[int], evidence: Passage) -> list[int]:
    """The words of a speaker with the name behind: "said its secretary, Lucia Berrocal, 52"."""
    last = own[-1] + 1
    if evidence.language != "en" or last >= len(evidence.words):
        return []
    end = apposition_end(evidence.words, evidence.text, last, len(evidence.words))
    if end <= last or not all(w.text[:1].isupper() for w in evidence.words[last:end]):
        return []
    return [*own, *range(last, end)]


def _spelt_out(own: list[int], source: Source) -> Iterator[Speaker]:
    """The full name before of which a speaker has the initials: "The RSF said"."""
    evidence = source.passage
    letters = [w for p in own if (w := evidence.words[p].text).isupper() and len(w) >= _INITIALS]
    if evidence.language != "en" or not letters:
        return
    for text, end in ((evidence, own[0]), *((t, len(t.words)) for t in source.before)):
        names = [p for p in range(end) if text.words[p].text[:1].isupper()]
        for first in range(len(names)):
            run = names[first : first + len(letters[0])]
            spelt = "".join(text.words[p].text[0] for p in run)
            if spelt == letters[0] and run[-1] - run[0] < 2 * len(run):
                yield Speaker(text, run[:-1])  # "Forces" alone are any army


#: Letters of a name that is told by its initials, at least.
_INITIALS = 3


def _speakers_before(earlier: list[Frame], source: Source) -> Iterator[Speaker]:
    """Who spoke before, the nearest first: in the frames *earlier*, and in sentences before."""
    for frame in reversed(earlier):
        own = named_in(source.passage, frame.speaker)
        yield Speaker(source.passage, _apposed(own, source.passage) or own, frame.opened)
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
        forms = {noun, noun.removesuffix("ה") + "ת" if noun.endswith("ה") else noun + "ا"}
        bare = {front + form for front in _FRONTS for form in forms}
    before = [p for p in range(own[0]) if evidence.words[p].fold in bare]
    if not pointing or len(own) > _POINTED:
        return
    if len(before) == 1:
        yield Speaker(evidence, [*_full_name(before[0], evidence), *own])
        spoke = next((f for f in evidence.frames if before[0] in f.speaker and f.opened), None)
        if spoke is not None and spoke.speaker.start == before[0]:
            yield Speaker(evidence, [*named_in(evidence, spoke.speaker), *own])
    elif not before and noun in _ANY_BODY:
        said = _named_before(frame, evidence)
        if len({f.speaker for f in said}) == 1:
            yield Speaker(evidence, [*named_in(evidence, said[0].speaker), *own])


def _in_its_name(place: int, own: list[int], evidence: Passage) -> Iterator[Speaker]:
    """Who speaks for «الجماعة», with the one full name before that this points to."""
    noun = evidence.words[place].fold
    bare = {front + noun.removeprefix("ال") for front in _FRONTS}
    before = [p for p in range(own[0]) if evidence.words[p].fold in bare]
    if noun.startswith("ال") and len(before) == 1:
        yield Speaker(evidence, [*_full_name(before[0], evidence), *own])


_IN_THE_NAME = folded("باسم")


#: Nouns that point back to any body that spoke.
_ANY_BODY = folded("organisation organization agency body المنظمة الهيئة הארגון הגוף")
#: Words of a speaker that only points back: an article and a noun.
_POINTED = 2
_FRONTS = ("", *"وبلומלבש")


def _full_name(place: int, evidence: Passage) -> list[int]:
    """The words of the name whose noun stands at *place*: «وزارة المالية», "the port agency"."""
    if evidence.language != "en":
        return _name_behind(place, evidence)
    first = place
    while first > 0 and place - first < _NAME and evidence.words[first - 1].fold not in _BEFORE:
        first -= 1
    return list(range(first, place + 1))


#: Words of a name before its noun, at most, and what no name begins behind.
_NAME = 3
_BEFORE = folded("the a an of by and to from with for its their his her in on at that")


def _name_behind(place: int, evidence: Passage) -> list[int]:
    """The noun at *place* with its name: «وزارة المالية», «تحالف «العراق الجديد»»."""
    after = place + 1
    gap = evidence.gap(after).strip() if after < len(evidence.words) else "."
    if gap in ("«", '"', "“"):
        marked = range(after, min(len(evidence.words), after + _NAME + 1))
        stop = next((p for p in marked if p > after and evidence.gap(p).strip()), after)
        return list(range(place, stop))
    if gap:
        return [place]
    if evidence.language == "ar":
        return [place, after]
    stop = next((p for p in range(after, after + _HEBREW) if _ends_name(evidence, p)), after)
    return list(range(place, max(stop, after + 1)))


def _ends_name(evidence: Passage, place: int) -> bool:
    """Whether the Hebrew name before *place* ends there: at a mark, or at a verb of saying."""
    if place >= len(evidence.words) or evidence.gap(place).strip():
        return True
    return any(f.at == place for f in evidence.frames)


#: Words of a Hebrew name behind its noun, at most.
_HEBREW = 6


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
    while place > 0 and (
        not any(mark in text.gap(place) for mark in ".!?؟\n")
        or abbreviated(text.words[place - 1], text.gap(place), text.words[place])
    ):
        place -= 1
    return place


def _paper(word: str) -> bool:
    return any(form in _PAPERS for form in without_particles(word))


def opens_with_verb(sentence: Passage, named: list[int]) -> bool:
    """Whether the first of *named* is no person, so that the subject is what follows it."""
    if not named:
        return False
    forms = without_particles(sentence.words[named[0]].fold)
    if any(form in TITLES or form in PERSONS for form in forms):
        return False
    return not actor(sentence, named[0])


def shown(frame: Frame, source: Source) -> str:
    """The speaker of *frame*, as the evidence names it."""
    who = who_says(frame, source)
    if not who:
        return "somebody"
    text, places, _ = who[0]
    first, last = text.words[places[0]], text.words[places[-1]]
    return f"«{text.text[first.start : last.end]}»"
