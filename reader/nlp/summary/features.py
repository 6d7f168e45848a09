"""Candidates → rows of numbers for the scorer. No row holds a word: only places, counts, shares and likenesses.

The names and their order are `NAMES`; the trees in `summary.json` refer to the columns by number.
"""

from collections.abc import Sequence

from reader.nlp.summary import shared, single
from reader.nlp.summary.candidates import Candidate

PLACES = ("index", "relative", "count", "from_end", "words", "words_to_mean")
LEAD = (
    "lead_words", "lead_centroid", "lead_definite", "lead_new_proper", "lead_proper", "lead_opens_quote",
    "lead_dateline", "lead_first_person",
)  # fmt: skip
NAMES = (*PLACES, *shared.NAMES, *single.QUOTE_NAMES, *single.NAMES, "after_question", *LEAD)
LATE_INDEX = 60  # sentences; beyond it a place tells nothing more

Row = tuple[float, ...]


def rows(candidates: Sequence[Candidate]) -> list[Row]:
    """One row a candidate, columns as in `NAMES`."""
    if not candidates:
        return []
    others = shared.rows(candidates)
    quotes = single.quote_rows(candidates)
    own = [single.row(c) for c in candidates]
    questions = [0.0, *(o[single.QUESTION] for o in own)]
    lead = _lead(candidates, others[0], quotes[0], own)
    parts = zip(_places(candidates), others, quotes, own, questions, strict=False)
    return [(*place, *other, *quote, *one, question, *lead) for place, other, quote, one, question in parts]


def _places(candidates: Sequence[Candidate]) -> list[Row]:
    count = len(candidates)
    mean = sum(c.length_words for c in candidates) / count
    capped = min(count, LATE_INDEX)
    return [
        (
            min(i, LATE_INDEX),
            i / count,
            capped,
            min(count - 1 - i, LATE_INDEX),
            c.length_words,
            c.length_words / mean,
        )
        for i, c in enumerate(candidates)
    ]


def _lead(candidates: Sequence[Candidate], other: Row, quote: Row, own: Sequence[Row]) -> Row:
    """What the top of the article is like; the same for each sentence, so that the trees know when not to trust it."""
    return (
        candidates[0].length_words,
        other[shared.CENTROID],
        single.opens_definite(candidates[0]),
        other[shared.NEW_PROPER],
        other[shared.PROPER],
        quote[0],
        max(o[single.DATELINE] for o in own[:3]),
        max(o[single.FIRST_PERSON] for o in own[:3]),
    )
