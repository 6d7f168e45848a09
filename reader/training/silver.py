"""The silver labels of the Groningen Meaning Bank put right before training.

Takes the corpus' stories as (words, BIO labels), gives them with better labels: a listed name has its list's class
("Turkey" is called a body 104 times of 313), a string with a first name is a person, any other string the class of
most of its finds, a surname that of the story's person; listed names without a label get theirs. About 7 of 100
labels change.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.nlp.entities.lists import MOST_PHRASE_WORDS, label_of, membership
from reader.nlp.entities.model import Found, spans_of
from reader.nlp.entities.wordforms import NO_WORLD, word_form

Example = tuple[list[str], list[str]]
CLASSES = {"GPE": "LOC", "LOC": "LOC", "ORG": "ORG", "NORP": "MISC", "EVENT": "MISC", "WORK": "MISC"}
ADDED = frozenset(("GPE", "NORP", "ORG"))
SURE_LISTS = frozenset(("k", "d", "dg"))
"""What a single word may be in, and in nothing else, to get a label: a country, a people."""
TIMES, SHARE = 4, 0.6  # of a string's finds, for the others to follow


def harmonised(stories: Sequence[Sequence[Example]]) -> Iterator[list[Example]]:
    """The stories with better labels."""
    classes = _classes(stories)
    for story in stories:
        found = [[_of_class(f, words, classes) for f in spans_of(labels, 0)] for words, labels in story]
        surnames = {
            words[f.end - 1]
            for (words, _), finds in zip(story, found, strict=True)
            for f in finds
            if f.kind == "PER" and f.end - f.first > 1
        }
        yield [
            (words, _labels(len(words), _with_listed(_with_surnames(finds, words, surnames), words)))
            for (words, _), finds in zip(story, found, strict=True)
        ]


def _classes(stories: Sequence[Sequence[Example]]) -> dict[str, str]:
    """String → the class that all its finds get."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for story in stories:
        for words, labels in story:
            for f in spans_of(labels, 0):
                counts[" ".join(words[f.first : f.end])][f.kind] += 1
    return {name: kind for name, count in counts.items() if (kind := _class(name, count)) is not None}


def _class(name: str, count: Counter[str]) -> str | None:
    listed = label_of(name)
    if listed in CLASSES:
        return CLASSES[listed]
    words = name.split()
    if len(words) > 1 and count["PER"] and word_form(words[0]).first_name and not word_form(words[-1]).organisation:
        return "PER"
    kind, times = count.most_common(1)[0]
    return kind if count.total() >= TIMES and times >= SHARE * count.total() else None


def _of_class(find: Found, words: Sequence[str], classes: Mapping[str, str]) -> Found:
    return find._replace(kind=classes.get(" ".join(words[find.first : find.end]), find.kind))


def _with_surnames(found: Sequence[Found], words: Sequence[str], surnames: set[str]) -> list[Found]:
    return [
        f._replace(kind="PER")
        if f.end - f.first == 1 and words[f.first] in surnames and label_of(words[f.first]) is None
        else f
        for f in found
    ]


def _with_listed(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The finds and the listed names outside of them that no capital stands beside."""
    taken = {i for f in found for i in range(f.first, f.end)}
    result = list(found)
    for first in range(len(words)):
        for end in range(min(first + MOST_PHRASE_WORDS, len(words)), first, -1):
            if not taken.isdisjoint(range(first, end)):
                continue
            kind = _listed_class(words, first, end)
            if kind is not None:
                result.append(Found(first, end, kind))
                taken.update(range(first, end))
                break
    return sorted(result)


def _listed_class(words: Sequence[str], first: int, end: int) -> str | None:
    """The class of the listed name at [first, end) where it is surely one."""
    word, label = words[first], label_of(" ".join(words[first:end]))
    if label not in ADDED or not word[:1].isupper() or not words[end - 1][:1].isupper():
        return None
    shouted = word.isupper() and len(word) > 1 and word != "US"
    sure = end - first > 1 or shouted or membership(word).translate(NO_WORLD) in SURE_LISTS
    beside = (end < len(words) and words[end][:1].isupper()) or (first > 1 and words[first - 1][:1].isupper())
    return CLASSES[label] if sure and not beside else None


def _labels(length: int, found: Sequence[Found]) -> list[str]:
    labels = ["O"] * length
    for f in found:
        labels[f.first : f.end] = ["B-" + f.kind, *["I-" + f.kind] * (f.end - f.first - 1)]
    return labels
