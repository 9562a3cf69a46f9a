"""Finding's forests of an earlier run, pruned, and their leaves fitted anew on what the forests before them now say."""

import numpy as np

import forest
from refit import Grown, logistic

BRANCHES = (300, 240, 150, 160)  # of the 420, 440, 180 and 200 that were grown
FIT = dict(rounds=2, rate=0.05, l2=30.0)  # more of it, and sites that no model saw are told worse


class Refit:
    """Stage by stage: blocks, blocks in context, standfirsts, pages; of each a forest without each fold, and one of all."""

    def __init__(self, earlier):
        self.lists, forests = zip(*earlier)
        self.before = list(zip(*forests))
        self.now = []

    def stage(self, table, fold, y, weight, known):
        """The next stage's forests from its rows; their scores."""
        number = len(self.now)
        self.now.append([])
        for left_out, trees in enumerate(self.before[number]):
            at = known[fold[known] != left_out]
            grown = Grown(trees, table[at], logistic(y[at], weight[at]))
            grown.prune(BRANCHES[number])
            grown.fit(**FIT)
            _, [served] = forest.unpack(forest.pack(grown.structures(), shift=3, is_coarse=True), lists=0)
            self.now[number].append(served)
        return scores(self.now[number], table, fold)

    def models(self):
        """Lists and forests so far, without each fold and of all."""
        return list(zip(self.lists, zip(*self.now)))


def scores(forests, table, fold):
    """Of each row by the forest that never saw its site."""
    result = np.zeros(len(table))
    for number in np.unique(fold):
        at = fold == number
        result[at] = forest.score(forests[number], table[at])
    return result
