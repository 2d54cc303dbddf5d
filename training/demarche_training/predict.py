"""Greedy predictions and their scores on development data; the program's own figures come from `demarche evaluate`."""

from collections import Counter

import torch

from .batches import batches, mask_arcs, side_scores, tensors
from .model import Model
from .name_sets import iob_spans
from .name_types import TAGS, Span
from .quotation_sets import ROLES
from .windows import Labels, Window


def run(model: Model, windows: list[Window], pieces_each: int = 4096):
    """Yields (windows, tensors, raw scores) of each batch."""
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in batches(windows, pieces_each, None):
            batch = tensors(group)
            yield group, batch, model(batch["ids"], batch["shapes"], batch["first"])
    model.train()


def score_syntax(model: Model, windows: list[Window], labels: Labels) -> dict[str, float]:
    """Universal and Penn tags, UAS, LAS (universal part of the label) and F1 of sentence starts, in per cent."""
    universal = torch.tensor([sorted({r.split(":")[0] for r in labels.relations}).index(r.split(":")[0]) for r in labels.relations])
    n = upos_right = xpos_right = uas = las = hit = told = gold_starts = 0
    for _, batch, scores in run(model, windows):
        heads = mask_arcs(scores.arcs, batch["same"]).argmax(-1)
        relations = model.relations(scores.dependent, scores.governor, heads).argmax(-1)
        words = batch["words"]
        right = heads == batch["heads"]
        n += words.sum().item()
        upos_right += (scores.upos.argmax(-1) == batch["upos"])[words].sum().item()
        xpos_right += (scores.xpos.argmax(-1) == batch["xpos"])[words].sum().item()
        uas += right[words].sum().item()
        las += (right & (universal[relations] == universal[batch["relations"].clamp(min=0)]))[words].sum().item()
        known = batch["starts"] >= 0
        said = scores.starts.argmax(-1) == 1
        hit += (said & (batch["starts"] == 1) & known).sum().item()
        told += (said & known).sum().item()
        gold_starts += (batch["starts"] == 1).sum().item()
    f = 2 * hit / max(1, told + gold_starts)
    return {k: round(100 * v, 2) for k, v in dict(upos=upos_right / n, xpos=xpos_right / n, uas=uas / n, las=las / n, starts=f).items()}


def names_of(model: Model, windows: list[Window]) -> dict[int, list[Span]]:
    """For each window (by id()), spans of names over its words."""
    out = {}
    for group, _, scores in run(model, windows):
        best = scores.names.argmax(-1).tolist()
        for window, row in zip(group, best):
            out[id(window)] = iob_spans([TAGS[t] for t in row[: len(window.first)]])
    return out


def score_names(model: Model, windows: list[Window], gold: list[list[tuple[int, int, tuple[str, ...]]]]) -> float:
    """F1 of exact spans whose type is one that the gold's coarse type covers; gold spans are by window."""
    found = names_of(model, windows)
    hit = said = told = 0
    kinds = {t for spans in gold for _, _, types in spans for t in types}
    for window, spans in zip(windows, gold):
        mine = [s for s in found[id(window)] if s[2] in kinds]
        hit += sum(any(s[:2] == g[:2] and s[2] in g[2] for g in spans) for s in mine)
        said += len(mine)
        told += len(spans)
    return round(200 * hit / max(1, said + told), 2)


def score_roles(model: Model, windows: list[Window]) -> dict[str, float]:
    """F1 of the words of each role in attributions, and share of spans' first words that find their cue, in per cent."""
    hit, said, told = Counter(), Counter(), Counter()
    linked = links = 0
    for _, batch, scores in run(model, windows):
        known = batch["roles"] >= 0
        for gold, guess in zip(batch["roles"][known].tolist(), scores.roles.argmax(-1)[known].tolist()):
            gold, guess = ROLES[gold][2:], ROLES[guess][2:]
            told[gold] += 1
            said[guess] += 1
            hit[gold] += gold == guess
        asked = batch["cues"] >= 0
        best = scores.links.float().masked_fill(~batch["words"][:, None, :], -1e9).argmax(-1)
        linked += (best == batch["cues"])[asked].sum().item()
        links += asked.sum().item()
    out = {r: round(200 * hit[r] / max(1, said[r] + told[r]), 1) for r in ("content", "cue", "source")}
    return {**out, "links": round(100 * linked / max(1, links), 1)}


def score_events(model: Model, windows: list[Window]) -> dict[str, float]:
    """Words that tell an event, found and typed, as precision, recall and F1 of the likeliest label; and of the marked
    ones how many statuses, sources and targets are right, in per cent."""
    hit = typed = said = told = status = 0
    right, asked = [0, 0], [0, 0]
    for _, batch, scores in run(model, windows):
        gold, best = batch["acts"], scores.acts.argmax(-1)
        read = gold >= 0
        hit += ((gold > 0) & (best > 0) & read).sum().item()
        typed += ((gold > 0) & (best == gold) & read).sum().item()
        said += ((best > 0) & read).sum().item()
        told += (gold > 0).sum().item()
        status += (scores.statuses.argmax(-1) == batch["statuses"])[gold > 0].sum().item()
        if "side_of" not in batch:
            continue
        for n, own in enumerate(side_scores(scores.sides, batch).argmax(1).tolist()):
            side = batch["side_of"][n, 2].item()
            asked[side] += 1
            right[side] += batch["side_right"][n, own].item()
    f = lambda n: dict(p=100 * n / max(1, said), r=100 * n / max(1, told), f=200 * n / max(1, said + told))
    out = {**{f"found {k}": v for k, v in f(hit).items()}, **{f"typed {k}": v for k, v in f(typed).items()}}
    out["status"] = 100 * status / max(1, told)
    out |= {name: 100 * r / max(1, n) for name, r, n in zip(("source", "target"), right, asked)}
    return {k: round(v, 1) for k, v in out.items()}
