"""From the data to models/en/: python -m demarche_training.main --data ../../shared/data --out ../models/en"""

import argparse
import os
import time

import torch

from . import data as sets
from .development import Development, find_names, placed
from .event_sets import is_kept_apart
from .event_teacher import load_event_teacher
from .export import export
from .large_encoder import LargeEncoder, unpack
from .mean import mean_of
from .model import Model
from .pieces import Pieces
from .restore import saved_weights
from .soft_events import add_soft_events
from .soft_labels import add_soft_labels
from .train import train

LARGE_ENCODER_RATE = 6e-5


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with syntax/, names/, text/, quotations/")
    parser.add_argument("--out", required=True, help="folder that the weights go to")
    parser.add_argument("--build", default="build", help="folder for what can be made again")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--teacher-epochs", type=int, default=3, help="epochs of the larger model that the other learns from")
    parser.add_argument("--share", type=float, default=0.5, help="share of these texts met in each epoch")
    parser.add_argument("--every", type=int, default=2, help="every n-th of the texts without trees is used")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--all-genres", action="store_true", help="with GUM's non-commercial genres, to measure what they are worth")
    parser.add_argument("--start", help="checkpoint to go on from, with a fresh schedule, or a folder of exported weights")
    parser.add_argument("--teacher", help="such weights of the small model, whose word on trees and names is taken for the larger one's")
    parser.add_argument("--pace", type=float, default=1, help="multiplies all learning rates of the small model")
    parser.add_argument("--names", type=float, default=1, help="multiplies the weight of the names' loss")
    parser.add_argument("--seed", type=int, default=1, help="of the small model's heads and of the order of its data")
    parser.add_argument("--events", help="file of reports that were read whole, as training/acts/sentences.ts writes it")
    parser.add_argument("--event-teacher", action="store_true", help="learn events also from the word of the larger model that event_teacher.py left in --build")
    parser.add_argument("--event-texts", type=int, default=1, help="with it, every n-th of the texts gets that word")
    parser.add_argument("--gold", type=float, default=1, help="share of trees and gold names met in each epoch")
    parser.add_argument("--mean", nargs="+", metavar="CHECKPOINT=SHARE", help="only make and export the mean of checkpoints, or of folders of exported weights")
    parser.add_argument("--export-only", action="store_true", help="export the checkpoint that is in --build")
    return parser.parse_args()


def main() -> None:
    a = arguments()
    torch.set_num_threads(a.threads)
    began = time.time()
    checkpoint = os.path.join(a.build, "model.pt")
    if a.mean:
        mean_of([(path, float(share)) for path, share in (m.rsplit("=", 1) for m in a.mean)], checkpoint)
    if a.mean or a.export_only:
        export(checkpoint, a.out)
        return
    pieces = Pieces()
    data = sets.load(a.data, a.build, a.all_genres)
    unread = [d for d in data.texts[:: a.event_texts] if not is_kept_apart(d.source)]
    data.texts = data.texts[:: a.every]
    if a.events:
        sets.add_events(data, a.events)
    development = Development(data, pieces)
    print(f"data read after {time.time() - began:.0f}s", flush=True)

    teacher = small_model(data, a.teacher) if a.teacher else teach(a, data, pieces, development)
    for documents in (data.trees, data.gold_names, data.texts, data.events):
        add_soft_labels(teacher, placed(documents, data, pieces))
    sets.label_names(data, find_names(teacher, data.trees, data, pieces))
    del teacher
    if a.event_teacher:
        teacher = load_event_teacher(data.labels, a.build)
        add_soft_events(teacher, placed(data.events + unread, data, pieces))
        del teacher
        known = set(map(id, data.texts))
        data.texts += [d for d in unread if id(d) not in known]
    print(f"soft labels after {time.time() - began:.0f}s", flush=True)

    def check(model: Model) -> str:
        torch.save({"state": model.state_dict(), "labels": data.labels}, checkpoint)
        return development.check(model)

    torch.manual_seed(a.seed)
    model = small_model(data, a.start)
    train(model, sets.drawer(data, pieces, a.share, a.gold), a.epochs, check, seed=a.seed, pace=a.pace, names=a.names)
    export(checkpoint, a.out)


def small_model(data: sets.Data, weights: str | None) -> Model:
    """The small model, with weights of a checkpoint or of a folder of exported ones, or with those of MiniLM and new heads."""
    model = Model(data.labels)
    if weights:
        model.load_state_dict(saved_weights(weights)["state"], strict=False)
    return model


def teach(a: argparse.Namespace, data: sets.Data, pieces: Pieces, development: Development) -> Model:
    """The larger model, trained on trees and gold names alone; kept in --build, so that a second run is quick."""
    name = os.path.join(a.build, "teacher.pt")
    torch.manual_seed(3)
    teacher = Model(data.labels, LargeEncoder(unpack(a.build)))
    if os.path.exists(name):
        # It has no word on attributions.
        teacher.load_state_dict(torch.load(name), strict=False)
        return teacher
    sets.gold_names_only(data)

    def check(model: Model) -> str:
        torch.save(model.state_dict(), name)
        return development.check(model)

    return train(teacher, sets.drawer(data, pieces, 0), a.teacher_epochs, check, LARGE_ENCODER_RATE, seed=3)


if __name__ == "__main__":
    main()
