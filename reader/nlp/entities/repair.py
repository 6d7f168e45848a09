"""The second pass: what the whole document knows about its names.

Takes the model's finds and the tokens, gives better finds: spans without titles, one class for one string, surnames
that follow their full name, acronyms that stand behind their long form. Must not look outside the document but at the
lists.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.nlp.entities.acronyms import settle_acronyms
from reader.nlp.entities.joints import settle_joints
from reader.nlp.entities.listed import add_listed
from reader.nlp.entities.lists import label_of, membership
from reader.nlp.entities.model import Found
from reader.nlp.entities.organisations import settle_called_bodies, settle_organisations, whole_outlets
from reader.nlp.entities.people import settle_people
from reader.nlp.entities.trim import trim
from reader.nlp.entities.whole import whole_names

VOTE_SHARE = 0.5  # of a string's finds, for the rest to follow; votes by the model's marginals were no better
NAME_PARTICLES = frozenset("de la von van der den bin ibn al el da di du le dos".split())


def repair(found: list[Found], words: Sequence[str]) -> list[Found]:
    """The finds after the document-wide pass, in order and disjoint."""
    trimmed = [f for f in (trim(f, words) for f in settle_joints(found, words)) if f.first < f.end]
    trimmed = settle_organisations(settle_acronyms(_nicknames(trimmed, words), words), words)
    voted = _vote(settle_called_bodies(settle_people(trimmed, words), words), words)
    filled = whole_names(_fill(voted, words), words)
    return whole_outlets(add_listed(filled, words), words)


def _key(found: Found, words: Sequence[str]) -> str:
    return " ".join(words[found.first : found.end])


def _nicknames(found: list[Found], words: Sequence[str]) -> list[Found]:
    """One name of "José “Pepe” Mujica", though the marks cut it."""
    result: list[Found] = []
    for f in found:
        last = result[-1] if result else None
        if last is not None and f.first < last.end:
            continue
        end, quoted = _quoted_end(f, words)
        if f.kind == "PER" and quoted:
            result.append(Found(f.first, end, "PER"))
        else:
            result.append(f)
    return result


def _quoted_end(found: Found, words: Sequence[str]) -> tuple[int, bool]:
    """The end of a find that a nickname in marks and a capitalised word follow, and whether it is so."""
    for nick in range(found.end - 1, found.end + 2):
        close, last = nick + 1, nick + 2
        if nick - 1 > found.first - 1 and last < len(words) and words[nick - 1] in "“\"‘'" and words[close] in "”\"’'":
            return last + 1, words[nick][0].isupper() and words[last][0].isupper()
    return found.end, False


def _vote(found: list[Found], words: Sequence[str]) -> list[Found]:
    """One class for one string; a surname or first name takes the class of the person's full name."""
    keys = [_key(f, words) for f in found]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    parts: set[str] = set()
    for f, key in zip(found, keys, strict=True):
        votes[key][f.kind] += 1
        if f.kind == "PER" and f.end - f.first > 1:
            first, last = words[f.first], words[f.end - 1]
            parts |= {w for w in (first, last) if not w.isupper() and (w is last or label_of(w) is None)}
    elected = {key: _elected(key, kinds, parts) for key, kinds in votes.items()}
    return [Found(f.first, f.end, elected[key] or f.kind) for f, key in zip(found, keys, strict=True)]


def _elected(key: str, votes: Counter[str], parts: set[str]) -> str | None:
    """The class for all finds of a string; None where each keeps its own."""
    if key in parts and not set(membership(key)) & {"k", "u", "d"}:
        return "PER"
    kind, count = votes.most_common(1)[0]
    return kind if count >= VOTE_SHARE * votes.total() else None


def _fill(found: list[Found], words: Sequence[str]) -> list[Found]:
    """Finds again, where the model missed them, the names it found elsewhere in the document."""
    known: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for f in found:
        name = tuple(words[f.first : f.end])
        if _distinctive(name):
            known[name[0]][name] = f.kind
        if f.kind == "PER" and len(name) > 1 and name[-1][0].isupper() and len(name[-1]) > 2:  # noqa: PLR2004
            known[name[-1]].setdefault((name[-1],), "PER")
    taken = [False] * len(words)
    for f in found:
        for i in range(f.first, f.end):
            taken[i] = True
    result = list(found)
    for i, word in [(i, word) for i, word in enumerate(words) if word in known]:
        if taken[i]:
            continue
        for name in sorted(known[word], key=len, reverse=True):
            end = i + len(name)
            if tuple(words[i:end]) == name and not any(taken[i:end]):
                result.append(Found(i, end, known[word][name]))
                taken[i:end] = [True] * len(name)
                break
    return sorted(result)


def _distinctive(name: tuple[str, ...]) -> bool:
    """Whether a string found once may be looked for elsewhere: capitalised, and no common word of one token."""
    return all(w[0].isupper() or w in NAME_PARTICLES or w in ("of", "and", "for", "the", "&") for w in name) and (
        len(name) > 1
        or (len(name[0]) > 2 and (name[0].isupper() or bool(membership(name[0])) or name[0][1:].islower()))  # noqa: PLR2004
    )
