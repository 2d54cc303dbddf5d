"""What the larger model says of the events of a sentence, as targets for the smaller one (as `soft_labels.py`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

if TYPE_CHECKING:
    from .event_teacher import EventTeacher
    from .sentence import Sentence
    from .windows import Window

# Of a word that is less likely to tell an event, status and sides are not asked.
FLOOR = 0.02


@dataclass
class SoftEvents:
    """Probabilities in half precision."""

    acts: np.ndarray  # [words, 1 + types]; column 0 is no event
    told: np.ndarray  # [events], places of the words that may tell one
    statuses: np.ndarray  # [events, statuses], times the probability that the word tells an event; as sides
    sides: np.ndarray  # [events, sides, 1 + words]; column 0 is nobody


def add_soft_events(model: EventTeacher, placed: list[tuple[Window, list[tuple[Sentence, int]]]]) -> None:
    """Sets `soft_events` of every sentence; `placed` are windows with their sentences and the place of each one's first word."""
    from .predict import run

    inside = {id(window): sentences for window, sentences in placed}
    for group, _, scores in run(model, [w for w, _ in placed]):
        acts = torch.softmax(scores.acts.float(), -1)
        statuses = torch.softmax(scores.statuses.float(), -1)
        for n, window in enumerate(group):
            for sentence, first in inside[id(window)]:
                sentence.soft_events = _of(acts[n], statuses[n], scores.sides[n].float(), first, first + len(sentence.words))


def _of(acts: torch.Tensor, statuses: torch.Tensor, sides: torch.Tensor, first: int, end: int) -> SoftEvents:
    own = acts[first:end]
    likely = 1 - own[:, 0]
    told = (likely > FLOOR).nonzero()[:, 0]
    rows = sides[:, first + told]
    # Only words of the same sentence, or nobody, may be a side.
    open_ = torch.softmax(torch.cat([rows[:, :, :1], rows[:, :, first + 1 : end + 1]], 2), -1).transpose(0, 1)
    weight = likely[told]
    half = lambda t: t.numpy().astype(np.float16)
    return SoftEvents(half(own), told.numpy(), half(statuses[first + told] * weight[:, None]), half(open_ * weight[:, None, None]))


def soft_event_tensors(group: list[Window], words: int) -> dict[str, torch.Tensor]:
    """`soft_acts` [windows, words, 1 + types], zero where the larger model was not asked; for each likely event its window and
    word (`soft_told`), `soft_statuses` and `soft_sides` [events, sides, 1 + words]; nothing if no window has any."""
    some = next((soft for w in group for _, soft in w.soft_events), None)
    if some is None:
        return {}
    acts = np.zeros((len(group), words, some.acts.shape[1]), np.float32)
    told, statuses, sides = [], [], []
    for n, w in enumerate(group):
        for first, soft in w.soft_events:
            end = first + len(soft.acts)
            acts[n, first:end] = soft.acts
            told += [(n, first + word) for word in soft.told.tolist()]
            statuses.append(soft.statuses)
            row = np.zeros((len(soft.told), soft.sides.shape[1], 1 + words), np.float32)
            row[:, :, 0] = soft.sides[:, :, 0]
            row[:, :, first + 1 : end + 1] = soft.sides[:, :, 1:]
            sides.append(row)
    return {
        "soft_acts": torch.from_numpy(acts),
        "soft_told": torch.tensor(told, dtype=torch.long).reshape(-1, 2),
        "soft_statuses": torch.from_numpy(np.concatenate(statuses).astype(np.float32)),
        "soft_sides": torch.from_numpy(np.concatenate(sides)),
    }
