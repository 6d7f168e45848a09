"""A first guess at who says each quoted region, only so that its pronouns do not mean its speaker.

Takes the frame and the nodes, gives a node for each region or none. The quotes stage decides for good.
"""

from bisect import bisect_left
from collections.abc import Sequence

from reader.nlp.coref.frame import Frame
from reader.nlp.coref.nodes import Node

MAX_GAP_CHARS = 40
"""How far from a quote its "Schumer said" may start; an adverb or a title lies between."""


def region_speakers(frame: Frame, nodes: Sequence[Node]) -> list[int]:
    """For each region the index of the node that seems to speak it, -1 for none."""
    speaking = [i for i, n in enumerate(nodes) if n.speech and n.region < 0]
    starts = [frame.starts[nodes[i].first] for i in speaking]
    result: list[int] = []
    for number, span in enumerate(frame.region_spans):
        place = bisect_left(starts, span.start)
        after = speaking[place] if place < len(speaking) else -1
        before = speaking[place - 1] if place else -1
        if after >= 0 and 0 <= starts[place] - span.end <= MAX_GAP_CHARS:
            result.append(after)
        elif before >= 0 and nodes[before].paragraph == _paragraph(frame, span.start):
            result.append(before)
        elif number and (frame.region_continues[number] or _near(frame, number)):
            result.append(result[-1])
        else:
            result.append(-1)
    return result


def _paragraph(frame: Frame, start: int) -> int:
    at = min(bisect_left(frame.starts, start), len(frame.paragraphs) - 1)
    return frame.paragraphs[at] if at >= 0 else -1


def _near(frame: Frame, number: int) -> bool:
    """Whether the region stands in the paragraph of the one before."""
    before, span = frame.region_spans[number - 1], frame.region_spans[number]
    return _paragraph(frame, before.start) == _paragraph(frame, span.start)
