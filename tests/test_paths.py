"""The user's folders are where every other program looks for its own."""

import platformdirs
import pytest

from reader import paths


@pytest.mark.parametrize("given", [None, "", " ", "/elsewhere", "beside/me", "~/here"])
@pytest.mark.parametrize("kind", ["config", "cache", "state", "data"])
def test_the_folders_are_those_of_the_platform(kind: str, given: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    variable = f"XDG_{kind.upper()}_HOME"
    if given is None:
        monkeypatch.delenv(variable, raising=False)
    else:
        monkeypatch.setenv(variable, given)
    usual = getattr(platformdirs, f"user_{kind}_dir")("reader", appauthor=False)
    assert str(getattr(paths, f"{kind}_dir")()) == usual
