"""The summary on articles of our own: what is chosen, what never is, and in which order."""

import json
from bisect import bisect_left
from dataclasses import replace
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.nlp import resources
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.summary import summarise
from reader.nlp.summary.candidates import candidates
from reader.nlp.summary.captions import captions
from reader.nlp.summary.coverage import Coverage
from reader.nlp.summary.features import NAMES, rows
from reader.nlp.summary.interview import is_conversation, is_interview
from reader.nlp.summary.likeness import Alike, cosine, vector
from reader.nlp.summary.score import bonuses
from reader.nlp.summary.terms import stem
from reader.nlp.summary.trees import Forest
from reader.nlp.summary.units import NAMES as UNIT_NAMES
from reader.nlp.summary.units import chances, tables_of, units_of
from reader.nlp.summary.units import rows as unit_rows
from reader.nlp.tokens import tokenize
from reader.nlp.values import find_values
from reader.text import Article, Paragraph, ParagraphKind, Span

LEAD = "The harbour town of Brenn voted on Sunday to close its last coal quay and build a ferry terminal instead."
BODY: list[tuple[ParagraphKind, str]] = [
    ("heading", "Coal quay makes way for ferries in Brenn"),
    ("caption", "By Mara Lindqvist for the Brenn Courier newspaper"),
    ("body", LEAD),
    (
        "body",
        "Mayor Ines Calder said it would cost 40 million euros and open in June 2027. The council backs it.",
    ),
    (
        "body",
        "He was glad about it. Ferries will carry 900,000 passengers a year between Brenn and the islands.",
    ),
    ("body", "Read more: why the coal quay never made any money for the harbour town of Brenn."),
    (
        "body",
        "Opponents say that the terminal will bring traffic to the old town and noise to its streets.",
    ),
    (
        "body",
        "The coal quay was built in 1911 and employed 600 people. “It fed us,” said Otto Brandt, 81, a docker.",
    ),
    ("body", "What will become of the cranes? Nobody in the council of Brenn could say that on Sunday night."),
    ("body", "Sign up for our newsletter and follow us on every network for the latest about the ferry terminal."),
]


def document(parts: list[tuple[ParagraphKind, str]], title: str | None = None) -> Document:
    text, at = "\n\n".join(p for _, p in parts), 0
    paragraphs: list[Paragraph] = []
    for kind, part in parts:
        paragraphs.append(Paragraph(Span(at, at + len(part)), kind))
        at += len(part) + 2
    return tokenize(Document(Article("t", text, tuple(paragraphs), title=title)), AnalysisOptions())


def summary(
    parts: list[tuple[ParagraphKind, str]], *, summary_sentences: int | None = None, summary_words: int | None = None
) -> list[str]:
    found = summarise(
        document(parts), AnalysisOptions(summary_sentences=summary_sentences, summary_words=summary_words)
    )
    return [s.span.of(found.text) for s in found.summary]


def test_each_summary_sentence_is_a_whole_sentence_in_the_order_of_the_article() -> None:
    found = summarise(document(BODY), AnalysisOptions(summary_sentences=4))
    spans = [s.span for s in found.summary]
    assert len(spans) == 4
    assert spans == sorted(set(spans))
    assert set(spans) <= {s.span for s in found.sentences}


def test_a_strong_lead_is_chosen() -> None:
    assert LEAD in summary(BODY, summary_sentences=2)


def test_headings_captions_and_calls_to_click_are_never_chosen() -> None:
    everything = " ".join(summary(BODY, summary_sentences=50))
    for unwanted in ("makes way", "By Mara", "Read more", "newsletter"):
        assert unwanted not in everything


@pytest.mark.parametrize(
    "call",
    """Read more|click here|sign up for|sign up to|subscribe to|follow us on|Follow @brenn on|All rights reserved
    contributed to this report|share this|photo by|photograph by|Getty Images|our newsletter|daily newsletter
    this article features|this exclusive interview is part of|this report first appeared
    scroll down|watch the video|Watch:|originally published|terms of use|terms of service|privacy policy|Last updated
    e-mail us|email the author|join the conversation|this story has been updated|This article was corrected
    the opinions expressed|for confidential support|call the Samaritans|may not be published|have your say|see also:
    Related:""".replace("\n    ", "|").split("|"),
)
def test_a_call_to_click_is_never_chosen_however_it_is_put(call: str) -> None:
    line = f"The council of Brenn says {call} the old coal quay near the harbour."
    assert line not in summary([*BODY, ("body", line)], summary_sentences=50)
    assert line.replace(call, "so at") in summary([*BODY, ("body", line.replace(call, "so at"))], summary_sentences=50)


def test_a_longer_summary_holds_the_shorter_one_and_its_best_scores() -> None:
    found = document(BODY)
    short = summarise(found, AnalysisOptions(summary_sentences=2)).summary
    longer = summarise(found, AnalysisOptions(summary_sentences=4)).summary
    best = sorted(longer, key=lambda s: -s.score)[:2]
    assert {s.span for s in short} == {s.span for s in best}


@pytest.mark.parametrize("options", [AnalysisOptions(summary_sentences=2), AnalysisOptions(summary_words=40)])
def test_the_reserve_goes_on_where_the_summary_ends(options: AnalysisOptions) -> None:
    found = document(BODY)
    short, longer = summarise(found, options), summarise(found, AnalysisOptions(summary_sentences=5))
    order = [*sorted(short.summary, key=lambda s: -s.score), *short.reserve]
    assert [s.score for s in order] == sorted({s.score for s in order}, reverse=True)
    assert {s.span for s in order[:5]} == {s.span for s in longer.summary}


def test_summary_and_reserve_are_all_that_may_be_chosen_up_to_fifty_sentences() -> None:
    many: list[tuple[ParagraphKind, str]] = [
        ("body", f"The harbour board met for the {number}th time and agreed on part {number} of its plan.")
        for number in range(60)
    ]
    few, found = document(BODY), summarise(document([*BODY, *many]), AnalysisOptions(summary_sentences=4))
    assert (len(found.summary), len(found.reserve)) == (4, 46)
    short = summarise(few, AnalysisOptions())
    assert len(short.summary) + len(short.reserve) == len(candidates(few))
    assert summarise(document([("body", LEAD)]), AnalysisOptions()).reserve == ()


def test_a_budget_of_words_is_kept_but_one_sentence_always_stays() -> None:
    assert sum(len(s.split()) for s in summary(BODY, summary_words=45)) <= 45
    assert len(summary(BODY, summary_words=1)) == 1


def test_by_default_the_summary_grows_with_the_article() -> None:
    groups = ("port", "ferry", "coal", "road", "noise", "crane") * 12
    filler: list[tuple[ParagraphKind, str]] = [
        ("body", f"The {group} committee met the harbour board and agreed on point {i} of the plan for the town.")
        for i, group in enumerate(groups)
    ]
    assert len(summary([*BODY, *filler])) > len(summary(BODY)) >= 3


def test_a_very_short_article_has_no_summary() -> None:
    assert summary([("body", LEAD)]) == []


def test_an_empty_article_has_no_summary_and_no_facts() -> None:
    found = summarise(Document(Article("t", "", ())), AnalysisOptions(summary_sentences=3))
    assert (found.summary, found.key_facts) == ((), ())


def test_the_same_thing_said_twice_is_chosen_once() -> None:
    twice = "The harbour town of Brenn voted on Sunday to close the last coal quay and build a ferry terminal."
    chosen = summary([BODY[2], ("body", twice), *BODY[3:]], summary_sentences=3)
    assert not {LEAD, twice} <= set(chosen)


def test_the_title_pulls_up_the_sentence_that_shares_its_words() -> None:
    plain = summarise(document(BODY), AnalysisOptions(summary_sentences=50))
    titled = summarise(document(BODY, title="Old town fears traffic noise"), AnalysisOptions(summary_sentences=50))

    def place(d: Document) -> int:
        order = sorted(d.summary, key=lambda s: -s.score)
        return next(i for i, s in enumerate(order) if "Opponents" in s.span.of(d.text))

    assert place(titled) < place(plain)


def test_rows_have_a_column_for_each_name_and_no_word() -> None:
    for row in rows(candidates(document(BODY))):
        assert len(row) == len(NAMES)
        assert all(isinstance(value, int | float) for value in row)


@pytest.mark.parametrize(
    ("word", "wanted"), [("ferries", "ferry"), ("voted", "vot"), ("votes", "vot"), ("bring", "bring"), ("gas", "gas")]
)
def test_stems_bring_the_forms_of_a_word_together(word: str, wanted: str) -> None:
    assert stem(word) == wanted


def test_a_unit_is_the_likelier_the_better_the_sentences_that_hold_it() -> None:
    found = units_of(["The ferry sank.", "The crane sank."], [0.9, 0.1])
    told = {found.told(unit): chance for unit, chance in chances(found).items()}
    assert told["ferry"] > told["cran"]
    assert told["the", "ferry"] > told["the", "cran"]
    assert chances(found).keys() == unit_rows(found).keys()
    assert all(len(row) == len(UNIT_NAMES) for row in unit_rows(found).values())


def test_the_halves_of_a_unit_add_up_to_what_the_tables_say_of_its_row() -> None:
    texts = ["The ferry sank off the quay.", "The crane sank.", "So the ferry sank: the ferry of Brenn."]
    found = units_of(texts, [0.9, 0.1, 0.3])
    stored = json.loads(resources.read_text("summary_units.json"))
    for unit, row in unit_rows(found).items():
        steps = (values[bisect_left(edges, v)] for v, (edges, values) in zip(row, stored["tables"], strict=True))
        assert chances(found)[unit] == pytest.approx(1 / (1 + exp(-stored["start"] - sum(steps))))


def test_stumps_as_tables_give_the_same_sums() -> None:
    stumps = [[[3, 1.5, 1, 2], [2.0], [-1.0]], [[3, 0.5, 1, 2], [0.5], [0.25]], [[5, 2.0, 1, 2], [1.0], [3.0]]]
    start, tables = tables_of(stumps)
    for third, fifth in [(0.5, 2.0), (1.0, 2.5), (1.5, 0.0), (2.0, 9.0)]:
        row = [0.0] * len(UNIT_NAMES)
        row[3], row[5] = third, fifth
        margin = start + sum(values[bisect_left(edges, v)] for v, (edges, values) in zip(row, tables, strict=True))
        trees = sum((t[1] if row[int(t[0][0])] <= t[0][1] else t[2])[0] for t in stumps)
        assert margin == pytest.approx(trees)


@given(st.lists(st.lists(st.sampled_from("ferry quay crane coal the mayor rain".split()), max_size=6), min_size=1))
def test_sentences_that_say_the_same_are_found_without_comparing_all(sentences: list[list[str]]) -> None:
    units = [vector(tuple(terms)) for terms in sentences]
    alike = Alike(units, 0.7)
    for index, unit in enumerate(units):
        assert sorted(alike.of(index, range(len(units)))) == [
            i for i, other in enumerate(units) if cosine(unit, other) > 0.7
        ]


def test_what_is_covered_adds_nothing_a_second_time() -> None:
    told = {"ferry": 0.5, "quay": 0.5, "rain": 0.1}
    coverage = Coverage([(["ferry", "quay"], []), (["ferry", "quay"], []), (["quay", "rain"], [])], told)
    assert coverage.worths([0]) == coverage.worths([1]) > coverage.worths([2])
    coverage.take(0)
    assert coverage.worths([2]) > coverage.worths([1])


def test_a_longer_sentence_has_to_be_worth_its_length() -> None:
    told = {"ferry": 0.5, "rain": 0.001, "snow": 0.001}
    coverage = Coverage([(["ferry"], []), (["ferry", "rain", "snow"], [])], told)
    assert coverage.worths([0]) > coverage.worths([1])


def test_a_sentence_that_opens_with_a_pronoun_nobody_explains_comes_last() -> None:
    chosen = summary([*BODY, ("body", "He said that the ferry terminal of Brenn would cost 40 million euros.")])
    assert not any(s.startswith("He ") for s in chosen)


def bonus(line: str) -> float:
    """What a line gets behind the article."""
    chosen = candidates(document([*BODY, ("body", line)]))
    assert chosen[-1].text == line
    return bonuses(chosen, None, [False] * len(chosen), interview=False)[-1]


@pytest.mark.parametrize(
    ("worse", "plain"),
    [
        ("Mayor Ines Calder, left, and Otto Brandt were there.", "Mayor Ines Calder and Otto Brandt were there."),
        ("Mayor Ines Calder (right) was there with Otto.", "Mayor Ines Calder was there with Otto Brandt."),
        ("Since its vote the town has planned a quay.", "Since the vote the town has planned a quay."),
        ("That is why the town has planned a quay.", "That week the town has planned a new quay."),
    ],
)
def test_a_line_below_a_picture_and_one_that_points_back_are_worth_less(worse: str, plain: str) -> None:
    assert bonus(worse) < bonus(plain)


def test_the_lead_gets_a_hair_more_unless_it_is_a_teaser() -> None:
    teaser: list[tuple[ParagraphKind, str]] = [("body", "The quay of Brenn is closing now."), *BODY[2:]]
    first = [
        bonuses(c, None, [False] * len(c), interview=False)[0]
        for c in map(candidates, (document(BODY[2:]), document(teaser)))
    ]
    assert first[0] > first[1]


@pytest.mark.parametrize(
    "line", ["Brenn Rovers 2, Calder City 1 (after extra time)", "The mayor of Brenn at the old coal quay"]
)
def test_a_line_without_a_verb_is_never_chosen(line: str) -> None:
    assert line not in summary([*BODY, ("body", line)], summary_sentences=50)


def test_a_tree_sends_a_row_left_up_to_its_threshold() -> None:
    tree = [[0, 1.5, 1, 2], [2.0], [-2.0]]
    forest = Forest([tree])
    below, above = forest.predict([[1.5], [1.6]])
    assert below > 0.5 > above


@given(st.lists(st.sampled_from((-1.0, 0.0, 0.5, 1.0, 2.0)), min_size=3, max_size=3))
def test_a_forest_adds_up_the_leaves_that_a_row_comes_to(row: list[float]) -> None:
    trees: list[list[list[float]]] = [
        [[0, 0.5, 1, 2], [1, 0.0, 3, 4], [2, 1.0, 5, 6], [0.1], [0.2], [0.4], [0.8]],
        [[2, 0.5, 2, 1], [1.6], [0, 0.5, 4, 3], [0, 1.5, 5, 6], [3.2], [6.4], [12.8]],
        [[25.6]],
    ]
    wanted = sum(walked(tree, row) for tree in trees)
    assert Forest(trees).predict([row, [9.0] * len(row), row])[2] == pytest.approx(1 / (1 + exp(-wanted)))


def walked(tree: list[list[float]], row: list[float]) -> float:
    """The leaf of a row, found step by step."""
    node = tree[0]
    while len(node) > 1:
        node = tree[int(node[2] if row[int(node[0])] <= node[1] else node[3])]
    return node[0]


def test_key_facts_are_ordered_distinct_and_tell_something() -> None:
    found = document([*BODY, ("body", "Again: 40 million euros. He came on Monday, she on Monday, for two days.")])
    found = summarise(replace(found, names=find_values(found)), AnalysisOptions())
    assert [f.normalized for f in found.key_facts] == ["4e7 EUR", "2027-06", "900000 passengers", "600 people"]
    assert all(f.sentence and f.sentence.contains(f.span) for f in found.key_facts)


def test_a_value_in_a_heading_or_a_caption_is_no_key_fact() -> None:
    parts: list[tuple[ParagraphKind, str]] = [
        ("heading", "Quay to cost 70 million euros"), ("caption", "Photo: 5,000 people"), *BODY[2:]
    ]  # fmt: skip
    found = document(parts)
    facts = summarise(replace(found, names=find_values(found)), AnalysisOptions()).key_facts
    assert not {"7e7 EUR", "5000 people"} & {f.normalized for f in facts}
    assert facts


def test_scorer_and_frequencies_stay_small_and_fit_each_other() -> None:
    files = [resources.path(name) for name in ("summary.json", "summary_units.json", "summary_terms.txt")]
    assert sum(f.stat().st_size for f in files) <= 150_000
    trees = json.loads(files[0].read_text(encoding="utf-8"))["trees"]
    columns = {node[0] for tree in trees for node in tree if len(node) > 1}
    assert max(columns) < len(NAMES)


def test_an_interview_is_told_by_its_introduction() -> None:
    asked: list[tuple[ParagraphKind, str]] = [
        ("body", "What did you do on the old coal quay of Brenn?"),
        ("body", "I worked on the coal quay of Brenn for thirty years, and I loved the coal and the quay of Brenn."),
        ("body", "Why did you leave the quay for good in the end?"),
        (
            "body",
            "We left the coal quay because the coal of Brenn had gone, and my brother and I had nothing to do there.",
        ),
    ]
    parts: list[tuple[ParagraphKind, str]] = [
        ("body", "Otto Brandt, 81, is the last docker of the town."),
        *asked,
        *asked,
    ]
    assert is_conversation(candidates(document(parts)))
    assert not is_conversation(candidates(document(BODY)))
    assert summary(parts, summary_sentences=2)[0].startswith("Otto Brandt")


INTERVIEW: list[tuple[ParagraphKind, str]] = [
    ("heading", "The Brenn Courier talks to docker Otto Brandt"),
    ("body", "What was the work on the coal quay like when you were young?"),
    ("body", "It was hard, but I loved my work and we were paid for every ton."),
    ("body", "Did you want to leave the quay when the last ship had sailed?"),
    ("body", "No, I had my friends there, and my brother and I had our breakfast on the wall each day."),
]


def test_an_interview_without_an_introduction_opens_with_its_headline() -> None:
    told = summary(INTERVIEW, summary_sentences=2)
    assert told[0] == INTERVIEW[0][1]
    assert told[1] in {INTERVIEW[2][1], INTERVIEW[4][1]}


def test_one_question_is_enough_where_the_headline_says_that_it_is_an_interview() -> None:
    told: list[tuple[ParagraphKind, str]] = [("body", "The coal of Brenn came in by ship and went out by rail.")]
    talk: list[tuple[ParagraphKind, str]] = [
        ("body", "I saw how the coal of Brenn came in, and we all had our part in it.")
    ]
    body = [*told * 25, *talk * 9, ("body", "What was the work on the coal quay of Brenn like?")]
    headings: list[tuple[ParagraphKind, str]] = [
        ("heading", "An interview with Otto Brandt"),
        ("heading", "Otto Brandt"),
    ]
    named, plain = (document([heading, *body]) for heading in headings)
    assert is_interview(named, candidates(named))
    assert not is_interview(plain, candidates(plain))


def test_a_transcript_is_an_interview_however_few_its_questions() -> None:
    lines = [
        "MODERATOR: The council has voted to close the coal quay of Brenn.",
        "CALDER: The terminal will cost 40 million euros, and the council backs it.",
        "MODERATOR: The dockers have said that they would rather keep the quay.",
        "CALDER: The town offers each of them a post at the new terminal.",
    ]
    found = document([("body", line) for line in lines])
    assert is_interview(found, candidates(found))
    assert not is_interview(document(BODY), candidates(document(BODY)))


def told_as_captions(*lines: str) -> list[bool]:
    chosen = candidates(document([("body", line) for line in (*lines, LEAD)]))
    return captions(chosen)


def test_lines_that_open_with_a_label_of_their_own_are_captions_where_the_page_has_several() -> None:
    proud, empty = "Proud: Otto Brandt has kept his helmet.", "Empty quay: The last ship has left the harbour of Brenn."
    assert told_as_captions(proud, empty) == [True, True, False]
    assert told_as_captions(proud) == [True, False]
    assert told_as_captions(empty) == [False, False]


def test_a_short_line_without_a_stop_is_a_headline_and_a_line_with_its_photographer_a_caption() -> None:
    headline = "Brenn says farewell to its coal quay"
    assert told_as_captions(headline, f"{headline}.") == [True, False, False]
    credited = "Otto Brandt has kept his helmet all these years. Image: Ada Brennan."
    assert [c.text for c in candidates(document([("body", credited), ("body", LEAD)]))] == [LEAD]


@pytest.mark.parametrize(
    "line",
    [
        "Calder: The town offers each of them a post.",  # a speaker, whose label stands twice
        "One thing is certain: The coal quay has to close.",
        "He told the council: The coal quay has to close.",
    ],
)
def test_a_speaker_or_a_clause_before_a_colon_makes_no_caption(line: str) -> None:
    assert not any(told_as_captions(line, line.replace("coal quay", "harbour").replace("town", "city")))


@pytest.mark.parametrize(
    "line",
    [
        "Otto Brandt, pictured left, has kept his helmet.",
        "Ines Calder (L) met the docker Otto Brandt (R) after the vote.",
        "Read this: How the coal quay of Brenn was built.",
        "What the vote of Brenn means for the islands .",
    ],
)
def test_what_tells_of_a_picture_or_leads_elsewhere_is_no_sentence_of_the_article(line: str) -> None:
    assert told_as_captions(line) == [True, False]
