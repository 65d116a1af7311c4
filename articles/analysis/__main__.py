"""The command line of the pure core: ``python -m articles.analysis COMMAND``, standard input to output.

Needs neither Django nor a database. One function a command: it declares the command's options and sets
``run``, which gets them and returns the exit code.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from articles.analysis import collate_command, compare_command, extract_command

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit code: 0, or 1 when a part of the input was bad."""
    parser = argparse.ArgumentParser(prog="python -m articles.analysis", description="Read news articles.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_extract(commands)
    _add_compare(commands)
    _add_collate(commands)
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # The reader has left, as "head" does. Nothing more can be said, not even when the stream is closed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _add_extract(commands: "Commands") -> None:
    command = commands.add_parser(
        "extract",
        help="read articles, write their quotes, one JSON object a line",
        description=extract_command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=_extract)


def _extract(_options: argparse.Namespace) -> int:
    with open(sys.stdin.fileno(), "rb", closefd=False) as articles:
        return extract_command.run(articles, sys.stdout, sys.stderr)


def _add_compare(commands: "Commands") -> None:
    command = commands.add_parser(
        "compare",
        help="read a story's articles, write what they share and where they differ",
        description=compare_command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=lambda _options: compare_command.run(sys.stdin.buffer, sys.stdout, sys.stderr))


def _add_collate(commands: "Commands") -> None:
    command = commands.add_parser(
        "collate",
        help="read witnesses as CollateX does, write their alignment table",
        description=collate_command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--format", choices=["json", "text", "html"], default="json", help="default: json")
    command.set_defaults(
        run=lambda options: collate_command.run(
            sys.stdin.buffer, sys.stdout, sys.stderr, written=options.format
        )
    )


if __name__ == "__main__":
    sys.exit(main())
