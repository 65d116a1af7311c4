"""What waits for the worker, as Procrastinate lists it, without the styles that it writes into its markup.

The content security policy forbids them, and a browser reports each. The summary of a job is a template of
the site's own for the same reason.
"""

import json

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from procrastinate.contrib.django.admin import ProcrastinateJobAdmin
from procrastinate.contrib.django.models import ProcrastinateJob

admin.site.unregister(ProcrastinateJob)


@admin.register(ProcrastinateJob)
class JobAdmin(ProcrastinateJobAdmin):
    """The list of jobs."""

    @admin.display(description="Args")
    def pretty_args(self, instance: ProcrastinateJob) -> SafeString:
        """Return what the job was asked for."""
        return format_html("<code>{}</code>", json.dumps(instance.args))
