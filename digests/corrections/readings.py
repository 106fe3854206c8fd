"""How told sentences read in the text that their article has now.

The rule: a sentence rests on its evidence, whoever wrote it (an extract, a translation, a model),
and wherever it stood (a headline, a summary, a background); so its evidence is what is compared, in
the part of the article where it stood: text, summary or title. What a former correction said since
is what the reader knows, and is compared in its place.

What it may get wrong is what ``change`` gets wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digests.corrections.change import changed
from digests.model import Sentence
from digests.store.corrections import Correction, Reading
from digests.store.watched import Edited


def changes(
    edited: Edited, said: Iterable[Sentence], before: Sequence[Correction]
) -> dict[Sentence, Reading]:
    """By sentence *said* from the article, how it reads now, where that is another thing.

    *before* is what was corrected of the article since.
    """
    since = {r.evidence: r for c in before for r in c.changes if r.evidence and r.after}
    own = dict.fromkeys(s for s in said if s.article == edited.article.id)
    readings = ((sentence, _reading(edited, sentence, since)) for sentence in own)
    return {sentence: reading for sentence, reading in readings if reading is not None}


def _reading(edited: Edited, sentence: Sentence, since: dict[str, Reading]) -> Reading | None:
    article, evidence = edited.article, sentence.evidence
    told, language = sentence.text, sentence.language
    if (later := since.get(evidence)) is not None:
        evidence, told, language = later.after, later.after, later.language
    for old, new, headline in (
        (edited.text, article.text, False),
        (edited.summary, article.summary, False),
        (edited.title, article.title, True),
    ):
        if evidence not in old:
            continue
        change = changed(evidence, old, new, article.language, title=headline)
        if change is None:
            return None
        now = (change.after, language, article.language)
        return Reading(sentence.evidence, told, *now, headline=headline)
    return None
