"""The bytes of forests, as src/forest.rs reads them: like beside like, so that they pack small."""

import struct
from itertools import count as count_up

import numpy as np

LEAF = 255
COARSE = 128  # thresholds of one byte, as `spread` in forest.rs
STEPS = 55  # what fits into two bytes
SCORE_UNIT = 32  # scores are log odds times this, as in forest.rs
LEAF_UNIT = 256  # leaf values are log odds (or scores) times this, as in forest.rs

# Fast learning and few leaves: half the bytes of 0.12 and twice the trees, at the same loss on the folds.
PARAMS = {
    "objective": "binary",
    "learning_rate": 0.2,
    "num_leaves": 12,
    "min_data_in_leaf": 60,
    "max_bin": 127,  # all of the grid of thresholds
    "lambda_l2": 3.0,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "num_threads": 1,
    "seed": 7,
    "verbose": -1,
    "deterministic": True,
    "boost_from_average": False,
}

_SIZES = [c if c < 8 else (4 + c % 4) << (c // 4 - 1) for c in range(STEPS + 1)]
GRID = np.array([-size for size in _SIZES[:0:-1]] + _SIZES)


def coarse(rows):
    """Features as places in the grid of thresholds, to train on."""
    return np.minimum(np.searchsorted(GRID, rows), 2 * STEPS).astype(np.float32)


def structures(model):
    """The trees of a LightGBM model."""
    return [tree["tree_structure"] for tree in model.dump_model()["tree_info"]]


def pack(trees, shift=2, is_coarse=False):
    """Trees as LightGBM tells them. Leaf values lose `shift` bits: 2 changes no figure of the tables."""
    features, low, high, leaves = bytearray(), bytearray(), bytearray(), bytearray()

    def add(node):
        if "leaf_value" in node:
            features.append(LEAF)
            value = round(node["leaf_value"] * LEAF_UNIT / (1 << shift))
            leaves.append(max(-128, min(127, value)) & 255)
            return
        features.append(node["split_feature"])
        threshold = int(node["threshold"] // 1)
        if is_coarse:
            low.append(threshold - STEPS & 255)
        else:
            low.append(threshold & 255)
            high.append(threshold >> 8 & 255)
        add(node["left_child"])
        add(node["right_child"])

    for tree in trees:
        add(tree)
    form = shift | (COARSE if is_coarse else 0)
    return struct.pack("<HB", len(features), form) + features + low + high + leaves


def pack_list(weights):
    """Hashes and their weights: hashes in order, each less the one before."""
    keys = sorted(key for key, _ in weights)
    deltas = [key - before for before, key in zip([0] + keys, keys)]
    values = bytes(weight & 255 for _, weight in sorted(weights))
    low, high = bytes(d & 255 for d in deltas), bytes(d >> 8 for d in deltas)
    return struct.pack("<H", len(keys)) + low + high + values


def unpack(model, lists):
    """The lists and the forests, of one byte a threshold, in the bytes of a model."""
    words, forests, at = [], [], 0

    def take(count, kind=np.uint8):
        nonlocal at
        at += count
        return np.frombuffer(model, kind, count, at - count).astype(int)

    for _ in range(lists):
        count = take(2) @ [1, 256]
        keys = np.cumsum(take(count) + 256 * take(count))
        words.append([[int(key), int(weight)] for key, weight in zip(keys, take(count, np.int8))])
    while at < len(model):
        count, shift = take(2) @ [1, 256], take(1)[0] & ~COARSE
        features = take(count)
        branches = int((features != LEAF).sum())
        thresholds = iter(take(branches, np.int8) + STEPS)
        values = iter(take(count - branches, np.int8) * (1 << shift) / LEAF_UNIT)
        features, trees = iter(features), []

        def node(feature, indices):
            if feature == LEAF:
                return {"leaf_index": next(indices), "leaf_value": float(next(values))}
            sides = {"split_feature": int(feature), "threshold": int(next(thresholds))}
            sides["left_child"] = node(next(features), indices)
            sides["right_child"] = node(next(features), indices)
            return sides

        for root in features:
            trees.append(node(root, count_up()))
        forests.append(trees)
    return words, forests


def leaves(node):
    return [node] if "leaf_value" in node else leaves(node["left_child"]) + leaves(node["right_child"])


def places(trees, table):
    """The leaf of each row, a line a tree."""
    result = np.zeros((len(trees), len(table)), np.uint8)

    def walk(node, line, rows):
        if "leaf_value" in node:
            line[rows] = node["leaf_index"]
            return
        is_left = table[rows, node["split_feature"]] <= node["threshold"]
        walk(node["left_child"], line, rows[is_left])
        walk(node["right_child"], line, rows[~is_left])

    for tree, line in zip(trees, result):
        walk(tree, line, np.arange(len(table)))
    return result


def score(trees, table):
    """What the trees say of each row, in log odds."""
    values = np.zeros((len(trees), 256))
    for line, tree in zip(values, trees):
        for leaf in leaves(tree):
            line[leaf["leaf_index"]] = leaf["leaf_value"]
    return sum(line[at] for line, at in zip(values, places(trees, table)))
