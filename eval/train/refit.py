"""A grown forest made smaller and better: sides that differ little become one leaf, then every leaf is fitted anew.

Boosting fits a tree to what those before it left, on a part of the rows, and never comes back to it. Here each tree's
leaves move once more, given all the others, on all rows (backfitting; Friedman and Stuetzle, 1981).
"""

import heapq
from copy import deepcopy
from itertools import count

import numpy as np

from forest import leaves, places


class Grown:
    """A forest with the rows it was grown on. `gradient` tells of scores the first and second derivative, a number a row."""

    def __init__(self, trees, table, gradient):
        self.trees = deepcopy(trees)
        self.gradient = gradient
        self.places = places(trees, table)
        self.leaves = 1 + max(leaf["leaf_index"] for tree in trees for leaf in leaves(tree))
        self.values = np.zeros((len(self.trees), self.leaves))
        for values, tree in zip(self.values, self.trees):
            for leaf in leaves(tree):
                values[leaf["leaf_index"]] = leaf["leaf_value"]
        self.sum_up()

    def sum_up(self):
        self.scores = sum(values[places] for values, places in zip(self.values, self.places))

    def at_leaves(self, tree, numbers):
        return np.bincount(self.places[tree], numbers, self.leaves)

    def prune(self, branches):
        """Merges the sides of a branch that differ least, by what the loss would rise, until so many branches are left."""
        _, hessian = self.gradient(self.scores, None)
        weights = np.array([self.at_leaves(at, hessian) for at in range(len(self.trees))])
        grown = sum(len(leaves(tree)) - 1 for tree in self.trees)
        order, heap = count(), []

        def consider(at, node, above):
            sides = node["left_child"], node["right_child"]
            if all("leaf_value" in side for side in sides):
                a, b = (side["leaf_index"] for side in sides)
                weight = weights[at][a] * weights[at][b] / (weights[at][a] + weights[at][b])
                rise = weight * (self.values[at][a] - self.values[at][b]) ** 2
                heapq.heappush(heap, (rise, next(order), at, node, above))

        def walk(at, node, above):
            if "leaf_value" in node:
                return
            for side in (node["left_child"], node["right_child"]):
                walk(at, side, (node, above))
            consider(at, node, above)

        for at, tree in enumerate(self.trees):
            walk(at, tree, None)
        for _ in range(grown - branches):
            _, _, at, node, above = heapq.heappop(heap)
            a, b = node["left_child"]["leaf_index"], node["right_child"]["leaf_index"]
            self.values[at][a] = np.average(self.values[at][[a, b]], weights=weights[at][[a, b]])
            weights[at][a] += weights[at][b]
            self.places[at][self.places[at] == b] = a
            node.clear()
            node.update(leaf_index=a, leaf_value=0.0)
            if above:
                consider(at, *above)
        self.sum_up()

    def fit(self, rounds, rate, l2):
        """Moves every tree's leaves by a part of a Newton step, one tree after the other."""
        for tree in list(range(len(self.trees))) * rounds:
            slope, hessian = self.gradient(self.scores, None)
            step = -rate * self.at_leaves(tree, slope) / (self.at_leaves(tree, hessian) + l2)
            self.values[tree] += step
            self.scores += step[self.places[tree]]

    def structures(self):
        """The trees that still ask something, with their leaves' values."""
        for values, tree in zip(self.values, self.trees):
            for leaf in leaves(tree):
                leaf["leaf_value"] = values[leaf["leaf_index"]]
        return [tree for tree in self.trees if "leaf_value" not in tree]


def logistic(is_so, weight):
    """The gradient of the log loss."""

    def gradient(scores, _):
        chance = 1 / (1 + np.exp(-scores))
        return weight * (chance - is_so), np.maximum(weight * chance * (1 - chance), 1e-6)

    return gradient
