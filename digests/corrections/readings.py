"""How told sentences read in the text that their article has now.

The rule: a sentence rests on its evidence, whoever wrote it (an extract, a translation, a model),
and wherever it stood (a headline, a summary, a background); so its evidence is what is compared, in
the part of the article where it stood: text, summary or title. An edit that was no correction may
have put it otherwise since; then it stood in the part that has most of its words. What a former
correction said since is what the reader knows, since that day, and is compared in its place.

What it may get wrong is what ``change`` gets wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from digests.corrections.change import EDITED, changed, stands
from digests.model import Sentence
from digests.store.corrections import Correction, Reading
from digests.store.watched import Edited
from digests.summaries.wording import shown

#: A part of an article as it was, as it is, and whether it is the headline.
_Part = tuple[str, str, bool]


def changes(
    edited: Edited, said: Iterable[Sentence], before: Sequence[Correction]
) -> dict[Sentence, Reading]:
    """By sentence *said* from the article, how it reads now, where that is another thing.

    *before* is what was corrected of the article since.
    """
    since = {r.evidence: (r, c.made) for c in before for r in c.changes if r.evidence}
    own = dict.fromkeys(s for s in said if s.article == edited.article.id)
    readings = ((sentence, _reading(edited, sentence, since)) for sentence in own)
    return {sentence: reading for sentence, reading in readings if reading is not None}


def _reading(
    edited: Edited, sentence: Sentence, since: Mapping[str, tuple[Reading, datetime]]
) -> Reading | None:
    article, evidence = edited.article, sentence.evidence
    told, language, known = sentence.text, sentence.language, None
    dropped = False
    if (former := since.get(evidence)) is not None:
        later, made = former
        dropped = not later.after
        if not dropped:
            evidence, language, known = later.after, later.language, made
            told = later.after if later.headline else shown(later.after, later.language)
    part = _part(edited, evidence, whole=dropped)
    if part is None:
        return None
    old, new, headline = part
    change = changed(evidence, old, new, article.language, title=headline)
    if change is None:
        return None
    return Reading(
        sentence.evidence, told, change.after, language, article.language, headline, known
    )


def _part(edited: Edited, evidence: str, *, whole: bool) -> _Part | None:
    """Where *evidence* stood; *whole*: only where it stood word by word."""
    article = edited.article
    parts = (
        (edited.text, article.text, False),
        (edited.summary, article.summary, False),
        (edited.title, article.title, True),
    )
    for part in parts:
        if evidence in part[0]:
            return part
    if whole:
        return None
    share, best = max(
        ((stands(evidence, part[0], article.language), part) for part in parts),
        key=lambda found: found[0],
    )
    return best if share >= EDITED else None
