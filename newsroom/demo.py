"""Serve the demo: `make demo` runs `python -m newsroom.demo --port 8000 --var var`.

It is the site as in production, with three differences: its key is made here and kept in the folder `var`; it
speaks plain HTTP, and only to this machine; and it holds the sample story and two accounts. One process makes
everything ready and then becomes the server, because loading the site is what takes the time.
"""

import argparse
import os
import secrets
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

HOST = "127.0.0.1"
THREADS = 4


def main(arguments: Sequence[str]) -> None:
    """Make everything ready and become the server; exit with a message where that fails."""
    parser = argparse.ArgumentParser(prog="python -m newsroom.demo", description="Serve the demo.")
    parser.add_argument("--port", type=int, default=8000, help="or the next one that is free")
    parser.add_argument("--var", type=Path, default=Path("var"), help="the folder it keeps its data in")
    options = parser.parse_args(arguments)
    port = free_port(options.port)
    if port is None:
        sys.exit(f"Port {options.port} is taken, and so are the next ones. Choose another with PORT=…")
    _configure(options.var.resolve())
    _make_ready(f"http://{HOST}:{port}/")
    if port != options.port:
        print(f"(Another program has port {options.port}, so this is port {port}.)")
    print("Ctrl-C ends the server. The database stays up until `make stop`.", flush=True)
    gunicorn = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--log-level", "warning"]
    os.execv(sys.executable, [*gunicorn, "--bind", f"{HOST}:{port}", "--threads", str(THREADS)])  # noqa: S606


def free_port(wanted: int, *, tries: int = 20) -> int | None:
    """Return the first port from `wanted` on that nobody listens on, or None after so many tries."""
    return next((port for port in range(wanted, wanted + tries) if _is_free(port)), None)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as gunicorn does
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _configure(var: Path) -> None:
    """Set the environment that the settings read, here and in the server that this process becomes."""
    var.mkdir(parents=True, exist_ok=True)
    key = var / "secret_key"
    if not key.exists():
        with open(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    os.environ["NEWSROOM_VAR"] = str(var)
    os.environ["STATIC_ROOT"] = str(var / "static")
    os.environ["PLAIN_HTTP"] = "on"


def _make_ready(address: str) -> None:
    # Only now may Django load: it reads the environment that was set above.
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("demo", address=address)


if __name__ == "__main__":
    main(sys.argv[1:])
