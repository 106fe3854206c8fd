"""One story of a digest: headline, sentences with their sources, who else reported it.

Rule (docs/editorial.md, "A digest"). The first sentence is visible, the others open on a tap. A
source's own words stand in «…» under «من نص ⟪المصدر⟫:»; any other sentence ends with its outlet as
a link. A translation is labelled as one, a party to the news as one, a language other than Arabic
as itself. Outlets not named yet follow in «المصادر:», and a story of a single source says so.

A relative day («الخميس», «أمس») in a source's words or their translation means nothing without a
date: the brackets that name the source then carry one (``days``). Inside «…» nothing is
changed; what a reader would miss is added there in square brackets (``summaries.glosses``).

Two accounts that differ stand side by side under «الروايتان مختلفتان:», both visible when the first
sentence is one of them; an accusation to which no source of the story has a reply is followed by
«لم نجد في مصادرنا ردًا من …» (``summaries.accounts``).

``Cut`` is the escape hatch for a story that is too long: fewer sentences, then fewer outlets, then
shorter ones; the link of at least one source always stays. ``shown`` says what of a story a reader
sees then: that alone was told, and is what a correction can be of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from digests import dates
from digests.compose.days import day_of
from digests.compose.voice import HEADLINE, SENTENCE, Voice, clip, is_arabic, quoted, words_of
from digests.language.direction import PDI, RLI, isolate
from digests.markup import Html, bold, clean, escape, expandable, inert, link
from digests.model import Article, Background, Item, Lang, Length, Method, Sentence, Shown
from digests.stories.names import table
from digests.summaries.accounts import differing, unanswered
from digests.summaries.glosses import glossed

#: The end of a sentence, with the quotation marks and brackets that may follow; the same ahead.
_ENDED = re.compile(r"[.!?؟…][\"'”’»)\]]*\s*$")
#: What is one space in a message, as it may stand in a source's text.
_SPACE = r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
_ENDS = re.compile(r"[\"'”’»)\]]*[.!?؟…]")


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a story is told: sentences, outlets named apart, characters of each sentence."""

    sentences: int = 4
    outlets: int = 24
    length: int = SENTENCE


#: From the whole story to the least that still tells it; tried in order until one fits.
CUTS = (
    Cut(),
    Cut(sentences=3),
    Cut(sentences=2),
    Cut(sentences=1),
    Cut(sentences=1, outlets=8),
    Cut(sentences=1, outlets=3, length=400),
    Cut(sentences=1, outlets=0, length=300),
)


def write(item: Item, voice: Voice, cut: Cut = CUTS[0]) -> Html:
    """The story's lines, unfinished."""
    articles = {article.id: article for article in item.story.articles}
    told = _told(item, articles, voice, cut)
    lines = [_headline(item, voice)]
    if told:
        accounts = _accounts(item, told)
        told = _beside(told, accounts)
        said = _sentences(told, item, articles, voice, cut, accounts)
        open_ = 2 if told[0] in accounts else 1
        _no_reply(item, told, voice, said)
        lines.extend(chain(*said[:open_]))
        lines.append(expandable(Html("\n".join(chain(*said[open_:])))))
    named = {articles[sentence.article].source for sentence in told}
    lines.append(_others(item, voice, named, cut))
    lines.append(_standing(item, voice))
    lines.extend(_amendments(item, told, voice))
    if (background := _background_of(item, cut)) is not None:
        lines.append(_background(background, voice, cut.length))
    return Html("\n".join(line for line in lines if line))


def shown(item: Item, voice: Voice, cut: Cut = CUTS[0]) -> Shown:
    """What `write` shows of the story."""
    articles = {article.id: article for article in item.story.articles}
    background = _background_of(item, cut)
    return Shown(
        item.story.id,
        as_shown(item.summary.headline, HEADLINE),
        tuple(as_shown(one, cut.length) for one in _told(item, articles, voice, cut)),
        None if background is None else as_shown(background.sentence, cut.length),
    )


def as_shown(sentence: Sentence, length: int) -> Sentence:
    """*sentence* where *length* characters of it are shown: what is cut off it was not told.

    A source's own words rest on as much of their evidence then.
    """
    text = clean(sentence.text)
    if len(text) <= length:
        return sentence
    kept = clip(text, length).removesuffix("…")
    spaced = _SPACE.join(map(re.escape, kept.split()))
    found = re.search(spaced, sentence.evidence)
    evidence = sentence.evidence[: found.end()] if found else sentence.evidence
    return replace(sentence, text=kept, evidence=evidence)


def _background_of(item: Item, cut: Cut) -> Background | None:
    """The background that is shown."""
    return item.background if cut.sentences > 1 else None


def _told(item: Item, articles: dict[int, Article], voice: Voice, cut: Cut) -> list[Sentence]:
    """The sentences shown: those with a source and words, as many as length and cut allow."""
    most = 1 if voice.preferences.length is Length.BRIEF else cut.sentences
    usable = [s for s in item.summary.sentences if s.article in articles and clean(s.text)]
    return usable[:most]


def _headline(item: Item, voice: Voice) -> Html:
    headline = item.summary.headline
    text = words_of(headline.text, headline.language, HEADLINE)
    language = headline.language
    if not text:
        text, language = escape(voice.say("story-untitled")), voice.language
    if item.updated:
        if voice.language == Lang.EN and is_arabic(language):
            text = Html(f"{RLI}{text}{PDI}")
        text = voice.say.html("story-updated", headline=text)
    notes: list[Html] = []
    if not is_arabic(language) and language != voice.language:
        notes.append(escape(voice.in_language(language)))
    source = next((a for a in item.story.articles if a.id == headline.article), None)
    if translated(headline, source):
        notes.append(escape(voice.say("story-translated")))
    brackets = voice.brackets(notes, language)
    return Html(f"{bold(text)} {brackets}" if brackets else bold(text))


def _accounts(item: Item, told: list[Sentence]) -> tuple[Sentence, ...]:
    """The two sentences of *told* whose accounts differ, if any do."""
    places = differing(item.story, item.summary) or ()
    found = tuple(item.summary.sentences[place] for place in places)
    return found if all(sentence in told for sentence in found) else ()


def _beside(told: list[Sentence], accounts: tuple[Sentence, ...]) -> list[Sentence]:
    """*told* with the two accounts side by side, where the first of them stood."""
    if not accounts:
        return told
    at = min(map(told.index, accounts))
    rest = [sentence for sentence in told if sentence not in accounts]
    return [*rest[:at], *accounts, *rest[at:]]


def in_its_words(
    sentence: Sentence,
    article: Article,
    story: Sequence[Article],
    length: int,
    told: Sequence[str] = (),
) -> str:
    """An extract of *article* as a reader of *told* sees it: with square brackets if these fit into
    *length* characters, and «…» where the source's sentence goes on."""
    text = glossed(sentence.text, article, story, told)
    text = text if len(text) <= length else sentence.text
    return f"{text} …" if goes_on(article, sentence.evidence) else text


def _sentences(
    told: list[Sentence],
    item: Item,
    articles: dict[int, Article],
    voice: Voice,
    cut: Cut,
    accounts: tuple[Sentence, ...],
) -> list[list[Html]]:
    """The lines of each sentence of *told*; extracts of one article share the one that names it."""
    found: list[list[Html]] = []
    current = None
    before = [item.summary.headline.text]
    for at, sentence in enumerate(told):
        article, run = articles[sentence.article], _run(sentence)
        lines: list[Html] = []
        if accounts and sentence is accounts[0]:
            lines.append(voice.say.html("story-accounts-differ"))
        if sentence.method is Method.EXTRACTIVE:
            if run != current:
                group = next(list(same) for _, same in groupby(told[at:], key=_run))
                lines.append(_from_text(group, item, article, voice))
            text = in_its_words(sentence, article, item.story.articles, cut.length, before)
            before.append(text)
            lines.append(quoted(text, sentence.language, cut.length))
        else:
            before.append(sentence.text)
            lines.append(attributed(sentence, item, article, voice, cut.length))
        found.append(lines)
        current = run
    return found


def _no_reply(item: Item, told: list[Sentence], voice: Voice, shown: list[list[Html]]) -> None:
    """Adds «لم نجد في مصادرنا ردًا من …» where the accusation is *shown*."""
    found = unanswered(item.story, item.summary)
    if found is None or (accusing := item.summary.sentences[found[0]]) not in told:
        return
    forms = table().written[found[1]]
    party = isolate(forms[1] if voice.language == Lang.EN else forms[0], voice.language)
    shown[0 if accusing is told[0] else -1].append(
        voice.say.html("story-no-reply", party=escape(party))
    )


def goes_on(article: Article, evidence: str) -> bool:
    """Whether the source's sentence goes on where *evidence* ends: then a quotation must say so."""
    if _ENDED.search(evidence):
        return False
    for text in (article.text, article.summary, article.title):
        _, found, rest = text.partition(evidence)
        if found:
            line = rest.partition("\n")[0].strip()
            return bool(line) and not _ENDS.match(line)
    return False


def _run(sentence: Sentence) -> tuple[Method, int, str]:
    return sentence.method, sentence.article, sentence.language


def _from_text(group: list[Sentence], item: Item, article: Article, voice: Voice) -> Html:
    """«من نص ⟪المصدر⟫:», with what a reader must know about it in brackets."""
    notes = _notes(group[0], item, article, voice)
    notes += day_of(article, (one.text for one in group), voice.preferences)
    source = voice.outlet_link(article)
    brackets = voice.brackets(notes, voice.language)
    return voice.say.html(
        "story-from-text", source=Html(f"{source} {brackets}") if brackets else source
    )


def attributed(sentence: Sentence, item: Item, article: Article, voice: Voice, length: int) -> Html:
    """A sentence in our words or a translation, ending with its outlet."""
    notes = [voice.outlet_link(article), *_notes(sentence, item, article, voice)]
    notes += day_of(article, [sentence.text], voice.preferences)
    text = words_of(sentence.text, sentence.language, length)
    return Html(f"{text} {voice.brackets(notes, sentence.language)}")


def _notes(sentence: Sentence, item: Item, article: Article, voice: Voice) -> list[Html]:
    notes: list[Html] = []
    if voice.is_party(article, item.independence):
        notes.append(escape(voice.say("story-party")))
    if not is_arabic(sentence.language) and sentence.language != voice.language:
        notes.append(escape(voice.in_language(sentence.language)))
    if translated(sentence, article):
        notes.append(escape(voice.say("story-translated")))
    return notes


def translated(sentence: Sentence, article: Article | None) -> bool:
    """Whether *sentence* is a machine's translation: a model's is, of a foreign source."""
    if sentence.method is Method.MODEL and article is not None:
        return not is_arabic(article.language)
    return sentence.method is Method.TRANSLATED


def _others(item: Item, voice: Voice, named: set[str], cut: Cut) -> Html:
    """«المصادر:», the outlets that no sentence named, each once, with its language."""
    first: dict[str, Article] = {}
    for article in item.story.articles:
        if article.source not in named:
            first.setdefault(article.source, article)
    shown = list(first.values())[: cut.outlets if named else max(1, cut.outlets)]
    if not shown:
        return Html("")
    links = [_outlet(article, item, voice) for article in shown]
    left = len(first) - len(shown)
    if left:
        links.append(escape(voice.say("story-sources-more", sources=left)))
    return voice.say.html("story-sources", outlets=Html(" · ".join(links)))


def _outlet(article: Article, item: Item, voice: Voice) -> Html:
    notes: list[Html] = []
    if voice.is_party(article, item.independence):
        notes.append(escape(voice.say("story-party")))
    if voice.is_aggregator(article):
        notes.append(escape(voice.say("story-aggregator")))
    if not is_arabic(article.language) and article.language != voice.language:
        notes.append(escape(voice.in_language(article.language)))
    brackets = voice.brackets(notes, voice.language)
    source = voice.outlet_link(article)
    return Html(f"{source} {brackets}") if brackets else source


def _standing(item: Item, voice: Voice) -> Html:
    """How many voices the story has: a single one, or some that repeat others."""
    independence = item.independence
    outlets = len(independence.outlets)
    copies = _copies(item, voice)
    if outlets == 0:
        only = "story-only-parties" if independence.parties else "story-single"
        return voice.say.html(only)
    if outlets == 1:
        if copies:
            return voice.say.html("story-single-copied", copying=copies)
        return voice.say.html("story-single")
    return voice.say.html("story-copied", sources=outlets, copying=copies) if copies else Html("")


def _amendments(item: Item, told: list[Sentence], voice: Voice) -> list[Html]:
    """«تصحيح من ⟪المصدر⟫ (24 نوفمبر): «…»», of each article that the story is told from here."""
    sources = {article.id: article.source for article in item.story.articles}
    shown = {item.summary.headline.article, *(sentence.article for sentence in told)}
    lines = []
    for one in item.amended:
        if one.article not in shown or one.article not in sources:
            continue
        notes = [escape(dates.short_date(one.made, voice.preferences))]
        if not is_arabic(one.language) and one.language != voice.language:
            notes.insert(0, escape(voice.in_language(one.language)))
        source = link(inert(voice.outlet(sources[one.article])), one.url)
        line = voice.say.html(
            "story-amended",
            source=Html(f"{source} {voice.brackets(notes, voice.language)}"),
            said=quoted(one.said, one.language, SENTENCE),
        )
        lines.append(line)
    return lines


def _background(known: Background, voice: Voice, length: int) -> Html:
    """«خلفية، من نص ⟪المصدر⟫ (12 مايو): «…»», dated, because it tells what was before."""
    article, sentence = known.article, known.sentence
    day = escape(dates.short_date(article.published, voice.preferences))
    source = voice.outlet_link(article)
    if sentence.method is Method.EXTRACTIVE:
        text = in_its_words(sentence, article, (article,), length)
        named = Html(f"{source} {voice.brackets([day], voice.language)}")
        shown = quoted(text, sentence.language, length)
        return voice.say.html("story-background", source=named, sentence=shown)
    notes = [source, day]
    if sentence.method is Method.TRANSLATED:
        notes.append(escape(voice.say("story-translated")))
    text = words_of(sentence.text, sentence.language, length)
    shown = Html(f"{text} {voice.brackets(notes, sentence.language)}")
    return voice.say.html("story-background-told", sentence=shown)


def _copies(item: Item, voice: Voice) -> Html:
    """«و3 نقلت عن رويترز», for each of the (at most three) names that most were copied from."""
    origins = Counter(item.independence.copies.values())
    said = [
        voice.say.html("story-copies", copies=count, origin=clip(voice.origin(name), 40))
        for name, count in origins.most_common(3)
    ]
    return Html(voice.say.comma.join(said))
