"""The heads over the encoder: tags, sentence starts, names, dependency arcs and labels, and attributions.

Arcs are scored as in Dozat and Manning (2017, "Deep Biaffine Attention for Neural Dependency Parsing"); labels by a
small perceptron over governor and dependent, which costs a tenth of the biaffine one and was as good."""

from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .encoder import Encoder
from .event_sets import SIDES, STATUSES, TYPES
from .name_types import TAGS
from .quotation_sets import ROLES
from .windows import Labels

ARC, LABEL, LINK, SIDE = 256, 256, 128, 64


class Scores(NamedTuple):
    upos: Tensor  # [batch, words, tags], as xpos, names, starts and roles
    xpos: Tensor
    names: Tensor
    starts: Tensor
    arcs: Tensor  # [batch, words, 1 + words]; column 0 is the root
    dependent: Tensor  # halves of the label scorer: [batch, words, LABEL]
    governor: Tensor  # and [batch, 1 + words, LABEL]
    roles: Tensor
    links: Tensor  # [batch, words, words]: how well a word (column) begins the cue of the span that a word (row) begins
    acts: Tensor  # [batch, words, 1 + types]: no event, or one of a type
    statuses: Tensor  # [batch, words, statuses], of a word that tells an event
    sides: Tensor  # [batch, 2, words, 1 + words]: how well a word (column; 0 is nobody) is source, target of the event (row)


class Model(nn.Module):
    def __init__(self, labels: Labels, encoder: nn.Module | None = None, dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        width = self.encoder.width
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.upos = nn.Linear(width, len(labels.upos))
        self.xpos = nn.Linear(width, len(labels.xpos))
        self.names = nn.Linear(width, len(TAGS))
        self.starts = nn.Linear(width, 2)
        self.arc_dependent, self.arc_governor = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arc_weight = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1)
        self.label_dependent, self.label_governor = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.label_out = nn.Linear(LABEL, len(labels.relations))
        self.roles = nn.Linear(width, len(ROLES))
        self.link_span, self.link_cue = nn.Linear(width, LINK), nn.Linear(width, LINK)
        self.acts = nn.Linear(width, 1 + len(TYPES))
        self.statuses = nn.Linear(width, len(STATUSES))
        self.side_event, self.side_name = (nn.Linear(width, len(SIDES) * SIDE) for _ in range(2))
        self.nobody = nn.Linear(width, len(SIDES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> Scores:
        """ids, shapes [batch, pieces]; first [batch, words], the place of each word's first piece."""
        pieces = self.encoder(ids, shapes)
        words = torch.gather(pieces, 1, first[:, :, None].expand(-1, -1, pieces.shape[-1]))
        root = self.root.to(words.dtype)[None, None].expand(words.shape[0], 1, -1)
        with_root = torch.cat([root, words], 1)
        plain = self.dropout(words)
        dependent = self.dropout(F.gelu(self.arc_dependent(words)))
        governor = self.dropout(F.gelu(self.arc_governor(with_root)))
        span = self.dropout(F.gelu(self.link_span(words)))
        return Scores(
            self.upos(plain),
            self.xpos(plain),
            self.names(plain),
            self.starts(plain),
            torch.matmul(self.arc_weight(dependent), governor.transpose(1, 2)) + self.arc_bias(governor).transpose(1, 2),
            self.label_dependent(words),
            self.label_governor(with_root),
            self.roles(plain),
            torch.matmul(span, self.link_cue(words).transpose(1, 2)),
            self.acts(plain),
            self.statuses(plain),
            self.sides(words),
        )

    def sides(self, words: Tensor) -> Tensor:
        batch, length, _ = words.shape
        event = self.dropout(F.gelu(self.side_event(words))).view(batch, length, len(SIDES), SIDE).transpose(1, 2)
        name = self.side_name(words).view(batch, length, len(SIDES), SIDE).permute(0, 2, 3, 1)
        return torch.cat([self.nobody(words).transpose(1, 2)[..., None], torch.matmul(event, name)], 3)

    def relations(self, dependent: Tensor, governor: Tensor, heads: Tensor) -> Tensor:
        """Label scores [batch, words, relations] for the governors that `heads` [batch, words] names."""
        chosen = torch.gather(governor, 1, heads[:, :, None].expand(-1, -1, LABEL))
        return self.label_out(self.dropout(F.gelu(dependent + chosen)))
