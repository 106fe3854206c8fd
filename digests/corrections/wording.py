"""What a correction says (docs/editorial.md, "Corrections and withdrawals").

Rule. What was told stands in «…» as it was told, and what the source says now in its own words,
with its language where that is not Arabic. A withdrawal says why, or that no reason was given, and
who still tells the story. Outlets speak in the feminine (صحيفة، وكالة، قناة), unless their name
begins with a word that is not (موقع، تلفزيون، مركز).

What it may get wrong: the gender of an outlet whose name does not say what it is. Escape hatch:
``_MASCULINE``.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests import dates
from digests.compose.voice import HEADLINE, Voice, is_arabic, quoted
from digests.language.direction import PDI, RLI, isolate
from digests.markup import Html, bold, clean, escape, inert, link
from digests.model import Lang
from digests.store.corrections import Correction, Kind, Outlet, Reading
from digests.summaries.wording import shown

#: Readings shown of one edit; a source that changed more has rewritten its text.
SHOWN = 3
#: Characters of each quotation in a correction.
QUOTED = 500
#: Characters of a reason, and outlets named as still telling a withdrawn story.
REASON, OUTLETS = 300, 8

_MASCULINE = (
    "موقع تلفزيون راديو مركز المركز مكتب مرصد المرصد اتحاد الاتحاد معهد المعهد بيت تجمع ائتلاف "
    "مجلس المجلس حزب الحزب جيش الجيش برنامج صندوق ملتقى منبر نادي"
).split()


def written(correction: Correction, voice: Voice, *, channel: bool = False) -> Html:
    """The message of *correction*, unfinished; ``told`` and ``changes`` are the reader's.

    *channel*: by the owner of a channel, and not by us.
    """
    match correction.kind:
        case Kind.EDITED:
            lines = _edited(correction, voice)
        case Kind.NOTICE:
            lines = _notice(correction, voice)
        case Kind.WITHDRAWN:
            lines = _withdrawn(correction, voice)
        case Kind.GONE:
            lines = _gone(correction, voice)
        case Kind.OURS:
            lines = _ours(correction, voice, channel)
        case Kind.OURS_WITHDRAWN:
            lines = _ours_withdrawn(correction, voice)
    return Html("\n".join(line for line in lines if line))


def post_line(kind: Kind, time: str, voice: Voice) -> Html:
    """The line above an edited post: «صُحّح 14:20»."""
    if kind in (Kind.WITHDRAWN, Kind.OURS_WITHDRAWN):
        return voice.say.html("withdrawal-post", time=time)
    if kind is Kind.GONE:
        return voice.say.html("gone-post", time=time)
    return voice.say.html("correction-post", time=time)


def quotation(words: str, language: str, voice: Voice, limit: int = QUOTED) -> Html:
    """*words* in «…», fit to stand in a line of ours; their language said where it is foreign.

    Their full stop is left to the line.
    """
    said = quoted(words.rstrip(" .،"), language, limit)
    if voice.language == Lang.EN and is_arabic(language):
        said = Html(f"{RLI}{said}{PDI}")
    if is_arabic(language) or language == voice.language:
        return said
    return Html(f"{said} ({escape(voice.in_language(language))})")


# --- what a source changed


def _edited(correction: Correction, voice: Voice) -> list[Html]:
    say = voice.say
    as_read = {(r.told, r.after): r for r in reversed(correction.changes)}
    first, *rest = list(reversed(as_read.values()))[:SHOWN]
    lines = [bold(say.html("correction-title"))]
    day, edited = _day(correction, voice), _made(correction, voice)
    source, before = _source(correction, voice), _told(first, voice)
    if not first.after:
        said = say.html("correction-dropped", day=day, source=source, before=before, edited=edited)
    elif first.headline:
        said = say.html(
            "correction-told-headline",
            day=day,
            source=source,
            before=before,
            edited=edited,
            after=_after(first, voice),
        )
    else:
        said = say.html(
            "correction-told",
            day=day,
            source=source,
            before=before,
            edited=edited,
            after=_after(first, voice),
        )
    lines.append(said)
    lines += [_more(reading, voice) for reading in rest]
    if correction.reason:
        reason = quotation(correction.reason, correction.language, voice, REASON)
        lines.append(say.html("correction-reason", reason=reason))
    lines.append(link(say("correction-link"), correction.url) if correction.url else Html(""))
    return lines


def _more(reading: Reading, voice: Voice) -> Html:
    before = _told(reading, voice)
    if not reading.after:
        return voice.say.html("correction-more-dropped", before=before)
    return voice.say.html("correction-more", before=before, after=_after(reading, voice))


def _notice(correction: Correction, voice: Voice) -> list[Html]:
    say = voice.say
    said = correction.changes[0] if correction.changes else None
    words = said.after if said else correction.reason
    return [
        bold(say.html("correction-title")),
        say.html(
            "correction-notice",
            day=_day(correction, voice),
            source=_source(correction, voice),
            headline=_headline(correction, voice),
            edited=_made(correction, voice),
            said=quotation(words, said.language if said else correction.language, voice),
        ),
        link(say("correction-notice-link"), correction.url),
    ]


# --- what is no more


def _withdrawn(correction: Correction, voice: Voice) -> list[Html]:
    say, gender = voice.say, "masculine" if masculine(_outlet(correction, voice)) else "feminine"
    said = say.html(
        f"withdrawal-said-{gender}",
        source=_source(correction, voice),
        headline=_headline(correction, voice),
        day=_day(correction, voice),
    )
    if correction.reason:
        reason = quotation(correction.reason, correction.language, voice, REASON)
        why = say.html(f"withdrawal-reason-{gender}", reason=reason)
    else:
        why = say.html(f"withdrawal-reason-none-{gender}")
    return [
        bold(say.html("withdrawal-title")),
        Html(f"{said} {why}"),
        _left(correction.remaining, voice),
        link(say("withdrawal-link"), correction.url) if correction.url else Html(""),
    ]


def _gone(correction: Correction, voice: Voice) -> list[Html]:
    said = voice.say.html(
        "gone-said",
        headline=_headline(correction, voice),
        source=_source(correction, voice, site=True),
    )
    return [
        Html(f"{bold(voice.say.html('gone-title'))} {said}"),
        _left(correction.remaining, voice) if correction.remaining else Html(""),
    ]


def _left(remaining: Sequence[Outlet], voice: Voice) -> Html:
    if not remaining:
        return voice.say.html("withdrawal-left-none")
    first = {outlet.source: outlet for outlet in reversed(remaining)}
    links = [
        link(isolate(inert(voice.outlet(one.source)), voice.language), one.url)
        for one in list(reversed(first.values()))[:OUTLETS]
    ]
    return voice.say.html("withdrawal-left", outlets=Html(" · ".join(links)))


# --- what we got wrong


def _ours(correction: Correction, voice: Voice, channel: bool) -> list[Html]:
    say = voice.say
    title = say.html("hand-title-channel" if channel else "hand-title")
    reading = correction.changes[0]
    said = say.html("hand-said", wrong=_ours_words(reading.told), better=_ours_words(reading.after))
    return [Html(f"{bold(title)} {said}")]


def _ours_withdrawn(correction: Correction, voice: Voice) -> list[Html]:
    say = voice.say
    said = [
        say.html(
            "hand-withdrawn",
            headline=_headline(correction, voice),
            day=_day(correction, voice),
        )
    ]
    if correction.reason:
        said.append(say.html("hand-withdrawn-reason", reason=_ours_words(correction.reason)))
    said.append(say.html("hand-withdrawn-sorry"))
    return [bold(say.html("withdrawal-title")), Html(" ".join(said))]


# --- parts


def _ours_words(words: str) -> Html:
    """What an operator or owner wrote: text, of which Telegram makes no link; no full stop."""
    return escape(inert(isolate(clean(words).rstrip(" .،؛"), Lang.AR)))


def _told(reading: Reading, voice: Voice) -> Html:
    return quotation(reading.told, reading.told_language, voice)


def _after(reading: Reading, voice: Voice) -> Html:
    after = reading.after if reading.headline else shown(reading.after, reading.language)
    return quotation(after, reading.language, voice)


def _headline(correction: Correction, voice: Voice) -> Html:
    return quotation(correction.headline, correction.language, voice, HEADLINE)


def _outlet(correction: Correction, voice: Voice) -> str:
    return voice.outlet(correction.source or "")


def _source(correction: Correction, voice: Voice, *, site: bool = False) -> Html:
    name = _outlet(correction, voice)
    if site:
        name = name.removeprefix("موقع ").strip() or name
    return escape(isolate(inert(name), voice.language))


def _day(correction: Correction, voice: Voice) -> Html:
    return escape(dates.short_date(correction.told, voice.preferences))


def _made(correction: Correction, voice: Voice) -> Html:
    return escape(dates.short_date(correction.made, voice.preferences))


def masculine(name: str) -> bool:
    """Whether the outlet *name* speaks in the masculine."""
    return name.partition(" ")[0] in _MASCULINE
