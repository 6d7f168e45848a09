"""Why the reader thinks that somebody said something: the attribution's reason, confidence and words, in plain lines.

Takes findings and a quote, gives harmless lines. No Textual in here.
"""

from reader.text import Quote
from reader.text.display import one_line
from reader.tui.findings import Findings

PART_WORDS = {"source": "speaker", "cue": "word of saying", "quote": "quote"}
"""The parts that a rule's name puts in their order: "source-cue-quote"."""
RULE_WORDS = {
    "same-speaker": "whoever spoke before it in this paragraph goes on",
    "same-speaker-next-paragraph": "whoever spoke in the paragraph before goes on",
    "alternation": "two people take turns, and the other one has just asked",
    "subject-before": "the sentence before it is about this speaker",
    "announced": "the words before it announce a quote",
    "block-quote": "the words before this block announce a quote",
    "transcript": "the name in front of the turn",
    "no-cue": "no word of saying stands near; this is the likeliest name",
    "loose-quote": "no word of saying stands near",
    "unknown": "nothing nearby tells who speaks",
}
MODE_WORDS = {"negated": "denied, not said", "hypothetical": "only imagined, not said", "attitude": "a stance"}


def why(findings: Findings, quote: Quote) -> list[str]:
    """Who, by which rule, how sure, and the words that it goes by."""
    speaker, lines = quote.speaker, list[str]()
    if speaker is None:
        lines.append(f"Nobody is named: {rule_words(quote.rule)}.")
    else:
        lines.append(f"{round(100 * quote.confidence)} % sure: {rule_words(quote.rule)}.")
        words = findings.words(speaker.span)
        same = words.casefold() == one_line(speaker.name).casefold()
        place = f"¶{findings.paragraph(speaker.span.start)}"
        lines.append(f"Speaker: “{words}” {place}" + ("" if same else f", that is {one_line(speaker.name)}"))
    if quote.cue is not None:
        lines.append(f"Word of saying: “{findings.words(quote.cue)}”")
    context = quote.context
    around = (("To whom", context.addressee), ("When", context.when), ("Through what", context.medium))
    lines += [f"{name}: “{findings.words(span)}”" for name, span in around if span]
    return [*lines, f"Rule: {one_line(quote.rule)}"]


def rule_words(rule: str) -> str:
    """A rule's name in words."""
    base, modes = rule, list[str]()
    for mode, words in MODE_WORDS.items():
        if f"-{mode}" in base:
            base = base.replace(f"-{mode}", "")
            modes.append(words)
    parts = base.split("-")
    if base in RULE_WORDS:
        told = RULE_WORDS[base]
    elif all(part in PART_WORDS for part in parts):
        told = ", ".join(PART_WORDS[part] for part in parts) + ", in this order"
    else:
        told = " ".join(parts)
    return "; ".join([told, *modes])
