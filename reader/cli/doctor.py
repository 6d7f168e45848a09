"""`reader doctor`: what works on this machine and what does not, in plain lines."""

import sys
from typing import TYPE_CHECKING

from reader.cli.arguments import Parser, parser

if TYPE_CHECKING:
    from reader.cli.checks import Check

SOMETHING_WRONG = 1
SHOWN = {"ok": "ok", "note": "note", "wrong": "WRONG"}
EXAMPLES = """\
Looks at the terminal, the versions, the folders, the models, the analysis, the
cache, the engines, the configuration and the themes. It changes nothing and
asks no network. A "note" is worth knowing, and only WRONG has to be mended.

examples:
  reader doctor
  reader doctor --json | jq '.checks[] | select(.state == "wrong")'

exit status: 0 nothing is wrong, 1 something is
"""


def run(arguments: list[str]) -> int:
    """Look, tell, and say by the status whether something is wrong."""
    given = make_parser().parse_args(arguments)
    from reader.cli.checks import every_check

    found = tuple(every_check(given.config))
    wrong = [check for check in found if check.state == "wrong"]
    if given.json:
        import json

        print(json.dumps({"sound": not wrong, "checks": [check._asdict() for check in found]}, indent=2))
    else:
        _tell(found, len(wrong))
    return SOMETHING_WRONG if wrong else 0


def make_parser() -> Parser:
    """What the command takes."""
    command = parser("doctor", description="Say what works on this machine, and what does not.", epilog=EXAMPLES)
    command.add_argument("--json", action="store_true", help="as one JSON object")
    command.add_argument("--config", metavar="FILE", help="another configuration file")
    return command


def _tell(found: "tuple[Check, ...]", wrong: int) -> None:
    from reader.cli.terminal import plain_utf8
    from reader.text.display import one_line

    lines = [f"{SHOWN[check.state]:<6}{check.group}: {one_line(check.words)}" for check in found]
    lines += ["", f"{wrong} thing{'s' * (wrong != 1)} to mend." if wrong else "Nothing is wrong."]
    sys.stdout.buffer.write(plain_utf8("\n".join(lines) + "\n"))
    sys.stdout.buffer.flush()
