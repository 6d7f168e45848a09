"""Who is made to speak by a sentence that holds no words of theirs: "Lee continued:", "Lee agreed. “It is over.”".

Takes a unit paragraph with its labelled spans, gives an attribution without contents, or the span of a subject.
"""

from reader.nlp.quotes.attribution import Attribution, span_of
from reader.nlp.quotes.candidates import candidates
from reader.nlp.quotes.context import context_of
from reader.nlp.quotes.link import Link, frame_of
from reader.nlp.quotes.manner import cue_words
from reader.nlp.quotes.ranker import choose
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import UnitParagraph
from reader.text import Span

ANNOUNCED = 0.8
"""Confidence of a speaker before a colon; the share right on the development articles, rounded."""
_SPEAKING = (frozenset(("person", "subject")), frozenset(("human", "body", "org", "name")))
"""Kinds of mentions that speak, the likelier first."""
_NO_SUBJECTS = frozenset(("i", "we", "you", "it", "who"))
_DISTRIBUTIVES = frozenset("each every either neither both".split())
"""Of whom they tell, no one speaks alone: "what each side told its supporters"."""


def announced(text: str, paragraph: UnitParagraph, labelled: list[Labelled]) -> Attribution | None:
    """Who is to speak in the next paragraph, when this one ends with a colon ("Lee continued:")."""
    if not text.endswith(":", *paragraph.span):
        return None
    return _introduced(text, paragraph, labelled, len(paragraph.units) - 1)


def led_in(
    text: str, paragraph: UnitParagraph, content: Labelled, labelled: list[Labelled], *, silent: bool = True
) -> Attribution | None:
    """Who the sentence before a quote makes speak: "Lee agreed. “It is over.”".

    Args:
        text: the article's.
        paragraph: where the quote stands.
        content: the quote.
        labelled: the paragraph's spans.
        silent: whether that sentence may not say anything itself.
    """
    units = paragraph.units
    if not content.start or units[content.start - 1].sentence == units[content.start].sentence:
        return None
    group = units[content.start - 1].sentence
    roles = {s.role for s in labelled if units[s.start].sentence == group}
    speaks = roles == {"cue", "source"} if silent else roles >= {"cue", "source"}
    return _introduced(text, paragraph, labelled, content.start - 1) if speaks else None


def _introduced(text: str, paragraph: UnitParagraph, labelled: list[Labelled], last: int) -> Attribution | None:
    """The source of the last cue in the sentence that ends with the unit `last`."""
    units = paragraph.units
    cues = [s for s in labelled if s.role == "cue" and units[s.start].sentence == units[last].sentence]
    if not cues:
        subject = subject_of(paragraph, labelled, last, kinds=(*_SPEAKING, frozenset(("noun",))))
        return Attribution((), None, subject, "announced", ANNOUNCED) if subject else None
    cue = cues[-1]
    blocked = [s for s in labelled if s.role in ("content", "cue")]
    ranked = choose(frame_of(units, cue, [], labelled), candidates(units, labelled, blocked))
    if ranked.candidate is None or units[ranked.candidate.start].word in _DISTRIBUTIVES:
        return None
    link = Link((), cue, ranked.candidate, "announced", ranked.probability)
    words, source = span_of(paragraph, cue_words(units, cue)), span_of(paragraph, ranked.candidate)
    return Attribution((), words, source, "announced", ANNOUNCED, context_of(text, units, link))


def subject_of(
    paragraph: UnitParagraph, labelled: list[Labelled], last: int, *, kinds: tuple[frozenset[str], ...] = _SPEAKING
) -> Span | None:
    """Whoever the sentence that ends with the unit `last` is about: its source, else the likeliest kind of mention."""
    units = paragraph.units
    first = next(i for i, u in enumerate(units) if u.sentence == units[last].sentence)
    blocked = [s for s in labelled if s.role == "cue" and s.start >= first]
    found = [c for c in candidates(units, labelled, blocked) if first <= c.start <= last]
    ranks = [c for c in found if c.tagged]
    for wanted in kinds:
        ranks += [c for c in found if c.kind in wanted and units[c.start].word not in _NO_SUBJECTS]
    if not ranks or units[ranks[0].start].word in _DISTRIBUTIVES:
        return None
    return span_of(paragraph, ranks[0])
