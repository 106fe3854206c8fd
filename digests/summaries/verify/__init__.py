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

from digests.model import Article, Lang
from digests.summaries.verify.ability import ability
from digests.summaries.verify.advised import advised
from digests.summaries.verify.against import against
from digests.summaries.verify.alignment import align
from digests.summaries.verify.attached import attached
from digests.summaries.verify.awaited import awaited
from digests.summaries.verify.casualties import casualties
from digests.summaries.verify.certainty import certainty
from digests.summaries.verify.contrasted import contrasted
from digests.summaries.verify.counted_things import counted_things
from digests.summaries.verify.current import current
from digests.summaries.verify.dates import astray, dates
from digests.summaries.verify.day_of import day_of
from digests.summaries.verify.disguised import undisguised
from digests.summaries.verify.elapsed import elapsed
from digests.summaries.verify.ended import ended
from digests.summaries.verify.exceptions import exceptions
from digests.summaries.verify.figures import figures
from digests.summaries.verify.form import form, to_a_model, wording
from digests.summaries.verify.halted import halted
from digests.summaries.verify.latin import latin
from digests.summaries.verify.lent import lent
from digests.summaries.verify.linked import linked
from digests.summaries.verify.misplaced import misplaced
from digests.summaries.verify.noes import noes
from digests.summaries.verify.offices import offices
from digests.summaries.verify.ordinals import ordinals
from digests.summaries.verify.origins import origins
from digests.summaries.verify.own_deeds import own_deeds
from digests.summaries.verify.passage import passage
from digests.summaries.verify.qualified import qualified
from digests.summaries.verify.questions import questions
from digests.summaries.verify.quotations import quotations
from digests.summaries.verify.ranked import ranked
from digests.summaries.verify.reasons import reasons
from digests.summaries.verify.recipients import recipients
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.related import related
from digests.summaries.verify.relatives import relatives
from digests.summaries.verify.restricted import restricted
from digests.summaries.verify.reversal import reversal
from digests.summaries.verify.roles import roles
from digests.summaries.verify.same_thing import same_thing
from digests.summaries.verify.scope import scope
from digests.summaries.verify.shared_out import shared_out
from digests.summaries.verify.source import locate
from digests.summaries.verify.speakers import attributed, speakers
from digests.summaries.verify.stances import stances
from digests.summaries.verify.toward import toward
from digests.summaries.verify.turned import turned
from digests.summaries.verify.unproved import unproved
from digests.summaries.verify.untold import untold
from digests.summaries.verify.words import words

__all__ = ["Code", "Refusal", "verify"]


#: Words of a statement and of its evidence, at most: every word meets every other.
STATEMENT, EVIDENCE = 80, 150


def verify(text: str, evidence: str, article: Article) -> Refusal | None:
    """Why *text* is not supported by *evidence*, a passage of *article*; None when it is."""
    if len(text.split()) > STATEMENT:
        return Refusal(Code.FORM, f"a statement has at most {STATEMENT} words")
    if len(evidence.split()) > EVIDENCE:
        return Refusal(Code.EVIDENCE, "its evidence is too long; cite the sentence that says it")
    if (refusal := form(text) or to_a_model(evidence)) is not None:
        return refusal
    sentence = passage(text, Lang.AR)
    if (refusal := wording(text, attributed(sentence), evidence)) is not None:
        return refusal
    source = locate(evidence, article)
    if source is None:
        return Refusal(
            Code.EVIDENCE, "its evidence is not an exact copy of a passage of its article"
        )
    sentence = undisguised(sentence, source.passage)
    aligned = align(sentence, source.passage, source.inside)
    return (
        quotations(text, sentence, source, aligned)
        or figures(sentence, source, aligned)
        or dates(sentence, source, aligned)
        or astray(sentence, source, aligned)
        or casualties(sentence, source, aligned)
        or counted_things(sentence, source, aligned)
        or latin(sentence, source, aligned)
        or words(sentence, source, aligned)
        or lent(sentence, source, aligned)
        or same_thing(sentence, source, aligned)
        or noes(sentence, source, aligned)
        or advised(sentence, source, aligned)
        or ended(sentence, source, aligned)
        or contrasted(sentence, source, aligned)
        or exceptions(sentence, source, aligned)
        or ability(sentence, source, aligned)
        or reasons(sentence, source, aligned)
        or linked(sentence, source, aligned)
        or unproved(sentence, source, aligned)
        or shared_out(sentence, source, aligned)
        or scope(sentence, source, aligned)
        or qualified(sentence, source, aligned)
        or restricted(sentence, source, aligned)
        or reversal(sentence, source, aligned)
        or halted(sentence, source, aligned)
        or turned(sentence, source, aligned)
        or elapsed(sentence, source, aligned)
        or current(sentence, source, aligned)
        or against(sentence, source, aligned)
        or toward(sentence, source, aligned)
        or relatives(source, aligned)
        or related(sentence, source)
        or untold(source, aligned)
        or stances(source, aligned)
        or questions(sentence, source, aligned)
        or awaited(sentence, source, aligned)
        or certainty(sentence, source, aligned)
        or speakers(sentence, source, aligned)
        or ordinals(sentence, source, aligned)
        or offices(sentence, source, aligned)
        or roles(sentence, source, aligned)
        or own_deeds(sentence, source, aligned)
        or recipients(sentence, source, aligned)
        or attached(sentence, source, aligned)
        or origins(sentence, source, aligned)
        or misplaced(sentence, source, aligned)
        or ranked(sentence, source, aligned)
        or day_of(sentence, source, aligned)
    )
