"""Which sentence of an article answers which: replies, and the accused who speak up.

The rule: a sentence that takes up what was just told (``taking_up``) answers the one before it. Who
is turned against and speaks up within the next few sentences of the article («اتهمت النقابة الوزارة
…», «وردت الوزارة بأن …»), or opens as the other side, rejoins; so does a denial of the matter of an
accusation, whoever denies it.

What it may get wrong: an accused who is named otherwise than in the accusation, and denies nothing,
is not known as the one who speaks. The escape hatch is the patterns of ``replies``.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as Set_
from dataclasses import dataclass

from digests.summaries.passages import Passage
from digests.summaries.replies import (
    accuses,
    as_the_other_side,
    disputes,
    disputes_figures,
    figured,
    speaks_up,
    turns_against,
)
from digests.summaries.same_voice import kind_of, names
from digests.summaries.sides import parties_listed
from digests.summaries.speakers import Voice
from digests.summaries.taking_up import denies_shortly, numbered, points_back, takes_up

#: Sentences before a reply that may tell what it answers, at most.
_CHAIN = 4
#: Sentences among which an accusation stands before the answer of the accused, at most.
_BEHIND = 3
#: Words below which a sentence tells nothing that another can lean on.
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Exchange:
    """The sentences of a story, by their places: their words, stems, passages and speakers, and the
    kinds of party of which two sides speak."""

    spans: Sequence[str]
    stems: Sequence[Set_[str]]
    passages: Sequence[Passage]
    told: Sequence[Voice]
    split: Set_[str]

    def answered(self, order: int) -> tuple[int, ...] | None:
        """The places of the sentences of which the one at *order* needs one before it, None when it
        needs none.

        The one before it, or the last with a figure for «هذه الأرقام», with several names for
        «الشركات الثلاث», with the accusation for «ورد فلان بأن …»; where that goes on from another
        («وأضاف أن …»), that one too. «الشركة» leans too where two companies speak and it speaks
        itself.
        """
        passage, span, who = self.passages[order], self.spans[order], self.told[order]
        pointing = points_back(span, passage.language)
        taken = bool(who.party and not who.named and kind_of(who.party) in self.split)
        if passage.place == 0 and not pointing:
            return None
        if not taken and not takes_up(span, passage.language):
            return None
        rejoined = None if pointing else self.rejoined(order)
        if rejoined is not None:
            return (rejoined,)
        before = self._before(order)
        if before and self._tells_nothing(before[-1]):
            return ()  # «46 ثانية فقط!»
        if disputes_figures(span):
            before = [at for at in before if figured(self.spans[at])] or before
        if numbered(span, passage.language):
            before = [at for at in before if len(parties_listed(self.spans[at])) > 1]
        return self._chain(before, only=denies_shortly(span, passage.language))

    def rejoined(self, order: int) -> int | None:
        """The place of the sentence that turns against who speaks up in the one at *order*, or of
        the accusation whose matter it denies; None when there is none."""
        passage, span, who = self.passages[order], self.spans[order], self.told[order]
        language = passage.language
        if who.party is None or passage.place == 0:
            return None
        if not (speaks_up(span, language) or as_the_other_side(span)):
            return None
        for at in reversed(self._before(order)[-_BEHIND:]):
            if self.told[at].party in (None, who.party):
                continue
            denied = disputes(span, language) and accuses(self.spans[at], language)
            if denied and self.stems[at] & self.stems[order]:
                return at  # «اتهموا شركات بالامتناع», «ونفت وجود امتناع»
            if turns_against(self.spans[at], language) and names(self.spans[at], who):
                return at
        return None

    def _before(self, order: int) -> list[int]:
        """The places of the sentences before the one at *order* in its article."""
        article = self.passages[order].article
        return [at for at in range(order) if self.passages[at].article == article]

    def _tells_nothing(self, at: int) -> bool:
        return len(self.spans[at].split()) < _TELLING and not self.told[at].named

    def _chain(self, before: Sequence[int], *, only: bool) -> tuple[int, ...]:
        """The last of the places *before*, and those from which it goes on, unless the *only*."""
        chain: list[int] = []
        for at in reversed(before[-_CHAIN:]):
            chain.append(at)
            back = points_back(self.spans[at], self.passages[at].language)
            if only or not (self.told[at].absent or back):
                break
        return tuple(chain)
