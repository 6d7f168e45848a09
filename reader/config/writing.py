"""A `Config` → a TOML file that says it, with every key explained. It writes no file."""

import json

from reader.config.kinds import KeyTable
from reader.config.settings import SETTINGS, Config

HEAD = """\
# The configuration of reader. A line that begins with # is not in force.
# `reader config --check` says what is wrong with it; `reader config --path` where it lies."""


def template(config: Config) -> str:
    """The file, every key of it explained; keys without a value are shown by an example that is not in force."""
    blocks = [HEAD]
    for name, setting in SETTINGS.items():
        value = getattr(config, name)
        if isinstance(setting.kind, KeyTable):
            lines = [f"{_toml(action)} = {_toml(keys)}" for action, keys in value.items()]
            body = "\n".join([f"[{name}]", *(lines or [f"# {setting.example}"])])
        else:
            body = f"# {name} = {setting.example}" if value is None else f"{name} = {_toml(value)}"
        blocks.append(f"# {setting.help}\n{body}")
    return "\n\n".join(blocks) + "\n"


def _toml(value: object) -> str:
    """A TOML value, written as in JSON, but that TOML has no surrogate pairs and wants DEL escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
