"""Batches of windows of like length, as tensors."""

import random

import numpy as np
import torch
from torch import Tensor

from .soft_events import soft_event_tensors
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
    # Each set of allowed tags once, as rows of a table: the lists of all words would be a million booleans.
    rows = {None: 0}
    for w in group:
        for tags in w.names:
            rows.setdefault(tags, len(rows))
    allowed = torch.tensor([allowed_tags(tags) for tags in rows])
    which = torch.tensor([[rows[t] for t in w.names] + [0] * (words - len(w.names)) for w in group])
    return {
        **soft_tensors(group, words),
        **soft_event_tensors(group, words),
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
        "names": allowed[which],
        "roles": pad("roles", words, -100),
        "cues": pad("cues", words, -100),
        "acts": pad("acts", words, -100),
        "statuses": pad("statuses", words, -100),
        **side_tensors(group, words),
        "named": which > 0,
    }


def side_tensors(group: list[Window], words: int) -> Batch:
    """For each event and side: its window, word and side, and who is right [sides, 1 + words]; nothing without events."""
    rows = [(n, *side) for n, w in enumerate(group) for side in w.sides]
    if not rows:
        return {}
    right = torch.zeros(len(rows), 1 + words, dtype=torch.bool)
    for row, (_, _, _, places) in enumerate(rows):
        right[row, places] = True
    return {"side_of": torch.tensor([row[:3] for row in rows]), "side_right": right}


def soft_tensors(group: list[Window], words: int) -> Batch:
    """The larger model's probabilities, zero where it was not asked; nothing if no window has any."""
    some = next((soft for w in group for _, soft in w.soft), None)
    if some is None:
        return {}
    size = len(group)
    out = {
        f"soft_{name}": np.zeros((size, words, getattr(some, name).shape[1]), np.float32)
        for name in ("upos", "xpos", "names", "relations")
    }
    arcs = np.zeros((size, words, 1 + words), np.float32)
    heads = np.zeros((size, words), np.int64)
    for n, w in enumerate(group):
        for first, soft in w.soft:
            end = first + len(soft.heads)
            for name in ("upos", "xpos", "names", "relations"):
                out[f"soft_{name}"][n, first:end] = getattr(soft, name)
            arcs[n, first:end, 0] = soft.arcs[:, 0]
            arcs[n, first:end, first + 1 : end + 1] = soft.arcs[:, 1:]
            heads[n, first:end] = np.where(soft.heads > 0, soft.heads + first, 0)
    return {k: torch.from_numpy(v) for k, v in {**out, "soft_arcs": arcs, "soft_heads": heads}.items()}


def mask_arcs(arcs: Tensor, same: Tensor) -> Tensor:
    """Arc scores with all but the root and the other words of the same sentence shut out."""
    batch, words, _ = arcs.shape
    open_ = torch.cat([torch.ones(batch, words, 1, dtype=torch.bool), same & ~torch.eye(words, dtype=torch.bool)], 2)
    return arcs.float().masked_fill(~open_, -1e9)


def side_scores(sides: Tensor, batch: Batch) -> Tensor:
    """Scores [sides, 1 + words] of who may be each event's source or target: nobody, or a word of the same sentence."""
    window, word, side = batch["side_of"].T
    same = batch["same"][window, word]
    open_ = torch.cat([torch.ones(len(same), 1, dtype=torch.bool), same], 1)
    return sides[window, side, word].float().masked_fill(~open_, -1e9)
