"""Actions to callback data and back, within Telegram's 64 bytes.

Data is ``code|field|field``: a code per action that never changes once released (buttons of old
messages live for ever), whole numbers in base 36, texts as they are with ``~`` and ``|`` escaped.
Trailing fields that have their default are left out, so a field with a default may be added later.
Whatever does not read back as a known action is Stale: a button of an older version, or data that
someone made up, since a client may send what it likes.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, dataclass, fields
from typing import get_type_hints

from digests import actions
from digests.channels import actions as channel
from digests.limits import CALLBACK_DATA
from digests.model import Action
from handlers import own_actions

#: Larger numbers do not fit into a column of the database.
LARGEST = 2**63 - 1

#: Codes in use. Never give the code of one action to another.
CODES: dict[str, type[Action]] = {
    "n": actions.Nothing,
    "h": actions.Home,
    "x": actions.Close,
    "t": actions.ShowTopics,
    "tt": actions.ToggleTopic,
    "+": actions.Subscribe,
    "-": actions.Unsubscribe,
    "u": actions.Undo,
    "l": actions.Latest,
    "q": actions.Search,
    "w": actions.Track,
    "m": actions.More,
    "c": actions.Coverage,
    "cs": actions.CoverageStory,
    "k": actions.Mute,
    "kt": actions.MuteTopic,
    "ks": actions.MuteSource,
    "kT": actions.UnmuteTopic,
    "kS": actions.UnmuteSource,
    "r": actions.Report,
    "rs": actions.ReportStory,
    "rr": actions.ReportReason,
    "s": actions.Settings,
    "=": actions.Set,
    "p": actions.PickCity,
    "pa": actions.AskCity,
    "la": actions.Language,
    "o": actions.ShowSources,
    "os": actions.ShowSource,
    "f": actions.Forget,
    "v": actions.MoveThread,
    "d": own_actions.Back,
    "ka": own_actions.AskMuteTopic,
    "he": own_actions.ShowHelp,
    "st": own_actions.ShowStatus,
    "wn": actions.WhatsNew,
    "z": actions.Timeline,
    "zp": actions.TimelinePage,
    "e": actions.ShowCorrections,
    "et": actions.ShowTold,
    "es": actions.ShowToldStory,
    "ec": actions.Correct,
    "ew": actions.Withdraw,
    "ex": actions.Split,
    "ee": actions.WriteCorrection,
    "e+": actions.SendCorrection,
    "e-": actions.DropCorrection,
    "C": channel.ShowChannels,
    "C+": channel.ConnectChannel,
    "Cs": channel.ShowChannel,
    "Ct": channel.ShowChannelTopics,
    "CT": channel.ToggleChannelTopic,
    "C=": channel.SetChannel,
    "Cx": channel.StopChannel,
    "Cr": channel.ResumeChannel,
    "Cc": channel.CheckChannel,
    "C-": channel.LeaveChannel,
    "P": channel.Publish,
    "P@": channel.PublishAt,
    "Pe": channel.EditHeadline,
    "P-": channel.IgnoreDraft,
    "U+": channel.PostAgain,
    "U=": channel.PostIsThere,
}

_CODE_OF = {kind: code for code, kind in CODES.items()}
_Shape = tuple[tuple[Field[object], type], ...]
_NUMBER = re.compile(r"-?[0-9a-z]{1,13}")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class CallbackError(ValueError):
    """An action that does not fit into a button; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Stale(Action):
    """What a button means that this version cannot read: answered kindly with a fresh screen."""


def pack(action: Action) -> str:
    """The callback data of *action*: 1 to 64 bytes.

    Raises CallbackError for an action without a code, or one that does not fit.
    """
    kind = type(action)
    code = _CODE_OF.get(kind)
    if code is None:
        raise CallbackError(f"{kind.__name__} has no code; add one to handlers.callbacks.CODES")
    shape = _SHAPES[code]
    values = [getattr(action, field.name) for field, _ in shape]
    while values and shape[len(values) - 1][0].default == values[-1]:
        values.pop()
    data = "|".join([code, *(_write(value) for value in values)])
    try:
        size = len(data.encode())
    except UnicodeEncodeError:
        raise CallbackError(f"{action} holds a text that is no Unicode") from None
    if size > CALLBACK_DATA:
        raise CallbackError(
            f"{action} takes {size} bytes of callback data; at most {CALLBACK_DATA}"
        )
    return data


def unpack(data: str | None) -> Action:
    """The action of *data*, or Stale; never an error."""
    code, *values = (data or "").split("|")
    kind = CODES.get(code)
    if kind is None:
        return Stale()
    shape = _SHAPES[code]
    required = sum(field.default is MISSING for field, _ in shape)
    if not required <= len(values) <= len(shape):
        return Stale()
    read: dict[str, int | str] = {}
    for (field, type_), value in zip(shape, values, strict=False):
        found = _read_number(value) if type_ is int else _read_text(value)
        if found is None:
            return Stale()
        read[field.name] = found
    return kind(**read)


def _shape(kind: type[Action]) -> _Shape:
    hints = get_type_hints(kind)
    shape = tuple((field, hints[field.name]) for field in fields(kind))
    for field, type_ in shape:
        if type_ not in (int, str):
            raise CallbackError(f"{kind.__name__}.{field.name} is neither a number nor a text")
    return shape


def _write(value: int | str) -> str:
    if isinstance(value, str):
        return value.replace("~", "~0").replace("|", "~1")
    if abs(value) > LARGEST:
        raise CallbackError(f"{value} is too large for a button")
    digits = ""
    rest = abs(value)
    while rest or not digits:
        rest, digit = divmod(rest, 36)
        digits = _DIGITS[digit] + digits
    return f"-{digits}" if value < 0 else digits


def _read_number(text: str) -> int | None:
    if not _NUMBER.fullmatch(text):
        return None
    number = int(text, 36)
    return number if abs(number) <= LARGEST else None


def _read_text(text: str) -> str | None:
    if re.search("~(?![01])", text):
        return None
    return text.replace("~1", "|").replace("~0", "~")


_SHAPES = {code: _shape(kind) for code, kind in CODES.items()}
