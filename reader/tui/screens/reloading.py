"""An article that changed on disk is shown anew, with the reader where they were: by the words, not by the row.

Takes what has been read; it reads no file itself.
"""

from typing import TYPE_CHECKING

from reader.text import Span
from reader.text.article import reading_time
from reader.text.display import one_line
from reader.tui.screens.keeping import KeepingScreen

if TYPE_CHECKING:
    from reader.session import Opened
    from reader.state.reading import Cursor


class ReloadingScreen(KeepingScreen):
    """An article that may change."""

    def reload(self, opened: "Opened") -> bool:
        """Show the article as it is now; whether there was anything new."""
        old, new = self.findings.article, opened.article
        if new.text == old.text and new.label == old.label:
            opened.job.cancel()
            return False
        from reader.state.anchor import anchor_at, find

        def moved(offset: int) -> int:
            return find(new.text, anchor_at(old.text, offset))

        top, wanted = moved(self.article.top_offset), self._moved_cursor(new.text)
        self.bookmarks = sorted({moved(b) for b in self.bookmarks})
        self.trail, self.ahead = (
            [spot._replace(offset=moved(spot.offset)) for spot in way] for way in (self.trail, self.ahead)
        )
        self.end_search()
        self.job.cancel()
        self.opened, self.job, self._wanted = opened, opened.job, wanted
        self.findings.restart(new)
        self.status.rename(one_line(new.label))
        self._origin = [one_line(new.source or ""), reading_time(new.text)]
        self.article.show_article(new, at=top)
        self.show_findings()
        self.start_listening()
        return True

    def _moved_cursor(self, text: str) -> "Cursor | None":
        """What the cursor is on, at its place in the new text; None when those words are gone."""
        from reader.state.anchor import anchor_at, find

        cursor = self._cursor(self.article.place)
        if cursor is None:
            return None
        old = self.findings.article.text
        start = find(text, anchor_at(old, cursor.start))
        end = start + cursor.end - cursor.start
        same = text[start:end] == Span(cursor.start, cursor.end).of(old)
        return cursor._replace(start=start, end=end) if same else None
