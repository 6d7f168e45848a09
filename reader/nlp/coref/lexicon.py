"""The word lists of coreference: who is he or she by first name, which words are roles, what covers what.

Takes nothing, gives lists read once from `nlp/data/` and the closed classes of English. Knows no document.
"""

from functools import cache

from reader.nlp import resources
from reader.text import Gender

_GENDERS: dict[str, Gender] = {"m": "male", "f": "female"}

PRONOUN_GENDER: dict[str, Gender | None] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("it", "its", "itself"), "neutral"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself"), None),
}
"""Third-person pronouns; None: the gender is open."""
POSSESSIVE = frozenset(("his", "its", "their"))
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves", "themself"))

TITLE_GENDER: dict[str, Gender] = {
    **dict.fromkeys(("mr", "mr.", "sir", "lord", "messrs", "messrs.", "king", "prince", "herr", "monsieur"), "male"),
    **dict.fromkeys(
        ("mrs", "mrs.", "ms", "ms.", "miss", "madam", "madame", "dame", "lady", "queen", "princess", "sister"), "female"
    ),
}
TITLE_ROLES: dict[str, str] = {
    "president": "president", "pres.": "president", "minister": "minister", "senator": "senator", "sen.": "senator",
    "sen": "senator", "rep.": "representative", "rep": "representative", "congressman": "congressman",
    "congresswoman": "congresswoman", "gov.": "governor", "gov": "governor", "governor": "governor",
    "mayor": "mayor", "gen.": "general", "gen": "general", "general": "general", "col.": "colonel",
    "lt.": "lieutenant", "lt": "lieutenant", "sgt.": "sergeant", "sgt": "sergeant", "capt.": "captain",
    "captain": "captain", "maj.": "major", "adm.": "admiral", "dr.": "doctor", "dr": "doctor", "doctor": "doctor",
    "prof.": "professor", "prof": "professor", "professor": "professor", "judge": "judge", "justice": "justice",
    "chancellor": "chancellor", "secretary": "secretary", "speaker": "speaker", "king": "king", "queen": "queen",
    "prince": "prince", "princess": "princess", "pope": "pope", "bishop": "bishop", "rev.": "reverend",
    "ambassador": "ambassador", "sheriff": "sheriff", "detective": "detective", "inspector": "inspector",
    "superintendent": "superintendent", "councillor": "councillor", "cllr": "councillor", "premier": "premier",
    "coach": "coach", "pc": "officer", "officer": "officer",
}  # fmt: skip
"""A title before a name, lower case, and the role that it states."""
HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss sir dame lord lady madam madame messrs messrs. hon hon. st. herr monsieur".split()
)
GENERATIONS = frozenset("jr jr. sr sr. ii iii iv".split())
NAME_SUFFIXES = GENERATIONS | frozenset("esq esq. phd md kc qc mp msp obe cbe mbe frs".split())
SPEECH_VERBS = frozenset(
    """said says say saying told tells tell added adds asked asks replied replies wrote writes tweeted tweets claimed
    claims insisted insists argued argues explained explains noted notes stated states declared declares announced
    announces warned warns continued continues responded responds suggested suggests acknowledged acknowledges admitted
    admits recalled recalls remarked conceded concluded concludes testified joked quipped posted urged urges vowed vows
    promised promises pledged denied denies complained complains stressed stresses emphasized emphasised observed
    predicted predicts cautioned contended maintains maintained charged mused boasted countered shouted yelled cried
    commented reiterated thinks believes thought believed""".split()
)
COPULAS = frozenset("is was became becomes remains remained are were".split())
MALE_NOUNS = frozenset("man men boy father husband son brother gentleman".split())
DEFINITES = frozenset("the this that".split())
POSSESSORS = frozenset("his her its their our my your 's ’s '".split())
INDEFINITES = frozenset("a an one another some".split())
PERSON_GROUPS = frozenset(
    "people police prosecutors officials investigators authorities lawmakers organizers organisers".split()
)


def _pairs(name: str) -> dict[str, str]:
    lines = (line for line in resources.read_text(name).splitlines() if line and not line.startswith("#"))
    return dict(line.split("\t", 1) for line in lines)


@cache
def first_names() -> dict[str, Gender]:
    """First name → gender, for names that nearly always tell it."""
    return {name: _GENDERS[gender] for name, gender in _pairs("coref_first_names.tsv").items()}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Short form → the full first names that it may stand for."""
    return {name: frozenset(full.split()) for name, full in _pairs("coref_nicknames.tsv").items()}


@cache
def roles() -> dict[str, Gender | None]:
    """Role noun, singular and lower case → the gender that the word shows."""
    return {word: _GENDERS.get(gender) for word, gender in _pairs("coref_roles.tsv").items()}


@cache
def role_covers() -> dict[str, frozenset[str]]:
    """A description → the stated roles that it may take up again."""
    return {word: frozenset(covered.split()) for word, covered in _pairs("coref_role_covers.tsv").items()}


@cache
def org_nouns() -> frozenset[str]:
    """Nouns that stand for a body."""
    return resources.words("coref_org_nouns.txt")


@cache
def leaders() -> dict[str, tuple[str, str]]:
    """Name in lower case → nationality and office of well-known heads of state and government.

    A surname counts as well where all its bearers in the list share the nation ("Putin").
    """
    found: dict[str, tuple[str, str]] = {}
    nations: dict[str, set[str]] = {}
    for name, rest in _pairs("coref_leaders.tsv").items():
        nation, office = rest.split("\t")
        surname = name.split()[-1].lower()
        nations.setdefault(surname, set()).add(nation)
        found[name.lower()] = found[surname] = (nation, office)
    return {name: known for name, known in found.items() if len(nations.get(name, ())) <= 1}


def leader(full: str) -> tuple[str, str] | None:
    """Nationality and office of who is named `full` in the article, middle names left out; None for no leader."""
    words = full.lower().split()
    middle = len(words) > 2  # noqa: PLR2004 -- first name and surname
    return leaders().get(" ".join(words)) or (leaders().get(f"{words[0]} {words[-1]}") if middle else None)


def singular(word: str) -> str | None:
    """The role noun that `word` is the plural of, None when it is none."""
    known = roles()
    for plural, single in (
        ("men", "man"),
        ("children", "child"),
        ("wives", "wife"),
        ("ies", "y"),
        ("es", "e"),
        ("es", ""),
        ("s", ""),
    ):
        if word.endswith(plural) and word[: -len(plural)] + single in known:
            return word[: -len(plural)] + single
    return None
