"""The manifest against the files that ship: nothing unrecorded, nothing changed behind its back."""

import hashlib
import tomllib

from reader.nlp.resources import DATA_DIR, fingerprints

MANIFEST = tomllib.loads((DATA_DIR / "MANIFEST.toml").read_text(encoding="utf-8"))["files"]
SHIPPED = sorted(p for p in DATA_DIR.rglob("*") if p.is_file() and p.name != "MANIFEST.toml" and p.suffix != ".pyc")


def test_every_shipped_file_is_recorded_and_every_record_has_its_file() -> None:
    assert [p.relative_to(DATA_DIR).as_posix() for p in SHIPPED] == sorted(MANIFEST)


def test_every_record_agrees_with_its_file() -> None:
    for path in SHIPPED:
        data, entry = path.read_bytes(), MANIFEST[path.relative_to(DATA_DIR).as_posix()]
        assert entry["bytes"] == len(data), path.name
        assert entry["sha256"] == hashlib.sha256(data).hexdigest(), path.name


def test_the_fingerprints_are_the_first_twelve_digits_of_each_record() -> None:
    assert fingerprints() == {name: entry["sha256"][:12] for name, entry in MANIFEST.items()}
    assert list(fingerprints()) == sorted(MANIFEST)


def test_every_record_says_what_whence_licence_and_command() -> None:
    for name, entry in MANIFEST.items():
        assert all(entry[key].strip() for key in ("what", "source", "licence", "command")), name


def test_models_stay_light() -> None:
    names = [p for p in SHIPPED if p.name.startswith("names")]
    assert sum(p.stat().st_size for p in names) <= 12 * 1024 * 1024
    assert sum(p.stat().st_size for p in SHIPPED) <= 24 * 1024 * 1024
