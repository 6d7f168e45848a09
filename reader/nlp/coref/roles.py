"""Which description belongs to which name beside it, and which stated roles a later description takes up.

Takes descriptions, name ranges and drafts; gives pairs and matches. Reads only what stands beside a name: titles before
it, appositions on either side, "is the …".
"""

from collections.abc import Mapping

from reader.nlp.coref import lexicon
from reader.nlp.coref.draft import Draft
from reader.nlp.coref.frame import Frame
from reader.nlp.coref.nominals import Nominal, role_end

_CLOSERS = frozenset((",", ".", ")", ";", "—", "–", "who", "-", "?", "!", "”", '"', "''"))
MAX_POSSESSOR_TOKENS = 7
"""The longest "the harbour master's" before a role."""
EXACT, COVERED, LOOSE = 3, 2, 1
"""How well a description fits a stated role; higher goes first."""


def owner_of(frame: Frame, nominal: Nominal, named: list[int], fitting: Mapping[str, frozenset[int]]) -> int:
    """The number of the name that the description stands beside and describes, -1 when none.

    `fitting` are the names that a description of each kind may belong to: people's for `person`, bodies' for `body`.
    """
    numbers = fitting.get(nominal.kind)
    if not numbers:
        return -1
    name = name_behind(nominal, named)
    if nominal.kind == "person" and name in numbers:
        return name
    low = frame.bounds[frame.sentences[nominal.at]][0]
    for find in (_name_before, _name_after, _name_of_copula):
        number = find(frame, nominal, named, low)
        if number in numbers:
            return number
    return -1


def name_behind(nominal: Nominal, named: list[int]) -> int:
    """The number of the name right behind the head, or behind a complement that is a name; -1 when there is none."""
    if nominal.at + 1 < len(named) and named[nominal.at + 1] >= 0:
        return named[nominal.at + 1]
    beside = nominal.end < len(named) and named[nominal.end - 1] >= 0  # "director of the City Museum Ann Lee"
    return named[nominal.end] if beside else -1


def _name_before(frame: Frame, nominal: Nominal, named: list[int], low: int) -> int:
    """For "John Bolton, his adviser," and "Ann Lee, 42, a farmer,"."""
    at = nominal.first - 1
    if frame.word(at) in ("'s", "’s"):  # "John Dale, the harbour master's deputy,"
        while at > low and nominal.first - at < MAX_POSSESSOR_TOKENS and frame.lower[at] != ",":
            at -= 1
    at -= frame.word(at) in ("now", "then", "currently", "formerly", "also", "once")
    if at - 1 < low or frame.lower[at] not in (",", "(", "—", "–"):
        return -1
    if frame.tags[at - 1] == "CD" and at - 3 >= low and frame.lower[at - 2] == ",":
        at -= 2
    if frame.word(at - 1) == ")":  # "Rep. Adam Schiff (D-Calif.), the top Democrat"
        while at > low and frame.lower[at - 1] != "(":
            at -= 1
        at -= 1
    number = named[at - 1] if at - 1 >= low else -1
    end = role_end(frame, nominal.at, named)
    closed = end >= frame.bounds[frame.sentences[nominal.at]][1] or frame.lower[end] in _CLOSERS
    clause = frame.tag(end) in ("VBD", "VBZ", "VBP", "MD")  # "told Mr. Obama, the minister said"
    return number if closed or (nominal.determiner and not clause) else -1


def _name_after(frame: Frame, nominal: Nominal, named: list[int], low: int) -> int:  # noqa: ARG001 -- one signature
    """For "his national security adviser, John Bolton," but not "the president, Bolton and others"."""
    end = nominal.end
    named_body = nominal.determiner == "" and named[nominal.first] >= 0  # "Union President, Ann Lee, said"
    opens = ("the", "his", "a") if nominal.kind == "body" else ("the", "his")  # "A trade union, Unite, said"
    if not (nominal.determiner in opens or named_body) or frame.word(end) != "," or end + 1 >= len(named):
        return -1
    number = named[end + 1]
    if number < 0 or frame.sentences[end + 1] != frame.sentences[nominal.at]:
        return -1
    stop = end + 1
    while stop < len(named) and named[stop] == number:
        stop += 1
    return number if frame.word(stop) in _CLOSERS or frame.word(stop) == "" else -1


def _name_of_copula(frame: Frame, nominal: Nominal, named: list[int], low: int) -> int:
    """For "Ann Lee is the mayor of …", "Ann Lee, who was a nurse,"."""
    at = nominal.first - 1
    if at - 1 < low or frame.lower[at] not in lexicon.COPULAS or nominal.determiner == "":
        return -1
    at -= 1
    if frame.lower[at] == "who" and frame.word(at - 1) == ",":
        at -= 2
    return named[at] if at >= low else -1


def fit(draft: Draft, nominal: Nominal, places: frozenset[str], bodies: frozenset[str]) -> int:
    """How well `nominal` may take up `draft`: `EXACT`, `COVERED`, `LOOSE` or 0.

    `places` are the nominal's modifiers that are names of places and nations, `bodies` those of bodies: places must
    not contradict, bodies must have been stated ("the union president" is no head of state).
    """
    other_gender = nominal.gender and draft.gender and nominal.gender != draft.gender
    if other_gender or (places and (not _agrees(draft, places) or _other_post(draft, nominal, places))):
        return 0
    if bodies and not bodies & set().union(*draft.roles.values()):
        return 0
    covered = lexicon.role_covers().get(nominal.head, frozenset())
    heads = {role.rsplit(" ", 1)[-1] for role in draft.roles}
    if " ".join([*sorted(nominal.distinct), nominal.head]) in draft.roles:
        return EXACT
    if heads & covered and not nominal.distinct:
        return COVERED
    if not nominal.distinct and draft.office in (nominal.head, *covered) and draft.office:
        return COVERED if places else LOOSE
    return LOOSE if nominal.head in heads else 0


def _other_post(draft: Draft, nominal: Nominal, places: frozenset[str]) -> bool:
    """Whether a place and further words make it a post that was never stated: "the Tarn County District Attorney"."""
    known = draft.nations.union(*draft.roles.values())
    return bool(set(nominal.modifiers) - places - known) and not places & known


def _agrees(draft: Draft, places: frozenset[str]) -> bool:
    """Whether a place in the description goes with what is known of the person."""
    known = draft.nations.union(*draft.roles.values())
    return bool(places & known) or not (draft.nations or known & places)
