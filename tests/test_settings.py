"""The settings come from the environment, and a careless environment is refused with a way out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

PRODUCTION_KEY = "a-key-for-this-test-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF"

SHOW = """
import json, sys
from newsroom import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a server on which nothing was set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "NEWSROOM_VAR": str(tmp_path)}


def show(environment: dict[str, str], *names: str) -> dict[str, object]:
    """Return the settings of these names in a process of its own."""
    result = run(environment, "-c", SHOW, *names)
    assert result.returncode == 0, result.stderr
    values: dict[str, object] = json.loads(result.stdout)
    return values


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_requires_a_secret_key(environment: dict[str, str]) -> None:
    result = run(environment, "manage.py", "check")
    assert result.returncode != 0
    assert "SECRET_KEY is not set" in result.stderr


def test_it_reads_the_secret_key_from_a_file(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{PRODUCTION_KEY}\n")
    environment["SECRET_KEY_FILE"] = str(tmp_path / "key")
    assert show(environment, "SECRET_KEY") == {"SECRET_KEY": PRODUCTION_KEY}


def test_it_names_a_secret_file_that_cannot_be_read(environment: dict[str, str]) -> None:
    environment["SECRET_KEY_FILE"] = "/nowhere/key"
    result = run(environment, "manage.py", "check")
    assert "SECRET_KEY_FILE names /nowhere/key, which cannot be read" in result.stderr


def test_it_is_not_in_debug_mode_unless_asked(environment: dict[str, str]) -> None:
    assert show({**environment, "SECRET_KEY": PRODUCTION_KEY}, "DEBUG") == {"DEBUG": False}
    assert show({**environment, "DEBUG": "on"}, "DEBUG") == {"DEBUG": True}


def test_its_deployment_check_finds_nothing(environment: dict[str, str]) -> None:
    environment["SECRET_KEY"] = PRODUCTION_KEY
    result = run(environment, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


def test_a_check_starts_no_database(environment: dict[str, str], tmp_path: Path) -> None:
    run({**environment, "DEBUG": "on"}, "manage.py", "check")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, ["newsroom.embedded_pg", "postgres", None, None]),
        (
            {"DATABASE_URL": "postgres://ann:secret@db.example:5433/news"},
            ["django.db.backends.postgresql", "news", "db.example", "secret"],
        ),
        (
            {"DB_HOST": "db", "DB_PASSWORD": "secret"},
            ["django.db.backends.postgresql", "newsroom", "db", "secret"],
        ),
    ],
)
def test_it_takes_the_database_from_the_environment(
    environment: dict[str, str], variables: dict[str, str], expected: list[object]
) -> None:
    shown = show({**environment, "DEBUG": "on", **variables}, "DATABASES")
    database = shown["DATABASES"]["default"]  # type: ignore[index]
    assert [database.get(key) for key in ("ENGINE", "NAME", "HOST", "PASSWORD")] == expected
    assert database["CONN_MAX_AGE"] > 0
    assert database["CONN_HEALTH_CHECKS"] is True


def test_it_asks_for_https_unless_told_that_it_is_served_plainly(environment: dict[str, str]) -> None:
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    environment["SECRET_KEY"] = PRODUCTION_KEY
    assert set(show(environment, *names).values()) == {True}
    assert set(show({**environment, "PLAIN_HTTP": "on"}, *names).values()) == {False}


def test_it_refuses_an_unknown_way_of_analysis(environment: dict[str, str]) -> None:
    result = run({**environment, "DEBUG": "on", "NEWSROOM_ANALYSIS": "cloud"}, "manage.py", "check")
    assert "NEWSROOM_ANALYSIS is 'cloud'" in result.stderr


def test_every_page_forbids_what_it_does_not_need(client: Client, db: None) -> None:
    headers = client.get("/healthz").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in headers["Permissions-Policy"]
