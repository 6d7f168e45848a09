"""A page of the guide as a widget: Textual's Markdown in our colours, code as it stands.

Takes Markdown of our own; it is no place for an article's text.
"""

from textual.content import Content
from textual.widgets import Markdown
from textual.widgets.markdown import MarkdownFence


class PlainFence(MarkdownFence):
    """Code without colours: guessing a language takes long and the colours fit no theme of ours."""

    @classmethod
    def highlight(
        cls,
        code: str,
        language: str,
        ansi: bool = False,  # noqa: FBT001, FBT002 -- Textual's signature
        dark: bool = False,  # noqa: FBT001, FBT002 -- Textual's signature
    ) -> Content:
        """The code itself."""
        del language, ansi, dark
        return Content(code)


class GuidePage(Markdown):
    """Markdown in the guide's looks; links are told, never opened."""

    BLOCKS = {  # noqa: RUF012 -- Textual declares it so
        **Markdown.BLOCKS,
        "fence": PlainFence,
        "code_block": PlainFence,
    }
    DEFAULT_CSS = """
    GuidePage { width: 100%; max-width: 92; background: $background; padding: 0 2 1 2; }
    GuidePage MarkdownH1 { content-align: left middle; color: $accent; text-style: bold; margin: 1 0; }
    GuidePage MarkdownH2 { color: $accent; text-style: bold; margin: 1 0 1 0; }
    GuidePage MarkdownTableContent { keyline: none; grid-gutter: 0 2; }
    GuidePage MarkdownTableContent > .header { color: $muted; height: auto; }
    GuidePage MarkdownTableContent > .cell { color: $foreground; height: auto; }
    GuidePage MarkdownTable, GuidePage MarkdownTableContent { background: $background; }
    GuidePage PlainFence { margin: 0 0 1 0; color: $foreground; background: $surface; }
    """

    def __init__(self, words: str) -> None:
        super().__init__(words, open_links=False)
