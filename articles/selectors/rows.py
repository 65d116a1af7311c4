"""Which row of the comparison a passage belongs to."""

from django.db.models import QuerySet

from articles.models import Reading


def readings_with_rows() -> QuerySet[Reading]:
    """Return all readings with their statements, but without the alignment tables.

    A table is by far the largest thing in a row: to load it only to number the row takes most of a page's
    time.
    """
    return Reading.objects.select_related("statement").defer("statement__collation")
