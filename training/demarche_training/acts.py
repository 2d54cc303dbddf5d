"""The learned coder of acts: log-linear models over reports that were read whole, the encoder as it is.

    python -m demarche_training.acts fit FOLDER MODELS
    python -m demarche_training.acts rows FOLDER MODELS
    python -m demarche_training.acts models FOLDER MODELS

FOLDER holds what `training/acts/examples.ts` wrote. `fit` learns which words tell an act of which type (from two middle
layers of the encoder, what the codebook finds, and clues) and who is source and target, in five folds by report and from all;
it writes the folds' weights and what they say of the words they have not seen (`scores.bin`), for `training/acts/rows.ts`.
`rows` learns from that how likely a whole row is right, and writes models/en/acts.tsv and the output `acts` of encoder.onnx.
`models` writes a folder of models for each fold, for `training/coding/held-out.ts`.
"""

import argparse
import hashlib
import json
import math
import os
import shutil
from collections import Counter

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from onnx import helper
from torch import Tensor

from .coding import add_output, layer, without_output

LAYERS = (1, 3)
TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
BASES = ("codebook", "coder", "pair", "open")
FOLDS, WIDTH, STEPS = 5, 256, 80
# Chosen on the folds: decay of the words' matrix, of the clues, of the roles; clues met less often teach nothing.
DECAY, CLUE_DECAY, ROLE_DECAY, SELDOM = 4e-3, 1e-4, 1e-3, 6
# As in src/language/act-scores.ts: scores are whole numbers of which so many make one.
UNIT = 4


def lines(folder: str, name: str) -> list[dict]:
    return [json.loads(line) for line in open(os.path.join(folder, f"{name}.jsonl"), encoding="utf8")]


def fold_of(report: str) -> int:
    """-1 for the codebook's own sentences, which are learned from in every fold; a pair has the fold of the coder of pairs."""
    if report.startswith("case "):
        return -1
    if report.startswith("pair "):
        return int(report.split(" ")[1])
    return int(hashlib.sha256(f"fold {report}".encode()).hexdigest(), 16) % FOLDS


def is_report(name: str) -> bool:
    """True for the reports that were read whole: figures are theirs alone."""
    return not name.startswith(("case ", "pair "))


def read(windows: list[dict], path: str, wanted: np.ndarray) -> np.ndarray:
    """Vectors of the wanted words, [words, layers * width], window by window as the program reads them."""
    model = onnx.load(path)
    del model.graph.output[:]
    for n in LAYERS:
        model.graph.output.append(helper.make_tensor_value_info(layer(n), onnx.TensorProto.FLOAT, None))
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), settings, providers=["CPUExecutionProvider"])
    place = {int(w): n for n, w in enumerate(wanted)}
    out = np.zeros((len(wanted), 384 * len(LAYERS)), np.float32)
    for window in windows:
        own = [(n, place[window["word"] + n]) for n in range(len(window["first"])) if window["word"] + n in place]
        if not own:
            continue
        first = np.array([window["first"]], np.int32)
        ids, shapes = np.array([window["ids"]], np.int32), np.array([window["shapes"]], np.int32)
        found = session.run(None, {"ids": ids, "shapes": shapes, "first": first})
        pieces = [window["first"][n] for n, _ in own]
        out[[to for _, to in own]] = np.concatenate([x[0][pieces] for x in found], 1)
    return out


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


class Words:
    """Scores of none and of the types: the word's vector by a matrix, what the clues say of any act, and the
    codebook's type by how it stands to the word."""

    def __init__(self, x: Tensor, clues: Tensor, basis: Tensor, own: Tensor) -> None:
        self.x, self.clues, self.basis, self.own = x, clues, basis, own

    def scores(self, matrix: Tensor, offset: Tensor, act: Tensor, trust: Tensor) -> Tensor:
        out = self.x @ matrix + offset + F.pad((self.clues @ act)[:, None].expand(-1, len(TYPES)), (1, 0))
        return out + self.own * (self.basis @ trust)[:, None]

    def of(self, chosen: Tensor) -> "Words":
        return Words(self.x[chosen], self.clues[chosen], self.basis[chosen], self.own[chosen])


def minimise(parameters: list[Tensor], loss_of) -> list[Tensor]:
    optimizer = torch.optim.LBFGS(parameters, max_iter=STEPS, history_size=10, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        out = loss_of()
        out.backward()
        return out

    optimizer.step(loss)
    return [p.detach() for p in parameters]


def fit_words(words: Words, gold: Tensor, counts: Tensor) -> list[Tensor]:
    shapes = ((words.x.shape[1], len(TYPES) + 1), (len(TYPES) + 1,), (words.clues.shape[1],), (len(BASES),))
    parts = [torch.zeros(s, requires_grad=True) for s in shapes]

    def loss() -> Tensor:
        matrix, offset, act, trust = parts
        decay = DECAY * (matrix**2).sum() + CLUE_DECAY * ((act**2).sum() + (trust**2).sum())
        missed = F.cross_entropy(words.scores(matrix, offset, act, trust), gold, reduction="none")
        return (missed * counts).sum() / counts.sum() + decay

    return minimise(parts, loss)


class Roles:
    """All choices of all questions: who is source, who is target of an act."""

    def __init__(self, examples: list[dict]) -> None:
        clues = [[f"{e['role']} {c}" for c in own] for e in examples for own in e["clues"]]
        self.names = names_of(clues, SELDOM)
        places = [(n, self.names[c]) for n, own in enumerate(clues) for c in own if c in self.names]
        self.choice, self.clue = torch.tensor(places).T
        self.question = torch.tensor([n for n, e in enumerate(examples) for _ in e["clues"]])
        self.right = torch.tensor([r for e in examples for r in e["right"]])
        self.count = len(examples)
        self.counts = torch.tensor([e["weight"] for e in examples])

    def scores(self, weights: Tensor) -> Tensor:
        return torch.zeros(len(self.question)).index_add(0, self.choice, weights[self.clue])

    def share(self, scores: Tensor) -> Tensor:
        most = torch.full((self.count,), -1e9).scatter_reduce(0, self.question, scores.detach(), "amax")
        parts = torch.zeros(self.count).index_add(0, self.question, (scores - most[self.question]).exp())
        return most + parts.clamp(min=1e-30).log()

    def fit(self, chosen: Tensor) -> Tensor:
        good = chosen & (torch.zeros(self.count).index_add(0, self.question, self.right.float()) > 0)
        weights = torch.zeros(len(self.names), requires_grad=True)

        def loss() -> Tensor:
            scores = self.scores(weights)
            missed = self.share(scores) - self.share(scores.masked_fill(~self.right, -1e4))
            return (missed * self.counts)[good].sum() / self.counts[good].sum() + ROLE_DECAY * (weights**2).sum()

        return minimise([weights], loss)[0]

    def figures(self, scores: Tensor, examples: list[dict]) -> str:
        best: dict[int, int] = {}
        for n, q in enumerate(self.question.tolist()):
            if q not in best or scores[n] > scores[best[q]]:
                best[q] = n
        out = []
        for role in ("source", "target"):
            for drafted in (True, False):
                own = [q for q, e in enumerate(examples) if e["role"] == role and e["drafted"] == drafted and is_report(e["report"])]
                share = 100 * np.mean([bool(self.right[best[q]]) for q in own])
                out.append(f"{role} {'of drafts' if drafted else 'of others'} {share:.1f} of {len(own)}")
        return ", ".join(out)


def fit(folder: str, models: str) -> None:
    words, roles, windows = (lines(folder, name) for name in ("words", "roles", "windows"))
    wanted = np.array([w["word"] for w in words])
    vectors = read(windows, os.path.join(models, "encoder.onnx"), wanted)
    fold = torch.tensor([fold_of(w["report"]) for w in words])
    of_roles = torch.tensor([fold_of(e["report"]) for e in roles])
    gold = torch.tensor([TYPES.index(w["gold"]) + 1 if w["gold"] else 0 for w in words])
    counts = torch.tensor([w["weight"] for w in words])
    names = names_of([w["clues"] for w in words], SELDOM)
    own = F.one_hot(torch.tensor([TYPES.index(w["type"]) + 1 if w["type"] else 0 for w in words]), len(TYPES) + 1).float()
    own[:, 0] = 0
    basis = torch.zeros(len(words), len(BASES))
    for n, w in enumerate(words):
        if w["basis"] in BASES:
            basis[n, BASES.index(w["basis"])] = 1
    # One scale, and the directions in which the words differ most.
    mean, scale = vectors.mean(0), vectors.std()
    x = (vectors - mean) / scale
    _, axes = np.linalg.eigh(x.T @ x / len(x))
    axes = axes[:, ::-1][:, :WIDTH].copy()
    all_words = Words(torch.tensor(x @ axes), table([w["clues"] for w in words], names), basis, own)
    all_roles = Roles(roles)
    total = max(w["word"] + len(w["first"]) for w in windows)
    scores = np.full((total, len(TYPES)), -127, np.int8)
    probabilities = torch.zeros(len(words), len(TYPES) + 1)
    said = torch.zeros(len(all_roles.question))
    for f in [*range(FOLDS), None]:
        train = torch.ones(len(words), dtype=torch.bool) if f is None else fold != f
        parts = fit_words(all_words.of(train), gold[train], counts[train])
        weights = all_roles.fit(of_roles != (FOLDS if f is None else f))
        matrix, offset, act, trust = parts
        matrix = torch.tensor(axes) @ (matrix[:, 1:] - matrix[:, :1]) / scale
        offset = offset[1:] - offset[:1] - torch.tensor(mean) @ matrix
        name = "all" if f is None else str(f)
        np.savez(os.path.join(folder, f"{name}.npz"), matrix=matrix.numpy(), offset=offset.numpy())
        write(os.path.join(folder, f"{name}.tsv"), dict(zip(names, act.tolist())), dict(zip(BASES, trust.tolist())), dict(zip(all_roles.names, weights.tolist())))
        if f is None:
            continue
        held = ~train
        with torch.no_grad():
            probabilities[held] = all_words.of(held).scores(*parts).softmax(1)
        scores[wanted[held.numpy()]] = kept(torch.tensor(vectors)[held] @ matrix + offset)
        own_questions = (of_roles == f)[all_roles.question]
        said[own_questions] = all_roles.scores(weights)[own_questions]
    scores.tofile(os.path.join(folder, "scores.bin"))
    print(f"roles: {all_roles.figures(said, roles)}")
    likely, best = probabilities[:, 1:].max(1)
    own = torch.tensor([is_report(w["report"]) for w in words])
    likely, best, gold = likely[own], best[own], gold[own]
    told = gold > 0
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        over = likely > least
        right = (over & (best + 1 == gold)).sum()
        print(f"acts over {least}: precision {100 * right / over.sum():.1f} recall {100 * right / told.sum():.1f} of {over.sum()}")


def kept(scores: Tensor) -> np.ndarray:
    return (scores * UNIT).round().clamp(-127, 127).numpy().astype(np.int8)


def write(path: str, act: dict, own: dict, role: dict, row: dict | None = None) -> None:
    """Weights as `src/event/act-weights.ts` reads them; those that change nothing are left out."""
    with open(path, "w", encoding="utf8") as out:
        out.write("# What clues are worth, in logarithms of odds: act, own, role and row as in src/event/act-weights.ts.\n")
        out.write("# Learned by training/demarche_training/acts.py from reports that were read whole (docs/event-marks.md).\n")
        for part, weights in (("act", act), ("own", own), ("role", role), ("row", row or {})):
            out.writelines(f"{part}\t{c}\t{round(w, 2):g}\n" for c, w in weights.items() if abs(w) >= 0.05)


PARTS = ("likely", "source", "target")
ROW_DECAY = 1e-3


def fit_rows(x: Tensor, right: Tensor) -> Tensor:
    weights = torch.zeros(x.shape[1], requires_grad=True)

    def loss() -> Tensor:
        return F.binary_cross_entropy_with_logits(x @ weights, right) + ROW_DECAY * (weights**2).sum()

    return minimise([weights], loss)[0]


def rows(folder: str, models: str, threshold: float, others: float) -> None:
    examples = lines(folder, "rows")
    names = names_of([e["clues"] for e in examples], 20)
    logs = torch.tensor([[math.log(max(e["probabilities"][p], 1e-6)) for p in PARTS] for e in examples])
    x = torch.cat([logs, table([e["clues"] for e in examples], names)], 1)
    right = torch.tensor([float(e["right"]) for e in examples])
    fold = torch.tensor([fold_of(e["report"]) for e in examples])
    sure = torch.zeros(len(examples))
    for f in range(FOLDS):
        sure[fold == f] = (x[fold == f] @ fit_rows(x[fold != f], right[fold != f])).sigmoid()
    drafted = torch.tensor([any(c in ("basis codebook", "basis coder", "basis pair") for c in e["clues"]) for e in examples])
    print(f"{len(examples)} rows, {int(right.sum())} right; of the codebook's {int(right[drafted].sum())} of {int(drafted.sum())}")
    for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        over = sure >= least
        typed = torch.tensor([e["parts"]["type"] for e in examples])
        print(
            f"over {least}: {int(over.sum())} rows, type {100 * typed[over].float().mean():.1f}, all right {100 * right[over].mean():.1f}, "
            f"{int(right[over].sum())}; of others than the codebook's {int((over & ~drafted).sum())} rows, {100 * right[over & ~drafted].mean():.1f}"
        )
    for low in np.arange(0, 1, 0.1):
        inside = (sure >= low) & (sure < low + 0.1)
        if inside.any():
            print(f"told {100 * sure[inside].mean():.0f}, right {100 * right[inside].mean():.0f} of {int(inside.sum())}")
    weights = dict(zip([*PARTS, *names], fit_rows(x, right).tolist())) | {"least": threshold, "least unless asserted": threshold / 2, "least of speakers": threshold / 4, "least of others": others}
    for name in [*map(str, range(FOLDS)), "all"]:
        path = os.path.join(folder, f"{name}.tsv")
        kept_lines = [line for line in open(path, encoding="utf8") if not line.startswith("row\t")]
        with open(path, "w", encoding="utf8") as out:
            out.writelines(kept_lines)
            out.writelines(f"row\t{c}\t{round(w, 2):g}\n" for c, w in weights.items())
    shutil.copy(os.path.join(folder, "all.tsv"), os.path.join(models, "acts.tsv"))
    found = np.load(os.path.join(folder, "all.npz"))
    path = os.path.join(models, "encoder.onnx")
    onnx.save(add_acts(onnx.load(path), found["matrix"], found["offset"]), path)


def add_acts(model: onnx.ModelProto, matrix: np.ndarray, offset: np.ndarray) -> onnx.ModelProto:
    """Adds the output `acts` [batch, words, types], in the place of one that was added before."""
    return add_output(without_output(model, "acts"), "acts", LAYERS, matrix, offset)


def fold_models(folder: str, models: str) -> None:
    """Writes a folder of models for each fold, FOLDER/0 to FOLDER/4, with the weights that have not seen the fold."""
    for f in range(FOLDS):
        out = os.path.join(folder, str(f))
        shutil.copytree(models, out, dirs_exist_ok=True)
        shutil.copy(os.path.join(folder, f"{f}.tsv"), os.path.join(out, "acts.tsv"))
        found = np.load(os.path.join(folder, f"{f}.npz"))
        path = os.path.join(out, "encoder.onnx")
        onnx.save(add_acts(onnx.load(path), found["matrix"], found["offset"]), path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("fit", "rows", "models"))
    parser.add_argument("folder")
    parser.add_argument("models")
    parser.add_argument("--least", type=float, default=0.08, help="probability of a row that is told")
    parser.add_argument("--others", type=float, default=0.3, help="the same where the conditions of the codebook leave it out")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.step == "fit":
        fit(options.folder, options.models)
    elif options.step == "models":
        fold_models(options.folder, options.models)
    else:
        rows(options.folder, options.models, options.least, options.others)


if __name__ == "__main__":
    main()
