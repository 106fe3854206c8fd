"""Keyboards: what the server checks in ``reply_markup`` before it takes a message.

``read`` gives the markup in the form in which messages show it. Every button of an inline keyboard
has a text and exactly one action; callback data has 1 to 64 bytes; at most 100 buttons, 8 a row.
"""

from __future__ import annotations

from typing import Any

from bot.playground import links
from bot.playground.errors import ApiError, bad_request
from bot.playground.params import member

MOST_BUTTONS = 100
MOST_IN_ROW = 8
MOST_DATA_BYTES = 64
MOST_COPY_TEXT = 256
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat")

Markup = dict[str, Any]


def read(value: Any) -> Markup | None:
    """The checked markup, None when there is none; raises ApiError 400."""
    if value is None or value == {}:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    for flag in ("force_reply", "remove_keyboard", "selective"):
        member(value, flag, bool)
    if "inline_keyboard" in value:
        rows = _rows(value, "inline_keyboard")
        keyboard = [[_inline_button(button) for button in row] for row in rows]
        keyboard = [row for row in keyboard if row]
        _limits(keyboard)
        return {"inline_keyboard": keyboard} if keyboard else None
    if "keyboard" in value:
        for flag in ("resize_keyboard", "one_time_keyboard", "is_persistent"):
            member(value, flag, bool)
        keys = [[_key(button) for button in row] for row in _rows(value, "keyboard")]
        return {**value, "keyboard": [row for row in keys if row]}
    if value.get("remove_keyboard") or value.get("force_reply"):
        return dict(value)
    return None


def _rows(value: Markup, name: str) -> list[list[Any]]:
    rows: list[Any] = member(value, name, list)
    if not all(isinstance(row, list) for row in rows or ()):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return rows or []


def _limits(keyboard: list[list[Markup]]) -> None:
    too_wide = any(len(row) > MOST_IN_ROW for row in keyboard)
    if too_wide or sum(len(row) for row in keyboard) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")


def _complain(text: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {text}")


def _caption(button: Any, complain: str) -> str:
    if not isinstance(button, dict):
        raise bad_request(f"can't parse {complain}: Expected an Object")
    if button.get("text") is None:
        raise bad_request(f"can't parse {complain}: Can't find field \"text\"")
    if not isinstance(button["text"], str):
        raise bad_request(f'can\'t parse {complain}: Field "text" must be of type String')
    return button["text"]


def _inline_button(button: Any) -> Markup:
    text = _caption(button, "inline keyboard button")
    given = [
        name
        for name in ACTIONS
        if button.get(name) not in (None, "", False)
        or (name in _MAY_BE_EMPTY and button.get(name) == "")
    ]
    if not given:
        raise _complain("Text buttons are unallowed in the inline keyboard")
    if len(given) > 1:
        raise _complain(f"Exactly one action is allowed, found {' and '.join(given)}")
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID" if text else "inline keyboard button text is empty")
    action = given[0]
    return {"text": text.strip(), action: _action(action, button[action])}


def _action(name: str, value: Any) -> Any:
    if name in ("url", "callback_data", *_MAY_BE_EMPTY):
        if not isinstance(value, str):
            raise _complain(f'Field "{name}" must be of type String')
    elif name in ("web_app", "login_url", "copy_text", "switch_inline_query_chosen_chat") and (
        not isinstance(value, dict)
    ):
        raise _complain(f'Field "{name}" must be of type Object')
    if name == "url":
        return _button_url(value)
    if name == "callback_data" and not 1 <= len(value.encode()) <= MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if name in ("web_app", "login_url"):
        _secure(str(value.get("url", "")), "Web App" if name == "web_app" else "Login")
    if name == "copy_text" and not 1 <= len(str(value.get("text", ""))) <= MOST_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if name in ("callback_game", "pay"):
        raise bad_request("BUTTON_TYPE_INVALID")
    return value


def _button_url(url: str) -> str:
    if links.user_of(url) is not None:
        return url
    try:
        return links.checked(url)
    except links.LinkError as error:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {error}") from error


def _secure(url: str, kind: str, where: str = "inline keyboard button") -> None:
    if not url.lower().startswith("https://"):
        raise bad_request(f"{where} {kind} URL '{url}' is invalid: Only HTTPS links are allowed")


def _key(button: Any) -> Markup:
    """A key of a reply keyboard; a bare string is its text."""
    if isinstance(button, str):
        return {"text": button}
    _caption(button, "keyboard button")
    for name in ("request_chat", "request_users"):
        wanted = button.get(name)
        if isinstance(wanted, dict) and not isinstance(wanted.get("request_id"), int):
            raise bad_request("can't parse keyboard button: Can't find field \"request_id\"")
    request = button.get("request_chat")
    if isinstance(request, dict) and not isinstance(request.get("chat_is_channel"), bool):
        raise bad_request("can't parse keyboard button: Can't find field \"chat_is_channel\"")
    app = button.get("web_app")
    if isinstance(app, dict):
        _secure(str(app.get("url", "")), "Web App", "keyboard button")
    return dict(button)
