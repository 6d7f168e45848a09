"""An entity while the article is read from its start: what is known of it so far.

The one mutable thing of this stage; it never leaves it.
"""

from collections import Counter
from dataclasses import dataclass, field

from reader.nlp.coref.nodes import Node
from reader.text import Gender, Label, Span


@dataclass(slots=True, eq=False)
class Draft:
    """What one thing in the world has shown of itself."""

    number: int
    """In order of creation."""
    label: Label | None
    """None for a thing without a name."""
    nodes: list[int] = field(default_factory=list)
    """Indices of its mentions, in order of the text."""
    gender: Gender | None = None
    roles: dict[str, set[str]] = field(default_factory=dict)
    """Role, "vice president" for one that is another than "president" → the modifiers it was stated with."""
    role_spans: list[Span] = field(default_factory=list)
    office: str = ""
    """Known from the list of leaders, where the article need not state it."""
    nations: set[str] = field(default_factory=set)
    """Known from the list of leaders, lower case."""
    plural: bool = False
    body: bool = False
    """Without a name: a firm or an office, no person."""
    labels: Counter[Label] = field(default_factory=Counter)
    normalized: str | None = None
    full: str = ""
    """Longest form of the name, empty without a name."""

    @property
    def named(self) -> bool:
        """Whether the article gives it a name."""
        return self.label is not None

    @property
    def is_person(self) -> bool:
        """Whether "he" or "she" may mean it."""
        return self.label in ("PERSON", None) and not self.plural and not self.body

    def add(self, index: int, node: Node) -> None:
        """One more mention; what it tells about gender stays."""
        self.nodes.append(index)
        if self.gender is None and node.gender in ("male", "female") and self.is_person:
            self.gender = node.gender

    def state_role(self, head: str, modifiers: tuple[str, ...], distinct: frozenset[str]) -> None:
        """The article says that it is a `head`."""
        key = " ".join([*sorted(distinct), head])
        self.roles.setdefault(key, set()).update(modifiers)
