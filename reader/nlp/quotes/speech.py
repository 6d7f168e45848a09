"""The attributions of a whole document: the linker's finds in each paragraph, joined and completed across paragraphs.

Takes a document, gives attributions in characters. Quoted regions that no cue frames find their speaker here: the
one who is speaking in this paragraph, the one announced before a colon, the one whose quote was never closed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reader.nlp.document import Document
from reader.nlp.quotes.accept import accepted, is_clause
from reader.nlp.quotes.attribution import Attribution, span_of
from reader.nlp.quotes.behind import framed_behind, is_saying
from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.clause_ends import cut_to_clauses
from reader.nlp.quotes.context import context_of
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.edges import ways
from reader.nlp.quotes.headline import headline_voice
from reader.nlp.quotes.introduce import announced, led_in, subject_of
from reader.nlp.quotes.link import Link, link_paragraph
from reader.nlp.quotes.link_repair import joined, repaired, with_later_parts
from reader.nlp.quotes.manner import cue_words, modality
from reader.nlp.quotes.second_that import with_second_that
from reader.nlp.quotes.signature import signed_by
from reader.nlp.quotes.tagger import Labelled, read_paragraph
from reader.nlp.quotes.transcript import speaker_labels
from reader.nlp.quotes.units import Unit, UnitParagraph, pieces, unit_paragraphs
from reader.text import Span, trimmed

_STOP = re.compile(r"[.?!…][”\"’']?\s")
"""Between two sentences."""
_WORD = re.compile(r"\w+")
MIN_UNCUED_WORDS = 3
"""Without a cue, fewer quoted words than this beside other words are a scare quote."""
MIN_LOOSE_WORDS = 8
"""A shorter quoted stretch inside a sentence that no cue frames is a scare quote or a title."""
MIN_SENTENCE_WORDS = 4
"""A shorter stretch may be a slogan, even with a stop."""
MAX_CAPITALS_SHARE = 0.4
"""Of a sentence's words behind the first; titles have more."""
MAX_ALTERNATION = 4
"""How many quotes back the other party of a dialogue may have spoken."""
TRANSCRIPT, SIGNED, ALTERNATING, NEXT, SAME, SUBJECT, ALONE = 0.95, 0.9, 0.55, 0.6, 0.5, 0.45, 0.2
"""Confidence of the ways to a speaker without a cue; shares right on the development articles, rounded."""
_INNER_MARKS = "”’\"'"
_STOPS = frozenset((".", ",", "!", "?", "…"))
_BEFORE_SAID = frozenset((",", "!", "?"))
"""With what a quote ends ahead of its verb of saying."""
_RELATIVES = frozenset(("who", "which"))
_DIVIDERS = frozenset((",", ";", ":", "–", "—", "--", "-"))


class _Scene(NamedTuple):
    """One paragraph while its contents are given their speakers."""

    text: str
    paragraph: UnitParagraph
    labelled: list[Labelled]
    first_here: int
    """How many attributions were found before it."""


@dataclass(slots=True)
class _State:
    """Who is speaking, while walking down the article."""

    found: list[Attribution] = field(default_factory=list)
    paragraph: int = -9
    """Where the last quoted speech stood."""
    announced: Attribution | None = None
    left_open: bool = False
    before: _Scene | None = None
    """The paragraph before."""


def find_attributions(document: Document) -> list[Attribution]:
    """All attributions, ordered by their first content."""
    state = _State()
    paragraphs = unit_paragraphs(document)
    labels = speaker_labels(document.text, paragraphs)
    for paragraph in paragraphs:
        label, name = labels.get(paragraph.number), signed_by(document.text, paragraph)
        if label is not None:
            _take_turn(document.text, paragraph, label, state)
        elif name is None or not _signed(paragraph, name, state):
            for piece in pieces(paragraph):
                _walk(document.text, piece, state)
    return sorted(state.found, key=lambda a: a.contents[0])


def _take_turn(text: str, paragraph: UnitParagraph, label: Span, state: _State) -> None:
    """A paragraph of a transcript: everything after its label is what that speaker says."""
    start = text.index(":", label.end, paragraph.span.end) if ":" in text[label.end : paragraph.span.end] else label.end
    content = trimmed(text, start + 1, paragraph.span.end)
    if content.length_chars:
        state.found.append(Attribution((content,), None, label, "transcript", TRANSCRIPT, quoted=True))
        state.paragraph = paragraph.number


def _signed(paragraph: UnitParagraph, name: Span, state: _State) -> bool:
    """Gives the quote that fills the paragraph before to whoever signs it; False where there is none."""
    scene, last = state.before, state.found[-1] if state.found else None
    if scene is None or scene.paragraph.number != paragraph.number - 1:
        return False
    quoted = last is not None and last.quoted and last.cue is None and state.paragraph == scene.paragraph.number
    if last is not None and quoted and last.contents[-1].end >= scene.paragraph.units[-1].span.end:
        state.found[-1] = replace(last, source=name, rule="signature", confidence=SIGNED)
    elif scene.paragraph.kind == "quote" and not quoted:
        state.found.append(Attribution((scene.paragraph.span,), None, name, "signature", SIGNED, quoted=True))
    else:
        return False
    state.before = None
    return True


def _walk(text: str, paragraph: UnitParagraph, state: _State) -> None:
    """Adds one paragraph's attributions to what was found."""
    read = read_paragraph(paragraph)
    found = ways(paragraph.units, read.labelled)
    if paragraph.kind == "quote":
        found = [[s for s in labelled if s.role != "content"] for labelled in found]
    labelled, readings = found[0], read._replace(labelled=found)
    plain = link_paragraph(paragraph, labelled)
    quoted = [link for link in plain if link.cue is None or not is_clause(paragraph.units, link)]
    judged = with_later_parts(paragraph.units, [*quoted, *accepted(paragraph, readings, plain)])
    whole = cut_to_clauses(paragraph.units, with_second_that(paragraph.units, judged))
    links = headline_voice(paragraph, whole)
    covered = {i for link in links for part in link.contents for i in range(part.start, part.end)}
    loose = [
        framed_behind(paragraph, labelled, i) or Link((Labelled(i, i + 1, "content"),), None, None, "loose-quote", 0.0)
        for i, unit in enumerate(paragraph.units)
        if unit.region is not None and i not in covered and _is_speech(text, paragraph, i)
    ]
    first_here = len(state.found)
    for link in joined(paragraph.units, [*links, *loose]):
        if _too_weak(text, paragraph, link):
            continue
        if link.source is not None or link.cue is not None:
            told = repaired(paragraph.units, labelled, link)
            state.found += [_from_link(text, paragraph, whole) for whole in told]
        else:
            _unframed(_Scene(text, paragraph, labelled, first_here), _to_marks(paragraph.units, link), state)
    state.found[first_here:] = _without_echoes(state.found[first_here:])
    if paragraph.kind == "quote":
        _block(paragraph, state)
    here = state.found[first_here:]
    if any(a.quoted for a in here):
        state.paragraph = paragraph.number
    last = paragraph.units[-1]
    state.left_open = last.region is not None and not last.region.closed
    state.announced = announced(text, paragraph, labelled)
    state.before = _Scene(text, paragraph, labelled, first_here)


def _without_echoes(here: Sequence[Attribution]) -> list[Attribution]:
    """A paragraph's attributions without those of which another's contents hold words, cue and all.

    In "The mayor had told Bo Ray to stay, Ann Lee said" what the mayor told is a part of what Ann Lee said.
    """
    return [a for a in here if not any(_holds(other, a) for other in here if other is not a)]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    spans = (*inner.contents, *((inner.cue,) if inner.cue is not None else ()))
    return not inner.quoted and all(any(c.contains(span) for c in outer.contents) for span in spans)


def _too_weak(text: str, paragraph: UnitParagraph, link: Link) -> bool:
    """Whether a content lacks what makes it speech: words; a cue or more than a phrase in marks; a likely source."""
    units = [u for part in link.contents for u in paragraph.units[part.start : part.end]]
    if not any(u.region for u in units):
        return link.cue is None or not any(_WORD.search(text, *u.span) for u in units)
    words = sum(_count(text, *u.span) for u in units)
    return not words or (link.cue is None and len(units) < len(paragraph.units) and words < MIN_UNCUED_WORDS)


def _count(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))


def _is_speech(text: str, paragraph: UnitParagraph, i: int) -> bool:
    region = paragraph.units[i].region
    if region is None:
        return False
    inner = region.inner(text)
    alone = len(paragraph.units) == 1
    if region.continues or alone:
        return inner.length_chars > 0
    words = inner.of(text).split()
    if not words:
        return False
    if _is_told(paragraph.units, i, words):
        return True
    stops = any(word.rstrip(_INNER_MARKS)[-1:] in _STOPS for word in words)
    stopped = stops or text[region.span.end : region.span.end + 1] in _STOPS
    if len(words) >= MIN_LOOSE_WORDS:
        return words[0][0].isupper() or stopped
    return words[0][0].isupper() and _is_sentence(words)


def _is_told(units: Sequence[Unit], i: int, words: Sequence[str]) -> bool:
    """Whether its neighbours make a quoted unit speech: the remark “some sphinx in rhymes”; “My dear sir,” said Bo."""
    before = units[i - 1] if i else None
    if before is not None and len(words) >= MIN_UNCUED_WORDS and cue_class(before.word, before.tag) == "talk_n":
        return True
    return words[0][0].isupper() and words[-1][-1] in _BEFORE_SAID and is_saying(units, i + 1)


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether words behind a capital go on to a stop, and are no title or slogan in Headline Style."""
    capitals = sum(word[0].isupper() for word in words[1:])
    most = MAX_CAPITALS_SHARE * len(words) if words[-1][-1] in ".!?" else 1
    return len(words) >= MIN_SENTENCE_WORDS and words[-1][-1] in ".!?," and capitals < most


def _from_link(text: str, paragraph: UnitParagraph, link: Link) -> Attribution:
    """The attribution of a content with a cue or a source in its sentence."""
    units = paragraph.units
    told = [part for part in link.contents if part.start < part.end]  # a stop that was left of a content is none
    contents = tuple(span_of(paragraph, _without_mark(units, part)) for part in told)
    rule, cue, asks = link.rule, None, False
    if link.cue is not None:
        words = cue_words(units, link.cue)
        cue = span_of(paragraph, words)
        mode = modality(units, link.cue)
        rule = f"{rule}-{mode}" if mode else rule
        asks = cue_class(units[words.start].word, units[words.start].tag) in ("ask", "question")
    source = span_of(paragraph, _without_what(units, link.source)) if link.source else None
    return Attribution(
        contents,
        cue,
        source,
        rule,
        link.probability,
        context_of(text, units, link),
        quoted=any(part.end - part.start == 1 and units[part.start].region is not None for part in link.contents)
        or units[link.contents[-1].end - 1].region is not None,
        asks=asks or _is_question(text, contents[-1]),
    )


def _to_marks(units: Sequence[Unit], link: Link) -> Link:
    """A content without a cue, ended with its last words in marks: what the tagger ran on to is nobody's."""
    last = link.contents[-1]
    ends = [i + 1 for i in range(last.start, last.end) if units[i].region is not None]
    return link._replace(contents=(*link.contents[:-1], last._replace(end=ends[-1]))) if ends else link


def _without_mark(units: Sequence[Unit], part: Labelled) -> Labelled:
    """A content without what only leads on: the comma or dash before its cue, "and where" before another frame.

    Inside marks they are the speaker's.
    """
    end = part.end
    while end - 1 > part.start and units[end - 1].word in _DIVIDERS:
        end -= 1
    if end < len(units) and units[end].word == "," and end - 2 > part.start:
        behind = units[end - 1].tag
        end -= 1 if behind == "CC" else 2 if behind in ("WRB", "WDT") and units[end - 2].tag == "CC" else 0
    return part._replace(end=end)


def _without_what(units: Sequence[Unit], source: Candidate) -> Candidate:
    """A source without the "what" of "what several investors called …"."""
    opened = units[source.start].tag == "WP" and source.end - source.start > 1
    return source._replace(start=source.start + 1) if opened else source


def _is_question(text: str, content: Span) -> bool:
    return "?" in text[max(content.start, content.end - 2) : content.end]


def _unframed(scene: _Scene, link: Link, state: _State) -> None:
    """Gives a content without a cue to the quote before it, or to the one who is speaking."""
    text, paragraph = scene.text, scene.paragraph
    contents = tuple(span_of(paragraph, part) for part in link.contents)
    region = paragraph.units[link.contents[-1].end - 1].region
    before = _last_speaking(text, state.found[scene.first_here :])
    starts = link.contents[0].start == 0
    led = led_in(text, paragraph, link.contents[0], scene.labelled) if region is not None else None
    if region is None:
        if before is None or before.source is None:
            return  # neither marks nor a cue nor a speaker: the tagger was wrong
        found = Attribution(contents, None, before.source, "same-speaker", ALONE)
    elif led is not None:
        found = replace(led, contents=contents, quoted=True)
    elif before is not None and before is state.found[-1] and before.quoted:
        both = sorted((*before.contents, *contents))  # its last part may stand behind this one
        state.found[-1] = replace(before, contents=tuple(both))
        return
    elif before is not None and before.source is not None:
        found = Attribution(contents, None, before.source, "same-speaker", SAME, quoted=True)
    elif (led := led_in(text, paragraph, link.contents[0], scene.labelled, silent=False)) is not None:
        found = replace(led, contents=contents, quoted=True)
    elif starts and (state.left_open or region.continues) and state.found and state.found[-1].quoted:
        state.found[-1] = replace(state.found[-1], contents=(*state.found[-1].contents, *contents))
        return
    elif starts and state.announced is not None:
        found = replace(state.announced, contents=contents, quoted=True)
    else:
        found = _carried(paragraph, contents, state)
    state.found.append(replace(found, asks=_is_question(text, contents[-1])))


def _last_speaking(text: str, here: list[Attribution]) -> Attribution | None:
    """Who had the last word of a paragraph: left out is "who" in the frame of another, and what only follows a quote.

    “We go,” Ann Lee wrote in a letter that Bo Ray said he had. “Now.”: the letter's writer goes on.
    """
    frames = [a for a in here if a.source is None or a.source.of(text).lower() not in _RELATIVES]
    if not frames:
        return here[-1] if here else None
    last = frames[-1]
    framed = next((a for a in reversed(frames) if a.quoted and a.cue is not None), None)
    if framed is None or framed.cue is None or last.quoted or last.cue is None:
        return last
    return framed if _STOP.search(text, framed.cue.end, last.contents[-1].end) is None else last


def _carried(paragraph: UnitParagraph, contents: tuple[Span, ...], state: _State) -> Attribution:
    """A quote alone in its paragraph: the other party after a question, else the one who spoke last."""
    spoken = [a for a in state.found[-2 * MAX_ALTERNATION :] if a.quoted and a.source is not None]
    if not spoken or paragraph.number - state.paragraph > 1:
        scene = state.before
        subject = subject_of(scene.paragraph, scene.labelled, len(scene.paragraph.units) - 1) if scene else None
        rule, confidence = ("subject-before", SUBJECT) if subject else ("unknown", ALONE)
        return Attribution(contents, None, subject, rule, confidence, quoted=True)
    last = spoken[-1]
    if last.asks:
        other = next((a for a in reversed(spoken[:-1]) if a.source != last.source), None)
        if other is not None:
            return Attribution(contents, None, other.source, "alternation", ALTERNATING, quoted=True)
    return Attribution(contents, None, last.source, "same-speaker-next-paragraph", NEXT, quoted=True)


def _block(paragraph: UnitParagraph, state: _State) -> None:
    """A block quote: the announced speaker's, or that of the block quote before it."""
    before = state.found[-1] if state.found else None
    if state.announced is not None:
        found = replace(state.announced, contents=(paragraph.span,), rule="block-quote", quoted=True)
        state.found.append(found)
    elif before is not None and before.rule == "block-quote" and paragraph.number - state.paragraph <= 1:
        state.found[-1] = replace(before, contents=(*before.contents, paragraph.span))
