"""Find a Chromium for the browser tests, or get one.

    python -m tests.functional.chromium     prints the path of a Chromium, after installing one if need be

The first that runs is taken: the environment variable CHROMIUM, a Chromium or Chrome on the PATH,
Playwright's own. Where none does, apt-get installs Debian's where it may (as root, or with a sudo that asks
for no password), and otherwise Playwright downloads its own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ADVICE = """No Chromium for the browser tests, and none could be installed.
Install one and run the tests again. One of these will do:
    apt-get install chromium
    .venv/bin/python -m playwright install --with-deps chromium
    CHROMIUM=/path/to/chromium make test"""


def find() -> str | None:
    """Return the path of a Chromium that runs on this machine, or None."""
    return next((path for path in _candidates() if _runs(path)), None)


def get() -> str | None:
    """Return the path of a Chromium, installing one where there is none; None where that fails too."""
    for command in _ways_to_install():
        if path := find():
            return path
        print(f"No Chromium yet. Running: {' '.join(command)}", file=sys.stderr)
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    return find()


def _candidates() -> Iterator[str]:
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
        return
    yield from filter(None, map(shutil.which, NAMES))
    yield from map(str, sorted(_playwright_folder().glob("chromium-*/chrome-linux*/chrome"), reverse=True))


def _playwright_folder() -> Path:
    return Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")


def _runs(path: str) -> bool:
    """Whether it starts at all: Ubuntu's chromium-browser, for one, may only be a hint to install a snap."""
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def _ways_to_install() -> list[list[str]]:
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    root = _root_command()
    if root is None:
        return [playwright]
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    ways = [[*apt, "install", "-y", "--no-install-recommends", "chromium"], [*apt, "update"]]
    return [*ways, ways[0], [*playwright, "--with-deps"], playwright]


def _root_command() -> list[str] | None:
    """Return what to put before a command to run it as root, or None where apt-get cannot be used."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


if __name__ == "__main__":
    found = get()
    print(found or ADVICE, file=sys.stdout if found else sys.stderr)
    sys.exit(0 if found else 1)
