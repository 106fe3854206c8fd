"""The full name of a speaker of the evidence that is told by a part of it, or points back.

The rule: a bare surname is who was named in full before, "The RSF" is the name of these initials,
and «الشركة», "the ministry" or המשרד is the one body of that noun before; "the company" is also the
one listed company that spoke. Nobody is meant where two might be.

What it may get wrong: one of that name whom another sentence tells of. The escape hatch is to cite
the sentence that names who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.english_frames import apposition_end
from digests.language.given_names import given_name
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.reporting import Frame
from digests.stories.names import table
from digests.summaries.verify.actors import actor, title
from digests.summaries.verify.bodies import body_pointed_at, capitals
from digests.summaries.verify.naming import Speaker, named_in
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source


def named_before(frame: Frame, evidence: Passage) -> list[Frame]:
    """The frames before that name who speaks, but for what was said within another's words."""
    earlier = [f for f in evidence.frames if f.at < frame.at and not f.aside]
    earlier = [f for f in earlier if not within(f, earlier) or within(frame, [f])]
    return [f for f in earlier if named_in(evidence, f.speaker)]


def within(frame: Frame, others: list[Frame]) -> bool:
    """Whether *frame* stands in the claim of one of *others*."""
    return any(frame.at in f.claim and f.at < frame.at for f in others)


def speakers_before(earlier: list[Frame], source: Source) -> Iterator[Speaker]:
    """Who spoke before, the nearest first: in the frames *earlier*, and in sentences before."""
    for frame in reversed(earlier):
        own = named_in(source.passage, frame.speaker)
        yield Speaker(source.passage, apposed(own, source.passage) or own, frame.opened)
    for sentence in source.before:
        for one in reversed(sentence.frames):
            if own := named_in(sentence, one.speaker):
                yield Speaker(sentence, own, one.opened)


def apposed(own: list[int], evidence: Passage) -> list[int]:
    """The words of a speaker with the name behind: "said its secretary, Lucia Berrocal, 52"."""
    last = own[-1] + 1
    if evidence.language != "en" or last >= len(evidence.words):
        return []
    end = apposition_end(evidence.words, evidence.text, last, len(evidence.words))
    if end <= last or not all(w.text[:1].isupper() for w in evidence.words[last:end]):
        return []
    return [*own, *range(last, end)]


def spelt_out(own: list[int], source: Source) -> Iterator[Speaker]:
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


def in_full(frame: Frame, own: list[int], source: Source) -> Iterator[Speaker]:
    """The full name of a speaker that is named by one name only: "Kruger told reporters"."""
    evidence = source.passage
    name = evidence.words[own[0]].fold
    if len(own) > 1 or not frame.opened:
        return
    common = listed(name) and not evidence.keys[own[0]]
    verb = evidence.words[frame.at].fold
    if common and evidence.language == "ar" and (verb[-1] == "ت" or verb.lstrip("وف")[0] == "ت"):
        return  # «وقالت التجارة»: a body, and no man of that name
    for one in speakers_before(named_before(frame, evidence), source):
        named = (p for p in one.places if one.text.words[p].fold == name)
        if evidence.language == "ar" and not one.opened and len(one.places) > _SURE:
            continue  # «اتهم س ص»: both stand there
        if len(one.places) > 1 and any(not common or _a_surname(one, p) for p in named):
            yield one
    if evidence.language == "en" and not common:
        yield from _called_before(name, own[0], source)
    if evidence.language != "en" and not common:
        yield from _introduced_before(name, own[0], source)


#: Words of a speaker that are sure to be his, where nothing opens what he says.
_SURE = 3


def _a_surname(one: Speaker, place: int) -> bool:
    """Whether the common word at *place* ends the name of a person: «رشيد الخلفي», "Ada Baker".

    Of «مدير المستشفى» the hospital may speak, too.
    """
    text = one.text
    if place != one.places[-1] or not one.opened or place - 1 not in one.places:
        return False
    if any(actor(text, p) or title(text, p) for p in (place - 1, place)):
        return False
    if text.language == "en":
        return all(text.words[p].text[:1].isupper() for p in (place - 1, place))
    article = "ال" if text.language == "ar" else "ה"
    return len(one.places) >= _IN_FULL and not text.words[place - 1].fold.startswith(article)


#: Words of a title and a full name, at least.
_IN_FULL = 3


def _called_before(name: str, end: int, source: Source) -> Iterator[Speaker]:
    """Who has the surname *name* where he is told of before: "accused Mayor Hal Morrit of theft".

    Nobody where two have it.
    """
    texts = ((source.passage, end), *((text, len(text.words)) for text in source.before))
    runs = [(text, _capitals(text, p)) for text, last in texts for p in _places(text, name, last)]
    found = [Speaker(text, run) for text, run in runs if len(run) > 1]
    if len({one.text.words[one.places[-2]].fold for one in found}) == 1:
        yield found[0]


def _introduced_before(name: str, end: int, source: Source) -> Iterator[Speaker]:
    """Who has the surname *name* where he stands before behind his given name, with his office.

    «اتهم النائب مدير الهيئة سليم كابان بالتأخر. ونفى كابان ذلك». Nobody where two have it.
    """
    texts = ((source.passage, end), *((text, len(text.words)) for text in source.before))
    found = [
        Speaker(text, [*range(_office_before(text, place - 1), place + 1)])
        for text, last in texts
        for place in _places(text, name, last)
        if place and _may_be_given(text, place - 1) and not text.gap(place).strip()
    ]
    if len({one.text.words[one.places[-2]].fold for one in found}) == 1:
        yield found[0]


def _may_be_given(text: Passage, place: int) -> bool:
    word = text.words[place].fold
    return given_name(word) or not (listed(word) or text.keys[place] or word in FREE)


def _office_before(text: Passage, place: int) -> int:
    """Where the office begins of whose holder the name stands at *place*; there, if none does."""
    first = place
    for before in range(place - 1, max(-1, place - 1 - _OFFICE), -1):
        if text.gap(before + 1).strip() or given_name(text.words[before].fold):
            break
        if title(text, before):
            first = before
    return first


#: Words of an office, at most.
_OFFICE = 4


def _places(text: Passage, word: str, end: int) -> list[int]:
    return [place for place in range(end) if text.words[place].fold == word]


def _capitals(text: Passage, last: int) -> list[int]:
    """The words with capitals that end at *last*, with nothing but blanks between them."""
    first = last
    while first > 0 and text.gap(first) == " " and text.words[first - 1].text[:1].isupper():
        first -= 1
    return list(range(first, last + 1))


def pointed_at(frame: Frame, own: list[int], evidence: Passage) -> Iterator[Speaker]:
    """The full name of the one body before that «الشركة», "the ministry" or המשרד points to."""
    for place in own:
        if place and evidence.words[place - 1].fold in _IN_THE_NAME:
            yield from _in_its_name(place, own, evidence)
    noun = evidence.words[own[-1]].fold
    if noun in _SPOKESMEN and len(own) > 1:
        yield from _spokesman(own, evidence)
    if evidence.language == "en":
        pointing, bare = len(own) > 1 and evidence.words[own[-2]].fold == "the", {noun}
    else:
        article = "ال" if evidence.language == "ar" else "ה"
        pointing, noun = noun.startswith(article), noun.removeprefix(article)
        forms = {noun, noun.removesuffix("ה") + "ת" if noun.endswith("ה") else noun + "ا"}
        bare = {front + form for front in _FRONTS for form in forms}
    before = [p for p in range(own[0]) if evidence.words[p].fold in bare]
    if pointing and len(own) > _POINTED and evidence.words[own[-3]].fold in _OF_A_BODY:
        if len(before) == 1:  # "Ada Lin, a spokeswoman for the board"
            yield Speaker(evidence, [*_full_name(before[0], evidence), *own])
        return
    if not pointing or len(own) > _POINTED:
        return
    yield from body_pointed_at(own, evidence)
    if not before:
        before = _with_attributes(own, evidence)
    if len(before) == 1:
        yield Speaker(evidence, [*_full_name(before[0], evidence), *own])
        spoke = next((f for f in evidence.frames if before[0] in f.speaker and f.opened), None)
        if spoke is not None and spoke.speaker.start == before[0]:
            yield Speaker(evidence, [*named_in(evidence, spoke.speaker), *own])
    elif not before and evidence.language == "en" and noun in _EMPLOYERS:
        yield from _employer(own, evidence)
    if not before and noun in _ANY_BODY | _COMPANY:
        said = named_before(frame, evidence)
        named = named_in(evidence, said[0].speaker) if said else []
        if noun in _COMPANY:
            named = _the_only_company(named, own[0], evidence)
        if named and len({f.speaker for f in said}) == 1:
            yield Speaker(evidence, [*named, *own])


def _with_attributes(own: list[int], evidence: Passage) -> list[int]:
    """Where the definite noun of *own* stands before with an attribute: «البنك المركزي المصري»,
    «המשרד להגנת הסביבה»."""
    noun = evidence.words[own[-1]].fold
    if evidence.language not in _ATTRIBUTES:
        return []
    joined, attribute = _ATTRIBUTES[evidence.language]
    return [
        p
        for p in range(own[0])
        if evidence.words[p].fold.removeprefix(joined) == noun
        and evidence.words[p + 1].fold.startswith(attribute)
    ]


#: "And" before such a noun, and how its attribute begins.
_ATTRIBUTES = {"ar": ("و", "ال"), "he": ("ו", "ל")}


def _employer(own: list[int], evidence: Passage) -> Iterator[Speaker]:
    """The one body before whose people are told: "workers of Marlin Aid …, the charity said"."""
    names = [
        at + 2
        for at in range(own[0] - 2)
        if evidence.words[at].fold in _PEOPLE
        and evidence.words[at + 1].fold in _OF_A_BODY
        and evidence.words[at + 2].text[:1].isupper()
    ]
    if len(names) == 1:
        end = names[0] + 1
        while evidence.gap(end) == " " and evidence.words[end].text[:1].isupper():
            end += 1
        yield Speaker(evidence, [*range(names[0], end), *own])


_EMPLOYERS = folded("charity organisation organization agency group company firm foundation")
_PEOPLE = folded("workers employees staff staffers members volunteers")
_OF_A_BODY = folded("of at for with from")


def _spokesman(own: list[int], evidence: Passage) -> Iterator[Speaker]:
    """Who speaks for a body, with its one full name before: "a ministry spokeswoman"."""
    before = _places(evidence, evidence.words[own[-2]].fold, own[0])
    if len(before) == 1:
        yield Speaker(evidence, [*_full_name(before[0], evidence), *own])


_SPOKESMEN = folded("spokesman spokeswoman spokesperson")


def _the_only_company(named: list[int], end: int, evidence: Passage) -> list[int]:
    """Those of *named* that name a listed company, if no other one stands before *end*."""
    kinds = table().kinds
    found = [
        (place, key)
        for place in range(end)
        for key in {key.split(":")[0] for key in evidence.keys[place]}
        if kinds[key] == "companies"
    ]
    return [p for p, _ in found if p in named] if len({key for _, key in found}) == 1 else []


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
#: Those that point back to a company that spoke, where it is a listed one.
_COMPANY = folded("company firm")
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
    if evidence.words[place].text[:1].isupper():
        first = min(first, capitals(evidence, place))
    return [*range(first, place + 1), *_whence(place + 1, evidence)]


def _whence(place: int, evidence: Passage) -> range:
    """The words behind a noun that tell of where it is: "researchers | at Yale University"."""
    end = place + 1
    if place >= len(evidence.words) or evidence.words[place].fold not in _IN_NAMES:
        return range(0)
    while end < len(evidence.words) and evidence.words[end].text[:1].isupper():
        if evidence.gap(end).strip():
            break
        end += 1
    several = end < len(evidence.words) and evidence.words[end].fold in ("and", "or")
    return range(place, end) if end > place + 1 and not several else range(0)


_IN_NAMES = folded("of at from for in")
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
