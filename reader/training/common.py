"""What the trainings share: reading corpora, writing model files, keeping the manifest.

Everything written is deterministic: sorted keys, fixed number formats, no times.
"""

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from reader.nlp.resources import DATA_DIR

MANIFEST = DATA_DIR / "MANIFEST.toml"
HEADER = """\
# What every file in this folder is, where it comes from and how to make it again.
# Written by reader.training.common.record; a test holds it against the files.
"""


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, plain or gzip."""
    with _opened(path) as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def read_conllu(path: Path) -> Iterator[list[dict[str, str]]]:
    """The sentences of a CoNLL-U file, plain or gzip: a dict a token (form, xpos, misc), no ranges."""
    sentence: list[dict[str, str]] = []
    with _opened(path) as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if fields[0].isdigit():
                sentence.append({"form": fields[1], "xpos": fields[4], "misc": fields[9]})
            elif sentence and not line.strip():
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def write_json(name: str, value: object) -> None:
    """Writes `value` into the data folder, one line, keys sorted."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (DATA_DIR / name).write_text(text + "\n", encoding="utf-8")


Entries = Mapping[str, Mapping[str, object]]


def recorded() -> dict[str, dict[str, object]]:
    """The manifest: file name → what is known of it."""
    if not MANIFEST.exists():
        return {}
    files: dict[str, dict[str, object]] = tomllib.loads(MANIFEST.read_text(encoding="utf-8")).get("files", {})
    return files


def command_of(module: str) -> str:
    """The command that runs the training `module`, as the manifest writes it."""
    return f"python -m reader.training {module} --data DIR"


def outcome(module: str, before: Entries, after: Entries) -> Iterator[str]:
    """A line for each file that `module` makes: `same` or `changed`, its hash, its name."""
    for name, entry in sorted(after.items()):
        if entry["command"] == command_of(module):
            same = entry["sha256"] == before.get(name, {}).get("sha256")
            yield f"{'same' if same else 'changed'}  {str(entry['sha256'])[:12]}  {name}"


def record(name: str, *, what: str, source: str, licence: str, command: str) -> None:
    """Writes the manifest's entry of the data file `name`; `command` is "by hand" for lists that people keep."""
    data = (DATA_DIR / name).read_bytes()
    files = recorded()
    files[name] = {
        "what": what,
        "source": source,
        "licence": licence,
        "command": command,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    tables = (_table(key, files[key]) for key in sorted(files))
    MANIFEST.write_text(HEADER + "".join(tables), encoding="utf-8")


def _table(name: str, entry: dict[str, object]) -> str:
    """One TOML table; JSON's strings and integers are TOML's too."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items())
    return f'\n[files."{name}"]\n' + "\n".join(lines) + "\n"
