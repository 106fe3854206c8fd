"""The verifier: whether an Arabic statement is supported by its evidence, and if not, why.

The rule: the checks run from the cheapest on, and the first fault is told. The evidence alone
supports a statement; who speaks and when may be told by the sentence it is cut from and by what
stands just before. A doubtful statement is refused: the source's own words are shown
in its place, and nothing is lost but a translation.

What it may get wrong: a true sentence in rare words is refused, and a false one whose every word,
number, name, speaker, hedge and order agree with its evidence passes. Each module names its own
escape hatch.
"""

from __future__ import annotations

from collections.abc import Callable

from digests.model import Article, Lang
from digests.summaries.verify.ability import ability
from digests.summaries.verify.advised import advised
from digests.summaries.verify.against import against
from digests.summaries.verify.alignment import Alignment, align
from digests.summaries.verify.another_doer import another_doer
from digests.summaries.verify.attached import attached
from digests.summaries.verify.awaited import awaited
from digests.summaries.verify.casualties import casualties
from digests.summaries.verify.causes import exchanged_causes
from digests.summaries.verify.certainty import certainty
from digests.summaries.verify.contrasted import contrasted
from digests.summaries.verify.counted_things import counted_things
from digests.summaries.verify.current import current
from digests.summaries.verify.dates import astray, dates
from digests.summaries.verify.day_of import day_of
from digests.summaries.verify.dealt import by_its_converse
from digests.summaries.verify.disguised import undisguised
from digests.summaries.verify.elapsed import elapsed
from digests.summaries.verify.ended import ended
from digests.summaries.verify.exceptions import exceptions
from digests.summaries.verify.figures import figures
from digests.summaries.verify.form import form, to_a_model, wording
from digests.summaries.verify.glossed import unglossed
from digests.summaries.verify.halted import halted
from digests.summaries.verify.holders import holders
from digests.summaries.verify.latin import latin
from digests.summaries.verify.lent import lent
from digests.summaries.verify.linked import linked
from digests.summaries.verify.misnamed import misnamed
from digests.summaries.verify.misplaced import misplaced
from digests.summaries.verify.noes import noes
from digests.summaries.verify.offices import offices
from digests.summaries.verify.ordinals import ordinals
from digests.summaries.verify.origins import origins
from digests.summaries.verify.own_deeds import own_deeds
from digests.summaries.verify.parts_of_bodies import parts_of_bodies
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.qualified import qualified
from digests.summaries.verify.questions import questions
from digests.summaries.verify.quotations import quotations
from digests.summaries.verify.ranked import ranked
from digests.summaries.verify.rates import rates
from digests.summaries.verify.reasons import reasons
from digests.summaries.verify.referents import spelt_out
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.related import related
from digests.summaries.verify.relatives import relatives
from digests.summaries.verify.restricted import restricted
from digests.summaries.verify.reversal import reversal
from digests.summaries.verify.roles import roles
from digests.summaries.verify.same_thing import same_thing
from digests.summaries.verify.scope import scope
from digests.summaries.verify.shared_out import shared_out
from digests.summaries.verify.source import Source, locate
from digests.summaries.verify.speakers import attributed, speakers
from digests.summaries.verify.stances import stances
from digests.summaries.verify.toward import toward
from digests.summaries.verify.turned import turned
from digests.summaries.verify.two_places import on_two_places
from digests.summaries.verify.unproved import unproved
from digests.summaries.verify.untold import untold
from digests.summaries.verify.words import words

__all__ = ["Code", "Refusal", "verify"]


#: Words of a statement and of its evidence, at most: every word meets every other.
STATEMENT, EVIDENCE = 80, 150

#: The checks in their order: the statement, its source and what of the one says the other.
_CHECKS: tuple[Callable[[Passage, Source, Alignment], Refusal | None], ...] = (
    figures,
    dates,
    astray,
    casualties,
    counted_things,
    rates,
    latin,
    words,
    misnamed,
    lent,
    same_thing,
    noes,
    advised,
    ended,
    contrasted,
    exceptions,
    ability,
    reasons,
    exchanged_causes,
    linked,
    unproved,
    shared_out,
    scope,
    qualified,
    restricted,
    reversal,
    halted,
    turned,
    elapsed,
    current,
    against,
    toward,
    relatives,
    related,
    untold,
    stances,
    questions,
    awaited,
    certainty,
    speakers,
    ordinals,
    offices,
    holders,
    roles,
    own_deeds,
    another_doer,
    parts_of_bodies,
    attached,
    origins,
    misplaced,
    ranked,
    day_of,
)


#: Faults that a name may mend which the evidence only points at.
_OF_NAMES = frozenset({Code.QUOTATION, Code.UNSUPPORTED, Code.SPEAKER, Code.ROLES, Code.CASUALTIES})


def verify(text: str, evidence: str, article: Article) -> Refusal | None:
    """Why *text* is not supported by *evidence*, a passage of *article*; None when it is."""
    refusal = _too_long(text, evidence) or form(text) or to_a_model(evidence)
    if refusal is not None:
        return refusal
    text = unglossed(text)
    sentence = passage(text, Lang.AR)
    if (refusal := wording(text, attributed(sentence), evidence)) is not None:
        return refusal
    source = locate(evidence, article)
    if source is None:
        return Refusal(
            Code.EVIDENCE, "its evidence is not an exact copy of a passage of its article"
        )
    return _unsupported(text, undisguised(sentence, source.passage), source)


def _too_long(text: str, evidence: str) -> Refusal | None:
    """Whether a text has more words than are compared."""
    if len(text.split()) > STATEMENT:
        return Refusal(Code.FORM, f"a statement has at most {STATEMENT} words")
    if len(evidence.split()) > EVIDENCE:
        return Refusal(Code.EVIDENCE, "its evidence is too long; cite the sentence that says it")
    return None


def _unsupported(text: str, sentence: Passage, source: Source) -> Refusal | None:
    """The first fault of *sentence*, read from *text*, against *source*."""
    aligned = _aligned(sentence, source)
    refusal = _first_fault(text, sentence, source, aligned)
    if refusal is None or refusal.code not in _OF_NAMES:
        return refusal
    for named in spelt_out(sentence, source, aligned):
        if _first_fault(text, sentence, named, _aligned(sentence, named)) is None:
            return None
    return refusal


def _aligned(sentence: Passage, source: Source) -> Alignment:
    return by_its_converse(sentence, source, align(sentence, source.passage, source.inside))


def _first_fault(
    text: str, sentence: Passage, source: Source, aligned: Alignment
) -> Refusal | None:
    """What the first check that finds a fault says of it."""
    aligned = on_two_places(sentence, source.passage, aligned)
    if (refusal := quotations(text, sentence, source, aligned)) is not None:
        return refusal
    refusals = (check(sentence, source, aligned) for check in _CHECKS)
    return next((refusal for refusal in refusals if refusal is not None), None)
