"""ROUGE of LexRank and TextRank (PyPI sumy), the lead and Standfirst, over the same sentences.

    cargo run --profile eval -p eval -- salience DATA --out SUMMARIES.jsonl
    python3 eval/peers.py SUMMARIES.jsonl [--most N]

The sentences are Standfirst's own, so that only the choice differs. ROUGE is PyPI rouge-score's: F1, stemmed for English,
the best of several references. Needs: sumy, rouge-score.
"""

import argparse
import collections
import json
import re

from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

SIZE = 3
MEASURES = ["rouge1", "rouge2", "rougeLsum"]


class Words:
    """Words for sumy and for ROUGE outside English, without data to download."""

    def to_words(self, text):
        return tuple(re.findall(r"\w+", text.lower()))

    def tokenize(self, text):
        return re.findall(r"\w+", text.lower())


def choose(peer, article):
    sentences = [Sentence(text, Words()) for text in article]
    document = ObjectDocumentModel([Paragraph(sentences)])
    places = {id(sentence): at for at, sentence in enumerate(sentences)}
    return sorted(places[id(sentence)] for sentence in peer(document, SIZE))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("summaries")
    parser.add_argument("--most", type=int, default=100, help="documents a set")
    args = parser.parse_args()
    english = RougeScorer(MEASURES, use_stemmer=True)
    other = RougeScorer(MEASURES, tokenizer=Words())
    peers = {"LexRank": LexRankSummarizer(), "TextRank": TextRankSummarizer()}
    columns = ["lead", *peers, "Standfirst"]
    sums = collections.defaultdict(lambda: collections.defaultdict(lambda: [0.0] * len(MEASURES)))
    counts = collections.Counter()
    for line in open(args.summaries, encoding="utf-8"):
        summary = json.loads(line)
        name, article = summary["set"], summary["article"]
        if counts[name] >= args.most or len(article) < SIZE:
            continue
        counts[name] += 1
        scorer = english if summary["lang"] == "en" else other
        picks = {"lead": range(SIZE), "Standfirst": summary["chosen"]}
        picks |= {peer: choose(summarizer, article) for peer, summarizer in peers.items()}
        for column, pick in picks.items():
            text = "\n".join(article[at] for at in pick)
            scores = max(
                ([scorer.score(reference, text)[m].fmeasure for m in MEASURES] for reference in summary["references"]),
            )
            sums[name][column] = [a + 100 * b for a, b in zip(sums[name][column], scores)]
    print(f"{'R1 / R2 / RLsum':<28}{'docs':>5}" + "".join(f"{column:>24}" for column in columns))
    for name, count in counts.items():
        cells = (" / ".join(f"{v / count:.2f}" for v in sums[name][column]) for column in columns)
        print(f"{name:<28}{count:>5}" + "".join(f"{cell:>24}" for cell in cells))


main()
