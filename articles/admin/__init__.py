"""The admin panel: where articles come in by hand and where people correct what the machine read."""

from articles.admin.accounts import AccountAdmin, PermissionsAdmin
from articles.admin.aliases import AliasAdmin
from articles.admin.articles import ArticleAdmin
from articles.admin.discrepancies import DiscrepancyAdmin
from articles.admin.entities import EntityAdmin
from articles.admin.jobs import JobAdmin
from articles.admin.outlets import OutletAdmin
from articles.admin.quotes import QuoteAdmin
from articles.admin.statements import StatementAdmin
from articles.admin.stories import StoryAdmin

__all__ = [
    "AccountAdmin",
    "AliasAdmin",
    "ArticleAdmin",
    "DiscrepancyAdmin",
    "EntityAdmin",
    "JobAdmin",
    "OutletAdmin",
    "PermissionsAdmin",
    "QuoteAdmin",
    "StatementAdmin",
    "StoryAdmin",
]
