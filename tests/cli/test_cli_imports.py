"""Who loads what: the app never the analysis, the documents never the app."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from reader.cli import open as opening

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


OPENING = """
import sys
from reader.cli import open as opening
from reader.nlp.options import AnalysisOptions
given = opening._parse([sys.argv[1]])
assert opening._open(sys.argv[1], given, opening._config(given), None).article.paragraphs
print(*sys.modules)
sys.stdout.flush()
import os; os._exit(0)
"""


def test_opening_an_article_for_the_first_time_loads_no_parser_of_arguments_and_no_hashes(
    reader: Any, tmp_path: Path
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Harbour reopens after the storm\n\nBoats left the harbour of Lund on Monday, the council said.\n")
    modules = set(reader(str(story), code=("-c", OPENING)).stdout.decode().split())
    assert "reader.session.opening" in modules
    assert not modules & {"argparse", "hashlib", "reader.session.stream", "reader.nlp.engines", "textual"}


AGAIN = """
import sys
from reader.session import cache, early
from reader.state import reading, store
print(early.data_key(b"abc"), reading.content_key("abc"), len(cache.key(b"", format_name="", options=(), version="")))
print(*sys.modules)
"""


def test_what_is_kept_is_named_without_openssl(reader: Any) -> None:
    names, modules = reader(code=("-c", AGAIN)).stdout.decode().splitlines()
    of_abc = hashlib.sha256(b"abc").hexdigest()
    assert names.split()[:2] == [f"3-{of_abc}", of_abc]
    assert not set(modules.split()) & {"hashlib", "_hashlib"}


SPARED = """
import sys
from reader.tui.lean import spare_imports
spare_imports()
import reader.tui.app, reader.tui.screens.article_screen, textual.drivers.linux_driver
print(*sys.modules)
"""
SPARED_AND_USED = SPARED.replace(
    "print(*sys.modules)",
    """
import ssl, uuid, platformdirs
from textual.notifications import Notification
from textual.widgets import DirectoryTree, Select
class Tree(DirectoryTree):
    pass
tree = Tree(".")
print(ssl.create_default_context().check_hostname, len(Notification("words").identity), isinstance(tree, DirectoryTree),
      len(uuid.uuid4().hex), platformdirs.user_config_dir("x") != "", Select([("one", 1)]).is_blank())
""",
)


def test_the_app_loads_nothing_that_textual_only_mentions(reader: Any) -> None:
    modules = set(reader(code=("-c", SPARED)).stdout.decode().split())
    assert "textual.app" in modules
    assert not modules & {"ssl", "_ssl", "platformdirs.unix", "tempfile", "platform", "textual.widgets._tree"}


def test_what_was_spared_works_when_it_is_used(reader: Any) -> None:
    done = reader(code=("-c", SPARED_AND_USED))
    assert done.stdout.decode().split() == ["True", "36", "True", "32", "True", "True"], done.stderr


@pytest.mark.parametrize("arguments", [[], ["story.txt"], ["one.txt", "two.md"]])
def test_mere_articles_are_understood_as_the_parser_understands_them(arguments: list[str]) -> None:
    assert vars(opening._parse(arguments)) == vars(opening.make_parser().parse_args(arguments))
