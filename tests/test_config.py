"""A configuration says what is wrong with it, where, and what was probably meant."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import config, paths
from reader.config import Config
from reader.config.schema import encoded, schema
from reader.config.settings import SETTINGS
from reader.config.writing import template
from reader.errors import ConfigError


def test_no_file_means_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "config_dir", lambda: tmp_path / "nowhere")
    assert config.load() == Config()


def test_a_file_that_is_asked_for_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: no such file"):
        config.load(tmp_path / "none.toml")


def test_every_key_is_read() -> None:
    text = (
        'theme = "paper"\ntext_width = 72\nmarks = "ascii"\nkey_set = "emacs"\nengine = "other"\n'
        'summary_sentences = 4\nsummary_words = 90\nsummary_style = "points"\nprint_width = 60\n'
        'mouse = false\ncache = false\n[keys]\nnext-entity = "n,tab"\n'
    )
    expected = Config(
        theme="paper", text_width=72, marks="ascii", key_set="emacs", keys={"next-entity": "n,tab"}, engine="other",
        summary_sentences=4, summary_words=90, summary_style="points", print_width=60, mouse=False, cache=False,
    )  # fmt: skip
    assert config.parse(text, where="x") == expected


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xef\xbb\xbfmouse = false\n")
    assert not config.load(file).mouse


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nthem = 'x'", "c.toml:2: 'them' is not a key; did you mean 'theme'?"),
        ("zzzzzz = 1", "c.toml:1: 'zzzzzz' is not a key; the keys are theme, text_width,"),
        ("theme = ''", "c.toml:1: theme = '': must be a string with something in it"),
        ("theme = 3", "c.toml:1: theme = 3: must be a string"),
        ("text_width = 29", "c.toml:1: text_width = 29: must be a whole number from 30 to 200"),
        ("text_width = true", "c.toml:1: text_width = true: must be a whole number"),
        ("text_width = 80.0", "c.toml:1: text_width = 80.0: must be a whole number"),
        ("marks = 'asci'", "must be one of unicode, ascii, none; did you mean 'ascii'?"),
        ("marks = []", "must be one of unicode, ascii, none"),
        ("mouse = 'yes'", "c.toml:1: mouse = 'yes': must be true or false"),
        ("keys = 'n'", "c.toml:1: keys = 'n': must be a table"),
        ("[keys]\n\n'quit' = 3", "c.toml:3: [keys] 'quit' must be a string of keys"),
        ("theme = ", "c.toml: not valid TOML: Invalid value (at end of document)"),
        ("mouse = true\ntheme = x", "c.toml:2:9: not valid TOML: Invalid value"),
        ("[themes]\nx = 1", "c.toml:1: 'themes' is not a key; did you mean 'theme'?"),
        ("them = 1\nmous = 2", "did you mean 'theme'? (and 1 more: `reader config --check`)"),
        ("theme = " + "[" * 9999, "not valid TOML"),
        ("cache = '" + "x" * 999 + "'", "xxx…: must be true or false"),
        ("summary_words = 0", "must be a whole number from 1 to 2000"),
    ],
)
def test_a_mistake_is_one_line_with_file_key_and_help(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config.parse(text, where="c.toml")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xe9 = 1"])
def test_a_file_that_is_no_text_is_an_error(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)
    with pytest.raises(ConfigError, match=r"config\.toml: cannot be read"):
        config.load(file)


def test_a_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(tmp_path)


def test_every_mistake_is_told_with_its_line() -> None:
    text = "them = 'x'\ncache = true\nmouse = 'no'\n[keys]\nquit = 1\ntop = 2\n"
    assert [line.split(": ")[0] for line in config.mistakes(text, where="c")] == ["c:1", "c:3", "c:5", "c:6"]
    assert config.mistakes("cache = true", where="c") == ()


def test_the_shipped_schema_is_the_one_that_the_settings_make() -> None:
    assert (paths.help_dir() / "config.schema.json").read_text(encoding="utf-8") == encoded()


def fits(value: Any, rules: dict[str, Any]) -> bool:
    """As much of JSON schema as ours uses."""
    types = {"string": str, "integer": int, "boolean": bool, "object": dict}
    known = {"type", "enum", "minimum", "maximum", "pattern", "additionalProperties", "description", "default"}
    assert set(rules) <= known
    if "enum" in rules:
        return value in rules["enum"]
    kind: Any = types[rules["type"]]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return False
    if "minimum" in rules and not rules["minimum"] <= value <= rules["maximum"]:
        return False
    if "pattern" in rules and not re.search(rules["pattern"], value):
        return False
    inner = rules.get("additionalProperties")
    return inner is None or all(fits(each, inner) for each in value.values())


VALUES = st.one_of(
    st.text(max_size=3), st.integers(-1, 2100), st.booleans(), st.floats(), st.lists(st.text(), max_size=1),
    st.sampled_from(["ascii", "vim", "points", " ", "\x1c"]),
    st.dictionaries(st.text(), st.text() | st.integers(), max_size=2),
)  # fmt: skip


@given(st.sampled_from(sorted(SETTINGS)), VALUES)
def test_the_schema_takes_just_what_the_reader_takes(name: str, value: Any) -> None:
    assert fits(value, schema()["properties"][name]) == (not SETTINGS[name].kind.problem(value))


def test_the_schema_knows_every_key_and_its_default() -> None:
    properties = schema()["properties"]
    assert list(properties) == [field.name for field in fields(Config)] == list(SETTINGS)
    for name, rules in properties.items():
        assert rules.get("default") == getattr(Config(), name)


def test_the_template_explains_every_key_and_reads_back_as_the_defaults() -> None:
    text = template(Config())
    assert config.parse(text, where="x") == Config()
    for field in fields(Config):
        assert f"\n{field.name} = " in text or f"\n# {field.name} = " in text or f"\n[{field.name}]" in text


def test_the_examples_in_the_template_are_valid() -> None:
    lines = [line.removeprefix("# ") for line in template(Config()).splitlines()]
    text = "\n".join(line for line in lines if " = " in line or line.startswith("["))
    assert config.parse(text, where="x").summary_words == 120


@given(theme=st.text(min_size=1).filter(str.strip), action=st.text(), keys=st.text())
def test_the_template_says_any_configuration(theme: str, action: str, keys: str) -> None:
    wanted = Config(theme=theme, keys={action: keys}, summary_sentences=2)
    assert config.parse(template(wanted), where="x") == wanted


@given(st.text())
def test_no_text_gets_another_error_out_of_the_parser(text: str) -> None:
    try:
        config.parse(text, where="x")
    except ConfigError:
        return
    tomllib.loads(text)
