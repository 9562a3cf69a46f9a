"""The bytes of forests, as src/forest.rs reads them: like beside like, so that they pack small."""

import struct

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


def without_last(model, lists, forests):
    """The bytes of a model's lists and first forests."""
    at = 0
    for _ in range(lists):
        at += 2 + 3 * struct.unpack_from("<H", model, at)[0]
    for _ in range(forests):
        count, form = struct.unpack_from("<HB", model, at)
        leaves = model.count(LEAF, at + 3, at + 3 + count)
        thresholds = (count - leaves) * (1 if form & COARSE else 2)
        at += 3 + count + thresholds + leaves
    return model[:at]
