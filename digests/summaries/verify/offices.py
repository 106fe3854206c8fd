"""A prime minister is no president of the republic, and a deputy is not the head.

The rule: where the sentence names a president («رئيس الجمهورية»; «الرئيس» of evidence in English or
Hebrew) and the evidence a prime minister only, or the other way round, it is refused. So is the
head of an office where the evidence has nobody but a deputy of it («نقيب المعلمين» for «نائب نقيب
المعلمين», the mayor for a deputy mayor), or who is second in command.

What it may get wrong: «الرئيس» of somebody whose office the evidence does not tell. The escape
hatch is to leave the office out.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.model import Lang
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.lightly import as_verb
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_HEAD = folded("رئيس رئيسة")
_THE_HEAD = folded("الرئيس الرئيسة")
_OF_STATE = folded("الجمهورية الدولة البلاد")
_OF_GOVERNMENT = folded("الوزراء وزراء الحكومة حكومة")
_COUNCIL = fold("مجلس")
#: What makes «الرئيس» another office or only an adjective: «الرئيس التنفيذي».
_OTHER_HEADS = folded("التنفيذي التنفيذية المشارك المشاركة المالي الإقليمي الفخري المناوب")
#: Words of any language for a president; others by which the evidence may mean one; and those by
#: which it may mean the head of a government.
_PRESIDENT = folded(
    "president presidents presidential presidency נשיא נשיאה נשיאת נשיאי נשיאות "
    "الرئيس الرئيسة الرئاسة رئاسي رئاسية الرئاسية الرئاسي الجمهورية"
)
_STATE = _PRESIDENT | folded(
    "republic head chief chair chairman chairwoman leader leaders emir king sultan ruler "
    "chancellor captain boss ראשי יושב מנהיג מנהיגת رئاسة الدولة البلاد"
)
_PRIME = folded("premier premiers pm")
_GOVERNMENT = folded(
    "government governments cabinet ministers premiership premier pm downing "
    "ממשלה ממשלת ממשלות ממשלתו حكومة حكومات حكومته وزراء الوزراء مجلس"
)
_DEPUTY = {
    "ar": folded("نائب نائبة نائبا نائبي نائبه نائبته"),
    "en": frozenset({"deputy", "vice"}),
    "he": folded("סגן סגנית סגנו סגניתו"),
}
#: Those who stand beside a head, as an Arabic sentence may tell them.
_BESIDE_A_HEAD = _DEPUTY["ar"] | folded("وكيل وكيلة معاون مساعد مساعدة القائم القائمة بأعمال ثاني")
_HEADS = folded(
    "رئيس رئيسة وزير وزيرة مدير مديرة محافظ محافظة نقيب نقيبة أمين أمينة قائد قائدة عمدة حاكم "
    "حاكمة زعيم زعيمة سفير سفيرة مفوض مفوضة رئيسا وزيرا مديرا محافظا نقيبا أمينا قائدا حاكما "
    "زعيما سفيرا"
)
#: Words behind a deputy's within which stands the office; words before a head within which stands
#: the deputy.
_OFFICE, _BEFORE = 2, 4
#: Words from a prime minister's name to the title behind it, at most; before it, one less.
_BY_NAME = 3


def offices(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """Another office in *sentence* than that of the evidence."""
    evidence = source.passage
    place = _another_state(sentence, evidence, aligned)
    if place is None:
        place = _the_head(sentence, evidence, aligned)
    if place is None:
        return None
    shown = sentence.words[place].text
    return Refusal(Code.ROLES, f"«{shown}»: the evidence has another office here")


def _another_state(sentence: Passage, evidence: Passage, aligned: Alignment) -> int | None:
    """Where *sentence* has a president and the evidence a prime minister, or the other way."""
    prime = _prime_ministers(evidence)
    others = [p for p in range(len(evidence.words)) if p not in prime]
    state = any(_is_any(evidence, p, _STATE) for p in others)
    president = any(_is_any(evidence, p, _PRESIDENT) for p in others)
    government = any(_is_any(evidence, p, _GOVERNMENT) for p in others)
    government = government or any(_first_minister(evidence, p) for p in others)
    named = _prime_ministers(sentence)
    for place, word in enumerate(sentence.words):
        forms = without_particles(word.fold)
        following = sentence.words[place + 1].fold if place + 1 < len(sentence.words) else ""
        if _HEAD.isdisjoint(forms) and _THE_HEAD.isdisjoint(forms):
            continue
        of_state = word.fold not in _THE_HEAD and following in _OF_STATE
        if prime and not state:
            alone = word.fold in _THE_HEAD and evidence.language != "ar"
            bare = (
                not named and prime.issuperset(aligned.of(place)) and following not in _OTHER_HEADS
            )
            bare = bare and bool(aligned.of(place))
            by_name = bare or _is_the_prime(sentence, place, prime, evidence, aligned)
            if of_state or (alone and by_name):
                return place
        if president and not prime and not government and _of_a_government(sentence, place):
            return place
    return None


def _first_minister(evidence: Passage, place: int) -> bool:
    """Whether the English word at *place* is a minister who may head a government."""
    before = evidence.words[place - 1].fold if place else ""
    return evidence.words[place].fold == "minister" and before in _CHIEF


_CHIEF = frozenset("chief first senior".split())


def _is_the_prime(
    sentence: Passage, place: int, prime: set[int], evidence: Passage, aligned: Alignment
) -> bool:
    """Whether the name behind «الرئيس» at *place* is the one beside a prime minister's title.

    His country stands between them at most.
    """
    beside = {p + step for p in prime for step in range(_BY_NAME)}
    for opens in (p for p in prime if p - 1 not in prime):
        if any(mark_before(evidence, p) for p in range(max(1, opens - 2), opens + 1)):
            beside |= set(range(opens - _BY_NAME, opens))  # "Carney, Canada's prime minister"
    beside -= prime
    for behind in range(place + 1, min(len(sentence.words), place + 3)):
        word = sentence.words[behind].fold
        if word in _OTHER_HEADS or mark_before(sentence, behind):
            return False
        if not word.startswith("ال"):
            return not beside.isdisjoint(aligned.of(behind))
    return False


def _of_a_government(sentence: Passage, place: int) -> bool:
    following = [w.fold for w in sentence.words[place + 1 : place + 3]]
    if following[:1] == [_COUNCIL]:
        following = following[1:]
    return bool(following) and following[0] in _OF_GOVERNMENT


def _prime_ministers(text: Passage) -> set[int]:
    """The places of the words of *text* that name a prime minister."""
    found: set[int] = set()
    for place, word in enumerate(text.words):
        after = text.words[place + 1].fold if place + 1 < len(text.words) else ""
        if text.language == "en":
            if word.fold == "prime" and after.startswith("minister"):
                found |= {place, place + 1}
            elif word.fold in _PRIME:
                found.add(place)
        elif text.language == "he":
            head = word.fold.endswith(("ראש", "ראשת"))
            if head and after in _HEBREW_GOVERNMENT:
                found |= {place, place + 1}
            elif word.fold.endswith(_HEBREW_PM):
                found.add(place)
        elif not _MINISTER.isdisjoint(without_particles(word.fold)) and after in _FIRST:
            found |= {place, place + 1}  # «الوزير الأول» of the Maghreb
        elif not _HEAD.isdisjoint(without_particles(word.fold)) and _of_a_government(text, place):
            found |= set(range(place, place + 3))
    return found


_HEBREW_GOVERNMENT = folded("הממשלה ממשלה ממשלת ממשלתו")
_MINISTER, _FIRST = folded("الوزير الوزيرة وزير وزيرة"), folded("الأول الأولى أول أولى")
_HEBREW_PM = fold('רה"מ')


def _is_any(text: Passage, place: int, words: frozenset[str]) -> bool:
    word = text.words[place].fold
    return word in words or not words.isdisjoint(without_particles(word))


def _the_head(sentence: Passage, evidence: Passage, aligned: Alignment) -> int | None:
    """A head of *sentence* that rests on the evidence's deputies of that office alone."""
    deputies = _deputies(evidence)
    for place in sentence.content if deputies else ():
        if _HEADS.isdisjoint(without_particles(sentence.words[place].fold)):
            continue
        others = {j for p in sentence.content if p != place for j in aligned.of(p)}
        rests = set(aligned.of(place)) - others
        before = range(max(0, place - _BEFORE), place)
        beside = any(_is_any(sentence, p, _BESIDE_A_HEAD) for p in before)
        if rests and deputies.issuperset(rests) and not beside:
            return place
    return None


def _second_in_command(text: Passage) -> set[int]:
    """The places of the words of "second-in-command", "number two", who is beside a head."""
    found = set[int]()
    words = [word.fold for word in text.words]
    for place in range(len(words)):
        for phrase in _SECOND.get(text.language, ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                found |= set(range(place, place + len(phrase)))
    return found


_SECOND = {
    "en": (("second", "in", "command"), ("number", "two"), ("no", "2")),
    "he": tuple(tuple(map(fold, said)) for said in (("מספר", "שתיים"), ("מספר", "2"))),
    "ar": ((fold("الرجل"), fold("الثاني")),),
}


#: What is written onto an Arabic deputy.
_ATTACHED = "وفبلك"


def _deputies(text: Passage) -> set[int]:
    """The places of the offices of which *text* has a deputy."""
    words, found = _DEPUTY[text.language], _second_in_command(text)
    for place in range(len(text.words)):
        word = text.words[place].fold
        arabic = text.language == Lang.AR  # «النائب» is a member of parliament
        if (arabic and word.lstrip(_ATTACHED) not in words) or not _is_any(text, place, words):
            continue
        for office in range(place + 1, min(len(text.words), place + 1 + _OFFICE)):
            parted = text.words[office].fold in FREE or as_verb(text, office)
            if parted or set(text.gap(office)) - set(" -־"):
                break
            found.add(office)
    return found
