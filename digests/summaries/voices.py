"""Who speaks in a sentence, so that each party is heard and no claim loses its speaker.

The rule: a verb of saying, and the noun phrase beside it (after the verb in Arabic, before or after
it in English and Hebrew), names the speaker. The phrase is reduced to a *party*: a campaign or
staff, a company, an army or ministry, a government, a court, a union or organisation, a medium, or
a person. Two words for one party in one text («الشركة»، «مايكروسوفت») meet in the kind of party;
where two parties of one kind speak, their names tell them apart (``sides``, ``distinguished``).

What it may get wrong: a verb that only looks like one of saying, and speakers named in an earlier
sentence; such a sentence has an *absent* speaker and is not self-contained. The escape hatch is
the word lists below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from digests.language.quotation import GERSHAYIM, QUOTATION
from digests.language.speech_verbs import is_according, is_infinitive
from digests.language.stems import words
from digests.language.words import normal_forms
from digests.stories.names import meanings
from digests.summaries.parties import (
    CLAIM,
    DAYS,
    FUNCTION,
    KIND_OF,
    KINDS,
    RELATIVE,
    TITLES,
    WITH_BA,
    speaking_verb,
)
from digests.summaries.replies import asked, silence
from digests.summaries.sides import kind_of_listed, listed, side

#: Words from a verb of saying within which its speaker is looked for.
REACH = 10
#: Stands for a quotation among the words of a sentence, before its first words.
_QUOTE = "quotation:"
_CALLED = 8
_PARTS = re.compile(f'((?:[^«"“„]|{GERSHAYIM})+)|({QUOTATION})|[«"“„]')
#: Verbs that say something only with another word: to report, to hold responsible, to conclude.
_WITH = {
    "نقل": {"عن"},
    "حمل": set(words("مسؤولية المسؤولية مسئولية")),
    "اختتم": set(
        words("بيانه بيانها حديثه حديثها كلمته كلمتها تصريحه تصريحاته قائلا بالقول بالتأكيد")
    ),
}
#: Words behind which no verb of the sentence stands: «إلى رفض تمثيل المنتخب».
_NO_VERB_AFTER = RELATIVE | frozenset(words("إلى على عن من في بعد قبل منذ خلال بسبب رغم مع ضد"))
_TO = frozenset(words("إلى"))
_WAS, _HAD = frozenset(words("كان كانت وكان وكانت")), frozenset(words("قد"))
#: The party of sources without a name, who report and are no party to the news.
NAMELESS = "source"
#: The parties that report.
REPORTING = frozenset({"medium", NAMELESS})
#: Their nouns; words of a name, at most.
_NAMELESS, _NAME = (
    frozenset(
        words(
            "مصدر مصادر المصدر المصادر شاهد شهود الشهود محلل محللون محللين المحللون المحللين مراقب "
            "مراقبون مراقبين المراقبون المراقبين سكان السكان مواطن مواطنون المواطنون المواطنين"
        )
    ),
    4,
)
#: Words behind which a verb in the present has its doer behind it.
_LEADS = FUNCTION | frozenset(
    words(
        "كما حيث بينما فيما إذ كان كانت كانوا سوف بعدما عندما حينما لما ثم كي حتى لكن بل وقد وهل هل"
    )
)
#: Verbs whose object is often the speaker's own deed: «أعلن تأييده التغيير».
_ANNOUNCES = frozenset(words("أعلن أكد أبدى جدد كرر يعلن يؤكد يبدي"))
#: «وبين أن»: he made clear, and elsewhere "between".
_MADE_CLEAR = frozenset(words("بين وبين"))
_CLAUSE = frozenset('،,:؛;"«“')


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a sentence.

    ``party`` is a kind of party or a person's name, None when no verb of saying was found or when
    its subject is not named; the latter sets ``absent``. ``named`` says that the sentence itself
    tells which one («حملة "…"», «شركة مايكروسوفت», not «الشركة»); ``names`` are the folded words of
    the speaker's own name, ``side`` tells it from others of its kind. ``cited`` says that it speaks
    by no verb: «وفق وزارة الصحة».
    """

    party: str | None
    absent: bool = False
    named: bool = False
    names: tuple[str, ...] = ()
    side: str | None = None
    cited: bool = False


def voice(sentence: str, language: str) -> Voice:
    """The speaker of *sentence*."""
    return _voice(sentence, language)


def titled(sentence: str) -> Voice | None:
    """Whom an Arabic *sentence* names with title and party, speaking or not («رئيس س فلان»)."""
    pieces = _pieces(sentence)
    for at, (word, _) in enumerate(pieces):
        if word not in TITLES:
            continue
        while at < len(pieces) and pieces[at][0] in TITLES:
            at += 1
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        kind = _kind(pieces[at][0], following) if at < len(pieces) else None
        if not kind or pieces[at][1]:
            continue
        names = [n for n in _names(pieces[at + 1 :]) if not speaking_verb(n, "ar")]
        if names:
            return Voice(kind, names=tuple(names), side=side(kind, [pieces[at][0], following]))
    return None


def distinguished(voices: Sequence[Voice], named: Sequence[Voice | None] = ()) -> list[Voice]:
    """*voices* of one story: names under the party that the text gives with them elsewhere (also
    in *named*, ``titled``), and a kind of which two sides speak as ``kind:side``.
    """
    known: dict[str, Voice] = {}
    for one in (*voices, *named):
        if one and one.party in KINDS:
            for name in one.names:
                known.setdefault(name, one)
    found = [_affiliated(one, known) for one in voices]
    sides: dict[str, set[str]] = {}
    for one in found:
        if one.party in KINDS and one.party != "medium" and one.side:
            sides.setdefault(one.party, set()).add(one.side)
    return [
        replace(one, party=f"{one.party}:{one.side}")
        if one.party and one.side and len(sides.get(one.party, ())) > 1
        else one
        for one in found
    ]


def kind_of(party: str) -> str:
    """The kind of a party as ``distinguished`` gives it."""
    return party.partition(":")[0]


def _affiliated(who: Voice, known: Mapping[str, Voice]) -> Voice:
    if who.party is None or who.party in KINDS:
        return who
    like = next((known[name] for name in reversed(who.names) if name in known), None)
    return replace(who, party=like.party, side=like.side) if like else who


@lru_cache(maxsize=4096)
def _voice(sentence: str, language: str) -> Voice:
    pieces = _pieces(sentence)
    if language != "ar":
        end = silence(sentence, language)
        before = _mention(_pieces(sentence[:end])[-REACH:]) if end else None
        return before or _beside(pieces, language)
    if (who := asked(sentence)) is not None:
        return _subject(_pieces(who)) or Voice(None)
    return _arabic(pieces)


def _arabic(pieces: Sequence[tuple[str, bool]]) -> Voice:
    for at, (word, closes) in enumerate(pieces):
        if is_according(word, "ar"):
            if (found := _mention(pieces[at + 1 : at + 4])) is not None:
                return replace(found, cited=True)
            continue
        if not _says(word, pieces[at + 1 :]):
            continue
        if at and pieces[at - 1][0] in _NO_VERB_AFTER:
            if pieces[at - 1][0] in _TO and (who := _subject(pieces[1 : at - 1])) is not None:
                return who  # «سارع مكتب الوزير إلى وصف القرار بأنه»
            continue
        if (who := _before_was(pieces, at)) is not None:
            return who
        before = _mention(pieces[max(0, at - 5) : at])
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if closes or not following or _opens_claim(following, word):
            return before or Voice(None, absent=at < 2)
        if at and word[:1] in "يت" and not pieces[at - 1][1] and not _leads(pieces[at - 1][0]):
            if before is not None:
                return before
            continue  # «عائلات أسرى ترفض الصفقة»: the noun before it does it
        return _subject(pieces[at + 1 : at + 1 + REACH]) or before or Voice(None, absent=at < 2)
    return Voice(None)


def _before_was(pieces: Sequence[tuple[str, bool]], verb: int) -> Voice | None:
    """Who stands between «كان» and the *verb*: «كان سميث قد قال إن»."""
    if pieces[0][0] not in _WAS:
        return None
    between = pieces[1 : verb - (pieces[verb - 1][0] in _HAD)]
    return _subject(between) if 0 < len(between) <= REACH else None


def _verb(word: str) -> bool:
    """Whether *word* is a verb of saying, an object pronoun at its end aside."""
    ends = (word, *(word.removesuffix(end) for end in ("ها", "ه") if word.endswith(end)))
    return any(speaking_verb(form, "ar") for form in ends)


def _leads(word: str) -> bool:
    """Whether *word* leads to a verb: «ولم», «كما»."""
    return word in _LEADS or (word[:1] in "وف" and word[1:] in _LEADS)


def _says(word: str, following: Sequence[tuple[str, bool]]) -> bool:
    """Whether *word* is a verb of saying; «نقل» is with «عن», «حمّل» with «مسؤولية»."""
    bare = word.removesuffix("ت")
    if bare not in _WITH and word[:1] in "وف":
        bare = bare[1:]
    if (needed := _WITH.get(bare)) is not None:
        return any(one in needed for one, _ in following[:REACH])
    if word in _MADE_CLEAR:
        return bool(following) and following[0][0] in CLAIM
    return speaking_verb(word, "ar")


def _opens_claim(word: str, verb: str) -> bool:
    """Whether the *word* after a *verb* of saying begins what is said rather than who says it."""
    said = verb.removeprefix("و").removesuffix("ت")
    objected = word.startswith("ب") and said in WITH_BA
    own = said in _ANNOUNCES and word.endswith(("ه", "ها", "هم")) and word[0] in "تار"
    return word in FUNCTION or _is_quote(word) or ((objected or own) and word not in KIND_OF)


@lru_cache(maxsize=4096)
def _pieces(sentence: str) -> Sequence[tuple[str, bool]]:
    """Folded words, a quotation as one of them, each with whether a clause mark follows it."""
    found: list[tuple[str, bool]] = []
    for plain, quoted in _PARTS.findall(sentence):
        if quoted:
            found.append((" ".join((_QUOTE, *words(quoted)[:_CALLED])), False))
            continue
        for part in plain.split():
            cut = _of_a_part(part)
            if cut:
                found.extend(cut)
            elif found and not _CLAUSE.isdisjoint(part):
                found[-1] = (found[-1][0], True)
    return found


@lru_cache(maxsize=1 << 15)
def _of_a_part(part: str) -> tuple[tuple[str, bool], ...]:
    """The words of what stands between two blanks, the last with whether *part* ends a clause."""
    folded = normal_forms(part)
    last = len(folded) - 1
    return tuple((word, at == last and part[-1] in _CLAUSE) for at, word in enumerate(folded))


def _is_quote(word: str) -> bool:
    return word.startswith(_QUOTE)


def _inside(word: str) -> tuple[str, ...]:
    """The words of a quotation: a name, where it follows «حملة» or «شركة»."""
    return tuple(word.split()[1:])


def _subject(pieces: Sequence[tuple[str, bool]]) -> Voice | None:
    """The speaker at the front of *pieces*, which follow a verb of saying.

    A kind of party counts when only titles («المتحدث باسم») or an apposition's comma stand
    before it;
    after a bare name it is the object («اتهم الطبوبي الحكومة»).
    """
    names: list[str] = []
    apposition, called_so = True, False
    for at, (word, closes) in enumerate(pieces):
        if word in CLAIM or _is_quote(word) or (word.startswith("لل") and not names):
            break  # «وأضاف للصحفيين»: whom he told
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        kind = _kind(word, following)
        if kind and apposition:
            called = _names(pieces[at + 1 :])
            if _is_quote(following):
                called = [*_inside(following), *called]
                kind = _quoted_kind(_inside(following)) or kind
            own = names + called
            generic = word.startswith("ال") and not own and not _is_quote(following)
            which = _side(kind, pieces[at:], called if word in KIND_OF else ())
            return Voice(kind, named=not generic, names=tuple(own), side=which)
        within = word in TITLES and pieces[0][0] in _NAMELESS  # «مصدر في الشركة»
        if kind or (word in FUNCTION and not within) or word.isdigit():
            break
        if within:
            apposition = True
            continue
        if names and (word.startswith("بال") or _verb(word)):
            break  # «رحب سموتريتش بالقرار، وقال», «أظهرت نتائج أعلنتها هيئة»
        if word in TITLES:
            called_so = bool(names)
        elif word not in DAYS and not called_so:
            names.append(word)
            apposition = False
        if closes and names:
            apposition = called_so = True
    if not names:
        return None
    if pieces[0][0] in _NAMELESS or names[0] in _NAMELESS:
        return Voice(NAMELESS)
    return Voice(names[-1 if len(names) <= _NAME else 0], named=True, names=tuple(names))


def _quoted_kind(called: tuple[str, ...]) -> str | None:
    """The kind of a listed party whose name is quoted («مجموعة "لا تكنولوجيا …"»: staff)."""
    keys = (key for _, _, keys in meanings(called) for key in keys)
    return next((kind for key in keys if (kind := kind_of_listed(key))), None)


def _side(kind: str, pieces: Sequence[tuple[str, bool]], called: Sequence[str]) -> str | None:
    """The side of a speaker whose noun opens *pieces*; *called* are the words after the noun."""
    told: list[str] = []
    for word, closes in pieces[:6]:
        if word in CLAIM or (told and word in FUNCTION):
            break
        if _is_quote(word):
            told.extend(_inside(word) if told else ())
            break
        if told and _other_party(word, kind):
            break
        told.append(word)
        if closes:
            break
    definite = pieces[0][0].startswith("ال") or listed((pieces[0][0],))
    return side(kind, told, () if definite or kind == "medium" else called)


def _other_party(word: str, kind: str) -> bool:
    """Whether *word*, behind a speaker of *kind*, is the object («اتهمت الهيئة الجيش»)."""
    return _kind(word, "") not in (None, kind) or (word.startswith("ال") and word in KIND_OF)


def _names(pieces: Sequence[tuple[str, bool]]) -> list[str]:
    """Words of a name, up to the claim, a comma, a particle or another party."""
    found: list[str] = []
    for word, closes in pieces[:4]:
        if word in CLAIM or word in FUNCTION or _is_quote(word) or _kind(word, ""):
            break
        if word.isdigit():
            break
        if word not in TITLES and word not in DAYS:
            found.append(word)
        if closes:
            break
    return found


def _kind(word: str, following: str) -> str | None:
    for form in (f"{word} {following}", word, word[1:], word[2:]):
        if form in KIND_OF:
            return KIND_OF[form]
    found = listed((word, following)) if following else listed((word,))
    return found[0] if found else None


def _mention(pieces: Sequence[tuple[str, bool]]) -> Voice | None:
    """The first party named in *pieces*, before the word that opens the claim."""
    for at, (word, _) in enumerate(pieces):
        if word in CLAIM:
            return None
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if kind := _kind(word, following):
            generic = word in KIND_OF and word.startswith(("ال", "ה"))
            which = side(kind, [w for w, _ in pieces[at : at + 4] if w not in CLAIM])
            return Voice(kind, named=not generic or _is_quote(following), side=which)
    return None


def _beside(pieces: Sequence[tuple[str, bool]], language: str) -> Voice:
    for at, (word, _) in enumerate(pieces):
        if is_according(word, language):
            if (found := _mention(pieces[at + 1 : at + 8])) is not None:
                return replace(found, cited=True)
        elif speaking_verb(word, language) and not (at and is_infinitive(word, pieces[at - 1][0])):
            before = pieces[max(0, at - 6) : at]
            if (named := _mention(before)) is not None:
                return named
            inverted = not before or before[-1][1] or _is_quote(before[-1][0])
            if inverted and (named := _mention(pieces[at + 1 : at + 8])) is not None:
                return named
            return Voice(before[-1][0], named=True) if before else Voice(None, absent=True)
    return Voice(None)
