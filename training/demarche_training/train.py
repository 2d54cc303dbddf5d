"""The training loop: AdamW, linear decay, and a running mean of the weights, which is what is kept."""

import copy
import random
import time

import torch

from .batches import batches, tensors
from .loss import losses, total
from .model import Model
from .windows import Window, distort

ENCODER_RATE, HEAD_RATE = 3e-4, 1e-3
PIECES = 3000
WARM_UP = 0.06


def train(
    model: Model,
    draw,
    epochs: int,
    check,
    encoder_rate: float = ENCODER_RATE,
    seed: int = 0,
    pace: float = 1,
    names: float = 1,
    losses=losses,
    pieces_each: int = PIECES,
) -> Model:
    """`draw(rng)` gives an epoch's windows, `check(model)` a line of figures after each epoch. Returns the mean model.

    The order is drawn from `seed`; the weights that `model` starts with are the caller's. `pace` multiplies all learning
    rates, `names` the weight of the names' loss; `losses` gives a batch's losses from the model's scores."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    mean = copy.deepcopy(model).requires_grad_(False)
    encoder = set(map(id, model.encoder.parameters()))
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in model.parameters() if id(p) in encoder], "lr": encoder_rate * pace},
            {"params": [p for p in model.parameters() if id(p) not in encoder], "lr": HEAD_RATE * pace},
        ],
        weight_decay=0.01,
        fused=True,
    )
    rates = [g["lr"] for g in optimizer.param_groups]
    steps_each = len(batches(draw(random.Random(seed)), pieces_each, random.Random(seed)))
    steps, step, began = steps_each * epochs, 0, time.time()
    for epoch in range(epochs):
        windows: list[Window] = [distort(w, rng) for w in draw(rng)]
        for group in batches(windows, pieces_each, rng):
            done = min(1.0, step / steps)
            factor = min(1.0, done / WARM_UP + 1e-3) * max(0.01, 1 - done)
            for g, rate in zip(optimizer.param_groups, rates):
                g["lr"] = rate * factor
            with torch.autocast("cpu", dtype=torch.bfloat16):
                batch = tensors(group)
                parts = losses(model(batch["ids"], batch["shapes"], batch["first"]), batch, model)
            optimizer.zero_grad()
            total(parts, names).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 4 == 0:
                decay = min(0.99, step / (step + 40))
                with torch.no_grad():
                    torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), 1 - decay)
            if step % 50 == 0:
                figures = " ".join(f"{k} {v.item():.3f}" for k, v in parts.items())
                print(f"epoch {epoch} step {step}/{steps} {figures} {time.time() - began:.0f}s", flush=True)
        print(f"EPOCH {epoch}: {check(mean)} after {time.time() - began:.0f}s", flush=True)
    return mean
