"""What Newsroom stores. Integrity lives in the database's constraints."""

from articles.models.aliases import Alias
from articles.models.articles import Article, Omission, Revision
from articles.models.discrepancies import Decision, Discrepancy, Evidence
from articles.models.entities import Entity, EntityForm, EntityRole
from articles.models.figures import Figure, FigureSubject
from articles.models.origins import Origin
from articles.models.outlets import Outlet
from articles.models.quotes import Quote
from articles.models.search import ArticleWords, ReadingWords
from articles.models.statements import Reading, ReadingDecision, Statement
from articles.models.stories import Story
from articles.models.story_marks import StoryMark

__all__ = [
    "Alias",
    "Article",
    "ArticleWords",
    "Decision",
    "Discrepancy",
    "Entity",
    "EntityForm",
    "EntityRole",
    "Evidence",
    "Figure",
    "FigureSubject",
    "Omission",
    "Origin",
    "Outlet",
    "Quote",
    "Reading",
    "ReadingDecision",
    "ReadingWords",
    "Revision",
    "Statement",
    "Story",
    "StoryMark",
]
