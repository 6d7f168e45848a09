"""What the rest of the article tells about each sentence: likeness, key terms, novelty, names.

Takes candidates, gives one row a candidate, columns as in `NAMES`.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, repeat

from reader.nlp.summary.candidates import Candidate
from reader.nlp.summary.likeness import Vector, centralities, centroid, cosine, vector
from reader.nlp.summary.terms import rarities

NAMES = (
    "centroid", "centroid_rank", "central", "central_rank", "biased", "biased_rank",
    "lead_cosine", "top_cosine", "before_cosine", "after_cosine",
    "keywords", "new_terms", "rarity", "frequency", "weight", "weight_rank", "pairs",
    "proper", "proper_salience", "new_proper", "numbers",
)  # fmt: skip
CENTROID, PROPER, NEW_PROPER = NAMES.index("centroid"), NAMES.index("proper"), NAMES.index("new_proper")
KEYWORDS = 10  # terms of the article that count as its subject
FIRST_SENTENCES = 3  # what counts as the lead
JUMP_BIAS = 4.0  # sentences in which the lead's share of the biased walk halves

Row = tuple[float, ...]


def rows(candidates: Sequence[Candidate]) -> list[Row]:
    """One row a candidate; in time that grows with the length of the article."""
    units = [vector(c.terms) for c in candidates]
    parts = zip(_likeness(units), _terms(candidates), _pairs(candidates), _proper(candidates), strict=True)
    return [(*like, *terms, pairs, *proper) for like, terms, pairs, proper in parts]


def _ranks(values: Sequence[float]) -> list[float]:
    """Each value's place among all: 0 for the highest, towards 1 for the lowest."""
    result = [0.0] * len(values)
    for place, i in enumerate(sorted(range(len(values)), key=lambda i: (-values[i], i))):
        result[i] = place / len(values)
    return result


def _likeness(units: Sequence[Vector]) -> list[Row]:
    count = len(units)
    middle, lead = centroid(units), centroid(units[:FIRST_SENTENCES])
    near = [round(cosine(unit, middle), 6) for unit in units]
    starts = ([1.0] * count, [0.5 ** (i / JUMP_BIAS) for i in range(count)])
    walk, biased = ([round(v, 6) for v in found] for found in centralities(units, starts))
    neighbours = [0.0, *(cosine(units[i], units[i + 1]) for i in range(count - 1)), 0.0]
    columns = (
        near, _ranks(near), walk, _ranks(walk), biased, _ranks(biased),
        [cosine(units[0], unit) for unit in units], [cosine(lead, unit) for unit in units],
        neighbours[:-1], neighbours[1:],
    )  # fmt: skip
    return list(zip(*columns, strict=True))


def _terms(candidates: Sequence[Candidate]) -> list[Row]:
    """Key terms, new terms, rarity, frequency and weight of each sentence."""
    rarity, rarest = rarities()
    total = Counter(chain.from_iterable([c.terms for c in candidates]))
    weight = {t: (n - 0.5) * rarity.get(t, rarest) for t, n in total.items()}
    top = dict(sorted(weight.items(), key=lambda item: (-item[1], item[0]))[:KEYWORDS])
    whole = sum(top.values()) or 1.0
    seen: set[str] = set()
    found: list[Row] = []
    weights: list[float] = []
    for c in candidates:
        terms = dict.fromkeys(c.terms)  # a set that keeps its order, so that sums are the same in every run
        size = len(terms) or 1
        weights.append(round(sum(map(weight.__getitem__, terms)), 6))
        key = sum([top[t] for t in terms if t in top]) / whole
        new = [t not in seen for t in terms].count(True) / size
        rare, often = sum(map(rarity.get, terms, repeat(rarest))), sum(map(total.__getitem__, terms))
        found.append((key, new, rare / size, often / size))
        seen.update(terms)
    most = max(weights) or 1.0
    return [(*row, w / most, rank) for row, w, rank in zip(found, weights, _ranks(weights), strict=True)]


def _pairs(candidates: Sequence[Candidate]) -> list[float]:
    """Share of a sentence's neighbouring terms that stand beside each other in another sentence, too."""
    found = [set(zip(c.terms, c.terms[1:], strict=False)) for c in candidates]
    again = {pair for pair, count in Counter(chain.from_iterable(found)).items() if count > 1}
    return [len(again.intersection(row)) / (len(row) or 1) for row in found]


def _proper(candidates: Sequence[Candidate]) -> list[Row]:
    """Share, salience and novelty of proper nouns; numbers."""
    names = [[w for w, t in zip(c.words, c.tags, strict=True) if t.startswith("NNP")] for c in candidates]
    total = Counter(chain.from_iterable(names))
    most = max(total.values(), default=1)
    seen: set[str] = set()
    found: list[Row] = []
    for c, row in zip(candidates, names, strict=True):
        salience = max((total[name] for name in row), default=0) / most
        found.append((len(row) / c.length_words, salience, len(set(row) - seen), c.tags.count("CD")))
        seen.update(row)
    return found
