"""A summary by the model: asked for, verified sentence by sentence, and used only if enough stands.

Rule. Each statement of the answer is verified against its article. What is refused is asked for
once more, all of it in one request and with the reasons; what is refused again is dropped. A
sentence that says what an accepted one says is dropped too. What the summary then lacks is asked
for in the same request: sentences, when fewer than `ENOUGH` say different things, and each party
that the extractive summary hears (``heard``), with the passage in which it speaks. The summary is
used when `ENOUGH` sentences stand and no such party is lost; its headline is the model's, or the
source's own when that one was refused and is Arabic. Otherwise the extractive summary stays.

What it may get wrong: two facts of one figure in much the same words count as one. Escape hatch:
``python -m bench writing`` shows each refusal with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from digests.aside import aside
from digests.language.stems import content
from digests.model import Article, Lang, Method, Sentence, Source, Story, Summary
from digests.summaries import heard, writing
from digests.summaries.glossary import Glossary
from digests.summaries.model_client import Answer, ModelError, Turn
from digests.summaries.writing import Candidate, Draft, NotAnAnswer

#: Sentences that a summary by the model has at least.
ENOUGH = 2
#: Words of a sentence, and characters of a headline, above which it is asked for anew.
WORDS, HEADLINE = 40, 120
#: Share of the rarer sentence's stems that two sentences may have in common.
_SAME = 0.8
#: The same where the two have a figure in common, and no two parties say it.
_SAME_FIGURE = 0.5
_FIGURE, _YEAR = re.compile(r"\d+(?:\.\d+)?%?"), re.compile(r"(?:19|20)\d\d")
#: Words of all articles together below which there is nothing to write.
_LITTLE = 12


class Refusal(Protocol):
    """Why a statement is not published: a code, and a sentence that helps to mend it."""

    @property
    def code(self) -> str: ...

    @property
    def reason(self) -> str: ...


#: The verifier: (text, evidence, article) -> why it is refused, or None.
Verify = Callable[[str, str, Article], "Refusal | None"]
#: Asks the model; raises ModelError.
Ask = Callable[[Sequence[Turn]], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Refused:
    """A statement that did not pass; ``place`` is 0 for the headline, else a sentence's number."""

    place: int
    candidate: Candidate
    code: str
    reason: str
    again: bool = False  # it was the second version

    @property
    def which(self) -> str:
        return f"sentence {self.place}" if self.place else "headline"


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one story: ``summary`` is None when the extractive one stays, and ``why``."""

    summary: Summary | None
    why: str = ""  # not-an-answer | too-few | party-lost
    accepted: tuple[Sentence, ...] = ()
    refused: tuple[Refused, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fault:
    code: str
    reason: str


def worth_asking(story: Story) -> bool:
    """Whether the articles of *story* hold more than a headline."""
    return sum(len(article.body.split()) for article in story.articles) >= _LITTLE


async def write(
    story: Story,
    sources: Mapping[str, Source],
    extractive: Summary,
    ask: Ask,
    verify: Verify,
    names: Glossary | None = None,
) -> Written:
    """Have the model summarise *story*, with foreign *names* as we write them.

    Raises:
        ModelError: the first question has no answer. A second one without an answer costs only
            what it was asked for.
    """
    articles = writing.offered(story, sources)
    turns = writing.question(articles, sources, names)
    first = await ask(turns)
    answers = [first.text]
    try:
        draft = writing.read(first.text, articles)
    except NotAnAnswer as error:
        draft, missing = Draft(None, ()), str(error)
    else:
        missing = "" if draft.headline or draft.sentences else "no statement of the form asked for"
    accepted, refused = await aside(partial(_sorted, draft, range(1, READ_PLACES), verify))
    told = [(r.which, r.candidate.text, r.reason) for r in refused]
    lacking = partial(_lacking, accepted, refused, extractive.sentences, story)
    lacks = [] if missing else await aside(lacking)
    told += lacks
    if missing:
        told = [("the answer", first.text[:80], missing)]
    elif draft.headline is None:
        told = [("headline", "", "it is missing"), *told]
    if told:
        try:
            second = await ask((*turns, *writing.follow_up(first.text, told)))
            answers.append(second.text)
            more = writing.read(second.text, articles)
        except (ModelError, NotAnAnswer):
            more = Draft(None, ())
        places = [r.place for r in refused if r.place]
        if lacks or not places:
            places += range(READ_PLACES if lacks else 1, 2 * READ_PLACES)
        if 0 in accepted:
            more = replace(more, headline=None)
        better, worse = await aside(partial(_sorted, more, places, verify))
        accepted = better | accepted
        refused += [replace(r, again=True) for r in worse]
    return await aside(partial(_outcome, accepted, refused, answers, extractive, story))


#: One more than the places that sentences of an answer can have.
READ_PLACES = writing.READ + 1


def _sorted(
    draft: Draft, places: Iterable[int], verify: Verify
) -> tuple[dict[int, Sentence], list[Refused]]:
    """The statements of *draft* that pass, by place, and those that do not."""
    found = list(zip(places, draft.sentences, strict=False))
    if draft.headline is not None:
        found.insert(0, (0, draft.headline))
    accepted: dict[int, Sentence] = {}
    refused: list[Refused] = []
    for place, candidate in found:
        fault = _fault(place, candidate, verify)
        if fault is not None:
            refused.append(Refused(place, candidate, fault.code, fault.reason))
        elif candidate.article is not None:
            accepted[place] = _sentence(place, candidate, candidate.article)
    return accepted, refused


def _fault(place: int, candidate: Candidate, verify: Verify) -> Refusal | None:
    if candidate.article is None:
        return _Fault("article", "it names no article of the list")
    if place == 0 and len(candidate.text) > HEADLINE:
        return _Fault("long", f"a headline has at most {HEADLINE} characters")
    if place and len(candidate.text.split()) > WORDS:
        return _Fault("long", f"a sentence has at most {WORDS} words")
    return verify(candidate.text, candidate.evidence, candidate.article)


def _sentence(place: int, candidate: Candidate, article: Article) -> Sentence:
    text = candidate.text
    if place == 0:
        text = text.rstrip(" .")
    elif text[-1] not in '.؟…!»")]':
        text = f"{text}."
    return Sentence(text, article.id, candidate.evidence, Method.MODEL, Lang.AR)


def _outcome(
    accepted: Mapping[int, Sentence],
    refused: Sequence[Refused],
    answers: Sequence[str],
    extractive: Summary,
    story: Story,
) -> Written:
    sentences = _distinct([accepted[place] for place in sorted(accepted) if place], story)
    sentences = _shortened(sentences, extractive.sentences, story)
    headline = accepted.get(0) or _own(extractive.headline)
    passed = tuple(accepted[place] for place in sorted(accepted))
    summary, why = None, ""
    if not passed and not refused:
        why = "not-an-answer"
    elif headline is None or len(sentences) < ENOUGH:
        why = "too-few"
    elif heard.lost(sentences, extractive.sentences, story):
        why = "party-lost"
    else:
        summary = Summary(headline, tuple(sentences))
    return Written(summary, why, passed, tuple(refused), tuple(answers))


def _own(headline: Sentence) -> Sentence | None:
    return headline if headline.language == Lang.AR else None


def _lacking(
    accepted: Mapping[int, Sentence],
    refused: Sequence[Refused],
    before: Sequence[Sentence],
    story: Story,
) -> list[tuple[str, str, str]]:
    """What the summary lacks even if all that was *refused* were mended, as `writing.follow_up`
    tells it."""
    mended = [
        _sentence(r.place, r.candidate, r.candidate.article)
        for r in refused
        if r.place and r.candidate.article is not None and r.candidate.text
    ]
    sentences = [accepted[place] for place in sorted(accepted) if place]
    found = [
        ("a sentence", s.evidence, "here a party speaks whom none of your sentences lets speak")
        for s in heard.lost([*sentences, *mended], before, story)
    ]
    if len(_distinct(sentences, story)) + sum(r.place > 0 for r in refused) < ENOUGH:
        found.append(("sentences", "", f"fewer than {ENOUGH} of yours say different things"))
    return found


def _shortened(
    sentences: Sequence[Sentence], before: Sequence[Sentence], story: Story
) -> list[Sentence]:
    """At most `writing.MOST` of *sentences*, the last ones left out that no party needs."""
    kept = list(sentences)
    while len(kept) > writing.MOST:
        lost = len(heard.lost(kept, before, story))
        fewer = (kept[:at] + kept[at + 1 :] for at in range(len(kept) - 1, 0, -1))
        kept = next((f for f in fewer if len(heard.lost(f, before, story)) == lost), kept[:-1])
    return kept


def _distinct(sentences: Sequence[Sentence], story: Story) -> list[Sentence]:
    """*sentences* without those that say what one before says."""
    kept: list[tuple[Sentence, frozenset[str]]] = []
    for sentence in sentences:
        stems = frozenset(content(sentence.text, sentence.language))
        if not any(_says_again(sentence, stems, *known, story) for known in kept):
            kept.append((sentence, stems))
    return [sentence for sentence, _ in kept]


def _says_again(
    sentence: Sentence, stems: frozenset[str], known: Sentence, its: frozenset[str], story: Story
) -> bool:
    """Whether *sentence* says what the one *known* says, by their stems."""
    share = len(stems & its) / max(1, min(len(stems), len(its)))
    if share > _SAME:
        return True
    if share <= _SAME_FIGURE or not any(_is_figure(stem) for stem in stems & its):
        return False
    kinds = {heard.kind_heard(one, story) for one in (sentence, known)} - {None}
    return len(kinds) < 2


def _is_figure(stem: str) -> bool:
    return bool(_FIGURE.fullmatch(stem)) and not _YEAR.fullmatch(stem)


def without(summary: Summary, story: Story) -> Summary | None:
    """What is left of the model's *summary* when only the articles of *story* are shown.

    None when too little is left, or when it is not the model's: then it is made anew.
    """
    shown = {article.id for article in story.articles}
    left = tuple(s for s in summary.sentences if s.article in shown)
    ours = all(s.method is Method.MODEL for s in left)
    if not ours or len(left) < ENOUGH or summary.headline.article not in shown:
        return None
    return Summary(summary.headline, left)
