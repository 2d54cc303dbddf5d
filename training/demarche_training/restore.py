"""The checkpoint again from what is shipped, to go on training from it: the int8 weights times their scales.

What int8 rounded away stays away (0.1 of LAS; see the model's card); training goes on from there without harm."""

import json
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .export import CAUTION
from .name_types import TAGS
from .windows import Labels


def restored(folder: str) -> dict:
    """`state` and `labels` as a checkpoint has them, from `encoder.onnx`, `relations.onnx` and `labels.json` in `folder`.

    Raises ValueError where a matrix cannot be told from the graph."""
    graph = onnx.load(os.path.join(folder, "encoder.onnx")).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    state = {
        name.removeprefix("model."): value
        for name, value in values.items()
        if name.startswith("model.") and ".words." not in name
    }
    state["encoder.words.weight"] = values["model.encoder.words.rows"].astype(np.float32) * values["model.encoder.words.scale"]
    state["root"] = _root(graph, values)
    users: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        matrix = node.input[1]
        scale = values[matrix.removesuffix("_quantized") + "_scale"]
        state[_layer_of(node, users, values) + ".weight"] = (values[matrix].astype(np.float32) * scale).T
    relations = {i.name: numpy_helper.to_array(i) for i in onnx.load(os.path.join(folder, "relations.onnx")).graph.initializer}
    state |= {f"label_{name}": value for name, value in relations.items()}
    tensors = {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}
    tensors["names.bias"][TAGS.index("O")] -= CAUTION
    inventories = json.load(open(os.path.join(folder, "labels.json"), encoding="utf8"))
    return {"state": tensors, "labels": Labels(inventories["upos"], inventories["xpos"], inventories["relations"])}


def saved_weights(path: str) -> dict:
    """`state` and `labels` of a checkpoint, or of a folder of exported weights."""
    return restored(path) if os.path.isdir(path) else torch.load(path, weights_only=False)


def _layer_of(node: onnx.NodeProto, users: dict[str, list[onnx.NodeProto]], values: dict[str, np.ndarray]) -> str:
    """The layer that a matrix belongs to: that of the bias which is added to its product; the one without is the arcs'."""
    at = node
    while len(users.get(at.output[0], [])) == 1 and at.op_type != "Add":
        at = users[at.output[0]][0]
    if at.op_type != "Add":
        raise ValueError(f"no layer known for {node.input[1]}")
    bias = next((name for name in at.input if name in values), None)
    return bias.removeprefix("model.").removesuffix(".bias") if bias else "arc_weight"


def _root(graph: onnx.GraphProto, values: dict[str, np.ndarray]) -> np.ndarray:
    """The vector that stands for the root: the one that is repeated for each window."""
    name = next(n.input[0] for n in graph.node if n.op_type == "Expand" and n.input[0] in values)
    return values[name].reshape(-1)
