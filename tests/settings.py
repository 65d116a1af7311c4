"""The settings of the tests: the site's own, with a test database, quick passwords and plain files."""

import os
from pathlib import Path

os.environ.setdefault("DEBUG", "on")
os.environ.setdefault("PGDATA", str(Path(__file__).resolve().parent.parent / "var" / "test-postgres"))

from newsroom.settings import *  # noqa: F403

DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405 - a live server's threads outlive their test
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # files as they lie in static/, without collecting them first
WHITENOISE_USE_FINDERS = True
