"""Trains the two forests of salience: sentences, then sets of three against the lead's three.

    python3 eval/train/salience.py DATA_DIR WORK_DIR [--most N] [--folds]

Features come from `eval salience --rows`, the code that serves. A sentence is worth what it adds to the
lead's first two. Sets are trained on what each gains over the lead's three, then on what the choice by their scores
gains; last, the sides of branches that differ least become one, and all leaves are fitted anew. Collections weigh by the fourth root of their size, so that the small ones are heard; each document comes also
without title, paragraphs and language, so that no source is told by them. The scores that sets are trained
on come from sentence models that never saw the document, as in service.

WORK_DIR gets model.bin, which src/salience/model.bin is a copy of; with --folds also fold-0.bin to
fold-4.bin, each trained without its fifth of the documents: `eval salience --models WORK_DIR` tests every document
on the one that never saw it.

Needs: lightgbm, numpy. Seeded; one thread.
"""

import argparse
import subprocess
from dataclasses import dataclass, fields
from pathlib import Path

import lightgbm as lgb
import numpy as np

from forest import STEPS, coarse, pack, structures
from refit import Grown

SENTENCE_FEATURES = 34
SET_FEATURES = SENTENCE_FEATURES + 39
SENTENCE_LANGUAGE, SET_LANGUAGE, OTHER_LANGUAGE = 25, SENTENCE_FEATURES + 18, 2  # as in features.rs and sets.rs
SENTENCES = dict(trees=50, num_leaves=10, min_data_in_leaf=200, learning_rate=0.06, seed=1)
GAIN_TREES, CHOICE_TREES = 65, 80  # the last alone gain less
SETS = dict(num_leaves=12, min_data_in_leaf=300, learning_rate=0.09, seed=4)  # of five, by folds and before pruning, the best on the large sets
BRANCHES = 1400  # of the 1,595 of the sets' forest: what is left says the same
REFIT = dict(rounds=3, rate=0.09, l2=100.0)
# A last tree: in languages other than English, whose number is 0, sets need half the margin of MARGIN in src/salience/mod.rs.
HEAD_START = dict(
    split_feature=SET_LANGUAGE, threshold=STEPS, left_child=dict(leaf_value=0.0), right_child=dict(leaf_value=3 / 32)
)
SPREAD = 0.08  # of scores, in their unit, where sets are drawn by them
NO_FOREST = bytes(3)
POINTS = 5.5  # ROUGE points in one unit of the sets' score, before they are trained on the choice
SENTENCE_R2, SET_R2 = 0.3, 0.1  # ROUGE-1 decides; some ROUGE-2 keeps it honest
SIZE_POWER = 0.75  # weight of a document: its set's size to minus this
FOLDS = 5
WEIGHTS = {"cnn_corpus": 1.2, "xsum": 0.3, "cnndm_train_mixed": 0.7, "indosum": 0.8}

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("work", type=Path)
parser.add_argument("--most", type=int, default=4000)
parser.add_argument("--folds", action="store_true", help="also train without each fold of the documents")
args = parser.parse_args()
args.work.mkdir(parents=True, exist_ok=True)


@dataclass
class Rows:
    """Features with what they are worth, a row a sentence or set; a text is a document as it is, or bared."""

    table: np.ndarray
    names: np.ndarray
    documents: np.ndarray
    texts: np.ndarray
    folds: np.ndarray
    worth: np.ndarray

    def only(self, these):
        return Rows(*(getattr(self, field.name)[these] for field in fields(self)))


def read(kind, features, r2_share, *more):
    folder = args.work / kind
    command = ["cargo", "run", "-q", "--profile", "eval", "-p", "eval", "--", "salience", args.data]
    command += ["--most", str(args.most), "--rows", kind, str(folder), *more]
    subprocess.run(command, check=True)
    table = np.fromfile(folder / "rows.i16", dtype="<i2").reshape(-1, features)
    keys = [line.split("\t") for line in (folder / "keys.tsv").read_text().splitlines()]
    bare = np.array([key[2] == "1" for key in keys])
    table[bare, SENTENCE_LANGUAGE if kind == "sentences" else SET_LANGUAGE] = OTHER_LANGUAGE
    return Rows(
        table=coarse(table),
        names=np.array([key[0] for key in keys]),
        documents=np.array([key[0] + key[1] for key in keys]),
        texts=np.array([key[0] + key[1] + key[2] for key in keys]),
        folds=np.array([int(key[3]) for key in keys]),
        worth=np.array([float(key[4]) + r2_share * float(key[5]) for key in keys]),
    )


def weights(names):
    weight = np.ones(len(names))
    for name in np.unique(names):
        known = [w for part, w in WEIGHTS.items() if part in name]
        at = names == name
        weight[at] = (known[0] if known else 1.0) / at.sum() ** SIZE_POWER
    return weight / weight.mean()


def train(rows, worth, trees, objective="regression", after=None, **options):
    options = dict(
        objective=objective,
        feature_fraction=0.4,
        bagging_fraction=0.6,
        bagging_freq=1,
        lambda_l2=10.0,
        num_threads=1,
        deterministic=True,
        force_row_wise=True,
        verbosity=-1,
        **options,
    )
    data = lgb.Dataset(rows.table, worth, weight=weights(rows.names))
    return lgb.train(options, data, trees, init_model=after)


def by_document(documents, values):
    """Values less their document's mean, over its spread."""
    _, at = np.unique(documents, return_inverse=True)
    count = np.bincount(at)
    mean = np.bincount(at, values) / count
    spread = np.sqrt(np.bincount(at, (values - mean[at]) ** 2) / count) + 1.0
    return (values - mean[at]) / spread[at]


def choice(rows):
    """The objective of sets: what is gained on average where sets are drawn by their scores, the lead at a score of 0.

    Minimum risk, as Shen et al. (2016) train translation: a score counts only where it changes what is chosen.
    """
    first = np.flatnonzero(np.r_[True, rows.texts[1:] != rows.texts[:-1]])
    text = np.repeat(np.arange(len(first)), np.diff(np.r_[first, len(rows.texts)]))
    gain, weight = rows.worth / POINTS, weights(rows.names)

    def gradient(scores, _):
        scores = scores / SPREAD
        top = np.maximum(np.maximum.reduceat(scores, first), 0)
        chance = np.exp(scores - top[text])
        chance /= (np.add.reduceat(chance, first) + np.exp(-top))[text]
        mean = np.add.reduceat(chance * gain, first)[text]
        slope = chance * (mean - gain) / SPREAD
        return weight * slope, weight * np.maximum(chance * (1 - chance), 1e-3) / SPREAD

    return gradient


def sentence_forest(rows):
    worth = by_document(rows.documents, rows.worth)
    return pack(structures(train(rows, worth, **SENTENCES)), shift=0, is_coarse=True)


def set_forest(rows):
    gain = train(rows, rows.worth / POINTS, trees=GAIN_TREES, **SETS)
    objective = choice(rows)
    both = train(rows, rows.worth, CHOICE_TREES, objective, after=gain, **SETS)
    grown = Grown(structures(both), rows.table, objective)
    grown.prune(BRANCHES)
    grown.fit(**REFIT)
    return pack([*grown.structures(), HEAD_START], shift=1, is_coarse=True)


sentences = read("sentences", SENTENCE_FEATURES, SENTENCE_R2)
by_fold = [sentence_forest(sentences.only(sentences.folds != fold)) for fold in range(FOLDS)]
parts = []
for fold, forest in enumerate(by_fold):
    path = args.work / "sentences.bin"
    path.write_bytes(forest + NO_FOREST)
    parts.append(read("sets", SET_FEATURES, SET_R2, "--model", str(path), "--fold", str(fold)))
sets = Rows(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Rows)))
(args.work / "model.bin").write_bytes(sentence_forest(sentences) + set_forest(sets))
print("model.bin", (args.work / "model.bin").stat().st_size, "bytes", flush=True)
for fold in range(FOLDS if args.folds else 0):
    (args.work / f"fold-{fold}.bin").write_bytes(by_fold[fold] + set_forest(sets.only(sets.folds != fold)))
