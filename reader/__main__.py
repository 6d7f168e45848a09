"""`reader` and `python -m reader`: hands the command line over and imports nothing else."""

import sys


def main() -> int:
    """Run the command line; the exit status."""
    from reader.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
