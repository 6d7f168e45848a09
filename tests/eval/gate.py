"""The quality gate: the seeds' gold against the analysis, held to floors.

    python -m tests.eval.gate                      prints the figures beside their floors; status 1 when one is undercut
    python -m tests.eval.gate --raise              raises every floor to today's figure, less a hair
    python -m tests.eval.gate --allow-lower NAME   sets the floor NAME to today's figure, less a hair, be it lower
    python -m tests.eval.gate --draft SEED         prints a gold file made from the analysis, for a hand to correct

`floors.toml` keeps the floors and the hash of the gold they were measured on: with other gold the gate fails until the
floors are set anew. To update: after better analysis run `--raise` and commit `floors.toml` with the change. After a
change of the gold look at the figures first, then run `--raise`; it keeps what stands higher, so a floor that the
better gold undercuts takes one `--allow-lower NAME` each, named in the commit. A measure that is gone keeps its
floor, and the gate fails, until `--allow-lower` names it.
"""

import argparse
import hashlib
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reader import paths
from reader.nlp.pipeline import analyse
from reader.parse import parse_article
from reader.parse.decode import decode
from reader.text import Analysis, Article
from tests.eval import goldfile, measure

HERE = Path(__file__).parent
GOLD = HERE / "gold"
FLOORS = HERE / "floors.toml"
HAIR = 0.02  # a floor stands this much under the figure it was set by: about one quote of the seeds in fifty


def gold_files() -> list[Path]:
    """All gold files, in order."""
    return sorted(GOLD.glob("*.txt"))


def corpus_hash() -> str:
    """The hash of all gold, names and bytes."""
    digest = hashlib.sha256()
    for path in gold_files():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def article_of(seed: str) -> Article:
    """A shipped sample article.

    Raises:
        GoldError: no sample has that name.
    """
    path = next((p for p in sorted(paths.seeds_dir().iterdir()) if p.stem == seed), None)
    if path is None:
        raise goldfile.GoldError(f"{seed}: no sample article has this name; gold is named after its article")
    return parse_article(decode(path.read_bytes(), name=path.name), id=path.name, name=path.name)


def analysis_of(seed: str) -> Analysis:
    """The analysis of a shipped sample article."""
    return analyse(article_of(seed))


def gold_of(path: Path, article: Article) -> goldfile.Gold:
    """The gold of one file.

    Raises:
        GoldError: its text is not the article's.
    """
    gold = goldfile.read(path)
    if gold.text != article.text.rstrip("\n"):
        raise goldfile.GoldError(f"{path.name}: without its marks the text is not the article's")
    return gold


def today() -> dict[str, float]:
    """The figures of the analysis as it is."""
    counts: measure.Counts = Counter()
    for path in gold_files():
        analysis = analysis_of(path.stem)
        counts += measure.count(gold_of(path, analysis.article), analysis)
    return measure.figures(counts)


def stored() -> tuple[str, dict[str, float]]:
    """The hash and the floors on file; none where there is no file, which the gate takes for other gold."""
    if not FLOORS.exists():
        return "", {}
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


def raised(now: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """New floors, none under its old one."""
    return floors | {name: max(_under(value), floors.get(name, 0.0)) for name, value in now.items()}


def lowered(now: dict[str, float], floors: dict[str, float], names: Sequence[str]) -> dict[str, float]:
    """The floors with the named ones at today's figures; a measure that is gone loses its floor."""
    kept = {name: floor for name, floor in floors.items() if name not in names}
    return kept | {name: _under(now[name]) for name in names if name in now}


def _under(value: float) -> float:
    return round(max(value - HAIR, 0.0), 4)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the gate; gives the exit status."""
    arguments = _arguments(argv)
    if arguments.draft:
        print(goldfile.draft(analysis_of(arguments.draft)), end="")
        return 0
    now = today()
    sha, floors = stored()
    if arguments.lift or arguments.allow_lower:
        floors = lowered(now, floors, arguments.allow_lower)
        write(raised(now, floors) if arguments.lift else floors)
        sha, floors = stored()
    for name, value in now.items():
        print(f"{name:32s}{value:8.4f}   floor {floors.get(name, 0.0):.4f}")
    found = failures(now, floors, sha)
    print("\n".join(found) or "every floor holds")
    return 1 if found else 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.eval.gate", description=__doc__.partition("\n")[0])
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--allow-lower", action="append", default=[], metavar="NAME", help="let this floor go down")
    parser.add_argument("--draft", metavar="SEED", help="print a gold file made from the analysis")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
