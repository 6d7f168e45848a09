"""`reader analyze`: the analysis of articles as JSON Lines, in this process or several. It never imports Textual."""

from reader.cli.arguments import MAX_JOBS, Parser, add_analysis_options, parser, whole_number
from reader.cli.wishes import analysis_options
from reader.errors import UsageError

SOME_FAILED = 1
EXAMPLES = """\
Each article gives one line: an object of the schema reader.analysis/1, whose
offsets count Unicode code points into its "text". A PATH that ends in .jsonl
is a corpus: each of its lines {"id", "text", "title"?} is an article whose
text is taken as it stands. An article that cannot be analysed gives a line
with "error"; the rest goes on.

examples:
  reader analyze story.txt | jq .quotes
  reader analyze articles/*.txt --jobs 2 --output analyses.jsonl
  reader analyze corpus.jsonl --no-timings > one.jsonl
  reader analyze - --format json < story.txt

exit status: 0 all analysed, 1 some article was not, 2 the command line is
off, 6 the output cannot be written
"""


def run(arguments: list[str]) -> int:
    """Analyse what the arguments name; 1 when some article could not be."""
    given = make_parser().parse_args(arguments)
    single = given.format == "json"
    if single and (len(given.paths) > 1 or given.paths[0].lower().endswith(".jsonl")):
        raise UsageError("--format json writes one article; leave it out for many: one line each")
    from reader.cli import batch
    from reader.cli.output import destination

    style = batch.Style(analysis_options(given), timings=not given.no_timings, indent=2 if single else None)
    work = batch.tasks(given.paths)
    failed = False
    with destination(given.output) as out:
        for answer in batch.answers(work, style, jobs=given.jobs):
            out.write(answer.encoded + b"\n")
            out.flush()
            failed = failed or answer.failed
    return SOME_FAILED if failed else 0


def make_parser() -> Parser:
    """What the command takes."""
    command = parser("analyze", description="Write the analysis of articles as JSON.", epilog=EXAMPLES)
    command.add_argument("paths", metavar="PATH", nargs="+", help="an article, a corpus (.jsonl), seed:NAME, or -")
    command.add_argument("--format", choices=("jsonl", "json"), default="jsonl", help="a line each, or one indented")
    command.add_argument("--output", metavar="FILE", help="write there, all or nothing (default: standard output)")
    command.add_argument(
        "--jobs", metavar="N", type=whole_number(1, MAX_JOBS), default=1, help="analyse in N processes (default: 1)"
    )
    command.add_argument("--no-timings", action="store_true", help="leave out timings_ms: same input, same bytes")
    add_analysis_options(command)
    return command
