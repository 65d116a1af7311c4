"""The product's addresses."""

from django.urls import path

from articles.views import account
from articles.views.articles import article, articles
from articles.views.compare import compare, decide_about_reading
from articles.views.coverage import coverage
from articles.views.discrepancies import decide, discrepancies
from articles.views.figures import figures
from articles.views.people import people
from articles.views.reader import reader
from articles.views.report import report
from articles.views.revisions import revisions
from articles.views.search import search_stories
from articles.views.statement import statement, statement_html, statement_text
from articles.views.stories import stories
from articles.views.timeline import timeline

urlpatterns = [
    path("", stories, name="stories"),
    path("search/", search_stories, name="search"),
    path("stories/<slug:slug>/", compare, name="compare"),
    path("stories/<slug:slug>/statements/<int:pk>/", statement, name="statement"),
    path("stories/<slug:slug>/statements/<int:pk>/text/", statement_text, name="statement-text"),
    path("stories/<slug:slug>/statements/<int:pk>/html/", statement_html, name="statement-html"),
    path("stories/<slug:slug>/statements/<int:pk>/readings/", decide_about_reading, name="decide-reading"),
    path("stories/<slug:slug>/coverage/", coverage, name="coverage"),
    path("stories/<slug:slug>/reader/", reader, name="reader"),
    path("stories/<slug:slug>/figures/", figures, name="figures"),
    path("stories/<slug:slug>/people/", people, name="people"),
    path("stories/<slug:slug>/timeline/", timeline, name="timeline"),
    path("stories/<slug:slug>/articles/", articles, name="articles"),
    path("stories/<slug:slug>/articles/<int:pk>/", article, name="article"),
    path("stories/<slug:slug>/articles/<int:pk>/revisions/", revisions, name="revisions"),
    path("stories/<slug:slug>/report/", report, name="report"),
    path("stories/<slug:slug>/discrepancies/", discrepancies, name="discrepancies"),
    path("stories/<slug:slug>/discrepancies/<int:pk>/decide/", decide, name="decide"),
    path("sign-in/", account.sign_in, name="login"),
    path("sign-out/", account.sign_out, name="logout"),
]
