"""The admin panel as this site installs it."""

from django.contrib.admin.apps import AdminConfig


class PanelConfig(AdminConfig):
    """Django's admin panel, with the site's own index and sign-in page."""

    default_site = "newsroom.panel.Panel"
