"""From the checkpoint to what the program loads: two ONNX graphs, the label inventories and the word pieces.

`encoder.onnx` reads windows of pieces and gives tags, names, sentence starts, arc scores and the two halves of the
label scorer; `relations.onnx` labels the arcs that the tree decoding chose. Weights are int8, quantised dynamically
with signed weights, a scale for each column or row, and left to the runtime's own fusion."""

import json
import os
import shutil

import onnx
import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .encoder import VOCABULARY
from .model import LABEL, Model
from .name_types import TAGS
from .pieces import MAXIMUM_PIECES, encoder_folder
from .quotation_sets import ROLES


# The silver names say too much: with this much more for "O", as logarithm, precision and recall are in balance on CoNLL's dev.
CAUTION = 0.6
OUTPUTS = "upos xpos names starts arcs dependent governor roles links acts statuses sides".split()


class RowQuantized(nn.Module):
    """An embedding table in int8 with a scale for each row: a single scale for all rows loses half a point of LAS."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", torch.round(table / scale).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        return F.embedding(ids, self.rows).float() * F.embedding(ids, self.scale)


class Reader(nn.Module):
    """What runs on every window: integer tags where the best one is enough, scores where the program decides."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model
        model.encoder.words = RowQuantized(model.encoder.words.weight.data)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        # Inputs are 32-bit: the program fills them without big integers.
        scores = self.model(ids.long(), shapes.long(), first.long())
        return (
            scores.upos.argmax(-1).to(torch.int32),
            scores.xpos.argmax(-1).to(torch.int32),
            torch.log_softmax(scores.names, -1),
            torch.softmax(scores.starts, -1)[:, :, 1],
            scores.arcs,
            scores.dependent,
            scores.governor,
            torch.log_softmax(scores.roles, -1),
            scores.links,
            # How much speaks for each type of event against none, as logarithms of odds.
            scores.acts[:, :, 1:] - scores.acts[:, :, :1],
            scores.statuses,
            scores.sides,
        )


class Relations(nn.Module):
    """Scores of the labels for rows of (dependent, governor) halves: [words, LABEL] each, out [words, labels]."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.out = model.label_out

    def forward(self, dependent: Tensor, governor: Tensor) -> Tensor:
        return self.out(F.gelu(dependent + governor))


def keep_sums_apart(path: str) -> None:
    """Writes the addition before each layer norm of a graph as `Sum`, which means the same and which the runtime leaves
    alone: its fused kernel (SkipLayerNormalization, onnxruntime 1.30) takes five times as long as the two by themselves,
    a sixth of the whole encoder."""
    graph = onnx.load(path)
    made_by = {name: node for node in graph.graph.node for name in node.output}
    for node in graph.graph.node:
        before = made_by.get(node.input[0]) if node.op_type == "LayerNormalization" else None
        if before is not None and before.op_type == "Add":
            before.op_type = "Sum"
    onnx.save(graph, path)


def export(checkpoint: str, out: str) -> None:
    saved = torch.load(checkpoint, weights_only=False)
    labels = saved["labels"]
    model = Model(labels)
    model.load_state_dict(saved["state"])
    model.names.bias.data[TAGS.index("O")] += CAUTION
    model.eval()
    os.makedirs(out, exist_ok=True)
    build = os.path.dirname(checkpoint)
    plain = os.path.join(build, "encoder-float.onnx")
    ids = torch.randint(1000, VOCABULARY, (2, 12), dtype=torch.int32)
    first = torch.tensor([[1, 2, 4, 6], [1, 3, 5, 7]], dtype=torch.int32)
    torch.onnx.export(
        Reader(model),
        (ids, torch.ones_like(ids), first),
        plain,
        input_names=["ids", "shapes", "first"],
        output_names=OUTPUTS,
        dynamic_axes={
            "ids": {0: "batch", 1: "pieces"},
            "shapes": {0: "batch", 1: "pieces"},
            "first": {0: "batch", 1: "words"},
            **{n: {0: "batch", 1: "words"} for n in ("upos", "xpos", "names", "starts", "dependent", "roles", "acts", "statuses")},
            "arcs": {0: "batch", 1: "words", 2: "governors"},
            "links": {0: "batch", 1: "words", 2: "words"},
            "sides": {0: "batch", 2: "words", 3: "governors"},
            "governor": {0: "batch", 1: "governors"},
        },
        opset_version=17,
        dynamo=False,
    )
    # A scale for each column: one for a whole matrix costs a quarter of a point of LAS and is no faster.
    quantize_dynamic(
        plain,
        os.path.join(out, "encoder.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
    )
    keep_sums_apart(os.path.join(out, "encoder.onnx"))
    half = torch.zeros(3, LABEL)
    relations = os.path.join(out, "relations.onnx")
    torch.onnx.export(
        Relations(model),
        (half, half),
        relations,
        input_names=["dependent", "governor"],
        output_names=["relations"],
        dynamic_axes={n: {0: "words"} for n in ("dependent", "governor", "relations")},
        opset_version=17,
        dynamo=False,
    )
    for file in ("encoder.onnx", "relations.onnx"):
        onnx.checker.check_model(os.path.join(out, file))
    json.dump(
        {
            "upos": labels.upos,
            "xpos": labels.xpos,
            "relations": labels.relations,
            "names": TAGS,
            "roles": ROLES,
            "maximumPieces": MAXIMUM_PIECES,
        },
        open(os.path.join(out, "labels.json"), "w"),
        indent=1,
    )
    shutil.copy(os.path.join(encoder_folder(), "vocab.txt"), os.path.join(out, "word-pieces.txt"))
