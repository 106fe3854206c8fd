"""Methods that put a message into a chat: sendMessage, sendDocument, forward and copy."""

from __future__ import annotations

from typing import Any

from bot.playground import formatted, markup, rights
from bot.playground.entities import Entity
from bot.playground.errors import bad_request, too_many
from bot.playground.links import LinkError, checked
from bot.playground.objects import Chat, Json, Message
from bot.playground.params import Params, member
from bot.playground.world import World

PREVIEW_FLAGS = ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")
ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)
MOST_UPLOAD = 50_000_000


def send_message(world: World, params: Params) -> Json:
    if not params.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted.parse(params, "text", "entities")
    keyboard = _keyboard(params)
    preview = preview_options(params)
    chat = _writable(world, params)
    message = _draft(world, chat, params, keyboard)
    message.text, message.entities = formatted.finished_text(text, entities)
    message.preview = preview
    return _accept(world, "sendMessage", chat, message, params)


def send_document(world: World, params: Params) -> Json:
    """A document by upload; a file id or an address is taken as it is."""
    upload = params.files.get("document")
    attached = params.text("document")
    if upload is None and attached.startswith("attach://"):
        upload = params.files.get(attached.removeprefix("attach://"))
    if upload is None and (not attached or attached.startswith("attach://")):
        raise bad_request("there is no document in the request")
    if upload is not None and upload.size > MOST_UPLOAD:
        raise bad_request("file is too big")
    if upload is not None and not upload.size:
        raise bad_request("file must be non-empty")
    caption, entities = formatted.parse(params, "caption", "caption_entities")
    keyboard = _keyboard(params)
    chat = _writable(world, params)
    message = _draft(world, chat, params, keyboard)
    message.text, message.entities = formatted.finished_caption(caption, entities)
    number = len(world.record.accepted) + 1
    document: Json = {"file_id": f"document-{number}", "file_unique_id": f"u{number}"}
    if upload is not None:
        document |= {"file_name": upload.name, "file_size": upload.size}
        document["mime_type"] = upload.content_type
    message.content = {"document": document}
    return _accept(world, "sendDocument", chat, message, params)


def forward_message(world: World, params: Params) -> Json:
    source, original = _original(world, params, "message to forward")
    chat = _writable(world, params)
    message = _draft(world, chat, params, None)
    _take_over(message, original)
    message.content = {**original.content, "forward_origin": origin(world, source, original)}
    return _accept(world, "forwardMessage", chat, message, params)


def copy_message(world: World, params: Params) -> Json:
    _, original = _original(world, params, "message to copy")
    keyboard = _keyboard(params)
    chat = _writable(world, params)
    message = _draft(world, chat, params, keyboard)
    _take_over(message, original)
    message.content = dict(original.content)
    return {"message_id": _accept(world, "copyMessage", chat, message, params)["message_id"]}


def send_chat_action(world: World, params: Params) -> bool:
    action = params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = rights.chat_of(world, params)
    rights.may_write(world, chat)
    rights.thread_of(world, chat, params)
    world.tell("action", chat_id=chat.id, action=action)
    return True


def preview_options(params: Params) -> Json | None:
    """``link_preview_options``, or what the older ``disable_web_page_preview`` says."""
    given = params.document("link_preview_options", "link preview options")
    if given is None:
        return {"is_disabled": True} if params.boolean("disable_web_page_preview") else None
    if not isinstance(given, dict):
        raise bad_request("object expected as link preview options")
    options: Json = {name: True for name in PREVIEW_FLAGS if member(given, name, bool)}
    url = member(given, "url", str)
    if url:
        try:
            options["url"] = checked(url)
        except LinkError as error:
            raise bad_request("WEBPAGE_URL_INVALID") from error
    return options or None


def origin(world: World, source: Chat, original: Message) -> Json:
    """Where a forwarded message came from."""
    if "forward_origin" in original.content:
        return dict(original.content["forward_origin"])
    date = int(original.date)
    if source.type == "channel":
        shown = world.show_chat(source)
        return {"type": "channel", "date": date, "chat": shown, "message_id": original.id}
    sender = original.sender or world.bot
    return {"type": "user", "date": date, "sender_user": sender.to_json()}


def _keyboard(params: Params) -> Json | None:
    return markup.read(params.document("reply_markup", "reply keyboard markup"))


def _writable(world: World, params: Params) -> Chat:
    if params.boolean("allow_paid_broadcast") and not world.paid_broadcast:
        raise bad_request("FLOODSKIP_NOT_ALLOWED")
    chat = rights.chat_of(world, params)
    rights.may_write(world, chat)
    return chat


def _draft(world: World, chat: Chat, params: Params, keyboard: Json | None) -> Message:
    return Message(
        id=0,
        date=world.clock.wall(),
        sender=world.bot,
        markup=keyboard,
        thread=rights.thread_of(world, chat, params),
        silent=params.boolean("disable_notification"),
        reply_to=_replied(chat, params),
        outgoing=True,
    )


def _replied(chat: Chat, params: Params) -> int | None:
    given: Any = params.document("reply_parameters", "reply parameters")
    if given is None and params.has("reply_to_message_id"):
        given = {
            "message_id": params.integer("reply_to_message_id"),
            "allow_sending_without_reply": params.boolean("allow_sending_without_reply"),
        }
    if given is None:
        return None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    if "message_id" not in given:
        raise bad_request('can\'t find field "message_id"')
    number: int = member(given, "message_id", int)
    message = chat.messages.get(number)
    if message and not message.deleted:
        return number
    if member(given, "allow_sending_without_reply", bool, default=False):
        return None
    raise bad_request("message to be replied not found")


def _original(world: World, params: Params, what: str) -> tuple[Chat, Message]:
    source = rights.chat_of(world, params, "from_chat_id")
    rights.may_reach(world, source)
    return source, rights.message_of(source, params, what)


def _take_over(message: Message, original: Message) -> None:
    message.text = original.text
    message.entities = [Entity(e.type, e.offset, e.length, e.extra) for e in original.entities]


def _accept(world: World, method: str, chat: Chat, message: Message, params: Params) -> Json:
    """Looks at the pace last: only what would have been sent counts."""
    now, group = world.clock.steady(), chat.type in ("group", "supergroup")
    paid = params.boolean("allow_paid_broadcast")
    seconds = world.pace.wait(now, chat.id, group=group, paid=paid)
    if seconds:
        raise too_many(seconds)
    world.pace.took(now, chat.id, group=group)
    if message.markup and "keyboard" in message.markup:
        chat.keyboard = message.markup
    elif message.markup and message.markup.get("remove_keyboard"):
        chat.keyboard = None
    world.post(chat, message)
    world.record.accept(method, chat, message, params.values)
    world.tell("accepted", chat_id=chat.id, method=method, message_id=message.id)
    return world.show(chat, message)
