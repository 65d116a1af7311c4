"""The one application of the site."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Newsroom"

    def ready(self) -> None:
        from articles.services.grant_editors import grant_editors

        post_migrate.connect(grant_editors, sender=self, dispatch_uid="articles.grant_editors")
