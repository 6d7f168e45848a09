"""Person names tied together: full names first, then surnames, first names and nicknames to the fitting one.

Takes person names in order with the titles around them, gives a cluster number for each. Two people of one surname stay
apart: a first name, a title or a suffix that contradicts keeps a name out.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from reader.nlp.coref import lexicon
from reader.nlp.coref.frame import Frame
from reader.text import Gender

NEAR_SENTENCES = 2
"""How long a full name holds its surname against a more prominent bearer."""
MAX_BEARERS = 32
_NEE = frozenset("née nee né".split())
FAR = -1_000_000
"""A sentence before all others."""


Birth = Literal["", "of", "about"]


class PersonName(NamedTuple):
    """A person's name taken apart."""

    words: tuple[str, ...]
    """Without titles and suffixes, at least one."""
    suffix: str
    """"jr", "iii" or nothing."""
    title: str
    """The lower-case title before or in the name, empty when there is none."""
    gender: Gender | None
    """By title, else by first name when there are two words."""
    sentence: int
    """Where it stands."""
    birth: Birth = ""
    """Whether it is the name that someone was born with or goes by: `of` whoever is named before, or its owner's."""


def after_role(words: Sequence[str]) -> int | None:
    """Where the person begins in "House Minority Leader Nancy Pelosi"; None where no role and first name meet."""
    for at in range(1, len(words) - 1):
        if words[at] in lexicon.first_names() and words[at - 1].lower() in lexicon.roles():
            return at
    return None


def title_before(frame: Frame, first: int) -> bool:
    """Whether "Mr" or "Senator" stands before token `first`."""
    word = frame.word(first - 1)
    return word in lexicon.HONORIFICS or word in lexicon.TITLE_ROLES


def parse_name(frame: Frame, first: int, end: int) -> PersonName:
    """The name at tokens [first, end)."""
    words = [w for w in frame.words[first:end] if w[:1].isalnum() and w.lower() not in ("'s", "’s", "s")]
    title = frame.word(first - 1) if title_before(frame, first) else ""
    named = after_role(words)
    if named is not None:
        title, words = words[named - 1].lower(), words[named:]
    suffix = ""
    while len(words) > 2 and words[-1].lower() in lexicon.NAME_SUFFIXES:  # noqa: PLR2004 -- two words make a name
        suffix = words[-1].lower().rstrip(".") if words[-1].lower() in lexicon.GENERATIONS else suffix
        words = words[:-1]
    while len(words) > 1 and (words[0].lower() in lexicon.HONORIFICS or words[0].lower() in lexicon.TITLE_ROLES):
        title, words = words[0].lower(), words[1:]
    words = [_without_possessive(w) for w in words] or [frame.words[first]]
    gender = lexicon.TITLE_GENDER.get(title) or lexicon.roles().get(lexicon.TITLE_ROLES.get(title, title))
    if gender is None and len(words) > 1:
        gender = lexicon.first_names().get(words[0]) or lexicon.first_names().get(words[0].split("-")[0])
    return PersonName(tuple(words), suffix, title, gender, frame.sentences[first], _birth(frame, first, end))


def _birth(frame: Frame, first: int, end: int) -> Birth:
    """The `birth` of the name at [first, end): "(née Brenner)", "known as Sabar", "Ottilie Rosa Brenner was born"."""
    before, two_before = frame.word(first - 1), frame.word(first - 2)
    if before in _NEE or (before == "born" and two_before in (",", "(")) or (two_before, before) == ("known", "as"):
        return "of"
    return "about" if (frame.word(end), frame.word(end + 1)) == ("was", "born") else ""


def _without_possessive(word: str) -> str:
    return word[:-2] if len(word) > 2 and word.endswith(("'s", "’s")) else word  # noqa: PLR2004 -- the mark's length


def same_first(one: str, other: str) -> bool:
    """Whether two first names can be one person's: equal, initial, nickname."""
    if one == other:
        return True
    a, b = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if len(a) == 1:
        return b.startswith(a)
    nick = lexicon.nicknames()
    return b in nick.get(a, ()) or a in nick.get(b, ()) or bool(nick.get(a, frozenset()) & nick.get(b, frozenset()))


class _Use(NamedTuple):
    """How a person was named so far."""

    times: int
    """By full name or surname."""
    full_sentence: int
    """The last sentence with the full name or a title that tells the gender."""


class _People:
    """The clusters while they grow."""

    def __init__(self) -> None:
        self.full: list[PersonName] = []
        self.genders: list[Gender | None] = []
        self.by_word: dict[str, list[int]] = defaultdict(list)

    def bearers(self, word: str) -> list[int]:
        """Who is found by `word`, the latest few: an article that names more is a list."""
        return self.by_word.get(word.lower(), [])[-MAX_BEARERS:]

    def add(self, name: PersonName) -> int:
        self.full.append(name)
        self.genders.append(name.gender)
        number = len(self.full) - 1
        for word in dict.fromkeys(w.lower() for w in name.words):
            self.by_word[word].append(number)
        return number

    def learn(self, number: int, name: PersonName) -> None:
        """A further full form: more words to be found by, perhaps a gender."""
        for word in name.words:
            if number not in self.by_word[word.lower()]:
                self.by_word[word.lower()].append(number)
        self.genders[number] = self.genders[number] or name.gender
        if len(name.words) > len(self.full[number].words):
            self.full[number] = name._replace(sentence=self.full[number].sentence)

    def fits(self, number: int, name: PersonName) -> bool:
        mine = self.genders[number]
        return not (mine and name.gender and mine != name.gender)


def cluster_people(names: Sequence[PersonName]) -> list[int]:
    """A cluster number for each name, in the order given (that of the text)."""
    people = _People()
    result = [-1] * len(names)
    for index, name in enumerate(names):
        if name.birth == "of" and index and result[index - 1] >= 0 and names[index - 1].sentence == name.sentence:
            result[index] = result[index - 1]
        elif len(name.words) > 1:
            result[index] = _place_full(people, name)
    uses: dict[int, _Use] = {}
    for index, name in enumerate(names):
        if result[index] < 0:
            result[index] = _place_short(people, name, uses)
        if len(name.words) > 1 or people.full[result[index]].words[-1].lower() == name.words[-1].lower():
            before = uses.get(result[index], _Use(0, FAR))
            full = len(name.words) > 1 or name.title in lexicon.TITLE_GENDER
            uses[result[index]] = _Use(before.times + 1, name.sentence if full else before.full_sentence)
    return result


def _place_full(people: _People, name: PersonName) -> int:
    """The cluster of a name of two words or more: same surname and fitting first name, else its own."""
    for number in people.bearers(name.words[-1]):
        known = people.full[number]
        if known.suffix and name.suffix and known.suffix != name.suffix:
            continue
        if _same_full(known.words, name.words) and people.fits(number, name):
            people.learn(number, name)
            return number
    if name.birth == "about":
        namesakes = [
            n for n in people.bearers(name.words[0]) if _has_first(people.full[n], name) and people.fits(n, name)
        ]
        if len(namesakes) == 1:  # "Ottilie Rosa Brenner was born" in the life of Ottilie Marsh
            return namesakes[0]
    return people.add(name)


def _has_first(known: PersonName, name: PersonName) -> bool:
    return len(known.words) > 1 and known.words[0].lower() == name.words[0].lower()


def _same_full(known: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether two names of several words can be one person's."""
    if tuple(w.lower() for w in known) == tuple(w.lower() for w in name):
        return True
    if len(known) < 2 or known[-1].lower() != name[-1].lower():  # noqa: PLR2004 -- first name and surname
        return False
    if same_first(known[0], name[0]):
        middles = [w.rstrip(".") for w in known[1:-1]], [w.rstrip(".") for w in name[1:-1]]
        return not (middles[0] and middles[1]) or middles[0][0][:1] == middles[1][0][:1]
    return same_first(known[-2], name[0]) and len(known) > 2  # noqa: PLR2004 -- "J. Edgar Hoover", "Edgar Hoover"


def _may_be_short_for(known: PersonName, name: PersonName) -> bool:
    """Whether one word may stand for a full name: a middle one only behind it.

    "Wen" is not yet his daughter "Ruth Wen Holt".
    """
    ends = (known.words[0].lower(), known.words[-1].lower())
    return name.words[-1].lower() in ends or name.sentence >= known.sentence


def _place_short(people: _People, name: PersonName, uses: dict[int, _Use]) -> int:
    """The cluster of one word: a surname's owner before a first name's.

    Of several bearers the one named in full just before, else the one that the article has named most.
    """
    word = name.words[-1]
    fitting = [n for n in people.bearers(word) if people.fits(n, name) and _may_be_short_for(people.full[n], name)]
    nick = lexicon.nicknames().get(word, frozenset())
    if not fitting and nick:
        fitting = [n for full in sorted(nick) for n in people.bearers(full) if people.fits(n, name)]
        fitting = fitting if len(fitting) == 1 else []
    if not fitting:
        return people.add(name)
    surname = [n for n in fitting if people.full[n].words[-1].lower() == word.lower()]
    pool = surname or fitting
    if name.title in lexicon.TITLE_GENDER:
        pool = [n for n in pool if people.genders[n] is not None] or pool

    def weight(number: int) -> tuple[int, int, int]:
        use = uses.get(number, _Use(0, FAR))
        near = use.full_sentence if name.sentence - use.full_sentence <= NEAR_SENTENCES else FAR
        return near, use.times, -number

    return max(pool, key=weight)
