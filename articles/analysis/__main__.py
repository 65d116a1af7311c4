"""The command line of the pure core: ``python -m articles.analysis COMMAND``, standard input to standard output.

Needs neither Django nor a database. One module a command, in ``articles.analysis.commands``: each has ``add_to``,
which declares its options, and ``run``, which gets them with the two streams and returns the exit code.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from articles.analysis.commands import COMMANDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 when a part of the input was bad, or 2 for bad usage."""
    parser = argparse.ArgumentParser(prog="python -m articles.analysis", description="Read news articles.")
    choices = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        summary = (command.__doc__ or "").splitlines()[0]
        chosen = choices.add_parser(name, help=summary, description=command.__doc__)
        command.add_to(chosen)
        chosen.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    return int(options.run(options, stdin=sys.stdin.buffer, stdout=sys.stdout))
