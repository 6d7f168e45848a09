"""What each word brings into the features of a token, by where it stands from it.

Takes words and names of features, gives parts that are added up (`features`): names, of which a model is trained
(`Names`), or the sums of their weights (`weights.Weights`).
"""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from reader.nlp.entities.wordforms import CACHED_WORDS, Word, word_form

LONG_CHARS = 4  # of a longer word the first and the last four letters are features, too; three and two of all

Features = tuple[str, ...]


class _Summand(Protocol):
    def __add__(self, other: Any, /) -> Any: ...


T = TypeVar("T", bound=_Summand)
"""Features by their names, or the sum of their weights."""


class Parts(NamedTuple, Generic[T]):
    """What a word brings."""

    own: T
    before: T
    """As the word one before the token; likewise the others."""
    after: T
    far_before: T
    far_after: T
    pairs: Mapping[str, T]
    """As the token itself, by the word before it in small letters."""


class Maker(dict[str, Parts[T]], Generic[T]):
    """The parts of words, made when they are first asked for, and of what is no word."""

    def __init__(self, nothing: T) -> None:
        """Args: what a token without any feature has."""
        super().__init__()
        self.nothing = nothing
        self.opens = self._edge("first")
        """What stands before the first word of a sentence; likewise the others."""
        self.closes = self._edge("last")
        self.beyond = self._edge("")

    def __missing__(self, word: str) -> Parts[T]:
        """Makes and keeps the parts of a word."""
        if len(self) >= CACHED_WORDS:
            self.clear()
        made = self[word] = self.of_word(word_form(word))
        return made

    @abstractmethod
    def of_word(self, word: Word) -> Parts[T]:
        """What a word brings."""

    @abstractmethod
    def feature(self, name: str) -> T:
        """A feature that no word brings by itself."""

    def _edge(self, name: str) -> Parts[T]:
        none, edge = self.nothing, self.feature(name) if name else self.nothing
        return Parts(none, edge, edge, none, none, {})


class Names(Maker[Features]):
    """The features by their names."""

    def __init__(self) -> None:
        super().__init__(())

    def feature(self, name: str) -> Features:
        """A feature that no word brings by itself."""
        return (name,)

    def of_word(self, word: Word) -> Parts[Features]:
        """What a word brings."""
        lower, form, lists = word.lower, word.shape, word.lists
        return Parts(
            own=own_features(word),
            before=("-1l=" + lower, "-1s=" + form, *("-1g=" + code for code in lists)),
            after=("+1l=" + lower, "+1s=" + form, *("+1g=" + code for code in lists)),
            far_before=("-2l=" + lower, "-2s=" + form),
            far_after=("+2l=" + lower, "+2s=" + form),
            pairs=_Pairs(lower),
        )


class _Pairs(dict[str, Features]):
    """A word behind any other."""

    def __init__(self, lower: str) -> None:
        super().__init__()
        self._lower = lower

    def get(self, before: str, _: object = None) -> Features:
        """The feature of the word `before` and this one."""
        return (f"-1w={before}|{self._lower}",)


def own_features(word: Word) -> Features:
    """What a word tells by itself."""
    lower = word.lower
    own = [
        "w=" + word.text, "l=" + lower, "s=" + word.shape,
        "p3=" + lower[:3], "x3=" + lower[-3:], "x2=" + lower[-2:], "p2=" + lower[:2],
    ]  # fmt: skip
    if len(lower) > LONG_CHARS:
        own += ("x4=" + lower[-4:], "p4=" + lower[:4])
    own += ["g=" + code for code in word.lists]
    if word.sure_lists:
        own.append("G=" + word.sure_lists)
    return tuple(own)
