"""Who speaks in a frame of the evidence, where it names nobody or only points back.

The rule: a frame that names nobody has the subject of its clause, else who spoke last before. A
part of a name is the whole one (`full_names`). A denial by "it" or "the group" behind an accusation
is that of who is accused: "the union accused Meridian of theft, which it denied".

What it may get wrong: "it" that is somebody else. The escape hatch is to cite the sentence that
names who speaks.
"""

from __future__ import annotations

from digests.language.arabic_subjects import BUT_IT
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.named_nouns import BODIES, senses
from digests.language.normal import fold
from digests.language.participles import participle
from digests.language.reporting import Frame
from digests.language.speech_verbs import Act
from digests.summaries.parties import TITLES
from digests.summaries.verify.accused import denial
from digests.summaries.verify.actors import actor, title
from digests.summaries.verify.classed import speaks_as
from digests.summaries.verify.full_names import (
    apposed,
    in_full,
    named_before,
    pointed_at,
    speakers_before,
    spelt_out,
    within,
)
from digests.summaries.verify.naming import Speaker, named_in, proper_name, setting
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
_OF = fold("من")
#: Words of a clause in which its verb and its subject stand.
_SUBJECT = 8


def who_says(frame: Frame, source: Source) -> list[Speaker]:
    """The passages and places that name the speaker of *frame* of the evidence.

    A statement or report speaks for whoever was named last before it.
    """
    evidence = source.passage
    own = named_in(evidence, frame.speaker)
    found = [Speaker(evidence, own, frame.opened)] if own else []
    if own and (whole := apposed(own, evidence)):
        found.append(Speaker(evidence, whole))
    papers = _of_a_paper(own, evidence)
    if accused := _accused(frame, own, evidence):
        return [*found, Speaker(evidence, [*accused, *own])]
    if own and not papers:
        own = [p for p in own if p < setting(evidence, own)]
        full = [*in_full(frame, own, source), *pointed_at(frame, own, evidence)]
        return [*found, *full, *spelt_out(own, source), *speaks_as(own, source)]
    earlier = named_before(frame, evidence)
    if subject := subject_gone_on_with(frame, evidence):
        full = [] if own == subject else [*pointed_at(frame, subject, evidence)]
        return [*found, Speaker(evidence, subject, False), *full]
    if not own and (pronoun := _subject_before(frame, source)) is not None:
        return [pronoun]
    if not own and (one := _unnamed_before(frame, evidence)) is not None:
        return who_says(one, source)
    if not own and (body := _body_before(frame, source)) is not None:
        found.append(body)
    last = next(speakers_before(earlier, source), None)
    if last is None:
        return found
    if own and last.text is evidence:  # "a statement" of the ministry that spoke before
        found.append(Speaker(evidence, sorted({*last.places, *own}), last.opened))
    full = [*in_full(earlier[-1], last.places, source)] if earlier else []
    return [*found, last, *full]


def _unnamed_before(frame: Frame, evidence: Passage) -> Frame | None:
    """The frame right before, where it names nobody either: «وقالت إن …. وأضافت أن …»."""
    before = [f for f in evidence.frames if f.at < frame.at and not f.aside and f.at > 0]
    before = [f for f in before if not within(f, before)]
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
    if any(f.at >= start for f in named_before(frame, evidence)):
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


def _body_before(frame: Frame, source: Source) -> Speaker | None:
    """The body for which "it" stands, as the noun that opens the sentence before: "The Swiss
    company plans …. It said"."""
    evidence = source.passage
    start = _sentence_start(evidence, frame.at)
    if not start or not {evidence.words[p].fold for p in frame.speaker} & _IT:
        return None
    first = _sentence_start(evidence, start - 1)
    opens = range(first + 1, min(start, first + _ATTRIBUTES))
    noun = next((p for p in opens if senses(evidence.words[p].fold, "en", *BODIES)), None)
    if evidence.words[first].fold not in _THE or noun is None:
        return None
    between = evidence.words[first + 1 : noun]
    plain = all(evidence.gap(p).strip() in ("", "-") for p in range(first + 1, noun + 1))
    return Speaker(evidence, [noun]) if plain and not {w.fold for w in between} & _OF_IT else None


_IT, _THE, _OF_IT = folded("it"), folded("the"), folded("of at for in on by to s")
#: Words of such a noun with its article and attributes, at most.
_ATTRIBUTES = 5
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


def _accused(frame: Frame, own: list[int], evidence: Passage) -> list[int]:
    """Who is accused in the frame before, where *frame* is the denial of "it" or "the group"."""
    if evidence.language == "ar":
        of_whom = None if own else denial(evidence, frame)
        return of_whom.denying if of_whom is not None else []
    pointing = all(evidence.words[p].fold in _POINTING for p in own)
    before = [f for f in evidence.frames if f.at < frame.at]
    if before and before[-1].act is Act.DENY and before[-1].speaker == frame.speaker:
        return _accused(before[-1], own, evidence)  # "he denied the charge and said"
    if frame.act is not Act.DENY or not pointing or not before:
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


def subject_gone_on_with(frame: Frame, text: Passage) -> list[int]:
    """The subject of its sentence, where the verb of *frame* goes on with it and nobody else spoke
    in that sentence: «أعلن الرئيس الأحكام العرفية، وقال»."""
    start = _sentence_start(text, frame.at)
    if not _goes_on(frame, text) or any(f.at >= start for f in named_before(frame, text)):
        return []
    return _subject(frame, start, text)


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
    if _a_crowd(evidence, subject[0] + 1):
        return subject[:1]  # «تظاهر آلاف في المدينة»: none but the verb says who they are
    definite = bool(subject[1:]) and evidence.words[subject[1]].fold.startswith("ال")
    return subject[1:2] if definite else subject[1:]


def _a_crowd(evidence: Passage, place: int) -> bool:
    """Whether a mere number of people stands at *place*: «الآلاف أمام», «15 في»."""
    behind = place + 1
    while behind < len(evidence.words) and behind in evidence.counted:
        behind += 1
    if place not in evidence.counted or behind == len(evidence.words):
        return place in evidence.counted
    of_them = behind in evidence.telling or evidence.words[behind].fold == _OF
    return not of_them or bool(evidence.gap(behind).strip())


def _sentence_start(text: Passage, place: int) -> int:
    while place > 0 and (
        not any(mark in text.gap(place) for mark in ".!?؟\n") or text.abbreviated(place)
    ):
        place -= 1
    return place


def _of_a_paper(own: list[int], evidence: Passage) -> bool:
    """Whether a paper speaks, or a body by it that only points back: «الوزارة في بيان».

    Who is named in full speaks himself: «الرئيس فلان في بيان».
    """
    core = [p for p in own if p < setting(evidence, own)]
    if not any(_paper(evidence.words[p].fold) for p in own):
        return False
    if any(_paper(evidence.words[p].fold) for p in core):
        return True
    return len(core) == 1 and not proper_name(evidence, core[0])


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
