"""The trainings on a few sentences of our own: the same model each time, and gold that lands on our tokens."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

from reader.training import coref, entities, gum_names, silver, tagger, world_names
from reader.training.__main__ import MODULES
from reader.training.common import command_of, outcome, recorded
from reader.training.gum import read_gum
from reader.training.quote_turned import TURNS, turned_lines
from reader.training.quotes import prepared

TREEBANK = """\
# newdoc id = made
# newpar
# sent_id = 1
1	Ann	Ann	PROPN	NNP	_	3	nsubj	_	Entity=(e1-person-new-1-coref
2	Lee	Lee	PROPN	NNP	_	1	flat	_	Entity=e1)
3	runs	run	VERB	VBZ	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	Entity=(e2-organization-new-2-coref
5	harbour	harbour	NOUN	NN	_	3	obj	_	Entity=e2)|SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = 2
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(e1-person-giv-1-ana)
2	left	leave	VERB	VBD	_	0	root	_	_
3	early	early	ADV	RB	_	2	advmod	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

"""
FIT = """
import json, sys
from pathlib import Path
from reader.training import coref, tagger
from reader.training.gum import read_gum
path = Path(sys.argv[1])
choices = [c for gold in read_gum(path) for c in coref.choices_of(gold)]
print(json.dumps([tagger.fit(tagger.sentences(path)), sorted(coref.fit(choices).items())]))
"""


def treebank(folder: Path) -> Path:
    path = folder / "made.conllu.gz"
    path.write_bytes(gzip.compress(TREEBANK.encode()))
    return path


def fitted(path: Path, seed: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", FIT, str(path)],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_the_same_models_come_out_whatever_the_order_of_hashes(tmp_path: Path) -> None:
    path = treebank(tmp_path)
    assert len(fitted(path, "1")) > 100
    assert fitted(path, "1") == fitted(path, "2")


def test_the_tagger_learns_what_it_is_shown(tmp_path: Path) -> None:
    shown = tagger.sentences(treebank(tmp_path))
    assert tagger.accuracy(tagger.fit(shown), shown) == 1.0


def test_a_pronoun_is_one_choice_with_its_owner_marked(tmp_path: Path) -> None:
    (gold,) = read_gum(treebank(tmp_path))
    (choice,) = coref.choices_of(gold)
    assert choice.right.count(True) == 1
    assert coref.fit([choice])[choice.candidates[choice.right.index(True)][0]] != 0.0


def test_gold_names_land_on_our_tokens(tmp_path: Path) -> None:
    text = "Ann Lee-Ortiz's boat"
    line = {
        "text": text,
        "token_spans": [[0, 3], [4, 7], [7, 8], [8, 13], [13, 15], [16, 20]],
        "coarse_tags": ["B-PER", "I-PER", "I-PER", "I-PER", "O", "O"],
        "sents": [[0, 6]],
    }
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert list(entities.documents(path)) == [
        [(["Ann", "Lee-Ortiz", "'s", "boat"], ["B-PER", "I-PER", "O", "O"])],
    ]


def test_silver_labels_follow_the_lists_the_first_name_and_the_story() -> None:
    story = [
        ("Turkey and Uganda agreed".split(), "B-ORG O O O".split()),
        ("Mary Vark spoke".split(), "B-PER I-PER O".split()),
        ("Mary Vark sat ; Vark left".split(), "B-LOC I-LOC O O B-ORG O".split()),
    ]
    (better,) = silver.harmonised([story])
    assert [labels for _, labels in better] == [
        "B-LOC O B-LOC O".split(),
        "B-PER I-PER O".split(),
        "B-PER I-PER O O B-PER O".split(),
    ]


def test_mentions_headed_by_proper_nouns_are_names_and_a_name_unmarked_drops_its_sentence(tmp_path: Path) -> None:
    path = treebank(tmp_path)
    unmarked = TREEBANK.replace("harbour	harbour	NOUN	NN", "Zorb	Zorb	PROPN	NNP").replace(
        "Entity=(e2-organization-new-2-coref", "_"
    )
    (gold,) = read_gum(path)
    path.write_bytes(gzip.compress(unmarked.replace("Entity=e2)|", "").encode()))
    (other,) = read_gum(path)
    assert [" ".join(labels) for _, labels in gum_names.examples(gold)] == ["B-PER I-PER O O O O", "O O O O"]
    assert [" ".join(labels) for _, labels in gum_names.examples(other)] == ["O O O O"]


def test_names_of_the_world_stand_with_and_without_accents() -> None:
    assert set(world_names._words("José Ma.")) == {"José", "Ma", "Jose"}
    assert [world_names._kind(name) for name in ("first_names_male", "last_names", "formats_first", "prefixes")] == [
        "first",
        "last",
        "",
        "",
    ]


def test_a_sentence_with_a_name_in_small_letters_is_learnt_whole() -> None:
    small, capital = ["a b c d e ann lee f".split(), "O O O O O B-PER I-PER O".split()], [["Ann", "x"], ["B-PER", "O"]]
    learnt = [labels for _, labels in entities._sequences([(small[0], small[1]), (capital[0], capital[1])])]
    assert learnt == [small[1], capital[1]]


def test_every_recorded_command_is_a_training_or_a_hand() -> None:
    commands = {entry["command"] for entry in recorded().values()}
    assert commands == {"by hand", *map(command_of, MODULES)}


def test_a_training_says_what_it_changed() -> None:
    one, other = ({"command": command_of("tagger"), "sha256": digest * 64} for digest in "ab")
    assert list(outcome("tagger", {"t.json": one}, {"t.json": one})) == [f"same  {'a' * 12}  t.json"]
    assert list(outcome("tagger", {"t.json": one}, {"t.json": other})) == [f"changed  {'b' * 12}  t.json"]
    assert list(outcome("tagger", {}, {"t.json": one})) == [f"changed  {'a' * 12}  t.json"]
    assert list(outcome("coref", {}, {"t.json": one})) == []


QUOTE = {
    "id": "1", "kind": "indirect", "start": 13, "end": 55, "spans": [[13, 55]], "cue": [[8, 12, "said"]],
    "speaker_start": 0, "speaker_end": 7,
}  # fmt: skip
"""What Ann Lee said, in "Ann Lee said the bridge will be closed until the winter", as the corpus has it."""


def test_a_sentence_of_a_corpus_is_turned_round_with_its_places() -> None:
    text = "Ann Lee said the bridge will be closed until the winter. Bo Ray was glad."
    line = {"id": "a", "text": text, "quotes": [QUOTE]}
    turned = turned_lines(line, prepared(line))
    assert len(turned) == TURNS
    assert len({t["text"] for t in turned}) == TURNS
    for new in turned:
        assert new["text"].endswith(" Bo Ray was glad.")
        [found] = new["quotes"]
        (start, end), (cue_start, cue_end, words) = found["spans"][0], found["cue"][0]
        assert new["text"][start:end].lower() == "the bridge will be closed until the winter"
        assert new["text"][cue_start:cue_end] == words
        assert new["text"][found["speaker_start"] : found["speaker_end"]] == "Ann Lee"


def test_a_sentence_that_does_more_than_report_is_not_turned() -> None:
    text = "Ann Lee said the bridge will be closed until the winter, and Bo Ray was glad."
    line = {"id": "a", "text": text, "quotes": [QUOTE]}
    assert turned_lines(line, prepared(line)) == []
