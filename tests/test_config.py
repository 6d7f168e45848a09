"""A configuration says what is wrong with it, where, and what was probably meant."""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import config, paths
from reader.config import Config
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
        ("them = 'x'", "c.toml: 'them' is not a key; did you mean 'theme'?"),
        ("zzzzzz = 1", "c.toml: 'zzzzzz' is not a key; the keys are theme, text_width,"),
        ("theme = ''", "c.toml: theme = '': must be a string with something in it"),
        ("theme = 3", "c.toml: theme = 3: must be a string"),
        ("text_width = 29", "c.toml: text_width = 29: must be a whole number from 30 to 200"),
        ("text_width = true", "c.toml: text_width = True: must be a whole number"),
        ("text_width = 80.0", "c.toml: text_width = 80.0: must be a whole number"),
        ("marks = 'asci'", "must be one of unicode, ascii, none; did you mean 'ascii'?"),
        ("marks = []", "must be one of unicode, ascii, none"),
        ("mouse = 'yes'", "c.toml: mouse = 'yes': must be true or false"),
        ("keys = 'n'", "c.toml: keys = 'n': must be a table"),
        ("[keys]\nquit = 3", "'quit' must be a string of keys"),
        ("theme = ", "c.toml: not valid TOML: "),
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


def test_the_template_explains_every_key_and_reads_back_as_the_defaults() -> None:
    text = config.template(Config())
    assert config.parse(text, where="x") == Config()
    for field in fields(Config):
        assert f"\n{field.name} = " in text or f"\n# {field.name} = " in text or f"\n[{field.name}]" in text


def test_the_examples_in_the_template_are_valid() -> None:
    lines = [line.removeprefix("# ") for line in config.template(Config()).splitlines()]
    text = "\n".join(line for line in lines if " = " in line or line.startswith("["))
    assert config.parse(text, where="x").summary_words == 120


@given(theme=st.text(min_size=1).filter(str.strip), action=st.text(), keys=st.text())
def test_the_template_says_any_configuration(theme: str, action: str, keys: str) -> None:
    wanted = Config(theme=theme, keys={action: keys}, summary_sentences=2)
    assert config.parse(config.template(wanted), where="x") == wanted


@given(st.text())
def test_no_text_gets_another_error_out_of_the_parser(text: str) -> None:
    try:
        config.parse(text, where="x")
    except ConfigError:
        return
    tomllib.loads(text)
