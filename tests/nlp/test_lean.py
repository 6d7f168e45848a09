"""Parts of NLTK without the whole, and the whole for whoever asks."""

import subprocess
import sys

LEAN = "import sys; from reader.nlp.lean import spare_nltk_packages; spare_nltk_packages(); "
PARTS = "import nltk.tokenize.punkt, nltk.tag.perceptron; "


def said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.strip()


def test_the_parts_come_without_the_whole() -> None:
    parts = said(LEAN + PARTS + "print(*sys.modules)").split()
    assert {"nltk.tokenize.punkt", "nltk.tag.perceptron"} <= set(parts)
    assert not {"nltk.parse", "nltk.corpus", "nltk.downloader"} & set(parts)


def test_whoever_asks_for_the_whole_gets_it() -> None:
    code = (
        LEAN
        + PARTS
        + "import nltk; print(nltk.word_tokenize.__name__, nltk.tag.pos_tag.__name__, 'nltk.corpus' in sys.modules)"
    )
    assert said(code) == "word_tokenize pos_tag True"


def test_both_ways_give_the_same_classes() -> None:
    code = LEAN + PARTS + "from nltk.tag import PerceptronTagger as P; print(P is nltk.tag.perceptron.PerceptronTagger)"
    assert said(code) == "True"


def test_what_is_not_there_is_an_attribute_error() -> None:
    code = LEAN + "import nltk; print(hasattr(nltk, '__wrapped__'), hasattr(nltk, 'no_such_thing'))"
    assert said(code) == "False False"


def test_nothing_changes_where_nltk_is_imported_already() -> None:
    assert said("import nltk; before = nltk; " + LEAN + "print(sys.modules['nltk'] is before)") == "True"


def test_tools_that_are_never_used_are_never_run() -> None:
    loaded = said(LEAN + PARTS + "print(*sys.modules)").split()
    assert not {"nltk.featstruct", "nltk.sem", "urllib.request", "http.client", "ssl"} & set(loaded)


def test_a_tool_runs_when_it_is_called() -> None:
    code = LEAN + PARTS + "from nltk.metrics import edit_distance as d; print(d('north', 'forth'))"
    assert said(code) == "1"


def test_a_tool_can_be_subclassed_and_asked_for_its_objects() -> None:
    code = (
        LEAN
        + PARTS
        + "from nltk.data import FileSystemPathPointer as P, PathPointer as Q; Mine = type('Mine', (), {}); "
        + "class_ = __import__('types').new_class('Mine', (Q,)); "
        + "print(isinstance(Mine(), P), class_.__mro__[1].__name__, P.__name__)"
    )
    assert said(code) == "False PathPointer FileSystemPathPointer"


def test_the_whole_finds_its_tools_run() -> None:
    code = LEAN + PARTS + "import nltk; nltk.word_tokenize; print(type(sys.modules['nltk.data'].find).__name__)"
    assert said(code) == "function"
