"""What a channel's owners are sent: drafts, questions, notices. Each is a delivery of its own.

The id of a notice is a hash of what it is about, so that the same one is never owed twice.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2b

from digests import dates, stored_form
from digests.channels import actions
from digests.compose.finish import finish
from digests.compose.voice import words_of
from digests.due import next_digest
from digests.language.direction import isolate
from digests.markup import Html, bold, escape, inert, measure, visible
from digests.model import Arrival, Button, Lang, Message, Preferences
from digests.store.channels import Channel
from digests.store.drafts import Draft, DraftState
from digests.store.posts import Unsure
from digests.store.told import Part, StoredDigest
from digests.stored_form import Pack
from digests.words import Phrase, Speaker

#: Characters of a post that a question about it repeats.
QUOTED = 120


class Head(StrEnum):
    """Why a draft comes."""

    DRAFT = "draft"
    MISSED = "missed"  # an owner resumed posting
    BACK = "back"  # the right to post is back
    BREAKING = "breaking"  # breaking news, which somebody must post


def identity(*about: object) -> int:
    """60 bits of a hash of what a notice or post is about."""
    key = "\x1f".join(str(one) for one in about)
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) >> 4


def title_of(channel: Channel, say: Speaker) -> Html:
    """The channel's name, as markup that links nothing."""
    return escape(inert(isolate(channel.title, say.language)))


def stored(number: int, parts: tuple[Part, ...]) -> StoredDigest:
    """A notice as the store keeps it: it tells no story."""
    return StoredDigest(number, parts, ())


def part(message: Message, preferences: Preferences, pack: Pack) -> Part:
    """*message*, finished for its reader, as the store keeps it."""
    return stored_form.part(finish(message, preferences), pack)


def finished(message: Message) -> Part:
    """A composed post, which has no buttons, as the store keeps it."""
    return Part(message.html, silent=message.silent)


# --- drafts


def draft_parts(
    post: StoredDigest,
    head: str,
    buttons: tuple[tuple[Button, ...], ...],
    reader: Preferences,
    pack: Pack,
    *,
    sound: bool = False,
) -> tuple[Part, ...]:
    """The post as it would stand in the channel, under a line that says what it is.

    The line is a message of its own where the first one has no room for it.
    """
    lead = part(Message(head), reader, pack)
    first, *rest = post.parts
    together = f"{lead.html}\n\n{first.html}"
    parts = [Part(together), *rest] if measure(together).fits() else [lead, first, *rest]
    last = part(Message("", buttons), reader, pack)
    parts[-1] = Part(parts[-1].html, last.buttons)
    return tuple(Part(p.html, p.buttons, silent=not sound) for p in parts)


def draft_head(
    say: Speaker, channel: Channel, state: DraftState, when: Phrase | None, head: Head
) -> Html:
    """The lines above a draft: of which channel it is, and why it comes or what became of it."""
    title = title_of(channel, say)
    if state is DraftState.WAITING:
        if head is Head.BREAKING:
            return bold(say.html("draft-breaking", channel=title))
        waiting = bold(say.html("draft-waiting", channel=title))
        if head is Head.BACK:
            return Html(f"{say.html('channel-back', channel=title)}\n{waiting}")
        return waiting
    if state is DraftState.IGNORED:
        return bold(say.html("draft-ignored", channel=title))
    if state is DraftState.LAPSED:
        return bold(say.html("draft-lapsed", channel=title))
    if state in (DraftState.RECALLED, DraftState.REMADE):
        return bold(say.html("draft-recalled", channel=title))
    if state is DraftState.SCHEDULED:
        return bold(say.html("draft-scheduled", channel=title, when=when or Phrase("")))
    return bold(say.html("draft-published", channel=title, when=when or Phrase("")))


def draft_buttons(
    say: Speaker, draft: Draft, slot: datetime, channel: Preferences, now: datetime
) -> tuple[tuple[Button, ...], ...]:
    """«نشر» · «تعديل العنوان» · «تجاهل» · «نشر 20:00», as the state of the draft allows.

    Breaking news is posted now or not at all, in the words of its source.
    """
    publish = Button(say.label("draft-button-publish"), actions.Publish(draft.id))
    ignore = Button(say.label("draft-button-ignore"), actions.IgnoreDraft(draft.id))
    if draft.state is DraftState.SCHEDULED:
        now_ = Button(say.label("draft-button-publish-now"), actions.Publish(draft.id))
        return ((now_, ignore),)
    if draft.state is not DraftState.WAITING:
        return ()
    if draft.breaking:
        return ((publish, ignore),)
    time = dates.clock(dates.local(slot, channel))
    today = dates.local(slot, channel).date() == dates.local(now, channel).date()
    label = say.label("draft-button-at" if today else "draft-button-tomorrow", time=time)
    later = Button(label, actions.PublishAt(draft.id, int(slot.timestamp()) // 60))
    edit = Button(say.label("draft-button-headline"), actions.EditHeadline(draft.id))
    return ((publish, edit), (ignore, later))


def slot(preferences: Preferences, now: datetime) -> datetime:
    """The channel's next time of day, at which a draft can be published."""
    daily = Preferences(
        timezone=preferences.timezone, times=preferences.times, arrival=Arrival.DAILY, quiet=None
    )
    return next_digest(daily, now + timedelta(minutes=1))


# --- the right to post


class Loss(StrEnum):
    """How a channel came to let us post no more."""

    REFUSED = "refused"  # Telegram refused a post
    TAKEN = "taken"  # an administrator took the right away
    REMOVED = "removed"  # the bot is in the channel no more


def lost(
    say: Speaker,
    channel: Channel,
    owner: int,
    missed: int,
    loss: Loss,
    now: datetime,
    reader: Preferences,
    pack: Pack,
) -> StoredDigest:
    """The notice of a loss: once for each, to each owner."""
    time = dates.clock(dates.local(now, reader))
    how = "channel-lost-how-removed" if loss is Loss.REMOVED else "channel-lost-how"
    lines = [
        bold(say.html("channel-lost-title", channel=title_of(channel, say))),
        say.html(f"channel-lost-{loss}", time=time),
        say.html("channel-lost-kept", stories=missed),
        Html(""),
        say.html(how),
        say.html("channel-lost-one"),
    ]
    rows = (
        (
            Button(say.label("channel-button-check"), actions.CheckChannel(channel.chat)),
            Button(say.label("channel-button-stop-channel"), actions.StopChannel(channel.chat)),
        ),
    )
    number = identity("lost", channel.chat, channel.losses, channel.lost, owner)
    return stored(number, (part(Message("\n".join(lines), rows), reader, pack),))


def back(
    say: Speaker, channel: Channel, owner: int, reader: Preferences, pack: Pack
) -> StoredDigest:
    """«عاد النشر في «…».»"""
    html = say.html("channel-back", channel=title_of(channel, say))
    number = identity("back", channel.chat, channel.losses, channel.lost, owner)
    return stored(number, (part(Message(html), reader, pack),))


def question(
    say: Speaker,
    channel: Channel,
    owner: int,
    unsure: Unsure,
    post: Part,
    reader: Preferences,
    pack: Pack,
) -> StoredDigest:
    """«هل ظهر المنشور في «القناة»؟»"""
    first = visible(post.html).split("\n", 1)[0]
    lines = [
        bold(say.html("channel-unsure-ask", channel=title_of(channel, say))),
        words_of(first, Lang.AR, QUOTED),
        Html(""),
        say.html("channel-unsure-why"),
    ]
    asked = (unsure.delivery, unsure.attempts)
    rows = (
        (
            Button(say.label("channel-button-there"), actions.PostIsThere(*asked)),
            Button(say.label("channel-button-again"), actions.PostAgain(*asked)),
        ),
    )
    number = identity("unsure", *asked, owner)
    return stored(number, (part(Message("\n".join(lines), rows), reader, pack),))
