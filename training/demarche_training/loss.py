"""What the model is trained to do, head by head."""

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import Batch, mask_arcs, side_scores
from .model import Model, Scores

# Tags and sentence starts are easy and share the encoder with arcs, which are not; few words tell an event.
WEIGHTS = {
    "upos": 0.4,
    "xpos": 0.4,
    "starts": 0.5,
    "arcs": 1.0,
    "relations": 1.0,
    "names": 1.0,
    "roles": 1.0,
    "links": 0.5,
    "acts": 5.0,
    "statuses": 0.4,
    "sides": 1.0,
}


def losses(scores: Scores, batch: Batch, model: Model) -> dict[str, Tensor]:
    """Each head's loss: a sum over its annotated words divided by their number, or by a quarter of all words where
    few are annotated, so that a batch with three annotated words does not shout. "soft_" ones are cross-entropies with
    the larger model's probabilities."""
    floor = batch["words"].sum() / 4
    out = {}
    for name in ("upos", "xpos", "starts", "roles"):
        out[name] = _mean(getattr(scores, name), batch[name], floor)
    arcs = mask_arcs(scores.arcs, batch["same"])
    out["arcs"] = _mean(arcs, batch["heads"], floor)
    relations = model.relations(scores.dependent, scores.governor, batch["heads"].clamp(min=0))
    out["relations"] = _mean(relations, batch["relations"], floor)
    links = scores.links.float().masked_fill(~batch["words"][:, None, :], -1e9)
    out["links"] = _mean(links, batch["cues"], floor / 8)
    out |= event_losses(scores, batch)
    # Several tags may be right where the gold is coarser: the probability of all of them together counts.
    names = scores.names.float()
    right = torch.logsumexp(names.masked_fill(~batch["names"], -1e9), -1) - torch.logsumexp(names, -1)
    out["names"] = -(right * batch["named"]).sum() / batch["named"].sum().clamp(min=floor)
    if "soft_arcs" in batch:
        given = model.relations(scores.dependent, scores.governor, batch["soft_heads"])
        for name, ours in (("upos", scores.upos), ("xpos", scores.xpos), ("names", names), ("arcs", arcs), ("relations", given)):
            soft = batch[f"soft_{name}"]
            out[f"soft_{name}"] = -(soft * F.log_softmax(ours.float(), -1)).sum() / soft.sum().clamp(min=floor)
    return out


def event_losses(scores: Scores, batch: Batch) -> dict[str, Tensor]:
    """The losses of the heads for events, "soft_" ones where the larger model was asked."""
    floor = batch["words"].sum() / 4
    # Few words tell an event: the mean is over them, as far as there are enough.
    out = {"acts": _mean(scores.acts, batch["acts"], floor), "statuses": _mean(scores.statuses, batch["statuses"], floor / 16)}
    if "side_of" in batch:
        out["sides"] = _sides(scores.sides, batch, floor / 16)
    if "soft_acts" in batch:
        soft = batch["soft_acts"]
        out["soft_acts"] = -(soft * F.log_softmax(scores.acts.float(), -1)).sum() / soft.sum().clamp(min=floor)
        window, word = batch["soft_told"].T
        statuses, sides = batch["soft_statuses"], batch["soft_sides"]
        told = F.log_softmax(scores.statuses[window, word].float(), -1)
        out["soft_statuses"] = -(statuses * told).sum() / statuses.sum().clamp(min=floor / 16)
        same = batch["same"][window, word]
        open_ = torch.cat([torch.ones(len(same), 1, dtype=torch.bool), same], 1)[:, None]
        own = scores.sides[window, :, word].float().masked_fill(~open_, -1e9)
        out["soft_sides"] = -(sides * F.log_softmax(own, -1)).sum() / sides.sum().clamp(min=floor / 16)
    return out


def _sides(scores: Tensor, batch: Batch, floor: Tensor) -> Tensor:
    """Whoever of several is found, it is right: what counts is the probability of all of them together."""
    own = side_scores(scores, batch)
    right = torch.logsumexp(own.masked_fill(~batch["side_right"], -1e9), 1) - torch.logsumexp(own, 1)
    return -right.sum() / floor.clamp(min=len(right))


def _mean(scores: Tensor, gold: Tensor, floor: Tensor) -> Tensor:
    told = gold != -100
    total = F.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=-100, reduction="sum")
    return total / told.sum().clamp(min=floor)


def total(parts: dict[str, Tensor], names: float = 1) -> Tensor:
    """The weighted sum; `names` multiplies the weight of the names' losses."""
    weights = {**WEIGHTS, "names": WEIGHTS["names"] * names}
    return sum(weights[name.removeprefix("soft_")] * value for name, value in parts.items())
