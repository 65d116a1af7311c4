"""The core's values survive their JSON columns."""

import json
from datetime import date
from decimal import Decimal

from articles.analysis.cleaning import Omission
from articles.analysis.collation import collate
from articles.analysis.figures import Figure
from articles.analysis.passages import Passage, tokens
from articles.analysis.pipeline import Analysis
from articles.analysis.quotes import Quote
from articles.models.values import analysis_from_json, analysis_to_json, table_from_json, table_to_json

TEXT = "“We spend £1.5 million,” said Low."


def test_an_analysis_survives() -> None:
    analysis = Analysis(
        text=TEXT,
        published=date(2024, 5, 1),
        omitted=(Omission(start=24, end=25, reason="teaser"),),
        quotes=(
            Quote(
                start=0,
                end=24,
                segments=(Passage(start=1, end=23),),
                type="direct",
                speaker="Ada Low",
                speaker_at=Passage(start=30, end=33),
            ),
        ),
        entities=(),
        figures=(
            Figure(
                start=10,
                end=22,
                value=Decimal("1500000.10"),
                unit="GBP",
                qualifier=None,
                subject="spending",
                subject_lemmas=("spending",),
            ),
        ),
        dates=(),
        units=(),
        warnings=(),
    )
    stored = json.loads(json.dumps(analysis_to_json(analysis)))

    assert "text" not in stored
    assert analysis_from_json(stored, text=TEXT) == analysis


def test_a_table_survives() -> None:
    other = "We spent £1.5 million"
    table = collate([tokens(text, Passage(start=0, end=len(text))) for text in (TEXT, other)], ["a", "b"])

    assert table_from_json(json.loads(json.dumps(table_to_json(table)))) == table
    assert table_to_json(None) is None
    assert table_from_json(None) is None
