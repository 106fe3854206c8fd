"""Methods that change what stands in a chat: edits, deletions, pins, answers to buttons."""

from __future__ import annotations

from bot.playground import formatted, markup, rights
from bot.playground.errors import bad_request
from bot.playground.objects import Chat, Json, Message
from bot.playground.params import Params
from bot.playground.sending import preview_options
from bot.playground.world import World

MOST_ANSWER = 200
MOST_DELETIONS = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(world: World, params: Params) -> Json:
    """An edit without reply_markup takes the keyboard away."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted.parse(params, "text", "entities")
    keyboard, preview = _keyboard(params), preview_options(params)
    chat, message = _editable(world, params)
    if not message.text or message.is_caption:
        raise bad_request("there is no text in the message to edit")
    text, entities = formatted.finished_text(text, entities)
    before = (message.text, message.entities, message.markup, message.preview)
    if before == (text, entities, keyboard, preview):
        raise bad_request(NOT_MODIFIED)
    message.text, message.entities = text, entities
    message.markup, message.preview = keyboard, preview
    return _edited(world, "editMessageText", chat, message, params)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    keyboard = _keyboard(params)
    chat, message = _editable(world, params)
    if message.markup == keyboard:
        raise bad_request(NOT_MODIFIED)
    message.markup = keyboard
    return _edited(world, "editMessageReplyMarkup", chat, message, params)


def delete_message(world: World, params: Params) -> bool:
    chat = rights.chat_of(world, params)
    rights.may_reach(world, chat)
    message = rights.message_of(chat, params, "message to delete")
    rights.may_delete(world, chat, message)
    _delete(world, chat, message, params)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Several at once; those that are not there are passed over."""
    chat = rights.chat_of(world, params)
    rights.may_reach(world, chat)
    numbers = params.document("message_ids", "message identifiers")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MOST_DELETIONS:
        raise bad_request("too many message identifiers specified")
    found = [chat.messages[n] for n in numbers if n in chat.messages]
    for message in found:
        rights.may_delete(world, chat, message)
    for message in found:
        _delete(world, chat, message, params)
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    chat = rights.chat_of(world, params)
    rights.may_pin(world, chat)
    message = rights.message_of(chat, params, "message to pin")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
    world.record.accept("pinChatMessage", chat, message, params.values)
    world.tell("pinned", chat_id=chat.id, message_id=message.id)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """Without a message_id the newest pinned message."""
    chat = rights.chat_of(world, params)
    rights.may_pin(world, chat)
    number = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.record.accept("unpinChatMessage", chat, chat.messages[number], params.values)
    world.tell("unpinned", chat_id=chat.id, message_id=number)
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    chat = rights.chat_of(world, params)
    rights.may_pin(world, chat)
    chat.pinned.clear()
    world.tell("unpinned", chat_id=chat.id, message_id=None)
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    query = world.queries.get(params.text("callback_query_id"))
    now = world.clock.steady()
    if query is None or now - query.asked > world.query_seconds:
        raise bad_request(TOO_OLD)
    text = params.text("text")
    if len(text) > MOST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and not url.startswith(f"https://t.me/{world.username}?start="):
        raise bad_request("URL_INVALID")
    if query.answered is None:
        query.answered = now
        query.text, query.alert, query.url = text, params.boolean("show_alert"), url
    world.tell(
        "answered", chat_id=query.chat_id, query_id=query.id, text=text, alert=query.alert, url=url
    )
    return True


def _keyboard(params: Params) -> Json | None:
    keyboard = markup.read(params.document("reply_markup", "reply keyboard markup"))
    if keyboard and "inline_keyboard" not in keyboard:
        raise bad_request("inline keyboard expected")
    return keyboard


def _editable(world: World, params: Params) -> tuple[Chat, Message]:
    if params.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = rights.chat_of(world, params)
    rights.may_reach(world, chat)
    message = rights.message_of(chat, params, "message to edit")
    rights.may_edit(world, chat, message)
    return chat, message


def _edited(world: World, method: str, chat: Chat, message: Message, params: Params) -> Json:
    message.edited = world.clock.wall()
    world.record.accept(method, chat, message, params.values)
    world.tell("edited", chat_id=chat.id, message=world.seen(chat, message))
    return world.show(chat, message)


def _delete(world: World, chat: Chat, message: Message, params: Params) -> None:
    message.deleted = True
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    world.record.accept("deleteMessage", chat, message, params.values)
    world.tell("deleted", chat_id=chat.id, message_id=message.id)
