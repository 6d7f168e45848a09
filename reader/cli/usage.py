"""`reader --help`: the whole command line on one page of eighty columns. Its tables serve the manual page too."""

STATUSES = {
    0: "all is well",
    1: "an unexpected failure; `analyze`: some article could not be analysed; `doctor`: something is wrong",
    2: "the command line is off, or there is no terminal for the app",
    3: "an article cannot be read, is no text, or is empty",
    4: "the configuration or a theme is off",
    5: "the analysis failed",
    6: "a file or a clipboard would not take the output",
    130: "interrupted",
    141: "whoever read the output has gone",
}
"""Exit statuses; those of errors stand in `reader.errors`."""
ENVIRONMENT = {
    "NO_COLOR": "no colour anywhere",
    "XDG_CONFIG_HOME": "and XDG_CACHE_HOME, XDG_STATE_HOME: where the folders lie (Linux)",
    "READER_TRACEBACK": "with an unexpected failure, show where it happened",
}
EXAMPLES = (
    "reader story.txt",
    "reader seed:harbour-trial",
    "curl -s URL | reader -",
    "reader print story.md --summary | less",
    "reader export story.txt --format markdown --output story.md",
    "reader analyze articles/*.txt > analyses.jsonl",
)
_HEAD = """\
reader: read the news in a terminal.
Who is in a story, what each of them said, and what it comes to. Everything is
worked out on this machine; nothing is sent anywhere.

usage:
  reader                          choose among the sample articles
  reader ARTICLE [ARTICLE ...]    open one article or several in the app
  reader print ARTICLE            write it to a terminal or a pipe
  reader export ARTICLE           its analysis as Markdown, JSON, HTML or text
  reader analyze PATH [PATH ...]  the analysis of many articles as JSON Lines
  reader serve [ARTICLE ...]      show articles in the browser
  reader seeds                    list the sample articles
  reader config                   show, check or write the configuration
  reader doctor                   say what works on this machine, and what not
  reader completion SHELL         write the completions for a shell
  reader COMMAND --help           the options of a command, with examples
  reader --version                the version

ARTICLE is a file (plain text, Markdown by its ending .md, a web page by .html
or its first line, a feed by its first line), - for standard input, or a sample
article: its name, or seed:NAME. A file goes before a sample of the same name;
`reader open print` opens a file that is called like a command.

options of `reader ARTICLE`:
  --theme THEME           the theme to start with
  --summary-sentences N   sentences of the summary (default: by the length)
  --summary-words N       words of the summary at most
  --engine ENGINE         the engine that finds the names (default: reader)
  --no-cache              neither use nor keep finished analyses
  --private               keep nothing: no places, no history, no analysis
  --config FILE           another configuration file
"""
WIDTH_CHARS = 80


def overview() -> str:
    """The page."""
    return "\n".join(
        (
            _HEAD,
            "examples:",
            *(f"  {example}" for example in EXAMPLES),
            "",
            "environment:",
            *(_entry(name, words, 18) for name, words in ENVIRONMENT.items()),
            "",
            "exit status:",
            *(_entry(str(status), words, 5) for status, words in STATUSES.items()),
            "",
        )
    )


def _entry(name: str, words: str, width_chars: int) -> str:
    from textwrap import fill

    room = " " * (width_chars + 2)
    return fill(f"  {name:<{width_chars}}{words}", WIDTH_CHARS, subsequent_indent=room, break_on_hyphens=False)
