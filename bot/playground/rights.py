"""Whether the bot may do what it asks for, and the server's words when it may not."""

from __future__ import annotations

from bot.playground.errors import bad_request, forbidden
from bot.playground.objects import Chat, Message
from bot.playground.params import Params
from bot.playground.world import DELETE_SECONDS, World

GENERAL_THREAD = 1


def chat_of(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat that a call names; a migrated group is refused with its new id."""
    if not params.has(name):
        raise bad_request(f"{name} is empty")
    wanted = params.text(name).strip()
    chat = world.find_chat(wanted)
    if chat is None:
        if wanted.lstrip("-").isdecimal() and int(wanted) in world.users:
            user = world.users[int(wanted)]
            if user.is_bot:
                raise forbidden("bot can't send messages to bots")
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
        )
    return chat


def may_reach(world: World, chat: Chat) -> None:
    """Raises 403 when the bot is not, or no longer, part of the chat."""
    standing = world.bot_in(chat).status
    if chat.type == "private":
        if world.users[chat.id].deactivated:
            raise forbidden("user is deactivated")
        if standing == "kicked":
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    if standing == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if standing == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def may_write(world: World, chat: Chat) -> None:
    may_reach(world, chat)
    member = world.bot_in(chat)
    if chat.type == "channel" and not member.may("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")
    if chat.type != "channel" and not chat.writable and not member.is_admin:
        raise bad_request("have no write access to the chat")
    if member.status == "restricted" and not member.may("can_send_messages"):
        raise bad_request("not enough rights to send text messages to the chat")


def thread_of(world: World, chat: Chat, params: Params) -> int | None:
    """The thread that a message goes to; General is the absence of one.

    An administrator with ``can_manage_topics`` may write in a closed thread.
    """
    wanted = params.integer("message_thread_id")
    if not wanted:
        closed = chat.threads.get(GENERAL_THREAD)
        if closed and closed.closed and not world.bot_in(chat).may("can_manage_topics"):
            raise bad_request("TOPIC_CLOSED")
        return None
    thread = chat.threads.get(wanted) if wanted != GENERAL_THREAD else None
    if thread is None or thread.deleted:
        raise bad_request("message thread not found")
    if thread.closed and not world.bot_in(chat).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return thread.id


def message_of(chat: Chat, params: Params, what: str, name: str = "message_id") -> Message:
    """The message that a call names; *what* names it in a complaint: ``message to edit``."""
    number = params.integer(name)
    if number <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None or message.deleted:
        raise bad_request(f"{what} not found")
    return message


def may_edit(world: World, chat: Chat, message: Message) -> None:
    """Its own messages at any time; in a channel also others', with the right to."""
    may_reach(world, chat)
    if chat.type == "channel":
        right = "can_post_messages" if message.outgoing else "can_edit_messages"
        if not world.bot_in(chat).may(right):
            raise bad_request("need administrator rights in the channel chat")
        return
    if not message.outgoing:
        raise bad_request("message can't be edited")


def may_delete(world: World, chat: Chat, message: Message) -> None:
    """Within 48 hours; later only as administrator with ``can_delete_messages``."""
    may_reach(world, chat)
    if chat.type != "private" and world.bot_in(chat).may("can_delete_messages"):
        return
    mine = message.outgoing or chat.type == "private"
    if not mine or (chat.type == "channel" and not world.bot_in(chat).may("can_post_messages")):
        raise bad_request("message can't be deleted")
    if world.clock.wall() - message.date > DELETE_SECONDS:
        raise bad_request("message can't be deleted for everyone")


def may_pin(world: World, chat: Chat) -> None:
    may_reach(world, chat)
    right = "can_edit_messages" if chat.type == "channel" else "can_pin_messages"
    if chat.type != "private" and not world.bot_in(chat).may(right):
        raise bad_request("not enough rights to manage pinned messages in the chat")
