"""The private database from the command line.

    python -m newsroom.embedded_pg start|stop|status
    python -m newsroom.embedded_pg run pg_dump --format=custom --file=backup.dump postgres

`--pgdata` names the data folder; without it, the environment variable PGDATA, or else `var/postgres`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from newsroom.embedded_pg import server
from newsroom.embedded_pg.account import EmbeddedServerError

DEFAULT_PGDATA = Path(__file__).resolve().parents[2] / "var" / "postgres"


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code. `run` replaces this process by PostgreSQL's program."""
    parser = argparse.ArgumentParser(
        prog="python -m newsroom.embedded_pg", description="The private database."
    )
    parser.add_argument("--pgdata", type=Path, default=Path(os.environ.get("PGDATA") or DEFAULT_PGDATA))
    parser.add_argument("command", choices=["start", "stop", "status", "run"])
    parser.add_argument(
        "program", nargs=argparse.REMAINDER, help="for run: pg_dump, pg_restore, psql … and arguments"
    )
    options = parser.parse_args(arguments)
    try:
        if options.command == "start":
            server.ensure(options.pgdata)
        elif options.command == "stop":
            server.stop(options.pgdata)
        elif options.command == "run":
            _run(options.pgdata, options.program or ["psql"])
    except EmbeddedServerError as error:
        print(error, file=sys.stderr)
        return 1
    pid = server.running_pid(options.pgdata)
    print(f"{options.pgdata}: running, process {pid}" if pid else f"{options.pgdata}: not running")
    return 3 if options.command == "status" and pid is None else 0


def _run(pgdata: Path, command: list[str]) -> None:
    """Become one of PostgreSQL's own programs, connected to the private server."""
    environment = {
        **os.environ,
        "PGHOST": str(server.ensure(pgdata)),
        "PGUSER": "postgres",
        "PGDATABASE": "postgres",
    }
    program = server.find(pgdata).programs / command[0]
    if not program.exists():
        raise EmbeddedServerError(f"{command[0]} is none of PostgreSQL's programs in {program.parent}")
    os.execve(program, [command[0], *command[1:]], environment)  # noqa: S606 - its own programs, no shell


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
