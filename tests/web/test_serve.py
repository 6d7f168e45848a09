"""`reader serve`: a visit opens, moves and exports; nobody else's page gets in; nothing comes from elsewhere."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from reader.cli.web.server import MAX_VISITORS, ReaderServer
from tests.web.client import Visit, get

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
Serve = Callable[..., int]


def test_a_visit_opens_moves_and_exports(serve: Serve, home: Path, environment: dict[str, str]) -> None:
    port = serve("story.txt")
    visit = Visit(port)
    visit.until(b"The Brill Ferry")
    visit.until(rb"Voices \d")
    visit.press("n")
    visit.until(rb"1/\d")
    visit.press("e")
    visit.until(b"download")
    visit.until(b"Preview")
    visit.press("\r")
    key = visit.until(rb'"deliver_file_start", "(\w+)"')[1].decode()
    answer, document = get(port, f"/download/{key}")
    assert answer.getheader("Content-Disposition") == "attachment; filename=story.md"
    command = [sys.executable, "-m", "reader", "export", "story.txt", "--no-cache"]
    assert document == subprocess.run(command, cwd=home, env=environment, capture_output=True, check=True).stdout
    visit.press("q")
    visit.until_ended()
    visit.close()
    assert sorted(file.name for file in home.iterdir()) == ["secret.txt", "story.txt"]


def test_a_page_that_is_closed_ends_its_visit(serve: Serve) -> None:
    port = serve("story.txt")
    for _ in range(2):
        visit = Visit(port)
        visit.until(b"The Brill Ferry")
        visit.close()


@pytest.mark.parametrize(
    "nonsense",
    ["{", "[]", '{"a": 1}', '["stdin"]', '["stdin", 3]', '["resize", {"width": "wide", "height": 1}]', '["resize", 1]'],
)
def test_a_message_that_makes_no_sense_ends_only_its_own_visit(serve: Serve, nonsense: str) -> None:
    port = serve("story.txt")
    visit = Visit(port)
    visit.until(b"The Brill Ferry")
    visit.send(nonsense)
    visit.until_ended()
    visit.close()
    assert get(port, "/")[0].status == 200


def test_an_absurd_size_is_made_a_sensible_one(serve: Serve) -> None:
    visit = Visit(serve("story.txt"))
    visit.until(rb"Voices \d")
    visit.send('["resize", {"width": 1000000000, "height": -5}]')
    visit.send('["resize", {"width": 100, "height": 30}]')
    visit.press("n")
    visit.until(rb"1/\d")
    visit.close()


def test_a_visitor_is_told_that_no_other_file_can_be_opened(serve: Serve) -> None:
    visit = Visit(serve("story.txt"))
    visit.until(rb"Voices \d")
    visit.press("O")
    visit.until(b"Here only the articles that are served")
    visit.close()


def test_without_an_article_the_samples_are_offered(serve: Serve) -> None:
    visit = Visit(serve())
    visit.until(b"Marrow Dam|dam-flood")
    visit.close()


def test_the_page_asks_nobody_else_for_anything(serve: Serve) -> None:
    port = serve("story.txt")
    answer, page = get(port, "/")
    text = page.decode()
    assert set(re.findall(r"\w+://[^\"'/]*", text)) == {f"ws://127.0.0.1:{port}"}
    assert "default-src 'none'" in str(answer.getheader("Content-Security-Policy"))
    parts = re.findall(r'(?:src|href)="(/[^"]+)"', text) + re.findall(r'url\("(/[^"]+)"', text)
    assert len(parts) >= 5
    for part in parts:
        assert get(port, part)[0].status == 200


def test_the_name_of_an_article_is_only_words_on_the_page(serve: Serve, home: Path) -> None:
    (home / "<b>&.txt").write_text("Ada Brennan opened the tram line on Monday.\n")
    page = get(serve("<b>&.txt"), "/")[1]
    assert b"<title>&lt;b&gt;&amp;.txt</title>" in page
    assert b"<b>" not in page


def test_another_sites_page_gets_nothing(serve: Serve) -> None:
    port = serve("story.txt")
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://evil.example:{port}"},
        {"Host": f"evil.example:{port}"},
        {"Host": "localhost.evil.example"},
    ):
        for path in ("/", "/ws", "/download/x"):
            assert get(port, path, **headers)[0].status == 403
    assert get(port, "/", Host=f"localhost:{port}", Origin=f"http://localhost:{port}")[0].status == 200


async def test_no_more_visitors_than_the_machine_can_bear() -> None:
    server = ReaderServer("true", host="localhost", port=1, title="t")
    server._visitors = MAX_VISITORS
    with pytest.raises(web.HTTPServiceUnavailable):
        await server.handle_websocket(make_mocked_request("GET", "/ws"))


def test_an_address_that_is_taken_is_one_line(serve: Serve, home: Path, environment: dict[str, str]) -> None:
    port = serve("story.txt")
    command = [sys.executable, "-m", "reader", "serve", "--port", str(port)]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (6, b"")
    assert done.stderr.startswith(f"reader: localhost:{port}: cannot be listened at: ".encode())
    assert done.stderr.count(b"\n") == 1
