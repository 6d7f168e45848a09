"""Whoever a participle tells of: "Ann Lee wrote to the mayor, Bo Ray, {calling} …", "After {saying} …, Ann Lee left".

Takes the units of a paragraph and a link whose cue begins with one, gives the group that it tells of, where another was
chosen.
"""

from collections.abc import Sequence

from reader.nlp.quotes.groups import GAPS, VERBS, noun_group, speaks, subject_before
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import PREPOSITIONS
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, sentence_start


def of_participle(units: Sequence[Unit], link: Link, cue: Labelled) -> tuple[int, int] | None:
    """Where the group begins and ends; None where there is none or it is the source as it is."""
    if link.contents[0].start < cue.end:
        return None
    source = link.source
    group = _with(units, cue) or (_of_clause_behind(units, link, cue) if source is None else None)
    if group is None and source is not None:
        group = _of_main_clause(units, source.start, cue)
    same = group is not None and source is not None and source.start < group[1] and group[0] < source.end
    return None if same else group


def _with(units: Sequence[Unit], cue: Labelled) -> tuple[int, int] | None:
    """Of "The boats left, with Ann Lee calling …" whoever stands behind "with"."""
    group = noun_group(units, cue.start) if cue.start else None
    return group if group is not None and group[0] and units[group[0] - 1].word == "with" else None


def _of_main_clause(units: Sequence[Unit], chosen: int, cue: Labelled) -> tuple[int, int] | None:
    """Of "Ann Lee wrote to the mayor, Bo Ray, calling …" the only verb's subject, where one behind it was chosen.

    So, too, where one within the sentence's opening was: "In a letter to the mayor, Ann Lee blames him, calling …".
    """
    start, before = sentence_start(units, cue.start), units[cue.start - 1].word
    verbs = [i for i in range(start, cue.start) if units[i].tag in VERBS]
    if len(verbs) != 1 or before not in (*GAPS, "by"):
        return None
    if any(unit.word in PREPOSITIONS or unit.region for unit in units[start : cue.start]):
        return None
    group = subject_before(units, verbs[0])
    if group is None or not speaks(units[group[1] - 1]):
        return None
    opening = start <= chosen < group[0] - 1 and units[group[0] - 1].word == ","
    fronted = opening and units[start].tag == "IN"
    return group if verbs[0] < chosen < cue.start or fronted else None


def _of_clause_behind(units: Sequence[Unit], link: Link, cue: Labelled) -> tuple[int, int] | None:
    """Of "After saying that …, Ann Lee left" the subject of the main clause, where nobody was chosen."""
    comma = link.contents[-1].end
    opening = units[sentence_start(units, cue.start) : cue.start]
    if any(u.tag in VERBS for u in opening) or comma + 1 >= len(units) or units[comma].word != ",":
        return None
    sentence = units[comma].sentence
    verb = next((i for i in range(comma + 1, len(units)) if units[i].tag in VERBS), comma)
    group = subject_before(units, verb) if verb > comma + 1 and units[verb].sentence == sentence else None
    return group if group is not None and group[0] == comma + 1 else None
