"""With and against: who votes against a deal does not vote with it.

The rule: what stands behind «مع» or «إلى جانب» rests on a word of the evidence that does not stand
there behind "against"; what stands behind «ضد» on one that is not there behind "with". It is looked
at where the word before takes a side (to vote, to petition, a law) and is that of the evidence,
too: «صوّت مع الاتفاق», voted against the deal. Matches and measures may be told with either, and
so may a fight by its noun («حرب مع»); who fights or uses something «مع» somebody, by a verb with
no other preposition between, is on his side. Force is used «مع» whom it is used against; gas is
not.

What it may get wrong: a word that takes a side and is not listed. The escape hatch is `_SIDES`.
"""

from __future__ import annotations

from digests.language.conjugation import forms
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
_ASIDE = folded("جانب جنب")
_CONTRARY = {_WITH: _AGAINST, _AGAINST: _WITH}
#: Other prepositions, which end the reach of such a word in the evidence.
_OTHERS = folded(
    "في على إلى عن من لدى عبر حول بشأن بين خلال منذ حتى بعد قبل أمام بسبب أن الذي التي الذين "
    "in on at to by from of over about into between during after before for that which who as "
    "של על אל את בין לפני אחרי לאחר מול בשל בגלל כי אשר מן"
)
#: Verbs and nouns that take a side, whose other side is told by the opposite word alone.
_SIDES = (
    forms(
        "ar",
        "صوت يصوت, تظاهر يتظاهر, احتج يحتج, اعتصم يعتصم, شهد يشهد, وقف يقف, طعن يطعن, "
        "استأنف يستأنف, أضرب يضرب, اقترع يقترع, تجمع يتجمع, تحرك يتحرك, حكم يحكم, قضى يقضي".split(
            ", "
        ),
    )
    | forms(
        "en",
        "vote, protest, demonstrate, rally, march, petition, appeal, testify, stand stood, rule, "
        "campaign, lobby, speak spoke, sue, strike struck, decide, file".split(", "),
    )
    | folded(
        "تصويت صوت صوتا أصوات مظاهرة مظاهرات تظاهرة احتجاج احتجاجات احتجاجا اعتصام اعتصامات "
        "وقفة إضراب إضرابات التماس التماسات التماسا عريضة شكوى شكاوى طعن طعنا دعوى دعاوى شهادة "
        "رسالة بيان حملة قانون قوانين جريمة جرائم قرار قرارا حكم حكما ناشط ناشطون خطوة خطوات "
        "vote votes ballots protest protests demonstration demonstrations rally rallies petition "
        "petitions appeal appeals complaint complaints lawsuit lawsuits suit testimony letter "
        "statement campaign steps law laws crime crimes ruling decision sit-in ins walkout strike "
        "הצביע הצביעה הצביעו הצבעה קולות הפגין הפגינו הפגנה הפגנות מחאה מחאות עתר עתרה עתרו עתירה "
        "עתירות ערער ערעור תביעה תלונה העיד העידה מכתב קמפיין חוק חוקים פשע פשעים פסק החלטה שביתה "
        "תפעל יפעל יפעלו צעדים לעתור להצביע ייצביע יצביע תצביע להפגין יעתור"
    )
)
#: Verbs of which «مع» alone tells a side, and their kin in the evidence of either.
_BESIDE = forms(
    "ar",
    "قاتل يقاتل, حارب يحارب, استخدم يستخدم, استعمل يستعمل, ناضل يناضل, كافح يكافح".split(", "),
)
#: Words behind such a word within which what it governs stands, and before it within which stands
#: the word that it belongs to; the same in the evidence.
_GOVERNED, _HOST, _REACH, _HOST_THERE = 4, 6, 4, 7


def against(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A "with" of *sentence* where the evidence says against, or the other way round."""
    evidence = source.passage
    ways = {j: way for j in range(len(evidence.words)) if (way := _way(evidence, j))}
    if not ways:
        return None
    for at in range(len(sentence.words) - 1):
        way = _way(sentence, at)
        if way is None:
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
    if word in _ASIDE and at and text.words[at - 1].fold in _TO:
        return _WITH  # «إلى جانب», «جنبًا إلى جنب»
    return next((way for way, words in _WORDS[text.language].items() if word in words), None)


_TO = folded("إلى")


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
            return at
    return None


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
    """Whether a word before *at* that takes a side rests on one close before *there*."""
    for place in range(at - 1, max(-1, at - 1 - _HOST), -1):
        if mark_before(sentence, place + 1) or _way(sentence, place):
            return False  # «احتج ضد الاتفاق مع الشركة»
        hosts = [j for j in aligned.every.get(place, ()) if _just_before(evidence, j, there)]
        if not hosts or place not in sentence.telling:
            continue
        if _takes_a_side(sentence, place) or any(_takes_a_side(evidence, j) for j in hosts):
            return True
        if _stands_beside(sentence, place, at) and not _force(sentence, place, at):
            return True
    return False


def _stands_beside(sentence: Passage, verb: int, at: int) -> bool:
    """Whether who stands behind «مع» at *at* is by that word on the side of the *verb*."""
    if _BESIDE.isdisjoint(without_particles(sentence.words[verb].fold)):
        return False
    last = at - 1 if sentence.words[at].fold in _ASIDE else at
    between = range(verb + 1, last)
    return not any(sentence.words[p].fold in _OTHERS for p in between)


def _force(sentence: Passage, verb: int, at: int) -> bool:
    """Whether force or a manner is used «مع» somebody: «استخدمت الشرطة القوة مع المحتجين»."""
    if sentence.words[at].fold in _ASIDE:
        return False
    used = (w for word in sentence.words[verb + 1 : at] for w in without_particles(word.fold))
    return not _FORCE.isdisjoint(used)


_FORCE = folded("قوة عنف شدة قسوة حزم أسلوب أساليب لغة")


def _takes_a_side(text: Passage, place: int) -> bool:
    return not _SIDES.isdisjoint(without_particles(text.words[place].fold))


def _just_before(evidence: Passage, place: int, there: int) -> bool:
    if not 0 < there - place <= _HOST_THERE:
        return False
    return not any(mark_before(evidence, p) for p in range(place + 1, there))
