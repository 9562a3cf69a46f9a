"""The bytes of forests, as src/forest.rs reads them: like beside like, so that they pack small."""

import struct

LEAF = 255
LEAF_UNIT = 256  # leaf values are log odds (or scores) times this, as in forest.rs


def pack(model, shift=2):
    """A LightGBM model. Leaf values lose `shift` bits: 2 changes no figure of the tables."""
    features, low, high, leaves = bytearray(), bytearray(), bytearray(), bytearray()

    def add(node):
        if "leaf_value" in node:
            features.append(LEAF)
            value = round(node["leaf_value"] * LEAF_UNIT / (1 << shift))
            leaves.append(max(-128, min(127, value)) & 255)
            return
        features.append(node["split_feature"])
        threshold = int(node["threshold"] // 1) & 0xFFFF
        low.append(threshold & 255)
        high.append(threshold >> 8)
        add(node["left_child"])
        add(node["right_child"])

    for tree in model.dump_model()["tree_info"]:
        add(tree["tree_structure"])
    return struct.pack("<HB", len(features), shift) + features + low + high + leaves


def pack_list(weights):
    """Hashes and their weights: hashes in order, each less the one before."""
    keys = sorted(key for key, _ in weights)
    deltas = [key - before for before, key in zip([0] + keys, keys)]
    values = bytes(weight & 255 for _, weight in sorted(weights))
    low, high = bytes(d & 255 for d in deltas), bytes(d >> 8 for d in deltas)
    return struct.pack("<H", len(keys)) + low + high + values
