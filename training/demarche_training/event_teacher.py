"""The larger model that learns events alone, so that the small one can learn from its word on many more reports:
python -m demarche_training.event_teacher --data ../../shared/data --events build/sentences.jsonl --build build"""

import argparse
import os
import random

import torch
from torch import Tensor, nn

from . import data as sets
from .large_encoder import LargeEncoder, unpack
from .loss import event_losses
from .model import Model, Scores
from .pieces import Pieces
from .predict import score_events
from .sentence import Document
from .train import train
from .windows import Labels, Window, make_windows

# Word meanings and the lowest layers are left as they are: a third of the time less, and no worse.
FROZEN_LAYERS = 4
RATE = 7e-5
PIECES = 2600


class EventTeacher(Model):
    """The small model's heads over the larger encoder; only those for events are asked and trained."""

    def __init__(self, labels: Labels, build: str, frozen: int = FROZEN_LAYERS) -> None:
        super().__init__(labels, LargeEncoder(unpack(build)))
        mpnet = self.encoder.mpnet
        for part in (mpnet.embeddings, *mpnet.encoder.layer[:frozen]):
            part.requires_grad_(False)
        for layer in mpnet.encoder.layer[:frozen]:
            for module in layer.modules():
                if isinstance(module, nn.Dropout):
                    module.p = 0.0

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> Scores:
        """As the small model's; the scores of all other heads are None."""
        pieces = self.encoder(ids, shapes)
        words = torch.gather(pieces, 1, first[:, :, None].expand(-1, -1, pieces.shape[-1]))
        plain = self.dropout(words)
        return Scores(*[None] * 9, self.acts(plain), self.statuses(plain), self.sides(words))


def event_windows(documents: list[Document], labels: Labels, pieces: Pieces, rng: random.Random | None) -> list[Window]:
    """Windows in which at least one word was read for events."""
    return [w for w in make_windows(documents, labels, pieces, sets.SIZE, rng) if any(act >= 0 for act in w.acts)]


def load_event_teacher(labels: Labels, build: str) -> EventTeacher:
    """The model that `main` below left in `build`."""
    model = EventTeacher(labels, build)
    model.load_state_dict(torch.load(os.path.join(build, "event-teacher.pt"), weights_only=False)["state"])
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--events", required=True, help="file of reports that were read whole, as training/acts/sentences.ts writes it")
    parser.add_argument("--build", default="build")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--rate", type=float, default=RATE, help="learning rate of the encoder")
    parser.add_argument("--frozen", type=int, default=FROZEN_LAYERS, help="how many of the lowest layers stay as they are")
    parser.add_argument("--start", help="an event-teacher.pt to go on from, say with newly marked reports")
    a = parser.parse_args()
    torch.set_num_threads(2)
    pieces = Pieces()
    data = sets.load(a.data, a.build)
    sets.add_events(data, a.events)
    development = event_windows(data.events_dev, data.labels, pieces, None)

    def check(model: Model) -> str:
        torch.save({"state": model.state_dict(), "labels": data.labels}, os.path.join(a.build, "event-teacher.pt"))
        return str(score_events(model, development))

    torch.manual_seed(a.seed)
    draw = lambda rng: event_windows(data.events, data.labels, pieces, rng)
    model = EventTeacher(data.labels, a.build, a.frozen)
    if a.start:
        model.load_state_dict(torch.load(a.start, weights_only=False)["state"])
    train(model, draw, a.epochs, check, a.rate, seed=a.seed, losses=lambda scores, batch, _: event_losses(scores, batch), pieces_each=PIECES)


if __name__ == "__main__":
    main()
