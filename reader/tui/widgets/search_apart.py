"""Matching in a process of its own: text and expression → the places that match, or no answer in time.

For systems without alarms: there nothing but the end of its process stops a match that takes for ever. It imports
nothing of the reader's, and starts Python without any folder on its path.
"""

import json
import re
import subprocess
import sys

START_S = 0.75  # Python's own start, on a slow disk; a search in 50,000 words adds 0.03
_COMMAND = [sys.executable, "-I", "-S", "-X", "utf8", "-c"]
_PROGRAM = """
import json, re, sys
text, pattern, flags, most = json.load(sys.stdin)
found = []
for match in re.compile(pattern, flags).finditer(text):
    if match.end() > match.start():
        found.append(match.span())
        if len(found) == most:
            break
json.dump(found, sys.stdout)
"""


class OutOfTimeError(Exception):
    """There was no answer in time."""


class NoProcessError(Exception):
    """The process cannot be started, or ended without an answer."""


def spans(pattern: re.Pattern[str], text: str, *, most: int, limit_s: float) -> list[tuple[int, int]]:
    """The places of `pattern`, `most` of them at most, none empty.

    Raises:
        OutOfTimeError: there was no answer within `limit_s` and the time for the start.
        NoProcessError: there can be no answer here.
    """
    request = json.dumps([text, pattern.pattern, pattern.flags, most])
    try:
        done = subprocess.run(
            [*_COMMAND, _PROGRAM], input=request.encode(), capture_output=True, timeout=START_S + limit_s, check=True
        )
        return [(start, end) for start, end in json.loads(done.stdout)]
    except subprocess.TimeoutExpired as error:
        raise OutOfTimeError from error
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise NoProcessError from error
