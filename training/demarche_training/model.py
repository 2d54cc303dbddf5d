"""The heads over the encoder: tags, sentence starts, names, and dependency arcs and labels.

Arcs are scored as in Dozat and Manning (2017, "Deep Biaffine Attention for Neural Dependency Parsing"); labels by a
small perceptron over governor and dependent, which costs a tenth of the biaffine one and was as good."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .encoder import WIDTH, Encoder
from .name_types import TAGS
from .windows import Labels

ARC, LABEL = 256, 256


class Model(nn.Module):
    def __init__(self, labels: Labels, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.names = nn.Linear(WIDTH, len(TAGS))
        self.starts = nn.Linear(WIDTH, 2)
        self.arc_dependent, self.arc_governor = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc_weight = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1)
        self.label_dependent, self.label_governor = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label_out = nn.Linear(LABEL, len(labels.relations))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """ids, shapes [batch, pieces]; first [batch, words], the place of each word's first piece.

        Out: upos, xpos, names, starts [batch, words, labels]; arcs [batch, words, 1 + words] (column 0 is the root);
        label_dependent [batch, words, LABEL], label_governor [batch, 1 + words, LABEL]."""
        pieces = self.encoder(ids, shapes)
        words = torch.gather(pieces, 1, first[:, :, None].expand(-1, -1, WIDTH))
        root = self.root.to(words.dtype)[None, None].expand(words.shape[0], 1, WIDTH)
        with_root = torch.cat([root, words], 1)
        plain = self.dropout(words)
        dependent = self.dropout(F.gelu(self.arc_dependent(words)))
        governor = self.dropout(F.gelu(self.arc_governor(with_root)))
        arcs = torch.matmul(self.arc_weight(dependent), governor.transpose(1, 2)) + self.arc_bias(governor).transpose(1, 2)
        return (
            self.upos(plain),
            self.xpos(plain),
            self.names(plain),
            self.starts(plain),
            arcs,
            self.label_dependent(words),
            self.label_governor(with_root),
        )

    def relations(self, dependent: Tensor, governor: Tensor, heads: Tensor) -> Tensor:
        """Label scores [batch, words, relations] for the governors that `heads` [batch, words] names."""
        chosen = torch.gather(governor, 1, heads[:, :, None].expand(-1, -1, LABEL))
        return self.label_out(self.dropout(F.gelu(dependent + chosen)))
