"""Batches of windows of like length, as tensors."""

import random

import torch
from torch import Tensor

from .windows import Window, allowed_tags

Batch = dict[str, Tensor]


def batches(windows: list[Window], pieces_each: int, rng: random.Random | None) -> list[list[Window]]:
    """Groups of windows of at most `pieces_each` pieces after padding; shuffled with `rng`, else in order of length."""
    order = sorted(windows, key=lambda w: len(w) + (rng.random() * 6 if rng else 0))
    groups: list[list[Window]] = []
    group: list[Window] = []
    for window in order:
        if group and max(len(window), len(group[-1])) * (len(group) + 1) > pieces_each:
            groups.append(group)
            group = []
        group.append(window)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def tensors(group: list[Window]) -> Batch:
    """Padded arrays; `words` is true where there is a word, `same` where two words share a sentence."""
    pieces, words = max(len(w) for w in group), max(len(w.first) for w in group)

    def pad(name: str, length: int, value: int) -> Tensor:
        return torch.tensor([getattr(w, name) + [value] * (length - len(getattr(w, name))) for w in group])

    sentence = pad("sentence", words, -1)
    nothing = [True] * len(allowed_tags(None))
    rows = {None: nothing}
    for w in group:
        for tags in w.names:
            if tags not in rows:
                rows[tags] = allowed_tags(tags)
    return {
        "ids": pad("ids", pieces, 0),
        "shapes": pad("shapes", pieces, 0),
        "first": pad("first", words, 0),
        "words": sentence >= 0,
        "same": (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None],
        "starts": pad("starts", words, -100),
        "upos": pad("upos", words, -100),
        "xpos": pad("xpos", words, -100),
        "heads": pad("heads", words, -100),
        "relations": pad("relations", words, -100),
        "names": torch.tensor([[rows[t] for t in w.names] + [nothing] * (words - len(w.names)) for w in group]),
        "named": torch.tensor([[t is not None for t in w.names] + [False] * (words - len(w.names)) for w in group]),
    }


def mask_arcs(arcs: Tensor, same: Tensor) -> Tensor:
    """Arc scores with all but the root and the other words of the same sentence shut out."""
    batch, words, _ = arcs.shape
    open_ = torch.cat([torch.ones(batch, words, 1, dtype=torch.bool), same & ~torch.eye(words, dtype=torch.bool)], 2)
    return arcs.float().masked_fill(~open_, -1e9)
