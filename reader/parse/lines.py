"""What one line looks like: byline, date line, credit, list item, heading. Predicates over strings, no state.

The expressions stay strings until a line opens in a way that they could match: compiling them takes 7 ms, and most
articles need none before their text is on the screen.
"""

import re

MAX_HEADLINE_CHARS = 120  # the longest headlines of wire stories
MAX_HEADLINE_WORDS = 18
MAX_CREDIT_CHARS = 320  # a line naming every reporter and editor
MAX_SECTION_CHARS = 60
MAX_SECTION_WORDS = 9
MIN_TITLE_CASE_SHARE = 0.8  # small words aside, Headline Style capitalises all
MIN_TITLE_CASE_WORDS = 4  # "John Smith Died Monday." needs more than a name to be a headline
LONG_WORD_CHARS = 4  # shorter words (of, the, and) stay small in Headline Style

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
_DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,2}} {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}},? \d{{4}})"
)
_TIME = r"(?:[T ,|–-]*(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?)?(?: ?(?:[A-Z]{1,4}|[+-]\d\d:?\d\d))?"
_DATE_LINE = rf"(?i:(?:{_DAY},? )?{_DATE}{_TIME}\.?)"
_DATE_OPENERS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())
_STAMP = r"(?i:(?:first |last )?(?:published|updated|posted|modified)(?: (?:on|at))?\b[^\n]{0,80}\d[^\n]{0,40})"
_STAMP_OPENERS = ("first ", "last ", "published", "updated", "posted", "modified")
_NAME_WORD = r"(?:[A-Z][\w.'’-]*|de|da|del|der|van|von|bin|al|la|le|of|the|for|in|at)"
_BYLINE = rf"(?:By|BY)[: ]\s*[A-Z][\w.'’-]*(?:(?:,|\s+and|\s+&|\s*\||\s*/)?\s+{_NAME_WORD}){{0,14}}"
_NO_AUTHOR = rf"(?:By|BY)[: ]\s*(?:{_DAY}|{_MONTH}|The|A|An|His|Her|Their|Its|This|That)\b"
_CREDIT = (
    r"(?i:(?:photo|image|picture|photograph|file photo)s?(?: credit)?s?(?: by)?: ?\S.{0,200}"
    r"|\(?(?:additional )?(?:reporting|writing|editing) by [A-Z].{0,300}"
    r"|(?:read more|read also|related|see also|more on this)\b:?.{0,120}|advertisement|share this.{0,40}"
    r"|https?://\S+)"
)
_CREDIT_OPENERS = (
    "photo", "image", "picture", "file photo", "(", "additional", "reporting", "writing", "editing", "read ", "related",
    "see also", "more on this", "advertisement", "share this", "http",
)  # fmt: skip
_LIST_ITEM = r"(?:[-*•‣]|\d{1,3}[.)])[ \t]+\S"
_STOPS = ".!?…:;,"
_CLOSERS = "\"”»)]’'"


def is_byline(line: str) -> bool:
    """Whether the line is "By Jane Doe", "By Jane Doe and Joe Poe, Agency"."""
    if len(line) > MAX_HEADLINE_CHARS or not line.startswith(("By", "BY")):
        return False
    return bool(re.fullmatch(_BYLINE, line)) and not re.match(_NO_AUTHOR, line)


def is_date_line(line: str) -> bool:
    """Whether the line is nothing but a date, or "Published: …", "Updated …"."""
    if len(line) > MAX_HEADLINE_CHARS:
        return False
    opens = line[:1].isdigit() or line[:3].lower() in _DATE_OPENERS
    return (opens and bool(re.fullmatch(_DATE_LINE, line))) or is_stamp(line)


def is_stamp(line: str) -> bool:
    """Whether the line opens with "Published", "Updated" and holds a figure, but is no sentence."""
    if not line.lower().startswith(_STAMP_OPENERS) or line.endswith("."):
        return False
    return bool(re.fullmatch(_STAMP, line)) and len(line.split()) <= MAX_HEADLINE_WORDS


def is_credit(line: str) -> bool:
    """Whether the line is a picture's credit, "Reporting by …", "Read more …" or a bare address."""
    return line[:12].lower().startswith(_CREDIT_OPENERS) and bool(re.fullmatch(_CREDIT, line))


def is_list_item(line: str) -> bool:
    """Whether the line opens with a bullet or a number."""
    return (line[:1] in "-*•‣" or line[:1].isdigit()) and bool(re.match(_LIST_ITEM, line))


def is_title_case(line: str) -> bool:
    """Whether the line is in Headline Style: enough long words, nearly all with a capital."""
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", line) if len(w) >= LONG_WORD_CHARS]
    big = sum(w[0].isupper() for w in words)
    return len(words) >= MIN_TITLE_CASE_WORDS and big >= MIN_TITLE_CASE_SHARE * len(words)


def may_be_headline(line: str) -> bool:
    """Whether the line alone could be a headline: short, no final stop, or with one in clear Headline Style."""
    if not (2 <= len(line.split()) <= MAX_HEADLINE_WORDS and len(line) <= MAX_HEADLINE_CHARS):  # noqa: PLR2004 -- one word is a rubric
        return False
    if not _opens_like_heading(line) or _is_whole_quote(line):
        return False
    if line[-1] in ".!?":
        return is_title_case(line)
    return line.rstrip(_CLOSERS)[-1:] not in _STOPS


def may_be_section(line: str) -> bool:
    """Whether the line alone could be a heading between paragraphs."""
    short = len(line) <= MAX_SECTION_CHARS and len(line.split()) <= MAX_SECTION_WORDS
    return short and _opens_like_heading(line) and line[-1] not in _STOPS + _CLOSERS + "-—–"


def _opens_like_heading(line: str) -> bool:
    first = line.lstrip("\"“‘'«([")[:1]
    return first.isupper() or first.isdigit()


def _is_whole_quote(line: str) -> bool:
    return line[0] in '"“«' and line[-1] in '"”»'


def author_of(byline: str) -> str:
    """The names of a byline, its agency and its place left off."""
    names = re.sub(r"^(?:By|BY)[: ]\s*", "", byline).strip()
    names = re.split(r"\s+(?:at|in)\s+(?=[A-Z])", names, maxsplit=1)[0]
    head, comma, tail = names.rpartition(",")
    return head.strip() if comma and not re.search(r"\band\b|&", tail) else names
