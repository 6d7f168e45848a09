"""`reader serve` before it listens, and what a visitor's process may do."""

import sys
from pathlib import Path
from typing import Any

import pytest

WITHOUT = "import sys; sys.modules['textual_serve'] = None; from reader.cli.main import run; sys.exit(run(['serve']))"


def test_without_the_extra_one_line_says_how_to_get_it(reader: Any) -> None:
    done = reader(code=("-c", WITHOUT))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"reader: `reader serve` needs an extra: pip install 'reader-tui[serve]' brings it\n"


CONFINED = """
import os, sys
from reader.cli.web.guard import confine
from reader.session.child import Child, is_analysis
confine(sys.argv[1:2], allowed_command=is_analysis)
def refused(attempt):
    try:
        attempt()
    except PermissionError:
        return True
    return False
"""
REFUSED = {
    "another file": "open('secret.txt')",
    "through dots": "open(os.path.join(os.path.dirname(sys.argv[1]), '..', 'home', 'secret.txt'))",
    "through a link": "open(os.path.join(sys.argv[1], 'link'))",
    "a system's file": "open('/etc/passwd')",
    "by descriptor": "os.open('secret.txt', os.O_RDONLY)",
    "with pathlib": "__import__('pathlib').Path('secret.txt').read_bytes()",
    "its folder": "os.listdir('.')",
    "its folder, else": "list(os.scandir('/'))",
    "writing": "open('new.txt', 'w')",
    "writing to what may be read": "open(sys.argv[1] + '/story.txt', 'a')",
    "removing": "os.remove('secret.txt')",
    "renaming": "os.rename('secret.txt', 'x')",
    "making a folder": "os.mkdir('x')",
    "a program": "__import__('subprocess').run(['true'])",
    "a program, spawned": "os.posix_spawn('/bin/true', ['true'], {})",
    "a shell": "os.system('true')",
    "becoming a program": "os.execv('/bin/true', ['true'])",
    "python, another": "__import__('subprocess').run([sys.executable, '-c', ''])",
    "connecting": "__import__('socket').create_connection(('127.0.0.1', 9))",
}


@pytest.fixture
def articles(home: Path) -> Path:
    """A folder that may be read, beside a file that may not."""
    folder = home / "home" / "articles"
    folder.mkdir(parents=True)
    (home / "secret.txt").write_text("swordfish")
    (home / "home" / "secret.txt").write_text("swordfish")
    (folder / "story.txt").write_text("A story.")
    (folder / "link").symlink_to(home / "secret.txt")
    return folder


@pytest.mark.parametrize("attempt", REFUSED)
def test_a_visitor_gets_at_nothing_else(attempt: str, reader: Any, articles: Path) -> None:
    code = f"{CONFINED}print(refused(lambda: {REFUSED[attempt]}))"
    done = reader(str(articles), code=("-c", code))
    assert (done.stdout, done.stderr) == (b"True\n", b"")
    assert (articles.parents[1] / "secret.txt").read_text() == "swordfish"


def test_a_visitor_reads_the_article_imports_and_analyses(reader: Any, articles: Path) -> None:
    code = (
        f"{CONFINED}print(open(sys.argv[1] + '/story.txt').read()); import textual.widgets, sqlite3, json\n"
        "child = Child(); child.send(b'x\\n'); print(b'error' in next(child.lines(limit_s=60))); child.close()"
    )
    done = reader(str(articles), code=("-c", code))
    assert (done.stdout, done.stderr) == (b"A story.\nTrue\n", b"")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("none.txt",), 3, "none.txt: no such file"),
        (("-",), 2, "standard input can be read only once"),
        (("--port", "0"), 2, "'0' is no whole number from 1 to 65535"),
        (("seed:dam-flood", "none.txt"), 3, "none.txt: no such file"),
        (("seed:dam-flood", "-"), 2, "standard input can be read only once"),
    ],
)
def test_what_cannot_be_served_is_one_line(reader: Any, arguments: tuple[str, ...], status: int, message: str) -> None:
    pretend = "import sys, types, importlib.util as u; u.find_spec = lambda name: name; "
    code = f"{pretend}from reader.cli.main import run; sys.exit(run(['serve', *sys.argv[1:]]))"
    done = reader(*arguments, code=("-c", code))
    assert (done.returncode, done.stdout) == (status, b"")
    assert message in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert sys.executable.encode() not in done.stderr
