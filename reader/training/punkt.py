"""Punkt's parameters: which words are abbreviations, and how words look at the start of a sentence.

Reads the open texts of `entities/` (`CORPORA`) under the data folder, learns with NLTK's `PunktTrainer`, adds the
abbreviations of news by hand, and writes `punkt.json`. Source: Kiss and Strunk (2006), Unsupervised Multilingual
Sentence Boundary Detection.
"""

from pathlib import Path

from nltk.tokenize.punkt import PunktTrainer

from reader.training.common import read_jsonl, record, write_json

CORPORA = ("wikigold.all", "uner_ewt.train", "gum_other_derived.train", "crossner_politics.train")
ABBREVIATIONS = set(
    "u.s u.k u.n e.u d.c u.s.a a.m p.m i.e e.g a.d b.c ph.d m.d b.a m.a l.a n.y n.j n.c s.c n.h n.m w.va r.i"
    " mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt capt cpl maj cmdr adm pvt pfc supt insp det rev hon"
    " messrs mme mlle st mt ft jr sr inc co corp ltd bros plc pte pvt vs etc al no nos vol p pp fig ed eds est approx"
    " jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn mo mont neb nev okla ore pa tenn"
    " tex va vt wash wis wyo d-wis r-wis d-calif r-calif d-n.y r-n.y d-mass r-texas d-texas r-ky d-va r-va"
    " r-s.c r-fla d-fla r-ariz d-ill d-vt i-vt d-ohio r-ohio r-iowa d-nev r-utah d-md d-mich r-la d-conn"
    " d-minn d-pa r-pa r-ark r-ga"
    " dept assn bldg ave blvd rd gov.-elect sen.-elect ret hr min sec".split()
)
NO_ABBREVIATIONS = {"it", "me", "us", "in", "them", "go", "do", "so", "up", "on", "is", "was", "out", "now"}


def train(data_dir: Path) -> None:
    """Writes `punkt.json`."""
    trainer = PunktTrainer()
    for name in CORPORA:
        for document in read_jsonl(data_dir / "entities" / f"{name}.jsonl.gz"):
            trainer.train(document["text"], finalize=False)
    parameters = trainer.get_params()
    learnt = {a for a in parameters.abbrev_types if a.isascii() and not any(c.isdigit() for c in a)}
    kept = {word: flags for word, flags in parameters.ortho_context.items() if flags and word.isalpha()}
    write_json(
        "punkt.json",
        {
            "abbreviations": sorted((learnt | ABBREVIATIONS) - NO_ABBREVIATIONS),
            "collocations": sorted(parameters.collocations),
            "starters": sorted(parameters.sent_starters),
            "orthography": {word: flags for word, flags in kept.items() if flags & 0b1110 or len(word) < 4},  # noqa: PLR2004
        },
    )
    record(
        "punkt.json",
        what="Punkt parameters: abbreviations, collocations, sentence starters, orthographic context",
        source="wikigold, UNER English-EWT, GUM texts, CrossNER politics; abbreviations of news by hand",
        licence="CC BY 4.0, CC BY-SA 4.0, MIT; counts only",
        command="python -m reader.training punkt --data DIR",
    )
