"""From the data to models/en/: python -m demarche_training.main --data ../../shared/data --out ../models/en"""

import argparse
import os
import time

import torch

from . import data as sets
from .export import export
from .model import Model
from .pieces import Pieces
from .predict import names_of, score_names, score_syntax
from .train import train
from .windows import make_windows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with syntax/, names/, text/, quotations/")
    parser.add_argument("--out", required=True, help="folder that the weights go to")
    parser.add_argument("--build", default="build", help="folder for what can be made again")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--first-epochs", type=int, default=2, help="epochs of the model that labels names for the second; 0: none")
    parser.add_argument("--share", type=float, default=0.8, help="share of the name sets met in each epoch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--all-genres", action="store_true", help="with GUM's non-commercial genres, to measure what they are worth")
    parser.add_argument("--start", help="checkpoint to go on from, with a fresh schedule")
    parser.add_argument("--export-only", action="store_true", help="export the checkpoint that is in --build")
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    began = time.time()
    pieces = Pieces()
    data = sets.load(a.data, a.build, a.all_genres)
    print(f"data read after {time.time() - began:.0f}s", flush=True)
    checkpoint = os.path.join(a.build, "model.pt")
    if a.export_only:
        export(checkpoint, a.out)
        return

    windows = lambda documents: make_windows(documents, data.labels, pieces, sets.SIZE, None)
    ewt, gum = windows_of_known(windows, data.ewt_dev, data.labels), windows_of_known(windows, data.gum_dev, data.labels)
    conll, conll_gold = [], []
    for document, gold in data.conll_dev:
        for sentence, spans in zip(document.sentences, gold):
            sentence.entities = spans
        made = windows([document])
        conll += made
        at = 0
        for window in made:
            count = window.sentence[-1] + 1
            offset, here = 0, []
            for s, spans in zip(document.sentences[at : at + count], gold[at : at + count]):
                here += [(x + offset, y + offset, t) for x, y, t in spans]
                offset += len(s.words)
            conll_gold.append(here)
            at += count

    def check(model) -> str:
        e, g = score_syntax(model, ewt, data.labels), score_syntax(model, gum, data.labels)
        return f"EWT {e} GUM {g} CoNLL names {score_names(model, conll, conll_gold)}"

    def keep(model, name: str) -> None:
        torch.save({"state": model.state_dict(), "labels": data.labels}, name)

    sets.label_names(data)
    if a.first_epochs:
        name = os.path.join(a.build, "first.pt")
        if os.path.exists(name):
            first = Model(data.labels)
            first.load_state_dict(torch.load(name, weights_only=False)["state"])
        else:
            first = train(data.labels, sets.drawer(data, pieces, a.share), a.first_epochs, check)
            keep(first, name)
        second = second_opinion(first, data.trees + data.silver_names, windows)
        sets.label_names(data, second)
        print("names labelled by both teachers", flush=True)
    if a.epochs:

        def check_and_keep(model) -> str:
            keep(model, checkpoint)
            return check(model)

        start = None
        if a.start:
            start = Model(data.labels)
            start.load_state_dict(torch.load(a.start, weights_only=False)["state"])
        train(data.labels, sets.drawer(data, pieces, a.share), a.epochs, check_and_keep, start, seed=1)
        export(checkpoint, a.out)


def second_opinion(first, documents, windows) -> dict:
    """Names that the first model finds, for each sentence by its id()."""
    made = [(document, windows([document])) for document in documents]
    found = names_of(first, [w for _, several in made for w in several])
    out = {}
    for document, several in made:
        sentences = iter(document.sentences)
        for window in several:
            offset = 0
            for _ in range(window.sentence[-1] + 1):
                s = next(sentences)
                end = offset + len(s.words)
                out[id(s)] = [(x - offset, y - offset, t) for x, y, t in found[id(window)] if offset <= x and y <= end]
                offset = end
    return out


def windows_of_known(windows, documents, labels):
    """Development windows; a relation or tag that training never met becomes one that is always wrong."""
    for document in documents:
        for s in document.sentences:
            s.relations = [r if r in labels.relations else r.split(":")[0] if r.split(":")[0] in labels.relations else "dep" for r in s.relations]
    return windows(documents)


if __name__ == "__main__":
    main()
