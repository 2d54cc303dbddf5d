"""What the larger model says of a sentence, as targets for the smaller one (Hinton et al. 2015, "Distilling the
Knowledge in a Neural Network"; for parsers Kuncoro et al. 2016)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

if TYPE_CHECKING:
    from .model import Model
    from .sentence import Sentence
    from .windows import Window


@dataclass
class SoftLabels:
    """Probabilities in half precision; rows are the sentence's words."""

    upos: np.ndarray  # [words, tags], as xpos and names
    xpos: np.ndarray
    names: np.ndarray
    arcs: np.ndarray  # [words, 1 + words]; column 0 is the root
    heads: np.ndarray  # [words], 1-based, 0 the root: the gold where there is one, else the best arc
    relations: np.ndarray  # [words, relations], given these heads


def add_soft_labels(model: Model, placed: list[tuple[Window, list[tuple[Sentence, int]]]]) -> None:
    """Sets `soft` of every sentence; `placed` are windows with their sentences and the place of each one's first word."""
    from .batches import mask_arcs
    from .predict import run

    inside = {id(window): sentences for window, sentences in placed}
    for group, batch, scores in run(model, [w for w, _ in placed]):
        arcs = mask_arcs(scores.arcs, batch["same"])
        heads = torch.where(batch["heads"] >= 0, batch["heads"], arcs.argmax(-1))
        relations = model.relations(scores.dependent, scores.governor, heads)
        half = lambda t: torch.softmax(t.float(), -1).numpy().astype(np.float16)
        upos, xpos, names, relations, arcs = map(half, (scores.upos, scores.xpos, scores.names, relations, arcs))
        for n, window in enumerate(group):
            for sentence, first in inside[id(window)]:
                end = first + len(sentence.words)
                own = np.concatenate([arcs[n, first:end, :1], arcs[n, first:end, first + 1 : end + 1]], 1)
                head = heads[n, first:end].numpy()
                sentence.soft = SoftLabels(
                    upos[n, first:end].copy(),
                    xpos[n, first:end].copy(),
                    names[n, first:end].copy(),
                    own,
                    np.where(head > 0, head - first, 0).astype(np.int16),
                    relations[n, first:end].copy(),
                )
