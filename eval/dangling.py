"""Counts sentences of English summaries that lost what they refer to, by reading the article too.

    cargo run --profile eval -p eval -- salience DATA --out SUMMARIES.jsonl
    python3 eval/dangling.py SUMMARIES.jsonl [--show N]

The kinds are those of Zhang, Wan and Bansal, "Extractive is not faithful" (2022): coreference that is
incomplete (nobody named before the pronoun) or incorrect (those whom the article names before it are not in the
summary, others are), discourse that is incomplete (the summary opens with a link) or incorrect (the link's
other half was left out), and other misleading cuts (half a quotation, a quotation without its speaker, a
colon). It shares nothing with the engine: it looks for names around every pronoun in the article and asks
whether the summary says them. Needs the standard library only.
"""

import argparse
import collections
import json
import re

HE = set("he him his himself she her hers herself".split())
THEY = set("they them their theirs themselves".split())
POINTERS = set("this that these those such".split())
LINKS = set(
    "but and so or nor yet however therefore thus hence then also moreover furthermore instead otherwise besides "
    "meanwhile nevertheless nonetheless consequently similarly likewise still".split()
)
# What a capital at the start of a sentence says nothing about, and capitals that are nobody.
PLAIN = set(
    "the a an in on at by for from to of with as if it its this that these those there here when while after before since "
    "during under over about more most many some all both each one two three no not nobody what who how why where which "
    "i we you my our your he she they his her their him them and but or so yet nor also however then still now just only "
    "last next first earlier later according despite although though because until once even such".split()
)
NOBODY = set(
    "i i'm i've i'd i'll mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december".split()
)
PERSON = re.compile(
    r"^(?:man|woman|boy|girl|mother|father|mom|dad|wife|husband|son|daughter|brother|sister|suspect|victim|king|queen|"
    r"student|pilot|teen|teenager|child|baby|patient|president|coach|actress|princess|star|judge|chief|hero|cop|guy|"
    r"[a-z]{3,}(?:man|woman|ist|ian|yer))s?$|^(?!(?:over|under|after|never|ever|other|another|water|number|whether|rather|"
    r"either|together|however|later|earlier|former|further|summer|winter|order|letter|paper|power|matter|"
    r"better|major|minor|prior|floor|door|color|labor|error|center|danger|anger|weather|computer|per)$)[a-z]{3,}(?:er|or)s?$"
)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
QUOTES = '"“”'


def words(text):
    return [(m.group(), m.start()) for m in WORD.finditer(text)]


def names(tokens, cased):
    """Places and lower-cased tokens of names."""
    found = []
    for at, (word, _) in enumerate(tokens):
        low = re.sub(r"['’]s$", "", word.lower())
        if not word[0].isupper() or low in NOBODY or not cased:
            continue
        if at == 0 and (low in PLAIN or low.endswith("ly")):
            continue
        found.append((at, low))
    return found


def coreference(article, chosen, place, cased):
    at = chosen[place]
    tokens = words(article[at])
    own = names(tokens, cased)
    said = {name for other in chosen[:place] for _, name in names(words(article[other]), cased)}
    persons_said = any(PERSON.match(w.lower()) for other in chosen[:place] for w, _ in words(article[other]))
    for spot, (word, _) in enumerate(tokens):
        low = word.lower().split("'")[0].split("’")[0]
        several = low in THEY
        if low not in HE and not several:
            continue
        before = [w.lower() for w, _ in tokens[:spot]]
        if any(place_ < spot for place_, _ in own) or any(PERSON.match(w) for w in before):
            return None
        if several and (any(len(w) > 3 and w.endswith("s") for w in before) or {"police", "people", "children"} & set(before)):
            return None
        # "In his speech, Hale said": the name follows its pronoun in the main clause.
        rest = article[at][tokens[spot][1] :]
        if before and "," in rest and any(p for p, _ in names(words(rest.split(",", 1)[1])[:6], cased) if p >= 0):
            return None
        if "," in rest and re.match(r"\s*(?:[A-Z]|the [a-z]+ (?:said|told))", rest.split(",", 1)[1]):
            return None
        if not said and not persons_said:
            if several and place > 0:
                return None
            return "incomplete coreference"
        # Those whom the article names in the three sentences before: is one of them in the summary?
        meant = {n for other in range(max(0, at - 3), at) for _, n in names(words(article[other]), cased)}
        if said and meant and not (meant & said) and at - 1 not in chosen and not persons_said:
            return "incorrect coreference"
        return None
    if cased and tokens and tokens[0][0].lower() in ("it", "its") and at - 1 not in chosen:
        if not re.match(r"(?i)it(?:['’]s| is| was| has been| will be| took| takes)? (?:not )?(?:\w+ )?(?:clear|unclear|likely|possible|difficult|hard|important|time|been|who|that|to)\b", article[at]):
            return "incomplete coreference"
    return None


def discourse(article, chosen, place):
    at = chosen[place]
    tokens = [w.lower() for w, _ in words(article[at])[:3]]
    if not tokens or (at == 0) or at - 1 in chosen:
        return None
    kind = "incomplete discourse" if place == 0 else "incorrect discourse"
    if tokens[0] in LINKS and not (tokens[0] == "so" and tokens[1:2] == ["far"]):
        return kind
    whole = "week month year morning afternoon evening weekend summer winter time".split()
    if tokens[0] in POINTERS and len(tokens) > 1 and tokens[1] not in whole:
        said = " ".join(article[other].lower() for other in chosen[:place])
        noun = tokens[1].rstrip("s")
        if tokens[1] in ("is", "was", "are", "were", "has", "had", "would", "will", "could", "may") or noun not in said:
            return kind
    if tokens[:2] in (["the", "former"], ["the", "latter"], ["the", "other"]) or tokens[0] in ("another", "others"):
        return kind
    return None


def misleading(article, chosen, place):
    text = article[chosen[place]].strip()
    if text.endswith(":") and chosen[place] + 1 not in chosen:
        return "other: colon"
    # What a sentence opens, its neighbours may close.
    first, last = chosen[place], chosen[place]
    while first - 1 in chosen:
        first -= 1
    while last + 1 in chosen:
        last += 1
    run = " ".join(article[first : last + 1])
    whole = run.count("“") == run.count("”") and run.count('"') % 2 == 0
    marks = sum(text.count(mark) for mark in QUOTES)
    if not whole and (text.count("“") != text.count("”") or text.count('"') % 2):
        return "other: half a quotation"
    if marks == 2 and text[0] in QUOTES and text[-1] in QUOTES and chosen[place] - 1 not in chosen:
        return "other: no speaker"
    if text[0] in "'‘" and not re.search(r"['’](?:\W|$)", text[1:]):
        return "other: half a quotation"
    if re.search(r"[.,!?]['’]$", text) and not re.search(r"(?:^|\W)['‘]\w", text):
        return "other: half a quotation"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("summaries")
    parser.add_argument("--show", type=int, default=0, help="print so many of the found sentences a set")
    args = parser.parse_args()
    kinds = collections.defaultdict(collections.Counter)
    chosen_count = collections.Counter()
    shown = collections.Counter()
    for line in open(args.summaries, encoding="utf-8"):
        summary = json.loads(line)
        if summary["lang"] != "en":
            continue
        article, chosen = summary["article"], sorted(summary["chosen"])
        cased = any(c.isupper() for c in " ".join(article))
        for place in range(len(chosen)):
            chosen_count[summary["set"]] += 1
            kind = (
                misleading(article, chosen, place)
                or discourse(article, chosen, place)
                or coreference(article, chosen, place, cased)
            )
            if kind:
                kinds[summary["set"]][kind] += 1
                if shown[summary["set"]] < args.show:
                    shown[summary["set"]] += 1
                    print(f"{summary['set'][:12]} {kind}: {article[chosen[place]][:220]}")
    for name, count in sorted(chosen_count.items()):
        total = sum(kinds[name].values())
        parts = ", ".join(f"{kind} {n}" for kind, n in kinds[name].most_common())
        print(f"{name:<28}{count:>7}{100 * total / count:>7.2f} %  {parts}")
    total = sum(sum(kind.values()) for kind in kinds.values())
    print(f"{'all English':<28}{sum(chosen_count.values()):>7}{100 * total / max(1, sum(chosen_count.values())):>7.2f} %")


main()
