"""`python -m reader.training NAME --data DIR`: trains one model, records it in the manifest, says what became of it.

Prints a line for each file that the training makes: `same` where its bytes are those that were recorded before, so a
clean checkout can be held against what it ships.
"""

import argparse
import importlib
import sys
from pathlib import Path

from reader.training.common import outcome, recorded

MODULES = ("punkt", "tagger", "gazetteer", "entities", "coref", "quotes", "summary")
"""Each has `train(data_dir)`; in an order in which a later one may use an earlier one's model."""


def main() -> None:
    """Runs one training."""
    parser = argparse.ArgumentParser(prog="python -m reader.training", description=__doc__)
    parser.add_argument("name", choices=MODULES)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    arguments = parser.parse_args()
    before = recorded()
    importlib.import_module(f"reader.training.{arguments.name}").train(arguments.data)
    for line in outcome(arguments.name, before, recorded()):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
