"""Reads the nodes from first to last and decides for each which entity it means.

Takes frame and names, gives drafts. Names come clustered; descriptions go by stated roles; pronouns by the ranker. Only
a window of recent drafts is ever looked at, so the work grows with the length of the article and no faster.
"""

from collections import Counter
from collections.abc import Sequence

from reader.nlp.coref import lexicon
from reader.nlp.coref.draft import Draft
from reader.nlp.coref.drafting import described_names, learn_roles, named_drafts
from reader.nlp.coref.frame import NO_REGION, Frame
from reader.nlp.coref.nodes import THINGS, Node, find_nodes, name_columns
from reader.nlp.coref.nominals import Nominal
from reader.nlp.coref.pronouns import MAX_SENTENCES_BACK, Context, features, possible
from reader.nlp.coref.quotespeakers import region_speakers
from reader.nlp.coref.relabel import relabelled
from reader.nlp.coref.roles import EXACT, fit, name_behind
from reader.nlp.coref.weights import weights
from reader.text import VALUE_LABELS, Gender, Label, Name

WINDOW_DRAFTS = 24
"""How many recent people a pronoun or a description may choose from."""
NOMINAL_SENTENCES = 25
"""How far back "the spokesperson" may look for "a spokesperson"."""
BODY_SENTENCES = 4
"""How far back "the company" may look for a firm that is not called one."""
SAME_ROLES = 8
"""How many unnamed people of one role are kept in mind."""
MENTIONS_BACK = 8
"""How many mentions of one person are looked through for one outside quotes."""
MAIN_NAMES = 3
"""How often an article names whom it is about, at least."""
PLURAL_SENTENCES = 2
"""How far back "they" may look; tuned on the development interviews, biographies and speeches."""
NONE_WEIGHT = "none"
_FIRMS = frozenset(
    "company firm business corporation retailer manufacturer maker airline carrier automaker lender insurer".split()
)
_PLACES: frozenset[Label] = frozenset(("NORP", "GPE", "LOC"))
_BODIES: frozenset[Label] = frozenset(("ORG",))
_MAN_WORDS = frozenset("man woman boy girl".split())


class Resolver:
    """One reading of one article."""

    def __init__(self, frame: Frame, names: tuple[Name, ...]) -> None:
        self.frame = frame
        self.names = names = relabelled(frame, names)
        self.named, self.ranges = name_columns(frame, names)
        self.nodes, self.nominals = find_nodes(frame, names, self.named, self.ranges)
        self.drafts, self.of_name = named_drafts(frame, names, self.ranges)
        self.owners = described_names(frame, names, self.named, self.nominals)
        learn_roles(frame, self.nominals, self.owners, self.of_name)
        self._main = main_person(self.of_name)
        self._recent: list[Draft] = []
        self._recent_bodies: list[Draft] = []
        self._by_role: dict[str, list[Draft]] = {}
        self._by_head: dict[str, Draft] = {}
        self._chain: dict[Gender | None, Draft] = {}
        self._last_speaker: Draft | None = None
        self._last_owner: Draft | None = None
        self._speaker_nodes = region_speakers(frame, self.nodes)
        self._draft_of_node: dict[int, Draft] = {}

    def run(self) -> list[Draft]:
        """All drafts, each with its mentions; those without one left out."""
        for index, node in enumerate(self.nodes):
            draft = self._draft_for(index, node)
            if draft is not None:
                self._mention(draft, index, node)
        return [d for d in self.drafts if d.nodes]

    def _new(self) -> Draft:
        """A draft for what has no name."""
        draft = Draft(len(self.drafts), None)
        self.drafts.append(draft)
        return draft

    def _draft_for(self, index: int, node: Node) -> Draft | None:
        if node.kind == "name":
            return self.of_name[node.source]
        if node.kind == "pronoun":
            return self._pronoun(index, node)
        nominal = self.nominals[node.source]
        owner = self.owners[node.source]
        if owner >= 0:
            return None if name_behind(nominal, self.named) == owner else self.of_name[owner]
        if nominal.kind == "thing":
            bare = nominal.determiner == "the" and nominal.end - nominal.first == 2  # noqa: PLR2004 -- "the dam"
            return self._by_head.get(nominal.head) if bare else None
        if nominal.kind == "body":
            return self._body(node, nominal)
        return self._predicate(index, node, nominal) or self._described(node, nominal)

    def _predicate(self, index: int, node: Node, nominal: Nominal) -> Draft | None:
        """Whom "a farmer" describes in "She was a farmer": the subject, which learns the role."""
        if node.described < 0:
            return None
        for place in range(index - 1, max(-1, index - 4), -1):
            draft = self._draft_of_node.get(place)
            if self.nodes[place].end == node.described + 1 and draft is not None:
                person = draft.label in ("PERSON", None) and draft.plural == node.plural
                if person and not (draft.gender and node.gender and draft.gender != node.gender):
                    draft.state_role(nominal.head, nominal.modifiers, nominal.distinct)
                    return draft
        return None

    def _described(self, node: Node, nominal: Nominal) -> Draft | None:
        """Whom a description of a person or of people means: someone with that role, else someone unnamed."""
        places = self._modifying(nominal, _PLACES)
        bodies = self._modifying(nominal, _BODIES)
        vocative = nominal.modifiers in (("mr",), ("mr.",), ("madam",))
        definite = nominal.determiner == "the" or vocative
        if nominal.kind == "person" and definite and nominal.head not in _MAN_WORDS:
            best = max(
                ((fit(d, nominal, places, bodies), place) for place, d in enumerate(self._recent) if d.named),
                default=(0, 0),
            )
            if best[0]:
                return self._recent[best[1]]
        key = self._role_key(nominal)
        if nominal.determiner != "a":
            for draft in reversed(self._by_role.get(key, [])[-SAME_ROLES:]):
                near = node.sentence - self.nodes[draft.nodes[-1]].sentence <= NOMINAL_SENTENCES
                if near and _same_kind(draft, nominal):
                    return draft
        draft = self._new()
        draft.plural = nominal.kind == "people"
        draft.state_role(nominal.head, nominal.modifiers, nominal.distinct)
        draft.gender = nominal.gender
        self._by_role.setdefault(key, []).append(draft)
        return draft

    def _modifying(self, nominal: Nominal, labels: frozenset[Label]) -> frozenset[str]:
        """The words before the head that are names of such things, lower case."""
        return frozenset(
            self.frame.lower[i]
            for i in range(nominal.first, nominal.at)
            if self.named[i] >= 0 and self.names[self.named[i]].label in labels
        )

    def _role_key(self, nominal: Nominal) -> str:
        head = "spokesperson" if nominal.head.startswith("spokes") and nominal.head.endswith("person") else nominal.head
        return f"{nominal.kind}/{' '.join(sorted(nominal.distinct))}/{head}/{self._possessor(nominal)}"

    def _possessor(self, nominal: Nominal) -> str:
        """Whose mother "his mother" is, by the number of the draft; nothing without a possessor."""
        if nominal.determiner != "his":
            return ""
        word = self.frame.lower[nominal.first]
        owner = self._last_owner if word in lexicon.PRONOUN_GENDER else None
        if owner is None and nominal.first >= 2 and self.named[nominal.first - 2] >= 0:  # noqa: PLR2004 -- name and mark
            owner = self.of_name[self.named[nominal.first - 2]]
        return f"{owner.number}" if owner else f"{word}@{nominal.at}"

    def _body(self, node: Node, nominal: Nominal) -> Draft | None:
        """Which body "the council" means: one with that word in its name, a firm near by, else one without a name."""
        if nominal.determiner == "the" and nominal.end == nominal.at + 1:
            for draft in reversed(self._recent_bodies):
                if nominal.head in draft.full.lower().split() or (draft.named and nominal.head in draft.roles):
                    return draft
            firm = self._firm_near(node) if nominal.head in _FIRMS else None
            if firm is not None:
                return firm
        for draft in reversed(self._by_role.get(f"body/{nominal.head}", [])[-SAME_ROLES:]):
            near = node.sentence - self.nodes[draft.nodes[-1]].sentence <= NOMINAL_SENTENCES
            if near and nominal.determiner == "the" and _same_kind(draft, nominal):
                return draft
        draft = self._new()
        draft.body = True
        draft.state_role(nominal.head, nominal.modifiers, nominal.distinct)
        self._by_role.setdefault(f"body/{nominal.head}", []).append(draft)
        return draft

    def _firm_near(self, node: Node) -> Draft | None:
        """The last firm of the sentences before, by a name that calls it nothing else."""
        for draft in reversed(self._recent_bodies):
            near = node.sentence - self.nodes[draft.nodes[-1]].sentence <= BODY_SENTENCES
            if draft.named and near and not lexicon.org_nouns() & set(draft.full.lower().split()) - _FIRMS:
                return draft
        return None

    def _pronoun(self, index: int, node: Node) -> Draft | None:
        if node.gender == "neutral":
            return self._neutral(node)
        if node.gender is None:
            return self._plural(node)
        context = self._context(node)
        candidates: list[tuple[Draft, list[str]]] = []
        for draft, last in self._seen_from(node):
            if possible(context, node, draft, last):
                candidates.append((draft, features(context, node, draft, last, len(candidates))))
        ahead = self._ahead(index, node)
        if ahead is not None and all(ahead is not d for d, _ in candidates):
            candidates.append((ahead, ["ahead", f"ahead/{min(len(candidates), 1)}"]))
        chosen = self.choose(index, candidates)
        if chosen is not None and node.region == NO_REGION:
            self._chain[node.gender] = chosen
        return chosen

    def _seen_from(self, node: Node) -> list[tuple[Draft, Node]]:
        """The recent people with the mention that counts, the nearest first.

        Outside a quote that is their last one outside quotes, where there is one near.
        """
        found = []
        for draft in self._recent:
            nodes = draft.nodes[-MENTIONS_BACK:]
            places = [i for i in nodes if not self._is_apposition(i)] or nodes
            outside = [i for i in places if self.nodes[i].region == NO_REGION] if node.region == NO_REGION else places
            place = (outside or places)[-1]
            if node.sentence - self.nodes[place].sentence <= MAX_SENTENCES_BACK:
                found.append((place, draft))
        found.sort(key=lambda pair: -pair[0])
        return [(draft, self.nodes[place]) for place, draft in found]

    def _is_apposition(self, index: int) -> bool:
        """Whether it only describes the name beside it, which tells better who is the subject."""
        node = self.nodes[index]
        return node.kind == "nominal" and self.owners[node.source] >= 0

    def choose(self, index: int, candidates: Sequence[tuple[Draft, list[str]]]) -> Draft | None:  # noqa: ARG002 -- training overrides it
        """The candidate of the greatest weight, none when standing alone weighs more."""
        table = weights()
        best, top = None, table.get(NONE_WEIGHT, 0.0)
        for draft, found in candidates:
            score = sum(table.get(name, 0.0) for name in found)
            if score > top:
                best, top = draft, score
        return best

    def _context(self, node: Node) -> Context:
        own = self._speaker_of(node.region) if node.region != NO_REGION else None
        return Context(self.frame, self.nodes, own, self._chain.get(node.gender), self._last_speaker, self._main)

    def _speaker_of(self, region: int) -> Draft | None:
        """Who seems to say the region; a name counts before it is reached, a pronoun after it only when resolved."""
        index = self._speaker_nodes[region]
        if index >= 0 and self.nodes[index].kind == "name":
            return self.of_name[self.nodes[index].source]
        return self._draft_of_node.get(index)

    def _ahead(self, index: int, node: Node) -> Draft | None:
        """Whom "In his speech, Trump said" means: the subject that the opening phrase waits for."""
        low = self.frame.bounds[node.sentence][0]
        if self.frame.tags[low] not in ("IN", "VBG", "RB", "VBN") and self.frame.lower[low] != "when":
            return None
        for later in self.nodes[index + 1 : index + 6]:
            if later.sentence != node.sentence:
                break
            if later.kind == "name" and later.subject and self.of_name[later.source].label == "PERSON":
                draft = self.of_name[later.source]
                open_gender = not draft.gender or draft.gender == node.gender
                return draft if open_gender and "," in self.frame.words[node.end : later.first] else None
        return None

    def _neutral(self, node: Node) -> Draft | None:
        """What "it" means: the last body as a subject in this sentence, or in the one before when it is one too."""
        for draft in reversed(self._recent_bodies):
            last = self.nodes[draft.nodes[-1]]
            gap = node.sentence - last.sentence
            if gap > 1 or last.region != node.region:
                continue
            if last.subject and (gap == 0) == (node.possessive or not node.subject) and not _object_of(node, last):
                return draft
            said = gap == 0 and node.subject and last.speech  # "the ministry said it would wait"
            if said or (last.subject and gap == 1 and (node.speech or node.possessive)):
                return draft
        return None

    def _plural(self, node: Node) -> Draft | None:
        """Who "they" are: the last people of this or the last sentence; one unnamed person when alone there."""
        near: list[Draft] = []
        for draft in reversed(self._recent):
            last = self.nodes[draft.nodes[-1]]
            if node.sentence - last.sentence > PLURAL_SENTENCES or last.region != node.region:
                break
            if draft.plural and (last.subject or not node.subject or node.sentence != last.sentence):
                return draft
            near.append(draft)
        single = len(near) == 1 and not near[0].named and near[0].gender is None
        return near[0] if single else None

    def _mention(self, draft: Draft, index: int, node: Node) -> None:
        draft.add(index, node)
        self._draft_of_node[index] = draft
        if node.kind == "pronoun":
            self._last_owner = draft
        if node.kind == "name" and draft.label in THINGS:
            self._by_head[self.frame.lower[node.end - 1]] = draft
        if draft.label in VALUE_LABELS:
            return
        recent = self._recent if draft.label in ("PERSON", None) and not draft.body else self._recent_bodies
        if draft.label not in ("NORP", "GPE", "LOC") or draft.label == "GPE":
            if draft in recent:
                recent.remove(draft)
            recent.append(draft)
            del recent[: max(0, len(recent) - WINDOW_DRAFTS)]
        if node.speech and node.region == NO_REGION and draft.label in ("PERSON", None):
            self._last_speaker = draft


def main_person(of_name: Sequence[Draft]) -> Draft | None:
    """Whom the article is about: the first person of all, where no other is named more than half as often."""
    people = [d for d in of_name if d.label == "PERSON"]
    counts = Counter(d.number for d in people).most_common(2)
    if not counts or counts[0][0] != people[0].number or counts[0][1] < MAIN_NAMES:
        return None
    return people[0] if len(counts) == 1 or counts[1][1] * 2 <= counts[0][1] else None


def _same_kind(draft: Draft, nominal: Nominal) -> bool:
    """Whether a description may go on with someone unnamed: no new modifiers; groups want "the" or equal words.

    "senior citizens" are not the "Puerto Rico citizens" of before.
    """
    known = set().union(*draft.roles.values())
    new = set(nominal.modifiers) - known
    if nominal.kind == "people":
        same = set(nominal.modifiers) == known and nominal.head != "people"
        return not new and (nominal.determiner == "the" or same)
    return not new or not known


def _object_of(node: Node, last: Node) -> bool:
    return not node.possessive and not node.subject and node.sentence == last.sentence


__all__ = ["EXACT", "Resolver"]
