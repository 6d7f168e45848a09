"""What the analysis gets wrong on the seeds, a line each: the list that a better analysis starts from.

    python -m tests.eval.misses [SEED ...]

Takes gold and analysis, gives lines "kind, what is wrong, where", matched as `measure` does. Prints, judges nothing.
"""

import argparse
from collections.abc import Iterator, Sequence

from reader.text import VALUE_LABELS, Analysis, Entity, Quote, Span
from tests.eval import gate, goldfile, measure

AROUND = 30  # characters shown on each side of a place


def misses(gold: goldfile.Gold, analysis: Analysis) -> Iterator[str]:
    """Every difference between gold and analysis, names first, then descriptions and pronouns, then quotes."""
    yield from _names(gold, analysis)
    yield from _led(gold, analysis, "nominal")
    yield from _led(gold, analysis, "pronoun")
    yield from _quotes(gold, analysis)


def _names(gold: goldfile.Gold, analysis: Analysis) -> Iterator[str]:
    due = {(s, e.label) for e in gold.entities for s, kind in e.mentions if kind == "name"}
    said = {(m.span, e.label) for e in _things(analysis) for m in e.mentions if m.kind == "name"}
    for span, label in sorted(due ^ said):
        what = "missed" if (span, label) in due else "false"
        yield f"name {what}: {label}: {_place(gold.text, span)}"


def _led(gold: goldfile.Gold, analysis: Analysis, kind: str) -> Iterator[str]:
    """Mentions of one kind: not seen, led to something else, or seen where there is none."""
    said = {m.span: e.name for e in _things(analysis) for m in e.mentions if m.kind == kind}
    due = {span: e for e in gold.entities for span, k in e.mentions if k == kind}
    for span in sorted(due.keys() | said.keys()):
        if span not in due:
            yield f"{kind} false: {said[span]}: {_place(gold.text, span)}"
        elif span not in said:
            yield f"{kind} missed: {due[span].name}: {_place(gold.text, span)}"
        elif not measure.same(gold.text, due[span], said[span]):
            yield f"{kind} wrong: {due[span].name}, not {said[span]}: {_place(gold.text, span)}"


def _quotes(gold: goldfile.Gold, analysis: Analysis) -> Iterator[str]:
    pairs = measure.paired(gold, analysis)
    for due, quote in pairs:
        name = "nobody" if due.speaker is None else gold.entities[due.speaker].name
        if quote is None:
            yield f"quote missed: {name}: {_contents(gold.text, due.contents)}"
        elif not measure.right_speaker(gold, due, quote):
            yield f"quote speaker: {name}, not {_speaker(quote)} ({quote.rule}): {_contents(gold.text, due.contents)}"
    found = [quote for _, quote in pairs]
    for quote in analysis.quotes:
        if quote not in found:
            yield f"quote false: {_speaker(quote)} ({quote.rule}): {_contents(gold.text, quote.contents)}"


def _things(analysis: Analysis) -> Iterator[Entity]:
    return (e for e in analysis.entities if e.label not in VALUE_LABELS)


def _speaker(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else "nobody"


def _contents(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(s.of(text).split())[: 2 * AROUND] for s in spans)


def _place(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return " ".join(f"{before}[{span.of(text)}]{after}".split())


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the differences of some seeds, or of all."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.misses", description=__doc__.partition("\n")[0])
    parser.add_argument("seeds", nargs="*", metavar="SEED")
    wanted = parser.parse_args(argv).seeds
    for path in gate.gold_files():
        if not wanted or path.stem in wanted:
            analysis = gate.analysis_of(path.stem)
            for line in misses(gate.gold_of(path, analysis.article), analysis):
                print(f"{path.stem}: {line}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
