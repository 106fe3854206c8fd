"""Each refusal of the Bot API, by its exact words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.bot.playground.conftest import Trial

DATA_64 = "د" * 32


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n ", "Bad Request: text must be non-empty"),
        ("\u202b\u202c", "Bad Request: text must be non-empty"),
        ("x" * 4097, "Bad Request: message is too long"),
        ("😀" * 2049, "Bad Request: message is too long"),
        ("ش" * 16_385, "Bad Request: Text is too long"),
    ],
)
async def test_texts_have_limits(trial: Trial, text: str, description: str) -> None:
    reader = await trial.reader()
    assert await trial.refused("sendMessage", chat_id=reader, text=text) == description


async def test_length_counts_after_markup_and_trimming(trial: Trial) -> None:
    reader = await trial.reader()
    text = "<b>" + "x" * 4096 + "</b>" + " " * 20
    sent = await trial.ok("sendMessage", chat_id=reader, text=text, parse_mode="HTML")
    assert len(sent["text"]) == 4096


async def test_parse_modes(trial: Trial) -> None:
    reader = await trial.reader()
    wrong = await trial.refused("sendMessage", chat_id=reader, text="x", parse_mode="nonsense")
    assert wrong == "Bad Request: unsupported parse_mode"
    bad = await trial.refused("sendMessage", chat_id=reader, text="<p>x</p>", parse_mode="html")
    assert bad == 'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0'
    markdown = await trial.refused(
        "sendMessage", chat_id=reader, text="*x*", parse_mode="MarkdownV2"
    )
    assert markdown.startswith("Bad Request: unsupported parse_mode: ")


@pytest.mark.parametrize(
    ("entity", "description"),
    [
        (
            {"type": "bold", "offset": 100, "length": 1},
            "entity begins after the end of the text at UTF-16 offset 100",
        ),
        (
            {"type": "bold", "offset": 0, "length": 100},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset "
            "100",
        ),
        (
            {"type": "nonsense", "offset": 0, "length": 1},
            "can't parse MessageEntity: Unsupported type specified",
        ),
        (
            {"type": "text_link", "offset": 0, "length": 1, "url": "not-a-url"},
            "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_given_entities_are_checked(
    trial: Trial, entity: dict[str, Any], description: str
) -> None:
    reader = await trial.reader()
    refused = await trial.refused("sendMessage", chat_id=reader, text="hello", entities=[entity])
    assert refused == f"Bad Request: {description}"


INLINE = "can't parse inline keyboard button: "


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (keyboard([{"text": "x", "callback_data": DATA_64 + "a"}]), "BUTTON_DATA_INVALID"),
        (
            keyboard([{"text": "x"}]),
            INLINE + "Text buttons are unallowed in the inline keyboard",
        ),
        (
            keyboard([{"text": "x", "callback_data": ""}]),
            INLINE + "Text buttons are unallowed in the inline keyboard",
        ),
        (keyboard([{"callback_data": "x"}]), INLINE + 'Can\'t find field "text"'),
        (
            keyboard([{"text": "x", "callback_data": "x", "url": "https://example.com"}]),
            INLINE + "Exactly one action is allowed, found url and callback_data",
        ),
        (
            keyboard([{"text": "x", "url": "not-a-url"}]),
            "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
        ),
        (
            keyboard([{"text": "x", "url": "ftp://example.com"}]),
            "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
        ),
        (
            keyboard([{"text": "x", "web_app": {"url": "http://example.com"}}]),
            "inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links "
            "are allowed",
        ),
        (keyboard([{"text": "x", "pay": True}]), "BUTTON_TYPE_INVALID"),
        (keyboard([{"text": "x", "callback_data": "x"}] * 9), "reply markup is too long"),
        (keyboard(*[[{"text": "x", "callback_data": "x"}]] * 101), "reply markup is too long"),
        ({"inline_keyboard": "bad"}, 'field "inline_keyboard" must be of type Array'),
        ({"force_reply": "yes"}, 'field "force_reply" must be of type Boolean'),
        ("{bad", "can't parse reply keyboard markup JSON object"),
    ],
)
async def test_keyboards_are_checked(trial: Trial, markup: Any, description: str) -> None:
    reader = await trial.reader()
    refused = await trial.refused("sendMessage", chat_id=reader, text="x", reply_markup=markup)
    assert refused == f"Bad Request: {description}"


async def test_a_keyboard_at_every_limit_is_taken(trial: Trial) -> None:
    reader = await trial.reader()
    row = [{"text": "زر", "callback_data": DATA_64}] * 8
    markup = keyboard(*[row] * 12, row[:4])
    sent = await trial.ok("sendMessage", chat_id=reader, text="x", reply_markup=json.dumps(markup))
    assert sum(len(row) for row in sent["reply_markup"]["inline_keyboard"]) == 100


async def test_chats_that_cannot_be_reached(trial: Trial) -> None:
    stranger = await trial.control("POST", "/users", first_name="غريب")
    reader = await trial.reader()

    async def refusal(chat_id: object) -> str:
        return await trial.refused("sendMessage", chat_id=chat_id, text="x")

    assert await refusal("") == "Bad Request: chat_id is empty"
    assert await refusal(99) == "Bad Request: chat not found"
    assert await refusal("@nobody_here") == "Bad Request: chat not found"
    initiate = "Forbidden: bot can't initiate conversation with a user"
    assert await refusal(stranger["user"]["id"]) == initiate
    await trial.control("POST", "/block", user_id=reader)
    assert await refusal(reader) == "Forbidden: bot was blocked by the user"
    await trial.control("POST", "/block", user_id=reader, blocked=False)
    await trial.control("PATCH", f"/users/{reader}", deactivated=True)
    assert await refusal(reader) == "Forbidden: user is deactivated"


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_chats_that_the_bot_left(trial: Trial, kind: str) -> None:
    reader = await trial.reader()
    outside = await trial.chat(kind, reader, bot=None)
    left = await trial.refused("sendMessage", chat_id=outside, text="x")
    assert left == f"Forbidden: bot is not a member of the {kind} chat"
    await trial.control("POST", f"/chats/{outside}/bot", status="kicked")
    kicked = await trial.refused("sendMessage", chat_id=outside, text="x")
    assert kicked == f"Forbidden: bot was kicked from the {kind} chat"


async def test_rights_in_groups_and_channels(trial: Trial) -> None:
    reader = await trial.reader()
    channel = await trial.chat("channel", reader, bot="administrator")
    await trial.ok("sendMessage", chat_id=channel, text="x")
    need = "Bad Request: need administrator rights in the channel chat"
    for standing in (
        {"status": "administrator", "rights": {"can_post_messages": False}},
        {"status": "member"},
    ):
        await trial.control("POST", f"/chats/{channel}/bot", **standing)
        assert await trial.refused("sendMessage", chat_id=channel, text="x") == need
    group = await trial.chat("supergroup", reader)
    await trial.control("POST", f"/chats/{group}/bot", status="restricted")
    refused = await trial.refused("sendMessage", chat_id=group, text="x")
    assert refused == "Bad Request: not enough rights to send text messages to the chat"
    await trial.control("POST", f"/chats/{group}/bot", status="member")
    await trial.control("PATCH", f"/chats/{group}", writable=False)
    refused = await trial.refused("sendMessage", chat_id=group, text="x")
    assert refused == "Bad Request: have no write access to the chat"
    await trial.control("PATCH", f"/chats/{group}", deleted=True)
    gone = await trial.refused("sendMessage", chat_id=group, text="x")
    assert gone == "Forbidden: the group chat was deleted"


async def test_a_migrated_group_tells_its_new_id(trial: Trial) -> None:
    group = await trial.chat("group", await trial.reader())
    new = await trial.control("POST", f"/chats/{group}/migrate")
    answer = await trial.bot("sendMessage", chat_id=group, text="x")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new["chat"]["id"]}
    await trial.ok("sendMessage", chat_id=new["chat"]["id"], text="x")


async def test_threads(trial: Trial) -> None:
    forum = await trial.chat("supergroup", await trial.reader(), forum=True)
    thread = (await trial.control("POST", f"/chats/{forum}/threads", name="أخبار"))["thread"]["id"]
    sent = await trial.ok("sendMessage", chat_id=forum, text="x", message_thread_id=thread)
    assert sent["message_thread_id"] == thread
    assert sent["is_topic_message"]
    unknown = "Bad Request: message thread not found"
    for number in (1, 999):
        wrong = await trial.refused(
            "sendMessage", chat_id=forum, text="x", message_thread_id=number
        )
        assert wrong == unknown
    await trial.control("PATCH", f"/chats/{forum}/threads/{thread}", closed=True)
    closed = await trial.refused("sendMessage", chat_id=forum, text="x", message_thread_id=thread)
    assert closed == "Bad Request: TOPIC_CLOSED"
    await trial.control("PATCH", f"/chats/{forum}/threads/{thread}", deleted=True)
    gone = await trial.refused("sendMessage", chat_id=forum, text="x", message_thread_id=thread)
    assert gone == unknown


async def test_edits(trial: Trial) -> None:
    reader = await trial.reader()
    sent = await trial.ok("sendMessage", chat_id=reader, text="<b>x</b>", parse_mode="HTML")
    where = {"chat_id": reader, "message_id": sent["message_id"]}
    same = await trial.refused("editMessageText", **where, text=" <b>x</b>", parse_mode="HTML")
    assert same == (
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message"
    )
    assert (await trial.ok("editMessageText", **where, text="x"))["edit_date"]
    bare = await trial.refused("editMessageReplyMarkup", **where)
    assert bare.startswith("Bad Request: message is not modified: ")
    missing = await trial.refused("editMessageText", chat_id=reader, message_id=999, text="x")
    assert missing == "Bad Request: message to edit not found"
    theirs = await trial.refused("editMessageText", chat_id=reader, message_id=1, text="x")
    assert theirs == "Bad Request: message can't be edited"


async def test_deletions_within_two_days(trial: Trial) -> None:
    reader = await trial.reader()
    channel = await trial.chat("channel", reader, bot="administrator")
    old = [
        (await trial.ok("sendMessage", chat_id=c, text="x"))["message_id"]
        for c in (reader, channel)
    ]
    trial.clock.advance(48 * 3600 + 1)
    late = await trial.refused("deleteMessage", chat_id=reader, message_id=old[0])
    assert late == "Bad Request: message can't be deleted for everyone"
    assert await trial.ok("deleteMessage", chat_id=channel, message_id=old[1])
    again = await trial.refused("deleteMessage", chat_id=channel, message_id=old[1])
    assert again == "Bad Request: message to delete not found"
    fresh = await trial.ok("sendMessage", chat_id=reader, text="y")
    assert await trial.ok("deleteMessage", chat_id=reader, message_id=fresh["message_id"])


async def test_replies_previews_captions_and_actions(trial: Trial) -> None:
    reader = await trial.reader()
    call = {"chat_id": reader, "text": "x"}
    lost = await trial.refused("sendMessage", **call, reply_parameters={"message_id": 999})
    assert lost == "Bad Request: message to be replied not found"
    kept = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await trial.ok("sendMessage", **call, reply_parameters=kept)
    preview = await trial.refused("sendMessage", **call, link_preview_options={"url": "x"})
    assert preview == "Bad Request: WEBPAGE_URL_INVALID"
    off = await trial.ok("sendMessage", **call, link_preview_options={"is_disabled": True})
    assert off["link_preview_options"] == {"is_disabled": True}
    caption = await trial.refused(
        "sendDocument", chat_id=reader, document="file-id", caption="x" * 1025
    )
    assert caption == "Bad Request: Message caption is too long"
    action = await trial.refused("sendChatAction", chat_id=reader, action="dancing")
    assert action == "Bad Request: wrong parameter action in request"
    paid = await trial.refused("sendMessage", **call, allow_paid_broadcast=True)
    assert paid == "Bad Request: FLOODSKIP_NOT_ALLOWED"


@pytest.mark.parametrize(
    ("command", "text", "description"),
    [
        ("", "x", "command can't be empty"),
        ("x" * 33, "x", "command length can't exceed 32"),
        ("x", "", "command description can't be empty"),
        ("x", "x" * 257, "command description length can't exceed 256"),
        ("Latest", "x", "BOT_COMMAND_INVALID"),
        ("آخر", "x", "BOT_COMMAND_INVALID"),
    ],
)
async def test_commands_have_limits(
    trial: Trial, command: str, text: str, description: str
) -> None:
    wanted = [{"command": command, "description": text}]
    refused = await trial.refused("setMyCommands", commands=wanted)
    assert refused == f"Bad Request: {description}"


async def test_commands_by_scope_and_language(trial: Trial) -> None:
    reader = await trial.reader(language_code="ar")
    for code, words in (("", "News"), ("ar", "أخبار")):
        commands = [{"command": "latest", "description": words}]
        await trial.ok("setMyCommands", commands=commands, language_code=code)
    assert (await trial.ok("getMyCommands"))[0]["description"] == "News"
    menu = await trial.control("GET", f"/menu?chat_id={reader}")
    assert menu["commands"][0]["description"] == "أخبار"
    many = [{"command": f"c{i}", "description": "x"} for i in range(101)]
    assert (
        await trial.refused("setMyCommands", commands=many) == "Bad Request: BOT_COMMANDS_TOO_MUCH"
    )
    wrong = await trial.refused("setMyCommands", commands=[], language_code="arb")
    assert wrong == "Bad Request: invalid language code specified"
    scope = {"type": "nonsense"}
    refused = await trial.refused("setMyCommands", commands=[], scope=scope)
    assert refused == "Bad Request: can't parse BotCommandScope: Unsupported type specified"
    long = await trial.refused("setMyDescription", description="x" * 513)
    assert long == "Bad Request: DESCRIPTION_TOO_LONG"


async def test_a_button_answered_late_or_twice(trial: Trial) -> None:
    reader = await trial.reader()
    markup = keyboard([{"text": "x", "callback_data": "d"}])
    await trial.ok("sendMessage", chat_id=reader, text="x", reply_markup=markup)
    first = await trial.control("POST", "/press", user_id=reader, data="d", wait=0)
    query = {"callback_query_id": first["query_id"]}
    long = await trial.refused("answerCallbackQuery", **query, text="x" * 201)
    assert long == "Bad Request: MESSAGE_TOO_LONG"
    assert await trial.ok("answerCallbackQuery", **query)
    trial.clock.advance(60)
    late = await trial.refused("answerCallbackQuery", **query)
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert late == too_old
    assert await trial.refused("answerCallbackQuery", callback_query_id="7") == too_old


async def test_wrong_tokens_and_methods(trial: Trial) -> None:
    async with trial.session.get(f"{trial.url}/bot1:wrong/getMe") as answer:
        assert answer.status == 401
        assert (await answer.json())["description"] == "Unauthorized"
    assert (await trial.bot("sendNothing"))["error_code"] == 404
    refusals = (await trial.control("GET", "/refusals"))["refusals"]
    assert [(r["method"], r["error_code"], r["injected"]) for r in refusals] == [
        ("sendNothing", 404, False)
    ]
