"""The one shape that every data set is read into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .event_sets import Act
    from .soft_events import SoftEvents
    from .soft_labels import SoftLabels


@dataclass
class Sentence:
    """A sentence of gold words; what its source does not annotate is None.

    heads are 1-based, 0 for the root. names holds, for each word, the set of BIO tags that the
    annotation allows (one tag where it is certain, several where the source is coarser than our types).
    roles are BIO tags of attributions; cues gives, for the first word of a role's span, the word that the
    attribution's cue begins with, counted from this sentence's first word (it may stand in another sentence).
    acts are the events that the sentence tells, in any order; told, the words of which that is known, where not of all. soft and soft_events are what the larger
    models say.
    """

    words: list[str]
    spaces: list[bool]
    starts_paragraph: bool = False
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[frozenset[str]] | None = None
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    roles: list[str] | None = None
    cues: list[int | None] | None = None
    acts: list[Act] | None = None
    told: list[int] | None = None
    soft: SoftLabels | None = None
    soft_events: SoftEvents | None = None


@dataclass
class Document:
    """Sentences in reading order, so that windows can hold neighbours."""

    source: str
    sentences: list[Sentence]
