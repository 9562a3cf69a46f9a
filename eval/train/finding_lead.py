"""The forest of standfirsts: which blocks under the headline are the site's own summary, not yet the story."""

import lightgbm as lgb
import numpy as np

import forest

FEATURES = 35
TREES = 60


class Lead:
    """One row a block under the headline: is it the site's own standfirst?

    Only one corpus sets standfirsts apart; in the others they are part of the body, so their rows
    say with little weight what a first paragraph looks like."""

    def __init__(self, folder, table):
        at = np.loadtxt(folder / "lead.tsv", dtype=np.int64)
        x = np.fromfile(folder / "lead.i16", dtype="<i2").reshape(-1, FEATURES)
        known = table.label[at] >= 0
        at, self.x = at[known], forest.coarse(x[known])
        self.y, self.fold, self.corpus = table.label[at] == 2, table.fold[at], table.corpus[at]
        self.weight = np.where(np.isin(self.corpus, ["fundus", "newspaper4k"]), 1.0, 0.4)

    def train(self, at):
        data = lgb.Dataset(self.x[at], self.y[at], weight=self.weight[at])
        params = {**forest.PARAMS, "num_leaves": 4, "min_data_in_leaf": 10}
        params["feature_fraction"] = 0.3
        return lgb.train(params, data, TREES)

    def report(self, models, corpora):
        score = np.zeros(len(self.y))
        for fold, model in enumerate(models):
            at = self.fold == fold
            score[at] = model.predict(self.x[at], raw_score=True)
        for corpus in corpora:
            at = self.corpus == corpus
            y = self.y[at]
            for cut in (0.5, -1.5):
                hit = score[at] > cut
                print(f"lead {corpus} at {cut}: hit {(y & hit).sum()} missed {(y & ~hit).sum()}",
                      f"body taken {(~y & hit).sum()} of {(~y).sum()}", flush=True)
        gain = models[0].feature_importance("gain")
        print("lead gain", [(int(i), int(gain[i])) for i in np.argsort(-gain)[:15]])
