"""With and against: who votes against a deal does not vote with it.

The rule: what stands behind «مع» rests on a word of the evidence that does not stand there behind
"against"; what stands behind «ضد» on one that is not there behind "with". It is looked at where the
word before is that of the evidence, too («صوّت مع الاتفاق», voted against the deal). A fight, a
match, a dispute or an inquiry may be told with either, and so may what is compared.

What it may get wrong: a noun of strife that is not listed. The escape hatch is `_STRIFE`.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_WITH, _AGAINST = "with", "against"
_WORDS = {
    "ar": {_WITH: folded("مع ومع"), _AGAINST: folded("ضد وضد")},
    "en": {_WITH: folded("with alongside"), _AGAINST: folded("against")},
    "he": {_WITH: folded("עם ועם לצד"), _AGAINST: folded("נגד ונגד כנגד")},
}
_CONTRARY = {_WITH: _AGAINST, _AGAINST: _WITH}
#: Other prepositions, which end the reach of such a word in the evidence.
_OTHERS = folded(
    "في على إلى عن من لدى عبر حول بشأن بين خلال منذ حتى بعد قبل أمام بسبب أن الذي التي الذين "
    "in on at to by from of over about into between during after before for that which who as "
    "של על אל את בין לפני אחרי לאחר מול בשל בגלל כי אשר מן"
)
#: Nouns and verbs of strife, whose other side is told with or against: «الحرب مع», war against.
_STRIFE = folded(
    "حرب حروب معركة معارك صراع صراعات قتال قاتل يقاتل تقاتل حارب يحارب تحارب مواجهة مواجهات واجه "
    "اشتباك اشتباكات اشتبك نزاع نزاعات خلاف خلافات صدام صدامات خصومة عداء تنافس منافسة نافس سباق "
    "مباراة مباريات لقاء مبارياته مبارياتها لعب يلعب تلعب تعادل تعادله تعادلها نهائي ودية ديربي "
    "تحقيق تحقيقات تحقيقه تحقيقها حقق يحقق تحقق استجواب محاكمة قضية نضال كفاح تصعيد "
    "مطابقة مقارنة طابق يطابق تطابق قارن يقارن تدقيق "
    "هدنة تعامل يتعامل التعامل تساهل متساهل متشدد صارم حازم تشدد "
    "war wars battle battles fight fights fighting fought struggle conflict clash clashes match "
    "matches game games draw final friendly play plays played playing race compete competing "
    "competition probe probes investigation investigations inquiry case "
    "matched matching compare compared comparing check checked checking measured weighed tested "
    "offensive dispute feud row standoff trial clashed argue argued angry tough "
    "מלחמה מלחמת במלחמה מאבק המאבק במאבק קרב קרבות לחימה הלחימה נלחם נלחמת נלחמים נלחמו עימות "
    "עימותים סכסוך משחק משחקים שיחק שיחקה שיחקו תיקו חקירה חקירות תחרות מחלוקת משפט תיק"
)
#: Words behind such a word within which what it governs stands, and before it within which stands
#: the word that it belongs to; the same in the evidence.
_GOVERNED, _HOST, _REACH, _HOST_THERE = 4, 4, 4, 5


def against(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A "with" of *sentence* where the evidence says against, or the other way round."""
    evidence = source.passage
    ways = {j: way for j in range(len(evidence.words)) if (way := _way(evidence, j))}
    if not ways:
        return None
    for at in range(len(sentence.words) - 1):
        way = _way(sentence, at)
        if way is None or _strife(sentence, at):
            continue
        governed = _governed(sentence, at, aligned)
        if governed is None:
            continue
        there = [_over(evidence, j, ways) for j in aligned.of(governed)]
        if not all(j is not None and ways[j] == _CONTRARY[way] for j in there):
            continue
        if way == _WITH and _both_sides(sentence, evidence):
            continue
        if any(j is not None and _one_host(sentence, at, evidence, j, aligned) for j in there):
            shown = sentence.text[sentence.words[at].start : sentence.words[governed].end]
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence has the other side here")
    return None


def _way(text: Passage, at: int) -> str | None:
    word = text.words[at].fold
    return next((way for way, words in _WORDS[text.language].items() if word in words), None)


def _governed(sentence: Passage, at: int, aligned: Alignment) -> int | None:
    """The first word behind the one at *at* that rests on the evidence, of those close by."""
    for place in range(at + 1, min(len(sentence.words), at + 1 + _GOVERNED)):
        word = sentence.words[place].fold
        if mark_before(sentence, place) or word in _OTHERS or _way(sentence, place):
            return None
        if place in sentence.telling and aligned.every.get(place):
            return place
    return None


def _over(evidence: Passage, place: int, ways: dict[int, str]) -> int | None:
    """The word of `_WORDS` that governs the word at *place* of the evidence."""
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if mark_before(evidence, at + 1) or evidence.words[at].fold in _OTHERS:
            return None
        if at in ways:
            return None if _strife(evidence, at) else at
    return None


def _strife(text: Passage, at: int) -> bool:
    """Whether a noun or verb of strife stands before the word at *at* and nothing parts them."""
    for place in range(at - 1, max(-1, at - 1 - _HOST), -1):
        if mark_before(text, place + 1):
            return False
        if not _STRIFE.isdisjoint(without_particles(text.words[place].fold)):
            return True
    return False


def _both_sides(sentence: Passage, evidence: Passage) -> bool:
    """Whether both tell of the two sides of a vote, which `votes` tells apart by number."""
    against = _WORDS["ar"][_AGAINST] | _AGAINST_IT
    return any(w.fold in against for w in sentence.words) and any(
        w.fold in _FAVOUR for w in evidence.words
    )


_AGAINST_IT = folded("ضده ضدها ضدهم")
_FAVOUR = folded("for favour favor לטובת בעד لصالح لمصلحة لصالحه لصالحها لمصلحته لمصلحتها")


def _one_host(
    sentence: Passage, at: int, evidence: Passage, there: int, aligned: Alignment
) -> bool:
    """Whether the word before *at* that rests on the evidence rests close before *there*."""
    for place in range(at - 1, max(-1, at - 1 - _HOST), -1):
        if mark_before(sentence, place + 1):
            return False
        if place in sentence.telling and (rests := aligned.every.get(place)):
            return any(_just_before(evidence, j, there) for j in rests)
    return False


def _just_before(evidence: Passage, place: int, there: int) -> bool:
    if not 0 < there - place <= _HOST_THERE:
        return False
    return not any(mark_before(evidence, p) for p in range(place + 1, there))
