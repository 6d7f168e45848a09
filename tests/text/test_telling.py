"""How a quote is told: the words of saying first where the article has them first."""

from reader.text import Quote, QuoteContext, QuoteKind, Span, Speaker
from reader.text.telling import Told, is_uncertain, told


def quoted(
    text: str, content: str, cue: str | None, *, kind: QuoteKind = "indirect", speaker: str = "Ada", **around: str
) -> Told:
    """The quote in `text`, told."""

    def place(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    who = Speaker(place(speaker), None, speaker, resolved=False)
    context = QuoteContext(**{name: place(words) for name, words in around.items()})
    quote = Quote(
        "q1", kind, tuple(map(place, content.split("|"))), place(cue) if cue else None, who, context, 0.9, "x"
    )
    return told(text, quote)


def test_verb_stands_first_where_it_does_in_the_article() -> None:
    words = quoted("Ada called it “a fine boat.”", "it “a fine boat.”", "called", kind="mixed")
    assert words.phrase == "called it “a fine boat.”"
    assert (words.lead, words.verb, words.circumstances) == ("called", "", ())


def test_whoever_was_told_and_a_clause_get_a_colon_between() -> None:
    text = "Ada told the Quay the office was closed."
    assert quoted(text, "the office was closed", "told", addressee="the Quay").phrase == (
        "told the Quay: the office was closed"
    )


def test_clause_with_a_word_that_leads_to_it_needs_no_colon() -> None:
    text = "Ada told the Quay that the office was closed."
    assert quoted(text, "the office was closed", "told", addressee="the Quay").phrase == (
        "told the Quay that the office was closed"
    )
    assert quoted("Ada told Tom to leave.", "to leave", "told", addressee="Tom").phrase == "told Tom to leave"


def test_what_the_lead_tells_is_not_told_again() -> None:
    text = "Ada said in a letter on Monday that boats were scarce this week."
    words = quoted(text, "boats were scarce this week", "said", when="Monday", medium="in a letter")
    assert words.phrase == "said in a letter on Monday that boats were scarce this week"
    assert words.circumstances == ()


def test_what_stands_elsewhere_is_told_behind() -> None:
    text = "On Monday, Ada said in a hall that was cold. Later boats were scarce."
    words = quoted(text, "boats were scarce", "said", when="On Monday")
    assert (words.lead, words.content, words.circumstances) == ("said", "boats were scarce", ("On Monday",))


def test_speaker_between_verb_and_content_is_left_out() -> None:
    assert quoted("So said Ada, the boats were scarce.", "the boats were scarce", "said").phrase == (
        "said the boats were scarce"
    )


def test_verb_behind_the_content_stays_behind() -> None:
    words = quoted("Boats were scarce, Ada told Tom in May.", "Boats were scarce", "told", addressee="Tom", when="May")
    assert (words.lead, words.phrase, words.verb, words.circumstances) == (
        "",
        "Boats were scarce",
        "told Tom",
        ("May",),
    )


def test_direct_quote_stands_first_wherever_the_verb_is() -> None:
    text = "Ada told Tom: “No boat.” Then: “None.”"
    words = quoted(text, "“No boat.”|“None.”", "told", kind="direct", addressee="Tom")
    assert (words.phrase, words.verb) == ("“No boat.” … “None.”", "told Tom")


def test_according_to_cannot_lead() -> None:
    text = "According to Ada boats were scarce."
    words = quoted(text, "boats were scarce", "According to")
    assert (words.phrase, words.verb) == ("boats were scarce", "according to")


def test_a_mere_colon_is_no_verb() -> None:
    assert quoted("Ada: “No.”", "“No.”", ":", kind="direct").verb == ""


def test_words_are_harmless_and_cut_on_request() -> None:
    text = "Ada said the\tboats\n\x1b[2Jwere scarce."
    assert quoted(text, "the\tboats\n\x1b[2Jwere scarce", "said").phrase == "said the boats ␛[2Jwere scarce"
    quote = Quote("q1", "direct", (Span(9, 30),), None, None, QuoteContext(), 0.2, "x")
    assert told(text, quote, max_chars=9).content == "the boats"
    assert not is_uncertain(quote)
