"""The learned event coder: a log-linear model on the encoder's words, trained while the encoder stays as it is.

    python -m demarche_training.coding EXAMPLES.jsonl MODELS [--check] [--predictions OUT.tsv]

EXAMPLES come from `training/coding/examples.ts`. MODELS is the folder with encoder.onnx, as the program loads it: words
are read by the very graph that is shipped, int8 and all. The graph gets one more output, `evidence`, a row of classes for
each word; coding.json gets the weights by which it is summed over the groups of words around a pair, and what the
codebook's word is worth. Three more columns say who is source and who is target (`roles.py`). `--check` measures in five
folds and writes nothing but the folds' predictions; `--folds` also writes what each fold's weights say of the sentences
that they have not seen, for `training/coding/held-out.ts`.
"""

import argparse
import json
import os

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper
from torch import Tensor

from . import roles
from .pieces import CLS, SEP, Pieces, shape

LAYERS = (1, 3)  # of 0 to 6; the middle ones know most about what a word means
ALL_LAYERS = tuple(sorted({*LAYERS, *roles.LAYERS}))
ROLES = ("path", "sourceVerb", "targetGovernor", "joint", "below", "between")
# How much a group's mean word counts.
WEIGHTS = (0.7, 0.7, 0.6, 0.5, 1.0, 1.0)
BASES = ("joined", "one side", "nearby", "weak cue")
CLASSES = (
    "ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD"
).split()
# Whether the pair's words tell of an act at all: among what the codebook takes for one, among all that a report says.
COLUMNS = [*CLASSES, "EVENT", "TOLD"]
STEPS, RATE, DECAY, FOLDS, PIECES = 60, 0.02, 1e-3, 5, 3000
# The codebook was written on these sentences. On others it was right in 81 of 100, so as many of its words are made wrong.
UNSEEN_ACCURACY = 0.81


def layer(n: int) -> str:
    """The tensor of the exported graph that holds the words after layer n; 0 is the embedding."""
    return f"/model/encoder/{f'layers.{n - 1}/' if n else ''}norm/LayerNormalization_output_0"


def read(sentences: list[list[str]], model: onnx.ModelProto) -> list[np.ndarray]:
    """Vectors of each sentence's words, [words, layers, width]."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    del probe.graph.output[:]
    for n in ALL_LAYERS:
        probe.graph.output.append(helper.make_tensor_value_info(layer(n), onnx.TensorProto.FLOAT, None))
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = torch.get_num_threads()
    session = onnxruntime.InferenceSession(probe.SerializeToString(), settings, providers=["CPUExecutionProvider"])
    pieces = Pieces()
    rows = []
    for index, words in enumerate(sentences):
        ids, shapes, first = [CLS], [0], []
        for word in words:
            own = pieces.of(word)
            first.append(len(ids))
            ids += own
            shapes += [shape(word)] * len(own)
        rows.append((index, ids + [SEP], shapes + [0], first))
    rows.sort(key=lambda r: len(r[1]))
    out: list[np.ndarray] = [np.zeros(0)] * len(sentences)
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and len(rows[end][1]) * (end - start + 1) <= PIECES:
            end += 1
        group = rows[start:end]
        length = max(len(r[1]) for r in group)
        table = np.zeros((2, len(group), length), np.int32)
        for k, (_, ids, shapes, _) in enumerate(group):
            table[0, k, : len(ids)], table[1, k, : len(ids)] = ids, shapes
        found = session.run(None, {"ids": table[0], "shapes": table[1], "first": np.ones((len(group), 1), np.int32)})
        for k, (index, _, _, first) in enumerate(group):
            out[index] = np.stack([layer[k, first] for layer in found], 1).astype(np.float16)
        start = end
    return out


class Coder(torch.nn.Module):
    """Scores of the columns: for each pair the weighted mean of its groups' words, then one matrix."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.matrix = torch.nn.Parameter(torch.zeros(width, len(COLUMNS)))
        self.offset = torch.nn.Parameter(torch.zeros(len(COLUMNS)))

    def forward(self, x: Tensor) -> Tensor:
        """x [pairs, roles, width]; out [pairs, columns]."""
        return torch.einsum("nrd,r->nd", x, torch.tensor(WEIGHTS)) @ self.matrix + self.offset


def fit(x: Tensor, gold: Tensor, untold: Tensor) -> Coder:
    """Classes from the pairs with an event; whether there is one (gold -1: none) from all that are not `untold` (EVENT)
    and from all (TOLD)."""
    acts = gold >= 0
    coder = Coder(x.shape[-1])
    optimizer = torch.optim.Adam(coder.parameters(), lr=RATE)
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - step / STEPS) + 1e-4
        scores = coder(x)
        loss = (
            F.cross_entropy(scores[acts][:, : len(CLASSES)], gold[acts])
            + F.binary_cross_entropy_with_logits(scores[~untold][:, -2], acts[~untold].float())
            + F.binary_cross_entropy_with_logits(scores[:, -1], acts.float())
            + DECAY * (coder.matrix**2).sum()
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return coder.eval()


def trust_in(scores: Tensor, gold: Tensor, book: Tensor) -> tuple[Tensor, Tensor]:
    """How much the learned scores count beside the codebook, and what its word is worth by its basis: a calibration."""
    weights = torch.zeros(1 + len(BASES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=50)

    def loss() -> Tensor:
        optimizer.zero_grad()
        out = F.cross_entropy(joined(scores, book, weights), gold) + 1e-3 * (weights**2).sum()
        out.backward()
        return out

    optimizer.step(loss)
    return weights.detach()[0].exp(), weights.detach()[1:]


def joined(scores: Tensor, book: Tensor, weights: Tensor) -> Tensor:
    return scores * weights[0].exp() + torch.einsum("nbc,b->nc", book, weights[1:])


def spoiled(book: Tensor, gold: Tensor, seed: int = 0) -> Tensor:
    """The codebook's word as it would be on sentences that its author has not seen: as many more wrong, and wrong as
    it is wrong elsewhere, with a class that it mistakes for the right one."""
    generator = torch.Generator().manual_seed(seed)
    right = book.sum(1).gather(1, gold[:, None])[:, 0] > 0
    mistakes = torch.full((len(CLASSES), len(CLASSES)), 0.2)
    for g, said in zip(gold.tolist(), book.sum(1)):
        mistakes[g] += said
    mistakes.fill_diagonal_(0)
    out = book.clone()
    change = right & (torch.rand(len(gold), generator=generator) < 1 - UNSEEN_ACCURACY / right.float().mean())
    for n in change.nonzero()[:, 0].tolist():
        other = int(torch.multinomial(mistakes[gold[n]], 1, generator=generator))
        basis = int(book[n].sum(1).argmax())
        out[n] = 0
        out[n, basis, other] = 1
    return out


def folds(gold: list[int]) -> np.ndarray:
    """Five folds with like shares of each class."""
    rng = np.random.default_rng(0)
    out = np.zeros(len(gold), int)
    for c in [*range(len(CLASSES)), -1]:
        where = np.flatnonzero(np.array(gold) == c)
        rng.shuffle(where)
        out[where] = np.arange(len(where)) % FOLDS
    return out


def figures(scores: Tensor, gold: Tensor) -> str:
    """Accuracy, macro-F1 and expected calibration error (ten bins), in per cent."""
    sure, said = scores.softmax(-1).max(-1)
    right = said == gold
    f1 = []
    for c in range(len(CLASSES)):
        both = ((said == c) & (gold == c)).sum()
        f1.append(2 * both / ((said == c).sum() + (gold == c).sum()).clamp(min=1))
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (sure > low) & (sure <= low + 0.1)
        if inside.any():
            error += float(inside.float().mean() * (sure[inside].mean() - right[inside].float().mean()).abs())
    return f"accuracy {100 * right.float().mean():.1f} macro-f1 {100 * torch.stack(f1).mean():.1f} calibration {100 * error:.1f}"


def held_out(x: Tensor, gold: Tensor, untold: Tensor, fold: Tensor) -> Tensor:
    """Scores of each pair by a coder that was trained on the other folds."""
    out = torch.zeros(len(gold), len(COLUMNS))
    for f in range(FOLDS):
        coder = fit(x[fold != f], gold[fold != f], untold[fold != f])
        with torch.no_grad():
            out[fold == f] = coder(x[fold == f])
    return out


def check(scores: Tensor, gold: Tensor, untold: Tensor, book: Tensor, fold: Tensor) -> Tensor:
    """Prints five-fold figures; gives the predictions of learned coder and codebook together."""
    acts = gold >= 0
    others = {"EVENT": ~acts & ~untold, "TOLD": ~acts & untold}
    sure = {column: scores[:, COLUMNS.index(column)].sigmoid() for column in others}
    scores, book, gold, fold = scores[acts][:, : len(CLASSES)], book[acts], gold[acts], fold[acts]
    unseen, other = spoiled(book, gold, 1), spoiled(book, gold, 2)
    together, worse = torch.zeros_like(scores), torch.zeros_like(scores)
    for f in range(FOLDS):
        train, held = fold != f, fold == f
        scale, trust = trust_in(scores[train], gold[train], other[train])
        weights = torch.cat([scale.log()[None], trust])
        together[held] = joined(scores[held], book[held], weights)
        worse[held] = joined(scores[held], unseen[held], weights)
    for name, out in (
        ("codebook alone, whose author saw these sentences", book.sum(1) * 20),
        ("codebook alone, as it would be on sentences not seen", unseen.sum(1) * 20),
        ("learned alone", scores),
        ("together", together),
        ("together, the codebook as it would be on sentences not seen", worse),
    ):
        print(f"{name}: {figures(out, gold)}")
    for column, none in others.items():
        for least in (0.3, 0.5, 0.7, 0.8, 0.9):
            told, false = (sure[column][acts] > least).float().mean(), (sure[column][none] > least).float().mean()
            print(f"{column} over {least}: {100 * told:.1f} of acts, {100 * false:.1f} of others")
    return together.argmax(-1)


def without_output(model: onnx.ModelProto, output: str) -> onnx.ModelProto:
    """The graph before `add_output` gave it this output, whether or not it did."""
    for kind in (model.graph.node, model.graph.initializer, model.graph.output):
        for item in [x for x in kind if x.name.startswith(output)]:
            kind.remove(item)
    return model


def add_output(
    model: onnx.ModelProto, output: str, layers: tuple[int, ...], matrix: np.ndarray, offset: np.ndarray | None = None
) -> onnx.ModelProto:
    """Adds an output [batch, words, columns]: first pieces of some layers, by a matrix for each, and an offset."""
    graph = model.graph
    places = next(n for n in graph.node if n.op_type == "GatherElements").input[1]
    parts = []
    if offset is not None:
        parts.append(f"{output}.offset")
        graph.initializer.append(numpy_helper.from_array(offset.astype(np.float32), f"{output}.offset"))
    for n, block in zip(layers, np.split(matrix, len(layers))):
        name = f"{output}.{n}"
        graph.initializer.append(numpy_helper.from_array(block.astype(np.float32), f"{name}.matrix"))
        graph.node.append(helper.make_node("GatherElements", [layer(n), places], [f"{name}.words"], f"{name}.gather", axis=1))
        graph.node.append(helper.make_node("MatMul", [f"{name}.words", f"{name}.matrix"], [name], f"{name}.product"))
        parts.append(name)
    graph.node.append(helper.make_node("Sum", parts, [output], f"{output}.sum"))
    shape_of = ["batch", "words", matrix.shape[1]]
    graph.output.append(helper.make_tensor_value_info(output, onnx.TensorProto.FLOAT, shape_of))
    onnx.checker.check_model(model)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples")
    parser.add_argument("models")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--predictions")
    parser.add_argument("--folds")
    options = parser.parse_args()
    torch.set_num_threads(1)
    examples = [json.loads(line) for line in open(options.examples, encoding="utf8")]
    path = os.path.join(options.models, "encoder.onnx")
    model = without_output(onnx.load(path), "evidence")
    vectors = read([e["words"] for e in examples], model)
    own = [ALL_LAYERS.index(n) for n in LAYERS]
    x = torch.stack(
        [
            torch.stack([torch.tensor(v[e["groups"][r]][:, own].astype(np.float32)).mean(0).flatten() for r in ROLES])
            for e, v in zip(examples, vectors)
        ]
    )
    told = [n for n, e in enumerate(examples) if e.get("pairs")]
    own = [ALL_LAYERS.index(n) for n in roles.LAYERS]
    pairs = roles.collect([examples[n] for n in told], [vectors[n][:, own] for n in told])
    gold = torch.tensor([CLASSES.index(e["class"]) if e["class"] in CLASSES else -1 for e in examples])
    untold = torch.tensor([bool(e.get("untold")) for e in examples])
    book = torch.zeros(len(examples), len(BASES), len(CLASSES))
    for n, e in enumerate(examples):
        word = e.get("codebook")
        if word and word["basis"] in BASES:
            book[n, BASES.index(word["basis"]), CLASSES.index(word["code"])] = 1
    # One scale and the mean of all words: both go into the weights afterwards.
    mean, scale = x[~untold].mean((0, 1)), x[~untold].std() * 8
    x = (x - mean) / scale
    fold = torch.tensor(folds(gold.tolist()))
    scores = held_out(x, gold, untold, fold)
    said = check(scores, gold, untold, book, fold)
    acts = gold >= 0
    if options.predictions:
        with open(options.predictions, "w", encoding="utf8") as out:
            out.write("row\tfold\tgold\tpredicted\n")
            rows = zip(fold[acts].tolist(), gold[acts].tolist(), said.tolist())
            out.writelines(f"{n}\t{f}\t{CLASSES[g]}\t{CLASSES[p]}\n" for n, (f, g, p) in enumerate(rows))
    if options.folds:
        own_fold = fold[told]
        os.makedirs(options.folds, exist_ok=True)
        lines: list[str] = [""] * len(told)
        of_pairs = torch.zeros(len(pairs.source))
        for f in range(FOLDS):
            train = acts & (fold != f)
            scale_of, trust = trust_in(scores[train][:, : len(CLASSES)], gold[train], spoiled(book[train], gold[train]))
            of_roles = roles.fit(pairs, own_fold != f)
            held = (own_fold == f)[pairs.sentence]
            of_pairs[held] = pairs.scores(*of_roles)[held]
            matrix, weights = together(fit(x[fold != f], gold[fold != f], untold[fold != f]), mean, scale, of_roles)
            write_weights(os.path.join(options.folds, f"{f}.json"), weights, scale_of, trust)
            for n in (own_fold == f).nonzero()[:, 0].tolist():
                says = vectors[told[n]].reshape(len(vectors[told[n]]), -1).astype(np.float32) @ matrix
                lines[n] = json.dumps({"fold": f, "evidence": says.round(2).tolist()})
        print(f"roles: {roles.figures(of_pairs, pairs, own_fold >= 0)}")
        with open(os.path.join(options.folds, "evidence.jsonl"), "w", encoding="utf8") as out:
            out.writelines(f"{line}\n" for line in lines)
    if options.check:
        return
    scale_of, trust = trust_in(scores[acts][:, : len(CLASSES)], gold[acts], spoiled(book[acts], gold[acts]))
    matrix, weights = together(fit(x, gold, untold), mean, scale, roles.fit(pairs, torch.ones(len(told), dtype=torch.bool)))
    onnx.save(add_output(model, "evidence", ALL_LAYERS, matrix), path)
    labels_path = os.path.join(options.models, "labels.json")
    labels = json.load(open(labels_path, encoding="utf8"))
    labels["classes"] = [*COLUMNS, *roles.COLUMNS]
    json.dump(labels, open(labels_path, "w", encoding="utf8"), indent=1)
    write_weights(os.path.join(options.models, "coding.json"), weights, scale_of, trust)


def together(coder: Coder, mean: Tensor, scale: Tensor, of_roles: tuple[Tensor, Tensor]) -> tuple[np.ndarray, dict]:
    """The matrix from the words of all layers to all columns, and the small weights."""
    classes = (coder.matrix / scale).detach()
    # The groups' weights are taken as they are, so what the mean word says is taken off once for each.
    offset = (coder.offset - sum(WEIGHTS) * (mean @ classes)).detach()
    matrix = np.zeros((len(ALL_LAYERS), classes.shape[0] // len(LAYERS), len(COLUMNS) + len(roles.COLUMNS)), np.float32)
    for layers, block, columns in (
        (LAYERS, classes, slice(len(COLUMNS))),
        (roles.LAYERS, of_roles[0], slice(len(COLUMNS), None)),
    ):
        for n, part in zip(layers, np.split(block.numpy(), len(layers))):
            matrix[ALL_LAYERS.index(n), :, columns] = part
    return matrix.reshape(-1, matrix.shape[-1]), {
        "roles": dict(zip(ROLES, WEIGHTS)),
        "offsets": dict(zip(COLUMNS, rounded(offset))),
        "pairs": dict(zip(roles.FEATURES, rounded(of_roles[1]))),
    }


def write_weights(path: str, weights: dict, scale: Tensor, trust: Tensor) -> None:
    out = weights | {"trust": dict(zip(BASES, rounded(trust))), "scale": round(float(scale), 4)}
    json.dump(out, open(path, "w", encoding="utf8"), indent=1)


def rounded(values: Tensor) -> list[float]:
    return [round(v, 4) for v in values.tolist()]


if __name__ == "__main__":
    main()
