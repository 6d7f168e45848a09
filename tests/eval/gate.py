"""The quality gate: the seeds' gold against the analysis, held to floors.

    python -m tests.eval.gate                      prints the figures beside their floors; status 1 when one is undercut
    python -m tests.eval.gate --raise              raises every floor to today's figure, less a hair
    python -m tests.eval.gate --allow-lower NAME   lets the floor NAME go down to today's figure
    python -m tests.eval.gate --draft SEED         prints a gold file made from the analysis, for a hand to correct

`floors.toml` keeps the floors and the hash of the gold they were measured on: with other gold the gate fails until the
floors are set anew.
"""

import argparse
import hashlib
import tomllib
from collections import Counter
from pathlib import Path

from reader import paths
from reader.nlp.pipeline import analyse
from reader.parse import parse_article
from reader.parse.decode import decode
from reader.text import Analysis
from tests.eval import goldfile, measure

HERE = Path(__file__).parent
GOLD = HERE / "gold"
FLOORS = HERE / "floors.toml"
HAIR = 0.005  # a floor stands this much under the figure it was set by


def gold_files() -> list[Path]:
    """All gold files, in order."""
    return sorted(GOLD.glob("*.txt"))


def corpus_hash() -> str:
    """The hash of all gold, names and bytes."""
    digest = hashlib.sha256()
    for path in gold_files():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def analysis_of(seed: str) -> Analysis:
    """The analysis of a shipped sample article."""
    path = next(p for p in sorted(paths.seeds_dir().iterdir()) if p.stem == seed)
    text = decode(path.read_bytes(), name=path.name)
    return analyse(parse_article(text, id=path.name, name=path.name))


def today() -> dict[str, float]:
    """The figures of the analysis as it is."""
    counts: measure.Counts = Counter()
    for path in gold_files():
        gold, analysis = goldfile.read(path), analysis_of(path.stem)
        if gold.text != analysis.article.text.rstrip("\n"):
            raise goldfile.GoldError(f"{path.name}: without its marks the text is not the article's")
        counts += measure.count(gold, analysis)
    return measure.figures(counts)


def stored() -> tuple[str, dict[str, float]]:
    """The hash and the floors on file."""
    value = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return value["gold_sha256"], value["floors"]


def failures(now: dict[str, float], floors: dict[str, float], gold_sha256: str) -> list[str]:
    """What is wrong, a line each."""
    result = []
    if gold_sha256 != corpus_hash():
        result.append("the gold changed since the floors were set: look at the figures, then run with --raise")
    result += [
        f"{name}: {now.get(name, 0.0):.4f} is under its floor {floor:.4f}"
        for name, floor in sorted(floors.items())
        if now.get(name, 0.0) < floor
    ]
    return result


def write(floors: dict[str, float]) -> None:
    """Writes the floors with today's hash."""
    lines = ["# Written by `python -m tests.eval.gate --raise`; one floor goes down only with --allow-lower NAME."]
    lines += [f'gold_sha256 = "{corpus_hash()}"', "", "[floors]"]
    lines += [f"{name} = {value:.4f}" for name, value in sorted(floors.items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def raised(now: dict[str, float], floors: dict[str, float], lower: list[str]) -> dict[str, float]:
    """New floors: never under the old ones but where `lower` names them."""
    return {
        name: value - HAIR if name in lower else max(round(value - HAIR, 4), floors.get(name, 0.0))
        for name, value in now.items()
    }


def main() -> int:
    """Runs the gate; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.gate", description=__doc__.partition("\n")[0])
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--allow-lower", action="append", default=[], metavar="NAME", help="let this floor go down")
    parser.add_argument("--draft", metavar="SEED", help="print a gold file made from the analysis")
    arguments = parser.parse_args()
    if arguments.draft:
        print(goldfile.draft(analysis_of(arguments.draft)), end="")
        return 0
    now = today()
    sha, floors = stored() if FLOORS.exists() else (corpus_hash(), {})
    for name, value in now.items():
        print(f"{name:32s}{value:8.4f}   floor {floors.get(name, 0.0):.4f}")
    if arguments.lift or arguments.allow_lower:
        write(raised(now, floors, arguments.allow_lower))
        return 0
    found = failures(now, floors, sha)
    print("\n".join(found) or "every floor holds")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
