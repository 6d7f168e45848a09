"""A small analysed article, written by hand, for the tests of everything that carries analyses."""

from reader.text import (
    Analysis,
    Article,
    Engine,
    Entity,
    KeyFact,
    Mention,
    Paragraph,
    Quote,
    QuoteContext,
    Sentence,
    Span,
    Speaker,
    SummarySentence,
)

TEXT = (
    "Ferry line to close\n\n"
    "The Brill Ferry will stop on 3 May, harbour chief Ada Brennan told reporters on Monday in a statement. "
    '"We ran out of boats," she said, "and of luck."\n\n'
    "Captain <Tom> *Roe* claimed that 40 jobs would go. “Nobody asked us,” one sailor said."
)
CLAIM = "Captain <Tom> *Roe* claimed that 40 jobs would go."


def place(words: str, *, nth: int = 0) -> Span:
    """Where `words` stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def sample() -> Analysis:
    """Two named people, a boat line, three kinds of quote, a summary, facts."""
    blocks = TEXT.split("\n\n")
    paragraphs = tuple(
        Paragraph(place(b), "heading" if i == 0 else "body", level=int(i == 0)) for i, b in enumerate(blocks)
    )
    ada = Entity(
        "e2", "PERSON", "Ada Brennan", (), (Mention(place("Ada Brennan"), "name"), Mention(place("she"), "pronoun")),
        role=place("harbour chief"), gender="female",
    )  # fmt: skip
    tom = Entity("e3", "PERSON", "<Tom> *Roe*", ("Captain Roe",), (Mention(place("<Tom> *Roe*"), "name"),))
    line = Entity("e1", "ORG", "Brill Ferry", ("the Brill",), (Mention(place("Brill Ferry"), "name"),))
    when = Entity("e4", "DATE", "3 May", (), (Mention(place("3 May"), "name"),), normalized="--05-03")
    return Analysis(
        article=Article(
            "ferry.txt", TEXT, paragraphs, title="Ferry line to close", headline=paragraphs[0].span,
            author="Jo Hale", source="The Quay", published="2026-05-01", url="https://example.org/ferry?a=1&b=2",
        ),
        sentences=tuple(Sentence(p.span, 0, 0, i) for i, p in enumerate(paragraphs)),
        entities=(line, ada, tom, when),
        quotes=_quotes(),
        summary=(SummarySentence(paragraphs[1].span, 0.9), SummarySentence(place(CLAIM), 0.5)),
        key_facts=(KeyFact("date", place("3 May"), "--05-03"), KeyFact("quantity", place("40 jobs"), "40 jobs")),
        engine=Engine("reader", "0", {"m.json": "0" * 12}),
    )  # fmt: skip


def _quotes() -> tuple[Quote, ...]:
    she = Speaker(place("she"), "e2", "Ada Brennan", resolved=True)
    chief = Speaker(place("Ada Brennan"), "e2", "Ada Brennan", resolved=True)
    tom = Speaker(place("<Tom> *Roe*"), "e3", "<Tom> *Roe*", resolved=True)
    context = QuoteContext(when=place("on Monday"), medium=place("in a statement"), addressee=place("reporters"))
    split = (place('"We ran out of boats,"'), place('"and of luck."'))
    return (
        Quote(
            "q1",
            "indirect",
            (place("The Brill Ferry will stop on 3 May"),),
            place("told"),
            chief,
            context,
            0.9,
            "subject",
        ),
        Quote("q2", "direct", split, place("said"), she, QuoteContext(), 0.95, "pronoun"),
        Quote("q3", "indirect", (place("40 jobs would go"),), place("claimed"), tom, QuoteContext(), 0.4, "subject"),
        Quote("q4", "direct", (place("“Nobody asked us,”"),), None, None, QuoteContext(), 0.0, "unknown"),
    )
