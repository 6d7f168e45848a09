"""Hostile characters are shown, not obeyed."""

import json

from hypothesis import given
from hypothesis import strategies as st

from reader.text.display import _DANGEROUS, _table, harmless, json_escaped, one_line


def test_escape_sequences_become_visible() -> None:
    assert harmless("\x1b[31mred\x07") == "␛[31mred␇"


def test_direction_overrides_and_invisible_characters_become_dots() -> None:
    assert harmless("a\u202eb\u2066c\u200bd\ufeff") == "a·b·c·d·"


def test_c1_controls_and_lone_surrogates_become_the_replacement_character() -> None:
    assert harmless("a\x9bb\ud800") == "a\ufffdb\ufffd"


def test_joiners_inside_words_and_emoji_stay() -> None:
    assert harmless("👩\u200d🚀") == "👩\u200d🚀"


def test_one_line_folds_white_space() -> None:
    assert one_line(" a\n\tb\r ") == "a b␍"


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(harmless(text)) == len(text)


@given(st.text())
def test_no_control_but_the_line_feed_is_left(text: str) -> None:
    assert not [c for c in harmless(text) if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0]


def test_every_dangerous_character_is_found_and_no_other() -> None:
    assert [c for c in range(0x110000) if _DANGEROUS.match(chr(c))] == sorted(_table())


@given(st.text() | st.sampled_from(["\ud800", "\x9b1m", "\u202e", "\U000e0041", "a\tb"]))
def test_escaped_json_says_the_same_and_nothing_in_it_is_dangerous(text: str) -> None:
    written = json_escaped(json.dumps({"text": text}, ensure_ascii=False, indent=2))
    assert json.loads(written) == {"text": text}
    assert harmless(written) == written
    written.encode()
