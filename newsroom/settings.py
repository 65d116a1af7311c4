"""Newsroom's settings, all of them from the environment. docs/operations.md lists the variables.

Nothing needs to be set to try the site out (`make demo`) or to work on it (`DEBUG=on`). A server of one's own
needs SECRET_KEY, ALLOWED_HOSTS and, for a database of its own, DATABASE_URL; it is then strict: HTTPS only.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from newsroom import __version__

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def _secret(name: str, *, default_file: Path | None = None) -> str:
    """Return the variable NAME, or the content of the file that NAME_FILE names, or an empty string."""
    value: str = env.str(name, default="")
    if value:
        return value
    file = env.str(f"{name}_FILE", default="")
    if not file:
        return default_file.read_text().strip() if default_file and default_file.is_file() else ""
    try:
        return Path(file).read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}_FILE names {file}, which cannot be read: {error.strerror}."
        ) from error


# -- Where it runs

DEBUG = env.bool("DEBUG", default=False)
VAR_DIR = Path(env.str("NEWSROOM_VAR", default=str(BASE_DIR / "var")))
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

SECRET_KEY = _secret("SECRET_KEY", default_file=VAR_DIR / "secret_key")  # `make demo` makes this file
if not SECRET_KEY and DEBUG:
    SECRET_KEY = "for-development-only"  # noqa: S105 - guards nothing: DEBUG is on
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Set SECRET_KEY, or SECRET_KEY_FILE to a file that holds it, or set DEBUG=on "
        "to develop. `make demo` makes a key of its own."
    )

# -- What it is made of

VERSION = __version__  # a report names it

INSTALLED_APPS = [
    "newsroom.apps.PanelConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "articles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "articles.views.unchanged_again.answers_at_once",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "newsroom.middleware.permissions_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "newsroom.jinja2.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "newsroom" / "templates"],  # the admin panel's, over Django's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

# -- The database: a server of one's own, or the private one


def _database() -> dict[str, Any]:
    if "DATABASE_URL" in env.ENVIRON:
        return dict(env.db("DATABASE_URL"))
    if "DB_HOST" in env.ENVIRON:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": env.str("DB_HOST"),
            "PORT": env.str("DB_PORT", default=""),
            "NAME": env.str("DB_NAME", default="newsroom"),
            "USER": env.str("DB_USER", default="newsroom"),
            "PASSWORD": _secret("DB_PASSWORD"),
        }
    return {
        "ENGINE": "newsroom.embedded_pg",
        "PGDATA": env.str("PGDATA", default=str(VAR_DIR / "postgres")),
        "NAME": "postgres",
        "USER": "postgres",
    }


# A thread keeps its connection, and looks at the start of a request whether it still lives: a new one costs
# about 4 ms. Django's pool and such connections exclude each other; the threads are few, so these suffice.
DATABASES = {
    "default": {
        **_database(),
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=600),
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- Static files: hashed names and compressed in production, as they lie on the disc in development

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# -- Signing in. After ten wrong passwords for a name from one address, that pair waits a quarter of an hour

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
CSRF_FAILURE_VIEW = "articles.views.account.form_not_trusted"
LOGIN_REDIRECT_URL = "stories"
LOGOUT_REDIRECT_URL = "stories"

AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "registration/locked_out.html"
AXES_VERBOSE = False

# -- Security: HTTPS only, unless it is said that the site is served plainly (a demo on one's own machine)

PLAIN_HTTP = env.bool("PLAIN_HTTP", default=DEBUG)

SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = not PLAIN_HTTP
SECURE_HSTS_PRELOAD = not PLAIN_HTTP
SESSION_COOKIE_SECURE = not PLAIN_HTTP
CSRF_COOKIE_SECURE = not PLAIN_HTTP
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# -- Background work

NEWSROOM_ANALYSIS = env.str("NEWSROOM_ANALYSIS", default="inline")
if NEWSROOM_ANALYSIS not in ("inline", "worker"):
    raise ImproperlyConfigured(
        f"NEWSROOM_ANALYSIS is {NEWSROOM_ANALYSIS!r}. It is 'inline' (an article is analysed where it is "
        "saved) or 'worker' (a `manage.py procrastinate worker` does it)."
    )

# -- What it says while it runs: to the console, for the process manager to keep

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
    "loggers": {
        "articles": {"level": env.str("LOG_LEVEL", default="INFO")},
        "django": {"handlers": [], "propagate": True},
    },
}
