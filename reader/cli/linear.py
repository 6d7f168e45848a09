"""`reader print --plain`: everything in words, one thing a line, for a screen reader or a speech program.

Takes an `Analysis`, gives a string without drawing, colour or wrapping.
"""

from collections.abc import Iterable

from reader.export import text as plain
from reader.export.report import report
from reader.text import Analysis
from reader.text.display import one_line

_SPOKEN = {"body": "", "heading": "Heading: ", "list": "Item: ", "quote": "Quotation: ", "caption": ""}


def linear_text(analysis: Analysis, *, sections: tuple[str, ...]) -> str:
    """The sections, in the order of the page."""
    told = report(analysis)
    blocks = [*plain.head(told)]
    if "article_text" in sections:
        blocks += ["\n".join(_paragraphs(analysis))]
    if "summary" in sections:
        blocks += [*plain.summary(told), *plain.facts(told), *plain.timeline(told)]
        if "entities" not in sections:
            blocks += plain.people(told)
    if "voices" in sections:
        blocks += plain.voices(told)
    if "entities" in sections:
        blocks += plain.named(told)
    return "\n\n".join(blocks) + "\n"


def _paragraphs(analysis: Analysis) -> Iterable[str]:
    article = analysis.article
    yield "ARTICLE"
    for number, paragraph in enumerate(article.paragraphs, start=1):
        yield f"Paragraph {number}. {_SPOKEN[paragraph.kind]}{one_line(paragraph.span.of(article.text))}"
