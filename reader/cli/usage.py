"""`reader --help`: the whole command line on one page."""

OVERVIEW = """\
reader: read the news in a terminal. Who is in a story, what each of them said, and what it comes to.
Everything is worked out on this machine; nothing is sent anywhere.

usage:
  reader                            choose among the sample articles
  reader ARTICLE                    open an article in the app
  reader print ARTICLE              write it to the terminal or a pipe, with its analysis
  reader export ARTICLE             write its analysis as Markdown, JSON, HTML or text
  reader analyze PATH [PATH ...]    write the analysis of many articles as JSON Lines
  reader seeds                      list the sample articles
  reader config                     show, check or write the configuration
  reader COMMAND --help             the options of a command, with examples
  reader --version                  the version

ARTICLE is a file (plain text, or Markdown by its ending .md), - for standard input, or a sample article:
its name, or seed:NAME. A file goes before a sample of the same name; `reader open print` opens a file
that is called like a command.

options of `reader ARTICLE`:
  --theme NAME            the theme to start with
  --summary-sentences N   sentences of the summary (default: by the article's length)
  --summary-words N       words of the summary at most
  --engine NAME           the engine that finds the names (default: reader)
  --no-cache              neither use nor keep finished analyses
  --config FILE           another configuration file

examples:
  reader story.txt
  reader seed:harbour-trial
  curl -s URL | reader -
  reader print story.md --summary | less
  reader export story.txt --format markdown --output story.md
  reader analyze articles/*.txt > analyses.jsonl

environment:
  NO_COLOR                no colour anywhere
  XDG_CONFIG_HOME and the like move the folders of the configuration and the cache (Linux)
  READER_TRACEBACK        with an unexpected failure, show where it happened

exit status:
  0    all is well
  1    an unexpected failure; or `analyze` could not analyse some article (its line says why)
  2    the command line is off, or there is no terminal for the app
  3    an article cannot be read, is no text, or is empty
  4    the configuration or a theme is off
  5    the analysis failed
  6    a file or a clipboard would not take the output
  130  interrupted
  141  whoever read the output has gone
"""
