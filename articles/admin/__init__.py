"""The admin panel: where articles come in by hand and where people correct what the machine read."""

from django.contrib import admin

from articles.admin.articles import ArticleAdmin
from articles.admin.discrepancies import DiscrepancyAdmin
from articles.admin.entities import EntityAdmin
from articles.admin.outlets import OutletAdmin
from articles.admin.quotes import QuoteAdmin
from articles.admin.statements import StatementAdmin
from articles.admin.stories import StoryAdmin

__all__ = [
    "ArticleAdmin",
    "DiscrepancyAdmin",
    "EntityAdmin",
    "OutletAdmin",
    "QuoteAdmin",
    "StatementAdmin",
    "StoryAdmin",
]

admin.site.site_header = "Newsroom: admin panel"
admin.site.site_title = "Newsroom"
admin.site.index_title = "Articles and what was read in them"
