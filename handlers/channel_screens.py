"""The screens of a channel's settings, in the private chat with its owner.

    list ──> main ──> topics (paged, toggled)
              │  └──> times, mode, approval, breaking, hashtags, pin
              └─────> more: stories, quiet hours, length, digits, language, sound

Nothing here changes anything; what their taps do is in ``channel_settings``.
"""

from __future__ import annotations

from functools import partial

from digests import dates
from digests.actions import ShowTold
from digests.channels import actions
from digests.channels.notices import title_of
from digests.markup import Html, bold
from digests.model import Button, Chat, Message, Place
from digests.store import channels, chats
from digests.store.channels import Channel, Mode
from digests.words import Phrase
from handlers.channel_access import person
from handlers.channel_fields import CHANNEL_FIELDS, chosen
from handlers.fields import FIELDS
from handlers.topic_list import label, offered
from handlers.turn import Turn

#: Lines of the main screen below the topics, and of the one behind «المزيد».
MAIN = ("times", "mode", "approval", "breaking", "hashtags", "pin")
MORE = ("stories", "quiet", "length", "digits", "language", "sound")
PAGE = 8


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


async def chat_of(turn: Turn, channel: Channel) -> Chat:
    place = Place(channel.chat)
    chat = await turn.services.store.read(lambda db: chats.find(db, place))
    assert chat is not None, "a connected channel is a chat"
    return chat


async def main(turn: Turn, channel: Channel) -> Message:
    chat, say = await chat_of(turn, channel), turn.say
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
    rows.append([Button(say.label("channel-button-correct"), ShowTold(number))])
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


async def more(turn: Turn, channel: Channel) -> Message:
    chat, say = await chat_of(turn, channel), turn.say
    rows = [[_line(turn, channel, chat, name)] for name in MORE]
    rows.append([back(turn, channel.chat, "main")])
    title = say.html("channel-title", channel=title_of(channel, say))
    return turn.message(f"{bold(title)}\n{say.html('channel-more-title')}", rows)


def back(turn: Turn, chat: int, screen: str) -> Button:
    return Button(turn.say.label("channel-button-back"), actions.ShowChannel(chat, screen))


async def field(turn: Turn, channel: Channel, name: str) -> Message:
    """One field: its question, and a button for each value."""
    chat, say = await chat_of(turn, channel), turn.say
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
    rows.append([back(turn, channel.chat, "more" if name in MORE else "main")])
    title = say.html("channel-title", channel=title_of(channel, say))
    return turn.message(f"{title}\n{bold(say.html(ask))}", rows)


async def topics(turn: Turn, channel: Channel, page: int) -> Message:
    """One page of the topics; those of the channel are marked."""
    chat, say = await chat_of(turn, channel), turn.say
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
    rows += [turning, [back(turn, channel.chat, "main")]]
    lines = [
        bold(say.html("channel-topics-title", channel=title_of(channel, say))),
        say.html("channel-topics-choose"),
        _next(turn, channel, chat) if chat.topics else Html(""),
    ]
    return turn.message("\n".join(line for line in lines if line), rows)
