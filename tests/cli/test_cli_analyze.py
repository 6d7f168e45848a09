"""`reader analyze`: the public format, in order, whatever is wrong with some of the articles."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cli import batch, pool
from reader.cli.batch import Answer, Style, Task
from reader.nlp.options import AnalysisOptions
from reader.text import Article

STYLE = Style(AnalysisOptions(), timings=False)
FIELDS = [
    "schema",
    "id",
    "title",
    "text",
    "paragraphs",
    "sentences",
    "entities",
    "quotes",
    "summary",
    "reserve",
    "key_facts",
    "timeline",
    "engine",
]


def objects(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def corpus(home: Path, *lines: object) -> str:
    file = home / "corpus.jsonl"
    file.write_text("\n".join(v if isinstance(v, str) else json.dumps(v) for v in lines), encoding="utf-8")
    return str(file)


def test_each_article_is_one_line_in_input_order(reader: Any, story: str, home: Path) -> None:
    lines = corpus(
        home, {"id": "one", "text": "Ada Brennan spoke."}, "", {"id": "two", "text": "Tom Roe left.", "title": "T"}
    )
    done = reader("analyze", story, lines, "seed:dam-flood")
    answers = objects(done.stdout)
    assert [a["id"] for a in answers] == [story, "one", "two", "seed:dam-flood"]
    assert [list(a) for a in answers] == [[*FIELDS, "timings_ms"]] * 4
    assert (done.returncode, done.stderr) == (0, b"")
    assert (answers[1]["title"], answers[2]["title"]) == (None, "T")


def test_the_same_input_gives_the_same_bytes_in_any_number_of_processes(reader: Any, story: str, home: Path) -> None:
    texts = [{"id": str(n), "text": f"Ada Brennan met {n} sailors. “It is late,” she said."} for n in range(9)]
    paths = (story, corpus(home, *texts), "seed:harbour-trial")
    outputs = {
        reader("analyze", *paths, "--no-timings", "--jobs", jobs, env={"PYTHONHASHSEED": seed}).stdout
        for jobs, seed in (("1", "1"), ("1", "2"), ("3", "3"))
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == 11


def test_what_cannot_be_analysed_gives_a_line_and_the_rest_goes_on(reader: Any, story: str, home: Path) -> None:
    (home / "photo.jpg").write_bytes(bytes(range(256)) * 8)
    lines = corpus(home, "{broken", {"id": 7, "text": "x"}, {"id": "no text"}, [1], {"id": "ok", "text": "Ada spoke."})
    done = reader("analyze", "none.txt", "photo.jpg", lines, "nothing.jsonl", story)
    answers = objects(done.stdout)
    assert done.returncode == 1
    assert done.stderr == b""
    assert [a["id"] for a in answers if "error" in a] == [
        "none.txt", "photo.jpg", *(f"{lines}:{n}" for n in (1, 2, 3, 4)), "nothing.jsonl",
    ]  # fmt: skip
    assert [a["id"] for a in answers if "error" not in a] == ["ok", story]
    assert answers[0] == {
        "schema": "reader.analysis/1",
        "id": "none.txt",
        "error": {"type": "InputError", "message": "none.txt: no such file"},
    }
    assert answers[1]["error"]["type"] == "NotTextError"


def test_a_corpus_text_is_taken_verbatim(reader: Any, home: Path) -> None:
    text = "\ufeffA  line\r\nwith Ada Brennan\t\n\n\n  “odd”\x85 blanks \ud83d  \n"
    (answer,) = objects(reader("analyze", corpus(home, {"id": "v", "text": text})).stdout)
    assert answer["text"] == text
    for span in (*answer["paragraphs"], *answer["sentences"]):
        assert 0 <= span["start"] < span["end"] <= len(text)


def test_standard_input_is_one_article(reader: Any, story: str) -> None:
    text = Path(story).read_bytes()
    (answer,) = objects(reader("analyze", "-", stdin=text).stdout)
    assert answer["id"] == "-"
    assert answer["title"] == "Ferry line to close"


def test_json_is_one_indented_object(reader: Any, story: str) -> None:
    done = reader("analyze", story, "--format", "json", "--no-timings")
    assert done.stdout.startswith(b'{\n  "schema": "reader.analysis/1",\n')
    assert json.loads(done.stdout)["id"] == story


@pytest.mark.parametrize("arguments", [("a", "b"), ("a.jsonl",)])
def test_json_is_for_one_article(reader: Any, arguments: tuple[str, ...]) -> None:
    done = reader("analyze", *arguments, "--format", "json")
    assert done.returncode == 2
    assert done.stderr.startswith(b"reader: --format json writes one article")


def test_the_output_file_is_whole_or_untouched(reader: Any, story: str, home: Path) -> None:
    target = home / "out.jsonl"
    target.write_text("older")
    assert reader("analyze", story, "--output", str(target)).returncode == 0
    assert objects(target.read_bytes())[0]["id"] == story
    assert [f.name for f in home.glob("*part*")] == []


def test_an_output_that_cannot_be_written_is_one_line(reader: Any, story: str, home: Path) -> None:
    done = reader("analyze", story, "--output", str(home / "no" / "out"))
    assert done.returncode == 6
    assert done.stderr.count(b"\n") == 1
    assert b"cannot be written" in done.stderr


def test_the_summary_has_the_length_that_is_asked_for(reader: Any) -> None:
    (one,) = objects(reader("analyze", "seed:dam-flood", "--summary-sentences", "1").stdout)
    (words,) = objects(reader("analyze", "seed:dam-flood", "--summary-words", "60").stdout)
    assert len(one["summary"]) == 1
    assert sum(len(words["text"][s["start"] : s["end"]].split()) for s in words["summary"]) <= 60


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), b"required"),
        (("x", "--jobs", "0"), b"no whole number from 1 to 256"),
        (("x", "--engine", "magic"), b"'magic' is no engine"),
        (("x", "--summary-sentences", "two"), b"no whole number"),
        (("x", "--summary-sentences", "2", "--summary-words", "9"), b"not allowed with"),
        (("x", "--form", "json"), b"unrecognized arguments"),
    ],
)
def test_a_wrong_command_line_is_one_line(reader: Any, arguments: tuple[str, ...], message: bytes) -> None:
    done = reader("analyze", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"reader: ")
    assert done.stderr.count(b"\n") == 1
    assert message in done.stderr


def test_it_never_imports_textual_or_rich(modules_after: Callable[..., set[str]], story: str) -> None:
    modules = modules_after("analyze", story)
    assert "nltk" in modules
    assert not modules & {"textual", "rich"}


def die(task: Task, _: Style) -> Answer:
    """Ends its process for one article, as a memory blow-up would."""
    if task.id == "deadly":
        os._exit(9)
    return Answer(task.id.encode(), failed=False)


def test_an_article_that_kills_its_process_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "answer", die)
    names = [*map(str, range(20)), "deadly", *map(str, range(20, 40))]
    answers = list(batch.answers(map(Task, names), STYLE, jobs=2))
    assert [a.encoded.decode() for a in answers if not a.failed] == [n for n in names if n != "deadly"]
    (failed,) = [json.loads(a.encoded) for a in answers if a.failed]
    assert failed["id"] == "deadly"
    assert failed["error"] == {"type": "AnalysisError", "message": "deadly: the analysis process died"}


def test_tasks_are_not_read_far_ahead_of_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "answer", die)
    read: list[str] = []

    def tasks() -> Any:
        for n in range(1000):
            read.append(str(n))
            yield Task(str(n))

    answers = batch.answers(tasks(), STYLE, jobs=2)
    assert next(answers).encoded == b"0"
    assert len(read) <= 2 * pool.IN_FLIGHT_PER_JOB
    answers.close()  # type: ignore[attr-defined]


def test_a_fault_in_the_analysis_becomes_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.nlp import pipeline

    def fail(article: Article, _: AnalysisOptions) -> None:
        raise ValueError(f"no luck\nwith {article.id}")

    monkeypatch.setattr(pipeline, "analyse", fail)
    answer = batch.answer(Task("c:1", b'{"id": "x", "text": "Ada spoke."}'), STYLE)
    assert answer.failed
    assert json.loads(answer.encoded)["error"] == {"type": "ValueError", "message": "no luck with x"}


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_an_answer_of_one_line_with_spans_in_bounds(text: str) -> None:
    line = json.dumps({"id": "x", "text": text}).encode()
    answer = batch.answer(Task("c:1", line), STYLE)
    assert b"\n" not in answer.encoded
    value = json.loads(answer.encoded)
    assert not answer.failed, value
    assert value["text"] == text
    for span in (*value["sentences"], *value["summary"], *(m for e in value["entities"] for m in e["mentions"])):
        assert 0 <= span["start"] < span["end"] <= len(text)
