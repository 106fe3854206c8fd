"""Whose denial «لكنه نفى ذلك» is behind a charge: «اتهمت المعارضة سامر كرم بالفساد، لكنه نفى ذلك».

The rule: it is that of who is accused, unless his gender is sure to be another; then it is that of
who accuses. Who accuses stands before the verb or first behind it, with his office, his surname and
whose he is; who is accused follows, up to the «ب» of the charge. In the evidence one word of either
tells who denies it, and so does a noun that names nobody; of a country, so may another name
(Moscow, the Kremlin).

What it may get wrong: who accuses by a name of two words that no list has, of which the second
passes for who is accused. The escape hatch is to name who denies.
"""

from __future__ import annotations

from typing import NamedTuple

from digests.language.arabic_subjects import BUT_IT
from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.reporting import Frame
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import mark_before, title
from digests.summaries.verify.alignment import Alignment, align
from digests.summaries.verify.government import definite
from digests.summaries.verify.naming import Speaker, named_in, proper_name
from digests.summaries.verify.nationality import countries
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source


class Denial(NamedTuple):
    """Who denies a charge by a pronoun, the other of the two, and which of them he is."""

    pronoun: str
    denying: list[int]
    other: list[int]
    accused: bool


def denial(text: Passage, frame: Frame) -> Denial | None:
    """Whose denial *frame* of the Arabic *text* is, if it answers a charge by «لكنه»."""
    charge = _answered(text, frame)
    if charge is None:
        return None
    accuser, accused = _sides(text, charge, frame.at)
    if not accused:
        return None
    pronoun = text.words[frame.at - 1].fold
    if not _of_another_gender(text, accused, pronoun):
        return Denial(pronoun, accused, accuser, accused=True)
    if not accuser or _of_another_gender(text, accuser, pronoun):
        return None
    return Denial(pronoun, accuser, accused, accused=False)


def charge_of(text: Passage, frame: Frame) -> Frame | None:
    """The charge that *frame* denies by a pronoun, where it is known whose denial that is."""
    return _answered(text, frame) if denial(text, frame) is not None else None


def _answered(text: Passage, frame: Frame) -> Frame | None:
    """The charge right before *frame*, with nobody else speaking between, if «لكنه» denies it."""
    pronoun = text.words[frame.at - 1].fold if frame.at else ""
    if text.language != "ar" or frame.act is not Act.DENY or pronoun not in BUT_IT:
        return None
    before = [f for f in text.frames if f.at < frame.at and not f.aside]
    before = [f for f in before if f.act is Act.ACCUSE or named_in(text, f.speaker)]
    return before[-1] if before and before[-1].act is Act.ACCUSE else None


def _sides(text: Passage, charge: Frame, end: int) -> tuple[list[int], list[int]]:
    """Who accuses in *charge*, and who is accused, in a clause that ends before *end*."""
    first = charge.at + 1
    end = next((p for p in range(first, end) if _ends(text, p, first)), end - 1)
    if (accuser := named_in(text, charge.speaker)) and accuser[0] < charge.at:
        return accuser, named_in(text, range(first, end))
    second = first + 1
    while second + 1 < end and _belongs(text, second):
        second += 1
    return named_in(text, range(first, min(second, end))), named_in(text, range(second, end))


def _ends(text: Passage, place: int, first: int) -> bool:
    """Whether the two of a charge are told before *place*: by a mark, or its «ب» («بالفساد»).

    «باسم» and «بوينغ» are names; a word that is not known at all ends them behind the two.
    """
    if mark_before(text, place):
        return True
    word = text.words[place].fold
    joined = word[0] == "ب" and not as_it_stands(word) and not text.keys[place]
    return joined and place > first and (listed(word) or place > first + 1)


def _belongs(text: Passage, place: int) -> bool:
    """Whether the word at *place* belongs to the one before: whose it is, its adjective, a name."""
    before, here = text.words[place - 1], text.words[place]
    if before.fold in FREE or here.fold in FREE:
        return True  # «تجار في الميناء», «عدد من الناجين»
    if definite(text, place - 1):
        if title(text, place - 1) and not definite(text, place):
            return True  # «النائب سامر»
        alike = before.text.endswith("ة") == here.text.endswith("ة")
        return definite(text, place) and here.fold.endswith(_ADJECTIVES) and alike
    if text.keys[place - 1] or not listed(before.fold) or given_name(before.fold):
        known = definite(text, place) or title(text, place) or text.keys[place]
        return given_name(before.fold) and not known and not given_name(here.fold)
    if before.text.endswith(_OWNED):
        return title(text, place - 1) and not definite(text, place)  # «مديرها سامر»
    return not before.text.endswith(_NOT_GOVERNING)


_ADJECTIVES, _OWNED = ("ي", "يه", "يون", "يين"), ("ها", "هم", "ه")
#: Endings of a noun that nothing completes.
_NOT_GOVERNING = ("ون", "ين", "ان", "ا", "اً", "ًا")


def _of_another_gender(text: Passage, side: list[int], pronoun: str) -> bool:
    """Whether *side* surely is of another gender than the *pronoun* of «لكنه» or «لكنها»."""
    word = text.words[side[0]]
    bare = word.fold.removeprefix("ال")
    if pronoun.endswith("ها"):
        office = title(text, side[0]) and bare not in _OF_EITHER
        man = office or (bare in _BODIES and definite(text, side[0]))
        named = given_name(word.fold) and word.fold not in _WOMEN and len(side) > 1
        return (man or named) and not word.text.endswith(_FEMININE)
    if not pronoun.endswith("ه") or not word.text.endswith("ة"):
        return False
    return not given_name(word.fold) and bare not in _MEN


_FEMININE = ("ة", "ا", "اء", "ى", "ات")
#: Offices by which a woman is called, too; bodies whose nouns are masculine.
_OF_EITHER = folded("نائب عضو وزراء رؤساء مدراء نواب أعضاء سفراء قادة")
_BODIES = folded("جيش حزب بنك مصرف اتحاد مجلس برلمان ائتلاف تحالف نادي فريق صندوق")
#: Words in «ة» for men; names of women, and of either, that no ending tells.
_MEN = folded("خليفة علامة عمدة قادة قضاة حمزة أسامة معاوية طلحة عبيدة قتادة حذيفة")
_WOMEN = folded(
    "سمر هنادي فاتن خلود زينب ريم ساري منال نور نوره سعاد إيمان أمل آمال أماني مريم ياسمين سهام "
    "سوسن سوزان رغد رباب حنان حنين ملك مراد ماري ماريون ماريان إيرين جوان جان جين جانيت جانين "
    "جينين كارول كارولين كارين بولين كريستين كريس ستيفاني فرانسواز ميشيل ميشال لويز لوسي جوزفين "
    "دينيس دنيس دينيز دنيز إيلين هيلين إيف سيمون رايتشل راشيل راكيل لورين صوفي إيلي نيكول فاليري "
    "سيلفي جولي ديان إميلي هيلاري روبي روز نوعام تال عميت جهاد نضال وسام إحسان سلام لين زين أنس "
    "أليكس ألكس أندريا غابرييل جابرييل غبرييل فارس كريم نصر رمضان سام مارتين إيمانويل إمانويل"
)


def denied_by(
    sentence: Passage, of_whom: Denial, theirs: Speaker, source: Source, aligned: Alignment
) -> bool:
    """Whether *theirs*, who denies it in the evidence, may be who denies it in *of_whom*."""
    if theirs.text is not source.passage:
        aligned = align(sentence, theirs.text, frozenset(theirs.places))
    ours = of_whom.denying
    if of_whom.accused and theirs.text is source.passage:
        accusing = _accusing(source)
        ours = [p for p in ours if accusing.isdisjoint(aligned.every.get(p, ()))]
    others = [p for p in (*of_whom.denying, *of_whom.other) if p not in ours]
    said, against = (_hits(side, theirs, aligned) for side in (ours, others))
    if said or against:
        return said >= against and not _of_another_verb(sentence, of_whom, theirs, aligned)
    if countries(sentence, of_whom.denying[0]):
        return True
    return not any(_named(theirs.text, j) for j in theirs.places)


def _accusing(source: Source) -> set[int]:
    """The words of the evidence that surely name who accuses."""
    frames = source.passage.frames if source.passage.language != "ar" else ()
    return {j for f in frames if f.act is Act.ACCUSE for j in f.speaker}


def _hits(side: list[int], theirs: Speaker, aligned: Alignment) -> int:
    """How many words of *side* rest on one of *theirs*."""
    return sum(not set(theirs.places).isdisjoint(aligned.every.get(p, ())) for p in side)


def _named(text: Passage, place: int) -> bool:
    """Whether a name stands at *place*, and no word of the lexicon."""
    word = text.words[place]
    if text.language == "en" and not word.text[:1].isupper():
        return False
    return word.fold not in _ARTICLES and proper_name(text, place)


_ARTICLES = folded("the a an its his her their")


def _of_another_verb(
    sentence: Passage, of_whom: Denial, theirs: Speaker, aligned: Alignment
) -> bool:
    """Whether the verb of *theirs* in Arabic evidence has another gender: «نفى سامر», «لكنها»."""
    first = theirs.places[0]
    same = aligned.every.get(of_whom.denying[0], ()), title(sentence, of_whom.denying[0])
    hit = any(first in aligned.every.get(p, ()) for p in of_whom.denying)
    if theirs.text.language != "ar" or not hit or not (first in same[0] or same[1]):
        return False
    frames = [f for f in theirs.text.frames if f.act is Act.DENY and first in f.speaker]
    verbs = [theirs.text.words[f.at].fold.lstrip("وف") for f in frames]
    return bool(verbs) and all(_other_verb(verb, of_whom.pronoun) for verb in verbs)


def _other_verb(verb: str, pronoun: str) -> bool:
    hers = verb.startswith("ت") or verb.endswith("ت")
    several = verb.endswith(_SEVERAL) or pronoun.endswith("م")
    return not several and pronoun[-1] in "ها" and hers != pronoun.endswith("ها")


_SEVERAL = ("وا", "ون")
