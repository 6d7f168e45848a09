"""The analysis: its models against their manifest, a sentence through its process, the engines."""

import hashlib
import tomllib
from collections.abc import Iterator

from reader.cli.checks import Check
from reader.errors import ReaderError
from reader.nlp import engines as nlp_engines
from reader.nlp import resources
from reader.nlp.options import AnalysisOptions

TRIAL = 'Ada Brennan closed the ferry on Monday. "We ran out of boats," she told reporters.'
MIB = 2**20


def models() -> Iterator[Check]:
    """Each file that MANIFEST.toml names, byte for byte."""
    manifest = resources.DATA_DIR / "MANIFEST.toml"
    try:
        recorded = tomllib.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError) as error:
        yield Check("models", "wrong", f"{manifest}: cannot be read ({type(error).__name__}); reinstall reader-tui")
        return
    sound: list[int] = []
    for name, entry in recorded.items():
        try:
            data = (resources.DATA_DIR / name).read_bytes()
        except OSError:
            yield Check("models", "wrong", f"{name}: missing; reinstall reader-tui")
            continue
        if hashlib.sha256(data).hexdigest() == entry["sha256"]:
            sound.append(len(data))
        else:
            yield Check("models", "wrong", f"{name}: not what MANIFEST.toml records; reinstall reader-tui")
    words = f"{len(sound)} of {len(recorded)} files as MANIFEST.toml records them, {sum(sound) / MIB:.1f} MiB"
    yield Check("models", "ok" if len(sound) == len(recorded) else "note", f"{words}, in {resources.DATA_DIR}")


def process() -> Iterator[Check]:
    """One sentence, all the way through the process that the app uses."""
    from reader.session.job import AnalysisJob
    from reader.session.loading import verbatim

    job = AnalysisJob(verbatim(TRIAL, name="trial", title=None), AnalysisOptions())
    try:
        done = {result.field: result.value for result in job.results()}["done"]
    except ReaderError as error:
        yield Check("analysis", "wrong", f"{error}; reinstall reader-tui")
        return
    finally:
        job.cancel()
    spent_ms = sum(done.timings_ms.values())
    found = f"{len(done.entities)} names and dates, {len(done.quotes)} quote{'s' * (len(done.quotes) != 1)}"
    yield Check("analysis", "ok", f"a trial of two sentences gave {found}, in {spent_ms:.0f} ms after its start")


def engines() -> Iterator[Check]:
    """Every engine that is installed; one that cannot be used matters only to whoever chooses it."""
    for name in nlp_engines.installed():
        try:
            yield Check("engines", "ok", f"{name}: {nlp_engines.version(name)}")
        except ReaderError as error:
            yield Check("engines", "note", f"{name}: cannot be used: {error}")
