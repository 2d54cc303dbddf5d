"""What the model is trained to do, head by head."""

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import Batch, mask_arcs
from .model import Model

# Tags and sentence starts are easy and share the encoder with arcs, which are not.
WEIGHTS = {"upos": 0.4, "xpos": 0.4, "starts": 0.5, "arcs": 1.0, "relations": 1.0, "names": 1.0}


def losses(model: Model, batch: Batch) -> dict[str, Tensor]:
    """Each head's loss: a sum over its annotated words divided by their number, or by a quarter of all words where
    few are annotated, so that a batch with three annotated words does not shout."""
    upos, xpos, names, starts, arcs, dependent, governor = model(batch["ids"], batch["shapes"], batch["first"])
    floor = batch["words"].sum() / 4
    out = {}
    for name, scores in (("upos", upos), ("xpos", xpos), ("starts", starts)):
        out[name] = _mean(scores, batch[name], floor)
    out["arcs"] = _mean(mask_arcs(arcs, batch["same"]), batch["heads"], floor)
    heads = batch["heads"].clamp(min=0)
    out["relations"] = _mean(model.relations(dependent, governor, heads), batch["relations"], floor)
    # Several tags may be right where the gold is coarser: the probability of all of them together counts.
    scores = names.float()
    right = torch.logsumexp(scores.masked_fill(~batch["names"], -1e9), -1) - torch.logsumexp(scores, -1)
    out["names"] = -(right * batch["named"]).sum() / batch["named"].sum().clamp(min=floor)
    return out


def _mean(scores: Tensor, gold: Tensor, floor: Tensor) -> Tensor:
    told = gold != -100
    total = F.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=-100, reduction="sum")
    return total / told.sum().clamp(min=floor)


def total(parts: dict[str, Tensor]) -> Tensor:
    return sum(WEIGHTS[name] * value for name, value in parts.items())
