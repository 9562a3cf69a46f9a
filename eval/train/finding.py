"""Trains the block model of finding: vocabulary, two forests of blocks, one forest of pages.

    python3 eval/train/finding.py DATA_DIR WORK_DIR [--pages DUMPS] [--keep EARLIER | --refit EARLIER]

Everything is split by site in five folds: the figures printed come from models that never saw the
site. WORK_DIR gets fold-N.bin (for `eval finding --models`) and model.bin, which is what
src/article/model.bin is a copy of. With --keep the models of an earlier WORK_DIR stay, but for the
forest of pages; with --refit all its forests are pruned and their leaves fitted anew. Features come
from `eval finding-features`, the code that serves.

Needs: lightgbm, numpy, scipy, scikit-learn. Seeded; one thread.
"""

import argparse
import json
import subprocess
from pathlib import Path

import lightgbm as lgb
import numpy as np

import forest
from finding_lead import Lead
from finding_pages import Pages
from finding_refit import Refit, scores as scored
from finding_words import vocabulary

FOLDS = 5
NAMES = [f"fold-{fold}.bin" for fold in range(FOLDS)] + ["model.bin"]
FEATURES = 80
CONTEXT = FEATURES + 25
FIRST_TREES, SECOND_TREES = 60, 40
WEIGHTS = {  # how far a corpus' labels are to be trusted
    "fundus": 1.0,
    "golden": 2.5,  # few pages, but every one must hold
    "newspaper4k": 1.0,
    "wcxb-dev": 0.8,
    "zh-handmade": 1.0,
    "readability": 0.25,
    "trafilatura": 1.0,
    "postlight": 0.3,
}
GUESS_WEIGHT = 0.3  # of a block labelled by an earlier run
REFIT_WEIGHTS = {"trafilatura": 1.5}  # times the above: pruning costs it most
NEAR_WEIGHT = 2.0  # of furniture between and around the paragraphs

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("work", type=Path)
parser.add_argument("--pages", help="folder of page dumps")
parser.add_argument("--eval", default="cargo run -q --profile eval -p eval --")
parser.add_argument("--guesses", type=Path, help="labels guessed by an earlier run (WORK_DIR/guesses.npy)")
parser.add_argument("--lists", type=Path, help="folder of an earlier run whose word lists are kept")
parser.add_argument("--keep", type=Path, help="folder of an earlier run: only the forest of pages is trained")
parser.add_argument("--refit", type=Path, help="folder of an earlier run: its forests are pruned and fitted anew")
args = parser.parse_args()
args.work.mkdir(parents=True, exist_ok=True)


def features(out, *more):
    command = [*args.eval.split(), "finding-features", args.data, str(args.work / out)]
    command += ["--pages", args.pages] if args.pages else []
    subprocess.run(command + [str(m) for m in more], check=True)
    return args.work / out


class Table:
    """What `eval finding-features` wrote, and weights by corpus and page."""

    def __init__(self, folder, columns=None, file="rows.i16", guesses=True):
        blocks = np.loadtxt(folder / "blocks.tsv", dtype=np.int64, delimiter="\t")
        self.page, self.label, self.words = blocks.T
        trust = np.ones(len(self.label))
        if guesses and args.guesses and args.guesses.exists():
            guess = np.load(args.guesses)
            trust[guess != -1] = GUESS_WEIGHT
            self.label = np.where(guess != -1, guess, self.label)
        pages = [line.rstrip("\n").split("\t") for line in open(folder / "pages.tsv")]
        self.corpus = np.array([p[1] for p in pages])[self.page]
        sites = {}
        self.site = np.array([sites.setdefault(p[3], len(sites)) for p in pages])[self.page]
        self.fold = np.array([int(p[4]) for p in pages])[self.page]
        self.pages = pages
        if columns:
            self.x = np.fromfile(folder / file, dtype="<i2").reshape(-1, columns)
        corpus_weight = np.array([WEIGHTS[p[1]] for p in pages])[self.page]
        own = (0.3 + np.minimum(self.words, 60) / 60) * trust
        # what lies between paragraphs is what gets into summaries
        body = np.flatnonzero(self.label == 1)
        first, last = np.full(len(pages), len(own)), np.zeros(len(pages), int)
        np.minimum.at(first, self.page[body], body)
        np.maximum.at(last, self.page[body], body)
        place = np.arange(len(own))
        within = (place > first[self.page] - 15) & (place < last[self.page] + 6)
        own[within & (self.label == 0)] *= NEAR_WEIGHT
        known = (self.label == 0) | (self.label == 1)
        total = np.bincount(self.page, own * known, len(pages))[self.page]
        self.weight = known * own * corpus_weight * 30 / np.sqrt(np.maximum(total, 1) * 30)
        self.y = (self.label == 1).astype(int)
        self.known = np.flatnonzero(known)


FIRST = {"num_leaves": 8}


def train(table, rows, rounds, **more):
    data = lgb.Dataset(forest.coarse(table.x[rows]), table.y[rows], weight=table.weight[rows])
    return lgb.train({**forest.PARAMS, **more}, data, rounds)


def out_of_fold(table, rounds, **more):
    """Scores by models that never saw the site, and those models."""
    scores = np.zeros(len(table.page))
    models = []
    for fold in range(FOLDS):
        model = train(table, table.known[table.fold[table.known] != fold], rounds, **more)
        at = table.fold == fold
        scores[at] = model.predict(forest.coarse(table.x[at]), raw_score=True)
        models.append(model)
    return scores, models


def guess(table, scores):
    """Labels blocks that no corpus labels, on pages where the model agrees with all that is known."""
    plain = np.loadtxt(args.work / "second" / "blocks.tsv", dtype=np.int64, delimiter="\t")[:, 1]
    wrong = ((plain == 1) & (scores < 0)) | ((plain == 0) & (scores > 0))
    bad = np.bincount(table.page, wrong, len(table.pages)) > 0
    some = np.bincount(table.page, plain == 1, len(table.pages)) > 0
    article = np.array([p[1] in ("trafilatura", "postlight") for p in table.pages])
    use = (article & some & ~bad)[table.page] & (plain == -1) & (np.abs(scores) > 1)
    np.save(args.work / "guesses.npy", np.where(use, (scores > 0).astype(int), -1))
    print("guessed", use.sum(), "blocks on", len(set(table.page[use])), "pages")


def pack(vocabulary, forests):
    lists = [forest.pack_list(words) for words in vocabulary]
    return b"".join(lists + [forest.pack(trees, shift=3, is_coarse=True) for trees in forests])


def grown(models):
    return [forest.structures(model) for model in models]


def report(name, table, scores):
    for corpus in WEIGHTS:
        at = (table.corpus == corpus) & ((table.label == 0) | (table.label == 1))
        if not at.any():
            continue
        y, w, hit = table.y[at], table.words[at] + 0.0, scores[at] > 0
        tp, fp, fn = (w * (y & hit)).sum(), (w * (~(y > 0) & hit)).sum(), (w * (y & ~hit)).sum()
        print(f"{name} {corpus:<12} words P {tp/(tp+fp):.4f} R {tp/(tp+fn):.4f}", flush=True)


def blocks():
    """The bytes of lists, both forests of blocks and the forest of standfirsts: one each fold, and
    the last of all pages."""
    vocabularies = []
    bags = []
    if not args.lists:
        plain = features("plain")
        table = Table(plain)
        bags = vocabulary(plain, table)
    for fold in range(FOLDS + 1):
        if args.lists:
            lists = json.load(open(args.lists / f"fold-{fold}.json"))
        else:
            lists = [bag.fit(table, table.fold != fold, kept, sites) for bag, kept, sites in bags]
        vocabularies.append(lists)
        json.dump(lists, open(args.work / f"fold-{fold}.json", "w"))
    first = features("first", "--vocabularies", args.work)
    table = Table(first, FEATURES)
    scores, models = out_of_fold(table, FIRST_TREES, **FIRST)
    report("first ", table, scores)
    context = in_context(scores)
    final, seconds = out_of_fold(context, SECOND_TREES)
    report("second", context, final)
    guess(context, final)
    gain = seconds[0].feature_importance("gain")
    print("gain", [(int(i), int(gain[i])) for i in np.argsort(-gain)[:40]])
    write(pack(vocabularies[fold], grown([models[fold], seconds[fold]])) for fold in range(FOLDS))
    lead = lead_rows()
    leads = [lead.train(lead.fold != fold) for fold in range(FOLDS)]
    lead.report(leads, WEIGHTS)
    # the last lists were fitted without any fold left out
    models.append(train(table, table.known, FIRST_TREES, **FIRST))
    seconds.append(train(context, context.known, SECOND_TREES))
    leads.append(lead.train(lead.fold >= 0))
    return [pack(lists, grown(forests)) for lists, *forests in zip(vocabularies, models, seconds, leads)]


def earlier(folder):
    """The lists and forests of an earlier run: one each fold, and the last of all pages."""
    return [forest.unpack((folder / name).read_bytes(), lists=2) for name in NAMES]


def lead_rows():
    folder = features("lead", "--vocabularies", args.work, "--models", args.work)
    return Lead(folder, Table(folder, guesses=False))


def page_rows():
    return Pages(features("pages", "--models", args.work))


def kept():
    """The same bytes as an earlier run left them."""
    return [pack(lists, forests[:3]) for lists, forests in earlier(args.keep)]


def in_context(scores):
    """The rows of the second stage under these scores of the first."""
    path = args.work / "scores.i32"
    np.round(scores * forest.SCORE_UNIT).astype("<i4").tofile(path)
    folder = features("second", "--vocabularies", args.work, "--scores", path)
    return Table(folder, CONTEXT, "context.i16")


def refitted():
    """The bytes of an earlier run's forests, refitted. Blocks without a label have what those forests guess."""
    refit = Refit(earlier(args.refit))
    for fold, lists in enumerate(refit.lists):
        json.dump(lists, open(args.work / f"fold-{fold}.json", "w"))
    first = features("first", "--vocabularies", args.work)
    table = Table(first, FEATURES)
    context = in_context(scored(refit.before[0], forest.coarse(table.x), table.fold))
    guess(context, scored(refit.before[1], forest.coarse(context.x), table.fold))
    args.guesses = args.work / "guesses.npy"

    def stage(rows, x, known, weights=REFIT_WEIGHTS):
        for corpus, weight in weights.items():
            rows.weight[rows.corpus == corpus] *= weight
        return refit.stage(x, rows.fold, rows.y, rows.weight, known)

    def blocks(name, table):
        scores = stage(table, forest.coarse(table.x), table.known)
        report(name, table, scores)
        return scores

    blocks("second", in_context(blocks("first ", Table(first, FEATURES))))
    for rows_of, weights in ((lead_rows, REFIT_WEIGHTS), (page_rows, {})):
        write(pack(*model) for model in refit.models())
        rows = rows_of()
        stage(rows, rows.x, np.arange(len(rows.y)), weights)
    return [pack(*model) for model in refit.models()]


def write(models):
    for name, binary in zip(NAMES, models):
        (args.work / name).write_bytes(binary)


def main():
    if args.refit:
        return write(refitted())
    *folds, whole = kept() if args.keep else blocks()
    write(folds)
    pages = page_rows()
    forests = [pages.train(pages.fold != fold) for fold in range(FOLDS)]
    pages.report(forests, FOLDS, WEIGHTS)
    forests.append(pages.train(pages.fold >= 0))
    write(binary + pack([], grown([model])) for binary, model in zip([*folds, whole], forests))


if __name__ == "__main__":
    main()
