"""From the data to models/en/: python -m demarche_training.main --data ../../shared/data --out ../models/en"""

import argparse
import os
import time

import torch

from . import data as sets
from .development import Development, find_names
from .export import export
from .model import Model
from .pieces import Pieces
from .train import train
from .windows import Labels


def restore(checkpoint: str, labels: Labels) -> Model:
    model = Model(labels)
    model.load_state_dict(torch.load(checkpoint, weights_only=False)["state"])
    return model


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

    development = Development(data, pieces)

    def keep(model, name: str) -> None:
        torch.save({"state": model.state_dict(), "labels": data.labels}, name)

    sets.label_names(data)
    if a.first_epochs:
        name = os.path.join(a.build, "first.pt")
        first = restore(name, data.labels) if os.path.exists(name) else None
        if first is None:
            first = train(data.labels, sets.drawer(data, pieces, a.share), a.first_epochs, development.check)
            keep(first, name)
        sets.label_names(data, find_names(first, data.trees + data.silver_names, data, pieces))
        print("names labelled by both teachers", flush=True)
    if a.epochs:

        def check_and_keep(model) -> str:
            keep(model, checkpoint)
            return development.check(model)

        start = restore(a.start, data.labels) if a.start else None
        train(data.labels, sets.drawer(data, pieces, a.share), a.epochs, check_and_keep, start, seed=1)
        export(checkpoint, a.out)


if __name__ == "__main__":
    main()
