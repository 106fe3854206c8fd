"""What the world consists of: people, chats, memberships, messages; and how Telegram shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.playground.entities import Entity, utf16_slice

Json = dict[str, Any]

#: Rights of an administrator, as ChatMemberAdministrator lists them.
ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
#: What a member may do, as ChatPermissions lists it.
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
)


@dataclass
class User:
    """A person or a bot. ``deactivated``: the account was deleted."""

    id: int
    first_name: str
    username: str = ""
    language_code: str = ""
    last_name: str = ""
    is_bot: bool = False
    deactivated: bool = False

    def to_json(self) -> Json:
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        shown: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        return shown | {name: value for name, value in optional.items() if value}


@dataclass
class Member:
    """Someone's standing in a chat; ``rights`` holds what differs from the status' default."""

    status: str = "member"  # creator | administrator | member | restricted | left | kicked
    rights: dict[str, bool] = field(default_factory=dict)

    @property
    def is_admin(self) -> bool:
        return self.status in ("creator", "administrator")

    @property
    def is_inside(self) -> bool:
        return self.status in ("creator", "administrator", "member", "restricted")

    def may(self, right: str) -> bool:
        """Creators may everything; administrators what was not taken from them."""
        if self.status == "creator":
            return True
        if self.status == "administrator":
            return self.rights.get(right, right not in ("can_promote_members",))
        return self.status == "restricted" and self.rights.get(right, False)

    def to_json(self, user: User, chat_type: str) -> Json:
        shown: Json = {"user": user.to_json(), "status": self.status}
        if self.status == "creator":
            shown["is_anonymous"] = False
        elif self.status == "administrator":
            special = CHANNEL_RIGHTS if chat_type == "channel" else GROUP_RIGHTS
            shown |= {"can_be_edited": False, "is_anonymous": False}
            shown |= {right: self.may(right) for right in ADMIN_RIGHTS + special}
        elif self.status == "restricted":
            shown |= {"is_member": True, "until_date": 0}
            shown |= {right: self.may(right) for right in PERMISSIONS}
        elif self.status == "kicked":
            shown["until_date"] = 0
        return shown


@dataclass
class Thread:
    """A topic of a forum; its id is that of the message that opened it."""

    id: int
    name: str
    closed: bool = False
    deleted: bool = False


@dataclass
class Chat:
    """A chat as the bot's server knows it. ``members`` is keyed by user id, the bot included."""

    id: int
    type: str  # private | group | supergroup | channel
    title: str = ""
    username: str = ""
    is_forum: bool = False
    started: bool = False  # private chats: whether the person ever pressed Start
    deleted: bool = False
    writable: bool = True
    migrated_to: int | None = None
    members: dict[int, Member] = field(default_factory=dict)
    threads: dict[int, Thread] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    description: str = ""
    keyboard: Json | None = None  # the reply keyboard that people see
    menu_button: Json | None = None

    def to_json(self, person: User | None = None) -> Json:
        shown: Json = {"id": self.id, "type": self.type}
        if person:
            names = {"first_name": person.first_name, "last_name": person.last_name}
            shown |= {name: value for name, value in names.items() if value}
        if self.title:
            shown["title"] = self.title
        username = person.username if person else self.username
        if username:
            shown["username"] = username
        if self.is_forum:
            shown["is_forum"] = True
        return shown


@dataclass
class Message:
    """A message of a chat. ``content`` holds what is neither text nor keyboard (service, files)."""

    id: int
    date: float
    sender: User | None  # None for a channel's post
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    markup: Json | None = None
    thread: int | None = None
    silent: bool = False
    reply_to: int | None = None
    edited: float | None = None
    outgoing: bool = False  # sent by the bot
    deleted: bool = False
    preview: Json | None = None
    content: Json = field(default_factory=dict)

    @property
    def is_caption(self) -> bool:
        return "document" in self.content

    @property
    def previewed(self) -> str | None:
        """The address that readers see a preview of: the chosen one, else the first link."""
        options = self.preview or {}
        if options.get("is_disabled") or self.is_caption:
            return None
        if options.get("url"):
            return str(options["url"])
        for entity in self.entities:
            if entity.type == "text_link":
                return str(entity.extra["url"])
            if entity.type == "url":
                return utf16_slice(self.text, entity.offset, entity.length)
        return None
