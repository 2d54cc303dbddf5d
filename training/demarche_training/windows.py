"""Windows: stretches of neighbouring sentences that the encoder reads at once, with all their labels as arrays."""

import random
from dataclasses import dataclass, field, replace

from .name_types import TAG_INDEX
from .pieces import CLS, MASK, SEP, Pieces, shape
from .quotation_sets import ROLE_INDEX
from .sentence import Document, Sentence
from .soft_events import SoftEvents
from .soft_labels import SoftLabels

MASKED = 0.1


@dataclass
class Labels:
    """The label inventories, in the order of the heads' outputs."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]


@dataclass
class Window:
    ids: list[int]
    shapes: list[int]
    first: list[int]  # position of each word's first piece
    sentence: list[int]  # number of the sentence that each word stands in
    starts: list[int]  # 1 where a word starts a sentence, 0 elsewhere, -100 where a paragraph starts
    upos: list[int]
    xpos: list[int]
    heads: list[int]  # 0 for the root, else 1 + place of the governor in the window; -100 unknown
    relations: list[int]
    names: list[frozenset[str] | None]
    roles: list[int]  # tag of the word's role in an attribution; -100 unknown
    cues: list[int]  # for the first word of a role's span, place of the cue's first word in the window; -100 none or outside
    acts: list[int] = field(default_factory=list)  # 0 for a word that tells no event, its type from 1; -100 unknown
    statuses: list[int] = field(default_factory=list)  # of words that tell an event; -100 elsewhere
    # Word, 0 for its source and 1 for its target, and who may be it: 1 + a word's place, or 0 alone where nobody is named.
    sides: list[tuple[int, int, list[int]]] = field(default_factory=list)
    soft: list[tuple[int, SoftLabels]] = field(default_factory=list)  # the larger model's view, by place of the sentence's first word
    soft_events: list[tuple[int, SoftEvents]] = field(default_factory=list)  # the same of events

    def __len__(self) -> int:
        return len(self.ids)


def make_windows(
    documents: list[Document], labels: Labels, pieces: Pieces, size: int, rng: random.Random | None
) -> list[Window]:
    """Packs sentences of a document into windows of at most `size` pieces (a longer sentence stands alone).

    With `rng` the sizes vary from window to window, so that the model meets short and long ones."""
    windows = []
    for document in documents:
        batch: list[Sentence] = []
        used = 0
        limit = _limit(size, rng)
        for sentence in document.sentences:
            length = sum(len(pieces.of(w)) for w in sentence.words) + 1
            if batch and used + length > limit:
                windows.append(build(batch, labels, pieces))
                batch, used, limit = [], 0, _limit(size, rng)
            batch.append(sentence)
            used += length
        if batch:
            windows.append(build(batch, labels, pieces))
    return windows


def _limit(size: int, rng: random.Random | None) -> int:
    return size if rng is None else rng.choice((size, size, size // 2, size // 4))


def build(sentences: list[Sentence], labels: Labels, pieces: Pieces) -> Window:
    """One window: [CLS], the paragraphs with [SEP] after each, and the labels of every word."""
    w = Window([CLS], [0], [], [], [], [], [], [], [], [], [], [])
    total = sum(len(s.words) for s in sentences)
    upos = {t: i for i, t in enumerate(labels.upos)}
    xpos = {t: i for i, t in enumerate(labels.xpos)}
    relations = {t: i for i, t in enumerate(labels.relations)}
    for n, s in enumerate(sentences):
        if n and s.starts_paragraph:
            w.ids.append(SEP)
            w.shapes.append(0)
        offset = len(w.first)
        for i, word in enumerate(s.words):
            ids = pieces.of(word)
            w.first.append(len(w.ids))
            w.ids += ids
            w.shapes += [shape(word)] * len(ids)
            w.sentence.append(n)
            # A paragraph or window begins with a sentence anyway, and rough splits teach nothing.
            told = s.heads is not None and (i > 0 or (n > 0 and not s.starts_paragraph))
            w.starts.append(int(i == 0) if told else -100)
            w.upos.append(upos[s.upos[i]] if s.upos else -100)
            w.xpos.append(xpos.get(s.xpos[i], -100) if s.xpos else -100)
            w.heads.append((offset + s.heads[i] if s.heads[i] else 0) if s.heads else -100)
            w.relations.append(relations[s.relations[i]] if s.relations else -100)
            w.names.append(s.names[i] if s.names else None)
            w.roles.append(ROLE_INDEX[s.roles[i]] if s.roles else -100)
            cue = s.cues[i] if s.cues else None
            w.cues.append(offset + cue if cue is not None and 0 <= offset + cue < total else -100)
            w.acts.append(-100 if s.acts is None or (s.told is not None and i not in s.told) else 0)
            w.statuses.append(-100)
        for act in s.acts or ():
            w.acts[offset + act.word] = act.type
            w.statuses[offset + act.word] = act.status
            w.sides += [(offset + act.word, n, [1 + offset + i for i in side] or [0]) for n, side in enumerate(act.sides)]
        if s.soft is not None:
            w.soft.append((offset, s.soft))
        if s.soft_events is not None:
            w.soft_events.append((offset, s.soft_events))
    w.ids.append(SEP)
    w.shapes.append(0)
    return w


def distort(window: Window, rng: random.Random) -> Window:
    """A tenth of the words masked, so that the neighbours must tell; and now and then a window in the capitals of a
    headline, all capitals or none, so that shapes are no crutch."""
    ids, shapes = list(window.ids), window.shapes
    ends = [*window.first[1:], len(ids) - 1]
    for first, end in zip(window.first, ends):
        if rng.random() < MASKED:
            ids[first:end] = [MASK if i != SEP else SEP for i in ids[first:end]]
    draw = rng.random()
    if draw < 0.04:
        shapes = [1 if s not in (0, 5) else s for s in shapes]
    elif draw < 0.06:
        shapes = [2 if s not in (0, 5) else s for s in shapes]
    elif draw < 0.09:
        shapes = [3 if s == 1 else s for s in shapes]
    return replace(window, ids=ids, shapes=shapes)


def allowed_tags(tags: frozenset[str] | None) -> list[bool]:
    """A row of the mask of name tags that the gold allows; all of them where it is silent."""
    if tags is None:
        return [True] * len(TAG_INDEX)
    row = [False] * len(TAG_INDEX)
    for tag in tags:
        row[TAG_INDEX[tag]] = True
    return row
