"""Who loads what: the app never the analysis, the documents never the app."""

from typing import Any

APP = """
import pkgutil, sys
import reader.tui, reader.cli.open, reader.session.opening
for module in pkgutil.walk_packages(reader.tui.__path__, "reader.tui."):
    __import__(module.name)
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""
LIGHT = "import sys, reader.__main__, reader.cli.main; print(*sys.modules)"
HEAVY = {"textual", "rich", "nltk", "pycrfsuite", "argparse", "platformdirs", "markdown_it", "json", "subprocess"}


def test_no_module_of_the_app_ever_loads_the_analysis(reader: Any) -> None:
    done = reader(code=("-c", APP))
    modules = set(done.stdout.decode().split())
    assert done.stderr == b""
    assert "textual" in modules
    assert not modules & {"nltk", "pycrfsuite", "numpy"}


def test_the_entry_point_loads_nothing_heavy(reader: Any) -> None:
    modules = set(reader(code=("-c", LIGHT)).stdout.decode().split())
    assert "reader.cli.main" in modules
    assert not modules & HEAVY
