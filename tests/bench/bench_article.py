"""How the article view grows with the text: CPU time per step at three lengths, as ratios to the shortest. Run by hand.

    python tests/bench/bench_article.py

No test: it asserts nothing. Quote the ratios; the milliseconds are this machine's.
"""

import asyncio
import random
import time
from collections.abc import Callable

from textual.app import App, ComposeResult

from reader.text import Article, Entity, Mention, Paragraph, Quote, QuoteContext, Span
from reader.tui.widgets.article_layout import drawn_text, lay_out
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.search import find_hits

WORDS = (800, 5_000, 50_000)
NAMES = ("Ada Brennan", "Tomas Leclerc", "Harbour Council", "Geneva")
FILLER = "the talks about wages went on late into the night while crews waited for word".split()
PARAGRAPH_WORDS = 60
SENTENCE_WORDS = 15
QUOTE_CHARS = 40
PRESSES = 60
WIDTH_CELLS = 84


def make(words: int) -> tuple[Article, tuple[Entity, ...], tuple[Quote, ...]]:
    """An article with one name a sentence and one quote a paragraph."""
    rng, blocks, at = random.Random(words), list[str](), 0  # noqa: S311 -- a bench, no secret
    paragraphs, mentions, quotes = list[Paragraph](), {name: list[Mention]() for name in NAMES}, list[Quote]()
    for number in range(words // PARAGRAPH_WORDS):
        block = ""
        for _ in range(PARAGRAPH_WORDS // SENTENCE_WORDS):
            name = rng.choice(NAMES)
            start = at + len(block)
            mentions[name].append(Mention(Span(start, start + len(name)), "name"))
            block += f"{name} {' '.join(rng.choice(FILLER) for _ in range(SENTENCE_WORDS))}. "
        said = (Span(at, at + QUOTE_CHARS),)
        quotes.append(Quote(f"q{number}", "direct", said, None, None, QuoteContext(), confidence=1.0, rule="bench"))
        block = block.rstrip()
        paragraphs.append(Paragraph(Span(at, at + len(block))))
        blocks.append(block)
        at += len(block) + 2
    entities = tuple(Entity(f"e{i}", "PERSON", name, (), tuple(mentions[name])) for i, name in enumerate(NAMES))
    return Article("bench", "\n\n".join(blocks), tuple(paragraphs)), entities, tuple(quotes)


def cpu_ms(work: Callable[[], object], repeat: int = 1) -> float:
    """CPU milliseconds of one call."""
    started = time.process_time()
    for _ in range(repeat):
        work()
    return (time.process_time() - started) * 1000 / repeat


class Bench(App[None]):
    """The view alone."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.view = ArticleView(article)

    def compose(self) -> ComposeResult:
        """The view."""
        yield self.view


async def steps(words: int) -> dict[str, float]:
    """CPU milliseconds of each step at one length."""
    article, entities, quotes = make(words)
    drawn = drawn_text(article.text, ())
    figures = {
        "lay out": cpu_ms(lambda: lay_out(article, drawn, WIDTH_CELLS), 3),
        "search": cpu_ms(lambda: find_hits(article.text, "wages"), 3),
    }
    app = Bench(article)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        view = app.view
        figures["entities arrive"] = cpu_ms(lambda: view.set_entities(entities))
        figures["quotes arrive"] = cpu_ms(lambda: view.set_quotes(quotes))
        moves: dict[str, Callable[[int], None]] = {
            "next entity": view.move_entity,
            "next quote": view.move_quote,
            "page": view.scroll_page,
        }
        for name, move in moves.items():
            started = time.process_time()
            for _ in range(PRESSES):
                move(1)
                for y in range(view.size.height):
                    view.render_line(y)
            figures[name] = (time.process_time() - started) * 1000 / PRESSES
    return figures


def main() -> None:
    """A table: step, then milliseconds and ratio at each length."""
    found = [asyncio.run(steps(words)) for words in WORDS]
    print(f"{'step':16}" + "".join(f"{words:>10} words     " for words in WORDS))
    for name, first in found[0].items():
        print(f"{name:16}" + "".join(f"{row[name]:10.2f} ms ×{row[name] / max(first, 1e-6):<6.1f}" for row in found))


if __name__ == "__main__":
    main()
