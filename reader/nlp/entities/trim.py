"""One find → its proper extent: no title before a person, no article, mark or genitive at the ends.

Takes a find and the words, gives the find, or an empty one (first == end) where nothing of a name is left.
"""

from collections.abc import Sequence

from reader.nlp.entities.lists import label_of
from reader.nlp.entities.model import Found
from reader.nlp.entities.wordforms import word_form

TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady president vice-president senator sen sens rep reps
    representative congressman congresswoman governor gov govs mayor secretary minister premier chancellor
    king queen prince princess judge justice general gen colonel col major maj captain capt lieutenant lt
    sergeant sgt admiral adm commander chief director chairman chairwoman ceo doctor pope cardinal
    archbishop bishop father reverend rev rabbi imam sheikh attorney coach councillor speaker ambassador
    inspector detective officer baroness spokesman spokeswoman spokesperson former ex-president then-
    president first lady nobel laureate professor-emeritus comptroller""".split()
)
PORTFOLIOS = frozenset(
    """affairs tourism defence defense health education finance interior foreign environment energy agriculture
    transport trade labour labor security culture sports planning industry commerce""".split()
)
"""What a minister is minister of: no part of the person that follows ("Minister of Tourism Usi")."""
COMMON = frozenset(
    """Kingdom General King Queen Prince Agency State Republic Federation South North East West Pope DIG TB HIV
    AIDS GDP CPI ESG CEO CFO GPS PhD MBA MP MPs MEP MLA PM VIP ID TV IT AI DNA USD EUR GMT UTC COVID Covid
    Ebola Government Minister President NGO NGOs""".split()
)
"""Single words that stand for nobody by themselves: parts of states, terms, offices, currencies."""
ORGANISATION_TAILS = frozenset(
    """Inc Inc. Ltd Ltd. Corp Corp. Company Corporation Group Holdings Airlines Airways Technologies Industries PLC
    LLC FC Club United Rovers Wanderers Athletic Albion University Institute Committee Council Association
    Foundation Party Ministry Agency News Media Bank Society Federation""".split()
)
"""Last words that no person's name has."""
BODY_TAILS = frozenset("Airline Airlines Airways Telecom Travel Insurance Juniors Rovers Wanderers Dynamo FC".split())
"""Last words that neither people nor places have."""
LAND_TAILS = frozenset("Territory Province Governorate Prefecture Archipelago Peninsula".split())
"""Last words that no body has."""
ROLES = frozenset(
    """Adviser Advisor Leader Secretary Minister President Chairman Chairwoman Director Spokesman Spokeswoman
    Spokesperson Officer Manager Chief Whip Speaker Commissioner Ambassador Editor Prosecutor Attorney Judge
    Justice Premier Governor Mayor Senator Coach Captain Commander Inspector CEO""".split()
)
"""Last words of offices, which are no organisations: "National Security Adviser", "Senate Democratic Leader"."""
NOBLES = frozenset("Duke Duchess Earl Countess Prince Princess Marquess Viscount".split())
ENDS = frozenset("'s ’s ' ’ , . “ ” \" ‘ (".split())
STARTS = frozenset('the a an née nee né “ " ‘ ('.split())


def trim(found: Found, words: Sequence[str]) -> Found:
    """A person without "President" and "Mr."; any name without "the" before and "'s" behind."""
    first, end, kind = found.first, found.end, found.kind
    while end > first and words[end - 1] in ENDS:
        end -= 1
    while first < end and words[first].lower() in STARTS:
        first += 1
    if end - first == 1 and kind in ("ORG", "LOC") and words[first] in COMMON:
        return Found(first, first, kind)
    if all(word.islower() for word in words[first:end]) and (end - first == 1 or kind != "PER"):  # "railway station"
        return Found(first, first, kind)
    if end - first > 1:
        kind = _kind_by_tail(kind, words[end - 1])
    if kind == "ORG":
        first = _after_office(first, end, words)
    if kind != "PER" and (_is_titled_person(words[first:end]) or _is_noble(words[first:end])):
        kind = "PER"
    if kind == "PER":
        return Found(_after_titles(first, end, words), end, kind)
    return Found(first, _before_role(first, end, words), kind)


def _before_role(first: int, end: int, words: Sequence[str]) -> int:
    """The end of the listed name that an office begins with ("Senate" …), `first` where there is none."""
    if end < len(words) and (words[end - 1], words[end]) == ("Press", "Secretary"):
        return end - 1
    if end - first == 1 or words[end - 1] not in ROLES or words[end - 2] in ("of", "the"):
        return end
    return next((cut for cut in range(end - 1, first, -1) if label_of(" ".join(words[first:cut]))), first)


def _kind_by_tail(kind: str, tail: str) -> str:
    """The class of a name of several words by its last one, where that says it."""
    if (kind == "PER" and tail in ORGANISATION_TAILS) or (kind in ("PER", "LOC") and tail in BODY_TAILS):
        return "ORG"
    return "LOC" if kind == "ORG" and tail in LAND_TAILS else kind


def _after_office(first: int, end: int, words: Sequence[str]) -> int:
    """Where the body begins in "Country Director of Harbour Aid"; "Speaker of the House" stays as it is."""
    for at in range(first, end - 3):
        if words[at] in ROLES and words[at + 1] == "of" and words[at + 2][0].isupper():
            return at + 2
    return first


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in TITLES


def _is_titled_person(words: Sequence[str]) -> bool:
    """Whether it is a title, a first name and no organisation's tail: "Justice Raymond Zondo"."""
    if len(words) < 3 or not _is_title(words[0]):  # noqa: PLR2004 -- "Justice Department" must not pass
        return False
    return word_form(words[1]).first_name and not word_form(words[-1]).organisation


def _is_noble(words: Sequence[str]) -> bool:
    """Whether it is "Duke of York": a person, though the words are a place's."""
    return len(words) > 2 and words[0] in NOBLES and words[1] == "of"  # noqa: PLR2004 -- rank, "of", land


def _after_titles(first: int, end: int, words: Sequence[str]) -> int:
    while end - first > 1 and words[first].lower() in PORTFOLIOS:
        first += 1
    while end - first > 1 and _is_title(words[first]):
        first += 1
    return end if end - first == 1 and _is_title(words[first]) else first
