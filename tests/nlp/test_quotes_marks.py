"""Quotation marks: what opens, what closes, and what is only an apostrophe."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.nlp.quotes.marks import QuotedRegion, quoted_regions
from reader.text import Article, Paragraph, Span


def article(*paragraphs: str) -> Article:
    text, spans = "", []
    for words in paragraphs:
        start = len(text)
        text += words + "\n\n"
        spans.append(Paragraph(Span(start, start + len(words))))
    return Article("t", text, tuple(spans))


def regions(*paragraphs: str) -> list[str]:
    made = article(*paragraphs)
    return [r.span.of(made.text) for r in quoted_regions(made)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“We go,” he said. “Now.”", ["“We go,”", "“Now.”"]),
        ('"We go," he said. "Now."', ['"We go,"', '"Now."']),
        ("‘We go,’ he said. ‘Now.’", ["‘We go,’", "‘Now.’"]),
        ("'We go,' he said. 'Now.'", ["'We go,'", "'Now.'"]),
        ("«We go», he said. »Now.«", ["«We go»", "»Now.«"]),
        ("„We go“, he said. „Now.”", ["„We go“", "„Now.”"]),
        ("``We go,'' he said. ''Now.''", ["``We go,''", "''Now.''"]),
        ('“We go," he said. "Now.”', ['“We go,"', '"Now.”']),
    ],
)
def test_each_style_of_marks_makes_two_regions(words: str, expected: list[str]) -> None:
    assert regions(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The dogs’ bowls and the Joneses’ cars stood in James’ yard.",
        "Back in the ’90s and the ‘80s, rock ’n’ roll was king.",
        "He isn't what he's said to be, and that's the boys' fault.",
        "He stands 5'10\" in his socks, she 5' 4\" in hers.",
        "‘Tis the season, get ‘em while they last.",
    ],
)
def test_apostrophes_and_primes_open_nothing(words: str) -> None:
    assert regions(words) == []


def test_single_quotes_keep_the_apostrophes_inside() -> None:
    assert regions("‘I don’t mind the dogs’ noise,’ he said.") == ["‘I don’t mind the dogs’ noise,’"]


def test_a_closing_mark_after_a_stray_space_still_closes() -> None:
    assert regions("She asked him ‘to town in the fall and the talks go on ’") == [
        "‘to town in the fall and the talks go on ’"
    ]


def test_a_headline_with_single_quotes_has_one_region() -> None:
    assert regions("Mayor: ‘We won’t pay’ as voters’ anger grows") == ["‘We won’t pay’"]


def test_quotes_within_quotes_are_one_region() -> None:
    assert regions("“She said ‘no’ to me,” Bo said.") == ["“She said ‘no’ to me,”"]
    assert regions("“She said “no” to me,” Bo said.") == ["“She said “no” to me,”"]


def test_a_paragraph_that_never_closes_runs_to_its_end_and_goes_on_in_the_next() -> None:
    made = article("“We began early.", "“We ended late,” she said.")
    first, second = quoted_regions(made)
    assert (first.span.of(made.text), first.closed, first.continues) == ("“We began early.", False, False)
    assert (second.span.of(made.text), second.closed, second.continues) == ("“We ended late,”", True, True)


def test_a_continuation_without_its_opening_mark_starts_at_the_paragraph() -> None:
    made = article("“We began early.", "We ended late,” she said.")
    second = quoted_regions(made)[1]
    assert (second.span.of(made.text), second.opened, second.continues) == ("We ended late,”", False, True)


@pytest.mark.parametrize("mark", ['"', "''"])
def test_a_lost_closing_mark_does_not_turn_the_ones_after_it_inside_out(mark: str) -> None:
    found = regions(f"{mark}We go, he said. {mark}Now or never,{mark} he said. {mark}Come along.{mark}")
    assert found == [f"{mark}We go, he said.", f"{mark}Now or never,{mark}", f"{mark}Come along.{mark}"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"We go. "We stay. "We go again," he said.', ['"We go.', '"We stay.', '"We go again,"']),
        ('"We go, he said. "Now," he said. "Here," she said.', ['"We go, he said.', '"Now,"', '"Here,"']),
        ('"We go," he said. Now," he said. "Here," she said.', ['"We go,"', '"Here,"']),
        ('"We go," he said. "Now,» she said. "Here," he said.', ['"We go,"', '"Now,»', '"Here,"']),
        ('""We go,"" he said. "Now."', ['"We go,"', '"Now."']),
        ('He said "we go" of the 12" pipe. "Now."', ['"we go"', '"Now."']),
        ('"A 12" pipe broke," he said. "Now."', ['"A 12" pipe broke,"', '"Now."']),
        ("There”s more of the summer''s rain. “Now,” he said.", ["“Now,”"]),
        ('"He said "no" to me," Bo said.', ['"He said "no" to me,"']),
        (
            '"Lee called it “too little,” and left. "Now," Bo said.',
            ['"Lee called it “too little,” and left.', '"Now,"'],
        ),
        ("Watch him speak » . “Now,” he said.", ["“Now,”"]),
        ('“We go, he said. "Come, if -- ""No," she said.', ["“We go, he said.", '"Come, if --', '"No,"']),
        ('Ann: ""Come in . Bo :" Is it late ?" Ann : Yes.', ['"Come in . Bo :', '" Is it late ?"']),
        ('"We go, he said, and added "... we do not stay."', ['"We go, he said, and added', '"... we do not stay."']),
    ],
)
def test_one_slip_spoils_no_other_quote(words: str, expected: list[str]) -> None:
    assert regions(words) == expected


def test_a_lost_mark_does_not_turn_a_quote_that_goes_on_in_the_next_paragraph() -> None:
    assert regions('"Good sir, said Bo, "I am your man.', 'At noon I begin. "') == [
        '"Good sir, said Bo,',
        '"I am your man.',
        'At noon I begin. "',
    ]


def test_a_closing_mark_behind_a_blank_ends_what_its_paragraph_never_opened() -> None:
    assert regions("Bo looked up.", 'There is none left of that. "') == ['There is none left of that. "']


def test_a_paragraph_of_many_loose_marks_is_read_in_one_pass() -> None:
    words = " ".join(['"Go on', 'and on,"', '"and"'] * 2000)
    assert all(len(found) < 100 for found in regions(words))


def test_dash_dialogue_needs_an_answer() -> None:
    assert regions("— Come in — said Ann.", "— No — she said. — Never.") == ["— Come in", "— No", "— Never."]
    assert regions("— A flourish at the start.", "Plain words.") == []


def test_inner_leaves_marks_and_blanks_out() -> None:
    made = article("He said “ we go ” and ``now''.")
    assert [r.inner(made.text).of(made.text) for r in quoted_regions(made)] == ["we go", "now"]


def test_code_holds_no_quotes() -> None:
    made = article('print("hello")')
    code = Article("t", made.text, (Paragraph(made.paragraphs[0].span, preformatted=True),))
    assert quoted_regions(code) == ()


def _holds(made: Article, found: tuple[QuotedRegion, ...]) -> bool:
    ordered = all(a.span.end <= b.span.start for a, b in pairwise(found))
    inside = all(any(p.span.contains(r.span) for p in made.paragraphs) for r in found)
    return ordered and inside and all(r.span.start < r.span.end for r in found)


@given(st.lists(st.text(alphabet="ab s.,?!’'‘“”\"„«»`—5 \u00a0", min_size=1, max_size=40), max_size=5))
def test_any_marks_give_ordered_disjoint_regions_inside_paragraphs(paragraphs: list[str]) -> None:
    made = article(*[p if p.strip() else "a" for p in paragraphs])
    assert _holds(made, quoted_regions(made))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The mayor''s plan is dead. “We go,” he said.", ["“We go,”"]),
        ("'I saw the mayor''s dog,' he said.", ["'I saw the mayor''s dog,'"]),
        ('The \'\'dog days\', he said, "are over." She said "No."', ['"are over."', '"No."']),
    ],
)
def test_two_single_marks_for_an_apostrophe_close_and_open_nothing(words: str, expected: list[str]) -> None:
    assert regions(words) == expected


def test_an_arrow_between_blanks_opens_nothing() -> None:
    assert regions('More in the gallery » . "We go," he says. See all pictures » now.') == ['"We go,"']
    assert regions("« We go », he said. »Now.«") == ["« We go »", "»Now.«"]


def test_a_short_paragraph_whose_opening_mark_was_lost_is_quoted_from_its_start() -> None:
    assert regions("But who can say ....” He sat down.") == ["But who can say ....”"]
    assert regions("word " * 60 + "who can say.” He sat down.") == []
    assert regions("A bag of 3” He sat down.") == []


def test_a_single_mark_too_much_does_not_join_all_that_is_quoted_in_single_ones() -> None:
    words = "They ''left at once' on Friday. 'We had to go,' said Ann Lee. 'It was late.' They called it 'a ride''."
    assert regions(words) == ["'We had to go,'", "'It was late.'", "'a ride''"]


def test_two_single_marks_stay_a_double_one_around_a_dropped_letter() -> None:
    words = "''I'm goin' home,'' he said. ''The boys' club is shut, and she said 'no'.''"
    assert regions(words) == ["''I'm goin' home,''", "''The boys' club is shut, and she said 'no'.''"]


def test_a_stray_single_mark_swallows_no_quote_whose_beginning_stands_before_it() -> None:
    words = "She sang, 'Ann Lee!" + " It was long." * 20 + '" THE END. "I," said Bo Ray, "saw a play, the \'Old Oak,\'"'
    assert regions(words) == ['"I,"', "\"saw a play, the 'Old Oak,'\""]
