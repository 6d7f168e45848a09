"""Whether the analysis endures any text: no crash, nothing out of bounds, no quote lost to somebody else's marks.

    python -m tests.eval.endure DIR [--every N] [--seed N]

Takes every article of the corpora in DIR (JSON Lines with "text", CoNLL-U with "# text ="; plain or gzip), analyses it,
then the same text with quotation marks at random deleted, doubled or swapped (the same seed gives the same text).
Prints a line for each complaint and the counts; the exit status is 1 where there is any complaint.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim
from tests.eval.marks_at_random import mutate
from tests.eval.soundness import complaints, lost


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def articles(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each article of one corpus file."""
    with _opened(path) as lines:
        if ".conllu" in path.name:
            yield path.name, "\n".join(line[9:].strip() for line in lines if line.startswith("# text = "))
            return
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield f"{path.name}:{number}", json.loads(line)["text"]


def check(name: str, text: str, seed: int) -> Iterator[str]:
    """What is wrong with the analysis of a text, and of the text with other marks."""
    try:
        plain = analyse(parse_verbatim(text, id=name))
        yield from (f"{name}: {what}" for what in complaints(plain))
        changed = mutate(text, f"{seed} {name}")
        other = analyse(parse_verbatim(changed.text, id=name))
        yield from (f"{name}, other marks: {what}" for what in complaints(other))
        yield from (f"{name}, other marks: lost {what}" for what in lost(plain, other, changed))
    except Exception as error:  # noqa: BLE001 -- any of them is what is looked for
        yield f"{name}: {type(error).__name__}: {error}"


def corpora(folder: Path) -> list[Path]:
    """The corpus files below a folder."""
    return sorted(p for p in folder.rglob("*") if ".jsonl" in p.name or ".conllu" in p.name)


def main() -> int:
    """Runs over all corpora; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.endure", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth article of a file")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    found = 0
    for path in corpora(arguments.folder):
        seen = wrong = 0
        for number, (name, text) in enumerate(articles(path)):
            if number % arguments.every:
                continue
            seen += 1
            for complaint in check(name, text, arguments.seed):
                wrong += 1
                sys.stdout.write(complaint + "\n")
        sys.stdout.write(f"{path.name}: {seen} articles, {wrong} complaints\n")
        sys.stdout.flush()
        found += wrong
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
