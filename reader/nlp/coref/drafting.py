"""What names and the words beside them tell before the reading starts: who is one, of what gender, with which role.

Takes frame, names and descriptions; gives a draft for each thing that has a name. Mentions are not given out here.
"""

from collections.abc import Sequence

from reader.nlp.coref import lexicon
from reader.nlp.coref.draft import Draft
from reader.nlp.coref.frame import Frame
from reader.nlp.coref.nominals import Nominal
from reader.nlp.coref.people import PersonName, cluster_people, parse_name
from reader.nlp.coref.roles import owner_of
from reader.nlp.coref.things import base_form, thing_keys
from reader.text import Name


def named_drafts(
    frame: Frame, names: Sequence[Name], ranges: Sequence[tuple[int, int]]
) -> tuple[list[Draft], list[Draft]]:
    """The drafts, and for each name its own; equal things share one."""
    people = [i for i, n in enumerate(names) if n.label == "PERSON"]
    parsed = {i: parse_name(frame, *ranges[i]) for i in people}
    clusters = dict(zip(people, cluster_people([parsed[i] for i in people]), strict=True))
    keys = thing_keys(names, frame.text)
    found: dict[tuple[str, object], Draft] = {}
    of_name = []
    for index, name in enumerate(names):
        key = ("PERSON", clusters[index]) if index in clusters else keys[index]
        draft = found.get(key)
        if draft is None:
            draft = found[key] = Draft(len(found), name.label, normalized=name.normalized)
        draft.labels[name.label] += 1
        _learn_name(frame, draft, name, parsed.get(index))
        of_name.append(draft)
    for draft in found.values():
        _learn_office(draft)
    return list(found.values()), of_name


def _learn_office(draft: Draft) -> None:
    """What everybody knows of a leader; by the fullest name, for "Clinton" may be Hillary Clinton."""
    known = lexicon.leader(draft.full) if draft.label == "PERSON" else None
    if known is not None:
        nation, draft.office = known
        draft.nations.add(nation.lower())


def _learn_name(frame: Frame, draft: Draft, name: Name, parsed: PersonName | None) -> None:
    if parsed is None:
        form = base_form(name.span.of(frame.text))
    else:
        form = " ".join((*parsed.words, _generation(parsed.suffix))).strip()
        draft.gender = draft.gender or parsed.gender
        if parsed.title in lexicon.TITLE_ROLES:
            draft.state_role(lexicon.TITLE_ROLES[parsed.title], (), frozenset())
    if len(form) > len(draft.full) and not (parsed and parsed.birth and draft.full):
        draft.full = form


def _generation(suffix: str) -> str:
    """As it is written: "Jr", "III"; nothing for none."""
    return suffix.upper() if suffix.startswith("i") else suffix.capitalize()


def described_names(frame: Frame, names: Sequence[Name], named: list[int], nominals: Sequence[Nominal]) -> list[int]:
    """For each description the number of the name that it stands beside, -1 for none."""
    fitting = {
        kind: frozenset(i for i, n in enumerate(names) if n.label == label)
        for kind, label in (("person", "PERSON"), ("body", "ORG"))
    }
    return [owner_of(frame, n, named, fitting) for n in nominals]


def learn_roles(frame: Frame, nominals: Sequence[Nominal], owners: Sequence[int], of_name: Sequence[Draft]) -> None:
    """Tells each draft the roles that stand beside its names; "is a …" is no title and gives no span."""
    for nominal, owner in zip(nominals, owners, strict=True):
        if owner < 0:
            continue
        draft = of_name[owner]
        complement = tuple(frame.lower[nominal.at + 1 : nominal.end])
        draft.state_role(nominal.head, (*nominal.modifiers, *complement), nominal.distinct)
        draft.gender = draft.gender or nominal.gender
        if frame.word(nominal.first - 1) not in lexicon.COPULAS:
            bare = nominal.determiner != "" and nominal.first < nominal.at - len(nominal.modifiers)
            draft.role_spans.append(frame.span(nominal.first + bare, nominal.end))
