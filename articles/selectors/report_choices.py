"""What a reader chose on Compare, in words for the head of a report.

?speaker=Mark+Smith&changes=1&collapse=1

Each printing once, without its copies. Only rows in which words differ. Only what Mark Smith says.
"""

from collections.abc import Sequence

from articles.models import Discrepancy
from articles.selectors.comparison_choices import UNNAMED, Choices
from articles.selectors.comparison_columns import Column


def in_words(choices: Choices, *, columns: Sequence[Column]) -> tuple[str, ...]:
    """Return one sentence for each choice that leaves something out or puts it in another order."""
    name_of = {column.article: column.outlet for column in columns}
    outlet_of = {column.outlet_id: column.outlet for column in columns}
    told = {
        "Each printing once, without its copies.": choices.collapse,
        f"Without {_list([name_of[key] for key in choices.hide])}.": choices.hide,
        f"In the order in which {name_of.get(choices.by or 0)} prints it.": choices.by,
        "Differences of case, spelling and punctuation are among the variants.": choices.show == "every",
        "Only rows in which words differ.": choices.changes_only,
        "Only rows that two outlets or more print.": choices.shared_only,
        f"Only what {_speaker(choices.speaker)} says.": choices.speaker,
        f"Only rows that {outlet_of.get(choices.outlet or 0)} prints.": choices.outlet,
        f"Only rows {_kind(choices.kind)}.": choices.kind,
        f"Only rows with the words “{choices.words}”.": choices.words,
    }
    return tuple(sentence for sentence, is_chosen in told.items() if is_chosen)


def _speaker(name: str) -> str:
    return "nobody who is named" if name == UNNAMED else name


def _kind(kind: str) -> str:
    if kind in ("", "any"):
        return "with a discrepancy"
    return f"with a discrepancy of the kind “{Discrepancy.Kind(kind).label}”"


def _list(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
