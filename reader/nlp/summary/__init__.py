"""The summary, the key facts and the timeline: the last stage.

Takes a document with sentences, names, entities and quotes; gives it with `summary` (whole sentences in article order,
each with what it needs to stand alone), `reserve` (what a longer summary would take next), `key_facts` and `timeline`.
"""

from dataclasses import replace

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.summary.candidates import candidates
from reader.nlp.summary.context import beside, in_context
from reader.nlp.summary.facts import key_facts
from reader.nlp.summary.interview import is_interview, with_headline
from reader.nlp.summary.pointing import is_live, of_the_moment
from reader.nlp.summary.score import bonuses, scores
from reader.nlp.summary.select import select
from reader.nlp.summary.timeline import timeline
from reader.text.standalone import Context

__all__ = ["summarise"]


def summarise(document: Document, options: AnalysisOptions) -> Document:
    """Fills `summary`, `reserve`, `key_facts` and `timeline`."""
    found = candidates(document)
    context = Context(document.text, document.entities, document.quotes)
    interview = is_interview(document, found)
    chosen, headline = with_headline(document, found) if found and interview else (found, False)
    own = scores(chosen)
    live = is_live(document.text)
    unfit = [context.dangles(c.span) or (live and of_the_moment(c)) for c in chosen]
    extra = bonuses(chosen, document.article.title, unfit, interview=interview)
    all_worth = [(c.span, score + more) for c, score, more in zip(chosen, own, extra, strict=True)]
    worth = dict(all_worth[headline:])  # a headline tells no fact
    selection = select(chosen, own, extra, options, headline=headline)
    return replace(
        document,
        summary=tuple(in_context(context, selection.summary)),
        reserve=tuple(beside(context, selection.summary, selection.reserve)),
        key_facts=key_facts(document, worth, context),
        timeline=timeline(document, worth),
    )
