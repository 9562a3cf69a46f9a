"""Trains the two forests of salience: sentences, then sets of three against the lead's three.

    python3 eval/train/salience.py DATA_DIR WORK_DIR [--most N] [--folds]

Features come from `eval salience --rows`, the code that serves. A sentence is worth what it adds to the
lead's first two, a set what it has over the lead's three. Sets of summaries weigh by the fourth root of their
size, so that the small ones are heard; each document comes also without title and paragraphs, so that no source is told by
them. The scores that sets are trained on come from sentence models that never saw the document, as in service.

WORK_DIR gets model.bin, which src/salience/model.bin is a copy of; with --folds also fold-0.bin to
fold-4.bin, each trained without its fifth of the documents: `eval salience --models WORK_DIR` tests every document
on the one that never saw it.

Needs: lightgbm, numpy. Seeded; one thread.
"""

import argparse
import subprocess
from pathlib import Path

import lightgbm as lgb
import numpy as np

from forest import pack

SENTENCE_FEATURES = 34
SET_FEATURES = SENTENCE_FEATURES + 20
SENTENCE_TREES, SENTENCE_LEAVES, SENTENCE_RATE = 50, 10, 0.06
SET_TREES, SET_LEAVES, SET_RATE = 110, 12, 0.09  # 170 trees of 14 leaves gain no more
SET_BINS = 31  # few thresholds pack small
NO_FOREST = bytes(3)
POINTS = 5.5  # ROUGE points in one unit of the sets' score
SENTENCE_R2, SET_R2 = 0.3, 0.1  # ROUGE-1 decides; some ROUGE-2 keeps it honest
SIZE_POWER = 0.75  # weight of a document: its set's size to minus this
FOLDS = 5
WEIGHTS = {"xsum": 0.3, "cnndm_train_mixed": 0.7, "indosum": 0.8}

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("work", type=Path)
parser.add_argument("--most", type=int, default=1000)
parser.add_argument("--folds", action="store_true", help="also train without each fold of the documents")
args = parser.parse_args()
args.work.mkdir(parents=True, exist_ok=True)


def rows(kind, features, r2_share, *more):
    folder = args.work / kind
    command = ["cargo", "run", "-q", "--profile", "eval", "-p", "eval", "--", "salience", args.data]
    command += ["--most", str(args.most), "--rows", kind, str(folder), *more]
    subprocess.run(command, check=True)
    table = np.fromfile(folder / "rows.i16", dtype="<i2").reshape(-1, features)
    keys = [line.split("\t") for line in (folder / "keys.tsv").read_text().splitlines()]
    names = np.array([key[0] for key in keys])
    documents = np.array([key[0] + key[1] for key in keys])
    folds = np.array([int(key[2]) for key in keys])
    targets = np.array([float(key[3]) + r2_share * float(key[4]) for key in keys])
    return table, names, documents, folds, targets


def weights(names):
    weight = np.ones(len(names))
    for name in np.unique(names):
        known = [w for part, w in WEIGHTS.items() if part in name]
        at = names == name
        weight[at] = (known[0] if known else 1.0) / at.sum() ** SIZE_POWER
    return weight / weight.mean()


def train(table, targets, weight, trees, leaves, least, rate, bins=255):
    options = dict(
        objective="regression",
        learning_rate=rate,
        num_leaves=leaves,
        min_data_in_leaf=least,
        feature_fraction=0.4,
        bagging_fraction=0.6,
        bagging_freq=1,
        lambda_l2=10.0,
        num_threads=1,
        seed=1,
        deterministic=True,
        force_row_wise=True,
        verbosity=-1,
    )
    data = lgb.Dataset(table.astype(np.float32), targets, weight=weight, params={"max_bin": bins})
    return lgb.train(options, data, trees)


def by_document(documents, values):
    """Values less their document's mean, over its spread."""
    _, at = np.unique(documents, return_inverse=True)
    count = np.bincount(at)
    mean = np.bincount(at, values) / count
    spread = np.sqrt(np.bincount(at, (values - mean[at]) ** 2) / count) + 1.0
    return (values - mean[at]) / spread[at]


def sentence_forest(seen):
    model = train(table[seen], worth[seen], weights(names[seen]), SENTENCE_TREES, SENTENCE_LEAVES, 200, SENTENCE_RATE)
    return pack(model, shift=0)


def set_forest(seen):
    gain = targets[seen] / POINTS
    model = train(table[seen], gain, weights(names[seen]), SET_TREES, SET_LEAVES, 300, SET_RATE, SET_BINS)
    return pack(model)


table, names, documents, folds, targets = rows("sentences", SENTENCE_FEATURES, SENTENCE_R2)
worth = by_document(documents, targets)
sentences = sentence_forest(folds >= 0)
by_fold = [sentence_forest(folds != fold) for fold in range(FOLDS)]
parts = []
for fold, forest in enumerate(by_fold):
    path = args.work / "sentences.bin"
    path.write_bytes(forest + NO_FOREST)
    parts.append(rows("sets", SET_FEATURES, SET_R2, "--model", str(path), "--fold", str(fold)))
table, names, documents, folds, targets = (np.concatenate(part) for part in zip(*parts))
for fold in range(FOLDS if args.folds else 0):
    (args.work / f"fold-{fold}.bin").write_bytes(by_fold[fold] + set_forest(folds != fold))
(args.work / "model.bin").write_bytes(sentences + set_forest(folds >= 0))
print("model.bin", (args.work / "model.bin").stat().st_size, "bytes")
