"""What the reader's habits leave behind: the place in each article, bookmarks, what was read, choices made once.

Takes and gives values of its own; the only part of the project that reads and writes the state folder. It must not
import Textual, the analysis or the exports.
"""
