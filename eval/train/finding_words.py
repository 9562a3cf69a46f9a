"""The word lists of finding: which names around a block, and which words of its text, tell what it is."""

from collections import defaultdict

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

NAMES_KEPT, TEXT_KEPT = 260, 160
MIN_SITES = 6


def vocabulary(folder, table):
    """Logistic regressions over bags of words: of all names around a block, of its text."""
    bags = [[], []]
    for line in open(folder / "names.txt"):
        for bag, part in zip(bags, line.rstrip("\n").split("\t")):
            bag.append(part)
    result = []
    for bag, kept in zip(bags, (NAMES_KEPT, TEXT_KEPT)):
        sites = defaultdict(set)
        for at in table.known:
            for key in bag[at].split():
                sites[int(key)].add(table.site[at])
        keys = sorted(key for key, where in sites.items() if len(where) >= MIN_SITES)
        result.append((Bag(bag, table, keys), kept, sites))
    return result


class Bag:
    def __init__(self, bag, table, keys):
        self.keys = keys
        index = {key: at for at, key in enumerate(keys)}
        rows, columns = [], []
        for row, at in enumerate(table.known):
            for key in set(bag[at].split()):
                column = index.get(int(key))
                if column is not None:
                    rows.append(row)
                    columns.append(column)
        shape = (len(table.known), len(keys))
        self.x = sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)

    def fit(self, table, train, kept, sites):
        rows = np.flatnonzero(train[table.known])
        at = table.known[rows]
        has = np.asarray(self.x[rows].sum(axis=1)).ravel() > 0
        rows, at = rows[has], at[has]
        model = LogisticRegression(C=0.3, solver="liblinear", random_state=1)
        model.fit(self.x[rows], table.y[at], table.weight[at])
        weight = model.coef_[0]
        # what a word changes in all: its weight, by the sites that have it
        reach = np.sqrt([len(sites[key]) for key in self.keys])
        best = np.sort(np.argsort(-np.abs(weight) * reach, kind="stable")[:kept])
        model.fit(self.x[rows][:, best], table.y[at], table.weight[at])
        value = np.clip(np.round(model.coef_[0] * 16), -127, 127).astype(int)
        return [[self.keys[b], int(v)] for b, v in zip(best, value) if v]
