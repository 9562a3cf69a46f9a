"""The forest of pages: is it an article? Trained on what `eval finding-features` says of each page."""

import lightgbm as lgb
import numpy as np

import forest

FEATURES = 14
TREES = 100
REFUSED = 0.81  # of pages that are no articles, where the threshold is picked


class Pages:
    """One row a page: is it an article?"""

    def __init__(self, folder):
        self.x = np.fromfile(folder / "pages.i16", dtype="<i2").reshape(-1, FEATURES)
        self.x = forest.coarse(self.x)
        pages = [line.rstrip("\n").split("\t") for line in open(folder / "pages.tsv")]
        self.fold = np.array([int(p[4]) for p in pages])
        self.y = np.array([int(p[5] == "article") for p in pages])
        # the pages of one corpus are of both kinds; those of the others are many and all articles
        self.corpus = np.array([p[1] for p in pages])
        weights = {"wcxb-dev": 1.0, "fundus": 1.0, "newspaper4k": 1.0, "golden": 1.0}
        self.weight = np.array([weights.get(corpus, 0.3) for corpus in self.corpus])

    def train(self, at):
        data = lgb.Dataset(self.x[at], self.y[at], weight=self.weight[at])
        # few leaves: what is no article is too rare to show how its signs go together
        params = {**forest.PARAMS, "num_leaves": 3, "min_data_in_leaf": 20, "learning_rate": 0.12}
        params["feature_fraction"] = 0.3
        return lgb.train(params, data, TREES)

    def report(self, models, folds, corpora):
        score = np.zeros(len(self.y))
        for fold, model in enumerate(models):
            at = self.fold == fold
            score[at] = model.predict(self.x[at], raw_score=True)
        score *= forest.SCORE_UNIT
        hit = np.zeros(len(score), bool)
        for fold in range(folds):
            others = np.sort(score[(self.fold != fold) & (self.y == 0)])
            cut = others[int(len(others) * REFUSED)]
            hit |= (self.fold == fold) & (score > cut)
            print(f"page threshold without fold {fold}: {cut:.0f}")
        of = (self.corpus == "wcxb-dev") & (self.y == 1)
        print(f"pages, thresholds of other folds: refused {1 - hit[self.y == 0].mean():.3f} answered {hit[of].mean():.3f}")
        for cut in (-32, -16, -8, 0, 8, 16, 24, 32):
            hit = score >= cut
            share = [f"{c} {hit[(self.corpus == c) & (self.y == 1)].mean():.3f}" for c in corpora]
            print(f"pages at {cut}: refused {1 - hit[self.y == 0].mean():.3f} answered", *share)
        gain = models[0].feature_importance("gain")
        print("page gain", [(int(i), int(gain[i])) for i in np.argsort(-gain)[:15]])
