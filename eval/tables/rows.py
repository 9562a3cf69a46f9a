#!/usr/bin/env python3
"""Makes the rows of src/language/english.txt and others.txt: the words that sentence rules and language detection look up.

    eval/tables/rows.py [DATA]

Sources, in this order; a word is kept where it is found first:
  own curation   eval/tables/curated.toml
  CLDR           segmentation suppressions of the npm package cldr-segments-full (Unicode License v3). They come
                 without classes, so each has to prove itself: with DATA (see eval/README.md) a suppression
                 is kept if the treebanks have it with a full stop at least MIN_SEEN times and no more than
                 one in MAX_ENDS of these ends a sentence. It then counts as ambiguous.
  counts         the same treebanks, without those whose licence is NC. Without DATA the counts of
                 eval/tables/counted.json stand.

From how many function words on a page's claim stands without a look at other languages ("enough", per cent) is counted
in the same way, by texts of the treebanks in other languages.

What a rule of src/sentence covers is left out: titles of one letter or of letters and dots in cased scripts, and
starters that are function words. The order within a list, also of the openers and verbs that stand behind the rows
and are kept as they are else, means nothing to the core: it is searched for the fewest bytes on the wire, which takes
some minutes and goes on from the order that the files have. Prints the bytes of each part. Deterministic.
"""

import argparse
import collections
import gzip
import json
import math
import pathlib
import random
import re
import subprocess
import tarfile
import tempfile
import tomllib
import zlib

HERE = pathlib.Path(__file__).parent
LANGUAGE = HERE.parent.parent / "src" / "language"
COUNTED = HERE / "counted.json"
CLDR = "cldr-segments-full@46.1.0"
MIN_SEEN = 2
MAX_ENDS = 4
# Of a text's words, per cent: what another language must have over the claimed one (MARGIN in src/language/detect.rs),
# and what is enough at the least.
WINS_BY = 12
LEAST_ENOUGH = 5
# Of texts in other languages, those that may be taken for what they wrongly claim, before another language is looked at.
WRONG = 0.05
# English's own, seen on pages: of 783 that claim English 37 have less, 31 of these less than 5 (another language, a table,
# next to no text).
ENGLISH_ENOUGH = 15
# Characters of a text that a language is told from, about as many as of a page.
SAMPLE = 2000
# Moves tried in the search for the best order, ten minutes.
MOVES = 300_000
# As in src/sentence/rules.rs: letters that are words rather than abbreviations, unless listed.
VOWELS = set("aeiouyýаеиоуыэюяіїєй")
# Letters that src/language/rows.rs reads.
SCRIPTS = {
    "Latin": "L", "Cyrillic": "C", "Greek": "G", "Armenian": "Y", "Georgian": "K", "Arabic": "A", "Hebrew": "B",
    "Indic": "I", "Han": "H", "Kana": "J", "Hangul": "U", "Southeast": "S", "Ethiopic": "E",
}  # fmt: skip
# Those that one block of Unicode after the other divides.
BLOCKS = {"Indic", "Southeast"}
CASED = {"Latin", "Cyrillic", "Greek", "Armenian"}
# Letters that a rule knows as initials, but that names with an article follow: "M. Le Goff".
KEPT = {("fr", "m")}
# The first field that is a list of words, of rows, openers and verbs.
FIRST_LIST = (5, 1, 1)
ABBREVIATIONS = ["titles", "before_number", "ambiguous", "endings"]
# Treebanks that may be measured on but not counted (licence NC).
NOT_COUNTED = re.compile(
    "GUM|Italian|PDB|Ukrainian-IU|HDTB|IMST|GDT|HTB|UDTB|BTB|Szeged|EDT|BDT|CTG|TTB|FicTree"
)


def suppressions():
    """Abbreviations of CLDR by language, in small letters and without the last full stop."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", CLDR], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(pathlib.Path(folder).glob("*.tgz"))) as archive:
            for member in archive.getmembers():
                match = re.search(r"segments/([a-z]+)/suppressions\.json$", member.name)
                if match:
                    text = archive.extractfile(member).read().decode()
                    words = re.findall(r'"suppression": "([^"]+)"', text)
                    found[match[1]] = sorted({w.lower().replace(" ", "").rstrip(".") for w in words})
    return found


def count(data, wanted):
    """How often each wanted word stands with a full stop, and how often that ends a sentence."""
    counts = {}
    for language, words in wanted.items():
        seen, ends = collections.Counter(), collections.Counter()
        for document in treebank(data, language):
            for sentence in document["sentences"]:
                tokens = [token.strip("()[]\"'«»„“”").lower() for token in sentence.split()]
                for at, token in enumerate(tokens):
                    if token.endswith(".") and token[:-1] in words:
                        seen[token[:-1]] += 1
                        ends[token[:-1]] += at + 1 == len(tokens)
        counts[language] = {word: [seen[word], ends[word]] for word in sorted(seen)}
    return counts


def treebank(data, language):
    """The documents that may be counted."""
    path = pathlib.Path(data) / "sentences" / "dev" / f"{language}.jsonl"
    for line in path.open() if path.exists() else []:
        document = json.loads(line)
        if not NOT_COUNTED.search(document.get("treebank", "")):
            yield document


def samples(data, language):
    text = ""
    for document in treebank(data, language):
        text += document["text"] + " "
        if len(text) >= SAMPLE:
            yield re.findall(r"[^\W_]+", text.lower())
            text = ""


def enough(data, curated):
    """Of each row's function words, per cent of a text, from which on a claim of its language stands at once: a claim
    that is wrong has as many in one text of twenty. None where the script tells."""
    words = {code: set(row.get("function_words", "").split()) for code, row in curated.items()}
    alike = {code: [other for other in curated if fits(curated[other], curated[code])] for code in curated}
    lost = {code: [] for code in curated}
    for language in curated:
        for sample in samples(data, language):
            share = {code: 100 * sum(word in words[code] for word in sample) / len(sample) for code in alike[language]}
            for code in share:
                best = max((share[other] for other in share if other != code), default=0)
                if best > share[code] + WINS_BY:
                    lost[code].append(share[code])
    found = {}
    for code, shares in lost.items():
        most = sorted(shares)[int(len(shares) * (1 - WRONG))] if shares else 0
        rivals = [other for other in alike[code] if other != code and words[other]]
        found[code] = max(LEAST_ENOUGH, math.ceil(most)) if rivals else 0
    return found | {"en": ENGLISH_ENOUGH}


def fits(row, other):
    """Whether two rows are not told apart by their letters: one script and, of India's and Southeast Asia's, one block."""
    return row["script"] == other["script"] and (row["script"] not in BLOCKS or block(row) == block(other))


def block(row):
    return max(map(ord, row.get("function_words") or " ")) // 0x80


def covered(word, field, script):
    """Whether a rule knows the abbreviation without a list. One letter behind a number is a unit to the rule."""
    if field == "endings" or (field == "ambiguous" and len(word) == 1) or word in VOWELS:
        return False
    parts = word.split(".")
    short = all(len(part) <= 2 and part.isalpha() for part in parts)
    return script in CASED and (len(word) == 1 or len(parts) > 1 and short)


class Table:
    """A file of the registry: rows, openers and verbs, each a list of lines, a line a list of fields."""

    def __init__(self, path):
        self.path = path
        self.parts = [[line.split("|") for line in part.split("\n")] for part in path.read_text().strip().split("\n\n")]

    def replace_rows(self, rows):
        """Takes rows, each list in the order that the last search found, new words behind."""
        before = {tuple(row[:2]): row for row in self.parts[0]}
        for row in rows:
            for at, words in enumerate(before.get(tuple(row[:2]), row)[FIRST_LIST[0] :], FIRST_LIST[0]):
                left = set(row[at].split())
                order = [word for word in words.split() if word in left]
                row[at] = " ".join([*order, *sorted(left.difference(order))])
        self.parts[0] = rows

    def text(self):
        return "\n\n".join("\n".join(map("|".join, part)) for part in self.parts) + "\n"

    def packed(self):
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
        return len(deflate.compress(self.text().encode()) + deflate.flush())

    def search_order(self):
        """Moves runs of words about within their lists, and keeps each move that does not cost."""
        lists = [
            (line, at)
            for part, first in zip(self.parts, FIRST_LIST)
            for line in part
            for at in range(first, len(line))
            if " " in line[at]
        ]
        best = self.packed()
        chance = random.Random(1)
        for _ in range(MOVES):
            line, at = chance.choice(lists)
            words = line[at].split()
            start, count = chance.randrange(len(words)), chance.choice([1, 1, 2, 3, 5])
            moved, rest = words[start : start + count], words[:start] + words[start + count :]
            place = chance.randrange(len(rest) + 1)
            before, line[at] = line[at], " ".join(rest[:place] + moved + rest[place:])
            size = self.packed()
            if size <= best:
                best = size
            else:
                line[at] = before


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", help="the folder that eval/README.md describes: counts anew")
    data = parser.parse_args().data
    curated = tomllib.loads((HERE / "curated.toml").read_text())
    if data:
        known = {c: set(" ".join(r.get(f, "") for f in ABBREVIATIONS).split()) for c, r in curated.items()}
        wanted = {c: set(words) - known[c] for c, words in suppressions().items() if c in curated}
        found = {"suppressions": count(data, wanted), "enough": enough(data, curated)}
        COUNTED.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    counted = json.loads(COUNTED.read_text())
    for code, words in counted["suppressions"].items():
        proved = [w for w, (seen, ends) in words.items() if seen >= MIN_SEEN and ends * MAX_ENDS <= seen]
        row = curated[code]
        row["ambiguous"] = " ".join([row.get("ambiguous", ""), *proved]).strip()

    rows = {}
    for code, row in curated.items():
        taken = set()
        fields = {}
        # An ending that is listed as a title too is an ending: the titles would hide it.
        for field in ["endings", "titles", "before_number", "ambiguous"]:
            words = [w for w in dict.fromkeys(row.get(field, "").split()) if w not in taken]
            taken.update(words)
            fields[field] = [w for w in words if (code, w) in KEPT or not covered(w, field, row["script"])]
        function_words = list(dict.fromkeys(row.get("function_words", "").split()))
        fields["starters"] = [w for w in row.get("starters", "").split() if w not in function_words]
        fields["function_words"] = function_words
        rows[code] = fields

    lines = []
    for code, fields in rows.items():
        row = curated[code]
        ordinals = str(int(row.get("capitals", False))) * row.get("ordinals", 0)
        claim = str(counted["enough"][code] or "")
        head = [code.split("-")[0], SCRIPTS[row["script"]], claim, ordinals, row.get("terminators", "")]
        words = [" ".join(fields[f]) for f in ABBREVIATIONS + ["starters", "function_words"]]
        lines.append(head + words)
    is_english = [line[0] == "en" for line in lines]
    for name, wanted in [("english", True), ("others", False)]:
        table = Table(LANGUAGE / f"{name}.txt")
        table.replace_rows([line for line, english in zip(lines, is_english) if english == wanted])
        if not wanted:
            table.search_order()
        text = table.text()
        table.path.write_text(text)
        print(f"{table.path.name}: {len(text.encode())} bytes, {len(packed(text))} gzip")
        for part, first, what in zip(table.parts, FIRST_LIST, ["rows", "openers", "verbs"]):
            words = "\n".join("|".join(line[first:]) for line in part)
            print(f"  words of {len(part)} {what}: {len(packed(words))} gzip alone")


def packed(text):
    return gzip.compress(text.encode(), 9, mtime=0)


if __name__ == "__main__":
    main()
