"""Answers each line of NDJSON with what trafilatura finds in its HTML, on all cores."""

import json
import logging
import os
import sys
from multiprocessing import Pool

import trafilatura


def answer(line):
    page = json.loads(line)
    return json.dumps({"id": page["id"], "text": trafilatura.extract(page["html"]) or ""})


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    with Pool(os.cpu_count()) as pool:
        for out in pool.imap(answer, sys.stdin, chunksize=4):
            print(out)
