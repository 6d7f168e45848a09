"""The user's configuration: one TOML file → one frozen `Config`, checked key by key.

`settings` is the one table of keys; `reading` turns TOML into values or into what is wrong with it; `writing` makes the
documented file, `schema` the JSON schema, both from that table. It must not import Textual, nor the analysis.
"""

from reader.config.reading import default_path, load, mistakes, parse
from reader.config.settings import (
    MAX_SUMMARY_SENTENCES,
    MAX_SUMMARY_WORDS,
    MAX_TEXT_WIDTH_CELLS,
    MIN_TEXT_WIDTH_CELLS,
    Config,
)

__all__ = [
    "MAX_SUMMARY_SENTENCES",
    "MAX_SUMMARY_WORDS",
    "MAX_TEXT_WIDTH_CELLS",
    "MIN_TEXT_WIDTH_CELLS",
    "Config",
    "default_path",
    "load",
    "mistakes",
    "parse",
]
