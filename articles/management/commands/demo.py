"""Make this Newsroom one to try out: the sample story, and two accounts."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.services.demo_accounts import ADMINISTRATOR, EDITOR, open_demo_accounts


class Command(BaseCommand):
    help = (
        "Take in the sample story and open the accounts editor and admin. Their passwords are random, shown "
        "once and kept only as hashes. A second run changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--address", default="http://127.0.0.1:8000/", metavar="URL", help="where the site will be served"
        )
        parser.add_argument(
            "--reset-accounts", action="store_true", help="give both accounts new passwords and show them"
        )

    def handle(self, *, address: str, reset_accounts: bool, **_options: Any) -> None:
        call_command("ingest", settings.BASE_DIR / "seeds", stdout=self.stdout, stderr=self.stderr)
        passwords = open_demo_accounts(reset=reset_accounts)
        self.stdout.write("")
        self.stdout.write(self.style.SUCCESS(f"Newsroom: {address}"))
        self.stdout.write(f"Admin panel: {address.rstrip('/')}/admin/")
        for name, role in ((EDITOR, "Editor"), (ADMINISTRATOR, "Administrator")):
            if name in passwords:
                self.stdout.write(f"{role}: user name {name}, password {passwords[name]}")
        if passwords:
            self.stdout.write("Write the passwords down: they are not shown again.")
        if len(passwords) < 2:
            self.stdout.write(
                "The accounts exist already. New passwords: .venv/bin/python manage.py demo --reset-accounts"
            )
