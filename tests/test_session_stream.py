"""What the analysis process writes is checked before it is believed; so is what the cache holds."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.nlp.worker import LINE_CHARS, field_lines
from reader.session.stream import FIELDS, Stream, StreamError
from reader.text import Analysis, Article, Paragraph, Span
from reader.text.wire import STAGE_FIELDS


def fed(lines: list[bytes], article: Article) -> Any:
    stream, result = Stream(article), None
    for line in lines:
        result = stream.feed(line) or result
    assert result is not None
    return result.value


def test_an_analysis_travels_unharmed(sample: Analysis, sample_lines: list[bytes]) -> None:
    assert fed(sample_lines, sample.article) == sample


def test_a_long_field_travels_in_pieces_that_decode_quickly(sample: Analysis) -> None:
    facts = STAGE_FIELDS["key_facts"](sample.key_facts) * 2000
    lines = list(field_lines("key_facts", facts))
    assert len(lines) > 3
    assert max(map(len, lines)) < LINE_CHARS + 1000
    stream = Stream(sample.article)
    results = [stream.feed(line) for line in lines]
    assert results[:-1] == [None] * (len(lines) - 1)
    assert results[-1] is not None
    assert len(results[-1].value) == 4000


def test_an_empty_field_is_one_complete_piece() -> None:
    assert [json.loads(line) for line in field_lines("quotes", [])] == [{"field": "quotes", "value": [], "last": True}]


def test_a_field_may_come_again_and_the_later_one_counts(sample: Analysis, sample_lines: list[bytes]) -> None:
    *fields, done = sample_lines
    again = [*field_lines("entities", []), *field_lines("quotes", [])]
    assert fed([*fields, *again, done], sample.article).entities == ()


def damaged(sample: Analysis, field: str, change: Callable[[dict[str, Any]], object]) -> list[bytes]:
    """A field with its first value changed."""
    values = STAGE_FIELDS[field](getattr(sample, field))
    change(values[0])
    return list(field_lines(field, values))


DAMAGES: dict[str, tuple[str, Callable[[dict[str, Any]], object]]] = {
    "a sentence past the end": ("sentences", lambda v: v.update(end=10**6)),
    "a sentence before the start": ("sentences", lambda v: v.update(start=-1)),
    "an empty sentence": ("sentences", lambda v: v.update(end=v["start"])),
    "a place that is no number": ("sentences", lambda v: v.update(start="0")),
    "a fraction for a place": ("sentences", lambda v: v.update(start=0.0)),
    "an unknown label": ("entities", lambda v: v.update(label="ALIEN")),
    "an unknown gender": ("entities", lambda v: v.update(gender="?")),
    "a name that is no string": ("entities", lambda v: v.update(name=7)),
    "aliases that are no strings": ("entities", lambda v: v.update(aliases=[None])),
    "an entity without mentions": ("entities", lambda v: v.update(mentions=[])),
    "an unknown kind of mention": ("entities", lambda v: v["mentions"][0].update(kind="guess")),
    "a mention past the end": ("entities", lambda v: v["mentions"][0].update(end=10**9)),
    "an unknown kind of quote": ("quotes", lambda v: v.update(kind="loud")),
    "a quote without contents": ("quotes", lambda v: v.update(contents=[])),
    "a confidence in words": ("quotes", lambda v: v.update(confidence="high")),
    "a speaker without a name": ("quotes", lambda v: v["speaker"].update(name=None)),
    "a speaker who is no entity": ("quotes", lambda v: v["speaker"].update(entity="e99")),
    "a cue past the end": ("quotes", lambda v: v.update(cue={"start": 0, "end": 10**9})),
    "a score in words": ("summary", lambda v: v.update(score="good")),
    "an unknown kind of fact": ("key_facts", lambda v: v.update(kind="rumour")),
    "a fact without a normal form": ("key_facts", lambda v: v.update(normalized=None)),
    "a missing field": ("summary", lambda v: v.pop("score")),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found(name: str, sample: Analysis, sample_lines: list[bytes]) -> None:
    field, change = DAMAGES[name]
    *fields, done = sample_lines
    with pytest.raises(StreamError, match="unreadable answer"):
        fed([*fields, *damaged(sample, field, change), done], sample.article)


@pytest.mark.parametrize(
    "line",
    [b"", b"nothing", b"[]", b"7", b"{}", b'{"field": "gossip"}', b'{"field": "quotes"}', b"\xff\xfe", b"[" * 100_000,
     b'{"field": "done", "value": {}}', b'{"field": "quotes", "value": {"a": 1}, "last": true}', b'{"error": 1}'],
)  # fmt: skip
def test_a_line_of_another_kind_is_refused(line: bytes, sample: Analysis) -> None:
    with pytest.raises(StreamError, match="unreadable answer"):
        Stream(sample.article).feed(line)


ARTICLE = Article("a", "Ada spoke.", (Paragraph(Span(0, 10)),))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["start", "end", "id", "name"]), inner),
    max_leaves=8,
)


@given(field=st.sampled_from(FIELDS), value=JSON)
def test_no_value_gets_another_error_out_of_the_decoder(field: str, value: object) -> None:
    line = json.dumps({"field": field, "value": value, "last": True}).encode()
    stream = Stream(ARTICLE)
    try:
        result = stream.feed(line)
    except StreamError:
        return
    assert result is not None
    assert result.field == field


def test_a_reported_failure_keeps_its_words(sample: Analysis) -> None:
    with pytest.raises(StreamError, match="ModelError: x is missing") as caught:
        Stream(sample.article).feed(b'{"error": {"type": "ModelError", "message": "x is missing"}}')
    assert caught.value.reported
