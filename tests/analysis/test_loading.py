"""What importing the core costs."""

import subprocess
import sys

from django.conf import settings


def test_the_language_model_is_loaded_only_when_a_text_is_read() -> None:
    program = "import sys, articles.analysis.story_export; sys.exit('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=settings.BASE_DIR, check=False)

    assert done.returncode == 0
