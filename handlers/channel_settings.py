"""The settings of a channel, in the private chat with its owner.

    list ──> main ──> topics (paged, toggled)
              │  └──> times, mode, approval, hashtags, pin ──tap a value──> main
              ├─────> more: stories, quiet hours, length, digits, language, sound
              └─────> stop · resume · check · leave

Every tap asks Telegram whether the one who taps is still an administrator (`channel_access`).
"""

from __future__ import annotations

from functools import partial

from digests import dates
from digests.channels import actions
from digests.channels.notices import title_of
from digests.channels.returning import Return
from digests.markup import Html, bold
from digests.model import Button, Chat, Message, Place
from digests.store import channels, chats
from digests.store.channels import Channel, Mode
from digests.store.database import Database
from digests.words import Phrase
from handlers.channel_access import desk, managed, person, we_post
from handlers.channel_fields import CHANNEL_FIELDS, apply, chosen, known_value
from handlers.conversation import Tap, tap
from handlers.fields import FIELDS
from handlers.topic_list import label, offered
from handlers.turn import Turn

#: Lines of the main screen below the topics, and of the one behind «المزيد».
MAIN = ("times", "mode", "approval", "hashtags", "pin")
MORE = ("stories", "quiet", "length", "digits", "language", "sound")
PAGE = 8
#: Topics that one channel can follow.
MOST = 50


# --- screens


async def listed(turn: Turn) -> Message:
    """The channels of the one who asks."""
    say, owner = turn.say, person(turn)
    found = await turn.services.store.read(partial(channels.of_owner, owner=owner))
    lines = [bold(say.html("channel-list-title"))]
    lines.append(say.html("channel-list-choose" if found else "channel-list-none"))
    rows = []
    for channel in found:
        text = channel.title
        if channel.lost is not None:
            text = say.label("channel-list-line-lost", channel=channel.title)
        elif channel.stopped:
            text = say.label("channel-list-line-stopped", channel=channel.title)
        rows.append([Button(text, actions.ShowChannel(channel.chat))])
    return turn.message("\n".join(lines), rows)


async def _chat(turn: Turn, channel: Channel) -> Chat:
    place = Place(channel.chat)
    chat = await turn.services.store.read(lambda db: chats.find(db, place))
    assert chat is not None, "a connected channel is a chat"
    return chat


async def main(turn: Turn, channel: Channel) -> Message:
    chat, say = await _chat(turn, channel), turn.say
    number = channel.chat
    lines = [
        bold(say.html("channel-title", channel=title_of(channel, say))),
        *_state(turn, channel),
    ]
    lines.append(_next(turn, channel, chat))
    names = say.comma.join(label(turn, slug) for slug in chat.topics)
    value = Phrase(names) if chat.topics else say("channel-off")
    row = say.label("channel-row-topics", value=value)
    rows = [[Button(row, actions.ShowChannelTopics(number))]]
    rows += [[_line(turn, channel, chat, name)] for name in MAIN]
    rows.append([Button(say.label("channel-button-more"), actions.ShowChannel(number, "more"))])
    if channel.lost is not None:
        rows.append([Button(say.label("channel-button-check"), actions.CheckChannel(number))])
    if channel.stopped:
        rows.append([Button(say.label("channel-button-resume"), actions.ResumeChannel(number))])
    else:
        rows.append([Button(say.label("channel-button-stop"), actions.StopChannel(number))])
    rows.append(
        [
            Button(say.label("channel-button-leave"), actions.LeaveChannel(number)),
            Button(say.label("channel-button-list"), actions.ShowChannels()),
        ]
    )
    return turn.message("\n".join(line for line in lines if line), rows)


def _state(turn: Turn, channel: Channel) -> list[Html]:
    say = turn.say
    if channel.lost is not None:
        return [say.html("channel-lost-note")]
    if channel.stopped:
        return [say.html("channel-stopped-note")]
    if channel.approval is None:
        return [say.html("channel-approval-always-note")]
    if channel.approves(turn.now):
        until = dates.day_date(channel.approval, turn.preferences)
        return [say.html("channel-approval-note", until=until)]
    return [say.html("channel-approval-off-note")]


def _next(turn: Turn, channel: Channel, chat: Chat) -> Html:
    say = turn.say
    if not chat.topics:
        return say.html("channel-no-topics")
    if channel.silent:
        return Html("")
    if channel.mode is Mode.STORY:
        return say.html("channel-next-stories")
    if chat.next_due is None:
        return Html("")
    return say.html("channel-next", when=dates.when(chat.next_due, turn.now, chat.preferences, say))


def _line(turn: Turn, channel: Channel, chat: Chat, name: str) -> Button:
    say = turn.say
    if name in CHANNEL_FIELDS:
        field = CHANNEL_FIELDS[name]
        text = say.label(field.row, value=field.shown(channel, turn.now, turn.preferences, say))
    else:
        value = Phrase(FIELDS[name].value(chat.preferences, say))
        text = say.label(FIELDS[name].row, value=value)
    return Button(text, actions.ShowChannel(channel.chat, name))


async def _more(turn: Turn, channel: Channel) -> Message:
    chat, say = await _chat(turn, channel), turn.say
    rows = [[_line(turn, channel, chat, name)] for name in MORE]
    rows.append([_back(turn, channel.chat, "main")])
    title = say.html("channel-title", channel=title_of(channel, say))
    return turn.message(f"{bold(title)}\n{say.html('channel-more-title')}", rows)


def _back(turn: Turn, chat: int, screen: str) -> Button:
    return Button(turn.say.label("channel-button-back"), actions.ShowChannel(chat, screen))


async def _of(turn: Turn, channel: Channel, name: str) -> Message:
    """One field: its question, and a button for each value."""
    chat, say = await _chat(turn, channel), turn.say
    if name in CHANNEL_FIELDS:
        own = CHANNEL_FIELDS[name]
        ask, values, per_row = own.ask, own.values, 1
        texts = {value: own.text(value, say) for value in values}
        marked = chosen(channel, name, turn.now)
    else:
        field = FIELDS[name]
        ask, values, per_row = field.ask, field.values, field.per_row
        texts = {value: field.text(value, say) for value in values}
        marked = set(field.chosen(chat.preferences))
    buttons = []
    for value in values:
        text = texts[value]
        if value in marked:
            text = say.label("settings-button-chosen", value=text)
        buttons.append(Button(text, actions.SetChannel(channel.chat, name, value)))
    rows = [buttons[at : at + per_row] for at in range(0, len(buttons), per_row)]
    rows.append([_back(turn, channel.chat, "more" if name in MORE else "main")])
    title = say.html("channel-title", channel=title_of(channel, say))
    return turn.message(f"{title}\n{bold(say.html(ask))}", rows)


async def topics(turn: Turn, channel: Channel, page: int) -> Message:
    """One page of the topics; those of the channel are marked."""
    chat, say = await _chat(turn, channel), turn.say
    catalogue = turn.services.catalogue.topics
    own = [s for s in (*chat.topics, *turn.chat.topics) if s in catalogue and catalogue[s].own]
    slugs = list(dict.fromkeys([*own, *offered(turn)]))
    pages = max(1, -(-len(slugs) // PAGE))
    page = min(max(0, page), pages - 1)
    rows = []
    for slug in slugs[page * PAGE : (page + 1) * PAGE]:
        text = label(turn, slug)
        if slug in chat.topics:
            text = say.label("topics-button-followed", topic=text)
        rows.append([Button(text, actions.ToggleChannelTopic(channel.chat, slug, page))])
    turning = []
    if page > 0:
        action = actions.ShowChannelTopics(channel.chat, page - 1)
        turning.append(Button(say.label("topics-button-previous"), action))
    if page < pages - 1:
        action = actions.ShowChannelTopics(channel.chat, page + 1)
        turning.append(Button(say.label("topics-button-next"), action))
    rows += [turning, [_back(turn, channel.chat, "main")]]
    lines = [
        bold(say.html("channel-topics-title", channel=title_of(channel, say))),
        say.html("channel-topics-choose"),
        _next(turn, channel, chat) if chat.topics else Html(""),
    ]
    return turn.message("\n".join(line for line in lines if line), rows)


# --- taps


async def show_list(turn: Turn, _action: actions.ShowChannels) -> None:
    await turn.answer()
    await turn.show_message(await listed(turn))


async def show(turn: Turn, action: actions.ShowChannel) -> None:
    channel = await managed(turn, action.channel)
    if channel is None:
        return
    await turn.answer()
    if action.screen == "more":
        await turn.show_message(await _more(turn, channel))
    elif action.screen in CHANNEL_FIELDS or action.screen in (*MAIN, *MORE):
        await turn.show_message(await _of(turn, channel, action.screen))
    else:
        await turn.show_message(await main(turn, channel))


async def show_topics(turn: Turn, action: actions.ShowChannelTopics) -> None:
    channel = await managed(turn, action.channel)
    if channel is not None:
        await turn.answer()
        await turn.show_message(await topics(turn, channel, action.page))


async def toggle(turn: Turn, action: actions.ToggleChannelTopic) -> None:
    """Follow or leave; a channel's first topic is answered with a draft."""
    channel = await managed(turn, action.channel)
    if channel is None:
        return
    chat, slug, now = await _chat(turn, channel), action.topic, turn.now
    first = False
    if slug in chat.topics:
        await turn.services.store.write(lambda db: chats.unsubscribe(db, chat.place, slug, now))
        await turn.answer(turn.say("topics-removed", topic=label(turn, slug)))
    elif slug not in turn.services.catalogue.topics:
        await turn.answer(turn.say("topics-unknown"), alert=True)
    elif len(chat.topics) >= MOST:
        await turn.answer(turn.say("topics-limit"), alert=True)
    else:
        done = await turn.services.store.write(
            lambda db: chats.subscribe(db, chat.place, slug, now)
        )
        first = done.first
        await turn.answer(turn.say("topics-added", topic=label(turn, slug)))
    await turn.show_message(await topics(turn, channel, action.page))
    if first:
        await desk(turn).first(channel.chat, slug, now)


async def set_value(turn: Turn, action: actions.SetChannel) -> None:
    channel = await managed(turn, action.channel)
    if channel is None:
        return
    name, value, now = action.field, action.value, turn.now
    if not known_value(name, value, (*MAIN, *MORE)):
        await turn.answer(turn.say("answer-old-button"), alert=True)
        return
    place = Place(channel.chat)

    def change(db: Database) -> Channel:
        apply(db, place, name, value, now)
        after = channels.find(db, place.chat)
        assert after is not None
        return after

    channel = await turn.services.store.write(change)
    await turn.answer(turn.say("settings-saved"))
    if name == "times":
        await turn.show_message(await _of(turn, channel, name))
    else:
        screen = _more if name in MORE else main
        await turn.show_message(await screen(turn, channel))


async def stop(turn: Turn, action: actions.StopChannel) -> None:
    """«أوقف كل النشر الآن»: also where Telegram no longer says who administers the channel."""
    channel = await managed(turn, action.channel, unverified=True)
    if channel is None:
        return
    now, chat = turn.now, channel.chat
    await turn.services.store.write(lambda db: channels.stop(db, chat, now))
    await turn.answer(turn.say("channel-stopped", channel=channel.title), alert=True)
    await _show_again(turn, chat)


async def resume(turn: Turn, action: actions.ResumeChannel) -> None:
    channel = await managed(turn, action.channel)
    if channel is None:
        return
    await desk(turn).come_back(channel.chat, Return.STOP, turn.now)
    await turn.answer(turn.say("channel-resumed"))
    await _show_again(turn, channel.chat)


async def check(turn: Turn, action: actions.CheckChannel) -> None:
    """«تحقّق الآن»: whether we may post again."""
    channel = await managed(turn, action.channel, unverified=True)
    if channel is None:
        return
    if channel.lost is None:
        await turn.answer(turn.say("channel-not-lost"), alert=True)
    elif not await we_post(turn.context.bot, channel.chat):
        await turn.answer(turn.say("channel-still-lost"), alert=True)
    else:
        await turn.answer(turn.say("channel-not-lost"))
        await desk(turn).come_back(channel.chat, Return.RIGHTS, turn.now)


async def leave(turn: Turn, action: actions.LeaveChannel) -> None:
    channel = await managed(turn, action.channel, unverified=True)
    if channel is None:
        return
    await turn.answer()
    say, chat = turn.say, channel.chat
    if not action.sure:
        rows = [
            [Button(say.label("channel-button-leave-sure"), actions.LeaveChannel(chat, 1))],
            [_back(turn, chat, "main")],
        ]
        await turn.show(say.html("channel-leave-ask", channel=title_of(channel, say)), rows)
        return
    owner, now = person(turn), turn.now
    await turn.services.store.write(lambda db: channels.remove_owner(db, chat, owner, now))
    await turn.show(say.html("channel-left", channel=title_of(channel, say)))


async def _show_again(turn: Turn, chat: int) -> None:
    channel = await turn.services.store.read(lambda db: channels.find(db, chat))
    if channel is not None:
        await turn.show_message(await main(turn, channel))


TAPS: tuple[Tap, ...] = (
    tap(actions.ShowChannels, show_list, toast=True),
    tap(actions.ShowChannel, show, toast=True),
    tap(actions.ShowChannelTopics, show_topics, toast=True),
    tap(actions.ToggleChannelTopic, toggle, toast=True),
    tap(actions.SetChannel, set_value, toast=True),
    tap(actions.StopChannel, stop, toast=True),
    tap(actions.ResumeChannel, resume, toast=True),
    tap(actions.CheckChannel, check, toast=True),
    tap(actions.LeaveChannel, leave, toast=True),
)
