"""Labels of names put right by the rest of the article: whose surname it is, who has a title, how a firm begins.

Takes the frame and typed names, gives the same names with better labels. Spans are never touched.
"""

from reader.nlp.coref import lexicon
from reader.nlp.coref.frame import Frame
from reader.nlp.coref.people import after_role, title_before
from reader.text import Label, Name

_EDGES = " \t\n\u00a0“”‘’\"',;:()[]*_"
_DOUBTFUL: frozenset[Label] = frozenset(("ORG", "NORP", "WORK", "PRODUCT"))
_CIVIL = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr."))


def relabelled(frame: Frame, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names, people told from bodies by what the article says elsewhere."""
    return bodies_for_people(frame, surnames_as_people(frame, titled_as_people(frame, names)))


def _words(frame: Frame, name: Name) -> list[str]:
    return name.span.of(frame.text).strip(_EDGES).split()


def titled_as_people(frame: Frame, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """A body with "Ms" is a person, and so is one in full that ends in the surname of such a person."""
    titled = [name.label in (*_DOUBTFUL, "PERSON") and _is_titled(frame, name) for name in names]
    surnames = {_words(frame, n)[-1].lower() for n, is_titled in zip(names, titled, strict=True) if is_titled}
    return tuple(
        Name(name.span, "PERSON") if is_titled or _ends_in(frame, name, surnames) else name
        for name, is_titled in zip(names, titled, strict=True)
    )


def _is_titled(frame: Frame, name: Name) -> bool:
    """Whether "Ms" stands before or in the name, or a role and a first name in it."""
    words = _words(frame, name)
    if not words:
        return False
    civil = words[0].lower() in _CIVIL or frame.word(frame.tokens_of(name.span)[0] - 1) in _CIVIL
    return civil or after_role(words) is not None


def _ends_in(frame: Frame, name: Name, surnames: set[str]) -> bool:
    """Whether a body of two words, "Comfort Asante", ends in one of `surnames`."""
    words = _words(frame, name) if name.label == "ORG" else []
    return len(words) == 2 and words[-1].lower() in surnames  # noqa: PLR2004 -- first name and surname


def bodies_for_people(frame: Frame, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names with a person's label taken back where the word only starts a body's name: "Castellan Industries".

    Whoever is named in full, has a title or is a well-known leader stays a person.
    """
    texts = [name.span.of(frame.text).strip(_EDGES).split() for name in names]
    full = {w[-1].lower() for n, w in zip(names, texts, strict=True) if n.label == "PERSON" and len(w) > 1}
    bodies = {w[0].lower() for n, w in zip(names, texts, strict=True) if n.label == "ORG" and len(w) > 1}
    titled = {
        w[0].lower()
        for n, w in zip(names, texts, strict=True)
        if len(w) == 1 and title_before(frame, frame.tokens_of(n.span)[0])
    }
    moved = bodies - full - titled - lexicon.leaders().keys()
    return tuple(
        Name(n.span, "ORG") if n.label == "PERSON" and len(w) == 1 and w[0].lower() in moved else n
        for n, w in zip(names, texts, strict=True)
    )


def surnames_as_people(frame: Frame, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names with a body's or a nation's label taken back where the word is the surname of someone named in full.

    A place keeps its label, and so does a word that goes with a noun: "Cuban" in "Cuban cigars" is not Mark Cuban.
    """
    surnames = {
        words[-1].strip(_EDGES).lower()
        for name in names
        if name.label == "PERSON" and len(words := name.span.of(frame.text).split()) > 1
    }
    return tuple(
        Name(name.span, "PERSON") if name.label in _DOUBTFUL and _is_surname(frame, name, surnames) else name
        for name in names
    )


def _is_surname(frame: Frame, name: Name, surnames: set[str]) -> bool:
    word = name.span.of(frame.text).strip(_EDGES).lower()
    if word not in surnames:
        return False
    first, end = frame.tokens_of(name.span)
    return not frame.tag(end).startswith("NN") and frame.word(first - 1) not in ("the", "a", "an")
