"""The WSGI entry point that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = get_wsgi_application()

# A large comparison makes a million values at once, none of them garbage: to look for some after every 700,
# and through all that was ever loaded, took half of its time.
gc.freeze()
gc.set_threshold(50_000, 20, 50)
