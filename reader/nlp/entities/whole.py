"""Names that the document shows whole in one place and cut in another: "Link Cymru" beside "Prison Link Cymru".

Takes finds and words, gives the finds with the cut ones whole.
"""

from collections import defaultdict
from collections.abc import Sequence

from reader.nlp.entities.model import Found


def whole_names(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The finds; where the words of a longer find stand around shorter ones, the longer."""
    longer: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for f in found:
        if f.end - f.first > 1 and f.kind != "PER" and words[f.first][0].isupper() and words[f.end - 1][0].isalnum():
            longer[words[f.first]][tuple(words[f.first : f.end])] = f.kind
    owner = {i: f for f in found for i in range(f.first, f.end)}
    result = dict.fromkeys(found)
    for first in [i for i, word in enumerate(words) if word in longer]:
        for name, kind in sorted(longer[words[first]].items(), key=lambda pair: -len(pair[0])):
            end = first + len(name)
            inside = {owner[i] for i in range(first, end) if i in owner}
            if inside and tuple(words[first:end]) == name and _cut(inside, first, end):
                whole = Found(first, end, kind)
                for part in inside:
                    result.pop(part, None)
                result[whole] = None
                owner |= dict.fromkeys(range(first, end), whole)
                break
    return sorted(result)


def _cut(inside: set[Found], first: int, end: int) -> bool:
    """Whether the finds lie inside of [first, end), none fills it and none is a person ("King Harald")."""
    return all(first <= f.first and f.end <= end and f.end - f.first < end - first and f.kind != "PER" for f in inside)
