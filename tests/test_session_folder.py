"""The short way to the cache's folder agrees with the long one."""

import sys
from pathlib import Path

import pytest

from reader import paths
from reader.session import cache


@pytest.mark.parametrize("given", ["", "/somewhere/else"])
def test_the_cache_lies_where_the_platform_says(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    assert cache.folder() == paths.cache_dir() / "analyses"


def test_other_platforms_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(paths, "cache_dir", lambda: Path("/caches/reader"))
    assert cache.folder() == Path("/caches/reader/analyses")
