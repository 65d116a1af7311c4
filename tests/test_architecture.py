"""The arrows between the parts, as pyproject.toml declares them, hold; and breaking one would be noticed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

BASE_DIR: Path = settings.BASE_DIR


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_imports_keep_to_the_arrows() -> None:
    result = lint_imports(BASE_DIR)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("articles/selectors/__init__.py", "from articles import services", "Imports point down only"),
        ("articles/models/__init__.py", "import articles.views", "Imports point down only"),
        ("articles/nowhere.py", "", "Imports point down only"),
        ("articles/analysis/passages.py", "from articles.analysis import quotes", "One step of the analysis"),
        ("articles/analysis/nowhere.py", "", "One step of the analysis"),
        ("articles/analysis/quotes.py", "from django.db import models", "The analysis is pure"),
        ("articles/analysis/pipeline.py", "from articles import models", "The analysis is pure"),
        (
            "articles/services/__init__.py",
            "import newsroom.settings",
            "The application does not know its site",
        ),
    ],
)
def test_a_broken_arrow_is_noticed(tmp_path: Path, module: str, line: str, contract: str) -> None:
    for name in ("articles", "newsroom"):
        shutil.copytree(BASE_DIR / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(BASE_DIR / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a") as file:
        file.write(f"\n{line}\n")
    result = lint_imports(tmp_path)
    assert result.returncode != 0
    broken = result.stdout.partition("Broken contracts")[2] or result.stdout + result.stderr
    assert contract in broken


def test_the_analysis_runs_without_django_and_without_a_database_driver() -> None:
    code = (
        "import sys, articles.analysis.pipeline\n"
        "print(sorted(sys.modules.keys() & {'django', 'psycopg', 'procrastinate', 'newsroom'}))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=BASE_DIR, capture_output=True, text=True, check=False
    )
    assert (result.stdout, result.returncode) == ("[]\n", 0), result.stderr
