"""Who said what, on small articles of our own, through all stages before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.nlp.coref import link_entities
from reader.nlp.document import Document
from reader.nlp.entities import find_names
from reader.nlp.options import AnalysisOptions
from reader.nlp.quotes import attribute_quotes
from reader.nlp.quotes.attribution import Attribution, span_of
from reader.nlp.quotes.behind import framed_behind
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.speech import _Scene, _State, _unframed
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import unit_paragraphs
from reader.nlp.tokens import tokenize
from reader.parse import parse_article, parse_verbatim
from reader.text import Article, Quote

OPTIONS = AnalysisOptions()


def through(article: Article) -> Document:
    document = Document(article)
    for stage in (tokenize, find_names, link_entities, attribute_quotes):
        document = stage(document, OPTIONS)
    return document


def read(text: str) -> Document:
    return through(parse_verbatim(text, id="t"))


def words(document: Document, quote: Quote) -> list[str]:
    return [c.of(document.text) for c in quote.contents]


def said(document: Document) -> list[tuple[str, str]]:
    """(speaker's name, contents) of each quote."""
    return [(q.speaker.name if q.speaker else "", " … ".join(words(document, q))) for q in document.quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge is safe,” Ann Lee said.", "Ann Lee"),
        ("“The bridge is safe,” said Ann Lee, the chief engineer.", "Ann Lee"),
        ("Ann Lee said: “The bridge is safe.”", "Ann Lee"),
        ("Ann Lee told reporters on Monday, “The bridge is safe.”", "Ann Lee"),
        ("According to Ann Lee, “the bridge is safe.”", "Ann Lee"),
    ],
)
def test_each_order_of_quote_cue_and_source_finds_the_speaker(text: str, speaker: str) -> None:
    [(name, contents)] = said(read(text))
    assert name == speaker
    assert "bridge is safe" in contents


def test_a_split_quote_is_one_quote_with_two_contents() -> None:
    document = read("“The bridge is safe,” Ann Lee said. “It will stand for a hundred years.”")
    [quote] = document.quotes
    assert words(document, quote) == ["“The bridge is safe,”", "“It will stand for a hundred years.”"]
    assert quote.kind == "direct"


def test_indirect_speech_keeps_the_clause_and_its_speaker() -> None:
    document = read("Ann Lee said that the bridge would be closed for a month.")
    [quote] = document.quotes
    assert words(document, quote) == ["that the bridge would be closed for a month"]
    assert quote.kind == "indirect"
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Lee"


def test_partly_quoted_speech_is_mixed() -> None:
    document = read("Ann Lee said the bridge was “as good as new” after the repair.")
    [quote] = document.quotes
    assert quote.kind == "mixed"
    assert "“as good as new”" in words(document, quote)[0]


def test_a_pronoun_speaker_gets_the_name() -> None:
    document = read("Ann Lee inspected the bridge on Monday.\n“It is safe,” she said.")
    quote = document.quotes[-1]
    assert quote.speaker is not None
    assert quote.speaker.span.of(document.text) == "she"
    assert quote.speaker.name == "Ann Lee"
    assert quote.speaker.resolved


def test_a_paragraph_that_never_closes_goes_on_with_the_same_speaker() -> None:
    document = read("“We began at dawn,” Ann Lee said. “Nobody slept.\n“By noon the bridge was open again.”")
    [quote] = document.quotes
    assert words(document, quote)[-1] == "“By noon the bridge was open again.”"


def test_a_colon_announces_the_speaker_of_the_next_paragraph() -> None:
    document = read("Then Ann Lee continued:\n“By noon the bridge was open again.”")
    [(name, contents)] = said(document)
    assert (name, contents) == ("Ann Lee", "“By noon the bridge was open again.”")


def test_a_block_quote_belongs_to_the_one_announced() -> None:
    text = "Ann Lee continued:\n\n> By noon the bridge was open again, and nobody had been hurt at all.\n"
    document = through(parse_article(text, id="t", name="t.md"))
    assert ("Ann Lee", "By noon the bridge was open again, and nobody had been hurt at all.") in said(document)
    assert document.quotes[-1].kind == "direct"


@pytest.mark.parametrize("dash", ["—", "-", "–"])
def test_a_line_that_signs_a_quote_says_whose_it_is(dash: str) -> None:
    document = read(f"The council met.\n\n“By noon the bridge was open again.”\n\n{dash} Ann Lee, mayor of Harrow\n")
    assert said(document) == [("Ann Lee", "“By noon the bridge was open again.”")]


def test_a_block_quote_may_be_signed_too() -> None:
    text = "The council met.\n\n> By noon the bridge was open again.\n\n— Ann Lee\n\nThen it closed."
    assert said(through(parse_article(text, id="t", name="t.md"))) == [
        ("Ann Lee", "By noon the bridge was open again.")
    ]


def test_a_dash_before_a_name_signs_nothing_where_no_quote_stands_above() -> None:
    assert read("The council met and went home.\n\n— Ann Lee, mayor of Harrow\n").quotes == ()


def test_an_interview_in_question_and_answer_gives_each_turn_to_its_label() -> None:
    document = read(
        "REPORTER: When does the bridge open?\nMS. LEE: On Monday, I hope.\nREPORTER: At what time?\nMS. LEE: At noon."
    )
    spoken = [(q.speaker.span.of(document.text) if q.speaker else "", words(document, q)[0]) for q in document.quotes]
    assert spoken[0] == ("REPORTER", "When does the bridge open?")
    assert spoken[3] == ("MS. LEE", "At noon.")


def test_the_answers_of_an_interview_are_those_of_the_person_it_is_with() -> None:
    document = read(
        "Ann Lee has built bridges since she left school. Lee spoke to us in May.\n"
        "Q: Which one is your best?\nA: The next one.\nQ: And the worst?\nA: I never look back."
    )
    names = [q.speaker.name for q in document.quotes if q.speaker and q.rule == "transcript"]
    assert names == ["Q", "Ann Lee", "Q", "Ann Lee"]


def test_the_questions_of_an_interview_are_those_of_its_author() -> None:
    text = "By Dana Fox\n\nAnn Lee has built bridges since she left school. Lee met us in May.\n\n"
    turns = "Q: Which one is your best?\n\nA: The next one.\n\nQ: And the worst?\n\nA: I never look back."
    document = through(parse_article(text + turns, id="t", name="t.txt"))
    assert [q.speaker.name for q in document.quotes if q.speaker and q.rule == "transcript"] == [
        "Dana Fox", "Ann Lee", "Dana Fox", "Ann Lee",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "start",
    [
        "One of them, Teresa Moyo, said the queue had not moved.",
        "One of the three women, Teresa Moyo, said the queue had not moved.",
        "Its local coordinator, Teresa Moyo, said the queue had not moved.",
    ],
)
def test_a_name_between_commas_says_who_the_speaker_is(start: str) -> None:
    document = read("Three women waited outside the clinic. " + start)
    assert [name for name, _ in said(document)] == ["Teresa Moyo"]


def test_who_takes_up_a_speaker_without_a_name_and_does_not_take_the_floor() -> None:
    document = read("“We knew it all along,” said one resident, who asked not to be named. “We have always known.”")
    assert {q.speaker.name for q in document.quotes if q.speaker} == {"one resident"}
    assert "“We have always known.”" in said(document)[-1][1]


def test_a_clause_ends_without_the_comma_that_divides_it_from_its_cue() -> None:
    document = read("The bridge was safe to cross, Ann Lee said on Monday.")
    assert words(document, document.quotes[0]) == ["The bridge was safe to cross"]


def test_a_scare_quote_and_a_title_are_no_speech() -> None:
    document = read("The town sold its “bridge” for scrap. A choir sang “Amazing Grace” at the end of the day.")
    assert document.quotes == ()


def test_short_sentences_of_a_dialogue_in_one_line_are_all_heard_and_titles_are_not() -> None:
    line = '"It was on a bean, Bo." "Yes, bean\'s good. I did that." "Have you? What is your way?"'
    assert sum(len(q.contents) for q in read(line).quotes) == 3
    document = read("The choir, in white, sang “Who Knows Where Time Goes?” at the very end of the day.")
    assert document.quotes == ()


def test_a_quote_is_kept_where_the_marks_of_the_next_one_are_damaged() -> None:
    whole = '"The road is old. It was made when we were poor. You were another man."'
    text = whole + ' ’I was a boy," he said. "So it was," she said.'
    assert whole in said(read(text))[0][1]


def test_a_long_stretch_in_marks_is_heard_though_it_begins_with_a_small_letter() -> None:
    document = read('"because we leave what is dear to us and go. And we are glad." "No!" she said. "Never."')
    assert any("dear to us" in contents for _, contents in said(document))


@pytest.mark.parametrize(
    ("behind", "speaker"), [("said Ann Lee, the chair.", "Ann Lee"), ("the mayor wrote.", "The mayor"), ("a day.", "")]
)
def test_the_words_of_saying_behind_a_quote_frame_it(behind: str, speaker: str) -> None:
    document = tokenize(Document(parse_verbatim(f"His plan “looks like a dream to me,” {behind}", id="t")), OPTIONS)
    [paragraph] = unit_paragraphs(find_names(document, OPTIONS))
    at = next(i for i, unit in enumerate(paragraph.units) if unit.region)
    link = framed_behind(paragraph, [], at)
    found = span_of(paragraph, link.source).of(document.text) if link and link.source else ""
    assert speaker.lower() in found.lower()
    assert bool(found) == bool(speaker)


def test_who_says_that_another_asked_is_not_who_asked() -> None:
    document = read(
        "Press Secretary Sarah Lind says Mr Hale asked Security Adviser John Roe to invite Mr Berg to Oslo."
    )
    [(name, contents)] = [found for found in said(document) if found[0] == "Sarah Lind"]
    assert contents.startswith("Mr Hale asked")
    assert name == "Sarah Lind"


def test_what_was_said_begins_with_its_sentence_and_not_at_an_apposition() -> None:
    document = read(
        "Sarah Lind spoke on Thursday. The president had instructed John Roe, his national security adviser, "
        'to invite Mr. Berg "to Oslo in the fall," she said.'
    )
    assert any(contents.startswith("The president had instructed") for _, contents in said(document))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The plan was criticised by Ann Lee, who called for its end. Bo Ray was told that the bridge would close.",
            "",
        ),
        ("Asked whether the bridge was safe, Ann Lee nodded.", ""),
        ("Bo Ray was asked by Ann Lee whether the bridge was safe.", "Ann Lee"),
    ],
)
def test_whoever_is_told_or_asked_has_not_said_it(text: str, speaker: str) -> None:
    spoken = {name for name, contents in said(read(text)) if "bridge" in contents}
    assert spoken == {speaker}


def test_the_one_who_was_quoted_goes_on_behind_what_only_follows_a_quote() -> None:
    document = read(
        "“The old bridge was closed in May,” Ann Lee wrote in a letter, which was first reported by the Daily Post. "
        "“Nobody has asked us why it was closed.”"
    )
    assert {name for name, contents in said(document) if "Nobody" in contents} == {"Ann Lee"}


def test_what_is_said_begins_behind_a_dateline() -> None:
    document = read("LYON, 3 May (Coast Press) — The mill burned for two days before the wind turned, the mayor said.")
    assert any(contents.startswith("The mill") for _, contents in said(document))


def test_what_was_told_within_what_was_said_is_not_listed_again() -> None:
    document = read(
        "Sarah Lind spoke on Thursday. The president had instructed John Roe, his national security adviser, "
        'to invite Mr. Berg "to Oslo in the fall," she said.'
    )
    assert not any(contents == "John Roe" for _, contents in said(document))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The papers show, he said on Friday, that the bridge is safe.", "he"),
        ("Ann Lee, who declined to comment, wrote that the bridge is safe.", "Ann Lee"),
        ("The plan was attacked by some of his rivals, who said that the bridge is safe.", "rivals"),
        ("Officials said that the bridge is safe.", "Officials"),
    ],
)
def test_grammar_gives_the_subject(text: str, speaker: str) -> None:
    assert any(speaker in name for name, contents in said(read(text)) if "bridge is safe" in contents)


def test_what_stands_behind_a_quote_without_marks_is_not_in_it() -> None:
    for behind in ("with a smile.", "a point he likes to make.", "after the vote."):
        [contents] = [
            c for _, c in said(read(f"“We have never been paid for it,” Ann Lee declared, {behind}")) if "“" in c
        ]
        assert contents == "“We have never been paid for it,”"


def test_what_i_say_in_running_prose_is_nobodys_to_list() -> None:
    document = read("I think that the bridge is safe. “I said that it is not,” Ann Lee answered.")
    assert all(q.rule.endswith("-attitude") for q in document.quotes if q.speaker and q.speaker.name == "I")


def test_whose_claim_it_is_stands_without_the_ending() -> None:
    document = read("The rowers' club met on Friday. The union’s claim that the bridge is unsafe surprised nobody.")
    assert [name for name, contents in said(document) if "unsafe" in contents] == ["union"]


@pytest.mark.parametrize("speaker", ["police", "the council", "Ann Lee"])
def test_whoever_stands_between_the_comma_and_said_is_the_speaker(speaker: str) -> None:
    [(name, contents)] = said(read(f"Two boats sank in the harbour on Friday after a long storm, {speaker} said."))
    assert name.lower().removeprefix("the ") == speaker.lower().removeprefix("the ")
    assert contents == "Two boats sank in the harbour on Friday after a long storm"


def test_contents_stay_in_order_where_a_quote_between_them_is_found_last() -> None:
    document = tokenize(Document(parse_verbatim("“A b c d.” So “E f g h.” So “I j k l.”", id="t")), OPTIONS)
    [paragraph] = unit_paragraphs(document)
    first, second, third = (i for i, unit in enumerate(paragraph.units) if unit.region)
    parts = [span_of(paragraph, Labelled(i, i + 1, "content")) for i in (first, second, third)]
    state = _State(found=[Attribution((parts[0], parts[2]), None, None, "unknown", 0.2, quoted=True)])
    loose = Link((Labelled(second, second + 1, "content"),), None, None, "loose-quote", 0.0)
    _unframed(_Scene(document.text, paragraph, [], 0), loose, state)
    assert state.found[0].contents == tuple(parts)


def test_an_unnamed_speaker_stays_one_within_the_article() -> None:
    document = read(
        "A spokesperson for the water board told the paper the tests were “going well”. "
        "The spokesperson added: “We expect to be done by June.”"
    )
    speakers = {q.speaker.entity for q in document.quotes if q.speaker}
    assert len(speakers) == 1
    assert None not in speakers


def test_i_in_a_quote_is_a_mention_of_its_speaker() -> None:
    document = read("“I built the bridge with my own hands,” Ann Lee said.")
    lee = next(e for e in document.entities if e.name == "Ann Lee")
    assert [m.span.of(document.text) for m in lee.mentions if m.kind == "pronoun"] == ["I", "my"]


def test_entities_are_numbered_by_first_mention() -> None:
    document = read("A spokesman for the board said: “We are ready.” Ann Lee said: “I am not.”")
    assert [e.id for e in document.entities] == [f"e{n}" for n in range(1, len(document.entities) + 1)]
    starts = [e.mentions[0].span.start for e in document.entities]
    assert starts == sorted(starts)


def test_when_medium_and_addressee_are_marked() -> None:
    document = read("Ann Lee told the council in a letter on Thursday morning that the bridge was safe.")
    context = document.quotes[0].context
    found = [part.of(document.text) if part else None for part in (context.when, context.medium, context.addressee)]
    assert found == ["Thursday morning", "in a letter", "the council"]


def test_denied_speech_is_marked_in_the_rule() -> None:
    document = read("Ann Lee did not say that the bridge was safe.")
    assert all(q.rule.endswith("negated") for q in document.quotes)
    assert document.quotes


def test_an_article_without_words_has_no_quotes() -> None:
    assert read("“”").quotes == ()
    assert read("…").quotes == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="“”\"'‘’«»`—:,. \n", max_size=12), st.integers(0, 60))
def test_stray_marks_break_nothing_and_spans_stay_in_bounds(marks: str, at: int) -> None:
    text = "“We go,” Ann Lee said. She said that it was late. “I know,” he said."
    document = read(text[:at] + marks + text[at:])
    for quote in document.quotes:
        assert all(0 <= c.start < c.end <= len(document.text) for c in quote.contents)
        assert 0 <= quote.confidence <= 1
        assert list(quote.contents) == sorted(quote.contents)


def test_the_same_article_gives_the_same_quotes() -> None:
    text = "“We go,” Ann Lee said. According to Bo Ray, the bridge is closed."
    assert read(text).quotes == read(text).quotes
