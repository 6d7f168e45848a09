"""Names of GUM's gold mentions as training examples for the sequence model of names.

Takes GUM documents, gives (words, BIO labels) of each sentence in our tokens. A mention whose head is a proper noun
is a name: of people the run of proper nouns around the head without titles, of all else the run with its "of the …".
Their types are gold. Sentences in which a proper noun stays unexplained ("the city of Paris" marks no name) are left
out.
"""

from collections.abc import Iterator, Sequence

from reader.nlp.entities.lists import label_of, membership
from reader.nlp.entities.model import Found
from reader.nlp.entities.trim import trim
from reader.nlp.tokens.words import word_spans
from reader.text import Sentence
from reader.training.gum import GoldDocument, GoldMention

CLASSES = {"person": "PER", "organization": "ORG", "place": "LOC", "time": ""}
"""GUM's types → classes, "" for no name; all others are MISC."""
LINKS = frozenset("of for the and & de la del von van".split())
RUN_TAGS = frozenset(("NNP", "NNPS", "HYPH"))
INSIDE_TAGS = RUN_TAGS | {"POS", "CD", "SYM"}
Place = tuple[int, int, str]


def examples(gold: GoldDocument) -> Iterator[tuple[list[str], list[str]]]:
    """The sentences whose proper nouns are all explained."""
    document = gold.document
    text, words = document.text, [t.span.of(document.text) for t in document.tokens]
    tags = [t.tag for t in document.tokens]
    places = _with_groups(_places(gold.mentions, words, tags), words)
    inside = {i for first, end, _ in places for i in range(first, end)}
    for sentence in document.sentences:
        if all(i in inside or _is_plain(words[i], tags[i]) for i in range(sentence.first_token, sentence.end_token)):
            yield _example(gold, sentence, places, text)


def _is_plain(word: str, tag: str) -> bool:
    """Whether a word outside of names may stand there: no proper noun but a title, a month or a mark."""
    return tag not in ("NNP", "NNPS") or not word[:1].isupper() or not {"t", "M"}.isdisjoint(membership(word))


def _places(mentions: Sequence[GoldMention], words: Sequence[str], tags: Sequence[str]) -> list[Place]:
    """Token ranges of names with their class, the longer of two that overlap."""
    found = [place for mention in mentions if (place := _place(mention, words, tags)) is not None]
    taken, kept = set[int](), list[Place]()
    for first, end, kind in sorted(found, key=lambda p: (p[0] - p[1], p[0])):
        if taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            kept.append((first, end, kind))
    return sorted(place for place in kept if place[2])


def _place(mention: GoldMention, words: Sequence[str], tags: Sequence[str]) -> Place | None:
    at = mention.head
    if mention.tag == "NN" and mention.entity_type == "person" and at + 1 < mention.end:
        at += tags[at + 1] == "NNP"  # "biologist Nick Bos": the head is the title
    if not tags[at].startswith("NNP"):
        return None
    kind = CLASSES.get(mention.entity_type, "MISC")
    if kind == "PER" and tags[at] == "NNPS":
        kind = "MISC"  # "Germans"
    first, end = at, at + 1
    while first > mention.first and (
        tags[first - 1] in RUN_TAGS or _links(first - 1, mention.first, words, tags, kind)
    ):
        first -= 1
    while end < mention.end and (tags[end] in INSIDE_TAGS or _opens(end, mention.end, words, tags, kind)):
        end += 1
    while end > at + 1 and tags[end - 1] not in RUN_TAGS | {"CD"}:
        end -= 1
    if kind == "PER":
        first += words[first] in ("Prime", "Vice")
        if first + 1 == end and "t" in membership(words[first]):  # "the President"
            return first, end, ""
    trimmed = trim(Found(first, end, kind or "MISC"), words)
    return (trimmed.first, trimmed.end, kind) if trimmed.first < trimmed.end else None


def _links(at: int, low: int, words: Sequence[str], tags: Sequence[str], kind: str) -> bool:
    """Whether a small word before belongs to the name: "Ministry of Trade and Industry"."""
    return kind != "PER" and at > low and words[at].lower() in LINKS and tags[at - 1] in RUN_TAGS


def _opens(at: int, end: int, words: Sequence[str], tags: Sequence[str], kind: str) -> bool:
    """Whether "of" and what follows it belongs to the name: "Bank of England"."""
    if words[at].lower() not in LINKS or (kind == "PER" and words[at] in ("of", "for", "and", "&", "the")):
        return False
    after = at + 1 + (at + 1 < end and words[at + 1] == "the")
    return after < end and tags[after] in RUN_TAGS


def _with_groups(places: Sequence[Place], words: Sequence[str]) -> list[Place]:
    """The names and the listed peoples and parties outside of them, which GUM tags as adjectives."""
    taken = {i for first, end, _ in places for i in range(first, end)}
    groups = [
        (i, i + 1, "MISC") for i, word in enumerate(words)
        if i not in taken and word[:1].isupper() and label_of(word) == "NORP"
    ]  # fmt: skip
    return sorted([*places, *groups])


def _example(gold: GoldDocument, sentence: Sentence, places: Sequence[Place], text: str) -> tuple[list[str], list[str]]:
    tokens = gold.document.tokens
    words = word_spans(text, sentence.span.start, sentence.span.end)
    labels = ["O"] * len(words)
    for first, end, kind in places:
        start, stop = tokens[first].span.start, tokens[end - 1].span.end
        inside = [i for i, w in enumerate(words) if w.start < stop and w.end > start]
        for n, i in enumerate(inside):
            labels[i] = ("I-" if n else "B-") + kind
    return [w.of(text) for w in words], labels
