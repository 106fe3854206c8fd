"""The language model behind an OpenAI-compatible endpoint: the only place that talks to it.

Rule. One request is one question with one answer, within `SECONDS` in all. A busy, failing or
silent endpoint is asked again at most twice, after a pause; one that took the question and broke
off, once. Endpoints differ in how they are told to answer in a schema: the forms of `FORMS` are
tried from the strictest on while the endpoint refuses the request itself (400 and its like), and
the form that worked is remembered. No redirect is followed: the articles go to the address that
the operator set. How much of an answer is read is bounded (``model_transport``).

What it may get wrong: an endpoint that fails on a schema without naming it counts as failing. The
escape hatch is the endpoint's own setting. Nothing that the endpoint wrote enters an error: it
might repeat the key.
"""

from __future__ import annotations

import asyncio
import importlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol
from urllib.parse import urlsplit

#: Seconds that one request may take, answer and all.
SECONDS = 60.0
#: Seconds of pause before it is asked again; as many as it is asked again. A Retry-After that is
#: no longer than `PATIENCE` is waited for instead.
PAUSES = (1.0, 5.0)
PATIENCE = 20.0
#: How an answer in a schema is asked for, the strictest first.
FORMS = ("json_schema", "json_object_schema", "json_object", "plain")
#: Answers that refuse the form of a request rather than serve or fail.
_REFUSING = frozenset({400, 415, 422, 501})
#: Some endpoints fail (500) on a form they do not know, and say so.
_ABOUT_FORM = re.compile(r"response_format|json_schema|json_object|max_tokens|grammar")
#: Answers that only the operator can change.
_SETTINGS = {
    401: "check MUJAZ_LLM_KEY",
    402: "the account has to be paid",
    403: "check MUJAZ_LLM_KEY and what it may use",
    404: "check MUJAZ_LLM_URL (it ends in /v1) and MUJAZ_LLM_MODEL",
    405: "check MUJAZ_LLM_URL: it ends in /v1",
}
#: A host as it may be told, whoever wrote it.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]{1,100}(?::\d{1,5})?")

Schema = Mapping[str, Any]


class ModelError(Exception):
    """The model gave no answer that can be used; the message says why, without secrets.

    ``lost`` is how many requests the endpoint took and gave no whole answer to; ``answer`` is what
    it counted for one that it did answer, only not with a text.
    """

    code = "failed"
    lost: int = 0
    answer: Answer | None = None


class Unreachable(ModelError):
    """No connection, or the endpoint fails (5xx): it comes back by itself."""

    code = "unreachable"


class Busy(ModelError):
    """Too many requests (429), or a quota that is used up."""

    code = "busy"

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class Stalled(ModelError):
    """No whole answer, or not in time; the endpoint may have counted its tokens."""

    code = "stalled"


class Misconfigured(ModelError):
    """Key, name or address are wrong: only the operator can help."""

    code = "misconfigured"


class Unusable(ModelError):
    """This question has no usable answer: refused in every form, or answered without text."""

    code = "unusable"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation with the model; ``role`` is system, user or assistant."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model wrote, and the tokens that it says it read and wrote for it.

    ``counted`` is False when the endpoint told no usage in whole numbers: the tokens are then 0.
    ``lost`` is how many requests came to nothing before, which the endpoint may have counted.
    """

    text: str
    read: int = 0
    written: int = 0
    counted: bool = True
    lost: int = 0


class Model(Protocol):
    """Whoever answers a conversation in a JSON schema."""

    @property
    def name(self) -> str: ...

    async def ask(self, turns: Sequence[Turn], schema: Schema, limit: int) -> Answer:
        """The answer, of at most *limit* tokens; raises ModelError."""
        ...

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Dialect:
    """What an endpoint understands: a form, the name of the limit, whether a temperature."""

    form: str = FORMS[0]
    limit: str = "max_tokens"
    temperature: bool = True


class ModelClient:
    """The model *name* at *url* (ends in ``/v1``); *key* is None where none is wanted.

    Importing the client library takes some tenths of a second: make it off the loop.
    """

    def __init__(
        self,
        url: str,
        name: str,
        key: str | None = None,
        *,
        seconds: float = SECONDS,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self.name = name
        self._host = urlsplit(url).netloc.rpartition("@")[2]
        self._seconds = seconds
        self._pauses = tuple(pauses)
        self._dialect = _Dialect()
        self._key = key
        self._openai: Any = importlib.import_module("openai")
        self._wire: Any = importlib.import_module("digests.summaries.model_transport")
        self._client: Any = self._openai.AsyncOpenAI(
            base_url=url,
            api_key=key or "none",
            max_retries=0,
            timeout=seconds,
            http_client=self._wire.client(self._openai, {"Accept-Encoding": "identity"}),
        )
        # What the environment holds for that company is not for this endpoint.
        self._client.organization = self._client.project = None

    async def close(self) -> None:
        await self._client.close()

    async def probe(self) -> None:
        """Ask one small question; raises ModelError when it has no answer."""
        schema = {
            "type": "object",
            "additionalProperties": False,
            "required": ["ok"],
            "properties": {"ok": {"type": "boolean"}},
        }
        await self.ask([Turn("user", 'Answer with {"ok": true} and nothing else.')], schema, 64)

    async def ask(self, turns: Sequence[Turn], schema: Schema, limit: int) -> Answer:
        lost = 0
        for attempt in range(len(self._pauses) + 1):
            try:
                answer = await self._in_some_form(turns, schema, limit)
                return replace(answer, lost=lost)
            except (Unusable, Misconfigured) as error:
                error.lost += lost
                raise
            except (Unreachable, Busy, Stalled) as error:
                lost += isinstance(error, Stalled)
                error.lost = lost
                # What stalls may be paid for each time: once more, not twice.
                most = (
                    min(1, len(self._pauses)) if isinstance(error, Stalled) else len(self._pauses)
                )
                if attempt >= most:
                    raise
                pause = self._pauses[attempt]
                if isinstance(error, Busy) and error.after is not None:
                    if error.after > PATIENCE:
                        raise
                    pause = max(pause, error.after)
            await asyncio.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    async def _in_some_form(self, turns: Sequence[Turn], schema: Schema, limit: int) -> Answer:
        dialect = self._dialect
        while True:
            try:
                answer = await self._once(turns, schema, limit, dialect)
            except _Refused as refused:
                other = _next(dialect, refused.complaint)
                if other is None:
                    raise Unusable(
                        f"{self._host} refuses this request ({refused.status})"
                    ) from None
                dialect = other
            else:
                self._dialect = dialect
                return answer

    async def _once(
        self, turns: Sequence[Turn], schema: Schema, limit: int, dialect: _Dialect
    ) -> Answer:
        openai = self._openai
        try:
            async with asyncio.timeout(self._seconds):
                found = await self._client.chat.completions.create(
                    model=self.name,
                    messages=[{"role": turn.role, "content": turn.text} for turn in turns],
                    **_parameters(dialect, schema, limit),
                )
        except (TimeoutError, openai.APITimeoutError):
            raise Stalled(f"{self._host} gave no answer within {self._seconds:g} s") from None
        except openai.APIStatusError as error:
            raise self._status(error) from None
        except self._wire.Cut as error:
            raise Stalled(f"{self._host} {error}") from None
        except self._wire.Broken as error:
            raise self._unusable(None, str(error)) from None
        except openai.APIConnectionError:
            raise Unreachable(f"{self._host} cannot be reached: check MUJAZ_LLM_URL") from None
        except (openai.OpenAIError, ValueError, RecursionError):
            raise self._unusable(Answer("", counted=False)) from None
        return self._read(found)

    def _unusable(
        self, answer: Answer | None, how: str = "answered in another form than its peers"
    ) -> Unusable:
        """What came, with what was counted for *answer*; None when it was not read to its end."""
        error = Unusable(f"{self._host} {how}")
        error.answer, error.lost = answer, int(answer is None)
        return error

    def _status(self, error: Any) -> Exception:
        status = int(error.status_code)
        complaint = str(error).lower()
        if status in _REFUSING or (status >= 500 and _ABOUT_FORM.search(complaint)):
            return _Refused(status, complaint)
        if status == 429:
            return Busy(f"{self._host} is busy, or the quota is used up (429)", _after(error))
        if 300 <= status < 400:
            return Misconfigured(
                f"{self._host} leads elsewhere{self._where(error)} ({status}), which is not "
                "followed: set MUJAZ_LLM_URL to the address that answers itself"
            )
        if status in (408, 409, 425) or status >= 500:
            return Unreachable(f"{self._host} fails ({status})")
        return Misconfigured(
            f"{self._host} answered {status}: {_SETTINGS.get(status, 'check MUJAZ_LLM_URL')}"
        )

    def _where(self, error: Any) -> str:
        """Scheme and host of a redirect, unless something else than these stands there."""
        try:
            target = urlsplit(str(error.response.headers.get("location", "")))
        except ValueError:
            return ""
        address = f"{target.scheme}://{target.netloc}"
        secret = self._key and self._key.lower() in address.lower()
        return f" to {address}" if _ADDRESS.fullmatch(address) and not secret else ""

    def _read(self, found: Any) -> Answer:
        usage = getattr(found, "usage", None)
        answer = _counted(
            getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None)
        )
        try:
            text = found.choices[0].message.content
        except (AttributeError, IndexError, KeyError, TypeError):
            raise self._unusable(answer) from None
        if not isinstance(text, str) or not text.strip():
            raise self._unusable(answer, "answered without a text")
        return replace(answer, text=text)


def _counted(read: object, written: object) -> Answer:
    """An answer with the usage that an endpoint told; whether it can be is the asker's to judge."""
    if type(read) is not int or type(written) is not int or min(read, written) < 0:
        return Answer("", counted=False)
    return Answer("", read, written)


class _Refused(Exception):
    """The endpoint refuses the form of a request; *complaint* is only looked through."""

    def __init__(self, status: int, complaint: str) -> None:
        super().__init__(status)
        self.status, self.complaint = status, complaint


def _next(dialect: _Dialect, complaint: str) -> _Dialect | None:
    """What to try after *dialect* was refused with *complaint*; None when nothing is left."""
    if dialect.limit in complaint and dialect.limit == "max_tokens":
        return replace(dialect, limit="max_completion_tokens")
    if "temperature" in complaint and dialect.temperature:
        return replace(dialect, temperature=False)
    at = FORMS.index(dialect.form) + 1
    return replace(dialect, form=FORMS[at]) if at < len(FORMS) else None


def _parameters(dialect: _Dialect, schema: Schema, limit: int) -> dict[str, Any]:
    formats: dict[str, dict[str, Any]] = {
        "json_schema": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": schema},
        },
        "json_object_schema": {"type": "json_object", "schema": schema},
        "json_object": {"type": "json_object"},
    }
    found: dict[str, Any] = {dialect.limit: limit}
    if dialect.temperature:
        found["temperature"] = 0.2
    if dialect.form in formats:
        found["response_format"] = formats[dialect.form]
    return found


def _after(error: Any) -> float | None:
    """Seconds of a Retry-After, when it is given in seconds."""
    value = str(error.response.headers.get("retry-after", ""))
    return float(value) if value.isdecimal() else None
