"""What the site is built from is exactly what was chosen."""

import hashlib
import importlib
import re
from pathlib import Path

import pytest
from django.conf import settings

from articles.analysis import nlp

# Of the official en_core_web_sm 3.8.0. What the analysis finds, and every figure measured of it, hangs on
# these files: the same weights under another package's name are welcome, other weights are not.
WEIGHTS = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "senter/model": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/vectors": "14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706",
}


@pytest.fixture(scope="module")
def model_folder() -> Path:
    """Return the folder of the model that the analysis loads."""
    meta = nlp.model().meta
    package = importlib.import_module(f"{meta['lang']}_{meta['name']}")
    return Path(str(package.__file__)).parent / f"{package.__name__}-{meta['version']}"


@pytest.mark.parametrize("name", WEIGHTS)
def test_the_model_has_the_official_weights(model_folder: Path, name: str) -> None:
    assert hashlib.sha256((model_folder / name).read_bytes()).hexdigest() == WEIGHTS[name]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_by_version_and_hash(name: str) -> None:
    text = (settings.BASE_DIR / name).read_text()
    requirements = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).strip())
    loose = [line for line in requirements if "==" not in line or "--hash=sha256:" not in line]
    assert loose == []


def test_the_locks_agree_and_hold_what_is_asked_for() -> None:
    runs, checks = (pins(settings.BASE_DIR / f"{name}.txt") for name in ("requirements", "requirements-dev"))
    assert runs.items() <= checks.items()
    assert asked_for(settings.BASE_DIR / "requirements.in") <= set(runs)
    assert asked_for(settings.BASE_DIR / "requirements-dev.in") <= set(checks)


def pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==(\S+)", lock.read_text(), flags=re.MULTILINE))


def asked_for(requirements: Path) -> set[str]:
    lines = requirements.read_text().splitlines()
    return {match[0] for line in lines if (match := re.match(r"[a-z][\w.-]*", line))}
