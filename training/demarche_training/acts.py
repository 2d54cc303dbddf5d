"""The weights of the coder of acts: log-linear models over what encoder and codebook say, from reports that were read whole.

    python -m demarche_training.acts fit FOLDER
    python -m demarche_training.acts rows FOLDER MODELS

FOLDER holds what `training/acts/examples.ts` wrote of the reports that the encoder has not learned from, and of who does what to
whom in those that it has. `fit` learns which words tell an act of which type, of which status, and who is source and target, in
five folds by report and from all. `rows` learns, in the same folds, from what `training/acts/rows.ts` wrote how likely a whole row is right, and writes models/en/acts.tsv.
"""

import argparse
import json
import math
import os
import shutil
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .event_sets import PARTS as FOLDS, STATUSES, TYPES, part_of

BASES = ("codebook", "coder", "pair", "open", "lemma", "none")
STEPS = 100
# Chosen on the folds; clues met less often teach nothing. Weights that stand for the encoder's trust are drawn towards one.
CLUE_DECAY, ROLE_DECAY, STATUS_DECAY, SELDOM = 3e-4, 3e-3, 1e-3, 5
# For what is learned of sides from the reports that the encoder has learned from, too; their clues are many.
MORE_DECAY, MORE_SELDOM = 1e-4, 8
# What is left out of an analysis is less than this, as a logarithm of odds (src/language/act-scores.ts).
LEFT_OUT = -3.5


def lines(folder: str, name: str) -> list[dict]:
    return [json.loads(line) for line in open(os.path.join(folder, f"{name}.jsonl"), encoding="utf8")]


def folds_of(examples: list[dict]) -> Tensor:
    """As `foldOf` of training/acts/split.ts."""
    return torch.tensor([part_of(f"weights {e['report']}") for e in examples])


def names_of(clues: list[list[str]], least: int) -> dict[str, int]:
    counts = Counter(c for own in clues for c in own)
    return {c: n for n, c in enumerate(sorted(c for c in counts if counts[c] >= least))}


def table(clues: list[list[str]], names: dict[str, int]) -> Tensor:
    out = torch.zeros(len(clues), len(names))
    for n, own in enumerate(clues):
        for c in own:
            if c in names:
                out[n, names[c]] = 1
    return out


def minimise(parameters: list[Tensor], loss_of) -> list[Tensor]:
    optimizer = torch.optim.LBFGS(parameters, max_iter=STEPS, history_size=10, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        out = loss_of()
        out.backward()
        return out

    optimizer.step(loss)
    return [p.detach() for p in parameters]


class Words:
    """Scores of none and of the types: what the encoder says, what the clues say of any act, each type's own weight, and
    the codebook's type by how it stands to the word."""

    def __init__(self, examples: list[dict]) -> None:
        self.names = names_of([e["clues"] for e in examples], SELDOM)
        self.clues = table([e["clues"] for e in examples], self.names)
        self.encoder = torch.full((len(examples), 1 + len(TYPES)), LEFT_OUT)
        self.encoder[:, 0] = 0
        self.own = torch.zeros(len(examples), 1 + len(TYPES))
        self.basis = torch.zeros(len(examples), len(BASES))
        for n, e in enumerate(examples):
            for name, score in e["scores"].items():
                self.encoder[n, 1 + TYPES.index(name)] = score
            if e["type"]:
                self.own[n, 1 + TYPES.index(e["type"])] = 1
            self.basis[n, BASES.index(e["basis"])] = 1
        self.gold = torch.tensor([TYPES.index(e["gold"]) + 1 if e["gold"] else 0 for e in examples])

    def scores(self, chosen: Tensor, act: Tensor, trust: Tensor, types: Tensor, encoder: Tensor) -> Tensor:
        out = self.encoder[chosen] * encoder + F.pad((self.clues[chosen] @ act)[:, None] + types, (1, 0))
        return out + self.own[chosen] * (self.basis[chosen] @ trust)[:, None]

    def fit(self, chosen: Tensor) -> list[Tensor]:
        parts = [torch.zeros(n, requires_grad=True) for n in (len(self.names), len(BASES), len(TYPES))]
        encoder = torch.ones(1, requires_grad=True)

        def loss() -> Tensor:
            decay = CLUE_DECAY * (sum((p**2).sum() for p in parts) + ((encoder - 1) ** 2).sum())
            return F.cross_entropy(self.scores(chosen, *parts, encoder), self.gold[chosen]) + decay

        return minimise([*parts, encoder], loss)


class Statuses:
    """Scores of the statuses: what the encoder says, and what the rules' own status says for each."""

    def __init__(self, examples: list[dict]) -> None:
        clues = [[statuses_clues(e["rules"], s, e["signs"]) for s in STATUSES] for e in examples]
        # Each example has eight statuses' clues; what is met in fewer of them than that is seldom.
        self.names = names_of([c for own in clues for c in own], SELDOM)
        self.clues = torch.stack([table(own, self.names) for own in clues])
        self.encoder = torch.tensor([e["encoder"] for e in examples])
        self.rules = torch.tensor([STATUSES.index(e["rules"]) for e in examples])
        self.gold = torch.tensor([STATUSES.index(e["gold"]) for e in examples])

    def scores(self, chosen: Tensor, clue: Tensor, encoder: Tensor) -> Tensor:
        return self.clues[chosen] @ clue + self.encoder[chosen] * encoder

    def fit(self, chosen: Tensor) -> list[Tensor]:
        clue, encoder = torch.zeros(len(self.names), requires_grad=True), torch.ones(1, requires_grad=True)

        def loss() -> Tensor:
            decay = STATUS_DECAY * ((clue**2).sum() + ((encoder - 1) ** 2).sum())
            return F.cross_entropy(self.scores(chosen, clue, encoder), self.gold[chosen]) + decay

        return minimise([clue, encoder], loss)


def statuses_clues(rules: str, status: str, signs: list[str]) -> list[str]:
    """As `statusClues` of src/event/choose-status.ts."""
    own = [f"rules {rules} {status}", *(["as the rules say"] if rules == status else []), f"is {status}"]
    return own + [f"{sign} {status}" for sign in signs]


def without_encoder(clues: list[str]) -> list[str]:
    return [c for c in clues if not c.startswith("encoder ")]


class Roles:
    """All choices of all questions: who is source, who is target of an act. `before`: weights by name that were learned elsewhere;
    what they say is one more voice beside the encoder's."""

    def __init__(self, examples: list[dict], least: int, before: dict[str, float] | None = None) -> None:
        clues = [[f"{e['role']} {c}" for c in own] for e in examples for own in e["clues"]]
        self.names = names_of(clues, least)
        self.before = before or {}
        places = [(n, self.names[c]) for n, own in enumerate(clues) for c in own if c in self.names]
        self.choice, self.clue = torch.tensor(places).T
        self.question = torch.tensor([n for n, e in enumerate(examples) for _ in e["clues"]])
        self.right = torch.tensor([r for e in examples for r in e["right"]])
        self.count = len(examples)
        # A column for each side, so that each has its own trust in the encoder; two more for what was learned before.
        self.said = torch.zeros(len(self.question), 4)
        sides = torch.tensor([int(e["role"] == "target") for e in examples])[self.question]
        rows = torch.arange(len(sides))
        self.said[rows, sides] = torch.tensor([float(s) for e in examples for s in e["encoder"]])
        self.said[rows, 2 + sides] = torch.tensor([sum(self.before.get(c, 0.0) for c in own) for own in clues])

    def scores(self, weights: Tensor, trust: Tensor) -> Tensor:
        return (self.said @ trust).index_add(0, self.choice, weights[self.clue])

    def share(self, scores: Tensor) -> Tensor:
        most = torch.full((self.count,), -1e9).scatter_reduce(0, self.question, scores.detach(), "amax")
        parts = torch.zeros(self.count).index_add(0, self.question, (scores - most[self.question]).exp())
        return most + parts.clamp(min=1e-30).log()

    def fit(self, chosen: Tensor, decay: float = ROLE_DECAY) -> list[Tensor]:
        good = chosen & (torch.zeros(self.count).index_add(0, self.question, self.right.float()) > 0)
        weights, trust = torch.zeros(len(self.names), requires_grad=True), torch.ones(4, requires_grad=True)

        def loss() -> Tensor:
            scores = self.scores(weights, trust)
            missed = self.share(scores) - self.share(scores.masked_fill(~self.right, -1e4))
            return missed[good].mean() + decay * ((weights**2).sum() + ((trust - 1) ** 2).sum())

        return minimise([weights, trust], loss)

    def named(self, weights: Tensor, trust: Tensor) -> dict[str, float]:
        """The weights by name, with what was learned before as far as it is trusted."""
        of_side = {"source": trust[2].item(), "target": trust[3].item()}
        out = {c: w * of_side[c.split(" ")[0]] for c, w in self.before.items()}
        for c, w in zip(self.names, weights.tolist()):
            out[c] = out.get(c, 0.0) + w
        return out | dict(zip(("source encoder", "target encoder"), trust.tolist()))

    def figures(self, scores: Tensor, examples: list[dict]) -> str:
        best: dict[int, int] = {}
        for n, q in enumerate(self.question.tolist()):
            if q not in best or scores[n] > scores[best[q]]:
                best[q] = n
        out = []
        for role in ("source", "target"):
            for drafted in (True, False):
                own = [q for q, e in enumerate(examples) if e["role"] == role and e["drafted"] == drafted]
                share = 100 * np.mean([bool(self.right[best[q]]) for q in own])
                out.append(f"{role} {'of drafts' if drafted else 'of others'} {share:.1f} of {len(own)}")
        return ", ".join(out)


def learned_before(folder: str) -> dict[str, float]:
    """Weights of the sides' clues from the reports that the encoder has learned from. What it says of those is too sure, and is
    left out."""
    examples = lines(folder, "more-roles")
    for e in examples:
        e["clues"], e["encoder"] = [without_encoder(own) for own in e["clues"]], [0.0] * len(e["clues"])
    roles = Roles(examples, MORE_SELDOM)
    weights, _ = roles.fit(torch.ones(len(examples), dtype=torch.bool), MORE_DECAY)
    return dict(zip(roles.names, weights.tolist()))


def fit(folder: str) -> None:
    of_words, of_roles, of_statuses = (lines(folder, name) for name in ("words", "roles", "statuses"))
    words, statuses = Words(of_words), Statuses(of_statuses)
    roles = Roles(of_roles, SELDOM, learned_before(folder))
    fold, role_fold, status_fold = folds_of(of_words), folds_of(of_roles), folds_of(of_statuses)
    probabilities = torch.zeros(len(of_words), len(TYPES) + 1)
    said, chosen_status = torch.zeros(len(roles.question)), torch.zeros(len(of_statuses), dtype=torch.long)
    for f in [*range(FOLDS), FOLDS]:
        parts = words.fit(fold != f)
        sides = roles.fit(role_fold != f)
        status = statuses.fit(status_fold != f)
        act, trust, types, encoder = (p.tolist() for p in parts)
        weights = {
            "act": dict(zip(words.names, act)),
            "own": dict(zip(BASES, trust)),
            "type": dict(zip(TYPES, types)) | {"encoder": encoder[0]},
            "role": roles.named(*sides),
            "status": dict(zip(statuses.names, status[0].tolist())) | {"encoder": status[1].item()},
        }
        write(os.path.join(folder, "all.tsv" if f == FOLDS else f"{f}.tsv"), weights)
        with torch.no_grad():
            probabilities[fold == f] = words.scores(fold == f, *parts).softmax(1)
            chosen_status[status_fold == f] = statuses.scores(status_fold == f, *status).argmax(1)
        own = (role_fold == f)[roles.question]
        said[own] = roles.scores(*sides)[own]
    print(f"trust in the encoder: types {weights['type']['encoder']:.2f}, sides {sides[1].tolist()}, status {weights['status']['encoder']:.2f}")
    print(f"roles: {roles.figures(said, of_roles)}")
    nothing = torch.zeros(len(roles.names))
    for name, trust in (("the encoder", [1.0, 1.0, 0.0, 0.0]), ("more reports", [0.0, 0.0, 1.0, 1.0])):
        print(f"roles by {name} alone: {roles.figures(roles.scores(nothing, torch.tensor(trust)), of_roles)}")
    share = lambda found: f"{100 * (found == statuses.gold).float().mean():.1f}"
    print(f"status {share(chosen_status)}, by rules alone {share(statuses.rules)}, by the encoder alone {share(statuses.encoder.argmax(1))}")
    likely, best = probabilities[:, 1:].max(1)
    told = words.gold > 0
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        over = likely > least
        right = (over & (best + 1 == words.gold)).sum()
        print(f"acts over {least}: found {100 * (over & told).sum() / over.sum():.1f}, typed {100 * right / over.sum():.1f}, recall {100 * right / told.sum():.1f} of {over.sum()}")


# Smaller weights change nothing on the reports kept apart, and the file would be more than twice as long.
LEAST_WEIGHT = {"role": 0.15}


def write(path: str, parts: dict[str, dict[str, float]]) -> None:
    """Weights as `src/event/act-weights.ts` reads them; those that change nothing are left out."""
    with open(path, "w", encoding="utf8") as out:
        out.write("# What clues are worth, in logarithms of odds; the parts as in src/event/act-weights.ts.\n")
        out.write("# Learned by training/demarche_training/acts.py from reports that were read whole (docs/event-marks.md).\n")
        for part, weights in parts.items():
            least = LEAST_WEIGHT.get(part, 0.05)
            out.writelines(f"{part}\t{c}\t{round(w, 2):g}\n" for c, w in weights.items() if abs(w) >= least or c.endswith("encoder"))


PARTS = ("likely", "source", "target", "status")
ROW_DECAY = 1e-3
# The probability from which a row is told, by who found it (`thresholdOf` of src/event/row-probability.ts). More is asked where the
# codebook is against it (from 0.6 on three of five rows there are right); less of its own drafts, so that its cases stand.
LEAST = {"least": 0.04, "least unless asserted": 0.02, "least of speakers": 0.01, "least of two": 0.25, "least of others": 0.4, "least of listed": 0.6}


def fit_rows(x: Tensor, right: Tensor) -> Tensor:
    weights = torch.zeros(x.shape[1], requires_grad=True)

    def loss() -> Tensor:
        return F.binary_cross_entropy_with_logits(x @ weights, right) + ROW_DECAY * (weights**2).sum()

    return minimise([weights], loss)[0]


def rows(folder: str, models: str) -> None:
    examples = lines(folder, "rows")
    names = names_of([e["clues"] for e in examples], 20)
    logs = torch.tensor([[math.log(max(e["probabilities"][p], 1e-6)) for p in PARTS] for e in examples])
    together = logs.sum(1, keepdim=True).exp()
    x = torch.cat([logs, together, table([e["clues"] for e in examples], names)], 1)
    right = torch.tensor([float(e["right"]) for e in examples])
    fold = folds_of(examples)
    sure = torch.zeros(len(examples))
    for f in range(FOLDS):
        sure[fold == f] = (x[fold == f] @ fit_rows(x[fold != f], right[fold != f])).sigmoid()
    drafted = torch.tensor([any(c in ("basis codebook", "basis coder", "basis pair") for c in e["clues"]) for e in examples])
    print(f"{len(examples)} rows, {int(right.sum())} right; of the codebook's {int(right[drafted].sum())} of {int(drafted.sum())}")
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        over = sure >= least
        typed = torch.tensor([e["parts"]["type"] for e in examples])
        print(
            f"over {least}: {int(over.sum())} rows, type {100 * typed[over].float().mean():.1f}, all right {100 * right[over].mean():.1f}, "
            f"{int(right[over].sum())}; of others than the codebook's {int((over & ~drafted).sum())} rows, {100 * right[over & ~drafted].mean():.1f}"
        )
    apart = 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (sure >= low) & (sure < low + 0.1)
        if inside.any():
            apart += abs(float((sure - right)[inside].sum())) / len(sure)
            print(f"told {100 * sure[inside].mean():.0f}, right {100 * right[inside].mean():.0f} of {int(inside.sum())}")
    print(f"expected calibration error {100 * apart:.1f} points")
    for f in [*range(FOLDS), FOLDS]:
        weights = dict(zip([*PARTS, "together", *names], fit_rows(x[fold != f], right[fold != f]).tolist())) | LEAST
        path = os.path.join(folder, "all.tsv" if f == FOLDS else f"{f}.tsv")
        kept = [line for line in open(path, encoding="utf8") if not line.startswith("row\t")]
        with open(path, "w", encoding="utf8") as out:
            out.writelines(kept)
            out.writelines(f"row\t{c}\t{round(w, 2):g}\n" for c, w in weights.items())
    shutil.copy(os.path.join(folder, "all.tsv"), os.path.join(models, "acts.tsv"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("fit", "rows"))
    parser.add_argument("folder")
    parser.add_argument("models", nargs="?", help="folder of models, for rows")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.step == "fit":
        fit(options.folder)
    else:
        rows(options.folder, options.models)


if __name__ == "__main__":
    main()
