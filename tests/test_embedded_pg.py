"""The private database starts by itself, and again after every accident."""

import importlib.util
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from newsroom.embedded_pg import account, server
from newsroom.embedded_pg.account import EmbeddedServerError

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another account")


@pytest.fixture
def place() -> Iterator[Path]:
    """Return a new folder that everybody may enter, and stop the servers in it afterwards.

    Not `tmp_path`, which is closed to others: as root the server runs as `nobody`.
    """
    folder = Path(tempfile.mkdtemp(prefix="newsroom-"))
    folder.chmod(0o755)
    yield folder
    for lock in folder.rglob(".*.lock"):
        pgdata = lock.with_name(lock.name[1:].removesuffix(".lock"))
        if pgdata.exists():
            server.stop(pgdata)
            shutil.rmtree(server.socket_folder(pgdata.resolve()), ignore_errors=True)
    shutil.rmtree(folder)


@pytest.fixture
def pgdata(place: Path) -> Path:
    """Return the data folder of a server that does not exist yet."""
    return place / "var" / "postgres"


def connect(pgdata: Path) -> psycopg.Connection:
    """Start the server if need be, and connect to it."""
    return psycopg.connect(host=str(server.ensure(pgdata)), user="postgres", dbname="postgres")


def ask(pgdata: Path) -> object:
    """Start the server if need be, and return its answer to a question."""
    with connect(pgdata) as connection:
        row = connection.execute("SELECT current_setting('server_encoding')").fetchone()
    return row and row[0]


def kill(pgdata: Path) -> int:
    """Kill the server as the kernel does when memory runs out; return the pid it had."""
    pid = server.running_pid(pgdata)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while server.running_pid(pgdata):
        time.sleep(0.01)
    return pid


def command_line(pgdata: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "newsroom.embedded_pg", "--pgdata", str(pgdata), *arguments],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env={name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    output, errors = process.communicate(timeout=120)
    return process.returncode, output + errors


def as_nobody(function: Callable[[], object]) -> int:
    """Run a function in a copy of this process that belongs to `nobody`; return its exit code."""

    def become_nobody() -> None:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        function()

    process = multiprocessing.get_context("fork").Process(target=become_nobody)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking beside threads, who wait for us
        process.start()
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def test_two_cold_processes_make_one_server(pgdata: Path) -> None:
    both = [command_line(pgdata, "start") for _ in range(2)]
    outcomes = [finish(process) for process in both]
    expected = f"{pgdata}: running, process {server.running_pid(pgdata)}\n"
    assert outcomes == [(0, expected), (0, expected)]


def test_it_survives_the_process_that_started_it(pgdata: Path) -> None:
    finish(command_line(pgdata, "start"))
    pid = server.running_pid(pgdata)
    assert pid is not None
    assert ask(pgdata) == "UTF8"
    assert server.running_pid(pgdata) == pid


def test_the_command_line_tells_whether_it_runs(pgdata: Path) -> None:
    assert finish(command_line(pgdata, "status")) == (3, f"{pgdata}: not running\n")
    server.ensure(pgdata)
    assert finish(command_line(pgdata, "status"))[0] == 0
    assert finish(command_line(pgdata, "run", "psql", "-Atc", "SELECT 6 * 7")) == (0, "42\n")
    assert finish(command_line(pgdata, "stop")) == (0, f"{pgdata}: not running\n")
    assert server.stop(pgdata) is False


def test_the_site_starts_it_at_its_first_request_and_after_a_kill(pgdata: Path) -> None:
    code = f"""
import django; django.setup()
from django.db import connection
from django.test import Client
from tests.test_embedded_pg import kill, Path
pgdata = Path({str(pgdata)!r})
assert not pgdata.exists()
print(Client(headers={{"host": "localhost"}}).get("/healthz").status_code)
kill(pgdata)
connection.close_if_unusable_or_obsolete()  # what Django does at the start of a request
print(Client(headers={{"host": "localhost"}}).get("/healthz").status_code)
"""
    site = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PGDATA": str(pgdata)}
    result = run_python("-c", code, **site)
    assert result.stdout == "200\n200\n", result.stderr


def test_it_comes_back_after_a_kill_with_what_was_stored(pgdata: Path) -> None:
    with connect(pgdata) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1")
    kill(pgdata)
    with connect(pgdata) as connection:
        assert connection.execute("SELECT * FROM kept").fetchone() == (1,)


def test_a_pid_file_may_name_another_program(pgdata: Path) -> None:
    server.ensure(pgdata)
    pid = kill(pgdata)
    lock = pgdata / "postmaster.pid"
    lock.write_text(lock.read_text().replace(str(pid), str(os.getpid()), 1))
    assert server.running_pid(pgdata) is None
    assert ask(pgdata) == "UTF8"


def test_a_pid_file_may_name_another_postgresql(pgdata: Path, place: Path) -> None:
    other = place / "other" / "postgres"
    server.ensure(other)
    server.ensure(pgdata)
    pid = kill(pgdata)
    lock = pgdata / "postmaster.pid"
    lock.write_text(lock.read_text().replace(str(pid), str(server.running_pid(other)), 1))
    assert ask(pgdata) == "UTF8"
    assert ask(other) == "UTF8"


def test_it_makes_a_half_made_folder_anew(pgdata: Path) -> None:
    unfinished = pgdata.with_name("postgres.new")
    unfinished.mkdir(parents=True)
    (unfinished / "postgresql.conf").write_text("half a line")
    assert ask(pgdata) == "UTF8"


@pytest.mark.parametrize(
    "folder", ["My projects/newsroom", "Zeitung für Köln", "/".join(["a-rather-deep-folder"] * 8)]
)
def test_any_path_will_do(place: Path, folder: str) -> None:
    pgdata = place / folder / "postgres"
    assert ask(pgdata) == "UTF8"
    kill(pgdata)
    assert ask(pgdata) == "UTF8"


def test_a_link_in_the_place_of_the_socket_folder_is_refused(place: Path) -> None:
    pgdata = place / "with a space" / "postgres"
    sockets = server.socket_folder(pgdata)
    sockets.symlink_to(place)
    try:
        with pytest.raises(EmbeddedServerError, match="not a folder of this account"):
            server.ensure(pgdata)
    finally:
        sockets.unlink()


def test_a_failure_shows_the_end_of_the_log(pgdata: Path) -> None:
    server.ensure(pgdata)
    server.stop(pgdata)
    (pgdata / "postgresql.conf").write_text("no_such_setting = on\n")
    with pytest.raises(EmbeddedServerError, match=r"pg_ctl failed with code 1\. .*postgres\.log ends:"):
        server.ensure(pgdata)


@only_root
def test_an_ordinary_user_runs_it_alone(place: Path, pgdata: Path) -> None:
    os.chown(place, 65534, 65534)
    assert as_nobody(lambda: ask(pgdata)) == 0
    assert pgdata.stat().st_uid == 65534


@only_root
def test_another_account_is_told_whose_it_is(pgdata: Path) -> None:
    server.ensure(pgdata)

    def try_it() -> None:
        with pytest.raises(EmbeddedServerError, match="belongs to another account"):
            server.ensure(pgdata)

    assert as_nobody(try_it) == 0


@only_root
def test_root_keeps_data_out_of_a_closed_folder(
    place: Path, pgdata: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account, "SHELTER", place / "shelter")
    pgdata.parent.mkdir(mode=0o700)
    assert ask(pgdata) == "UTF8"
    assert pgdata.is_symlink()
    assert pgdata.resolve().is_relative_to(place / "shelter")
    kill(pgdata)
    assert ask(pgdata) == "UTF8"


@only_root
def test_root_never_moves_data_that_exist(pgdata: Path) -> None:
    server.ensure(pgdata)
    server.stop(pgdata)
    pgdata.parent.chmod(0o700)
    with pytest.raises(EmbeddedServerError, match=f"may not enter {pgdata.parent}"):
        server.ensure(pgdata)


@only_root
def test_root_copies_the_programs_out_of_a_closed_environment(place: Path) -> None:
    wheel = Path(str(importlib.util.find_spec(account.WHEEL).origin)).parent  # type: ignore[union-attr]
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    shutil.copytree(wheel / account.INSTALL, closed / account.WHEEL / account.INSTALL)
    (closed / account.WHEEL / "__init__.py").touch()
    for beside in wheel.parent.glob(f"{account.WHEEL}[.-]*"):
        shutil.copytree(beside, closed / beside.name)
    code = (
        "import sys; from pathlib import Path; from newsroom.embedded_pg import account, server\n"
        f"account.SHELTER = Path({str(place / 'shelter')!r})\n"
        f"server.ensure({str(place / 'data' / 'postgres')!r})\n"
        "print(server.find(sys.argv[1]).programs)"
    )
    result = run_python("-c", code, str(place / "data" / "postgres"), PYTHONPATH=str(closed))
    assert result.returncode == 0, result.stderr
    assert Path(result.stdout.strip()).is_relative_to(place / "shelter")
    assert ask(place / "data" / "postgres") == "UTF8"
