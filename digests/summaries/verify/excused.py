"""Words that need no support by themselves: they add nothing to a word that has it.

The rule: excused are words beside a supported noun (`beside_nouns`) or a number (`beside_numbers`)
that add nothing to it; "again" where the evidence has it or re-; times and years (`occasions`),
members of a body (`members`), a matter without a name (`matters`), what only connects
(`connecting`); some particles (`particles`); a verb or noun of saying where the evidence reports; a
hedge, which makes a sentence weaker; and what the article tells around its evidence (`context`).

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.kin import stems
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.speech_verbs import Act
from digests.language.strength import Hedge
from digests.summaries.verify.ahead import ahead
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.beside_nouns import beside_a_noun
from digests.summaries.verify.beside_numbers import of_a_number
from digests.summaries.verify.connecting import connecting
from digests.summaries.verify.context import says_so, told_around
from digests.summaries.verify.frequency import how_often
from digests.summaries.verify.in_turn import in_turn
from digests.summaries.verify.matters import matter
from digests.summaries.verify.members import member
from digests.summaries.verify.occasions import occasion
from digests.summaries.verify.padded import padded
from digests.summaries.verify.particles import particle
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.restated import restated
from digests.summaries.verify.said_not import said_not
from digests.summaries.verify.source import Source
from digests.summaries.verify.votes import a_vote

#: Words that tell what somebody can do or may suffer, which is more than that it may be.
_ABLE = folded(
    "يستطيع تستطيع يستطيعون معرض معرضا معرضة معرضون معرضين معرضات عرضة بوسع بوسعه بوسعها"
)
_COMPARED = folded("أكثر أقل أزيد")
#: Words between a bound and its number, at most.
_BOUNDED = 5
#: Verbs that say the opposite of a denial.
_AFFIRMS = folded("أكد أكدت أكدوا يؤكد تؤكد أقر أقرت أقروا يقر تقر اعترف اعترفت اعترفوا")
#: Acts of speech that any other may stand for; who denies or accuses does no other.
_PLAIN = frozenset(Act) - {Act.DENY, Act.ACCUSE}
#: Words that say no more than "said" where they report.
_SAYS = folded(
    "رأى رأت رأوا يرى ترى اعتبر اعتبرت مؤكدا مؤكدة مؤكدين متحدثا متحدثة متحدثين مبينا مبينة لافتا "
    "لافتة منوها منوهة معتبرا معتبرة معتبرين"
)
_OWN_WORDS, _BY = folded("قوله قولها قولهم قولهما"), folded("بحسب وفق حسب حد وفقا")
_AGAIN = folded("أعاد إعادة يعيد تعيد يعيدون أعادت أعادوا بإعادة")
_ONCE_MORE = folded("again anew שוב מחדש مجددا")


def excused(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* needs no support by itself."""
    if _weakens(sentence, place) or _intends(sentence, place, source, aligned):
        return True
    forms = {sentence.words[place].fold, sentence.words[place].fold.removeprefix("ال")}
    forms |= {form[1:] for form in forms if form[:1] in "وبل"}
    return (
        told_around(sentence, place, source, aligned)
        or of_a_number(sentence, place, forms, source)
        or beside_a_noun(sentence, place, forms, source, aligned)
        or particle(sentence, place, forms, source, aligned)
        or _saying(sentence, place, forms, source)
        or said_not(sentence, place, source.passage, aligned)
        or _once_more(sentence, place, forms, source, aligned)
        or occasion(sentence, place, source, aligned)
        or matter(sentence, place, source)
        or how_often(sentence, place, source.passage)
        or a_vote(sentence, place, source.passage)
        or member(sentence, place, source, aligned)
        or padded(sentence, place, forms, source, aligned)
        or restated(sentence, place, forms, source, aligned)
        or connecting(sentence, place, source, aligned)
        or in_turn(sentence, place, source, aligned) is True
    )


def _weakens(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is a hedge, of a number where it is one that bounds."""
    for hedge in sentence.hedges:
        if not hedge.at <= place < hedge.end or sentence.words[place].fold in _ABLE:
            continue
        if hedge.hedge is Hedge.POSSIBLE:
            return True
        if hedge.hedge is Hedge.ABOUT:
            return _near_a_number(sentence, place)
        if hedge.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST):
            bare = sentence.words[place].fold in _COMPARED
            return bare or any(abs(q.first - place) <= _BOUNDED for q in sentence.quantities)
    return False


def _intends(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* says that somebody intends or expects what will be."""
    coming = ahead(source.passage) & source.inside
    return any(
        hedge.at <= place < hedge.end
        and hedge.hedge in (Hedge.INTENDED, Hedge.EXPECTED)
        and any(coming.intersection(aligned.of(p)) for p in range(hedge.end, hedge.stop))
        for hedge in sentence.hedges
    )


def _near_a_number(sentence: Passage, place: int) -> bool:
    """Whether a number, of no date alone, stands near *place*: «قارب 300», and no boat."""
    return any(
        abs(q.first - place) <= _BOUNDED
        for q in sentence.quantities
        if q.first not in sentence.dated
    )


def _saying(sentence: Passage, place: int, forms: set[str], source: Source) -> bool:
    if not source.passage.frames:
        return False
    if forms & _OWN_WORDS and place:
        return sentence.words[place - 1].fold in _BY
    if any(f.according and f.at <= place < f.speaker.start for f in sentence.frames):
        return True  # «على حد قول …», «على ما ذكر …»
    own = {f.act for f in sentence.frames if f.at == place}
    acts = {f.act for f in source.passage.frames}
    if Act.WARN in own and any(h.hedge is Hedge.POSSIBLE for h in source.passage.hedges):
        return Act.SAY in acts  # "said that the plan could cost lives"
    if sentence.meanings[place] & says_so() or forms & _SAYS:
        return bool(own) and own - _PLAIN <= acts and not (acts == {Act.DENY} and forms & _AFFIRMS)
    return False


def _once_more(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    evidence = source.passage
    again = forms & _AGAIN or any(form in _AGAIN for form in stems(sentence.words[place].fold))
    return bool(again) and (
        any(evidence.words[j].fold.startswith("re") for j in aligned.of(place + 1))
        or any(evidence.words[p].fold in _ONCE_MORE for p in source.inside)
        or fold("من جديد") in fold(evidence.text)
    )
