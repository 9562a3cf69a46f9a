"""Trains the two forests of salience: sentences, then sets of three against the lead's three.

    python3 eval/train/salience.py DATA_DIR WORK_DIR [--most N]

Features come from `eval salience --rows`, the code that serves. Every set of summaries weighs the
same, however many documents it has; each document comes also without title and paragraphs, so that
no source is told by them. Prints the gain of the chosen set over the lead by five folds of documents and
with each set left out. WORK_DIR gets model.bin, which src/salience/model.bin is a copy of.

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
SENTENCE_TREES, SENTENCE_LEAVES = 50, 10
SET_TREES, SET_LEAVES = 170, 14
NO_FOREST = bytes(3)
POINTS = 8.0  # ROUGE points (R1 + R2) in one unit of the sets' score
WEIGHTS = {"xsum": 0.3, "cnndm_train_mixed": 0.7, "indosum": 0.8}

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("work", type=Path)
parser.add_argument("--most", type=int, default=800)
parser.add_argument("--hold", type=int, default=-1, help="a fold of documents that training never sees")
parser.add_argument("--check", action="store_true", help="cross-validate before the final training")
args = parser.parse_args()
args.work.mkdir(parents=True, exist_ok=True)


def rows(kind, features, model=None):
    folder = args.work / kind
    command = ["cargo", "run", "-q", "--profile", "eval", "-p", "eval", "--", "salience", args.data]
    command += ["--most", str(args.most), "--rows", kind, str(folder)]
    command += ["--model", str(model)] if model else []
    subprocess.run(command, check=True)
    table = np.fromfile(folder / "rows.i16", dtype="<i2").reshape(-1, features)
    keys = [line.split("\t") for line in (folder / "keys.tsv").read_text().splitlines()]
    names = np.array([key[0] for key in keys])
    documents = np.array([key[0] + key[1] for key in keys])
    folds = np.array([int(key[2]) for key in keys])
    targets = np.array([float(key[3]) for key in keys])
    seen = folds != args.hold
    return table[seen], names[seen], documents[seen], folds[seen], targets[seen]


def weights(names):
    weight = np.ones(len(names))
    for name in np.unique(names):
        known = [w for part, w in WEIGHTS.items() if part in name]
        at = names == name
        weight[at] = (known[0] if known else 1.0) / np.sqrt(at.sum())
    return weight / weight.mean()


def train(table, targets, weight, trees, leaves, least):
    options = dict(
        objective="regression",
        learning_rate=0.06,
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
    data = lgb.Dataset(table.astype(np.float32), targets, weight=weight)
    return lgb.train(options, data, trees)


def by_document(documents, values):
    """Values less their document's mean, over its spread."""
    _, at = np.unique(documents, return_inverse=True)
    count = np.bincount(at)
    mean = np.bincount(at, values) / count
    spread = np.sqrt(np.bincount(at, (values - mean[at]) ** 2) / count) + 1.0
    return (values - mean[at]) / spread[at]


def chosen_gain(documents, names, predicted, targets, margin):
    """Mean gain by set, where each document takes its best set or, under the margin, the lead."""
    order = np.lexsort((-predicted, documents))
    first = np.r_[True, documents[order][1:] != documents[order][:-1]]
    best = order[first]
    gain = np.where(predicted[best] > margin, targets[best], 0.0)
    return {name: gain[names[best] == name].mean() for name in np.unique(names)}


def check(table, names, documents, folds, targets, weight):
    fit = lambda at: train(table[at], targets[at] / POINTS, weight[at], SET_TREES, SET_LEAVES, 300)
    predicted = np.zeros(len(targets))
    for fold in range(5):
        predicted[folds == fold] = fit(folds != fold).predict(table[folds == fold])
    for margin in (0.0, 0.1, 0.2, 0.3, 0.5):
        gains = chosen_gain(documents, names, predicted, targets, margin)
        print(margin, {name[:14]: round(gain, 2) for name, gain in gains.items()})
    for name in np.unique(names):
        # Sets of the same articles or the same make go out together.
        out = np.array([n[:6] == name[:6] for n in names])
        gains = chosen_gain(documents[out], names[out], fit(~out).predict(table[out]), targets[out], 0.1)
        print("left out", {n[:20]: round(gain, 2) for n, gain in gains.items()})


table, names, documents, folds, targets = rows("sentences", SENTENCE_FEATURES)
sentences = pack(
    train(table, by_document(documents, targets), weights(names), SENTENCE_TREES, SENTENCE_LEAVES, 200),
    shift=0,
)
(args.work / "sentences.bin").write_bytes(sentences + NO_FOREST)
table, names, documents, folds, targets = rows("sets", SET_FEATURES, args.work / "sentences.bin")
if args.check:
    check(table, names, documents, folds, targets, weights(names))
forest = train(table, targets / POINTS, weights(names), SET_TREES, SET_LEAVES, 300)
(args.work / "model.bin").write_bytes(sentences + pack(forest))
print("model.bin", (args.work / "model.bin").stat().st_size, "bytes")
