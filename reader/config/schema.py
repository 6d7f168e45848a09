"""The configuration file as JSON schema, for editors that complete and check TOML. Made from the table of settings.

`python -m reader.config.schema > reader/help/config.schema.json` makes the shipped one again.
"""

import json
from typing import Any

from reader.config.settings import SETTINGS, Config

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema."""
    defaults = Config()
    properties = {}
    for name, setting in SETTINGS.items():
        default = getattr(defaults, name)
        shown = {} if default is None else {"default": default}
        properties[name] = {"description": setting.help, **setting.kind.schema(), **shown}
    return {
        "$schema": DIALECT,
        "title": "The configuration of reader",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def encoded() -> str:
    """The schema as the shipped file holds it."""
    return json.dumps(schema(), indent=2) + "\n"


if __name__ == "__main__":
    print(encoded(), end="")
