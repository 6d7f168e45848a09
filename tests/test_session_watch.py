"""A change on disk is seen once, whatever way the file was written."""

import os
from pathlib import Path

from reader.session.watch import Watch


def test_nothing_has_changed_at_the_first_look_nor_without_a_change(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("one")
    watch = Watch()
    assert watch.changed([str(file)]) == []
    assert watch.changed([str(file)]) == []


def test_a_change_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("one")
    watch = Watch()
    watch.changed([str(file)])
    file.write_text("another")
    assert watch.changed([str(file)]) == [str(file)]
    assert watch.changed([str(file)]) == []


def test_a_file_of_the_same_size_put_in_its_place_is_a_change(tmp_path: Path) -> None:
    file, new = tmp_path / "a", tmp_path / "b"
    file.write_text("one")
    new.write_text("two")
    os.utime(new, ns=(file.stat().st_mtime_ns, file.stat().st_mtime_ns))
    watch = Watch()
    watch.changed([str(file)])
    new.replace(file)
    assert watch.changed([str(file)]) == [str(file)]


def test_a_file_that_goes_and_comes_back_as_it_was_has_not_changed(tmp_path: Path) -> None:
    file, away = tmp_path / "a", tmp_path / "away"
    file.write_text("one")
    watch = Watch()
    watch.changed([str(file)])
    file.rename(away)
    assert watch.changed([str(file)]) == []
    away.rename(file)
    assert watch.changed([str(file)]) == []
    file.unlink()
    watch.changed([str(file)])
    file.write_text("written anew")
    assert watch.changed([str(file)]) == [str(file)]


def test_a_file_that_appears_is_a_change(tmp_path: Path) -> None:
    file = tmp_path / "a"
    watch = Watch()
    assert watch.changed([str(file), "\0"]) == []
    file.write_text("one")
    assert watch.changed([str(file), "\0"]) == [str(file)]
