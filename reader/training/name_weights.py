"""The trained weights of names as the entries of a model file. `reader.nlp.entities.weights` says what each holds.

Takes weights by feature and label and transitions, gives the file's text; a sum that several words share is written
once for each, so that no sum is left for the run time but that over a token's neighbours.
"""

from collections.abc import Iterator, Mapping

from reader.nlp.entities.chain import Row, lane, steps_of
from reader.nlp.entities.parts import own_features
from reader.nlp.entities.weights import END, PAIR, START, WORD, line_of, place_of
from reader.nlp.entities.wordforms import Word, word_form
from reader.nlp.tables import to_digits

NEIGHBOURS = ("-1l=", "+1l=", "-2l=", "+2l=")
"""Of a word's entry, in this order."""
LETTERS = {"p": START, "x": END}


def packed(transitions: Mapping[tuple[str, str], float], weights: Mapping[tuple[str, str], float]) -> str:
    """The content of a model file from trained (from, to) and (feature, label) weights.

    Its first line holds the transitions, the second the names of the further ones, each of which holds entries between
    tabs: the name and what is known.
    """
    rows: dict[str, Row] = {}
    for (feature, label), weight in sorted(weights.items()):
        rows[feature] = rows.get(feature, 0) + lane(label, weight)
    entries = dict(_words(rows))
    found: dict[str, list[str]] = {}
    for feature, row in rows.items():
        for name, entry, total in _entries(feature, row, rows):
            found.setdefault(name, []).append(f"{entry} {to_digits(total)}")
    entries |= {name: " ".join(held) for name, held in found.items()}
    lines: dict[str, list[str]] = {}
    for name, held in sorted(entries.items()):
        lines.setdefault(line_of(name), []).append(f"{name} {held}")
    steps = " ".join(map(str, steps_of(transitions)))
    return "\n".join([steps, "\t".join(lines), *map("\t".join, lines.values())])


def _words(rows: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    """The entries of words."""
    forms: dict[str, list[str]] = {}
    for feature in rows:
        kind, _, value = feature.partition("=")
        if kind == "w":
            forms.setdefault(value.lower(), []).append(value)
        elif kind in ("l", "-1l", "+1l", "-2l", "+2l"):
            forms.setdefault(value, [])
    for lower, written in forms.items():
        fields = [to_digits(rows.get(kind + lower, 0)) for kind in (*NEIGHBOURS, "l=")]
        for form in written:
            fields += (form, to_digits(_own(word_form(form), rows)))
        yield WORD + lower, " ".join(fields)


def _own(word: Word, rows: Mapping[str, Row]) -> Row:
    """What a word tells by itself, without its lists, which may change."""
    return sum(rows.get(feature, 0) for feature in own_features(word._replace(lists="", sure_lists="")))


def _entries(feature: str, row: Row, rows: Mapping[str, Row]) -> Iterator[tuple[str, str, Row]]:
    """The entries in which a feature stands that is not in a word's, its name there, and the row.

    A pair of which a word holds the mark stands in more than one; the row of letters holds that of fewer, too.
    """
    kind, _, value = feature.partition("=")
    if kind == "-1w":
        yield from ((PAIR + value[i + 1 :], value[:i], row) for i, c in enumerate(value[:-1]) if c == "|" and i)
    elif kind[:1] in LETTERS and kind[1:].isdigit():
        side, count = kind[0], int(kind[1:])
        cuts = {n: value[:n] if side == "p" else value[-n:] for n in range(2, count)}
        total = row + sum(rows.get(f"{side}{n}={letters}", 0) for n, letters in cuts.items())
        yield LETTERS[side] + cuts.get(2, value), f"{count}{value}", total
    elif kind not in ("w", "l", "-1l", "+1l", "-2l", "+2l"):
        yield (*place_of(feature), row)
