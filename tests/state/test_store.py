"""What is kept of articles: found by file and by text, bounded, and never lost to one damaged file."""

import json
import os
from pathlib import Path

import pytest

from reader.state import store as module
from reader.state.anchor import Anchor
from reader.state.reading import MAX_BOOKMARKS, Cursor, Reading, content_key, to_json
from reader.state.store import MAX_FILE_BYTES, Store, place_of, state_folder

READING = Reading(
    path="/news/ferry.txt",
    content=content_key("one text"),
    title="Ferry line to close",
    source="The Quay",
    read_at_s=1000.5,
    percent=43,
    top=Anchor(120, "words before", "words after"),
    cursor=Cursor("quote", 130, 140),
    bookmarks=(Anchor(7, "a", "b"), Anchor(90, "\u202e\udcff", "\x1b[31m")),
)
OTHER = content_key("another text")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "reader")


def only_file(store: Store) -> Path:
    (file,) = (store.folder / "articles").glob("*.json")
    return file


def test_what_was_kept_is_found_again(store: Store) -> None:
    store.keep(READING)
    assert store.find(READING.path, READING.content) == READING
    assert store.problems == []


def test_an_edited_file_is_found_by_its_path(store: Store) -> None:
    store.keep(READING)
    assert store.find(READING.path, OTHER) == READING


def test_a_moved_file_is_found_by_its_text(store: Store) -> None:
    store.keep(READING)
    assert store.find("/elsewhere/ferry.txt", READING.content) == READING


def test_another_article_is_not_found(store: Store) -> None:
    store.keep(READING)
    assert store.find("/elsewhere/ferry.txt", OTHER) is None


def test_standard_input_is_known_by_its_text_alone(store: Store) -> None:
    store.keep(READING._replace(path="-"))
    store.keep(READING._replace(path="-", content=OTHER, percent=5))
    found = store.find("-", READING.content)
    assert found is not None
    assert found.percent == 43
    assert store.find("-", content_key("a third")) is None


def test_a_newer_reading_of_a_file_takes_the_place_of_the_older(store: Store) -> None:
    store.keep(READING)
    store.keep(READING._replace(content=OTHER, percent=90))
    found = store.find(READING.path, READING.content)
    assert found is not None
    assert found.percent == 90
    assert only_file(store).stat().st_mode & 0o777 == 0o600


def test_two_readers_of_one_article_keep_the_bookmarks_of_both(store: Store) -> None:
    first, second, mine, others = (Anchor(n, "a", "b") for n in (7, 90, 40, 60))
    store.keep(READING)
    store.keep(READING._replace(bookmarks=(first, second, others)), known=READING.bookmarks)
    store.keep(READING._replace(bookmarks=(first, mine)), known=READING.bookmarks)  # has taken the second away
    found = store.find(READING.path, READING.content)
    assert found is not None
    assert [b.offset for b in found.bookmarks] == [7, 40, 60]


def test_bookmarks_of_an_edited_text_are_not_mixed_with_those_of_the_new_one(store: Store) -> None:
    store.keep(READING)
    store.keep(READING._replace(content=OTHER, bookmarks=(Anchor(3, "", ""),)), known=())
    found = store.find(READING.path, OTHER)
    assert found is not None
    assert [b.offset for b in found.bookmarks] == [3]


def test_articles_are_listed_with_the_latest_first(store: Store) -> None:
    for number in (2, 3, 1):
        store.keep(READING._replace(path=f"/news/{number}", content=content_key(str(number)), read_at_s=float(number)))
    assert [r.path for r in store.recent()] == ["/news/3", "/news/2", "/news/1"]
    assert [r.path for r in store.recent(1)] == ["/news/3"]


def test_no_more_articles_are_kept_than_the_limit(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        store.keep(READING._replace(path=f"/news/{number}", content=content_key(str(number)), read_at_s=float(number)))
        file = next((store.folder / "articles").glob(f"*{content_key(str(number))[:8]}*"))
        os.utime(file, (number, number))
    monkeypatch.setattr(module, "MAX_ARTICLES", 2)
    store.keep(READING)
    assert [r.path for r in store.recent()] == [READING.path, "/news/3"]


@pytest.mark.parametrize(
    "content",
    [
        b"{", b"\xff\xfe", b"[" * 100_000, b'"words"', b"null", b"x" * (MAX_FILE_BYTES + 1),
        json.dumps(to_json(READING) | {"percent": -1}).encode(),
        json.dumps(to_json(READING) | {"percent": True}).encode(),
        json.dumps(to_json(READING) | {"path": 3}).encode(),
        json.dumps(to_json(READING) | {"read_at_s": float("nan")}).encode(),
        json.dumps(to_json(READING) | {"top": [1, "x" * 1000, ""]}).encode(),
        json.dumps(to_json(READING) | {"cursor": ["villain", 1, 2]}).encode(),
        json.dumps(to_json(READING) | {"bookmarks": [[1, "", ""]] * (MAX_BOOKMARKS + 1)}).encode(),
    ],
)  # fmt: skip
def test_a_damaged_file_is_told_in_one_line_and_set_aside(store: Store, content: bytes) -> None:
    store.keep(READING)
    file = only_file(store)
    file.write_bytes(content)
    assert store.find(READING.path, READING.content) is None
    (problem,) = store.problems
    assert "\n" not in problem
    assert file.with_suffix(".damaged").read_bytes() == content
    store.keep(READING)
    assert store.find(READING.path, READING.content) == READING


def test_damaged_files_are_bounded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_DAMAGED", 3)
    store.keep(READING)
    for number in range(6):
        (store.folder / "articles" / f"{number}.damaged").write_bytes(b"")
    store.keep(READING)
    assert len(list((store.folder / "articles").glob("*.damaged"))) == 3


def test_a_folder_that_refuses_is_told_once_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file")
    store.keep(READING)
    store.keep(READING)
    store.choose(hint="seen")
    assert store.find(READING.path, READING.content) is None
    assert store.recent() == []
    assert len(store.problems) == 2
    assert all("are not kept" in words for words in store.problems)


def test_choices_are_kept_beside_each_other(store: Store) -> None:
    assert store.choices() == {}
    store.choose(hints=["first"])
    store.choose(export={"format": "html"})
    assert store.choices() == {"hints": ["first"], "export": {"format": "html"}}


def test_nothing_is_left_of_a_forgotten_article(store: Store) -> None:
    store.keep(READING)
    store.forget(READING)
    assert store.find(READING.path, READING.content) is None


def test_the_place_of_a_file_is_where_its_link_leads(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to("story.txt")
    assert place_of(str(tmp_path / "link.txt")) == os.path.realpath(tmp_path / "story.txt")
    assert place_of("-") == "-"


def test_the_state_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from reader.paths import state_dir

    for given in (str(tmp_path), "", "relative"):
        monkeypatch.setenv("XDG_STATE_HOME", given)
        assert state_folder() == state_dir()
