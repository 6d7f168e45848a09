"""The whole error tree; each error a user can meet is one of these and says what, where and what to do.

    ReaderError                 exit status 1
    ├── UsageError              the command line is off                         2
    ├── InputError              a file, standard input or its text is no use    3
    │   ├── NotTextError        bytes that are no text in any known encoding
    │   └── EmptyInputError     nothing to read
    ├── ConfigError             the configuration file is off                   4
    ├── ThemeError              a theme file is off                             4
    ├── AnalysisError           the analysis failed or its process died         5
    │   └── ModelError          a model file is missing or damaged
    └── OutputError             a file, a clipboard or a command refused        6

It must not import anything of the project.
"""


class ReaderError(Exception):
    """The root: one line that says what, where and what to do."""

    exit_status = 1


class UsageError(ReaderError):
    """The command line asks for something that does not exist."""

    exit_status = 2


class InputError(ReaderError):
    """A file or standard input cannot be read as an article."""

    exit_status = 3


class NotTextError(InputError):
    """The bytes are no text in any encoding the reader knows."""


class EmptyInputError(InputError):
    """There is nothing to read."""


class ConfigError(ReaderError):
    """The configuration file is wrong."""

    exit_status = 4


class ThemeError(ReaderError):
    """A theme file is wrong."""

    exit_status = 4


class AnalysisError(ReaderError):
    """The analysis failed; the article stays readable."""

    exit_status = 5


class ModelError(AnalysisError):
    """A shipped model or word list is missing or damaged."""


class OutputError(ReaderError):
    """A file, a clipboard or a command would not take the output."""

    exit_status = 6
