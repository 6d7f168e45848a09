"""Sentences, tokens, tags and noun groups on small texts of our own."""

import re
from itertools import pairwise
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.tokens import tokenize
from reader.nlp.tokens.chunks import noun_groups
from reader.nlp.tokens.sentences import sentence_spans
from reader.nlp.tokens.tagger import (
    FastTagger,
    context_features,
    own_features,
    packed,
    shape,
    tag_features,
    tagged_word_feature,
)
from reader.nlp.tokens.words import word_spans
from reader.parse import parse_article
from reader.text import Article, Paragraph, Span


def document(text: str) -> Document:
    paragraphs = tuple(Paragraph(Span(*m.span())) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return tokenize(Document(Article("t", text, paragraphs)), AnalysisOptions())


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, 0, len(text))]


def words(text: str) -> list[str]:
    return [span.of(text) for span in word_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Sen. Ada Poole (D-Wis.) agreed.", "It was Jan. 3 at 5 p.m.", "The vote followed."],
        ["He met her in the U.S. on Monday.", "She lives in the U.K.", "They left."],
        ["“Is it over?” she asked.", "“No.”", "He shrugged."],
        ["The Cobb Co. Ltd. board met Mr. J. R. Hale at 9 a.m. on Friday.", "No. 10 was silent."],
        ["CNN's K.J. Moss reported this.", "Nobody else did."],
        ["1. Wash the rice.", "2. Boil it."],
        ["She won in 2011. [4] [5]", "Later she lost."],
        ["He waited … and then he left.", "Nobody saw him"],
        ["She said: “It is done.”", "He nodded."],
        ["It cost $3.5m.", "Prices rose 2.5 percent."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(wanted: list[str]) -> None:
    assert sentences(" ".join(wanted)) == wanted


def test_a_missing_space_after_the_stop_still_ends_the_sentence() -> None:
    assert sentences("That was the end.The next day came.") == ["That was the end.", "The next day came."]


def test_no_sentence_crosses_a_paragraph() -> None:
    found = document("A line without a stop\nAnother line. And one more.")
    assert [s.paragraph for s in found.sentences] == [0, 1, 1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I don't know", "I do n't know"),
        ("He can’t; she’s gone", "He ca n’t ; she ’s gone"),
        ("Poole's well-known 10-year-old dog", "Poole 's well-known 10-year-old dog"),
        ("$1.2bn (D-Wis.)", "$ 1.2bn ( D-Wis. )"),
        ("see https://a.example/b?c=1, or @ada", "see https://a.example/b?c=1 , or @ada"),
        ("“Yes,” he said.", "“ Yes , ” he said ."),
        ("at 5 p.m. in the U.S. today", "at 5 p.m. in the U.S. today"),
    ],
)
def test_tokens_follow_the_treebank(text: str, wanted: str) -> None:
    assert words(text) == wanted.split()


def test_tags_tell_nouns_from_verbs_by_their_place() -> None:
    found = document("They plan to present the plan to a new president.")
    tagged = [(t.span.of(found.text), t.tag) for t in found.tokens]
    assert ("president", "NN") in tagged
    assert [tag for word, tag in tagged if word == "plan"] == ["VBP", "NN"]


WORDS = st.sampled_from(
    ["Lee", "said", "that", "10-year", "plans", "1994", "NATO", "in", "-", "well-known", "said-", "a"]
)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_the_tagger_weighs_the_very_features_that_training_sees(sentence: list[str]) -> None:
    classes = ("A", "B", "C")
    padded = ["-START-", "-START2-", *sentence, "-END-", "-END2-"]
    tags = ["-START2-", "-START-"]
    weights: dict[str, dict[str, int]] = {}
    for i, word in enumerate(sentence):
        told = [
            *own_features(word), *tag_features(tags[-1], tags[-2]), tagged_word_feature(tags[-1], shape(word)),
            *context_features("-2", padded[i]), *context_features("-1", padded[i + 1]),
            *context_features("+1", padded[i + 3]), *context_features("+2", padded[i + 4]),
        ]  # fmt: skip
        weights |= {f: {name: crc32(f"{f} {name}".encode()) % 1000 - 500 for name in classes} for f in told}
        sums = [sum(weights[feature][name] for feature in told) for name in classes]
        tags.append(classes[sums.index(max(sums))])
    tagger = FastTagger()
    tagger.load_model({"tagdict": {}, **packed(classes, weights)})
    assert tagger.tag_words(sentence) == tags[2:]


def test_a_noun_group_holds_its_determiner_and_ends_with_its_head() -> None:
    found = document("The former prime minister told a very large crowd that he had sold Poole's old house.")
    groups = [g.span.of(found.text) for g in noun_groups(found)]
    assert groups == ["The former prime minister", "a very large crowd", "he", "Poole", "old house"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB .,!?“”\"'’-\n1$(U)…é\u200b", max_size=80))
def test_every_visible_character_lies_in_one_token_of_one_sentence(text: str) -> None:
    found = document(text)
    spans = [t.span for t in found.tokens]
    covered = [i for span in spans for i in range(*span)]
    assert covered == sorted(set(covered))
    missing = set(range(len(text))) - set(covered)
    assert all(text[i].isspace() for i in missing)
    for s in found.sentences:
        paragraph = found.article.paragraphs[s.paragraph].span
        assert paragraph.contains(s.span)
        assert all(s.span.contains(t.span) for t in found.tokens[s.first_token : s.end_token])
    ends = [(s.span.start, s.span.end) for s in found.sentences]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))


def test_no_sentence_of_a_table_goes_on_in_the_next_cell() -> None:
    page = (
        "| Who | What |\n|---|---|\n| Ada Brennan said nobody would go | The mayor, Bo Reis. He left. |\n\nA | B stays."
    )
    article = parse_article(page, id="t.md", format="markdown")
    document = tokenize(Document(article), AnalysisOptions())
    assert [sentence.span.of(article.text) for sentence in document.sentences] == [
        "Who", "What", "Ada Brennan said nobody would go", "The mayor, Bo Reis.", "He left.", "A | B stays."
    ]  # fmt: skip
