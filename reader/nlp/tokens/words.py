"""Text → word spans, by the Treebank's conventions: "don't" is two tokens, "'s" one, hyphenated words stay whole.

One compiled expression over the original text, so spans are exact whatever the quotation marks are
(NLTK's `NLTKWordTokenizer.span_tokenize` rewrites the marks first and costs four times as much).
"""

import re

from reader.text import Span

_ABBREVIATION = (
    r"(?:[A-Za-z]\.){2,}"  # U.S. a.m. D.C.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Cmdr|Adm|Rev|Hon|St|Jr|Sr|Messrs"
    r"|Inc|Co|Corp|Ltd|Bros|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mass|Calif|Conn|Fla|Ill|Pa|Va|Wis"
    r"|Minn|Mich|Ariz|Colo|Tex|Wash|Tenn|Ala|Ga|Ky|La|Md|Okla|Ore|Nev|Neb|Kan|Ind|Mo|Miss|Ark|Del|vs|etc)\."
    r"|[A-Z]\.(?=\s?[A-Z])"  # initials
    r"|[DRI]-(?:[A-Z]\.[A-Z]|[A-Z][a-z]+)\.(?=[),])"  # D-Wis. R-N.Y.
)
_TOKEN = re.compile(
    r"[A-Za-z]++(?=[\s,;)])"  # most words end so, and nothing below could make them longer: tried first for speed
    r"|(?:https?://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]'’]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[@#]\w+"
    rf"|{_ABBREVIATION}"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|m|k|tn|km|cm|mm|kg)?(?:[-–][A-Za-z]\w*)*(?!\w)"  # 1,812  3:30  10-year
    r"|[nN](?=['’][tT]\b)['’][tT]"
    r"|['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|em)\b"
    r"|\w+?(?=[nN]['’][tT]\b)"  # the "do" of don't
    r"|\w+(?:[.]\w+)+(?=\.(?:com|org|net|gov))\.\w+|\w+\.(?:com|org|net|gov|co\.uk)\b"
    r"|\w+(?:&\w+)*(?:[-‑]\w+(?:&\w+)*|['’](?!s\b|S\b|re\b|ve\b|ll\b|d\b|m\b|em\b|t\b)\w+)*"
    r"|\.{2,}|…|--+|``|''"
    r"|[^\w\s]"
)


def word_spans(text: str, start: int, end: int) -> list[Span]:
    """The tokens of `text[start:end]`, in order, disjoint; every visible character belongs to one."""
    new = tuple.__new__  # without the call in Python that `Span(…)` is: a third of the time
    return [new(Span, match.span()) for match in _TOKEN.finditer(text, start, end)]
