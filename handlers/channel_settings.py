"""The settings of a channel, in the private chat with its owner.

    list ──> main ──> topics (paged, toggled)
              │  └──> times, mode, approval, breaking, hashtags, pin ──tap a value──> main
              ├─────> more: stories, quiet hours, length, digits, language, sound
              └─────> stop · resume · check · leave

Every tap asks Telegram whether the one who taps is still an administrator (`channel_access`).
"""

from __future__ import annotations

from digests.channels import actions
from digests.channels.notices import title_of
from digests.channels.returning import Return
from digests.model import Button, Place
from digests.store import channels, chats
from digests.store.channels import Channel
from digests.store.database import Database
from handlers import channel_screens as screens
from handlers.channel_access import desk, managed, person, we_pin, we_post
from handlers.channel_fields import CHANNEL_FIELDS, apply, known_value
from handlers.conversation import Tap, tap
from handlers.topic_list import label
from handlers.turn import Turn

#: Topics that one channel can follow.
MOST = 50


async def show_list(turn: Turn, _action: actions.ShowChannels) -> None:
    await turn.answer()
    await turn.show_message(await screens.listed(turn))


async def show(turn: Turn, action: actions.ShowChannel) -> None:
    channel = await managed(turn, action.channel)
    if channel is None:
        return
    await turn.answer()
    if action.screen == "more":
        await turn.show_message(await screens.more(turn, channel))
    elif action.screen in CHANNEL_FIELDS or action.screen in (*screens.MAIN, *screens.MORE):
        await turn.show_message(await screens.field(turn, channel, action.screen))
    else:
        await turn.show_message(await screens.main(turn, channel))


async def show_topics(turn: Turn, action: actions.ShowChannelTopics) -> None:
    channel = await managed(turn, action.channel)
    if channel is not None:
        await turn.answer()
        await turn.show_message(await screens.topics(turn, channel, action.page))


async def toggle(turn: Turn, action: actions.ToggleChannelTopic) -> None:
    """Follow or leave; a channel's first topic is answered with a draft."""
    channel = await managed(turn, action.channel)
    if channel is None:
        return
    chat, slug, now = await screens.chat_of(turn, channel), action.topic, turn.now
    first = False
    if slug in chat.topics:
        await turn.services.store.write(lambda db: chats.unsubscribe(db, chat.place, slug, now))
        await turn.answer(turn.say("channel-topic-removed", topic=label(turn, slug)))
    elif slug not in turn.services.catalogue.topics:
        await turn.answer(turn.say("topics-unknown"), alert=True)
    elif len(chat.topics) >= MOST:
        await turn.answer(turn.say("topics-limit"), alert=True)
    else:
        done = await turn.services.store.write(
            lambda db: chats.subscribe(db, chat.place, slug, now)
        )
        first = done.first
        await turn.answer(turn.say("channel-topic-added", topic=label(turn, slug)))
    await turn.show_message(await screens.topics(turn, channel, action.page))
    if first:
        await desk(turn).first(channel.chat, slug, now)


async def set_value(turn: Turn, action: actions.SetChannel) -> None:
    channel = await managed(turn, action.channel)
    if channel is None:
        return
    name, value, now = action.field, action.value, turn.now
    if not known_value(name, value, (*screens.MAIN, *screens.MORE)):
        await turn.answer(turn.say("answer-old-button"), alert=True)
        return
    if (name, value) == ("pin", "on") and not await we_pin(turn.context.bot, channel.chat):
        await turn.answer(turn.say("channel-pin-right"), alert=True)
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
        await turn.show_message(await screens.field(turn, channel, name))
    else:
        screen = screens.more if name in screens.MORE else screens.main
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
            [screens.back(turn, chat, "main")],
        ]
        await turn.show(say.html("channel-leave-ask", channel=title_of(channel, say)), rows)
        return
    owner, now = person(turn), turn.now
    await turn.services.store.write(lambda db: channels.remove_owner(db, chat, owner, now))
    await turn.show(say.html("channel-left", channel=title_of(channel, say)))


async def _show_again(turn: Turn, chat: int) -> None:
    channel = await turn.services.store.read(lambda db: channels.find(db, chat))
    if channel is not None:
        await turn.show_message(await screens.main(turn, channel))


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
