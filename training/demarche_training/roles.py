"""Who is source and who is target of what a sentence tells: a log-linear model over all pairs of its phrases, on the
encoder's words as they are. `training/coding/examples.ts` gives the pairs, `coding.py` calls this.

A pair's score is what its heads say as source and as target, the mean of what the words that join them in the tree say,
and what their places say. The right pairs of a sentence together get the probability that the loss asks for: whichever
phrase inside the marked words is taken, it is right."""

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

LAYERS = (3, 5)  # of 0 to 6; the later ones know more of who does what
COLUMNS = ("SOURCE", "TARGET", "JOINS")
# As in `src/event/role-candidates.ts`.
FEATURES = (
    "before sourceAbove targetAbove joined path distance subject bothSubjects siblings bothKnown overlap "
    "sourceOneUp sourceTwoUp targetOneUp targetTwoUp verbsOverSource verbsOverTarget"
).split()
STEPS, DECAY = 60, 5e-4


@dataclass
class Pairs:
    """All pairs of all sentences, sentence by sentence."""

    words: Tensor  # [words, width]
    source: Tensor
    target: Tensor
    joins: Tensor  # [pair, word] and the weight of each, as a list
    weight: Tensor
    features: Tensor
    sentence: Tensor
    right: Tensor

    def scores(self, matrix: Tensor, weights: Tensor) -> Tensor:
        says = self.words @ matrix
        between = torch.zeros(len(self.source)).index_add(0, self.joins[0], says[self.joins[1], 2] * self.weight)
        return says[self.source, 0] + says[self.target, 1] + between + self.features @ weights


def collect(examples: list[dict], vectors: list[np.ndarray]) -> Pairs:
    """`examples` with `words` and `pairs`: source, target, joining words, features, right or not."""
    source, target, joins, weight, features, sentence, right = [], [], [], [], [], [], []
    first = 0
    for n, example in enumerate(examples):
        for s, t, between, own, is_right in example["pairs"]:
            joins += [(len(source), first + w) for w in between]
            weight += [1 / len(between)] * len(between)
            source.append(first + s)
            target.append(first + t)
            features.append(own)
            sentence.append(n)
            right.append(is_right)
        first += len(example["words"])
    return Pairs(
        torch.tensor(np.concatenate([v.reshape(len(v), -1) for v in vectors]).astype(np.float32)),
        torch.tensor(source),
        torch.tensor(target),
        torch.tensor(joins).T,
        torch.tensor(weight),
        torch.tensor(features, dtype=torch.float32),
        torch.tensor(sentence),
        torch.tensor(right, dtype=torch.bool),
    )


def share_of(scores: Tensor, sentence: Tensor, count: int) -> Tensor:
    """Logarithm of the sum of the exponentials of each sentence's scores."""
    most = torch.full((count,), -1e9).scatter_reduce(0, sentence, scores.detach(), "amax")
    return most + torch.zeros(count).index_add(0, sentence, (scores - most[sentence]).exp()).clamp(min=1e-30).log()


def fit(pairs: Pairs, chosen: Tensor) -> tuple[Tensor, Tensor]:
    """The matrix from words to columns and the features' weights, from the sentences that are `chosen` (a mask)."""
    scale = pairs.words.std() * 8
    # What the mean word says is the same for all pairs of a sentence.
    pairs = replace(pairs, words=(pairs.words - pairs.words.mean(0)) / scale)
    count = len(chosen)
    inside = chosen[pairs.sentence]
    good = chosen & (torch.zeros(count).index_add(0, pairs.sentence, pairs.right.float()) > 0)
    matrix = torch.zeros(pairs.words.shape[1], len(COLUMNS), requires_grad=True)
    weights = torch.zeros(pairs.features.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([matrix, weights], max_iter=STEPS, history_size=10)

    def loss() -> Tensor:
        optimizer.zero_grad()
        scores = pairs.scores(matrix, weights)[inside]
        own = pairs.sentence[inside]
        missed = share_of(scores, own, count) - share_of(scores.masked_fill(~pairs.right[inside], -1e4), own, count)
        out = missed[good].mean() + DECAY * ((matrix**2).sum() + (weights**2).sum())
        out.backward()
        return out

    optimizer.step(loss)
    return matrix.detach() / scale, weights.detach()


def figures(scores: Tensor, pairs: Pairs, chosen: Tensor) -> str:
    """How often the likeliest pair of a sentence is right, and how sure it is, in per cent."""
    sure = (scores - share_of(scores, pairs.sentence, len(chosen))[pairs.sentence]).exp()
    right, told = [], []
    for n in chosen.nonzero()[:, 0].tolist():
        own = (pairs.sentence == n).nonzero()[:, 0]
        if len(own) > 0:
            best = own[sure[own].argmax()]
            right.append(bool(pairs.right[best]))
            told.append(float(sure[best]))
    return f"both right {100 * np.mean(right):.1f}, mean probability {100 * np.mean(told):.1f}"
