"""`python -m reader.training NAME --data DIR`: trains one model and records it in the manifest."""

import argparse
import importlib
from pathlib import Path

MODULES = ("punkt", "tagger", "gazetteer", "entities", "coref", "quotes", "summary")
"""Each has `train(data_dir)`; in an order in which a later one may use an earlier one's model."""


def main() -> None:
    """Runs one training."""
    parser = argparse.ArgumentParser(prog="python -m reader.training", description=__doc__)
    parser.add_argument("name", choices=MODULES)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    arguments = parser.parse_args()
    importlib.import_module(f"reader.training.{arguments.name}").train(arguments.data)


if __name__ == "__main__":
    main()
