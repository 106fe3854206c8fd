"""python-telegram-bot speaks to the playground as it does to Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    ChatMemberAdministrator,
    ChatMemberOwner,
    ChatMemberRestricted,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MenuButtonCommands,
    MessageOriginChannel,
    ReplyParameters,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

if TYPE_CHECKING:
    from tests.bot.playground.conftest import Trial

MARKUP = InlineKeyboardMarkup(
    [[InlineKeyboardButton("نعم", callback_data="yes")], [InlineKeyboardButton("ش", url="t.me/x")]]
)


@pytest.fixture
async def bot(trial: Trial) -> AsyncIterator[Bot]:
    async with Bot(trial.world.token, base_url=f"{trial.url}/bot") as bot:
        yield bot


async def test_a_conversation_with_buttons(trial: Trial, bot: Bot) -> None:
    reader = await trial.reader()
    assert bot.username == "mujaz_playground_bot"
    (hello,) = await bot.get_updates(timeout=5)
    assert hello.message
    assert hello.message.text == "/start"
    sent = await bot.send_message(
        reader,
        "<b>موجز</b> 😀 <a href='https://example.com/x'>المصدر</a>",
        parse_mode="HTML",
        reply_markup=MARKUP,
        disable_notification=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(hello.message.message_id),
    )
    assert sent.parse_entities() == {sent.entities[0]: "موجز", sent.entities[1]: "المصدر"}
    assert sent.reply_markup
    assert sent.reply_markup.inline_keyboard[1][0].url == "http://t.me/x"
    assert sent.reply_to_message == hello.message
    pressing = asyncio.create_task(trial.control("POST", "/press", user_id=reader, row=0, column=0))
    (pressed,) = await bot.get_updates(offset=hello.update_id + 1, timeout=5)
    assert pressed.callback_query
    assert pressed.callback_query.data == "yes"
    assert await pressed.callback_query.answer("تم", show_alert=True)
    answer = await pressing
    assert (answer["answered"], answer["text"], answer["alert"]) == (True, "تم", True)
    edited = await pressed.callback_query.edit_message_text("انتهى")
    assert not isinstance(edited, bool)
    assert edited.reply_markup is None
    accepted = (await trial.control("GET", f"/accepted?chat_id={reader}"))["accepted"]
    assert [(a["method"], a["silent"], len(a["buttons"])) for a in accepted] == [
        ("sendMessage", True, 2),
        ("editMessageText", True, 0),
    ]
    assert (await trial.control("GET", "/refusals"))["refusals"] == []


async def test_chats_and_members(trial: Trial, bot: Bot) -> None:
    reader = await trial.reader()
    channel = await trial.chat("channel", reader, bot="administrator", username="akhbar")
    assert (await bot.get_chat("@akhbar")).id == channel
    owner, me = await bot.get_chat_administrators(channel)
    assert isinstance(owner, ChatMemberOwner)
    assert isinstance(me, ChatMemberAdministrator)
    assert me.can_post_messages
    assert (await bot.get_chat_member(channel, bot.id)).status == "administrator"
    assert await bot.get_chat_member_count(channel) == 2
    post = await bot.send_message(channel, "منشور")
    assert post.sender_chat
    assert await bot.pin_chat_message(channel, post.message_id)
    pinned = (await bot.get_chat(channel)).pinned_message
    assert pinned
    assert pinned.text == "منشور"
    assert await bot.unpin_chat_message(channel)
    forwarded = await bot.forward_message(reader, channel, post.message_id)
    assert isinstance(forwarded.forward_origin, MessageOriginChannel)
    assert (await bot.copy_message(reader, channel, post.message_id)).message_id
    assert await bot.leave_chat(channel)
    with pytest.raises(Forbidden, match="bot is not a member of the channel chat"):
        await bot.send_message(channel, "x")


async def test_a_restricted_member_is_told_of_every_right(trial: Trial, bot: Bot) -> None:
    group = await trial.chat("supergroup", await trial.reader(), bot="member")
    await trial.control(
        "POST", f"/chats/{group}/bot", status="restricted", rights={"can_send_messages": True}
    )
    me = await bot.get_chat_member(group, bot.id)
    assert isinstance(me, ChatMemberRestricted)
    assert me.can_send_messages
    rights = {name: getattr(me, name) for name in me.to_dict() if name.startswith("can_")}
    assert set(rights.values()) == {True, False}
    assert me.can_react_to_messages is False


async def test_what_people_do_reaches_the_framework(trial: Trial, bot: Bot) -> None:
    reader = await trial.reader()
    channel = await trial.chat("channel", reader, bot="administrator")
    forum = await trial.chat("supergroup", reader, forum=True)
    await trial.control("POST", f"/chats/{forum}/threads", name="أخبار")
    post = await bot.send_message(channel, "منشور")
    await trial.control(
        "POST", "/forward", user_id=reader, chat_id=channel, message_id=post.message_id
    )
    await trial.control("POST", "/share", user_id=reader, chat_id=channel, request_id=4)
    await trial.control("POST", "/start", user_id=reader, parameter="tech-protests")
    await trial.control("POST", "/say", user_id=reader, chat_id=channel, text="من صاحب القناة")
    updates = await bot.get_updates()
    messages = [u.message for u in updates if u.message]
    assert any(m.new_chat_members and m.new_chat_members[0].id == bot.id for m in messages)
    assert any(m.chat_shared and m.chat_shared.chat_id == channel for m in messages)
    assert any(isinstance(m.forward_origin, MessageOriginChannel) for m in messages)
    assert messages[-1].text == "/start tech-protests"
    assert [u.my_chat_member.new_chat_member.status for u in updates if u.my_chat_member] == [
        "administrator",
        "member",
    ]
    assert updates[-1].channel_post


async def test_the_bot_presents_itself(trial: Trial, bot: Bot) -> None:
    scope = BotCommandScopeAllPrivateChats()
    commands = [BotCommand("latest", "آخر الأخبار")]
    assert await bot.set_my_commands(commands, scope=scope, language_code="ar")
    assert list(await bot.get_my_commands(scope, "ar")) == commands
    assert await bot.delete_my_commands(scope, "ar")
    assert list(await bot.get_my_commands(scope, "ar")) == []
    assert await bot.set_my_description("موجز الأخبار")
    assert (await bot.get_my_description()).description == "موجز الأخبار"
    assert await bot.set_my_short_description("موجز", language_code="ar")
    assert (await bot.get_my_short_description("ar")).short_description == "موجز"
    assert await bot.set_my_name("موجز")
    assert (await bot.get_my_name()).name == "موجز"
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_files_and_actions(trial: Trial, bot: Bot) -> None:
    reader = await trial.reader()
    assert await bot.send_chat_action(reader, "typing")
    sent = await bot.send_document(
        reader, "مصادر".encode(), filename="sources.opml", caption="<b>x</b>", parse_mode="HTML"
    )
    assert sent.document
    assert (sent.document.file_name, sent.document.file_size) == ("sources.opml", 10)
    assert sent.caption_entities[0].type == "bold"
    assert await bot.delete_message(reader, sent.message_id)


async def test_every_error_has_its_class(trial: Trial, bot: Bot) -> None:
    reader = await trial.reader()
    group = await trial.chat("group", reader)
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(99, "x")
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="د" * 33)]])
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(reader, "x", reply_markup=markup)
    new = await trial.control("POST", f"/chats/{group}/migrate")
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group, "x")
    assert migrated.value.new_chat_id == new["chat"]["id"]
    await trial.control("POST", "/faults", kind="retry_after", retry_after=9, method="sendMessage")
    with pytest.raises(RetryAfter) as later:
        await bot.send_message(reader, "x")
    assert later.value.retry_after == 9
    await trial.control("POST", "/faults", kind="gateway", method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(reader, "x")
    waiting = asyncio.create_task(bot.get_updates(offset=10**9, timeout=50))
    await asyncio.sleep(0.1)
    await trial.ok("getUpdates")
    with pytest.raises(Conflict):
        await waiting
    await trial.control("POST", "/block", user_id=reader)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(reader, "x")
    with pytest.raises(InvalidToken):
        await Bot("1:wrong", base_url=f"{trial.url}/bot").get_me()
