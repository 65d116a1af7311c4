"""manage.py in a process of its own, on the database of the tests."""

import os
import subprocess
import sys

from django.conf import settings

_PROGRAM = """
import sys, django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
from django.core.management import execute_from_command_line
django.setup()
try:
    execute_from_command_line(["manage.py", *sys.argv[2:]])
finally:
    print("spacy loaded:", "spacy" in sys.modules)
"""


def manage(*arguments: str) -> str:
    """Run a command of manage.py and return what it wrote, and last whether it loaded spaCy."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, settings.DATABASES["default"]["NAME"], *arguments],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout
