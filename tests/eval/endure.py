"""Whether the analysis endures any text: no crash, nothing out of bounds, no quote lost to somebody else's marks.

    python -m tests.eval.endure DIR [--every N] [--offset N] [--seed N ...]

Takes every article of the corpora in DIR (JSON Lines with "text", CoNLL-U with "# text ="; plain or gzip), analyses it,
then the same text with quotation marks at random deleted, doubled or swapped (the same seed gives the same text).
Prints a line for each complaint, and at the end how many articles, crashes, breaches, unheard sentences and lost quotes
there were; the exit status is 1 where there is any complaint. `--every 2` and
`--every 2 --offset 1` are the halves of it all.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim
from tests.eval.marks_at_random import mutate
from tests.eval.soundness import Fate, complaints, fates, lost, unclosed, unheard

CRASH = ": crashed, "


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


class Count(NamedTuple):
    """How many quotes were held against the changed text, and what became of them."""

    checked: int = 0
    kept: int = 0
    whole: int = 0
    same_speaker: int = 0
    unclosed: int = 0
    """Left out: the text itself never closes them."""

    def and_of(self, fates: Iterable[Fate]) -> "Count":
        """With those of one more article."""
        return Count(*map(sum, zip(self, *((1, *fate[1:], 0) for fate in fates), strict=True)))


def check(name: str, text: str, seeds: Iterable[int]) -> tuple[list[str], Count]:
    """What is wrong with the analysis of a text, and of the text with other marks; the fates of its quotes."""
    found, count = list[str](), Count()
    try:
        plain = analyse(parse_verbatim(text, id=name))
        found += [f"{name}: {what}" for what in (*complaints(plain), *unheard(plain))]
        count = Count(unclosed=unclosed(plain))
        for seed in seeds:
            changed = mutate(text, f"{seed} {name}")
            if not changed.touched:
                continue
            other = analyse(parse_verbatim(changed.text, id=name))
            found += [f"{name}, marks of seed {seed}: {what}" for what in complaints(other)]
            found += [f"{name}, marks of seed {seed}: lost {what}" for what in lost(plain, other, changed)]
            count = count.and_of(fates(plain, other, changed))
    except Exception as error:  # noqa: BLE001 -- any of them is what is looked for
        found.append(f"{name}{CRASH}{type(error).__name__}: {error}")
    return found, count


def corpora(folder: Path) -> list[Path]:
    """The corpus files below a folder."""
    return sorted(p for p in folder.rglob("*") if ".jsonl" in p.name or ".conllu" in p.name)


def main() -> int:
    """Runs over all corpora; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.endure", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth article of a file")
    parser.add_argument("--offset", type=int, default=0, metavar="N", help="leave out so many before the first")
    parser.add_argument("--seed", type=int, nargs="+", default=[0], metavar="N")
    arguments = parser.parse_args()
    every, offset = arguments.every, arguments.offset
    lines, read, total = list[str](), 0, Count()
    for path in corpora(arguments.folder):
        results = [check(*article, arguments.seed) for article in islice(articles(path), offset, None, every)]
        found = [line for wrong, _ in results for line in wrong]
        total = Count(*map(sum, zip(total, *(count for _, count in results), strict=True)))
        sys.stdout.writelines(line + "\n" for line in [*found, f"{path.name}: {len(results)} articles"])
        sys.stdout.flush()
        lines, read = [*lines, *found], read + len(results)
    sys.stdout.write(closing(lines, read, arguments.seed, total))
    return int(bool(lines))


def closing(complained: Sequence[str], read: int, seeds: Sequence[int], total: Count) -> str:
    """What it comes to, in two lines.

    Args:
        complained: every complaint.
        read: how many articles there were.
        seeds: of the changed marks.
        total: the quotes held against the changed texts.
    """
    crashed, missing, gone = (sum(sign in line for line in complained) for sign in (CRASH, ": nobody's ", ": lost "))
    broken = len(complained) - crashed - missing - gone
    return (
        f"{read} articles as they are and with the marks of {len(seeds)} seeds ({', '.join(map(str, seeds))}): "
        f"{crashed} crashes, {broken} out of bounds or order, {missing} sentences in plain marks nobody's, "
        f"{gone} of {total.checked} quotes with their own marks untouched lost\n"
        f"kept {total.kept}, whole {total.whole}, with the same speaker {total.same_speaker}; "
        f"left out {total.unclosed} that the articles never close\n"
    )


if __name__ == "__main__":
    sys.exit(main())
